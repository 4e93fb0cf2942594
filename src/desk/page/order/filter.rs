//! What a list of orders is asked for.

use crate::form::order::OrderSearch;
use crate::page::chip::{Chip, chips};
use crate::page::state::of_order;
use crate::query::order::OrderList;
use maud::{Markup, html};
use registration::entity::order::State;
use sea_orm::{ActiveEnum, Iterable};
use web::Visit;
use web::layout::text;

pub(super) fn filter(visit: &Visit, slug: &str, list: &OrderList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    html! {
        form."panel kern-level-2" action=(address::desk::Orders::new(slug).path()) aria-label=(words.t("desk-filter")) {
            div.filters {
                div.kern-form-input {
                    label.kern-label for="q" { (words.t("desk-filter-query")) }
                    input.kern-form-input__input #q name="q" type="search" autocomplete="off" value=(search.query);
                }
                div.kern-form-input {
                    label.kern-label for="category" { (words.t("desk-filter-category")) }
                    div.kern-form-input__select-wrapper {
                        select.kern-form-input__select #category name="category" {
                            option value="" { (words.t("desk-filter-all")) }
                            @for (slug, name) in &list.categories {
                                option value=(slug) selected[*slug == search.category] { (text(visit, name)) }
                            }
                        }
                    }
                }
                @if let Some(state) = search.state { input type="hidden" name="state" value=(state.to_value()); }
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
