//! Fields of a filter.

use maud::{Markup, html};

/// What is looked for.
pub fn query(label: &str, value: &str) -> Markup {
    html! {
        div.kern-form-input {
            label.kern-label for="q" { (label) }
            input.kern-form-input__input #q name="q" type="search" autocomplete="off" value=(value);
        }
    }
}

/// One out of a few, or all. Values and words.
pub fn choice(name: &str, label: &str, all: &str, options: &[(String, Markup)], chosen: &str) -> Markup {
    html! {
        div.kern-form-input {
            label.kern-label for=(name) { (label) }
            div.kern-form-input__select-wrapper {
                select.kern-form-input__select id=(name) name=(name) {
                    option value="" { (all) }
                    @for (value, word) in options { option value=(value) selected[value == chosen] { (word) } }
                }
            }
        }
    }
}

/// A day.
pub fn day(name: &str, label: &str, value: &str) -> Markup {
    html! {
        div.kern-form-input {
            label.kern-label for=(name) { (label) }
            input.kern-form-input__input id=(name) name=(name) type="date" value=(value);
        }
    }
}
