//! Which project stands where.

use super::{begin, called, done, project as projects, stand as stands};
use crate::ExhibitionError;
use crate::entity::{project, stand};
use crate::event::What;
use crate::rules::spread::spread;
use crate::rules::{Fittings, is_roomy};
use base::{Actor, Uuid};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashSet;
use store::{DbErr, Store, Tx};

/// Gives a project a stand, or takes it away. A stand that another project has is refused, and says whose it is: nobody is
/// put out by somebody who saw an older plan. What the project needs and the stand does not have is the team's business.
pub async fn place(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    to: Option<Uuid>,
) -> Result<(), ExhibitionError> {
    let tx = begin(store, congress).await?;
    let row = projects::one(&tx, congress, id).await?.ok_or(ExhibitionError::Unknown)?;
    if row.stand_id == to {
        return Ok(tx.rollback().await?);
    }
    let mut number = None;
    if let Some(to) = to {
        let stand = stands::one(&tx, congress, to).await?.ok_or(ExhibitionError::Unknown)?;
        if let Some(other) = project::Entity::find().filter(project::Column::StandId.eq(to)).one(&*tx).await? {
            return Err(ExhibitionError::StandTaken(called(&other.title)));
        }
        number = Some(stand.number);
    }
    set(&tx, id, to).await?;
    done(tx, actor, (congress, id), called(&row.title), What::ProjectPlaced { stand: number }).await
}

async fn set(tx: &Tx, id: Uuid, to: Option<Uuid>) -> Result<(), DbErr> {
    project::Entity::update_many()
        .col_expr(project::Column::StandId, Expr::value(to))
        .col_expr(project::Column::ChangedAt, Expr::value(tx.now()))
        .filter(project::Column::Id.eq(id))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// What a project needs.
pub fn needs(row: &project::Model) -> Fittings {
    Fittings { power: row.needs_power, screen: row.needs_screen, space: row.needs_space }
}

/// What a stand has.
pub fn has(row: &stand::Model) -> Fittings {
    Fittings { power: row.power, screen: row.screen, space: is_roomy(row.width, row.depth) }
}

/// How many projects got a stand, and how many are left for whom no stand is free that has what they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub placed: usize,
    pub left: usize,
}

/// Gives stands to all projects that have none, so that each has what it needs and as many as can be have one. Who has one
/// keeps it.
pub async fn spread_rest(store: &Store, actor: &Actor, congress: Uuid) -> Result<Spread, ExhibitionError> {
    let tx = begin(store, congress).await?;
    let all = project::Entity::find()
        .filter(project::Column::CongressId.eq(congress))
        .order_by_asc(project::Column::CreatedAt)
        .order_by_asc(project::Column::Id)
        .all(&*tx)
        .await?;
    let taken: HashSet<Uuid> = all.iter().filter_map(|row| row.stand_id).collect();
    let without: Vec<&project::Model> = all.iter().filter(|row| row.stand_id.is_none()).collect();
    let free = stand::Entity::find()
        .filter(stand::Column::CongressId.eq(congress))
        .order_by_asc(stand::Column::Id)
        .all(&*tx)
        .await?;
    let free: Vec<stand::Model> = free.into_iter().filter(|row| !taken.contains(&row.id)).collect();
    let pairs =
        spread(&without.iter().map(|row| needs(row)).collect::<Vec<_>>(), &free.iter().map(has).collect::<Vec<_>>());
    for (project, stand) in &pairs {
        set(&tx, without[*project].id, Some(free[*stand].id)).await?;
    }
    let spread = Spread { placed: pairs.len(), left: without.len() - pairs.len() };
    if pairs.is_empty() {
        tx.rollback().await?;
        return Ok(spread);
    }
    done(tx, actor, (congress, congress), String::new(), What::Spread { n: pairs.len() }).await?;
    Ok(spread)
}
