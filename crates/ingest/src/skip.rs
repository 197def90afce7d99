//! Why a document that could be read is not worth analysing.

use std::fmt;

/// The reason a document yields no events.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Skip {
    /// There is no running text.
    NoText,
    /// The text is in another language.
    NotEnglish {
        /// ISO 639-3 code, or `und` where only the script tells.
        language: String,
    },
    /// Only the invitation to subscribe is there.
    PaywallStub,
    /// More text than an article can have.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
}

impl Skip {
    /// The short code of the reason.
    pub const fn code(&self) -> &'static str {
        match self {
            Skip::NoText => "no-text",
            Skip::NotEnglish { .. } => "not-english",
            Skip::PaywallStub => "paywall-stub",
            Skip::TooLarge { .. } => "too-large",
        }
    }
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
