//! The scanner's page, and the page of one verdict for who has no JavaScript.

use super::search;
use super::verdict::{VerdictView, verdict};
use super::words;
use crate::entity::scan::Status;
use crate::query::attendee::Search;
use crate::query::count::Standing;
use crate::query::gate::GateView;
use crate::query::scan::Line;
use base::{Permission, Uuid};
use maud::{Markup, html};
use web::layout::{door_page, icon};
use web::{Visit, asset};

/// What the scanner's page shows.
pub struct DoorView<'a> {
    /// The congress's short name.
    pub slug: &'a str,
    pub gate: &'a GateView,
    pub gates: &'a [GateView],
    pub standing: Standing,
    pub last: &'a [Line],
    /// Names the scan of the form without JavaScript.
    pub nonce: Uuid,
    /// What was looked for, and what was found.
    pub search: Option<(&'a str, &'a Search)>,
}

/// The scanner: camera, number, name, the last scans.
pub fn door(visit: &Visit, view: &DoorView<'_>) -> Markup {
    let w = visit.words;
    let title = w.with("checkin-title", &[("gate", view.gate.name.in_language(visit.language).into())]);
    let main = html! {
        h1.kern-sr-only { (title) }
        @if let Some((typed, found)) = view.search {
            (scanner(visit, view.slug, &view.gate.slug, html! {}))
            (search::field(visit, view.slug, view.gate, typed))
            (search::results(visit, view.slug, view.gate, view.nonce, found))
            p { a.door-button href=(here(view)) { (icon("scan")) (w.t("checkin-back")) } }
        } @else {
            (scanner(visit, view.slug, &view.gate.slug, viewfinder(visit)))
            (number(visit, view))
            (search::field(visit, view.slug, view.gate, ""))
            section aria-labelledby="zuletzt" {
                h2.kern-heading-small #zuletzt { (w.t("checkin-last")) }
                ul.row-list #door-last { @for line in view.last { (last(visit, line)) } }
            }
        }
        (ways(visit, view))
    };
    door_page(visit, &title, bar(visit, view.gate, view.standing), main)
}

/// The page of one verdict. A hand scanner goes on here as well.
pub fn verdict_page(visit: &Visit, slug: &str, gate: &GateView, standing: Standing, view: VerdictView<'_>) -> Markup {
    let word = visit.words.t(words::word(view.outcome));
    let title = visit.words.with("checkin-verdict-title", &[("word", word.into())]);
    let main = html! {
        div data-door data-check-ins=(address::door::CheckIns::new(slug).path()) data-gate=(gate.slug)
            data-text-offline=(visit.words.t("checkin-offline")) data-text-refused=(visit.words.t("checkin-log-in-again")) {}
        div.door-banner #door-banner role="status" hidden {}
        div.stack #verdict { (verdict(visit, slug, view)) }
    };
    door_page(visit, &title, bar(visit, gate, standing), main)
}

fn here(view: &DoorView<'_>) -> String {
    address::with_query(&address::door::Door::new(view.slug).path(), &[("gate", &view.gate.slug)])
}

fn bar(visit: &Visit, gate: &GateView, standing: Standing) -> Markup {
    html! {
        p.door__gate { (web::layout::text(visit, &gate.name)) small { (visit.actor.name) } }
        p."door__count number" #door-count { (count(visit, standing)) }
    }
}

/// "214 von 408 drin".
pub fn count(visit: &Visit, standing: Standing) -> Markup {
    html! {
        (visit.words.number(i64::try_from(standing.inside).unwrap_or(i64::MAX)))
        small { " " (visit.words.with("checkin-count", &[("expected", standing.expected.into())])) }
    }
}

/// What `door.js` works on: see there.
fn scanner(visit: &Visit, slug: &str, gate: &str, inside: Markup) -> Markup {
    let w = visit.words;
    html! {
        div.door-banner #door-banner role="status" hidden {}
        div.stack #verdict {}
        div.stack data-door data-check-ins=(address::door::CheckIns::new(slug).path()) data-gate=(gate)
            data-wasm=(asset::path("zxing.wasm"))
            data-text-offline=(w.t("checkin-offline"))
            data-text-refused=(w.t("checkin-log-in-again"))
            data-text-camera-denied=(w.t("checkin-camera-denied"))
            data-text-camera-missing=(w.t("checkin-camera-missing"))
            data-text-camera-insecure=(w.t("checkin-camera-insecure")) {
            (inside)
        }
    }
}

fn viewfinder(visit: &Visit) -> Markup {
    let w = visit.words;
    html! {
        noscript { p.door-banner { (w.t("checkin-without-script")) } }
        div.viewfinder {
            video muted playsinline aria-label=(w.t("checkin-camera-picture")) {}
            div.viewfinder__frame {}
            p.viewfinder__hint { (w.t("checkin-hold")) }
        }
        div.door-actions {
            button.door-button type="button" data-door-torch hidden { (icon("torch")) (w.t("checkin-torch")) }
            button.door-button type="button" data-door-camera hidden { (icon("camera")) (w.t("checkin-camera")) }
            button.door-button type="button" data-door-sound { (icon("sound")) (w.t("checkin-sound")) }
        }
    }
}

/// The number typed by hand; without JavaScript the only way.
fn number(visit: &Visit, view: &DoorView<'_>) -> Markup {
    let w = visit.words;
    html! {
        form.search #door-form method="post" action=(address::door::CheckIns::new(view.slug).path()) {
            (icon("keyboard"))
            label.kern-sr-only for="ticket" { (w.t("checkin-number-label")) }
            input type="hidden" name="gate" value=(view.gate.slug);
            input type="hidden" name="nonce" value=(view.nonce);
            input #ticket name="ticket" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" required
                placeholder=(w.t("checkin-number-hint"));
            button.tool type="submit" { (w.t("checkin-check")) }
        }
    }
}

/// A line of the last scans.
pub fn last(visit: &Visit, line: &Line) -> Markup {
    let tone = match line.status {
        Status::Admitted => "ok",
        Status::Attention => "wait",
        Status::Refused => "bad",
    };
    html! {
        li."cluster cluster--between" {
            span { (words::line(visit.words, line)) }
            span class={ "state state--" (tone) " number" } { (visit.words.time(line.at, visit.zone())) }
        }
    }
}

/// Other gates, the office, logging out.
fn ways(visit: &Visit, view: &DoorView<'_>) -> Markup {
    let w = visit.words;
    html! {
        nav.door-actions aria-label=(w.t("checkin-ways")) {
            @for gate in view.gates.iter().filter(|gate| gate.slug != view.gate.slug) {
                a.door-button href=(address::with_query(&address::door::Door::new(view.slug).path(), &[("gate", &gate.slug)])) {
                    (icon("door")) (web::layout::text(visit, &gate.name))
                }
            }
            @if visit.may(Permission::CongressRead) {
                a.door-button href=(address::desk::Overview::new(view.slug).path()) { (icon("dashboard")) (w.t("checkin-desk")) }
            } @else {
                // Whoever has no desk finds it here.
                a.door-button href=(address::desk::Account::new().path()) { (icon("person")) (w.t("web-account")) }
            }
            form method="post" action=(address::Logout::new().path()) {
                button.door-button.door-wide type="submit" { (icon("key")) (w.t("web-log-out")) }
            }
        }
    }
}
