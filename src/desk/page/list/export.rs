//! Taking a list along as a file.

use super::hidden;
use crate::form::list::Asked;
use locale::Words;
use maud::{Markup, html};
use paper::sheet::Format;

/// Buttons that write what the list shows, all pages of it. A form that is posted: who took which data along is
/// recorded.
pub fn export(words: Words, action: &str, asked: &impl Asked, total: u64) -> Markup {
    html! {
        @if total > 0 {
            form.cluster method="post" action=(action) aria-label=(words.with("desk-export-label", &[("count", total.into())])) {
                (hidden(asked))
                @for format in Format::ALL {
                    button."kern-btn kern-btn--secondary" type="submit" name="format" value=(format.name()) {
                        span."kern-icon kern-icon--download" aria-hidden="true" {}
                        span.kern-label { (format.name()) }
                    }
                }
            }
        }
    }
}
