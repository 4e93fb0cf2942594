//! What staff answer to an order that waits for it.

use garde::{Error, Validate};
use registration::entity::decision::Verdict;
use registration::service::approval::Answer;
use registration::service::cancellation::MAX_REASON;
use web::Fields;

/// The form. Its messages are keys of the locale files.
#[derive(Clone, Debug, Validate)]
pub struct DecisionForm {
    #[garde(skip)]
    pub verdict: Verdict,
    /// It stands in the mail.
    #[garde(custom(why(self.verdict)))]
    pub reason: String,
    #[garde(skip)]
    pub notify: bool,
}

impl DecisionForm {
    pub fn read(fields: &Fields) -> Self {
        let verdict = if fields.get("verdict") == "approved" { Verdict::Approved } else { Verdict::Refused };
        Self { verdict, reason: fields.get("reason").trim().to_owned(), notify: fields.has("notify") }
    }

    pub fn answer(self) -> Answer {
        Answer { verdict: self.verdict, reason: self.reason, notify: self.notify }
    }
}

/// Who refuses says why; who approves may.
fn why(verdict: Verdict) -> impl FnOnce(&String, &()) -> garde::Result {
    move |reason, ()| match reason.chars().count() {
        0 if verdict == Verdict::Refused => Err(Error::new("desk-fault-reason-missing")),
        n if n > MAX_REASON => Err(Error::new("desk-fault-reason-long")),
        _ => Ok(()),
    }
}
