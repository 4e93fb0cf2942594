//! API tokens: what programs log in with.

use crate::entity::api_token;
use crate::error::IdentityError;
use crate::event::Event;
use base::{Actor, Permission, Uuid, name, secret};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use store::{Store, record};

/// How every token begins, so that people and secret scanners recognise one that lies about.
pub const TOKEN_PREFIX: &str = "kg_";

/// A token that was just made.
#[derive(Clone)]
pub struct NewToken {
    pub id: Uuid,
    /// To be shown once: it is stored only hashed.
    pub secret: String,
}

/// Makes a token for a program, with these permissions in one congress, or in all of them (`None`).
///
/// Its secret is shown once. A token needs a name, which stands on timelines, and at least one permission. It holds
/// until it is revoked.
pub async fn add_api_token(
    store: &Store,
    actor: &Actor,
    name: &str,
    congress: Option<Uuid>,
    permissions: &[Permission],
) -> Result<NewToken, IdentityError> {
    let name = name::clean(name);
    if name.is_empty() {
        return Err(IdentityError::NameMissing);
    }
    let mut permissions = permissions.to_vec();
    permissions.sort_unstable();
    permissions.dedup();
    if permissions.is_empty() {
        return Err(IdentityError::PermissionMissing);
    }
    let tx = store.begin().await?;
    let secret = format!("{TOKEN_PREFIX}{}", secret::random(tx.chance()));
    let id = tx.id();
    let row = api_token::ActiveModel {
        id: Set(id),
        name: Set(name),
        token_hash: Set(secret::hash(&secret)),
        congress_id: Set(congress),
        permissions: Set(permissions.iter().map(|p| Value::from(p.name())).collect()),
        created_at: Set(tx.now()),
        revoked_at: Set(None),
    };
    api_token::Entity::insert(row).exec_without_returning(&*tx).await?;
    record(&tx, actor, Event::ApiTokenAdded { token: id, congress, permissions }).await?;
    tx.commit().await?;
    Ok(NewToken { id, secret })
}

/// Ends a token, at its next request. Ending it again changes nothing.
pub async fn revoke_api_token(store: &Store, actor: &Actor, token: Uuid) -> Result<(), IdentityError> {
    let tx = store.begin().await?;
    let found = api_token::Entity::find().filter(api_token::Column::Id.eq(token)).one(&*tx).await?;
    let congress = found.ok_or(IdentityError::NotFound("token"))?.congress_id;
    let ended = api_token::Entity::update_many()
        .col_expr(api_token::Column::RevokedAt, Expr::value(tx.now()))
        .filter(api_token::Column::Id.eq(token))
        .filter(api_token::Column::RevokedAt.is_null())
        .exec(&*tx)
        .await?;
    if ended.rows_affected == 1 {
        record(&tx, actor, Event::ApiTokenRevoked { token, congress }).await?;
    }
    Ok(tx.commit().await?)
}
