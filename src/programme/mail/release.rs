//! How the mails of the programme are written, from the facts as they are when they are due.

use crate::entity::{release, speaker};
use crate::service::tell::{changed, speaking};
use crate::words::Teller;
use base::{Language, Uuid};
use congress::entity::congress::Model as Congress;
use congress::entity::passage;
use locale::Words;
use post::{Compose, ComposeError, Draft, Due, compose};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::Arc;
use store::Store;

/// The mail that slots changed.
pub const RELEASE_MAIL: &str = "programme.release";

#[derive(Deserialize)]
struct Payload {
    release: Uuid,
    mailbox: Uuid,
}

/// Writes the mail that slots changed.
pub fn release_mail(public_url: Arc<str>) -> Compose {
    compose(move |store, due| write(store, due, public_url.clone()))
}

async fn write(store: Store, due: Due, public_url: Arc<str>) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let conn = store.read();
    let find = release::Entity::find().filter(release::Column::Id.eq(payload.release));
    let release = find.one(conn).await?;
    let release = release.ok_or_else(|| ComposeError::Gone("the release is gone".into()))?;
    let congress = congress::query::by_id(conn, release.congress_id).await?;
    let congress = congress.ok_or_else(|| ComposeError::Gone("the congress is gone".into()))?;
    let zone = congress::rules::check_zone(&congress.zone).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let (changes, named) = changed(conn, &release).await?;
    let own = speaker::Entity::find()
        .filter(speaker::Column::CongressId.eq(congress.id))
        .filter(speaker::Column::MailboxId.eq(payload.mailbox))
        .all(conn)
        .await?;
    let speaking = speaking(conn, &changes).await?;
    let sessions: HashSet<Uuid> = own.iter().filter_map(|row| speaking.get(&row.id)).flatten().copied().collect();
    let teller = Teller { words: Words::new(due.language), zone, named: &named };
    let told: Vec<Value> = changes
        .iter()
        .filter(|change| change.held.session.is_some_and(|session| sessions.contains(&session)))
        .map(|change| {
            let gone = change.what.iter().any(|what| what.ends());
            let place = (!gone).then(|| teller.place(&change.held));
            json!({ "title": teller.title(&change.held), "what": teller.sentences(change), "place": place })
        })
        .collect();
    if told.is_empty() {
        return Err(ComposeError::Gone("nothing of this address changed".into()));
    }
    let url = format!("{public_url}{}", address::release::Changes::new(&congress.slug).path());
    let passages = congress::query::passages(conn, congress.id).await?;
    let privacy = passages.iter().any(|one| one.place == passage::Place::Page && one.slug == "privacy");
    let privacy = privacy.then(|| format!("{public_url}{}", address::Page::new(&congress.slug, "privacy").path()));
    let name = congress.name.in_language(due.language).to_owned();
    let signature = if congress.signature.is_empty() { name.clone() } else { congress.signature.clone() };
    let values = json!({
        "greeting_name": due.to_name,
        "congress_name": name,
        "version": release.name,
        "note": release.note.in_language(due.language),
        "changes": told,
        "url": url,
        "signature": signature,
        "host_line": congress.host_line.in_language(due.language),
        "contact": congress.contact_address,
        "privacy_url": privacy,
    });
    Ok(letter(&congress, due.language, values))
}

/// A mail of a congress.
fn letter(congress: &Congress, language: Language, values: Value) -> Draft {
    let mut draft = Draft::new("programme/release", values);
    let name = congress.name.in_language(language);
    draft.from_name = Some(if congress.sender_name.is_empty() { name } else { &congress.sender_name }.to_owned());
    draft.reply_to = congress.answers_to().map(str::to_owned);
    draft.wordmark = (congress.wordmark.clone(), congress.wordmark_accent.clone());
    draft
}
