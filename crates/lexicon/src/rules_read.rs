//! Rule files to checked rules.

use crate::rules::{Example, Expect, Filler, Needs, Rule, Slot, SlotTest, Trigger, TriggerClass};
use crate::toml_file::{self, Located};
use crate::{DataFile, Ontology, Problem};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use types::{Context, EventType, Mode, Sector, Status};

/// Word classes by name, for `@name` in conditions.
pub(crate) type Classes = HashMap<String, Vec<Box<str>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleShape {
    id: Located,
    why: String,
    r#type: Located,
    mode: Option<Located>,
    #[serde(default)]
    contexts: Vec<Located>,
    #[serde(default)]
    trigger: Vec<TriggerShape>,
    #[serde(default)]
    yes: Vec<YesShape>,
    #[serde(default)]
    no: Vec<NoShape>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct TriggerShape {
    verb: Vec<Located>,
    noun: Vec<Located>,
    adjective: Vec<Located>,
    phrase: Vec<Located>,
    with: BTreeMap<String, Vec<Located>>,
    without: BTreeMap<String, Vec<Located>>,
    actor: Option<Vec<String>>,
    recipient: Option<Vec<String>>,
    together: Vec<String>,
    needs: Option<Located>,
    only: Vec<Located>,
    status: Option<Located>,
    implied: Option<Located>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YesShape {
    text: Located,
    trigger: Option<String>,
    actors: Option<Vec<String>>,
    recipients: Option<Vec<String>>,
    status: Option<Located>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoShape {
    text: Located,
    why: String,
}

/// Reads `classes.toml`: one list of lemmas per class.
pub(crate) fn classes(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Classes {
    let shape: Option<BTreeMap<String, Vec<Located>>> = toml_file::read(file, problems);
    let mut classes = Classes::new();
    for (name, words) in shape.unwrap_or_default() {
        for pair in words.windows(2).filter(|pair| pair[0].get_ref() >= pair[1].get_ref()) {
            problems.push(toml_file::problem(file, &pair[1], "lists are sorted and hold no word twice"));
        }
        classes.insert(name, words.into_iter().map(|word| word.into_inner().into()).collect());
    }
    classes
}

/// Reads one rule file.
pub(crate) fn rule(
    file: &DataFile<'_>,
    ontology: &Ontology,
    classes: &Classes,
    problems: &mut Vec<Problem>,
) -> Option<Rule> {
    let shape: RuleShape = toml_file::read(file, problems)?;
    let mut reader = Reader { file, classes, problems };
    reader.check_id(&shape.id);
    reader.check_examples(&shape);
    let kind = reader.code::<EventType>(&shape.r#type)?;
    let mode = shape.mode.as_ref().and_then(|mode| reader.mode(ontology, kind, mode));
    let contexts = shape.contexts.iter().filter_map(|c| reader.code::<Context>(c)).collect();
    let triggers = shape.trigger.into_iter().flat_map(|t| reader.triggers(t)).collect();
    let examples = reader.examples(shape.yes, shape.no);
    let id = shape.id.into_inner();
    Some(Rule { id, file: file.path.to_owned(), why: shape.why, kind, mode, contexts, triggers, examples })
}

struct Reader<'a, 'b> {
    file: &'a DataFile<'a>,
    classes: &'a Classes,
    problems: &'b mut Vec<Problem>,
}

impl Reader<'_, '_> {
    fn complain(&mut self, at: &Located, message: &str) {
        self.problems.push(toml_file::problem(self.file, at, message));
    }

    fn code<T: std::str::FromStr<Err = types::UnknownCode>>(&mut self, text: &Located) -> Option<T> {
        toml_file::code(self.file, text, self.problems)
    }

    fn check_id(&mut self, id: &Located) {
        let stem = self.file.path.rsplit('/').next().and_then(|name| name.strip_suffix(".toml"));
        if stem != Some(id.get_ref()) {
            self.complain(id, "the id must equal the file's name");
        }
        if !id.get_ref().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            self.complain(id, "an id is lower case words joined by hyphens");
        }
    }

    fn check_examples(&mut self, shape: &RuleShape) {
        if shape.yes.is_empty() || shape.no.is_empty() {
            self.complain(&shape.id, "a rule needs at least one [[yes]] and one [[no]]");
        }
        if shape.trigger.is_empty() {
            self.complain(&shape.id, "a rule needs at least one [[trigger]]");
        }
    }

    fn mode(&mut self, ontology: &Ontology, kind: EventType, mode: &Located) -> Option<Mode> {
        let code = self.code::<Mode>(mode)?;
        if !ontology.allows(kind, code) {
            let known: Vec<&str> = ontology.modes(kind).map(Mode::as_str).collect();
            self.complain(mode, &format!("{kind} has no mode {code}; it has: {}", known.join(", ")));
            return None;
        }
        Some(code)
    }

    fn triggers(&mut self, mut shape: TriggerShape) -> Vec<Trigger> {
        let with = self.tests(&shape.with);
        let without = self.tests(&shape.without);
        let needs = shape.needs.as_ref().and_then(|text| self.needs(text)).unwrap_or(Needs::Someone);
        let only: Vec<Status> = shape.only.iter().filter_map(|s| self.code(s)).collect();
        let status = shape.status.as_ref().and_then(|s| self.code(s));
        let implied = shape.implied.as_ref().and_then(|s| self.code(s));
        [
            (TriggerClass::Verb, std::mem::take(&mut shape.verb)),
            (TriggerClass::Noun, std::mem::take(&mut shape.noun)),
            (TriggerClass::Adjective, std::mem::take(&mut shape.adjective)),
            (TriggerClass::Phrase, std::mem::take(&mut shape.phrase)),
        ]
        .into_iter()
        .filter(|(_, forms)| !forms.is_empty())
        .map(|(class, forms)| Trigger {
            class,
            forms: forms.iter().map(|form| lemmas(form.get_ref())).collect(),
            with: with.clone(),
            without: without.clone(),
            actor: shape.actor.as_deref().map_or_else(|| slots(default_actor(class)), slots),
            recipient: shape.recipient.as_deref().map_or_else(|| slots(default_recipient(class)), slots),
            together: shape.together.iter().map(|name| Slot::named(name)).collect(),
            needs,
            only: only.clone(),
            status,
            implied,
        })
        .collect()
    }

    fn tests(&mut self, shape: &BTreeMap<String, Vec<Located>>) -> Vec<SlotTest> {
        shape
            .iter()
            .map(|(slot, words)| SlotTest {
                slot: Slot::named(slot),
                fillers: words.iter().flat_map(|word| self.fillers(word)).collect(),
            })
            .collect()
    }

    fn fillers(&mut self, word: &Located) -> Vec<Filler> {
        let text = word.get_ref().as_str();
        match (text.strip_prefix('@'), text.strip_prefix('#')) {
            (Some(class), _) => self.class(word, class),
            (_, Some("actor")) => vec![Filler::Actor],
            (_, Some("state")) => vec![Filler::State],
            (_, Some("place")) => vec![Filler::Place],
            (_, Some("any")) => vec![Filler::Any],
            (_, Some(sector)) => self.sector(word, sector),
            _ => vec![Filler::Words(lemmas(text))],
        }
    }

    fn class(&mut self, at: &Located, name: &str) -> Vec<Filler> {
        match self.classes.get(name) {
            Some(words) => words.iter().map(|word| Filler::Words(lemmas(word))).collect(),
            None => {
                self.complain(at, &format!("no class @{name} in rules/classes.toml"));
                Vec::new()
            }
        }
    }

    fn sector(&mut self, at: &Located, name: &str) -> Vec<Filler> {
        match name.parse::<Sector>() {
            Ok(sector) => vec![Filler::Sector(sector)],
            Err(error) => {
                self.complain(at, &error.to_string());
                Vec::new()
            }
        }
    }

    fn needs(&mut self, text: &Located) -> Option<Needs> {
        let needs = match text.get_ref().as_str() {
            "nothing" => Needs::Nothing,
            "someone" => Needs::Someone,
            "actor" => Needs::Actor,
            "recipient" => Needs::Recipient,
            "both" => Needs::Both,
            "two" => Needs::Two,
            _ => {
                self.complain(text, "needs is one of: nothing, someone, actor, recipient, both, two");
                return None;
            }
        };
        Some(needs)
    }

    fn examples(&mut self, yes: Vec<YesShape>, no: Vec<NoShape>) -> Vec<Example> {
        let mut examples: Vec<Example> = yes.into_iter().map(|shape| self.yes(shape)).collect();
        examples.extend(no.into_iter().map(|shape| Example {
            line: toml_file::line_of(self.file.text, shape.text.span().start),
            expect: Expect::No { why: shape.why },
            text: shape.text.into_inner(),
        }));
        examples
    }

    fn yes(&mut self, shape: YesShape) -> Example {
        let status = shape.status.as_ref().and_then(|s| self.code(s)).unwrap_or(Status::Occurred);
        Example {
            line: toml_file::line_of(self.file.text, shape.text.span().start),
            expect: Expect::Yes { trigger: shape.trigger, actors: shape.actors, recipients: shape.recipients, status },
            text: shape.text.into_inner(),
        }
    }
}

fn lemmas(form: &str) -> Vec<Box<str>> {
    form.split_whitespace().map(Into::into).collect()
}

fn slots<S: AsRef<str>>(names: &[S]) -> Vec<Slot> {
    names.iter().map(|name| Slot::named(name.as_ref())).collect()
}

/// Where who stands unless a rule says otherwise.
fn default_actor(class: TriggerClass) -> &'static [&'static str] {
    match class {
        TriggerClass::Noun => &["subject", "by", "possessor", "premodifier", "from"],
        _ => &["subject"],
    }
}

/// Where whom stands unless a rule says otherwise.
fn default_recipient(class: TriggerClass) -> &'static [&'static str] {
    match class {
        TriggerClass::Noun => &["on", "against", "at", "of", "object"],
        _ => &["object"],
    }
}
