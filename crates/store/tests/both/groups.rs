//! What is found across documents is kept, and goes with them.

use super::*;

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
