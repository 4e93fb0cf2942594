//! How a congress words its mails, and which kinds it keeps back.

mod edit;
mod list;

pub use edit::{Look, Shown, edit};
pub use list::list;

use address::desk as at;
use base::Language;
use maud::{Markup, html};
use post::text::kind_of;
use web::Visit;

fn slug(visit: &Visit) -> &str {
    visit.congress.as_ref().map_or("", |congress| &congress.slug)
}

/// Where the words of a mail in a language are.
pub fn path(visit: &Visit, template: &str, language: Language) -> String {
    address::with_query(&at::MailText::new(slug(visit), kind_of(template)).path(), &[("in", language.tag())])
}

/// The word for a language.
fn language(visit: &Visit, language: Language) -> String {
    visit.words.t(&format!("mail-text-in-{language}"))
}

/// Keeping a kind back, or no longer.
fn holding(visit: &Visit, template: &str, held: bool, class: &str) -> Markup {
    let words = visit.words;
    let name = crate::page::mail::kind(words, &kind_of(template));
    let (deed, word) = if held { ("off", "mail-kind-resume") } else { ("on", "mail-kind-hold") };
    html! {
        form method="post" action=(at::MailKindHolding::new(slug(visit), kind_of(template)).path()) {
            button.(class) type="submit" name="held" value=(deed) {
                span.kern-label { (words.t(word)) span.kern-sr-only { ": " (name) } }
            }
        }
    }
}
