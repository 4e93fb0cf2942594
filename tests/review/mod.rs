//! The review: who judges what, what they see, and that none of it reaches who handed in.

mod assignment;
mod board;
mod frame;
mod judge;
mod secrecy;

use crate::call;
use crate::kit::App;
use crate::kit::actor::Client;
use base::{Actor, Language, Text, Uuid};
use chrono::TimeDelta;
use congress::entity::congress::Model as Congress;
use identity::Role;
use programme::entity::review_phase::Others;
use programme::entity::submission;
use programme::service::review::criterion::{self, Criterion};
use programme::service::review::phase::{self, Phase};
use programme::service::review::team::{self, Member, Team};
use programme::service::submission::draft::Typed;
use programme::service::submission::hand_in::{ForSomebody, hand_in_for};

/// A congress with a call, one criterion from 0 to 5, and a phase in which everybody of a team of all tracks reviews.
pub struct Scene {
    pub congress: Congress,
    pub call: programme::entity::call::Model,
    pub kind: Uuid,
    pub criterion: Uuid,
    pub phase: Uuid,
    pub open: Phase,
}

fn now_phase(app: &App) -> Phase {
    let now = app.store.now();
    Phase {
        name: Text::new("Erste Runde", "First round"),
        starts_at: now - TimeDelta::days(1),
        ends_at: now + TimeDelta::days(7),
        review: true,
        assigned_only: false,
        names: false,
        others: Others::AfterOwn,
        reviewers: false,
    }
}

pub async fn scene(app: &App) -> Scene {
    let (congress, call) = call::open(app).await;
    let (store, actor) = (&app.store, Actor::system());
    let (criterion, phase) = (app.store.chance().opaque_id(), app.store.chance().opaque_id());
    let new = Criterion {
        name: Text::new("Nutzen für die Region", "Use for the region"),
        hint: Text::default(),
        weight: 1,
        most: 5,
        position: 1,
    };
    criterion::add(store, &actor, congress.id, criterion, new).await.unwrap();
    let open = now_phase(app);
    phase::add(store, &actor, congress.id, phase, open.clone()).await.unwrap();
    let kinds = programme::query::session_types(app.store.read(), congress.id).await.unwrap();
    Scene { congress, call, kind: kinds[0].id, criterion, phase, open }
}

impl Scene {
    /// Somebody who reviews, for an organisation, in a team of their own.
    pub async fn reviewer(&self, app: &App, name: &str, email: &str, organisation: &str) -> (Uuid, Client) {
        let (account, client) = app.member(name, email, Role::Reviewer, Some(self.congress.id)).await;
        let members = vec![Member { account, organisation: organisation.into() }];
        let new = Team { name: name.into(), position: 1, tracks: vec![], members };
        let id = app.store.chance().opaque_id();
        team::add(&app.store, &Actor::system(), self.congress.id, id, new).await.unwrap();
        (account, client)
    }

    /// Something that was handed in for somebody.
    pub async fn handed_in(&self, app: &App, title: &str, email: &str, organisation: &str) -> submission::Model {
        let typed = Typed {
            title: title.into(),
            abstract_text: format!("Worum es geht: {title}."),
            language: "de".into(),
            type_id: Some(self.kind),
            name: "Lea Nolte".into(),
            organisation: organisation.into(),
            ..Typed::default()
        };
        let id = app.store.chance().opaque_id();
        let new = ForSomebody { id, email: email.into(), language: Language::De, typed, tell: false };
        hand_in_for(&app.store, &Actor::system(), &self.call, new).await.unwrap()
    }

    pub fn value(&self) -> String {
        format!("value-{}", self.criterion)
    }

    /// Gives it so much of five.
    pub async fn give(&self, client: &Client, row: &submission::Model, value: &str, comment: &str) {
        let path = format!("/owl/desk/reviews/{}", row.code);
        let name = self.value();
        let fields = [("version", "1"), (name.as_str(), value), ("comment", comment), ("then", "stay")];
        client.post_form(&path, &fields).await.expect(303);
    }
}
