//! Places that are held for partners: all of them, a new one, one with who was named.

use super::timeline::{told, when};
use crate::query::timeline::Timeline;
use crate::service::export::Reader;
use base::{Language, Text, Uuid};
use locale::Words;
use maud::{Markup, html};
use registration::query::contingent::ContingentView;
use store::event::Line;
use web::form::{Form, Seen};
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// All of a congress.
pub fn list(visit: &Visit, all: &[ContingentView]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-contingents");
    let slug = slug(visit);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-contingents-lead")) }
            }
            a."kern-btn kern-btn--primary" href=(address::desk::NewContingent::new(slug).path()) {
                span.kern-label { (words.t("desk-contingent-new")) }
            }
        }
        section."panel kern-level-2" aria-label=(title) {
            @if all.is_empty() { p.muted { (words.t("desk-contingents-none")) } }
            @else { (table(visit, all)) }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn table(visit: &Visit, all: &[ContingentView]) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="group" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.t("desk-contingents")) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-contingent-partner")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-category")) }
                        th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-contingent-used")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-contingent-until")) }
                    }
                }
                tbody.kern-table__body {
                    @for view in all {
                        tr.kern-table__row {
                            th.kern-table__header scope="row" {
                                a href=(path(visit, view)) { (view.partner) }
                                span."sub narrow-only" { (text(visit, &view.category.name)) ", " (until(visit, view)) }
                            }
                            td."kern-table__cell wide-only" { (text(visit, &view.category.name)) }
                            td."kern-table__cell kern-table__cell--numeric" { (used(words, view)) }
                            td."kern-table__cell wide-only" { (until(visit, view)) }
                        }
                    }
                }
            }
        }
    }
}

fn used(words: Words, view: &ContingentView) -> String {
    words.with(
        "desk-contingent-used-of",
        &[("used", (view.places.len() - view.free()).into()), ("places", view.places.len().into())],
    )
}

fn until(visit: &Visit, view: &ContingentView) -> String {
    match view.row.ended_at {
        Some(at) => visit.words.with("desk-contingent-ended", &[("date", visit.words.date(at, visit.zone()).into())]),
        None => visit.words.date_time(view.row.valid_until, visit.zone()),
    }
}

fn slug(visit: &Visit) -> &str {
    visit.congress.as_ref().map_or("", |congress| &congress.slug)
}

fn path(visit: &Visit, view: &ContingentView) -> String {
    address::desk::Contingent::new(slug(visit), view.row.id).path()
}

