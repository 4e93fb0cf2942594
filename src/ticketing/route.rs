//! The API's categories.

use crate::entity::category::{self, Kind, Place, Visibility};
use crate::query;
use crate::service::category::{NewCategory, add};
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::{Money, Permission, Text, Time};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use web::idempotency::{Create, Done};
use web::pagination::{self, List, Page};
use web::{Access, Answer, Fault, Json, Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get(address::api::Categories::ROUTE, Access::Api(Permission::CongressRead), list)
        .asking(pagination::NAMES)
        .post(address::api::Categories::ROUTE, Access::Api(Permission::CongressWrite), create)
        .get(address::api::Category::ROUTE, Access::Api(Permission::CongressRead), show)
}

/// What programs are told of these routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list, create, show))]
    struct Part;
    Part::openapi()
}

/// A category as programs hand it in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCategory, examples(json!({
    "slug": "vor-ort",
    "name": { "de": "Vor Ort", "en": "On site" },
    "place": "on_site",
    "price": { "amount": 0, "currency": "EUR" },
    "vat_basis_points": 1900
})))]
struct CategoryIn {
    /// Its name in addresses and orders.
    #[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 40)]
    slug: String,
    #[schema(schema_with = web::describe::name)]
    name: Text,
    #[serde(default)]
    description: Text,
    /// A ticket unless said otherwise. It stays what it is.
    #[serde(default)]
    kind: Kind,
    place: Place,
    /// Nothing unless said otherwise.
    #[serde(default)]
    price: PriceIn,
    /// 1900 is 19 %.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 10_000)]
    vat_basis_points: i32,
    #[serde(default, deserialize_with = "web::moment::read_option")]
    #[schema(value_type = Option<String>, format = DateTime)]
    sale_from: Option<Time>,
    /// After `sale_from`.
    #[serde(default, deserialize_with = "web::moment::read_option")]
    #[schema(value_type = Option<String>, format = DateTime)]
    sale_until: Option<Time>,
    /// Null: as many as an order holds.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 2_147_483_647)]
    max_per_order: Option<i32>,
}

/// A price as programs hand it in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Price)]
struct PriceIn {
    /// Cents.
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    amount: i64,
    /// Three capital letters (ISO 4217).
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: String,
}

impl Default for PriceIn {
    fn default() -> Self {
        Self { amount: 0, currency: "EUR".into() }
    }
}

/// A category as programs see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Category, examples(json!({
    "slug": "vor-ort",
    "name": { "de": "Vor Ort", "en": "On site" },
    "description": {},
    "kind": "ticket",
    "visibility": "public",
    "place": "on_site",
    "price": { "amount": 0, "currency": "EUR" },
    "vat_basis_points": 1900,
    "sale_from": null,
    "sale_until": null,
    "max_per_order": null
})))]
struct CategoryOut {
    slug: String,
    name: Text,
    description: Text,
    kind: Kind,
    /// Who sees it on the public site.
    visibility: Visibility,
    place: Place,
    /// The regular price; until a moment or for groups it may be lower.
    price: Money,
    vat_basis_points: i32,
    #[schema(required, format = DateTime)]
    sale_from: Option<String>,
    #[schema(required, format = DateTime)]
    sale_until: Option<String>,
    #[schema(required)]
    max_per_order: Option<i32>,
}

impl From<category::Model> for CategoryOut {
    fn from(row: category::Model) -> Self {
        Self {
            slug: row.slug,
            name: row.name.0,
            description: row.description.0,
            kind: row.kind,
            visibility: row.visibility,
            place: row.place,
            price: Money { amount: row.price_cents, currency: row.currency },
            vat_basis_points: row.vat_basis_points,
            sale_from: row.sale_from.map(|t| t.to_rfc3339()),
            sale_until: row.sale_until.map(|t| t.to_rfc3339()),
            max_per_order: row.max_per_order,
        }
    }
}

/// Add a category
///
/// It is on sale at once, within its window, while the congress is open. A limit needs a quota.
#[utoipa::path(
    post,
    path = address::api::Categories::ROUTE.pattern(),
    operation_id = "category_create",
    tag = "categories",
    request_body = CategoryIn,
    responses(
        (status = 201, description = "The category is there.", body = CategoryOut),
        (status = 409, description = "slug-taken"),
    )
)]
async fn create(State(state): State<web::State>, visit: Visit, Create { new, key }: Create<CategoryIn>) -> Answer {
    let congress = visit.congress()?.id;
    let new = NewCategory {
        slug: new.slug,
        name: new.name,
        description: new.description,
        kind: new.kind,
        place: new.place,
        price: Money { amount: new.price.amount, currency: new.price.currency },
        vat_basis_points: new.vat_basis_points,
        sale_from: new.sale_from,
        sale_until: new.sale_until,
        max_per_order: new.max_per_order,
    };
    let created = Done::Created("slug");
    key.once(&state, created, async |tx| Ok(CategoryOut::from(add(tx, &visit.actor, congress, new).await?))).await
}

/// List the categories
///
/// In the order in which they are offered.
#[utoipa::path(
    get,
    path = address::api::Categories::ROUTE.pattern(),
    operation_id = "category_list",
    tag = "categories",
    responses((status = 200, description = "A part of the list.", body = List<CategoryOut>))
)]
async fn list(State(state): State<web::State>, visit: Visit, page: Page) -> Answer {
    let views = query::categories(state.store.read(), visit.congress()?.id).await?;
    let items: Vec<CategoryOut> = views.into_iter().map(|view| CategoryOut::from(view.category)).collect();
    Ok(Json(page.cut(&visit, items, |c| c.slug.clone())).into_response())
}

/// Show a category
#[utoipa::path(
    get,
    path = address::api::Category::ROUTE.pattern(),
    operation_id = "category_show",
    tag = "categories",
    responses((status = 200, description = "The category.", body = CategoryOut))
)]
async fn show(State(state): State<web::State>, visit: Visit, Path(path): Path<address::api::Category>) -> Answer {
    let views = query::categories(state.store.read(), visit.congress()?.id).await?;
    let view = views.into_iter().find(|view| view.category.slug == path.category).ok_or_else(Fault::not_found)?;
    Ok(Json(CategoryOut::from(view.category)).into_response())
}
