//! In which contexts an event stands: military, legal, migration and so on.

use crate::scene::Scene;
use lexicon::Rule;
use types::Context;

/// The contexts of a rule and of the words round it.
pub(crate) fn of(_scene: &Scene<'_>, _sentence: usize, rule: &Rule) -> Vec<Context> {
    rule.contexts.clone()
}
