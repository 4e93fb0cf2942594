//! Somebody who waits, with all that is known, and what staff can do.

use super::{choices, of_waiting};
use crate::page::order::mails;
use crate::page::state::state;
use crate::page::timeline;
use crate::query::waiting::WaitingDetail;
use base::Permission::OrdersWrite;
use congress::entity::waiting::State;
use congress::entity::waiting_offer;
use congress::service::waiting::entry::MAX_PRIORITY;
use maud::{Markup, html};
use registration::query::waiting::OfferView;
use web::form::{Form, once};
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// `typed`: what came back with a form of the page, and what is wrong with it. `drawn`: for this page.
pub fn show(visit: &Visit, detail: &WaitingDetail, (typed, faults): (&Fields, &Faults), drawn: &str) -> Markup {
    let words = visit.words;
    let row = &detail.view.row;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = words.with("desk-waiting-of", &[("name", (&row.name).into())]);
    let (tone, word) = of_waiting(words, row.state);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(address::desk::Waiting::new(slug).path()) { (words.t("desk-waiting")) } }
                h1.kern-heading-large dir="auto" { (row.name) }
                p."muted cluster" {
                    (state(tone, &word, ""))
                    span { (words.with("desk-waiting-joined", &[("time", words.date_time(row.joined_at, visit.zone()).into())])) }
                }
            }
            @if visit.may(OrdersWrite) && row.state.is_active() { (actions(visit, detail, slug, drawn)) }
        }
        div.desk-grid {
            div.stack {
                (standing(visit, detail))
                (offers(visit, slug, &detail.view.offers))
                @if visit.may(OrdersWrite) && row.state.is_active() { (deeds(visit, detail, slug, (typed, faults))) }
                @if let Some(list) = &detail.mails { (mails::panel(visit, list)) }
            }
            div.stack {
                (timeline::panel(visit, &detail.timeline, detail.mails.as_deref().unwrap_or_default()))
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn actions(visit: &Visit, detail: &WaitingDetail, slug: &str, drawn: &str) -> Markup {
    let words = visit.words;
    let id = detail.view.row.id.to_string();
    html! {
        div.cluster {
            a."kern-btn kern-btn--secondary" href=(address::desk::WaitingDetails::new(slug, &id).path()) {
                span.kern-label { (words.t("desk-waiting-change")) }
            }
            form method="post" action=(address::desk::WaitingMail::new(slug, &id).path()) {
                input type="hidden" name=(once::NAME) value=(drawn);
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-waiting-mail")) } }
            }
            @if detail.view.row.state == State::Waiting {
                form method="post" action=(address::desk::WaitingOffer::new(slug, &id).path()) {
                    button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (words.t("desk-waiting-offer-now")) } }
                }
            }
        }
    }
}

fn standing(visit: &Visit, detail: &WaitingDetail) -> Markup {
    let words = visit.words;
    let (view, row) = (&detail.view, &detail.view.row);
    html! {
        section."panel kern-level-2" aria-labelledby="wish" {
            div.panel__head { h2.kern-heading-small #wish { (words.t("desk-waiting-wish")) } }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-waiting-places")) } dd { (words.number(row.n.into())) } }
                div { dt { (words.t("desk-waiting-choices")) } dd { (choices(visit, &view.choices)) } }
                @if row.state == State::Waiting {
                    div { dt { (words.t("desk-waiting-position")) } dd {
                        (words.number(detail.ahead.entries + 1))
                        span.sub { (words.with("desk-waiting-ahead", &[("entries", detail.ahead.entries.into()), ("places", detail.ahead.places.into())])) }
                    } }
                }
                @if row.priority > 0 { div { dt { (words.t("desk-waiting-priority")) } dd { (words.number(row.priority.into())) } } }
                @if row.overtaken > 0 { div { dt { (words.t("desk-waiting-overtaken")) } dd { (words.number(row.overtaken.into())) } } }
                @if let Some(since) = row.gathering_since {
                    div { dt { (words.t("desk-waiting-gathering")) } dd { (words.date_time(since, visit.zone())) } }
                }
                div { dt { (words.t("desk-waiting-since")) } dd { (words.date_time(row.since, visit.zone())) } }
                div { dt { (words.t("desk-email")) } dd dir="auto" { (view.address) } }
                @if !row.organisation.is_empty() { div { dt { (words.t("desk-column-organisation")) } dd dir="auto" { (row.organisation) } } }
                @if let Some(link) = &detail.link { div { dt { (words.t("desk-waiting-link")) } dd { a href=(link) { (words.t("desk-waiting-link-open")) } } } }
            }
        }
    }
}

