//! Noun phrases: the name, the role and what else the phrase says, put together.

use super::finds::{Find, Meaning};
use super::memory::Certainty;
use super::office::Office;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use super::setting;
use super::stated::Stated;
use crate::syntax;
use lexicon::{DescriptionKind, NameKind, Tenure};
use types::{Affiliation, Deprel, EntityKind, Sector, TokenId, Upos, Xpos};

impl Reader<'_> {
    /// What a phrase with a noun or name at its head names.
    pub(crate) fn noun_phrase(&mut self, sentence: usize, token: TokenId) -> Reading {
        let phrase = Phrase::of(self.parse(sentence), token);
        match self.own(sentence, &phrase) {
            Some(find) if !matches!(find.meaning, Meaning::Actor(..)) => {
                match self.of_descent(sentence, &phrase, &find) {
                    true => self.descendants(sentence, &phrase),
                    false => self.geographic(sentence, &phrase, &find),
                }
            }
            own => self.bearer(sentence, &phrase, own),
        }
    }

    /// The name of the tables that the phrase itself bears.
    fn own(&self, sentence: usize, phrase: &Phrase) -> Option<Find> {
        let parse = self.parse(sentence);
        let name_part = |&t: &TokenId| t > phrase.head && matches!(parse.token(t).deprel, Deprel::Flat | Deprel::Appos);
        let in_name = || phrase.core.iter().copied().filter(name_part).find_map(|t| self.find_at(sentence, t));
        let actor = |find: &&Find| matches!(find.meaning, Meaning::Actor(..));
        self.find_at(sentence, phrase.head).or_else(|| in_name().filter(actor)).cloned()
    }

    /// A state, people, capital or place.
    fn geographic(&self, sentence: usize, phrase: &Phrase, find: &Find) -> Reading {
        let place = syntax::case_of(self.parse(sentence), phrase.head)
            .is_some_and(|case| setting::is_where(self.lexicon, &case));
        let (class, sectors) = match &find.meaning {
            Meaning::People(..) if !self.before_noun(sentence, phrase.head) => (Class::People, vec![Sector::Cvl]),
            Meaning::State(_, sector) | Meaning::People(_, sector) if !place => (Class::State, vec![*sector]),
            Meaning::Capital(_) if !place => (Class::State, vec![Sector::Gov]),
            Meaning::State(..) | Meaning::Capital(_) => (Class::State, vec![]),
            _ => (Class::Place, vec![]),
        };
        let country = find.meaning.country();
        let name = country.and_then(|c| self.lexicon.world.states.name_of(c)).filter(|_| class == Class::State);
        let affiliation = Affiliation { name: name.map(str::to_owned), country, sectors };
        Reading { proper: true, plural: class == Class::People, ..Reading::one(class, affiliation, true) }
    }

    /// Whether the name of a people tells descent only: "ethnic Albanians".
    fn of_descent(&self, sentence: usize, phrase: &Phrase, find: &Find) -> bool {
        let told = phrase.core.iter().any(|&t| self.description(sentence, t) == Some(DescriptionKind::Descent));
        told && matches!(find.meaning, Meaning::People(..)) && !self.before_noun(sentence, phrase.head)
    }

    /// People of some descent: citizens of where they are said to be, else of where the story plays.
    fn descendants(&mut self, sentence: usize, phrase: &Phrase) -> Reading {
        let stated = self.stated(sentence, phrase, &|t| phrase.core.contains(&t), &[]);
        let country = stated.countries.first().copied().or(self.setting.local(sentence)).or(self.setting.story());
        let affiliation = Affiliation { country, sectors: vec![Sector::Cvl], ..Affiliation::default() };
        Reading { plural: true, proper: true, ..Reading::one(Class::People, affiliation, !stated.countries.is_empty()) }
    }

    /// Whether a word only says to whom the noun behind it belongs.
    fn before_noun(&self, sentence: usize, token: TokenId) -> bool {
        let deprel = self.parse(sentence).token(token).deprel;
        let conjunct = deprel == Deprel::Conj && self.parse(sentence).token(token).upos == Upos::Adj;
        conjunct || matches!(deprel, Deprel::Amod | Deprel::Compound | Deprel::NmodDesc)
    }

    /// Somebody by name or role.
    fn bearer(&mut self, sentence: usize, phrase: &Phrase, own: Option<Find>) -> Reading {
        let mut offices = self.offices(sentence, phrase);
        let own_covers = |t: TokenId| own.as_ref().is_some_and(|f| (f.first..=f.last).contains(&t));
        offices.retain(|o| !own_covers(o.last));
        let name = self.name_of(sentence, phrase, &offices);
        let stated = self.stated(sentence, phrase, &own_covers, &offices);
        let mut reading = self.identity(sentence, phrase, own.as_ref(), &name, &offices);
        self.apply(sentence, phrase, &offices, &stated, &mut reading);
        self.enrich(sentence, phrase, &mut reading);
        self.place(sentence, phrase, &mut reading);
        self.remember(sentence, phrase, own.as_ref(), &name, &reading, &offices);
        reading.bearer = reading.bearer.or_else(|| self.names.bearer(&name));
        reading
    }

    /// By the tables, by an earlier mention, or as somebody yet unknown.
    fn identity(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        own: Option<&Find>,
        name: &[String],
        offices: &[Office],
    ) -> Reading {
        let known = self.names.recall(name).filter(|k| k.certainty == Certainty::Told || own.is_none());
        if let Some(known) = known.filter(|_| !name.is_empty()) {
            return self.of_known(known);
        }
        match own.map(|f| &f.meaning) {
            Some(Meaning::Actor(affiliation, kind)) => listed(affiliation, *kind),
            _ => self.unknown(sentence, phrase, name, offices),
        }
    }

    /// Somebody of whom only this phrase tells.
    fn unknown(&self, sentence: usize, phrase: &Phrase, name: &[String], offices: &[Office]) -> Reading {
        let office = offices.first();
        let class = office.map(|o| o.class).unwrap_or_else(|| self.class_of(sentence, phrase, name));
        let who = match class {
            Class::Idea | Class::Thing if office.is_none() => vec![],
            _ => vec![Affiliation::default()],
        };
        let plural = phrase.is_plural(self.parse(sentence)) || class == Class::People;
        Reading { class, plural, proper: !name.is_empty(), who, ..Reading::default() }
    }

    /// The class of a noun or name without a role, by the kind of entity that it heads.
    fn class_of(&self, sentence: usize, phrase: &Phrase, name: &[String]) -> Class {
        let parse = self.parse(sentence);
        let token = parse.token(phrase.head);
        let named = parse.named().iter().find(|n| (n.first..=n.last).contains(&phrase.head)).map(|n| n.kind);
        let kind = if name.is_empty() { token.entity } else { named.or(token.entity) };
        match kind {
            Some(EntityKind::Person) if phrase.is_plural(parse) => Class::People,
            Some(EntityKind::Person) => Class::Person,
            Some(EntityKind::Organization) => Class::Body,
            Some(EntityKind::Place) if !name.is_empty() => Class::Place,
            Some(EntityKind::Place | EntityKind::Object) => Class::Thing,
            _ => Class::Idea,
        }
    }

    /// Lets the role and what the phrase states of country and master speak.
    fn apply(&mut self, sentence: usize, phrase: &Phrase, offices: &[Office], stated: &Stated, reading: &mut Reading) {
        reading.gender = reading.gender.or_else(|| self.gender(sentence, phrase));
        if self.is_idea(sentence, phrase, offices, reading) {
            return self.owned(sentence, phrase, reading);
        }
        if let Some(office) = offices.first() {
            self.hold(sentence, phrase, office, stated, reading);
        } else if reading.class == Class::Thing {
            let own = phrase.possessors.iter().any(|&p| self.is_reflexive(sentence, phrase, p));
            reading.who = vec![Affiliation::default(); usize::from(!stated.countries.is_empty() && !own)];
        } else if reading.sector().is_none() && !reading.who.is_empty() {
            reading.in_sectors(&master_sectors(stated));
        }
        if !stated.countries.is_empty() && (!reading.stated || reading.class == Class::Person && stated.firm) {
            for affiliation in &mut reading.who {
                affiliation.country = None;
            }
            reading.belong_to(&stated.countries);
            reading.stated = true;
        }
        if self.tenure(sentence, phrase) == Some(Tenure::Former) && reading.class == Class::Person {
            retire(reading);
        }
    }

    /// Acts, ideas and times are nobody; a role noun tagged as one is doubtful unless it names people.
    fn is_idea(&self, sentence: usize, phrase: &Phrase, offices: &[Office], reading: &Reading) -> bool {
        let kind = self.parse(sentence).token(phrase.head).entity;
        let no_people =
            matches!(kind, Some(EntityKind::Event | EntityKind::Abstract | EntityKind::Time | EntityKind::Substance));
        let office = offices.iter().find(|o| o.covers(phrase.head));
        reading.class == Class::Idea
            || !reading.proper
                && no_people
                && office.is_none_or(|o| o.class == Class::Body || kind == Some(EntityKind::Time))
    }

    /// An idea is somebody's: "Iran's plan", "the Russian attack", "talks with the rebels".
    fn owned(&mut self, sentence: usize, phrase: &Phrase, reading: &mut Reading) {
        *reading = Reading { class: Class::Idea, ..Reading::default() };
        for owner in self.owners_of(sentence, phrase) {
            let of = self.read(sentence, owner);
            if self.is_reflexive(sentence, phrase, owner) {
                continue;
            }
            if !of.who.is_empty() && (of.owner.is_some() || of.class != Class::Thing) {
                reading.who = of.who;
                reading.stated = of.stated;
                reading.owner = Some(of.owner.unwrap_or(owner));
                reading.source = of.source;
                return;
            }
        }
        if self.described(sentence, phrase.head).is_some_and(|(kind, _)| kind == DescriptionKind::Deed)
            && self.is_definite(sentence, phrase)
        {
            self.done_by(sentence, reading);
        }
    }

    /// Whether a pronoun before a thing stands for the subject of the clause: "Poland closes its crossings".
    fn is_reflexive(&self, sentence: usize, phrase: &Phrase, possessor: TokenId) -> bool {
        let parse = self.parse(sentence);
        let Some(reading) = self.done(sentence, possessor).filter(|_| parse.token(possessor).upos == Upos::Pron) else { return false };
        let verbs = parse.ancestors(phrase.head).filter(|&a| parse.token(a).upos == Upos::Verb);
        let subjects = verbs.flat_map(|verb| parse.children(verb).iter().copied().filter(|&c| parse.token(c).deprel.is(Deprel::Nsubj)));
        subjects.into_iter().any(|subject| self.done(sentence, subject).is_some_and(|r| !r.who.is_empty() && r.who == reading.who))
    }

    /// The doer of a deed told of before.
    fn done_by(&self, sentence: usize, reading: &mut Reading) {
        let Some((at, head)) = self.doer(sentence) else { return };
        let doer = self.done(at, head).cloned().unwrap_or_default();
        *reading = Reading {
            class: Class::Idea,
            who: doer.who,
            stated: doer.stated,
            source: Some((at, head)),
            ..Reading::default()
        };
    }

    /// Whose an idea may be, likeliest first: whose it is said to be, by whom, with whom; of whom, if it is no act.
    fn owners_of(&self, sentence: usize, phrase: &Phrase) -> Vec<TokenId> {
        let act = self.parse(sentence).token(phrase.head).entity == Some(EntityKind::Event);
        let named = phrase.core.iter().copied().filter(|&t| t != phrase.head && self.find_at(sentence, t).is_some());
        let behind = |case: &'static str| phrase.after.iter().filter(move |(c, _)| c == case).map(|(_, head)| *head);
        let of = behind("of").filter(|_| !act);
        phrase
            .possessors
            .iter()
            .copied()
            .chain(named)
            .chain(behind("by"))
            .chain(behind("from"))
            .chain(behind("with"))
            .chain(of)
            .collect()
    }

    /// The sectors of a role, or of whom its bearer serves.
    fn hold(&mut self, sentence: usize, phrase: &Phrase, office: &Office, stated: &Stated, reading: &mut Reading) {
        reading.nouns.retain(|n| *n != office.noun);
        reading.nouns.insert(0, office.noun.clone());
        if reading.class != Class::Person || office.class == Class::Person && !reading.proper {
            reading.class = office.class;
        }
        let masters = master_sectors(stated);
        let sectors = if office.sectors.is_empty() {
            if masters.is_empty() { self.inherited(sentence, phrase, stated, reading) } else { masters }
        } else if stated.by_name && masters.first().is_some_and(|m| outranks(*m, &office.sectors)) {
            masters
        } else {
            office.sectors.clone()
        };
        if !sectors.is_empty() {
            reading.in_sectors(&sectors);
        }
    }

    /// Whom a spokesman, head or member serves when the phrase does not tell: a state's, or who was told of last.
    fn inherited(&mut self, sentence: usize, phrase: &Phrase, stated: &Stated, reading: &mut Reading) -> Vec<Sector> {
        if !stated.countries.is_empty() {
            return vec![Sector::Gov];
        }
        let Some(master) = self.master(sentence, phrase.head).filter(|_| !reading.stated) else { return vec![] };
        reading.belong_to(&master.country().into_iter().collect::<Vec<_>>());
        master.who.first().map(|a| a.sectors.clone()).unwrap_or_default()
    }

    /// What an apposition or relative clause adds: "the head of the union", "who leads a union in Porto".
    fn enrich(&mut self, sentence: usize, phrase: &Phrase, reading: &mut Reading) {
        for &apposition in phrase.appositions.iter().filter(|&&a| a > phrase.head) {
            if self.name_alone(sentence, apposition) {
                for name in syntax::coordinated(self.parse(sentence), apposition) {
                    self.christen(sentence, name, reading);
                }
            } else if !matches!(reading.class, Class::Idea | Class::Thing) {
                let told = self.read(sentence, apposition);
                take_over(reading, &told);
            }
        }
        for &clause in &phrase.clauses {
            let object = self.parse(sentence).children_by(clause, Deprel::Obj).next();
            if let Some(object) = object.filter(|_| self.description(sentence, clause) == Some(DescriptionKind::Leads))
            {
                let led = self.read(sentence, object);
                take_over(reading, &Reading { class: reading.class, nouns: vec![], ..led });
            }
        }
    }

    /// Whether an apposition is a bare name.
    fn name_alone(&self, sentence: usize, token: TokenId) -> bool {
        let parse = self.parse(sentence);
        let phrase = Phrase::of(parse, token);
        let offices = self.offices(sentence, &phrase);
        parse.token(token).upos == Upos::Propn
            && !self.name_of(sentence, &phrase, &offices).is_empty()
            && offices.is_empty()
    }

    /// Teaches the name in an apposition what the description before it says.
    fn christen(&mut self, sentence: usize, token: TokenId, reading: &mut Reading) {
        let phrase = Phrase::of(self.parse(sentence), token);
        let name = self.name_of(sentence, &phrase, &[]);
        if !reading.is_somebody()
            || name.is_empty()
            || reading.plural && !matches!(reading.class, Class::People | Class::Person)
        {
            return;
        }
        if let Some(known) = self.names.recall(&name).filter(|k| k.certainty > Certainty::Guessed).cloned() {
            let earlier = self.of_known(&known);
            take_over(reading, &earlier);
        }
        let certainty = if reading.stated { Certainty::Told } else { Certainty::Guessed };
        let class = if reading.class == Class::People { Class::Person } else { reading.class };
        let named = Reading { proper: true, plural: false, class, ..reading.clone() };
        self.learn(sentence, &phrase, &name, &named, certainty);
    }

    /// Finds whom a description means, or where somebody belongs of whom the phrase does not tell.
    fn place(&mut self, sentence: usize, phrase: &Phrase, reading: &mut Reading) {
        if reading.owner.is_some() || reading.stated && reading.country().is_some() {
            return;
        }
        if !reading.proper && !self.is_new(sentence, phrase) && self.refer(sentence, phrase, reading) {
            return;
        }
        if self.is_object(sentence, phrase) && !reading.proper {
            reading.who.clear();
            return;
        }
        if reading.country().is_none() && !matches!(reading.class, Class::Idea | Class::Thing) {
            let country = self.default_country(sentence, phrase, reading);
            reading.belong_to(&country.into_iter().collect::<Vec<_>>());
            if reading.sector().is_none() && matches!(reading.class, Class::Person | Class::People) {
                reading.in_sectors(&[Sector::Cvl]);
            }
        }
    }

    /// Drones and ships are somebody's only if the text says whose.
    fn is_object(&self, sentence: usize, phrase: &Phrase) -> bool {
        self.parse(sentence).token(phrase.head).entity == Some(EntityKind::Object)
    }

    /// A description of somebody told of before; true if one was found.
    fn refer(&mut self, sentence: usize, phrase: &Phrase, reading: &mut Reading) -> bool {
        let head = phrase.head;
        let noun = self.lemma(sentence, head);
        let described = self.described(sentence, head);
        if let Some((DescriptionKind::Sides, _)) = described {
            let parties = self.parties(sentence, SIDES, false);
            return adopt(
                reading,
                (parties.len() == SIDES).then(|| Reading {
                    class: Class::Body,
                    who: parties,
                    stated: true,
                    ..Reading::default()
                }),
            );
        }
        if !self.is_definite(sentence, phrase) {
            return false;
        }
        if phrase.is_plural(self.parse(sentence)) {
            let several = self.called(sentence, head, &noun).filter(|r| r.plural && r.who.len() > 1);
            return adopt(reading, several);
        }
        let called = self.called(sentence, head, &noun).filter(|_| !self.is_specified(sentence, phrase));
        let found = called.or_else(|| match described {
            Some((DescriptionKind::Group, sectors)) => self.body(sentence, head, &sectors),
            Some((DescriptionKind::Bloc, _)) => self.bloc(sentence, head),
            Some((DescriptionKind::State, _)) => self.state(sentence, head),
            Some((DescriptionKind::Person, _)) => self.someone(sentence, head, reading),
            _ => None,
        });
        adopt(reading, found)
    }

    /// Whether a capitalised word beside the head tells it from others: "the Democratic party".
    fn is_specified(&self, sentence: usize, phrase: &Phrase) -> bool {
        phrase.core.iter().any(|&t| t != phrase.head && t > 0 && self.word(sentence, t).starts_with(char::is_uppercase))
    }

    /// "the", "this", "that".
    fn is_definite(&self, sentence: usize, phrase: &Phrase) -> bool {
        matches!(phrase.determiner(self.parse(sentence)), Some("the" | "this" | "that"))
    }

    /// The sex that a title or noun tells.
    fn gender(&self, sentence: usize, phrase: &Phrase) -> Option<lexicon::Gender> {
        let descriptions = &self.lexicon.world.descriptions;
        phrase.core.iter().find_map(|&t| descriptions.get(&self.lemma(sentence, t)).and_then(|d| d.gender))
    }

    fn remember(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        own: Option<&Find>,
        name: &[String],
        reading: &Reading,
        offices: &[Office],
    ) {
        if !reading.is_somebody() || reading.plural && reading.class != Class::People {
            return;
        }
        let told = reading.stated && (own.is_none() || !offices.is_empty());
        let certainty = match () {
            _ if told => Certainty::Told,
            _ if own.is_some() => Certainty::Listed,
            _ => Certainty::Guessed,
        };
        self.learn(sentence, phrase, name, reading, certainty);
    }

    /// "a group of protesters".
    pub(crate) fn is_group_of_people(&mut self, sentence: usize, token: TokenId) -> bool {
        let phrase = Phrase::of(self.parse(sentence), token);
        let of = phrase.after.iter().find(|(case, _)| case == "of").map(|(_, head)| *head);
        of.is_some_and(|of| self.read(sentence, of).class == Class::People)
    }

    /// A number or part of others: "dozens of protesters", "one of them", "the three".
    pub(crate) fn part(&mut self, sentence: usize, token: TokenId) -> Reading {
        let phrase = Phrase::of(self.parse(sentence), token);
        if let Some(&(_, of)) = phrase.after.iter().find(|(case, _)| matches!(case.as_str(), "of" | "among")) {
            let whole = self.read(sentence, of);
            return Reading { proper: false, plural: true, ..whole };
        }
        let number = self.number(sentence, token);
        let definite = self.parse(sentence).children_by(token, Deprel::Det).any(|d| self.lemma(sentence, d) == "the");
        if definite || self.lemma(sentence, token) == "both" {
            let who = self.parties(sentence, number, number > SIDES);
            if !who.is_empty() {
                return Reading { class: Class::People, plural: true, who, stated: true, ..Reading::default() };
            }
        }
        self.people(sentence, &phrase)
    }

    /// People of whom only the number is told.
    fn people(&mut self, sentence: usize, phrase: &Phrase) -> Reading {
        let token = self.parse(sentence).token(phrase.head);
        let argument =
            matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Conj | Deprel::OblAgent);
        let restricted = token.xpos == Xpos::Nn && !(phrase.clauses.is_empty() && phrase.after.is_empty());
        let counted = matches!(token.upos, Upos::Num | Upos::Noun) || restricted;
        if !argument || !counted && (token.xpos == Xpos::Nn || !matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass)) {
            return Reading::default();
        }
        let affiliation = Affiliation { sectors: vec![Sector::Cvl], ..Affiliation::default() };
        let mut reading = Reading { plural: true, ..Reading::one(Class::People, affiliation, false) };
        let country = self.default_country(sentence, phrase, &reading);
        reading.belong_to(&country.into_iter().collect::<Vec<_>>());
        reading
    }

    fn number(&self, sentence: usize, token: TokenId) -> usize {
        match self.lemma(sentence, token).as_str() {
            "three" => 3,
            "four" => 4,
            "five" => 5,
            _ => SIDES,
        }
    }
}

