//! The JSON API, version 1.

use crate::route::addresses;

addresses! {
    Congresses = "/api/v1/congresses";
    Categories { congress } = "/api/v1/congresses/{congress}/categories";
    Quotas { congress } = "/api/v1/congresses/{congress}/quotas";
    Orders { congress } = "/api/v1/congresses/{congress}/orders";
    Order { congress, code } = "/api/v1/congresses/{congress}/orders/{code}";
    OrderCancellation { congress, code } = "/api/v1/congresses/{congress}/orders/{code}/cancellation";
    CheckIns { congress } = "/api/v1/congresses/{congress}/check-ins";
}
