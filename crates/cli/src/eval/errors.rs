//! What is wrong, by its cause, as text: how often, then examples.

use super::said::{self, Sentence, Value};
use crate::ink::{Ink, Inked};
use crate::screen::Screen;
use tidings::eval::faults::{Cause, Fault, Spoiled, by_cause};
use tidings::eval::gold::{Explanation, Mention};

/// The counts and at most `n` faults of each cause.
pub fn report(faults: &[Fault], n: usize, screen: Screen) -> String {
    let examples = Cause::ALL.into_iter().map(|cause| of_cause(cause, faults, n, screen));
    counts(faults, screen) + &examples.collect::<String>()
}

fn counts(faults: &[Fault], screen: Screen) -> String {
    let head = format!("{:<18}{:>9}{:>9}{:>9}{:>9}", "by cause", "faults", "missed", "spurious", "fields");
    let mut text = format!("\n{}\n", Inked::new(Ink::Strong, &head).painted(screen.paint));
    let causes = by_cause(faults);
    text.extend(causes.iter().map(|(cause, spoiled)| line(cause.name(), *spoiled, cause.meaning(), screen)));
    let all = causes.into_values().fold(Spoiled::default(), Spoiled::and);
    text + &line("all", all, "", screen)
}

fn line(name: &str, spoiled: Spoiled, meaning: &str, screen: Screen) -> String {
    let Spoiled { faults, missed, spurious, fields } = spoiled;
    let counts = format!("{name:<18}{faults:>9}{missed:>9}{spurious:>9}{fields:>9}");
    let line = Inked::new(Ink::Plain, counts.trim_end());
    let room = screen.width > counts.len() + 2 + meaning.len() && !meaning.is_empty();
    let line = if room { line.and(Ink::Faint, &format!("  {meaning}")) } else { line };
    line.painted(screen.paint) + "\n"
}

fn of_cause(cause: Cause, faults: &[Fault], n: usize, screen: Screen) -> String {
    let own: Vec<&Fault> = faults.iter().filter(|fault| fault.cause == cause).collect();
    if own.is_empty() || n == 0 {
        return String::new();
    }
    let head = Inked::new(Ink::Strong, cause.name()).and(Ink::Faint, &format!("  {}", cause.meaning()));
    let told: String = own.iter().take(n).map(|fault| told(fault, screen)).collect();
    let more = own.len().saturating_sub(n);
    let more = if more > 0 { format!("  and {more} more\n") } else { String::new() };
    format!("\n{}\n{told}{more}", head.painted(screen.paint))
}

fn told(fault: &Fault, screen: Screen) -> String {
    let sentence = fault.gold.as_ref().or(fault.found.as_ref()).map(said::sentence);
    let sentence = sentence.map_or_else(Inked::default, |s| marked(&s));
    let head = sentence.and(Ink::Faint, &format!(" ({})", fault.doc));
    let mut text = indented(&head, 2, screen);
    for (name, mention, other) in [("gold", &fault.gold, &fault.found), ("found", &fault.found, &fault.gold)] {
        text += &mention.as_ref().map_or_else(String::new, |m| side(name, m, other.as_ref(), fault, screen));
    }
    let note = fault.note.as_ref().map(|note| Inked::new(Ink::Faint, note));
    let why = fault.found.as_ref().and_then(|found| found.explanation.as_ref()).map(steps);
    text.extend(note.into_iter().chain(why).map(|line| indented(&line, 4, screen)));
    text + "\n"
}

fn marked(sentence: &Sentence) -> Inked {
    let Sentence { before, trigger, after } = sentence;
    let before = Inked::new(Ink::Plain, before);
    let marked = if trigger.is_empty() {
        before
    } else {
        before.and(Ink::Plain, "[").and(Ink::Marked, trigger).and(Ink::Plain, "]")
    };
    marked.and(Ink::Plain, after)
}

/// One side of a fault: all of a mention that stands alone, of a pair what differs.
fn side(name: &str, mention: &Mention, other: Option<&Mention>, fault: &Fault, screen: Screen) -> String {
    let others = other.map(said::values).unwrap_or_default();
    let differs = |at: usize, value: &Value| {
        others.get(at).is_none_or(|other| other.text != value.text) && !(value.text.is_empty() && others.is_empty())
    };
    let mut line = Inked::new(Ink::Plain, &format!("{name} "));
    let values = said::values(mention);
    let shown = values.iter().enumerate().filter(|(at, value)| *at == 0 || differs(*at, value));
    for (at, value) in shown {
        let text = if value.text.is_empty() { "none" } else { &value.text };
        let ink = if is_wrong(value, fault) { Ink::Red } else { Ink::Plain };
        let label = if at < 2 { String::new() } else { format!("{} ", value.name) };
        line = line.and(Ink::Faint, if at == 0 { "" } else { " · " }).and(Ink::Faint, &label).and(ink, text);
    }
    indented(&line, 4, screen)
}

fn is_wrong(value: &Value, fault: &Fault) -> bool {
    fault.fields.iter().any(|reading| value.fields.contains(&reading.field))
}

fn steps(explanation: &Explanation) -> Inked {
    Inked::new(Ink::Faint, &explanation.path.join("; "))
}

fn indented(text: &Inked, by: usize, screen: Screen) -> String {
    let lines = text.wrapped(screen.width.saturating_sub(by));
    lines.iter().map(|line| format!("{}{}\n", " ".repeat(by), line.painted(screen.paint))).collect()
}
