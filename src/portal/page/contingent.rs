//! A partner's places: how many are left, who has the others, and naming more.

use crate::form::contingent::Typed;
use crate::page::{Scene, breadcrumb, button, line, ticket};
use base::{Language, Uuid};
use maud::{Markup, html};
use registration::form::pasting::PASTE;
use registration::query::attendee::AttendeeView;
use registration::query::contingent::ContingentView;
use registration::rules::may_change;
use web::Faults;
use web::form::{Form, submit};
use web::layout::module;

/// What the page shows.
pub struct ContingentPage<'a> {
    pub view: &'a ContingentView,
    pub typed: &'a Typed,
    pub faults: &'a Faults,
    /// A sentence above the form: that the last place was taken just now.
    pub notice: Option<String>,
    pub secret: &'a str,
}

/// The whole page.
pub fn main(scene: Scene, page: &ContingentPage) -> Markup {
    let view = page.view;
    let free = view.free();
    let open = view.row.ended_at.is_none() && scene.now < view.row.valid_until;
    let until = scene.words.date_time(view.row.valid_until, scene.zone());
    html! {
        div."wrap band--tight stack" {
            div {
                p.muted dir="auto" { (view.partner) }
                h1.kern-heading-x-large { (scene.t("portal-contingent")) }
            }
            @if let Some(notice) = &page.notice { div role="alert" { (line("warning", notice)) } }
            @if !open {
                (line("info", &scene.t("portal-contingent-ended")))
            } @else if free == 0 {
                (line("success", &scene.t("portal-contingent-full")))
            } @else {
                (line("info", &scene.with("portal-contingent-free", &[
                    ("free", free.into()), ("places", view.places.len().into()), ("until", until.into()),
                ])))
            }
            dl."key-values key-values--start" {
                div { dt { (scene.t("portal-ticket")) } dd { (scene.text(&view.category.name)) } }
                div { dt { (scene.t("portal-when")) } dd {
                    (scene.words.span(scene.congress.starts_at, scene.congress.ends_at, scene.zone()))
                } }
                @if view.row.price_cents > 0 {
                    div { dt { (scene.t("portal-contingent-price")) } dd { (scene.words.money(&view.price())) } }
                }
            }
        }
        div."wrap stack stack--l page-end" {
            (named(scene, page))
            @if open && free > 0 { (naming(scene, page)) }
            p."fine muted" { (scene.t("portal-contingent-link")) }
        }
        (module("register.js"))
    }
}

fn named(scene: Scene, page: &ContingentPage) -> Markup {
    html! {
        section.stack aria-labelledby="named" {
            h2.kern-heading-medium #named { (scene.t("portal-contingent-named")) }
            @if page.view.named().next().is_none() { p.muted { (scene.t("portal-contingent-nobody")) } }
            @else { ul.row-list { @for (place, view) in page.view.named() { li { (person(scene, page, place, view)) } } } }
        }
    }
}

fn person(scene: Scene, page: &ContingentPage, place: Uuid, view: &AttendeeView) -> Markup {
    let (slug, row) = (&scene.congress.slug, &view.attendee);
    let action = |href: String, key: &str| ticket::action(scene, &href, key, &view.name());
    html! {
        div."cluster cluster--between" {
            div {
                strong dir="auto" { (view.name()) }
                p.muted dir="auto" { (view.address) }
            }
            (ticket::state(scene, row.state))
        }
        @if may_change(row.state, scene.congress.starts_at, scene.now) {
            div.cluster {
                (action(address::ContingentName::new(slug, page.secret, place).path(), "portal-change-name"))
                (action(address::ContingentWithdrawal::new(slug, page.secret, place).path(), "portal-contingent-withdraw"))
            }
        }
    }
}

fn naming(scene: Scene, page: &ContingentPage) -> Markup {
    let typed = &page.typed.people;
    let form = Form::new(scene.words, &typed.fields, page.faults);
    let action = address::Contingent::new(&scene.congress.slug, page.secret).path();
    html! {
        section.form-section aria-labelledby="naming" {
            h2.kern-heading-medium #naming { (scene.t("portal-contingent-name")) }
            @let costs = page.view.row.price_cents > 0;
            p.muted { (scene.t(if costs { "portal-contingent-name-lead-unpaid" } else { "portal-contingent-name-lead" })) }
            form.stack method="post" action=(action) novalidate {
                button.kern-sr-only type="submit" name="action" value="place" tabindex="-1" aria-hidden="true" { (scene.t("portal-contingent-submit")) }
                (form.summary())
                (form.hidden("placement"))
                div."stack stack--none" { @for n in 1..=typed.count { (fieldset(scene, form, page, n)) } }
                div {
                    button."kern-btn kern-btn--secondary" type="submit" name="action" value="add" {
                        span."kern-icon kern-icon--add" aria-hidden="true" {}
                        span.kern-label { (scene.t("portal-register-add")) }
                    }
                }
                details.colleagues open[typed.has_pasted()] {
                    summary { (scene.t("portal-paste-title")) }
                    div.stack {
                        (form.textarea(PASTE, &scene.t("portal-paste")).hint(&scene.t("portal-paste-hint")).rows(5).optional())
                        div {
                            button."kern-btn kern-btn--secondary" type="submit" name="action" value="paste" {
                                span.kern-label { (scene.t("portal-paste-submit")) }
                            }
                        }
                    }
                }
                div {
                    button."kern-btn kern-btn--primary" type="submit" name="action" value="place" {
                        span.kern-label { (scene.t("portal-contingent-submit")) }
                    }
                }
            }
        }
    }
}

fn fieldset(scene: Scene, form: Form, page: &ContingentPage, n: usize) -> Markup {
    let typed = &page.typed.people;
    let name = |part: &str| format!("{part}-{n}");
    let (given, family, email) = (name("given"), name("family"), name("email"));
    let (organisation, language) = (name("organisation"), name("language"));
    let title = scene.with("portal-person", &[("number", n.into())]);
    let languages =
        Language::ALL.map(|language| (language.to_string(), scene.t(&format!("portal-language-{language}"))));
    html! {
        fieldset.attendee {
            legend.kern-sr-only { (title) }
            div.attendee__head {
                p.kern-label aria-hidden="true" { (title) }
                @if typed.count > 1 {
                    button."kern-btn kern-btn--tertiary" type="submit" name="action" value={ "remove-" (n) } {
                        span.kern-label { (scene.t("portal-remove")) span.kern-sr-only { ": " (title) } }
                    }
                }
            }
            div.attendee__fields {
                (form.input(&given, &scene.t("portal-given-name")).autocomplete("off").required())
                (form.input(&family, &scene.t("portal-family-name")).autocomplete("off").required())
                (form.input(&email, &scene.t("portal-email")).email().autocomplete("off").required())
            }
            div.form-grid {
                @if !typed.of("organisation", n).trim().is_empty() {
                    (form.input(&organisation, &scene.t("portal-organisation")).autocomplete("off").optional().whole())
                }
                (form.select(&language, &scene.t("portal-language")).options(languages.to_vec()))
            }
        }
    }
}

/// Taking somebody back: the page before the button.
pub fn withdraw(scene: Scene, action: &str, back: &str, view: &AttendeeView) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-contingent-withdraw")))
            h1.kern-heading-x-large { (scene.t("portal-contingent-withdraw")) }
            p.measure dir="auto" { (scene.with("portal-contingent-withdraw-lead", &[("name", view.name().into())])) }
            form.cluster method="post" action=(action) {
                (submit(&scene.t("portal-contingent-withdraw")))
                (button("tertiary", back, &scene.t("portal-keep")))
            }
        }
    }
}
