//! The mails about a ticket that passes to somebody else: to who is asked to come, and to who had it before.

use super::{Facts, Links, put, told};
use crate::RegistrationError;
use crate::entity::substitution::{self, State};
use crate::load::substitution_secret;
use crate::rules::holds_place;
use base::Uuid;
use post::{Compose, ComposeError, Draft, Due, compose};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use serde_json::json;
use store::{Conn, Store};
use ticketing::entity::category::Place;

/// The mail that asks somebody to come instead.
pub const SUBSTITUTE_MAIL: &str = "registration.substitute";
/// The mail that a ticket passed to somebody else.
pub const SUBSTITUTED_MAIL: &str = "registration.substituted";

/// Writes [`SUBSTITUTE_MAIL`].
pub fn substitute_mail(links: Links) -> Compose {
    compose(move |store, due| write_substitute(store, due, links.clone()))
}

/// Writes [`SUBSTITUTED_MAIL`].
pub fn substituted_mail(links: Links) -> Compose {
    compose(move |store, due| write_substituted(store, due, links.clone()))
}

#[derive(Deserialize)]
struct Asked {
    substitution: Uuid,
}

async fn asked(conn: &Conn, due: &Due) -> Result<Option<substitution::Model>, RegistrationError> {
    let Asked { substitution: id } =
        serde_json::from_value(due.payload.clone()).map_err(|_| RegistrationError::Unknown)?;
    Ok(substitution::Entity::find().filter(substitution::Column::Id.eq(id)).one(conn).await?)
}

async fn write_substitute(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let conn = store.read();
    let facts = Facts::load(conn, &due).await.map_err(|e| told(&e))?;
    let asked = asked(conn, &due).await.map_err(|e| told(&e))?;
    let asked = asked.filter(|a| a.state == State::Pending && store.now() < a.expires_at);
    let Some(asked) = asked else { return Err(ComposeError::Gone("nobody is asked any more".into())) };
    let ticket = facts.view.attendees.iter().find(|a| a.attendee.id == asked.attendee_id);
    let Some(ticket) = ticket.filter(|a| holds_place(a.attendee.state)) else {
        return Err(ComposeError::Gone("the ticket was cancelled".into()));
    };
    let secret = substitution_secret(&links.key, &facts.view.order, &ticket.attendee, &asked);
    let url = address::Substitute::new(&facts.congress.slug, secret).path();
    let mut values = facts.values(&links);
    if ticket.category.place == Place::Online {
        put(&mut values, "where", json!(facts.words.t("registration-ticket-online")));
        put(&mut values, "doors", json!(null));
    }
    put(&mut values, "ticket", facts.person(ticket));
    put(&mut values, "until", json!(facts.words.date_time(asked.expires_at, facts.zone)));
    put(&mut values, "url", json!(format!("{}{url}", links.public_url)));
    Ok(facts.draft("registration/substitute", values))
}

async fn write_substituted(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let facts = Facts::load(store.read(), &due).await.map_err(|e| told(&e))?;
    let ticket = facts.view.attendees.iter().find(|a| facts.payload.attendees.contains(&a.attendee.id));
    let Some(ticket) = ticket else { return Err(ComposeError::Gone("there is no such ticket".into())) };
    let mut values = facts.values(&links);
    // Who had it learns that it is theirs no more, not who comes: that is for who ordered it.
    let mut person = facts.person(ticket);
    if !facts.is_buyer() {
        put(&mut person, "name", json!(""));
    }
    put(&mut values, "ticket", person);
    let order = json!({ "code": facts.view.order.code, "url": links.order(&facts.congress, &facts.view.order) });
    put(&mut values, "order", order);
    Ok(facts.draft("registration/substituted", values))
}
