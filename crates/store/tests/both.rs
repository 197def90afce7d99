//! What a store must do, on SQLite and on PostgreSQL alike.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

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

#[test]
fn filters_pick_records() {
    on_both(|store, _| {
        fleet(store);
        let mut check = |filter: Filter, want: &str| assert_eq!(ids(store, &filter), want, "{filter:?}");
        let all = Filter::default;
        check(all(), "ev_5 ev_1 ev_4 ev_2 ev_3");
        check(Filter { actors: vec!["USA".parse().unwrap()], ..all() }, "ev_1 ev_2");
        check(Filter { recipients: vec!["100%".parse().unwrap()], ..all() }, "ev_4");
        check(Filter { actors: vec!["WHITE h".parse().unwrap(), "NOR".parse().unwrap()], ..all() }, "ev_1 ev_2 ev_3");
        check(Filter { dyad: Some(("IRN".parse().unwrap(), "USA".parse().unwrap())), ..all() }, "ev_1 ev_4 ev_2");
        check(Filter { dyad: Some(("IRN".parse().unwrap(), "NOR".parse().unwrap())), ..all() }, "ev_3");
        check(Filter { dyad: Some(("tehran".parse().unwrap(), "USA".parse().unwrap())), ..all() }, "ev_1 ev_4 ev_2");
        check(Filter { dyad: Some(("iran".parse().unwrap(), "norw".parse().unwrap())), ..all() }, "ev_3");
        check(Filter { kinds: vec![EventType::Consult, EventType::Sanction], ..all() }, "ev_2 ev_3");
        check(Filter { modes: vec![Mode::Visit, Mode::Drone], ..all() }, "ev_3");
        check(Filter { statuses: vec![Status::Planned], ..all() }, "ev_2");
        check(Filter { sources: vec!["media".parse().unwrap()], ..all() }, "ev_2");
        check(Filter { sources: vec!["author".parse().unwrap()], ..all() }, "ev_5 ev_1 ev_4 ev_3");
        check(Filter { places: vec!["CHE".into()], ..all() }, "ev_5 ev_1 ev_2 ev_3");
        check(Filter { places: vec!["geneva".into()], confidence: Some(0.6), ..all() }, "ev_5 ev_1 ev_2");
        check(Filter { since: "2025-04-08".parse().ok(), until: "2025-04-13".parse().ok(), ..all() }, "ev_4 ev_2");
        check(Filter { document: Some("b".into()), ..all() }, "ev_5");
        check(Filter { story: Some("none".into()), ..all() }, "");
        check(words("sanctions"), "ev_2");
        check(words("sanction shipping"), "ev_2");
        check(words("norway or sanction"), "ev_2 ev_3");
        check(words("\"held talks\""), "ev_3");
        check(words("tehran -sanctions"), "ev_5 ev_1 ev_4");
        check(Filter { article: Some("freighter".into()), ..all() }, "ev_1 ev_4 ev_2 ev_3");
        assert!(matches!(store.periods(&words("--"), Period::Day), Err(StoreError::NoWords(_))));
    });
}

#[test]
fn records_come_in_order() {
    on_both(|store, _| {
        fleet(store);
        let mut check = |order: &str, limit: Option<usize>, want: &str| {
            let order = Order { limit, ..order.parse().unwrap() };
            assert_eq!(in_order(store, &Filter::default(), &order), want, "{order:?}");
        };
        check("-day", None, "ev_3 ev_2 ev_4 ev_1 ev_5");
        check("-day", Some(2), "ev_3 ev_2");
        check("published", None, "ev_5 ev_1 ev_2 ev_3 ev_4");
        check("confidence", None, "ev_3 ev_1 ev_2 ev_4 ev_5");
        check("-score", None, "ev_3 ev_1 ev_4 ev_5 ev_2");
        check("type", None, "ev_1 ev_4 ev_5 ev_3 ev_2");
    });
}

/// A period, its events, and the mean scores of what occurred and of the rest.
type Count<'a> = (Option<&'a str>, usize, Option<f64>, Option<f64>);

