//! Forms: what was typed ([`Fields`]), what is wrong with it ([`Faults`]), and the inputs that show both. An invalid form
//! comes back filled in, with status 422, the errors beside their fields and in a list above.
//!
//! ```text
//! let form = Form::new(visit.words, &fields, &faults);
//! html! {
//!     form method="post" novalidate {
//!         (form.summary())
//!         (form.input("email", &words.t("login-email")).email().autocomplete("email").required())
//!         (form.submit(&words.t("login-submit")))
//!     }
//! }
//! ```

mod choice;
mod faults;
mod fields;
mod input;
mod moment;
pub mod once;
mod seen;
mod summary;
mod textarea;

pub use choice::{Checkbox, Choices, Select};
pub use faults::Faults;
pub use fields::Fields;
pub use input::Input;
pub use moment::{moment, read_moment};
pub use seen::{Conflict, Seen, Stale};
pub use summary::{error_summary, submit};
pub use textarea::Textarea;

use locale::Words;
pub use maud::Render;
use maud::{Markup, html};

/// A form on a page: the words, what was typed, what is wrong with it.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    pub words: Words,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
}

impl<'a> Form<'a> {
    pub fn new(words: Words, fields: &'a Fields, faults: &'a Faults) -> Self {
        Self { words, fields, faults }
    }

    /// One line of text.
    pub fn input(self, name: &'a str, label: &'a str) -> Input<'a> {
        Input::new(self, name, label)
    }

    /// Several lines of text.
    pub fn textarea(self, name: &'a str, label: &'a str) -> Textarea<'a> {
        Textarea::new(self, name, label)
    }

    /// One out of a list.
    pub fn select(self, name: &'a str, label: &'a str) -> Select<'a> {
        Select::new(self, name, label)
    }

    /// Yes or no. The label may carry links.
    pub fn checkbox(self, name: &'a str, label: Markup) -> Checkbox<'a> {
        Checkbox::new(self, name, label)
    }

    /// One out of a few, each a card that says what it means.
    pub fn choices(self, name: &'a str, legend: &'a str) -> Choices<'a> {
        Choices::new(self, name, legend)
    }

    /// A value that goes along unseen.
    pub fn hidden(self, name: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(self.fields.get(name)); }
    }

    /// The list of all errors, for the top of the form.
    pub fn summary(self) -> Markup {
        error_summary(self.words, self.faults)
    }

    /// The one primary button.
    pub fn submit(self, label: &str) -> Markup {
        submit(label)
    }

    /// The error beside a field.
    fn error(self, name: &str) -> Markup {
        html! {
            @if let Some(sentence) = self.faults.sentence(name, self.words) {
                p.kern-error id={ (name) "-error" } {
                    span."kern-icon kern-icon--danger" aria-hidden="true" {}
                    span.kern-body { (sentence) }
                }
            }
        }
    }

    /// The ids of what describes a field, for `aria-describedby`.
    fn described(self, name: &str, hint: bool) -> Option<String> {
        let hint = hint.then(|| format!("{name}-hint"));
        let error = self.faults.has(name).then(|| format!("{name}-error"));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(self, name: &str) -> Option<&'static str> {
        self.faults.has(name).then_some("true")
    }

    fn label(self, name: &str, label: &str, optional: bool) -> Markup {
        html! {
            label.kern-label for=(name) {
                (label)
                @if optional { " " span.kern-label__optional { (self.words.t("form-optional")) } }
            }
        }
    }
}
