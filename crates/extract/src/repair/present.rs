//! News tells what happened in the present tense, and "bombs", "sentences" or "convicts" is then easily taken for a noun.
//!
//! A sentence whose top is such a noun, in a place where only a verb can stand, gets its verb back: what stood before it
//! is the subject, the noun phrase behind it the object.

use lexicon::{Lexicon, TriggerClass};
use types::{Deprel, Parse, Token, TokenId, Upos, Xpos};

/// The parse with its main verb, if it had been taken for a noun.
pub(super) fn mended(lexicon: &Lexicon, parse: &Parse) -> Option<Parse> {
    let root = parse.root();
    let below = parse.children_by(root, Deprel::Appos).filter(|&t| has_object(parse, t));
    let verb = std::iter::once(root).chain(below).find(|&t| is_verb(lexicon, parse, t))?;
    let mut tokens = parse.tokens().to_vec();
    let sides = Sides { parse, verb, subject: subject(parse, verb)? };
    sides.raise(&mut tokens);
    Parse::new(parse.span, parse.block, tokens, parse.named().to_vec()).ok()
}

/// Whether a noun is a verb by its place and one that the rules know.
fn is_verb(lexicon: &Lexicon, parse: &Parse, at: TokenId) -> bool {
    let token = parse.token(at);
    let subject = parse.children(at).iter().any(|&c| c < at && parse.token(c).deprel.is(Deprel::Nsubj));
    let noun = matches!(token.upos, Upos::Noun | Upos::Propn) || matches!(token.xpos, Xpos::Nn | Xpos::Nns) && !subject;
    let alone = parse.children(at).iter().chain(parse.children(parse.root())).all(|&c| !is_copula(parse, c));
    let acts = has_object(parse, at) || parse.children(at).iter().any(|&c| parse.token(c).deprel.is(Deprel::Nsubj));
    let placed = acts || opens_phrase(parse, at + 1, token.xpos);
    noun && alone && placed && is_listed(lexicon, &token.lemma)
}

fn is_copula(parse: &Parse, child: TokenId) -> bool {
    matches!(parse.token(child).deprel, Deprel::Cop | Deprel::Aux | Deprel::AuxPass)
}

fn has_object(parse: &Parse, at: TokenId) -> bool {
    parse.children_by(at, Deprel::Obj).any(|object| object > at)
}

/// Whether a noun phrase begins at a word, beyond doubt where the noun before it is no plural.
fn opens_phrase(parse: &Parse, at: TokenId, before: Xpos) -> bool {
    let sure = |t: &Token| matches!(t.upos, Upos::Det | Upos::Num | Upos::Propn);
    let likely = |t: &Token| before == Xpos::Nns && matches!(t.upos, Upos::Adj | Upos::Pron | Upos::Noun);
    parse.tokens().get(at).is_some_and(|t| sure(t) || likely(t))
}

fn is_listed(lexicon: &Lexicon, lemma: &str) -> bool {
    let rules = &lexicon.rules;
    let listed = rules.headed_by(&lemma.to_lowercase()).iter().filter_map(|&at| rules.get(at));
    listed.into_iter().any(|(_, trigger, form)| trigger.class == TriggerClass::Verb && form.len() == 1)
}

/// The noun before the verb: the root above it, its own subject, or the last of its modifiers that names something.
fn subject(parse: &Parse, verb: TokenId) -> Option<TokenId> {
    if let Some(above) = parse.token(verb).head {
        return (above < verb).then_some(above);
    }
    let named = |t: TokenId| t < verb && matches!(parse.token(t).upos, Upos::Propn | Upos::Noun);
    let own = parse.children(verb).iter().copied().find(|&c| named(c) && parse.token(c).deprel.is(Deprel::Nsubj));
    own.or_else(|| parse.children(verb).iter().copied().rfind(|&c| named(c)))
}

struct Sides<'a> {
    parse: &'a Parse,
    verb: TokenId,
    subject: TokenId,
}

