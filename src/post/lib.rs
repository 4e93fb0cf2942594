//! Mail. A message is written into the outbox in the transaction that causes it, and delivered by a job: composed from
//! the facts as they are then, rendered from a template, handed to the mail server.
//!
//! Whoever has a mail to send calls [`enqueue`] and offers a composer for its kind; the program collects those in
//! [`Composers`] and runs [`deliver`] for jobs of the kind [`DELIVER`]. The desk reads [`query`] and acts with
//! [`again`], [`hold`], [`release`].

mod attempt;
mod bounce;
pub mod bulk;
mod compose;
mod dkim;
pub mod entity;
mod error;
mod event;
mod job;
pub mod letterbox;
mod mail;
mod outbox;
pub mod past;
pub mod query;
pub mod report;
pub mod secret;
mod service;
mod smtp;
pub mod template;
pub mod text;
mod trouble;

pub use bounce::BounceAddress;
pub use compose::{Attachment, Compose, ComposeError, Composers, Draft, Due, Stream, Ticket, compose};
pub use dkim::{Dkim, DkimError};
pub use entity::message::State;
pub use error::PostError;
pub use event::{About, Event};
pub use job::{DELIVER, deliver};
pub use letterbox::Letterbox;
pub use outbox::{Outbox, rate, sender, sender_address};
pub use service::report::{Found, Noted, find, note_report};
pub use service::{
    NewAddress, NewMessage, again, enqueue, hold, readdress, readdressed_by, release, release_all, send_copy,
};
pub use smtp::{CheckError, Checked, Smtp};
pub use trouble::Trouble;
