//! What there is to say of a category, a page each.

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
