//! What documents teach of names, what they must not teach, and the way of a table back into coding.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;
use tidings::Tidings;
use tidings::ingest::{self, Defaults, Format, Ingested};
use tidings::learn::{Ledger, table};
use tidings::lexicon::{self, DataFile, Extension};

static TIDINGS: LazyLock<Tidings> = LazyLock::new(|| Tidings::new().unwrap());

fn input(published: &str, text: &str) -> Ingested {
    let line = serde_json::json!({"id": "a", "published": published, "text": text}).to_string();
    let results = ingest::read("a.jsonl", line.into_bytes(), Some(Format::JsonLines), &Defaults::default());
    let mut read = results.map(Result::unwrap).collect::<Vec<_>>();
    read.remove(0)
}

fn lessons(text: &str) -> Vec<String> {
    let told = |lesson: tidings::extract::Lesson| {
        let country = lesson.country.map(|country| country.to_string()).unwrap_or_default();
        let sectors: Vec<&str> = lesson.sectors.iter().map(|sector| sector.as_str()).collect();
        let short = lesson.short.map(|short| format!(" ({short})")).unwrap_or_default();
        let kind = lesson.kind.as_str();
        format!("{}{short}: {kind}, {}, {country} {}", lesson.name, lesson.role, sectors.join(" "))
    };
    TIDINGS.lessons(&input("2025-03-04", text)).into_iter().map(told).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(lessons(text), expected, "{text}");
}

#[test]
fn holders_of_offices_are_learnt() {
    check(
        "Kenyan Defence Minister Amina Otieno visited the port of Mombasa on Monday.",
        &["Amina Otieno: person, defence minister, KEN GOV"],
    );
    check(
        "Peter Mwangi, the governor of Kisumu County in Kenya, met the farmers on Tuesday.",
        &["Peter Mwangi: person, governor, KEN GOV"],
    );
    check(
        "The foreign minister of Portugal, Rui Salgado, resigned on Tuesday.",
        &["Rui Salgado: person, foreign minister, PRT GOV"],
    );
    check("NATO spokesman Jens Holt said the exercise would go on.", &["Jens Holt: person, spokesman, IGO GOV"]);
}

#[test]
fn organisations_are_learnt_by_their_short_forms_and_descriptions() {
    check(
        "The Western Ports Authority (WPA) of Kenya closed the harbour on Monday.",
        &["Western Ports Authority (WPA): body, authority, KEN GOV"],
    );
    check(
        "The Nigerian rebel group Northern Front attacked a town on Monday.",
        &["Northern Front: body, rebel group, NGA REB"],
    );
    check("The United States Forest Guard said on Monday that the fire was out.", &[]);
    check("The Nigerian militia Front of the North attacked a town on Monday.", &[]);
    check("The Kenyan team (KT) of the Western Ports Authority (KPX) left on Monday.", &[]);
}

#[test]
fn private_persons_are_not_learnt() {
    for text in [
        "Portuguese farmer Ana Duarte welcomed the decision on Monday.",
        "Kenyan journalist Grace Wanjiru was beaten by police on Monday.",
        "Paul Kato, a suspect from Uganda, was arrested on Monday.",
        "Kenyan student Grace Wanjiru, who was hurt in the clash, left hospital on Monday.",
        "The Kenyan prime minister's wife, Grace Wanjiru, was charged on Monday.",
        "Grace Wanjiru, the mother of a Kenyan soldier, spoke to reporters on Monday.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn nobody_is_taken_for_whom_he_stands_beside() {
    check(
        "Grace Wanjiru, wife of Kenyan Prime Minister Daniel Ochieng, was charged on Monday.",
        &["Daniel Ochieng: person, prime minister, KEN GOV"],
    );
    check(
        "Ugandan President Moses Okello and Kenyan Prime Minister Daniel Ochieng met on Monday.",
        &["Moses Okello: person, president, UGA GOV", "Daniel Ochieng: person, prime minister, KEN GOV"],
    );
}

#[test]
fn who_no_longer_or_not_yet_holds_an_office_is_not_learnt() {
    check("Former Kenyan President Daniel Ochieng was arrested on Monday.", &[]);
    check("Ugandan President-elect Moses Okello spoke to the crowd on Monday.", &[]);
    check("Minister Otieno visited the port on Monday.", &[]);
}

fn ledger(texts: &[(&str, &str)]) -> String {
    let mut ledger = Ledger::default();
    for (published, text) in texts {
        let input = input(published, text);
        ledger.add(&input.document, &TIDINGS.lessons(&input));
    }
    let (findings, listed) = ledger.findings(TIDINGS.lexicon());
    table::text(ledger.documents(), &findings, listed)
}

/// The rows of a table without their examples.
fn rows(table: &str) -> Vec<String> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split('\t').take(13).collect::<Vec<_>>().join(" | ")).collect()
}

