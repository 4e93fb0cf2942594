//! Logging in by a link: asked for, opened, no longer valid.

use crate::service::login_link::ASKED_FOR;
use maud::{Markup, html};
use web::Visit;
use web::layout::plain_page;

/// After a link was asked for: the same for every address.
pub fn sent(visit: &Visit) -> Markup {
    let words = visit.words;
    let minutes = words.with("login-sent-text", &[("minutes", ASKED_FOR.num_minutes().into())]);
    let main = html! {
        div."wrap wrap--text band stack" {
            h1.kern-heading-x-large { (words.t("login-sent-title")) }
            p.measure { (minutes) }
            p.measure { (words.t("login-sent-next")) }
            p { a href=(address::Login::new().path()) { (words.t("login-back")) } }
        }
    };
    plain_page(visit, &words.t("login-sent-title"), main)
}

/// Behind the link. Opening it changes nothing, since mail gateways do that too; the button logs in.
pub fn confirm(visit: &Visit, token: &str, name: &str) -> Markup {
    let words = visit.words;
    let title = words.with("login-confirm-title", &[("name", name.into())]);
    let main = html! {
        div."wrap wrap--text band stack stack--l" {
            div."stack stack--s" {
                h1.kern-heading-x-large { (title) }
                p.measure { (words.t("login-confirm-text")) }
            }
            form method="post" action=(address::LoginToken::new(token).path()) {
                button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (words.t("login-confirm-submit")) } }
            }
        }
    };
    plain_page(visit, &title, main)
}

/// A link that is used, too old, or never was one.
pub fn ended(visit: &Visit) -> Markup {
    let words = visit.words;
    let main = html! {
        div."wrap wrap--text band stack" {
            h1.kern-heading-x-large { (words.t("login-ended-title")) }
            p.measure { (words.t("login-link-ended")) }
            p {
                a."kern-btn kern-btn--primary" href=(address::Login::new().path()) {
                    span.kern-label { (words.t("login-ended-next")) }
                }
            }
        }
    };
    plain_page(visit, &words.t("login-ended-title"), main)
}
