//! What happened to an order, its attendees and its mails, newest first.

use crate::page::mail::subject;
use crate::query::order::OrderDetail;
use locale::{Arg, Words};
use maud::{Markup, html};
use serde_json::Value;
use store::event::Line;
use web::Visit;

pub(super) fn panel(visit: &Visit, detail: &OrderDetail) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="history" {
            div.panel__head { h2.kern-heading-small #history { (words.t("desk-history")) } }
            @if detail.history.is_empty() {
                p.muted { (words.t("desk-history-none")) }
            } @else {
                ol.timeline { @for line in &detail.history { (entry(visit, detail, line)) } }
            }
        }
    }
}

fn entry(visit: &Visit, detail: &OrderDetail, line: &Line) -> Markup {
    let words = visit.words;
    let reason = match line.verb.as_str() {
        "order.cancelled" => text(line, "reason").to_owned(),
        // The whole answer stands among the mails.
        "message.failed" => line.detail["code"].as_u64().map(|code| code.to_string()).unwrap_or_default(),
        _ => text(line, "note").to_owned(),
    };
    html! {
        li {
            (sentence(words, detail, line))
            @if !reason.is_empty() { span.sub { (words.with("desk-history-reason", &[("reason", reason.into())])) } }
            time datetime=(line.at.to_rfc3339()) { (words.date_time(line.at, visit.zone())) }
            span.timeline__who { (who(words, line)) }
        }
    }
}

/// What happened. A verb that nobody wrote words for shows as it is.
fn sentence(words: Words, detail: &OrderDetail, line: &Line) -> String {
    match line.verb.as_str() {
        "order.placed" => words.with("desk-event-order-placed", &[("count", number(line, "attendees"))]),
        "order.cancelled" => {
            let key = if line.detail["whole"] == true {
                "desk-event-order-cancelled"
            } else {
                "desk-event-attendees-cancelled"
            };
            words.with(key, &[("names", names(line).into())])
        }
        "attendee.renamed" => words.with(
            "desk-event-renamed",
            &[("before", text(line, "before").into()), ("after", text(line, "after").into())],
        ),
        "order.mail-requested" => match attendee(detail, line) {
            Some(name) => words.with("desk-event-ticket-requested", &[("name", name.into())]),
            None => words.t("desk-event-mail-requested"),
        },
        "check-in.admitted" => words.with("desk-event-admitted", &[("name", holder(detail, line).into())]),
        "check-in.refused" => words.with(
            "desk-event-refused",
            &[("name", holder(detail, line).into()), ("reason", refusal(words, line).into())],
        ),
        "check-in.reversed" => words.with("desk-event-reversed", &[("name", holder(detail, line).into())]),
        verb => match mail(words, detail, line) {
            Some(args) => words.with(&format!("desk-event-{}", verb.replace(['.', '_'], "-")), &args),
            None => verb.to_owned(),
        },
    }
}

/// The mail that a line is about.
fn mail(words: Words, detail: &OrderDetail, line: &Line) -> Option<[(&'static str, Arg); 2]> {
    let key = format!("desk-event-{}", line.verb.replace(['.', '_'], "-"));
    let mail = detail.mails.iter().flatten().find(|mail| mail.id == line.object_id).filter(|_| words.has(&key))?;
    Some([("subject", subject(words, mail).into()), ("to", (&mail.to_address).into())])
}

/// The attendee that a line names by id.
fn attendee(detail: &OrderDetail, line: &Line) -> Option<String> {
    let id = line.detail["attendee"].as_str()?;
    detail.view.attendees.iter().find(|a| a.attendee.id.to_string() == id).map(|a| a.name())
}

/// Whose ticket was scanned.
fn holder(detail: &OrderDetail, line: &Line) -> String {
    detail.view.attendees.iter().find(|a| a.attendee.id == line.object_id).map(|a| a.name()).unwrap_or_default()
}

/// Why somebody was not let in, in the words of the door.
fn refusal(words: Words, line: &Line) -> String {
    let reason = text(line, "reason");
    let key = format!("checkin-title-{}", reason.replace('_', "-"));
    if words.has(&key) { words.t(&key) } else { reason.to_owned() }
}

fn who(words: Words, line: &Line) -> String {
    match (line.actor_kind.as_str(), line.actor_name.as_str()) {
        ("system", _) => words.t("desk-who-system"),
        (_, "") => words.t("desk-who-nobody"),
        (_, name) => name.to_owned(),
    }
}

fn text<'a>(line: &'a Line, name: &str) -> &'a str {
    line.detail[name].as_str().unwrap_or_default()
}

fn number(line: &Line, name: &str) -> Arg {
    line.detail[name].as_i64().unwrap_or_default().into()
}

fn names(line: &Line) -> String {
    let names = line.detail["names"].as_array().map(Vec::as_slice).unwrap_or_default();
    names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}
