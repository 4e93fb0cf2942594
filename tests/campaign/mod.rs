//! Letters to many.

mod contact;
mod desk;
mod rule;
mod segment;
mod send;
mod subscription;

use crate::kit::App;
use ::base::{Actor, Text, Uuid};
use ::campaign::entity::campaign::{Entity, Kind, Model};
use ::campaign::rules::letter::{Block, Blocks};
use ::campaign::rules::segment::Segment;
use ::campaign::service::campaign::{Draft, add};
use ::sea_orm::EntityTrait;

/// A letter to everybody who has a ticket.
pub fn letter(name: &str) -> Draft {
    Draft {
        name: name.to_owned(),
        kind: Kind::Service,
        segment: Segment::with_ticket(),
        subject: Text::new("Anreise für {{ name }}", "Getting there, {{ name }}"),
        blocks: Blocks(vec![
            Block::Text { text: Text::new("Guten Tag {{ name }}, **bis morgen**.", "Hello {{ name }}, **see you**.") },
            Block::Button { label: Text::new("Mein Kongress", "My congress"), url: "{{ my_link }}".into() },
        ]),
        at_night: true,
    }
}

/// It as it is now.
pub async fn now(app: &App, id: Uuid) -> Model {
    Entity::find_by_id(id).one(app.store.read()).await.unwrap().expect("the campaign")
}

pub async fn added(app: &App, congress: Uuid, draft: Draft) -> Model {
    let id = add(&app.store, &Actor::system(), congress, app.store.chance().opaque_id(), draft).await.unwrap();
    now(app, id).await
}

/// So many people with a ticket and an address each: `ada.a@delbrueck.example`, `ada.b@…` and so on. Their own mails have gone
/// out.
pub async fn people(app: &App, n: usize) -> Uuid {
    let owl = app.congress("owl", 500).await;
    for letter in ('A'..='Z').take(n) {
        app.order(owl.id, &[("on-site", &format!("Ada {letter}"))]).await;
    }
    app.deliver().await;
    owl.id
}
