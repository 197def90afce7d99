//! The MISC column: what a parse holds beyond tags and tree.

use super::ConlluErrorKind;
use types::{EntityKind, Named, Token, TokenId};

/// What one MISC column says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Misc {
    pub space_after: bool,
    pub entity: Option<EntityKind>,
    pub factuality: f32,
    pub named: Option<NameTag>,
}

impl Default for Misc {
    fn default() -> Self {
        Self { space_after: true, entity: None, factuality: 0.0, named: None }
    }
}

/// Begin or inside of a proper name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameTag {
    Begin(EntityKind),
    Inside(EntityKind),
}

pub(super) fn read(column: &str) -> Result<Misc, ConlluErrorKind> {
    let mut misc = Misc::default();
    for part in column.split('|') {
        match part.split_once('=') {
            Some(("SpaceAfter", "No")) => misc.space_after = false,
            Some(("EntityKind", kind)) => misc.entity = Some(kind.parse()?),
            Some(("Factuality", value)) => misc.factuality = number(value)?,
            Some(("Named", tag)) => misc.named = Some(name_tag(tag)?),
            _ => {}
        }
    }
    Ok(misc)
}

fn number(value: &str) -> Result<f32, ConlluErrorKind> {
    let number = value.parse::<f32>().ok().filter(|n| n.is_finite());
    number.ok_or_else(|| ConlluErrorKind::Misc(value.to_owned()))
}

fn name_tag(tag: &str) -> Result<NameTag, ConlluErrorKind> {
    match tag.split_once('-') {
        Some(("B", kind)) => Ok(NameTag::Begin(kind.parse()?)),
        Some(("I", kind)) => Ok(NameTag::Inside(kind.parse()?)),
        _ => Err(ConlluErrorKind::Misc(tag.to_owned())),
    }
}

/// Runs of tags; an inside tag that continues nothing opens a name.
pub(super) fn names(tags: &[Option<NameTag>]) -> Vec<Named> {
    let mut names: Vec<Named> = Vec::new();
    for (id, tag) in tags.iter().enumerate() {
        match (tag, names.last_mut()) {
            (Some(NameTag::Inside(kind)), Some(last)) if last.last + 1 == id && last.kind == *kind => last.last = id,
            (Some(NameTag::Begin(kind) | NameTag::Inside(kind)), _) => {
                names.push(Named { first: id, last: id, kind: *kind });
            }
            (None, _) => {}
        }
    }
    names
}

pub(super) fn write(token: &Token, id: TokenId, names: &[Named], space_after: Option<char>) -> String {
    let entity = token.entity.map(|kind| format!("EntityKind={kind}"));
    let factuality = (token.factuality != 0.0).then(|| format!("Factuality={}", token.factuality));
    let named = names.iter().find(|n| (n.first..=n.last).contains(&id)).map(|n| {
        let position = if n.first == id { "B" } else { "I" };
        format!("Named={position}-{}", n.kind)
    });
    let space = space_after.is_none().then(|| "SpaceAfter=No".to_owned());
    let parts: Vec<String> = [entity, factuality, named, space].into_iter().flatten().collect();
    if parts.is_empty() { "_".to_owned() } else { parts.join("|") }
}
