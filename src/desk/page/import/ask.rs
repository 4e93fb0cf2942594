//! Handing in a list: a file, or cells from the clipboard.

use crate::page::sheet;
use maud::{Markup, html};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

pub fn ask(visit: &Visit, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let title = words.t("desk-import");
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p.muted { (words.t("desk-import-lead")) }
            }
        }
        (sheet::hand_in(visit, fields, faults))
        section."panel kern-level-2 measure" aria-labelledby="help" {
            h2.kern-heading-small #help { (words.t("desk-import-help")) }
            ul {
                @for line in ["name", "email", "organisation", "category", "language", "rest"] {
                    li { (words.t(&format!("desk-import-help-{line}"))) }
                }
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}
