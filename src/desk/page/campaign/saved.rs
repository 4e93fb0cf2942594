//! Segments that are kept by name: taking one up and keeping one in the form of a campaign, and the list of them.

use super::edit::{Shown, deed};
use super::{all, slug, to_whom};
use crate::query::campaign::Offer;
use address::campaign as at;
use base::Permission::MailWrite;
use campaign::entity::saved_segment::Model;
use maud::{Markup, html};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// In the form of a campaign.
pub(super) fn kept(visit: &Visit, form: Form<'_>, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let saved = &shown.offer.saved;
    let options = saved.iter().map(|row| (row.id.to_string(), row.name.clone()));
    html! {
        @if let Some(notice) = shown.notice { p role="status" { strong { (notice) } } }
        details open[shown.faults.has("segment-name")] {
            summary { (words.t("campaign-saved")) }
            div.stack {
                @if !saved.is_empty() {
                    div.form-grid {
                        (form.select("segment-saved", &words.t("campaign-saved-which")).option("", words.t("campaign-choose")).options(options))
                    }
                    div.cluster {
                        (deed(shown, "segment-take", "segment", &words.t("campaign-saved-take"), ""))
                        a href=(at::Segments::new(slug(visit)).path()) { (words.t("campaign-saved-all")) }
                    }
                }
                div.form-grid {
                    (form.input("segment-name", &words.t("campaign-saved-name")).hint(&words.t("campaign-saved-name-hint")).autocomplete("off"))
                }
                div { (deed(shown, "segment-keep", "segment", &words.t("campaign-saved-keep"), "")) }
            }
        }
    }
}

/// All of them. `typed`: the one that was to be called otherwise, what was typed, and what is wrong with it.
pub fn saved(visit: &Visit, rows: &[Model], offer: &Offer, typed: Option<(&str, &Fields, &Faults)>) -> Markup {
    let words = visit.words;
    let title = words.t("campaign-saved");
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(all(visit)) { (words.t("campaign-all")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("campaign-saved-lead")) }
            }
        }
        @if rows.is_empty() { div."panel kern-level-2" { p { (words.t("campaign-saved-none")) } } }
        @for row in rows { (one(visit, row, offer, typed.filter(|(id, ..)| *id == row.id.to_string()))) }
    };
    desk_page(visit, Section::Campaigns, &title, main)
}

fn one(visit: &Visit, row: &Model, offer: &Offer, typed: Option<(&str, &Fields, &Faults)>) -> Markup {
    let (words, id) = (visit.words, row.id.to_string());
    let name = format!("name-{id}");
    let (own, none) = (Fields::new().with(&*name, &*row.name), Faults::new());
    let (fields, faults) = typed.map_or((&own, &none), |(_, fields, faults)| (fields, faults));
    let form = Form::new(words, fields, faults);
    html! {
        section."panel kern-level-2 stack" aria-labelledby=(id) {
            h2.kern-heading-small id=(id) dir="auto" { (row.name) }
            p { (to_whom(words, &row.segment, offer)) }
            @if visit.may(MailWrite) {
                form.stack method="post" action=(at::SegmentName::new(slug(visit), &id).path()) novalidate {
                    (form.summary())
                    div.form-grid { (form.input(&name, &words.t("campaign-name")).autocomplete("off").required()) }
                    div { button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" { span.kern-label { (words.t("campaign-saved-rename")) span.kern-sr-only { ": " (row.name) } } } }
                }
                form method="post" action=(at::SegmentRemoval::new(slug(visit), &id).path()) {
                    button."kern-btn kern-btn--tertiary kern-btn--danger kern-btn--x-small" type="submit" { span.kern-label { (words.t("desk-settings-remove")) span.kern-sr-only { ": " (row.name) } } }
                }
            }
        }
    }
}
