//! The word lists of `data/parse`, built in.

use crate::wordlist::WordList;

macro_rules! lists {
    ($($name:ident = $file:literal),+ $(,)?) => {
        $(pub(crate) const $name: WordList = WordList(include_str!(concat!("../../../data/parse/", $file)));)+

        #[cfg(test)]
        mod tests {
            #[test]
            fn lists_are_sorted_without_duplicates() {
                $(crate::wordlist::assert_sorted(super::$name);)+
            }
        }
    };
}

lists! {
    ABBREVIATIONS = "abbreviations.txt",
    BEFORE_NAMES = "before-names.txt",
    CLITICS = "clitics.txt",
    CONTRACTIONS = "contractions.txt",
    CURRENCIES = "currencies.txt",
    DOTTED = "dotted.txt",
    ELISIONS = "elisions.txt",
    EMOTICONS = "emoticons.txt",
    IRREGULAR_VERBS = "irregular-verbs.txt",
    PLURALS = "plurals.txt",
    PREFIXES = "prefixes.txt",
    SENTENCE_FINAL = "sentence-final.txt",
    STARTERS = "starters.txt",
    UNITS = "units.txt",
    VERBS = "verbs.txt",
}
