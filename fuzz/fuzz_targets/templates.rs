//! Sentences to start from: the parses of the rules' examples.

use std::sync::LazyLock;
use tidings::parse::conllu;
use tidings::types::{Named, Parse, Span, Token};

macro_rules! examples {
    ($($folder:literal)+) => { [$(include_str!(concat!("../../data/rules/", $folder, "/examples.conllu"))),+] };
}

const FILES: [&str; 16] = examples! {
    "accuse" "agree" "aid" "assault" "coerce" "concede" "consult" "cooperate"
    "mobilize" "protest" "reject" "request" "retreat" "sanction" "support" "threaten"
};

/// Every example of every rule.
pub static TEMPLATES: LazyLock<Vec<Sentence>> = LazyLock::new(|| FILES.iter().flat_map(|file| read(file)).collect());

fn read(file: &str) -> Vec<Sentence> {
    conllu::read(file).expect("committed parses are sound").iter().map(Sentence::of).collect()
}

/// Words with their tokens, whose spans are set when they are put into a text.
#[derive(Clone)]
pub struct Sentence {
    pub words: Vec<(String, Token)>,
    named: Vec<Named>,
}

impl Sentence {
    fn of(read: &conllu::Sentence) -> Self {
        let words = read.parse.tokens().iter().map(|token| (token.span.of(&read.text).to_owned(), token.clone()));
        Self { words: words.collect(), named: read.parse.named().to_vec() }
    }

    pub fn tokens(&self) -> Vec<Token> {
        self.words.iter().map(|(_, token)| token.clone()).collect()
    }

    /// Puts a word of another sentence in the place of one of this.
    pub fn borrow_word(&mut self, at: usize, other: &Sentence, from: u8) {
        let (text, token) = other.words[usize::from(from) % other.words.len()].clone();
        let (head, deprel) = (self.words[at].1.head, self.words[at].1.deprel);
        self.words[at] = (text, Token { head, deprel, ..token });
    }

    /// Writes the words, with a blank between each, and gives their parse.
    pub fn append_to(&self, text: &mut String, block: usize) -> Option<Parse> {
        let start = text.len();
        let mut tokens = vec![];
        for (at, (word, token)) in self.words.iter().enumerate() {
            text.push_str(if at == 0 { "" } else { " " });
            tokens.push(Token { span: Span::new(text.len(), text.len() + word.len()), ..token.clone() });
            text.push_str(word);
        }
        Parse::new(Span::new(start, text.len()), block, tokens, self.named.clone()).ok()
    }
}
