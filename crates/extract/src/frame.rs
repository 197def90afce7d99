//! The arguments round a trigger, after passives, control, relative clauses and light verbs are undone.
//!
//! A rule speaks of who does what to whom; a sentence may put the same relation into a passive, a participle, an
//! infinitive below another verb, a relative clause or a noun. [`Frame::of_verb`] and [`Frame::of_noun`] bring all
//! of these to the same [`Slot`]s.

use crate::syntax;
use lexicon::{ControlledBy, Cues, Introduces, LightVerb, Slot};
use types::{Deprel, EntityKind, Parse, TokenId, Upos, Xpos};

/// Which heads fill which slots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    fillers: Vec<(Slot, TokenId)>,
}

/// How far control and coordination are followed upwards; a bound against odd trees.
const MAX_CLIMB: usize = 6;

impl Frame {
    /// Heads in a slot, in order of finding.
    pub(crate) fn get<'a>(&'a self, slot: &'a Slot) -> impl Iterator<Item = TokenId> + 'a {
        self.fillers.iter().filter(move |(s, _)| s == slot).map(|&(_, head)| head)
    }

    /// All fillers.
    pub(crate) fn fillers(&self) -> &[(Slot, TokenId)] {
        &self.fillers
    }

    fn add(&mut self, slot: Slot, head: TokenId) {
        if !self.fillers.contains(&(slot.clone(), head)) {
            self.fillers.push((slot, head));
        }
    }

    fn has(&self, slot: &Slot) -> bool {
        self.get(slot).next().is_some()
    }

    /// The arguments of a verb, or of an adjective used as predicate or participle.
    pub(crate) fn of_verb(parse: &Parse, cues: &Cues, verb: TokenId) -> Frame {
        let mut frame = Frame::default();
        frame.add_dependents(parse, verb);
        let (subject, object) = external(parse, cues, verb, &frame, MAX_CLIMB);
        for head in subject {
            frame.add(Slot::Subject, head);
        }
        for head in object {
            frame.add(Slot::Object, head);
        }
        frame.share_conjuncts(parse, verb);
        frame.share_circumstances(parse, verb);
        frame.add_phrases_of_object(parse);
        frame.add_infinitives(parse);
        frame.add_modals(parse, verb);
        frame.add_main(parse, verb);
        frame.add_clause_subjects(parse);
        frame
    }

    /// Clauses in the infinitive once more under their own name.
    fn add_infinitives(&mut self, parse: &Parse) {
        let clauses: Vec<TokenId> = self.get(&Slot::Clause).filter(|&c| syntax::has_mark(parse, c, "to")).collect();
        clauses.into_iter().for_each(|clause| self.add(Slot::Infinitive, clause));
    }

    /// The verb that a clause without a conjunction tells the circumstances of.
    fn add_main(&mut self, parse: &Parse, verb: TokenId) {
        let token = parse.token(verb);
        let marked = parse.children_by(verb, Deprel::Mark).next().is_some();
        if let Some(main) = token.head.filter(|_| token.deprel == Deprel::Advcl && !marked) {
            self.add(Slot::Main, main);
        }
    }

    fn add_clause_subjects(&mut self, parse: &Parse) {
        let is_subject = |&child: &TokenId| parse.token(child).deprel.is(Deprel::Nsubj);
        let clauses: Vec<TokenId> = self.get(&Slot::Clause).collect();
        let subjects = clauses.into_iter().flat_map(|c| parse.children(c).iter().copied().filter(is_subject));
        subjects.for_each(|head| self.add(Slot::ClauseSubject, head));
    }

    fn add_modals(&mut self, parse: &Parse, verb: TokenId) {
        let modals = |of: TokenId| parse.children_by(of, Deprel::Aux).filter(|&a| parse.token(a).xpos == Xpos::Md);
        modals(verb).for_each(|modal| self.add(Slot::Modal, modal));
        let below: Vec<TokenId> =
            self.get(&Slot::Clause).flat_map(|clause| parse.children_by(clause, Deprel::Aux)).collect();
        below.into_iter().for_each(|modal| self.add(Slot::ClauseModal, modal));
    }

    /// "suspended aid to the junta": what hangs on the object may belong to the verb as well.
    fn add_phrases_of_object(&mut self, parse: &Parse) {
        let objects: Vec<TokenId> = self.get(&Slot::Object).collect();
        for object in objects.into_iter().flat_map(|object| syntax::coordinated(parse, object)) {
            for child in parse.children_by(object, Deprel::Nmod) {
                if let Some(case) = syntax::case_of(parse, child) {
                    self.add(Slot::Preposition(case.into()), child);
                }
            }
        }
    }