#[test]
fn evidence_is_counted_and_conflicts_are_shown() {
    let table = ledger(&[
        ("2025-03-04", "Kenyan Defence Minister Amina Otieno visited the port of Mombasa on Monday."),
        ("2025-03-09", "Kenyan Minister Amina Otieno said on Sunday that the port would stay open."),
        ("2025-03-07", "Ugandan Defence Minister Amina Otieno visited Kampala on Monday."),
        ("2025-03-08", "French President Angela Merkel visited Paris on Monday."),
        ("2016-03-08", "German Chancellor Angela Merkel visited Paris on Monday."),
    ]);
    let expected = [
        "Amina Otieno | - | KEN | GOV | person | 2025-03-04 | - | ? | defence minister 1; minister 1 | 2 | 2 | 2025-03-09 | \
         UGA GOV defence minister 2025-03-07 to 2025-03-07 ×1",
        "Amina Otieno | - | UGA | GOV | person | 2025-03-07 | - | ? | defence minister 1 | 1 | 1 | 2025-03-07 | \
         KEN GOV defence minister 2025-03-04 to 2025-03-09 ×2",
        "Angela Merkel | - | FRA | GOV | person | 2025-03-08 | - | ? | president 1 | 1 | 1 | 2025-03-08 | \
         DEU GOV chancellor 2016-03-08 to 2016-03-08 ×1; tables: DEU ELI Angela Merkel",
    ];
    assert_eq!(rows(&table), expected);
    assert!(table.contains("# 3 rows from 5 documents, 3 of them with conflicts; 1 more are built in.\n"), "{table}");
}

#[test]
fn an_office_ends_where_another_begins() {
    let table = ledger(&[
        ("2020-01-05", "Kenyan army chief General Amina Otieno visited the port of Mombasa on Monday."),
        ("2025-03-04", "Kenyan Defence Minister Amina Otieno visited the port of Mombasa on Monday."),
    ]);
    let terms: Vec<String> =
        rows(&table).iter().map(|row| row.split(" | ").skip(3).take(5).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(terms, ["MIL person 2020-01-05 2020-01-05 ?", "GOV person 2025-03-04 - ?"]);
}

const TEACHES: &str = "Kenyan Defence Minister Amina Otieno visited the port of Mombasa on Monday.";
const ASKS: &str = "Amina Otieno criticised Uganda on Tuesday.";

/// The country of the actor in [`ASKS`] for one who knows a table, and what made the record.
fn asked(table: &str) -> (Option<String>, String) {
    let file = DataFile { path: "learnt.tsv", text: table };
    let (extension, problems) = Extension::read(&[(lexicon::Format::of(table).unwrap(), file)]);
    assert_eq!(problems, []);
    let (tidings, problems) = Tidings::new().unwrap().extended(extension, [table]);
    assert_eq!(problems, []);
    let input = input("2025-03-06", ASKS);
    let coded = tidings.code_input(&input);
    let records = tidings.records(&input.document, &coded, tidings::wire::Detail::Plain);
    let record = records.first().unwrap();
    (record.actors.first().and_then(|a| a.country).map(|c| c.to_string()), record.produced_by.lexicon.clone())
}

#[test]
fn only_what_was_reviewed_is_used_and_records_say_so() {
    let open = ledger(&[("2025-03-04", TEACHES)]);
    let (before, lexicon) = asked(&open);
    let (after, other) = asked(&open.replace("\t?\t", "\tyes\t"));
    assert_eq!(
        (before.as_deref(), after.as_deref()),
        (Some("UGA"), Some("KEN")),
        "a guess from the sentence gives way"
    );
    assert!(lexicon != other && other.starts_with("sha256:"), "{lexicon} {other}");
    assert_eq!(asked(&open.replace("\t?\t", "\tno\t")).0, before);
}