/// How many sides a matter has.
const SIDES: usize = 2;

fn listed(affiliation: &Affiliation, kind: NameKind) -> Reading {
    let class = match kind {
        NameKind::Person => Class::Person,
        NameKind::Body | NameKind::Group | NameKind::Seat | NameKind::Outlet | NameKind::Firm => Class::Body,
    };
    let nouns = affiliation.name.iter().filter_map(|name| Some(name.rsplit(' ').next()?.to_lowercase())).collect();
    Reading { proper: true, nouns, ..Reading::one(class, affiliation.clone(), true) }
}

/// The sectors of the first master that has any.
fn master_sectors(stated: &Stated) -> Vec<Sector> {
    stated.serves.iter().find(|a| !a.sectors.is_empty()).map(|a| a.sectors.clone()).unwrap_or_default()
}

/// Whether the master's sector says more than the role's: a rebel group's "leader" or "fighters".
fn outranks(master: Sector, office: &[Sector]) -> bool {
    use Sector::*;
    let apart = matches!(master, Reb | Crm | Prm | Uaf | Pty | Opp | Lab | Rel | Bus);
    let general = office.first().is_some_and(|s| matches!(s, Gov | Mil | Leg | Reb | Soc | Cvl));
    apart && general
}

/// A former holder of a public office.
fn retire(reading: &mut Reading) {
    use Sector::*;
    if reading.sector().is_some_and(|s| matches!(s, Gov | Mil | Leg | Jud | Spy | Cop)) {
        reading.in_sectors(&[Eli]);
    }
}

