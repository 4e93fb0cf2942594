//! The waiting list: who is next, what is held for whom, what they are told.

mod page;
mod race;
mod rule;
mod step;

use crate::kit::App;
use base::{Actor, Language, Uuid};
use congress::entity::waiting::{self, Source};
use congress::entity::{congress as table, waiting_offer};
use congress::service::waiting::terms::{Terms, set_in};
use registration::form::waiting::WaitingForm;
use registration::load::waiting::{Waiting, waiting_by_link, waiting_secret};
use registration::service::waiting::{Joined, join};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// The terms of these tests.
pub const TERMS: Terms = Terms { open: true, hours: 48, stop_days: 2, most: 10 };

/// A congress with so many places on site, and a waiting list.
pub async fn listed(app: &App, size: i32) -> table::Model {
    let owl = app.congress("owl", size).await;
    let tx = app.store.begin().await.unwrap();
    set_in(&tx, &Actor::system(), owl.id, TERMS, None).await.unwrap();
    tx.commit().await.unwrap();
    owl
}

/// The wish of somebody.
pub fn wish(app: &App, name: &str, n: i32, choices: &[&str]) -> WaitingForm {
    WaitingForm {
        id: app.store.chance().opaque_id(),
        name: name.into(),
        email: format!("{}@lemgo.example", base::name::fold(name).replace(' ', ".")),
        organisation: "Alte Hansestadt Lemgo".into(),
        n,
        choices: choices.iter().map(|slug| (*slug).to_owned()).collect(),
        language: Language::De,
        source: Source::Web,
    }
}

/// Puts somebody on the list.
pub async fn wait(app: &App, congress: Uuid, name: &str, n: i32, choices: &[&str]) -> waiting::Model {
    let Joined { entry, .. } =
        join(&app.store, &Actor::guest(Language::De), congress, wish(app, name, n, choices)).await.unwrap();
    entry
}

/// Whoever waits, by their link.
pub async fn by_link(app: &App, entry: Uuid) -> Waiting {
    let conn = app.store.read();
    let row = waiting::Entity::find_by_id(entry).one(conn).await.unwrap().unwrap();
    let key = &app.program.state.link_key;
    let secret = waiting_secret(key, &row);
    waiting_by_link(conn, key, row.congress_id, &row.id.to_string(), &secret).await.unwrap()
}

/// The page of somebody who waits.
async fn page(app: &App, entry: Uuid) -> String {
    let row = by_link(app, entry).await.row().clone();
    address::Waiting::new("owl", row.id.to_string(), waiting_secret(&app.program.state.link_key, &row)).path()
}

/// Offers that stand, oldest first.
pub async fn open(app: &App, congress: Uuid) -> Vec<waiting_offer::Model> {
    congress::query::waiting::open_offers(app.store.read(), congress).await.unwrap()
}

/// The offer that stands for somebody.
async fn offer_of(app: &App, entry: Uuid) -> Option<waiting_offer::Model> {
    let mine = waiting_offer::Column::WaitingId.eq(entry);
    let all = waiting_offer::Entity::find().filter(mine).all(app.store.read()).await.unwrap();
    all.into_iter().find(|offer| offer.state == waiting_offer::State::Open)
}

/// How somebody stands.
async fn state(app: &App, entry: Uuid) -> waiting::State {
    waiting::Entity::find_by_id(entry).one(app.store.read()).await.unwrap().unwrap().state
}
