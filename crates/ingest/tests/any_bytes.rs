//! Whatever the bytes: no panic, and blocks in order, apart, on character borders, inside the text.

use ingest::{Defaults, Format, read};
use proptest::prelude::*;
use types::{Document, Span};

const FORMATS: [Option<Format>; 5] =
    [None, Some(Format::Text), Some(Format::Html), Some(Format::JsonLines), Some(Format::Feed)];

fn is_inside(document: &Document, span: Span) -> bool {
    span.start <= span.end && document.text.get(span.start..span.end).is_some()
}

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    for format in FORMATS {
        for ingested in read("any", bytes.to_vec(), format, &Defaults::default()).flatten() {
            let document = ingested.document;
            let mut end = 0;
            for block in &document.blocks {
                prop_assert!(is_inside(&document, block.span) && !block.span.is_empty(), "{:?}", block);
                prop_assert!(block.span.start >= end, "{:?} before {}", block, end);
                end = block.span.end;
            }
            prop_assert!(document.dateline.is_none_or(|span| is_inside(&document, span)));
            prop_assert!(document.dateline.is_none_or(|span| !document.blocks.iter().any(|b| b.span.overlaps(span))));
            prop_assert_eq!(document.sha256.len(), 64);
        }
    }
    Ok(())
}

/// Bits that the readers look for, so that chance finds their seams.
const BITS: [&str; 60] = [
    "ACCRA",
    ", Ghana",
    " (AP)",
    " — ",
    " -- ",
    "— ",
    ": ",
    "Troops left on Friday",
    ".",
    "!",
    "\"",
    "“",
    "”",
    "’",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{feff}",
    "\u{ad}",
    "\0",
    "\u{2028}",
    "é",
    "😀",
    "İ",
    "ẞ",
    "[[",
    "]]",
    "• ",
    "- ",
    "By Ann Lee",
    "8 April 2025",
    "2025-04-08",
    "Sources",
    "HAVE YOUR SAY",
    "Image: X.",
    "<p>",
    "</p>",
    "<div>",
    "<h1>",
    "<br>",
    "<title>",
    "<a href=x>",
    "</a>",
    "<script type=\"application/ld+json\">",
    "{\"@type\":\"NewsArticle\",",
    "\"articleBody\":\"",
    "</script>",
    "&nbsp;",
    "&#0;",
    "<rss>",
    "<item>",
    "<entry>",
    "<content type=\"xhtml\">",
    "<![CDATA[",
    "]]>",
    "{\"text\":\"",
    "\"}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes)?;
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(text.as_bytes())?;
    }

    #[test]
    fn any_mix_of_seams_is_read(bits in proptest::collection::vec(proptest::sample::select(&BITS[..]), 0..40)) {
        check(bits.concat().as_bytes())?;
    }
}
