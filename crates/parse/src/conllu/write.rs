//! From sentences to text.

use super::{Comment, Sentence, misc};
use std::fmt::Write;
use types::Token;

/// Writes sentences so that [`read`](super::read()) gives them back.
pub fn write(sentences: &[Sentence]) -> String {
    let mut out = String::new();
    for sentence in sentences {
        for comment in &sentence.comments {
            write_comment(&mut out, comment);
        }
        let text = Comment { key: "text".to_owned(), value: Some(sentence.text.clone()) };
        write_comment(&mut out, &text);
        write_rows(&mut out, sentence);
        out.push('\n');
    }
    out
}

fn write_comment(out: &mut String, comment: &Comment) {
    out.push_str("# ");
    out.push_str(&one_line(&comment.key));
    if let Some(value) = &comment.value {
        out.push_str(" = ");
        out.push_str(&one_line(value));
    }
    out.push('\n');
}

/// Line breaks inside a sentence are white space like any other.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

fn write_rows(out: &mut String, sentence: &Sentence) {
    let tokens = sentence.parse.tokens();
    for (id, token) in tokens.iter().enumerate() {
        let next = sentence.text.get(token.span.end..).and_then(|rest| rest.chars().next());
        let last = id + 1 == tokens.len();
        let space = if last { sentence.space_after.then_some(' ') } else { next.filter(|c| c.is_whitespace()) };
        let misc = misc::write(token, id, sentence.parse.named(), space);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}", row(id, token, &sentence.text, &misc));
    }
}

fn row(id: usize, token: &Token, text: &str, misc: &str) -> String {
    let form = one_line(token.span.of(text));
    let head = token.head.map_or(0, |head| head + 1);
    let Token { lemma, upos, xpos, deprel, .. } = token;
    format!("{}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t{misc}", id + 1)
}