impl Sides<'_> {
    fn raise(&self, tokens: &mut [Token]) {
        let moved: Vec<TokenId> = self.parse.children(self.verb).iter().chain(self.beside()).copied().collect();
        for &child in moved.iter().filter(|&&c| c != self.subject && c != self.verb) {
            let (head, deprel) = self.place(child);
            set(tokens, child, head, deprel);
        }
        set(tokens, self.subject, self.verb, Deprel::Nsubj);
        self.objects(tokens, &moved);
        if let Some(verb) = tokens.get_mut(self.verb) {
            let tag = if verb.xpos == Xpos::Nns { Xpos::Vbz } else { Xpos::Vbp };
            (verb.upos, verb.xpos, verb.head, verb.deprel) = (Upos::Verb, tag, None, Deprel::Root);
            verb.entity = None;
        }
    }

    /// Where the subject was the root, what hangs on it.
    fn beside(&self) -> &[TokenId] {
        if self.parse.token(self.verb).head.is_some() { self.parse.children(self.subject) } else { &[] }
    }

    /// What a dependent of the supposed noun is to the verb.
    fn place(&self, child: TokenId) -> (TokenId, Deprel) {
        let deprel = self.parse.token(child).deprel;
        if child > self.verb {
            return (self.verb, behind(deprel));
        }
        match deprel {
            Deprel::Advmod | Deprel::Obl | Deprel::OblUnmarked | Deprel::OblTmod | Deprel::Punct => (self.verb, deprel),
            _ => (self.subject, deprel),
        }
    }

    /// The first bare noun behind the verb is its object, further ones tell who that is.
    fn objects(&self, tokens: &mut [Token], moved: &[TokenId]) {
        let bare = |&c: &TokenId| c > self.verb && self.is_bare(c);
        let mut nouns: Vec<TokenId> = moved.iter().copied().filter(bare).collect();
        nouns.sort_unstable();
        let Some((&object, others)) = nouns.split_first() else { return };
        set(tokens, object, self.verb, Deprel::Obj);
        others.iter().for_each(|&other| set(tokens, other, object, Deprel::Appos));
        let strays = self.parse.children(object).iter().filter(|&&c| self.parse.token(c).deprel == Deprel::Obl);
        strays.for_each(|&stray| set(tokens, stray, self.verb, Deprel::Obl));
    }

    fn is_bare(&self, child: TokenId) -> bool {
        use Deprel::{Appos, Compound, Flat, NmodDesc, NmodUnmarked, Nsubj, Obj, Parataxis};
        let token = self.parse.token(child);
        let nominal = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
        nominal && matches!(token.deprel, Appos | Compound | Flat | NmodDesc | NmodUnmarked | Nsubj | Obj | Parataxis)
    }
}

/// What a modifier of a noun is called where it hangs on a verb.
fn behind(deprel: Deprel) -> Deprel {
    match deprel {
        Deprel::Nmod => Deprel::Obl,
        Deprel::NmodUnmarked => Deprel::OblUnmarked,
        Deprel::Acl | Deprel::AclRelcl => Deprel::Advcl,
        other => other,
    }
}

fn set(tokens: &mut [Token], at: TokenId, head: TokenId, deprel: Deprel) {
    if let Some(token) = tokens.get_mut(at) {
        token.head = Some(head);
        token.deprel = deprel;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::who::tests::lexicon;
    use parse::conllu;

    fn check(rows: &[(&str, &str, &str, usize, &str)], want: Option<&[(usize, &str)]>) {
        let lines = rows.iter().enumerate().map(|(at, (form, upos, xpos, head, deprel))| {
            let lemma = form.trim_end_matches('s');
            format!("{}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t_\n", at + 1)
        });
        let sentences = conllu::read(&(lines.collect::<String>() + "\n")).unwrap();
        let got = mended(&lexicon(), &sentences[0].parse);
        let arcs = |parse: &Parse| {
            let arc = |t: &Token| (t.head.map_or(0, |h| h + 1), t.deprel.as_str());
            parse.tokens().iter().map(arc).collect::<Vec<_>>()
        };
        assert_eq!(got.as_ref().map(arcs).as_deref(), want);
    }

    #[test]
    fn a_plural_with_an_object_is_a_verb() {
        check(
            &[
                ("Court", "NOUN", "NN", 2, "compound"),
                ("sentences", "NOUN", "NNS", 0, "root"),
                ("nurse", "NOUN", "NN", 2, "obj"),
                ("to", "ADP", "IN", 5, "case"),
                ("life", "NOUN", "NN", 2, "nmod"),
            ],
            Some(&[(2, "nsubj"), (0, "root"), (2, "obj"), (5, "case"), (2, "obl")]),
        );
    }

    #[test]
    fn a_plural_with_a_preposition_stays_a_noun() {
        let rows = [
            ("Russian", "ADJ", "JJ", 2, "amod"),
            ("attacks", "NOUN", "NNS", 0, "root"),
            ("on", "ADP", "IN", 4, "case"),
            ("Odesa", "PROPN", "NNP", 2, "nmod"),
        ];
        check(&rows, None);
    }
}
