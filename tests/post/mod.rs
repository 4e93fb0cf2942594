//! The outbox: one mail for each cause, written from templates, delivered through SMTP.

mod deliver;
pub mod dkim;
mod injection;
mod mime;
mod outbox;
mod piece;
mod postfix;
mod rate;
mod report;
mod round;
mod secret;
mod template;

use crate::kit::{Database, Outcome};
use base::{Clock, Language, Uuid};
use post::{Composers, Draft, NewMessage, Outbox, Ticket, compose};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Statement};
use serde_json::{Value, json};
use store::Store;
use store::job::JobError;

/// A store, and the database behind it, which is gone with it.
async fn database() -> Result<(Store, Database), Box<dyn std::error::Error>> {
    database_at(Clock::system()).await
}

async fn database_at(clock: Clock) -> Result<(Store, Database), Box<dyn std::error::Error>> {
    let database = Database::with(clock, |_| vec![]).await;
    Ok((database.store.clone(), database))
}

/// Composers of the kinds that these tests send. The payload is the draft's values.
fn composers() -> Composers {
    let order = compose(|_, due| async move {
        let mut draft = attendee_draft();
        draft.values = due.payload;
        Ok(draft)
    });
    let login = compose(|_, due| async move {
        let mut draft = Draft::new("identity/login", due.payload);
        draft.keep = false;
        Ok(draft)
    });
    let gone = compose(|_, _| async { Err(post::ComposeError::Gone("the order is cancelled".into())) });
    Composers::new()
        .with("registration.order", order.clone())
        .with("identity.login", login)
        .with("registration.gone", gone)
        .with_stream("campaign.news", post::Stream::Campaign, order)
}

fn outbox(store: &Store, smtp_url: Option<&str>) -> Result<Outbox, post::PostError> {
    Outbox::new(
        store.clone(),
        smtp_url,
        None,
        Some("Kongress <kongress@owl.example>"),
        "https://kongress.example",
        composers(),
    )
}

fn new_message(cause: &str) -> NewMessage {
    NewMessage {
        congress_id: None,
        kind: "registration.order",
        cause: cause.into(),
        mailbox_id: None,
        about_id: Some(Uuid::from_u128(1)),
        to_address: "henrik.stallmann@lemgo.example".into(),
        to_name: "Henrik Stallmann".into(),
        language: Language::De,
        payload: order_values(),
        bulk: false,
    }
}

/// Writes a message. Gives its id.
async fn put(store: &Store, new: NewMessage) -> Result<Uuid, Box<dyn std::error::Error>> {
    let tx = store.begin().await?;
    let id = post::enqueue(&tx, new).await?.ok_or("there is a message of this cause")?;
    tx.commit().await?;
    Ok(id)
}

/// The payloads of the jobs that deliver this message, oldest first.
async fn jobs(store: &Store, message: Uuid) -> Result<Vec<Value>, store::DbErr> {
    use store::job::entity::{Column, Entity};
    let key = format!("message:{message}:");
    let rows =
        Entity::find().filter(Column::UniqueKey.starts_with(key)).order_by_asc(Column::Id).all(store.read()).await?;
    Ok(rows.into_iter().map(|row| row.payload).collect())
}

/// Runs the newest job of this message once, as the loop would.
async fn run(outbox: &Outbox, message: Uuid) -> Result<(), JobError> {
    let payload = jobs(&outbox.store, message).await?.pop().unwrap_or_default();
    post::deliver(outbox, payload).await
}

async fn row(store: &Store, message: Uuid) -> Result<post::entity::message::Model, Box<dyn std::error::Error>> {
    use post::entity::message::{Column, Entity};
    Entity::find().filter(Column::Id.eq(message)).one(store.read()).await?.ok_or_else(|| "no message".into())
}

/// A congress, for messages that belong to one.
async fn congress(store: &Store, slug: &str) -> Result<Uuid, store::DbErr> {
    let tx = store.begin().await?;
    let (host, id, now) = (tx.id(), tx.id(), tx.now());
    let text = || sea_orm::Value::from(json!({ "de": "x" }));
    let backend = tx.get_database_backend();
    let insert = "INSERT INTO host (id, name, created_at) VALUES ($1, $2, $3)";
    tx.execute_raw(Statement::from_sql_and_values(backend, insert, [host.into(), text(), now.into()])).await?;
    let insert = "INSERT INTO congress (id, host_id, slug, name, wordmark, wordmark_accent, lead, place, host_line, starts_at, \
                  ends_at, zone, phase, venue_name, venue_street, venue_postcode, venue_town, contact_address, signature, \
                  revision, created_at) VALUES ($1, $2, $3, $4, 'a', 'b', $4, $4, $4, $5, $5, 'Europe/Berlin', 'open', '', '', \
                  '', '', '', '', 0, $5)";
    let values = [id.into(), host.into(), slug.into(), text(), now.into()];
    tx.execute_raw(Statement::from_sql_and_values(backend, insert, values)).await?;
    tx.commit().await?;
    Ok(id)
}

/// The values of `registration/order` for an attendee whom somebody else registered.
fn order_values() -> Value {
    json!({
        "congress_name": "DigitaleZukunft@OWL",
        "date": "11. März 2027",
        "when": "Donnerstag, 11. März 2027, 10 bis 17 Uhr",
        "doors": "9 Uhr",
        "where": "Heinz Nixdorf MuseumsForum, Fürstenallee 7, 33102 Paderborn",
        "greeting_name": "Henrik Stallmann",
        "is_buyer": false,
        "buyer_name": "Petra Kemper",
        "awaiting": null,
        "order": {
            "code": "7H4KQ2",
            "url": "https://kongress.example/owl/orders/7H4KQ2/abcdefghijklmnopqrstuvwxyz",
            "total": "98,00 €",
            "payment_due": "1. März 2027",
            "people": [
                { "name": "Henrik Stallmann", "category": "Vor Ort: Verwaltung", "number": "7H4KQ2-1K" },
                { "name": "Jule Brinkmann", "category": "Online", "number": "7H4KQ2-2M" },
            ],
        },
        "host_line": "OstWestfalenLippe GmbH, DigitalBüro OWL",
        "privacy_url": "https://kongress.example/owl/pages/privacy",
        "contact": "kongress@owl.example",
        "signature": "Miriam Osterholz, DigitalBüro OWL",
    })
}

fn ticket(n: u32, name: &str, category: &str, number: &str) -> Ticket {
    Ticket {
        name: name.into(),
        category: category.into(),
        number: number.into(),
        qr_png: Some(vec![0x89, b'P', b'N', b'G', 13, 10, 26, 10]),
        my_url: format!("https://kongress.example/owl/my/7h4kq2-{n}-abcdefghijklmnopqrstuvwxyz"),
    }
}

fn attendee_draft() -> Draft {
    let mut draft = Draft::new("registration/order", order_values());
    draft.tickets = vec![ticket(1, "Henrik Stallmann", "Vor Ort: Verwaltung", "7H4KQ2-1K")];
    draft.attachments = vec![
        post::Attachment {
            name: "Ticket 7H4KQ2-1K.pdf".into(),
            content_type: "application/pdf",
            bytes: b"%PDF-1.7".to_vec(),
        },
        post::Attachment {
            name: "DigitaleZukunft@OWL.ics".into(),
            content_type: "text/calendar; charset=utf-8; method=PUBLISH",
            bytes: b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_vec(),
        },
    ];
    draft.from_name = Some("DigitaleZukunft@OWL".into());
    draft.reply_to = Some("kongress@owl.example".into());
    draft.wordmark = ("DigitaleZukunft".into(), "@OWL".into());
    draft
}
