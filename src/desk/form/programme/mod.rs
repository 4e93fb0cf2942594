//! What organisers type to make the programme.

pub mod release;
pub mod search;
pub mod session;
pub mod session_type;
pub mod speaker;
pub mod track;

use crate::query::timeline::Timeline;
use base::{Language, Uuid};
use congress::entity::{topic, track as tracks};
use programme::entity::session_type as types;
use programme::query::session::SessionView;
use programme::query::speaker::{Name, SpeakerView};

/// What a session may name, and what is known of it.
#[derive(Clone, Debug, Default)]
pub struct Programme {
    pub language: Language,
    pub tracks: Vec<tracks::Model>,
    pub types: Vec<types::Model>,
    pub speakers: Vec<Name>,
    pub topics: Vec<topic::Model>,
    /// The session that is changed.
    pub session: Option<SessionView>,
    /// What rooms are called.
    pub rooms: Vec<(Uuid, String)>,
    /// The speaker that is changed.
    pub speaker: Option<SpeakerView>,
    /// Who was invited to the session that is changed.
    pub invitations: Vec<calendar::entity::invitation::Model>,
    pub history: Timeline,
}

impl Programme {
    /// What a speaker is typed as: name and code.
    pub fn typed(name: &Name) -> String {
        format!("{} · {}", name.name, name.code)
    }

    /// Who is meant: the code stands last, or the name is nobody else's.
    pub fn meant(&self, typed: &str) -> Option<Uuid> {
        let typed = typed.trim();
        let code = typed.rsplit('·').next().unwrap_or_default().trim().to_uppercase();
        if let Some(name) = self.speakers.iter().find(|name| name.code == code) {
            return Some(name.id);
        }
        let wanted = base::name::fold(typed);
        let mut same = self.speakers.iter().filter(|name| base::name::fold(&name.name) == wanted);
        same.next().filter(|_| same.next().is_none()).map(|name| name.id)
    }

    pub fn room(&self, id: Uuid) -> &str {
        self.rooms.iter().find(|(room, _)| *room == id).map_or("", |(_, name)| name)
    }
}
