//! Logging in by a link: sent by mail, or printed by the command line.

use super::login::logged_in;
use crate::entity::{account, login_link};
use crate::error::IdentityError;
use crate::event::{Event, Way};
use crate::job::LOGIN_LINK;
use crate::mail::LOGIN_MAIL;
use crate::query;
use base::{Actor, Time, Uuid, contact, secret};
use chrono::TimeDelta;
use post::NewMessage;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use store::job::{self, NewJob};
use store::{DbErr, Store, Tx, record};

/// How long a link that was asked for holds: long enough for slow mail, short enough for a mailbox left open.
pub const ASKED_FOR: TimeDelta = TimeDelta::minutes(30);
/// How long a link holds that an administrator passes on by hand.
pub const INVITED_FOR: TimeDelta = TimeDelta::hours(24);

/// How often putting the mail into the outbox is tried: for 17 minutes, as long as somebody might still wait for it.
const ATTEMPTS: i32 = 10;

/// Answers "send me a link": the same way and in the same time whether there is an account or not, since all that happens
/// now is that a job is written. At most one a minute for each address, whoever asks.
pub async fn request_login_link(store: &Store, email: &str) -> Result<(), IdentityError> {
    let address = contact::check(email).map_err(IdentityError::Address)?;
    let tx = store.begin().await?;
    let minute = tx.now().timestamp() / 60;
    let key = format!("{LOGIN_LINK}:{minute}:{}", secret::hash(&address));
    job::enqueue(&tx, NewJob::new(LOGIN_LINK, json!({ "address": address })).unique(key).attempts(ATTEMPTS)).await?;
    Ok(tx.commit().await?)
}

/// Puts the mail with the link into the outbox, if the address has an account that may log in. Otherwise nothing
/// happens. The link itself is made when the mail is written.
pub async fn send_login_link(store: &Store, address: &str) -> Result<(), IdentityError> {
    let tx = store.begin().await?;
    let found = account::Entity::find()
        .filter(account::Column::Address.eq(address))
        .filter(account::Column::DisabledAt.is_null())
        .one(&*tx)
        .await?;
    let Some(account) = found else { return Ok(()) };
    let mail = NewMessage {
        congress_id: None,
        kind: LOGIN_MAIL,
        cause: format!("login_link:{}", tx.id()),
        mailbox_id: None,
        about_id: None,
        to_address: account.address.clone(),
        to_name: account.name.clone(),
        language: account.language(),
        payload: json!({ "account": account.id }),
        bulk: false,
    };
    post::enqueue(&tx, mail).await?;
    let guest = Actor::guest(account.language());
    record(&tx, &guest, Event::LoginLinkRequested { account: account.id }).await?;
    Ok(tx.commit().await?)
}

/// Makes a link for a new member of staff, to be passed on by hand: the token for its path. For the command line.
pub async fn invite(store: &Store, actor: &Actor, account: Uuid) -> Result<String, IdentityError> {
    let tx = store.begin().await?;
    query::enabled(&tx, account).await?.ok_or(IdentityError::NotFound("account"))?;
    let token = add_link(&tx, account, tx.now() + INVITED_FOR).await?;
    record(&tx, actor, Event::LoginLinkRequested { account }).await?;
    tx.commit().await?;
    Ok(token)
}

/// Writes a link that holds until `expires_at`. Only its hash is kept.
pub(crate) async fn add_link(tx: &Tx, account: Uuid, expires_at: Time) -> Result<String, DbErr> {
    let token = secret::random(tx.chance());
    let row = login_link::ActiveModel {
        id: Set(tx.id()),
        account_id: Set(account),
        token_hash: Set(secret::hash(&token)),
        created_at: Set(tx.now()),
        expires_at: Set(expires_at),
        used_at: Set(None),
    };
    login_link::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(token)
}

/// Logs in by a link, once: of several clicks at the same moment one logs in. Every other link of the account ends
/// with it. Nobody learns whether a link is unknown, used or too old.
pub async fn use_login_link(store: &Store, token: &str) -> Result<account::Model, IdentityError> {
    let tx = store.begin().await?;
    let hash = secret::hash(token);
    let link = login_link::Entity::find().filter(login_link::Column::TokenHash.eq(&hash)).one(&*tx).await?;
    let account = link.ok_or(IdentityError::LinkEnded)?.account_id;
    // One log-in by link at a time for each account: two links used at once would wait for each other's rows.
    let account = account::Entity::find()
        .filter(account::Column::Id.eq(account))
        .filter(account::Column::DisabledAt.is_null())
        .lock_exclusive()
        .one(&*tx)
        .await?
        .ok_or(IdentityError::LinkEnded)?;
    let used = login_link::Entity::update_many()
        .col_expr(login_link::Column::UsedAt, Expr::value(tx.now()))
        .filter(login_link::Column::TokenHash.eq(&hash))
        .filter(login_link::Column::UsedAt.is_null())
        .filter(login_link::Column::ExpiresAt.gt(tx.now()))
        .exec(&*tx)
        .await?;
    if used.rows_affected != 1 {
        return Err(IdentityError::LinkEnded);
    }
    end_links(&tx, account.id).await?;
    logged_in(&tx, &account, Way::Link).await?;
    tx.commit().await?;
    Ok(account)
}

/// Ends every link of an account.
pub(crate) async fn end_links(tx: &Tx, account: Uuid) -> Result<(), DbErr> {
    login_link::Entity::update_many()
        .col_expr(login_link::Column::UsedAt, Expr::value(tx.now()))
        .filter(login_link::Column::AccountId.eq(account))
        .filter(login_link::Column::UsedAt.is_null())
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Deletes the links that ended before a time, used or not, and says how many. For a job.
pub async fn purge(store: &Store, before: Time) -> Result<u64, DbErr> {
    let tx = store.begin().await?;
    let ended = login_link::Entity::delete_many().filter(login_link::Column::ExpiresAt.lt(before)).exec(&*tx).await?;
    tx.commit().await?;
    Ok(ended.rows_affected)
}
