//! A line of text.

use super::Form;
use maud::{Markup, Render, html};

/// A text input with label, hint and error: `kern-form-input`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Input<'a> {
    form: Form<'a>,
    name: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
    kind: &'static str,
    mode: Option<&'static str>,
    autocomplete: Option<&'a str>,
    class: &'a str,
    value: Option<&'a str>,
    required: bool,
    optional: bool,
    code: bool,
    list: Option<&'a str>,
}

impl<'a> Input<'a> {
    pub(crate) fn new(form: Form<'a>, name: &'a str, label: &'a str) -> Self {
        Self {
            form,
            name,
            label,
            hint: None,
            kind: "text",
            mode: None,
            autocomplete: None,
            class: "",
            value: None,
            required: false,
            optional: false,
            code: false,
            list: None,
        }
    }

    pub fn email(mut self) -> Self {
        self.kind = "email";
        self
    }

    /// Never filled in again.
    pub fn password(mut self) -> Self {
        self.kind = "password";
        self.value = Some("");
        self
    }

    pub fn search(mut self) -> Self {
        self.kind = "search";
        self
    }

    /// A day and an hour: `2027-03-11T10:00`. A browser without a picker for it shows the text.
    pub fn moment(mut self) -> Self {
        self.kind = "datetime-local";
        self
    }

    /// A day: `2027-03-11`.
    pub fn day(mut self) -> Self {
        self.kind = "date";
        self
    }

    /// The id of a `datalist` of what may be meant.
    pub fn list(mut self, id: &'a str) -> Self {
        self.list = Some(id);
        self
    }

    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// A word of the HTML standard's list, or `off` (§4.10.18.7).
    pub fn autocomplete(mut self, autocomplete: &'a str) -> Self {
        self.autocomplete = Some(autocomplete);
        self
    }

    /// Must be filled in.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Says "optional" beside the label.
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Letters of one width: codes and numbers. Phones offer capitals.
    pub fn code(mut self) -> Self {
        self.code = true;
        self
    }

    /// A keyboard of digits.
    pub fn digits(mut self) -> Self {
        self.mode = Some("numeric");
        self
    }

    /// As wide as the form's grid.
    pub fn whole(mut self) -> Self {
        self.class = "whole";
        self
    }

    /// Another value than what was typed.
    pub fn value(mut self, value: &'a str) -> Self {
        self.value = Some(value);
        self
    }
}

impl Render for Input<'_> {
    fn render(&self) -> Markup {
        let (form, name) = (self.form, self.name);
        let wrong = form.faults.has(name);
        let value = self.value.unwrap_or(form.fields.get(name));
        // Browsers drop what is no day, and HTML forbids it.
        let no_day = self.kind == "date" && value.parse::<chrono::NaiveDate>().is_err();
        let value = if no_day { "" } else { value };
        let mut class = String::from("kern-form-input__input");
        if wrong {
            class.push_str(" kern-form-input__input--error");
        }
        if self.code {
            class.push_str(" code");
        }
        html! {
            div."kern-form-input".(self.class)."kern-form-input--error"[wrong] {
                (form.label(name, self.label, self.optional))
                @if let Some(hint) = self.hint { p.kern-hint id={ (name) "-hint" } { (hint) } }
                input class=(class) id=(name) name=(name) type=(self.kind) value=(value)
                    inputmode=[self.mode] autocomplete=[self.autocomplete] autocapitalize=[self.code.then_some("characters")] list=[self.list]
                    aria-describedby=[form.described(name, self.hint.is_some())] aria-invalid=[form.invalid(name)]
                    required[self.required];
                (form.error(name))
            }
        }
    }
}
