//! The API's congresses.

use crate::entity::congress::{self, Phase};
use crate::query;
use crate::service::congress::{NewCongress, add};
use axum::extract::State;
use axum::response::IntoResponse;
use base::{Permission, Text, Time};
use serde::{Deserialize, Serialize};
use web::idempotency::Create;
use web::pagination::{List, Page};
use web::{Access, Answer, Json, Routes, Visit};

pub fn routes() -> Routes {
    Routes::new().get(address::api::Congresses::ROUTE, Access::ApiAnywhere(Permission::CongressRead), list).post(
        address::api::Congresses::ROUTE,
        Access::ApiEverywhere(Permission::CongressWrite),
        create,
    )
}

/// A congress as programs hand it in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CongressIn {
    slug: String,
    name: Text,
    starts_at: Time,
    ends_at: Time,
    #[serde(default = "berlin")]
    zone: String,
    /// Open unless said otherwise: a draft is seen by staff only and sells nothing.
    #[serde(default = "open")]
    phase: Phase,
}

fn berlin() -> String {
    "Europe/Berlin".into()
}

fn open() -> Phase {
    Phase::Open
}

/// A congress as programs see it.
#[derive(Debug, Serialize)]
struct CongressOut {
    slug: String,
    name: Text,
    starts_at: String,
    ends_at: String,
    zone: String,
    phase: Phase,
}

impl From<congress::Model> for CongressOut {
    fn from(row: congress::Model) -> Self {
        Self {
            starts_at: row.starts_at.to_rfc3339(),
            ends_at: row.ends_at.to_rfc3339(),
            slug: row.slug,
            name: row.name.0,
            zone: row.zone,
            phase: row.phase,
        }
    }
}

async fn create(State(state): State<web::State>, visit: Visit, Create { new, key }: Create<CongressIn>) -> Answer {
    let CongressIn { slug, name, starts_at, ends_at, zone, phase } = new;
    let new = NewCongress { slug, name, starts_at, ends_at, zone, phase };
    key.once(&state, async |tx| Ok(CongressOut::from(add(tx, &visit.actor, new).await?))).await
}

async fn list(State(state): State<web::State>, visit: Visit, page: Page) -> Answer {
    let scope = visit.actor.scope(Permission::CongressRead);
    let rows = query::after(state.store.read(), &scope, page.after.as_deref(), page.fetch()).await?;
    let congresses = rows.into_iter().map(CongressOut::from).collect();
    let list: List<CongressOut> = page.list(&visit, congresses, |c| c.slug.clone());
    Ok(Json(list).into_response())
}
