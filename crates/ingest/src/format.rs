//! Which format an input has: by its name, else by its first bytes.

/// A format of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, one article.
    Text,
    /// One web page.
    Html,
    /// One JSON object a line.
    JsonLines,
    /// A saved RSS or Atom feed.
    Feed,
    /// A JSON file that is not one object a line.
    Json,
    /// A web archive.
    Warc,
    /// A Parquet file.
    Parquet,
}

const ENDINGS: [(&str, Format); 16] = [
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Text),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("mhtml", Format::Html),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("json", Format::Json),
    ("xml", Format::Feed),
    ("rss", Format::Feed),
    ("atom", Format::Feed),
    ("rdf", Format::Feed),
    ("warc", Format::Warc),
    ("parquet", Format::Parquet),
];

impl Format {
    /// The format a file name tells; `.gz` is looked through.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let (_, ending) = name.strip_suffix(".gz").unwrap_or(&name).rsplit_once('.')?;
        ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
    }

    /// The format the first bytes tell; plain text if nothing speaks against it.
    pub fn of_bytes(head: &[u8]) -> Self {
        let text = String::from_utf8_lossy(head).replace('\0', "").to_ascii_lowercase();
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{fffd}');
        let starts = |marks: &[&str]| marks.iter().any(|mark| text.starts_with(mark));
        match () {
            _ if starts(&["par1"]) => Format::Parquet,
            _ if starts(&["warc/"]) => Format::Warc,
            _ if starts(&["{"]) => Format::JsonLines,
            _ if starts(&["[{", "[\n", "[\r\n", "[ "]) && text.contains('{') => Format::Json,
            _ if starts(&["<"]) && is_feed(text) => Format::Feed,
            _ if starts(&["<"]) && is_page(text) => Format::Html,
            _ => Format::Text,
        }
    }

    /// By name where that tells, else by the first bytes. A feed is often saved as a page and the
    /// other way round, so between these two the bytes decide.
    pub fn of(name: &str, head: &[u8]) -> Self {
        match (Self::of_name(name), Self::of_bytes(head)) {
            (Some(Format::Feed | Format::Html), bytes @ (Format::Feed | Format::Html)) => bytes,
            (Some(Format::Json), Format::JsonLines) => Format::JsonLines,
            (Some(named), _) => named,
            (None, bytes) => bytes,
        }
    }
}

fn is_feed(text: &str) -> bool {
    ["<rss", "<feed", "<rdf:rdf"].iter().any(|tag| text.contains(tag)) && !text.contains("<html")
}

fn is_page(text: &str) -> bool {
    ["<!doctype", "<html", "<head", "<body", "<article", "<div", "<p", "<h1", "<title", "<meta", "<!--", "<?xml"]
        .iter()
        .any(|tag| text.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, head: &str, format: Format) {
        assert_eq!(Format::of(name, head.as_bytes()), format, "{name} {head}");
    }

    #[test]
    fn names_and_first_bytes() {
        check("a.txt", "<p>", Format::Text);
        check("A.HTML.gz", "", Format::Html);
        check("a.json", "{\"text\":\"b\"}", Format::JsonLines);
        check("a.json", "[\n {\"text\":\"b\"}]", Format::Json);
        check("feed.html", "<?xml version=\"1.0\"?><rss version=\"2.0\">", Format::Feed);
        check("page.xml", "<!DOCTYPE html><html>", Format::Html);
        check("-", "\u{feff} {\"text\":", Format::JsonLines);
        check("-", "<!doctype html>", Format::Html);
        check("-", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", Format::Feed);
        check("-", "Ministers meet in Accra\n", Format::Text);
        check("-", "[UPDATE] Ministers meet", Format::Text);
        check("-", "PAR1\u{0}", Format::Parquet);
        check("-", "WARC/1.0\r\n", Format::Warc);
        check("-", "", Format::Text);
    }
}
