//! Which mails an order causes. They are written by [`crate::mail`] when they are due.

use crate::entity::{attendee, cancellation, order, substitution};
use crate::load::{Attendee, Manage, Order};
use crate::mail::{CANCELLATION_MAIL, EXPIRY_MAIL, ORDER_MAIL, SUBSTITUTE_MAIL, SUBSTITUTED_MAIL};
use crate::{Event, RegistrationError};
use base::{Actor, Language, Time, Uuid, name};
use chrono::TimeDelta;
use identity::entity::mailbox;
use post::NewMessage;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::event::Line;
use store::{Conn, Store, Tx, record};

/// How often the mails of one order can be asked for by those who hold its links, …
const REQUESTS: usize = 3;
/// … within so long: a link that got into wrong hands must not flood anybody.
const WITHIN: TimeDelta = TimeDelta::minutes(10);

/// Asks for the mails of an order once more: the tickets and the overview. The same `request` asks once.
pub async fn request_order(store: &Store, order: &Order<Manage>, request: Uuid) -> Result<(), RegistrationError> {
    ask(store, order.actor(), order.row(), None, request).await
}

/// Asks for one attendee's ticket once more. The same `request` asks once.
pub async fn request_attendee(store: &Store, attendee: &Attendee, request: Uuid) -> Result<(), RegistrationError> {
    ask(store, attendee.actor(), attendee.order(), Some(attendee.row()), request).await
}

async fn ask(
    store: &Store,
    actor: &Actor,
    order: &order::Model,
    only: Option<&attendee::Model>,
    request: Uuid,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    // Who asks second waits for the first.
    super::order::hold(&tx, order.id).await?;
    let asked = store::event::lines(&tx, &[order.id], &["order.mail-requested"]).await?;
    if asked.iter().any(|line| line.detail["request"] == json!(request)) {
        return Ok(tx.rollback().await?);
    }
    if !actor.is_staff() && are_too_many(&asked, tx.now()) {
        return Err(RegistrationError::TooManyMails);
    }
    let event = Event::MailRequested {
        congress: order.congress_id,
        order: order.id,
        attendee: only.map(|a| a.id),
        mailbox: None,
        request,
        bulk: false,
        part: false,
    };
    record(&tx, actor, event).await?;
    tx.commit().await?;
    Ok(())
}

fn are_too_many(asked: &[Line], now: Time) -> bool {
    asked.iter().filter(|line| line.at > now - WITHIN).count() >= REQUESTS
}

/// Whether something that sends a mail may be done once more to this object, by who holds a link.
pub(super) async fn not_too_often(tx: &Tx, object: Uuid, verb: &str) -> Result<(), RegistrationError> {
    let asked = store::event::lines(tx, &[object], &[verb]).await?;
    if are_too_many(&asked, tx.now()) { Err(RegistrationError::TooManyMails) } else { Ok(()) }
}

/// Asks for what one mailbox gets of an order, as a part of correcting an address or ending a link.
pub(super) async fn request_for(
    tx: &Tx,
    actor: &Actor,
    order: &order::Model,
    mailbox: Uuid,
) -> Result<(), RegistrationError> {
    Ok(record(tx, actor, requested(tx, order, Some(mailbox), false)).await?)
}

/// The same as a part of something whose own event says that the tickets go once more.
pub(super) async fn request_with(
    tx: &Tx,
    actor: &Actor,
    order: &order::Model,
    mailbox: Uuid,
) -> Result<(), RegistrationError> {
    Ok(record(tx, actor, requested(tx, order, Some(mailbox), true)).await?)
}

fn requested(tx: &Tx, order: &order::Model, mailbox: Option<Uuid>, part: bool) -> Event {
    Event::MailRequested {
        congress: order.congress_id,
        order: order.id,
        attendee: None,
        mailbox,
        request: tx.id(),
        bulk: false,
        part,
    }
}

/// Asks for all mails of an order once more, as a part of changing it.
pub async fn request_in(tx: &Tx, actor: &Actor, order: &order::Model) -> Result<(), RegistrationError> {
    Ok(record(tx, actor, requested(tx, order, None, false)).await?)
}

