//! A form of the set-up, with what somebody else saved meanwhile.

use super::{frame, frame_of_one};
use crate::form::settings::{About, Sheet};
use base::Text;
use locale::Words;
use maud::{Markup, html};
use portal::page::prose::prose;
use web::form::{Conflict, Form, Seen};
use web::{Faults, Fields, Visit};

/// What a form shows.
pub struct Shown<'a> {
    pub title: &'a str,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// None: it is new, nobody has seen it.
    pub seen: Option<&'a Seen>,
    pub conflict: Option<&'a Conflict>,
    /// Where its removal is asked for, if it can be removed.
    pub removal: Option<String>,
    /// The list that it is one of, or the form itself.
    pub list: &'a str,
}

pub fn sheet<S: Sheet>(visit: &Visit, about: &About, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let form = Form::new(words, shown.fields, shown.faults);
    let path = visit.path.split('?').next().unwrap_or_default();
    let list = shown.list;
    let main = html! {
        (S::above(visit, shown.fields, about))
        @if let Some(conflict) = shown.conflict { (conflict.alert(words, visit.zone(), path)) }
        form."panel kern-level-2 stack stack--l" method="post" action=(path) novalidate {
            (form.summary())
            @if let Some(seen) = shown.seen { (form.seen(seen)) } @else { (form.once()) }
            (S::body(form, about))
            div.cluster {
                (form.submit(&words.t(if shown.conflict.is_some() { "desk-settings-save-anyway" } else { S::SAVE })))
                @if list != path {
                    a."kern-btn kern-btn--tertiary" href=(list) { span.kern-label { (words.t("desk-settings-back")) } }
                }
            }
        }
        (S::below(visit, shown.fields, about))
        @if let Some(removal) = &shown.removal {
            form."panel kern-level-2" method="post" action=(removal) {
                p { (words.t(S::REMOVAL)) }
                div { button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (words.t("desk-settings-remove")) } } }
            }
        }
    };
    if list == path {
        frame(visit, S::TAB, shown.title, &main)
    } else {
        frame_of_one(visit, S::TAB, shown.title, &main)
    }
}

/// A line in both languages, side by side: `name-de` and `name-en`.
pub fn pair(form: Form<'_>, name: &str, key: &str, hint: Option<&str>, required: bool) -> Markup {
    let (de, en) = (format!("{name}-de"), format!("{name}-en"));
    let (label_de, label_en) = (form.words.t(&format!("{key}-de")), form.words.t(&format!("{key}-en")));
    let hint = hint.map(|hint| form.words.t(hint));
    let input = form.input(&de, &label_de);
    let input = if required { input.required() } else { input };
    let input = if let Some(hint) = &hint { input.hint(hint) } else { input };
    html! {
        div.form-grid {
            (input)
            (form.input(&en, &label_en).optional())
        }
    }
}

/// What a text will look like, in both languages.
pub fn preview(visit: &Visit, fields: &Fields) -> Markup {
    let of = |name: &str| Text::new(fields.get(&format!("{name}-de")), fields.get(&format!("{name}-en")));
    let (title, body) = (of("title"), of("body"));
    let language = |language: base::Language| visit.words.t(&format!("desk-settings-preview-{language}"));
    html! {
        section."panel kern-level-2" aria-labelledby="preview" {
            div.panel__head { h2.kern-heading-small #preview { (visit.words.t("desk-settings-preview-title")) } }
            div.form-grid {
                @for one in base::Language::ALL {
                    @let (named, is_named) = title.get(one);
                    @let (said, is) = body.get(one);
                    div."stack" {
                        h3.kern-title { (language(one)) }
                        p lang=(is_named) { strong { (named) } }
                        div."stack" lang=(is) { (prose(said, 3)) }
                    }
                }
            }
        }
    }
}

/// The twelve colours that come of one, and what stands on what.
pub fn swatches(words: Words, colour: &str) -> Markup {
    let Ok(accent) = web::accent::Accent::new(if colour.is_empty() { "#2a3bb4" } else { colour }) else {
        return Markup::default();
    };
    html! {
        section."panel kern-level-2" aria-labelledby="swatches" {
            div.panel__head { h2.kern-heading-small #swatches { (words.t("desk-settings-swatches")) } }
            p.measure { (words.t("desk-settings-swatches-note")) }
            svg.chart viewBox="0 0 360 40" role="img" aria-label=(words.t("desk-settings-swatches")) {
                @for (at, (_, colour)) in accent.steps().enumerate() {
                    rect x=(at * 30) width="30" height="40" fill=(colour) {}
                }
            }
        }
    }
}
