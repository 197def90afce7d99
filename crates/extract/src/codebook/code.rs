//! How the codes of an actor and of the roles beside it join.

use lexicon::petrarch::{Agent, Joint};
use types::ActorCode;

/// Letters of a block: `USAGOV` has two.
const BLOCK: usize = 3;

/// The code of an actor with those of its agents; without an actor, of somebody unknown in that role.
pub(super) fn joined(actor: Option<&ActorCode>, agents: &[Agent]) -> Option<ActorCode> {
    if actor.is_none() && agents.is_empty() {
        return None;
    }
    let mut code = actor.map_or(ActorCode::NOBODY, ActorCode::as_str).to_owned();
    for agent in agents.iter().filter(|agent| !agent.code.is_nobody()) {
        let added = agent.code.as_str();
        if !holds(&code, added) {
            code = if agent.joint == Joint::Prefix { format!("{added}{code}") } else { format!("{code}{added}") };
        }
    }
    code.parse().ok().filter(|code: &ActorCode| !code.is_nobody())
}

/// Whether a code is there already, block by block.
fn holds(code: &str, part: &str) -> bool {
    (0..code.len()).step_by(BLOCK).any(|at| code.get(at..).is_some_and(|rest| rest.starts_with(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(actor: Option<&str>, agents: &[&str], want: Option<&str>) {
        let read = |text: &str| text.parse::<ActorCode>().unwrap();
        let agent = |text: &&str| match text.strip_suffix('~') {
            Some(code) => Agent { code: read(code), joint: Joint::Prefix },
            None => Agent { code: read(text), joint: Joint::Suffix },
        };
        let agents: Vec<Agent> = agents.iter().map(agent).collect();
        let got = joined(actor.map(read).as_ref(), &agents);
        assert_eq!(got.as_ref().map(ActorCode::as_str), want, "{actor:?} {agents:?}");
    }

    #[test]
    fn roles_join_an_actor_once() {
        check(Some("NOR"), &["GOV", "MED"], Some("NORGOVMED"));
        check(Some("NOR"), &["NGO~", "GOV"], Some("NGONORGOV"));
        check(Some("NORGOV"), &["GOV"], Some("NORGOV"));
        check(Some("NORGOVMED"), &["GOVMED"], Some("NORGOVMED"));
        check(Some("NWGOVX"), &["GOV"], Some("NWGOVXGOV"));
        check(None, &["GOV"], Some("---GOV"));
        check(Some("---"), &[], None);
        check(None, &[], None);
    }
}
