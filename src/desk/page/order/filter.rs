//! What a list of orders is asked for.

use crate::form::list::{Asked, day_name};
use crate::form::order::OrderSearch;
use crate::page::chip::{Chip, chips};
use crate::page::list::{choice, day, query};
use crate::page::state::{of_order, source};
use crate::query::order::OrderList;
use maud::{Markup, html};
use payment::query::owed::Owed;
use registration::entity::order::{Source, State};
use sea_orm::{ActiveEnum, Iterable};
use web::Visit;
use web::layout::text;

pub(super) fn filter(visit: &Visit, slug: &str, list: &OrderList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    let all = words.t("desk-filter-all");
    let categories: Vec<(String, Markup)> =
        list.categories.iter().map(|(slug, name)| (slug.clone(), text(visit, name))).collect();
    let sources: Vec<(String, Markup)> =
        Source::iter().map(|one| (one.to_value(), html! { (source(words, one)) })).collect();
    let owed: Vec<(String, Markup)> = Owed::ALL
        .iter()
        .map(|one| (one.name().to_owned(), html! { (words.t(&format!("desk-money-owed-{}", one.name()))) }))
        .collect();
    let chosen = search.source.map(|source| source.to_value()).unwrap_or_default();
    html! {
        form."panel kern-level-2" action=(address::desk::Orders::new(slug).path()) aria-label=(words.t("desk-filter")) {
            div.filters {
                (query(&words.t("desk-filter-query"), &search.query))
                (choice("category", &words.t("desk-filter-category"), &all, &categories, &search.category))
                (choice("money", &words.t("desk-filter-money"), &all, &owed, search.money.map(Owed::name).unwrap_or_default()))
                (choice("test", &words.t("desk-test-orders"), &words.t("desk-test-without"), &[("yes".to_owned(), html! { (words.t("desk-test-only")) })], if search.test { "yes" } else { "" }))
                (choice("source", &words.t("desk-filter-source"), &all, &sources, &chosen))
                (day("from", &words.t("desk-filter-from"), &day_name(search.from)))
                (day("until", &words.t("desk-filter-until"), &day_name(search.until)))
                @if let Some(state) = search.state { input type="hidden" name="state" value=(state.to_value()); }
                @for (name, value) in search.pairs() {
                    @if name == "sort" && !value.is_empty() { input type="hidden" name="sort" value=(value); }
                }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            (chips(words, &words.t("desk-filter-state"), &states(visit, slug, list)))
        }
    }
}

/// All, and each state that there is.
fn states(visit: &Visit, slug: &str, list: &OrderList) -> Vec<Chip> {
    let words = visit.words;
    let search: &OrderSearch = &list.search;
    let chip = |word: String, count: i64, state: Option<State>| Chip {
        word,
        count,
        path: search.with_state(state).path(slug),
        current: search.state == state,
    };
    let there = State::iter().filter(|state| list.count(*state) > 0 || search.state == Some(*state));
    let each = there.map(|state| chip(of_order(words, state).1, list.count(state), Some(state)));
    std::iter::once(chip(words.t("desk-filter-all"), list.all(), None)).chain(each).collect()
}
