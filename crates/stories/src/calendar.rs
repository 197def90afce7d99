//! Days counted, so that they can be subtracted.

use types::Date;

/// Days since 1 March of the year 0, by the civil calendar.
pub(crate) fn number(date: Date) -> i32 {
    let (year, month) = (i32::from(date.year), i32::from(date.month));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + i32::from(date.day)
        - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(earlier: &str, later: &str, days: i32) {
        let number = |text: &str| number(text.parse().unwrap());
        assert_eq!(number(later) - number(earlier), days, "{earlier} to {later}");
    }

    #[test]
    fn days_between() {
        check("2024-02-28", "2024-03-01", 2);
        check("2025-02-28", "2025-03-01", 1);
        check("2024-12-31", "2025-01-01", 1);
        check("2000-01-01", "2025-01-01", 9132);
    }
}
