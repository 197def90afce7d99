//! `tidings lexicon show`: what is known of a word.

use crate::fallible::Outcome;
use crate::ink::{Ink, Inked};
use crate::output;
use crate::screen::Screen;
use tidings::lexicon::{Case, CueEdge, Lexicon, NameKind, Rule, Slot, Trigger, TriggerClass};
use tidings::types::{Country, Sector};

/// A line: its head, and what is said of it.
type Line = (String, String);

/// Shows all rules.
pub fn rules(lexicon: &Lexicon) -> anyhow::Result<Outcome> {
    let lines = lexicon.rules.all().iter().map(|rule| (code(rule), format!("{}: {}", rule.id, rule.why))).collect();
    output::print(&section("rules", lines, Screen::of_stdout()))?;
    Ok(Outcome::Done)
}

/// Shows all that is known of a term.
pub fn term(lexicon: &Lexicon, term: &str) -> anyhow::Result<Outcome> {
    let screen = Screen::of_stdout();
    let key = Term::new(term);
    let sections = [
        ("rules", triggers(lexicon, &key)),
        ("status", status_cues(lexicon, &key)),
        ("sources", sources(lexicon, &key)),
        ("other cues", other_cues(lexicon, &key)),
        ("actors", actors(lexicon, &key)),
        ("roles", roles(lexicon, &key)),
        ("places", places(lexicon, &key)),
    ];
    let shown: String = sections.into_iter().map(|(name, lines)| section(name, lines, screen)).collect();
    let nothing =
        format!("Nothing is known of {term:?}. Words stand in their dictionary form: attack, not attacked.\n");
    output::print(if shown.is_empty() { &nothing } else { shown.trim_start_matches('\n') })?;
    Ok(Outcome::Done)
}

/// A term as given and as lemmas are written.
struct Term<'a> {
    words: Vec<&'a str>,
    lemmas: Vec<String>,
}

impl<'a> Term<'a> {
    fn new(term: &'a str) -> Self {
        let words: Vec<&str> = term.split_whitespace().collect();
        let lemmas = words.iter().map(|word| word.to_lowercase()).collect();
        Self { words, lemmas }
    }

    /// Whether the term stands in these lemmas.
    fn is_in(&self, lemmas: &[Box<str>]) -> bool {
        let same = |window: &[Box<str>]| window.iter().zip(&self.lemmas).all(|(a, b)| **a == **b);
        !self.lemmas.is_empty() && lemmas.windows(self.lemmas.len()).any(same)
    }

    fn first(&self) -> &str {
        self.lemmas.first().map_or("", |lemma| lemma)
    }
}

fn triggers(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let of_rule = |rule: &'_ Rule| -> Vec<Line> {
        let forms = rule.triggers.iter().flat_map(|t| t.forms.iter().map(move |form| (t, form)));
        let found = forms.filter(|(_, form)| term.is_in(form));
        found.map(|(trigger, form)| (code(rule), trigger_line(rule, trigger, form))).collect()
    };
    lexicon.rules.all().iter().flat_map(of_rule).collect()
}

fn trigger_line(rule: &Rule, trigger: &Trigger, form: &[Box<str>]) -> String {
    let class = match trigger.class {
        TriggerClass::Verb => "verb",
        TriggerClass::Noun => "noun",
        TriggerClass::Adjective => "adjective",
        TriggerClass::Phrase => "phrase",
    };
    let mut line = format!("{class} “{}”", form.join(" "));
    for (name, slots) in [("who", &trigger.actor), ("whom", &trigger.recipient), ("together", &trigger.together)] {
        if !slots.is_empty() {
            line += &format!("; {name}: {}", slots.iter().map(Slot::as_str).collect::<Vec<_>>().join(", "));
        }
    }
    format!("{line}; {} ({})", rule.why, rule.file)
}

fn code(rule: &Rule) -> String {
    rule.mode.map_or_else(|| rule.kind.to_string(), |mode| format!("{} {mode}", rule.kind))
}

fn status_cues(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let cues = lexicon.cues.status(term.first()).iter().filter(|cue| term.is_in(&cue.lemmas));
    cues.map(|cue| (cue.status.to_string(), format!("{}; event: {}", cue.lemmas.join(" "), edges(&cue.edges))))
        .collect()
}

fn edges(edges: &[CueEdge]) -> String {
    let names = edges.iter().map(|edge| match edge {
        CueEdge::Clause => "its clause".to_owned(),
        CueEdge::Object => "its object".to_owned(),
        CueEdge::Subject => "its subject".to_owned(),
        CueEdge::Compound => "before it in a compound".to_owned(),
        CueEdge::Modifier => "what it modifies".to_owned(),
        CueEdge::Preposition(word) => format!("behind “{word}”"),
    });
    names.collect::<Vec<_>>().join(", ")
}

