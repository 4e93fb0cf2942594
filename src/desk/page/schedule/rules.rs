//! What holds for the plan: how much each kind of clash matters, how long things take, what must not be beside each other,
//! where tracks are at home, when rooms are open.

use super::warning::said;
use crate::form::schedule_rule::windows;
use crate::query::schedule_rule::{RoomView, RulesView};
use address::schedule as at;
use base::Uuid;
use maud::{Markup, html};
use programme::rules::clash::{Kind, Severity};
use programme::rules::day;
use web::form::{Form, Seen};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// A form as it was sent, with what is wrong, or as it begins.
pub struct Typed<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub refused: Option<&'a str>,
}

/// The whole page. `track`: whose rooms are being chosen.
pub fn show(visit: &Visit, view: &RulesView, typed: &Typed<'_>, seen: &Seen, track: Option<Uuid>) -> Markup {
    let words = visit.words;
    let title = words.t("desk-schedule-rules");
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    let main = html! {
        div.section-head {
            div {
                p { a href=(at::Schedule::new(slug).path()) { (words.t("desk-schedule")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-schedule-rules-lead")) }
            }
        }
        @if let Some(refused) = typed.refused { (danger(refused)) }
        (severities(visit, slug, typed, seen))
        (rooms(visit, slug, view))
        (walks(visit, slug, view))
        (apart(visit, slug, view))
        (tracks(visit, slug, view, track))
    };
    desk_page(visit, Section::Schedule, &title, main)
}

fn danger(text: &str) -> Markup {
    html! {
        div."kern-alert kern-alert--danger kern-alert--line" role="alert" {
            div.kern-alert__header { span."kern-icon kern-icon--danger" aria-hidden="true" {} p.kern-body { (text) } }
        }
    }
}

fn severities(visit: &Visit, slug: &str, typed: &Typed<'_>, seen: &Seen) -> Markup {
    let words = visit.words;
    let form = Form::new(words, typed.fields, typed.faults);
    let name = |severity: Severity| words.t(&format!("desk-schedule-severity-{}", severity.name()));
    let label = |kind: Kind| words.t(&format!("desk-clash-{}", kind.name()));
    let options = || Severity::ALL.map(|severity| (severity.name(), name(severity)));
    html! {
        form."panel kern-level-2 stack" method="post" action=(at::Rules::new(slug).path()) novalidate {
            div.panel__head { h2.kern-heading-small { (words.t("desk-schedule-rules-kinds")) } }
            p.measure { (words.t("desk-schedule-rules-kinds-lead")) }
            (form.summary())
            (form.seen(seen))
            div.form-grid { @for kind in Kind::ALL { (form.select(kind.name(), &label(kind)).options(options())) } }
            h3.kern-title { (words.t("desk-schedule-rules-minutes")) }
            div.form-grid {
                (form.input("minutes-changeover", &words.t("desk-schedule-rules-changeover")).digits())
                (form.input("minutes-walk", &words.t("desk-schedule-rules-walk")).digits())
                (form.input("grid", &words.t("desk-schedule-rules-grid")).digits())
                (form.input("night", &words.t("desk-schedule-rules-night")).hint(&words.t("desk-schedule-rules-night-hint")))
            }
            div.cluster { (form.submit(&words.t("desk-schedule-move"))) }
        }
    }
}

fn rooms(visit: &Visit, slug: &str, view: &RulesView) -> Markup {
    let words = visit.words;
    let open = |id: Uuid| view.draft.plan.rooms.iter().find(|room| room.id == id).map_or(0, |room| room.open.len());
    html! {
        section."panel kern-level-2 stack" aria-labelledby="regel-raeume" {
            div.panel__head { h2.kern-heading-small #regel-raeume { (words.t("desk-schedule-rules-rooms")) } }
            p.measure {
                (words.t("desk-schedule-rules-rooms-lead"))
                @if visit.may(base::Permission::CongressWrite) { " " a href=(address::settings::Rooms::new(slug).path()) { (words.t("desk-schedule-rules-rooms-names")) } }
            }
            ul.plain-list.stack {
                @for room in &view.draft.rooms {
                    li {
                        a href=(at::RoomRules::new(slug, room.id.to_string()).path()) { (said(words, &room.name)) }
                        span.muted {
                            @if let Some(seats) = room.seats { " · " (words.with("desk-schedule-seats", &[("n", seats.into())])) }
                            @if room.several { " · " (words.t("desk-schedule-room-several-short")) }
                            @if let Some(minutes) = room.changeover_minutes { " · " (words.with("desk-schedule-room-changeover-short", &[("n", minutes.into())])) }
                            @if open(room.id) > 0 { " · " (words.t("desk-schedule-room-hours-short")) }
                        }
                    }
                }
            }
        }
    }
}

fn walks(visit: &Visit, slug: &str, view: &RulesView) -> Markup {
    let words = visit.words;
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(words, &fields, &faults);
    let options = || view.draft.rooms.iter().map(|room| (room.id.to_string(), said(words, &room.name)));
    let name = |id: Uuid| super::warning::room(words, &view.draft, id);
    let action = at::Walks::new(slug).path();
    html! {
        section."panel kern-level-2 stack" aria-labelledby="regel-wege" {
            div.panel__head { h2.kern-heading-small #regel-wege { (words.t("desk-schedule-rules-walks")) } }
            p.measure { (words.t("desk-schedule-rules-walks-lead")) }
            @if !view.draft.plan.walks.is_empty() {
                ul.plain-list.stack {
                    @for walk in &view.draft.plan.walks {
                        li {
                            form.cluster method="post" action=(action) {
                                input type="hidden" name="room" value=(walk.rooms.0);
                                input type="hidden" name="other" value=(walk.rooms.1);
                                span { (name(walk.rooms.0)) " – " (name(walk.rooms.1)) ": " (words.with("desk-schedule-min", &[("n", walk.minutes.into())])) }
                                button.tool type="submit" name="remove" value="on" { (words.t("desk-schedule-remove")) span.kern-sr-only { ": " (name(walk.rooms.0)) " – " (name(walk.rooms.1)) } }
                            }
                        }
                    }
                }
            }
            @if view.draft.rooms.len() > 1 {
                form.stack method="post" action=(action) novalidate {
                    div.form-grid {
                        (form.select("room", &words.t("desk-schedule-rules-from")).options(options()))
                        (form.select("other", &words.t("desk-schedule-rules-to")).options(options()))
                        (form.input("walk-minutes", &words.t("desk-schedule-minutes")).digits())
                    }
                    div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-schedule-add")) } } }
                }
            }
        }
    }
}

fn apart(visit: &Visit, slug: &str, view: &RulesView) -> Markup {
    let words = visit.words;
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(words, &fields, &faults);
    let name = |id: Uuid| view.draft.sessions.get(&id).map(|session| said(words, &session.title)).unwrap_or_default();
    let action = at::Apart::new(slug).path();
    html! {
        section."panel kern-level-2 stack" aria-labelledby="regel-paare" {
            div.panel__head { h2.kern-heading-small #regel-paare { (words.t("desk-schedule-rules-apart")) } }
            p.measure { (words.t("desk-schedule-rules-apart-lead")) }
            @if !view.draft.plan.apart.is_empty() {
                ul.plain-list.stack {
                    @for (one, other) in &view.draft.plan.apart {
                        li {
                            form.cluster method="post" action=(action) {
                                input type="hidden" name="one" value=(one);
                                input type="hidden" name="other" value=(other);
                                span { (words.with("desk-schedule-two", &[("one", name(*one).into()), ("other", name(*other).into())])) }
                                button.tool type="submit" name="remove" value="on" { (words.t("desk-schedule-remove")) span.kern-sr-only { ": " (name(*one)) " – " (name(*other)) } }
                            }
                        }
                    }
                }
            }
            form.stack method="post" action=(action) novalidate {
                div.form-grid {
                    (form.input("one-session", &words.t("desk-schedule-rules-session")).hint(&words.t("desk-schedule-rules-session-hint")))
                    (form.input("other-session", &words.t("desk-schedule-rules-other")))
                }
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-schedule-add")) } } }
            }
        }
    }
}

fn tracks(visit: &Visit, slug: &str, view: &RulesView, open: Option<Uuid>) -> Markup {
    let words = visit.words;
    let homes = |id: Uuid| {
        let track = view.draft.plan.tracks.iter().find(|track| track.id == id);
        track.map(|track| track.rooms.as_slice()).unwrap_or_default()
    };
    let names = |ids: &[Uuid]| {
        ids.iter().map(|id| super::warning::room(words, &view.draft, *id)).collect::<Vec<_>>().join(", ")
    };
    let path = at::Rules::new(slug).path();
    html! {
        section."panel kern-level-2 stack" #straenge aria-labelledby="regel-straenge" {
            div.panel__head { h2.kern-heading-small #regel-straenge { (words.t("desk-schedule-rules-tracks")) } }
            p.measure { (words.t("desk-schedule-rules-tracks-lead")) }
            @if view.draft.tracks.is_empty() { p.muted { (words.t("desk-schedule-rules-tracks-none")) } }
            ul.plain-list.stack {
                @for track in &view.draft.tracks {
                    li {
                        @if open == Some(track.id) {
                            form.stack method="post" action=(at::TrackHome::new(slug, track.id.to_string()).path()) {
                                fieldset.kern-fieldset {
                                    legend.kern-label { (said(words, &track.name)) }
                                    @for room in &view.draft.rooms {
                                        div.kern-form-check {
                                            input.kern-form-check__checkbox type="checkbox" name="room" value=(room.id) id={ "heim-" (room.id) } checked[homes(track.id).contains(&room.id)];
                                            label.kern-label for={ "heim-" (room.id) } { (said(words, &room.name)) }
                                        }
                                    }
                                }
                                div.cluster {
                                    button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-schedule-move")) } }
                                    a href=(path) { (words.t("desk-schedule-close")) }
                                }
                            }
                        } @else {
                            a href={ (address::with_query(&path, &[("track", &track.id.to_string())])) "#straenge" } { (said(words, &track.name)) }
                            span.muted { ": " @if homes(track.id).is_empty() { (words.t("desk-schedule-rules-anywhere")) } @else { (names(homes(track.id))) } }
                        }
                    }
                }
            }
        }
    }
}

/// What the plan needs to know of a room.
pub fn room(visit: &Visit, view: &RoomView, typed: &Typed<'_>, seen: &Seen) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    let form = Form::new(words, typed.fields, typed.faults);
    let name = said(words, &view.name);
    let frame = &view.draft.frame;
    let own = |date: &chrono::NaiveDate| {
        let day = day::whole(*date, frame.zone, frame.night);
        words.weekday_date(day.from, frame.zone)
    };
    let main = html! {
        div.section-head {
            div {
                p { a href=(at::Rules::new(slug).path()) { (words.t("desk-schedule-rules")) } }
                h1.kern-heading-large { (name) }
            }
        }
        @if let Some(refused) = typed.refused { (danger(refused)) }
        form."panel kern-level-2 stack stack--l" method="post" action=(at::RoomRules::new(slug, view.id.to_string()).path()) novalidate {
            (form.summary())
            (form.seen(seen))
            (form.checkbox("several", html! { (words.t("desk-schedule-room-several")) }))
            (form.input("changeover", &words.t("desk-schedule-room-changeover")).digits().optional()
                .hint(&words.with("desk-schedule-room-changeover-hint", &[("n", view.draft.settings.changeover.into())])))
            h2.kern-heading-small { (words.t("desk-schedule-room-hours")) }
            p.measure { (words.t("desk-schedule-room-hours-lead")) }
            @for day in &frame.days {
                fieldset.kern-fieldset {
                    legend.kern-label { (own(&day.date)) }
                    div.form-grid {
                        @for (at, (from, until)) in windows(day.date).iter().enumerate() {
                            (form.input(from, &words.t(if at == 0 { "desk-schedule-room-from" } else { "desk-schedule-room-from-again" })))
                            (form.input(until, &words.t(if at == 0 { "desk-schedule-room-until" } else { "desk-schedule-room-until-again" })))
                        }
                    }
                }
            }
            div.cluster {
                (form.submit(&words.t("desk-schedule-move")))
                a."kern-btn kern-btn--tertiary" href=(at::Rules::new(slug).path()) { span.kern-label { (words.t("desk-settings-back")) } }
            }
        }
    };
    desk_page(visit, Section::Schedule, &name, main)
}
