//! What a store must do, on SQLite and on PostgreSQL alike.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod asked;
mod groups;
#[path = "../support/mod.rs"]
mod support;

use std::ops::ControlFlow;
use store::{
    Access, CopyRow, Described, Dispute, DocumentRow, Filing, Filter, Findings, LinkRow, Order, Outcome, Period,
    Placement, Placements, Placing, RecordRow, Revisions, ShelfPlace, Size, Store, StoreError, StoryFilter, StoryRow,
    Telling, Which, open,
};
use support::rows::{claim, filing, named, party, record, time};
use support::{Answered, on_both, table};
use types::{EventType, Mode, SourceKind, Status};

fn outcomes(store: &mut dyn Store, batch: &[store::Filing]) -> Vec<Outcome> {
    store.add(batch).unwrap().into_iter().map(|receipt| receipt.outcome).collect()
}

#[test]
fn adding_again_changes_nothing() {
    on_both(|store, _| {
        let batch = [filing("", "one", vec![record("ev_1"), record("ev_2")]), filing("", "two", vec![])];
        assert_eq!(outcomes(store, &batch), [Outcome::Added, Outcome::Added]);
        assert_eq!(outcomes(store, &batch), [Outcome::Known, Outcome::Known]);
        assert_eq!(outcomes(store, &[]), []);
        let twice = [filing("", "three", vec![]), filing("", "three", vec![])];
        assert_eq!(outcomes(store, &twice), [Outcome::Added, Outcome::Known]);
        store.remove(&Which::Document(twice[0].document.id.clone())).unwrap();
        assert_eq!(store.size().unwrap(), Size { documents: 2, records: 2 });
        let identities = batch.map(|filing| filing.document.identity);
        assert_eq!(store.known(&identities).unwrap().len(), 2);
        assert_eq!(table(store, "SELECT events, reason FROM documents ORDER BY events"), ["0|no-trigger", "2|-"]);
    });
}

#[test]
fn a_changed_page_is_a_new_revision_and_the_old_one_is_kept() {
    on_both(|store, _| {
        let page = |text: &str, id: &str| filing("https://example.org/a", text, vec![record(id)]);
        assert_eq!(outcomes(store, &[page("first", "ev_1")]), [Outcome::Added]);
        assert_eq!(outcomes(store, &[page("second", "ev_2"), page("third", "ev_3")]), [Outcome::Revised; 2]);
        assert_eq!(outcomes(store, &[page("first", "ev_1")]), [Outcome::Known]);
        assert_eq!(table(store, "SELECT id FROM events"), ["ev_3"]);
        assert_eq!(table(store, "SELECT id, superseded FROM all_events ORDER BY id"), ["ev_1|1", "ev_2|1", "ev_3|0"]);
        assert_eq!(
            table(
                store,
                "SELECT d.revision, n.text FROM documents d LEFT JOIN documents n ON n.id = d.superseded_by ORDER BY 1"
            ),
            ["1|second", "2|third", "3|-"]
        );
        assert_eq!(table(store, "SELECT actor_country, recipient_country, events FROM daily_dyads"), ["USA|IRN|1"]);
        let all = ids(store, &Filter { revisions: Revisions::All, ..Filter::default() });
        assert_eq!(all.split(' ').count(), 3, "{all}");
    });
}

#[test]
fn what_came_from_a_document_goes_with_it() {
    on_both(|store, address| {
        let page = |text: &str, id: &str| filing("https://example.org/a", text, vec![record(id)]);
        store
            .add(&[page("first", "ev_1"), page("zanzibarian", "ev_2"), filing("", "other", vec![record("ev_3")])])
            .unwrap();
        let newest = table(store, "SELECT document FROM events WHERE id = 'ev_2'").remove(0);
        assert_eq!(store.remove(&Which::Document(newest)).unwrap().records, 1);
        assert_eq!(table(store, "SELECT id FROM events ORDER BY id"), ["ev_1", "ev_3"]);
        assert_eq!(table(store, "SELECT sum(events) FROM daily_dyads"), ["2"]);
        assert_eq!(store.check().unwrap(), []);
        assert_eq!(store.remove(&Which::Url("https://example.org/a".into())).unwrap().documents, 1);
        assert_eq!(store.remove(&Which::Url("https://example.org/a".into())).unwrap().documents, 0);
        assert_eq!(store.size().unwrap(), Size { documents: 1, records: 1 });
        if let Ok(bytes) = std::fs::read(address) {
            assert!(!bytes.windows(11).any(|part| part == b"zanzibarian"), "a trace is left in the file");
        }
    });
}

#[test]
fn ids_that_are_taken_are_told_apart() {
    on_both(|store, _| {
        let same = |text: &str| {
            named("7", filing("", text, vec![record(&format!("ev_{text}")), record(&format!("ev_{text}"))]))
        };
        let receipts = store.add(&[same("one"), same("two")]).unwrap();
        assert_eq!(receipts[0].document, "7");
        assert!(receipts[1].document.starts_with("7~"), "{}", receipts[1].document);
        assert_eq!(store.size().unwrap(), Size { documents: 2, records: 4 });
    });
}

