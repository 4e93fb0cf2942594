//! What can be done to several rows at once.

use super::hidden;
use crate::form::list::Asked;
use locale::Words;
use maud::{Markup, html};
use web::layout::icon_small;

/// A deed: its name in the form, its icon, and its word.
pub type Deed = (&'static str, &'static str, &'static str);

/// Above a list: all that the filter leaves, or what is ticked, and what can be done with it.
pub fn bar(words: Words, asked: &impl Asked, total: u64, deeds: &[Deed]) -> Markup {
    html! {
        (hidden(asked))
        div.bulk-bar {
            div.kern-form-check {
                input.kern-form-check__checkbox #all type="checkbox" name="all" value="1";
                label.kern-label for="all" { (words.with("desk-batch-all", &[("count", total.into())])) }
            }
            @for (name, icon, word) in deeds {
                button.tool type="submit" name="deed" value=(name) { (icon_small(icon)) (words.t(word)) }
            }
            p."muted fine" { (words.t("desk-batch-hint")) }
        }
    }
}
