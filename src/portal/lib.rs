//! The public site and the pages behind a personal link: the congress, its texts, registering, an order, "my congress".
//!
//! No tables: [`query`] reads from the slices below, [`page`] writes what it gave, [`route`] takes requests apart and calls
//! one query or one service.

pub mod form;
pub mod guess;
pub mod page;
pub mod query;
mod route;
pub mod stars;

pub use route::routes;
