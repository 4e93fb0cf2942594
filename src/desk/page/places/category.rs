//! What is left of each category, and which of its quotas limits it.

use crate::form::list::Asked;
use crate::form::order::OrderSearch;
use crate::query::places::CategoryPlaces;
use base::Permission::OrdersRead;
use maud::{Markup, html};
use ticketing::query::QuotaView;
use web::Visit;
use web::layout::text;

pub(super) fn panel(visit: &Visit, categories: &[CategoryPlaces]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="categories" {
            div.panel__head { h2.kern-heading-small #categories { (words.t("desk-places-categories")) } }
            ul.row-list { @for places in categories { (line(visit, places)) } }
        }
    }
}

fn line(visit: &Visit, places: &CategoryPlaces) -> Markup {
    let words = visit.words;
    let category = &places.view.category;
    let people = words.with("desk-places-people", &[("count", places.holders.into())]);
    let congress = visit.congress.as_ref().filter(|_| places.holders > 0 && visit.may(OrdersRead));
    let search = OrderSearch { category: category.slug.clone(), ..OrderSearch::default() };
    html! {
        li {
            div."cluster cluster--between" {
                strong { (text(visit, &category.name)) }
                @match congress {
                    Some(congress) => {
                        a.number href=(search.path(&congress.slug)) {
                            (people) span.kern-sr-only { ", " (category.name.in_language(visit.language)) }
                        }
                    }
                    None => { span.number { (people) } }
                }
            }
            (left(visit, places))
        }
    }
}

/// How many are left and which quota says so; the others that it needs a place of below.
fn left(visit: &Visit, places: &CategoryPlaces) -> Markup {
    let words = visit.words;
    let Some(scarcest) = places.view.scarcest() else { return html! { p { (words.t("desk-tile-unlimited")) } } };
    let told = |quota: &QuotaView| {
        let free = quota.free().map_or_else(
            || words.t("desk-tile-unlimited"),
            |free| words.with("desk-tile-free", &[("free", free.into())]),
        );
        words.with("desk-places-also", &[("quota", (&quota.name).into()), ("free", free.into())])
    };
    let others: Vec<String> = places.view.quotas.iter().filter(|quota| quota.id != scarcest.id).map(told).collect();
    let limit = [("free", scarcest.free().unwrap_or(0).into()), ("quota", (&scarcest.name).into())];
    html! {
        p { (words.with("desk-places-limited", &limit)) }
        @if !others.is_empty() { span.sub { (others.join(" · ")) } }
    }
}
