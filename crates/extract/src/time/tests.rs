//! The grammar of time and the calendar: expressions and the days they mean, seen from Wednesday, 11 March 2026.

use super::calendar::{Outlook, resolve};
use super::{is_long_past, scan, words};
use lexicon::{DataFile, TimeRelation};
use types::{Date, Deprel, Parse, Precision, Span, TimeSpan, Token, Upos, Xpos};

const TIME: &str = include_str!("../../../../data/circumstances/time.tsv");
const NUMBERS: &str = include_str!("../../../../data/circumstances/numbers.tsv");

fn circumstances() -> lexicon::Circumstances {
    let files = [
        DataFile { path: "circumstances/time.tsv", text: TIME },
        DataFile { path: "circumstances/numbers.tsv", text: NUMBERS },
    ];
    let (loaded, problems) = lexicon::Circumstances::of(&files);
    assert_eq!(problems, []);
    loaded
}

/// Words between spaces with the parts of speech that their writing suggests.
fn parse(text: &str) -> Parse {
    let mut at = 0;
    let mut tokens = Vec::new();
    for word in text.split(' ') {
        let (upos, xpos) = match word.chars().next() {
            Some(c) if c.is_ascii_digit() => (Upos::Num, Xpos::Cd),
            Some(c) if c.is_uppercase() => (Upos::Propn, Xpos::Nnp),
            _ if word.ends_with('s') => (Upos::Noun, Xpos::Nns),
            _ => (Upos::Noun, Xpos::Nn),
        };
        let head = (!tokens.is_empty()).then_some(0);
        let deprel = if head.is_some() { Deprel::Dep } else { Deprel::Root };
        let span = Span::new(at, at + word.len());
        tokens.push(Token {
            span,
            lemma: word.into(),
            upos,
            xpos,
            head,
            deprel,
            entity: None,
            factuality: 0.0,
            judgement: None,
        });
        at = span.end + 1;
    }
    Parse::new(Span::new(0, text.len()), 0, tokens, vec![]).expect("a flat tree")
}

fn wednesday() -> Option<Date> {
    Date::new(2026, 3, 11)
}

fn read(text: &str, written: Option<Date>, outlook: Outlook) -> Vec<(String, Option<TimeRelation>)> {
    let (circumstances, parse) = (circumstances(), parse(text));
    let found = scan::expressions(&words::of(&circumstances, text, &parse));
    let days = |days: TimeSpan| match days.start == days.end {
        true => format!("{} {}", days.start, days.precision.as_str()),
        false => format!("{}..{} {}", days.start, days.end, days.precision.as_str()),
    };
    found
        .into_iter()
        .map(|e| (resolve(&e.meaning, written, outlook).map_or("-".to_owned(), days), e.relation))
        .collect()
}

#[track_caller]
fn check(text: &str, past: &str, future: &str) {
    for (outlook, expected) in [(Outlook::Past, past), (Outlook::Future, future)] {
        let found: Vec<String> = read(text, wednesday(), outlook).into_iter().map(|(days, _)| days).collect();
        assert_eq!(found.join(" + "), expected, "{text} {outlook:?}");
    }
}

#[track_caller]
fn same(text: &str, expected: &str) {
    check(text, expected, expected);
}

#[test]
fn weekdays_point_back_or_ahead() {
    check("on Monday", "2026-03-09 day", "2026-03-16 day");
    check("on Wednesday", "2026-03-11 day", "2026-03-11 day");
    check("late Thursday evening", "2026-03-05 day", "2026-03-12 day");
    same("last Wednesday", "2026-03-04 day");
    same("next Monday", "2026-03-16 day");
    same("this Friday", "2026-03-13 day");
    same("Wednesday of last week", "2026-03-04 day");
    same("Sunday , March 1 , 2026", "2026-03-01 day");
    check("from Monday to Wednesday", "2026-03-09..2026-03-11 range", "2026-03-09..2026-03-11 range");
    check("between Friday and Sunday", "2026-03-06..2026-03-08 range", "2026-03-13..2026-03-15 range");
}

#[test]
fn days_round_today() {
    same("today", "2026-03-11 day");
    same("yesterday morning", "2026-03-10 day");
    same("tomorrow", "2026-03-12 day");
    same("this morning", "2026-03-11 day");
    same("this past Friday", "2026-03-06 day");
    same("last night", "2026-03-10 day");
    same("overnight", "2026-03-10..2026-03-11 range");
    same("three days ago", "2026-03-08 day");
    same("a week ago", "2026-03-02..2026-03-08 range");
    same("two months ago", "2026-01-01..2026-01-31 month");
    same("a couple of years ago", "2024-01-01..2024-12-31 year");
    same("a few days ago", "");
    check("in three days", "-", "2026-03-14 day");
    same("in three days of fighting", "");
}

#[test]
fn weeks_months_and_years_are_as_fine_as_stated() {
    same("last week", "2026-03-02..2026-03-08 range");
    check("this week", "2026-03-09..2026-03-11 range", "2026-03-09..2026-03-15 range");
    same("later this week", "2026-03-11..2026-03-15 range");
    same("next week", "2026-03-16..2026-03-22 range");
    same("earlier this month", "2026-03-01..2026-03-11 month");
    same("earlier in the year", "2026-01-01..2026-03-11 year");
    same("last month", "2026-02-01..2026-02-28 month");
    same("next year", "2027-01-01..2027-12-31 year");
    same("the past two weeks", "2026-02-25..2026-03-11 range");
    same("the coming weeks", "");
    check("the weekend", "2026-03-07..2026-03-08 range", "2026-03-14..2026-03-15 range");
    same("last weekend", "2026-03-07..2026-03-08 range");
}

