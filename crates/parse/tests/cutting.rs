//! Sentences and tokens of any text: in order, inside it, on character borders, and nothing lost.

use parse::{sentences, tokens};
use proptest::prelude::*;
use types::Span;

/// Text with more marks, spaces and letters beyond ASCII than usual.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zA-Z]{1,8}",
        "[-.,'’\"“”()/$%#@:;!?…—°&*]{1,4}",
        "[0-9]{1,4}",
        "[ \n\t\u{a0}\u{2028}]{1,3}",
        prop::sample::select(vec![
            "U.S.", "Mr.", "can't", "n't", "http://", "a@b.c", "etc.", "é", "中", "🙂", "İ", "ß"
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn check(text: &str, block: Span) -> Result<(), TestCaseError> {
    let mut at = block.start;
    for sentence in sentences(text, block) {
        prop_assert!(block.contains(sentence));
        for token in tokens(text, sentence) {
            prop_assert!(sentence.contains(token) && text.get(token.start..token.end).is_some_and(|t| !t.is_empty()));
            prop_assert!(
                token.start >= at && text[at..token.start].trim().is_empty(),
                "lost {:?}",
                &text[at..token.start]
            );
            at = token.end;
        }
    }
    prop_assert!(text[at..block.end].trim().is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_is_lost(text in text()) {
        check(&text, Span::new(0, text.len()))?;
    }

    #[test]
    fn blocks_are_cut_for_themselves(before in text(), text in text()) {
        let whole = format!("{before}{text}");
        check(&whole, Span::new(before.len(), whole.len()))?;
    }
}
