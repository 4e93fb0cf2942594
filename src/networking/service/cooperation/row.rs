//! The rows of a cooperation: held, read, written.

use crate::NetworkingError;
use crate::entity::cooperation_member::State as Part;
use crate::entity::{cooperation, cooperation_member, cooperation_step, profile};
use crate::load::Member;
use crate::rules::cooperation::State;
use crate::rules::term;
use base::Uuid;
use congress::entity::topic;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use store::{DbErr, Tx};
use ticket::order_code;

pub(super) async fn hold(tx: &Tx, id: Uuid) -> Result<cooperation::Model, NetworkingError> {
    let find = cooperation::Entity::find().filter(cooperation::Column::Id.eq(id)).lock_exclusive();
    find.one(&**tx).await?.ok_or(NetworkingError::Unknown)
}

/// Holds one that somebody is in; for others there is none to change.
pub(super) async fn joined(tx: &Tx, member: &Member, id: Uuid) -> Result<cooperation::Model, NetworkingError> {
    let row = hold(tx, id).await?;
    let own = part(tx, id, member.id()).await?;
    own.filter(|own| own.state == Part::Joined).map(|_| row).ok_or(NetworkingError::Unknown)
}

/// Holds who acts and those whom it is about, in one order. The host of who acts.
pub(super) async fn hold_people(tx: &Tx, member: &Member, others: &BTreeSet<Uuid>) -> Result<Uuid, NetworkingError> {
    let all = others.iter().copied().chain([member.id()]);
    let rows = profile::Entity::find()
        .filter(profile::Column::Id.is_in(all))
        .order_by_asc(profile::Column::Id)
        .lock_exclusive()
        .all(&**tx)
        .await?;
    rows.iter().find(|row| row.id == member.id()).map(|row| row.host_id).ok_or(NetworkingError::Unknown)
}

/// Who is in it.
pub(super) async fn inside(tx: &Tx, id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    use cooperation_member::{Column, Entity};
    let find = Entity::find().filter(Column::CooperationId.eq(id)).filter(Column::State.eq(Part::Joined));
    Ok(find.all(&**tx).await?.into_iter().map(|row| row.profile_id).collect())
}

pub(super) async fn part(tx: &Tx, id: Uuid, profile: Uuid) -> Result<Option<cooperation_member::Model>, DbErr> {
    use cooperation_member::{Column, Entity};
    Entity::find().filter(Column::CooperationId.eq(id)).filter(Column::ProfileId.eq(profile)).one(&**tx).await
}

pub(super) async fn put(tx: &Tx, id: Uuid, profile: Uuid, state: Part, by: Option<Uuid>) -> Result<(), DbErr> {
    use cooperation_member::{ActiveModel, Column, Entity};
    let values =
        ActiveModel { state: Set(state), invited_by_id: Set(by), changed_at: Set(tx.now()), ..Default::default() };
    if let Some(row) = part(tx, id, profile).await? {
        return Entity::update_many().set(values).filter(Column::Id.eq(row.id)).exec(&**tx).await.map(|_| ());
    }
    let row = ActiveModel {
        id: Set(tx.id()),
        cooperation_id: Set(id),
        profile_id: Set(profile),
        made_at: Set(tx.now()),
        ..values
    };
    Entity::insert(row).exec_without_returning(&**tx).await.map(|_| ())
}

pub(super) async fn newest(tx: &Tx, id: Uuid) -> Result<Option<cooperation_step::Model>, DbErr> {
    use cooperation_step::{Column, Entity};
    Entity::find().filter(Column::CooperationId.eq(id)).order_by_desc(Column::Number).one(&**tx).await
}

pub(super) async fn say(
    tx: &Tx,
    id: Uuid,
    (state, by): (State, Option<Uuid>),
    note: String,
) -> Result<(), NetworkingError> {
    let number = newest(tx, id).await?.map_or(1, |step| step.number.saturating_add(1));
    if usize::try_from(number).is_ok_and(|number| number > term::STEPS) && by.is_some() {
        return Err(NetworkingError::TooMany(term::STEPS));
    }
    let row = cooperation_step::ActiveModel {
        id: Set(tx.id()),
        cooperation_id: Set(id),
        number: Set(number),
        state: Set(state),
        profile_id: Set(by),
        note: Set(note),
        made_at: Set(tx.now()),
    };
    cooperation_step::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(())
}

pub(super) async fn known(tx: &Tx, host: Uuid, topic: Uuid) -> Result<(), NetworkingError> {
    let find = topic::Entity::find().filter(topic::Column::HostId.eq(host)).filter(topic::Column::Id.eq(topic));
    find.one(&**tx).await?.map(|_| ()).ok_or(NetworkingError::Unknown)
}

/// Whether somebody is in few enough to be in one more.
pub(super) async fn room_of(tx: &Tx, profile: Uuid) -> Result<(), NetworkingError> {
    use cooperation_member::{Column, Entity};
    let find =
        Entity::find().filter(Column::ProfileId.eq(profile)).filter(Column::State.is_in([Part::Asked, Part::Joined]));
    room(find.count(&**tx).await?, 1)
}

/// Whether so many more may have to do with one.
pub(super) async fn room_in(tx: &Tx, id: Uuid, more: usize) -> Result<(), NetworkingError> {
    use cooperation_member::{Column, Entity};
    let find = Entity::find().filter(Column::CooperationId.eq(id)).filter(Column::State.is_in(Part::OPEN));
    room(find.count(&**tx).await?, more)
}

fn room(now: u64, more: usize) -> Result<(), NetworkingError> {
    let after = usize::try_from(now).unwrap_or(usize::MAX).saturating_add(more);
    if after > term::COOPERATIONS { Err(NetworkingError::TooMany(term::COOPERATIONS)) } else { Ok(()) }
}

pub(super) async fn free_code(tx: &Tx, host: Uuid) -> Result<String, DbErr> {
    use cooperation::{Column, Entity};
    loop {
        let code = order_code(tx.chance().bytes::<16>());
        let find = Entity::find().filter(Column::HostId.eq(host)).filter(Column::Code.eq(&code));
        if find.one(&**tx).await?.is_none() {
            return Ok(code);
        }
    }
}
