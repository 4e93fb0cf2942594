//! Interest in each other: blind or with a message, answered, ended; and those whom one does not want to hear from.

use super::{Mail, done, tell};
use crate::NetworkingError;
use crate::entity::profile::Reach;
use crate::entity::{avoidance, connection, interest, profile};
use crate::event::What;
use crate::load::{Member, avoids, standing};
use crate::mail::{CONNECTED, MESSAGE, Pair};
use crate::rules::term;
use crate::rules::visibility::Viewer;
use base::{Actor, Time, Uuid};
use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Store, Tx};

/// Shows interest in somebody. Without a message it is blind: the other learns of it once they are interested, too, and then
/// both know each other at once. With one, they read it and say yes or no. Shown twice, it is one; who said "no thanks" takes
/// that back by it.
///
/// Who does not want to hear from somebody hears nothing, and that one does not notice: theirs stays open until its time is
/// over. Taken back and shown again within that time it is the same one, and no second mail.
pub async fn show(
    store: &Store,
    member: &Member,
    other: &profile::Model,
    entry: Option<Uuid>,
    message: &str,
) -> Result<Shown, NetworkingError> {
    let tx = store.begin().await?;
    let congress = congress::query::by_id(&tx, member.congress).await?.ok_or(NetworkingError::Unknown)?;
    let (one, other) = hold_both(&tx, member.id(), other.id).await?;
    match standing(&tx, Some(one.id), other.id).await? {
        Some(Viewer::Participant) => {}
        Some(Viewer::Contact) => return Err(NetworkingError::KnowEachOther),
        _ => return Err(NetworkingError::Unknown),
    }
    if !message.is_empty() && other.reach == Reach::Interest {
        return Err(NetworkingError::NoMessages);
    }
    forgive(&tx, &one, &other).await?;
    let own = find(&tx, one.id, other.id).await?;
    if let Some(back) = find(&tx, other.id, one.id).await?.filter(|row| is_open(row, tx.now())) {
        let origin = if back.message.is_empty() { connection::Origin::Interest } else { connection::Origin::Message };
        let about = entry.or(back.entry_id);
        settle(&tx, back.id, interest::State::Mutual).await?;
        let now = tx.now();
        put(&tx, own.as_ref(), (member, &other), (entry, message), (interest::State::Mutual, now, now)).await?;
        connect(&tx, member.congress, (&one, &other), origin, about).await?;
        finish(tx, (member.congress, other.id)).await?;
        return Ok(Shown::Connected);
    }
    let within = own.clone().filter(|row| row.expires_at > tx.now());
    if within.as_ref().is_some_and(|row| row.state == interest::State::Open) {
        // What was said about them meanwhile holds.
        tx.commit().await?;
        return Ok(Shown::Already);
    }
    let (made_at, until) = match &within {
        Some(row) => (row.made_at, row.expires_at),
        None => {
            let since = tx.now() - TimeDelta::days(1);
            let today = interest::Entity::find()
                .filter(interest::Column::FromId.eq(one.id))
                .filter(interest::Column::MadeAt.gt(since))
                .count(&*tx)
                .await?;
            if today >= term::INTERESTS_A_DAY {
                return Err(NetworkingError::TooOften);
            }
            profile::Entity::update_many()
                .col_expr(profile::Column::Received, Expr::col(profile::Column::Received).add(1))
                .filter(profile::Column::Id.eq(other.id))
                .exec(&*tx)
                .await?;
            (tx.now(), term::interest_until(tx.now(), congress.ends_at))
        }
    };
    let open = (interest::State::Open, made_at, until);
    let id = put(&tx, own.as_ref(), (member, &other), (entry, message), open).await?;
    if !message.is_empty() && !avoids(&tx, other.id, one.id).await? {
        let cause = format!("{MESSAGE}:{id}:{}", until.timestamp());
        let payload = Pair { congress: member.congress, to: other.id, from: one.id };
        let mail = Mail { congress: member.congress, kind: MESSAGE, cause, payload, bulk: false };
        tell(&tx, &other, mail).await?;
    }
    tx.commit().await?;
    Ok(Shown::Waits)
}

/// Who knows whom is nobody's business: the log says that it happened, and not who did it.
async fn finish(tx: Tx, (congress, about): (Uuid, Uuid)) -> Result<(), NetworkingError> {
    done(tx, &Actor::system(), (congress, about), String::new(), What::Connected).await
}

