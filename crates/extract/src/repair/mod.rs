//! Mends what the parser gets wrong time and again, so that every later stage sees the sentence as it is meant.
//!
//! * [`gerund`]: "Poland weighs closing its border"
//! * [`argument`]: an object taken for a second subject, a phrase behind a preposition taken for one
//! * [`present`]: a main verb taken for a noun
//! * [`teller`]: who tells a clause taken for its subject

mod argument;
mod gerund;
mod present;
mod teller;

use lexicon::Lexicon;
use std::borrow::Cow;
use types::{Deprel, Parse, Token, TokenId};

/// The parses of a document put right.
pub(crate) fn all(lexicon: &Lexicon, parses: &[Parse]) -> Vec<Parse> {
    parses.iter().map(|parse| mended(lexicon, parse).into_owned()).collect()
}

/// The parse put right.
fn mended<'a>(lexicon: &Lexicon, parse: &'a Parse) -> Cow<'a, Parse> {
    let parse = present::mended(lexicon, parse).map_or(Cow::Borrowed(parse), Cow::Owned);
    let inside = |token| {
        gerund::changes(&parse, token).chain(argument::changes(&parse, token)).chain(teller::changes(&parse, token))
    };
    let changes = (0..parse.tokens().len()).flat_map(inside).collect();
    apply(parse, changes)
}

fn apply(parse: Cow<'_, Parse>, changes: Vec<Change>) -> Cow<'_, Parse> {
    if changes.is_empty() {
        return parse;
    }
    let mut tokens = parse.tokens().to_vec();
    changes.iter().for_each(|change| change.apply(&mut tokens));
    Parse::new(parse.span, parse.block, tokens, parse.named().to_vec()).map_or(parse, Cow::Owned)
}

/// Tokens, and what they hang on instead.
struct Change(Vec<(TokenId, TokenId, Deprel)>);

impl Change {
    fn hang(hang: &[(TokenId, TokenId, Deprel)]) -> Self {
        Self(hang.to_vec())
    }

    fn apply(&self, tokens: &mut [Token]) {
        for &(token, head, deprel) in &self.0 {
            if let Some(token) = tokens.get_mut(token) {
                token.head = Some(head);
                token.deprel = deprel;
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use parse::conllu;

    /// Heads and relations of a parse, given as form, tags, head and relation, after mending.
    #[track_caller]
    pub(crate) fn check(rows: &[(&str, &str, &str, usize, &str)], want: &[(usize, &str)]) {
        let lines = rows.iter().enumerate().map(|(at, (form, upos, xpos, head, deprel))| {
            format!("{}\t{form}\t{form}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t_\n", at + 1)
        });
        let sentences = conllu::read(&(lines.collect::<String>() + "\n")).unwrap();
        let parse = mended(&crate::who::tests::lexicon(), &sentences[0].parse).into_owned();
        let got: Vec<(usize, &str)> =
            parse.tokens().iter().map(|t| (t.head.map_or(0, |h| h + 1), t.deprel.as_str())).collect();
        assert_eq!(got, want);
    }
}
