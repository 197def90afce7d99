//! Which statuses an export keeps.

use std::str::FromStr;
use types::{Status, UnknownCode};

/// The statuses that are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Only(Vec<Status>);

impl Only {
    /// Every status.
    pub fn all() -> Self {
        Self(Status::ALL.to_vec())
    }

    /// These.
    pub fn of(statuses: &[Status]) -> Self {
        Self(statuses.to_vec())
    }

    /// Which they are.
    pub fn statuses(&self) -> &[Status] {
        &self.0
    }

    /// Whether a status is kept.
    pub fn keeps(&self, status: Status) -> bool {
        self.0.contains(&status)
    }
}

impl FromStr for Only {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "all" => Ok(Self::all()),
            list => list.split(',').map(|name| name.trim().parse()).collect::<Result<_, _>>().map(Self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: Option<&[Status]>) {
        assert_eq!(text.parse::<Only>().ok(), want.map(|list| Only(list.to_vec())), "{text}");
    }

    #[test]
    fn statuses_are_listed() {
        check("all", Some(Status::ALL));
        check("occurred", Some(&[Status::Occurred]));
        check("planned, denied", Some(&[Status::Planned, Status::Denied]));
        check("", None);
        check("occured", None);
    }
}
