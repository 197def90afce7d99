//! Stories of a store are those of all its articles, however they came in: in any order, one by one or together, and after
//! some went.

#![cfg(feature = "store")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ops::ControlFlow;
use std::sync::LazyLock;
use tidings::grouping::Grouper;
use tidings::store::{Access, Answer, Filing, Store, Value, Which, open};
use tidings::types::Document;
use tidings::{Tidings, filing};

/// Id, day, outlet and text.
type Told = (&'static str, &'static str, &'static str, &'static str);

const TOLD: [Told; 10] = [
    (
        "a1",
        "2031-03-01",
        "Fjord Post",
        "Norway threatened to close the Skagerrak strait to Danish trawlers over the herring quota. The fisheries ministry in Oslo said patrol boats would turn trawlers back.",
    ),
    (
        "a2",
        "2031-03-02",
        "Harbour Gazette",
        "Denmark protested against the Norwegian threat to close the Skagerrak strait to trawlers. Copenhagen called the herring quota unfair.",
    ),
    (
        "a3",
        "2031-03-03",
        "Fjord Post",
        "Norwegian patrol boats seized two Danish trawlers off Bergen. The herring quota had been exceeded, the fisheries ministry in Oslo said.",
    ),
    (
        "a4",
        "2031-03-03",
        "Sound Telegraph",
        "Norwegian patrol boats seized two Danish trawlers off Bergen. The herring quota had been exceeded, the fisheries ministry in Oslo said.",
    ),
    (
        "a5",
        "2031-03-04",
        "Harbour Gazette",
        "The Danish foreign ministry denied that Norwegian patrol boats had seized two Danish trawlers off Bergen.",
    ),
    (
        "a6",
        "2031-03-06",
        "Fjord Post",
        "Norway and Denmark agreed to hold talks on the herring quota in the Skagerrak strait. The trawlers were released.",
    ),
    (
        "b1",
        "2031-03-02",
        "Andes Courier",
        "Peru considered expelling the Bolivian ambassador over the lithium pipeline at Lake Titicaca.",
    ),
    (
        "b2",
        "2031-03-03",
        "Andes Courier",
        "Peru expelled the Bolivian ambassador over the lithium pipeline at Lake Titicaca. Bolivia condemned the expulsion.",
    ),
    (
        "b3",
        "2031-03-05",
        "La Paz Herald",
        "Bolivia recalled its envoy after Peru expelled the Bolivian ambassador over the lithium pipeline at Lake Titicaca.",
    ),
    (
        "c1",
        "2031-03-04",
        "Sound Telegraph",
        "Police in Nairobi arrested eleven demonstrators at a march against fuel prices.",
    ),
];

static FILINGS: LazyLock<Vec<Filing>> = LazyLock::new(|| {
    let tidings = Tidings::new().unwrap();
    TOLD.iter().map(|told| coded(&tidings, told)).collect()
});

fn coded(tidings: &Tidings, (id, day, outlet, text): &Told) -> Filing {
    let mut document = Document::paragraph(id, text);
    (document.published, document.outlet) = (day.parse().ok(), Some((*outlet).to_owned()));
    document.origin.url = Some(format!("https://news.example/{id}"));
    document.sha256 = format!("{id} {text}");
    let filing = tidings.filing(&document, &tidings.code(&document)).unwrap();
    assert_eq!(filing.document.identity, filing::identity(&document));
    filing
}

struct Temporary(String);

impl Temporary {
    fn new(name: &str) -> Self {
        let file = std::env::temp_dir().join(format!("tidings-grouping-{}-{name}.db", std::process::id()));
        Self(file.display().to_string())
    }

    fn open(&self) -> Box<dyn Store> {
        open(&self.0, Access::Create).unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.0));
        }
    }
}

#[derive(Default)]
struct Rows(Vec<String>);

