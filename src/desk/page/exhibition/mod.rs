//! The exhibition at the desk: projects, halls and stands, and the plan on which stands are moved.

pub mod hall;
pub mod project;
pub mod stand;

use locale::Words;
use maud::{Markup, html};
use web::Visit;
use web::form::Form;

fn slug(visit: &Visit) -> &str {
    visit.congress.as_ref().map_or("", |congress| &congress.slug)
}

/// The way back, and what this is.
fn head(back: &str, back_word: &str, title: &str) -> Markup {
    html! {
        div.section-head {
            div {
                p.fine { a href=(back) { (back_word) } }
                h1.kern-heading-large dir="auto" { (title) }
            }
        }
    }
}

/// A text in both languages, one line each. `label`: the key without the language.
fn pair(words: Words, form: Form, name: &str, label: &str, lines: u8) -> Markup {
    let names: [String; 2] = ["de", "en"].map(|language| format!("{name}-{language}"));
    let labels = ["de", "en"].map(|language| words.t(&format!("{label}-{language}")));
    html! {
        div.form-grid {
            @for (name, label) in names.iter().zip(&labels) {
                @if lines > 1 { (form.textarea(name, label).rows(lines).optional()) }
                @else if name.ends_with("-de") { (form.input(name, label).autocomplete("off")) }
                @else { (form.input(name, label).autocomplete("off").optional()) }
            }
        }
    }
}

/// Removing it, behind its form.
fn removal(visit: &Visit, action: &str, lead: &str) -> Markup {
    html! {
        form."panel kern-level-2 measure" method="post" action=(action) {
            p { (lead) }
            button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" {
                span.kern-label { (visit.words.t("desk-exhibition-remove")) }
            }
        }
    }
}
