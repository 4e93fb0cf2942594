//! Pages that belong to no congress: the log-in, the list of congresses, errors.

use super::document::{Document, language_switch, pending};
use crate::visit::Visit;
use maud::{Markup, html};

/// A page with the product's name, the language switch, and `main`.
pub fn plain_page(visit: &Visit, title: &str, main: Markup) -> Markup {
    let body = html! {
        header.site-header {
            div.wrap.site-header__row {
                a.wordmark href=(address::Home::new().path()) { (visit.words.t("web-product")) }
                div.site-header__end {
                    (language_switch(visit))
                    @if visit.actor.is_staff() { (super::desk::log_out(visit)) }
                }
            }
        }
        main #inhalt {
            div.wrap { (pending(visit)) }
            (main)
        }
    };
    Document { title, class: "", dark: false, head: html! {} }.render(visit, body)
}
