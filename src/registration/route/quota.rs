//! Quotas: how many places, how many taken, and why.

use crate::RegistrationError;
use crate::query::count;
use crate::service::quota::add;
use axum::extract::State;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use store::Conn;
use ticketing::query::QuotaView;
use ticketing::service::quota::NewQuota;
use web::idempotency::Create;
use web::pagination::Page;
use web::{Answer, Json, Visit};

/// A quota as programs hand it in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuotaIn {
    slug: String,
    name: String,
    /// Null: no limit.
    size: Option<i32>,
    categories: Vec<String>,
}

/// A quota as programs see it.
#[derive(Debug, Serialize)]
struct QuotaOut {
    slug: String,
    name: String,
    categories: Vec<String>,
    size: Option<i32>,
    taken: i32,
    free: Option<i32>,
    why: Why,
}

/// Who holds the places that are taken.
#[derive(Debug, Default, Serialize)]
struct Why {
    sold: i64,
    paying: i64,
    held: i64,
}

pub(super) async fn create(
    State(state): State<web::State>,
    visit: Visit,
    Create { new, key }: Create<QuotaIn>,
) -> Answer {
    let congress = visit.congress()?.id;
    let QuotaIn { slug, name, size, categories } = new;
    let new = NewQuota { slug, name, size, categories };
    key.once(&state, async |tx| {
        let row = add(tx, &visit.actor, congress, new).await?;
        let all = outs(tx, congress).await?;
        Ok(all.into_iter().find(|out| out.slug == row.slug).ok_or(RegistrationError::Unknown)?)
    })
    .await
}

pub(super) async fn list(State(state): State<web::State>, visit: Visit, page: Page) -> Answer {
    let items = outs(state.store.read(), visit.congress()?.id).await?;
    Ok(Json(page.cut(&visit, items, |q| q.slug.clone())).into_response())
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
