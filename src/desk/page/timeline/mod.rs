//! What happened, newest first: one component for an order and for a ticket.

pub mod account;
mod sentence;

use crate::query::timeline::Timeline;
use crate::rules::timeline::span;
use crate::service::export::Reader;
use locale::Words;
use maud::{Markup, html};
use post::query::MessageLine;
pub(super) use sentence::{Told, told};
use store::event::Line;
use web::Visit;

/// The panel. `mails`: those that lines may be about.
pub fn panel(visit: &Visit, timeline: &Timeline, mails: &[MessageLine]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="history" {
            div.panel__head { h2.kern-heading-small #history { (words.t("desk-history")) } }
            @if timeline.groups.is_empty() {
                p.muted { (words.t("desk-history-none")) }
            } @else {
                ol.timeline {
                    @for group in &timeline.groups { (entry(visit, timeline, mails, group)) }
                }
            }
        }
    }
}

fn entry(visit: &Visit, timeline: &Timeline, mails: &[MessageLine], group: &[Line]) -> Markup {
    let words = visit.words;
    let Some((newest, oldest)) = span(group) else { return html! {} };
    let Told { sentence, details, reason } = told(Reader::of(visit), timeline, mails, newest);
    let time = |line: &Line| words.date_time(line.at, visit.zone());
    html! {
        li {
            @if group.len() == 1 {
                span dir="auto" { (sentence) }
                @for detail in &details { span.sub dir="auto" { (detail) } }
                @if !reason.is_empty() {
                    span.sub dir="auto" { (words.with("desk-history-reason", &[("reason", reason.into())])) }
                }
                (when(visit, newest))
            } @else {
                details {
                    summary dir="auto" {
                        (words.with("desk-timeline-times", &[("count", group.len().into()), ("what", sentence.into())]))
                    }
                    @for line in group { (when(visit, line)) }
                }
                time datetime=(newest.at.to_rfc3339()) {
                    (words.with("desk-timeline-span", &[("first", time(oldest).into()), ("last", time(newest).into())]))
                }
            }
        }
    }
}

/// When, and who.
pub fn when(visit: &Visit, line: &Line) -> Markup {
    html! {
        time datetime=(line.at.to_rfc3339()) { (visit.words.date_time(line.at, visit.zone())) }
        span.timeline__who dir="auto" { (who(visit.words, line)) }
    }
}

/// Who it was, in words.
pub(super) fn who(words: Words, line: &Line) -> String {
    match (line.actor_kind.as_str(), line.actor_name.as_str()) {
        ("system", _) => words.t("desk-who-system"),
        (_, "") => words.t("desk-who-nobody"),
        (_, name) => name.to_owned(),
    }
}
