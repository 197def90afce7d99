//! Proper names out of begin, inside and outside.

use crate::model::NameLabel;
use types::{EntityKind, Named, Token};

/// Runs of labels. An inside label that continues nothing opens a name; a name without kind takes that of
/// the phrase it heads.
pub(super) fn names(labels: &[NameLabel], tokens: &[Token]) -> Vec<Named> {
    let mut runs: Vec<Run> = Vec::new();
    for (id, &label) in labels.iter().enumerate() {
        match (label, runs.last_mut()) {
            (NameLabel::Outside, _) => {}
            (NameLabel::Inside(kind), Some(run)) if run.1 + 1 == id && run.2 == kind => run.1 = id,
            (NameLabel::Begin(kind) | NameLabel::Inside(kind), _) => runs.push((id, id, kind)),
        }
    }
    let kind = |(first, last, kind): Run| kind.unwrap_or_else(|| kind_of_head(&tokens[first..=last], first));
    runs.into_iter().map(|run| Named { first: run.0, last: run.1, kind: kind(run) }).collect()
}

/// First and last token, and the kind if the label says it.
type Run = (usize, usize, Option<EntityKind>);

fn kind_of_head(tokens: &[Token], first: usize) -> EntityKind {
    let inside = |head: usize| (first..first + tokens.len()).contains(&head);
    let head = tokens.iter().find(|t| !t.head.is_some_and(inside));
    let kinds = head.into_iter().chain(tokens.iter().rev());
    kinds.filter_map(|t| t.entity).next().unwrap_or(EntityKind::Abstract)
}
