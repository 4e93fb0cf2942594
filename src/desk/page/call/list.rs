//! The calls of a congress.

use crate::page::state::{Tone, state};
use maud::{Markup, html};
use programme::entity::submission::State;
use programme::query::call::{CallView, Count};
use programme::rules::call::Standing;
use web::Visit;
use web::layout::{Section, desk_page, text};

pub fn list(visit: &Visit, calls: &[CallView], counts: &[Count]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-calls");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div { h1.kern-heading-large { (title) } p.muted { (words.t("desk-calls-lead")) } }
            a."kern-btn kern-btn--primary" href=(address::call::DeskCall::new(slug, "new").path()) {
                span."kern-icon kern-icon--add" aria-hidden="true" {}
                span.kern-label { (words.t("desk-call-new")) }
            }
        }
        div."panel kern-level-2" {
            @if calls.is_empty() { p { (words.t("desk-calls-none")) } }
            @else {
                div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
                    table."kern-table kern-table--small dense" {
                        caption.kern-sr-only #list { (title) }
                        thead.kern-table__header {
                            tr.kern-table__row {
                                th.kern-table__header scope="col" { (words.t("desk-call")) }
                                th.kern-table__header scope="col" { (words.t("desk-call-standing")) }
                                th."kern-table__header wide-only" scope="col" { (words.t("desk-call-closes")) }
                                th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-call-drafts")) }
                                th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-call-in")) }
                            }
                        }
                        tbody.kern-table__body { @for call in calls { (row(visit, slug, call, counts)) } }
                    }
                }
            }
        }
    };
    desk_page(visit, Section::Calls, &title, main)
}

fn row(visit: &Visit, slug: &str, call: &CallView, counts: &[Count]) -> Markup {
    let words = visit.words;
    let mine = || counts.iter().filter(|count| count.call_id == call.row.id);
    let drafts: i64 = mine().filter(|count| count.state == State::Draft).map(|count| count.n).sum();
    let all: i64 = mine().filter(|count| count.state != State::Draft).map(|count| count.n).sum();
    let found = address::with_query(&address::call::DeskSubmissions::new(slug).path(), &[("call", &call.row.slug)]);
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" {
                a href=(address::call::DeskCall::new(slug, call.row.id.to_string()).path()) { (text(visit, &call.row.title)) }
            }
            td.kern-table__cell { (standing(visit, call)) }
            td."kern-table__cell wide-only" { @if let Some(at) = call.row.closes_at { (words.short(at, visit.zone())) } }
            td."kern-table__cell kern-table__cell--numeric" { (words.number(drafts)) }
            td."kern-table__cell kern-table__cell--numeric" { a href=(found) { (words.number(all)) } }
        }
    }
}

pub(super) fn standing(visit: &Visit, call: &CallView) -> Markup {
    let (tone, key) = match call.standing(visit.now) {
        Standing::Unpublished => (Tone::Off, "call-unpublished"),
        Standing::NotYet(_) => (Tone::Wait, "call-not-yet"),
        Standing::Open => (Tone::Ok, "call-open"),
        Standing::Closed => (Tone::Off, "call-closed"),
    };
    state(tone, &visit.words.t(key), "")
}
