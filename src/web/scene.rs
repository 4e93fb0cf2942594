//! What the pages of the public site share: where a page stands, and small parts of it.

use crate::{CongressHead, Fault, Phase, Visit};
use base::{Money, Text, Time};
use locale::{Arg, Tz, Words};
use maud::{Markup, html};

/// Where a page stands: its language, its congress, and the moment.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub words: Words,
    pub congress: &'a CongressHead,
    pub now: Time,
}

impl<'a> Scene<'a> {
    pub fn of(visit: &'a Visit) -> Result<Self, Fault> {
        Ok(Self { words: visit.words, congress: visit.congress()?, now: visit.now })
    }

    pub fn t(self, key: &str) -> String {
        self.words.t(key)
    }

    pub fn with(self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.words.with(key, args)
    }

    pub fn zone(self) -> Tz {
        self.congress.zone
    }

    /// Nobody can register any more.
    pub fn is_over(self) -> bool {
        self.congress.state == Phase::Over || self.now >= self.congress.ends_at
    }

    /// All that header and footer show and that changes by itself: of two pages that are alike in it both look the same.
    pub fn stamp(self) -> String {
        let CongressHead { revision, bookable, calls, .. } = self.congress;
        format!("{revision} {} {bookable} {calls}", self.is_over())
    }

    /// A text of the organisers, marked with its language if that is not the page's.
    pub fn text(self, text: &Text) -> Markup {
        let (said, language) = text.get(self.words.language());
        html! { @if language == self.words.language() { (said) } @else { span lang=(language) { (said) } } }
    }

    /// 49,00 €, or that it is free.
    pub fn price(self, price: &Money) -> String {
        if price.is_zero() { self.t("portal-free") } else { self.words.money(price) }
    }
}

/// KERN's badge: a word with its icon.
pub fn badge(tone: &str, word: &str) -> Markup {
    html! {
        span class={ "kern-badge kern-badge--" (tone) " kern-badge--small" } {
            span class={ "kern-icon kern-icon--" (tone) } aria-hidden="true" {}
            span.kern-label { (word) }
        }
    }
}

/// A sentence with its icon, across the page.
pub fn line(tone: &str, sentence: &str) -> Markup {
    html! {
        div class={ "kern-alert kern-alert--" (tone) " kern-alert--line" } {
            div.kern-alert__header {
                span class={ "kern-icon kern-icon--" (tone) } aria-hidden="true" {}
                p.kern-body { (sentence) }
            }
        }
    }
}

/// A link that looks like a button.
pub fn button(kind: &str, href: &str, word: &str) -> Markup {
    html! { a class={ "kern-btn kern-btn--" (kind) } href=(href) { span.kern-label { (word) } } }
}

/// Where a page stands below another one: the way back, and itself.
pub fn breadcrumb(words: Words, back: &str, back_word: &str, here: &str) -> Markup {
    html! {
        nav.breadcrumb aria-label=(words.t("portal-breadcrumb")) {
            ol {
                li { a href=(back) { (back_word) } }
                li aria-current="page" { (here) }
            }
        }
    }
}
