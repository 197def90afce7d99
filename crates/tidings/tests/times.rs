//! The days of events, with the built-in model and tables; all as of Wednesday, 11 March 2026.

use tidings::Tidings;
use tidings::types::{Date, Document};

#[test]
fn events_have_the_days_that_are_told_of_them() {
    let tidings = Tidings::new().expect("built-in model and tables");
    for (text, expected) in [
        (
            "A bomb killed six soldiers in Aden on Friday. Gunmen shot two policemen in Taiz the next day.",
            "2026-03-06 2026-03-07",
        ),
        ("Talks between Kenya and Somalia are scheduled for March 24.", "2026-03-24"),
        ("Kenya and Somalia held talks on March 24.", "2025-03-24"),
        ("Police arrested three activists in Minsk on the eve of Sunday's rally.", "2026-03-07 -"),
        ("Two days after Friday's vote, soldiers killed a protester in Lomé.", "2026-03-08"),
        ("Chad expelled a French diplomat in the first quarter of 2024.", "2024-01-01"),
        ("Soldiers shelled Sumy for three days.", "-"),
    ] {
        let mut document = Document::paragraph("times", text);
        document.published = Date::new(2026, 3, 11);
        let events = tidings.code(&document).events;
        let days = events.iter().map(|e| e.time.map_or_else(|| "-".to_owned(), |time| time.days.start.to_string()));
        assert_eq!(days.collect::<Vec<_>>().join(" "), expected, "{text}");
    }
}
