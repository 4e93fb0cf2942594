//! How the review is set up: phases, criteria, teams.

use crate::page::settings::list::Row;
use crate::page::settings::{self, Tab};
use address::review as at;
use maud::{Markup, html};
use web::Visit;

/// What there is of each kind.
pub struct Frame {
    pub phases: Vec<Row>,
    pub criteria: Vec<Row>,
    pub teams: Vec<Row>,
}

pub fn frame(visit: &Visit, frame: &Frame) -> Markup {
    let words = visit.words;
    let title = words.t("desk-review-frame");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        (list(visit, "phases", &frame.phases, &at::Phase::new(slug, "new").path()))
        (list(visit, "criteria", &frame.criteria, &at::Criterion::new(slug, "new").path()))
        (list(visit, "teams", &frame.teams, &at::Team::new(slug, "new").path()))
    };
    settings::frame(visit, Tab::Review, &title, &main)
}

fn list(visit: &Visit, name: &str, rows: &[Row], new: &str) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2 stack" aria-labelledby=(name) {
            h2.kern-heading-small id=(name) { (words.t(&format!("desk-review-{name}"))) }
            @if rows.is_empty() { p.measure { (words.t(&format!("desk-review-{name}-none"))) } }
            @else {
                ul.row-list { @for row in rows {
                    li {
                        a href=(row.path) { strong { (row.name) } }
                        span.sub { (row.note) }
                    }
                } }
            }
            div { a."kern-btn kern-btn--secondary" href=(new) { span.kern-label { (words.t(&format!("desk-review-{name}-add"))) } } }
        }
    }
}
