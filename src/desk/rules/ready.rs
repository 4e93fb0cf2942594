//! Ready to open? Decisions over plain facts.

use crate::page::settings::Tab;
use base::{Time, Uuid};

/// What is known of a congress.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub now: Time,
    pub starts_at: Time,
    pub venue: bool,
    /// Active categories on site, and online.
    pub on_site: usize,
    pub online: usize,
    /// Categories that are active, within their sale now or later, and have a place left.
    pub categories: usize,
    /// Active categories on site that no quota with a size lies over.
    pub unlimited: usize,
    pub imprint: Written,
    pub privacy: Written,
    pub accessibility: Written,
    pub sends_mail: bool,
    pub contact: bool,
    /// Somebody can scan tickets.
    pub door_staff: bool,
    /// Something costs, and nobody has said who sells.
    pub lacks_seller: bool,
}

/// What is there of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    #[default]
    Not,
    /// This text, with a gap that its template left, in these languages.
    WithGaps {
        id: Uuid,
        de: bool,
        en: bool,
    },
    Done,
}

impl Written {
    /// Why it is not done although it is there, as a key of its words.
    fn gaps(self) -> Option<&'static str> {
        match self {
            Self::WithGaps { de: true, en: true, .. } => Some("desk-ready-gaps"),
            Self::WithGaps { en: true, .. } => Some("desk-ready-gap-en"),
            Self::WithGaps { .. } => Some("desk-ready-gap-de"),
            Self::Not | Self::Done => None,
        }
    }
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
    /// None: not at the desk.
    tab: Option<Tab>,
    /// What follows the tab's address: a new text, begun as this one, or the one that has gaps.
    more: String,
    /// What of it is missing, as a key of its words, where that is not plain.
    pub lacks: Option<&'static str>,
}

impl Check {
    /// Where it is mended, if that is a page of the desk.
    pub fn mend(&self, congress: &str) -> Option<String> {
        let more = if self.state == State::Done { "" } else { &self.more };
        Some(format!("{}{more}", self.tab?.path(congress)))
    }
}

/// All of them, in the order in which one sets up. A public body in North Rhine-Westphalia must name itself (DDG §5),
/// say what it does with data (GDPR art. 13), and how accessible it is (BITV NRW §2).
pub fn checks(facts: &Facts) -> Vec<Check> {
    let must = |fine: bool| if fine { State::Done } else { State::Missing };
    let should = |fine: bool| if fine { State::Done } else { State::Hint };
    let check =
        |name, state, tab, more: &str| Check { name, state, tab: Some(tab), more: more.to_owned(), lacks: None };
    let elsewhere = |name, state| Check { name, state, tab: None, more: String::new(), lacks: None };
    let page = |name, written: Written, rule: fn(bool) -> State| {
        let more = match written {
            Written::WithGaps { id, .. } => format!("/{id}"),
            Written::Not | Written::Done => format!("/new?as={name}"),
        };
        let state = rule(written == Written::Done);
        Check { name, state, tab: Some(Tab::Passages), more, lacks: written.gaps() }
    };
    // Who has no ticket yet has said nothing of where people come; only who sells online alone needs no house.
    let nobody_comes = facts.on_site == 0 && facts.online > 0;
    vec![
        check("dates", must(facts.starts_at > facts.now), Tab::Basics, ""),
        check("venue", should(facts.venue || nobody_comes), Tab::Venue, ""),
        check("categories", must(facts.categories > 0), Tab::Categories, ""),
        check("quotas", should(nobody_comes || facts.on_site > 0 && facts.unlimited == 0), Tab::Quotas, ""),
        check("seller", should(!facts.lacks_seller), Tab::Seller, ""),
        page("imprint", facts.imprint, must),
        page("privacy", facts.privacy, must),
        page("accessibility", facts.accessibility, should),
        check("contact", should(facts.contact), Tab::Sender, ""),
        elsewhere("mail", should(facts.sends_mail)),
        check("door", should(facts.door_staff || nobody_comes), Tab::Team, "/new?as=door"),
    ]
}

/// Nothing is missing that must be there.
pub fn may_open(checks: &[Check]) -> bool {
    checks.iter().all(|check| check.state != State::Missing)
}
