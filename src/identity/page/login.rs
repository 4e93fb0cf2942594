//! The log-in by address and password, and the way to a link by mail.

use crate::form::{EMAIL, NEXT, PASSWORD};
use maud::{Markup, html};
use web::form::Form;
use web::layout::plain_page;
use web::{Faults, Fields, Visit};

/// One form with two buttons: log in by password, or have a link sent. Password managers fill it in.
pub fn login(visit: &Visit, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let form = Form::new(words, fields, faults);
    let main = html! {
        div."wrap wrap--text band stack stack--l" {
            div."stack stack--s" {
                h1.kern-heading-x-large { (words.t("login-title")) }
                p.measure { (words.t("login-lead")) }
            }
            form."form-section" method="post" action=(address::Login::new().path()) novalidate {
                (form.summary())
                (form.input(EMAIL, &words.t("login-email")).email().autocomplete("username").required())
                (form.input(PASSWORD, &words.t("login-password")).password().autocomplete("current-password").required())
                @if !fields.get(NEXT).is_empty() { (form.hidden(NEXT)) }
                div.cluster {
                    (form.submit(&words.t("login-submit")))
                    button."kern-btn kern-btn--secondary" type="submit" formaction=(address::LoginLink::new().path()) {
                        span.kern-label { (words.t("login-send-link")) }
                    }
                }
                p.fine { (words.t("login-link-hint")) }
            }
            p.muted.measure { (words.t("login-not-yours")) }
        }
    };
    plain_page(visit, &words.t("login-title"), main)
}
