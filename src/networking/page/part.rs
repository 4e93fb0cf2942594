//! What several pages of the directory show: people, offers and needs, topics, a frame around.

use crate::entity::entry::Side;
use crate::form::entry::{FORMS, MATURITIES, REGIONS, SIZES, name_of};
use crate::form::profile::kind_name;
use crate::query::entry::EntryView;
use crate::query::person::{Body, PersonView};
use congress::entity::organisation::Kind;
use congress::entity::topic;
use locale::Words;
use maud::{Markup, html};
use web::layout::icon_small;
use web::scene::{Scene, breadcrumb};

/// Words by the end of their key.
pub fn word(words: Words, of: &str, name: &str) -> String {
    words.t(&format!("network-{of}-{name}"))
}

/// A page below the directory's front: the way back, heading, what follows.
pub fn below(scene: Scene, title: &str, lead: Option<&str>, body: Markup) -> Markup {
    let front = address::networking::Network::new(&scene.congress.slug).path();
    html! {
        div."wrap band--tight stack stack--l" {
            div."stack stack--s" {
                (breadcrumb(scene.words, &front, &scene.t("web-menu-network"), title))
                h1.kern-heading-x-large { (title) }
                @if let Some(lead) = lead { p.measure { (lead) } }
            }
            (body)
        }
    }
}

/// "TH" of Tobias Hagemeister.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// "IT-Leitung, Alte Hansestadt Lemgo".
pub fn role(person: &PersonView) -> String {
    let body = person.organisation.as_ref().map(|body| body.name.as_str()).unwrap_or_default();
    [person.job.as_str(), body].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

pub fn person_path(scene: Scene, person: &PersonView) -> String {
    address::networking::Person::new(&scene.congress.slug, &person.code).path()
}

/// Somebody in a list.
pub fn person(scene: Scene, person: &PersonView) -> Markup {
    html! {
        div.person {
            span.avatar aria-hidden="true" { (initials(&person.name)) }
            div {
                span.person__name dir="auto" { a href=(person_path(scene, person)) { (person.name) } }
                span.person__role dir="auto" { (role(person)) }
            }
        }
    }
}

/// People, one below the other.
pub fn people<'a>(scene: Scene, all: impl IntoIterator<Item = &'a PersonView>) -> Markup {
    html! { ul.row-list { @for one in all { li { (person(scene, one)) } } } }
}

/// The name of a body, leading to its page if it has one.
pub fn body(scene: Scene, body: &Body) -> Markup {
    let path = address::networking::Organisation::new(&scene.congress.slug, &body.code).path();
    html! {
        @if body.code.is_empty() { span dir="auto" { (body.name) } } @else { a href=(path) dir="auto" { (body.name) } }
    }
}

/// The icon of a kind of body.
pub fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Municipality | Kind::District | Kind::Authority => "municipality",
        Kind::University | Kind::School => "university",
        Kind::Business => "business",
        Kind::Initiative | Kind::Other => "initiative",
    }
}

/// "Kommunen".
pub fn kind(words: Words, kind: Kind) -> String {
    word(words, "kinds", kind_name(kind))
}

pub fn entry_path(scene: Scene, view: &EntryView) -> String {
    address::networking::Entry::new(&scene.congress.slug, &view.entry.code).path()
}

/// "Im Betrieb seit 2023, Erfahrung".
pub fn facts(words: Words, view: &EntryView) -> Vec<String> {
    let entry = &view.entry;
    let mut facts = vec![word(words, "form", name_of(&FORMS, entry.form))];
    if let Some(maturity) = entry.maturity {
        let said = word(words, "maturity", name_of(&MATURITIES, maturity));
        facts.push(match entry.since {
            Some(year) => words.with("network-since-year", &[("what", said.into()), ("year", year.to_string().into())]),
            None => said,
        });
    }
    if let Some(size) = entry.size {
        facts.push(word(words, "size", name_of(&SIZES, size)));
    }
    if entry.region != crate::entity::entry::Region::Anywhere {
        facts.push(word(words, "region", name_of(&REGIONS, entry.region)));
    }
    facts
}

/// Who stands behind it, as far as that shows: the body, else the name.
fn behind(scene: Scene, view: &EntryView) -> Markup {
    html! {
        @match &view.author {
            Some(author) => @match &author.organisation {
                Some(of) => (body(scene, of)),
                None => span dir="auto" { (author.name) },
            },
            None => (scene.t("network-somebody")),
        }
    }
}

/// An offer or a need as a card. `level`: of its heading.
pub fn entry(scene: Scene, view: &EntryView, heading: u8) -> Markup {
    let (class, sign, side) = match view.entry.side {
        Side::Offer => ("exchange exchange--offer kern-level-2", "lightbulb", "network-offer"),
        Side::Need => ("exchange exchange--need kern-level-2", "seek", "network-need"),
    };
    let title = html! { a href=(entry_path(scene, view)) dir="auto" { (view.entry.title) } };
    html! {
        article class=(class) {
            p.exchange__kind { (icon_small(sign)) (scene.t(side)) }
            @if heading == 2 {
                h2."kern-title kern-title--small" { (title) }
            } @else {
                h3."kern-title kern-title--small" { (title) }
            }
            p { (behind(scene, view)) }
            p."muted fine" { (facts(scene.words, view).join(" · ")) }
        }
    }
}

/// A topic as a chip.
pub fn topic(scene: Scene, row: &topic::Model) -> Markup {
    let path = address::networking::Topic::new(&scene.congress.slug, &row.slug).path();
    html! { a.topic-chip href=(path) { (scene.text(&row.name)) } }
}

/// Those of these ids, in the order of the tree.
pub fn topics(scene: Scene, all: &[topic::Model], ids: &[base::Uuid]) -> Markup {
    html! {
        ul."cluster cluster--s plain-list" {
            @for row in all.iter().filter(|row| ids.contains(&row.id)) { li { (topic(scene, row)) } }
        }
    }
}

/// Plain text with its paragraphs and lines.
pub fn prose(text: &str) -> Markup {
    html! {
        div."stack stack--s measure" dir="auto" {
            @for part in text.split("\n\n").filter(|part| !part.trim().is_empty()) {
                p { @for (at, line) in part.trim().lines().enumerate() { @if at > 0 { br; } (line) } }
            }
        }
    }
}

/// A button that is a form of its own.
pub fn press(path: &str, class: &str, word: &str, fields: &[(&str, &str)]) -> Markup {
    html! {
        form method="post" action=(path) {
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            button class={ "kern-btn kern-btn--" (class) } type="submit" { span.kern-label { (word) } }
        }
    }
}
