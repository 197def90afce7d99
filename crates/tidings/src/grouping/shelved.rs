//! What a store kept of a document, as stories take it.

use crate::filing::UnreadableRecord;
use crate::told::{report, title};
use crate::wire::Record;
use store::{Named, Shelved};
use stories::{Article, Kept, KeptNear, Name, Report};

/// A document as an article, its records under their ids in the store.
pub(super) fn article(shelved: &Shelved) -> Result<Article, UnreadableRecord> {
    let reports = shelved.records.iter().map(|(id, json)| read(id, json)).collect::<Result<Vec<_>, _>>()?;
    Ok(Article {
        id: shelved.name.id.clone(),
        published: shelved.name.published,
        outlet: shelved.outlet.clone(),
        title: title(shelved.title.as_deref(), &reports, &shelved.text),
        text: shelved.text.clone(),
        reports,
    })
}

fn read(id: &str, json: &str) -> Result<Report, UnreadableRecord> {
    let record: Record = serde_json::from_str(json).map_err(|cause| UnreadableRecord { id: id.to_owned(), cause })?;
    Ok(Report { id: id.to_owned(), ..report(&record) })
}

/// A document with what was found of it.
pub(super) fn kept(shelved: &Shelved) -> Result<Kept, UnreadableRecord> {
    let near = shelved.near.iter().map(|(other, likeness, founder)| KeptNear {
        name: name(other),
        likeness: *likeness,
        story: founder.as_ref().map(name),
    });
    Ok(Kept { article: article(shelved)?, story: shelved.founder.as_ref().map(name), near: near.collect() })
}

fn name(named: &Named) -> Name {
    Name { published: named.published, id: named.id.clone() }
}
