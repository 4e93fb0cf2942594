//! The outbox.

mod batch;
mod list;
mod readdress;
mod show;
mod trouble;

pub use batch::batch;
pub use list::list;
pub use readdress::readdress;
pub use show::show;
pub use trouble::meaning;

use locale::Words;
use maud::{Markup, html};
use post::State;
use post::query::MessageLine;
use web::Visit;

/// Its subject; before it was written for the first time, what kind of mail it is.
pub(crate) fn subject(words: Words, mail: &MessageLine) -> String {
    mail.subject.clone().unwrap_or_else(|| kind(words, &mail.kind))
}

/// The word for a kind of mail.
pub(crate) fn kind(words: Words, kind: &str) -> String {
    let key = format!("post-kind-{}", kind.replace(['.', '_'], "-"));
    if words.has(&key) { words.t(&key) } else { kind.to_owned() }
}

/// Where a mail is shown.
pub(super) fn path(visit: &Visit, mail: &MessageLine) -> String {
    visit.congress.as_ref().map_or_else(String::new, |c| address::desk::Mail::new(&c.slug, mail.id.to_string()).path())
}

/// The button that sends it again, where that makes sense.
pub(super) fn sending(visit: &Visit, mail: &MessageLine) -> Markup {
    let words = visit.words;
    let word = match mail.state {
        State::Failed | State::InDoubt => "desk-mail-send-again",
        State::Held => "desk-mail-send",
        State::Waiting if mail.attempts > 0 => "desk-mail-send-now",
        State::Waiting | State::Sending | State::Sent | State::Dropped => return html! {},
    };
    html! {
        form method="post" action={ (path(visit, mail)) "/sending" } {
            button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" {
                span.kern-label { (words.t(word)) span.kern-sr-only { ": " (subject(words, mail)) ", " (mail.to_address) } }
            }
        }
    }
}