/// A new one. `choices`: partners, and categories by their short names.
pub fn new(
    visit: &Visit,
    fields: &Fields,
    faults: &Faults,
    partners: &[(Uuid, String)],
    categories: &[(String, Text)],
) -> Markup {
    let words = visit.words;
    let title = words.t("desk-contingent-new");
    let form = Form::new(words, fields, faults);
    let choose = || words.t("desk-hand-choose");
    let partners = partners.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let categories = categories.iter().map(|(slug, name)| (slug.clone(), name.in_language(visit.language).to_owned()));
    let main = html! {
        (head(visit, &title))
        form."panel kern-level-2 measure" method="post" novalidate {
            (form.summary())
            (form.once())
            (form.select("partner", &words.t("desk-contingent-partner")).option("", choose()).options(partners).hint(&words.t("desk-contingent-partner-hint")).required())
            (form.select("category", &words.t("desk-field-category")).option("", choose()).options(categories).required())
            (price(words, form))
            (inputs(words, form))
            (super::billing::inputs(words, form, "desk-contingent-billing-hint"))
            (form.submit(&words.t("desk-contingent-make")))
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn head(visit: &Visit, title: &str) -> Markup {
    html! {
        div.section-head {
            div {
                p.fine { a href=(address::desk::Contingents::new(slug(visit)).path()) { (visit.words.t("desk-contingents")) } }
                h1.kern-heading-large dir="auto" { (title) }
            }
        }
    }
}

fn price(words: Words, form: Form) -> Markup {
    html! { (form.input("price", &words.t("desk-contingent-price")).hint(&words.t("desk-contingent-price-hint")).optional()) }
}

fn inputs(words: Words, form: Form) -> Markup {
    let languages = Language::ALL.map(|language| (language.to_string(), Words::new(language).t("web-language-name")));
    html! {
        (form.input("places", &words.t("desk-contingent-places")).digits().required())
        (form.input("until", &words.t("desk-contingent-until")).moment().hint(&words.t("desk-contingent-until-hint")).required())
        (form.input("contact-name", &words.t("desk-contingent-contact")).autocomplete("off").required())
        (form.input("email", &words.t("desk-field-mailbox")).email().autocomplete("off").required())
        (form.select("language", &words.t("desk-field-language")).options(languages))
    }
}

/// One, as it stands.
pub struct ContingentPage<'a> {
    pub view: &'a ContingentView,
    /// The whole address of the partner's page.
    pub link: String,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub seen: Seen,
    pub history: &'a [Line],
}

/// The whole page.
pub fn show(visit: &Visit, page: &ContingentPage) -> Markup {
    let (words, view) = (visit.words, page.view);
    let form = Form::new(words, page.fields, page.faults);
    let own = path(visit, view);
    let open = view.row.ended_at.is_none();
    let main = html! {
        (head(visit, &view.partner))
        section."panel kern-level-2" aria-labelledby="state" {
            h2.kern-heading-small #state { (used(words, view)) }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-category")) } dd { (text(visit, &view.category.name)) } }
                div { dt { (words.t("desk-contingent-price")) } dd { (super::money::amount(words, &view.price())) } }
                div { dt { (words.t("desk-contingent-until")) } dd { (until(visit, view)) } }
                @if let Some(code) = &view.order {
                    div { dt { (words.t("desk-order-word")) } dd { a.code href=(address::desk::Order::new(slug(visit), code).path()) { (code) } } }
                }
                @if open { div { dt { (words.t("desk-contingent-page")) } dd dir="auto" { a href=(page.link) { (page.link) } } } }
            }
            @if view.named().next().is_some() {
                ul.row-list { @for (_, attendee) in view.named() {
                    li."cluster cluster--between" {
                        span dir="auto" { (attendee.name()) " " span.muted { (attendee.address) } }
                        @let (tone, word) = super::state::of_attendee(words, attendee.attendee.state);
                        (super::state::state(tone, &word, ""))
                    }
                } }
            }
        }
        @if open {
            form."panel kern-level-2 measure" method="post" action=(own) novalidate {
                h2.kern-heading-small { (words.t("desk-contingent-change")) }
                (form.summary())
                (form.seen(&page.seen))
                @let fixed = view.is_price_fixed();
                @if !fixed || form.faults.has("price") { (price(words, form)) }
                @else { p."fine muted" { (words.t("desk-contingent-price-fixed")) } }
                (inputs(words, form))
                @if !fixed { (super::billing::inputs(words, form, "desk-contingent-billing-hint")) }
                @else if view.row.price_cents > 0 { p.fine { (words.t("desk-contingent-billing-order")) } }
                (form.submit(&words.t("desk-hand-save")))
            }
            section."panel kern-level-2" aria-labelledby="end" {
                h2.kern-heading-small #end { (words.t("desk-contingent-end-title")) }
                p.measure { (words.with("desk-contingent-end-lead", &[("count", view.free().into())])) }
                div.cluster {
                    form method="post" action={ (own) "/link" } {
                        input type="hidden" name="generation" value=(view.row.link_generation);
                        button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-contingent-new-link")) } }
                    }
                    a."kern-btn kern-btn--secondary kern-btn--danger" href={ (own) "/end" } { span.kern-label { (words.t("desk-contingent-end")) } }
                }
            }
        }
        (history(visit, page.history))
    };
    desk_page(visit, Section::Orders, &view.partner, main)
}

/// What ending it means, and whether it is meant.
pub fn end(visit: &Visit, view: &ContingentView) -> Markup {
    let words = visit.words;
    let title = words.with("desk-contingent-end-of", &[("partner", (&view.partner).into())]);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(path(visit, view)) dir="auto" { (view.partner) } }
                h1.kern-heading-large dir="auto" { (title) }
            }
        }
        @if view.row.ended_at.is_some() {
            section."panel kern-level-2" { p { (until(visit, view)) } }
        } @else {
            form."panel kern-level-2 measure" method="post" {
                p { (words.with("desk-contingent-end-lead", &[("count", view.free().into())])) }
                p { (words.t("desk-contingent-end-for-good")) }
                div.cluster {
                    button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (words.t("desk-contingent-end")) } }
                    a."kern-btn kern-btn--tertiary" href=(path(visit, view)) { span.kern-label { (words.t("desk-hand-keep")) } }
                }
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn history(visit: &Visit, lines: &[Line]) -> Markup {
    let names = Timeline::default();
    html! {
        section."panel kern-level-2" aria-labelledby="history" {
            h2.kern-heading-small #history { (visit.words.t("desk-history")) }
            ol.timeline {
                @for line in lines {
                    @let told = told(Reader::of(visit), &names, &[], line);
                    li {
                        span dir="auto" { (told.sentence) }
                        @for detail in &told.details { span.sub dir="auto" { (detail) } }
                        (when(visit, line))
                    }
                }
            }
        }
    }
}
