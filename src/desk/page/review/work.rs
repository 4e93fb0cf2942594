//! What is mine to judge.

use super::{Names, hindered, points};
use crate::page::state::{Tone, state};
use address::review as at;
use maud::{Markup, html};
use programme::query::review::frame::Standing;
use programme::query::review::work::{Item, upcoming};
use web::Visit;
use web::layout::{Section, desk_page, text};

pub fn work(visit: &Visit, standing: &Standing, items: &[Item], names: &Names) -> Markup {
    let words = visit.words;
    let title = words.t("desk-reviews");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let free: Vec<&Item> = items.iter().filter(|item| item.hindrance.is_none()).collect();
    let done = free.iter().filter(|item| item.mine.is_some()).count();
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-reviews-lead")) }
            }
        }
        section."panel kern-level-2" aria-label=(words.t("desk-review-phase")) {
            @if let Some(phase) = &standing.phase {
                p { strong { (text(visit, &phase.name)) } " · " (words.with("desk-review-until", &[("until", words.date_time(phase.ends_at, visit.zone()).into())])) }
                ul.plain-list {
                    @for key in rights(standing) { li { (words.t(key)) } }
                }
            } @else {
                p { strong { (words.t("desk-review-no-phase")) } }
            }
            @if !standing.is_member && free.is_empty() { p { (words.t("desk-review-no-team")) } }
            @if !free.is_empty() {
                p { (words.with("desk-review-progress", &[("done", done.into()), ("all", free.len().into())])) }
            }
            @if standing.rights.review && upcoming(standing, items).is_some() {
                div { a."kern-btn kern-btn--primary" href=(at::Next::new(slug).path()) { span.kern-label { (words.t("desk-review-next")) } } }
            }
        }
        @if !items.is_empty() { (table(visit, slug, items, names)) }
    };
    desk_page(visit, Section::Reviews, &title, main)
}

/// What the phase lets one do and see.
fn rights(standing: &Standing) -> Vec<&'static str> {
    use programme::rules::review::Others;
    let rights = standing.rights;
    let mut keys = vec![if rights.review { "desk-review-right-review" } else { "desk-review-right-read" }];
    keys.push(if rights.assigned_only { "desk-review-right-assigned" } else { "desk-review-right-team" });
    keys.push(if rights.names { "desk-review-right-names" } else { "desk-review-right-no-names" });
    keys.push(match rights.others {
        Others::Never => "desk-review-right-others-never",
        Others::AfterOwn => "desk-review-right-others-after-own",
        Others::Always => "desk-review-right-others-always",
    });
    keys
}

fn table(visit: &Visit, slug: &str, items: &[Item], names: &Names) -> Markup {
    let words = visit.words;
    html! {
        div."panel kern-level-2" {
            div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    caption.kern-sr-only #list { (words.t("desk-reviews")) }
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th.kern-table__header scope="col" { (words.t("desk-review-title")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("desk-review-track")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("desk-review-kind")) }
                            th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-review-count")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("desk-review-mine")) }
                        }
                    }
                    tbody.kern-table__body {
                        @for item in items {
                            tr.kern-table__row {
                                th.kern-table__header scope="row" {
                                    a href=(at::Review::new(slug, &item.code).path()) dir="auto" { (item.title) }
                                    @if item.assigned { span.sub { (words.t("desk-review-assigned")) } }
                                    div.narrow-only { (mine(visit, item)) }
                                }
                                td."kern-table__cell wide-only" { (names.track(visit, item.track)) }
                                td."kern-table__cell wide-only" { (names.kind(visit, item.kind)) }
                                td."kern-table__cell kern-table__cell--numeric wide-only" { (item.reviews) }
                                td."kern-table__cell wide-only" { (mine(visit, item)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn mine(visit: &Visit, item: &Item) -> Markup {
    let words = visit.words;
    match (&item.mine, item.hindrance) {
        (_, Some(hindrance)) => state(Tone::Off, &hindered(words, hindrance), ""),
        (Some(mine), _) if mine.row.abstained => state(Tone::Off, &words.t("desk-review-abstained"), ""),
        (Some(mine), _) => state(Tone::Ok, &points(words, mine.overall), ""),
        (None, None) => state(Tone::Wait, &words.t("desk-review-open"), ""),
    }
}
