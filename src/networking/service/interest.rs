//! Interest in each other: blind or with a message, answered, ended; and those whom one does not want to hear from.

use super::done;
use crate::NetworkingError;
use crate::entity::profile::Reach;
use crate::entity::{avoidance, connection, interest, profile};
use crate::event::What;
use crate::load::{Member, standing};
use crate::mail::{CONNECTED, MESSAGE, Pair};
use crate::rules::term;
use crate::rules::visibility::Viewer;
use base::{Time, Uuid};
use chrono::TimeDelta;
use identity::entity::mailbox;
use post::NewMessage;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use store::{Store, Tx};

/// Shows interest in somebody. Without a message it is blind: the other learns of it once they are interested, too, and then
/// both know each other at once. With one, they read it and say yes or no. Shown twice, it is one; who said "no thanks" takes
/// that back by it. What was declined cannot be shown again by the one who was declined, who does not learn of it: to them it
/// stays open until its time is over.
pub async fn show(
    store: &Store,
    member: &Member,
    other: &profile::Model,
    entry: Option<Uuid>,
    message: &str,
) -> Result<Shown, NetworkingError> {
    let tx = store.begin().await?;
    let congress = congress::service::congress::hold(&tx, member.congress).await?;
    let (one, other) = hold_both(&tx, member.id(), other.id).await?;
    match standing(&tx, Some(one.id), other.id).await? {
        Some(Viewer::Participant) => {}
        Some(Viewer::Contact) => return Err(NetworkingError::KnowEachOther),
        _ => return Err(NetworkingError::Unknown),
    }
    if !message.is_empty() && other.reach == Reach::Interest {
        return Err(NetworkingError::NoMessages);
    }
    let back = find(&tx, other.id, one.id).await?.filter(|row| is_open(row, tx.now()));
    if back.is_none() {
        let since = tx.now() - TimeDelta::days(1);
        let today = interest::Entity::find()
            .filter(interest::Column::FromId.eq(one.id))
            .filter(interest::Column::MadeAt.gt(since))
            .count(&*tx)
            .await?;
        if today >= term::INTERESTS_A_DAY {
            return Err(NetworkingError::TooOften);
        }
    }
    avoidance::Entity::delete_many()
        .filter(avoidance::Column::ProfileId.eq(one.id))
        .filter(avoidance::Column::OtherId.eq(other.id))
        .filter(avoidance::Column::Kind.eq(avoidance::Kind::Declined))
        .exec(&*tx)
        .await?;
    let own = find(&tx, one.id, other.id).await?;
    if let Some(back) = back {
        let origin = if back.message.is_empty() { connection::Origin::Interest } else { connection::Origin::Message };
        let about = entry.or(back.entry_id);
        settle(&tx, back.id, interest::State::Mutual).await?;
        put(&tx, own.as_ref(), member, &other, (entry, message), (interest::State::Mutual, tx.now())).await?;
        connect(&tx, member.congress, (&one, &other), origin, about).await?;
        done(tx, member.actor(), (member.congress, other.id), String::new(), What::Connected).await?;
        return Ok(Shown::Connected);
    }
    let stands = own.as_ref().is_some_and(|row| {
        // Declined ones stand, too: who declined is not asked again within the time of the first.
        matches!(row.state, interest::State::Open | interest::State::Declined) && row.expires_at > tx.now()
    });
    if stands {
        tx.rollback().await?;
        return Ok(Shown::Already);
    }
    let until = term::interest_until(tx.now(), congress.ends_at);
    let id = put(&tx, own.as_ref(), member, &other, (entry, message), (interest::State::Open, until)).await?;
    profile::Entity::update_many()
        .col_expr(profile::Column::Received, Expr::col(profile::Column::Received).add(1))
        .filter(profile::Column::Id.eq(other.id))
        .exec(&*tx)
        .await?;
    if !message.is_empty() {
        let cause = format!("{MESSAGE}:{id}:{}", tx.now().timestamp());
        tell(
            &tx,
            member.congress,
            &other,
            MESSAGE,
            cause,
            Pair { congress: member.congress, to: other.id, from: one.id },
        )
        .await?;
    }
    tx.commit().await?;
    Ok(Shown::Waits)
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
async fn hold_both(tx: &Tx, one: Uuid, other: Uuid) -> Result<(profile::Model, profile::Model), NetworkingError> {
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

/// Writes the row of one direction, anew or again.
async fn put(
    tx: &Tx,
    there: Option<&interest::Model>,
    member: &Member,
    other: &profile::Model,
    (entry, message): (Option<Uuid>, &str),
    (state, until): (interest::State, Time),
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
        made_at: Set(tx.now()),
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
        tell(tx, congress, to, CONNECTED, cause, Pair { congress, to: to.id, from: from.id }).await?;
    }
    Ok(())
}

async fn tell(
    tx: &Tx,
    congress: Uuid,
    to: &profile::Model,
    kind: &'static str,
    cause: String,
    pair: Pair,
) -> Result<(), NetworkingError> {
    let mailbox = mailbox::Entity::find().filter(mailbox::Column::Id.eq(to.mailbox_id)).one(&**tx).await?;
    let mailbox = mailbox.ok_or(NetworkingError::Unknown)?;
    let mail = NewMessage {
        congress_id: Some(congress),
        kind,
        cause,
        mailbox_id: Some(mailbox.id),
        about_id: None,
        to_address: mailbox.address.clone(),
        to_name: String::new(),
        language: mailbox.language(),
        payload: json!(pair),
        bulk: false,
    };
    post::enqueue(tx, mail).await?;
    Ok(())
}

/// Says yes or no to somebody who wrote. A no is theirs alone: the other is not told. The first answer holds; the same again
/// changes nothing.
pub async fn answer(store: &Store, member: &Member, other: &profile::Model, yes: bool) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, member.congress).await?;
    let (own, other) = hold_both(&tx, member.id(), other.id).await?;
    let asked = find(&tx, other.id, own.id).await?.filter(|row| !row.message.is_empty());
    let asked = asked.ok_or(NetworkingError::Unknown)?;
    let done_already = match asked.state {
        interest::State::Mutual => yes,
        interest::State::Declined => !yes,
        _ => false,
    };
    if done_already {
        return Ok(tx.rollback().await?);
    }
    if !is_open(&asked, tx.now()) {
        return Err(NetworkingError::Answered);
    }
    if !yes {
        settle(&tx, asked.id, interest::State::Declined).await?;
        return Ok(tx.commit().await?);
    }
    settle(&tx, asked.id, interest::State::Mutual).await?;
    connect(&tx, member.congress, (&own, &other), connection::Origin::Message, asked.entry_id).await?;
    done(tx, member.actor(), (member.congress, other.id), String::new(), What::Connected).await
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

