//! The public site of a congress, and the pages behind a personal link.

use super::document::{Document, icon, language_switch, pending, wordmark};
use crate::visit::{CongressHead, Phase, Visit};
use maud::{Markup, html};

/// A page for everyone. `main` stands inside `<main>`; it brings its own `.wrap`s and its `<h1>`.
pub fn public_page(visit: &Visit, title: &str, main: Markup) -> Markup {
    public_page_with(visit, title, html! {}, main)
}

/// The same with more in `<head>`.
pub fn public_page_with(visit: &Visit, title: &str, head: Markup, main: Markup) -> Markup {
    let Some(congress) = &visit.congress else { return super::plain_page(visit, title, main) };
    let body = html! {
        (header(visit, congress))
        main #inhalt {
            div.wrap { (pending(visit)) }
            (main)
        }
        (footer(visit, congress))
    };
    Document { title, class: "", dark: false, head }.render(visit, body)
}

/// What the menu leads to: word and address, what exists and no more.
fn entries(visit: &Visit, congress: &CongressHead) -> Vec<(String, String)> {
    let home = address::Congress::new(&congress.slug).path();
    let mut entries = vec![];
    if congress.programme {
        entries.push((visit.words.t("web-menu-programme"), address::programme::Programme::new(&congress.slug).path()));
    }
    if congress.arrival {
        entries.push((visit.words.t("web-menu-arrival"), format!("{home}#ort")));
    }
    if congress.projects {
        entries.push((visit.words.t("web-menu-projects"), address::Projects::new(&congress.slug).path()));
    }
    if congress.network {
        entries.push((visit.words.t("web-menu-network"), address::networking::Network::new(&congress.slug).path()));
    }
    if congress.calls {
        entries.push((visit.words.t("web-menu-calls"), address::call::Calls::new(&congress.slug).path()));
    }
    if congress.state != Phase::Over && congress.bookable {
        entries.push((visit.words.t("web-menu-register"), address::Register::new(&congress.slug).path()));
    }
    entries
}

fn header(visit: &Visit, congress: &CongressHead) -> Markup {
    let entries = entries(visit, congress);
    let here = visit.path.split('?').next().unwrap_or_default();
    let list = html! {
        ul {
            @for (word, path) in &entries {
                li { a href=(path) aria-current=[(path == here).then_some("page")] { (word) } }
            }
        }
    };
    html! {
        header.site-header {
            div.wrap.site-header__row {
                a.wordmark href=(address::Congress::new(&congress.slug).path()) {
                    (wordmark(congress))
                    small {
                        (days(visit, congress))
                        @if !congress.place.is_empty() { " · " (super::text(visit, &congress.place)) }
                    }
                }
                nav."site-nav site-nav--bar" aria-label=(visit.words.t("web-menu-main")) { (list) }
                div.site-header__end {
                    (language_switch(visit))
                    nav."site-nav site-nav--menu" aria-label=(visit.words.t("web-menu-main")) {
                        details {
                            summary.menu-button { (icon("menu")) (visit.words.t("web-menu")) }
                            (list)
                        }
                    }
                }
            }
        }
    }
}

fn footer(visit: &Visit, congress: &CongressHead) -> Markup {
    html! {
        footer.site-footer {
            div.wrap.stack {
                p.wordmark { (wordmark(congress)) }
                p."muted measure" { (super::text(visit, &congress.host)) }
                ul {
                    li { a href=(address::News::new(&congress.slug).path()) { (visit.words.t("web-footer-news")) } }
                    @for (slug, title) in &congress.pages {
                        li { a href=(address::Page::new(&congress.slug, slug).path()) { (super::text(visit, title)) } }
                    }
                }
            }
        }
    }
}

/// "11. März 2027", or from when to when.
fn days(visit: &Visit, congress: &CongressHead) -> String {
    let (words, zone) = (visit.words, congress.zone);
    let day = |at: base::Time| at.with_timezone(&zone).date_naive();
    if day(congress.starts_at) == day(congress.ends_at) {
        words.date(congress.starts_at, zone)
    } else {
        words.span(congress.starts_at, congress.ends_at, zone)
    }
}
