//! What is mounted.

mod api;
mod door;

use address::{api as to_api, door as to};
use base::Permission::CheckInsWrite;
use utoipa::OpenApi;
use web::{Access, Routes};

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .post(to_api::CheckIns::ROUTE, Access::Api(CheckInsWrite), api::check_in)
        .get(to::Door::ROUTE, Access::Needs(CheckInsWrite), door::show)
        .post(to::CheckIns::ROUTE, Access::Needs(CheckInsWrite), door::check_in)
        .get(to::CheckIn::ROUTE, Access::Needs(CheckInsWrite), door::show_verdict)
        .post(to::CheckInReversal::ROUTE, Access::Needs(CheckInsWrite), door::reverse)
}

/// What programs are told of these routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(api::check_in))]
    struct Part;
    Part::openapi()
}
