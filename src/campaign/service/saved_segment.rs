//! Segments that are kept by name, for the next letter.

use crate::entity::saved_segment::{Column, Entity, Model};
use crate::rules::segment::Segment;
use crate::{CampaignError, Event};
use base::{Actor, Uuid, name};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use store::{Conn, DbErr, Store, Tx, is_duplicate, record};

/// The longest name, in characters.
pub const MAX_NAME: usize = 80;

/// All of a congress, by name.
pub async fn all(conn: &Conn, congress: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::CongressId.eq(congress)).order_by_asc(Column::NameKey).all(conn).await
}

/// Keeps a segment by a name. There is no other of that name: nobody overwrites what others use. The same once more changes
/// nothing.
pub async fn keep(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    called: &str,
    segment: Segment,
) -> Result<(), CampaignError> {
    let segment = segment.tidy();
    if segment.is_empty() {
        return Err(CampaignError::Nobody);
    }
    let tx = store.begin().await?;
    let key = name::fold(called);
    let there =
        Entity::find().filter(Column::CongressId.eq(congress)).filter(Column::NameKey.eq(&key)).one(&*tx).await?;
    if let Some(there) = there {
        tx.rollback().await?;
        return if there.segment == segment { Ok(()) } else { Err(CampaignError::SegmentTaken) };
    }
    let row = Model {
        id: tx.id(),
        congress_id: congress,
        name: called.to_owned(),
        name_key: key,
        segment,
        created_at: tx.now(),
        changed_at: tx.now(),
    };
    let (id, name) = (row.id, row.name.clone());
    Entity::insert(row.into_active_model()).exec_without_returning(&*tx).await.map_err(taken)?;
    record(&tx, actor, Event::SegmentSaved { congress, segment: id, name }).await?;
    Ok(tx.commit().await?)
}

/// Somebody else gave that name at the same moment.
fn taken(error: DbErr) -> CampaignError {
    if is_duplicate(&error) { CampaignError::SegmentTaken } else { error.into() }
}

async fn hold(tx: &Tx, congress: Uuid, id: &str) -> Result<Model, CampaignError> {
    let id: Uuid = id.parse().map_err(|_| CampaignError::Unknown)?;
    let found = Entity::find_by_id(id).filter(Column::CongressId.eq(congress)).lock(LockType::NoKeyUpdate);
    found.one(&**tx).await?.ok_or(CampaignError::Unknown)
}

/// Calls it otherwise. Letters that were made of it are not touched.
pub async fn rename(store: &Store, actor: &Actor, congress: Uuid, id: &str, called: &str) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, congress, id).await?;
    if row.name == called {
        return Ok(tx.rollback().await?);
    }
    Entity::update_many()
        .col_expr(Column::Name, Expr::value(called))
        .col_expr(Column::NameKey, Expr::value(name::fold(called)))
        .col_expr(Column::ChangedAt, Expr::value(tx.now()))
        .filter(Column::Id.eq(row.id))
        .exec(&*tx)
        .await
        .map_err(taken)?;
    record(&tx, actor, Event::SegmentRenamed { congress, segment: row.id, name: called.to_owned() }).await?;
    Ok(tx.commit().await?)
}

/// Takes it away. Letters that were made of it are not touched.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: &str) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, congress, id).await?;
    Entity::delete_by_id(row.id).exec(&*tx).await?;
    record(&tx, actor, Event::SegmentRemoved { congress, segment: row.id, name: row.name }).await?;
    Ok(tx.commit().await?)
}
