//! Who may have a category: whom it is shown to, whose address is on its list, and whether staff decide on each order.

use super::category::{hold, keep};
use crate::entity::category::{self, Slugs, Visibility};
use crate::entity::invitee;
use crate::{Event, TicketingError, query};
use base::{Actor, Uuid, contact};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;
use store::event::changes;
use store::{Conn, DbErr, Store, Tx, record};
use web::form::Seen;

/// So many addresses a list has at most.
pub const MOST_INVITEES: usize = 5_000;

/// So many rows a statement.
const CHUNK: usize = 1_000;

/// What can be said of who may have a category.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Access {
    pub visibility: Visibility,
    pub needs_approval: bool,
    /// How many tickets each address of the list may have.
    pub invitations_each: i32,
    /// Normalised, in alphabetical order, each once.
    pub invitees: Vec<String>,
    /// Of an add-on: short names of the tickets that it may go with; none: with all.
    pub goes_with: Vec<String>,
}

/// What an event keeps of it: addresses are counted, not copied.
#[derive(Serialize)]
struct Told<'a> {
    visibility: Visibility,
    needs_approval: bool,
    invitations_each: i32,
    invitees: usize,
    goes_with: &'a [String],
}

impl Access {
    /// As it is now. One statement.
    pub async fn of(conn: &Conn, row: &category::Model) -> Result<Self, DbErr> {
        Ok(Self {
            visibility: row.visibility,
            needs_approval: row.needs_approval,
            invitations_each: row.invitations_each,
            invitees: query::invitees(conn, row.id).await?,
            goes_with: row.goes_with.0.clone(),
        })
    }

    fn told(&self) -> Told<'_> {
        Told {
            visibility: self.visibility,
            needs_approval: self.needs_approval,
            invitations_each: self.invitations_each,
            invitees: self.invitees.len(),
            goes_with: &self.goes_with,
        }
    }

    /// Addresses as they are compared, each once.
    fn cleaned(mut self) -> Self {
        let invitees: BTreeSet<String> = self.invitees.iter().map(|typed| contact::normalise(typed)).collect();
        self.invitees = invitees.into_iter().collect();
        self.goes_with.sort();
        self.goes_with.dedup();
        self
    }
}

/// Changes who may have a category, from now on: whoever has a ticket of it keeps it. Nobody overwrites what they have
/// not seen.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Access,
    seen: &Seen,
) -> Result<(), TicketingError> {
    let new = new.cleaned();
    if new.invitees.len() > MOST_INVITEES {
        return Err(TicketingError::TooManyInvitees);
    }
    if let Some(wrong) = new.invitees.iter().find(|address| contact::check(address).is_err()) {
        return Err(TicketingError::InviteeMalformed(wrong.clone()));
    }
    if new.invitations_each < 1 {
        return Err(TicketingError::InvitedToNone);
    }
    let tx = store.begin().await?;
    let row = hold(&tx, congress, id).await?;
    let old = Access::of(&tx, &row).await?;
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    let mut changed = changes(&old.told(), &new.told());
    if old.invitees != new.invitees && old.invitees.len() == new.invitees.len() {
        // As many as before, but others.
        changed["invitees"] = json!([old.invitees.len(), new.invitees.len()]);
    }
    write_list(&tx, &row, &old.invitees, &new.invitees).await?;
    let update = category::ActiveModel {
        visibility: Set(new.visibility),
        needs_approval: Set(new.needs_approval),
        invitations_each: Set(new.invitations_each),
        goes_with: Set(Slugs(new.goes_with)),
        ..Default::default()
    };
    keep(&tx, &row, update).await?;
    record(&tx, actor, Event::CategoryChanged { congress, category: id, slug: row.slug, changed }).await?;
    Ok(tx.commit().await?)
}

/// Takes those off the list who are not on it any more, and adds those who are new.
async fn write_list(tx: &Tx, row: &category::Model, old: &[String], new: &[String]) -> Result<(), DbErr> {
    let (before, after): (BTreeSet<&String>, BTreeSet<&String>) = (old.iter().collect(), new.iter().collect());
    let gone: Vec<&String> = before.difference(&after).copied().collect();
    for part in gone.chunks(CHUNK) {
        invitee::Entity::delete_many()
            .filter(invitee::Column::CategoryId.eq(row.id))
            .filter(invitee::Column::Address.is_in(part.iter().map(|address| address.as_str())))
            .exec(&**tx)
            .await?;
    }
    let come: Vec<&String> = after.difference(&before).copied().collect();
    for part in come.chunks(CHUNK) {
        let rows = part.iter().map(|address| invitee::ActiveModel {
            id: Set(tx.id()),
            congress_id: Set(row.congress_id),
            category_id: Set(row.id),
            address: Set((*address).clone()),
            created_at: Set(tx.now()),
        });
        invitee::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Ends the secret link of a category, and makes another. `shown`: the generation of the link that was shown; a second
/// click changes nothing more.
pub async fn renew_link(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    shown: i32,
) -> Result<(), TicketingError> {
    let tx = store.begin().await?;
    let row = hold(&tx, congress, id).await?;
    if row.link_generation != shown {
        return Ok(tx.rollback().await?);
    }
    let update = category::ActiveModel { link_generation: Set(shown.saturating_add(1)), ..Default::default() };
    keep(&tx, &row, update).await?;
    record(&tx, actor, Event::CategoryLinkRenewed { congress, category: id, slug: row.slug }).await?;
    Ok(tx.commit().await?)
}
