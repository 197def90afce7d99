//! Who says, thinks, feels or means what: every attribution of a text, whether or not an event hangs on it.
//!
//! * [`word`]: a listed verb, noun or adjective with what it tells ("said that …", "support for …", "is sure that …")
//! * [`phrase`]: a phrase that names the source of a whole clause ("according to …")
//! * [`headline`]: a name and a colon
//! * [`turn`]: paragraphs that open with a speaker and a colon
//! * [`voice`]: whose word it is
//! * [`told`]: what the three have in common, in words of a sentence
//! * [`quoted`]: quotations, which run over sentences
//! * [`tag`]: sentences that say whose words a quotation beside them is
//!
//! What lies inside another's content is a saying too; the reader tells them apart by their spans.

mod headline;
mod phrase;
mod quoted;
mod tag;
mod told;
mod turn;
mod voice;
mod word;

use crate::attribution::describe;
use crate::scene::Scene;
use told::Told;
use types::Saying;

/// All sayings of a document, in text order of their cues.
pub(crate) fn all(scene: &Scene<'_>) -> Vec<Saying> {
    let found: Vec<Told> = (0..scene.parses.len()).flat_map(|sentence| in_sentence(scene, sentence)).collect();
    let mut sayings: Vec<Saying> = found.iter().filter_map(|told| saying(scene, told)).collect();
    sayings.extend(turn::all(scene));
    quoted::complete(scene, &mut sayings);
    sayings.sort_by_key(|s| s.attribution.cue);
    sayings
}

fn in_sentence(scene: &Scene<'_>, sentence: usize) -> Vec<Told> {
    let words = 0..scene.parse(sentence).tokens().len();
    let of = |at| word::told(scene, sentence, at).into_iter().chain(phrase::told(scene, sentence, at));
    words.flat_map(of).chain(headline::told(scene, sentence)).collect()
}

fn saying(scene: &Scene<'_>, told: &Told) -> Option<Saying> {
    let parse = scene.parse(told.sentence);
    let content = told.content_spans(parse);
    let words = told.voice.as_ref().and_then(|voice| voice.span(parse));
    let who = told.voice.as_ref().map(|voice| (told.sentence, voice.who));
    let attribution = describe(scene, who, words, told.cue_span(parse))?;
    (!content.is_empty()).then_some(Saying { attribution, content })
}
