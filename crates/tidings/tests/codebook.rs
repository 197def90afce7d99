//! Sentences about places that are not, coded by dictionaries written for them.

use proptest::prelude::*;
use std::sync::LazyLock;
use tidings::Tidings;
use tidings::eval::petrarch::triples;
use tidings::lexicon::petrarch::{Codebook, Kind, Scope};
use tidings::lexicon::{DataFile, Problem};
use tidings::types::{Date, Document};

const ACTORS: &str = "\
NORDLAND [NOR]
+NORDIC
SUDONIA [SUD]
+SUDONIAN
VESTRIA [VES]
ANNA_HOLM [NOR]
\t[NORGOV 20100101-20121231]
TWIN_ISLES [EST/WST]
SUDONIA TELEVISION [SUDTV]
";

const AGENTS: &str = "\
!PERSON! = MAN, WOMAN
MAYOR [~GOV]
ENVOY [~GOV]
SOLDIER [~MIL]
BORDER_POLICE {} [~COP]
RELIEF_BODY [NGO~]
MINISTER_OF_FINANCE [~GOVFIN]
ASSEMBLY!PERSON! [~LEG]
";

const VERBS: &str = "\
&COIN
+FLORIN
+GOLD_CROWN

&NEVER
+NOT
+N'T

--- GIVE [070] ---
GIVE {GIVES GAVE GIVEN GIVING}
+HAND_OVER [071]
- * &COIN [0711]
- &NEVER * [124]

--- VISIT [042:043] ---
VISIT

--- ATTACK [190] ---
ATTACK
- + WAS * FROM $ [191]
- WARNED + * [130]
- * THEIR ^ IN + [192]

--- SIGN [050] ---
SIGN
- % HAVE * [057:057]
- * ACCORD_WITH % [058]

--- ACCUSE [110] ---
ACCUSE

--- SAY [---] ---
SAY {SAYS SAID SAYING}
";

/// In the dialect of PETRARCH 2.
const NEWER_VERBS: &str = "\
&SHIP
+BOAT
+FERRY

--- SEND [080] ---
SEND {SENDS SENT SENDING}
- * {RELIEF &SHIP} (TO/TOWARDS VICTIM) [0731]
- * &SHIP [0811]
- SOLDIER * [192]

--- CONFER [040:040] ---
CONFER

--- RECEIVE [:042] ---
RECEIVE

--- SHELL [190] ---
SHELL
- * BARRACKS [1951]

--- SAY [010] ---
SAY {SAYS SAID SAYING}

--- WISH [030] ---
WISH

~ a (a b SHELL) SAY = a b 015
~ a (b . SHELL) SAY = a b 112
~ a (a b Q) SAY = a b Q
~ a (_ b SHELL) WISH = a b 138
";

const DISCARDS: &str = "REGATTA\n+CHESS FINAL\n";

static TIDINGS: LazyLock<Tidings> = LazyLock::new(|| Tidings::new().expect("model and data"));
static BOOK: LazyLock<Codebook> = LazyLock::new(|| book(VERBS));
static NEWER: LazyLock<Codebook> = LazyLock::new(|| book(NEWER_VERBS));

fn book(verbs: &str) -> Codebook {
    let (mut book, mut problems) = (Codebook::default(), Vec::new());
    for (kind, path, text) in [
        (Kind::Actors, "actors", ACTORS),
        (Kind::Agents, "agents", AGENTS),
        (Kind::Verbs, "verbs", verbs),
        (Kind::Discards, "discards", DISCARDS),
    ] {
        book.read(kind, &DataFile { path, text }, &mut problems);
    }
    let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert!(told.is_empty(), "{told:?}");
    book
}

fn document(text: &str, day: &str) -> Document {
    Document { published: day.parse::<Date>().ok(), ..Document::paragraph("d", text) }
}

#[track_caller]
fn check_on(day: &str, text: &str, want: &[&str]) {
    check_by(&BOOK, day, text, want);
}

#[track_caller]
fn check_newer(text: &str, want: &[&str]) {
    check_by(&NEWER, "2024-05-01", text, want);
}

#[track_caller]
fn check_by(book: &Codebook, day: &str, text: &str, want: &[&str]) {
    let found = TIDINGS.codings(book, &document(text, day)).codings;
    let found: Vec<String> = triples(&found).into_iter().map(|(s, t, code)| format!("{s} {t} {code}")).collect();
    assert_eq!(found, want, "{text}");
}

#[track_caller]
fn check(text: &str, want: &[&str]) {
    check_on("2024-05-01", text, want);
}

#[test]
fn verbs_code_who_did_what_to_whom() {
    check("Nordland attacked Sudonia on Monday.", &["NOR SUD 190"]);
    check("Sudonia was attacked by Nordland on Monday.", &["NOR SUD 190"]);
    check("Nordic envoys visited Vestria.", &["NORGOV VES 042", "VES NORGOV 043"]);
    check("Nordland is about to hand over two islands to Vestria.", &["NOR VES 071"]);
    check("Nordland accused Sudonia and gave Vestria ten ships.", &["NOR SUD 110", "NOR VES 070"]);
    check("Nordland attacked on Monday.", &[]);
    check("The fleet attacked the port.", &[]);
}

#[test]
fn patterns_outweigh_the_plain_verb() {
    check("Nordland gave a million florins to Vestria.", &["NOR VES 0711"]);
    check("Nordland gave two gold crowns to Vestria.", &["NOR VES 0711"]);
    check("Nordland gave two golden crowns to Vestria.", &["NOR VES 070"]);
    check("Nordland didn't give a single ship to Vestria.", &["NOR VES 124"]);
    check("Sudonia was attacked from Vestria.", &["VES SUD 191"]);
    check("Nordland attacked their depots in Vestria.", &["NOR VES 192"]);
    check("Nordland and Sudonia have signed a pact.", &["NOR SUD 057", "SUD NOR 057"]);
    check("Nordland signed an accord with Sudonia and Vestria.", &["NOR SUD 058", "NOR VES 058"]);
}

