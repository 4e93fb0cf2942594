//! What there is to say of a category, a page each.

use crate::form::settings::About;
use address::settings as at;
use maud::{Markup, html};
use web::Visit;

/// Leads from one page of a category to the others. A new one has none yet.
pub fn sections(visit: &Visit) -> Markup {
    let path = visit.path.split('?').next().unwrap_or_default();
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    let all = at::Categories::new(slug).path();
    let Some(id) = path.strip_prefix(&all).and_then(|rest| rest.trim_start_matches('/').split('/').next()) else {
        return Markup::default();
    };
    if id == "new" {
        return Markup::default();
    }
    let pages = [
        (at::Category::new(slug, id).path(), "desk-category-page-basics"),
        (at::CategoryPrices::new(slug, id).path(), "desk-category-page-prices"),
        (at::CategoryAccess::new(slug, id).path(), "desk-category-page-access"),
    ];
    html! {
        nav aria-label=(visit.words.t("desk-category-pages")) {
            ul."tabs cluster cluster--s plain-list" {
                @for (to, word) in &pages {
                    li { a.topic-chip href=(to) aria-current=[(to == path).then_some("page")] { (visit.words.t(word)) } }
                }
            }
        }
    }
}

/// The secret link, and the button that ends it.
pub fn link(visit: &Visit, about: &About) -> Markup {
    let words = visit.words;
    let Some(secret) = &about.secret else { return Markup::default() };
    html! {
        section."panel kern-level-2" aria-labelledby="link" {
            div.panel__head { h2.kern-heading-small #link { (words.t("desk-access-link")) } }
            p.measure { (words.t("desk-access-link-meaning")) }
            p.code { (secret.url) }
            form method="post" action=(secret.renewal) {
                input type="hidden" name="generation" value=(secret.generation);
                button."kern-btn kern-btn--secondary" type="submit" {
                    span.kern-label { (words.t("desk-access-link-renew")) }
                }
                p."fine muted" { (words.t("desk-access-link-renew-meaning")) }
            }
        }
    }
}
