//! Lists of contacts: handing one in, and what it would bring.

use super::slug;
use crate::page::refusal::refusals;
use crate::page::sheet;
use crate::rules::contact::{Field, Plan};
use address::campaign as at;
use campaign::service::contact::Taken;
use locale::Words;
use maud::{Markup, html};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::upload::Upload;
use web::{Faults, Fields, Visit};

pub fn hand_in(visit: &Visit, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let title = words.t("contact-import");
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(at::Contacts::new(slug(visit)).path()) { (words.t("contacts-all")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("contact-import-lead")) }
            }
        }
        (sheet::hand_in(visit, fields, faults))
        section."panel kern-level-2 measure" aria-labelledby="help" {
            h2.kern-heading-small #help { (words.t("contact-import-help")) }
            dl."key-values key-values--start" {
                @for field in Field::ALL { div { dt { (words.t(&field.heading())) } dd { (words.t(&field.meaning())) } } }
            }
        }
    };
    desk_page(visit, Section::Campaigns, &title, main)
}

/// A list that was handed in.
#[derive(Clone, Copy, Debug)]
pub struct Preview<'a> {
    pub file: &'a Upload,
    /// Lines in all.
    pub rows: usize,
    pub plan: &'a Plan,
    pub brings: Taken,
    /// Whether whoever comes without a proof is asked.
    pub ask: bool,
}

/// What a list brings, a sentence for each thing that there is to say.
pub fn told(words: Words, taken: &Taken) -> Vec<String> {
    let all = [
        ("contact-brings-agree", taken.agree),
        ("contact-brings-asked", taken.asked),
        ("contact-brings-agreed", taken.agreed),
        ("contact-brings-wait", taken.wait),
        ("contact-brings-declined", taken.declined),
        ("contact-brings-blocked", taken.blocked),
    ];
    let said = all.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| words.with(key, &[("count", n.into())]));
    let said: Vec<String> = said.collect();
    if said.is_empty() { vec![words.t("contact-brings-nothing")] } else { said }
}

pub fn preview(visit: &Visit, preview: &Preview<'_>) -> Markup {
    let (words, plan) = (visit.words, preview.plan);
    let title = words.with("desk-import-preview", &[("name", (&preview.file.name).into())]);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(at::ContactImports::new(slug(visit)).path()) { (words.t("desk-import-back")) } }
                h1.kern-heading-large { (title) }
                p."muted number" { (words.with("desk-import-rows", &[("count", preview.rows.into())])) }
            }
        }
        @if plan.without > 0 { (question(visit, preview)) }
        @if plan.refusals.is_empty() { (ready(visit, preview)) } @else {
            @let title = words.with("contact-import-refused", &[("count", plan.refusals.len().into())]);
            (refusals(visit, &title, &words.t("contact-import-refused-next"), &plan.refusals))
        }
    };
    desk_page(visit, Section::Campaigns, &title, main)
}

/// What is done with those who have no proof.
fn question(visit: &Visit, preview: &Preview<'_>) -> Markup {
    let words = visit.words;
    let (mut fields, faults) = (Fields::new(), Faults::new());
    if preview.ask {
        fields.set("ask", "on");
    }
    let form = Form::new(words, &fields, &faults);
    let path = at::ContactImport::new(slug(visit), preview.file.id.to_string()).path();
    html! {
        form."panel kern-level-2 stack" action=(path) {
            h2.kern-heading-small { (words.with("contact-import-without", &[("count", preview.plan.without.into())])) }
            p.measure { (words.t("contact-import-without-lead")) }
            (form.checkbox("ask", html! { (words.t("contact-import-ask")) }))
            div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-import-look")) } } }
        }
    }
}

/// What it brings, and the button that does it.
fn ready(visit: &Visit, preview: &Preview<'_>) -> Markup {
    let (words, new) = (visit.words, preview.brings.newcomers());
    let path = at::ContactImport::new(slug(visit), preview.file.id.to_string()).path();
    html! {
        section."panel kern-level-2 stack" aria-label=(words.t("desk-import-ready")) {
            ul {
                @for sentence in told(words, &preview.brings) { li { (sentence) } }
                @if preview.plan.twice > 0 { li { (words.with("contact-brings-twice", &[("count", preview.plan.twice.into())])) } }
            }
            form.cluster method="post" action=(path) {
                @if preview.ask { input type="hidden" name="ask" value="on"; }
                @if new > 0 {
                    button."kern-btn kern-btn--primary" type="submit" {
                        span.kern-label { (words.with("contact-import-take-in", &[("count", new.into())])) }
                    }
                }
                a."kern-btn kern-btn--tertiary" href=(at::ContactImports::new(slug(visit)).path()) { span.kern-label { (words.t("desk-import-leave")) } }
            }
        }
    }
}
