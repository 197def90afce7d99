//! The grammar of time: which words of a sentence state one, and what they say.

use super::meaning::{Expression, Meaning, Year};
use super::words::Word;
use lexicon::{TimeRelation, TimeUnit, TimeWord};

/// All expressions of a sentence, from left to right, the longest at each word.
pub(crate) fn expressions(words: &[Word<'_>]) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut cursor = Cursor { words, at };
        match cursor.expression() {
            Some(meaning) if cursor.at > at => {
                let relation =
                    relation(words, at).filter(|r| *r != TimeRelation::Ahead || cursor.is_aimed_at(&meaning));
                found.push(Expression { first: at, last: cursor.at - 1, meaning, relation });
                at = cursor.at;
            }
            _ => at += 1,
        }
    }
    found
}

/// What the word before an expression says of it.
fn relation(words: &[Word<'_>], first: usize) -> Option<TimeRelation> {
    let before = words.get(..first)?;
    let (index, word) =
        before.iter().enumerate().rev().find(|(_, w)| !w.is_any(&["the", "about", "around", "late", "early"]))?;
    let first_time = index > 1 && before[index - 1].is("time");
    match word.relation()? {
        TimeRelation::Since if first_time => Some(TimeRelation::Apart),
        relation => Some(relation),
    }
}

struct Cursor<'a> {
    words: &'a [Word<'a>],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&self, ahead: usize) -> Option<&'a Word<'a>> {
        self.words.get(self.at + ahead)
    }

    /// Goes on if the word is as wanted.
    fn eat<T>(&mut self, wanted: impl Fn(&'a Word<'a>) -> Option<T>) -> Option<T> {
        let value = self.peek(0).and_then(wanted)?;
        self.at += 1;
        Some(value)
    }

    /// Whether "for" before a time points at it: "for March 24", not "for Monday's attack".
    fn is_aimed_at(&self, meaning: &Meaning) -> bool {
        meaning.is_recurrent() && self.peek(0).is_none_or(|w| !w.is_noun() && !w.is_any(&["'s", "’s", "'", "’"]))
    }

    fn eat_word(&mut self, word: &str) -> bool {
        self.eat(|w| w.is(word).then_some(())).is_some()
    }

    /// Tries a rule; where it fails, nothing has happened.
    fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let value = rule(self);
        if value.is_none() {
            self.at = start;
        }
        value
    }

    fn expression(&mut self) -> Option<Meaning> {
        self.attempt(Self::between)
            .or_else(|| self.attempt(Self::days_of_month))
            .or_else(|| self.attempt(Self::stretch))
    }

    /// "between 3 and 5 May", "from Monday to Wednesday".
    fn between(&mut self) -> Option<Meaning> {
        let joints: &[&str] = match () {
            _ if self.eat_word("between") => &["and"],
            _ if self.eat_word("from") => &["to", "until", "through", "till"],
            _ => return None,
        };
        if let Some(days) = self.attempt(|c| c.days_of_month_joined(joints)) {
            return Some(days);
        }
        let from = self.single()?;
        self.eat(|w| w.is_any(joints).then_some(()))?;
        let to = self.single()?;
        Some(Meaning::Between(Box::new(from), Box::new(to)))
    }

    /// "May 3-5", "3–5 May".
    fn days_of_month(&mut self) -> Option<Meaning> {
        self.days_of_month_joined(&["-", "–", "to"])
    }

    fn days_of_month_joined(&mut self, joints: &[&str]) -> Option<Meaning> {
        let joint = |c: &mut Self| c.eat(|w| w.is_any(joints).then_some(()));
        let before = self.eat(Word::month);
        let from = self.eat(Word::day_of_month)?;
        joint(self)?;
        let to = self.eat(Word::day_of_month)?;
        let month = before.or_else(|| self.eat(Word::month))?;
        let year = self.year();
        let day = |day| Box::new(Meaning::Calendar { year, month: Some(month), day: Some(day) });
        Some(Meaning::Between(day(from), day(to)))
    }

    /// A single time, or one from which "to" leads to another.
    fn stretch(&mut self) -> Option<Meaning> {
        let from = self.single()?;
        let to = self.attempt(|c| {
            c.eat(|w| (w.is_dash() || w.is_any(&["to", "through"])).then_some(()))?;
            c.single().filter(|to| same_kind(&from, to))
        });
        match to {
            Some(to) => Some(Meaning::Between(Box::new(from), Box::new(to))),
            None => Some(from),
        }
    }

    fn single(&mut self) -> Option<Meaning> {
        let rules: [fn(&mut Self) -> Option<Meaning>; 20] = [
            Self::iso,
            Self::eve,
            Self::offset,
            Self::relative,
            Self::relative_day,
            Self::stretch_of,
            Self::quarter,
            Self::century,
            Self::weekday,
            Self::calendar_month,
            Self::calendar_day,
            Self::ago,
            Self::lasting,
            Self::ahead,
            Self::shifted,
            Self::edge_of_unit,
            Self::weekend,
            Self::season,
            Self::day_word,
            Self::bare_year,
        ];
        rules.into_iter().find_map(|rule| self.attempt(rule))
    }

    /// "2025-03-04", in one word or cut at its hyphens.
    fn iso(&mut self) -> Option<Meaning> {
        let whole = self.peek(0)?.text;
        let cut = [0, 2, 4].map(|i| self.peek(i).map_or("", |w| w.text)).join("-");
        let dashed = [1, 3].iter().all(|&i| self.peek(i).is_some_and(Word::is_dash));
        let (date, length): (types::Date, usize) = match (whole.parse(), cut.parse()) {
            (Ok(date), _) => (date, 1),
            (_, Ok(date)) if dashed => (date, 5),
            _ => return None,
        };
        self.at += length;
        Some(Meaning::Calendar { year: Year::Is(date.year), month: Some(date.month), day: Some(date.day) })
    }

    /// "Friday", "last Friday", "Friday morning", "Friday, March 3", "Wednesday of last week".
    fn weekday(&mut self) -> Option<Meaning> {
        self.edge();
        let shift = self.shift();
        let day = self.eat(Word::weekday)?;
        self.part_of_day();
        if let Some(date) = self.attempt(Self::apposed_date) {
            return Some(date);
        }
        match self.attempt(Self::of_week) {
            Some(week) => Some(Meaning::WeekdayOfWeek { day, week }),
            None => Some(Meaning::Weekday { day, shift }),
        }
    }

    /// "morning", "early", "in the evening".
    fn part_of_day(&mut self) {
        self.attempt(|c| {
            c.edge();
            c.eat(|w| w.is_time(TimeWord::Part).then_some(()))
        });
    }

    fn apposed_date(&mut self) -> Option<Meaning> {
        self.eat(|w| w.is_any(&[",", "("]).then_some(()));
        let date = self.calendar_month().or_else(|| self.attempt(Self::calendar_day))?;
        self.eat_word(")");
        matches!(date, Meaning::Calendar { day: Some(_), .. }).then_some(date)
    }

    fn of_week(&mut self) -> Option<i8> {
        self.eat_word("of");
        let shift = self.eat(Word::shift)?;
        self.eat(|w| (w.unit() == Some(TimeUnit::Week)).then_some(shift))
    }

    fn edge(&mut self) -> Option<i8> {
        let edge = self.eat(Word::edge)?;
        self.eat(|w| w.is_dash().then_some(()));
        self.eat_word("in");
        Some(edge)
    }

    /// "May", "last May", "May 3", "May 3, 2024", "May of this year".
    fn calendar_month(&mut self) -> Option<Meaning> {
        self.edge();
        let shift = self.eat(Word::shift);
        let month = self.eat(Word::month)?;
        if let Some(shift) = shift {
            return Some(Meaning::MonthShifted { month, shift });
        }
        let day = self.attempt(|c| c.eat(Word::day_of_month).filter(|_| c.peek(0).is_none_or(|w| w.month().is_none())));
        let year = self.year();
        Some(Meaning::Calendar { year, month: Some(month), day })
    }

    /// "3 May", "the 3rd of May 2024".
    fn calendar_day(&mut self) -> Option<Meaning> {
        self.eat_word("the");
        let day = self.eat(Word::day_of_month)?;
        self.eat_word("of");
        let month = self.eat(Word::month)?;
        let year = self.year();
        Some(Meaning::Calendar { year, month: Some(month), day: Some(day) })
    }

    /// A year behind a month: "2024", ", 2024", "of last year", ", last year".
    fn year(&mut self) -> Year {
        let stated = self.attempt(|c| {
            c.eat(|w| w.is_any(&[",", "of", "in"]).then_some(()));
            c.eat(Word::year).map(Year::Is).or_else(|| c.attempt(Self::shifted_year))
        });
        stated.unwrap_or(Year::Unstated)
    }

    fn shifted_year(&mut self) -> Option<Year> {
        self.eat_word("the");
        let shift = self.eat(Word::shift)?;
        self.eat(|w| (w.unit() == Some(TimeUnit::Year)).then_some(Year::Shifted(shift)))
    }

    /// "last", "this past".
    fn shift(&mut self) -> Option<i8> {
        let first = self.eat(Word::shift)?;
        Some(self.eat(Word::shift).filter(|_| first == 0).unwrap_or(first))
    }

    /// "the eve of Sunday's vote".
    fn eve(&mut self) -> Option<Meaning> {
        self.eat_word("the");
        self.eat(|w| w.is_time(TimeWord::Eve).then_some(()))?;
        self.eat_word("of").then_some(())?;
        let from = Box::new(self.single()?);
        Some(Meaning::Offset { from, unit: TimeUnit::Day, count: -1 })
    }

    /// "two days after Friday", "the day before the 3rd of May".
    fn offset(&mut self) -> Option<Meaning> {
        let count = if self.eat_word("the") { 1 } else { self.count()? };
        let unit = self.eat(Word::unit)?;
        let way = self.eat(Word::offset)?;
        let from = Box::new(self.single()?);
        Some(Meaning::Offset { from, unit, count: count * i32::from(way) })
    }

    /// "two days later", "a week earlier", "the day before"; not "the day before the vote".
    fn relative(&mut self) -> Option<Meaning> {
        let the = self.eat_word("the");
        let count = if the { 1 } else { self.count()? };
        let unit = self.eat(Word::unit)?;
        let word = self.peek(0)?;
        let way = self.eat(Word::relative)?;
        let ends = self.peek(0).is_none_or(|w| !w.begins_phrase()) || word.offset().is_none() && !the;
        ends.then_some(Meaning::Relative { unit, count: count * i32::from(way) })
    }

    /// "the previous day", "the following month", "the next day".
    fn relative_day(&mut self) -> Option<Meaning> {
        self.eat_word("the").then_some(())?;
        let next = self.peek(0).and_then(Word::shift).filter(|shift| *shift > 0);
        let way = self.eat(Word::relative).or_else(|| self.eat(|w| w.shift().filter(|_| next.is_some())))?;
        let unit = self.eat(|w| w.unit().filter(|_| !w.is_plural_noun()))?;
        (next.is_none() || unit == TimeUnit::Day).then_some(Meaning::Relative { unit, count: i32::from(way) })
    }

    /// "the end of March", "the start of last year": no finer than what it is part of.
    fn stretch_of(&mut self) -> Option<Meaning> {
        self.eat_word("the");
        self.eat(|w| w.is_time(TimeWord::Stretch).then_some(()))?;
        self.eat_word("of").then_some(())?;
        self.attempt(Self::this_unit).or_else(|| self.attempt(Self::stated_year)).or_else(|| self.single())
    }

    fn this_unit(&mut self) -> Option<Meaning> {
        self.eat_word("the").then_some(())?;
        let unit = self.eat(|w| w.unit().filter(|unit| is_long(*unit) && !w.is_plural_noun()))?;
        Some(Meaning::Unit { unit, shift: 0, edge: 0 })
    }

    fn stated_year(&mut self) -> Option<Meaning> {
        let year = self.eat(Word::year)?;
        Some(Meaning::Calendar { year: Year::Is(year), month: None, day: None })
    }

    /// "the first quarter of 2024", "Q3 2025".
    fn quarter(&mut self) -> Option<Meaning> {
        self.eat_word("the");
        let short = self.peek(0)?.text.len() == 2;
        let number = self.eat(Word::ordinal)?;
        let named = self.eat(|w| (w.unit() == Some(TimeUnit::Quarter)).then_some(())).is_some();
        let year = self.year();
        (named || short).then_some(Meaning::Quarter { number, year })
    }

    /// "the 19th century".
    fn century(&mut self) -> Option<Meaning> {
        self.eat_word("the");
        let number = self.eat(Word::century)?;
        self.eat(|w| (w.unit() == Some(TimeUnit::Century)).then_some(()))?;
        Some(Meaning::Years { first: 100 * (number - 1), count: 100 })
    }

    /// "two weeks ago", "a year ago".
    fn ago(&mut self) -> Option<Meaning> {
        let count = self.count()?;
        let unit = self.eat(Word::unit)?;
        self.eat(|w| w.is_time(TimeWord::Ago).then_some(()))?;
        Some(Meaning::Ago { unit, count })
    }

    /// "the last three days", "the next two weeks".
    fn lasting(&mut self) -> Option<Meaning> {
        self.eat_word("the");
        let shift = self.eat(Word::shift)?;
        let count = self.count().filter(|&count| count > 1)?;
        let unit = self.eat(Word::unit)?;
        Some(Meaning::Lasting { unit, count: if shift > 0 { -count } else { count } })
    }

    /// "in three days", "in two weeks' time"; not "in three days of fighting".
    fn ahead(&mut self) -> Option<Meaning> {
        if !self.eat_word("in") {
            return None;
        }
        let count = self.count()?;
        let unit = self.eat(Word::unit)?;
        let other = self.peek(0).is_some_and(|w| w.is("of") || w.is_noun() && !w.is("time"));
        (!other).then_some(Meaning::Ago { unit, count: -count })
    }

    /// "two", "about three", "a", "a couple of".
    fn count(&mut self) -> Option<i32> {
        self.attempt(|c| {
            c.eat(|w| w.is_any(&["about", "almost", "around", "nearly", "over", "some"]).then_some(()));
            let grouped = c.peek(0).is_some_and(|w| w.is("a")) && c.peek(1).is_some_and(|next| next.count().is_some());
            c.at += usize::from(grouped);
            let count = c.eat(Word::count)?;
            c.eat_word("of");
            i32::try_from(count).ok().filter(|count| (1..=1000).contains(count))
        })
    }

    /// "last week", "earlier this month", "last night", "this morning".
    fn shifted(&mut self) -> Option<Meaning> {
        let edge = self.edge().unwrap_or(0);
        let the = self.eat_word("the");
        let shift = self.eat(Word::shift)?;
        if !the && self.eat(|w| w.is_time(TimeWord::Part).then_some(())).is_some() {
            return Some(Meaning::Day(shift));
        }
        if self.eat(|w| w.is_time(TimeWord::Weekend).then_some(())).is_some() {
            return Some(Meaning::Weekend { shift: Some(shift) });
        }
        if let Some(month) = self.eat(Word::season) {
            return Some(Meaning::Season { month, year: Year::Unstated, shift: Some(shift) });
        }
        let unit = self.eat(|w| w.unit().filter(|unit| !w.is_plural_noun() && is_long(*unit)))?;
        let sliding = the && shift != 0;
        let count = -i32::from(shift);
        Some(if sliding { Meaning::Lasting { unit, count } } else { Meaning::Unit { unit, shift, edge } })
    }

    /// "earlier in the month", "later in the week".
    fn edge_of_unit(&mut self) -> Option<Meaning> {
        let edge = self.edge()?;
        self.eat_word("the").then_some(())?;
        let unit = self.eat(Word::unit)?;
        Some(Meaning::Unit { unit, shift: 0, edge })
    }

    fn weekend(&mut self) -> Option<Meaning> {
        self.eat_word("the").then_some(())?;
        self.eat(|w| w.is_time(TimeWord::Weekend).then_some(()))?;
        Some(Meaning::Weekend { shift: None })
    }

    /// "in the spring", "the summer of 2023", "autumn 2024".
    fn season(&mut self) -> Option<Meaning> {
        self.edge();
        let the = self.eat_word("the");
        let month = self.eat(Word::season)?;
        let year = self.year();
        (the || year != Year::Unstated).then_some(Meaning::Season { month, year, shift: None })
    }

    fn day_word(&mut self) -> Option<Meaning> {
        self.edge();
        if self.eat(|w| w.is_time(TimeWord::Night).then_some(())).is_some() {
            return Some(Meaning::Night);
        }
        let day = self.eat(Word::day_word)?;
        self.part_of_day();
        Some(Meaning::Day(day))
    }

    /// "in 2019", "the 2019 accord", "the 1990s"; not "2019 soldiers".
    fn bare_year(&mut self) -> Option<Meaning> {
        self.edge();
        if let Some(decade) = self.eat(Word::decade) {
            return Some(Meaning::Years { first: decade, count: 10 });
        }
        let introduced = self.at.checked_sub(1).and_then(|i| self.words.get(i)).is_some_and(introduces_year);
        let year = self.eat(Word::year)?;
        let modifies = self.peek(0).is_some_and(|w| w.is_noun() && !w.is_plural_noun());
        let modern = (1900..2100).contains(&year);
        let counts = self.peek(0).is_some_and(Word::is_plural_noun);
        let stated = introduced && !counts || modern && modifies;
        stated.then_some(Meaning::Calendar { year: Year::Is(year), month: None, day: None })
    }
}

fn introduces_year(word: &Word<'_>) -> bool {
    word.relation().is_some()
        || word.edge().is_some()
        || word.is_any(&["in", "of", "from", "during", "for", "between", "and", "to", "around", "(", "year", "-", "–"])
}

/// Whether "last" and "next" may stand before a unit; "the next day" counts from some other day than today.
fn is_long(unit: TimeUnit) -> bool {
    !matches!(unit, TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day)
}

/// Whether "Monday to …" goes on to a time of the same kind.
fn same_kind(a: &Meaning, b: &Meaning) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}
