//! The API's orders and quotas.

mod order;
mod quota;

use base::Permission;
use web::{Access, Routes};

pub fn routes() -> Routes {
    Routes::new()
        .get(address::api::Quotas::ROUTE, Access::Api(Permission::CongressRead), quota::list)
        .post(address::api::Quotas::ROUTE, Access::Api(Permission::CongressWrite), quota::create)
        .get(address::api::Orders::ROUTE, Access::Api(Permission::OrdersRead), order::list)
        .post(address::api::Orders::ROUTE, Access::Api(Permission::OrdersWrite), order::create)
        .get(address::api::Order::ROUTE, Access::Api(Permission::OrdersRead), order::show)
        .post(address::api::OrderCancellation::ROUTE, Access::Api(Permission::OrdersWrite), order::cancel)
}