    fn add_dependents(&mut self, parse: &Parse, verb: TokenId) {
        let passive = syntax::is_passive(parse, verb);
        for &child in parse.children(verb) {
            if let Some(slot) = verbal_slot(parse, child, passive) {
                let head = syntax::antecedent(parse, child).unwrap_or(child);
                self.add(slot, head);
            }
        }
        if !passive {
            self.lift_fronted_relative(parse, verb);
            self.lift_lone_indirect();
        }
    }

    /// "sentenced the journalist to prison": an indirect object that stands alone is the object.
    fn lift_lone_indirect(&mut self) {
        if !self.has(&Slot::Object) {
            let alone: Vec<TokenId> = self.get(&Slot::Indirect).collect();
            alone.into_iter().for_each(|head| self.add(Slot::Object, head));
        }
    }

    /// "the man whom police arrested", "the man police arrested": the antecedent is the object.
    fn lift_fronted_relative(&mut self, parse: &Parse, verb: TokenId) {
        let token = parse.token(verb);
        let relative = token.deprel == Deprel::AclRelcl;
        let subject_is_own = self.get(&Slot::Subject).any(|s| Some(s) != token.head);
        let open = relative && subject_is_own && !self.has(&Slot::Object);
        if let Some(head) = token.head.filter(|_| open) {
            self.add(Slot::Object, head);
        }
    }

    /// "police arrested and beat the men": an object behind two verbs belongs to both, whichever it hangs on.
    fn share_conjuncts(&mut self, parse: &Parse, verb: TokenId) {
        if self.has(&Slot::Object) || syntax::is_passive(parse, verb) {
            return;
        }
        let behind = parse
            .children_by(verb, Deprel::Conj)
            .filter(|&c| {
                parse.token(c).upos == Upos::Verb && !syntax::has_subject(parse, c) && adjacent(parse, verb, c)
            })
            .find_map(|c| parse.children_by(c, Deprel::Obj).next());
        if let Some(object) = behind.or_else(|| object_of_first(parse, verb)) {
            self.add(Slot::Object, object);
        }
    }

    /// "six were killed and ten injured in a collision": what stands behind the last of coordinated passives tells of all.
    fn share_circumstances(&mut self, parse: &Parse, verb: TokenId) {
        if !syntax::is_passive(parse, verb) {
            return;
        }
        let joined =
            parse.children_by(verb, Deprel::Conj).filter(|&c| matches!(parse.token(c).xpos, Xpos::Vbn | Xpos::Jj));
        let shared = joined.last().into_iter().flat_map(|c| Frame::of_verb_shallow(parse, c).fillers);
        for (slot, head) in shared.filter(|(slot, _)| matches!(slot, Slot::Preposition(_) | Slot::Clause)) {
            self.add(slot, head);
        }
    }

    /// The arguments of a noun that names an event.
    pub(crate) fn of_noun(parse: &Parse, cues: &Cues, noun: TokenId) -> Frame {
        let mut frame = Frame::default();
        for &child in parse.children(noun) {
            if let Some(slot) = nominal_slot(parse, child) {
                frame.add(slot, child);
            }
        }
        frame.add_support(parse, cues, noun);
        frame.add_participial_support(parse, cues, noun);
        frame.add_carrier(parse, cues, noun, MAX_CLIMB);
        frame.add_host(parse, cues, noun);
        frame.add_phrases_of_places(parse, cues, noun);
        frame
    }

    /// "At talks with Mali, Chad offered …", "Chad avoided clashes with rebels": who acts where the noun is a
    /// circumstance, or what an act is about.
    fn add_host(&mut self, parse: &Parse, cues: &Cues, noun: TokenId) {
        let token = parse.token(noun);
        if let Some(verb) = token.head.filter(|_| matches!(token.deprel, Deprel::Obl | Deprel::Obj)) {
            surface(parse, cues, verb).into_iter().for_each(|head| self.add(Slot::Host, head));
        }
    }

