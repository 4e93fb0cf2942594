//! What happened to an order, newest first: by whom and when, in the congress's zone.

use crate::page::Scene;
use crate::query::order::OrderPage;
use chrono::SecondsFormat;
use locale::Arg;
use maud::{Markup, html};
use serde_json::Value;
use store::event::Line;

/// The timeline. What has no words in the locale files is not for this page.
pub fn list(scene: Scene, page: &OrderPage) -> Markup {
    html! {
        ol.timeline {
            @for (happened, sentence) in page.history.iter().filter_map(|l| Some((l, sentence(scene, page, l)?))) {
                li dir="auto" {
                    (sentence)
                    time datetime=(happened.at.to_rfc3339_opts(SecondsFormat::Secs, true)) {
                        (scene.words.date_time(happened.at, scene.zone()))
                    }
                    @if let Some(who) = who(scene, happened) { span.timeline__who dir="auto" { (who) } }
                }
            }
        }
    }
}

fn sentence(scene: Scene, page: &OrderPage, line: &Line) -> Option<String> {
    let detail = &line.detail;
    let text = |name: &str| detail.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let args: Vec<(&'static str, Arg)> = match line.verb.as_str() {
        "order.placed" => {
            let count = detail.get("attendees").and_then(Value::as_i64).unwrap_or_default();
            vec![("count", count.into())]
        }
        "order.cancelled" if detail.get("whole") == Some(&Value::Bool(true)) => {
            return Some(scene.t("registration-history-order-cancelled-whole"));
        }
        "order.cancelled" | "order.restored" => {
            let names = detail.get("names").and_then(Value::as_array).into_iter().flatten();
            let names: Vec<&str> = names.filter_map(Value::as_str).collect();
            vec![("names", names.join(", ").into())]
        }
        "order.mail-requested" => match attendee(page, detail) {
            Some(name) => {
                return Some(scene.with("registration-history-order-mail-requested-one", &[("name", name.into())]));
            }
            None => vec![],
        },
        "attendee.named" => vec![("name", text("name").into())],
        "attendee.substituted" => {
            let name = |side: &str| detail[side]["name"].as_str().unwrap_or("–").to_owned();
            vec![("before", name("before").into()), ("after", name("after").into())]
        }
        "attendee.renamed" => vec![("before", text("before").into()), ("after", text("after").into())],
        _ => vec![],
    };
    let key = format!("registration-history-{}", line.verb.replace('.', "-"));
    scene.words.has(&key).then(|| scene.with(&key, &args))
}

/// The name of the attendee that an event is about.
fn attendee(page: &OrderPage, detail: &Value) -> Option<String> {
    let id = detail.get("attendee")?.as_str()?;
    page.tickets.iter().find(|ticket| ticket.view.attendee.id.to_string() == id).map(|ticket| ticket.view.name())
}

/// People of the order by their name, staff as the organisers, machines not at all.
fn who(scene: Scene, line: &Line) -> Option<String> {
    match line.actor_kind.as_str() {
        "guest" | "holder" => Some(line.actor_name.clone()).filter(|name| !name.is_empty()),
        "staff" => Some(scene.t("portal-history-staff")),
        _ => None,
    }
}
