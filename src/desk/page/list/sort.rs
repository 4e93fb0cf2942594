//! Headings that sort.

use maud::{Markup, html};

/// The heading of a column: a link that sorts by it, the other way round if the list already is.
#[derive(Clone, Debug)]
pub struct Heading {
    pub word: String,
    /// Where the list is that way.
    pub path: String,
    /// Whether the list is sorted by this column, and from the last to the first.
    pub current: Option<bool>,
    /// Numbers stand at the end of their column.
    pub numeric: bool,
    pub class: &'static str,
}

pub fn heading(heading: &Heading) -> Markup {
    let sorted = heading.current.map(|descending| if descending { "descending" } else { "ascending" });
    html! {
        th.kern-table__header."kern-table__header--numeric"[heading.numeric].(heading.class) scope="col" aria-sort=[sorted] {
            a href=(heading.path) {
                (heading.word)
                @if let Some(descending) = heading.current {
                    span aria-hidden="true" { @if descending { " ↓" } @else { " ↑" } }
                }
            }
        }
    }
}
