//! What has no time yet.

use super::Links;
use super::board::card;
use super::warning::said;
use crate::query::schedule::ScheduleView;
use locale::Arg;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields, Visit};

/// More are not shown at once: a filter finds them.
const MOST: usize = 150;

pub(super) fn parking(visit: &Visit, view: &ScheduleView, links: &Links<'_>) -> Markup {
    let words = visit.words;
    let narrowed = view.parked.len() != view.parked_in_all;
    let number = |n: usize| words.number(i64::try_from(n).unwrap_or(i64::MAX));
    html! {
        section."panel kern-level-2" #parkplatz aria-labelledby="parken" {
            div.panel__head {
                h2.kern-heading-small #parken { (words.t("desk-schedule-parked")) }
                span."muted number" { (number(view.parked.len())) @if narrowed { " / " (number(view.parked_in_all)) } }
            }
            @if view.parked_in_all > 0 {
                p {
                    a."kern-btn kern-btn--secondary kern-btn--x-small" href=(address::schedule::Placing::new(links.slug).path()) {
                        span.kern-label { (words.t("desk-placing")) }
                    }
                }
            }
            @if view.parked_in_all > 0 { (filter(visit, view, links)) }
            @if view.parked.is_empty() {
                p.muted { (words.t(if narrowed { "desk-schedule-parked-none-found" } else { "desk-schedule-parked-none" })) }
            }
            ol.parking #ablage tabindex="0" aria-labelledby="parken" {
                @for at in view.parked.iter().take(MOST) { (card(visit, view, links, &view.draft.slots[*at], "slot", None)) }
            }
            @if view.parked.len() > MOST {
                p.muted { (words.with("desk-schedule-more", &[("n", Arg::from(view.parked.len() - MOST))])) }
            }
            @if !view.parked.is_empty() { p."fine muted" { (words.t("desk-schedule-parked-hint")) } }
        }
    }
}

fn filter(visit: &Visit, view: &ScheduleView, links: &Links<'_>) -> Markup {
    let words = visit.words;
    let asked = &view.asked;
    let id = |id: Option<base::Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let fields = Fields::new().with("track", id(asked.track)).with("type", id(asked.kind)).with("text", &asked.text);
    let faults = Faults::new();
    let form = Form::new(words, &fields, &faults);
    let tracks = view.draft.tracks.iter().map(|track| (track.id.to_string(), said(words, &track.name)));
    let kinds = view.draft.types.iter().map(|kind| (kind.id.to_string(), said(words, &kind.name)));
    html! {
        form."filter stack stack--s" method="get" action=(address::schedule::Schedule::new(links.slug).path()) {
            input type="hidden" name="day" value=(links.day());
            div.form-grid {
                (form.input("text", &words.t("desk-schedule-filter-text")).search())
                @if !view.draft.tracks.is_empty() {
                    (form.select("track", &words.t("desk-schedule-track")).option("", words.t("desk-schedule-any")).options(tracks))
                }
                @if !view.draft.types.is_empty() {
                    (form.select("type", &words.t("desk-schedule-type")).option("", words.t("desk-schedule-any")).options(kinds))
                }
            }
            div.cluster {
                button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" { span.kern-label { (words.t("desk-schedule-filter")) } }
                @if asked.track.is_some() || asked.kind.is_some() || !asked.text.is_empty() {
                    a href={ (address::schedule::Schedule::new(links.slug).at(&links.day(), "")) } { (words.t("desk-schedule-filter-off")) }
                }
            }
        }
    }
}
