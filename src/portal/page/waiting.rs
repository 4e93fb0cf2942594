//! The waiting list: joining it, the page of who waits, and what they can do there.

use crate::form::waiting::CHOICES;
use crate::page::{Scene, breadcrumb, button, line};
use crate::query::offer::Offer;
use crate::query::waiting::WaitingPage;
use congress::entity::waiting::State;
use maud::{Markup, html};
use registration::query::waiting::OfferView;
use ticketing::entity::category;
use web::form::{Form, Seen};
use web::{Faults, Fields};

/// A form as it is shown.
pub struct Sheet<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// A sentence above the form.
    pub notice: Option<String>,
    /// What a change was shown with.
    pub seen: Option<Seen>,
}

/// Joining. `most`: how many can be waited for together.
pub fn ask(scene: Scene, sheet: &Sheet, offers: &[Offer], (most, hours): (i32, i32)) -> Markup {
    let home = address::Congress::new(&scene.congress.slug).path();
    let form = Form::new(scene.words, sheet.fields, sheet.faults);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &home, &scene.t("portal-congress"), &scene.t("waiting-title")))
            h1.kern-heading-x-large { (scene.t("waiting-title")) }
            @let gone: Vec<String> = offers.iter().map(|offer| scene.with("waiting-lead-ticket", &[("category", offer.name(scene.words.language()).into())])).collect();
            p.measure { (scene.with("waiting-lead", &[("tickets", gone.join(", ").into())])) }
            (what_happens(scene, hours))
            form."stack stack--l" method="post" action=(address::WaitingList::new(&scene.congress.slug).path()) novalidate {
                @if let Some(notice) = &sheet.notice { div role="alert" { (line("warning", notice)) } }
                (form.summary())
                (form.once())
                (wish(scene, form, offers, most))
                (contact(scene, form))
                p."fine muted" { (scene.t("waiting-data")) }
                div.cluster {
                    (form.submit(&scene.t("waiting-join")))
                    (button("tertiary", &home, &scene.t("portal-back")))
                }
            }
        }
    }
}

/// How it goes on, in three sentences.
fn what_happens(scene: Scene, hours: i32) -> Markup {
    html! {
        ol.stack."stack--s".measure {
            li { (scene.t("waiting-step-mail")) }
            li { (scene.with("waiting-step-offer", &[("hours", hours.into())])) }
            li { (scene.t("waiting-step-group")) }
        }
    }
}

fn wish(scene: Scene, form: Form, offers: &[Offer], most: i32) -> Markup {
    let name = |offer: &Offer| {
        let name = offer.view.category.name.in_language(scene.words.language());
        (offer.slug().to_owned(), format!("{name}, {}", scene.price(&offer.price())))
    };
    let names: Vec<(String, String)> = offers.iter().map(name).collect();
    let most_hint = scene.with("waiting-count-hint", &[("max", most.into())]);
    html! {
        section.form-section aria-labelledby="wunsch" {
            h2.kern-heading-medium #wunsch { (scene.t("waiting-wish")) }
            (form.input("count", &scene.t("waiting-count")).hint(&most_hint).digits().required())
            (form.select("choice-1", &scene.t("waiting-choice")).options(names.clone()))
            @for n in 2..=CHOICES.min(names.len()) {
                @let (field, label) = (format!("choice-{n}"), scene.t(if n == 2 { "waiting-choice-second" } else { "waiting-choice-third" }));
                (form.select(&field, &label).option("", scene.t("waiting-choice-none")).options(names.clone()))
            }
        }
    }
}

fn contact(scene: Scene, form: Form) -> Markup {
    html! {
        section.form-section aria-labelledby="kontakt" {
            h2.kern-heading-medium #kontakt { (scene.t("waiting-contact")) }
            div.form-grid {
                (form.input("name", &scene.t("portal-name")).autocomplete("name").required())
                (form.input("email", &scene.t("portal-email")).email().autocomplete("email").required())
                (form.input("organisation", &scene.t("portal-organisation")).autocomplete("organization").optional().whole())
            }
        }
    }
}

/// Nobody can join, or nothing is sold out.
pub fn closed(scene: Scene, sentence: &str) -> Markup {
    let home = address::Congress::new(&scene.congress.slug).path();
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &home, &scene.t("portal-congress"), &scene.t("waiting-title")))
            h1.kern-heading-x-large { (scene.t("waiting-title")) }
            p.measure { (sentence) }
            p { a href=(home) { (scene.t("portal-to-congress")) } }
        }
    }
}

