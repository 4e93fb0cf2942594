//! All tests, in one binary: what is compiled once is linked once.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod api;
mod bounce;
mod calendar;
mod call;
mod campaign;
mod checkin;
mod desk;
mod exhibition;
mod house;
mod identity;
mod kit;
mod networking;
mod paper;
mod payment;
mod portal;
mod post;
mod privacy;
mod program;
mod programme;
mod question;
mod random;
mod registration;
mod review;
mod schedule;
mod store;
mod ticket;
mod ticketing;
mod waiting;
mod web;
