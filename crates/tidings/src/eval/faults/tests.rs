//! Gold and found mentions side by side, and the causes of what differs.

use super::*;
use crate::eval::gold::{Article, Party};
use crate::eval::trace::{Candidate, Trace};
use extract::Fate;
use types::{Country, EventType, Sector, SourceKind, Status};

const TEXT: &str = "Chad’s army shelled a market in Faya and rebels condemned it.";

/// `trigger TYPE status`, then actors and recipients as `words=COUNTRY.SECTOR`, each set off by ` | `.
fn mention(told: &str) -> Mention {
    let parts: Vec<&str> = told.split(" | ").collect();
    let head: Vec<&str> = parts[0].split(' ').collect();
    Mention {
        event_id: None,
        quote: TEXT.to_owned(),
        span: None,
        trigger: Some(head[0].to_owned()),
        trigger_span: None,
        kind: head[1].parse().unwrap(),
        mode: None,
        alt: vec![],
        actors: parties(parts.get(1)),
        recipients: parties(parts.get(2)),
        status: head.get(2).map_or(Status::Occurred, |status| status.parse().unwrap()),
        place: None,
        date: None,
        attribution: vec![],
        hedge: None,
        confidence: None,
        explanation: None,
    }
}

fn parties(told: Option<&&str>) -> Vec<Party> {
    let party = |told: &str| {
        let (text, codes) = told.split_once('=').unwrap();
        let (country, sector) = codes.split_once('.').unwrap();
        Party {
            text: (!text.is_empty()).then(|| text.to_owned()),
            country: country.parse::<Country>().ok(),
            sector: sector.parse::<Sector>().ok(),
            implicit: text.is_empty(),
        }
    };
    told.copied().into_iter().flat_map(|side| side.split("; ")).filter(|told| !told.is_empty()).map(party).collect()
}

fn article(mentions: &[&str]) -> Article {
    let events = mentions.iter().map(|told| mention(told)).collect();
    let article = Article { doc: "a".to_owned(), date: "2025-03-04".parse().unwrap(), title: None, events };
    article.located(TEXT).unwrap()
}

fn case(gold: &[&str], found: &[&str], dropped: &[(&str, EventType, Fate)]) -> Case {
    let trigger = |word: &str| {
        let start = TEXT[..TEXT.find(word).unwrap()].chars().count();
        (start, start + word.len())
    };
    let dropped = dropped.iter().map(|&(word, kind, fate)| Candidate {
        trigger: trigger(word),
        rule: "shelling".to_owned(),
        kind,
        fate,
    });
    let trace = Trace { sentences: vec![(0, TEXT.chars().count())], dropped: dropped.collect() };
    Case { gold: article(gold), predicted: article(found).events, trace }
}

#[track_caller]
fn check_case(case: Case, want: &[(Cause, [usize; 3])]) {
    let got: Vec<(Cause, [usize; 3])> =
        by_cause(&faults(&[case])).into_iter().map(|(cause, s)| (cause, [s.missed, s.spurious, s.fields])).collect();
    assert_eq!(got, want);
}

#[track_caller]
fn check(gold: &[&str], found: &[&str], dropped: &[(&str, EventType, Fate)], want: &[(Cause, [usize; 3])]) {
    check_case(case(gold, found, dropped), want);
}

const MISS: [usize; 3] = [1, 0, 0];
const EXTRA: [usize; 3] = [0, 1, 0];

#[test]
fn what_is_right_has_no_fault() {
    check(&["shelled ASSAULT | army=TCD.MIL"], &["shelled ASSAULT | army=TCD.MIL"], &[], &[]);
}

