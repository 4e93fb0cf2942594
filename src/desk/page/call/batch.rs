//! Several at once: what would happen, before it does.

use super::{of_state, word};
use crate::form::call::SubmissionSearch;
use crate::form::list::Asked;
use maud::{Markup, html};
use programme::entity::submission;
use programme::rules::transition::Why;
use programme::service::submission::announce::seen;
use programme::service::submission::decide::{Outcome, seen_all};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// What a quiet decision on several would do. `deed`: what was asked for, as it stands in the address.
pub fn batch(visit: &Visit, deed: &str, outcomes: &[Outcome], notice: Option<&str>) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = words.t("desk-batch-title-submissions");
    let (none, faults) = (Fields::new(), Faults::new());
    let form = Form::new(words, &none, &faults);
    let open = outcomes.iter().filter(|outcome| outcome.pending.is_ok()).count();
    let main = html! {
        p.fine { a href=(SubmissionSearch::place(slug)) { (words.t("desk-submissions")) } }
        h1.kern-heading-large { (title) }
        @if let Some(notice) = notice { p role="alert" { strong { (notice) } } }
        p.muted { (words.t("desk-submissions-quiet")) }
        form."panel kern-level-2 stack" method="post" action=(address::call::DeskSubmissionBatch::new(slug).path()) {
            input type="hidden" name="deed" value=(deed);
            (form.seen(&seen_all(outcomes)))
            ul."row-list row-list--bare" {
                @for outcome in outcomes {
                    li {
                        input type="hidden" name="code" value=(outcome.row.code);
                        strong dir="auto" { (outcome.row.title) } " " (of_state(words, outcome.row.state))
                        span.sub { (becomes(visit, outcome)) }
                    }
                }
            }
            @if outcomes.is_empty() { p { (words.t("desk-submissions-chosen-none")) } }
            div.cluster {
                @if open > 0 { (form.submit(&words.with("desk-submissions-decide", &[("count", i64::try_from(open).unwrap_or(i64::MAX).into())]))) }
                a."kern-btn kern-btn--tertiary" href=(SubmissionSearch::place(slug)) { span.kern-label { (words.t("desk-settings-back")) } }
            }
        }
    };
    desk_page(visit, Section::Submissions, &title, main)
}

fn becomes(visit: &Visit, outcome: &Outcome) -> String {
    let words = visit.words;
    match outcome.pending {
        Ok(Some(state)) => words.with("desk-submission-pending", &[("state", word(words, state.into()).into())]),
        Ok(None) => words.t("desk-submission-pending-none"),
        Err(Why::Same) => words.t("call-step-same"),
        Err(_) => words.t("call-step-none"),
    }
}

/// What announcing would do.
pub fn announcement(visit: &Visit, rows: &[submission::Model], notice: Option<&str>) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = words.t("desk-announcement");
    let (held, told): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.edited);
    let none = (Fields::new(), Faults::new());
    let form = Form::new(words, &none.0, &none.1);
    let line = |row: &submission::Model| {
        html! {
            li {
                a href=(address::call::DeskSubmission::new(slug, &row.code).path()) dir="auto" { (row.title) } " "
                @if let Some(pending) = row.pending { span.sub { (word(words, row.state)) " → " (word(words, pending)) } }
            }
        }
    };
    let main = html! {
        p.fine { a href=(SubmissionSearch::place(slug)) { (words.t("desk-submissions")) } }
        h1.kern-heading-large { (title) }
        @if let Some(notice) = notice { p role="alert" { strong { (notice) } } }
        p.muted { (words.t("desk-announcement-lead")) }
        section."panel kern-level-2 stack" aria-labelledby="told" {
            div.panel__head { h2.kern-heading-small #told { (words.with("desk-announcement-told", &[("count", i64::try_from(told.len()).unwrap_or(i64::MAX).into())])) } }
            ul."row-list row-list--bare" { @for row in &told { (line(row)) } }
            form.cluster method="post" action=(address::call::DeskAnnouncement::new(slug).path()) {
                (form.seen(&seen(rows)))
                @if !told.is_empty() { (form.submit(&words.t("desk-announcement-submit"))) }
                a."kern-btn kern-btn--tertiary" href=(SubmissionSearch::place(slug)) { span.kern-label { (words.t("desk-settings-back")) } }
            }
        }
        @if !held.is_empty() {
            section."panel kern-level-2 stack" aria-labelledby="held" {
                div.panel__head { h2.kern-heading-small #held { (words.with("desk-announcement-held", &[("count", i64::try_from(held.len()).unwrap_or(i64::MAX).into())])) } }
                p.muted { (words.t("desk-announcement-held-lead")) }
                ul."row-list row-list--bare" { @for row in &held { (line(row)) } }
            }
        }
    };
    desk_page(visit, Section::Submissions, &title, main)
}
