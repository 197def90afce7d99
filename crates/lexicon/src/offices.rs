//! Who someone is on a day: the office then held, or none any more.

use crate::names::Entry;
use types::{Affiliation, Date, Sector};

/// The affiliations that rows give on a day, best first: in office, out of office, not yet in office.
pub(crate) fn on(entries: &[&Entry], day: Option<Date>) -> Vec<Affiliation> {
    let mut names: Vec<&str> = Vec::new();
    for entry in entries {
        if !names.contains(&&*entry.name) {
            names.push(&entry.name);
        }
    }
    let mut found: Vec<(Standing, Affiliation)> = names.iter().filter_map(|name| of_one(entries, name, day)).collect();
    found.sort_by_key(|(standing, _)| *standing);
    found.into_iter().map(|(_, affiliation)| affiliation).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    InOffice,
    Former,
    NotYet,
}

fn of_one(entries: &[&Entry], name: &str, day: Option<Date>) -> Option<(Standing, Affiliation)> {
    let rows = || entries.iter().filter(|e| &*e.name == name);
    let Some(day) = day else {
        return rows().max_by_key(|e| (e.term.to.is_none(), e.term.to)).map(|e| (Standing::InOffice, held(e)));
    };
    let in_force = rows().filter(|e| e.term.from.is_none_or(|d| d <= day) && e.term.to.is_none_or(|d| day <= d));
    if let Some(entry) = in_force.max_by_key(|e| e.term.from) {
        return Some((Standing::InOffice, held(entry)));
    }
    let ended = rows().filter(|e| e.term.to.is_some_and(|to| to < day)).max_by_key(|e| e.term.to);
    ended.map(|e| (Standing::Former, left(e))).or_else(|| rows().next().map(|e| (Standing::NotYet, outside(e))))
}

fn held(entry: &Entry) -> Affiliation {
    Affiliation { name: Some(entry.name.to_string()), country: entry.country, sectors: entry.sectors.clone() }
}

fn left(entry: &Entry) -> Affiliation {
    let former = entry.sectors.first().is_some_and(|s| is_public_office(*s));
    let sectors = if former { vec![Sector::Eli] } else { entry.sectors.clone() };
    Affiliation { sectors, ..held(entry) }
}

fn outside(entry: &Entry) -> Affiliation {
    Affiliation { sectors: Vec::new(), ..held(entry) }
}

/// PLOVER's "government or armed forces", whose former members are `ELI`.
fn is_public_office(sector: Sector) -> bool {
    matches!(sector, Sector::Gov | Sector::Mil | Sector::Leg | Sector::Jud | Sector::Spy | Sector::Cop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::{NameKind, Term};

    fn row(name: &str, sector: Sector, from: &str, to: &str) -> Entry {
        let term = Term { from: from.parse().ok(), to: to.parse().ok() };
        let country = "FRA".parse().ok();
        Entry { name: name.into(), country, sectors: vec![sector], kind: NameKind::Person, term }
    }

    #[track_caller]
    fn check(day: &str, expected: &[(&str, &[Sector])]) {
        let rows = [
            row("Anne Duval", Sector::Leg, "2001-01-01", "2005-12-31"),
            row("Anne Duval", Sector::Gov, "2007-01-01", "2009-12-31"),
            row("Paul Duval", Sector::Gov, "2009-06-01", ""),
            row("Guy Duval", Sector::Reb, "", "2003-12-31"),
        ];
        let found = on(&rows.iter().collect::<Vec<_>>(), day.parse().ok());
        let found: Vec<_> = found.iter().map(|a| (a.name.as_deref().unwrap_or(""), a.sectors.as_slice())).collect();
        assert_eq!(found, expected, "{day}");
    }

    #[test]
    fn the_day_decides_on_the_office() {
        use Sector::{Eli, Gov, Leg, Reb};
        check("2000-06-01", &[("Guy Duval", &[Reb]), ("Anne Duval", &[]), ("Paul Duval", &[])]);
        check("2003-06-01", &[("Anne Duval", &[Leg]), ("Guy Duval", &[Reb]), ("Paul Duval", &[])]);
        check("2006-06-01", &[("Anne Duval", &[Eli]), ("Guy Duval", &[Reb]), ("Paul Duval", &[])]);
        check("2020-06-01", &[("Paul Duval", &[Gov]), ("Anne Duval", &[Eli]), ("Guy Duval", &[Reb])]);
        check("", &[("Anne Duval", &[Gov]), ("Paul Duval", &[Gov]), ("Guy Duval", &[Reb])]);
    }
}
