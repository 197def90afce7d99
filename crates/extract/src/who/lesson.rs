//! What a document teaches of names, read off the phrases that say it: "Mexican President Ana Duarte", "Ana Duarte, the
//! defence minister of Mexico", "the Nigerian rebel group Northern Front".
//!
//! A person is taken up only with an office or a rank that the same phrase or its apposition states together with the
//! country; nobody is taken up for what he merely is, was or suffers.

use super::finds::Meaning;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::Class;
use lexicon::{NameKind, Tenure};
use types::{Country, EntityKind, Parse, Sector, Span, TokenId, Upos, Xpos};

/// What one sentence teaches of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The name.
    pub name: String,
    /// Its short form, where the sentence gives one.
    pub short: Option<String>,
    /// What kind of actor.
    pub kind: NameKind,
    /// The office or sort of organisation, in lower case; empty where none is told.
    pub role: String,
    /// Country or international code.
    pub country: Option<Country>,
    /// Sectors, the leading one first.
    pub sectors: Vec<Sector>,
    /// The sentence.
    pub sentence: Span,
}

/// What a phrase says of whoever it names.
struct Told {
    kind: NameKind,
    role: String,
    country: Country,
    sectors: Vec<Sector>,
}

impl Reader<'_> {
    /// Everything that the document teaches, in text order.
    pub(crate) fn lessons(mut self) -> Vec<Lesson> {
        self.read_all();
        let tokens = |(sentence, parse): (usize, &Parse)| (0..parse.tokens().len()).map(move |token| (sentence, token));
        let all: Vec<(usize, TokenId)> = self.parses.iter().enumerate().flat_map(tokens).collect();
        let lessons =
            |(sentence, token)| self.of_office(sentence, token).or_else(|| self.of_short_form(sentence, token));
        all.into_iter().filter_map(lessons).collect()
    }

    /// What the phrase with this head teaches of an office.
    fn of_office(&mut self, sentence: usize, head: TokenId) -> Option<Lesson> {
        self.done(sentence, head).filter(|reading| reading.is_somebody() && !reading.plural)?;
        let phrase = Phrase::of(self.parse(sentence), head);
        let (name, said_by) = self.name_and_office(sentence, &phrase)?;
        let name = self.whole(sentence, &name, &said_by);
        let told = self.told(sentence, &said_by, &name)?;
        let name = self.written(sentence, &name, told.kind).filter(|_| !self.is_known_otherwise(sentence, &name))?;
        let Told { kind, role, country, sectors } = told;
        let sentence = self.parse(sentence).span;
        Some(Lesson { name, short: None, kind, role, country: Some(country), sectors, sentence })
    }

    /// The name that a phrase or its apposition holds, and the one of the two that holds the office.
    fn name_and_office(&self, sentence: usize, phrase: &Phrase) -> Option<(Vec<TokenId>, Phrase)> {
        let offices = self.offices(sentence, phrase);
        let name = self.name_tokens(sentence, phrase, &offices);
        let behind = || phrase.appositions.iter().filter(|&&a| a > phrase.head);
        let mut apart = behind().map(|&a| Phrase::of(self.parse(sentence), a));
        match (name.is_empty(), offices.is_empty()) {
            (false, false) => Some((name, phrase.clone())),
            (false, true) => apart.find(|p| self.only_describes(sentence, p)).map(|p| (name, p)),
            (true, false) if self.only_describes(sentence, phrase) => {
                let &named = behind().find(|&&a| self.name_alone(sentence, a))?;
                let named = Phrase::of(self.parse(sentence), named);
                Some((self.name_tokens(sentence, &named, &[]), phrase.clone()))
            }
            (true, _) => None,
        }
    }

    /// Whether a phrase is headed by an office and names nobody: "the mayor of Porto", not "wife of Mayor Ana Duarte".
    fn only_describes(&self, sentence: usize, phrase: &Phrase) -> bool {
        let offices = self.offices(sentence, phrase);
        offices.first().is_some_and(|office| office.covers(phrase.head))
            && self.name_tokens(sentence, phrase, &offices).is_empty()
    }

    /// An organisation's name with what stands before it in capitals and is taken for an adjective: "Northern Front".
    fn whole(&self, sentence: usize, name: &[TokenId], said_by: &Phrase) -> Vec<TokenId> {
        let parse = self.parse(sentence);
        let offices = self.offices(sentence, said_by);
        let person =
            |t: TokenId| parse.named().iter().any(|n| n.kind == EntityKind::Person && (n.first..=n.last).contains(&t));
        let Some(&first) = name.first().filter(|&&t| !person(t)) else { return name.to_vec() };
        let joins = |&t: &TokenId| {
            self.word(sentence, t).starts_with(char::is_uppercase)
                && parse.token(t).head.is_some_and(|head| name.contains(&head))
                && self.find_at(sentence, t).is_none()
                && !offices.iter().any(|office| office.covers(t))
        };
        let before = (0..first).rev().take_while(joins);
        let mut whole: Vec<TokenId> = before.collect();
        whole.reverse();
        whole.extend(name);
        whole
    }

    /// What a phrase with an office says, if the bearer of the name is to be taken up. An organisation whose name says
    /// what it is needs no dictionary.
    fn told(&mut self, sentence: usize, phrase: &Phrase, name: &[TokenId]) -> Option<Told> {
        let own = self.own(sentence, phrase);
        let covered = |t: TokenId| own.as_ref().is_some_and(|f| (f.first..=f.last).contains(&t));
        let mut offices = self.offices(sentence, phrase);
        offices.retain(|o| !covered(o.last));
        let office = offices.first()?;
        let lemmas: Vec<String> = (office.first..=office.last).map(|t| self.lemma(sentence, t)).collect();
        let role = self.stretch(sentence, office.first, office.last).to_lowercase();
        let kind = kind(office.class)?;
        let held = self.tenure(sentence, phrase).is_none_or(|tenure| tenure == Tenure::Current);
        let speaks = name.iter().any(|&t| office.covers(t));
        let wanted =
            if kind == NameKind::Person { held && self.lexicon.world.ranks.has(&lemmas.join(" ")) } else { !speaks };
        if !wanted {
            return None;
        }
        let stated = self.stated(sentence, phrase, &covered, &offices);
        let [country] = stated.countries[..] else { return None };
        let sectors = self.done(sentence, phrase.head)?.who.first()?.sectors.clone();
        (stated.firm && !sectors.is_empty()).then_some(Told { kind, role, country, sectors })
    }

    /// Whether a table knows some of the name's words as no person's.
    fn is_known_otherwise(&self, sentence: usize, name: &[TokenId]) -> bool {
        let known = |&t: &TokenId| self.find_at(sentence, t).map(|find| &find.meaning);
        name.iter().filter_map(known).any(|meaning| !matches!(meaning, Meaning::Actor(_, NameKind::Person)))
    }

    /// A name as it is written, if it is a full name of this kind.
    fn written(&self, sentence: usize, name: &[TokenId], kind: NameKind) -> Option<String> {
        let (&first, &last) = (name.first()?, name.last()?);
        let parse = self.parse(sentence);
        let inside =
            |t: TokenId| name.contains(&t) || parse.token(t).upos == Upos::Punct && self.word(sentence, t) != ",";
        let named = parse.named().iter().find(|n| (n.first..=n.last).contains(&last))?;
        let fits = match kind {
            NameKind::Person => named.kind == EntityKind::Person && name.len() > 1,
            _ => named.kind == EntityKind::Organization && !self.is_part(sentence, first, last),
        };
        let capital = |t: TokenId| self.word(sentence, t).starts_with(char::is_uppercase);
        let bracketed = first.checked_sub(1).is_some_and(|before| parse.token(before).xpos == Xpos::Lrb);
        let whole = (first..=last).all(inside) && named.last == last;
        (fits && whole && capital(first) && capital(last) && !bracketed).then(|| self.stretch(sentence, first, last))
    }

    /// Whether a name goes on before or behind: "States Mint" in "United States Mint", "Council" in "Council of Elders".
    fn is_part(&self, sentence: usize, first: TokenId, last: TokenId) -> bool {
        let parse = self.parse(sentence);
        let capital = |t: TokenId| t < parse.tokens().len() && self.word(sentence, t).starts_with(char::is_uppercase);
        let goes_on = parse.tokens().get(last + 1).is_some_and(|next| next.upos == Upos::Adp) && capital(last + 2);
        first.checked_sub(1).is_some_and(capital) || goes_on
    }

    /// The words from one token to another, with single spaces.
    pub(crate) fn stretch(&self, sentence: usize, first: TokenId, last: TokenId) -> String {
        let parse = self.parse(sentence);
        let span = parse.token(first).span.join(parse.token(last).span);
        span.of(&self.document.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn kind(class: Class) -> Option<NameKind> {
    match class {
        Class::Person => Some(NameKind::Person),
        Class::Body => Some(NameKind::Body),
        Class::People => Some(NameKind::Group),
        Class::State | Class::Place | Class::Thing | Class::Idea => None,
    }
}