/// What was offered, and what came of it.
fn offers(visit: &Visit, slug: &str, offers: &[OfferView]) -> Markup {
    let words = visit.words;
    html! {
        @if !offers.is_empty() {
            section."panel kern-level-2" aria-labelledby="offers" {
                div.panel__head { h2.kern-heading-small #offers { (words.t("desk-waiting-offers")) } }
                ul."row-list row-list--bare" {
                    @for view in offers.iter().rev() {
                        li."stack stack--none" {
                            div."cluster cluster--between" {
                                span { (words.number(view.offer.n.into())) " × " (text(visit, &view.category.name)) }
                                span { (words.t(offer_word(view.offer.state))) }
                            }
                            span.sub {
                                (words.with("desk-waiting-offer-span", &[
                                    ("from", words.short(view.offer.made_at, visit.zone()).into()),
                                    ("until", words.short(view.offer.ends_at, visit.zone()).into()),
                                ]))
                                @if view.offer.by_hand { " · " (words.t("desk-waiting-by-hand")) }
                                @if view.offer.partial { " · " (words.t("desk-waiting-partial")) }
                                @if let Some(code) = &view.code { " · " a.code href=(address::desk::Order::new(slug, code).path()) { (code) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn offer_word(state: waiting_offer::State) -> &'static str {
    use waiting_offer::State::{Accepted, Declined, Expired, Open, Withdrawn};
    match state {
        Open => "desk-waiting-offer-open",
        Accepted => "desk-waiting-offer-accepted",
        Declined => "desk-waiting-offer-declined",
        Expired => "desk-waiting-offer-expired",
        Withdrawn => "desk-waiting-offer-withdrawn",
    }
}

/// What needs a reason: moving somebody in the queue, and taking them off.
fn deeds(visit: &Visit, detail: &WaitingDetail, slug: &str, (typed, faults): (&Fields, &Faults)) -> Markup {
    let words = visit.words;
    let row = &detail.view.row;
    let id = row.id.to_string();
    let shown = row.priority.to_string();
    let start = Fields::new().with("priority", &shown);
    let form = Form::new(words, if typed.is_empty() { &start } else { typed }, faults);
    let ranks = (0..=MAX_PRIORITY).map(|n| {
        let word = if n == 0 { words.t("desk-waiting-priority-none") } else { words.number(n.into()) };
        (n.to_string(), word)
    });
    html! {
        section."panel kern-level-2" aria-labelledby="deeds" {
            div.panel__head { h2.kern-heading-small #deeds { (words.t("desk-waiting-deeds")) } }
            (form.summary())
            form.stack method="post" action=(address::desk::WaitingPriority::new(slug, &id).path()) novalidate {
                input type="hidden" name="shown" value=(shown);
                div.form-grid {
                    (form.select("priority", &words.t("desk-waiting-priority")).options(ranks).hint(&words.t("desk-waiting-priority-hint")))
                    (form.input("reason", &words.t("desk-waiting-reason")).autocomplete("off").required())
                }
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-waiting-prioritise")) } } }
            }
            form.stack method="post" action=(address::desk::WaitingRemoval::new(slug, &id).path()) novalidate {
                (form.input("why", &words.t("desk-waiting-why")).autocomplete("off").required())
                div { button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (words.t("desk-waiting-remove")) } } }
            }
        }
    }
}
