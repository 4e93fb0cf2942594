//! A scan as programs, the scanner and the form without JavaScript hand it in.

use crate::NewScan;
use crate::service::gate::MAIN;
use base::{Time, Uuid};
use garde::{Error, Validate};
use serde::Deserialize;
use utoipa::ToSchema;
use web::Fields;

/// The longest reason for letting somebody in all the same, in characters.
pub const MAX_NOTE: usize = 500;

/// A scan in JSON, taken verbatim: whatever the ticket says, that it is none is the answer, not an error.
#[derive(Clone, Debug, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCheckIn, examples(json!({
    "ticket": "7H4KQ2-1K", "gate": "main", "nonce": "3f1c2c9e-5a4e-4c3b-9a52-0d6a1b7e8f10"
})))]
pub struct ScanForm {
    /// What the QR code says, or the number.
    #[garde(custom(given))]
    #[schema(required, value_type = String)]
    pub ticket: Option<String>,
    /// The gate's short name; `main` unless said otherwise.
    #[garde(custom(a_name))]
    pub gate: Option<String>,
    /// Names this scan: sent again, it is the same.
    #[garde(custom(a_nonce))]
    #[schema(required, value_type = String, format = Uuid)]
    pub nonce: Option<String>,
    /// When the device saw it.
    #[garde(custom(a_time))]
    #[schema(format = DateTime)]
    pub at: Option<String>,
    /// Let in all the same, as far as the rules allow.
    #[serde(default)]
    #[garde(skip)]
    pub force: bool,
    /// Why somebody is let in all the same.
    #[garde(custom(not_too_long))]
    #[schema(max_length = 500)]
    pub note: Option<String>,
}

fn given(value: &Option<String>, _: &()) -> garde::Result {
    if value.is_some() { Ok(()) } else { Err(Error::new("checkin-fault-missing")) }
}

fn a_name(value: &Option<String>, _: &()) -> garde::Result {
    if value.as_deref().is_some_and(|v| v.contains('\0')) { Err(Error::new("fault-null")) } else { Ok(()) }
}

fn a_nonce(value: &Option<String>, context: &()) -> garde::Result {
    given(value, context)?;
    if value.as_deref().is_some_and(|v| v.parse::<Uuid>().is_ok()) {
        Ok(())
    } else {
        Err(Error::new("checkin-fault-nonce"))
    }
}

fn a_time(value: &Option<String>, _: &()) -> garde::Result {
    match value.as_deref().map(web::moment::parse) {
        Some(None) => Err(Error::new("checkin-fault-time")),
        _ => Ok(()),
    }
}

fn not_too_long(value: &Option<String>, _: &()) -> garde::Result {
    if value.as_deref().is_some_and(|v| v.chars().count() > MAX_NOTE) {
        Err(Error::new("checkin-fault-too-long"))
    } else {
        Ok(())
    }
}

impl ScanForm {
    /// Checked and taken apart.
    pub fn scan(self) -> Result<NewScan, garde::Report> {
        self.validate()?;
        Ok(NewScan {
            at: self.at(),
            nonce: self.nonce.and_then(|nonce| nonce.parse().ok()).unwrap_or_default(),
            ticket: self.ticket.unwrap_or_default(),
            gate: self.gate.unwrap_or_else(|| MAIN.into()),
            force: self.force,
            note: self.note.unwrap_or_default(),
        })
    }

    fn at(&self) -> Option<Time> {
        web::moment::parse(self.at.as_deref()?)
    }
}

/// A scan from the form of the door page.
///
/// Its nonce was made with the page, so that a double click is one scan. A page that comes back by the browser's
/// *back* still has it: therefore the ticket is part of the name, and another ticket is another scan.
pub fn from_fields(fields: &Fields, fresh: Uuid) -> NewScan {
    let ticket = fields.get("ticket").to_owned();
    let force = fields.has("force");
    let page: Uuid = fields.get("nonce").parse().unwrap_or(fresh);
    let gate = fields.get("gate");
    NewScan {
        nonce: Uuid::new_v5(&page, format!("{force} {}", ticket.trim()).as_bytes()),
        gate: if gate.is_empty() { MAIN.into() } else { gate.into() },
        at: None,
        note: fields.get("note").chars().take(MAX_NOTE).collect(),
        force,
        ticket,
    }
}
