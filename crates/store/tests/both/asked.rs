//! What is asked for comes out: records, counts and stories.

use super::*;

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