#[test]
fn periods_count_what_occurred_apart() {
    on_both(|store, _| {
        fleet(store);
        let mut check = |by: Period, want: &[Count]| {
            let rows = store.periods(&Filter::default(), by).unwrap();
            let rows: Vec<_> =
                rows.iter().map(|row| (row.period.as_deref(), row.events(), row.occurred, row.other)).collect();
            assert_eq!(rows, want);
        };
        check(
            Period::Week,
            &[
                (None, 1, Some(-2.5), None),
                (Some("2025-04-07"), 3, Some(-2.5), Some(-6.0)),
                (Some("2025-04-28"), 1, Some(2.5), None),
            ],
        );
        check(
            Period::Month,
            &[
                (None, 1, Some(-2.5), None),
                (Some("2025-04"), 3, Some(-2.5), Some(-6.0)),
                (Some("2025-05"), 1, Some(2.5), None),
            ],
        );
        let days =
            store.periods(&Filter { statuses: vec![Status::Planned], ..Filter::default() }, Period::Day).unwrap();
        assert_eq!(days.len(), 1);
        assert_eq!(days[0].counts.iter().find(|(status, _)| *status == Status::Planned).unwrap().1, 1);
    });
}

#[test]
fn daily_dyads_are_counted() {
    on_both(|store, _| {
        fleet(store);
        assert_eq!(
            table(
                store,
                "SELECT day, actor_country, recipient_country, type, status, events, score_mean FROM daily_dyads ORDER BY 1, 2"
            ),
            [
                "2025-04-07|USA|IRN|ACCUSE|occurred|1|-2.5",
                "2025-04-08|IRN|USA|ACCUSE|occurred|1|-2.5",
                "2025-04-13|USA|IRN|SANCTION|planned|1|-6",
                "2025-05-01|IRN|NOR|CONSULT|occurred|1|2.5",
                "2025-05-01|NOR|IRN|CONSULT|occurred|1|2.5",
            ]
        );
    });
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
fn findings_are_replaced_and_go_with_their_documents() {
    on_both(|store, _| {
        let page = |id: &str, record_id: &str| named(id, filing("", id, vec![record(record_id)]));
        store.add(&[page("a", "ev_a"), page("b", "ev_b"), page("c", "ev_c"), page("d", "ev_d")]).unwrap();
        let link = LinkRow { earlier: "ev_a".into(), later: "ev_b".into(), weight: 0.5, reason: "dyad".into() };
        let findings = Findings {
            copies: vec![copy("a", "a"), copy("b", "a"), copy("c", "a"), copy("d", "d")],
            links: vec![link],
            stories: vec![story("st_1", &["ev_a", "ev_b"]), story("st_2", &["ev_c"])],
            ..Findings::default()
        };
        store.group(&findings).unwrap();
        store.group(&findings).unwrap();
        let copies = "SELECT id, copy_of FROM documents WHERE copy_of IS NOT NULL ORDER BY id";
        let stories = "SELECT id, events, documents, outlets, contradictions FROM stories ORDER BY id";
        assert_eq!(table(store, copies), ["b|a", "c|a"]);
        let happenings = "SELECT id, events, articles, outlets, claimants, occurred FROM happenings ORDER BY id";
        assert_eq!(table(store, happenings), ["ev_a|2|2|1|0|2", "ev_c|1|1|1|0|1", "ev_d|1|1|1|0|1"]);
        assert_eq!(table(store, "SELECT same_as FROM events WHERE id = 'ev_b'"), ["ev_a"]);
        assert_eq!(table(store, stories), ["st_1|2|2|1|1", "st_2|1|1|1|0"]);
        let of_story = Filter { story: Some("st_1".into()), ..Filter::default() };
        assert_eq!(ids(store, &of_story), "ev_a ev_b");

        let moved = Findings {
            originals: vec!["c".into()],
            unlinked: vec![("ev_a".into(), "ev_b".into())],
            stories: vec![story("st_1", &["ev_a", "ev_b", "ev_c"])],
            ..Findings::default()
        };
        store.group(&moved).unwrap();
        assert_eq!(table(store, stories), ["st_1|3|3|1|2"]);
        assert_eq!(table(store, "SELECT same_as FROM events WHERE id = 'ev_b'"), ["ev_b"]);
        assert_eq!(table(store, copies), ["b|a"]);

        store.group(&Findings { copies: vec![copy("c", "a")], ..Findings::default() }).unwrap();
        store.remove(&Which::Document("a".into())).unwrap();
        assert_eq!(table(store, copies), [""; 0], "they are to be compared again");
        store.remove(&Which::Document("b".into())).unwrap();
        store.remove(&Which::Document("c".into())).unwrap();
        assert_eq!(table(store, copies), [""; 0]);
        assert_eq!(table(store, stories), [""; 0]);
        assert!(store.group(&Findings { stories: vec![story("st_3", &["ev_a"])], ..Findings::default() }).is_err());
        assert_eq!(table(store, stories), [""; 0]);
    });
}

#[test]
fn a_superseded_revision_leaves_its_groups() {
    on_both(|store, _| {
        let page = |text: &str, id: &str| named(text, filing("https://example.org/a", text, vec![record(id)]));
        let other = |id: &str, event: &str| named(id, filing("", id, vec![record(event)]));
        store.add(&[page("a", "ev_a"), other("b", "ev_b"), other("c", "ev_c")]).unwrap();
        let link = LinkRow { earlier: "ev_a".into(), later: "ev_b".into(), weight: 0.5, reason: "dyad".into() };
        let stories = vec![story("st_1", &["ev_a", "ev_b"])];
        let copies = vec![copy("a", "a"), copy("b", "a"), copy("c", "a")];
        store.group(&Findings { copies, links: vec![link], stories, ..Findings::default() }).unwrap();
        store.add(&[page("a2", "ev_a2")]).unwrap();
        assert_eq!(store.check().unwrap(), []);
        assert_eq!(table(store, "SELECT id, events FROM stories"), [""; 0]);
        assert_eq!(table(store, "SELECT id FROM documents WHERE copy_of IS NOT NULL"), [""; 0]);
        assert_eq!(ungrouped(store), ["a2", "b", "c"]);
    });
}

fn ungrouped(store: &mut dyn Store) -> Vec<String> {
    let mut ids: Vec<String> = store.ungrouped(99).unwrap().into_iter().map(|shelved| shelved.name.id).collect();
    ids.sort();
    ids
}

fn placement(document: &str, founder: &str, near: &[&str], hash: u64) -> Placement {
    Placement {
        document: document.into(),
        founder: founder.into(),
        near: near.iter().map(|other| ((*other).to_owned(), 0.5)).collect(),
        places: vec![ShelfPlace(hash), ShelfPlace(u64::MAX)],
    }
}

fn placed(store: &mut dyn Store, documents: Vec<Placement>) -> Placing {
    let generation = store.generation().unwrap();
    store.place(&Placements { generation, documents, findings: Findings::default() }).unwrap()
}

#[test]
fn what_was_found_of_documents_is_kept() {
    on_both(|store, _| {
        let page = |id: &str| named(id, filing("", id, vec![record(&format!("ev_{id}"))]));
        store.add(&["a", "b", "c", "d"].map(page)).unwrap();
        assert_eq!(ungrouped(store), ["a", "b", "c", "d"]);
        let all = [("a", "a", &[][..], 1), ("b", "a", &["a"], 1), ("c", "c", &["a", "b"], 2)];
        placed(store, all.map(|(id, founder, near, hash)| placement(id, founder, near, hash)).to_vec());
        assert_eq!(ungrouped(store), ["d"]);
        assert_eq!(store.on_shelf(&[ShelfPlace(1), ShelfPlace(3)]).unwrap(), ["a", "b"]);
        assert_eq!(store.on_shelf(&[ShelfPlace(u64::MAX)]).unwrap(), ["a", "b", "c"]);
        assert_eq!(store.later(&["a".into()]).unwrap(), ["b", "c"]);
        let shelved = store.shelved(&["c".into(), "none".into()]).unwrap().remove(0);
        assert_eq!((shelved.text.as_str(), shelved.records[0].0.as_str()), ("c", "ev_c"));
        assert_eq!(shelved.founder.unwrap().id, "c");
        let near = shelved.near.iter().map(|(name, ..)| name.id.as_str()).collect::<Vec<_>>();
        assert_eq!(near, ["a", "b"]);
        assert_eq!(store.check().unwrap(), []);
    });
}

#[test]
fn stories_that_changed_are_described_anew() {
    on_both(|store, _| {
        let page = |id: &str| named(id, filing("", id, vec![record(&format!("ev_{id}"))]));
        store.add(&["a", "b", "c"].map(page)).unwrap();
        let all = [("a", "a", 1), ("b", "a", 1), ("c", "c", 2)];
        placed(store, all.map(|(id, founder, hash)| placement(id, founder, &[], hash)).to_vec());
        assert_eq!(store.undescribed(9).unwrap(), ["a", "c"]);
        let (members, _) = store.members("a").unwrap();
        assert_eq!(members.iter().map(|member| member.name.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        let described =
            |founder: &str, story| Described { founder: founder.into(), id: format!("st_{founder}"), story };
        let first = story("st_a", &["ev_a", "ev_b"]);
        store.describe(&[described("a", Some(first)), described("c", None)]).unwrap();
        assert_eq!(store.undescribed(9).unwrap(), [""; 0]);
        placed(store, vec![placement("b", "c", &["c"], 1)]);
        assert_eq!(store.undescribed(9).unwrap(), ["a", "c"], "the one it left and the one it joined");
        store.describe(&[described("a", None)]).unwrap();
        assert_eq!(table(store, "SELECT id FROM stories"), [""; 0]);
        assert_eq!(store.check().unwrap(), []);
    });
}

#[test]
fn what_hung_on_a_document_that_goes_is_to_be_compared_again() {
    on_both(|store, _| {
        let page = |id: &str| named(id, filing(&format!("https://example.org/{id}"), id, vec![]));
        store.add(&["a", "b", "c", "d", "e"].map(page)).unwrap();
        let all = [("a", "a", &[][..]), ("b", "a", &["a"]), ("c", "c", &["a"]), ("d", "d", &["c"]), ("e", "e", &[])];
        placed(store, all.map(|(id, founder, near)| placement(id, founder, near, 1)).to_vec());
        let before = store.generation().unwrap();
        store.add(&[filing("https://example.org/b", "newer", vec![])]).unwrap();
        assert_eq!(ungrouped(store).len(), 2, "the newer one, and the other of its story");
        store.remove(&Which::Document("a".into())).unwrap();
        assert_eq!(ungrouped(store).len(), 2, "the newer one, and the one that is like it");
        assert_eq!(store.later(&["c".into()]).unwrap(), ["d"]);
        let stale = Placements { generation: before, ..Placements::default() };
        assert_eq!(store.place(&stale).unwrap(), Placing::Overtaken);
        assert_eq!(store.check().unwrap(), []);
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

/// Three stories on the records of [`fleet`] and an article of another outlet.
fn told(store: &mut dyn Store) {
    fleet(store);
    let mut other = named("c", filing("", "The harbour is closed again.", vec![record("ev_6")]));
    other.document.outlet = Some("Strait Times".into());
    store.add(&[other]).unwrap();
    let dated = |id: &str, end: &str, records: &[&str]| StoryRow { end: end.parse().ok(), ..story(id, records) };
    let stories = vec![
        dated("st_1", "2025-04-13", &["ev_1", "ev_2", "ev_6"]),
        dated("st_2", "2025-05-01", &["ev_3", "ev_4"]),
        dated("st_3", "", &["ev_5"]),
    ];
    store.group(&Findings { stories, ..Findings::default() }).unwrap();
}

fn stories(store: &mut dyn Store, filter: &StoryFilter, order: &str) -> String {
    let mut found = Vec::new();
    let shown = store.stories(filter, &order.parse().unwrap(), &mut |story| {
        found.push(story.id);
        ControlFlow::Continue(())
    });
    shown.unwrap();
    found.join(" ")
}

#[test]
fn a_story_is_found_by_any_of_its_records() {
    on_both(|store, _| {
        told(store);
        let mut check = |events: Filter, want: &str| {
            let filter = StoryFilter { events, ..StoryFilter::default() };
            assert_eq!(stories(store, &filter, "last"), want, "{filter:?}");
        };
        let all = Filter::default;
        check(all(), "st_3 st_1 st_2");
        check(Filter { statuses: vec![Status::Planned], ..all() }, "st_1");
        check(Filter { dyad: Some(("IRN".parse().unwrap(), "USA".parse().unwrap())), ..all() }, "st_1 st_2");
        check(Filter { kinds: vec![EventType::Consult], ..all() }, "st_2");
        check(Filter { kinds: vec![EventType::Consult], statuses: vec![Status::Planned], ..all() }, "");
        check(Filter { sources: vec!["anonymous".parse().unwrap()], ..all() }, "st_1");
        check(Filter { places: vec!["CHE".into()], since: "2025-05-01".parse().ok(), ..all() }, "st_2");
        check(Filter { article: Some("harbour".into()), ..all() }, "st_1");
        check(Filter { document: Some("b".into()), ..all() }, "st_3");
        check(Filter { story: Some("st_2".into()), ..all() }, "st_2");
        check(Filter { story: Some("st_2".into()), statuses: vec![Status::Planned], ..all() }, "");
        check(words("held talks"), "st_2");
        assert!(matches!(
            store.stories(
                &StoryFilter { events: words("-"), ..StoryFilter::default() },
                &Order::default(),
                &mut |_| ControlFlow::Continue(())
            ),
            Err(StoreError::NoWords(_))
        ));
    });
}

#[test]
fn stories_come_in_order_and_by_what_they_hold() {
    on_both(|store, _| {
        told(store);
        let mut check = |filter: &StoryFilter, order: &str, want: &str| {
            assert_eq!(stories(store, filter, order), want, "{filter:?} by {order}");
        };
        let all = StoryFilter::default();
        check(&all, "-last", "st_2 st_1 st_3");
        check(&all, "first", "st_1 st_2 st_3");
        check(&all, "-articles", "st_1 st_2 st_3");
        check(&all, "outlets", "st_2 st_3 st_1");
        check(&all, "events", "st_3 st_2 st_1");
        check(&StoryFilter { articles: 2, ..all.clone() }, "last", "st_1");
        check(&StoryFilter { dispute: Dispute::Contested, ..all.clone() }, "last", "st_1 st_2");
        let planned = Filter { statuses: vec![Status::Planned], ..Filter::default() };
        check(&StoryFilter { dispute: Dispute::Contested, events: planned, articles: 3 }, "last", "");
        let order = Order { limit: Some(1), ..Order::default() };
        let mut found = Vec::new();
        let mut keep = |story| {
            found.push(story);
            ControlFlow::Continue(())
        };
        store.stories(&all, &order, &mut keep).unwrap();
        assert_eq!(found.len(), 1);
        store
            .stories(&all, &Order::default(), &mut |story| {
                found.push(story);
                ControlFlow::Break(())
            })
            .unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[1].articles, found[1].outlets, found[1].events, found[1].contradictions, found[1].end.as_deref()),
            (1, 1, 1, 0, None)
        );
    });
}

#[test]
fn periods_count_what_every_filter_picks() {
    on_both(|store, _| {
        told(store);
        let all = Filter::default;
        for filter in [
            all(),
            Filter { actors: vec!["USA".parse().unwrap()], ..all() },
            Filter { recipients: vec!["USA".parse().unwrap()], ..all() },
            Filter { dyad: Some(("IRN".parse().unwrap(), "USA".parse().unwrap())), ..all() },
            Filter { kinds: vec![EventType::Sanction], ..all() },
            Filter { modes: vec![Mode::Visit], ..all() },
            Filter { statuses: vec![Status::Planned], ..all() },
            Filter { sources: vec!["media".parse().unwrap()], ..all() },
            Filter { places: vec!["CHE".into()], ..all() },
            Filter { since: "2025-04-08".parse().ok(), until: "2025-04-13".parse().ok(), ..all() },
            words("sanction"),
            Filter { article: Some("freighter".into()), ..all() },
            Filter { confidence: Some(0.6), ..all() },
            Filter { story: Some("st_1".into()), ..all() },
            Filter { document: Some("b".into()), ..all() },
            Filter { revisions: Revisions::All, ..all() },
        ] {
            let picked = ids(store, &filter).split_whitespace().count();
            for by in [Period::Day, Period::Week, Period::Month] {
                let counted: usize = store.periods(&filter, by).unwrap().iter().map(|row| row.events()).sum();
                assert_eq!(counted, picked, "{filter:?} by {by:?}");
            }
        }
    });
}

fn tellings(store: &mut dyn Store, filter: &Filter) -> Vec<String> {
    let mut found = Vec::new();
    let mut see = |told: Telling| {
        let Telling { event, number, same_as, sentences, outlets, articles } = told;
        found.push(format!("{} {number} {same_as} {sentences} {outlets} {articles}", event.id));
        ControlFlow::Continue(())
    };
    store.tellings(filter, &Order::default(), &mut see).unwrap();
    found
}

/// Talks told by `a`, by `b`, which copies it, and by `c` of the same outlet as `d`, which tells of another event; `e` says
/// that they are planned.
#[test]
fn an_event_is_counted_over_all_who_tell_it() {
    on_both(|store, _| {
        let page = |id: &str, outlet: Option<&str>, status: Status, json: &str| {
            let record = RecordRow { status, json: json.into(), ..record(&format!("ev_{id}")) };
            let mut filing = named(id, filing("", id, vec![record]));
            filing.document.outlet = outlet.map(str::to_owned);
            filing
        };
        let once = r#"{"mentions": []}"#;
        store
            .add(&[
                page("a", Some("Gazette"), Status::Occurred, r#"{"mentions": [1, 2]}"#),
                page("b", Some("Courier"), Status::Occurred, once),
                page("c", Some("Herald"), Status::Occurred, once),
                page("d", Some("Herald"), Status::Occurred, once),
                page("e", None, Status::Planned, "{}"),
            ])
            .unwrap();
        let told = |store: &mut dyn Store| tellings(store, &Filter::default());
        let alone =
            ["ev_a 1 ev_a 3 1 1", "ev_b 2 ev_b 1 1 1", "ev_c 3 ev_c 1 1 1", "ev_d 4 ev_d 1 1 1", "ev_e 5 ev_e 1 1 1"];
        assert_eq!(told(store), alone);
        let link = |earlier: &str, later: &str| LinkRow {
            earlier: earlier.into(),
            later: later.into(),
            weight: 0.9,
            reason: "dyad".into(),
        };
        let links = vec![link("ev_a", "ev_b"), link("ev_c", "ev_b"), link("ev_a", "ev_e")];
        store.group(&Findings { copies: vec![copy("a", "a"), copy("b", "a")], links, ..Findings::default() }).unwrap();
        let want =
            ["ev_a 1 ev_a 5 2 3", "ev_b 1 ev_a 5 2 3", "ev_c 1 ev_a 5 2 3", "ev_d 4 ev_d 1 1 1", "ev_e 1 ev_a 1 1 1"];
        assert_eq!(told(store), want);
        let planned = Filter { statuses: vec![Status::Planned], ..Filter::default() };
        assert_eq!(tellings(store, &planned), ["ev_e 1 ev_a 1 1 1"]);
    });
}
