//! Lists as a member of staff wants to see them again.

use crate::entity::saved_view;
use crate::{Event, IdentityError};
use base::actor::ActorKind;
use base::{Actor, Uuid, name};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, record};

/// The longest name, in characters.
pub const MAX_NAME: usize = 60;
/// The longest that is kept of an address.
pub const MAX_QUERY: usize = 1_000;

/// Keeps a list as it stands in the address, under a name. The same name for the same list again takes the place of what
/// was kept under it. Only its owner sees it.
pub async fn keep(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    list: &str,
    typed: &str,
    query: &str,
) -> Result<(), IdentityError> {
    let ActorKind::Staff(account) = actor.kind else { return Err(IdentityError::NotFound("view")) };
    let called: String = name::clean(typed).chars().take(MAX_NAME).collect();
    if called.is_empty() {
        return Err(IdentityError::NameMissing);
    }
    let tx = store.begin().await?;
    let row = saved_view::ActiveModel {
        id: Set(tx.id()),
        account_id: Set(account),
        congress_id: Set(congress),
        list: Set(list.into()),
        name: Set(called),
        query: Set(query.chars().take(MAX_QUERY).collect()),
        created_at: Set(tx.now()),
    };
    let same = OnConflict::columns([
        saved_view::Column::AccountId,
        saved_view::Column::CongressId,
        saved_view::Column::List,
        saved_view::Column::Name,
    ])
    .update_column(saved_view::Column::Query)
    .to_owned();
    saved_view::Entity::insert(row).on_conflict(same).exec_without_returning(&*tx).await?;
    record(&tx, actor, Event::ViewKept { account, congress, list: list.into() }).await?;
    Ok(tx.commit().await?)
}

/// No longer keeps a view of one's own. Gives the list that it was of, and how it was asked for.
pub async fn remove(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
) -> Result<saved_view::Model, IdentityError> {
    let ActorKind::Staff(account) = actor.kind else { return Err(IdentityError::NotFound("view")) };
    let tx = store.begin().await?;
    let found = saved_view::Entity::find()
        .filter(saved_view::Column::Id.eq(id))
        .filter(saved_view::Column::AccountId.eq(account))
        .filter(saved_view::Column::CongressId.eq(congress))
        .one(&*tx)
        .await?
        .ok_or(IdentityError::NotFound("view"))?;
    saved_view::Entity::delete_many().filter(saved_view::Column::Id.eq(id)).exec(&*tx).await?;
    record(&tx, actor, Event::ViewRemoved { account, congress, list: found.list.clone() }).await?;
    tx.commit().await?;
    Ok(found)
}
