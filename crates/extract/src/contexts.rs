//! In which contexts an event stands: military, legal, migration and so on.

use crate::scene::Scene;
use lexicon::Rule;
use types::{BlockKind, Context};

/// The contexts of a rule, of the words of the sentence and of the title, in the order of the list.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, rule: &Rule) -> Vec<Context> {
    let is_title = |index: &usize| {
        let block = scene.document.blocks.get(scene.parse(*index).block);
        block.is_some_and(|block| block.kind == BlockKind::Title)
    };
    let titles = (0..scene.parses.len()).take_while(is_title).filter(|&index| index != sentence);
    let mut found: Vec<Context> =
        std::iter::once(sentence).chain(titles).flat_map(|index| told(scene, index)).collect();
    found.extend(&rule.contexts);
    found.sort_unstable();
    found.dedup();
    found
}

fn told(scene: &Scene<'_>, sentence: usize) -> Vec<Context> {
    let lemmas: Vec<String> = scene.parse(sentence).tokens().iter().map(|token| token.lemma.to_lowercase()).collect();
    (0..lemmas.len()).flat_map(|at| scene.lexicon.contexts.at(lemmas.get(at..).unwrap_or(&[]))).collect()
}
