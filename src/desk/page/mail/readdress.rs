//! Asks where a mail goes instead.

use super::{path, subject};
use crate::page::state::{of_message, state};
use maud::{Markup, html};
use post::query::MessageView;
use post::{State, Trouble};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// `in_order`: the address stands in an order that the visitor may change.
pub fn readdress(visit: &Visit, mail: &MessageView, in_order: bool, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let title = words.t("desk-mail-address");
    let form = Form::new(words, fields, faults);
    let (tone, word) = of_message(words, &mail.line);
    let what = match mail.line.state {
        State::Sent => "desk-mail-address-sent",
        State::InDoubt => "desk-mail-address-doubt",
        _ if mail.line.trouble.is_some_and(Trouble::is_doubtful) => "desk-mail-address-doubt",
        _ => "desk-mail-address-same",
    };
    let before = words.with(what, &[("to", (&mail.line.to_address).into())]);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(path(visit, &mail.line)) { (subject(words, &mail.line)) } }
                h1.kern-heading-large { (title) }
                p.muted { (mail.line.to_name) ", " (mail.line.to_address) " " (state(tone, &word, "")) }
            }
        }
        form."panel kern-level-2 measure" method="post" novalidate {
            (form.summary())
            (form.hidden("request"))
            p { (before) }
            (form.input("address", &words.t("desk-mail-address-new")).email().required())
            @if in_order {
                (form.checkbox("correct", html! { (words.t("desk-mail-address-correct")) }))
                p."fine muted" { (words.t("desk-mail-address-links")) }
            }
            div.cluster {
                button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (words.t("desk-mail-address-submit")) } }
                a."kern-btn kern-btn--tertiary" href=(path(visit, &mail.line)) { span.kern-label { (words.t("desk-mail-address-keep")) } }
            }
        }
    };
    desk_page(visit, Section::Mails, &title, main)
}
