//! Seats in sessions: where they are booked, and who has them: the list for the room's door.

use super::state::{Tone, of_attendee, state};
use locale::Words;
use maud::{Markup, html};
use programme::entity::booking::State;
use programme::query::booking::{Clash, Occurrence, Seated};
use web::form::{Form, Seen};
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

fn slug(visit: &Visit) -> &str {
    visit.congress.as_ref().map_or("", |congress| &congress.slug)
}

pub(super) fn path(visit: &Visit, of: &Occurrence) -> String {
    address::DeskSeats::new(slug(visit), of.number.to_string()).path()
}

pub(super) fn when(visit: &Visit, of: &Occurrence) -> String {
    match of.span {
        Some((from, until)) => visit.words.span(from, until, visit.zone()),
        None => visit.words.t("booking-no-time"),
    }
}

/// "12 von 15 Plätzen".
pub(super) fn taken(words: Words, of: &Occurrence) -> String {
    match of.seats {
        Some(seats) => words.with("desk-booking-taken", &[("taken", of.taken.into()), ("seats", seats.into())]),
        None => words.with("desk-booking-taken-any", &[("taken", of.taken.into())]),
    }
}

/// All occurrences whose seats are booked.
pub fn list(visit: &Visit, all: &[Occurrence]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-bookings");
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-bookings-lead")) }
            }
        }
        section."panel kern-level-2" aria-label=(title) {
            @if all.is_empty() { p.muted { (words.t("desk-bookings-none")) } }
            @else { (table(visit, all)) }
        }
    };
    desk_page(visit, Section::Bookings, &title, main)
}

fn table(visit: &Visit, all: &[Occurrence]) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="group" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.t("desk-bookings")) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-booking-session")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-booking-when")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-booking-room")) }
                        th.kern-table__header scope="col" { (words.t("booking-seats")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-booking-waiting")) }
                    }
                }
                tbody.kern-table__body {
                    @for of in all {
                        tr.kern-table__row {
                            th.kern-table__header scope="row" {
                                a href=(path(visit, of)) dir="auto" { (text(visit, &of.title)) }
                                @if of.is_off { " " (state(Tone::Off, &words.t("booking-off"), "")) }
                                span."sub narrow-only" {
                                    (when(visit, of)) @if let Some(room) = &of.room { ", " (text(visit, room)) }
                                }
                            }
                            td."kern-table__cell wide-only" { (when(visit, of)) }
                            td."kern-table__cell wide-only" { @if let Some(room) = &of.room { (text(visit, room)) } }
                            td.kern-table__cell {
                                (taken(words, of))
                                @if of.waiting > 0 { span."sub narrow-only" { (words.t("desk-booking-waiting")) ": " (words.number(of.waiting)) } }
                            }
                            td."kern-table__cell kern-table__cell--numeric wide-only" { (words.number(of.waiting)) }
                        }
                    }
                }
            }
        }
    }
}

/// Booking for somebody, as it stands.
pub struct Sheet<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// What else they have at that time, to be confirmed.
    pub clashes: &'a [Clash],
}

/// Who has a seat, and who waits.
pub fn show(visit: &Visit, of: &Occurrence, people: &[Seated], sheet: Option<&Sheet>) -> Markup {
    let words = visit.words;
    let title = of.title.in_language(visit.language).to_owned();
    let (booked, waiting): (Vec<_>, Vec<_>) = people.iter().partition(|one| one.booking.state == State::Booked);
    let main = html! {
        div.section-head {
            div {
                p."fine no-print" { a href=(address::DeskBookings::new(slug(visit)).path()) { (words.t("desk-bookings")) } }
                h1.kern-heading-large dir="auto" { (text(visit, &of.title)) }
                p.muted { (when(visit, of)) @if let Some(room) = &of.room { ", " (text(visit, room)) } }
            }
            @if of.is_off { (state(Tone::Off, &words.t("booking-off"), "")) }
        }
        section."panel kern-level-2" aria-labelledby="booked" {
            h2.kern-heading-small #booked { (taken(words, of)) }
            @if booked.is_empty() { p.muted { (words.t("desk-booking-nobody")) } }
            @else { (rows(visit, of, &booked, sheet.is_some())) }
        }
        @if !waiting.is_empty() {
            section."panel kern-level-2" aria-labelledby="waiting" {
                h2.kern-heading-small #waiting { (words.with("desk-booking-wait", &[("count", waiting.len().into())])) }
                (rows(visit, of, &waiting, sheet.is_some()))
            }
        }
        @if let Some(sheet) = sheet { @if of.is_open_to_staff() { (add(visit, of, sheet)) } }
    };
    desk_page(visit, Section::Bookings, &title, main)
}

