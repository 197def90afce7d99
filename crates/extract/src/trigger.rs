//! Which rule's words stand where.

use crate::dropped::{Dropped, Fate, Witness};
use crate::frame::Frame;
use crate::place;
use crate::scene::Scene;
use crate::syntax;
use lexicon::{CueEdge, Filler, Rule, Slot, SlotTest, Trigger, TriggerClass, TriggerRef};
use types::{BlockKind, Deprel, EventType, Mode, Parse, Span, TokenId, Upos, Xpos};

/// A trigger found: the rule, the words and their arguments.
pub(crate) struct Hit<'a> {
    pub(crate) rule: &'a Rule,
    pub(crate) trigger: &'a Trigger,
    /// The mode of the rule or, where only the judge reads the word, the judge's.
    pub(crate) mode: Option<Mode>,
    /// The word that heads the trigger.
    pub(crate) head: TokenId,
    /// All its words, in text order.
    pub(crate) words: Vec<TokenId>,
    pub(crate) frame: Frame,
    /// Nouns that a condition on listed words holds for: part of what the trigger says ("suspended talks").
    pub(crate) tested: Vec<TokenId>,
    pub(crate) specificity: usize,
}

impl<'a> Hit<'a> {
    /// A verb that no rule of ours names: a user's dictionary does.
    pub(crate) fn of_verb(
        rule: &'a Rule,
        trigger: &'a Trigger,
        words: Vec<TokenId>,
        head: TokenId,
        frame: Frame,
    ) -> Self {
        Self { rule, trigger, mode: rule.mode, head, words, frame, tested: vec![], specificity: 0 }
    }
}

impl Hit<'_> {
    /// Whether no rule but the model reads the words so.
    pub(crate) fn is_judged(&self) -> bool {
        self.trigger.forms.is_empty()
    }

    /// What is told of it where it gives no mention.
    pub(crate) fn dropped(&self, parse: &Parse, fate: Fate) -> Dropped {
        dropped(parse, self.rule, self.span(parse), fate)
    }

    /// Its words in the text.
    pub(crate) fn span(&self, parse: &Parse) -> Span {
        stretch(parse, self.head, &self.words)
    }
}

/// The stretch of text from the first to the last word where they stand close, else the head alone.
fn stretch(parse: &Parse, head: TokenId, words: &[TokenId]) -> Span {
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
        return parse.token(head).span;
    };
    if last - first <= words.len() + MAX_GAP {
        parse.token(first).span.join(parse.token(last).span)
    } else {
        parse.token(head).span
    }
}

/// How many foreign words may stand inside a trigger before only its head is shown.
const MAX_GAP: usize = 2;

fn dropped(parse: &Parse, rule: &Rule, trigger: Span, fate: Fate) -> Dropped {
    Dropped { sentence: parse.span, trigger, rule: rule.id.clone(), kind: rule.kind, fate }
}

/// The rules that fit at a word, the most specific first; equal ones in the order of their files.
pub(crate) fn hits_at<'a>(
    scene: &Scene<'a>,
    sentence: usize,
    token: TokenId,
    witness: &mut impl Witness,
) -> Vec<Hit<'a>> {
    let lemma = scene.parse(sentence).token(token).lemma.to_lowercase();
    let references = headed_by(scene, &lemma).iter();
    let mut found: Vec<Hit<'a>> = references
        .filter_map(|&at| scene.lexicon.rules.get(at))
        .filter_map(|(rule, trigger, form)| match_form(scene, sentence, token, rule, trigger, form, witness))
        .collect();
    found.sort_by_key(|hit| std::cmp::Reverse(hit.specificity));
    found
}

