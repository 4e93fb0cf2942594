//! Accounts of staff, and their roles.

use super::hold::{hold, hold_admins, keep_one_admin};
use super::login_link::end_links;
use crate::entity::{account, role};
use crate::error::IdentityError;
use crate::event::Event;
use crate::password::Password;
use crate::policy::Role;
use base::Permission::AccountsWrite;
use base::{Actor, Language, Uuid, contact, name};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
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
    let account = ensure(&tx, actor, address, name.as_deref(), new.language).await?;
    let account = change(&tx, actor, account, name, hash).await?;
    grant(&tx, actor, account.id, new.role, new.congress).await?;
    tx.commit().await?;
    Ok(account)
}

/// The account of this address, made if it is not there.
pub(super) async fn ensure(
    tx: &Tx,
    actor: &Actor,
    address: String,
    name: Option<&str>,
    language: Language,
) -> Result<account::Model, IdentityError> {
    let row = account::ActiveModel {
        id: Set(tx.id()),
        name: Set(name.unwrap_or(&address).to_owned()),
        address: Set(address.clone()),
        language: Set(language.tag().into()),
        password_hash: Set(None),
        created_at: Set(tx.now()),
        disabled_at: Set(None),
    };
    let there = OnConflict::column(account::Column::Address).do_nothing().to_owned();
    let added = account::Entity::insert(row).on_conflict(there).exec_without_returning(&**tx).await? == 1;
    let found = account::Entity::find().filter(account::Column::Address.eq(address)).one(&**tx).await?;
    let account = found.ok_or(IdentityError::NotFound("account"))?;
    if added {
        record(tx, actor, Event::AccountAdded { account: account.id }).await?;
    }
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

/// Gives a role, unless they have it. Says whether it was given now.
pub(super) async fn grant(
    tx: &Tx,
    actor: &Actor,
    account: Uuid,
    role: Role,
    congress: Option<Uuid>,
) -> Result<bool, IdentityError> {
    let row = role::ActiveModel {
        id: Set(tx.id()),
        account_id: Set(account),
        congress_id: Set(congress),
        role: Set(role),
        granted_at: Set(tx.now()),
    };
    let there = OnConflict::new().do_nothing().to_owned();
    let given = role::Entity::insert(row).on_conflict(there).exec_without_returning(&**tx).await? == 1;
    if given {
        record(tx, actor, Event::RoleGranted { account, role, congress }).await?;
    }
    Ok(given)
}

/// Takes a role away, if they have it.
pub(super) async fn revoke(
    tx: &Tx,
    actor: &Actor,
    account: Uuid,
    role: Role,
    congress: Option<Uuid>,
) -> Result<(), IdentityError> {
    let within = match congress {
        Some(congress) => role::Column::CongressId.eq(congress),
        None => role::Column::CongressId.is_null(),
    };
    let taken = role::Entity::delete_many()
        .filter(role::Column::AccountId.eq(account))
        .filter(role::Column::Role.eq(role))
        .filter(within)
        .exec(&**tx)
        .await?;
    if taken.rows_affected > 0 {
        record(tx, actor, Event::RoleRevoked { account, role, congress }).await?;
    }
    Ok(())
}

/// Takes a role away, in this congress or the one that holds everywhere. Acts at the account's next request. The last
/// admin stays.
pub async fn revoke_role(
    store: &Store,
    actor: &Actor,
    account: Uuid,
    role: Role,
    congress: Option<Uuid>,
) -> Result<(), IdentityError> {
    let tx = store.begin().await?;
    let held = hold(&tx, actor, account).await?;
    let admins = hold_admins(&tx).await?;
    revoke(&tx, &held.actor, account, role, congress).await?;
    keep_one_admin(&tx, admins).await?;
    Ok(tx.commit().await?)
}

/// Shuts an account: it logs in no more, its sessions and links end at once and for good, its name stays on what it did,
/// its roles are kept in case it is opened again. Only who runs the installation may, nobody shuts themselves, and the
/// last admin stays. Shutting it again changes nothing.
pub async fn disable_account(store: &Store, actor: &Actor, account: Uuid) -> Result<(), IdentityError> {
    let tx = store.begin().await?;
    let held = hold(&tx, actor, account).await?;
    if !held.actor.may_everywhere(AccountsWrite) {
        return Err(IdentityError::NotAllowed);
    }
    if held.is_self() {
        return Err(IdentityError::OwnRight);
    }
    let admins = hold_admins(&tx).await?;
    let shut = account::Entity::update_many()
        .col_expr(account::Column::DisabledAt, Expr::value(tx.now()))
        .filter(account::Column::Id.eq(account))
        .filter(account::Column::DisabledAt.is_null())
        .exec(&*tx)
        .await?;
    if shut.rows_affected == 1 {
        keep_one_admin(&tx, admins).await?;
        web::session::end_of(&tx, account, None).await?;
        end_links(&tx, account).await?;
        record(&tx, &held.actor, Event::AccountDisabled { account }).await?;
    }
    Ok(tx.commit().await?)
}

/// Opens an account again: it may log in, with the roles that it had. No session and no link of before comes back. Only
/// who runs the installation may.
pub async fn enable_account(store: &Store, actor: &Actor, account: Uuid) -> Result<(), IdentityError> {
    let tx = store.begin().await?;
    let held = hold(&tx, actor, account).await?;
    if !held.actor.may_everywhere(AccountsWrite) {
        return Err(IdentityError::NotAllowed);
    }
    enable(&tx, &held.actor, &held.account).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn enable(tx: &Tx, actor: &Actor, account: &account::Model) -> Result<(), IdentityError> {
    if account.disabled_at.is_none() {
        return Ok(());
    }
    let open = account::ActiveModel { disabled_at: Set(None), ..Default::default() };
    account::Entity::update_many().set(open).filter(account::Column::Id.eq(account.id)).exec(&**tx).await?;
    Ok(record(tx, actor, Event::AccountEnabled { account: account.id }).await?)
}
