//! What keeps a mail from arriving, in plain words: what it means, and what to do.

use super::path;
use crate::page::order::alert;
use base::Permission::MailWrite;
use identity::query::bounce::Dead;
use maud::{Markup, html};
use post::query::{MessageLine, MessageView};
use post::{State, Trouble};
use web::Visit;

/// What it means, in one sentence.
pub fn meaning(visit: &Visit, trouble: Trouble) -> String {
    visit.words.t(&format!("post-trouble-{}", trouble.name()))
}

/// Why this mail is not there, or may not be, with the server's own words.
pub(super) fn panel(visit: &Visit, mail: &MessageLine) -> Markup {
    let words = visit.words;
    let Some(trouble) = mail.trouble.filter(|_| matches!(mail.state, State::Waiting | State::Failed | State::InDoubt))
    else {
        return html! {};
    };
    html! {
        section."panel kern-level-2" aria-labelledby="trouble" {
            div.panel__head { h2.kern-heading-small #trouble { (words.t("desk-mail-why")) } }
            @if mail.came_back() { p { (words.with("desk-mail-came-back", &[("to", (&mail.to_address).into())])) } }
            p { strong { (meaning(visit, trouble)) } }
            p { (words.t(&format!("post-remedy-{}", trouble.name()))) }
            @if mail.state == State::Waiting { p.muted { (words.t("desk-mail-tried-again")) } }
            @if let Some(answer) = &mail.answer {
                p.fine { (words.t("desk-mail-answer")) " " q { (answer) } }
            }
        }
    }
}

/// That mails to its address come back: since when, and why, and where to put it right.
pub(super) fn dead(visit: &Visit, mail: &MessageView, dead: &Dead) -> Markup {
    let words = visit.words;
    html! {
        (alert("warning", html! {
            p.kern-body {
                (words.with("desk-trouble-dead", &[
                    ("to", (&dead.address).into()),
                    ("date", words.date(dead.last.at, visit.zone()).into()),
                ]))
                @if let Some(trouble) = dead.last.trouble { " " (meaning(visit, trouble)) }
                @if visit.may(MailWrite) && mail.about_id.is_some() {
                    " " a href={ (path(visit, &mail.line)) "/address" } { (words.t("desk-trouble-mend")) }
                }
            }
        }))
    }
}

/// Why nothing goes out at all.
pub(super) fn stuck(visit: &Visit, (count, newest): &(i64, MessageLine)) -> Markup {
    let words = visit.words;
    let Some(trouble) = newest.trouble else { return html! {} };
    html! {
        section."panel kern-level-2" aria-labelledby="stuck" {
            h2.kern-heading-small #stuck { (words.with("desk-mails-stuck", &[("count", (*count).into())])) }
            p { strong { (meaning(visit, trouble)) } }
            p { (words.t(&format!("post-remedy-{}", trouble.name()))) }
            @if let Some(answer) = &newest.answer { p.fine { (words.t("desk-mail-answer")) " " q { (answer) } } }
            p.muted { (words.t("desk-mails-stuck-note")) }
        }
    }
}
