//! How somebody is asked whether they want news.

use crate::CampaignError;
use crate::entity::contact::{Entity, Origin};
use crate::load::request_secret;
use crate::service::contact::{ANSWERED_WITHIN, is_open};
use base::Uuid;
use congress::mail::{letter, privacy_url};
use locale::Words;
use post::{Compose, ComposeError, Draft, Due, compose};
use registration::mail::Links;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Store;

/// Asks whether somebody wants news.
pub const CONFIRM: &str = "campaign.confirm";

/// Who is asked. `round`: a mail of before asks nothing any more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Payload {
    pub contact: Uuid,
    pub round: i32,
}

/// Why a mail exists: one for each time that somebody is asked.
pub fn cause(contact: Uuid, round: i32) -> String {
    format!("{CONFIRM}:{contact}:{round}")
}

pub(super) fn asking(links: Links) -> Compose {
    compose(move |store, due| write(store, due, links.clone()))
}

async fn write(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let (conn, language) = (store.read(), due.language);
    let gone = || ComposeError::Gone("nobody is asked any more".into());
    let row = Entity::find_by_id(payload.contact).one(conn).await?.ok_or_else(gone)?;
    let asked_at = row.asked_at.filter(|_| row.round == payload.round && is_open(&row, store.now()));
    let until = asked_at.ok_or_else(gone)? + ANSWERED_WITHIN;
    let congress = congress::query::by_id(conn, row.congress_id).await?.ok_or_else(gone)?;
    let zone = congress::rules::check_zone(&congress.zone).map_err(|e| ComposeError::of(&CampaignError::from(e)))?;
    let secret = request_secret(&links.key, &row);
    let path = address::NewsAnswer::new(&congress.slug, row.id.simple().to_string(), secret).path();
    let values = json!({
        "congress_name": congress.name.in_language(language),
        "greeting_name": row.name,
        "signed_up": row.origin == Origin::SignUp,
        "url": format!("{}{path}", links.public_url),
        "until": Words::new(language).date(until, zone),
        "host_line": congress.host_line.in_language(language),
        "privacy_url": privacy_url(conn, &congress, &links.public_url).await?,
        "contact": congress.answers_to().is_some(),
        "signature": congress.signature,
    });
    let mut draft = letter(&congress, language, "campaign/confirm", values);
    // Whoever has the link says yes for somebody else.
    draft.keep = false;
    Ok(draft)
}
