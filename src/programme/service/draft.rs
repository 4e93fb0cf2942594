//! The draft as a whole: its counter, and the numbers of its occurrences.

use crate::entity::programme::{self, CHANGEOVER_MINUTES, DAY_CHANGE_MINUTES, GRID_MINUTES, WALK_MINUTES};
use crate::entity::slot;
use base::{Text, Uuid};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashSet;
use store::{DbErr, Tx};

/// Says that the draft has changed. The congress is held by who calls.
pub(crate) async fn raise(tx: &Tx, congress: Uuid) -> Result<(), DbErr> {
    there(tx, congress).await?;
    programme::Entity::update_many()
        .col_expr(programme::Column::Draft, Expr::col(programme::Column::Draft).add(1))
        .filter(programme::Column::CongressId.eq(congress))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// The row of the congress, made when it is asked for first. The congress is held by who calls.
pub(crate) async fn there(tx: &Tx, congress: Uuid) -> Result<programme::Model, DbErr> {
    let find = programme::Entity::find().filter(programme::Column::CongressId.eq(congress));
    if let Some(row) = find.one(&**tx).await? {
        return Ok(row);
    }
    let row = programme::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(congress),
        draft: Set(0),
        next_number: Set(1),
        day_change_minutes: Set(DAY_CHANGE_MINUTES),
        grid_minutes: Set(GRID_MINUTES),
        origin: Set(None),
        changeover_minutes: Set(CHANGEOVER_MINUTES),
        walk_minutes: Set(WALK_MINUTES),
    };
    programme::Entity::insert(row).exec_with_returning(&**tx).await
}

/// So many numbers that no slot of the congress has, each given once. The congress is held by who calls.
pub(crate) async fn numbers(tx: &Tx, congress: Uuid, n: usize) -> Result<Vec<i32>, DbErr> {
    let row = there(tx, congress).await?;
    let used: Vec<i32> = slot::Entity::find()
        .select_only()
        .column(slot::Column::Number)
        .filter(slot::Column::CongressId.eq(congress))
        .filter(slot::Column::Number.gte(row.next_number))
        .into_tuple()
        .all(&**tx)
        .await?;
    let used: HashSet<i32> = used.into_iter().collect();
    let numbers: Vec<i32> = (row.next_number..i32::MAX).filter(|number| !used.contains(number)).take(n).collect();
    let next = numbers.last().map_or(row.next_number, |last| last.saturating_add(1));
    programme::Entity::update_many()
        .col_expr(programme::Column::NextNumber, Expr::value(next))
        .filter(programme::Column::Id.eq(row.id))
        .exec(&**tx)
        .await?;
    Ok(numbers)
}

/// One of them.
pub(crate) async fn number(tx: &Tx, congress: Uuid) -> Result<i32, DbErr> {
    let numbers = numbers(tx, congress, 1).await?;
    numbers.first().copied().ok_or_else(|| DbErr::Custom("there are no numbers left".into()))
}

/// Parks an occurrence of a session: it has a number and an id for ever, and no time yet. The congress is held by who calls.
pub(crate) async fn park(tx: &Tx, congress: Uuid, session: Uuid, number: i32) -> Result<(), DbErr> {
    let row = slot::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(congress),
        kind: Set(slot::Kind::Session),
        session_id: Set(Some(session)),
        title: Set(Text::default().into()),
        room_id: Set(None),
        starts_at: Set(None),
        ends_at: Set(None),
        guid: Set(tx.chance().opaque_id()),
        number: Set(number),
        source_guid: Set(String::new()),
        source_id: Set(String::new()),
        origin: Set(None),
        removed_at: Set(None),
        pinned: Set(false),
        version: Set(1),
        created_at: Set(tx.now()),
        changed_at: Set(tx.now()),
    };
    slot::Entity::insert(row).exec_without_returning(&**tx).await.map(|_| ())
}
