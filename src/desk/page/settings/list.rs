//! What there is of a kind, and how to add one.

use super::{Tab, frame};
use crate::page::state::{Tone, state};
use maud::{Markup, html};
use web::Visit;

/// A row of the list.
pub struct Row {
    pub path: String,
    pub name: Markup,
    pub note: String,
    /// Tone and word of its state.
    pub state: Option<(Tone, String)>,
}

/// `blocked`: why none can be added yet.
pub fn list(visit: &Visit, tab: Tab, rows: &[Row], blocked: Option<&str>) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    let main = html! {
        section."panel kern-level-2" {
            @if rows.is_empty() {
                p.measure { (words.t(&format!("desk-settings-none-of-{}", tab.name()))) }
            } @else {
                ul.row-list {
                    @for row in rows {
                        li {
                            a href=(row.path) { strong { (row.name) } }
                            span.sub { (row.note) }
                            @if let Some((tone, word)) = &row.state { (state(*tone, word, "")) }
                        }
                    }
                }
            }
            @if let Some(key) = blocked {
                p { (words.t(key)) }
            } @else {
                div {
                    a."kern-btn kern-btn--primary" href={ (tab.path(slug)) "/new" } {
                        span.kern-label { (words.t(&format!("desk-settings-add-to-{}", tab.name()))) }
                    }
                }
            }
        }
    };
    frame(visit, tab, &tab.word(visit), &main)
}
