//! Seats in sessions: what somebody has, what they can book, and what everybody sees of it.

use crate::page::{Scene, badge, breadcrumb, button, line};
use crate::query::workshop::{Workshops, can_book};
use base::{Text, Uuid};
use maud::{Markup, html};
use programme::entity::booking::State;
use programme::query::booking::{Clash, Mine, Occurrence};
use programme::rules::booking::Left;
use registration::query::attendee::AttendeeView;
use std::collections::HashMap;
use web::form::{Form, Seen};
use web::{Faults, Fields};

/// Whose page it is, and where it stands.
pub struct Own<'a> {
    pub view: &'a AttendeeView,
    /// The page itself.
    pub here: &'a str,
    /// Order or "my congress".
    pub back: &'a str,
}

impl Own<'_> {
    fn booking(&self, of: &Occurrence) -> String {
        format!("{}/{}", self.here, of.number)
    }
}

/// What they have, with what is at the same time, and what they can book.
pub fn main(
    scene: Scene,
    own: &Own,
    (mine, at_once): (&[Mine], &HashMap<Uuid, Vec<Clash>>),
    all: &[Occurrence],
) -> Markup {
    let has = |of: &&Occurrence| mine.iter().any(|mine| mine.occurrence.slot == of.slot);
    let open: Vec<&Occurrence> = all.iter().filter(|of| of.is_open(scene.now) && !has(of)).collect();
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, own.back, &scene.t("portal-back"), &scene.t("booking-title")))
            div {
                p.muted { span dir="auto" { (own.view.name()) } " " span.code { (own.view.number) } }
                h1.kern-heading-x-large { (scene.t("booking-title")) }
            }
            @if !mine.is_empty() {
                section.stack aria-labelledby="booked" {
                    h2.kern-heading-medium #booked { (scene.t("booking-mine")) }
                    ul.row-list { @for one in mine {
                        @let beside = at_once.get(&one.occurrence.slot).map(Vec::as_slice).unwrap_or_default();
                        li { (booked(scene, own, one, beside)) }
                    } }
                }
            }
            section.stack aria-labelledby="open" {
                h2.kern-heading-medium #open { (scene.t("booking-open")) }
                @if !can_book(own.view) {
                    (line("info", &scene.t("booking-error-no-ticket")))
                } @else if open.is_empty() {
                    p.measure { (scene.t(if mine.is_empty() { "booking-none" } else { "booking-no-more" })) }
                } @else {
                    p.measure { (scene.t("booking-lead")) }
                    ul.row-list { @for of in open { li { (bookable(scene, own, of)) } } }
                }
            }
        }
    }
}

/// What it is, when and where.
fn what(scene: Scene, of: &Occurrence) -> Markup {
    html! {
        div {
            strong dir="auto" { (scene.text(&of.title)) }
            p.muted { (when(scene, of)) }
        }
    }
}

fn when(scene: Scene, of: &Occurrence) -> Markup {
    html! {
        @match of.span {
            Some((from, until)) => { (scene.words.span(from, until, scene.zone())) }
            None => { (scene.t("booking-no-time")) }
        }
        @if let Some(room) = &of.room { ", " (scene.text(room)) }
    }
}

fn booked(scene: Scene, own: &Own, mine: &Mine, beside: &[Clash]) -> Markup {
    let of = &mine.occurrence;
    let titles: Vec<&str> = beside.iter().map(|clash| clash.title.in_language(scene.words.language())).collect();
    html! {
        div."cluster cluster--between cluster--top" {
            (what(scene, of))
            (standing(scene, mine))
        }
        @if !titles.is_empty() {
            (line("warning", &scene.with("booking-at-once", &[("titles", titles.join(", ").into())])))
        }
        div.cluster {
            a."kern-btn kern-btn--secondary kern-btn--x-small" href={ (own.booking(of)) "/return" } {
                span.kern-label {
                    (scene.t(if mine.booking.state == State::Waiting { "booking-leave" } else { "booking-return" }))
                    span.kern-sr-only { ": " (scene.text(&of.title)) }
                }
            }
        }
    }
}

fn standing(scene: Scene, mine: &Mine) -> Markup {
    match mine.booking.state {
        State::Waiting => badge("warning", &scene.with("booking-waits", &[("place", (mine.ahead + 1).into())])),
        _ if mine.occurrence.is_off => badge("danger", &scene.t("booking-off")),
        _ => badge("success", &scene.t("booking-booked")),
    }
}

fn bookable(scene: Scene, own: &Own, of: &Occurrence) -> Markup {
    let full = of.left() == Left::None;
    html! {
        div."cluster cluster--between cluster--top" {
            (what(scene, of))
            (left(scene, of))
        }
        form method="post" action=(own.booking(of)) {
            @if full { input type="hidden" name="wait" value="yes"; }
            button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" {
                span.kern-label {
                    (scene.t(if full { "booking-wait" } else { "booking-book" }))
                    span.kern-sr-only { ": " (scene.text(&of.title)) ", " (when(scene, of)) }
                }
            }
        }
    }
}

/// How many seats are left, as everybody sees it.
fn left(scene: Scene, of: &Occurrence) -> Markup {
    match of.left() {
        Left::Many => badge("success", &scene.t("booking-left-many")),
        Left::Few(n) => badge("warning", &scene.with("booking-left-few", &[("count", n.into())])),
        Left::None => badge("danger", &scene.t("booking-left-none")),
    }
}

