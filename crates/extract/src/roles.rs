//! Who and whom of a trigger: its slots filled with participants.

use crate::scene::Scene;
use crate::trigger::Hit;
use crate::{attribution, content, frame, hosts, syntax};
use lexicon::{DescriptionKind, Introduces, Needs, Slot, TriggerClass};
use types::{Actor, Affiliation, BlockKind, Deprel, EntityKind, EventType, Mode, Parse, Sector, TokenId, Upos, Xpos};

/// Who and whom of a hit.
pub(crate) struct Roles {
    pub(crate) actors: Vec<Actor>,
    pub(crate) recipients: Vec<Actor>,
}

impl Roles {
    /// Whether those are known who must be.
    pub(crate) fn suffice(&self, needs: Needs) -> bool {
        let known = |side: &[Actor]| side.iter().filter(|actor| is_known(actor)).count();
        let (actors, recipients) = (known(&self.actors), known(&self.recipients));
        match needs {
            Needs::Nothing => true,
            Needs::Someone => actors + recipients > 0,
            Needs::Actor => actors > 0,
            Needs::Recipient => recipients > 0,
            Needs::Both => actors > 0 && recipients > 0,
            Needs::Two => actors + recipients > 1,
        }
    }

    fn turned(self) -> Self {
        let recipients = if self.actors.is_empty() { self.recipients } else { self.actors };
        Self { actors: vec![], recipients }
    }
}

fn is_known(actor: &Actor) -> bool {
    actor.affiliation.country.is_some() || !actor.affiliation.sectors.is_empty()
}

/// The participants of a hit.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, hit: &Hit<'_>) -> Roles {
    let filling = Filling { scene, sentence, hit, parse: scene.parse(sentence) };
    let together = filling.together();
    if together.len() > 1 {
        return Roles { actors: together, recipients: vec![] };
    }
    let roles = filling.sides();
    let roles = if filling.is_headline_passive() { roles.turned() } else { roles };
    filling.with_implied(roles)
}

/// The same without the land that is taken, held or marched into: that it is somebody's country makes nobody suffer.
pub(crate) fn without_land(scene: &Scene<'_>, sentence: usize, hit: &Hit<'_>, roles: Roles) -> Roles {
    if !takes_land(hit.rule.kind, hit.rule.mode) {
        return roles;
    }
    let filling = Filling { scene, sentence, hit, parse: scene.parse(sentence) };
    let land = |slot: &Slot| filling.heads(slot).into_iter().filter(|&head| scene.cast.is_place(sentence, head));
    let land: Vec<Actor> =
        hit.trigger.recipient.iter().flat_map(land).flat_map(|head| scene.cast.actors(sentence, head)).collect();
    if !roles.recipients.iter().any(|actor| land.contains(actor)) {
        return roles;
    }
    let taken: Vec<Actor> = roles.actors.iter().cloned().chain(land).collect();
    Roles { recipients: filling.first_filled(&hit.trigger.recipient, &taken), ..roles }
}

/// Acts that happen in a land without being done to it.
pub(crate) fn takes_land(kind: EventType, mode: Option<Mode>) -> bool {
    use EventType::{Coerce, Mobilize, Protest, Retreat};
    matches!(kind, Coerce | Mobilize | Protest | Retreat) && mode != Some(Mode::MartialLaw)
}

struct Filling<'a> {
    scene: &'a Scene<'a>,
    sentence: usize,
    hit: &'a Hit<'a>,
    parse: &'a Parse,
}

