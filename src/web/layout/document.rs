//! What all frames share: the document around them, icons, the language switch, notices.

use crate::asset;
use crate::flash::{Flash, Tone};
use crate::visit::{CongressHead, Visit};
use base::{Language, Text};
use maud::{DOCTYPE, Markup, html};

/// The document around a page.
pub(crate) struct Document<'a> {
    pub(crate) title: &'a str,
    /// Classes of `<body>`.
    pub(crate) class: &'a str,
    /// Dark whatever the system says.
    pub(crate) dark: bool,
    /// More for `<head>`: structured data, a canonical address.
    pub(crate) head: Markup,
}

impl Document<'_> {
    pub(crate) fn render(self, visit: &Visit, body: Markup) -> Markup {
        let mark = visit.congress.as_ref().map_or_else(|| visit.words.t("web-product"), |c| wordmark_text(c));
        html! {
            (DOCTYPE)
            html lang=(visit.language) data-kern-theme=[self.dark.then_some("dark")] {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content=(if self.dark { "dark" } else { "light dark" });
                    title { (self.title) " – " (mark) }
                    link rel="icon" href=(asset::path("favicon.svg")) type="image/svg+xml";
                    link rel="preload" href=(asset::path("fira-sans-400.woff2")) as="font" type="font/woff2" crossorigin;
                    link rel="preload" href=(asset::path("fira-sans-600.woff2")) as="font" type="font/woff2" crossorigin;
                    link rel="stylesheet" href=(asset::path("font.css"));
                    link rel="stylesheet" href=(asset::path("kern.css"));
                    link rel="stylesheet" href=(asset::path("theme.css"));
                    link rel="stylesheet" href=(asset::path("site.css"));
                    @if let Some(sheet) = accent(visit) { link rel="stylesheet" href=(sheet); }
                    (self.head)
                }
                body class=[(!self.class.is_empty()).then_some(self.class)] {
                    a."skip-link kern-btn kern-btn--primary" href="#inhalt" { span.kern-label { (visit.words.t("web-skip")) } }
                    (body)
                }
            }
        }
    }
}

/// The congress's own colour.
fn accent(visit: &Visit) -> Option<String> {
    let congress = visit.congress.as_ref()?;
    congress.accent.as_ref().map(|file| address::Accent::new(&congress.slug, file).path())
}

fn wordmark_text(congress: &CongressHead) -> String {
    format!("{}{}", congress.wordmark.0, congress.wordmark.1)
}

/// "DigitaleZukunft@OWL", the second part in the accent colour. Never a picture.
pub(crate) fn wordmark(congress: &CongressHead) -> Markup {
    html! { (congress.wordmark.0) b { (congress.wordmark.1) } }
}

/// An icon of the sprite `icon.svg`. Never without a word beside it.
pub fn icon(name: &str) -> Markup {
    html! { svg.icon aria-hidden="true" { use href=(asset::icon(name)) {} } }
}

/// The same, smaller: on the desk.
pub fn icon_small(name: &str) -> Markup {
    html! { svg.icon.icon--s aria-hidden="true" { use href=(asset::icon(name)) {} } }
}

/// An ES module of `templates/asset/`.
pub fn module(name: &str) -> Markup {
    html! { script type="module" src=(asset::path(name)) {} }
}

/// A text of an organiser's, marked with its language if that is not the page's.
pub fn text(visit: &Visit, text: &Text) -> Markup {
    let (words, language) = text.get(visit.language);
    html! { @if language == visit.language { (words) } @else { span lang=(language) { (words) } } }
}

/// The same page in the other language.
pub(crate) fn language_switch(visit: &Visit) -> Markup {
    html! {
        nav.language aria-label=(visit.words.t("web-language")) {
            @for language in Language::ALL {
                @if language == visit.language {
                    span aria-current="true" lang=(language) { (short_name(language)) }
                } @else {
                    a href=(visit.path_in(language)) lang=(language) hreflang=(language) {
                        (short_name(language)) span.kern-sr-only { ", " (locale::Words::new(language).t("web-language-name")) }
                    }
                }
            }
        }
    }
}

fn short_name(language: Language) -> String {
    language.tag().to_uppercase()
}

/// The notice that the page before left.
pub(crate) fn pending(visit: &Visit) -> Markup {
    html! { @if let Some(flash) = visit.take_notice() { div.notice { (notice(&flash)) } } }
}

/// A notice of one sentence. What went wrong interrupts a screen reader, the rest waits its turn.
pub fn notice(flash: &Flash) -> Markup {
    let tone = flash.tone.name();
    html! {
        div class={ "kern-alert kern-alert--" (tone) " kern-alert--line" } role=(if flash.tone == Tone::Danger { "alert" } else { "status" }) {
            div.kern-alert__header {
                span class={ "kern-icon kern-icon--" (tone) } aria-hidden="true" {}
                p.kern-body {
                    (flash.text)
                    @if let Some((path, words)) = &flash.link { " " a href=(path) { (words) } }
                }
            }
        }
    }
}