#[test]
fn a_batch_is_stored_whole_or_not_at_all() {
    on_both(|store, _| {
        let mut torn = filing("", "torn", vec![record("ev_1"), record("ev_2")]);
        store.add(&[filing("", "sound", vec![record("ev_1")])]).unwrap();
        assert!(store.add(&[filing("", "before", vec![record("ev_0")]), torn.clone()]).is_err());
        assert_eq!(store.size().unwrap(), Size { documents: 1, records: 1 });
        torn.records[0].id = "ev_9".into();
        assert_eq!(outcomes(store, &[torn]), [Outcome::Added]);
    });
}

#[test]
fn odd_text_is_stored_and_found() {
    on_both(|store, _| {
        let mut odd = record("ev_1");
        odd.evidence = "Nul \0 and 🚁 and 'quotes' \"too\"; DROP TABLE record; -- déjà".into();
        store.add(&[filing(&"https://example.org/".repeat(300), "a\0b", vec![odd])]).unwrap();
        assert_eq!(ids(store, &words("deja")), if store.name().starts_with("postgres") { "" } else { "ev_1" });
        assert_eq!(ids(store, &words("quote")), "ev_1");
    });
}

fn words(text: &str) -> Filter {
    Filter { words: Some(text.into()), ..Filter::default() }
}

fn ids(store: &mut dyn Store, filter: &Filter) -> String {
    in_order(store, filter, &Order::default())
}

fn in_order(store: &mut dyn Store, filter: &Filter, order: &Order) -> String {
    let mut found = Vec::new();
    let shown = store.events(filter, order, &mut |event| {
        found.push(event.id);
        ControlFlow::Continue(())
    });
    shown.unwrap();
    found.join(" ")
}

/// Four records that differ in what can be asked for.
fn fleet(store: &mut dyn Store) {
    let mut planned = record("ev_2");
    planned.status = Status::Planned;
    planned.kind = EventType::Sanction;
    planned.score = -6.0;
    planned.time = time("2025-04-13");
    planned.claims = vec![claim(SourceKind::Anonymous), claim(SourceKind::Media)];
    planned.evidence = "Sanctions against Iranian shipping are planned, officials said.".into();
    let mut talks = record("ev_3");
    talks.kind = EventType::Consult;
    talks.mode = Some(Mode::Visit);
    talks.score = 2.5;
    talks.actors = vec![party("Norway", "NOR"), party("Iran", "IRN")];
    talks.recipients = vec![];
    talks.time = time("2025-05-01");
    talks.confidence = 0.5;
    talks.evidence = "Norway and Iran held talks.".into();
    let mut unplaced = record("ev_4");
    unplaced.place = None;
    unplaced.time = None;
    unplaced.actors = vec![party("Tehran", "IRN")];
    unplaced.recipients = vec![party("100% Washington", "USA")];
    let records = vec![record("ev_1"), planned, talks, unplaced];
    let mut undated = filing("", "Undated: the strait is calm.", vec![record("ev_5")]);
    undated.document.published = None;
    undated.records[0].time = None;
    undated.records[0].actors = vec![party("someone", "")];
    undated.records[0].recipients = vec![];
    store.add(&[named("a", filing("", "Ferries and freighters stay in port.", records)), named("b", undated)]).unwrap();
}

fn copy(document: &str, head: &str) -> CopyRow {
    CopyRow { document: document.into(), head: head.into(), similarity: 0.9, reason: "shingles".into() }
}

fn story(id: &str, records: &[&str]) -> StoryRow {
    StoryRow {
        id: id.into(),
        title: format!("Story {id}"),
        start: "2025-04-07".parse().ok(),
        end: None,
        participants: r#"["USA"]"#.into(),
        contradictions: records.len() - 1,
        json: "{}".into(),
        records: records.iter().map(|record| ((*record).to_owned(), "dyad".to_owned())).collect(),
    }
}

#[test]
fn a_users_statement_only_reads() {
    on_both(|store, _| {
        fleet(store);
        let mut fails = |sql: &str| {
            let read = store.read(sql, &mut Answered::default());
            assert!(matches!(read, Err(StoreError::NotReading | StoreError::Statement(_))), "{sql}: {read:?}");
        };
        for sql in [
            "DELETE FROM record",
            "DELETE FROM record RETURNING id",
            "UPDATE document SET text = ''",
            "DROP VIEW events",
            "CREATE TABLE x (y TEXT)",
            "INSERT INTO schema VALUES (9, '')",
            "SELECT 1; DELETE FROM record",
            "BEGIN",
            "COMMIT",
            "",
            "SELEC 1",
            "SELECT nothing FROM events",
            "ATTACH 'other.db' AS other",
            "VACUUM",
        ] {
            fails(sql);
        }
        assert_eq!(table(store, "SELECT count(*) FROM events"), ["5"]);
        assert_eq!(table(store, "WITH t AS (SELECT 1.5 AS x UNION ALL SELECT NULL) SELECT sum(x) FROM t"), ["1.5"]);
    });
}

