//! The directory: people, or offers and needs, narrowed by what stands in the address.

use super::part;
use crate::entity::entry::Side;
use crate::form::entry::{FORMS, SIDES, name_of};
use crate::form::profile::{KINDS, kind_name};
use crate::query::entry::EntryView;
use crate::query::person::PersonView;
use congress::entity::{organisation::Kind, topic};
use maud::{Markup, html};
use web::scene::Scene;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    People,
    Entries,
}

/// What the address narrows to.
#[derive(Clone, Debug)]
pub struct Narrowed<'a> {
    /// As they were typed.
    pub words: String,
    pub show: Show,
    pub topic: Option<&'a topic::Model>,
    pub kind: Option<Kind>,
    pub side: Option<Side>,
    pub form: Option<crate::entity::entry::Form>,
}

impl Narrowed<'_> {
    /// As it stands in the address.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let mut query = vec![("show", if self.show == Show::People { "people" } else { "entries" }.to_owned())];
        let parts = [
            ("q", Some(self.words.clone()).filter(|words| !words.is_empty())),
            ("topic", self.topic.map(|row| row.slug.clone())),
            ("kind", self.kind.map(|kind| kind_name(kind).to_owned())),
            ("side", self.side.map(|side| name_of(&SIDES, side).to_owned())),
            ("form", self.form.map(|form| name_of(&FORMS, form).to_owned())),
        ];
        query.extend(parts.into_iter().filter_map(|(name, value)| Some((name, value?))));
        query
    }
}

/// What was found.
pub enum Found<'a> {
    People(&'a [PersonView]),
    Entries(&'a [EntryView]),
}

pub fn page(
    scene: Scene,
    narrowed: &Narrowed,
    topics: &[(topic::Model, usize)],
    (found, all): (&Found, u64),
    pages: Markup,
) -> Markup {
    let path = address::networking::Directory::new(&scene.congress.slug).path();
    let tab = |show: Show, name: &'static str, key: &str| {
        let here = narrowed.show == show;
        let mut query: Vec<(&str, String)> = vec![("show", name.to_owned()), ("q", narrowed.words.clone())];
        query.extend(narrowed.topic.map(|row| ("topic", row.slug.clone())));
        let query: Vec<(&str, &str)> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
        html! { a href=(address::with_query(&path, &query)) aria-current=[here.then_some("page")] { (scene.t(key)) } }
    };
    let body = html! {
        nav aria-label=(scene.t("network-show")) {
            div.switcher {
                (tab(Show::People, "people", "network-show-people"))
                (tab(Show::Entries, "entries", "network-show-entries"))
            }
        }
        (filters(scene, &path, narrowed, topics))
        p role="status" { (scene.with(if narrowed.show == Show::People { "network-found-people" } else { "network-found-entries" }, &[("count", all.into())])) }
        @match found {
            Found::People(people) => {
                @if people.is_empty() { p.muted { (scene.t("network-found-none")) } } @else { (part::people(scene, *people)) }
            }
            Found::Entries(entries) => {
                @if entries.is_empty() { p.muted { (scene.t("network-found-none")) } } @else {
                    div."tiles tiles--l" { @for view in *entries { (part::entry(scene, view, 2)) } }
                }
            }
        }
        (pages)
    };
    part::below(scene, &scene.t("network-directory"), None, body)
}

fn filters(scene: Scene, path: &str, narrowed: &Narrowed, topics: &[(topic::Model, usize)]) -> Markup {
    let select = |name: &str, label: &str, options: Vec<(String, String, bool)>| {
        html! {
            div.kern-form-input {
                label.kern-label for=(name) { (scene.t(label)) }
                div.kern-form-input__select-wrapper {
                    select.kern-form-input__select id=(name) name=(name) {
                        option value="" { (scene.t("network-any")) }
                        @for (value, word, chosen) in options { option value=(value) selected[chosen] { (word) } }
                    }
                }
            }
        }
    };
    let language = scene.words.language();
    let of_topics = topics.iter().map(|(row, depth)| {
        let word = format!("{}{}", "– ".repeat(*depth), row.name.in_language(language));
        (row.slug.clone(), word, narrowed.topic.is_some_and(|chosen| chosen.id == row.id))
    });
    html! {
        form."form-grid" method="get" action=(path) {
            input type="hidden" name="show" value=(if narrowed.show == Show::People { "people" } else { "entries" });
            div."kern-form-input form-grid__whole" {
                label.kern-label for="q" { (scene.t("network-words")) }
                input.kern-form-input__input #q name="q" type="search" value=(narrowed.words) autocomplete="off";
            }
            (select("topic", "network-topic", of_topics.collect()))
            @match narrowed.show {
                Show::People => (select("kind", "network-kind", KINDS.iter().map(|(kind, name)| ((*name).to_owned(), part::kind(scene.words, *kind), narrowed.kind == Some(*kind))).collect())),
                Show::Entries => {
                    (select("side", "network-side", SIDES.iter().map(|(side, name)| ((*name).to_owned(), part::word(scene.words, "sides", name), narrowed.side == Some(*side))).collect()))
                    (select("form", "network-form", FORMS.iter().map(|(form, name)| ((*name).to_owned(), part::word(scene.words, "form", name), narrowed.form == Some(*form))).collect()))
                }
            }
            div.form-grid__whole { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-narrow")) } } }
        }
    }
}