    /// "protests in several towns against the law": what hangs on the place of an event belongs to the event.
    fn add_phrases_of_places(&mut self, parse: &Parse, cues: &Cues, noun: TokenId) {
        let of_act = |case: &String| cues.prepositions().introduces(case, Introduces::OfAct);
        let of = |head: TokenId| parse.children_by(head, Deprel::Nmod).collect::<Vec<_>>();
        let places = of(noun).into_iter().flat_map(|place| syntax::coordinated(parse, place));
        let inner = places.filter(|&place| parse.token(place).entity == Some(EntityKind::Place)).flat_map(of);
        for phrase in inner {
            if let Some(case) = syntax::case_of(parse, phrase).filter(of_act) {
                self.add(Slot::Preposition(case.into()), phrase);
            }
        }
    }

    /// "the use of drone strikes against the camp": what hangs on the noun that carries the event belongs to the event.
    fn add_carrier(&mut self, parse: &Parse, cues: &Cues, noun: TokenId, depth: usize) {
        let token = parse.token(noun);
        let case = syntax::case_of(parse, noun);
        let carrier = token.head.filter(|_| matches!(token.deprel, Deprel::Nmod | Deprel::Obl) && depth > 0);
        let (Some(carrier), Some(case)) = (carrier, case) else { return };
        let Some(light) = cues.light_noun(&parse.token(carrier).lemma.to_lowercase(), &case) else { return };
        let mut above = Frame::default();
        for &child in parse.children(carrier) {
            if let Some(slot) = nominal_slot(parse, child).filter(|_| child != noun) {
                above.add(slot, child);
            }
        }
        above.add_support(parse, cues, carrier);
        above.add_carrier(parse, cues, carrier, depth - 1);
        above.add_host(parse, cues, carrier);
        let lent = above.fillers.into_iter().filter(|(slot, _)| *slot != Slot::Preposition(case.as_str().into()));
        for (slot, head) in lent {
            self.add(if slot == Slot::Subject { light.subject.clone() } else { slot }, head);
        }
    }

    /// "the attack, carried out by the militia": the light verb stands below the noun.
    fn add_participial_support(&mut self, parse: &Parse, cues: &Cues, noun: TokenId) {
        let clauses = parse.children(noun).iter().copied();
        for verb in clauses.filter(|&c| matches!(parse.token(c).deprel, Deprel::Acl | Deprel::AclRelcl)) {
            let above = Frame::of_verb(parse, cues, verb);
            let is_its_object = above.get(&Slot::Object).any(|head| head == noun);
            if is_its_object && light_verb(parse, cues, verb, &Slot::Object).is_some() {
                above.get(&Slot::Subject).filter(|&head| head != noun).for_each(|head| self.add(Slot::Subject, head));
            }
        }
    }

    /// What a light verb above the noun, or a verb that the noun acts through, lends it.
    fn add_support(&mut self, parse: &Parse, cues: &Cues, noun: TokenId) {
        let Some((verb, via)) = governor(parse, noun) else { return };
        let above = Frame::of_verb(parse, cues, verb);
        let Some(light) = light_verb(parse, cues, verb, &via) else { return };
        let lend = |to: &Option<Slot>, from: Slot, frame: &mut Frame| {
            if let Some(slot) = to {
                above.get(&from).filter(|&head| head != noun).for_each(|head| frame.add(slot.clone(), head));
            }
        };
        lend(&light.subject, Slot::Subject, self);
        lend(&light.object, Slot::Object, self);
        for (slot, head) in &above.fillers {
            if matches!(slot, Slot::Preposition(_)) && *slot != via {
                self.add(slot.clone(), *head);
            }
        }
    }
}

/// The verb above a noun and the slot the noun has there.
pub(crate) fn governor(parse: &Parse, noun: TokenId) -> Option<(TokenId, Slot)> {
    let mut top = noun;
    while parse.token(top).deprel == Deprel::Conj {
        top = parse.token(top).head?;
    }
    let verb = parse.token(top).head.filter(|&h| matches!(parse.token(h).upos, Upos::Verb | Upos::Adj))?;
    let frame = Frame::of_verb_shallow(parse, verb);
    let slot = frame.fillers.iter().find(|(_, head)| *head == top).map(|(slot, _)| slot.clone())?;
    Some((verb, slot))
}

impl Frame {
    /// Own dependents only, without what is inherited from above.
    pub(crate) fn of_verb_shallow(parse: &Parse, verb: TokenId) -> Frame {
        let mut frame = Frame::default();
        frame.add_dependents(parse, verb);
        frame
    }
}

