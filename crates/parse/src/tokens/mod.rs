//! Sentences to tokens, as the English treebanks EWT and GUM cut them.
//!
//! White space bounds chunks. From each chunk marks are peeled off both ends until what is left is
//! a word that stays whole (an abbreviation, a number, an address) or has to be parted inside.
//! Clitics part from their host and compounds at the hyphen. Every token is a slice of the text.

mod inner;
mod peel;
mod whole;

pub(crate) use whole::is_initials;

use types::Span;

/// The tokens of one sentence, in order; together they cover all that is not white space.
pub fn tokens(text: &str, sentence: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = sentence.start;
    for chunk in sentence.of(text).split(char::is_whitespace) {
        let next = text.get(at + chunk.len()..sentence.end).unwrap_or("").trim_start();
        if whole::is_abbreviation_before(chunk, next) {
            out.push(Span::new(at, at + chunk.len()));
        } else {
            split(chunk, at, &mut out);
        }
        at += chunk.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    out
}

/// Peels marks off both ends of a chunk, then parts the rest.
fn split(chunk: &str, offset: usize, out: &mut Vec<Span>) {
    let (mut start, mut end) = (0, chunk.len());
    let mut tail = Vec::new();
    while start < end {
        let core = &chunk[start..end];
        if whole::stays(core) {
            break;
        } else if let Some(mark) = peel::leading(core) {
            out.push(Span::new(offset + start, offset + start + mark));
            start += mark;
        } else if let Some(mark) = peel::trailing(core) {
            tail.push(Span::new(offset + end - mark, offset + end));
            end -= mark;
        } else {
            break;
        }
    }
    part(&chunk[start..end], offset + start, out);
    out.extend(tail.into_iter().rev());
}

/// Parts a chunk without marks at its ends.
fn part(core: &str, offset: usize, out: &mut Vec<Span>) {
    if core.is_empty() {
        return;
    }
    match inner::cut(core).filter(|_| !whole::stays(core)) {
        Some((left, right)) => {
            split(&core[..left], offset, out);
            if left < right {
                out.push(Span::new(offset + left, offset + right));
            }
            split(&core[right..], offset + right, out);
        }
        None => out.push(Span::new(offset, offset + core.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let spans = tokens(text, Span::new(0, text.len()));
        let got: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
        assert_eq!(got.join(" "), want, "{text:?}");
    }

    #[test]
    fn clitics_part_from_their_host() {
        check("It's he who can't, don’t, won't.", "It 's he who ca n't , do n’t , wo n't .");
        check("We'll say they've gone; I'd go. I'm", "We 'll say they 've gone ; I 'd go . I 'm");
        check("You cannot; gonna dunno", "You can not ; gon na du n no");
        check("the ministers' talks, the state's aid", "the ministers ' talks , the state 's aid");
        check("the 1990's and '90s rock 'n roll", "the 1990's and '90s rock 'n roll");
    }

    #[test]
    fn compounds_part_at_the_hyphen_but_for_prefixes() {
        check("a US-led, state-of-the-art 15-year plan", "a US - led , state - of - the - art 15 - year plan");
        check("an anti-government co-founder re-elected", "an anti-government co-founder re-elected");
        check("al-Shabaab pro-Beijing e-mail", "al - Shabaab pro-Beijing e-mail");
        check("1939-1945 and 2-1, call 713-555-0134", "1939 - 1945 and 2 - 1 , call 713-555-0134");
        check("talks—if any--fail – or do", "talks — if any -- fail – or do");
    }

    #[test]
    fn marks_part_from_words() {
        check("“Stop,” he said (twice): why?!", "“ Stop , ” he said ( twice ) : why ?!");
        check("'Stop', she wrote... [sic]", "' Stop ' , she wrote ... [ sic ]");
        check("wait...what and/or; he/she", "wait ... what and / or ; he / she");
        check("``quoted'' text", "`` quoted '' text");
    }

    #[test]
    fn numbers_money_and_units() {
        check("$10 US$4.5bn £3,000 10% 5pm 10km", "$ 10 US$ 4.5 bn £ 3,000 10 % 5 pm 10 km");
        check("9/11 at 7:30 on 04/30/2001, +44", "9/11 at 7:30 on 04/30/2001 , +44");
        check("the 1980s, 21st, #1, 3.5-4.0", "the 1980s , 21st , # 1 , 3.5 - 4.0");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check("Mr. Smith of the U.S. met Gen. J. Doe.", "Mr. Smith of the U.S. met Gen. J. Doe .");
        check("at 5 p.m. in Washington, D.C. He", "at 5 p.m. in Washington , D.C. He");
        check("Acme Inc., No. 5, vs. etc.", "Acme Inc. , No. 5 , vs. etc.");
        check("This is it.", "This is it .");
        check("Is that a no?", "Is that a no ?");
    }

    #[test]
    fn addresses_stay_whole() {
        check(
            "see http://a.org/b-c?d=e. Or a.b@c.org, www.x.com;",
            "see http://a.org/b-c?d=e . Or a.b@c.org , www.x.com ;",
        );
        check("@state #peace :)", "@state #peace :)");
        check("AT&T R&D", "AT&T R&D");
    }
}
