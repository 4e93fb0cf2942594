//! The API's orders and quotas.

mod billing;
mod order;
mod quota;

use base::Permission;
use utoipa::OpenApi;
use web::{Access, Routes, pagination};

pub fn routes() -> Routes {
    Routes::new()
        .get(address::api::Quotas::ROUTE, Access::Api(Permission::CongressRead), quota::list)
        .asking(pagination::NAMES)
        .post(address::api::Quotas::ROUTE, Access::Api(Permission::CongressWrite), quota::create)
        .get(address::api::Quota::ROUTE, Access::Api(Permission::CongressRead), quota::show)
        .get(address::api::Orders::ROUTE, Access::Api(Permission::OrdersRead), order::list)
        .asking(order::QUERY)
        .post(address::api::Orders::ROUTE, Access::Api(Permission::OrdersWrite), order::create)
        .get(address::api::Order::ROUTE, Access::Api(Permission::OrdersRead), order::show)
        .post(address::api::OrderCancellation::ROUTE, Access::Api(Permission::OrdersWrite), order::cancel)
}

/// What programs are told of these routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(quota::list, quota::create, quota::show, order::list, order::create, order::show, order::cancel))]
    struct Part;
    Part::openapi()
}
