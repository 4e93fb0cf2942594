//! The verdict: colour, shape and word, then who it is and what to do. It fills the screen.

use super::words;
use crate::entity::scan::Status;
use crate::form::MAX_NOTE;
use crate::query::scan::{Holder, Outcome};
use base::Uuid;
use maud::{Markup, html};
use web::layout::{icon, text};
use web::{Faults, Visit};

/// What a verdict shows.
#[derive(Clone, Copy)]
pub struct VerdictView<'a> {
    pub outcome: &'a Outcome,
    /// For the form that lets in all the same.
    pub nonce: Uuid,
    /// Stands on the scanner's own page: *next* closes it there.
    pub embedded: bool,
    /// What is wrong with the form that lets in all the same.
    pub faults: &'a Faults,
}

/// The section. `slug` is the congress's.
pub fn verdict(visit: &Visit, slug: &str, view: VerdictView<'_>) -> Markup {
    let (w, outcome) = (visit.words, view.outcome);
    let (tone, shape) = match outcome.status() {
        Status::Admitted => ("ok", "ok"),
        Status::Attention => ("warn", "stop"),
        Status::Refused => ("no", "no"),
    };
    let word = w.t(words::word(outcome));
    html! {
        section class={ "verdict verdict--" (tone) } role="alert" aria-labelledby="wort" {
            div.verdict__head {
                (icon(shape))
                // The scanner's page has its own first heading.
                @if view.embedded { h2.verdict__word #wort { (word) } } @else { h1.verdict__word #wort { (word) } }
            }
            (who(visit, outcome))
            (notes(visit, outcome))
            div.verdict__actions { (actions(visit, slug, view)) }
        }
        @if outcome.may_force() { p.muted { (w.t("checkin-force-hint")) } }
    }
}

/// Let in: the name in front. Refused: what is the matter in front, then whose ticket it is.
fn who(visit: &Visit, outcome: &Outcome) -> Markup {
    let title = outcome.reason().map(|reason| visit.words.t(words::title(reason)));
    let refused = outcome.status() == Status::Refused;
    html! {
        div {
            @match (&outcome.holder, title) {
                (Some(holder), Some(title)) if refused => {
                    p.verdict__name { (title) }
                    p.verdict__detail { (holder.name()) br; (details(visit, holder)) }
                }
                (Some(holder), _) => {
                    p.verdict__name { (holder.name()) }
                    p.verdict__detail { (details(visit, holder)) }
                }
                (None, title) => { @if let Some(title) = title { p.verdict__name { (title) } } }
            }
        }
    }
}

fn details(visit: &Visit, holder: &Holder) -> Markup {
    html! {
        @if !holder.organisation.is_empty() { (holder.organisation) br; }
        (text(visit, &holder.category_name))
    }
}

fn notes(visit: &Visit, outcome: &Outcome) -> Markup {
    let w = visit.words;
    let zone = visit.zone();
    let before = outcome.entry.as_ref().filter(|entry| entry.id != outcome.scan.id);
    html! {
        @if let Some(at) = outcome.reversed_at() {
            p.verdict__note { strong { (w.with("checkin-reversed-at", &[("time", words::clock(w, at, visit.now, zone).into())])) } }
        }
        @if let Some(reason) = outcome.reason() {
            p.verdict__note {
                @if let Some(entry) = before {
                    @let (sentence, at) = words::entered(w, entry, visit.now, zone);
                    @match sentence.split_once(&at) {
                        Some((front, back)) => { (front) strong { (at) } (back) }
                        None => (sentence),
                    }
                    " "
                }
                @if outcome.status() == Status::Attention {
                    (w.with("checkin-forced", &[("title", w.t(words::title(reason)).into())]))
                    @if !outcome.scan.note.is_empty() { br; strong { (w.t("checkin-note")) } " " (outcome.scan.note) }
                } @else {
                    (w.t(words::next(reason, outcome.detail())))
                }
            }
        }
    }
}

fn actions(visit: &Visit, slug: &str, view: VerdictView<'_>) -> Markup {
    let (w, outcome) = (visit.words, view.outcome);
    let door = address::with_query(&address::door::Door::new(slug).path(), &[("gate", &outcome.gate)]);
    html! {
        a."verdict__button verdict__button--main" href=(door) data-door-next[view.embedded] { (w.t("checkin-next-code")) }
        @if outcome.reversible() {
            form method="post" action=(address::door::CheckInReversal::new(slug, outcome.scan.id).path()) {
                button.verdict__button.door-wide type="submit" { (w.t("checkin-reverse")) }
            }
        }
        @if outcome.status() == Status::Refused {
            a.verdict__button href={ (door) "#suche" } { (w.t("checkin-search-by-name")) }
        }
        @if let Some(holder) = outcome.holder.as_ref().filter(|_| outcome.may_force()) {
            details open[!view.faults.is_empty()] {
                summary.verdict__button { (w.t("checkin-force")) }
                (force(visit, slug, view, holder))
            }
        }
    }
}

/// Lets in all the same: the ticket by its number, and why.
fn force(visit: &Visit, slug: &str, view: VerdictView<'_>, holder: &Holder) -> Markup {
    let w = visit.words;
    let wrong = view.faults.sentence("note", w);
    html! {
        form."stack verdict__note" method="post" action=(address::door::CheckIns::new(slug).path()) {
            input type="hidden" name="gate" value=(view.outcome.gate);
            input type="hidden" name="nonce" value=(view.nonce);
            input type="hidden" name="ticket" value=(holder.number);
            input type="hidden" name="force" value="1";
            // Where to come back to if the reason is missing.
            input type="hidden" name="scan" value=(view.outcome.scan.id);
            label for="note" { (w.t("checkin-force-why")) }
            input.kern-form-input__input #note name="note" type="text" autocomplete="off" maxlength=(MAX_NOTE) required
                aria-invalid=[wrong.is_some().then_some("true")] aria-describedby=[wrong.is_some().then_some("note-error")];
            @if let Some(wrong) = wrong { p #note-error { strong { (wrong) } } }
            button."verdict__button verdict__button--main" type="submit" { (w.t("checkin-force-submit")) }
        }
    }
}