fn light_verb<'a>(parse: &Parse, cues: &'a Cues, verb: TokenId, via: &Slot) -> Option<&'a LightVerb> {
    let lights = cues.light(&parse.token(verb).lemma);
    lights
        .iter()
        .filter(|light| light.via == *via)
        .filter(|light| light.lemmas.iter().skip(1).all(|word| syntax::has_companion(parse, verb, word)))
        .max_by_key(|light| light.lemmas.len())
}

/// The slot of a dependent of a verb.
fn verbal_slot(parse: &Parse, child: TokenId, passive: bool) -> Option<Slot> {
    let slot = match parse.token(child).deprel {
        Deprel::NsubjPass | Deprel::CsubjPass => Slot::Object,
        Deprel::Nsubj | Deprel::NsubjOuter | Deprel::Csubj if passive => Slot::Object,
        Deprel::Nsubj | Deprel::NsubjOuter | Deprel::Csubj => Slot::Subject,
        Deprel::Obj if passive => Slot::Complement,
        Deprel::Obj => Slot::Object,
        Deprel::Iobj => Slot::Indirect,
        Deprel::OblAgent => Slot::Subject,
        Deprel::Obl | Deprel::OblTmod | Deprel::OblUnmarked | Deprel::Nmod => oblique_slot(parse, child, passive)?,
        Deprel::Xcomp => complement_slot(parse, child),
        Deprel::Ccomp | Deprel::Advcl => Slot::Clause,
        _ => return None,
    };
    Some(slot)
}

fn oblique_slot(parse: &Parse, child: TokenId, passive: bool) -> Option<Slot> {
    let case = syntax::case_of(parse, child)?;
    Some(match case.as_str() {
        "by" if passive => Slot::Subject,
        "as" => Slot::Complement,
        _ => Slot::Preposition(case.into()),
    })
}

fn complement_slot(parse: &Parse, child: TokenId) -> Slot {
    match parse.token(child).upos {
        Upos::Verb | Upos::Aux => Slot::Clause,
        _ => Slot::Complement,
    }
}

/// The slot of a dependent of a noun.
fn nominal_slot(parse: &Parse, child: TokenId) -> Option<Slot> {
    let token = parse.token(child);
    match token.deprel {
        Deprel::NmodPoss => Some(Slot::Possessor),
        Deprel::Compound | Deprel::Amod | Deprel::NmodDesc | Deprel::NmodUnmarked => Some(Slot::Premodifier),
        Deprel::Nmod | Deprel::Obl | Deprel::OblAgent => {
            let case = syntax::case_of(parse, child).or_else(|| hidden_case(parse, child));
            Some(case.map_or(Slot::Premodifier, |case| Slot::Preposition(case.into())))
        }
        Deprel::Nsubj => Some(Slot::Subject),
        Deprel::Acl | Deprel::Ccomp | Deprel::Xcomp => Some(Slot::Clause),
        _ => None,
    }
}

/// The preposition right behind a noun where the tree hangs it deeper: "the arrest of leading figures".
fn hidden_case(parse: &Parse, child: TokenId) -> Option<String> {
    let noun = parse.token(child).head.filter(|&noun| noun + 1 < child)?;
    let next = parse.token(noun + 1);
    (next.upos == Upos::Adp).then(|| next.lemma.to_lowercase())
}

type Heads = Vec<TokenId>;

/// Subject and object that a verb has from outside its own dependents.
fn external(parse: &Parse, cues: &Cues, verb: TokenId, own: &Frame, depth: usize) -> (Heads, Heads) {
    let passive = syntax::is_passive(parse, verb);
    let wanted = if passive { Slot::Object } else { Slot::Subject };
    if depth == 0 || own.has(&wanted) {
        return (vec![], vec![]);
    }
    let heads = understood_subject(parse, cues, verb, depth);
    if passive { (vec![], heads) } else { (heads, vec![]) }
}

