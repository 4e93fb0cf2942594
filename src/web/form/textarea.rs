//! Several lines of text.

use super::Form;
use maud::{Markup, Render, html};

/// A text area with label, hint and error.
#[derive(Clone, Debug)]
#[must_use]
pub struct Textarea<'a> {
    form: Form<'a>,
    name: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
    rows: u8,
    class: &'a str,
    required: bool,
    optional: bool,
}

impl<'a> Textarea<'a> {
    pub(crate) fn new(form: Form<'a>, name: &'a str, label: &'a str) -> Self {
        Self { form, name, label, hint: None, rows: 3, class: "", required: false, optional: false }
    }

    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// How many lines it shows at first.
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// As wide as the form's grid.
    pub fn whole(mut self) -> Self {
        self.class = "whole";
        self
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Says "optional" beside the label.
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}

impl Render for Textarea<'_> {
    fn render(&self) -> Markup {
        let (form, name) = (self.form, self.name);
        let wrong = form.faults.has(name);
        let class =
            if wrong { "kern-form-input__input kern-form-input__input--error" } else { "kern-form-input__input" };
        html! {
            div."kern-form-input".(self.class)."kern-form-input--error"[wrong] {
                (form.label(name, self.label, self.optional))
                @if let Some(hint) = self.hint { p.kern-hint id={ (name) "-hint" } { (hint) } }
                // The first line break after the tag is not part of the text (HTML §13.1.2.5).
                textarea class=(class) id=(name) name=(name) rows=(self.rows) required[self.required]
                    aria-describedby=[form.described(name, self.hint.is_some())] aria-invalid=[form.invalid(name)] {
                    "\n" (form.fields.get(name))
                }
                (form.error(name))
            }
        }
    }
}
