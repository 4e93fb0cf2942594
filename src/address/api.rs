//! The JSON API, version 1.

use crate::route::addresses;

addresses! {
    Congresses = "/api/v1/congresses";
    Congress { congress } = "/api/v1/congresses/{congress}";
    Categories { congress } = "/api/v1/congresses/{congress}/categories";
    Category { congress, category } = "/api/v1/congresses/{congress}/categories/{category}";
    Quotas { congress } = "/api/v1/congresses/{congress}/quotas";
    Quota { congress, quota } = "/api/v1/congresses/{congress}/quotas/{quota}";
    Orders { congress } = "/api/v1/congresses/{congress}/orders";
    Order { congress, code } = "/api/v1/congresses/{congress}/orders/{code}";
    OrderCancellation { congress, code } = "/api/v1/congresses/{congress}/orders/{code}/cancellation";
    CheckIns { congress } = "/api/v1/congresses/{congress}/check-ins";
    /// What all of this is, for programs.
    Description = "/api/v1/openapi.json";
}
