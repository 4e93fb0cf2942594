//! Temporary: the desk's tests alone, while tests/main.rs is not whole.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(dead_code, unused_imports)]
mod desk;
mod kit;
