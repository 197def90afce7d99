//! The lines of an annotated file, whichever of the two formats each has: [`gold`](super::gold) quotes its sentences,
//! [`labels`](super::labels) point into texts.

use super::gold::{Article, GoldError};
use super::labels::Labels;
use serde_json::Value;
use types::Date;

/// The annotation of one text.
#[derive(Debug, Clone, PartialEq)]
pub enum Annotation {
    /// With the sentences' words.
    Quoted(Article),
    /// With their offsets alone.
    StandOff(Labels),
}

/// Reads an annotated file; blank lines are passed over. A line with `doc` quotes, one with `text` points.
///
/// # Errors
/// At the first line that has neither format.
pub fn read(text: &str) -> Result<Vec<Annotation>, GoldError> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| annotation(line).map_err(|cause| GoldError::Format { line: at + 1, cause })).collect()
}

fn annotation(line: &str) -> Result<Annotation, serde_json::Error> {
    let value: Value = serde_json::from_str(line)?;
    if value.get("text").is_some() && value.get("doc").is_none() {
        return Ok(Annotation::StandOff(serde_json::from_value(value)?));
    }
    Ok(Annotation::Quoted(serde_json::from_value(value)?))
}

impl Annotation {
    /// Day of publication.
    pub fn published(&self) -> Date {
        match self {
            Annotation::Quoted(article) => article.date,
            Annotation::StandOff(labels) => labels.published,
        }
    }

    /// The annotated article, each mention with its place in the text.
    ///
    /// # Errors
    /// Where a mention does not stand in this text.
    pub fn on(self, text: &str) -> Result<Article, GoldError> {
        match self {
            Annotation::Quoted(article) => article.located(text),
            Annotation::StandOff(labels) => labels.on(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_tells_its_format() {
        let quoted = r#"{"doc": "a", "date": "2025-04-08", "events": []}"#;
        let points = r#"{"text": "wire:7", "published": "2025-04-09", "events": []}"#;
        let read = read(&format!("{quoted}\n\n{points}\n")).unwrap();
        assert!(matches!(&read[..], [Annotation::Quoted(_), Annotation::StandOff(_)]), "{read:?}");
        assert_eq!(read[1].published().to_string(), "2025-04-09");
    }

    #[test]
    fn a_line_of_neither_is_told_by_its_number() {
        for (line, cause) in [("{}", "missing field `doc`"), ("{\"text\": \"wire:7\"}", "missing field `published`")] {
            let error = read(&format!("\n{line}")).unwrap_err().to_string();
            assert_eq!(error, format!("2: {cause}"));
        }
    }
}
