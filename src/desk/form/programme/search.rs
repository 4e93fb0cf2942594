//! What the lists of sessions and speakers are asked for: all of it stands in the address.

use crate::form::list::{self, Asked};
use crate::rules::pages::Page;
use programme::query::session::State;
use web::Fields;

/// A search for sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionSearch {
    pub query: String,
    /// Short names; empty: any.
    pub kind: String,
    pub track: String,
    pub state: Option<State>,
    pub unplaced: bool,
    pub page: u64,
}

impl SessionSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            query: list::query(fields),
            kind: fields.get("type").to_owned(),
            track: fields.get("track").to_owned(),
            state: State::from_name(fields.get("state")),
            unplaced: fields.get("placed") == "no",
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self { page: self.page, ..Self::read(&Fields::new()) }
    }

    /// The same for another state, from its first page.
    #[must_use]
    pub fn with_state(&self, state: Option<State>) -> Self {
        Self { state, page: 1, ..self.clone() }
    }
}

impl Asked for SessionSearch {
    const LIST: &'static str = "sessions";

    fn place(congress: &str) -> String {
        address::session::Sessions::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("q", self.query.clone()),
            ("type", self.kind.clone()),
            ("track", self.track.clone()),
            ("state", self.state.map_or("", State::name).to_owned()),
            ("placed", if self.unplaced { "no" } else { "" }.to_owned()),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}

/// A search for speakers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerSearch {
    pub query: String,
    pub page: u64,
}

impl SpeakerSearch {
    pub fn read(fields: &Fields) -> Self {
        Self { query: list::query(fields), page: Page::asked(fields.get("page")) }
    }
}

impl Asked for SpeakerSearch {
    const LIST: &'static str = "speakers";

    fn place(congress: &str) -> String {
        address::session::Speakers::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![("q", self.query.clone())]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
