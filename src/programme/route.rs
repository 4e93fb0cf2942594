//! Requests for the programme.

mod schedule;

use address::{ScheduleJson, ScheduleXml};
use web::{Access, Routes};

/// What this crate mounts.
pub fn routes() -> Routes {
    Routes::new().get(ScheduleXml::ROUTE, Access::Public, schedule::xml).get(
        ScheduleJson::ROUTE,
        Access::Public,
        schedule::json,
    )
}
