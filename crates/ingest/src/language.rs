//! Whether a text is English; when in doubt, it is.
//!
//! Three witnesses: the script, the share of the commonest English words, and a trigram model. The
//! model alone errs on short texts and on texts full of names, so it only speaks where the common
//! words are missing.

use crate::lists;

/// Letters a text needs before its language is judged.
const FEWEST_LETTERS: usize = 20;
/// Share of the commonest English words, in percent, above which a text is English.
const ENGLISH_SHARE: usize = 18;
/// Share, in percent, below which a text of some length is foreign if the model says so.
const FOREIGN_SHARE: usize = 10;
/// Words that make such a length.
const FEWEST_WORDS: usize = 14;
/// Characters that are enough to judge by.
const SAMPLE: usize = 6000;

/// The ISO 639-3 code of the language of a text that is not English.
pub fn foreign(text: &str) -> Option<String> {
    let sample: String = text.chars().take(SAMPLE).collect();
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let latin = sample.chars().filter(|c| c.is_alphabetic() && is_latin(*c)).count();
    if letters < FEWEST_LETTERS {
        return None;
    }
    if latin * 2 < letters {
        return Some(whatlang::detect(&sample).map_or("und", |found| found.lang().code()).to_owned());
    }
    let words: Vec<&str> = sample.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let share = share_of_english(&words);
    let clear = words.len() >= FEWEST_WORDS && share < FOREIGN_SHARE;
    let found = whatlang::detect(&sample).filter(|found| clear || found.is_reliable());
    let found = found.filter(|found| share < ENGLISH_SHARE && found.lang() != whatlang::Lang::Eng);
    found.map(|found| found.lang().code().to_owned())
}

fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn share_of_english(words: &[&str]) -> usize {
    let common = words.iter().filter(|word| lists::has(lists::ENGLISH, word)).count();
    (common * 100).checked_div(words.len()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, language: Option<&str>) {
        assert_eq!(foreign(text).as_deref(), language, "{text}");
    }

    #[test]
    fn english_is_kept_however_short() {
        for text in [
            "",
            "Iran",
            "Ministers meet in Accra",
            "Rebels seize Goma airport, Kinshasa vows swift response",
            "Hungarian, Slovak leaders discuss Danube dam dispute in Bratislava",
            "Police in Lima arrested nine men on Monday.",
            "President Félix Tshisekedi met Paul Kagame in Doha, Qatar, Tuesday.",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn other_languages_are_named() {
        check(
            "Der Minister hat am Montag in Berlin die neuen Pläne der Regierung für die Küste vorgestellt.",
            Some("deu"),
        );
        check(
            "El ministro presentó el lunes en Madrid los nuevos planes del gobierno para la costa del país.",
            Some("spa"),
        );
        check("Le ministre a présenté lundi à Paris les nouveaux projets du gouvernement pour la côte.", Some("fra"));
        check("Министр представил в понедельник новые планы правительства.", Some("rus"));
        check("قدم الوزير يوم الاثنين خطط الحكومة الجديدة للساحل", Some("ara"));
    }
}
