//! Rules: which words express which event, and which of their arguments are who and whom.
//!
//! A rule is one idea in one file under `rules/<type>/`. Rust holds the mechanism only; the format is
//! described in `data/rules/README.md`.

use std::collections::HashMap;
use types::{Context, EventType, Mode, Sector, Status};

/// A grammatical place round a trigger, after passives, control, relative clauses and light verbs are undone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// Who does it, whatever the voice.
    Subject,
    /// What it is done to.
    Object,
    /// To whom it is given or told.
    Indirect,
    /// The possessor of a noun ("Iran's attack").
    Possessor,
    /// A noun or adjective before a noun ("Israeli airstrikes").
    Premodifier,
    /// The predicate of an object or subject ("called it illegal").
    Complement,
    /// The head of a complement clause ("refused to leave").
    Clause,
    /// The head of a clause in the infinitive ("told them to leave", not "told them that").
    Infinitive,
    /// Whose words they are: the source of the quotation or report that holds the trigger.
    Speaker,
    /// Who acts where a noun is the occasion ("**Chad** withdrew at the request of Mali").
    Host,
    /// The modal of the word itself ("**will** not accept").
    Modal,
    /// The modals and auxiliaries of the clause below ("said that they **must** leave", "announced that they **have** left").
    ClauseModal,
    /// The subject of the clause below ("killed when a **bus** overturned").
    ClauseSubject,
    /// The verb whose circumstance the word is ("a bus **overturned**, killing six").
    Main,
    /// The phrase behind a preposition ("on", "against").
    Preposition(Box<str>),
}

impl Slot {
    /// The slot of a name; whatever is no grammatical term is a preposition.
    pub fn named(name: &str) -> Slot {
        match name {
            "subject" => Slot::Subject,
            "object" => Slot::Object,
            "indirect" => Slot::Indirect,
            "possessor" => Slot::Possessor,
            "premodifier" => Slot::Premodifier,
            "complement" => Slot::Complement,
            "clause" => Slot::Clause,
            "infinitive" => Slot::Infinitive,
            "speaker" => Slot::Speaker,
            "host" => Slot::Host,
            "modal" => Slot::Modal,
            "clause-modal" => Slot::ClauseModal,
            "clause-subject" => Slot::ClauseSubject,
            "main" => Slot::Main,
            preposition => Slot::Preposition(preposition.into()),
        }
    }

    /// The written form.
    pub fn as_str(&self) -> &str {
        match self {
            Slot::Subject => "subject",
            Slot::Object => "object",
            Slot::Indirect => "indirect",
            Slot::Possessor => "possessor",
            Slot::Premodifier => "premodifier",
            Slot::Complement => "complement",
            Slot::Clause => "clause",
            Slot::Infinitive => "infinitive",
            Slot::Speaker => "speaker",
            Slot::Host => "host",
            Slot::Modal => "modal",
            Slot::ClauseModal => "clause-modal",
            Slot::ClauseSubject => "clause-subject",
            Slot::Main => "main",
            Slot::Preposition(word) => word,
        }
    }
}

/// Part of speech of a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TriggerClass {
    /// A verb, with particle, preposition or object where the form has several words.
    Verb,
    /// A noun; the last word of the form is its head.
    Noun,
    /// An adjective or participle used as one.
    Adjective,
    /// Words in their order, whatever they are.
    Phrase,
}

/// What a slot's phrase may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filler {
    /// Its head has this lemma, or the phrase ends in these lemmas.
    Words(Vec<Box<str>>),
    /// It names a participant of this sector (`#MIL`).
    Sector(Sector),
    /// It names any politically relevant participant (`#actor`).
    Actor,
    /// It names a state, its government or an international body (`#state`).
    State,
    /// It names a place (`#place`).
    Place,
    /// The slot is filled by anything (`#any`).
    Any,
}

/// A condition on one slot: one of the fillers must (or must not) stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotTest {
    /// Where.
    pub slot: Slot,
    /// One of these.
    pub fillers: Vec<Filler>,
}

/// Which participants must be known for the trigger to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// None: the words suffice.
    Nothing,
    /// Somebody who or whom.
    Someone,
    /// Somebody who.
    Actor,
    /// Somebody whom.
    Recipient,
    /// Both.
    Both,
    /// Two on whatever side.
    Two,
}