/// After joining: the same whether somebody stood there already or not.
pub fn sent(scene: Scene) -> Markup {
    let home = address::Congress::new(&scene.congress.slug).path();
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            h1.kern-heading-x-large { (scene.t("waiting-sent")) }
            (line("success", &scene.t("waiting-sent-line")))
            p.measure { (scene.t("waiting-sent-known")) }
            p.measure { (scene.t("waiting-sent-missing")) }
            p { a href=(home) { (scene.t("portal-to-congress")) } }
        }
    }
}

/// The addresses behind a link.
pub struct Paths<'a> {
    pub slug: &'a str,
    pub id: &'a str,
    pub secret: &'a str,
}

impl Paths<'_> {
    pub fn page(&self) -> String {
        address::Waiting::new(self.slug, self.id, self.secret).path()
    }

    fn change(&self) -> String {
        address::WaitingChange::new(self.slug, self.id, self.secret).path()
    }

    fn acceptance(&self) -> String {
        address::WaitingAcceptance::new(self.slug, self.id, self.secret).path()
    }

    fn refusal(&self) -> String {
        address::WaitingRefusal::new(self.slug, self.id, self.secret).path()
    }

    fn leave(&self) -> String {
        address::WaitingLeave::new(self.slug, self.id, self.secret).path()
    }

    fn come_back(&self) -> String {
        address::WaitingReturn::new(self.slug, self.id, self.secret).path()
    }

    fn mail(&self) -> String {
        address::WaitingMail::new(self.slug, self.id, self.secret).path()
    }
}

/// The page of somebody who waits. `once`: drawn for it, so that a mail that is asked for twice goes once.
pub fn show(scene: Scene, page: &WaitingPage, here: &Paths, request: &str) -> Markup {
    let row = &page.view.row;
    let offer = page.offer(scene.now);
    html! {
        div."wrap band--tight stack" {
            div {
                p.muted { (scene.t("waiting-title")) ", " (scene.with("waiting-since", &[("date", scene.words.date(row.joined_at, scene.zone()).into())])) }
                h1.kern-heading-x-large { (heading(scene, page)) }
            }
            @match offer {
                Some(offer) => { (of_offer(scene, offer, here)) }
                None => { (standing(scene, page)) }
            }
            @if page.can_return() {
                form method="post" action=(here.come_back()) {
                    button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (scene.t("waiting-return")) } }
                }
            }
        }
        div."wrap split band--tight" {
            section.stack aria-labelledby="wunsch" {
                h2.kern-heading-large #wunsch { (scene.t("waiting-wish")) }
                dl."key-values key-values--start" {
                    div { dt { (scene.t("waiting-count")) } dd { (scene.words.number(row.n.into())) } }
                    div { dt { (scene.t("waiting-choices")) } dd { (choices(scene, &page.view.choices)) } }
                    div { dt { (scene.t("portal-name")) } dd dir="auto" { (row.name) } }
                    div { dt { (scene.t("portal-email")) } dd dir="auto" { (page.view.address) } }
                    @if !row.organisation.is_empty() { div { dt { (scene.t("portal-organisation")) } dd dir="auto" { (row.organisation) } } }
                }
                @if page.is_active() && page.open.is_some() {
                    div { (button("secondary", &here.change(), &scene.t("waiting-change"))) }
                }
            }
            aside."split__aside stack stack--l" {
                section."stack stack--s" aria-labelledby="regeln" {
                    h2.kern-heading-small #regeln { (scene.t("waiting-rules")) }
                    p { (scene.t("waiting-step-group")) }
                    p { (scene.t("waiting-rule-order")) }
                }
                @if page.is_active() {
                    section."stack stack--s" aria-labelledby="mehr" {
                        h2.kern-heading-small #mehr { (scene.t("waiting-more")) }
                        form method="post" action=(here.mail()) {
                            input type="hidden" name="request" value=(request);
                            button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("waiting-mail")) } }
                        }
                        div { (button("secondary kern-btn--danger", &here.leave(), &scene.t("waiting-leave"))) }
                        p."fine muted" { (scene.t("waiting-link")) }
                    }
                }
            }
        }
    }
}

fn heading(scene: Scene, page: &WaitingPage) -> String {
    let row = &page.view.row;
    if page.offer(scene.now).is_some() {
        return scene.t("waiting-heading-offer");
    }
    scene.t(match row.state {
        State::Waiting => "waiting-heading-waiting",
        // Its time is over, and the next run says so.
        State::Offered | State::Expired => "waiting-heading-expired",
        State::Taken => "waiting-heading-taken",
        State::Declined => "waiting-heading-declined",
        State::Left => "waiting-heading-left",
        State::Removed => "waiting-heading-removed",
        State::Closed => "waiting-heading-closed",
    })
}

