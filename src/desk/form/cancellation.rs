//! Who is cancelled, and why.

use garde::{Error, Validate};
use registration::service::cancellation::MAX_REASON;
use web::Fields;

/// The form. Its messages are keys of the locale files.
#[derive(Clone, Debug, Validate)]
pub struct CancellationForm {
    /// Positions within the order.
    #[garde(custom(somebody))]
    pub position: Vec<i32>,
    /// It stands in the mail to those who are cancelled, and on the timeline.
    #[garde(custom(a_reason))]
    pub reason: String,
    /// Whether those concerned are told by mail.
    #[garde(skip)]
    pub notify: bool,
}

impl CancellationForm {
    /// What is no position is left out.
    pub fn read(fields: &Fields) -> Self {
        let position = fields.all("position").filter_map(|typed| typed.parse().ok()).collect();
        Self { position, reason: fields.get("reason").trim().to_owned(), notify: fields.has("notify") }
    }
}

fn somebody(position: &[i32], _: &()) -> garde::Result {
    if position.is_empty() { Err(Error::new("desk-fault-nobody")) } else { Ok(()) }
}

fn a_reason(reason: &str, _: &()) -> garde::Result {
    match reason.chars().count() {
        0 => Err(Error::new("desk-fault-reason-missing")),
        n if n > MAX_REASON => Err(Error::new("desk-fault-reason-long")),
        _ => Ok(()),
    }
}