/// "No thanks" is taken back; a block is not.
async fn forgive(tx: &Tx, one: &profile::Model, other: &profile::Model) -> Result<(), NetworkingError> {
    avoidance::Entity::delete_many()
        .filter(avoidance::Column::PersonId.eq(one.person_id))
        .filter(avoidance::Column::OtherId.eq(other.person_id))
        .filter(avoidance::Column::Kind.eq(avoidance::Kind::Declined))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// What came of showing interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The other has to be interested, too.
    Waits,
    Already,
    Connected,
}

/// Whether an answer to it is awaited.
pub fn is_open(row: &interest::Model, now: Time) -> bool {
    row.state == interest::State::Open && row.expires_at > now
}

/// Both rows, always in the same order.
pub(super) async fn hold_both(
    tx: &Tx,
    one: Uuid,
    other: Uuid,
) -> Result<(profile::Model, profile::Model), NetworkingError> {
    let rows = profile::Entity::find()
        .filter(profile::Column::Id.is_in([one, other]))
        .order_by_asc(profile::Column::Id)
        .lock_exclusive()
        .all(&**tx)
        .await?;
    let by = |id: Uuid| rows.iter().find(|row| row.id == id).cloned().ok_or(NetworkingError::Unknown);
    Ok((by(one)?, by(other)?))
}

async fn find(tx: &Tx, from: Uuid, to: Uuid) -> Result<Option<interest::Model>, NetworkingError> {
    let find = interest::Entity::find().filter(interest::Column::FromId.eq(from)).filter(interest::Column::ToId.eq(to));
    Ok(find.one(&**tx).await?)
}

async fn settle(tx: &Tx, id: Uuid, state: interest::State) -> Result<(), NetworkingError> {
    let change = interest::ActiveModel { state: Set(state), answered_at: Set(Some(tx.now())), ..Default::default() };
    interest::Entity::update_many().set(change).filter(interest::Column::Id.eq(id)).exec(&**tx).await?;
    Ok(())
}

/// Writes the row of one direction, anew or again. Since when, and until when.
async fn put(
    tx: &Tx,
    there: Option<&interest::Model>,
    (member, other): (&Member, &profile::Model),
    (entry, message): (Option<Uuid>, &str),
    (state, made_at, until): (interest::State, Time, Time),
) -> Result<Uuid, NetworkingError> {
    let id = there.map_or_else(|| tx.id(), |row| row.id);
    let row = interest::ActiveModel {
        id: Set(id),
        congress_id: Set(member.congress),
        from_id: Set(member.id()),
        to_id: Set(other.id),
        entry_id: Set(entry),
        message: Set(message.to_owned()),
        state: Set(state),
        made_at: Set(made_at),
        expires_at: Set(until),
        answered_at: Set((state == interest::State::Mutual).then(|| tx.now())),
    };
    let again = OnConflict::column(interest::Column::Id)
        .update_columns([
            interest::Column::CongressId,
            interest::Column::EntryId,
            interest::Column::Message,
            interest::Column::State,
            interest::Column::MadeAt,
            interest::Column::ExpiresAt,
            interest::Column::AnsweredAt,
        ])
        .to_owned();
    interest::Entity::insert(row).on_conflict(again).exec_without_returning(&**tx).await?;
    Ok(id)
}

/// As a connection has them: the smaller id first.
fn in_order(one: Uuid, other: Uuid) -> (Uuid, Uuid) {
    if one < other { (one, other) } else { (other, one) }
}

/// The two know each other from now on, and each is told by mail how to reach the other.
pub(super) async fn connect(
    tx: &Tx,
    congress: Uuid,
    (one, other): (&profile::Model, &profile::Model),
    origin: connection::Origin,
    entry: Option<Uuid>,
) -> Result<(), NetworkingError> {
    let topic = match entry {
        Some(id) => crate::entity::entry::Entity::find_by_id(id).one(&**tx).await?.map(|row| row.topic_id),
        None => None,
    };
    let (id, pair) = (tx.id(), in_order(one.id, other.id));
    let row = connection::ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        one_id: Set(pair.0),
        other_id: Set(pair.1),
        origin: Set(origin),
        topic_id: Set(topic),
        made_at: Set(tx.now()),
    };
    let once = OnConflict::columns([connection::Column::OneId, connection::Column::OtherId]).do_nothing().to_owned();
    connection::Entity::insert(row).on_conflict(once).exec_without_returning(&**tx).await?;
    for (to, from) in [(one, other), (other, one)] {
        let cause = format!("{CONNECTED}:{id}:{}", to.id);
        let payload = Pair { congress, to: to.id, from: from.id };
        tell(tx, to, Mail { congress, kind: CONNECTED, cause, payload, bulk: false }).await?;
    }
    Ok(())
}