/// What else is at that time: to be confirmed. `wait`: for a place in the queue.
pub fn clash(scene: Scene, own: &Own, of: &Occurrence, clashes: &[Clash], wait: bool) -> Markup {
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(scene.words, &fields, &faults);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, own.here, &scene.t("booking-title"), &scene.t("booking-clash")))
            h1.kern-heading-x-large { (scene.t("booking-clash")) }
            p.measure { strong dir="auto" { (scene.text(&of.title)) } ", " (when(scene, of)) }
            div role="alert" { (line("warning", &scene.t("booking-clash-lead"))) }
            ul.row-list {
                @for clash in clashes {
                    li {
                        strong dir="auto" { (scene.text(&clash.title)) }
                        p.muted {
                            (scene.words.span(clash.starts_at, clash.ends_at, scene.zone())) ", "
                            (scene.t(if clash.speaks { "booking-clash-speaks" } else { "booking-clash-booked" }))
                        }
                    }
                }
            }
            form method="post" action=(own.booking(of)) {
                (form.seen(&Seen::of(&clashes)))
                @if wait { input type="hidden" name="wait" value="yes"; }
                div.cluster {
                    (form.submit(&scene.t(if wait { "booking-wait-anyway" } else { "booking-book-anyway" })))
                    (button("tertiary", own.here, &scene.t("booking-keep-free")))
                }
            }
        }
    }
}

/// Nothing was left when they asked: the queue is offered.
pub fn full(scene: Scene, own: &Own, of: &Occurrence) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, own.here, &scene.t("booking-title"), &scene.t("booking-full")))
            h1.kern-heading-x-large { (scene.t("booking-full")) }
            p.measure { strong dir="auto" { (scene.text(&of.title)) } ", " (when(scene, of)) }
            div role="alert" { (line("warning", &scene.t("booking-error-full"))) }
            form method="post" action=(own.booking(of)) {
                input type="hidden" name="wait" value="yes";
                div.cluster {
                    button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (scene.t("booking-wait")) } }
                    (button("tertiary", own.here, &scene.t("portal-back")))
                }
            }
        }
    }
}

/// Whether it is meant to be given back.
pub fn give_back(scene: Scene, own: &Own, mine: &Mine) -> Markup {
    let waits = mine.booking.state == State::Waiting;
    let title = scene.t(if waits { "booking-leave" } else { "booking-return" });
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, own.here, &scene.t("booking-title"), &title))
            h1.kern-heading-x-large { (title) }
            p.measure { strong dir="auto" { (scene.text(&mine.occurrence.title)) } ", " (when(scene, &mine.occurrence)) }
            p.measure { (scene.t(if waits { "booking-leave-lead" } else { "booking-return-lead" })) }
            form method="post" {
                div.cluster {
                    button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (title) } }
                    (button("tertiary", own.here, &scene.t("portal-keep")))
                }
            }
        }
    }
}

/// On the pages of orders and tickets: what is booked, and the way there. `people`: name (none on one's own page), view, and
/// the address.
pub fn section(scene: Scene, workshops: &Workshops, people: &[(Option<String>, &AttendeeView, String)]) -> Markup {
    let concerned: Vec<_> = people.iter().filter(|(_, view, _)| workshops.concerns(view)).collect();
    html! {
        @if !concerned.is_empty() {
            section."stack stack--s" aria-labelledby="workshops" {
                h2.kern-heading-small #workshops { (scene.t("booking-title")) }
                ul.row-list {
                    @for (name, view, path) in concerned {
                        li {
                            @for mine in workshops.of(view.attendee.id) {
                                div."cluster cluster--between cluster--top" { (what(scene, &mine.occurrence)) (standing(scene, mine)) }
                            }
                            a href=(path) {
                                (scene.t("booking-go"))
                                @if let Some(name) = name { ": " span dir="auto" { (name) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What everybody sees: how many seats are left at each occurrence of a session, and how one gets them.
pub fn seats(scene: Scene, title: &Text, all: &[Occurrence]) -> Markup {
    let slug = &scene.congress.slug;
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &address::Congress::new(slug).path(), &scene.t("portal-congress"), &scene.t("booking-seats")))
            div {
                p.muted { (scene.t("booking-seats")) }
                h1.kern-heading-x-large dir="auto" { (scene.text(title)) }
            }
            (left_of(scene, all))
        }
    }
}

/// The same as a part of the page of a session.
pub fn left_of(scene: Scene, all: &[Occurrence]) -> Markup {
    let slug = &scene.congress.slug;
    html! {
        ul.row-list {
            @for of in all {
                li."cluster cluster--between cluster--top" {
                    span { (when(scene, of)) }
                    @if of.is_off { (badge("danger", &scene.t("booking-off"))) }
                    @else if of.is_open(scene.now) { (left(scene, of)) }
                    @else { span.muted { (scene.t("booking-closed")) } }
                }
            }
        }
        @if all.iter().any(|of| of.is_open(scene.now)) {
            p.measure { (scene.t("booking-how")) }
            @if scene.congress.bookable && !scene.is_over() {
                p { (button("secondary", &address::Register::new(slug).path(), &scene.t("booking-register"))) }
            }
        }
    }
}
