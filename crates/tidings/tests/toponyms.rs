//! Place names of a text and the places meant, with the built-in model and tables.

use tidings::Tidings;
use tidings::types::{Document, Toponym};

fn told(text: &str, toponym: &Toponym) -> String {
    let place = &toponym.place;
    let country = place.country.map_or_else(|| "?".to_owned(), |country| country.to_string());
    let division = place.admin1.as_ref().map_or_else(String::new, |name| format!(", {name}"));
    let unlisted = if place.point.is_none() { " (unlisted)" } else { "" };
    format!("{} = {}{division}, {country}{unlisted}", place.span.of(text), place.name)
}

#[track_caller]
fn check(tidings: &Tidings, text: &str, expected: &[&str]) {
    let found = tidings.toponyms(&Document::paragraph("toponyms", text));
    assert_eq!(found.iter().map(|toponym| told(text, toponym)).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn place_names_are_found_and_settled_together() {
    let tidings = Tidings::new().expect("built-in model and tables");
    let check = |text, expected: &[&str]| check(&tidings, text, expected);
    check(
        "A judge in Paris, Texas, sent the case to Dallas. Deputies from Lamar County testified in Paris.",
        &[
            "Paris = Paris, Texas, USA",
            "Texas = Texas, Texas, USA",
            "Dallas = Dallas, Texas, USA",
            "Lamar County = Lamar County, Texas, USA",
            "Paris = Paris, Texas, USA",
        ],
    );
    check(
        "The minister flew from Paris to Lyon.",
        &["Paris = Paris, Ile-de-France, FRA", "Lyon = Lyon, Rhone-Alpes, FRA"],
    );
    check("Paris Hilton told the Washington Post that she was ill.", &[]);
    check(
        "Voters in Athens, Ga., and Macon went home.",
        &["Athens = Athens, Georgia, USA", "Ga. = Georgia, Georgia, USA", "Macon = Macon, Georgia, USA"],
    );
    check(
        "Georgian troops left Gori, and Georgia protested.",
        &["Georgian = Georgia, GEO", "Gori = Gori, Shida Kartli, GEO", "Georgia = Georgia, GEO"],
    );
    check(
        "The Meadow River rose near Highway 60.",
        &["Meadow River = Meadow River, ? (unlisted)", "Highway 60 = Highway 60, ? (unlisted)"],
    );
}
