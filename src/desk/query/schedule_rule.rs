//! What holds for the plan, with the names that people know.

use base::{Text, Uuid};
use programme::ProgrammeError;
use programme::query::plan::{Draft, draft};
use programme::service::plan::rule::{RoomRules, Rules};
use store::Conn;
use web::CongressHead;

/// All of it.
#[derive(Clone, Debug)]
pub struct RulesView {
    pub rules: Rules,
    pub draft: Draft,
}

/// Of one room.
#[derive(Clone, Debug)]
pub struct RoomView {
    pub id: Uuid,
    pub name: Text,
    pub rules: RoomRules,
    pub draft: Draft,
}

pub async fn rules(conn: &Conn, head: &CongressHead) -> Result<RulesView, ProgrammeError> {
    let congress = congress::query::by_id(conn, head.id).await?.ok_or(congress::CongressError::Unknown)?;
    Ok(RulesView { rules: Rules::of(conn, head.id).await?, draft: draft(conn, &congress).await? })
}

/// None: there is no such room.
pub async fn room(conn: &Conn, head: &CongressHead, id: Uuid) -> Result<Option<RoomView>, ProgrammeError> {
    let congress = congress::query::by_id(conn, head.id).await?.ok_or(congress::CongressError::Unknown)?;
    let draft = draft(conn, &congress).await?;
    let Some(row) = draft.rooms.iter().find(|row| row.id == id).cloned() else { return Ok(None) };
    Ok(Some(RoomView { id, name: row.name.0.clone(), rules: RoomRules::of(conn, &row).await?, draft }))
}

impl RulesView {
    /// The session that is meant: by its code, or by words that stand in the title of one alone.
    pub fn session(&self, typed: &str) -> Option<Uuid> {
        let typed = typed.trim();
        let by_code = self.draft.sessions.values().find(|session| session.code.eq_ignore_ascii_case(typed));
        let text = base::name::fold(typed);
        if by_code.is_some() || text.is_empty() {
            return by_code.map(|session| session.id);
        }
        let is = |title: &Text, whole: bool| {
            let sides = [&title.de, &title.en].map(|side| base::name::fold(side));
            sides.iter().any(|side| if whole { *side == text } else { side.contains(&text) })
        };
        for whole in [true, false] {
            let mut found = self.draft.sessions.values().filter(|session| is(&session.title, whole));
            if let (Some(one), None) = (found.next(), found.next()) {
                return Some(one.id);
            }
        }
        None
    }
}
