//! The API as a whole: its description, and what holds for all of its routes.

mod description;
mod example;
mod request;
