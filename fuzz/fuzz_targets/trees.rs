//! Odd trees through extraction: the parses of rule examples with words, heads and relations exchanged.
//!
//! The model stays out, so that many more trees are tried than text could bring about.

#![no_main]

mod slices;
mod templates;

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use templates::{Sentence, TEMPLATES};
use tidings::lexicon::Lexicon;
use tidings::types::{Block, BlockKind, Date, Deprel, Document, Parse, Span};
use tidings::wire::{Detail, records};
use tidings::{builtin, extract};

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::load(builtin::DATA).expect("the data of this repository load"));

/// A sentence of the templates and what is done to it.
#[derive(Arbitrary, Debug)]
struct Edited {
    sentence: u16,
    edits: Vec<Edit>,
}

/// Numbers are taken modulo what there is to choose from.
#[derive(Arbitrary, Debug)]
enum Edit {
    Head { token: u8, head: u8 },
    Relation { token: u8, relation: u8 },
    Word { token: u8, sentence: u16, from: u8 },
}

fuzz_target!(|sentences: Vec<Edited>| {
    let (document, parses) = assemble(&sentences.iter().map(edited).collect::<Vec<_>>());
    let events = extract::events(&LEXICON, &document, &parses).value;
    slices::check_all(&document, &records(&LEXICON, &document, &events, &builtin::produced_by(), Detail::Explained));
});

fn edited(input: &Edited) -> Sentence {
    let mut sentence = template(input.sentence).clone();
    input.edits.iter().for_each(|edit| apply(&mut sentence, edit));
    sentence
}

fn template(number: u16) -> &'static Sentence {
    &TEMPLATES[usize::from(number) % TEMPLATES.len()]
}

/// Makes a change, unless it would leave no tree.
fn apply(sentence: &mut Sentence, edit: &Edit) {
    let at = |number: u8| usize::from(number) % sentence.words.len();
    let mut changed = sentence.clone();
    match *edit {
        Edit::Head { token, head } => changed.words[at(token)].1.head = Some(at(head)),
        Edit::Relation { token, relation } => {
            changed.words[at(token)].1.deprel = Deprel::ALL[usize::from(relation) % Deprel::ALL.len()];
        }
        Edit::Word { token, sentence, from } => changed.borrow_word(at(token), template(sentence), from),
    }
    if Parse::new(Span::default(), 0, changed.tokens(), vec![]).is_ok() {
        *sentence = changed;
    }
}

/// A headline and a paragraph of the other sentences.
fn assemble(sentences: &[Sentence]) -> (Document, Vec<Parse>) {
    let (mut text, mut parses, mut blocks) = (String::new(), vec![], vec![]);
    for (index, sentence) in sentences.iter().enumerate() {
        let start = text.len();
        parses.extend(sentence.append_to(&mut text, index.min(1)));
        match blocks.last_mut() {
            Some(Block { kind: BlockKind::Paragraph, span }) => span.end = text.len(),
            None => blocks.push(Block { kind: BlockKind::Title, span: Span::new(start, text.len()) }),
            Some(_) => blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, text.len()) }),
        }
        text.push(' ');
    }
    (document(text, blocks), parses)
}

fn document(text: String, blocks: Vec<Block>) -> Document {
    Document { published: Date::new(2026, 3, 10), ..Document::bare("fuzz", &text, blocks) }
}