/// Which mails of an order: all, one attendee's, or what goes to one mailbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Only {
    pub attendee: Option<Uuid>,
    pub mailbox: Option<Uuid>,
    /// They are some of very many, and wait for all others.
    pub bulk: bool,
}

/// Puts the mails of an order into the outbox: one for each address. A buyer who attends gets ticket and overview in
/// one; attendees who share an address get one mail with all their tickets.
///
/// `request`: asked for again, by its id; then `only` may narrow them.
pub async fn send_order(
    store: &Store,
    order: Uuid,
    request: Option<Uuid>,
    only: Only,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let Some(order) = standing(&tx, order).await? else { return Ok(()) };
    let attendees = attendees(&tx, order.id).await?;
    let mut boxes: BTreeMap<Uuid, (String, Language)> = BTreeMap::new();
    for a in attendees.iter().filter(|a| only.attendee.is_none_or(|id| a.id == id)) {
        boxes
            .entry(a.mailbox_id)
            .or_insert_with(|| (name::full(&a.given_name, &a.family_name), a.language.parse().unwrap_or_default()));
    }
    if only.attendee.is_none() {
        boxes.insert(order.mailbox_id, (order.buyer_name.clone(), order.language.parse().unwrap_or_default()));
    }
    boxes.retain(|id, _| only.mailbox.is_none_or(|mailbox| *id == mailbox));
    let again = request.map_or_else(String::new, |id| format!(":again:{id}"));
    for (mailbox, (name, language)) in boxes {
        let cause = format!("order:{}:{mailbox}{again}", order.id);
        let payload = json!({ "order": order.id, "mailbox": mailbox });
        enqueue(&tx, &order, ORDER_MAIL, cause, mailbox, name, language, payload, only.bulk).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Tells everyone whose ticket was cancelled, and the buyer: one mail for each address.
pub async fn send_cancellation(store: &Store, order: Uuid, ended: &[Uuid]) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let Some(order) = standing(&tx, order).await? else { return Ok(()) };
    let Some(first) = cancellation::Entity::find()
        .filter(cancellation::Column::AttendeeId.is_in(ended.iter().copied()))
        .filter(cancellation::Column::UndoneAt.is_null())
        .order_by_asc(cancellation::Column::Id)
        .one(&*tx)
        .await?
    else {
        return Ok(());
    };
    let mut boxes: BTreeMap<Uuid, (String, Language, Vec<Uuid>)> = BTreeMap::new();
    for a in attendees(&tx, order.id).await?.iter().filter(|a| ended.contains(&a.id)) {
        let new = || (name::full(&a.given_name, &a.family_name), a.language.parse().unwrap_or_default(), vec![]);
        boxes.entry(a.mailbox_id).or_insert_with(new).2.push(a.id);
    }
    boxes.insert(
        order.mailbox_id,
        (order.buyer_name.clone(), order.language.parse().unwrap_or_default(), ended.to_vec()),
    );
    for (mailbox, (name, language, people)) in boxes {
        let cause = format!("cancellation:{}:{mailbox}", first.id);
        let payload = json!({ "order": order.id, "mailbox": mailbox, "attendees": people });
        enqueue(&tx, &order, CANCELLATION_MAIL, cause, mailbox, name, language, payload, false).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Tells the buyer that tickets have expired which nobody paid for. Who was to have one learns it from them.
pub async fn send_expiry(store: &Store, order: Uuid, ended: &[Uuid]) -> Result<(), RegistrationError> {
    let Some(first) = ended.first() else { return Ok(()) };
    let tx = store.begin().await?;
    let order = find(&tx, order).await?;
    // Paid for again, and expired again: that is another time.
    let ticket = attendees(&tx, order.id).await?.into_iter().find(|a| a.id == *first);
    let time = ticket.ok_or(RegistrationError::Unknown)?.sequence;
    let cause = format!("expiry:{first}:{time}");
    let payload = json!({ "order": order.id, "mailbox": order.mailbox_id, "attendees": ended });
    let (name, language) = (order.buyer_name.clone(), order.language.parse().unwrap_or_default());
    enqueue(&tx, &order, EXPIRY_MAIL, cause, order.mailbox_id, name, language, payload, false).await?;
    tx.commit().await?;
    Ok(())
}

/// Asks somebody to take over a ticket.
pub async fn send_substitute(store: &Store, substitution: Uuid) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let asked = substitution::Entity::find().filter(substitution::Column::Id.eq(substitution)).one(&*tx).await?;
    let asked = asked.ok_or(RegistrationError::Unknown)?;
    let order = find(&tx, asked.order_id).await?;
    let cause = format!("substitute:{}", asked.id);
    let payload = json!({ "order": order.id, "mailbox": asked.mailbox_id, "substitution": asked.id });
    let language = asked.language.parse().unwrap_or_default();
    let mailbox = asked.mailbox_id;
    enqueue(&tx, &order, SUBSTITUTE_MAIL, cause, mailbox, String::new(), language, payload, false).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells who had a ticket that it passed on, and who ordered it; who has it now gets it. One mail for each address.
pub async fn send_substituted(
    store: &Store,
    attendee: Uuid,
    former: (Uuid, Language),
    request: Uuid,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let row = attendee::Entity::find().filter(attendee::Column::Id.eq(attendee)).one(&*tx).await?;
    let row = row.ok_or(RegistrationError::Unknown)?;
    let order = find(&tx, row.order_id).await?;
    let mut boxes = BTreeMap::from([former]);
    boxes.entry(order.mailbox_id).or_insert_with(|| order.language.parse().unwrap_or_default());
    boxes.remove(&row.mailbox_id);
    for (mailbox, language) in boxes {
        let cause = format!("substituted:{request}:{mailbox}");
        let payload = json!({ "order": order.id, "mailbox": mailbox, "attendees": [attendee] });
        let name = if mailbox == order.mailbox_id { order.buyer_name.clone() } else { String::new() };
        enqueue(&tx, &order, SUBSTITUTED_MAIL, cause, mailbox, name, language, payload, false).await?;
    }
    let cause = format!("order:{}:{}:again:{request}", order.id, row.mailbox_id);
    let payload = json!({ "order": order.id, "mailbox": row.mailbox_id });
    let (name, language) = (name::full(&row.given_name, &row.family_name), row.language.parse().unwrap_or_default());
    enqueue(&tx, &order, ORDER_MAIL, cause, row.mailbox_id, name, language, payload, false).await?;
    tx.commit().await?;
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "the parts of one message")]
async fn enqueue(
    tx: &Tx,
    order: &order::Model,
    kind: &'static str,
    cause: String,
    mailbox: Uuid,
    to_name: String,
    language: Language,
    payload: Value,
    bulk: bool,
) -> Result<(), RegistrationError> {
    let row = mailbox::Entity::find()
        .filter(mailbox::Column::Id.eq(mailbox))
        .one(&**tx)
        .await?
        .ok_or(RegistrationError::Unknown)?;
    if !super::test_order::may_write(tx, order, &row.address).await? {
        return Ok(());
    }
    let new = NewMessage {
        congress_id: Some(order.congress_id),
        kind,
        cause,
        mailbox_id: Some(mailbox),
        about_id: Some(order.id),
        to_address: row.address,
        to_name,
        language,
        payload,
        bulk,
    };
    post::enqueue(tx, new).await?;
    Ok(())
}

/// The order; none: it tried something out and was deleted before its mails were written.
async fn standing(conn: &Conn, order: Uuid) -> Result<Option<order::Model>, RegistrationError> {
    Ok(order::Entity::find().filter(order::Column::Id.eq(order)).one(conn).await?)
}

async fn find(conn: &Conn, order: Uuid) -> Result<order::Model, RegistrationError> {
    standing(conn, order).await?.ok_or(RegistrationError::Unknown)
}

async fn attendees(conn: &Conn, order: Uuid) -> Result<Vec<attendee::Model>, RegistrationError> {
    let find =
        attendee::Entity::find().filter(attendee::Column::OrderId.eq(order)).order_by_asc(attendee::Column::Position);
    Ok(find.all(conn).await?)
}
