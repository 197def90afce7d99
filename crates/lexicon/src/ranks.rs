//! Roles that are an office or a rank in an organisation, as against what one merely is or does.

use crate::fold::Pieces;
use crate::table::{Table, cell};
use crate::{DataFile, Problem};
use std::collections::HashSet;

/// All such roles.
#[derive(Debug, Default)]
pub struct Ranks {
    roles: HashSet<Box<str>>,
}

impl Ranks {
    /// Reads `actors/ranks.tsv`.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 1, problems, |_, row| {
            self.roles.insert(Pieces::of(cell(row, 0)).key().into());
        });
    }

    /// Whether a role in lower-case lemmas is one or ends in one: "deputy foreign minister".
    pub fn has(&self, role: &str) -> bool {
        let role = Pieces::of(role);
        let ends = std::iter::successors(Some(role.key()), |rest| rest.split_once(' ').map(|(_, rest)| rest));
        ends.into_iter().any(|end| self.roles.contains(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_counts_by_its_end() {
        let (mut ranks, mut problems) = (Ranks::default(), Vec::new());
        let text = "attorney general\nminister\nsecretary of state\n";
        ranks.read(&DataFile { path: "actors/ranks.tsv", text }, &mut problems);
        assert_eq!(problems, []);
        for (role, expected) in [
            ("minister", true),
            ("deputy foreign minister", true),
            ("Attorney-General", true),
            ("secretary of state", true),
            ("state", false),
            ("minister of finance", false),
            ("farmer", false),
            ("", false),
        ] {
            assert_eq!(ranks.has(role), expected, "{role}");
        }
    }
}
