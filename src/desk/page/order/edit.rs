//! The frame of a form that changes one thing of an order.

use maud::{Markup, html};
use web::form::{Conflict, Form, Seen};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// A form as it is shown.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What stands in it.
    pub fields: Fields,
    pub faults: Faults,
    /// What it was loaded with.
    pub seen: Seen,
    /// What somebody else saved meanwhile.
    pub conflict: Option<Conflict>,
}

impl Sheet {
    /// As it begins.
    pub fn new(fields: Fields, seen: Seen) -> Self {
        Self { fields, faults: Faults::new(), seen, conflict: None }
    }

    /// What was typed, with what is wrong with it.
    pub fn wrong(fields: &Fields, faults: Faults) -> Self {
        Self { fields: fields.clone(), faults, seen: Seen::read(fields), conflict: None }
    }
}

/// Where it leads back to, what it is called.
pub(super) struct Head<'a> {
    pub title: &'a str,
    pub back: &'a str,
    pub back_word: &'a str,
    pub submit: &'a str,
}

/// The page. `path`: the form's own, where it begins anew.
pub(super) fn page(visit: &Visit, head: &Head, path: &str, sheet: &Sheet, body: impl FnOnce(Form) -> Markup) -> Markup {
    let words = visit.words;
    let form = Form::new(words, &sheet.fields, &sheet.faults);
    let anyway = words.t("desk-settings-save-anyway");
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(head.back) { (head.back_word) } }
                h1.kern-heading-large { (head.title) }
            }
        }
        form."panel kern-level-2 measure" method="post" action=(path) novalidate {
            @if let Some(conflict) = &sheet.conflict { (conflict.alert(words, visit.zone(), path)) }
            (form.summary())
            (form.seen(&sheet.seen))
            (body(form))
            div.cluster {
                (form.submit(if sheet.conflict.is_some() { &anyway } else { head.submit }))
                a."kern-btn kern-btn--tertiary" href=(head.back) { span.kern-label { (words.t("desk-hand-keep")) } }
            }
        }
    };
    desk_page(visit, Section::Orders, head.title, main)
}
