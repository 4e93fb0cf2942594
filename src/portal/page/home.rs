//! The front door of the installation: all congresses, or how to add the first.

use base::Text;
use congress::entity::congress::{Model, Phase};
use locale::{Tz, Words};
use maud::{Markup, html};

/// The list, newest first.
pub fn list(words: Words, congresses: &[Model]) -> Markup {
    html! {
        div."wrap wrap--text band stack stack--l" {
            h1.kern-heading-x-large { (words.t("portal-home-title")) }
            ul.row-list {
                @for congress in congresses {
                    li.stack.stack--s {
                        h2.kern-heading-small {
                            a href=(address::Congress::new(&congress.slug).path()) { (text(words, &congress.name)) }
                        }
                        p.muted { (when(words, congress)) @if !congress.place.is_empty() { " · " (text(words, &congress.place)) } }
                        @if congress.phase == Phase::Over { p.muted { (words.t("portal-over")) } }
                    }
                }
            }
        }
    }
}

/// Nothing here yet: for the one who has just set the program up.
pub fn empty(words: Words) -> Markup {
    html! {
        div."wrap wrap--text band stack stack--l" {
            h1.kern-heading-x-large { (words.t("portal-home-empty-title")) }
            p.measure { (words.t("portal-home-empty")) }
            p.measure { (words.t("portal-home-empty-command")) }
            pre.scroll-x tabindex="0" role="region" aria-label=(words.t("portal-home-empty-command-name")) {
                code.code { "kongress congress add owl --name \"DigitaleZukunft@OWL\" --from 2027-03-11 --to 2027-03-11" }
            }
            p { a href=(address::Login::new().path()) { (words.t("portal-home-empty-login")) } }
        }
    }
}

fn when(words: Words, congress: &Model) -> String {
    words.span(congress.starts_at, congress.ends_at, congress.zone.parse().unwrap_or(Tz::Europe__Berlin))
}

fn text(words: Words, text: &Text) -> Markup {
    let (said, language) = text.get(words.language());
    html! { @if language == words.language() { (said) } @else { span lang=(language) { (said) } } }
}
