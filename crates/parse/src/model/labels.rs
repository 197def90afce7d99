//! What the classes of the heads mean.

use super::ModelError;
use super::archive::Archive;
use types::{Deprel, EntityKind, Upos, Xpos};

/// The label lists of all heads.
#[derive(Debug)]
pub(crate) struct Labels {
    pub upos: Vec<Upos>,
    pub xpos: Vec<Xpos>,
    pub lemma: Vec<Script>,
    pub entity: Vec<Option<EntityKind>>,
    pub named: Vec<NameLabel>,
    pub deprel: Vec<Deprel>,
}

impl Labels {
    pub fn read(archive: &Archive) -> Result<Self, ModelError> {
        Ok(Self {
            upos: archive.codes("upos")?,
            xpos: archive.codes("xpos")?,
            lemma: archive.labels("lemma")?.iter().map(|s| Script::read(s)).collect::<Result<_, _>>()?,
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

/// How a lemma is made from a form: recase, cut from the end, append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Script {
    case: Case,
    strip: usize,
    append: Box<str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Lower,
    Title,
    Keep,
}

impl Script {
    pub fn read(script: &str) -> Result<Self, ModelError> {
        let malformed = || ModelError::Script(script.to_owned());
        let mut parts = script.splitn(3, '|');
        let case = match parts.next() {
            Some("l") => Case::Lower,
            Some("t") => Case::Title,
            Some("k") => Case::Keep,
            _ => return Err(malformed()),
        };
        let strip = parts.next().and_then(|s| s.parse().ok()).ok_or_else(malformed)?;
        Ok(Self { case, strip, append: parts.next().ok_or_else(malformed)?.into() })
    }

    /// The lemma of a form; the form itself where nothing would be left.
    pub fn apply(&self, form: &str) -> Box<str> {
        let mut lemma = self.recased(form);
        let kept = lemma.char_indices().rev().nth(self.strip.wrapping_sub(1)).map(|(at, _)| at);
        if self.strip > 0 {
            lemma.truncate(kept.unwrap_or(0));
        }
        lemma.push_str(&self.append);
        if lemma.is_empty() { form.into() } else { lemma.into() }
    }

    fn recased(&self, form: &str) -> String {
        let mut chars = form.chars();
        match (self.case, chars.next()) {
            (Case::Lower, _) => form.to_lowercase(),
            (Case::Title, Some(first)) => first.to_uppercase().collect::<String>() + &chars.as_str().to_lowercase(),
            _ => form.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, form: &str, want: &str) {
        assert_eq!(Script::read(script).map(|s| s.apply(form)).ok().as_deref(), Some(want), "{script} {form}");
    }

    #[test]
    fn scripts_make_lemmas() {
        check("l|3|e", "Having", "have");
        check("k|0|", "Paris", "Paris");
        check("t|1|", "AMERICANS", "American");
        check("l|9|be", "is", "be");
        check("l|2|", "is", "is");
        check("l|1||", "é!", "é|");
    }

    #[test]
    fn malformed_scripts_are_refused() {
        for bad in ["", "l", "l|x|", "q|0|", "l|1"] {
            assert!(Script::read(bad).is_err(), "{bad}");
        }
    }
}
