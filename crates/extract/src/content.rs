//! Whom a speech act is aimed at when only its content says so.
//!
//! "Libya threatened to attack Egypt" names nobody who is threatened but in the act below, "Libya demanded that Egypt
//! leave" nobody who is asked but as its subject.

use crate::frame::Frame;
use crate::scene::Scene;
use crate::syntax;
use lexicon::{Introduces, Slot};
use types::{Actor, Affiliation, EventType, TokenId};

/// Where in the content the recipients stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// They are to act, or are said to have acted.
    Subject,
    /// The speaker is to act on them.
    Acted,
}

fn place(kind: EventType) -> Option<Place> {
    use EventType::{Accuse, Agree, Concede, Reject, Request, Threaten};
    match kind {
        Request | Accuse => Some(Place::Subject),
        Agree | Concede | Reject | Threaten => Some(Place::Acted),
        _ => None,
    }
}

/// The participants of the clauses below `frame` whom the act of `kind` by `actors` is aimed at.
pub(crate) fn recipients(
    scene: &Scene<'_>,
    sentence: usize,
    kind: EventType,
    frame: &Frame,
    slots: &[Slot],
    actors: &[Actor],
) -> Vec<Actor> {
    let Some(place) = place(kind) else { return vec![] };
    let content = Content { scene, sentence, kind, slots, actors };
    frame.get(&Slot::Clause).map(|clause| content.of(clause, place)).find(|found| !found.is_empty()).unwrap_or_default()
}

struct Content<'a> {
    scene: &'a Scene<'a>,
    sentence: usize,
    kind: EventType,
    slots: &'a [Slot],
    actors: &'a [Actor],
}

impl Content<'_> {
    fn of(&self, clause: TokenId, place: Place) -> Vec<Actor> {
        let frame = self.scene.verb_frame(self.sentence, clause);
        let subject = self.known(&frame, &Slot::Subject);
        match place {
            Place::Subject => self.others(subject),
            Place::Acted if self.is_own(&subject) && !self.is_denied(clause) => self.acted_on(&frame),
            Place::Acted => vec![],
        }
    }

    /// "denied that its troops had shot at civilians": what is said to be untrue is no act on anybody.
    fn is_denied(&self, clause: TokenId) -> bool {
        self.kind == EventType::Reject && syntax::has_subject(self.scene.parse(self.sentence), clause)
    }

    /// Whether the speaker is the one to act.
    fn is_own(&self, subject: &[Actor]) -> bool {
        subject.is_empty() || subject.iter().any(|s| self.is_taken(s))
    }

    fn acted_on(&self, frame: &Frame) -> Vec<Actor> {
        let parties = self.scene.lexicon.cues.prepositions().of(Introduces::Party);
        let parties: Vec<Slot> = parties.into_iter().map(|case| Slot::Preposition(case.into())).collect();
        let slots = self.slots.iter().filter(|slot| !matches!(slot, Slot::Subject | Slot::Clause));
        slots
            .chain(&parties)
            .map(|slot| self.others(self.known(frame, slot)))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn others(&self, found: Vec<Actor>) -> Vec<Actor> {
        found.into_iter().filter(|actor| !self.is_taken(actor)).collect()
    }

    fn is_taken(&self, actor: &Actor) -> bool {
        let same = |a: &Affiliation, b: &Affiliation| a.country == b.country && a.sectors == b.sectors;
        self.actors.iter().any(|taken| same(&taken.affiliation, &actor.affiliation))
    }

    fn known(&self, frame: &Frame, slot: &Slot) -> Vec<Actor> {
        let parse = self.scene.parse(self.sentence);
        let heads = frame.get(slot).flat_map(|head| syntax::coordinated(parse, head));
        let actors = heads.flat_map(|head| self.scene.cast.actors(self.sentence, head));
        actors.filter(|a| a.affiliation.country.is_some() || !a.affiliation.sectors.is_empty()).collect()
    }
}
