//! The API's categories.

use crate::entity::category::{self, Place};
use crate::query;
use crate::service::category::{NewCategory, add};
use axum::extract::State;
use axum::response::IntoResponse;
use base::{Money, Permission, Text, Time};
use serde::{Deserialize, Serialize};
use web::idempotency::Create;
use web::pagination::Page;
use web::{Access, Answer, Json, Routes, Visit};

pub fn routes() -> Routes {
    Routes::new().get(address::api::Categories::ROUTE, Access::Api(Permission::CongressRead), list).post(
        address::api::Categories::ROUTE,
        Access::Api(Permission::CongressWrite),
        create,
    )
}

/// A category as programs hand it in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryIn {
    slug: String,
    name: Text,
    #[serde(default)]
    description: Text,
    place: Place,
    #[serde(default = "nothing")]
    price: Money,
    #[serde(default)]
    vat_basis_points: i32,
    #[serde(default)]
    sale_from: Option<Time>,
    #[serde(default)]
    sale_until: Option<Time>,
    #[serde(default)]
    max_per_order: Option<i32>,
}

fn nothing() -> Money {
    Money::euro(0)
}

/// A category as programs see it.
#[derive(Debug, Serialize)]
struct CategoryOut {
    slug: String,
    name: Text,
    description: Text,
    place: Place,
    price: Money,
    vat_basis_points: i32,
    sale_from: Option<String>,
    sale_until: Option<String>,
    max_per_order: Option<i32>,
}

impl From<category::Model> for CategoryOut {
    fn from(row: category::Model) -> Self {
        Self {
            slug: row.slug,
            name: row.name.0,
            description: row.description.0,
            place: row.place,
            price: Money { amount: row.price_cents, currency: row.currency },
            vat_basis_points: row.vat_basis_points,
            sale_from: row.sale_from.map(|t| t.to_rfc3339()),
            sale_until: row.sale_until.map(|t| t.to_rfc3339()),
            max_per_order: row.max_per_order,
        }
    }
}

async fn create(State(state): State<web::State>, visit: Visit, Create { new, key }: Create<CategoryIn>) -> Answer {
    let congress = visit.congress()?.id;
    let new = NewCategory {
        slug: new.slug,
        name: new.name,
        description: new.description,
        place: new.place,
        price: new.price,
        vat_basis_points: new.vat_basis_points,
        sale_from: new.sale_from,
        sale_until: new.sale_until,
        max_per_order: new.max_per_order,
    };
    key.once(&state, async |tx| Ok(CategoryOut::from(add(tx, &visit.actor, congress, new).await?))).await
}

async fn list(State(state): State<web::State>, visit: Visit, page: Page) -> Answer {
    let views = query::categories(state.store.read(), visit.congress()?.id).await?;
    let items: Vec<CategoryOut> = views.into_iter().map(|view| CategoryOut::from(view.category)).collect();
    Ok(Json(page.cut(&visit, items, |c| c.slug.clone())).into_response())
}
