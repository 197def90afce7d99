//! Bytes of any encoding to text.
//!
//! A byte order mark decides; then UTF-8 if the bytes are valid UTF-8; then what the page declares;
//! then what the bytes look like. Nothing is refused: bytes that fit no character become U+FFFD and a
//! warning says so. A byte order mark stays in the text, so that offsets count what the file holds.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use types::{Warned, Warning};

/// How far into a page its own declaration is looked for.
const DECLARATION_WITHIN: usize = 4096;

/// The text; `declared` is the encoding the surrounding protocol or page names.
pub fn decode(bytes: Vec<u8>) -> Warned<String> {
    let encoding = match Encoding::for_bom(&bytes).map(|(encoding, _)| encoding).or_else(|| wide(&bytes)) {
        Some(encoding) => encoding,
        None => match String::from_utf8(bytes) {
            Ok(text) => return Warned { value: text, warnings: Vec::new() },
            Err(e) => {
                let bytes = e.into_bytes();
                return decode_as(narrow(&bytes), &bytes);
            }
        },
    };
    decode_as(encoding, &bytes)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Warned<String> {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    let warnings = if malformed {
        vec![Warning(format!("some bytes are not valid {} and were replaced by U+FFFD", encoding.name()))]
    } else {
        Vec::new()
    };
    Warned { value: text.into_owned(), warnings }
}

/// UTF-16 without a mark: every other byte of English text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(512) & !1)?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count() * 10;
    let most = head.len() / 2 * 9;
    match () {
        _ if most == 0 => None,
        _ if zeros(1) >= most && zeros(0) < most => Some(UTF_16LE),
        _ if zeros(0) >= most && zeros(1) < most => Some(UTF_16BE),
        _ => None,
    }
}

fn narrow(bytes: &[u8]) -> &'static Encoding {
    declared(bytes).filter(|e| !mostly_utf8(bytes, e)).unwrap_or_else(|| guess(bytes))
}

/// Whether UTF-8 is declared or not, a few broken bytes do not make a UTF-8 text something else.
fn mostly_utf8(bytes: &[u8], declared: &'static Encoding) -> bool {
    declared != UTF_8 && is_mostly_utf8(bytes)
}

fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let good = text.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    let bad = text.chars().filter(|c| *c == '\u{fffd}').count();
    good > 4 * bad
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    detector.guess(None, true)
}

/// The value of `charset=` or `encoding=` near the start.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(DECLARATION_WITHIN))?).to_ascii_lowercase();
    let value = ["charset=", "encoding="].iter().find_map(|key| head.split_once(key))?.1;
    let label =
        value.trim_start_matches(['"', '\'', ' ']).split(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
    Encoding::for_label(label.into_iter().next()?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str) {
        assert_eq!(decode(bytes.to_vec()).value, text);
    }

    #[test]
    fn encodings() {
        check(b"plain", "plain");
        check("Zürich – “talks”".as_bytes(), "Zürich – “talks”");
        check(b"\xef\xbb\xbfmark", "\u{feff}mark");
        check(b"\xff\xfeW\0a\0r\0", "\u{feff}War");
        check(b"W\0a\0r\0 \0o\0v\0e\0r\0", "War over");
        check(b"\0W\0a\0r\0 \0o\0v\0e\0r", "War over");
        check(b"Z\xfcrich said \x93no\x94", "Zürich said “no”");
        check(b"<meta charset=\"iso-8859-2\">Pozna\xf1", "<meta charset=\"iso-8859-2\">Poznań");
        check(b"<meta charset='nonsense'>caf\xe9", "<meta charset='nonsense'>café");
        check(b"", "");
        check(b"\0\0", "\0\0");
    }

    #[test]
    fn a_broken_byte_in_utf8_is_one_replacement_and_a_warning() {
        let mut bytes = "Zürich, Genève, Köln, São Paulo, Málaga, Łódź".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(bytes);
        assert_eq!(decoded.value, "Zürich, Genève, Köln, São Paulo, Málaga, Łódź\u{fffd}");
        assert_eq!(decoded.warnings.len(), 1);
    }
}