/// The surface subject that a subjectless verb is understood to have.
fn understood_subject(parse: &Parse, cues: &Cues, verb: TokenId, depth: usize) -> Heads {
    let token = parse.token(verb);
    let Some(above) = token.head else { return vec![] };
    if let Some(asked) = between_for_and_to(parse, verb, above) {
        return vec![asked];
    }
    match token.deprel {
        Deprel::Conj => surface_subject(parse, cues, above, depth - 1),
        Deprel::Xcomp | Deprel::Ccomp => controller(parse, cues, above, depth),
        Deprel::Advcl if syntax::case_of(parse, verb).is_some() => controller(parse, cues, above, depth),
        Deprel::Advcl | Deprel::Parataxis | Deprel::AdvclRelcl => surface_subject(parse, cues, above, depth - 1),
        Deprel::Acl if token.xpos == Xpos::Vb || syntax::has_mark(parse, verb, "to") => noun_holder(parse, above),
        Deprel::Acl | Deprel::AclRelcl | Deprel::Amod => vec![above],
        _ => vec![],
    }
}

/// "called for the minister to resign": whoever stands between the two words acts, though he hangs on the verb above.
fn between_for_and_to(parse: &Parse, verb: TokenId, above: TokenId) -> Option<TokenId> {
    let marks: Heads = parse.children_by(verb, Deprel::Mark).collect();
    let [first, .., last] = marks[..] else { return None };
    let asked = |&child: &TokenId| first < child && child < last && syntax::is_nominal(parse, child);
    parse.children(above).iter().copied().find(asked)
}

/// Who acts in the clause below a verb: its object where it has one, unless the verb is listed otherwise.
fn controller(parse: &Parse, cues: &Cues, above: TokenId, depth: usize) -> Heads {
    if !matches!(parse.token(above).upos, Upos::Verb | Upos::Adj | Upos::Aux) {
        return noun_holder(parse, above);
    }
    let frame = Frame::of_verb_shallow(parse, above);
    let objects: Heads = frame.get(&Slot::Object).chain(frame.get(&Slot::Indirect)).collect();
    let by = cues.control(&parse.token(above).lemma);
    if !objects.is_empty() && by != Some(ControlledBy::Subject) {
        return objects;
    }
    surface_subject(parse, cues, above, depth - 1)
}

/// Who stands as the subject of a verb, whatever the voice.
pub(crate) fn surface(parse: &Parse, cues: &Cues, verb: TokenId) -> Vec<TokenId> {
    surface_subject(parse, cues, verb, MAX_CLIMB)
}

/// The subject as written: the object's place in a passive.
fn surface_subject(parse: &Parse, cues: &Cues, verb: TokenId, depth: usize) -> Heads {
    let own: Heads = parse
        .children(verb)
        .iter()
        .copied()
        .filter(|&c| parse.token(c).deprel.is(Deprel::Nsubj) || parse.token(c).deprel == Deprel::Csubj)
        .map(|c| syntax::antecedent(parse, c).unwrap_or(c))
        .collect();
    if !own.is_empty() || depth == 0 {
        return own;
    }
    understood_subject(parse, cues, verb, depth)
}

/// Whose the act is that a noun's clause tells: "Iran's plan to attack", "vowed its refusal to leave".
fn noun_holder(parse: &Parse, noun: TokenId) -> Heads {
    let possessors: Heads = parse.children_by(noun, Deprel::NmodPoss).collect();
    if !possessors.is_empty() {
        return possessors;
    }
    let copular: Heads = parse.children_by(noun, Deprel::Nsubj).collect();
    if !copular.is_empty() {
        return copular;
    }
    match governor(parse, noun) {
        Some((verb, Slot::Object)) => Frame::of_verb_shallow(parse, verb).get(&Slot::Subject).collect(),
        _ => parse.children_by(noun, Deprel::Amod).chain(parse.children_by(noun, Deprel::Compound)).collect(),
    }
}

/// Whether a verb goes on with the subject of the one before.
pub(crate) fn is_sequel(parse: &Parse, verb: TokenId) -> bool {
    parse.token(verb).upos == Upos::Verb && !syntax::has_subject(parse, verb)
}

/// The object behind a verb that hangs on the one that it is joined to.
fn object_of_first(parse: &Parse, verb: TokenId) -> Option<TokenId> {
    let token = parse.token(verb);
    let first = token.head.filter(|_| token.deprel == Deprel::Conj && !syntax::has_subject(parse, verb))?;
    let close = parse.token(first).upos == Upos::Verb && adjacent(parse, first, verb);
    parse.children_by(first, Deprel::Obj).find(|&object| close && object > verb)
}

/// Whether only a conjunction stands between two verbs.
fn adjacent(parse: &Parse, first: TokenId, second: TokenId) -> bool {
    (first + 1..second).all(|t| matches!(parse.token(t).upos, Upos::Cconj | Upos::Adv | Upos::Punct))
}
