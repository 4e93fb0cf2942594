//! The form of a slot, or of something new: all that dragging does, by typing.

use super::board::times;
use super::{Links, warning};
use crate::form::schedule::EVERYWHERE;
use crate::query::schedule::ScheduleView;
use address::schedule as at;
use maud::{Markup, html};
use programme::entity::slot::Kind;
use programme::query::plan::SlotView;
use programme::rules::clash::Clash;
use web::form::{Form, once};
use web::layout::icon_small;
use web::{Faults, Fields, Visit};

/// What the form shows.
pub struct Shown<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// Why it was refused.
    pub refused: Option<&'a str>,
    /// Drawn for what a second click must not add again.
    pub once: &'a str,
    /// None: it is new, a break or a blocker.
    pub slot: Option<&'a SlotView>,
    pub kind: Kind,
}

pub(super) fn drawer(visit: &Visit, view: &ScheduleView, links: &Links<'_>, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let form = Form::new(words, shown.fields, shown.faults);
    let (action, title) = match shown.slot {
        Some(slot) => {
            (at::Slot::new(links.slug, slot.id.to_string()).path(), warning::title(words, &view.draft, slot.id))
        }
        None => (at::Slots::new(links.slug).path(), words.t(&format!("desk-schedule-new-{}", kind_name(shown.kind)))),
    };
    let placed = shown.slot.is_some_and(|slot| slot.span.is_some());
    html! {
        section."drawer kern-level-2" #sitzung aria-labelledby="sitzung-titel" {
            div."cluster cluster--between cluster--top" {
                div {
                    @if let Some(slot) = shown.slot { p."fine muted" { (above(visit, view, slot)) } }
                    h2."kern-title kern-title--small" #sitzung-titel { (title) }
                }
                a.tool href=(links.query(&links.day(), &[])) { (words.t("desk-schedule-close")) }
            }
            @if let Some(refused) = shown.refused {
                div."kern-alert kern-alert--danger kern-alert--line" role="alert" {
                    div.kern-alert__header { span."kern-icon kern-icon--danger" aria-hidden="true" {} p.kern-body { (refused) } }
                }
            }
            form.stack method="post" action=(action) novalidate {
                (form.summary())
                @if shown.slot.is_some() { (form.hidden("version")) } @else {
                    input type="hidden" name="kind" value=(kind_name(shown.kind));
                    input type="hidden" name=(once::NAME) value=(shown.once);
                }
                (place(visit, view, form, shown.kind))
                @if shown.slot.is_some() {
                    (form.checkbox("pinned", html! { (words.t("desk-schedule-pin")) }))
                }
                div.cluster {
                    (form.submit(&words.t(match (shown.slot.is_some(), placed) {
                        (false, _) => "desk-schedule-add",
                        (true, true) => "desk-schedule-move",
                        (true, false) => "desk-schedule-place",
                    })))
                }
            }
            @if let Some(slot) = shown.slot { (others(visit, view, links, slot, shown.once)) }
        }
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Session => "session",
        Kind::Break => "break",
        Kind::Blocker => "blocker",
    }
}

/// "Nr. 41 · Vortrag · bestätigt".
fn above(visit: &Visit, view: &ScheduleView, slot: &SlotView) -> String {
    let words = visit.words;
    let session = slot.session.and_then(|id| view.draft.sessions.get(&id));
    let kind =
        session.and_then(|session| session.kind).and_then(|id| view.draft.types.iter().find(|kind| kind.id == id));
    let number = slot.number.map(|n| words.with("desk-schedule-number", &[("n", n.to_string().into())]));
    let kind = match session {
        Some(_) => kind.map(|kind| warning::said(words, &kind.name)),
        None => Some(words.t(&format!("desk-schedule-{}", kind_name(slot.kind)))),
    };
    let state = session.map(|session| {
        words.t(match (session.cancelled, session.confirmed) {
            (true, _) => "desk-schedule-cancelled",
            (false, true) => "desk-schedule-confirmed",
            (false, false) => "desk-schedule-unconfirmed",
        })
    });
    number.into_iter().chain(kind).chain(state).collect::<Vec<_>>().join(" · ")
}