/// Whether a rule of the type sets the word aside: its words stand there, but beside one that it excludes.
pub(crate) fn is_set_aside(scene: &Scene<'_>, sentence: usize, token: TokenId, kind: EventType) -> bool {
    let parse = scene.parse(sentence);
    let listed = headed_by(scene, &parse.token(token).lemma.to_lowercase()).iter();
    let of_kind = listed.filter_map(|&at| scene.lexicon.rules.get(at)).filter(|(rule, _, _)| rule.kind == kind);
    let fits = |trigger: &Trigger, form: &[Box<str>]| form_words(scene, parse, token, trigger.class, form).is_some();
    let mut fitting = of_kind.filter(|(_, trigger, form)| fits(trigger, form));
    fitting.any(|(_, trigger, _)| {
        let frame = frame_for(scene, sentence, token, trigger.class);
        trigger.without.iter().any(|test| holds_by_words(parse, &frame, test))
    })
}

fn holds_by_words(parse: &Parse, frame: &Frame, test: &SlotTest) -> bool {
    let heads = frame.get(&test.slot).flat_map(|head| syntax::coordinated(parse, head));
    let listed = |filler: &Filler, head| matches!(filler, Filler::Words(lemmas) if ends_in(parse, head, lemmas));
    heads.into_iter().any(|head| test.fillers.iter().any(|filler| listed(filler, head)))
}

/// The rules of a word, which may be written with a hyphen ("re-capture").
fn headed_by<'a>(scene: &Scene<'a>, lemma: &str) -> &'a [TriggerRef] {
    let rules = &scene.lexicon.rules;
    match rules.headed_by(lemma) {
        [] => rules.headed_by(&lemma.replace('-', "")),
        listed => listed,
    }
}

fn match_form<'a>(
    scene: &Scene<'a>,
    sentence: usize,
    token: TokenId,
    rule: &'a Rule,
    trigger: &'a Trigger,
    form: &[Box<str>],
    witness: &mut impl Witness,
) -> Option<Hit<'a>> {
    let parse = scene.parse(sentence);
    let Some(words) = form_words(scene, parse, token, trigger.class, form) else {
        witness.see(|| unformed(parse, token, rule, form));
        return None;
    };
    let head = if trigger.class == TriggerClass::Phrase { top_of(parse, &words) } else { token };
    let frame = frame_for(scene, sentence, head, trigger.class);
    let holds = |test: &SlotTest| test_holds(scene, sentence, &frame, test);
    if !trigger.with.iter().all(holds) || trigger.without.iter().any(holds) {
        witness.see(|| dropped(parse, rule, stretch(parse, head, &words), Fate::Condition));
        return None;
    }
    let specificity = specificity(rule, trigger, form);
    let tested = tested(parse, &frame, trigger);
    Some(Hit { rule, trigger, mode: rule.mode, head, words, frame, tested, specificity })
}

/// A form that is not at its word although the sentence holds all its words.
fn unformed(parse: &Parse, token: TokenId, rule: &Rule, form: &[Box<str>]) -> Option<Dropped> {
    let stands = |lemma: &str| parse.tokens().iter().any(|t| t.lemma.to_lowercase() == lemma);
    let all = form.iter().all(|lemma| stands(lemma));
    all.then(|| dropped(parse, rule, parse.token(token).span, Fate::Form))
}

fn form_words(
    scene: &Scene<'_>,
    parse: &Parse,
    token: TokenId,
    class: TriggerClass,
    form: &[Box<str>],
) -> Option<Vec<TokenId>> {
    match class {
        TriggerClass::Verb => verb_words(scene, parse, token, form),
        TriggerClass::Noun => noun_words(scene, parse, token, form),
        TriggerClass::Adjective => adjective_words(parse, token, form),
        TriggerClass::Phrase => phrase_words(parse, token, form),
    }
}

fn tested(parse: &Parse, frame: &Frame, trigger: &Trigger) -> Vec<TokenId> {
    let listed = |test: &SlotTest, head: TokenId| {
        test.fillers.iter().any(|filler| matches!(filler, Filler::Words(lemmas) if ends_in(parse, head, lemmas)))
    };
    let tests = trigger.with.iter().filter(|test| is_own_nominal(&test.slot));
    tests.flat_map(|test| frame.get(&test.slot).filter(|&head| listed(test, head))).collect()
}

