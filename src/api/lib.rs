//! The description of the JSON API for programs: one OpenAPI 3.1 document, made from the code.
//!
//! Each slice describes its own operations: what goes in, what comes out, and the problems that are its own. What holds for
//! all is added here from the table of routes: who may, which parameters, which problems and headers. A route without a
//! description is left out and a description without a route stays in: a test holds both against each other.

mod complete;
mod problem;
mod route;

pub use complete::describe;
pub use problem::{PROBLEMS, Problem};
pub use route::routes;
