//! The codes of the dictionaries: open lists that their makers write, so they are checked for their form only.

use types::{ActorCode, Date, EventCode};

/// The codes of an event, from the subject's side and from the other's: `[042:043]`, `[:110]`, `[064]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventCodes {
    /// What the one who acts does.
    pub forward: Option<EventCode>,
    /// What is done or suffered in turn.
    pub backward: Option<EventCode>,
}

impl EventCodes {
    /// Reads what stands in brackets; `---` and nothing are no code.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let (forward, backward) = text.split_once(':').unwrap_or((text, ""));
        Ok(Self { forward: event_code(forward)?, backward: event_code(backward)? })
    }

    /// Whether both sides do the same.
    pub fn is_mutual(&self) -> bool {
        self.forward.is_some() && self.forward == self.backward
    }

    /// Whether it codes nothing.
    pub fn is_null(&self) -> bool {
        self.forward.is_none() && self.backward.is_none()
    }
}

fn event_code(text: &str) -> Result<Option<EventCode>, String> {
    match text.trim() {
        "" | "---" => Ok(None),
        code => code.parse().map(Some).map_err(|error| format!("{error}")),
    }
}

/// The actors of a code: `FRO/BIL` are two.
pub(super) fn actor_codes(text: &str) -> Result<Vec<ActorCode>, String> {
    text.split('/').map(|code| code.trim().parse().map_err(|error| format!("{error}"))).collect()
}

/// A day as `YYYYMMDD` or `YYMMDD`; two digits from 31 on are of the twentieth century.
pub(super) fn day(text: &str) -> Result<Date, String> {
    let wrong = || format!("{text:?} is no date of the form YYMMDD or YYYYMMDD");
    let century = match (text.len(), text.get(..2).and_then(|year| year.parse::<u8>().ok())) {
        (8, _) => "",
        (6, Some(0..=30)) => "20",
        (6, Some(_)) => "19",
        _ => return Err(wrong()),
    };
    let digits = format!("{century}{text}");
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<i16>().ok());
    let (year, month, day) = (part(0..4), part(4..6), part(6..8));
    (|| Date::new(year?, month?.try_into().ok()?, day?.try_into().ok()?))().ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_day(text: &str, want: Option<&str>) {
        assert_eq!(day(text).ok().map(|d| d.to_string()).as_deref(), want, "{text}");
    }

    #[test]
    fn days_have_six_or_eight_digits() {
        check_day("19950601", Some("1995-06-01"));
        check_day("950601", Some("1995-06-01"));
        check_day("300601", Some("2030-06-01"));
        check_day("950631", None);
        check_day("2004017", None);
        check_day("199506011", None);
        check_day("195o0601", None);
    }

    #[test]
    fn event_codes_have_two_sides() {
        let read = |text: &str| {
            let codes = EventCodes::read(text).unwrap();
            [codes.forward, codes.backward].map(|code| code.map(|c| c.to_string()).unwrap_or_default())
        };
        assert_eq!(read("042:043"), ["042", "043"]);
        assert_eq!(read(":110"), ["", "110"]);
        assert_eq!(read("174K"), ["174K", ""]);
        assert_eq!(read("---"), ["", ""]);
        assert!(EventCodes::read("0 4").is_err());
    }
}
