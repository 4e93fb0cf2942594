//! What nobody wrote: RFC 3834, and what was usual before it.

use super::field;
use mail_parser::{Message, MimeHeaders};

/// Out of office, received with thanks, read (RFC 8098): about a mail that has arrived.
pub(super) fn is(mail: &Message) -> bool {
    let is = |name: &str, words: &[&str]| {
        field::first(mail, name).is_some_and(|value| words.iter().any(|word| value.eq_ignore_ascii_case(word)))
    };
    let submitted = field::first(mail, "Auto-Submitted").is_some_and(|value| !value.eq_ignore_ascii_case("no"));
    let answers = ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From"];
    let read = mail
        .content_type()
        .and_then(|of| of.attribute("report-type"))
        .is_some_and(|kind| kind.eq_ignore_ascii_case("disposition-notification"));
    submitted
        || read
        || answers.iter().any(|name| field::first(mail, name).is_some())
        || is("Precedence", &["auto_reply", "auto-reply", "bulk", "junk", "list"])
}
