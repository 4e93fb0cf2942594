//! A contact: what they agreed to, and taking them off the list.

use super::{slug, source, stands};
use address::campaign as at;
use base::Permission::MailWrite;
use campaign::query::contact::Line;
use campaign::service::contact::ANSWERED_WITHIN;
use identity::entity::consent;
use maud::{Markup, html};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

pub fn show(visit: &Visit, line: &Line, proofs: &[consent::Model]) -> Markup {
    let words = visit.words;
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(at::Contacts::new(slug(visit)).path()) { (words.t("contacts-all")) } }
                h1.kern-heading-large dir="auto" { (line.address) }
                p."muted cluster" {
                    (stands(words, line.standing()))
                    @if !line.name.is_empty() { span dir="auto" { (line.name) } }
                }
            }
        }
        section."panel kern-level-2 stack" aria-labelledby="came" {
            h2.kern-heading-small #came { (words.t("contact-origin")) }
            p { (words.with(&format!("contact-origin-{}", line.origin.name()), &[("time", words.date_time(line.created_at, visit.zone()).into())])) }
            @if let Some(asked) = line.asked_at {
                p { (words.with("contact-asked", &[
                    ("time", words.date_time(asked, visit.zone()).into()),
                    ("until", words.date(asked + ANSWERED_WITHIN, visit.zone()).into()),
                ])) }
            }
        }
        section."panel kern-level-2 stack" aria-labelledby="proof" {
            h2.kern-heading-small #proof { (words.t("contact-proof")) }
            @if proofs.is_empty() { p { (words.t("contact-no-proof")) } }
            @for one in proofs { (proof(visit, one)) }
        }
        @if visit.may(MailWrite) { (removal(visit, line)) }
    };
    desk_page(visit, Section::Campaigns, &line.address, main)
}

fn proof(visit: &Visit, row: &consent::Model) -> Markup {
    let words = visit.words;
    html! {
        dl."key-values key-values--start" {
            div { dt { (words.t("contact-given")) } dd { (words.date_time(row.given_at, visit.zone())) } }
            div { dt { (words.t("contact-source")) } dd dir="auto" { (source(words, &row.source)) } }
            div { dt { (words.t("contact-wording")) } dd lang=(row.language) { (row.wording) } }
            @if let Some(at) = row.withdrawn_at { div { dt { (words.t("contact-withdrawn")) } dd { (words.date_time(at, visit.zone())) } } }
        }
    }
}

fn removal(visit: &Visit, line: &Line) -> Markup {
    let words = visit.words;
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(words, &fields, &faults);
    html! {
        form."panel kern-level-2 stack" method="post" action=(at::ContactRemoval::new(slug(visit), line.id.to_string()).path()) {
            h2.kern-heading-small { (words.t("contact-removal")) }
            p.measure { (words.t("contact-removal-lead")) }
            (form.checkbox("never", html! { (words.t("contact-never")) }))
            div { button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (words.t("contact-remove")) } } }
        }
    }
}