#[test]
fn the_calendar_with_and_without_year() {
    check("in January", "2026-01-01..2026-01-31 month", "2027-01-01..2027-01-31 month");
    check("in March", "2026-03-01..2026-03-31 month", "2026-03-01..2026-03-31 month");
    same("last October", "2025-10-01..2025-10-31 month");
    same("October 2022", "2022-10-01..2022-10-31 month");
    same("June of last year", "2025-06-01..2025-06-30 month");
    check("on December 22", "2025-12-22 day", "2026-12-22 day");
    same("December 22 , last year", "2025-12-22 day");
    same("December 22 , 2024", "2024-12-22 day");
    same("the 3rd of May 2024", "2024-05-03 day");
    same("7 September 2001", "2001-09-07 day");
    same("2025-03-04", "2025-03-04 day");
    same("2025 - 03 - 04", "2025-03-04 day");
    check("between 3 and 5 May", "2025-05-03..2025-05-05 range", "2026-05-03..2026-05-05 range");
    same("May 3 - 5 , 2024", "2024-05-03..2024-05-05 range");
    same("from 28 December to 2 January 2025", "2024-12-28..2025-01-02 range");
    same("in 2019", "2019-01-01..2019-12-31 year");
    same("the 2015 accord", "2015-01-01..2015-12-31 year");
    same("killed 2015 soldiers", "");
    same("the 1990s", "1990-01-01..1999-12-31 range");
    same("the summer of 2023", "2023-06-01..2023-08-31 range");
    check("in the spring", "2026-03-01..2026-05-31 range", "2026-03-01..2026-05-31 range");
    same("on 31 February 2024", "-");
    check("on 29 February", "2024-02-29 day", "2028-02-29 day");
}

#[test]
fn parts_of_years_and_more_than_years() {
    check("between May and July", "2025-05-01..2025-07-31 range", "2026-05-01..2026-07-31 range");
    same("May to July 2024", "2024-05-01..2024-07-31 range");
    same("the first quarter of 2024", "2024-01-01..2024-03-31 range");
    same("Q3 2025", "2025-07-01..2025-09-30 range");
    check("the fourth quarter", "2025-10-01..2025-12-31 range", "2026-10-01..2026-12-31 range");
    check("last summer", "2025-06-01..2025-08-31 range", "2025-06-01..2025-08-31 range");
    check("this summer", "2026-06-01..2026-08-31 range", "2026-06-01..2026-08-31 range");
    same("autumn 2024", "2024-09-01..2024-11-30 range");
    same("the '90s", "1990-01-01..1999-12-31 range");
    same("the early 2000s", "2000-01-01..2009-12-31 range");
    same("the 19th century", "1800-01-01..1899-12-31 range");
    check("the end of March", "2026-03-01..2026-03-31 month", "2026-03-01..2026-03-31 month");
    same("the end of the year", "2026-01-01..2026-12-31 year");
    same("the start of 2024", "2024-01-01..2024-12-31 year");
    same("the 19th floor", "");
    same("the end of the war", "");
}

#[test]
fn times_counted_from_others() {
    check("the eve of Sunday", "2026-03-07 day", "2026-03-14 day");
    same("the eve of the vote", "");
    check("two days after Friday", "2026-03-08 day", "2026-03-15 day");
    same("the day before 3 May 2024", "2024-05-02 day");
    same("a week before 3 May 2024", "2024-04-22..2024-04-28 range");
    // Counted from the day given, as the day told before would be.
    same("the previous day", "2026-03-10 day");
    same("the next day", "2026-03-12 day");
    same("the following month", "2026-04-01..2026-04-30 month");
    same("two days later", "2026-03-13 day");
    same("a week earlier", "2026-03-02..2026-03-08 range");
    same("the day before", "2026-03-10 day");
    same("the day before the summit", "");
    same("the previous government", "");
}

#[test]
fn months_are_no_verbs_and_names() {
    same("it may march", "");
    same("the second may", "");
}

#[test]
fn without_a_day_of_writing_only_the_calendar_is_known() {
    for (text, expected) in [("on Monday", "-"), ("in May", "-"), ("last year", "-"), ("2 May 2024", "2024-05-02 day")]
    {
        let found: Vec<String> = read(text, None, Outlook::Past).into_iter().map(|(days, _)| days).collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn the_word_before_tells_how_the_act_stands_to_the_time() {
    for (text, expected) in [
        ("since June", Some(TimeRelation::Since)),
        ("until the 3rd of May", Some(TimeRelation::Until)),
        ("by Friday", Some(TimeRelation::By)),
        ("for the first time since 2002", Some(TimeRelation::Apart)),
        ("in June", None),
        ("for March 24", Some(TimeRelation::Ahead)),
        ("for Monday 's attack", None),
        ("for last week", None),
    ] {
        let found: Vec<_> = read(text, wednesday(), Outlook::Past).into_iter().map(|(_, relation)| relation).collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn background_is_three_months_old_or_of_an_earlier_year() {
    let day = |year, month, day| Date::new(year, month, day).expect("a day");
    let published = day(2026, 3, 11);
    for (end, precision, expected) in [
        (day(2025, 12, 8), Precision::Day, true),
        (day(2025, 12, 9), Precision::Day, false),
        (day(2025, 12, 31), Precision::Month, false),
        (day(2025, 12, 31), Precision::Year, true),
        (day(2026, 12, 31), Precision::Year, false),
        (day(2027, 1, 1), Precision::Day, false),
    ] {
        let days = TimeSpan { start: end, end, precision };
        assert_eq!(is_long_past(days, published), expected, "{end} {precision:?}");
    }
}
