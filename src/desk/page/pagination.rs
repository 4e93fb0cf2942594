//! The pages of a list.

use crate::rules::pages::Page;
use locale::{Arg, Words};
use maud::{Markup, html};

fn number(n: u64) -> Arg {
    Arg::from(n)
}

/// "1 bis 25 von 1.043": what is on this page.
pub fn rows(words: Words, page: Page) -> String {
    let (first, last) = page.rows();
    words.with("desk-rows", &[("first", number(first)), ("last", number(last)), ("total", number(page.total))])
}

/// What is on this page, and the way to the others.
pub fn pagination(words: Words, page: Page, path: impl Fn(u64) -> String) -> Markup {
    html! {
        div."cluster cluster--between" {
            p."muted number" { (rows(words, page)) }
            @if page.last() > 1 {
                nav.pagination aria-label=(words.t("desk-pages")) {
                    ol {
                        @if page.number > 1 { li { a href=(path(page.number - 1)) rel="prev" { (words.t("desk-page-before")) } } }
                        @for link in page.links() {
                            @match link {
                                None => { li { span aria-hidden="true" { "…" } } }
                                Some(n) if n == page.number => { li { span aria-current="page" { (n) } } }
                                Some(n) => {
                                    li { a href=(path(n)) aria-label=(words.with("desk-page", &[("number", number(n))])) { (n) } }
                                }
                            }
                        }
                        @if page.number < page.last() {
                            li { a href=(path(page.number + 1)) rel="next" { (words.t("desk-page-next")) } }
                        }
                    }
                }
            }
        }
    }
}
