//! Conversations put down in turns: paragraphs that open with a speaker and a colon ("Q: Are you going?", "MOREAU: I am.").

use crate::attribution::describe;
use crate::scene::Scene;
use types::{Attribution, Block, BlockKind, EntityKind, QuoteKind, Saying, Span, TokenId};

/// The turns of a document; one paragraph alone is none.
pub(super) fn all(scene: &Scene<'_>) -> Vec<Saying> {
    let running = scene.document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let turns: Vec<Saying> = running.filter_map(|block| turn(scene, block)).collect();
    if turns.len() < MIN_TURNS { Vec::new() } else { turns }
}

/// Fewer are a list, a note or a caption.
const MIN_TURNS: usize = 3;

/// So many words name a speaker.
const MAX_WORDS: usize = 6;

fn turn(scene: &Scene<'_>, block: &Block) -> Option<Saying> {
    let (name, rest) = scene.words(block.span).split_once(": ")?;
    let content = Span::new(block.span.end - rest.len(), block.span.end);
    let words = Span::new(block.span.start, block.span.start + name.len());
    let who = speaker(scene, words)?;
    let colon = Span::new(words.end, words.end + 1);
    let attribution = describe(scene, Some(who), Some(words), colon)?;
    let attribution = Attribution { quote: QuoteKind::Direct, ..attribution };
    (!rest.trim().is_empty()).then(|| Saying { attribution, content: vec![content] })
}

/// The head of a name that stands in capitals, is one capital letter, or is somebody's.
fn speaker(scene: &Scene<'_>, words: Span) -> Option<(usize, TokenId)> {
    let name = scene.words(words);
    let capital = !name.chars().any(char::is_lowercase) && name.chars().any(char::is_alphabetic);
    let sentence = scene.parses.iter().position(|parse| parse.span.overlaps(words))?;
    let parse = scene.parse(sentence);
    let inside = |t: &TokenId| words.contains(parse.token(*t).span);
    let tokens: Vec<TokenId> = (0..parse.tokens().len()).filter(inside).collect();
    let head = *tokens.iter().find(|&&t| parse.token(t).head.is_none_or(|h| !tokens.contains(&h)))?;
    let person = parse.named().iter().any(|n| n.kind == EntityKind::Person && tokens.contains(&n.last));
    (tokens.len() <= MAX_WORDS && (capital || person)).then_some((sentence, head))
}
