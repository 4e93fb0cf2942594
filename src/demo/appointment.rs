//! Seats that some have booked, the invitations to them that went out and what they answered; and mails that came back.

use crate::DemoError;
use crate::admission::office;
use crate::season::DOMAIN;
use ::programme::BookingError;
use ::programme::entity::session;
use ::programme::entity::slot;
use ::programme::service::booking::{Wish, book};
use base::Uuid;
use calendar::answers::Answers;
use calendar::entity::invitation::{self, Participation};
use calendar::mail::INVITATION_MAIL;
use calendar::service::invitation::{Scope, Whose, reconcile};
use congress::entity::congress as table;
use post::entity::message;
use post::past;
use post::report::{Action, Recipient, Report, Status, What};
use post::{Found, State};
use registration::entity::{attendee, order};
use registration::load::{attendee_of, order_to_manage};
use registration::mail::ORDER_MAIL;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Conn, Store};
use web::form::Seen;

/// So many have a seat.
const SEATED: usize = 9;
/// Out of so many, of whom some come online and book no seats.
const HOLDERS: u64 = 60;
/// In workshops with at least so many seats.
const LARGE: i32 = 24;
/// What the first of them answered.
const ANSWERED: [Participation; 4] =
    [Participation::Accepted, Participation::Accepted, Participation::Tentative, Participation::Declined];
/// So many mails came back.
const BACK: u64 = 2;

pub(crate) async fn add(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    seats(store, congress).await?;
    let answers = Answers { read: None, sender: congress.contact_address.clone() };
    let scope = Scope { congress: congress.id, whose: Whose::Seats };
    reconcile(store, &scope, &answers).await?;
    let tx = store.begin().await?;
    past::as_sent(&tx, congress.id, INVITATION_MAIL, DOMAIN).await?;
    let invited = invitation::Entity::find()
        .filter(invitation::Column::CongressId.eq(congress.id))
        .order_by_asc(invitation::Column::Id)
        .all(&*tx)
        .await?;
    for (row, answer) in invited.iter().zip(ANSWERED) {
        invitation::Entity::update_many()
            .col_expr(invitation::Column::Participation, Expr::value(answer.name()))
            .col_expr(invitation::Column::AnsweredAt, Expr::value(Some(tx.now())))
            .filter(invitation::Column::Id.eq(row.id))
            .exec(&*tx)
            .await?;
    }
    for (mail, said) in sent(&tx, congress.id).await?.into_iter().zip(["user unknown", "mailbox disabled"]) {
        let report = Report {
            id: tx.chance().opaque_id().to_string(),
            to: vec![],
            original: Some(mail.message_id),
            what: What::Delivery(vec![Recipient {
                action: Action::Failed,
                status: Some(Status { class: 5, subject: 1, detail: 1 }),
                said: format!("550 5.1.1 {said}"),
                address: Some(mail.to_address),
            }]),
        };
        post::note_report(&tx, Found { message: mail.id, mailbox: mail.mailbox_id }, &report).await?;
    }
    Ok(tx.commit().await?)
}

/// Some who have a ticket book a seat in the workshops, one after the other.
async fn seats(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    let seated = Query::select()
        .column(session::Column::Id)
        .from(session::Entity)
        .and_where(session::Column::CongressId.eq(congress.id))
        .and_where(session::Column::Seats.gte(LARGE))
        .to_owned();
    let numbers: Vec<i32> = slot::Entity::find()
        .select_only()
        .column(slot::Column::Number)
        .filter(slot::Column::SessionId.in_subquery(seated))
        .order_by_asc(slot::Column::Number)
        .into_tuple()
        .all(store.read())
        .await?;
    let holders = attendee::Entity::find()
        .filter(attendee::Column::CongressId.eq(congress.id))
        .filter(attendee::Column::State.eq(attendee::State::Valid))
        .filter(attendee::Column::Test.eq(false))
        .order_by_desc(attendee::Column::Id)
        .limit(HOLDERS)
        .all(store.read())
        .await?;
    let Some(office) = office(store, congress.id).await? else { return Ok(()) };
    let mut free = numbers.iter().cycle().take(SEATED).copied();
    let mut number = free.next();
    for one in holders {
        let Some(at) = number else { break };
        let order = order::Entity::find_by_id(one.order_id).one(store.read()).await?;
        let Some(order) = order else { continue };
        let loaded = order_to_manage(store.read(), &office, congress.id, &order.code).await?;
        let loaded = attendee_of(store.read(), &loaded, &one.position.to_string()).await?;
        let wish = Wish { wait: false, despite: Seen::of(&()) };
        match book(store, &loaded, at, &wish).await {
            Ok(_) => number = free.next(),
            Err(BookingError::NoTicket) => {}
            Err(e) => return Err(e.into()),
        }
    }
    Ok(())
}

/// Tickets that went out first: two of them came back since.
async fn sent(conn: &Conn, congress: Uuid) -> Result<Vec<message::Model>, DemoError> {
    let find = message::Entity::find()
        .filter(message::Column::CongressId.eq(congress))
        .filter(message::Column::Kind.eq(ORDER_MAIL))
        .filter(message::Column::State.eq(State::Sent))
        .order_by_desc(message::Column::SentAt)
        .order_by_asc(message::Column::Id);
    Ok(find.limit(BACK).all(conn).await?)
}