#[test]
fn roles_and_names_join() {
    check("The mayor of Nordland attacked Sudonian soldiers.", &["NORGOV SUDMIL 190"]);
    check("Nordland's border police attacked a Sudonian relief body.", &["NORCOP NGOSUD 190"]);
    check(
        "The envoys of Nordland and Vestria visited Sudonia.",
        &["NORGOV SUD 042", "SUD NORGOV 043", "SUD VESGOV 043", "VESGOV SUD 042"],
    );
    check("Nordland's Minister of Finance accused a Sudonian assemblywoman.", &["NORGOVFIN SUDLEG 110"]);
    check("The Twin Isles accused Nordland.", &["EST NOR 110", "WST NOR 110"]);
    check("Vestria accused Sudonia state television.", &["VES SUDTV 110"]);
    check("Soldiers attacked Vestria.", &["---MIL VES 190"]);
}

#[test]
fn patterns_of_the_newer_dialect_hold_phrases_of_the_clause() {
    check_newer("Nordland sent two ferries to Vestria.", &["NOR VES 0811"]);
    check_newer("Nordland sent a relief boat towards the victims in Vestria.", &["NOR VES 0731"]);
    check_newer("Nordland sent a fleet to Vestria after the boats had sunk.", &["NOR VES 080"]);
    check_newer("Nordic soldiers shelled the barracks of Sudonia.", &["NORMIL SUD 1951"]);
    check_newer("The barracks of Sudonia were shelled by Nordic soldiers.", &["NORMIL SUD 1951"]);
    check_newer("Nordland received envoys of Vestria.", &["VESGOV NOR 042"]);
    check_newer("Nordland and Vestria conferred on Monday.", &["NOR VES 040", "VES NOR 040"]);
}

#[test]
fn a_clause_below_may_change_the_code() {
    check_newer("Nordland said that it had shelled Sudonia.", &["NOR SUD 015"]);
    check_newer("Nordland said that Vestria had shelled the port.", &["NOR VES 112"]);
    check_newer("Nordland said that it had sent a fleet to Sudonia.", &["NOR SUD 080"]);
    check_newer("Nordland wished to shell Sudonia.", &["NOR SUD 138"]);
    check_newer("Nordland said nothing of Sudonia.", &["NOR SUD 010"]);
    check_newer("Nordland shelled Sudonia, Vestria said.", &["NOR SUD 190"]);
}

#[test]
fn names_have_the_code_of_the_day() {
    check_on("2011-06-01", "Anna Holm accused Vestria.", &["NORGOV VES 110"]);
    check_on("2014-06-01", "Anna Holm accused Vestria.", &["NOR VES 110"]);
}

#[test]
fn what_is_coded_has_a_status_and_a_source() {
    let document = document("Vestria said that Nordland will attack Sudonia.", "2024-05-01");
    let found = TIDINGS.codings(&BOOK, &document).codings;
    let told: Vec<String> =
        found.iter().map(|c| format!("{} {} by {}", c.code, c.status, c.attribution.len())).collect();
    assert_eq!(told, ["190 planned by 1"]);
    assert_eq!(found[0].evidence.rule, "verbs:19");
    assert_eq!(found[0].evidence.trigger.of(&document.text), "attack");
}

#[test]
fn listed_phrases_leave_texts_out() {
    for (text, want) in [
        ("Nordland attacked the regatta of Sudonia.", Some(Scope::Sentence)),
        ("Nordland attacked Sudonia. The chess final was put off.", Some(Scope::Story)),
        ("Nordland attacked Sudonia.", None),
    ] {
        let found = TIDINGS.codings(&BOOK, &document(text, "2024-05-01"));
        assert_eq!((found.discarded, found.codings.is_empty()), (want, want.is_some()), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_words_in_any_order_make_it_panic(words in proptest::collection::vec(0..WORDS.len(), 0..14)) {
        let text = words.iter().map(|&at| WORDS[at]).collect::<Vec<_>>().join(" ");
        let document = document(&text, "2024-05-01");
        for book in [&BOOK, &NEWER] {
            for coding in TIDINGS.codings(book, &document).codings {
                let spans = [Some(coding.evidence.trigger), coding.source.span, coding.target.span];
                prop_assert!(spans.iter().flatten().all(|span| !span.of(&text).is_empty()));
            }
        }
    }
}

/// Words of the dictionaries and of sentences round them.
const WORDS: &[&str] = &[
    "Nordland", "Sudonian", "the", "mayor", "of", "and", "attacked", "gave", "was", "by", "said", "that", "florins",
    "their", "in", "Anna", "Holm", "it", ",", "sent", "relief", "boats", "to", "shell", "wished", "not", "—", "(", "é",
];

#[test]
fn any_text_can_be_read_as_a_dictionary() {
    for text in ["", "[", "]", "---", "- *", "&", "+", "!", "{", "- {(} * [:]", "\u{feff}A_ [~]\n+\n\t[", "~ a ="] {
        for kind in [Kind::Actors, Kind::Agents, Kind::Verbs, Kind::Discards] {
            let mut book = Codebook::default();
            book.read(kind, &DataFile { path: "x", text }, &mut Vec::new());
            let found = TIDINGS.codings(&book, &document("Nordland attacked Sudonia.", "2024-05-01"));
            assert_eq!(found.codings, [], "{text:?}");
        }
    }
}
