//! The seats of sessions that ticket holders book: which session, when, how many are taken.

use crate::page::booking::{path, taken, when};
use crate::query::places::SessionPlaces;
use base::Permission::OrdersRead;
use maud::{Markup, html};
use web::Visit;
use web::layout::text;

pub(super) fn panel(visit: &Visit, sessions: &[SessionPlaces]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="sessions" {
            div.panel__head { h2.kern-heading-small #sessions { (words.t("desk-places-sessions")) } }
            ul.row-list { @for places in sessions { (line(visit, places)) } }
        }
    }
}

fn line(visit: &Visit, places: &SessionPlaces) -> Markup {
    let (words, of) = (visit.words, &places.of);
    let numbers = [("taken", of.taken.into()), ("claimed", places.claimed.into())];
    html! {
        li {
            div."cluster cluster--between" {
                strong dir="auto" {
                    @if visit.may(OrdersRead) { a href=(path(visit, of)) { (text(visit, &of.title)) } }
                    @else { (text(visit, &of.title)) }
                }
                span.number { (taken(words, of)) }
            }
            span.sub { (when(visit, of)) @if let Some(room) = &of.room { ", " (text(visit, room)) } }
            @if places.claimed != i64::from(of.taken) { p.kern-error { (words.with("desk-places-sessions-wrong", &numbers)) } }
        }
    }
}
