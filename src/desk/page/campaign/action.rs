//! What can be done with a campaign.

use super::show::Sheet;
use super::slug;
use crate::form::campaign::VERSION;
use crate::query::campaign::Detail;
use address::campaign as at;
use campaign::entity::campaign::{Model, State};
use maud::{Markup, html};
use web::Visit;
use web::form::{Form, once};

/// A button that is a form of its own.
fn button(path: &str, class: &str, word: &str, hidden: &[(&str, &str)]) -> Markup {
    html! {
        form method="post" action=(path) {
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            button class={ "kern-btn kern-btn--" (class) } type="submit" { span.kern-label { (word) } }
        }
    }
}

pub(super) fn actions(visit: &Visit, detail: &Detail, drawn: &str) -> Markup {
    let (words, slug, row) = (visit.words, slug(visit), &detail.row);
    let id = row.id.to_string();
    let sound = detail.faults.is_empty() && !row.segment.is_empty();
    let begun = row.started_at.is_some();
    html! {
        div.cluster {
            @if row.state.is_open() {
                a."kern-btn kern-btn--secondary" href=(at::CampaignText::new(slug, &id).path()) { span.kern-label { (words.t("desk-hand-edit")) } }
                @if sound {
                    a."kern-btn kern-btn--primary" href=(at::CampaignStart::new(slug, &id).path()) { span.kern-label { (words.t("campaign-start")) } }
                }
            }
            @if row.state == State::Running { (button(&at::CampaignStop::new(slug, &id).path(), "secondary kern-btn--danger", &words.t("campaign-stop"), &[])) }
            @if row.state == State::Stopped && (begun || sound) {
                (button(&at::CampaignContinuation::new(slug, &id).path(), "primary", &words.t("campaign-go-on"), &[]))
            }
            (button(&at::CampaignCopy::new(slug, &id).path(), "tertiary", &words.t("campaign-copy"), &[(once::NAME, drawn)]))
            @if row.state == State::Stopped && !begun {
                (button(&at::CampaignPlanRemoval::new(slug, &id).path(), "tertiary", &words.t("campaign-rewrite"), &[]))
            }
            @if !begun && row.state != State::Running {
                details {
                    summary { (words.t("desk-settings-remove")) }
                    div."stack stack--s" {
                        p { (words.t("campaign-remove-ask")) }
                        (button(&at::CampaignRemoval::new(slug, &id).path(), "tertiary kern-btn--danger", &words.t("campaign-remove-submit"), &[]))
                    }
                }
            }
        }
    }
}

/// A mail to oneself.
pub(super) fn test(visit: &Visit, row: &Model, own: &str, sheet: &Sheet<'_>) -> Markup {
    let words = visit.words;
    let like = sheet.like.map(|id| id.to_string()).unwrap_or_default();
    let path = at::CampaignTest::new(slug(visit), row.id.to_string()).path();
    html! {
        section."panel kern-level-2 stack" aria-labelledby="test" {
            h2.kern-heading-small #test { (words.t("campaign-test")) }
            p.muted { (words.with("campaign-test-lead", &[("to", own.into())])) }
            (button(&path, "secondary", &words.t("campaign-test-submit"), &[("as", &like), ("request", sheet.drawn)]))
        }
    }
}

/// When it begins by itself.
pub(super) fn plan(visit: &Visit, detail: &Detail, sheet: &Sheet<'_>) -> Markup {
    let (words, row) = (visit.words, &detail.row);
    let id = row.id.to_string();
    let (fields, faults) = sheet.plan;
    let form = Form::new(words, fields, faults);
    let t = |key: &str| words.t(key);
    let zone = words.with("desk-call-zone", &[("zone", visit.zone().to_string().into())]);
    html! {
        section."panel kern-level-2 stack" aria-labelledby="plan" {
            h2.kern-heading-small #plan { (t("campaign-plan")) }
            @if row.state == State::Planned {
                @if let Some(at) = row.planned_at { p { (words.with("campaign-plan-is", &[("time", words.date_time(at, visit.zone()).into())])) } }
                (button(&at::CampaignPlanRemoval::new(slug(visit), &id).path(), "secondary", &t("campaign-unplan"), &[]))
            }
            @if detail.faults.is_empty() && !row.segment.is_empty() {
                form.stack method="post" action=(at::CampaignPlan::new(slug(visit), &id).path()) novalidate {
                    (form.summary())
                    input type="hidden" name=(VERSION) value=(row.version);
                    (form.choices("when", &t("campaign-plan-when"))
                        .option("at", t("campaign-plan-when-at"), "")
                        .option("before", t("campaign-plan-when-before"), t("campaign-plan-moves"))
                        .option("hours", t("campaign-plan-when-hours"), t("campaign-plan-moves"))
                        .option("after", t("campaign-plan-when-after"), t("campaign-plan-moves")))
                    (form.input("at", &t("campaign-plan-at")).moment().hint(&zone))
                    div.form-grid {
                        (form.input("days", &t("campaign-plan-days")).digits())
                        (form.input("time", &t("campaign-plan-time")).hint(&t("campaign-plan-time-hint")))
                        (form.input("hours", &t("campaign-plan-hours")).digits())
                    }
                    div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (t("campaign-plan-submit")) } } }
                }
            } @else { p.muted { (t("campaign-plan-faulty")) } }
        }
    }
}