/// Says yes or no to somebody who wrote. A no is a "no thanks" that nobody is told. Yes holds; who said no may still say yes while
/// the other waits.
pub async fn answer(store: &Store, member: &Member, other: &profile::Model, yes: bool) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let (own, other) = hold_both(&tx, member.id(), other.id).await?;
    let asked = find(&tx, other.id, own.id).await?.filter(|row| !row.message.is_empty());
    let asked = asked.ok_or(NetworkingError::Unknown)?;
    if asked.state == interest::State::Mutual {
        tx.rollback().await?;
        return if yes { Ok(()) } else { Err(NetworkingError::Answered) };
    }
    if !is_open(&asked, tx.now()) {
        return Err(NetworkingError::Answered);
    }
    if !yes {
        avoid_within(&tx, (&own, &other), avoidance::Kind::Declined).await?;
        return Ok(tx.commit().await?);
    }
    forgive(&tx, &own, &other).await?;
    settle(&tx, asked.id, interest::State::Mutual).await?;
    connect(&tx, member.congress, (&own, &other), connection::Origin::Message, asked.entry_id).await?;
    finish(tx, (member.congress, other.id)).await
}

/// Takes back an interest that nobody has answered. What is answered stays.
pub async fn take_back(store: &Store, member: &Member, other: &profile::Model) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    hold_both(&tx, member.id(), other.id).await?;
    interest::Entity::update_many()
        .col_expr(interest::Column::State, Expr::value(interest::State::Withdrawn))
        .filter(interest::Column::FromId.eq(member.id()))
        .filter(interest::Column::ToId.eq(other.id))
        .filter(interest::Column::State.eq(interest::State::Open))
        .exec(&*tx)
        .await?;
    Ok(tx.commit().await?)
}

/// "No thanks": not suggested any more, and not heard from; nobody learns of it. Blocked: neither sees the other any more, and
/// what there was between them is over.
pub async fn avoid(
    store: &Store,
    member: &Member,
    other: &profile::Model,
    kind: avoidance::Kind,
) -> Result<(), NetworkingError> {
    if member.id() == other.id {
        return Err(NetworkingError::Unknown);
    }
    let tx = store.begin().await?;
    let (own, other) = hold_both(&tx, member.id(), other.id).await?;
    avoid_within(&tx, (&own, &other), kind).await?;
    Ok(tx.commit().await?)
}

/// A part of what makes somebody avoid somebody. What the other has shown stays as it looks to them.
async fn avoid_within(
    tx: &Tx,
    (own, other): (&profile::Model, &profile::Model),
    kind: avoidance::Kind,
) -> Result<(), NetworkingError> {
    let row = avoidance::ActiveModel {
        id: Set(tx.id()),
        person_id: Set(own.person_id),
        other_id: Set(other.person_id),
        kind: Set(kind),
        made_at: Set(tx.now()),
    };
    let mut again = OnConflict::columns([avoidance::Column::PersonId, avoidance::Column::OtherId]);
    match kind {
        avoidance::Kind::Blocked => again.update_column(avoidance::Column::Kind),
        // Who is blocked stays so.
        avoidance::Kind::Declined => again.do_nothing(),
    };
    avoidance::Entity::insert(row).on_conflict(again).exec_without_returning(&**tx).await?;
    interest::Entity::update_many()
        .col_expr(interest::Column::State, Expr::value(interest::State::Withdrawn))
        .filter(interest::Column::FromId.eq(own.id))
        .filter(interest::Column::ToId.eq(other.id))
        .filter(interest::Column::State.eq(interest::State::Open))
        .exec(&**tx)
        .await?;
    if kind == avoidance::Kind::Blocked {
        let pair = in_order(own.id, other.id);
        connection::Entity::delete_many()
            .filter(connection::Column::OneId.eq(pair.0))
            .filter(connection::Column::OtherId.eq(pair.1))
            .exec(&**tx)
            .await?;
        super::meeting::part(tx, own.id, other.id).await?;
        super::cooperation::part_ways(tx, own.id, other.id).await?;
    }
    Ok(())
}
