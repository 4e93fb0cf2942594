//! Choosing: a list, a tick, a few cards.

use super::Form;
use maud::{Markup, Render, html};

/// A select with label, hint and error.
#[derive(Clone, Debug)]
#[must_use]
pub struct Select<'a> {
    form: Form<'a>,
    name: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
    options: Vec<(String, String)>,
    class: &'a str,
    required: bool,
}

impl<'a> Select<'a> {
    pub(crate) fn new(form: Form<'a>, name: &'a str, label: &'a str) -> Self {
        Self { form, name, label, hint: None, options: vec![], class: "", required: false }
    }

    pub fn option(mut self, value: impl Into<String>, word: impl Into<String>) -> Self {
        self.options.push((value.into(), word.into()));
        self
    }

    /// Values and words.
    pub fn options<V: Into<String>, W: Into<String>>(mut self, options: impl IntoIterator<Item = (V, W)>) -> Self {
        self.options.extend(options.into_iter().map(|(value, word)| (value.into(), word.into())));
        self
    }

    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub fn whole(mut self) -> Self {
        self.class = "whole";
        self
    }
}

impl Render for Select<'_> {
    fn render(&self) -> Markup {
        let (form, name) = (self.form, self.name);
        let chosen = form.fields.get(name);
        html! {
            div."kern-form-input".(self.class)."kern-form-input--error"[form.faults.has(name)] {
                (form.label(name, self.label, false))
                @if let Some(hint) = self.hint { p.kern-hint id={ (name) "-hint" } { (hint) } }
                div.kern-form-input__select-wrapper {
                    select.kern-form-input__select id=(name) name=(name) required[self.required]
                        aria-describedby=[form.described(name, self.hint.is_some())] aria-invalid=[form.invalid(name)] {
                        @for (value, word) in &self.options {
                            option value=(value) selected[value == chosen] { (word) }
                        }
                    }
                }
                (form.error(name))
            }
        }
    }
}

/// A tick. Its value is `on`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Checkbox<'a> {
    form: Form<'a>,
    name: &'a str,
    label: Markup,
    required: bool,
}

impl<'a> Checkbox<'a> {
    pub(crate) fn new(form: Form<'a>, name: &'a str, label: Markup) -> Self {
        Self { form, name, label, required: false }
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

impl Render for Checkbox<'_> {
    fn render(&self) -> Markup {
        let (form, name) = (self.form, self.name);
        html! {
            div."kern-form-check"."kern-form-check--error"[form.faults.has(name)] {
                input.kern-form-check__checkbox id=(name) type="checkbox" name=(name) checked[form.fields.has(name)]
                    aria-describedby=[form.described(name, false)] aria-invalid=[form.invalid(name)] required[self.required];
                label.kern-label for=(name) { (self.label) }
            }
            (form.error(name))
        }
    }
}

/// Radio buttons as cards. The first one has the field's own id, so that the list of errors leads there.
#[derive(Clone, Debug)]
#[must_use]
pub struct Choices<'a> {
    form: Form<'a>,
    name: &'a str,
    legend: &'a str,
    options: Vec<(String, String, String)>,
    legend_shown: bool,
}

impl<'a> Choices<'a> {
    pub(crate) fn new(form: Form<'a>, name: &'a str, legend: &'a str) -> Self {
        Self { form, name, legend, options: vec![], legend_shown: false }
    }

    /// A card: value, word, and what it means, in small.
    pub fn option(mut self, value: impl Into<String>, word: impl Into<String>, meaning: impl Into<String>) -> Self {
        self.options.push((value.into(), word.into(), meaning.into()));
        self
    }

    /// Shows the legend, where no heading says the same.
    pub fn legend_shown(mut self) -> Self {
        self.legend_shown = true;
        self
    }
}

impl Render for Choices<'_> {
    fn render(&self) -> Markup {
        let (form, name) = (self.form, self.name);
        let chosen = form.fields.get(name);
        html! {
            fieldset."kern-fieldset"."kern-fieldset--error"[form.faults.has(name)] role="radiogroup"
                aria-describedby=[form.described(name, false)] aria-invalid=[form.invalid(name)] {
                legend class=(if self.legend_shown { "kern-label" } else { "kern-sr-only" }) { (self.legend) }
                div.choices {
                    @for (at, (value, word, meaning)) in self.options.iter().enumerate() {
                        @let id = if at == 0 { name.to_owned() } else { format!("{name}-{value}") };
                        label."kern-form-check choice" for=(id) {
                            input.kern-form-check__radio type="radio" name=(name) id=(id) value=(value) checked[value == chosen];
                            span.kern-label { (word) @if !meaning.is_empty() { small { (meaning) } } }
                        }
                    }
                }
                (form.error(name))
            }
        }
    }
}
