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
    if VERBS.contains(&proposed) && !doubled(&lower, &proposed) {
        return proposed;
    }
    candidates(&lower, xpos).into_iter().find(|base| VERBS.contains(base)).map_or(proposed, Into::into)
}

fn irregular(lower: &str) -> Option<&'static str> {
    IRREGULAR_VERBS.entries().find_map(|line| line.split_once(' ').filter(|(form, _)| *form == lower)).map(|(_, base)| base)
}

/// "barred" is of "bar" though "barre" and "barr" may be words.
fn doubled(lower: &str, proposed: &str) -> bool {
    proposed.len() >= 2 && lower.len() > proposed.len() + 3 && lower.starts_with(proposed)
}

/// What the regular endings may have been put on, the likeliest first.
fn candidates(lower: &str, xpos: Xpos) -> Vec<String> {
    let endings: &[&str] = match xpos {
        Xpos::Vbz => &["s", "es"],
        Xpos::Vbg => &["ing"],
        _ => &["ed", "d"],
    };
    endings.iter().filter_map(|ending| lower.strip_suffix(ending)).flat_map(bases).collect()
}

fn bases(stem: &str) -> Vec<String> {
    let mut found = vec![format!("{stem}e"), stem.to_owned()];
    let mut back = stem.chars().rev();
    if let (Some(last), Some(before)) = (back.next(), back.next()) {
        let once: String = stem.chars().take(stem.chars().count() - 1).collect();
        if last == before && !matches!(last, 'a' | 'e' | 'i' | 'o' | 'u') {
            found.insert(0, once.clone());
            found.swap(0, if VERBS.contains(stem) { 2 } else { 0 });
        }
        if last == 'i' || last == 'e' && before == 'i' {
            found.push(format!("{}y", once.trim_end_matches('i')));
        }
        if last == 'k' && before == 'c' {
            found.push(once);
        }
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
        check(Xpos::Vbz, &[("denies", "deny"), ("clashes", "clash"), ("seizes", "seize"), ("says", "say")]);
    }

    #[test]
    fn what_no_list_knows_stays_as_proposed() {
        assert_eq!(&*lemma("zorbified", Xpos::Vbd, "zorbify".into()), "zorbify");
        assert_eq!(&*lemma("", Xpos::Vbd, "x".into()), "x");
    }
}
