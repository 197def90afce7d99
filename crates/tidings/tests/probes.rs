//! What is said not to have happened is never told as a fact: plain sentences through the whole pipeline.
//!
//! Each line names every record that must be there, as type and status. A record of a fact (`occurred` or `historical`)
//! that the line does not name is a fault; other records may stand beside.

use std::fmt::Write;
use tidings::Tidings;
use tidings::types::{Block, BlockKind, Date, Document, Event, Span, Status};

/// A sentence and the records it must give.
type Probe = (&'static str, &'static str);

const SENTENCES: &[Probe] = &[
    // Denied, by the author or by somebody.
    ("Israel never attacked Iran.", "ASSAULT denied"),
    ("Iran denied attacking Israel.", "ASSAULT denied, REJECT occurred"),
    ("Kenya did not arrest the opposition leader.", "COERCE denied"),
    ("Ethiopia has not attacked Eritrea.", "ASSAULT denied"),
    ("Chad has yet to impose sanctions on Sudan.", "SANCTION denied"),
    ("There was no attack on the Turkish embassy.", "ASSAULT denied"),
    ("The attack on the Turkish embassy did not take place.", "ASSAULT denied"),
    ("No strike order has been given.", ""),
    ("Nobody was killed in Beirut.", ""),
    ("Not a single protester was arrested in Lagos.", "COERCE denied"),
    ("No protesters were arrested by police in Lagos.", "COERCE denied"),
    ("The soldiers left the town without attacking the rebels.", "RETREAT occurred, ASSAULT denied"),
    ("India stopped short of imposing sanctions on Myanmar.", "SANCTION denied"),
    ("Morocco failed to arrest the militants.", "COERCE denied"),
    ("Hungary refused to impose sanctions on Russia.", "REJECT occurred"),
    (
        "Officials in Baku denied reports that Azerbaijan had shelled Armenian positions.",
        "ASSAULT denied, REJECT occurred",
    ),
    ("Troops were prevented from attacking the protesters.", "ASSAULT denied"),
    ("Mediators averted a rebel attack on the capital of Chad.", "ASSAULT denied"),
    ("Japan called off talks with North Korea.", "CONSULT denied"),
    ("Brazil no longer bombs the rebels.", "ASSAULT denied"),
    ("Neither Egypt nor Sudan attacked Ethiopia.", "ASSAULT denied"),
    ("Pakistan rejected claims that it had bombed Afghanistan.", "ASSAULT denied, REJECT occurred"),
    ("It is not true that Rwanda invaded Congo.", "ASSAULT denied"),
    ("Instead of bombing the rebels, Mali opened talks with them.", "ASSAULT denied, CONSULT occurred"),
    ("Algeria cancelled its planned invasion of Mali.", ""),
    ("The army was unable to attack the rebels.", "ASSAULT denied"),
    ("Nigeria hardly ever bombs the militants.", "ASSAULT denied"),
    // Under a condition, feared, asked.
    ("If Russia invades Poland, France will attack Russia.", "ASSAULT hypothetical"),
    ("Unless Sudan withdraws its troops, Egypt will impose sanctions on Sudan.", "SANCTION hypothetical"),
    ("Russia might invade Poland.", "ASSAULT hypothetical"),
    ("Turkey would have bombed Syria.", "ASSAULT hypothetical"),
    ("Serbia would attack Kosovo if NATO withdrew its troops.", "ASSAULT hypothetical"),
    ("Did Russia invade Poland?", "ASSAULT hypothetical"),
    ("Has Venezuela arrested American citizens?", "COERCE hypothetical"),
    ("Residents fear an attack by the army on the town.", "ASSAULT hypothetical"),
    ("The feared attack by rebels on Goma kept shops shut.", "ASSAULT hypothetical"),
    ("The threat of a Chinese invasion of Taiwan hangs over the island.", "ASSAULT hypothetical"),
    ("It was unclear whether Israel had bombed Lebanon.", "ASSAULT hypothetical"),
    ("Residents of Narva dread a Russian attack on Estonia.", "ASSAULT hypothetical"),
    (
        "Should China invade Taiwan, Japan will impose sanctions on China.",
        "ASSAULT hypothetical, SANCTION hypothetical",
    ),
    ("Iran will not negotiate with Israel until Israel withdraws its soldiers from Lebanon.", "RETREAT hypothetical"),
    ("The minister did not say whether Chad had bombed the rebels.", "ASSAULT hypothetical"),
    ("Officials cannot confirm that Rwanda attacked Congo.", "ASSAULT hypothetical"),
    (
        "Once Sudan withdraws its soldiers, Egypt will impose sanctions on Ethiopia.",
        "RETREAT hypothetical, SANCTION hypothetical",
    ),
    // Under consideration or demanded.
    ("Russia may invade Poland.", "ASSAULT considered"),
    ("Russia could invade Poland.", "ASSAULT considered"),
    ("The US is considering attacking Iran.", "ASSAULT considered"),
    ("France is exploring whether to impose sanctions on Iran.", "SANCTION considered"),
    ("Colombia wants to arrest the rebel leader.", "COERCE considered"),
    ("Norway proposed sanctions against Belarus.", "SANCTION considered"),
    ("A possible Turkish invasion of Syria worries diplomats.", "ASSAULT considered"),
    ("The proposed sanctions against Belarus would hit its banks.", "SANCTION considered"),
    ("Ukraine urged NATO to bomb Russia.", "REQUEST occurred"),
    ("The opposition called for sanctions against Georgia.", "REQUEST occurred"),
    ("Germany did not rule out attacking Syria.", "REJECT denied"),
    ("Parliament is debating whether to expel the Russian ambassador.", "SANCTION considered"),
    ("Ghana should send troops to Niger.", "MOBILIZE considered"),
    // Decided or expected.
    ("Russia will invade Poland.", "ASSAULT planned"),
    ("Australia is set to impose sanctions on Iran.", "SANCTION planned"),
    ("Turkey is planning to attack Kurdish militants.", "ASSAULT planned"),
    ("The Philippines has plans for an attack on the rebels.", "ASSAULT planned"),
    ("Troops were ordered to attack the rebels.", "ASSAULT planned"),
    ("The foreign ministers of Japan and China are expected to meet on Monday.", "CONSULT planned"),
    ("Poland is about to close its border with Belarus.", "COERCE planned"),
    ("Spain is going to expel the Russian ambassador.", "SANCTION planned"),
    ("The planned attack on Iran worries Gulf states.", "ASSAULT planned"),
    ("Sweden is to send troops to Latvia.", "MOBILIZE planned"),
    ("Libya threatened to attack Egypt.", "THREATEN occurred"),
    ("Ethiopia agreed to withdraw its troops from Somalia.", "AGREE occurred"),
    ("Canada promised to send aid to Haiti.", "AGREE occurred"),
    ("The army is preparing to attack the rebels in Goma.", "ASSAULT planned"),
    ("Peru has vowed to arrest the rebels.", "THREATEN occurred"),
    ("The cabinet approved a plan to bomb rebel camps.", "SUPPORT occurred, ASSAULT planned"),
    // A fact whose teller keeps a distance is a fact on somebody's word.
    ("The alleged attack by Eritrea on Ethiopia killed ten soldiers.", "ASSAULT occurred"),
    ("Rwanda reportedly attacked Congo.", "ASSAULT occurred"),
    ("Russia invaded Poland.", "ASSAULT occurred"),
    ("Iran managed to shell the Iraqi base.", "ASSAULT occurred"),
    ("Asked about the attack on Iran, the minister declined to speak.", "REJECT occurred"),
    ("The two forces, once allies, seized power together.", "COERCE occurred"),
    ("The EU can confirm that Russia shelled the town.", "ASSAULT occurred"),
    ("Not only did Chad attack Libya, it also expelled the Libyan ambassador.", "ASSAULT occurred, SANCTION occurred"),
    ("Nigeria did not deny bombing the village of civilians.", ""),
];

