//! Days as people write them.

use crate::wire::Time;
use types::Date;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `3 Mar 2026`.
pub(super) fn long(date: Date) -> String {
    format!("{} {}", short(date), date.year)
}

/// `3 Mar`.
pub(super) fn short(date: Date) -> String {
    format!("{} {}", date.day, month(date.month))
}

/// `Mar`.
pub(super) fn month(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
}

/// A day that programs can read too.
pub(super) fn time(date: Date) -> String {
    format!("<time datetime=\"{date}\">{}</time>", long(date))
}

/// The time of an act, no finer than the text states it.
pub(super) fn period(stated: &Time) -> Option<String> {
    let (first, last) = (stated.start_date?, stated.end_date.or(stated.start_date)?);
    let machine = |written: String, datetime: &str| format!("<time datetime=\"{datetime}\">{written}</time>");
    let iso = first.to_string();
    Some(match stated.precision.as_deref() {
        Some("month") => machine(format!("{} {}", month(first.month), first.year), iso.get(..7).unwrap_or_default()),
        Some("year") => machine(first.year.to_string(), iso.get(..4).unwrap_or_default()),
        _ => span(first, last),
    })
}

/// From one day to another, with month and year of the first only where they are others.
pub(super) fn span(first: Date, last: Date) -> String {
    let written = match first {
        first if first == last => return time(last),
        first if (first.year, first.month) == (last.year, last.month) => first.day.to_string(),
        first if first.year == last.year => short(first),
        first => long(first),
    };
    let dash = if written.contains(' ') { " – " } else { "–" };
    format!("<time datetime=\"{first}\">{written}</time>{dash}{}", time(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str) {
        let day: Date = text.parse().unwrap();
        assert_eq!(long(day), written);
    }

    #[test]
    fn a_span_says_nothing_twice() {
        for (first, last, written) in [
            ("2026-03-01", "2026-03-01", "1 Mar 2026"),
            ("2026-03-01", "2026-03-09", "1–9 Mar 2026"),
            ("2026-03-01", "2026-04-09", "1 Mar – 9 Apr 2026"),
            ("2025-03-01", "2026-03-01", "1 Mar 2025 – 1 Mar 2026"),
        ] {
            let html = span(first.parse().unwrap(), last.parse().unwrap());
            let text: String =
                html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
            assert_eq!(text, written);
        }
    }

    #[test]
    fn a_day_is_written_as_people_do() {
        check("2024-02-28", "28 Feb 2024");
        check("2024-02-29", "29 Feb 2024");
        check("1900-02-28", "28 Feb 1900");
        check("2000-12-31", "31 Dec 2000");
        check("2026-03-01", "1 Mar 2026");
        check("0000-02-29", "29 Feb 0");
    }
}
