//! Transformations of PETRARCH 2: what a verb with a clause below it codes instead of its own code.
//!
//! `~ a (a b ATTACK) SAY = a b 015`: who says that he himself attacks somebody admits it. Letters stand for actors,
//! `_` for none named, `.` for any or none; a verb stands for all that code as it does, `Q` for every verb.

use types::EventCode;

/// Who stands at a place of the clause below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The source of the verb above.
    Same,
    /// Somebody else.
    Other,
    /// Nobody who is named.
    Nobody,
    /// Anybody or nobody.
    Any,
}

/// What a transformation codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// This.
    Code(EventCode),
    /// What the verb below codes.
    Inner,
}

/// A transformation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transformation {
    /// Source and target of the clause below.
    pub inner: [Role; 2],
    /// The verb of the clause below, in lower case; nothing for any.
    pub below: Option<Box<str>>,
    /// The verb above, in lower case.
    pub above: Box<str>,
    /// Source and target of what is coded.
    pub sides: [Role; 2],
    /// What is coded.
    pub outcome: Outcome,
    /// File and line.
    pub place: Box<str>,
}

/// Reads a line.
pub(super) fn transformation(text: &str, place: Box<str>) -> Result<Transformation, String> {
    let shape = || "a transformation is written ~ a (a b VERB) VERB = a b CODE".to_owned();
    let spaced = text.trim_start_matches('~').replace(['(', ')'], " ");
    let (from, to) = spaced.split_once('=').ok_or_else(shape)?;
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split_whitespace().collect(), to.split_whitespace().collect());
    let ([outer, source, target, below, above], [first, second, code]) = (from.as_slice(), to.as_slice()) else {
        return Err(shape());
    };
    let role = |name: &&str| match *name {
        "_" => Role::Nobody,
        "." => Role::Any,
        name if name == *outer => Role::Same,
        _ => Role::Other,
    };
    let outcome = match *code {
        "Q" => Outcome::Inner,
        code => Outcome::Code(code.parse().map_err(|error| format!("{error}"))?),
    };
    Ok(Transformation {
        inner: [role(source), role(target)],
        below: (*below != "Q").then(|| below.to_lowercase().into()),
        above: above.to_lowercase().into(),
        sides: [role(first), role(second)],
        outcome,
        place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read() {
        use Role::{Any, Nobody, Other, Same};
        let read = |text| transformation(text, "t:1".into());
        let found = read("~ a (a b STRIKE) TELL = a b 015").unwrap();
        assert_eq!((found.inner, found.sides), ([Same, Other], [Same, Other]));
        assert_eq!((found.below.as_deref(), &*found.above), (Some("strike"), "tell"));
        assert_eq!(
            read("~ a (b . STRIKE ) TELL = a b Q").map(|t| (t.inner, t.outcome)),
            Ok(([Other, Any], Outcome::Inner))
        );
        assert_eq!(read("~ a (_ b Q) TELL = a b 138").map(|t| (t.inner, t.below)), Ok(([Nobody, Other], None)));
        assert!(read("~ a (b STRIKE) TELL = a b 015").is_err());
        assert!(read("~ a (a b STRIKE) TELL = a b 0 5").is_err());
    }
}