fn sources(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let cues = lexicon.cues.source(term.first()).iter().filter(|cue| term.is_in(&cue.lemmas));
    let cues = cues.map(|cue| ("cue".to_owned(), format!("{}; source: {}", cue.lemmas.join(" "), cue.source.as_str())));
    let kind = lexicon.cues.source_kind(&term.lemmas.join(" "));
    cues.chain(kind.map(|kind| ("source".to_owned(), kind.to_string()))).collect()
}

fn other_cues(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let light = lexicon.cues.light(term.first()).iter().filter(|verb| term.is_in(&verb.lemmas));
    let slot = |slot: &Option<Slot>| slot.as_ref().map_or("nothing".to_owned(), |s| s.as_str().to_owned());
    let light = light.map(|verb| {
        let (subject, object) = (slot(&verb.subject), slot(&verb.object));
        let says = format!(
            "{}; its {} is the event, its subject the event's {subject}, its object {object}",
            verb.lemmas.join(" "),
            verb.via.as_str()
        );
        ("light verb".to_owned(), says)
    });
    let hedges = lexicon.cues.hedges().iter().filter(|hedge| term.is_in(hedge));
    light.chain(hedges.map(|hedge| ("hedge".to_owned(), hedge.join(" ")))).collect()
}

fn actors(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let states = &lexicon.world.states;
    let state = [
        ("state", states.name(&term.words, Case::Sentence)),
        ("demonym", states.demonym(&term.words, Case::Sentence)),
        ("capital", states.capital(&term.words, Case::Sentence)),
    ];
    let state = state.into_iter().filter_map(|(what, found)| {
        let (_, state) = found.filter(|(words, _)| *words == term.words.len())?;
        Some((what.to_owned(), format!("{} {}.{}", state.name(), state.country, state.sector)))
    });
    state.chain(names(lexicon, term)).collect()
}

fn names(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let found = lexicon.world.names.longest(&term.words, Case::Sentence);
    let whole = found.filter(|found| found.words == term.words.len());
    let entries = whole.into_iter().flat_map(|found| found.entries);
    let line = |entry: &tidings::lexicon::Entry| {
        let day = |day: Option<tidings::types::Date>| day.map_or_else(String::new, |day| day.to_string());
        let term = match (entry.term.from, entry.term.to) {
            (None, None) => String::new(),
            (from, to) => format!(", {} to {}", day(from), day(to)),
        };
        (kind(entry.kind).to_owned(), format!("{} {}{term}", entry.name, entity(entry.country, &entry.sectors)))
    };
    entries.map(line).collect()
}

const fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Body => "body",
        NameKind::Person => "person",
        NameKind::Group => "group",
        NameKind::Seat => "seat",
        NameKind::Outlet => "outlet",
        NameKind::Firm => "firm",
    }
}

fn entity(country: Option<Country>, sectors: &[Sector]) -> String {
    let country = country.map(|c| c.to_string());
    let sectors = sectors.iter().map(|s| s.to_string());
    country.into_iter().chain(sectors).collect::<Vec<_>>().join(".")
}

fn roles(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let lemmas: Vec<&str> = term.lemmas.iter().map(String::as_str).collect();
    let found = lexicon.world.roles.longest_ending(&lemmas);
    let role = found.map(|(_, role)| {
        let sectors = if role.inherits() { "as whom it serves".to_owned() } else { entity(None, &role.sectors) };
        ("role".to_owned(), format!("{} {sectors}", role.phrase))
    });
    role.into_iter().collect()
}

fn places(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let found = lexicon.world.places.longest(&term.words, Case::Sentence);
    let whole = found.filter(|(words, _)| *words == term.words.len());
    let line = |place: &tidings::lexicon::PlaceEntry| {
        let country = place.country.map_or_else(String::new, |country| format!(" {country}"));
        let number = place.geonames.map_or_else(String::new, |id| format!(", GeoNames {id}"));
        ("place".to_owned(), format!("{}{country} ({}, {}){number}", place.name, place.lat, place.lon))
    };
    whole.into_iter().flat_map(|(_, places)| places).map(line).collect()
}

/// Columns of a line's head.
const HEAD: usize = 24;
const INDENT: usize = 2;

fn section(name: &str, lines: Vec<Line>, screen: Screen) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let shown: String = lines.iter().map(|line| two_columns(line, screen)).collect();
    format!("\n{}\n{shown}", Inked::new(Ink::Strong, name).painted(screen.paint))
}

fn two_columns((head, text): &Line, screen: Screen) -> String {
    let head = Inked::new(Ink::Green, head).padded(HEAD - INDENT, screen.paint);
    let lines = Inked::new(Ink::Plain, text).wrapped(screen.width - HEAD);
    let lines: Vec<String> = lines.iter().map(|line| line.painted(screen.paint)).collect();
    format!("{}{head}{}\n", " ".repeat(INDENT), lines.join(&format!("\n{}", " ".repeat(HEAD))))
}
