//! Who did what to whom, in plain sentences through the whole pipeline.
//!
//! Each line names records that must be there, as type, actors and recipients by country and sector; others may stand
//! beside.

use std::fmt::Write;
use tidings::Tidings;
use tidings::types::{Actor, Block, BlockKind, Date, Document, Event, Span};

/// A text and the records it must give.
type Probe = (&'static str, &'static [&'static str]);

const TEXTS: &[Probe] = &[
    // A verb in the present between two nouns.
    (
        "A Spanish court sentences former transport minister Luis Prado to ten years in prison.",
        &["SANCTION ESP.JUD > ESP.ELI"],
    ),
    ("Kenyan police arrest former finance minister John Otieno in Nairobi.", &["COERCE KEN.COP > KEN.ELI"]),
    // Whose offer, order or word it is.
    ("Chad rejected an offer by Norway to host talks.", &["REJECT TCD.GOV > NOR.GOV"]),
    (
        "The president of Kenya signed an order imposing sanctions on Sudanese officials.",
        &["SANCTION KEN.GOV > SDN.GOV"],
    ),
    ("Norway said that two ships were hit in the strait, accusing Iran of the attack.", &["ACCUSE NOR.GOV > IRN.GOV"]),
    ("Brazil offered to host talks between Mali's government and Chad.", &["AGREE BRA.GOV > MLI.GOV + TCD.GOV"]),
    // Who takes part while somebody acts.
    (
        "At a meeting with Chad's president, Ghana's foreign minister announced new tariffs.",
        &["CONSULT GHA.GOV + TCD.GOV >"],
    ),
    (
        "Four people were killed and nine others were injured in clashes with police in Dakar.",
        &["ASSAULT SEN.COP > SEN.CVL + SEN.CVL"],
    ),
    ("Ghana withdrew its troops at the request of Mali.", &["REQUEST MLI.GOV > GHA.GOV"]),
    // Land suffers nothing; who held it does.
    ("Sudanese troops captured the village of Tabit in Darfur.", &["COERCE SDN.MIL >"]),
    ("Kenya deployed 200 soldiers to Mandera.", &["MOBILIZE KEN.GOV >"]),
    ("Rwanda's army captured the province from the Congolese army.", &["COERCE RWA.MIL > COD.MIL"]),
    ("Chadian troops withdrew from Mandera.", &["RETREAT TCD.MIL >"]),
    // Nobody in particular, and people of whom nothing is told.
    (
        "Sudanese troops shot three farmers from Chad. Sudan has never attacked anyone, the Sudanese ambassador said.",
        &["ASSAULT SDN.MIL > TCD.AGR", "ASSAULT SDN.GOV >"],
    ),
    ("A court in Peru sentenced eight men to prison for smuggling.", &["SANCTION PER.JUD > -.CRM"]),
    // What several verbs, places and clauses share.
    (
        "Germany suspended aid and imposed sanctions on several Rwandan officials.",
        &["SANCTION DEU.GOV > RWA.GOV", "SANCTION DEU.GOV > RWA.GOV"],
    ),
    (
        "Thousands of protesters held demonstrations in several cities in Turkey against the government of Georgia.",
        &["PROTEST TUR.CVL > GEO.GOV"],
    ),
    (
        "Hundreds of people held protests in Sofia, calling on the Bulgarian government to resign.",
        &["PROTEST BGR.CVL > BGR.GOV"],
    ),
    (
        "Peru granted asylum to the Cuban activist to protect him from detention by the police.",
        &["COERCE PER.COP > CUB.SOC"],
    ),
    // Forces behind an adjective, groups behind their gunmen, victims where they were hit.
    ("Two people were killed in Russian drone strikes on Kharkiv.", &["ASSAULT RUS.MIL > UKR.CVL"]),
    ("Two people were killed in an Israeli airstrike in Al-Nasr, Gaza.", &["ASSAULT ISR.MIL > PSE.CVL"]),
    ("Boko Haram gunmen attacked a market in Maiduguri.", &["ASSAULT NGA.REB > NGA.BUS"]),
    ("Gunmen killed four people at a bar in Saint Helena Island, South Carolina.", &["ASSAULT -.UAF > USA.CVL"]),
    ("At least nine people were killed in Russian missile attacks on Ukraine.", &["ASSAULT RUS.MIL > UKR.CVL"]),
    // Who is unknown, and who is anybody.
    ("Four people were killed by unidentified gunmen in Durban, South Africa.", &["ASSAULT -.UAF > ZAF.CVL"]),
    ("A man stabbed two tourists in Lisbon, Portugal.", &["ASSAULT PRT.CRM > PRT.CVL"]),
    // Who is of no country: at sea, on board, beside a state.
    ("Three people were killed in an American airstrike on a boat in the Caribbean Sea.", &["ASSAULT USA.MIL > -.CVL"]),
    ("Spanish police said on Monday that nine people on board were arrested.", &["COERCE  > -.CVL"]),
    ("Chad condemned Sudan's attacks on its neighbours.", &["ASSAULT SDN.GOV > -.GOV"]),
    ("Niger banned entry for nationals of twelve countries.", &["COERCE NER.GOV > -.CVL"]),
    // Nobody does violence to himself.
    ("Norway reports that Russia has violated its airspace.", &["MOBILIZE RUS.GOV > NOR.GOV"]),
    ("Chad's president accused Sudan of invading the country.", &["ASSAULT SDN.GOV > TCD.GOV"]),
    // Who shares an object, a party or an order.
    ("A man approached and attacked a group of tourists in Lisbon, Portugal.", &["ASSAULT PRT.CRM > PRT.CVL"]),
    ("Chad withdrew from Bardai following talks with Niger.", &["CONSULT TCD.GOV + NER.GOV >"]),
    ("Spain expelled Peru's ambassador and another diplomat.", &["SANCTION ESP.GOV > PER.GOV + PER.GOV"]),
    ("Chadian diplomats were told to leave Niamey within two days.", &["REQUEST  > TCD.GOV"]),
    ("The Chadian bank has been the target of Swiss sanctions since May.", &["SANCTION CHE.GOV > TCD.BUS"]),
    // Whose party bears a name that others bear too.
    ("Spanish police arrested a Socialist Party official in Madrid.", &["COERCE ESP.COP > ESP.PTY"]),
    // What is signed is a measure, and what is denied was done to nobody.
    ("The bill passed on Monday. The president of Chad signed it.", &["SUPPORT TCD.GOV >"]),
    ("Chad's army denied that its troops had shot at civilians.", &["REJECT TCD.MIL >"]),
    // Whom only the rest of the text names.
    (
        "Tajik police accused Kyrgyz border guards of theft. Kyrgyzstan's foreign ministry rejected the allegations.",
        &["REJECT KGZ.GOV > TJK.COP"],
    ),
    (
        "Manila summoned China's ambassador on Monday. Beijing condemned the step as provocative.",
        &["ACCUSE CHN.GOV > PHL.GOV"],
    ),
    // What was said before.
    (
        "The president of Chad met the president of Mali in Dakar. The two presidents agreed to reopen the border. \
         Both countries signed a treaty.",
        &["AGREE TCD.GOV + MLI.GOV >", "SUPPORT MLI.GOV + TCD.GOV >"],
    ),
    (
        "Border guards killed two Kenyan soldiers on Monday. An official said on Tuesday that the attack took place near \
         Mandera.",
        &["ASSAULT KEN.COP > KEN.MIL"],
    ),
];

fn document(text: &str) -> Document {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    Document { published: Date::new(2026, 3, 11), ..Document::bare("parties", text, blocks) }
}

fn side(actors: &[Actor]) -> String {
    let one = |actor: &Actor| {
        let country = actor.affiliation.country.map_or_else(|| "-".to_owned(), |country| country.to_string());
        let sector = actor.affiliation.sectors.first().map_or("-", |sector| sector.as_str());
        format!("{country}.{sector}")
    };
    actors.iter().map(one).collect::<Vec<_>>().join(" + ")
}

fn show(event: &Event) -> String {
    format!("{} {} > {}", event.kind, side(&event.actors), side(&event.recipients)).trim_end().to_owned()
}

#[test]
fn who_does_it_to_whom() {
    let coder = Tidings::new().expect("the built-in model and lexicon are sound");
    let mut faults = String::new();
    for (text, want) in TEXTS {
        let found: Vec<String> = coder.code(&document(text)).events.iter().map(show).collect();
        let lacking: Vec<_> = want.iter().filter(|w| !found.iter().any(|f| f == *w)).collect();
        if !lacking.is_empty() {
            _ = writeln!(faults, "{text}\n    lacking {lacking:?}, found {found:?}");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}
