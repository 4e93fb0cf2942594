//! Quotas: how many places, how many taken, and why.

use crate::RegistrationError;
use crate::query::count;
use crate::service::quota::add;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use store::Conn;
use ticketing::query::QuotaView;
use ticketing::service::quota::NewQuota;
use utoipa::ToSchema;
use web::idempotency::{Create, Done};
use web::pagination::{List, Page};
use web::problem::Wrong;
use web::{Answer, Fault, Json, Visit};

/// A quota as programs hand it in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewQuota, examples(json!({
    "slug": "saal", "name": "Großer Saal", "size": 180, "categories": ["vor-ort"]
})))]
pub(super) struct QuotaIn {
    /// Its name in addresses.
    #[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 40)]
    slug: String,
    #[schema(min_length = 1, max_length = 300)]
    name: String,
    /// Null: no limit.
    #[schema(minimum = 0, maximum = 2_147_483_647)]
    size: Option<i32>,
    /// Short names of the categories that need a place of it.
    #[schema(min_items = 1, max_items = 1_000)]
    categories: Vec<String>,
}

/// A quota as programs see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Quota, examples(json!({
    "slug": "saal", "name": "Großer Saal", "categories": ["vor-ort"], "size": 180, "taken": 0, "free": 180,
    "why": { "sold": 0, "paying": 0, "held": 0 }
})))]
pub(super) struct QuotaOut {
    slug: String,
    name: String,
    /// Short names of the categories that need a place of it.
    categories: Vec<String>,
    /// Null: no limit.
    #[schema(required, minimum = 0)]
    size: Option<i32>,
    #[schema(minimum = 0)]
    taken: i32,
    /// Null: no limit.
    #[schema(required, minimum = 0)]
    free: Option<i32>,
    why: Why,
}

/// Who holds the places that are taken.
#[derive(Debug, Default, Serialize, ToSchema)]
struct Why {
    /// By valid tickets.
    #[schema(minimum = 0)]
    sold: i64,
    /// By tickets that await payment.
    #[schema(minimum = 0)]
    paying: i64,
    /// By tickets that await approval.
    #[schema(minimum = 0)]
    held: i64,
}

/// The most categories that one quota stands over.
const MAX_CATEGORIES: usize = 1_000;

/// Add a quota
///
/// Who holds a place of its categories already is counted in; if they are more than its size, it is refused.
#[utoipa::path(
    post,
    path = address::api::Quotas::ROUTE.pattern(),
    operation_id = "quota_create",
    tag = "quotas",
    request_body = QuotaIn,
    responses(
        (status = 201, description = "The quota is there.", body = QuotaOut),
        (status = 409, description = "slug-taken smaller-than-taken"),
    )
)]
pub(super) async fn create(
    State(state): State<web::State>,
    visit: Visit,
    Create { new, key }: Create<QuotaIn>,
) -> Answer {
    let congress = visit.congress()?.id;
    let QuotaIn { slug, name, size, categories } = new;
    if categories.len() > MAX_CATEGORIES {
        return Err(Fault::invalid(vec![Wrong::new("/categories", "fault-member-type")]));
    }
    let new = NewQuota { slug, name, size, categories };
    key.once(&state, Done::Created("slug"), async |tx| {
        let row = add(tx, &visit.actor, congress, new).await?;
        let all = outs(tx, congress).await?;
        Ok(all.into_iter().find(|out| out.slug == row.slug).ok_or(RegistrationError::Unknown)?)
    })
    .await
}

/// List the quotas
///
/// With the places that are taken, and by whom.
#[utoipa::path(
    get,
    path = address::api::Quotas::ROUTE.pattern(),
    operation_id = "quota_list",
    tag = "quotas",
    responses((status = 200, description = "A part of the list.", body = List<QuotaOut>))
)]
pub(super) async fn list(State(state): State<web::State>, visit: Visit, page: Page) -> Answer {
    let items = outs(state.store.read(), visit.congress()?.id).await?;
    Ok(Json(page.cut(&visit, items, |q| q.slug.clone())).into_response())
}

/// Show a quota
#[utoipa::path(
    get,
    path = address::api::Quota::ROUTE.pattern(),
    operation_id = "quota_show",
    tag = "quotas",
    responses((status = 200, description = "The quota.", body = QuotaOut))
)]
pub(super) async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<address::api::Quota>,
) -> Answer {
    let items = outs(state.store.read(), visit.congress()?.id).await?;
    let quota = items.into_iter().find(|quota| quota.slug == path.quota).ok_or_else(Fault::not_found)?;
    Ok(Json(quota).into_response())
}

async fn outs(conn: &Conn, congress: base::Uuid) -> Result<Vec<QuotaOut>, RegistrationError> {
    let views = ticketing::query::quotas(conn, congress).await?;
    let categories = ticketing::query::categories(conn, congress).await?;
    let held = count::held_by_quota(conn, congress).await?;
    let out = |view: QuotaView| {
        let mut why = Why::default();
        for h in held.iter().filter(|h| h.capacity_id == view.capacity_id) {
            match h.state {
                crate::entity::attendee::State::Valid => why.sold += h.n,
                crate::entity::attendee::State::Unpaid => why.paying += h.n,
                _ => why.held += h.n,
            }
        }
        let slug = |id: &base::Uuid| categories.iter().find(|c| c.category.id == *id).map(|c| c.category.slug.clone());
        QuotaOut {
            categories: view.categories.iter().filter_map(slug).collect(),
            free: view.free(),
            slug: view.slug,
            name: view.name,
            size: view.size,
            taken: view.taken,
            why,
        }
    };
    Ok(views.into_iter().map(out).collect())
}