#[test]
fn views_have_the_columns_that_are_promised() {
    on_both(|store, _| {
        fleet(store);
        let sql = "SELECT id, document, story, type, mode, status, actor_country, recipient_country, time_start, \
                   place_country, confidence FROM events WHERE id = 'ev_2'";
        assert_eq!(table(store, sql), ["ev_2|a|-|SANCTION|-|planned|USA|IRN|2025-04-13|CHE|0.75"]);
        assert_eq!(
            table(store, "SELECT event, role, text, country FROM actors WHERE event = 'ev_3' ORDER BY position"),
            ["ev_3|actor|Norway|NOR", "ev_3|actor|Iran|IRN"]
        );
        assert_eq!(
            table(store, "SELECT event, position, kind, quote FROM claims ORDER BY position"),
            ["ev_2|0|anonymous|indirect", "ev_2|1|media|indirect"]
        );
        assert_eq!(table(store, "SELECT * FROM stories"), [""; 0]);
    });
}

#[test]
fn a_reader_cannot_write_and_a_missing_database_is_told() {
    on_both(|store, address| {
        store.add(&[filing("", "one", vec![record("ev_1")])]).unwrap();
        let mut reader = open(address, Access::Read).unwrap();
        assert_eq!(reader.size().unwrap().documents, 1);
        let written = reader.add(&[filing("", "two", vec![])]);
        assert!(matches!(written, Err(StoreError::ReadOnly { .. })), "{written:?}");
        let nowhere = open(&format!("{address}-nowhere"), Access::Read).map(|_| ());
        assert!(matches!(nowhere, Err(StoreError::Missing { .. })), "{nowhere:?}");
    });
}

/// A document coded anew.
fn by(coder: &str, filing: Filing) -> Filing {
    Filing { document: DocumentRow { coder: Some(coder.into()), ..filing.document }, ..filing }
}

#[test]
fn recoded_documents_get_other_records() {
    on_both(|store, _| {
        let page = |text: &str, records| named("p", filing("https://example.org/a", text, records));
        let plain = |records| filing("", "plain", records);
        let batch = [page("old", vec![record("ev_1")]), page("new", vec![record("ev_1")]), plain(vec![record("ev_2")])];
        store.add(&batch).unwrap();
        store.add(&[by("second", filing("", "current", vec![record("ev_9")]))]).unwrap();
        assert_eq!((store.count_outdated("second").unwrap(), store.count_outdated("first").unwrap()), (3, 1));
        let mut outdated = store.outdated("second", 9).unwrap();
        outdated.sort_by_key(|document| document.text.clone());
        assert_eq!(outdated.iter().map(|document| &document.id[..1]).collect::<String>(), "ppd");
        assert_eq!(outdated, [&batch[1], &batch[0], &batch[2]].map(|filing| filing.document.clone()));

        let told = |id: &str| vec![record(id), record("ev_3")];
        let recoded = [page("old", told("ev_1")), page("new", told("ev_1")), plain(vec![])];
        let gone = by("second", filing("", "never stored", vec![record("ev_8")]));
        let batch: Vec<Filing> = recoded.into_iter().map(|filing| by("second", filing)).chain([gone]).collect();
        let receipts = store.recode(&batch).unwrap();
        assert!(receipts.iter().all(|receipt| receipt.outcome == Outcome::Recoded), "{receipts:?}");
        assert_eq!(receipts.iter().map(|receipt| receipt.records).collect::<Vec<_>>(), [2, 2, 0]);
        assert_eq!(store.count_outdated("second").unwrap(), 0);
        let documents = "SELECT text, events, reason, revision FROM documents ORDER BY text";
        assert_eq!(table(store, documents), ["current|1|-|1", "new|2|-|2", "old|2|-|1", "plain|0|no-trigger|1"]);
        assert_eq!(table(store, "SELECT count(*), sum(superseded) FROM all_events"), ["5|2"]);
        assert_eq!(table(store, "SELECT sum(events) FROM daily_dyads"), ["3"]);
        let second = receipts[1].document.clone();
        assert_eq!(ids(store, &Filter { document: Some(second.clone()), ..Filter::default() }).split(' ').count(), 2);
        assert_eq!(store.check().unwrap(), []);
        let torn = by("third", plain(vec![record("ev_4"), record("ev_9")]));
        assert!(store.recode(&[torn]).is_err());
        assert_eq!(store.count_outdated("second").unwrap(), 0);
    });
}
