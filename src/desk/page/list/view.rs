//! Views of a list that somebody keeps.

use crate::form::list::Asked;
use identity::entity::saved_view;
use maud::{Markup, html};
use web::Visit;

/// The kept views of this list as chips; below, keeping the one that is shown, or no longer keeping it.
pub fn views<A: Asked>(visit: &Visit, slug: &str, asked: &A, kept: &[saved_view::Model]) -> Markup {
    let words = visit.words;
    let here = asked.kept();
    let current = kept.iter().find(|view| view.query == here);
    html! {
        @if !kept.is_empty() || !here.is_empty() {
            div."cluster" {
                @if !kept.is_empty() {
                    nav aria-label=(words.t("desk-views")) {
                        ul."cluster cluster--s plain-list" {
                            @for view in kept {
                                li {
                                    a.topic-chip href={ (A::place(slug)) @if !view.query.is_empty() { "?" (view.query) } }
                                        aria-current=[(view.query == here).then_some("true")] { (view.name) }
                                }
                            }
                        }
                    }
                }
                @if let Some(view) = current {
                    form method="post" action=(address::desk::ViewRemoval::new(slug, view.id.to_string()).path()) {
                        button.tool type="submit" { (words.with("desk-view-remove", &[("name", (&view.name).into())])) }
                    }
                } @else if !here.is_empty() {
                    details {
                        summary.tool { (words.t("desk-view-keep")) }
                        form.filters method="post" action=(address::desk::Views::new(slug).path()) {
                            input type="hidden" name="list" value=(A::LIST);
                            input type="hidden" name="query" value=(here);
                            div.kern-form-input {
                                label.kern-label for="view-name" { (words.t("desk-view-name")) }
                                input.kern-form-input__input #view-name name="name" type="text" maxlength="60" autocomplete="off" required;
                            }
                            button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-view-submit")) } }
                        }
                    }
                }
            }
        }
    }
}
