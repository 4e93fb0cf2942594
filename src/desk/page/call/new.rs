//! Handing in for somebody.

use crate::form::call::SubmissionSearch;
use crate::form::list::Asked;
use base::Language;
use congress::entity::topic;
use maud::{Markup, html};
use portal::page::Scene;
use portal::page::call::form::{contribution, person};
use programme::query::call::CallView;
use web::form::Form;
use web::layout::{Section, desk_page, module};
use web::{Faults, Fields, Visit};

/// `call`: the one that it is for; none, while it is to be chosen.
pub fn new(
    visit: &Visit,
    scene: Scene,
    calls: &[CallView],
    call: Option<&CallView>,
    topics: &[topic::Model],
    (fields, faults): (&Fields, &Faults),
) -> Markup {
    let words = visit.words;
    let slug = &scene.congress.slug;
    let title = words.t("desk-submission-new");
    let here = address::call::DeskNewSubmission::new(slug).path();
    let main = html! {
        p.fine { a href=(SubmissionSearch::place(slug)) { (words.t("desk-submissions")) } }
        h1.kern-heading-large { (title) }
        @match call {
            None => {
                section."panel kern-level-2 stack" aria-label=(title) {
                    p { (words.t(if calls.is_empty() { "desk-calls-none" } else { "desk-submission-choose-call" })) }
                    ul."row-list row-list--bare" {
                        @for call in calls {
                            li { a href=(address::with_query(&here, &[("call", &call.row.slug)])) { (call.row.title.in_language(visit.language)) } }
                        }
                    }
                }
            }
            Some(call) => { (form(visit, scene, call, topics, (fields, faults), &here)) }
        }
    };
    desk_page(visit, Section::Submissions, &title, main)
}

fn form(
    visit: &Visit,
    scene: Scene,
    call: &CallView,
    topics: &[topic::Model],
    (fields, faults): (&Fields, &Faults),
    here: &str,
) -> Markup {
    let words = visit.words;
    let form = Form::new(words, fields, faults);
    let [email, language] = ["portal-email", "call-mail-language"].map(|key| words.t(key));
    let languages = Language::ALL.map(|one| (one.to_string(), words.t(&format!("portal-language-{one}"))));
    let max = usize::try_from(call.row.biography_max).unwrap_or_default();
    html! {
        form."panel kern-level-2 stack stack--l" method="post" action=(here) novalidate {
            p.muted { (call.row.title.in_language(visit.language)) }
            (form.summary())
            (form.once())
            (form.hidden("call"))
            section."form-section" aria-labelledby="person" {
                h2.kern-heading-medium #person { (words.t("desk-submission-for")) }
                div.form-grid {
                    (form.input("email", &email).email().autocomplete("off").required())
                    (form.select("mail-language", &language).options(languages))
                }
                (person(scene, form, max, false))
            }
            (contribution(scene, form, call, topics))
            (form.checkbox("tell", html! { (words.t("desk-submission-tell")) }))
            div.cluster { (form.submit(&words.t("desk-submission-hand-in"))) }
        }
        (module("call.js"))
    }
}