impl Filling<'_> {
    /// All parties of a mutual event. One who alone is named meets whoever acts where the event is the occasion:
    /// "At a meeting with Chad's president, the minister announced …".
    fn together(&self) -> Vec<Actor> {
        let found = distinct(self.hit.trigger.together.iter().flat_map(|slot| self.in_slot(slot)));
        let alone = found.len() == 1 && self.hit.trigger.class == TriggerClass::Noun;
        let host = if alone { self.host() } else { vec![] };
        distinct(host.into_iter().chain(found))
    }

    /// Who acts while the event of a noun takes place, or in view of it.
    fn host(&self) -> Vec<Actor> {
        let prepositions = self.scene.lexicon.cues.prepositions();
        let near = match self.occasion() {
            Some(case) => prepositions.introduces(&case, Introduces::Occasion),
            None => !hosts::is_told(self.scene, self.sentence, self.hit.head),
        };
        let hosts = self.hit.frame.get(&Slot::Host).filter(|_| near);
        hosts.flat_map(|head| self.named(head)).collect()
    }

    /// The preposition before the noun of an event, or before the noun that carries it: "as part of a deal".
    fn occasion(&self) -> Option<String> {
        let case = syntax::case_of(self.parse, self.hit.head)?;
        let carrier = self.parse.token(self.hit.head).head?;
        let lemma = self.parse.token(carrier).lemma.to_lowercase();
        let carried = self.scene.lexicon.cues.light_noun(&lemma, &case).is_some();
        if carried { syntax::case_of(self.parse, carrier) } else { Some(case) }
    }

    fn sides(&self) -> Roles {
        let trigger = self.hit.trigger;
        let mut actors = self.first_filled(&trigger.actor, &[]);
        if actors.is_empty() && trigger.actor.contains(&Slot::Subject) {
            actors = self.behind_the_act();
        }
        if names_measure(self.scene, self.sentence, self.hit) {
            return Roles { actors: self.armed(actors), recipients: vec![] };
        }
        let named = self.first_filled(&trigger.recipient, &actors);
        let recipients = if named.is_empty() { self.below(&actors) } else { named };
        let recipients = if recipients.is_empty() { self.shared(&actors) } else { recipients };
        let recipients = self.wronged(&actors, recipients);
        let recipients = self.enemies(&actors, self.convicted(recipients));
        Roles { actors: self.armed(actors), recipients }
    }

    /// "Russian strikes": an attack that has its state for an adjective is the work of its forces; "two men"
    /// who attack are criminals.
    fn armed(&self, mut actors: Vec<Actor>) -> Vec<Actor> {
        let assault = self.hit.rule.kind == EventType::Assault;
        let (states, anybody) = if assault { (self.adjectives(), self.anybody()) } else { (vec![], vec![]) };
        for actor in &mut actors {
            if states.contains(actor) {
                actor.affiliation.sectors = vec![Sector::Mil];
            } else if anybody.contains(actor) {
                actor.affiliation.sectors = vec![Sector::Crm];
            }
        }
        actors
    }

    /// "Chad's army shelled a military base": forces attack others than their own, where nothing says whose those are.
    fn enemies(&self, actors: &[Actor], mut recipients: Vec<Actor>) -> Vec<Actor> {
        let official =
            |a: &Actor| matches!(a.affiliation.sectors.first(), Some(Sector::Gov | Sector::Mil | Sector::Spy));
        let attack = self.hit.rule.kind == EventType::Assault && actors.iter().any(official);
        let guessed = |actor: &Actor| self.guessed().contains(actor);
        let own = |actor: &Actor| official(actor) && self.share_country(std::slice::from_ref(actor), actors);
        for recipient in recipients.iter_mut().filter(|actor| attack && own(actor) && guessed(actor)) {
            recipient.affiliation.country = None;
        }
        recipients
    }

    /// Those round the act whose country the text does not tell.
    fn guessed(&self) -> Vec<Actor> {
        let fillers = self.hit.frame.fillers().iter().flat_map(|(_, head)| syntax::coordinated(self.parse, *head));
        let noun = |&head: &TokenId| self.parse.token(head).upos != Upos::Pron;
        let guessed = fillers.filter(noun).filter(|&head| self.scene.cast.is_guessed(self.sentence, head));
        guessed.flat_map(|head| self.scene.cast.actors(self.sentence, head)).collect()
    }

    /// "eight people": of those whom a court sentences without a word on them, no country is known.
    fn convicted(&self, mut recipients: Vec<Actor>) -> Vec<Actor> {
        let anybody = if self.hit.mode == Some(Mode::Convict) { self.several() } else { vec![] };
        for recipient in recipients.iter_mut().filter(|recipient| anybody.contains(recipient)) {
            recipient.affiliation = Affiliation { name: None, country: None, sectors: vec![Sector::Crm] };
        }
        recipients
    }

    /// People round the act of whom nothing says what they are.
    fn anybody(&self) -> Vec<Actor> {
        self.unknown(|_| true)
    }

    /// The same, where there are several of them.
    fn several(&self) -> Vec<Actor> {
        self.unknown(|head| self.parse.token(head).xpos == Xpos::Nns)
    }

    fn unknown(&self, counts: impl Fn(TokenId) -> bool) -> Vec<Actor> {
        let fillers = self.hit.frame.fillers().iter().flat_map(|(_, head)| syntax::coordinated(self.parse, *head));
        let unknown = fillers.filter(|&head| self.scene.cast.is_anybody(self.sentence, head) && counts(head));
        unknown.flat_map(|head| self.scene.cast.actors(self.sentence, head)).collect()
    }

    /// The states whose adjectives stand before the act, or before the act that does it: "a Russian strike killed two".
    fn adjectives(&self) -> Vec<Actor> {
        let (cast, parse) = (&self.scene.cast, self.parse);
        let acts = self.hit.frame.get(&Slot::Subject).filter(|&act| parse.token(act).entity == Some(EntityKind::Event));
        let inside = acts.flat_map(|act| parse.children(act).iter().copied());
        let before = |&t: &TokenId| matches!(parse.token(t).deprel, Deprel::Amod | Deprel::Compound);
        let all = self.heads(&Slot::Premodifier).into_iter().chain(inside.filter(before));
        let states = all.filter(|&head| cast.is_state(self.sentence, head));
        states.flat_map(|head| cast.actors(self.sentence, head)).collect()
    }

    /// "suspended aid and imposed sanctions on Mali": what stands behind the last verb belongs to the first as well.
    fn shared(&self, actors: &[Actor]) -> Vec<Actor> {
        let verbs = self.parse.children_by(self.hit.head, Deprel::Conj);
        let last = verbs.filter(|&verb| frame::is_sequel(self.parse, verb)).last();
        let Some(last) = last.filter(|_| self.hit.trigger.class == TriggerClass::Verb) else { return vec![] };
        let frame = frame::Frame::of_verb_shallow(self.parse, last);
        let aims = self.scene.lexicon.cues.prepositions().of(Introduces::Aim);
        let aims: Vec<Slot> = aims.into_iter().map(|case| Slot::Preposition(case.into())).collect();
        let slots = self.hit.trigger.recipient.iter().filter(|slot| matches!(slot, Slot::Preposition(_)));
        let heads = slots.chain(&aims).flat_map(|slot| frame.get(slot)).collect::<Vec<_>>();
        distinct(heads.into_iter().flat_map(|head| self.named(head)).filter(|actor| !actors.contains(actor)))
    }

    /// "Mali says Chad has violated its airspace", "accuses Chad of invading the country": nobody does violence to
    /// himself, so what leans on what was said before means whoever tells of it.
    fn wronged(&self, actors: &[Actor], recipients: Vec<Actor>) -> Vec<Actor> {
        let violent = matches!(self.hit.rule.kind, EventType::Assault | EventType::Mobilize);
        let objects = self.hit.frame.get(&Slot::Object).filter(|_| violent);
        let leans = objects.flat_map(|object| self.leaning(object).into_iter().map(move |word| (object, word)));
        for (object, word) in leans {
            let meant = self.scene.cast.actors(self.sentence, word);
            match self.share_country(&meant, actors) {
                true => return self.teller(object, actors).unwrap_or(recipients),
                false if recipients.is_empty() && meant.iter().any(is_known) => return meant,
                false => {}
            }
        }
        recipients
    }

    /// Who tells of the act, in whatever words, and is of another country.
    fn teller(&self, object: TokenId, actors: &[Actor]) -> Option<Vec<Actor>> {
        let verbs = self.parse.ancestors(self.hit.head).filter(|&above| self.parse.token(above).upos == Upos::Verb);
        let tellers = verbs.flat_map(|verb| frame::surface(self.parse, &self.scene.lexicon.cues, verb));
        let told = tellers.filter(|&teller| teller < object).map(|teller| self.named(teller));
        told.into_iter().find(|told| !told.is_empty() && !self.share_country(told, actors))
    }

    /// The words of an object that only what was said before gives a meaning: "its", "the country".
    fn leaning(&self, object: TokenId) -> Vec<TokenId> {
        let parse = self.parse;
        let described = |t: TokenId| self.scene.lexicon.world.descriptions.kind(&parse.token(t).lemma.to_lowercase());
        let pronouns = parse.children_by(object, Deprel::NmodPoss).filter(|&t| parse.token(t).upos == Upos::Pron);
        let country = Some(object).filter(|&t| described(t) == Some(DescriptionKind::State));
        pronouns.chain(country).collect()
    }

    fn share_country(&self, some: &[Actor], others: &[Actor]) -> bool {
        let country = |actor: &Actor| actor.affiliation.country;
        some.iter().any(|a| country(a).is_some() && others.iter().any(|b| country(a) == country(b)))
    }

    /// Who acts through what a participle hangs on ("signed an order imposing sanctions"), or speaks in it ("said two
    /// ships were hit, accusing Iran").
    fn behind_the_act(&self) -> Vec<Actor> {
        let token = self.parse.token(self.hit.head);
        match (token.xpos, token.deprel, token.head) {
            (Xpos::Vbg, Deprel::Acl, Some(noun)) => self.maker(noun),
            (Xpos::Vbg, Deprel::Advcl, _) if is_speech(self.hit.rule.kind) => self.in_slot(&Slot::Speaker),
            _ => vec![],
        }
    }

    /// The subject of the verb whose object a noun is.
    fn maker(&self, noun: TokenId) -> Vec<Actor> {
        let Some((verb, Slot::Object)) = frame::governor(self.parse, noun) else { return vec![] };
        let subjects = self.scene.verb_frame(self.sentence, verb).get(&Slot::Subject).collect::<Vec<_>>();
        subjects.into_iter().flat_map(|head| self.named(head)).collect()
    }

    /// Headlines tell what was done in the present; a past form without object is a passive: "Minister stabbed".
    fn is_headline_passive(&self) -> bool {
        let (hit, parse) = (self.hit, self.parse);
        let headline = self.scene.document.blocks.get(parse.block).is_some_and(|block| block.kind == BlockKind::Title);
        let verb = hit.trigger.class == TriggerClass::Verb;
        let past = matches!(parse.token(hit.head).xpos, Xpos::Vbd | Xpos::Vbn) && verb;
        let active = hit.frame.get(&Slot::Object).next().is_some() || syntax::is_passive(parse, hit.head);
        headline && past && !active && hit.trigger.recipient.contains(&Slot::Object)
    }

    /// Words such as "protests" imply those who act.
    fn with_implied(&self, mut roles: Roles) -> Roles {
        if let Some(sector) = self.hit.trigger.implied.filter(|_| roles.actors.is_empty()) {
            let country = self.scene.cast.setting(self.sentence);
            let affiliation = Affiliation { name: None, country, sectors: vec![sector] };
            roles.actors.push(Actor { span: None, affiliation, implicit: true });
        }
        roles
    }

    fn below(&self, actors: &[Actor]) -> Vec<Actor> {
        let Self { scene, sentence, hit, .. } = *self;
        let found = content::recipients(scene, sentence, hit.rule.kind, &hit.frame, &hit.trigger.recipient, actors);
        distinct(found.into_iter())
    }

    /// The participants of the first slot that holds any who are not taken.
    fn first_filled(&self, slots: &[Slot], taken: &[Actor]) -> Vec<Actor> {
        let fresh = |slot: &Slot| distinct(self.in_slot(slot).into_iter().filter(|actor| !taken.contains(actor)));
        slots.iter().map(fresh).find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn in_slot(&self, slot: &Slot) -> Vec<Actor> {
        if *slot == Slot::Speaker {
            let speaker = attribution::speaker(self.scene, self.sentence, self.hit.head);
            return speaker.map_or_else(Vec::new, |(at, head)| self.scene.cast.actors(at, head));
        }
        self.heads(slot).into_iter().flat_map(|head| self.scene.cast.actors(self.sentence, head)).collect()
    }

    /// The heads in a slot with what is coordinated; what stands before a word of the trigger counts for the whole
    /// ("a Federal Court arrest warrant").
    fn heads(&self, slot: &Slot) -> Vec<TokenId> {
        let own = self.hit.frame.get(slot).flat_map(|head| syntax::coordinated(self.parse, head));
        let (inside, found): (Vec<TokenId>, Vec<TokenId>) = own.partition(|head| self.hit.words.contains(head));
        let before = inside.into_iter().filter(|_| *slot == Slot::Premodifier);
        let nested = before.flat_map(|word| self.parse.children_by(word, Deprel::Compound)).chain(self.owners(slot));
        let stands = |&head: &TokenId| {
            !self.hit.words.contains(&head)
                && (*slot != Slot::Premodifier || !self.scene.cast.is_place(self.sentence, head))
        };
        found.into_iter().chain(nested).filter(stands).collect()
    }

    /// "came to the governor's defence": whose the noun in the words of a verb is.
    fn owners(&self, slot: &Slot) -> Vec<TokenId> {
        let asked = *slot == Slot::Possessor && self.hit.trigger.class == TriggerClass::Verb;
        let words = self.hit.words.iter().filter(|_| asked);
        words.flat_map(|&word| self.parse.children_by(word, Deprel::NmodPoss)).collect()
    }

    /// Whom a phrase itself names, of whom something is known.
    fn named(&self, head: TokenId) -> Vec<Actor> {
        let heads = syntax::coordinated(self.parse, head).into_iter().filter(|head| !self.hit.words.contains(head));
        heads.flat_map(|head| self.scene.cast.participants(self.sentence, head)).filter(is_known).collect()
    }
}

