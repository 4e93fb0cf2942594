//! Complaints: ARF, RFC 5965.

use super::{field, part};
use mail_parser::Message;

/// What kind of complaint, `abuse`. That something is no spam is none.
pub(super) fn read(mail: &Message) -> Option<String> {
    let feedback = part(mail, "message", &["feedback-report"])?;
    let text = String::from_utf8_lossy(feedback.contents());
    let kind =
        field::blocks(&text).iter().find_map(|block| field::get(block, "feedback-type").map(str::to_lowercase))?;
    (kind != "not-spam").then_some(kind)
}
