//! Scores as aligned text.

use crate::ink::{Ink, Inked, Side};
use crate::screen::Screen;
use crate::table::status_ink;
use tidings::eval::counts::{Found, Share};
use tidings::eval::gold::Mention;
use tidings::eval::scores::{Confusion, Difference, Miss, Scores};

/// All measures.
pub fn scores(scores: &Scores, screen: Screen) -> String {
    let head = |text: &str| Inked::new(Ink::Strong, text).painted(screen.paint);
    let Found { gold, predicted, .. } = scores.mention;
    let mut text = format!("{} documents, {gold} gold mentions, {predicted} predicted\n", scores.documents);
    text += &format!("\n{}\n", head(&format!("{:<18}{:>9}{:>9}{:>9}", "", "precision", "recall", "F1")));
    text += &found("mention", scores.mention);
    text += &found("strict", scores.strict);
    if let Some(error) = scores.calibration.error() {
        text += &format!("\nexpected calibration error of confidence: {error:.3}\n");
    }
    text += &format!("\n{}\n", head(&format!("{:<18}{:>9}{:>9}{:>9}", "of matched", "accuracy", "right", "of")));
    text.extend(scores.fields.iter().map(|(field, share)| accuracy(field.name(), *share)));
    text += &format!(
        "\n{}\n",
        head(&format!("{:<18}{:>9}{:>9}{:>9}{:>8}{:>8}", "by type", "precision", "recall", "F1", "gold", "found"))
    );
    text.extend(scores.by_type.iter().map(|(kind, counts)| of_type(kind, *counts)));
    text + &confusions(&scores.confusions, screen)
}

fn found(name: &str, counts: Found) -> String {
    format!("{name:<18}{:>9.3}{:>9.3}{:>9.3}\n", counts.precision(), counts.recall(), counts.f1())
}

fn accuracy(name: &str, share: Share) -> String {
    format!("{name:<18}{:>9.3}{:>9}{:>9}\n", share.value(), share.right, share.of)
}

fn of_type(name: &str, counts: Found) -> String {
    let line = found(name, counts);
    format!("{}{:>8}{:>8}\n", line.trim_end(), counts.gold, counts.predicted)
}

fn confusions(all: &[Confusion], screen: Screen) -> String {
    if all.is_empty() {
        return String::new();
    }
    let head = Inked::new(Ink::Strong, "status, gold → predicted").painted(screen.paint);
    let line = |c: &Confusion| {
        let text = Inked::new(status_ink(c.gold), c.gold.as_str())
            .and(Ink::Plain, " → ")
            .and(status_ink(c.predicted), c.predicted.as_str());
        format!("{}{:>9}\n", text.padded(36, Side::Left, screen.paint), c.count)
    };
    format!("\n{head}\n{}", all.iter().map(line).collect::<String>())
}

/// At most `n` of each kind of error.
pub fn errors(scores: &Scores, n: usize, screen: Screen) -> String {
    let missed = scores.missed.iter().take(n).map(|miss| alone("missed", Ink::Red, miss, screen));
    let spurious = scores.spurious.iter().take(n).map(|miss| alone("spurious", Ink::Yellow, miss, screen));
    let wrong = scores.differences.iter().take(n).map(|difference| wrong(difference, screen));
    missed.chain(spurious).chain(wrong).chain(std::iter::once("\n".to_owned())).collect()
}

fn alone(what: &str, ink: Ink, miss: &Miss, screen: Screen) -> String {
    let mention = &miss.mention;
    let head = Inked::new(ink, what).and(Ink::Plain, &format!("  {} ", mention.kind));
    let head = mention.mode.into_iter().fold(head, |head, mode| head.and(Ink::Plain, &format!("{mode} ")));
    told(head.and(status_ink(mention.status), mention.status.as_str()), &miss.doc, mention, screen)
}

fn wrong(difference: &Difference, screen: Screen) -> String {
    let reading = &difference.reading;
    let or_none = |value: &str| if value.is_empty() { "none".to_owned() } else { value.to_owned() };
    let head = Inked::new(Ink::Magenta, reading.field.name())
        .and(Ink::Plain, &format!("  {} → {}", or_none(&reading.gold), or_none(&reading.predicted)));
    told(head, &difference.doc, &difference.mention, screen)
}

fn told(head: Inked, doc: &str, mention: &Mention, screen: Screen) -> String {
    let head = head.and(Ink::Faint, &format!("  {doc}")).painted(screen.paint);
    let lines = sentence(mention).wrapped(screen.width - 4);
    let lines: String = lines.iter().map(|line| format!("    {}\n", line.painted(screen.paint))).collect();
    format!("{head}\n{lines}")
}

/// The sentence with its trigger marked.
fn sentence(mention: &Mention) -> Inked {
    let trigger = mention.trigger.as_deref().unwrap_or_default();
    match mention.quote.split_once(trigger).filter(|_| !trigger.is_empty()) {
        None => Inked::new(Ink::Plain, &mention.quote),
        Some((before, after)) => Inked::new(Ink::Plain, before)
            .and(Ink::Plain, "[")
            .and(Ink::Marked, trigger)
            .and(Ink::Plain, "]")
            .and(Ink::Plain, after),
    }
}