/// Whether the slot holds a noun that is part of what the trigger says.
fn is_own_nominal(slot: &Slot) -> bool {
    use Slot::{Clause, ClauseModal, ClauseSubject, Infinitive, Main, Modal, Subject};
    !matches!(slot, Subject | Clause | Infinitive | Modal | ClauseModal | ClauseSubject | Main)
}

/// More words weigh more than any condition, listed words more than a kind of participant, a mode breaks ties.
fn specificity(rule: &Rule, trigger: &Trigger, form: &[Box<str>]) -> usize {
    let conditions: usize = trigger.with.iter().map(|test| test.fillers.iter().map(weight).max().unwrap_or(0)).sum();
    16 * form.len() + 2 * conditions + 8 * usize::from(!trigger.only.is_empty()) + usize::from(rule.mode.is_some())
}

fn weight(filler: &Filler) -> usize {
    match filler {
        Filler::Any => 1,
        Filler::Actor | Filler::State | Filler::Place => 2,
        Filler::Words(_) | Filler::Sector(_) => 3,
    }
}

pub(crate) fn frame_for(scene: &Scene<'_>, sentence: usize, head: TokenId, class: TriggerClass) -> Frame {
    let parse = scene.parse(sentence);
    let verbal = matches!(parse.token(head).upos, Upos::Verb | Upos::Aux);
    match class {
        TriggerClass::Noun => scene.noun_frame(sentence, head),
        TriggerClass::Phrase if !verbal => scene.noun_frame(sentence, head),
        _ => scene.verb_frame(sentence, head),
    }
}

/// "the ousted president", "a convicted murderer": the participle tells who he is, not what happens, unless it is told of
/// itself ("newly imposed tariffs").
fn is_part_of_a_title(scene: &Scene<'_>, parse: &Parse, token: TokenId) -> bool {
    let word = parse.token(token).span.of(&scene.document.text);
    let bare = parse.token(token).xpos == Xpos::Vbn && parse.children(token).is_empty();
    parse.token(token).deprel == Deprel::Amod && (bare || scene.lexicon.world.markers.tenure(word).is_some())
}

fn verb_words(scene: &Scene<'_>, parse: &Parse, token: TokenId, form: &[Box<str>]) -> Option<Vec<TokenId>> {
    let tag = parse.token(token);
    let verbal = tag.upos == Upos::Verb || tag.upos == Upos::Adj && matches!(tag.xpos, Xpos::Vbn | Xpos::Vbg);
    if !verbal || is_part_of_a_title(scene, parse, token) {
        return None;
    }
    let mut words = vec![token];
    for lemma in form.iter().skip(1) {
        words.push(syntax::companion(parse, token, lemma)?);
    }
    words.sort_unstable();
    Some(words)
}

fn noun_words(scene: &Scene<'_>, parse: &Parse, token: TokenId, form: &[Box<str>]) -> Option<Vec<TokenId>> {
    let noun = matches!(parse.token(token).upos, Upos::Noun | Upos::Propn);
    if !noun || is_only_a_name_of_a_thing(scene, parse, token) || is_part_of_a_name(scene, parse, token) {
        return None;
    }
    backwards(parse, token, form)
}

/// "the Six-Day War", "the General Assembly": in running text a capital makes it a name, not an event.
fn is_part_of_a_name(scene: &Scene<'_>, parse: &Parse, token: TokenId) -> bool {
    let running = scene.document.blocks.get(parse.block).is_some_and(|block| block.kind == BlockKind::Paragraph);
    let capital = parse.token(token).span.of(&scene.document.text).starts_with(char::is_uppercase);
    running && capital && token > 0 && parse.token(token).upos == Upos::Propn
}

