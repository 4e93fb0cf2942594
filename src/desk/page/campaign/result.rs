//! What became of a campaign: numbers, and those of whom somebody must know.

use super::{outcome, slug};
use crate::page::state::state;
use crate::query::campaign::{Detail, MOST};
use address::desk as at;
use base::Permission::MailWrite;
use campaign::query::recipient::{Line, Results};
use maud::{Markup, html};
use paper::sheet::Format;
use web::Visit;

/// The numbers, and whether each is shown though it is zero.
fn numbers(of: &Results) -> [(&'static str, u64, bool); 15] {
    [
        ("campaign-result-all", of.all, true),
        ("campaign-result-sent", of.sent, true),
        ("campaign-result-queued", of.queued, false),
        ("campaign-result-sending", of.sending, false),
        ("campaign-result-waiting", of.waiting, false),
        ("campaign-result-held", of.held, false),
        ("campaign-result-in-doubt", of.in_doubt, true),
        ("campaign-result-failed", of.failed, true),
        ("campaign-result-dropped", of.dropped, false),
        ("campaign-result-opted-out", of.opted_out, false),
        ("campaign-result-blocked", of.blocked, false),
        ("campaign-result-no-consent", of.no_consent, false),
        ("campaign-result-bounced", of.bounced, false),
        ("campaign-result-complained", of.complained, false),
        ("campaign-result-unsubscribed", of.unsubscribed, true),
    ]
}

pub(super) fn results(visit: &Visit, detail: &Detail) -> Markup {
    let words = visit.words;
    let id = detail.row.id.to_string();
    html! {
        section."panel kern-level-2 stack" aria-labelledby="results" {
            h2.kern-heading-small #results { (words.t("campaign-results")) }
            dl."key-values key-values--start" {
                @for (key, n, main) in numbers(&detail.results) {
                    @if main || n > 0 { div { dt { (words.t(key)) } dd.number { (words.number(count(n))) } } }
                }
                @if let Some(followed) = detail.followed {
                    div { dt { (words.t("campaign-result-followed")) } dd.number { (words.number(count(followed))) } }
                }
            }
            form.cluster method="post" action=(address::campaign::CampaignExports::new(slug(visit), &id).path()) aria-label=(words.t("campaign-export")) {
                @for format in Format::ALL {
                    button."kern-btn kern-btn--secondary" type="submit" name="format" value=(format.name()) {
                        span."kern-icon kern-icon--download" aria-hidden="true" {}
                        span.kern-label { (format.name()) }
                    }
                }
            }
        }
        @if !detail.troubled.is_empty() { (troubled(visit, detail)) }
    }
}

fn troubled(visit: &Visit, detail: &Detail) -> Markup {
    let words = visit.words;
    let doubtful = address::campaign::CampaignDoubtful::new(slug(visit), detail.row.id.to_string()).path();
    let full = u64::try_from(detail.troubled.len()).is_ok_and(|n| n >= MOST);
    html! {
        section."panel kern-level-2 stack" aria-labelledby="troubled" {
            h2.kern-heading-small #troubled { (words.t("campaign-troubled")) }
            @if detail.results.in_doubt > 0 {
                p.measure { (words.t("campaign-doubt-means")) }
                @if visit.may(MailWrite) {
                    form method="post" action=(doubtful) {
                        button."kern-btn kern-btn--secondary" type="submit" {
                            span.kern-label { (words.with("campaign-doubt-again", &[("count", detail.results.in_doubt.into())])) }
                        }
                    }
                }
            }
            ul."row-list row-list--bare" { @for line in &detail.troubled { (one(visit, line)) } }
            @if full { p.muted { (words.with("campaign-troubled-more", &[("count", MOST.into())])) } }
        }
    }
}

fn one(visit: &Visit, line: &Line) -> Markup {
    let words = visit.words;
    let (tone, word, _) = outcome(words, line);
    html! {
        li {
            div."cluster cluster--between" {
                span dir="auto" {
                    @match line.message_id {
                        Some(id) => { a href=(at::Mail::new(slug(visit), id.to_string()).path()) { (line.address) } }
                        None => { (line.address) }
                    }
                }
                (state(tone, &word, ""))
            }
            @if let Some(answer) = &line.answer { span.sub { (words.t("desk-mail-answer")) " " q { (answer) } } }
        }
    }
}

pub(super) fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