#[test]
fn a_miss_is_due_to_how_far_its_candidates_came() {
    use EventType::{Accuse, Assault};
    for (dropped, cause) in [
        (&[][..], Cause::UnknownTrigger),
        (&[("condemned", Assault, Fate::Participants)], Cause::UnknownTrigger),
        (&[("shelled", Accuse, Fate::Condition)], Cause::UnknownTrigger),
        (&[("shelled", Accuse, Fate::Participants)], Cause::OtherSense),
        (&[("shelled", Assault, Fate::Form)], Cause::Unfit),
        (&[("shelled", Assault, Fate::Condition), ("shelled", Accuse, Fate::Repeated)], Cause::Unfit),
        (&[("shelled", Assault, Fate::Status)], Cause::Unfit),
        (&[("shelled", Assault, Fate::Outranked)], Cause::OtherSense),
        (&[("shelled", Assault, Fate::Condition), ("shelled", Assault, Fate::Participants)], Cause::Attachment),
        (&[("shelled", Assault, Fate::Bare)], Cause::Attachment),
        (&[("shelled", Assault, Fate::Content)], Cause::Overlap),
    ] {
        check(&["shelled ASSAULT"], &[], dropped, &[(cause, MISS)]);
    }
}

#[test]
fn a_sentence_that_was_not_read_is_told_first() {
    let mut case = case(&["shelled ASSAULT"], &[], &[]);
    case.trace.sentences.clear();
    check_case(case, &[(Cause::Unread, MISS)]);
}

#[test]
fn a_miss_and_a_spurious_record_of_one_trigger_are_one_fault() {
    check(&["shelled ASSAULT"], &["shelled ACCUSE"], &[], &[(Cause::OtherSense, [1, 1, 0])]);
    let apart = [(Cause::UnknownTrigger, MISS), (Cause::NoEvent, EXTRA)];
    check(&["shelled ASSAULT"], &["condemned ACCUSE"], &[], &apart);
}

#[test]
fn what_another_answers_is_told_apart() {
    check(&["shelled ASSAULT"], &["shelled ASSAULT", "market ASSAULT"], &[], &[(Cause::Overlap, EXTRA)]);
    check(&["shelled ASSAULT"], &["shelled ASSAULT", "shelled ACCUSE"], &[], &[(Cause::Overlap, EXTRA)]);
    check(&["shelled ASSAULT", "shelled ASSAULT"], &["shelled ASSAULT"], &[], &[(Cause::Overlap, MISS)]);
}

#[test]
fn a_wrong_participant_has_one_cause() {
    for (gold, found, cause, fields) in [
        ("Chad’s army=TCD.MIL | a market=TCD.CVL", "a market=SDN.MIL | a market=TCD.CVL", Cause::Direction, 1),
        ("Chad’s army=TCD.MIL", "army=.MIL", Cause::Resolution, 1),
        ("Chad’s army=TCD.MIL", "army=TCD.REB", Cause::Resolution, 1),
        ("Chad’s army=TCD.MIL", "army=SDN.REB", Cause::Resolution, 2),
        ("=TCD.MIL", "", Cause::Context, 2),
        ("the president=TCD.GOV", "rebels=SDN.REB", Cause::Context, 2),
        ("Chad’s army=TCD.MIL", "rebels=SDN.REB", Cause::Attachment, 2),
        ("Chad’s army=TCD.MIL", "", Cause::Attachment, 2),
        ("arm=TCD.MIL", "army=SDN.MIL", Cause::Attachment, 1),
        ("", "rebels=SDN.REB", Cause::Attachment, 2),
    ] {
        let told = |sides: &str| format!("shelled ASSAULT occurred | {sides}");
        check(&[&told(gold)], &[&told(found)], &[], &[(cause, [0, 0, fields])]);
    }
}

#[test]
fn other_fields_are_their_own_causes() {
    let mut case = case(&["shelled ASSAULT"], &["shelled ASSAULT planned"], &[]);
    case.gold.events[0].attribution.push(crate::eval::gold::Source { kind: SourceKind::Media, text: None, cue: None });
    case.gold.events[0].date = Some("2025".to_owned());
    case.predicted[0].mode = Some(types::Mode::Drone);
    let field = |cause| (cause, [0, 0, 1]);
    check_case(case, &[Cause::Status, Cause::Attribution, Cause::Mode, Cause::Date].map(field));
}

#[test]
fn causes_stand_in_their_order() {
    assert!(Cause::ALL.is_sorted());
    let names: std::collections::BTreeSet<&str> = Cause::ALL.iter().map(|cause| cause.name()).collect();
    assert_eq!(names.len(), Cause::ALL.len());
}