/// Takes from another phrase for the same bearer what the reading lacks.
fn take_over(reading: &mut Reading, told: &Reading) {
    if told.who.is_empty() || !told.is_somebody() {
        return;
    }
    if reading.who.is_empty() || !reading.stated && told.stated {
        let sectors = reading.who.first().map(|a| a.sectors.clone()).filter(|s| !s.is_empty());
        reading.who.clone_from(&told.who);
        if let Some(sectors) = sectors {
            reading.in_sectors(&sectors);
        }
        reading.stated = told.stated;
    }
    if let Some(sectors) = told.who.first().map(|a| &a.sectors).filter(|s| !s.is_empty() && reading.sector().is_none())
    {
        reading.in_sectors(sectors);
    }
    let fresh: Vec<String> = told.nouns.iter().filter(|n| !reading.nouns.contains(n)).cloned().collect();
    reading.nouns.extend(fresh);
}

/// Makes a reading that of somebody told of before.
fn adopt(reading: &mut Reading, found: Option<Reading>) -> bool {
    let Some(found) = found else { return false };
    reading.class = found.class;
    reading.who = found.who;
    reading.stated = found.stated;
    for noun in found.nouns {
        if !reading.nouns.contains(&noun) {
            reading.nouns.push(noun);
        }
    }
    true
}
