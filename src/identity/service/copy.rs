//! The team of the next edition of a congress: as of the last one.

use super::account::grant;
use crate::IdentityError;
use crate::entity::{account, role};
use crate::rules::reach;
use base::{Actor, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashSet;
use store::Tx;

/// How many roles were given, and how many were not: beyond what who acts may give, or of accounts that are shut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Team {
    pub given: usize,
    pub left: usize,
}

/// Gives the roles of one congress in another too, in the caller's transaction. Nobody hands on more than they may; roles
/// in every congress hold there anyway.
pub async fn team(tx: &Tx, actor: &Actor, from: Uuid, to: Uuid) -> Result<Team, IdentityError> {
    let rows = role::Entity::find()
        .filter(role::Column::CongressId.eq(from))
        .order_by_asc(role::Column::GrantedAt)
        .order_by_asc(role::Column::Id)
        .all(&**tx)
        .await?;
    let open: HashSet<Uuid> = account::Entity::find()
        .filter(account::Column::Id.is_in(rows.iter().map(|row| row.account_id)))
        .filter(account::Column::DisabledAt.is_null())
        .all(&**tx)
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let (reach, mut team) = (reach(actor, to), Team::default());
    for row in rows {
        if reach.here.contains(&row.role) && open.contains(&row.account_id) {
            grant(tx, actor, row.account_id, row.role, Some(to)).await?;
            team.given += 1;
        } else {
            team.left += 1;
        }
    }
    Ok(team)
}
