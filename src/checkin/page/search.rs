//! What a search at the door found: a button lets in whose phone is dead.

use crate::query::attendee::{Found, MOST, Search};
use crate::query::gate::GateView;
use base::Uuid;
use maud::{Markup, html};
use registration::entity::attendee::State;
use web::Visit;
use web::layout::{icon, text};

/// The field.
pub fn field(visit: &Visit, slug: &str, gate: &GateView, typed: &str) -> Markup {
    let w = visit.words;
    html! {
        search #suche {
            form.search action=(address::door::Door::new(slug).path()) {
                (icon("search"))
                label.kern-sr-only for="q" { (w.t("checkin-search-label")) }
                input type="hidden" name="gate" value=(gate.slug);
                input #q name="q" type="search" autocomplete="off" value=(typed) placeholder=(w.t("checkin-search-hint"));
                button.tool type="submit" { (w.t("checkin-search")) }
            }
        }
    }
}

/// Who was found.
pub fn results(visit: &Visit, slug: &str, gate: &GateView, nonce: Uuid, search: &Search) -> Markup {
    let w = visit.words;
    html! {
        section aria-labelledby="gefunden" {
            h2.kern-heading-small #gefunden { (w.with("checkin-found", &[("count", search.found.len().into())])) }
            @if search.found.is_empty() { p { (w.t("checkin-found-none")) } }
            @if search.more { p { (w.with("checkin-found-more", &[("count", MOST.into())])) } }
            ul.row-list {
                @for found in &search.found {
                    li."cluster cluster--between" {
                        (who(visit, found))
                        // A button that can only refuse would cost the queue a tap.
                        @if found.on_site && found.inside_since.is_none() {
                            form method="post" action=(address::door::CheckIns::new(slug).path()) {
                                input type="hidden" name="gate" value=(gate.slug);
                                input type="hidden" name="nonce" value=(nonce);
                                input type="hidden" name="ticket" value=(found.number);
                                button.door-button type="submit" {
                                    (icon("door")) (w.t("checkin-let-in")) span.kern-sr-only { " " (found.name) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn who(visit: &Visit, found: &Found) -> Markup {
    let (tone, word) = state(visit, found);
    html! {
        div {
            strong { (found.name) } br;
            @if !found.organisation.is_empty() { (found.organisation) br; }
            (text(visit, &found.category)) br;
            span class={ "state state--" (tone) } { (word) }
        }
    }
}

fn state(visit: &Visit, found: &Found) -> (&'static str, String) {
    let w = visit.words;
    if let Some(at) = found.inside_since {
        let time = super::words::clock(w, at, visit.now, visit.zone());
        return ("info", w.with("checkin-state-inside", &[("time", time.into())]));
    }
    match found.state {
        State::Valid | State::Unpaid if !found.on_site => ("off", w.t("checkin-state-online")),
        State::Valid => ("ok", w.t("checkin-state-valid")),
        State::Unpaid => ("wait", w.t("checkin-state-unpaid")),
        State::Unapproved => ("wait", w.t("checkin-state-unapproved")),
        State::Waiting => ("wait", w.t("checkin-state-waiting")),
        State::Expired => ("bad", w.t("checkin-state-expired")),
        State::Cancelled => ("bad", w.t("checkin-state-cancelled")),
    }
}
