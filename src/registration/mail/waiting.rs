//! How the mails of the waiting list are written, from the facts as they are when they are due.

use super::{Links, put, setting, told};
use crate::RegistrationError;
use crate::load::waiting::waiting_secret;
use crate::query::waiting::{WaitingView, view};
use base::{Time, Uuid};
use chrono_tz::Tz;
use congress::entity::congress::Model as Congress;
use congress::entity::waiting::{self, State};
use congress::entity::waiting_offer;
use congress::mail::letter;
use congress::query::waiting::Ahead;
use locale::Words;
use post::{Compose, ComposeError, Composers, Draft, Due, compose};
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::Store;

/// Which mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// On the list, with the link.
    Joined,
    /// The same once more, for whoever asks for it by the link, at the desk, or has another address.
    Again,
    /// The same for who wanted to join and is on the list already.
    Known,
    Offer,
    Reminder,
    /// Nobody answered the offer.
    Lapsed,
    /// The list ended.
    Closed,
}

impl Kind {
    const ALL: [Self; 7] =
        [Self::Joined, Self::Again, Self::Known, Self::Offer, Self::Reminder, Self::Lapsed, Self::Closed];

    /// For the outbox.
    pub fn name(self) -> &'static str {
        match self {
            Self::Joined => "registration.waiting-joined",
            Self::Again => "registration.waiting-again",
            Self::Known => "registration.waiting-known",
            Self::Offer => "registration.waiting-offer",
            Self::Reminder => "registration.waiting-reminder",
            Self::Lapsed => "registration.waiting-lapsed",
            Self::Closed => "registration.waiting-closed",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Joined | Self::Again | Self::Known => "registration/waiting-joined",
            Self::Offer | Self::Reminder => "registration/waiting-offer",
            Self::Lapsed => "registration/waiting-lapsed",
            Self::Closed => "registration/waiting-closed",
        }
    }
}

/// Who writes them.
pub fn with_waiting_mails(composers: Composers, links: &Links) -> Composers {
    Kind::ALL.into_iter().fold(composers, |composers, kind| composers.with(kind.name(), mail(kind, links.clone())))
}

fn mail(kind: Kind, links: Links) -> Compose {
    compose(move |store, due| write(store, due, kind, links.clone()))
}

#[derive(Deserialize)]
struct Payload {
    entry: Uuid,
    offer: Option<Uuid>,
}

/// What a mail is about.
struct Facts {
    congress: Congress,
    zone: Tz,
    words: Words,
    view: WaitingView,
    ahead: Ahead,
}

impl Links {
    /// The page of somebody who waits.
    pub fn waiting(&self, congress: &Congress, row: &waiting::Model) -> String {
        let secret = waiting_secret(&self.key, row);
        format!("{}{}", self.public_url, address::Waiting::new(&congress.slug, row.id.to_string(), secret).path())
    }
}

async fn write(store: Store, due: Due, kind: Kind, links: Links) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let facts = load(&store, &due, payload.entry).await.map_err(|e| told(&e))?;
    let offered = payload.offer.and_then(|id| facts.view.offers.iter().find(|view| view.offer.id == id));
    let row = &facts.view.row;
    let now = store.now();
    let still = match kind {
        Kind::Joined | Kind::Again | Kind::Known => row.state.is_active(),
        Kind::Offer | Kind::Reminder => {
            offered.is_some_and(|o| o.offer.state == waiting_offer::State::Open && o.offer.ends_at > now)
        }
        // Whoever came back meanwhile has nothing to mend.
        Kind::Lapsed => {
            row.state == State::Expired || (offered.is_some_and(|o| o.offer.partial) && row.state == State::Waiting)
        }
        Kind::Closed => row.state == State::Closed,
    };
    if !still {
        return Err(ComposeError::Gone("it stands otherwise on the waiting list".into()));
    }
    let mut values = setting(&store, &facts.congress, due.language, &links).await.map_err(|e| told(&e))?;
    let language = due.language;
    let names: Vec<&str> = facts.view.choices.iter().map(|c| c.name.in_language(language)).collect();
    let when = |at: Time| facts.words.date_time(at, facts.zone);
    put(&mut values, "greeting_name", json!(row.name));
    put(&mut values, "url", json!(links.waiting(&facts.congress, row)));
    put(&mut values, "count", json!(row.n));
    put(&mut values, "categories", json!(names));
    put(&mut values, "position", json!(facts.ahead.entries + 1));
    put(&mut values, "known", json!(kind == Kind::Known));
    put(&mut values, "reminder", json!(kind == Kind::Reminder));
    put(&mut values, "waiting", json!(row.state == State::Waiting));
    let offer = offered.map_or(Value::Null, |view| {
        let price = Some(view.price(now)).filter(|price| !price.is_zero()).map(|price| facts.words.money(&price));
        json!({
            "count": view.offer.n,
            "category": view.category.name.in_language(language),
            "until": when(view.offer.ends_at),
            "partial": view.offer.partial,
            "price": price,
        })
    });
    put(&mut values, "offer", offer);
    Ok(letter(&facts.congress, language, kind.template(), values))
}

async fn load(store: &Store, due: &Due, entry: Uuid) -> Result<Facts, RegistrationError> {
    let conn = store.read();
    let row = waiting::Entity::find_by_id(entry).one(conn).await?.ok_or(RegistrationError::Unknown)?;
    let congress = congress::query::by_id(conn, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let zone = congress::rules::check_zone(&congress.zone)?;
    let (view, ahead) = view(conn, row).await?;
    let view = view.ok_or(RegistrationError::Unknown)?;
    Ok(Facts { congress, zone, words: Words::new(due.language), view, ahead })
}
