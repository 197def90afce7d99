//! What a word says of status, sources and certainty.

use super::{Line, Term};
use tidings::lexicon::{CueEdge, Lexicon, Slot};

/// What the term makes of the status of an event.
pub fn status(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let cues = lexicon.cues.status(term.first()).iter().filter(|cue| term.is_in(&cue.lemmas));
    cues.map(|cue| (cue.status.to_string(), format!("{}; event: {}", cue.lemmas.join(" "), edges(&cue.edges))))
        .collect()
}

fn edges(edges: &[CueEdge]) -> String {
    let names = edges.iter().map(|edge| match edge {
        CueEdge::Purpose => "the clause of what it is done for".to_owned(),
        CueEdge::Clause => "its clause".to_owned(),
        CueEdge::Given => "its object, which is there before".to_owned(),
        CueEdge::Object => "its object".to_owned(),
        CueEdge::Subject => "its subject".to_owned(),
        CueEdge::Compound => "before it in a compound".to_owned(),
        CueEdge::Modifier => "what it modifies".to_owned(),
        CueEdge::Adverb => "what it says when or whether of".to_owned(),
        CueEdge::Mark => "the clause it opens".to_owned(),
        CueEdge::Preposition(word) => format!("behind “{word}”"),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// Whether it introduces a source or is one.
pub fn sources(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let cues = lexicon.cues.source(term.first()).iter().filter(|cue| term.is_in(&cue.lemmas));
    let cues = cues.map(|cue| ("cue".to_owned(), format!("{}; source: {}", cue.lemmas.join(" "), cue.source.as_str())));
    let kind = lexicon.cues.source_kind(&term.lemmas.join(" "));
    cues.chain(kind.map(|kind| ("source".to_owned(), kind.to_string()))).collect()
}

/// Whether it lends its arguments to an event noun or hedges.
pub fn others(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
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
