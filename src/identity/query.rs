//! Who acts: accounts and tokens as [`Actor`]s, read anew at each request, so that what is taken away is gone at once.

pub mod bounce;
pub mod team;

use crate::entity::{account, api_token, login_link, role, saved_view};
use crate::policy::Role;
use crate::service::api_token::TOKEN_PREFIX;
use base::actor::ActorKind;
use base::actor::Grant;
use base::{Actor, Language, Time, Uuid, secret};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use store::{Conn, DbErr};

/// A member of staff and what their roles allow. `None`: unknown or disabled. Two statements.
pub async fn member(conn: &Conn, account: Uuid) -> Result<Option<(account::Model, Actor)>, DbErr> {
    let Some(account) = enabled(conn, account).await? else { return Ok(None) };
    let actor = staff(conn, &account).await?;
    Ok(Some((account, actor)))
}

/// An account that is not disabled.
pub(crate) async fn enabled(conn: &Conn, account: Uuid) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::Id.eq(account))
        .filter(account::Column::DisabledAt.is_null())
        .one(conn)
        .await
}

/// The account's roles as grants.
pub(crate) async fn staff(conn: &Conn, account: &account::Model) -> Result<Actor, DbErr> {
    let roles = role::Entity::find().filter(role::Column::AccountId.eq(account.id)).all(conn).await?;
    let grant = |row: role::Model| Grant { congress: row.congress_id, permissions: row.role.permissions().to_vec() };
    let grants = roles.into_iter().map(grant).collect();
    Ok(Actor::staff(account.id, account.name.as_str(), account.language(), grants))
}

/// The program behind a token. `None`: no such token, or a revoked one. One statement; none for what is no token.
pub async fn token_actor(conn: &Conn, given: &str, language: Language) -> Result<Option<Actor>, DbErr> {
    if !given.starts_with(TOKEN_PREFIX) {
        return Ok(None);
    }
    let found = api_token::Entity::find()
        .filter(api_token::Column::TokenHash.eq(secret::hash(given)))
        .filter(api_token::Column::RevokedAt.is_null())
        .one(conn)
        .await?;
    Ok(found.map(|token| {
        let grant = Grant { congress: token.congress_id, permissions: token.permissions() };
        Actor::token(token.id, token.name, language, vec![grant])
    }))
}

/// Whom a log-in link would log in. `None`: unknown, used, too old, or the account is disabled.
pub async fn link_account(conn: &Conn, token: &str, now: Time) -> Result<Option<account::Model>, DbErr> {
    let link = login_link::Entity::find()
        .filter(login_link::Column::TokenHash.eq(secret::hash(token)))
        .filter(login_link::Column::UsedAt.is_null())
        .filter(login_link::Column::ExpiresAt.gt(now))
        .one(conn)
        .await?;
    match link {
        Some(link) => enabled(conn, link.account_id).await,
        None => Ok(None),
    }
}

/// How many admins of the whole installation can log in: by password, and by mail alone.
pub async fn admins(conn: &Conn) -> Result<(i64, i64), DbErr> {
    let rows = role::Entity::find()
        .filter(role::Column::Role.eq(Role::Admin))
        .filter(role::Column::CongressId.is_null())
        .all(conn)
        .await?;
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(rows.iter().map(|row| row.account_id)))
        .filter(account::Column::DisabledAt.is_null())
        .all(conn)
        .await?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let by_password = accounts.iter().filter(|account| account.password_hash.is_some()).count();
    Ok((count(by_password), count(accounts.len() - by_password)))
}

/// Whether somebody who can log in has this role in a congress or everywhere. Two statements.
pub async fn has_role(conn: &Conn, congress: Uuid, wanted: crate::Role) -> Result<bool, DbErr> {
    let here = Condition::any().add(role::Column::CongressId.is_null()).add(role::Column::CongressId.eq(congress));
    let rows = role::Entity::find().filter(role::Column::Role.eq(wanted)).filter(here).all(conn).await?;
    let able = account::Entity::find()
        .filter(account::Column::Id.is_in(rows.into_iter().map(|row| row.account_id)))
        .filter(account::Column::DisabledAt.is_null())
        .count(conn)
        .await?;
    Ok(able > 0)
}

/// The views of a list that somebody keeps, by name. One statement.
pub async fn views(conn: &Conn, actor: &Actor, congress: Uuid, list: &str) -> Result<Vec<saved_view::Model>, DbErr> {
    let ActorKind::Staff(account) = actor.kind else { return Ok(vec![]) };
    saved_view::Entity::find()
        .filter(saved_view::Column::AccountId.eq(account))
        .filter(saved_view::Column::CongressId.eq(congress))
        .filter(saved_view::Column::List.eq(list))
        .order_by_asc(saved_view::Column::Name)
        .all(conn)
        .await
}

/// What accounts are called. One statement.
pub async fn names(conn: &Conn, accounts: BTreeSet<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    let rows = account::Entity::find().filter(account::Column::Id.is_in(accounts)).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// The names of these tokens of programs, also of those that are revoked. One statement.
pub async fn token_names(conn: &Conn, tokens: BTreeSet<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    let find = api_token::Entity::find().select_only().columns([api_token::Column::Id, api_token::Column::Name]);
    let rows: Vec<(Uuid, String)> = find.filter(api_token::Column::Id.is_in(tokens)).into_tuple().all(conn).await?;
    Ok(rows.into_iter().collect())
}
