//! The page that tells what went wrong and what to do next.

use crate::fault::Fault;
use crate::problem::args;
use crate::visit::Visit;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use locale::Words;
use maud::{Markup, html};

/// The heading for a status: also the title of a problem document.
pub(crate) fn title(status: StatusCode) -> &'static str {
    words_of(status).0
}

/// What happened: the fault's own sentence, or that of its status.
pub(crate) fn sentence(fault: &Fault, words: Words) -> String {
    words.with(fault.message().unwrap_or(words_of(fault.status()).1), &args(fault.values()))
}

/// Heading, sentence, and what to do next.
fn words_of(status: StatusCode) -> (&'static str, &'static str, &'static str) {
    match status.as_u16() {
        401 => ("fault-title-401", "fault-text-401", "fault-next-401"),
        403 => ("fault-title-403", "fault-text-403", "fault-next-403"),
        404 | 410 => ("fault-title-404", "fault-text-404", "fault-next-404"),
        405 => ("fault-title-405", "fault-text-405", "fault-next-404"),
        409 => ("fault-title-409", "fault-text-409", "fault-next-409"),
        413 => ("fault-title-413", "fault-text-413", "fault-next-413"),
        415 => ("fault-title-415", "fault-text-415", "fault-next-400"),
        422 => ("fault-title-422", "fault-text-422", "fault-next-409"),
        429 => ("fault-title-429", "fault-text-429", "fault-next-429"),
        503 => ("fault-title-503", "fault-text-503", "fault-next-429"),
        400..=499 => ("fault-title-400", "fault-text-400", "fault-next-400"),
        _ => ("fault-title-500", "fault-text-500", "fault-next-500"),
    }
}

/// The whole answer, in the visitor's frame and language.
pub(crate) fn render(fault: &Fault, visit: &Visit) -> Response {
    let title = visit.words.t(title(fault.status()));
    let main = main(fault, visit, &title);
    let page = match place(visit) {
        Place::Public => super::public_page(visit, &title, main),
        Place::Desk => super::desk::frame(visit, None, &title, main),
        Place::Door => super::door_page(visit, &title, html! {}, main),
    };
    (fault.status(), page).into_response()
}

enum Place {
    Public,
    Desk,
    Door,
}

/// Staff stay in the room in which they work.
fn place(visit: &Visit) -> Place {
    let Some(congress) = visit.congress.as_ref().filter(|_| visit.actor.is_staff()) else { return Place::Public };
    if visit.path.starts_with(&address::desk::Overview::new(&congress.slug).path()) {
        Place::Desk
    } else if visit.path.starts_with(&address::door::Door::new(&congress.slug).path()) {
        Place::Door
    } else {
        Place::Public
    }
}

fn main(fault: &Fault, visit: &Visit, title: &str) -> Markup {
    let words = visit.words;
    html! {
        div."wrap wrap--text band stack" {
            h1.kern-heading-x-large { (title) }
            p { (sentence(fault, words)) }
            p { (words.t(words_of(fault.status()).2)) }
            @if fault.status().is_server_error() && !visit.request_id.is_empty() {
                p.muted { (words.t("fault-request")) " " span.code { (visit.request_id) } }
            }
            p {
                @if let Some(congress) = &visit.congress {
                    a href=(address::Congress::new(&congress.slug).path()) { (words.t("fault-to-congress")) }
                } @else {
                    a href=(address::Home::new().path()) { (words.t("fault-to-home")) }
                }
            }
        }
    }
}
