//! The door: phones at arm's length, always dark.

use super::document::{Document, module, pending};
use crate::visit::Visit;
use maud::{Markup, html};

/// A page at the door. `bar` is what stands above: the gate, who scans, how many are in. Brings `door.js`, which does
/// nothing without a `[data-door]` on the page.
pub fn door_page(visit: &Visit, title: &str, bar: Markup, main: Markup) -> Markup {
    let body = html! {
        div.door__frame {
            header.door__bar { (bar) }
            main.stack #inhalt {
                (pending(visit))
                (main)
            }
        }
    };
    Document { title, class: "door", dark: true, head: module("door.js") }.render(visit, body)
}
