//! Choosing rows.

use maud::{Markup, html};

/// The cell with which a row is chosen.
pub fn tick(name: &str, value: &str, label: &str) -> Markup {
    let id = format!("{name}-{value}");
    html! {
        td."kern-table__cell tick" {
            label for=(id) { input id=(id) type="checkbox" name=(name) value=(value) aria-label=(label); }
        }
    }
}
