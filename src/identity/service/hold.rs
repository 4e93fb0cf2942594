//! What is held while rights change, so that two who take them from each other at the same moment do not leave nobody.

use crate::entity::{account, role};
use crate::error::IdentityError;
use crate::policy::Role;
use crate::query;
use base::actor::ActorKind;
use base::{Actor, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use store::Tx;

/// An account that is being changed, and who changes it with what they may at this moment.
pub(super) struct Held {
    pub(super) actor: Actor,
    pub(super) account: account::Model,
}

impl Held {
    /// They change themselves.
    pub(super) fn is_self(&self) -> bool {
        self.actor.kind == ActorKind::Staff(self.account.id)
    }
}

/// Holds an account until the transaction ends, and the one of who acts; reads anew what the latter may, as it may have
/// been taken away since the request came in. Always in the order of their ids.
pub(super) async fn hold(tx: &Tx, actor: &Actor, account: Uuid) -> Result<Held, IdentityError> {
    let acting = match actor.kind {
        ActorKind::Staff(id) => Some(id),
        _ => None,
    };
    let ids: BTreeSet<Uuid> = acting.into_iter().chain([account]).collect();
    let rows = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .order_by_asc(account::Column::Id)
        .lock_exclusive()
        .all(&**tx)
        .await?;
    let find = |id: Uuid| rows.iter().find(|row| row.id == id);
    let actor = match acting {
        Some(id) => {
            let row = find(id).filter(|row| row.disabled_at.is_none()).ok_or(IdentityError::NotAllowed)?;
            query::staff(tx, row).await?
        }
        None => actor.clone(),
    };
    let account = find(account).cloned().ok_or(IdentityError::NotFound("account"))?;
    Ok(Held { actor, account })
}

/// Holds who is admin of the installation, and says whether one of them can log in. After [`hold`], before anything
/// changes.
pub(super) async fn hold_admins(tx: &Tx) -> Result<bool, IdentityError> {
    role::Entity::find()
        .filter(role::Column::Role.eq(Role::Admin))
        .filter(role::Column::CongressId.is_null())
        .order_by_asc(role::Column::Id)
        .lock_exclusive()
        .all(&**tx)
        .await?;
    any_admin(tx).await
}

/// The last admin stays: if there was one who can log in, there still is.
pub(super) async fn keep_one_admin(tx: &Tx, before: bool) -> Result<(), IdentityError> {
    if before && !any_admin(tx).await? { Err(IdentityError::LastAdmin) } else { Ok(()) }
}

async fn any_admin(tx: &Tx) -> Result<bool, IdentityError> {
    let (by_password, by_mail) = query::admins(tx).await?;
    Ok(by_password + by_mail > 0)
}
