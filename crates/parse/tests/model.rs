//! The shipped model: the same results alone, in a batch and on any thread; no text breaks it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may fail and read files")]

use parse::{ModelError, Parser, conllu, sentences, tokens};
use proptest::prelude::*;
use std::sync::OnceLock;
use types::{Block, BlockKind, Deprel, Document, EntityKind, Parse, Span, Upos};

const TEXT: &str = "The foreign ministry said on Monday that it may expel two envoys. \
    Talks in Geneva didn't end, a spokeswoman added; the U.S. side left early.\n\n\
    \"We are weighing sanctions,\" the minister told reporters. Nobody was hurt.";

/// The shipped model, or nothing where the weights are absent.
fn parser() -> Option<&'static Parser> {
    static PARSER: OnceLock<Option<Parser>> = OnceLock::new();
    let load = || {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../model");
        let Ok(weights) = std::fs::read(folder.join("tidings.safetensors")) else {
            eprintln!("skipped: {} holds no weights", folder.display());
            return None;
        };
        let vocabulary = std::fs::read_to_string(folder.join("vocab.txt")).unwrap();
        Some(Parser::from_bytes(&weights, &vocabulary).unwrap())
    };
    PARSER.get_or_init(load).as_ref()
}

fn document(text: &str) -> Document {
    Document::paragraph("", text)
}

fn cut(text: &str) -> Vec<Vec<Span>> {
    sentences(text, Span::new(0, text.len())).into_iter().map(|s| tokens(text, s)).collect()
}

/// Each token as `word/head/relation`.
fn tree(parse: &Parse, text: &str) -> String {
    let head = |t: &types::Token| t.head.map_or("-", |h| parse.token(h).span.of(text)).to_owned();
    let token = |t: &types::Token| format!("{}/{}/{}", t.span.of(text), head(t), t.deprel);
    parse.tokens().iter().map(token).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_plain_sentence_is_understood() {
    let Some(parser) = parser() else { return };
    let text = "Angry protesters burned cars in Paris.";
    let parses = parser.parse(&document(text));
    assert_eq!(
        tree(&parses[0], text),
        "Angry/protesters/amod protesters/burned/nsubj burned/-/root cars/burned/obj in/Paris/case Paris/burned/obl ./burned/punct"
    );
    let paris = parses[0].token(5);
    assert_eq!((paris.upos, paris.entity), (Upos::Propn, Some(EntityKind::Place)));
    assert_eq!(&*parses[0].token(2).lemma, "burn");
    assert!(parses[0].token(2).factuality > 0.5);
    assert_eq!(parses[0].named()[0].kind, EntityKind::Place);
}

#[test]
fn a_sentence_is_the_same_alone_and_in_a_batch() {
    let Some(parser) = parser() else { return };
    let together = parser.parse_words(TEXT, &cut(TEXT));
    let alone: Vec<Parse> = cut(TEXT).into_iter().flat_map(|words| parser.parse_words(TEXT, &[words])).collect();
    assert_eq!(together.len(), 4);
    assert_eq!(together, alone);
}

#[test]
fn a_sentence_is_the_same_on_any_thread() {
    let Some(parser) = parser() else { return };
    let here = parser.parse(&document(TEXT));
    let there = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| parser.parse(&document(TEXT)))).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(there.iter().all(|parses| *parses == here));
}

#[test]
fn long_sentences_lose_no_word() {
    let Some(parser) = parser() else { return };
    let text = format!("{} {} end.", "Troops left and ".repeat(120), "?!".repeat(300));
    let words = tokens(&text, Span::new(0, text.len()));
    let parses = parser.parse_words(&text, std::slice::from_ref(&words));
    assert_eq!(parses[0].tokens().iter().map(|t| t.span).collect::<Vec<_>>(), words);
    assert_eq!(parses[0].tokens().iter().filter(|t| t.deprel == Deprel::Root).count(), 1);
}

#[test]
fn titles_and_paragraphs_are_parsed_and_headings_are_not() {
    let Some(parser) = parser() else { return };
    let mut document = document("Envoys leave Background Talks failed.");
    let block = |kind, start, end| Block { kind, span: Span::new(start, end) };
    document.blocks =
        vec![block(BlockKind::Title, 0, 12), block(BlockKind::Heading, 13, 23), block(BlockKind::Paragraph, 24, 37)];
    let blocks: Vec<usize> = parser.parse(&document).iter().map(|p| p.block).collect();
    assert_eq!(blocks, [0, 2]);
}

#[test]
fn odd_text_gives_parses_within_it() {
    let Some(parser) = parser() else { return };
    for text in ["", " \n\n ", "\u{0}\u{fffd}\u{200b}", "é́́́ 中文字 🙂🙂", "----- ((((", "\u{ad} x", "a\u{2028}b"]
    {
        for parse in parser.parse(&document(text)) {
            assert!(parse.tokens().iter().all(|t| !t.span.of(text).is_empty()), "{text:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_parses_within_it(text in r#"([a-zA-Z]{1,6}|[ \n]{1,2}|[-.,'"?!()$%/]{1,3}|[0-9]{1,3}|\PC|.){0,24}"#) {
        let Some(parser) = parser() else { return Ok(()) };
        let parses = parser.parse(&document(&text));
        let words: Vec<Span> = parses.iter().flat_map(|p| p.tokens().iter().map(|t| t.span)).collect();
        prop_assert_eq!(words, cut(&text).concat());
    }
}

#[test]
fn parses_round_trip_as_conllu() {
    let Some(parser) = parser() else { return };
    let sentence = |parse: Parse| conllu::Sentence {
        comments: vec![conllu::Comment { key: "sent_id".to_owned(), value: Some("1".to_owned()) }],
        text: TEXT.to_owned(),
        space_after: true,
        parse,
    };
    let text = "Riot police in Paris arrested Kurdish leaders.";
    let parse = parser.parse(&document(text)).remove(0);
    let written = conllu::Sentence { text: text.to_owned(), ..sentence(parse) };
    assert_eq!(conllu::read(&conllu::write(std::slice::from_ref(&written))), Ok(vec![written]));
}

#[test]
fn broken_models_are_refused() {
    assert!(matches!(Parser::from_bytes(b"", ""), Err(ModelError::File(_))));
    let header = br#"{"__metadata__":{"format":"other-2"}}"#;
    let bytes: Vec<u8> = (header.len() as u64).to_le_bytes().into_iter().chain(*header).collect();
    let error = Parser::from_bytes(&bytes, "").map_err(|e| e.to_string()).err();
    assert_eq!(error.as_deref(), Some("the weights have format \"other-2\", expected \"tidings-1\""));
}
