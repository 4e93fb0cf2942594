//! What people change of their own account: name, language, password, sessions.

use super::login_link::end_links;
use super::team::check_name;
use crate::entity::account;
use crate::error::IdentityError;
use crate::event::Event;
use crate::mail::PASSWORD_MAIL;
use crate::password::Password;
use crate::query;
use base::{Actor, Language, Uuid, name};
use post::NewMessage;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde_json::json;
use store::{Store, Tx, record};
use web::form::Seen;

/// How an account is called, and written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
    pub name: String,
    pub language: Language,
}

impl From<&account::Model> for Profile {
    fn from(row: &account::Model) -> Self {
        Self { name: row.name.clone(), language: row.language() }
    }
}

/// Changes one's own name and language. Timelines keep the name under which something was done. Two windows do not
/// overwrite each other ([`IdentityError::Stale`]).
pub async fn change_profile(
    store: &Store,
    actor: &Actor,
    account: Uuid,
    new: Profile,
    seen: &Seen,
) -> Result<(), IdentityError> {
    let new = Profile { name: name::clean(&new.name), ..new };
    if new.name.is_empty() {
        return Err(IdentityError::NameMissing);
    }
    check_name(&new.name)?;
    let tx = store.begin().await?;
    let row = hold_own(&tx, account).await?;
    let old = Profile::from(&row);
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    let mut changed = vec![];
    if old.name != new.name {
        changed.push("name");
    }
    if old.language != new.language {
        changed.push("language");
    }
    let update =
        account::ActiveModel { name: Set(new.name), language: Set(new.language.tag().into()), ..Default::default() };
    account::Entity::update_many().set(update).filter(account::Column::Id.eq(account)).exec(&*tx).await?;
    record(&tx, actor, Event::AccountChanged { account, changed }).await?;
    Ok(tx.commit().await?)
}

/// Changes one's own password, if the old one is right; who has none yet sets the first. The rules are those of every
/// password ([`Password`]).
///
/// Every other session of the account ends, and every log-in link that was not used; a mail says that it happened, in the
/// same transaction. The session that changes it (`this`) goes on, with [`crate::session::renew`]. The same form sent
/// twice is one change.
pub async fn change_password(
    store: &Store,
    actor: &Actor,
    account: Uuid,
    old: Password,
    new: Password,
    this: Option<&str>,
) -> Result<account::Model, IdentityError> {
    let row = query::enabled(store.read(), account).await?.ok_or(IdentityError::NotFound("account"))?;
    if let Some(hash) = &row.password_hash
        && !old.fits(Some(hash.clone())).await?
    {
        let same = new.fits(Some(hash.clone())).await?;
        return if same { Ok(row) } else { Err(IdentityError::WrongPassword) };
    }
    let hash = new.clone().hash(store.chance()).await?;
    let tx = store.begin().await?;
    let now = hold_own(&tx, account).await?;
    if now.password_hash != row.password_hash {
        // Somebody was faster: the same form, or another window.
        drop(tx);
        let same = now.password_hash.is_some() && new.fits(now.password_hash.clone()).await?;
        return if same { Ok(now) } else { Err(IdentityError::WrongPassword) };
    }
    let update = account::ActiveModel { password_hash: Set(Some(hash.clone())), ..Default::default() };
    account::Entity::update_many().set(update).filter(account::Column::Id.eq(account)).exec(&*tx).await?;
    web::session::end_of(&tx, account, this).await?;
    end_links(&tx, account).await?;
    record(&tx, actor, Event::PasswordSet { account }).await?;
    post::enqueue(&tx, told(&tx, &now)).await?;
    tx.commit().await?;
    Ok(account::Model { password_hash: Some(hash), ..now })
}

/// Ends one's other sessions, those of all browsers but this one, and says how many there were.
pub async fn end_other_sessions(
    store: &Store,
    actor: &Actor,
    account: Uuid,
    this: Option<&str>,
) -> Result<u64, IdentityError> {
    let tx = store.begin().await?;
    let ended = web::session::end_of(&tx, account, this).await?;
    if ended > 0 {
        record(&tx, actor, Event::SessionsEnded { account, count: ended }).await?;
    }
    tx.commit().await?;
    Ok(ended)
}

async fn hold_own(tx: &Tx, account: Uuid) -> Result<account::Model, IdentityError> {
    let find = account::Entity::find()
        .filter(account::Column::Id.eq(account))
        .filter(account::Column::DisabledAt.is_null())
        .lock_exclusive();
    find.one(&**tx).await?.ok_or(IdentityError::NotFound("account"))
}

/// The mail that says so. Its cause is the change.
fn told(tx: &Tx, account: &account::Model) -> NewMessage {
    NewMessage {
        congress_id: None,
        kind: PASSWORD_MAIL,
        cause: format!("password:{}", tx.id()),
        mailbox_id: None,
        about_id: None,
        to_address: account.address.clone(),
        to_name: account.name.clone(),
        language: account.language(),
        payload: json!({ "account": account.id, "at": tx.now() }),
        bulk: false,
    }
}
