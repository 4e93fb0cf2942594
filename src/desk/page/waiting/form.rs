//! Putting somebody on the list, and correcting what they wait for.

use crate::query::placement::Choice;
use base::Language;
use maud::{Markup, html};
use portal::form::waiting::CHOICES;
use web::form::{Form, Seen};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// The form. `seen`: what a change was shown with; none: somebody is put on the list. `notice`: a sentence above.
pub fn form(
    visit: &Visit,
    (title, back, action): (&str, &str, &str),
    choices: &[Choice],
    (fields, faults): (&Fields, &Faults),
    seen: Option<&Seen>,
    notice: Option<&str>,
) -> Markup {
    let words = visit.words;
    let form = Form::new(words, fields, faults);
    let name = |choice: &Choice| {
        let name = choice.view.category.name.in_language(visit.language);
        let word = if choice.full().is_some() {
            name.to_owned()
        } else {
            words.with("desk-waiting-free", &[("name", name.into())])
        };
        (choice.slug().to_owned(), word)
    };
    let names: Vec<(String, String)> = choices.iter().map(name).collect();
    let languages = Language::ALL.map(|one| (one.tag().to_owned(), locale::Words::new(one).t("web-language-name")));
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(back) { (words.t("desk-waiting")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t(if seen.is_some() { "desk-waiting-change-lead" } else { "desk-waiting-new-lead" })) }
            }
        }
        form."panel kern-level-2 measure" method="post" action=(action) novalidate {
            @if let Some(notice) = notice { p role="alert" { strong { (notice) } } }
            (form.summary())
            @if let Some(seen) = seen { (form.seen(seen)) } @else { (form.once()) }
            div.form-grid {
                (form.input("count", &words.t("waiting-count")).digits().required())
                (form.select("choice-1", &words.t("waiting-choice")).options(names.clone()))
                @for n in 2..=CHOICES.min(names.len()) {
                    @let (field, label) = (format!("choice-{n}"), words.t(if n == 2 { "waiting-choice-second" } else { "waiting-choice-third" }));
                    (form.select(&field, &label).option("", words.t("waiting-choice-none")).options(names.clone()))
                }
                (form.input("name", &words.t("portal-name")).autocomplete("off").required())
                (form.input("email", &words.t("portal-email")).email().autocomplete("off").required())
                (form.input("organisation", &words.t("portal-organisation")).autocomplete("off").optional())
                (form.select("language", &words.t("desk-field-language")).options(languages))
            }
            div.cluster {
                (form.submit(&words.t(if seen.is_some() { "desk-settings-save" } else { "desk-waiting-new-submit" })))
                a."kern-btn kern-btn--tertiary" href=(back) { span.kern-label { (words.t("desk-hand-keep")) } }
            }
        }
    };
    desk_page(visit, Section::Orders, title, main)
}
