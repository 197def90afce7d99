//! How records were picked, for the head of the page.

use tidings::store::{Filter, Party, SourceFilter};

/// The conditions that were given, by the names of their options.
pub fn list(filter: &Filter) -> Vec<(String, String)> {
    let dyad = filter.dyad.as_ref().map(|(one, other)| format!("{}, {}", party(one), party(other)));
    let all = [
        ("Actor", several(&filter.actors, party)),
        ("Recipient", several(&filter.recipients, party)),
        ("Between", dyad),
        ("Type", several(&filter.kinds, ToString::to_string)),
        ("Mode", several(&filter.modes, ToString::to_string)),
        ("Status", several(&filter.statuses, ToString::to_string)),
        ("On the word of", several(&filter.sources, source)),
        ("Place", several(&filter.places, Clone::clone)),
        ("Since", filter.since.map(|day| day.to_string())),
        ("Until", filter.until.map(|day| day.to_string())),
        ("Words", filter.words.clone()),
        ("Words of the article", filter.article.clone()),
        ("Confidence at least", filter.confidence.map(|least| least.to_string())),
        ("Story", filter.story.clone()),
        ("Article", filter.document.clone()),
    ];
    all.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?))).collect()
}

fn several<T>(values: &[T], written: impl Fn(&T) -> String) -> Option<String> {
    let values: Vec<String> = values.iter().map(written).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

fn party(party: &Party) -> String {
    match party {
        Party::Country(country) => country.to_string(),
        Party::Sector(sector) => sector.to_string(),
        Party::Entity(country, sector) => format!("{country}.{sector}"),
        Party::Named(name) => name.clone(),
    }
}

fn source(source: &SourceFilter) -> String {
    match source {
        SourceFilter::Author => "author".to_owned(),
        SourceFilter::Kind(kind) => kind.to_string(),
    }
}
