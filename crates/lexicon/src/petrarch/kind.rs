//! Which kind of dictionary a text is, told by its lines.

use super::lines::{Line, lines};

/// The kinds of PETRARCH's and TABARI's dictionaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Proper names with dated codes.
    Actors,
    /// Role nouns whose codes join that of an actor.
    Agents,
    /// Verbs and the patterns round them.
    Verbs,
    /// Words that make a sentence or story be left out.
    Discards,
}

impl Kind {
    /// The kind of a dictionary; nothing for a text that says nothing, or is a table with tabs between its cells.
    pub fn of(text: &str) -> Option<Kind> {
        let lines = lines(text);
        let any = |test: fn(&Line<'_>) -> bool| lines.iter().any(test);
        let start = text.trim_start();
        if lines.is_empty() || start.starts_with(['<', '{']) && !start.starts_with("<!-") {
            None
        } else if any(|line| line.text.starts_with("---") || line.text.starts_with("- ")) {
            Some(Kind::Verbs)
        } else if any(|line| line.text.contains("[~") || line.text.contains("~]")) {
            Some(Kind::Agents)
        } else if any(|line| line.text.contains('[')) {
            Some(Kind::Actors)
        } else {
            (!any(|line| line.text.contains(['\t', '=', '{', '<']) || is_prose(line.text))).then_some(Kind::Discards)
        }
    }

    /// What its dictionaries hold.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Actors => "actors",
            Kind::Agents => "agents",
            Kind::Verbs => "verbs",
            Kind::Discards => "discards",
        }
    }
}

/// A line of a read-me or licence, not a phrase.
fn is_prose(line: &str) -> bool {
    line.split_whitespace().count() > LONGEST_PHRASE
}

/// Words of the longest phrase that is still one.
const LONGEST_PHRASE: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: Option<Kind>) {
        assert_eq!(Kind::of(text), want, "{text}");
    }

    #[test]
    fn each_kind_is_known_by_its_lines() {
        check("# roles\nMAYOR [~GOV]", Some(Kind::Agents));
        check("NORDLAND [NOR]\n+NORDIC", Some(Kind::Actors));
        check("&COIN\n+FLORIN\n\n--- GIVE [070] ---\nGIVE", Some(Kind::Verbs));
        check("+CHESS FINAL\nREGATTA", Some(Kind::Discards));
        check("name\tcountry\nX\tNOR", None);
        check("# nothing", None);
        check("<Records><Text>[X]</Text></Records>", None);
        check("These dictionaries were made by many hands over several years", None);
    }
}
