//! What an export leaves out, told on standard error.

use crate::fallible::complain;
use crate::tally::counted;
use tidings::export::{Format, Only, Tally};

/// Tells it.
pub fn tell(format: Format, only: Option<&Only>, tally: Tally) {
    lines(format, only, tally).iter().for_each(complain);
}

fn lines(format: Format, only: Option<&Only>, tally: Tally) -> Vec<String> {
    let Tally { written, of_other_status, lacking } = tally;
    let hint = if only.is_some() { "" } else { "; --only all keeps them" };
    let status = format!("{} left out for their status{hint}", counted(of_other_status, "record"));
    let lacks = format!("{} left out: the format demands {}", counted(lacking, "record"), demands(format));
    let told = [(of_other_status > 0, status), (lacking > 0, lacks), (written == 0, "nothing is written".to_owned())];
    told.into_iter().filter_map(|(holds, line)| holds.then_some(line)).collect()
}

/// What a record must have to stand in a file of the format.
const fn demands(format: Format) -> &'static str {
    match format {
        Format::Gdelt => "a day, and an actor or recipient",
        Format::Polecat | Format::Icews => "an actor or recipient",
        Format::Geojson => "a place with coordinates",
        Format::Plover | Format::Parquet | Format::Atom => "nothing more",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tidings::types::Status;

    #[track_caller]
    fn check(format: Format, only: Option<Only>, tally: Tally, want: &[&str]) {
        assert_eq!(lines(format, only.as_ref(), tally), want);
    }

    #[test]
    fn what_is_left_out_is_told() {
        let tally = |written, of_other_status, lacking| Tally { written, of_other_status, lacking };
        check(Format::Gdelt, None, tally(3, 0, 0), &[]);
        check(Format::Gdelt, None, tally(3, 1, 0), &["1 record left out for their status; --only all keeps them"]);
        let only = Some(Only::of(&[Status::Denied]));
        check(Format::Plover, only, tally(0, 2, 0), &["2 records left out for their status", "nothing is written"]);
        let lacks = "2 records left out: the format demands a place with coordinates";
        check(Format::Geojson, None, tally(0, 0, 2), &[lacks, "nothing is written"]);
    }
}
