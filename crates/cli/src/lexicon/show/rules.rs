//! The rules that a word sets off, with their conditions.

use super::{Line, Term};
use tidings::lexicon::{Filler, Lexicon, Rule, Slot, SlotTest, Trigger, TriggerClass};

/// The rules that have the term among their words.
pub fn rules(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    lexicon.rules.all().iter().flat_map(|rule| rule_lines(rule, term)).collect()
}

/// What the rule is for, then each way to say it that has the term.
fn rule_lines(rule: &Rule, term: &Term<'_>) -> Vec<Line> {
    let of_trigger = |trigger: &Trigger| {
        let forms: Vec<String> = trigger.forms.iter().filter(|f| term.is_in(f)).map(|f| quoted(f)).collect();
        (!forms.is_empty()).then(|| (String::new(), trigger_line(trigger, &forms)))
    };
    let mut ways = rule.triggers.iter().filter_map(of_trigger).peekable();
    let head = ways.peek().map(|_| (code(rule), format!("{} ({})", rule.why, rule.file)));
    head.into_iter().chain(ways).collect()
}

fn trigger_line(trigger: &Trigger, forms: &[String]) -> String {
    let class = match trigger.class {
        TriggerClass::Verb => "verb",
        TriggerClass::Noun => "noun",
        TriggerClass::Adjective => "adjective",
        TriggerClass::Phrase => "phrase",
    };
    let mut parts = vec![format!("{class} {}", forms.join(", "))];
    for (name, slots) in [("who", &trigger.actor), ("whom", &trigger.recipient), ("together", &trigger.together)] {
        if !slots.is_empty() {
            parts.push(format!("{name}: {}", slots.iter().map(Slot::as_str).collect::<Vec<_>>().join(", ")));
        }
    }
    parts.extend(trigger.with.iter().map(|test| condition("only if", test)));
    parts.extend(trigger.without.iter().map(|test| condition("not if", test)));
    parts.join("; ")
}

/// Fillers that are spelt out; of longer lists the beginning is enough.
const SPELT_OUT: usize = 5;

fn condition(when: &str, test: &SlotTest) -> String {
    let names: Vec<String> = test.fillers.iter().take(SPELT_OUT).map(filler).collect();
    let more = if test.fillers.len() > SPELT_OUT { ", …" } else { "" };
    format!("{when} {} is {}{more}", test.slot.as_str(), names.join(", "))
}

fn filler(filler: &Filler) -> String {
    match filler {
        Filler::Words(words) => quoted(words),
        Filler::Sector(sector) => format!("a participant of sector {sector}"),
        Filler::Actor => "a participant".to_owned(),
        Filler::State => "a state".to_owned(),
        Filler::Place => "a place".to_owned(),
        Filler::Any => "there".to_owned(),
    }
}

fn quoted(words: &[Box<str>]) -> String {
    format!("“{}”", words.join(" "))
}

/// Type and mode of a rule.
pub fn code(rule: &Rule) -> String {
    rule.mode.map_or_else(|| rule.kind.to_string(), |mode| format!("{} {mode}", rule.kind))
}
