//! Those who judge together: which tracks, and who.

use super::fits;
use crate::entity::{review_team, review_team_member, review_team_track};
use crate::query::review::frame::{may_review, team};
use crate::{ReviewError, ReviewEvent};
use base::{Actor, Uuid};
use congress::entity::track;
use congress::service::congress::hold;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, Tx, record};
use web::form::Seen;

/// What is said of a team.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Team {
    pub name: String,
    pub position: i32,
    /// None: all of them. In the order of their ids.
    pub tracks: Vec<Uuid>,
    /// In the order of their accounts.
    pub members: Vec<Member>,
}

/// Somebody of a team.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Member {
    pub account: Uuid,
    /// For whom they work, so that they judge nothing that comes from there.
    pub organisation: String,
}

impl Team {
    /// In the order in which two teams are compared.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.tracks.sort();
        self.tracks.dedup();
        self.members.sort();
        self.members.dedup_by_key(|member| member.account);
        self
    }
}

/// Adds a team. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Team) -> Result<(), ReviewError> {
    let new = new.sorted();
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    if team(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    check(&tx, congress, &new).await?;
    let changed = changes(&json!({}), &new);
    let row = review_team::ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        name: Set(new.name.clone()),
        position: Set(new.position),
    };
    review_team::Entity::insert(row).exec_without_returning(&*tx).await?;
    write(&tx, id, &new).await?;
    record(&tx, actor, ReviewEvent::TeamAdded { congress, team: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Changes a team as somebody saw it. What its members judged stays.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Team,
    seen: &Seen,
) -> Result<(), ReviewError> {
    let new = new.sorted();
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let old = team(&tx, congress, id).await?.ok_or(ReviewError::Unknown)?;
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    check(&tx, congress, &new).await?;
    let changed = changes(&old, &new);
    let update =
        review_team::ActiveModel { name: Set(new.name.clone()), position: Set(new.position), ..Default::default() };
    review_team::Entity::update_many().set(update).filter(review_team::Column::Id.eq(id)).exec(&*tx).await?;
    clear(&tx, id).await?;
    write(&tx, id, &new).await?;
    record(&tx, actor, ReviewEvent::TeamChanged { congress, team: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Removes a team. One that is gone is gone: that is no error. What its members judged stays.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), ReviewError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let Some(old) = team(&tx, congress, id).await? else { return Ok(tx.commit().await?) };
    clear(&tx, id).await?;
    review_team::Entity::delete_many().filter(review_team::Column::Id.eq(id)).exec(&*tx).await?;
    let changed = changes(&old, &json!({}));
    record(&tx, actor, ReviewEvent::TeamRemoved { congress, team: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Tracks are of the congress, members may review in it.
async fn check(tx: &Tx, congress: Uuid, team: &Team) -> Result<(), ReviewError> {
    if team.name.trim().is_empty() {
        return Err(ReviewError::NameMissing);
    }
    fits(&team.name, 300)?;
    team.members.iter().try_for_each(|member| fits(&member.organisation, 300))?;
    let tracks = track::Entity::find()
        .filter(track::Column::CongressId.eq(congress))
        .filter(track::Column::Id.is_in(team.tracks.iter().copied()))
        .count(&**tx)
        .await?;
    if usize::try_from(tracks).ok() != Some(team.tracks.len()) {
        return Err(ReviewError::Unknown);
    }
    let may = may_review(tx, congress).await?;
    if team.members.iter().all(|member| may.contains(&member.account)) {
        Ok(())
    } else {
        Err(ReviewError::NotAReviewer)
    }
}

async fn clear(tx: &Tx, id: Uuid) -> Result<(), ReviewError> {
    review_team_track::Entity::delete_many().filter(review_team_track::Column::TeamId.eq(id)).exec(&**tx).await?;
    review_team_member::Entity::delete_many().filter(review_team_member::Column::TeamId.eq(id)).exec(&**tx).await?;
    Ok(())
}

async fn write(tx: &Tx, team: Uuid, new: &Team) -> Result<(), ReviewError> {
    let tracks = new.tracks.iter().map(|track| review_team_track::ActiveModel {
        id: Set(tx.id()),
        team_id: Set(team),
        track_id: Set(*track),
    });
    if !new.tracks.is_empty() {
        review_team_track::Entity::insert_many(tracks).exec_without_returning(&**tx).await?;
    }
    let members = new.members.iter().map(|member| review_team_member::ActiveModel {
        id: Set(tx.id()),
        team_id: Set(team),
        account_id: Set(member.account),
        organisation: Set(member.organisation.trim().to_owned()),
    });
    if !new.members.is_empty() {
        review_team_member::Entity::insert_many(members).exec_without_returning(&**tx).await?;
    }
    Ok(())
}
