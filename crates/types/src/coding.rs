//! An event as a codebook of somebody else's codes it: source, target and a code of that book.

use crate::{Attribution, Evidence, Place, Span, Status, Time};
use std::{fmt, str::FromStr};

/// A text that cannot be a code of a codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidCode(pub String);

impl fmt::Display for InvalidCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no code: letters, digits, -, + and # only", self.0)
    }
}

impl std::error::Error for InvalidCode {}

/// Declares a code whose list is open: whoever writes the codebook fills it.
macro_rules! open_code {
    ($(#[$meta:meta])* $name:ident, $signs:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Box<str>);

        impl $name {
            /// The written form.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidCode;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                let fits = |c: char| c.is_ascii_alphanumeric() || $signs.contains(c);
                if s.is_empty() || !s.chars().all(fits) {
                    return Err(InvalidCode(s.to_owned()));
                }
                Ok(Self(s.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

open_code! {
    /// An actor, for example `USAGOV`: blocks of three letters, `---` for a country that is not known.
    ActorCode, "-+#"
}

open_code! {
    /// What is done, for example `190`; CAMEO's and WEIS's have digits, other books may have letters.
    EventCode, "-+#?"
}

impl ActorCode {
    /// Nobody: what is named has no code.
    pub const NOBODY: &'static str = "---";

    /// Whether it stands for nobody.
    pub fn is_nobody(&self) -> bool {
        self.as_str() == Self::NOBODY
    }
}

/// One side of a coding: the code and the words it was read off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Who.
    pub code: ActorCode,
    /// The words, if any.
    pub span: Option<Span>,
}

/// Who did what to whom in the codes of a codebook, with what Tidings knows besides.
#[derive(Debug, Clone, PartialEq)]
pub struct Coding {
    /// Who.
    pub source: Side,
    /// Whom.
    pub target: Side,
    /// What.
    pub code: EventCode,
    /// Whether it happened, as the text presents it.
    pub status: Status,
    /// On whose word, outermost first.
    pub attribution: Vec<Attribution>,
    /// The hedging words.
    pub hedge: Option<Span>,
    /// Where.
    pub place: Option<Place>,
    /// When.
    pub time: Option<Time>,
    /// The words that say so; the rule is the dictionary's file and line.
    pub evidence: Evidence,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_checked_for_their_form() {
        for good in ["USAGOV", "---GOV", "+++", "###", "IGO"] {
            assert_eq!(good.parse::<ActorCode>().map(|c| c.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "USA GOV", "US~", "[USA"] {
            assert!(bad.parse::<ActorCode>().is_err(), "{bad}");
        }
        assert!("025?".parse::<EventCode>().is_ok());
    }
}
