//! The frame around all pages of the set-up, and around those of the programme, with their own navigation.

use address::{release, session, settings as at};
use base::Permission;
use maud::{Markup, html};
use web::Visit;
use web::layout::{Section, desk_page};

/// The pages of the set-up, in the order in which one fills them in; then those of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Start,
    Basics,
    Venue,
    Rooms,
    Partners,
    Categories,
    Quotas,
    Questions,
    Deadlines,
    Waiting,
    Seller,
    Passages,
    Look,
    Sender,
    Team,
    Sessions,
    Speakers,
    Tracks,
    SessionTypes,
    Review,
    Releases,
    /// What a call asks of its own. The calls are a section of their own, without a navigation like this.
    Calls,
}

impl Tab {
    /// Those that the navigation names.
    pub const ALL: [Self; 21] = [
        Self::Start,
        Self::Basics,
        Self::Venue,
        Self::Rooms,
        Self::Partners,
        Self::Categories,
        Self::Quotas,
        Self::Questions,
        Self::Deadlines,
        Self::Waiting,
        Self::Seller,
        Self::Passages,
        Self::Look,
        Self::Sender,
        Self::Team,
        Self::Sessions,
        Self::Speakers,
        Self::Tracks,
        Self::SessionTypes,
        Self::Review,
        Self::Releases,
    ];

    /// The section of the desk that it is a page of.
    pub fn section(self) -> Section {
        match self {
            Self::Sessions | Self::Speakers | Self::Tracks | Self::SessionTypes | Self::Review | Self::Releases => {
                Section::Programme
            }
            Self::Calls => Section::Calls,
            _ => Section::Settings,
        }
    }

    pub fn path(self, congress: &str) -> String {
        match self {
            Self::Start => at::Settings::new(congress).path(),
            Self::Basics => at::Basics::new(congress).path(),
            Self::Venue => at::Venue::new(congress).path(),
            Self::Rooms => at::Rooms::new(congress).path(),
            Self::Partners => at::Partners::new(congress).path(),
            Self::Categories => at::Categories::new(congress).path(),
            Self::Quotas => at::Quotas::new(congress).path(),
            Self::Questions => at::Questions::new(congress).path(),
            Self::Deadlines => at::Deadlines::new(congress).path(),
            Self::Waiting => at::WaitingTerms::new(congress).path(),
            Self::Seller => at::Seller::new(congress).path(),
            Self::Passages => at::Passages::new(congress).path(),
            Self::Look => at::Look::new(congress).path(),
            Self::Sender => at::Sender::new(congress).path(),
            Self::Team => at::Team::new(congress).path(),
            Self::Review => address::review::Frame::new(congress).path(),
            Self::Sessions => session::Sessions::new(congress).path(),
            Self::Speakers => session::Speakers::new(congress).path(),
            Self::Tracks => session::Tracks::new(congress).path(),
            Self::SessionTypes => session::SessionTypes::new(congress).path(),
            Self::Releases => release::Releases::new(congress).path(),
            Self::Calls => address::call::DeskCalls::new(congress).path(),
        }
    }

    /// The name in the keys of its words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Basics => "basics",
            Self::Venue => "venue",
            Self::Rooms => "rooms",
            Self::Partners => "partners",
            Self::Categories => "categories",
            Self::Quotas => "quotas",
            Self::Questions => "questions",
            Self::Deadlines => "deadlines",
            Self::Waiting => "waiting",
            Self::Seller => "seller",
            Self::Passages => "passages",
            Self::Look => "look",
            Self::Sender => "sender",
            Self::Team => "team",
            Self::Review => "review",
            Self::Sessions => "sessions",
            Self::Speakers => "speakers",
            Self::Tracks => "tracks",
            Self::SessionTypes => "session-types",
            Self::Releases => "releases",
            Self::Calls => "calls",
        }
    }

    /// Who may open it.
    fn permission(self) -> Permission {
        match self.section() {
            Section::Programme | Section::Calls => Permission::ProgrammeWrite,
            _ if self == Self::Team => Permission::TeamWrite,
            _ => Permission::CongressWrite,
        }
    }

    pub fn word(self, visit: &Visit) -> String {
        visit.words.t(&format!("desk-settings-tab-{}", self.name()))
    }
}

/// A page of the set-up: heading, what it is for, and `main`.
pub fn frame(visit: &Visit, tab: Tab, title: &str, main: &Markup) -> Markup {
    let lead = visit.words.t(&format!("desk-settings-lead-of-{}", tab.name()));
    framed(visit, tab, title, &html! { p."muted measure" { (lead) } }, main)
}

/// The page of one of a list: what the list is for stands there.
pub fn frame_of_one(visit: &Visit, tab: Tab, title: &str, main: &Markup) -> Markup {
    framed(visit, tab, title, &Markup::default(), main)
}

fn framed(visit: &Visit, tab: Tab, title: &str, lead: &Markup, main: &Markup) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    let beside = |other: &Tab| other.section() == tab.section() && visit.may(other.permission());
    let beside: Vec<Tab> = Tab::ALL.into_iter().filter(beside).collect();
    let of = if tab.section() == Section::Programme { "web-desk-programme" } else { "desk-settings" };
    let main = html! {
        @if !beside.is_empty() {
            nav aria-label=(words.t(of)) {
                ul."tabs cluster cluster--s plain-list" {
                    @for other in beside {
                        li { a.topic-chip href=(other.path(slug)) aria-current=[(other == tab).then_some("page")] { (other.word(visit)) } }
                    }
                }
            }
        }
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                (lead)
            }
        }
        (main)
    };
    desk_page(visit, tab.section(), title, main)
}
