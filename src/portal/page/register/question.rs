//! The questions in the form: below who orders what is asked once, below each person what is asked of them.

use super::RegisterPage;
use crate::form::asked::SHOWN;
use crate::page::Scene;
use congress::page::question::field;
use congress::query::question::QuestionView;
use maud::{Markup, html};
use web::form::Form;

pub(super) fn once(form: Form, page: &RegisterPage) -> Markup {
    html! {
        input type="hidden" name=(SHOWN) value="1";
        (block(form, &page.asked.once(&page.typed.people)))
    }
}

pub(super) fn person(form: Form, page: &RegisterPage, n: usize) -> Markup {
    block(form, &page.asked.person(&page.typed.people, n))
}

/// There also if it is empty, so that a script finds where questions come and go. `data-asked`: which are asked, by their
/// short names. What is sensitive is not kept in the browser.
fn block(form: Form, asked: &[(&QuestionView, String)]) -> Markup {
    let slugs: Vec<&str> = asked.iter().map(|(view, _)| view.row.slug.as_str()).collect();
    html! {
        div."form-grid" data-asked=(slugs.join(" ")) {
            @for (view, name) in asked {
                div.whole data-sensitive[view.row.sensitive] { (field(form, view, name)) }
            }
        }
    }
}

/// Without a script, questions that follow from an answer or a ticket come with a button.
pub(super) fn update(scene: Scene, page: &RegisterPage) -> Markup {
    html! {
        @if page.asked.changes() {
            noscript {
                div {
                    button."kern-btn kern-btn--tertiary" type="submit" name="action" value="update" {
                        span.kern-label { (scene.t("portal-questions-update")) }
                    }
                }
            }
        }
    }
}
