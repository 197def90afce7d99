//! Which phrases name whom, across the document.

use crate::syntax;
use lexicon::{Case, Lexicon};
use types::{Actor, Affiliation, Document, Parse, Sector, TokenId};

/// The participants of a document and the phrases that name them.
pub(crate) struct Cast<'a> {
    lexicon: &'a Lexicon,
    document: &'a Document,
    parses: &'a [Parse],
}

impl<'a> Cast<'a> {
    pub(crate) fn new(lexicon: &'a Lexicon, document: &'a Document, parses: &'a [Parse]) -> Self {
        Self { lexicon, document, parses }
    }

    /// Whom the phrase with this head names; several for a phrase that names citizens of two states, none for a thing.
    pub(crate) fn actors(&self, sentence: usize, head: TokenId) -> Vec<Actor> {
        let Some(parse) = self.parses.get(sentence) else { return vec![] };
        let tokens = syntax::phrase(parse, head);
        let words: Vec<&str> = tokens.iter().map(|&t| parse.token(t).span.of(&self.document.text)).collect();
        let lemmas: Vec<String> = tokens.iter().take_while(|&&t| t <= head).map(|&t| parse.token(t).lemma.to_lowercase()).collect();
        let lemma_refs: Vec<&str> = lemmas.iter().map(String::as_str).collect();
        let role = self.lexicon.world.roles.longest_ending(&lemma_refs).map(|(_, role)| role);
        let mut found: Affiliation = Affiliation::default();
        for at in 0..words.len() {
            if found.country.is_none() {
                found.country = self.lexicon.world.states.demonym(&words[at..], Case::Sentence).and_then(|(_, state)| state.country.into());
            }
            if let Some(m) = self.lexicon.world.names.longest(&words[at..], Case::Sentence) {
                if let Some(first) = m.affiliations(self.document.published).into_iter().next() {
                    if found.country.is_none() { found.country = first.country; }
                    if found.sectors.is_empty() { found.sectors = first.sectors; }
                    found.name = first.name;
                }
            }
        }
        if let Some(role) = role.filter(|r| !r.sectors.is_empty()) { found.sectors = role.sectors.clone(); }
        if found.country.is_some() && found.sectors.is_empty() { found.sectors = vec![Sector::Gov]; }
        if found == Affiliation::default() { return vec![]; }
        vec![Actor { span: Some(syntax::stretch(parse, &tokens, head)), affiliation: found, implicit: false }]
    }
}