fn rows(visit: &Visit, of: &Occurrence, people: &[&Seated], changes: bool) -> Markup {
    let words = visit.words;
    let give_back = |one: &Seated| {
        let position = one.view.attendee.position.to_string();
        let path =
            address::DeskBookingReturn::new(slug(visit), of.number.to_string(), &one.order.code, position).path();
        html! { a href=(path) { (words.t("desk-booking-return")) span.kern-sr-only { ": " (one.view.name()) } } }
    };
    html! {
        div.kern-table-responsive role="group" aria-label=(words.t("desk-booking-people")) tabindex="0" {
            table."kern-table kern-table--small dense" {
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-field-name")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-field-organisation")) }
                        th.kern-table__header scope="col" { (words.t("desk-booking-ticket")) }
                        @if changes { th."kern-table__header no-print wide-only" scope="col" { span.kern-sr-only { (words.t("desk-booking-change")) } } }
                    }
                }
                tbody.kern-table__body {
                    @for one in people {
                        @let row = &one.view.attendee;
                        @let (tone, word) = of_attendee(words, row.state);
                        tr.kern-table__row {
                            th.kern-table__header scope="row" {
                                a href=(address::desk::Attendee::new(slug(visit), &one.order.code, row.position.to_string()).path()) dir="auto" { (one.view.name()) }
                                @if !row.organisation.is_empty() { span."sub narrow-only" dir="auto" { (row.organisation) } }
                            }
                            td."kern-table__cell wide-only" dir="auto" { (row.organisation) }
                            td.kern-table__cell {
                                span.code { (one.view.number) } " " (state(tone, &word, ""))
                                @if changes { span."sub narrow-only no-print" { (give_back(one)) } }
                            }
                            @if changes {
                                td."kern-table__cell no-print wide-only" { (give_back(one)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn add(visit: &Visit, of: &Occurrence, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let form = Form::new(words, sheet.fields, sheet.faults);
    html! {
        form."panel kern-level-2 measure no-print" method="post" action=(address::DeskBooking::new(slug(visit), of.number.to_string()).path()) novalidate {
            h2.kern-heading-small { (words.t("desk-booking-add")) }
            (form.summary())
            @if !sheet.clashes.is_empty() {
                div role="alert" {
                    p { strong { (words.t("desk-booking-clash")) } }
                    ul {
                        @for clash in sheet.clashes {
                            li {
                                span dir="auto" { (text(visit, &clash.title)) } ", "
                                (words.span(clash.starts_at, clash.ends_at, visit.zone()))
                                @if clash.speaks { ", " (words.t("desk-booking-clash-speaks")) }
                            }
                        }
                    }
                }
                (form.seen(&Seen::of(&sheet.clashes)))
            }
            (form.input("ticket", &words.t("desk-booking-number")).hint(&words.t("desk-booking-number-hint")).code().autocomplete("off").required())
            (form.checkbox("wait", html! { (words.t("desk-booking-wait-if-full")) }))
            (form.submit(&words.t(if sheet.clashes.is_empty() { "booking-book" } else { "booking-book-anyway" })))
        }
    }
}

/// Whether somebody's seat is meant to be given back.
pub fn give_back(visit: &Visit, of: &Occurrence, name: &str) -> Markup {
    let words = visit.words;
    let title = words.with("desk-booking-return-of", &[("name", name.into())]);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(path(visit, of)) dir="auto" { (text(visit, &of.title)) } }
                h1.kern-heading-large dir="auto" { (title) }
            }
        }
        form."panel kern-level-2 measure" method="post" {
            p { span dir="auto" { (text(visit, &of.title)) } ", " (when(visit, of)) }
            p { (words.t("desk-booking-return-lead")) }
            div.cluster {
                button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (words.t("desk-booking-return")) } }
                a."kern-btn kern-btn--tertiary" href=(path(visit, of)) { span.kern-label { (words.t("desk-hand-keep")) } }
            }
        }
    };
    desk_page(visit, Section::Bookings, &title, main)
}
