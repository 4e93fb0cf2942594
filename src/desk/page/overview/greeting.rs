//! Who, today, how long still.

use chrono::Timelike;
use maud::{Markup, html};
use web::Visit;

pub(super) fn head(visit: &Visit) -> Markup {
    let words = visit.words;
    let now = visit.now.with_timezone(&visit.zone());
    let part = match now.hour() {
        4..11 => "morning",
        11..18 => "day",
        _ => "evening",
    };
    let greeting = words.with("desk-greeting", &[("part", part.into()), ("name", (&visit.actor.name).into())]);
    html! {
        div.section-head {
            div {
                h1.kern-heading-large { (greeting) }
                p.muted { (words.weekday_date(visit.now, visit.zone())) @if let Some(left) = left(visit) { " · " (left) } }
            }
            @if let Some(congress) = &visit.congress {
                a."kern-btn kern-btn--secondary" href=(address::Congress::new(&congress.slug).path()) {
                    span."kern-icon kern-icon--visibility" aria-hidden="true" {}
                    span.kern-label { (words.t("desk-public-page")) }
                }
            }
        }
    }
}

/// "noch 20 Tage", "heute", "seit 3 Tagen vorbei": days of the calendar, in the congress's zone.
fn left(visit: &Visit) -> Option<String> {
    let congress = visit.congress.as_ref()?;
    let day = |time: base::Time| time.with_timezone(&congress.zone).date_naive();
    let (today, first, last) = (day(visit.now), day(congress.starts_at), day(congress.ends_at));
    let days = |n: i64| [("days", n.into())];
    Some(if today < first {
        visit.words.with("desk-days-left", &days((first - today).num_days()))
    } else if today <= last {
        visit.words.with("desk-days-running", &days((today - first).num_days() + 1))
    } else {
        visit.words.with("desk-days-over", &days((today - last).num_days()))
    })
}
