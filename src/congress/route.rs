//! The API's congresses.

use crate::entity::congress::{self, Phase};
use crate::service::congress::{NewCongress, add};
use crate::{CongressError, query};
use axum::extract::State;
use axum::response::IntoResponse;
use base::{Permission, Text, Time};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use web::idempotency::{Create, Done};
use web::pagination::{self, List, Page};
use web::{Access, Answer, Json, Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get(address::api::Congresses::ROUTE, Access::ApiAnywhere(Permission::CongressRead), list)
        .asking(pagination::NAMES)
        .post(address::api::Congresses::ROUTE, Access::ApiEverywhere(Permission::CongressWrite), create)
        .get(address::api::Congress::ROUTE, Access::Api(Permission::CongressRead), show)
}

/// What programs are told of these routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list, create, show))]
    struct Part;
    Part::openapi()
}

/// A congress as programs hand it in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCongress, examples(json!({
    "slug": "owl-2028",
    "name": { "de": "DigitaleZukunft@OWL 2028", "en": "DigitaleZukunft@OWL 2028" },
    "starts_at": "2028-03-09T09:00:00+01:00",
    "ends_at": "2028-03-09T17:00:00+01:00",
    "zone": "Europe/Berlin"
})))]
struct CongressIn {
    /// Its name in addresses; none of the program's own (`api`, `desk`, `login` …).
    #[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 40)]
    slug: String,
    #[schema(schema_with = web::describe::name)]
    name: Text,
    /// In the year 2000 at the earliest.
    #[serde(deserialize_with = "web::moment::read")]
    #[schema(value_type = String, format = DateTime)]
    starts_at: Time,
    /// After `starts_at`.
    #[serde(deserialize_with = "web::moment::read")]
    #[schema(value_type = String, format = DateTime)]
    ends_at: Time,
    /// Of the IANA database.
    #[serde(default = "berlin")]
    zone: String,
    /// Open unless said otherwise: a draft is seen by staff only and sells nothing.
    #[serde(default = "open")]
    #[schema(default = "open")]
    phase: Phase,
}

fn berlin() -> String {
    "Europe/Berlin".into()
}

fn open() -> Phase {
    Phase::Open
}

/// A congress as programs see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Congress, examples(json!({
    "slug": "owl-2028",
    "name": { "de": "DigitaleZukunft@OWL 2028", "en": "DigitaleZukunft@OWL 2028" },
    "starts_at": "2028-03-09T08:00:00+00:00",
    "ends_at": "2028-03-09T16:00:00+00:00",
    "zone": "Europe/Berlin",
    "phase": "open"
})))]
struct CongressOut {
    slug: String,
    name: Text,
    #[schema(format = DateTime)]
    starts_at: String,
    #[schema(format = DateTime)]
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

/// Add a congress
///
/// It has a key of its own that signs its tickets, and no categories yet.
#[utoipa::path(
    post,
    path = address::api::Congresses::ROUTE.pattern(),
    operation_id = "congress_create",
    tag = "congresses",
    request_body = CongressIn,
    responses(
        (status = 201, description = "The congress is there.", body = CongressOut),
        (status = 409, description = "slug-taken"),
    )
)]
async fn create(State(state): State<web::State>, visit: Visit, Create { new, key }: Create<CongressIn>) -> Answer {
    let CongressIn { slug, name, starts_at, ends_at, zone, phase } = new;
    let new = NewCongress { slug, name, starts_at, ends_at, zone, phase };
    let created = Done::Created("slug");
    key.once(&state, created, async |tx| Ok(CongressOut::from(add(tx, &visit.actor, new).await?))).await
}

/// List the congresses
///
/// Those that the token may see, by their short names.
#[utoipa::path(
    get,
    path = address::api::Congresses::ROUTE.pattern(),
    operation_id = "congress_list",
    tag = "congresses",
    responses((status = 200, description = "A part of the list.", body = List<CongressOut>))
)]
async fn list(State(state): State<web::State>, visit: Visit, page: Page) -> Answer {
    let scope = visit.actor.scope(Permission::CongressRead);
    let rows = query::after(state.store.read(), &scope, page.after.as_deref(), page.fetch()).await?;
    let congresses = rows.into_iter().map(CongressOut::from).collect();
    let list: List<CongressOut> = page.list(&visit, congresses, |c| c.slug.clone());
    Ok(Json(list).into_response())
}

/// Show a congress
#[utoipa::path(
    get,
    path = address::api::Congress::ROUTE.pattern(),
    operation_id = "congress_show",
    tag = "congresses",
    responses((status = 200, description = "The congress.", body = CongressOut))
)]
async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let row = query::by_id(state.store.read(), visit.congress()?.id).await?.ok_or(CongressError::Unknown)?;
    Ok(Json(CongressOut::from(row)).into_response())
}
