//! Announcing: what was decided becomes so, and those who speak are told, once each.

use super::decide::is_told;
use super::{call_of, facts, hold, step};
use crate::ProgrammeError;
use crate::entity::submission;
use crate::event::call::{CallEvent, What};
use crate::mail;
use crate::rules::transition::{By, announce as outcome};
use base::{Actor, Uuid};
use congress::service::congress::hold as hold_congress;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Conn, DbErr, Store, record};
use web::form::{Seen, Stale};

/// What came of announcing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Announced {
    pub told: usize,
    /// Their texts are others than those that were decided on.
    pub held_back: usize,
}

/// All that is decided and told nobody yet, in the order of their ids. One statement.
pub async fn pending(conn: &Conn, congress: Uuid) -> Result<Vec<submission::Model>, DbErr> {
    submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::Pending.is_not_null())
        .order_by_asc(submission::Column::Id)
        .all(conn)
        .await
}

/// What was shown before it is announced: what would become of whom.
pub fn seen(rows: &[submission::Model]) -> Seen {
    let all: Vec<_> = rows.iter().map(|row| (row.id, row.state, row.pending, row.edited, row.version)).collect();
    Seen::of(&all)
}

/// Makes all pending states the states, in one transaction: all or none, and only those that were `shown`. What was edited
/// since is held back until an organiser has looked again. Twice at once tells everybody once.
pub async fn announce(store: &Store, actor: &Actor, congress: Uuid, shown: &Seen) -> Result<Announced, ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, congress).await?;
    let mut announced = Announced::default();
    let rows = pending(&tx, congress).await?;
    // Clicked twice, nothing is left to tell.
    if rows.iter().any(|row| !row.edited) && *shown != seen(&rows) {
        return Err(Stale.into());
    }
    for row in rows {
        let row = hold(&tx, row.id).await?;
        let call = call_of(&tx, &row).await?;
        let facts = facts(&tx, &row, &call, tx.now()).await?;
        match outcome(row.state.into(), &facts) {
            Ok(Some(to)) => {
                let from = row.state;
                let (row, step) = step::take(&tx, actor, row, to, (By::Announcement, &facts), "").await?;
                if is_told(from, to) {
                    mail::decision(&tx, &row, step).await?;
                }
                announced.told += 1;
            }
            Ok(None) => {}
            Err(_) => announced.held_back += 1,
        }
    }
    if announced.told > 0 {
        let what = What::Announced { told: announced.told };
        record(&tx, actor, CallEvent { congress, object: congress, what }).await?;
    }
    tx.commit().await?;
    Ok(announced)
}
