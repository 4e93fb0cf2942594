//! What is wrong, above the form; and the button below it.

use super::Faults;
use crate::layout::module;
use locale::Words;
use maud::{Markup, html};

/// The list of errors: told at once to a screen reader, focused by `summary.js`, each a link to its field. Nothing if
/// nothing is wrong.
pub fn error_summary(words: Words, faults: &Faults) -> Markup {
    let list = faults.summary(words);
    html! {
        @if !list.is_empty() {
            section."kern-alert kern-alert--danger error-summary" #fehler role="alert" tabindex="-1" aria-labelledby="fehler-titel" {
                div.kern-alert__header {
                    span."kern-icon kern-icon--danger" aria-hidden="true" {}
                    h2.kern-title #fehler-titel { (words.with("form-errors", &[("count", list.len().into())])) }
                }
                div.kern-alert__body {
                    ol {
                        @for (field, label, sentence) in &list {
                            li { a href={ "#" (field) } { @if let Some(label) = label { (label) ": " } (sentence) } }
                        }
                    }
                    p { (words.t("form-errors-kept")) }
                }
            }
            (module("summary.js"))
        }
    }
}

/// The one primary button of a screen.
pub fn submit(label: &str) -> Markup {
    html! { button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (label) } } }
}