impl Answer for Rows {
    fn heads(&mut self, _: &[String]) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn row(&mut self, row: &[Value<'_>]) -> ControlFlow<()> {
        self.0.push(row.iter().map(|cell| cell.text().unwrap_or("-")).collect::<Vec<_>>().join(" | "));
        ControlFlow::Continue(())
    }
}

fn group(store: &mut dyn Store) {
    let mut grouper = Grouper::new().unwrap();
    while grouper.compare(store).unwrap() > 0 {}
    while grouper.describe(store).unwrap().is_some() {}
}

fn rows(store: &mut dyn Store, sql: &str) -> Vec<String> {
    let mut rows = Rows::default();
    store.read(sql, &mut rows).unwrap();
    rows.0
}

/// All that is public of groups, and what is kept to go on.
fn groups(store: &mut dyn Store) -> Vec<String> {
    assert_eq!(store.check().unwrap(), []);
    [
        "SELECT id, title, json FROM stories ORDER BY id",
        "SELECT id, story FROM events ORDER BY id",
        "SELECT id, copy_of FROM documents WHERE superseded_by IS NULL ORDER BY id",
        "SELECT r.id, q.id, CAST(weight AS TEXT), l.reason FROM link l JOIN record r ON r.key = l.earlier
         JOIN record q ON q.key = l.later ORDER BY r.id, q.id",
        "SELECT d.id, o.id, CAST(likeness AS TEXT) FROM alike a JOIN document d ON d.key = a.document
         JOIN document o ON o.key = a.other ORDER BY d.id, o.id",
    ]
    .iter()
    .flat_map(|sql| rows(store, sql))
    .collect()
}

/// The groups of some articles that came in together.
fn expected(ids: &[&str], name: &str) -> Vec<String> {
    let file = Temporary::new(&format!("expected-{name}"));
    let mut store = file.open();
    let some = FILINGS.iter().filter(|filing| ids.contains(&filing.document.id.as_str()));
    store.add(&some.cloned().collect::<Vec<_>>()).unwrap();
    group(&mut *store);
    groups(&mut *store)
}

/// Rows that one has and the other lacks are shown, others not.
#[track_caller]
fn same(found: &[String], expected: &[String], why: &str) {
    let lacks =
        |some: &[String], other: &[String]| some.iter().filter(|row| !other.contains(row)).cloned().collect::<Vec<_>>();
    let (more, less) = (lacks(found, expected), lacks(expected, found));
    assert!(more.is_empty() && less.is_empty(), "{why}\nfound only: {more:#?}\nexpected: {less:#?}");
}

fn all() -> Vec<&'static str> {
    TOLD.iter().map(|told| told.0).collect()
}

fn filed(id: &str) -> &'static Filing {
    FILINGS.iter().find(|filing| filing.document.id == id).unwrap()
}

#[test]
fn there_are_stories() {
    let file = Temporary::new("stories");
    let mut store = file.open();
    store.add(&FILINGS).unwrap();
    group(&mut *store);
    let stories = rows(&mut *store, "SELECT title FROM stories ORDER BY time_start");
    assert_eq!(stories.len(), 2, "{stories:?}");
    let copies = rows(&mut *store, "SELECT id, copy_of FROM documents WHERE copy_of IS NOT NULL");
    assert_eq!(copies, ["a4 | a3"]);
    let denied = rows(&mut *store, "SELECT json FROM stories WHERE contradictions > 0");
    assert!(denied.iter().any(|json| json.contains("Danish foreign ministry")), "{denied:?}");
}

#[track_caller]
fn one_by_one(order: &[usize], name: &str) {
    let file = Temporary::new(name);
    let mut store = file.open();
    for number in order {
        store.add(std::slice::from_ref(&FILINGS[*number])).unwrap();
        group(&mut *store);
    }
    same(&groups(&mut *store), &expected(&all(), name), name);
}

#[test]
fn the_order_in_which_articles_come_in_changes_nothing() {
    one_by_one(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], "forwards");
    one_by_one(&[9, 8, 7, 6, 5, 4, 3, 2, 1, 0], "backwards");
    one_by_one(&[5, 0, 8, 3, 9, 1, 6, 4, 2, 7], "mixed");
}

#[test]
fn what_goes_leaves_nothing_behind() {
    for gone in ["a1", "a3", "a4", "b2", "c1"] {
        let file = Temporary::new(&format!("without-{gone}"));
        let mut store = file.open();
        store.add(&FILINGS).unwrap();
        group(&mut *store);
        store.remove(&Which::Document(gone.into())).unwrap();
        group(&mut *store);
        let others: Vec<&str> = all().into_iter().filter(|id| *id != gone).collect();
        same(&groups(&mut *store), &expected(&others, gone), gone);
    }
}

#[test]
fn a_revision_takes_the_place_of_the_one_before() {
    let file = Temporary::new("revision");
    let mut store = file.open();
    store.add(&FILINGS).unwrap();
    group(&mut *store);
    let mut newer = filed("a3").clone();
    newer.document.identity.0.push('x');
    newer.document.id = "z3".into();
    newer.records.clear();
    newer.document.title = None;
    newer.document.text = "Rain is expected.".into();
    store.add(&[newer]).unwrap();
    group(&mut *store);
    let others: Vec<&str> = all().into_iter().filter(|id| *id != "a3").collect();
    let mut found = groups(&mut *store);
    found.retain(|row| row != "z3 | -");
    same(&found, &expected(&others, "revision"), "revision");
}