/// Words that express the rule's event, with their conditions and roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Part of speech.
    pub class: TriggerClass,
    /// The forms, each as lemmas.
    pub forms: Vec<Vec<Box<str>>>,
    /// Conditions that must hold.
    pub with: Vec<SlotTest>,
    /// Conditions of which none may hold.
    pub without: Vec<SlotTest>,
    /// Where the actors stand, best slot first.
    pub actor: Vec<Slot>,
    /// Where the recipients stand, best slot first.
    pub recipient: Vec<Slot>,
    /// Slots whose phrases are all actors of a mutual event.
    pub together: Vec<Slot>,
    /// Which participants must be known.
    pub needs: Needs,
    /// The statuses to which the trigger is confined, if any.
    pub only: Vec<Status>,
    /// The status that the rule's event has when this trigger is used, if fixed.
    pub status: Option<Status>,
    /// The sector of actors whom the words imply where none are named ("protests").
    pub implied: Option<Sector>,
}

/// What an example says about the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Line in the file.
    pub line: usize,
    /// The sentence.
    pub text: String,
    /// What is expected of it.
    pub expect: Expect,
}

/// The expectation of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
    /// A record of this rule.
    Yes {
        /// The trigger's words, if stated.
        trigger: Option<String>,
        /// The actors' words, if stated.
        actors: Option<Vec<String>>,
        /// The recipients' words, if stated.
        recipients: Option<Vec<String>>,
        /// The status; occurred unless stated.
        status: Status,
    },
    /// No record of this rule, and why.
    No {
        /// The reason.
        why: String,
    },
}

/// One idea: an event and the ways to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Name, equal to the file's.
    pub id: String,
    /// Path below `data/`.
    pub file: String,
    /// What it is for.
    pub why: String,
    /// Event type.
    pub kind: EventType,
    /// Mode of the type.
    pub mode: Option<Mode>,
    /// Contexts that the words themselves establish.
    pub contexts: Vec<Context>,
    /// The ways to say it.
    pub triggers: Vec<Trigger>,
    /// Its tests and manual.
    pub examples: Vec<Example>,
}

/// Index of a trigger: rule and place within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TriggerRef {
    /// Index of the rule.
    pub rule: usize,
    /// Index of the trigger in the rule.
    pub trigger: usize,
    /// Index of the form in the trigger.
    pub form: usize,
}

/// All rules, found by the lemma that heads a form.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    all: Vec<Rule>,
    by_head: HashMap<Box<str>, Vec<TriggerRef>>,
}

impl Rules {
    /// An index over rules, in the order of their files.
    pub(crate) fn new(all: Vec<Rule>) -> Self {
        let mut by_head: HashMap<Box<str>, Vec<TriggerRef>> = HashMap::new();
        for (rule, each) in all.iter().enumerate() {
            for (trigger, words) in each.triggers.iter().enumerate() {
                for (form, lemmas) in words.forms.iter().enumerate() {
                    if let Some(head) = head_of(words.class, lemmas) {
                        by_head.entry(head.into()).or_default().push(TriggerRef { rule, trigger, form });
                    }
                }
            }
        }
        Self { all, by_head }
    }

    /// Every rule.
    pub fn all(&self) -> &[Rule] {
        &self.all
    }

    /// The forms whose head has this lemma.
    pub fn headed_by(&self, lemma: &str) -> &[TriggerRef] {
        self.by_head.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The rule, trigger and form of a reference.
    pub fn get(&self, at: TriggerRef) -> Option<(&Rule, &Trigger, &[Box<str>])> {
        let rule = self.all.get(at.rule)?;
        let trigger = rule.triggers.get(at.trigger)?;
        Some((rule, trigger, trigger.forms.get(at.form)?))
    }
}

/// Verbs and phrases are headed by their first word, nouns and adjectives by their last.
fn head_of(class: TriggerClass, lemmas: &[Box<str>]) -> Option<&str> {
    let head = match class {
        TriggerClass::Verb | TriggerClass::Phrase => lemmas.first(),
        TriggerClass::Noun | TriggerClass::Adjective => lemmas.last(),
    };
    head.map(|lemma| &**lemma)
}
