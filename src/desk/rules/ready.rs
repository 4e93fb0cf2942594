//! Ready to open? Decisions over plain facts.

use crate::page::settings::Tab;
use base::Time;

/// What is known of a congress.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub now: Time,
    pub starts_at: Time,
    pub venue: bool,
    /// Something is on site.
    pub on_site: bool,
    /// Categories that are active, within their sale now or later, and have a place left.
    pub categories: usize,
    /// Active categories on site that no quota with a size lies over.
    pub unlimited: usize,
    pub imprint: bool,
    pub privacy: bool,
    pub accessibility: bool,
    pub sends_mail: bool,
    pub contact: bool,
    /// Somebody can scan tickets.
    pub door_staff: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Done,
    /// It can open without; it would be better with.
    Hint,
    /// It cannot open without.
    Missing,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// In the keys of its words.
    pub name: &'static str,
    pub state: State,
    tab: Tab,
    /// What follows the tab's address: a new text, begun as this one.
    more: &'static str,
}

impl Check {
    /// Where it is mended.
    pub fn mend(&self, congress: &str) -> String {
        let more = if self.state == State::Done { "" } else { self.more };
        format!("{}{more}", self.tab.path(congress))
    }
}

/// All of them, in the order in which one sets up. A public body in North Rhine-Westphalia must name itself (DDG §5),
/// say what it does with data (GDPR art. 13), and how accessible it is (BITV NRW §2).
pub fn checks(facts: &Facts) -> Vec<Check> {
    let must = |fine: bool| if fine { State::Done } else { State::Missing };
    let should = |fine: bool| if fine { State::Done } else { State::Hint };
    let check = |name, state, tab, more| Check { name, state, tab, more };
    vec![
        check("dates", must(facts.starts_at > facts.now), Tab::Basics, ""),
        check("venue", should(facts.venue || !facts.on_site), Tab::Venue, ""),
        check("categories", must(facts.categories > 0), Tab::Categories, ""),
        check("quotas", should(facts.unlimited == 0), Tab::Quotas, ""),
        check("imprint", must(facts.imprint), Tab::Passages, "/new?as=imprint"),
        check("privacy", must(facts.privacy), Tab::Passages, "/new?as=privacy"),
        check("accessibility", should(facts.accessibility), Tab::Passages, "/new?as=accessibility"),
        check("contact", should(facts.contact), Tab::Sender, ""),
        check("mail", should(facts.sends_mail), Tab::Sender, ""),
        check("door", should(facts.door_staff || !facts.on_site), Tab::Team, "/new?as=door"),
    ]
}

/// Nothing is missing that must be there.
pub fn may_open(checks: &[Check]) -> bool {
    checks.iter().all(|check| check.state != State::Missing)
}
