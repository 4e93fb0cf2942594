//! The registration form: who pays, who orders, who takes part, and what it comes to.

mod attendee;
mod buyer;
mod colleagues;
mod consent;
mod question;
mod summary;
mod voucher;

pub use consent::{consent_box, wording};

use crate::form::asked::Asked;
use crate::form::register::{LINK, Typed};
use crate::page::{Scene, breadcrumb, button, category, line};
use crate::query::offer::Offer;
use maud::{Markup, html};
use registration::form::MAX_ATTENDEES;
use registration::form::people::SHOWN_SELF;
use web::Faults;
use web::form::Form;
use web::layout::module;

/// What the form shows.
pub struct RegisterPage<'a> {
    pub typed: &'a Typed,
    pub faults: &'a Faults,
    pub offers: &'a [Offer],
    pub asked: &'a Asked,
    /// A sentence above the form: that the last places were taken just now.
    pub notice: Option<String>,
    /// Opened, not sent back: a script may fill in what it kept.
    pub fresh: bool,
}

/// The field that names places that are held from the waiting list.
const HELD: &str = "offer";

impl RegisterPage<'_> {
    /// For places from the waiting list: never more people than it began with.
    fn is_held(&self) -> bool {
        self.typed.people.fields.has(HELD)
    }

    /// The most people that can be typed.
    fn most(&self) -> usize {
        let held = self.typed.people.fields.get(HELD);
        held.rsplit('.').next().and_then(|n| n.parse().ok()).unwrap_or(MAX_ATTENDEES).min(MAX_ATTENDEES)
    }
}

/// The form, or why there is none.
pub fn main(scene: Scene, page: &RegisterPage) -> Markup {
    let form = Form::new(scene.words, &page.typed.people.fields, page.faults);
    let slug = &scene.congress.slug;
    html! {
        (head(scene, &scene.t("portal-register-lead")))
        form."wrap split page-end" method="post" action=(address::Register::new(slug).path()) enctype="multipart/form-data" novalidate
            data-register=(slug) data-fresh[page.fresh] {
            // The first button of a form is what the enter key presses.
            button.kern-sr-only type="submit" name="action" value="place" tabindex="-1" aria-hidden="true" { (scene.t("portal-place-free")) }
            (form.hidden("placement"))
            @if page.is_held() { (form.hidden(HELD)) }
            @if !page.typed.link().is_empty() { (form.hidden(LINK)) }
            @if page.typed.people.has_buyer() { (form.hidden(SHOWN_SELF)) }
            div."stack stack--l" {
                @if let Some(notice) = &page.notice { (told(scene, page, notice)) }
                (form.summary())
                (buyer::section(scene, form, page))
                (buyer::person(scene, form, page))
                (people(scene, form, page))
                (voucher::section(scene, form, page))
                (consent::section(scene, form))
                (summary::place(scene, page))
            }
            (summary::aside(scene, page))
        }
        (summary::bar(scene, page))
        (module("register.js"))
    }
}

/// Nobody can register: when they can, or where they find what they have.
pub fn closed(scene: Scene, sentence: &str, offers: &[Offer]) -> Markup {
    html! {
        (head(scene, sentence))
        div."wrap page-end stack" {
            @if offers.iter().any(|offer| offer.waitable) {
                div { (button("primary", &address::WaitingList::new(&scene.congress.slug).path(), &scene.t("waiting-to-list"))) }
            }
            p { a href=(address::Congress::new(&scene.congress.slug).path()) { (scene.t("portal-to-congress")) } }
        }
    }
}

fn head(scene: Scene, lead: &str) -> Markup {
    let home = address::Congress::new(&scene.congress.slug).path();
    html! {
        div."wrap band--tight" {
            (breadcrumb(scene.words, &home, &scene.t("portal-congress"), &scene.t("portal-register")))
            h1.kern-heading-x-large { (scene.t("portal-register")) }
            p.measure { (lead) }
        }
    }
}

/// A sentence above the form; below it, where one waits for a ticket that somebody has chosen and that is gone.
fn told(scene: Scene, page: &RegisterPage, notice: &str) -> Markup {
    let chosen = |slug: &str| page.typed.categories().any(|chosen| chosen == slug);
    let gone = page.offers.iter().find(|offer| offer.waitable && chosen(offer.slug()));
    html! {
        div.stack."stack--s" role="alert" {
            (line("warning", notice))
            @if let Some(offer) = gone { p { (category::waiting(scene, offer)) } }
        }
    }
}

/// What there is no more of, by name, and where one waits for it: the select has only what can be had.
fn sold_out(scene: Scene, page: &RegisterPage) -> Markup {
    let gone: Vec<&Offer> = page.offers.iter().filter(|offer| offer.is_sold_out()).collect();
    html! {
        @if !gone.is_empty() {
            ul."plain-list stack stack--s" data-sold-out {
                @for offer in gone {
                    li {
                        (scene.with("portal-register-sold-out", &[("category", offer.name(scene.words.language()).into())]))
                        @if offer.waitable { " " (category::waiting(scene, offer)) }
                    }
                }
            }
        }
    }
}

fn people(scene: Scene, form: Form, page: &RegisterPage) -> Markup {
    html! {
        section.form-section aria-labelledby="personen" {
            h2.kern-heading-medium #personen { "3. " (scene.t("portal-register-people")) }
            p.muted { (scene.t("portal-register-people-hint")) }
            (sold_out(scene, page))
            div."stack stack--none" data-attendees data-max=(page.most()) {
                @for n in 1..=page.typed.people.count { (attendee::fieldset(scene, form, page, n)) }
            }
            (question::update(scene, page))
            @if page.typed.people.count < page.most() {
                div {
                    button."kern-btn kern-btn--secondary" type="submit" name="action" value="add" {
                        span."kern-icon kern-icon--add" aria-hidden="true" {}
                        span.kern-label { (scene.t("portal-register-add")) }
                    }
                }
            }
            (colleagues::section(scene, form, page))
            (colleagues::later(scene, form, page))
        }
    }
}
