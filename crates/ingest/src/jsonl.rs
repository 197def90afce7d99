//! JSON Lines: one article a line, with `text` or `html` and what else is known of it.
//!
//! A line that cannot be read is one error that names it; the rest goes on. Lines are read one at a
//! time, so a corpus may be larger than memory.

use crate::decode::decode;
use crate::finish::{Draft, Stated, finish};
use crate::read::{Defaults, LARGEST, Results};
use crate::{IngestError, Ingested, Place, dates, html, plain};
use serde_json::{Map, Value};
use std::io::{BufRead, Read};
use types::{Date, Warning};

/// The documents of a stream of lines.
pub fn read(name: &str, input: impl BufRead + 'static, defaults: Defaults) -> Results {
    let mut lines = Lines { input, place: Place { name: name.to_owned(), line: None }, number: 0, broken: false };
    Box::new(std::iter::from_fn(move || lines.next_result(defaults)))
}

struct Lines<R> {
    input: R,
    place: Place,
    number: usize,
    broken: bool,
}

impl<R: BufRead> Lines<R> {
    fn next_result(&mut self, defaults: Defaults) -> Option<Result<Ingested, IngestError>> {
        loop {
            let line = match self.next_line()? {
                Ok(line) => line,
                Err(error) => return Some(Err(error)),
            };
            if !line.trim_ascii().is_empty() {
                return Some(record(self.here(), line, defaults));
            }
        }
    }

    fn here(&self) -> Place {
        Place { line: Some(self.number), ..self.place.clone() }
    }

    fn next_line(&mut self) -> Option<Result<Vec<u8>, IngestError>> {
        let mut line = Vec::new();
        self.number += 1;
        let limit = LARGEST as u64 + 1;
        match (&mut self.input).take(limit).read_until(b'\n', &mut line) {
            _ if self.broken => None,
            Ok(0) => None,
            Ok(len) if len > LARGEST => Some(self.skip_rest()),
            Ok(_) => Some(Ok(line)),
            Err(cause) => {
                self.broken = true;
                Some(Err(IngestError::Io { place: self.here(), cause }))
            }
        }
    }

    fn skip_rest(&mut self) -> Result<Vec<u8>, IngestError> {
        match self.input.skip_until(b'\n') {
            Ok(_) => Err(IngestError::TooLong { place: self.here(), limit: LARGEST }),
            Err(cause) => Err(IngestError::Io { place: self.here(), cause }),
        }
    }
}

fn record(place: Place, line: Vec<u8>, defaults: Defaults) -> Result<Ingested, IngestError> {
    let line = decode(line);
    let json = line.value.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let fields = match serde_json::from_str(json) {
        Ok(Value::Object(fields)) => fields,
        Ok(other) => return Err(IngestError::Json { place, cause: format!("found {}", kind(&other)) }),
        Err(error) => return Err(IngestError::Json { place, cause: error.to_string().replace(" at line 1", " at") }),
    };
    let record = Record { place, fields };
    let mut draft = record.draft()?;
    draft.warnings.extend(line.warnings);
    Ok(finish(draft, defaults.published))
}

struct Record {
    place: Place,
    fields: Map<String, Value>,
}

impl Record {
    fn draft(&self) -> Result<Draft, IngestError> {
        let mut warnings = Vec::new();
        let stated = self.stated(&mut warnings)?;
        let draft = match (self.string("text")?, self.string("html")?) {
            (Some(text), _) => Draft { pieces: plain::pieces(&text), text, stated, ..Draft::default() },
            (None, Some(html)) => html::read(&html, stated),
            (None, None) => {
                return Err(self.problem("no field \"text\" or \"html\"; name the field with the article so"));
            }
        };
        warnings.extend(draft.warnings);
        Ok(Draft { file: self.place.name.clone(), warnings, ..draft })
    }

    fn stated(&self, warnings: &mut Vec<Warning>) -> Result<Stated, IngestError> {
        let published = self.date("published", warnings).or_else(|| self.date("date", warnings));
        Ok(Stated {
            id: self.string("id")?.filter(|id| !id.trim().is_empty()),
            url: self.string("url")?,
            title: self.string("title")?.filter(|title| !title.trim().is_empty()),
            outlet: self.string("outlet")?,
            authors: self.authors(),
            published,
            modified: self.date("modified", warnings),
        })
    }

    /// The string of a field; numbers are taken as they are written.
    fn string(&self, name: &str) -> Result<Option<String>, IngestError> {
        match self.fields.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(other) => Err(self.problem(&format!("field {name:?} must be a string, not {}", kind(other)))),
        }
    }

    fn date(&self, name: &str, warnings: &mut Vec<Warning>) -> Option<Date> {
        let value = self.fields.get(name).filter(|value| !value.is_null())?;
        let date = value.as_str().and_then(dates::stated);
        if date.is_none() && value.as_str() != Some("") {
            let place = &self.place;
            warnings
                .push(Warning(format!("{place}: field {name:?} is no date and was left out; write it as YYYY-MM-DD")));
        }
        date
    }

    fn authors(&self) -> Vec<String> {
        match self.fields.get("authors").or_else(|| self.fields.get("author")) {
            Some(Value::String(name)) => vec![name.clone()],
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }

    fn problem(&self, problem: &str) -> IngestError {
        IngestError::Field { place: self.place.clone(), problem: problem.to_owned() }
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
