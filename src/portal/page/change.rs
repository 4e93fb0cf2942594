//! Until when what can be changed by who holds a link, in plain words.

use crate::page::{Scene, line};
use crate::query::order::May;
use base::{Money, Time};
use maud::{Markup, html};
use payment::rules::Balance;

/// What is left to change, with its last moment; nothing that is not.
pub fn list(scene: Scene, may: May) -> Markup {
    let until = scene.congress.deadlines;
    let all: [(bool, &str, Time); 4] = [
        (may.rename, "portal-until-names", until.names),
        (may.hand_on, "portal-until-substitutes", until.substitutes),
        (may.rebook, "portal-until-category", until.category),
        (may.give_back, "portal-until-cancel", until.cancel),
    ];
    html! {
        ul."row-list muted" {
            @for (_, word, at) in all.into_iter().filter(|(can, ..)| *can) {
                li { (scene.with(word, &[("when", scene.words.date_time(at, scene.zone()).into())])) }
            }
        }
    }
}

/// The same below a heading, beside one ticket.
pub fn until(scene: Scene, may: May) -> Markup {
    html! {
        @if may.rename || may.hand_on || may.rebook || may.give_back {
            section."stack stack--s" aria-labelledby="change" {
                h2.kern-heading-small #change { (scene.t("portal-ticket-change")) }
                (list(scene, may))
            }
        }
    }
}

/// What is to be paid, or paid back, once something is changed.
pub fn money(scene: Scene, after: &Balance, currency: &str) -> Markup {
    let of = |amount: i64| [("amount", scene.words.money(&Money { amount, currency: currency.to_owned() }).into())];
    html! {
        @if after.open() > 0 {
            (line("info", &scene.with("portal-change-open", &of(after.open()))))
        } @else if after.open() < 0 {
            (line("info", &scene.with("portal-change-over", &of(-after.open()))))
        } @else if after.kept() > 0 {
            (line("info", &scene.t("portal-change-even")))
        }
    }
}
