//! The forms of a verb: given in braces, else made as regular English makes them.

use super::words::pieces;

/// A verb of one or several words: the one that is inflected, and what stands before and behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Words before, the nearest first.
    pub before: Vec<Box<str>>,
    /// The verb itself.
    pub verb: Box<str>,
    /// Words behind, the nearest first.
    pub after: Vec<Box<str>>,
}

/// All forms of an entry such as `BREAK_DOWN`, `WIRE_+TAP {WIRE_+TAPPED}` or `BAN {BANS BANNED}`.
pub(super) fn forms(text: &str) -> Result<Vec<Form>, String> {
    let (root, irregular) = match text.split_once('{') {
        None => (text.trim(), None),
        Some((root, rest)) => {
            let (inside, _) = rest.split_once('}').ok_or("a brace is not closed")?;
            (root.trim(), Some(inside))
        }
    };
    let mut found = vec![form(root)?];
    match irregular {
        Some(listed) => {
            for text in listed.split(|c: char| c.is_whitespace() || c == ',').filter(|text| !text.is_empty()) {
                found.push(form(text)?);
            }
        }
        None => {
            let pattern = form(root)?;
            found.extend(regular(&pattern.verb).into_iter().map(|verb| Form { verb, ..pattern.clone() }));
        }
    }
    Ok(found)
}

/// One form; the inflected word bears a `+`, else it is the first.
fn form(text: &str) -> Result<Form, String> {
    let words: Vec<&str> = text.split([' ', '_']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| word.starts_with('+')).unwrap_or(0);
    let one = |word: &&str| pieces(word).collect::<Vec<_>>();
    let verb = words.get(at).map(one).unwrap_or_default();
    let [lead @ .., verb] = verb.as_slice() else { return Err(format!("{text:?} holds no verb")) };
    let before = words.iter().take(at).flat_map(one).chain(lead.iter().cloned());
    let before: Vec<Box<str>> = before.collect::<Vec<_>>().into_iter().rev().collect();
    Ok(Form { before, verb: verb.clone(), after: words.iter().skip(at + 1).flat_map(one).collect() })
}

/// Third person, past and participle.
fn regular(verb: &str) -> Vec<Box<str>> {
    let stem = |cut: usize| verb.get(..verb.len().saturating_sub(cut)).unwrap_or(verb);
    let with =
        |stem: &str, endings: &[&str]| endings.iter().map(|end| format!("{stem}{end}").into()).collect::<Vec<_>>();
    let last = |n: usize| verb.chars().rev().nth(n);
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let mut found = match last(0) {
        Some('e') => [with(verb, &["s", "d"]), with(stem(1), &["ing"])].concat(),
        Some('y') if !vowel(last(1)) => [with(stem(1), &["ies", "ied"]), with(verb, &["ing"])].concat(),
        _ if ["s", "x", "z", "sh", "ch"].iter().any(|end| verb.ends_with(end)) => with(verb, &["es", "ed", "ing"]),
        _ => with(verb, &["s", "ed", "ing"]),
    };
    let short = verb.chars().filter(|c| "aeiou".contains(*c)).count() == 1;
    let doubled = vowel(last(1)) && last(0).is_some_and(|c| c.is_alphabetic() && !"aeiouwxy".contains(c));
    if let Some(c) = last(0).filter(|_| short && doubled) {
        found.extend(with(&format!("{verb}{c}"), &["ed", "ing"]));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let one = |form: &Form| {
            let before: Vec<&str> = form.before.iter().rev().map(|word| &**word).collect();
            let all = [before, vec![&*form.verb], form.after.iter().map(|word| &**word).collect()].concat();
            all.join("_")
        };
        let got = forms(text).map(|forms| forms.iter().map(one).collect::<Vec<_>>().join(" "));
        assert_eq!(got.unwrap_or_else(|error| error), want, "{text}");
    }

    #[test]
    fn verbs_are_inflected() {
        check("DEPLORE", "deplore deplores deplored deploring");
        check("CARRY", "carry carries carried carrying");
        check("OBEY", "obey obeys obeyed obeying");
        check("REACH", "reach reaches reached reaching");
        check("BAN", "ban bans baned baning banned banning");
        check("SHOOT {SHOOTS SHOT}", "shoot shoots shot");
        check("+CORDON_OFF", "cordon_off cordons_off cordoned_off cordoning_off");
        check("WIRE_+TAP {WIRE_+TAPPED }", "wire_tap wire_tapped");
        check("LASH OUT", "lash_out lashes_out lashed_out lashing_out");
        check("RE-ARM", "re_arm re_arms re_armed re_arming");
        check("{X}", "\"\" holds no verb");
        check("BAN {BANS", "a brace is not closed");
    }
}
