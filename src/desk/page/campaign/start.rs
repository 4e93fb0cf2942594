//! Asks whether it is to begin now: how many get it, and how many do not, and why.

use super::result::count;
use super::{path, to_whom};
use crate::form::campaign::VERSION;
use crate::query::campaign::Offer;
use base::Time;
use campaign::entity::campaign::Model;
use campaign::query::recipient::Results;
use maud::{Markup, html};
use web::Visit;
use web::layout::{Section, desk_page};

/// `from`: when mails go out, if that is not at once.
pub fn start(visit: &Visit, row: &Model, offer: &Offer, forecast: &Results, from: Option<Time>) -> Markup {
    let words = visit.words;
    let title = words.with("campaign-start-title", &[("name", (&row.name).into())]);
    let skipped = [
        ("campaign-result-opted-out", forecast.opted_out),
        ("campaign-result-blocked", forecast.blocked),
        ("campaign-result-no-consent", forecast.no_consent),
    ];
    let some = skipped.iter().any(|(_, n)| *n > 0);
    let main = html! {
        div.section-head {
            div {
                p.fine { a dir="auto" href=(path(visit, row)) { (row.name) } }
                h1.kern-heading-large dir="auto" { (title) }
            }
        }
        section."panel kern-level-2 stack measure" aria-label=(title) {
            p { (to_whom(words, &row.segment, offer)) }
            p { strong { (words.with("campaign-start-count", &[("count", forecast.queued.into())])) } }
            @if some {
                p { (words.t("campaign-start-skipped")) }
                dl."key-values key-values--start" {
                    @for (key, n) in skipped { @if n > 0 { div { dt { (words.t(key)) } dd.number { (words.number(count(n))) } } } }
                }
            }
            @if let Some(from) = from {
                p { (words.with("campaign-start-morning", &[("time", words.date_time(from, visit.zone()).into())])) }
            }
            p.muted { (words.t("campaign-start-means")) }
            form.cluster method="post" {
                input type="hidden" name=(VERSION) value=(row.version);
                @if forecast.queued > 0 {
                    button."kern-btn kern-btn--primary" type="submit" {
                        span.kern-label { (words.with("campaign-start-submit", &[("count", forecast.queued.into())])) }
                    }
                }
                a."kern-btn kern-btn--tertiary" href=(path(visit, row)) { span.kern-label { (words.t("campaign-start-leave")) } }
            }
        }
    };
    desk_page(visit, Section::Campaigns, &title, main)
}
