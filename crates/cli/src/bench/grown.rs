//! Makes many articles of few, so that the cost of grouping can be told at sizes that no collection at hand has.
//!
//! Every copy of the collection begins in a month of its own within some years and exchanges words and countries throughout: a word
//! for another that is about as common, a country for another. So copies do not fall together, while what hung together
//! within the collection still does, and common words stay common. The same seed gives the same articles.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use tidings::stories::{Article, Party};
use tidings::types::{Country, Date};

/// Months over which copies are spread.
const MONTHS: u64 = 60;

/// So many articles, in an order drawn by lot.
pub fn grown(articles: &[Article], count: usize) -> Vec<Article> {
    let mut lot = Lot(0x9e37_79b9_7f4a_7c15);
    let kinds = Kinds::of(articles);
    let mut grown = Vec::with_capacity(count);
    for copy in 0..count.div_ceil(articles.len().max(1)) {
        let exchange = if copy == 0 { Exchange::default() } else { kinds.exchange(&mut lot) };
        let left = count - grown.len();
        grown.extend(articles.iter().take(left).map(|article| exchange.of(article, copy)));
    }
    lot.shuffle(&mut grown);
    grown
}

/// Numbers that look drawn by lot: SplitMix64.
struct Lot(u64);

impl Lot {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit.max(1)
    }

    fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last as u64 + 1) as usize);
        }
    }
}

/// What can be exchanged: words of one kind, each with how common it is, and countries.
struct Kinds {
    words: BTreeMap<(bool, u32), Vec<String>>,
    countries: Vec<Country>,
}

impl Kinds {
    fn of(articles: &[Article]) -> Self {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        let all = articles.iter().flat_map(|article| pieces(&article.text)).filter(|piece| is_word(piece));
        all.for_each(|word| *counts.entry(word).or_default() += 1);
        let mut words: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for (word, count) in counts {
            let kind = (word.starts_with(char::is_uppercase), count.ilog2());
            words.entry(kind).or_default().push(word.to_owned());
        }
        let countries: BTreeSet<Country> =
            articles.iter().flat_map(parties).filter_map(|party| party.country).collect();
        Self { words, countries: countries.into_iter().collect() }
    }

    fn exchange(&self, lot: &mut Lot) -> Exchange {
        let mut words = HashMap::new();
        for kind in self.words.values() {
            words.extend(exchanged(kind, lot));
        }
        Exchange { words, countries: exchanged(&self.countries, lot).collect(), months: lot.below(MONTHS) }
    }
}

fn exchanged<T: Clone>(things: &[T], lot: &mut Lot) -> impl Iterator<Item = (T, T)> {
    let mut others = things.to_vec();
    lot.shuffle(&mut others);
    things.iter().cloned().zip(others)
}

fn parties(article: &Article) -> impl Iterator<Item = &Party> {
    article.reports.iter().flat_map(|report| report.actors.iter().chain(&report.recipients))
}

/// A text cut between words and what stands between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|c: char| !c.is_alphanumeric()).flat_map(|piece| {
        let end = piece.char_indices().next_back().filter(|(_, last)| !last.is_alphanumeric());
        let (word, mark) = piece.split_at(end.map_or(piece.len(), |(at, _)| at));
        [word, mark]
    })
}

fn is_word(piece: &str) -> bool {
    piece.chars().count() > 3
}

/// What one copy of the collection exchanges.
#[derive(Default)]
struct Exchange {
    words: HashMap<String, String>,
    countries: HashMap<Country, Country>,
    months: u64,
}

impl Exchange {
    fn of(&self, article: &Article, copy: usize) -> Article {
        let mut made = article.clone();
        made.id = format!("{copy}-{}", article.id);
        made.text = self.text(&article.text);
        made.published = article.published.and_then(|day| self.day(day));
        for report in &mut made.reports {
            report.id = format!("{copy}-{}", report.id);
            report.days = None;
            report.actors.iter_mut().chain(&mut report.recipients).for_each(|party| self.exchange(party));
        }
        made
    }

    fn text(&self, text: &str) -> String {
        pieces(text).map(|piece| self.words.get(piece).map_or(piece, String::as_str)).collect()
    }

    fn exchange(&self, party: &mut Party) {
        party.name = party.name.as_deref().map(|name| self.text(name));
        party.country = party.country.map(|country| self.countries.get(&country).copied().unwrap_or(country));
    }

    fn day(&self, day: Date) -> Option<Date> {
        let months = i64::from(day.year) * 12 + i64::from(day.month) - 1 + self.months as i64;
        let (year, month) = (i16::try_from(months / 12).ok()?, u8::try_from(months % 12 + 1).ok()?);
        Date::new(year, month, day.day).or_else(|| Date::new(year, month, 28))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: &str, text: &str) -> Article {
        let published = Date::new(2025, 1, 31);
        Article {
            id: id.to_owned(),
            published,
            outlet: None,
            title: String::new(),
            text: text.to_owned(),
            reports: Vec::new(),
        }
    }

    #[test]
    fn copies_exchange_words_throughout() {
        let one = article("a", "Envoys of Tolvia met in Karsk. Tolvia's envoys left.");
        let other = article("b", "Miners struck near Ostrel.");
        let grown = grown(&[one.clone(), other], 6);
        let ids: BTreeSet<&str> = grown.iter().map(|article| article.id.as_str()).collect();
        assert_eq!(ids, BTreeSet::from(["0-a", "0-b", "1-a", "1-b", "2-a", "2-b"]));
        let of = |id: &str| grown.iter().find(|article| article.id == id).cloned();
        assert_eq!(of("0-a").map(|article| article.text), Some(one.text.clone()));
        let copy = of("2-a").map(|article| article.text).unwrap_or_default();
        let words: Vec<&str> = pieces(&copy).filter(|piece| is_word(piece)).collect();
        assert_eq!(words.len(), 6, "{copy}");
        assert_eq!(words[1], words[3], "one word stays one word: {copy}");
        assert_ne!(copy, one.text);
    }

    #[test]
    fn the_same_seed_gives_the_same() {
        let articles = [article("a", "Envoys of Tolvia met."), article("b", "Miners struck near Ostrel.")];
        assert_eq!(grown(&articles, 9), grown(&articles, 9));
    }

    #[test]
    fn pieces_make_the_text() {
        for text in ["", "a", "To the north-west, \"Karsk\" – ", "één"] {
            assert_eq!(pieces(text).collect::<String>(), text);
        }
    }
}
