//! The XML of three corpora: articles with a text and toponyms, which other names tell apart.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, escape};

/// An article with its toponyms.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Its text.
    pub text: String,
    /// Its toponyms, in the order of the file.
    pub toponyms: Vec<Toponym>,
}

/// Which corpus a toponym is of; they annotate different things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Corpus {
    /// Local-Global Lexicon.
    #[default]
    Lgl,
    /// GeoWebNews.
    GeoWebNews,
    /// GeoVirus.
    GeoVirus,
}

/// An annotated place name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toponym {
    /// Whose annotation.
    pub corpus: Corpus,
    /// First code point.
    pub start: usize,
    /// Past the last.
    pub end: usize,
    /// The words.
    pub words: String,
    /// Latitude and longitude.
    pub point: Option<(f64, f64)>,
    /// Number of the place in GeoNames.
    pub geonames: Option<u32>,
    /// Number of its country in GeoNames.
    pub country: Option<u32>,
}

impl Toponym {
    /// Whether it is to be found; else it is passed over.
    pub fn counts(&self) -> bool {
        self.corpus != Corpus::GeoWebNews || self.point.is_some()
    }
}

/// Why a file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// It is no XML.
    #[error("byte {at}: {cause}")]
    Xml {
        /// Where.
        at: u64,
        /// What the reader says.
        cause: quick_xml::Error,
    },
    /// It holds no article with a toponym.
    #[error("no <article> with a <toponym> or <location>; the formats of LGL, GeoWebNews and GeoVirus are read")]
    Empty,
    /// Words do not stand where they are said to.
    #[error("article {article}: {words:?} does not stand at {start}")]
    Lost {
        /// Number of the article.
        article: usize,
        /// The words.
        words: String,
        /// Where they should stand.
        start: usize,
    },
}

/// The articles of a file.
///
/// # Errors
/// Where it is no such file.
pub fn read(xml: &str) -> Result<Vec<Article>, CorpusError> {
    let mut reader = Reader::from_str(xml);
    let mut state = State::default();
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => state.event(&event),
            Err(cause) => return Err(CorpusError::Xml { at: reader.error_position(), cause }),
        }
    }
    if state.articles.iter().all(|article| article.toponyms.is_empty()) {
        return Err(CorpusError::Empty);
    }
    state.articles.into_iter().map(settled).collect()
}

/// GeoVirus counts most of its offsets from 1, so that the words say where they stand: at the offset or just round it.
fn settled(mut article: Article) -> Result<Article, CorpusError> {
    let letters: Vec<char> = article.text.chars().collect();
    let mut kept = Vec::new();
    for toponym in article.toponyms.drain(..) {
        kept.extend(settled_toponym(toponym, &letters, article.number)?);
    }
    article.toponyms = kept;
    Ok(article)
}

fn settled_toponym(mut toponym: Toponym, text: &[char], article: usize) -> Result<Option<Toponym>, CorpusError> {
    const SLIPS: [isize; 5] = [0, -1, 1, -2, 2];
    let words: Vec<char> = toponym.words.chars().collect();
    let stands = |start: usize| text.get(start..).is_some_and(|rest| rest.starts_with(&words));
    let starts = SLIPS.iter().filter_map(|slip| toponym.start.checked_add_signed(*slip));
    match starts.into_iter().find(|&start| stands(start)) {
        Some(start) => {
            (toponym.start, toponym.end) = (start, start + words.len());
            Ok(Some(toponym))
        }
        None if !toponym.counts() => Ok(None),
        None if toponym.corpus == Corpus::GeoWebNews => Ok(None),
        None => Err(CorpusError::Lost { article, words: toponym.words, start: toponym.start }),
    }
}

#[derive(Default)]
struct State {
    articles: Vec<Article>,
    toponym: Option<Toponym>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    text: String,
}

