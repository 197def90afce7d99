//! Lemmas: the best scored script among those that rules by word ending allow.

use super::ModelError;
use super::archive::Archive;
use super::heads::argmax;
use std::collections::HashMap;
use types::Xpos;

/// The longest ending that rules look at, in characters.
const LONGEST_ENDING: usize = 5;

/// Lemma scripts, and which of them a word may take.
#[derive(Debug)]
pub(crate) struct Lemmas {
    scripts: Vec<Script>,
    /// From a tag with a whole form or an ending to the scripts allowed there, in order.
    rules: HashMap<String, Vec<usize>>,
}

impl Lemmas {
    pub fn read(archive: &Archive) -> Result<Self, ModelError> {
        let labels = archive.labels("lemma")?;
        let scripts = labels.iter().map(|s| Script::read(s)).collect::<Result<_, _>>()?;
        let mut by_end: HashMap<&str, Vec<usize>> = HashMap::new();
        for (class, label) in labels.iter().enumerate() {
            by_end.entry(label.split_once('|').map_or("", |(_, end)| end)).or_default().push(class);
        }
        let classes = |ends: Vec<String>| {
            let mut classes: Vec<usize> =
                ends.iter().flat_map(|end| by_end.get(end.as_str())).flatten().copied().collect();
            classes.sort_unstable();
            classes
        };
        let rules = archive.map_of_lists("lemma_rules")?;
        Ok(Self { scripts, rules: rules.into_iter().map(|(key, ends)| (key, classes(ends))).collect() })
    }

    /// Scripts there are.
    pub fn len(&self) -> usize {
        self.scripts.len()
    }

    /// The lemma of a form.
    pub fn lemma(&self, scores: &[f32], xpos: Xpos, form: &str) -> Box<str> {
        let allowed = self.allowed(xpos, &form.to_lowercase());
        let best =
            allowed.iter().copied().reduce(|best, class| if scores[class] > scores[best] { class } else { best });
        self.scripts[best.unwrap_or_else(|| argmax(scores))].apply(form)
    }

    /// What the longest known key allows: the whole form, then shorter and shorter endings.
    fn allowed(&self, xpos: Xpos, lower: &str) -> &[usize] {
        let starts = lower.char_indices().map(|(at, _)| at).chain([lower.len()]).rev().take(LONGEST_ENDING + 1);
        let mut endings: Vec<usize> = starts.collect();
        endings.reverse();
        let whole = std::iter::once(format!("{xpos} ^{lower}"));
        let mut keys = whole.chain(endings.into_iter().map(|at| format!("{xpos} {}", &lower[at..])));
        keys.find_map(|key| self.rules.get(&key)).map_or(&[], Vec::as_slice)
    }
}

/// How a lemma is made from a form: recase, cut from the end, append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Script {
    case: Case,
    strip: usize,
    append: Box<str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Lower,
    Title,
    Keep,
}

impl Script {
    pub fn read(script: &str) -> Result<Self, ModelError> {
        let malformed = || ModelError::Script(script.to_owned());
        let mut parts = script.splitn(3, '|');
        let case = match parts.next() {
            Some("l") => Case::Lower,
            Some("t") => Case::Title,
            Some("k") => Case::Keep,
            _ => return Err(malformed()),
        };
        let strip = parts.next().and_then(|s| s.parse().ok()).ok_or_else(malformed)?;
        Ok(Self { case, strip, append: parts.next().ok_or_else(malformed)?.into() })
    }

    /// The lemma of a form; the form itself where nothing would be left.
    pub fn apply(&self, form: &str) -> Box<str> {
        let mut lemma = self.recased(form);
        let kept = lemma.char_indices().rev().nth(self.strip.wrapping_sub(1)).map(|(at, _)| at);
        if self.strip > 0 {
            lemma.truncate(kept.unwrap_or(0));
        }
        lemma.push_str(&self.append);
        if lemma.is_empty() { form.into() } else { lemma.into() }
    }

    fn recased(&self, form: &str) -> String {
        let mut chars = form.chars();
        match (self.case, chars.next()) {
            (Case::Lower, _) => form.to_lowercase(),
            (Case::Title, Some(first)) => first.to_uppercase().collect::<String>() + &chars.as_str().to_lowercase(),
            _ => form.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, form: &str, want: &str) {
        assert_eq!(Script::read(script).map(|s| s.apply(form)).ok().as_deref(), Some(want), "{script} {form}");
    }

    #[test]
    fn scripts_make_lemmas() {
        check("l|3|e", "Having", "have");
        check("k|0|", "Paris", "Paris");
        check("t|1|", "AMERICANS", "American");
        check("l|9|be", "is", "be");
        check("l|2|", "is", "is");
        check("l|1||", "é!", "é|");
    }

    #[test]
    fn malformed_scripts_are_refused() {
        for bad in ["", "l", "l|x|", "q|0|", "l|1"] {
            assert!(Script::read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_longest_known_ending_decides() {
        let scripts = ["l|0|", "l|2|", "l|3|e", "k|0|"].map(|s| Script::read(s).unwrap());
        let rules = [("VBD ", vec![1]), ("VBD ved", vec![1, 2]), ("VBD ^fed", vec![0])];
        let rules = rules.into_iter().map(|(key, classes)| (key.to_owned(), classes)).collect();
        let lemmas = Lemmas { scripts: scripts.into(), rules };
        let lemma = |xpos, form| lemmas.lemma(&[0.1, 0.2, 0.3, 0.4], xpos, form);
        assert_eq!(&*lemma(Xpos::Vbd, "Asked"), "ask");
        assert_eq!(&*lemma(Xpos::Vbd, "Waved"), "wae");
        assert_eq!(&*lemma(Xpos::Vbd, "Fed"), "fed");
        assert_eq!(&*lemma(Xpos::Nnp, "Fed"), "Fed");
    }
}