/// "signed it", "194 opposed it": what is passed, backed or opposed, where only a pronoun names it, is a measure.
pub(crate) fn names_measure(scene: &Scene<'_>, sentence: usize, hit: &Hit<'_>) -> bool {
    let measured = matches!(hit.rule.kind, EventType::Support | EventType::Reject);
    let parse = scene.parse(sentence);
    let kind = |head: TokenId| scene.lexicon.world.descriptions.kind(&parse.token(head).lemma.to_lowercase());
    let thing = |head: TokenId| parse.token(head).upos == Upos::Pron && kind(head) == Some(DescriptionKind::It);
    let plain = matches!(hit.mode, None | Some(Mode::Change)) && hit.trigger.class == TriggerClass::Verb;
    measured && plain && hit.frame.get(&Slot::Object).any(thing)
}

/// Types that are told by speaking.
fn is_speech(kind: EventType) -> bool {
    use EventType::*;
    matches!(kind, Accuse | Request | Reject | Threaten | Support | Agree | Concede)
}

fn distinct(actors: impl Iterator<Item = Actor>) -> Vec<Actor> {
    let mut kept: Vec<Actor> = Vec::new();
    for actor in actors {
        if !kept.contains(&actor) {
            kept.push(actor);
        }
    }
    kept
}
