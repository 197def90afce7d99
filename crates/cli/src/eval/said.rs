//! What a mention says, for those who compare two of them.

use tidings::eval::fields::Field;
use tidings::eval::gold::{Mention, Party, Stretch};

/// A mention's sentence, cut round its trigger.
pub struct Sentence {
    /// What stands before.
    pub before: String,
    /// The trigger; nothing where its place is not known.
    pub trigger: String,
    /// What stands behind.
    pub after: String,
}

/// The sentence of a mention.
pub fn sentence(mention: &Mention) -> Sentence {
    let inside = |(start, end): Stretch| Some((start.checked_sub(mention.span?.0)?, end.checked_sub(mention.span?.0)?));
    let length = mention.quote.chars().count();
    let (start, end) = mention.trigger_span.and_then(inside).unwrap_or((length, length));
    let part = |from: usize, to: usize| mention.quote.chars().take(to).skip(from).collect();
    Sentence { before: part(0, start), trigger: part(start, end), after: part(end, length) }
}

/// One value of a mention, by name.
pub struct Value {
    /// What is told.
    pub name: &'static str,
    /// The value; empty for none.
    pub text: String,
    /// The fields that are compared on it.
    pub fields: &'static [Field],
}

/// All that is compared.
pub fn values(mention: &Mention) -> Vec<Value> {
    let value = |name, text, fields| Value { name, text, fields };
    vec![
        value("type", kind(mention), &[Field::Mode]),
        value("status", mention.status.to_string(), &[Field::Status]),
        value("actors", parties(&mention.actors), &[Field::Actor, Field::ActorSector]),
        value("recipients", parties(&mention.recipients), &[Field::Recipient]),
        value("place", place(mention), &[Field::Place]),
        value("date", mention.date.clone().unwrap_or_default(), &[Field::Date]),
        value("sources", sources(mention), &[Field::Attribution]),
    ]
}

/// Type and mode.
pub fn kind(mention: &Mention) -> String {
    mention.mode.map_or_else(|| mention.kind.to_string(), |mode| format!("{} {mode}", mention.kind))
}

fn parties(side: &[Party]) -> String {
    side.iter().map(party).collect::<Vec<_>>().join("; ")
}

fn party(party: &Party) -> String {
    let codes = [party.country.map(|c| c.to_string()), party.sector.map(|s| s.to_string())];
    let codes = codes.into_iter().flatten().collect::<Vec<_>>().join(".");
    let codes = if codes.is_empty() { "?".to_owned() } else { codes };
    match &party.text {
        Some(text) if party.implicit => format!("{codes} ({text})"),
        Some(text) => format!("{codes} “{text}”"),
        None => codes,
    }
}

fn place(mention: &Mention) -> String {
    let country = |country: Option<tidings::types::Country>| country.map_or_else(|| "?".to_owned(), |c| c.to_string());
    let words = |text: &Option<String>| text.as_ref().map_or_else(String::new, |text| format!(" “{text}”"));
    mention.place.as_ref().map_or_else(String::new, |spot| country(spot.country) + &words(&spot.text))
}

fn sources(mention: &Mention) -> String {
    let words = |text: &Option<String>| text.as_ref().map_or_else(String::new, |text| format!(" “{text}”"));
    let source = |source: &tidings::eval::gold::Source| source.kind.to_string() + &words(&source.text);
    mention.attribution.iter().map(source).collect::<Vec<_>>().join("; ")
}
