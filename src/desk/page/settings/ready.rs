//! The start of the set-up: what is there, what is missing, and the button that opens.

use super::{Tab, frame};
use crate::page::state::{Tone, state};
use crate::rules::ready::{Check, State, may_open};
use maud::{Markup, html};
use web::{Phase, Visit};

/// `ordered`: somebody has ordered, and the congress stays public.
pub fn start(visit: &Visit, checks: &[Check], ordered: bool) -> Markup {
    let main = html! {
        (panel(visit, checks))
        (phases(visit, checks, ordered))
        (super::edition::entry(visit))
    };
    frame(visit, Tab::Start, &visit.words.t("desk-settings"), &main)
}

/// The check list: also on the overview of a draft.
pub fn panel(visit: &Visit, checks: &[Check]) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    html! {
        section."panel kern-level-2" aria-labelledby="ready" {
            div.panel__head { h2.kern-heading-small #ready { (words.t("desk-ready")) } }
            ul.row-list {
                @for check in checks {
                    li {
                        @let name = words.t(&format!("desk-ready-{}", check.name));
                        @if let Some(path) = check.mend(slug) { a href=(path) { strong { (name) } } } @else { strong { (name) } }
                        span.sub {
                            @if let Some(lacks) = check.lacks { strong { (words.t(lacks)) } " " }
                            (words.t(&format!("desk-ready-why-{}", check.name)))
                        }
                        @match check.state {
                            State::Done => { (state(Tone::Ok, &words.t("desk-ready-done"), "")) }
                            State::Hint => { (state(Tone::Wait, &words.t("desk-ready-hint"), "")) }
                            State::Missing => { (state(Tone::Bad, &words.t("desk-ready-missing"), "")) }
                        }
                    }
                }
            }
        }
    }
}

/// Each phase that it can go to, and what follows.
fn phases(visit: &Visit, checks: &[Check], ordered: bool) -> Markup {
    let words = visit.words;
    let Some(congress) = &visit.congress else { return Markup::default() };
    let path = address::settings::PhaseChange::new(&congress.slug).path();
    let button = |phase: Phase, class: &str, key: &str| {
        html! {
            form method="post" action=(path) {
                input type="hidden" name="from" value=(congress.state.name());
                button class={ "kern-btn kern-btn--" (class) } type="submit" name="phase" value=(phase.name()) {
                    span.kern-label { (words.t(key)) }
                }
            }
        }
    };
    html! {
        section."panel kern-level-2" aria-labelledby="phase" {
            div.panel__head { h2.kern-heading-small #phase { (words.t(&format!("desk-phase-{}", congress.state.name()))) } }
            @if ordered && congress.state == Phase::Open {
                p.measure { (words.t("desk-phase-meaning-ordered")) }
            } @else {
                p.measure { (words.t(&format!("desk-phase-meaning-{}", congress.state.name()))) }
            }
            @match congress.state {
                Phase::Draft if may_open(checks) => { (button(Phase::Open, "primary", "desk-phase-open-it")) }
                Phase::Draft => { p { (words.t("desk-phase-not-yet")) } }
                Phase::Open => {
                    div.cluster {
                        (button(Phase::Over, "secondary", "desk-phase-end-it"))
                        @if !ordered { (button(Phase::Draft, "secondary", "desk-phase-withdraw-it")) }
                    }
                }
                Phase::Over => { (button(Phase::Open, "secondary", "desk-phase-reopen-it")) }
            }
        }
    }
}
