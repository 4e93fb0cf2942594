//! What should not stand there: reported by people, looked at by organisers.

use super::{Mail, done, tell};
use crate::entity::network_report::{Decision, ObjectKind};
use crate::entity::{entry, network_report, profile};
use crate::event::What;
use crate::load::Member;
use crate::mail::{REMOVED, Removed};
use crate::{Event, NetworkingError};
use base::{Actor, Uuid};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use store::{Store, record};

/// Most reports of one person that wait.
const OPEN: usize = 20;

/// Says that something should not stand there. The same about the same, while it waits, is one.
pub async fn report(
    store: &Store,
    member: &Member,
    (kind, object): (ObjectKind, Uuid),
    why: &str,
) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    super::profile::hold(&tx, member.id()).await?;
    let open = || {
        network_report::Entity::find()
            .filter(network_report::Column::ProfileId.eq(member.id()))
            .filter(network_report::Column::DecidedAt.is_null())
    };
    if open().filter(network_report::Column::ObjectId.eq(object)).one(&*tx).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    if open().count(&*tx).await? >= u64::try_from(OPEN).unwrap_or(u64::MAX) {
        return Err(NetworkingError::TooMany(OPEN));
    }
    let row = network_report::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(member.congress),
        profile_id: Set(Some(member.id())),
        object_kind: Set(kind),
        object_id: Set(object),
        why: Set(why.to_owned()),
        made_at: Set(tx.now()),
        decision: Set(None),
        note: Set(String::new()),
        decided_at: Set(None),
    };
    network_report::Entity::insert(row).exec_without_returning(&*tx).await?;
    Ok(tx.commit().await?)
}

/// Decides on what was reported. What is taken off shows to nobody but its author, who reads why: an offer or a need stays
/// theirs to see, a profile is deleted. The first decision holds; all reports about the same are decided with it.
pub async fn decide(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    (removed, note): (bool, &str),
) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let row = network_report::Entity::find()
        .filter(network_report::Column::Id.eq(id))
        .filter(network_report::Column::CongressId.eq(congress))
        .one(&*tx)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    if row.decided_at.is_some() {
        return Err(NetworkingError::Answered);
    }
    let change = network_report::ActiveModel {
        decision: Set(Some(if removed { Decision::Removed } else { Decision::Kept })),
        note: Set(note.to_owned()),
        decided_at: Set(Some(tx.now())),
        ..Default::default()
    };
    network_report::Entity::update_many()
        .set(change)
        .filter(network_report::Column::CongressId.eq(congress))
        .filter(network_report::Column::ObjectId.eq(row.object_id))
        .filter(network_report::Column::DecidedAt.is_null())
        .exec(&*tx)
        .await?;
    if !removed {
        return done(tx, actor, (congress, id), String::new(), What::ReportKept).await;
    }
    match row.object_kind {
        ObjectKind::Entry => {
            let Some(entry) = entry::Entity::find_by_id(row.object_id).one(&*tx).await? else {
                return Ok(tx.commit().await?);
            };
            entry::Entity::update_many()
                .col_expr(entry::Column::HiddenAt, Expr::value(tx.now()))
                .col_expr(entry::Column::HiddenWhy, Expr::value(note))
                .filter(entry::Column::Id.eq(entry.id))
                .exec(&*tx)
                .await?;
            super::index::forget(&tx, &[entry.id]).await?;
            say(&tx, congress, entry.profile_id, (id, &entry.title, note)).await?;
            let what = What::EntryHidden { why: note.to_owned() };
            done(tx, actor, (congress, entry.id), entry.title, what).await
        }
        ObjectKind::Profile => {
            let Some(profile) = profile::Entity::find_by_id(row.object_id).one(&*tx).await? else {
                return Ok(tx.commit().await?);
            };
            say(&tx, congress, profile.id, (id, "", note)).await?;
            let what = What::ProfileHidden { why: note.to_owned() };
            record(&tx, actor, Event { congress, object: profile.id, name: String::new(), what }).await?;
            super::leave::end(&tx, actor, &profile, What::Withdrawn).await?;
            Ok(tx.commit().await?)
        }
    }
}

/// Tells the author what was taken off, and why.
async fn say(
    tx: &store::Tx,
    congress: Uuid,
    profile: Uuid,
    (report, title, why): (Uuid, &str, &str),
) -> Result<(), NetworkingError> {
    let Some(profile) = profile::Entity::find_by_id(profile).one(&**tx).await? else { return Ok(()) };
    let payload = Removed { congress, title: title.to_owned(), why: why.to_owned() };
    let cause = format!("{REMOVED}:{report}");
    tell(tx, &profile, Mail { congress, kind: REMOVED, cause, payload, bulk: false }).await?;
    Ok(())
}
