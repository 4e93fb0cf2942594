//! The mails to a partner who has places to give.

use super::Links;
use crate::RegistrationError;
use crate::entity::contingent;
use crate::load::contingent::contingent_secret;
use crate::query::contingent::view;
use base::Uuid;
use congress::mail::letter;
use identity::entity::mailbox;
use locale::Words;
use post::{Compose, ComposeError, Draft, Due, NewMessage, compose};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{Store, Tx};

/// The mail with the partner's link, and the one that places are about to fall back.
pub const CONTINGENT_MAIL: &str = "registration.contingent";

/// Writes [`CONTINGENT_MAIL`].
pub fn contingent_mail(links: Links) -> Compose {
    compose(move |store, due| write(store, due, links.clone()))
}

#[derive(Deserialize)]
struct Payload {
    contingent: Uuid,
    ending: bool,
}

/// Puts it into the outbox, once for each cause.
pub(crate) async fn send(tx: &Tx, contingent: Uuid, request: Uuid, ending: bool) -> Result<(), RegistrationError> {
    let row = contingent::Entity::find().filter(contingent::Column::Id.eq(contingent)).one(&**tx).await?;
    let row = row.ok_or(RegistrationError::Unknown)?;
    let to = mailbox::Entity::find().filter(mailbox::Column::Id.eq(row.mailbox_id)).one(&**tx).await?;
    let new = NewMessage {
        congress_id: Some(row.congress_id),
        kind: CONTINGENT_MAIL,
        cause: format!("contingent:{}:{request}", row.id),
        mailbox_id: Some(row.mailbox_id),
        about_id: Some(row.id),
        to_address: to.ok_or(RegistrationError::Unknown)?.address,
        to_name: row.contact_name,
        language: row.language.parse().unwrap_or_default(),
        payload: json!({ "contingent": row.id, "ending": ending }),
        bulk: false,
    };
    post::enqueue(tx, new).await?;
    Ok(())
}

async fn write(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let conn = store.read();
    let row = contingent::Entity::find().filter(contingent::Column::Id.eq(payload.contingent)).one(conn).await?;
    let row = row.ok_or_else(|| ComposeError::Gone("there is no such contingent".into()))?;
    if row.ended_at.is_some() {
        return Err(ComposeError::Gone("the contingent has ended".into()));
    }
    let view = view(conn, row).await.map_err(|e| super::told(&e))?;
    let congress = congress::query::by_id(conn, view.row.congress_id).await?;
    let c = congress.ok_or_else(|| ComposeError::Gone("there is no such congress".into()))?;
    let zone = congress::rules::check_zone(&c.zone).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let (words, language) = (Words::new(due.language), due.language);
    let name = c.name.in_language(language);
    let has_privacy = congress::query::has_privacy(conn, c.id).await?;
    let secret = contingent_secret(&links.key, &view.row);
    let url = format!("{}{}", links.public_url, address::Contingent::new(&c.slug, secret).path());
    let values = json!({
        "is_buyer": true,
        "greeting_name": view.row.contact_name,
        "congress_name": name,
        "date": words.date(c.starts_at, zone),
        "signature": if c.signature.is_empty() { name } else { c.signature.as_str() },
        "host_line": c.host_line.in_language(language),
        "privacy_url": if has_privacy { links.privacy(&c) } else { String::new() },
        "contact": c.contact_address,
        "partner": view.partner,
        "category": view.category.name.in_language(language),
        "places": view.places.len(),
        "free": view.free(),
        "price": if view.row.price_cents > 0 { Value::from(words.money(&view.price())) } else { Value::Null },
        "until": words.date_time(view.row.valid_until, zone),
        "ending": payload.ending,
        "url": url,
    });
    Ok(letter(&c, language, "registration/contingent", values))
}