const HEADLINES: &[Probe] = &[
    ("Poland to close border with Belarus", "COERCE planned"),
    ("Lithuania weighs closing border with Belarus", ""),
    ("Ethiopia threatens to attack Eritrea", "THREATEN occurred"),
    ("Iran denies attack on Israel", "ASSAULT denied, REJECT occurred"),
    ("US mulls strikes on Iran", "ASSAULT considered"),
    ("Kenya set to send troops to Haiti", "MOBILIZE planned"),
    ("Will Russia invade Poland?", ""),
    ("Fears of Chinese invasion of Taiwan grow", "ASSAULT hypothetical"),
    ("Serbia planning talks with Kosovo", "CONSULT planned"),
    ("Japan rules out sanctions against China", "REJECT occurred"),
];

fn document(text: &str, kind: BlockKind) -> Document {
    Document {
        published: Date::new(2026, 3, 11),
        ..Document::bare("probe", text, vec![Block { kind, span: Span::new(0, text.len()) }])
    }
}

fn show(event: &Event) -> String {
    format!("{} {}", event.kind, event.status)
}

fn is_fact(event: &Event) -> bool {
    matches!(event.status, Status::Occurred | Status::Historical)
}

/// What is wrong with the records of a text, if anything.
fn fault(found: &[Event], want: &str) -> Option<String> {
    let want: Vec<&str> = want.split(", ").filter(|w| !w.is_empty()).collect();
    let shown: Vec<String> = found.iter().map(show).collect();
    let lacking = want.iter().any(|w| !shown.iter().any(|s| s == w));
    let invented = found.iter().filter(|event| is_fact(event)).any(|event| !want.contains(&&*show(event)));
    (lacking || invented).then(|| format!("expected {want:?}, found {shown:?}"))
}

fn faults(coder: &Tidings, probes: &[Probe], kind: BlockKind) -> String {
    let mut faults = String::new();
    for (text, want) in probes {
        let found = coder.code(&document(text, kind)).events;
        if let Some(fault) = fault(&found, want) {
            _ = writeln!(faults, "{text}\n    {fault}");
        }
    }
    faults
}

#[test]
fn what_did_not_happen_is_no_fact() {
    let coder = Tidings::new().expect("the built-in model and lexicon are sound");
    let faults = faults(&coder, SENTENCES, BlockKind::Paragraph) + &faults(&coder, HEADLINES, BlockKind::Title);
    assert!(faults.is_empty(), "\n{faults}");
}
