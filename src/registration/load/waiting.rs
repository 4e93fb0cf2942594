//! Who waits, with the proof that an actor may act for them.

use crate::RegistrationError;
use base::secret::{LinkKey, LinkKind};
use base::{Actor, Language, Permission, Uuid};
use congress::entity::waiting::Model;
use congress::query::waiting::entry;
use store::Conn;

/// An entry of the waiting list, with the proof that the actor may change it.
#[derive(Clone, Debug)]
pub struct Waiting {
    row: Model,
    actor: Actor,
}

impl Waiting {
    pub fn row(&self) -> &Model {
        &self.row
    }

    /// Who has been let near it, and acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The language of their mails.
    pub fn language(&self) -> Language {
        self.row.language.parse().unwrap_or_default()
    }
}

/// By the link to their own page.
pub async fn waiting_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    id: &str,
    secret: &str,
) -> Result<Waiting, RegistrationError> {
    let id: Uuid = id.parse().map_err(|_| RegistrationError::Unknown)?;
    let row = entry(conn, congress, id).await?.ok_or(RegistrationError::Unknown)?;
    if !key.matches(secret, LinkKind::Waiting, row.id, row.link_generation) {
        return Err(RegistrationError::Unknown);
    }
    let actor = Actor::holder(row.id, row.name.clone(), row.language.parse().unwrap_or_default());
    Ok(Waiting { row, actor })
}

/// By staff, to look at: needs `orders.read`; to change: `orders.write`.
pub async fn waiting_for_staff(
    conn: &Conn,
    actor: &Actor,
    permission: Permission,
    congress: Uuid,
    id: &str,
) -> Result<Waiting, RegistrationError> {
    let id: Uuid = id.parse().map_err(|_| RegistrationError::Unknown)?;
    if !actor.may(permission, congress) {
        return Err(RegistrationError::Unknown);
    }
    let row = entry(conn, congress, id).await?.ok_or(RegistrationError::Unknown)?;
    Ok(Waiting { row, actor: actor.clone() })
}

/// The secret part of the link.
pub fn waiting_secret(key: &LinkKey, row: &Model) -> String {
    key.secret(LinkKind::Waiting, row.id, row.link_generation)
}
