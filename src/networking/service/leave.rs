//! Keeping a profile, and leaving the directory.

use super::index;
use crate::entity::{
    avoidance, connection, entry, interest, network_report, participation, presence, profile, profile_topic,
    topic_follow, topic_proposal,
};
use crate::event::What;
use crate::load::Member;
use crate::rules::term;
use crate::service::profile::PURPOSE;
use crate::{Event, NetworkingError};
use base::{Actor, Time, Uuid};
use identity::service::consent::withdraw_consent;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use store::{Store, Tx, record};

/// Keeps the profile for another term.
pub async fn keep(store: &Store, member: &Member) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    profile::Entity::update_many()
        .col_expr(profile::Column::ExpiresAt, Expr::value(tx.now() + term::PROFILE))
        .col_expr(profile::Column::RemindedAt, Expr::value(None::<Time>))
        .filter(profile::Column::Id.eq(member.id()))
        .exec(&*tx)
        .await?;
    Ok(tx.commit().await?)
}

/// Leaves the directory: at once and with all that was theirs there. What others reported or proposed stays, without whose it
/// was. Twice is once.
pub async fn withdraw(store: &Store, member: &Member) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    end(&tx, member.actor(), &member.profile, What::Withdrawn).await?;
    Ok(tx.commit().await?)
}

/// Deletes a profile and all that hangs on it; every congress that showed it shows it no more.
pub(super) async fn end(tx: &Tx, actor: &Actor, profile: &profile::Model, what: What) -> Result<(), NetworkingError> {
    let id = profile.id;
    let editions: Vec<Uuid> = participation::Entity::find()
        .filter(participation::Column::ProfileId.eq(id))
        .order_by_asc(participation::Column::CongressId)
        .all(&**tx)
        .await?
        .into_iter()
        .map(|row| row.congress_id)
        .collect();
    if profile::Entity::find().filter(profile::Column::Id.eq(id)).lock_exclusive().one(&**tx).await?.is_none() {
        return Ok(());
    }
    super::meeting::leave(tx, id).await?;
    let entries = || {
        entry::Entity::find()
            .select_only()
            .column(entry::Column::Id)
            .filter(entry::Column::ProfileId.eq(id))
            .into_query()
    };
    interest::Entity::update_many()
        .col_expr(interest::Column::EntryId, Expr::value(None::<Uuid>))
        .filter(interest::Column::EntryId.in_subquery(entries()))
        .exec(&**tx)
        .await?;
    let either = |one: interest::Column, other: interest::Column| Condition::any().add(one.eq(id)).add(other.eq(id));
    interest::Entity::delete_many()
        .filter(either(interest::Column::FromId, interest::Column::ToId))
        .exec(&**tx)
        .await?;
    super::cooperation::end_of(tx, id).await?;
    connection::Entity::delete_many()
        .filter(Condition::any().add(connection::Column::OneId.eq(id)).add(connection::Column::OtherId.eq(id)))
        .exec(&**tx)
        .await?;
    // Whom they avoided is theirs and goes; who avoids them goes on doing so, should they come back.
    avoidance::Entity::delete_many().filter(avoidance::Column::PersonId.eq(profile.person_id)).exec(&**tx).await?;
    let written = entry::Entity::find().filter(entry::Column::ProfileId.eq(id)).all(&**tx).await?;
    let found: Vec<Uuid> = written.into_iter().map(|row| row.id).chain([id]).collect();
    index::forget(tx, &found).await?;
    entry::Entity::delete_many().filter(entry::Column::ProfileId.eq(id)).exec(&**tx).await?;
    profile_topic::Entity::delete_many().filter(profile_topic::Column::ProfileId.eq(id)).exec(&**tx).await?;
    topic_follow::Entity::delete_many().filter(topic_follow::Column::ProfileId.eq(id)).exec(&**tx).await?;
    network_report::Entity::update_many()
        .col_expr(network_report::Column::ProfileId, Expr::value(None::<Uuid>))
        .filter(network_report::Column::ProfileId.eq(id))
        .exec(&**tx)
        .await?;
    topic_proposal::Entity::update_many()
        .col_expr(topic_proposal::Column::ProfileId, Expr::value(None::<Uuid>))
        .filter(topic_proposal::Column::ProfileId.eq(id))
        .exec(&**tx)
        .await?;
    let there = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::ProfileId.eq(id))
        .into_query();
    presence::Entity::delete_many().filter(presence::Column::ParticipationId.in_subquery(there)).exec(&**tx).await?;
    participation::Entity::delete_many().filter(participation::Column::ProfileId.eq(id)).exec(&**tx).await?;
    profile::Entity::delete_many().filter(profile::Column::Id.eq(id)).exec(&**tx).await?;
    for congress in &editions {
        withdraw_consent(tx, profile.mailbox_id, Some(*congress), PURPOSE).await?;
    }
    if let Some(congress) = editions.last().copied() {
        // Without the name: who leaves is not kept in the log by it.
        record(tx, actor, Event { congress, object: id, name: String::new(), what }).await?;
    }
    Ok(())
}