impl State {
    fn event(&mut self, event: &Event) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag.name().as_ref()),
            Event::Text(text) => self.text.push_str(text),
            Event::CData(text) => self.text.push_str(text),
            Event::GeneralRef(reference) => self.text.push_str(&resolved(reference)),
            _ => {}
        }
    }

    fn open(&mut self, tag: &BytesStart) {
        self.text.clear();
        match tag.name().as_ref() {
            "article" => self.articles.push(Article { number: self.articles.len() + 1, ..Article::default() }),
            "toponym" => self.toponym = Some(Toponym::default()),
            "location" => self.toponym = Some(Toponym { corpus: Corpus::GeoVirus, ..Toponym::default() }),
            "gaztag" => self.toponym.iter_mut().for_each(|t| t.geonames = number(tag)),
            "country" => self.toponym.iter_mut().for_each(|t| t.country = number(tag)),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let text = std::mem::take(&mut self.text);
        match (name, &mut self.toponym, self.articles.last_mut()) {
            ("toponym" | "location", toponym, Some(article)) => {
                let point = self.latitude.take().zip(self.longitude.take());
                article.toponyms.extend(toponym.take().map(|t| Toponym { point, ..t }));
            }
            ("text", None, Some(article)) => article.text = text,
            ("start", Some(toponym), _) => toponym.start = text.trim().parse().unwrap_or(usize::MAX),
            ("phrase", Some(toponym), _) => toponym.words = text,
            ("extractedName", Some(toponym), _) => {
                toponym.words = text;
                toponym.corpus = Corpus::GeoWebNews;
            }
            ("name", Some(toponym), _) if toponym.corpus == Corpus::GeoVirus => toponym.words = text,
            ("geonamesID", Some(toponym), _) => toponym.geonames = text.trim().parse().ok(),
            ("lat" | "latitude", Some(_), _) => self.latitude = text.trim().parse().ok(),
            ("lon" | "longitude", Some(_), _) => self.longitude = text.trim().parse().ok(),
            _ => {}
        }
    }
}

fn number(tag: &BytesStart) -> Option<u32> {
    tag.try_get_attribute("geonameid").ok().flatten()?.value.parse().ok()
}

fn resolved(reference: &BytesRef) -> String {
    let written = format!("&{};", &**reference);
    escape::unescape(&written).map_or(written.clone(), |text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LGL: &str = r#"<articles><article docid="1"><title>x</title><text><![CDATA[In Aden & Paris.]]></text><toponyms>
        <toponym><start>3</start><end>7</end><phrase>Aden</phrase><gaztag geonameid="415189"><name>‘Adan</name><lat>12.8</lat>
        <lon>45.0</lon><country geonameid="69543">Yemen</country></gaztag></toponym>
        <toponym><start>10</start><end>15</end><phrase>Paris</phrase></toponym></toponyms></article></articles>"#;
    const GWN: &str = r#"<articles><article><text>É Aden &amp; others</text><toponyms><toponym>
        <extractedName>Aden</extractedName><start>2</start><end>6</end><geonamesID>415189</geonamesID><latitude>12.8</latitude>
        <longitude>45.0</longitude></toponym><toponym><extractedName>others</extractedName><start>9</start><end>15</end>
        </toponym></toponyms></article></articles>"#;
    const GEOVIRUS: &str = r#"<articles><article><text>In Aden.</text><locations><location><name>Aden</name><start>4</start>
        <end>8</end><lat>12.8</lat><lon>45.0</lon></location></locations></article></articles>"#;

    /// Start, end, words, numbers of place and country, and whether it counts.
    type Told<'a> = (usize, usize, &'a str, Option<u32>, Option<u32>, bool);

    #[track_caller]
    fn check(xml: &str, expected: &[Told<'_>]) {
        let articles = read(xml).unwrap();
        let told = articles.iter().flat_map(|a| &a.toponyms);
        let told = told.map(|t| (t.start, t.end, t.words.as_str(), t.geonames, t.country, t.counts()));
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn three_formats_are_read() {
        check(LGL, &[(3, 7, "Aden", Some(415_189), Some(69_543), true), (10, 15, "Paris", None, None, true)]);
        check(GWN, &[(2, 6, "Aden", Some(415_189), None, true), (9, 15, "others", None, None, false)]);
        check(GEOVIRUS, &[(3, 7, "Aden", None, None, true)]);
        assert_eq!(read(LGL).unwrap()[0].toponyms[0].point, Some((12.8, 45.0)));
    }

    #[test]
    fn other_files_are_refused() {
        for (xml, cause) in [
            ("<articles/>", "no <article>"),
            ("no XML", "no <article>"),
            ("<a></b>", "byte 3"),
            (&LGL.replace("<start>3<", "<start>300<"), "article 1: \"Aden\" does not stand at 300"),
        ] {
            let error = read(xml).unwrap_err().to_string();
            assert!(error.contains(cause), "{error}");
        }
    }
}
