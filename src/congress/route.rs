//! The API's congresses.

use crate::entity::congress::{self, Phase};
use crate::service::congress::{NewCongress, add};
use crate::{CongressError, query};
use axum::extract::State;
use axum::response::IntoResponse;
use base::{Permission, Text, Time};
use http::StatusCode;
use serde::{Deserialize, Serialize};
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

async fn create(State(state): State<web::State>, visit: Visit, Json(new): Json<CongressIn>) -> Answer {
    let CongressIn { slug, name, starts_at, ends_at, zone, phase } = new;
    let tx = state.store.begin().await.map_err(CongressError::from)?;
    let row = add(&tx, &visit.actor, NewCongress { slug, name, starts_at, ends_at, zone, phase }).await?;
    tx.commit().await.map_err(CongressError::from)?;
    Ok((StatusCode::CREATED, Json(CongressOut::from(row))).into_response())
}

async fn list(State(state): State<web::State>, visit: Visit, page: Page) -> Answer {
    let rows =
        query::after(state.store.read(), page.after.as_deref(), page.fetch()).await.map_err(CongressError::from)?;
    let mine = rows.into_iter().filter(|row| visit.actor.may(Permission::CongressRead, row.id)).map(CongressOut::from);
    let list: List<CongressOut> = page.list(&visit, mine.collect(), |c| c.slug.clone());
    Ok(Json(list).into_response())
}
