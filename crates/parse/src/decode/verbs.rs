//! Base forms of inflected verbs, checked against a list.
//!
//! The model's scripts know endings, not words: whether "filed" comes of "fil" or of "file" is a fact to look up.

use crate::tables::{IRREGULAR_VERBS, VERBS};
use types::Xpos;

/// The base form of an inflected verb: what the lists know, else what the model proposes.
pub(super) fn lemma(form: &str, xpos: Xpos, proposed: Box<str>) -> Box<str> {
    if !matches!(xpos, Xpos::Vbd | Xpos::Vbn | Xpos::Vbg | Xpos::Vbz) {
        return proposed;
    }
    let lower = form.to_lowercase();
    if let Some(base) = irregular(&lower) {
        return base.into();
    }
    candidates(&lower).into_iter().find(|base| VERBS.contains(base)).map_or(proposed, Into::into)
}

fn irregular(lower: &str) -> Option<&'static str> {
    IRREGULAR_VERBS
        .entries()
        .find_map(|line| line.split_once(' ').filter(|(form, _)| *form == lower))
        .map(|(_, base)| base)
}

/// What the regular endings may have been put on, the likeliest first; the word, not its tag, says which ending it has.
fn candidates(lower: &str) -> Vec<String> {
    let third_person = lower.strip_suffix('s').map(str::to_owned);
    let endings = ["ing", "ed", "d", "es"].iter().filter_map(|ending| lower.strip_suffix(ending));
    third_person.into_iter().chain(endings.flat_map(bases)).collect()
}

/// A stem without its ending may have lost an "e", doubled its consonant, turned "y" to "i" or taken a "k".
fn bases(stem: &str) -> Vec<String> {
    let mut back = stem.char_indices().rev();
    let (Some((at, last)), Some((_, before))) = (back.next(), back.next()) else { return vec![stem.to_owned()] };
    let shorter = &stem[..at];
    let doubled = last == before && !"aeiou".contains(last);
    let mut found = vec![format!("{stem}e"), stem.to_owned()];
    match last {
        _ if doubled => found.extend([shorter.to_owned()]),
        'i' => found.push(format!("{shorter}y")),
        'k' if before == 'c' => found.push(shorter.to_owned()),
        _ => {}
    }
    if doubled {
        found.swap(0, 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(xpos: Xpos, pairs: &[(&str, &str)]) {
        for (form, want) in pairs {
            assert_eq!(&*lemma(form, xpos, "?".into()), *want, "{form}");
        }
    }

    #[test]
    fn regular_and_irregular_forms_find_their_verb() {
        check(
            Xpos::Vbd,
            &[
                ("bombed", "bomb"),
                ("Dispersed", "disperse"),
                ("shelled", "shell"),
                ("shot", "shoot"),
                ("rammed", "ram"),
                ("ruled", "rule"),
                ("occupied", "occupy"),
                ("boycotted", "boycott"),
                ("killed", "kill"),
                ("panicked", "panic"),
                ("toppled", "topple"),
            ],
        );
        check(Xpos::Vbg, &[("striking", "strike"), ("shelling", "shell"), ("banning", "ban"), ("dying", "die")]);
        check(
            Xpos::Vbz,
            &[
                ("plans", "plan"),
                ("bids", "bid"),
                ("strips", "strip"),
                ("denies", "deny"),
                ("clashes", "clash"),
                ("seizes", "seize"),
                ("says", "say"),
            ],
        );
    }

    #[test]
    fn what_no_list_knows_stays_as_proposed() {
        assert_eq!(&*lemma("zorbified", Xpos::Vbd, "zorbify".into()), "zorbify");
        assert_eq!(&*lemma("", Xpos::Vbd, "x".into()), "x");
    }
}
