//! All kinds of mails.

use super::{holding, language, path, slug};
use crate::form::list::Asked;
use crate::form::mail::MailSearch;
use crate::page::mail::kind;
use crate::page::state::{Tone, state};
use base::Permission::MailWrite;
use maud::{Markup, html};
use post::State;
use post::text::{Standing, kind_of};
use std::collections::BTreeMap;
use web::Visit;
use web::layout::{Section, desk_page};

pub fn list(visit: &Visit, all: &BTreeMap<&'static str, Standing>) -> Markup {
    let words = visit.words;
    let title = words.t("mail-texts");
    let mut sorted: Vec<_> =
        all.iter().map(|(template, of)| (kind(words, &kind_of(template)), *template, of)).collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(MailSearch::of(None).path(slug(visit))) { (words.t("desk-outbox-all")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("mail-texts-lead")) }
            }
        }
        div."panel kern-level-2" {
            div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    caption.kern-sr-only #list { (title) }
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th.kern-table__header scope="col" { (words.t("mail-text-kind")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("mail-text-own")) }
                            th.kern-table__header scope="col" { (words.t("desk-column-state")) }
                            @if visit.may(MailWrite) {
                                td."kern-table__header wide-only" { span.kern-sr-only { (words.t("mail-kind-hold")) } }
                            }
                        }
                    }
                    tbody.kern-table__body { @for (name, template, of) in &sorted { (row(visit, name, template, of)) } }
                }
            }
        }
    };
    desk_page(visit, Section::Mails, &title, main)
}

fn row(visit: &Visit, name: &str, template: &str, of: &Standing) -> Markup {
    let words = visit.words;
    let own: Vec<String> = of.own.iter().map(|own| language(visit, *own)).collect();
    let held = of.held_since.is_some();
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" { a href=(path(visit, template, visit.language)) { (name) } }
            td."kern-table__cell wide-only" {
                @if own.is_empty() { span.muted { (words.t("mail-text-own-none")) } } @else { (own.join(", ")) }
            }
            td.kern-table__cell {
                @if held { (state(Tone::Wait, &words.t("mail-kind-held"), "")) } @else { (state(Tone::Ok, &words.t("mail-kind-goes"), "")) }
                @if of.held > 0 {
                    p.fine {
                        a href=(MailSearch::of(Some(State::Held)).path(slug(visit))) {
                            (words.with("mail-kind-count", &[("count", of.held.into())]))
                        }
                    }
                }
            }
            @if visit.may(MailWrite) {
                td."kern-table__cell wide-only" { (holding(visit, template, held, "kern-btn kern-btn--tertiary kern-btn--x-small")) }
            }
        }
    }
}
