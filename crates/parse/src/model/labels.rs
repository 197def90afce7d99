//! What the classes of the heads mean.

use super::ModelError;
use super::archive::Archive;
use super::lemmas::Lemmas;
use types::{Deprel, EntityKind, Upos, Xpos};

/// The label lists of all heads.
#[derive(Debug)]
pub(crate) struct Labels {
    pub upos: Vec<Upos>,
    pub xpos: Vec<Xpos>,
    pub lemma: Lemmas,
    pub entity: Vec<Option<EntityKind>>,
    pub named: Vec<NameLabel>,
    pub deprel: Vec<Deprel>,
}

impl Labels {
    pub fn read(archive: &Archive) -> Result<Self, ModelError> {
        Ok(Self {
            upos: archive.codes("upos")?,
            xpos: archive.codes("xpos")?,
            lemma: Lemmas::read(archive)?,
            entity: archive.labels("entity")?.iter().map(|l| kind(l)).collect::<Result<_, _>>()?,
            named: archive.labels("named")?.iter().map(|l| NameLabel::read(l)).collect::<Result<_, _>>()?,
            deprel: archive.codes("deprel")?,
        })
    }
}

/// `O` is no kind.
fn kind(label: &str) -> Result<Option<EntityKind>, ModelError> {
    if label == "O" { Ok(None) } else { Ok(Some(label.parse()?)) }
}

/// Begin, inside or outside of a name; a name without kind takes that of the phrase it heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameLabel {
    Outside,
    Begin(Option<EntityKind>),
    Inside(Option<EntityKind>),
}

impl NameLabel {
    fn read(label: &str) -> Result<Self, ModelError> {
        let of = |kind_label: &str| if kind_label == "other" { Ok(None) } else { kind(kind_label) };
        match label.split_once('-') {
            None if label == "O" => Ok(NameLabel::Outside),
            Some(("B", rest)) => Ok(NameLabel::Begin(of(rest)?)),
            Some(("I", rest)) => Ok(NameLabel::Inside(of(rest)?)),
            _ => Err(ModelError::Labels("named")),
        }
    }
}
