//! Letters to many.

mod desk;
