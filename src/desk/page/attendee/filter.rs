//! What a list of attendees is asked for.

use crate::form::attendee::AttendeeSearch;
use crate::form::list::{Asked, day_name};
use crate::page::chip::{Chip, chips};
use crate::page::list::{choice, day, query};
use crate::page::state::{of_attendee, source};
use crate::query::attendee::AttendeeList;
use maud::{Markup, html};
use registration::entity::attendee::State;
use registration::entity::order::Source;
use sea_orm::{ActiveEnum, Iterable};
use web::Visit;
use web::layout::text;

pub(super) fn filter(visit: &Visit, slug: &str, list: &AttendeeList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    let all = words.t("desk-filter-all");
    let categories: Vec<(String, Markup)> =
        list.categories.iter().map(|(slug, name)| (slug.clone(), text(visit, name))).collect();
    let sources: Vec<(String, Markup)> =
        Source::iter().map(|one| (one.to_value(), html! { (source(words, one)) })).collect();
    let word = |key: &str| {
        let word = words.t(key);
        html! { (word) }
    };
    let admitted = [("yes".to_owned(), word("desk-filter-inside")), ("no".to_owned(), word("desk-filter-outside"))];
    let named = [("none".to_owned(), word("desk-nameless"))];
    let nameless = if search.nameless { "none" } else { "" };
    let chosen = search.source.map(|source| source.to_value()).unwrap_or_default();
    html! {
        form."panel kern-level-2" action=(AttendeeSearch::place(slug)) aria-label=(words.t("desk-attendees-filter")) {
            div.filters {
                (query(&words.t("desk-filter-query"), &search.query))
                (choice("category", &words.t("desk-filter-category"), &all, &categories, &search.category))
                (choice("admitted", &words.t("desk-door"), &all, &admitted, search.admitted_name()))
                (choice("name", &words.t("desk-name"), &all, &named, nameless))
                (choice("test", &words.t("desk-test-orders"), &words.t("desk-test-without"), &[("yes".to_owned(), html! { (words.t("desk-test-only")) })], if search.test { "yes" } else { "" }))
                (choice("source", &words.t("desk-filter-source"), &all, &sources, &chosen))
                (day("from", &words.t("desk-filter-from"), &day_name(search.from)))
                (day("until", &words.t("desk-filter-until"), &day_name(search.until)))
                @for (name, value) in search.pairs() {
                    @if matches!(name, "state" | "sort") && !value.is_empty() { input type="hidden" name=(name) value=(value); }
                }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            (chips(words, &words.t("desk-filter-state"), &states(visit, slug, list)))
        }
    }
}

/// All, and each state that there is.
fn states(visit: &Visit, slug: &str, list: &AttendeeList) -> Vec<Chip> {
    let words = visit.words;
    let search = &list.search;
    let chip = |word: String, count: i64, state: Option<State>| Chip {
        word,
        count,
        path: search.with_state(state).path(slug),
        current: search.state == state,
    };
    let there = State::iter().filter(|state| list.count(*state) > 0 || search.state == Some(*state));
    let each = there.map(|state| chip(of_attendee(words, state).1, list.count(state), Some(state)));
    std::iter::once(chip(words.t("desk-filter-all"), list.all(), None)).chain(each).collect()
}
