//! Accounts of staff, and their roles.

use crate::entity::{account, role};
use crate::error::IdentityError;
use crate::event::Event;
use crate::password::Password;
use crate::policy::Role;
use base::{Actor, Language, Uuid, contact, name};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter};
use store::{Store, Tx, record};

/// What is said of a member of staff.
#[derive(Clone, Debug)]
pub struct NewAccount<'a> {
    pub email: &'a str,
    /// As shown on timelines. None: the name that is there, or the address.
    pub name: Option<&'a str>,
    /// In which they are written to, if the account is new.
    pub language: Language,
    pub role: Role,
    /// None: in every congress.
    pub congress: Option<Uuid>,
    /// None: the password that is there; without one they log in by mail.
    pub password: Option<Password>,
}

/// Adds a member of staff, or a role to one who is there.
///
/// One account for each address, whoever adds it at the same moment; doing it again changes nothing twice. A password
/// that is given replaces the old one and ends the sessions begun with it. An account that was disabled works again:
/// whoever adds it wants that. For the command line and the demo.
pub async fn add_account(store: &Store, actor: &Actor, new: NewAccount<'_>) -> Result<account::Model, IdentityError> {
    let address = contact::check(new.email).map_err(IdentityError::Address)?;
    let name = new.name.map(name::clean).filter(|name| !name.is_empty());
    // Hashing takes its time: before the transaction, because SQLite has but one at a time.
    let hash = match new.password {
        Some(password) => Some(password.hash(store.chance()).await?),
        None => None,
    };
    let tx = store.begin().await?;
    let row = account::ActiveModel {
        id: Set(tx.id()),
        name: Set(name.clone().unwrap_or_else(|| address.clone())),
        address: Set(address.clone()),
        language: Set(new.language.tag().into()),
        password_hash: Set(None),
        created_at: Set(tx.now()),
        disabled_at: Set(None),
    };
    let there = OnConflict::column(account::Column::Address).do_nothing().to_owned();
    let added = account::Entity::insert(row).on_conflict(there).exec_without_returning(&*tx).await? == 1;
    let found = account::Entity::find().filter(account::Column::Address.eq(address)).one(&*tx).await?;
    let account = found.ok_or(IdentityError::NotFound("account"))?;
    if added {
        record(&tx, actor, Event::AccountAdded { account: account.id }).await?;
    }
    let account = change(&tx, actor, account, name, hash).await?;
    grant(&tx, actor, account.id, new.role, new.congress).await?;
    tx.commit().await?;
    Ok(account)
}

/// What adding changes of an account that is there.
async fn change(
    tx: &Tx,
    actor: &Actor,
    account: account::Model,
    name: Option<String>,
    hash: Option<String>,
) -> Result<account::Model, IdentityError> {
    let id = account.id;
    let mut changed = account.clone().into_active_model();
    if let Some(name) = name.filter(|name| *name != account.name) {
        changed.name = Set(name);
    }
    if hash.is_some() {
        changed.password_hash = Set(hash);
        record(tx, actor, Event::PasswordSet { account: id }).await?;
    }
    if account.disabled_at.is_some() {
        changed.disabled_at = Set(None);
        record(tx, actor, Event::AccountEnabled { account: id }).await?;
    }
    Ok(if changed.is_changed() { changed.update(&**tx).await? } else { account })
}

/// Gives a role, unless they have it.
async fn grant(tx: &Tx, actor: &Actor, account: Uuid, role: Role, congress: Option<Uuid>) -> Result<(), IdentityError> {
    let row = role::ActiveModel {
        id: Set(tx.id()),
        account_id: Set(account),
        congress_id: Set(congress),
        role: Set(role),
        granted_at: Set(tx.now()),
    };
    let there = OnConflict::new().do_nothing().to_owned();
    if role::Entity::insert(row).on_conflict(there).exec_without_returning(&**tx).await? == 1 {
        record(tx, actor, Event::RoleGranted { account, role, congress }).await?;
    }
    Ok(())
}

/// Takes a role away, in this congress or the one that holds everywhere. Acts at the account's next request.
pub async fn revoke_role(
    store: &Store,
    actor: &Actor,
    account: Uuid,
    role: Role,
    congress: Option<Uuid>,
) -> Result<(), IdentityError> {
    let within = match congress {
        Some(congress) => role::Column::CongressId.eq(congress),
        None => role::Column::CongressId.is_null(),
    };
    let tx = store.begin().await?;
    let taken = role::Entity::delete_many()
        .filter(Condition::all().add(role::Column::AccountId.eq(account)).add(role::Column::Role.eq(role)).add(within))
        .exec(&*tx)
        .await?;
    if taken.rows_affected > 0 {
        record(&tx, actor, Event::RoleRevoked { account, role, congress }).await?;
    }
    Ok(tx.commit().await?)
}

/// Shuts an account: it logs in no more, its sessions and links end, its name stays on what it did.
pub async fn disable_account(store: &Store, actor: &Actor, account: Uuid) -> Result<(), IdentityError> {
    let tx = store.begin().await?;
    let shut = account::Entity::update_many()
        .col_expr(account::Column::DisabledAt, Expr::value(tx.now()))
        .filter(account::Column::Id.eq(account))
        .filter(account::Column::DisabledAt.is_null())
        .exec(&*tx)
        .await?;
    if shut.rows_affected == 1 {
        record(&tx, actor, Event::AccountDisabled { account }).await?;
    }
    Ok(tx.commit().await?)
}