/// "No thanks": not suggested any more, and what they wrote is declined; nobody learns of it. Blocked: neither sees the other
/// any more, and what there was between them is over.
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
    let row = avoidance::ActiveModel {
        id: Set(tx.id()),
        profile_id: Set(own.id),
        other_id: Set(other.id),
        kind: Set(kind),
        made_at: Set(tx.now()),
    };
    let again = OnConflict::columns([avoidance::Column::ProfileId, avoidance::Column::OtherId]);
    let again = match kind {
        avoidance::Kind::Blocked => again.clone().update_column(avoidance::Column::Kind).to_owned(),
        // Who is blocked stays so.
        avoidance::Kind::Declined => again.clone().do_nothing().to_owned(),
    };
    avoidance::Entity::insert(row).on_conflict(again).exec_without_returning(&*tx).await?;
    let ended = [(other.id, own.id, interest::State::Declined), (own.id, other.id, interest::State::Withdrawn)];
    for (from, to, state) in ended {
        interest::Entity::update_many()
            .col_expr(interest::Column::State, Expr::value(state))
            .filter(interest::Column::FromId.eq(from))
            .filter(interest::Column::ToId.eq(to))
            .filter(interest::Column::State.eq(interest::State::Open))
            .exec(&*tx)
            .await?;
    }
    if kind == avoidance::Kind::Blocked {
        let pair = in_order(own.id, other.id);
        connection::Entity::delete_many()
            .filter(connection::Column::OneId.eq(pair.0))
            .filter(connection::Column::OtherId.eq(pair.1))
            .exec(&*tx)
            .await?;
    }
    Ok(tx.commit().await?)
}