/// How it stands, in a sentence or two.
fn standing(scene: Scene, page: &WaitingPage) -> Markup {
    let row = &page.view.row;
    match row.state {
        State::Waiting => html! {
            p.measure {
                strong { (scene.with("waiting-position", &[("position", (page.ahead.entries + 1).into())])) } " "
                @if page.ahead.entries > 0 {
                    (scene.with("waiting-ahead", &[("entries", page.ahead.entries.into()), ("places", page.ahead.places.into())]))
                } @else { (scene.t("waiting-next")) }
            }
            @if row.gathering_since.is_some() { (line("info", &scene.t("waiting-gathering"))) }
            @if row.least > 1 { p."measure muted" { (scene.with("waiting-least", &[("count", row.least.into())])) } }
            @if page.open.is_none() { (line("warning", &scene.t("waiting-paused"))) }
        },
        State::Offered | State::Expired => line("warning", &scene.t("waiting-standing-expired")),
        State::Taken => line("success", &scene.t("waiting-standing-taken")),
        State::Declined => line("info", &scene.t("waiting-standing-declined")),
        State::Left => line("info", &scene.t("waiting-standing-left")),
        State::Removed => line("info", &scene.t("waiting-standing-removed")),
        State::Closed => line("info", &scene.t("waiting-standing-closed")),
    }
}

fn choices(scene: Scene, choices: &[category::Model]) -> Markup {
    html! {
        @for (n, category) in choices.iter().enumerate() {
            @if n > 0 { ", " (scene.t("waiting-or")) " " }
            (scene.text(&category.name))
        }
    }
}

/// What is offered, until when, and the two answers.
fn of_offer(scene: Scene, view: &OfferView, here: &Paths) -> Markup {
    let offer = &view.offer;
    let price = scene.price(&view.price(scene.now));
    html! {
        (line("success", &scene.with("waiting-offer-line", &[
            ("count", offer.n.into()),
            ("until", scene.words.date_time(offer.ends_at, scene.zone()).into()),
        ])))
        dl."key-values key-values--start" {
            div { dt { (scene.t("portal-ticket")) } dd { (scene.text(&view.category.name)) } }
            div { dt { (scene.t("waiting-price")) } dd { (price) } }
        }
        @if offer.partial { p.measure { (scene.t("waiting-offer-partial")) } }
        @else if offer.n > 1 { p.measure { (scene.t("waiting-offer-fewer")) } }
        div.cluster {
            (button("primary", &here.acceptance(), &scene.t("waiting-accept")))
            (button("tertiary", &here.refusal(), &scene.t("waiting-refuse")))
        }
    }
}

/// Changing what is waited for, or how one is reached.
pub fn change(scene: Scene, sheet: &Sheet, offers: &[Offer], most: i32, here: &Paths) -> Markup {
    let form = Form::new(scene.words, sheet.fields, sheet.faults);
    let back = here.page();
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &back, &scene.t("portal-back"), &scene.t("waiting-change")))
            h1.kern-heading-x-large { (scene.t("waiting-change")) }
            p.measure { (scene.t("waiting-change-lead")) }
            form."stack stack--l" method="post" action=(here.change()) novalidate {
                @if let Some(notice) = &sheet.notice { div role="alert" { (line("warning", notice)) } }
                (form.summary())
                @if let Some(seen) = &sheet.seen { (form.seen(seen)) }
                (wish(scene, form, offers, most))
                (contact(scene, form))
                div.cluster {
                    (form.submit(&scene.t("waiting-save")))
                    (button("tertiary", &back, &scene.t("portal-keep")))
                }
            }
        }
    }
}

/// The page before a button that ends something.
pub struct Confirm<'a> {
    pub title: &'a str,
    pub lead: &'a str,
    pub submit: &'a str,
    /// What goes along.
    pub hidden: Option<(&'a str, String)>,
}

/// Asks before it is done.
pub fn confirm(scene: Scene, action: &str, back: &str, about: &Confirm) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), about.title))
            h1.kern-heading-x-large { (about.title) }
            p.measure { (about.lead) }
            form.cluster method="post" action=(action) {
                @if let Some((name, value)) = &about.hidden { input type="hidden" name=(name) value=(value); }
                button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (about.submit) } }
                (button("tertiary", back, &scene.t("portal-back")))
            }
        }
    }
}