/// Title of what is no session, day, beginning, length, room.
fn place(visit: &Visit, view: &ScheduleView, form: Form<'_>, kind: Kind) -> Markup {
    let words = visit.words;
    let zone = view.draft.frame.zone;
    let days = view.draft.frame.days.iter().map(|day| (day.date.to_string(), words.weekday_date(day.span.from, zone)));
    let rooms = view.draft.rooms.iter().map(|room| (room.id.to_string(), warning::said(words, &room.name)));
    let wrong = |name: &'static str| form.faults.has(name).then_some("true");
    let label = words.t("desk-schedule-room");
    let room = form.select("room", &label).options(rooms);
    html! {
        @if kind != Kind::Session {
            div.form-grid {
                (form.input("title-de", &words.t("desk-schedule-title-de")).required())
                (form.input("title-en", &words.t("desk-schedule-title-en")).optional())
            }
        }
        (form.select("day", &words.t("desk-schedule-day")).options(days))
        div.form-grid {
            div.kern-form-input."kern-form-input--error"[form.faults.has("from")] {
                label.kern-label for="from" { (words.t("desk-schedule-from")) }
                input.kern-form-input__input #from name="from" type="time" step=(view.draft.frame.grid.saturating_mul(60)) required value=(form.fields.get("from")) aria-invalid=[wrong("from")];
                (beside(visit, form, "from"))
            }
            div.kern-form-input."kern-form-input--error"[form.faults.has("minutes")] {
                label.kern-label for="minutes" { (words.t("desk-schedule-minutes")) }
                input.kern-form-input__input #minutes name="minutes" type="number" min="1" step="1" required value=(form.fields.get("minutes")) aria-invalid=[wrong("minutes")];
                (beside(visit, form, "minutes"))
            }
        }
        @if kind == Kind::Session { (room) } @else { (room.option(EVERYWHERE, words.t("desk-schedule-everywhere"))) }
    }
}

fn beside(visit: &Visit, form: Form<'_>, name: &str) -> Markup {
    html! {
        @if let Some(sentence) = form.faults.sentence(name, visit.words) {
            p.kern-error { span."kern-icon kern-icon--danger" aria-hidden="true" {} span.kern-body { (sentence) } }
        }
    }
}

/// What else can be done with it, what is wrong with it, and when its speakers can be there.
fn others(visit: &Visit, view: &ScheduleView, links: &Links<'_>, slot: &SlotView, drawn: &str) -> Markup {
    let words = visit.words;
    let id = slot.id.to_string();
    let wrong: Vec<&Clash> = view.of(slot.id).collect();
    let session = slot.session.and_then(|id| view.draft.sessions.get(&id));
    let button = |action: String, icon: &str, key: &str, drawn: Option<&str>| {
        html! {
            form method="post" action=(action) {
                input type="hidden" name="version" value=(slot.version);
                input type="hidden" name="day" value=(links.day());
                @if let Some(drawn) = drawn { input type="hidden" name=(once::NAME) value=(drawn); }
                button.tool type="submit" { (icon_small(icon)) (words.t(key)) }
            }
        }
    };
    html! {
        div.cluster {
            @if slot.span.is_some() { (button(at::SlotParking::new(links.slug, &id).path(), "left", "desk-schedule-park", None)) }
            @if slot.session.is_some() && slot.version > 0 {
                (button(at::SlotRepeat::new(links.slug, &id).path(), "sync", "desk-schedule-repeat", Some(drawn)))
            }
            @if slot.version > 0 { (button(at::SlotRemoval::new(links.slug, &id).path(), "no", "desk-schedule-remove", None)) }
        }
        @if slot.span.is_some() && !wrong.is_empty() {
            ul.plain-list { @for clash in wrong { (warning::warning(visit, &view.draft, clash, &|slot| links.slot(slot))) } }
        }
        @if let Some(session) = session {
            hr.rule;
            dl."key-values key-values--start" {
                @for speaker in session.speakers.iter().filter_map(|id| view.draft.speakers.get(id)) {
                    div {
                        dt { (speaker.name) @if !speaker.organisation.is_empty() { br; span.muted { (speaker.organisation) } } }
                        dd {
                            @if speaker.there.is_empty() { (words.t("desk-schedule-can-unsaid")) }
                            @else { (words.with("desk-schedule-can", &[("when", times(view, &speaker.there).into())])) }
                        }
                    }
                }
                @if let Some(seats) = session.seats { div { dt { (words.t("desk-schedule-bookable")) } dd { (words.number(i64::from(seats))) } } }
                @if session.seats.is_some() || session.bookings > 0 {
                    div { dt { (words.t("desk-schedule-booked")) } dd { (words.number(i64::from(session.bookings))) } }
                }
                div {
                    dt { (words.t("desk-schedule-starred")) br; span.muted { (words.t("desk-schedule-starred-hint")) } }
                    dd { (words.number(i64::from(session.stars))) }
                }
            }
        }
    }
}