/// "air raid shelter", "attack helicopter": the noun only says what kind of thing is meant, unless the thing is itself
/// a plan, a threat or another cue that says how the event stands.
fn is_only_a_name_of_a_thing(scene: &Scene<'_>, parse: &Parse, token: TokenId) -> bool {
    let noun = parse.token(token);
    if !matches!(noun.deprel, Deprel::Compound | Deprel::NmodDesc | Deprel::Flat) {
        return false;
    }
    let Some(head) = noun.head else { return false };
    let cues = scene.lexicon.cues.status(&parse.token(head).lemma.to_lowercase());
    !cues.iter().any(|cue| cue.lemmas.len() == 1 && cue.edges.contains(&CueEdge::Compound))
}

/// The form's words up to the token, hyphens passed over.
fn backwards(parse: &Parse, token: TokenId, form: &[Box<str>]) -> Option<Vec<TokenId>> {
    let mut words = vec![token];
    let mut at = token;
    for lemma in form.iter().rev().skip(1) {
        at = (0..at).rev().find(|&t| parse.token(t).xpos != Xpos::Hyph)?;
        if parse.token(at).lemma.to_lowercase() != **lemma {
            return None;
        }
        words.insert(0, at);
    }
    Some(words)
}

fn adjective_words(parse: &Parse, token: TokenId, form: &[Box<str>]) -> Option<Vec<TokenId>> {
    let tag = parse.token(token);
    let fits = tag.upos == Upos::Adj || tag.upos == Upos::Verb && matches!(tag.xpos, Xpos::Vbn | Xpos::Vbg);
    if fits { backwards(parse, token, form) } else { None }
}

fn phrase_words(parse: &Parse, token: TokenId, form: &[Box<str>]) -> Option<Vec<TokenId>> {
    let mut words = vec![token];
    let mut at = token;
    for lemma in form.iter().skip(1) {
        at = (at + 1..parse.tokens().len()).find(|&t| parse.token(t).xpos != Xpos::Hyph)?;
        if parse.token(at).lemma.to_lowercase() != **lemma {
            return None;
        }
        words.push(at);
    }
    Some(words)
}

/// The word of a phrase that the others hang on.
fn top_of(parse: &Parse, words: &[TokenId]) -> TokenId {
    let inside = |t: &TokenId| parse.token(*t).head.is_some_and(|h| words.contains(&h));
    words.iter().copied().find(|t| !inside(t)).unwrap_or(words[0])
}

fn test_holds(scene: &Scene<'_>, sentence: usize, frame: &Frame, test: &SlotTest) -> bool {
    let parse = scene.parse(sentence);
    let heads: Vec<TokenId> = frame.get(&test.slot).flat_map(|head| syntax::coordinated(parse, head)).collect();
    heads.iter().any(|&head| test.fillers.iter().any(|filler| fills(scene, sentence, head, filler)))
}

fn fills(scene: &Scene<'_>, sentence: usize, head: TokenId, filler: &Filler) -> bool {
    let actors = || scene.cast.participants(sentence, head);
    match filler {
        Filler::Any => true,
        Filler::Place => place::is_named(scene, sentence, head),
        Filler::Words(lemmas) => ends_in(scene.parse(sentence), head, lemmas),
        Filler::Sector(sector) => actors().iter().any(|a| a.affiliation.sectors.contains(sector)),
        Filler::Actor => actors().iter().any(|a| a.affiliation.country.is_some() || !a.affiliation.sectors.is_empty()),
        Filler::State => {
            actors().iter().any(|a| a.affiliation.country.is_some() && is_state_like(&a.affiliation.sectors))
        }
    }
}

fn is_state_like(sectors: &[types::Sector]) -> bool {
    use types::Sector::*;
    sectors.is_empty() || sectors.iter().any(|s| matches!(s, Gov | Mil | Leg | Jud | Spy | Cop))
}

fn ends_in(parse: &Parse, head: TokenId, lemmas: &[Box<str>]) -> bool {
    let last = lemmas.last().is_some_and(|l| parse.token(head).lemma.to_lowercase() == **l);
    last && backwards(parse, head, lemmas).is_some()
}
