//! Logging in by password.

use crate::entity::account;
use crate::error::IdentityError;
use crate::event::{Event, Way};
use crate::password::Password;
use base::{Actor, contact};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, Tx, record};

/// Finds the account that this address and this password open.
///
/// Whether the address is unknown, the password wrong, or the account without one or disabled: the answer is the
/// same, and takes the same time. How often one may guess, the route limits.
pub async fn log_in(store: &Store, email: &str, password: Password) -> Result<account::Model, IdentityError> {
    let address = contact::normalise(email);
    let found = account::Entity::find()
        .filter(account::Column::Address.eq(address))
        .filter(account::Column::DisabledAt.is_null())
        .one(store.read())
        .await?;
    let hash = found.as_ref().and_then(|account| account.password_hash.clone());
    let known = hash.is_some();
    let fits = password.fits(hash).await?;
    let account = found.filter(|_| known && fits).ok_or(IdentityError::WrongLogin)?;
    let tx = store.begin().await?;
    logged_in(&tx, &account, Way::Password).await?;
    tx.commit().await?;
    Ok(account)
}

/// Notes who logged in, and how.
pub(crate) async fn logged_in(tx: &Tx, account: &account::Model, way: Way) -> Result<(), IdentityError> {
    let actor = Actor::staff(account.id, account.name.as_str(), account.language(), vec![]);
    Ok(record(tx, &actor, Event::LoggedIn { account: account.id, way }).await?)
}
