//! Every rule's examples hold on their committed parses, and the side effects of all rules on all examples are a diff.

use lexicon::{Example, Expect, Lexicon, Rule, Trigger};
use parse::conllu;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tidings::builtin;
use types::{Actor, Date, Document, Event, Parse, Span};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

/// The parses of all examples, by the example's text.
fn parses(lexicon: &Lexicon) -> HashMap<String, Vec<Parse>> {
    let mut folders: Vec<&str> =
        lexicon.rules.all().iter().filter_map(|rule| rule.file.rsplit_once('/')).map(|(f, _)| f).collect();
    folders.dedup();
    let mut found: HashMap<String, Vec<Parse>> = HashMap::new();
    for folder in folders {
        let path = data().join(folder).join("examples.conllu");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let sentences = conllu::read(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for sentence in sentences {
            let example = sentence.comment("example").expect("each sentence names its example").to_owned();
            let parses = found.entry(example.clone()).or_default();
            let from = parses.last().map_or(0, |parse| parse.span.end);
            let start = from + example[from..].find(&sentence.text).expect("the sentence stands in its example");
            parses.push(moved(&sentence.parse, start));
        }
    }
    found
}

fn moved(parse: &Parse, by: usize) -> Parse {
    let shift = |span: Span| Span::new(span.start + by, span.end + by);
    let tokens = parse.tokens().iter().map(|t| types::Token { span: shift(t.span), ..t.clone() }).collect();
    Parse::new(shift(parse.span), 0, tokens, parse.named().to_vec()).expect("a moved tree is a tree")
}

fn document(text: &str) -> Document {
    Document { published: Date::new(2026, 3, 11), ..Document::paragraph("example", text) }
}

fn tells(event: &Event, rule: &Rule) -> bool {
    let joined = format!("joined: the event told by rule {}", rule.id);
    std::iter::once(&event.evidence).chain(&event.mentions).any(|e| e.rule == rule.id || e.path.contains(&joined))
}

fn words(actors: &[Actor], text: &str) -> Vec<String> {
    actors.iter().filter_map(|a| a.span).map(|span| span.of(text).to_owned()).collect()
}

/// Whether the rule's own trigger holds the words; one that joined another event is not shown by it.
fn triggered_by(event: &Event, rule: &Rule, want: &str, text: &str) -> bool {
    let found = event.evidence.trigger.of(text);
    event.evidence.rule != rule.id || found.contains(want) || want.contains(found)
}

/// What is wrong with an example, if anything.
fn fault(rule: &Rule, example: &Example, events: &[Event]) -> Option<String> {
    let told: Vec<&Event> = events.iter().filter(|event| tells(event, rule)).collect();
    match &example.expect {
        Expect::No { why } => {
            (!told.is_empty()).then(|| format!("expected no record ({why}), found {}", show(&told, &example.text)))
        }
        Expect::Yes { trigger, actors, recipients, status } => {
            let right = |event: &&&Event| {
                event.status == *status
                    && trigger.as_ref().is_none_or(|want| triggered_by(event, rule, want, &example.text))
                    && actors.as_ref().is_none_or(|want| words(&event.actors, &example.text) == *want)
                    && recipients.as_ref().is_none_or(|want| words(&event.recipients, &example.text) == *want)
            };
            told.iter().find(right).is_none().then(|| {
                let all: Vec<&Event> = events.iter().collect();
                format!(
                    "expected {trigger:?} {status} by {actors:?} on {recipients:?}, found {}",
                    show(&all, &example.text)
                )
            })
        }
    }
}

fn show(events: &[&Event], text: &str) -> String {
    let each = events.iter().map(|e| {
        let (who, whom) = (words(&e.actors, text), words(&e.recipients, text));
        format!("{} {:?} {} by {who:?} on {whom:?}", e.evidence.rule, e.evidence.trigger.of(text), e.status)
    });
    let list: Vec<String> = each.collect();
    if list.is_empty() { "none".to_owned() } else { list.join("; ") }
}

#[test]
fn every_example_of_every_rule_holds() {
    let lexicon = Lexicon::load(builtin::DATA).expect("the built-in lexicon is sound");
    let parses = parses(&lexicon);
    let mut faults = String::new();
    let mut examples = 0;
    for rule in lexicon.rules.all() {
        for example in &rule.examples {
            examples += 1;
            let place = format!("data/{}:{}", rule.file, example.line);
            let Some(parsed) = parses.get(&example.text) else {
                _ = writeln!(
                    faults,
                    "{place}: no parse; run: cargo run --release -p tidings --example parse_rule_examples"
                );
                continue;
            };
            let events = extract::events(&lexicon, &document(&example.text), parsed).value;
            if let Some(fault) = fault(rule, example, &events) {
                _ = writeln!(faults, "{place}: {}\n    {fault}", example.text);
            }
        }
    }
    assert!(examples > 0, "there are rules with examples");
    assert!(faults.is_empty(), "\n{faults}{} of {examples} examples fail", faults.matches("data/").count());
}

#[test]
fn side_effects_of_all_rules_on_all_examples() {
    let lexicon = Lexicon::load(builtin::DATA).expect("the built-in lexicon is sound");
    let parses = parses(&lexicon);
    let mut lines = String::new();
    for rule in lexicon.rules.all() {
        for example in &rule.examples {
            let Some(parsed) = parses.get(&example.text) else { continue };
            let events = extract::events(&lexicon, &document(&example.text), parsed).value;
            _ = writeln!(lines, "{}: {}", rule.id, example.text);
            for event in &events {
                _ = writeln!(lines, "    {}", show(&[event], &example.text));
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/rules.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &lines).expect("the snapshot can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let changed: Vec<&str> = lines.lines().filter(|line| !kept.contains(line)).take(20).collect();
    assert!(kept == lines, "rules fire differently; look, then run with UPDATE_EXPECT=1:\n{}", changed.join("\n"));
}

/// The triggers of a rule none of whose forms stands in an example for it.
fn untried<'a>(rule: &'a Rule, parses: &HashMap<String, Vec<Parse>>) -> impl Iterator<Item = &'a Trigger> {
    let told = rule.examples.iter().filter(|example| matches!(example.expect, Expect::Yes { .. }));
    let sentences: Vec<&Parse> = told.filter_map(|example| parses.get(&example.text)).flatten().collect();
    let lemmas: Vec<HashSet<String>> =
        sentences.iter().map(|parse| parse.tokens().iter().map(|t| t.lemma.to_lowercase()).collect()).collect();
    let stands = move |form: &[Box<str>]| lemmas.iter().any(|words| form.iter().all(|word| words.contains(&**word)));
    rule.triggers.iter().filter(move |trigger| !trigger.forms.iter().any(|form| stands(form)))
}

#[test]
fn every_trigger_has_an_example() {
    let lexicon = Lexicon::load(builtin::DATA).expect("the built-in lexicon is sound");
    let parses = parses(&lexicon);
    let mut faults = String::new();
    for rule in lexicon.rules.all() {
        for trigger in untried(rule, &parses) {
            let form = trigger.forms.first().map(|form| form.join(" ")).unwrap_or_default();
            _ = writeln!(faults, "data/{}: no [[yes]] for the trigger of \"{form}\"", rule.file);
        }
    }
    assert!(faults.is_empty(), "\n{faults}{} triggers without an example", faults.lines().count());
}
