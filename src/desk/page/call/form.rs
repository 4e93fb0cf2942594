//! What is said of a call, and links for those who come late.

use super::list::standing;
use crate::form::call::LANGUAGES;
use crate::form::settings::call_question::kind_key;
use crate::page::settings::pair;
use congress::entity::track;
use congress::rules::code::Limits;
use maud::{Markup, html};
use programme::entity::{call_question, session_type};
use programme::query::call::{CallView, LinkView};
use web::form::{Form, Seen, once};
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// How the page is shown.
pub struct Sheet<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// None: it is new.
    pub seen: Option<Seen>,
    pub notice: Option<String>,
    pub types: &'a [session_type::Model],
    pub tracks: &'a [track::Model],
    /// Late links with their addresses.
    pub links: &'a [(LinkView, String)],
    /// What is typed for a new one.
    pub link: (&'a Fields, &'a Faults),
    /// For this page.
    pub drawn: &'a str,
}

/// `call`: none while it is new.
pub fn form(visit: &Visit, call: Option<&CallView>, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title =
        call.map_or_else(|| words.t("desk-call-new"), |call| call.row.title.in_language(visit.language).to_owned());
    let id = call.map_or_else(|| "new".to_owned(), |call| call.row.id.to_string());
    let form = Form::new(words, sheet.fields, sheet.faults);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(address::call::DeskCalls::new(slug).path()) { (words.t("desk-calls")) } }
                h1.kern-heading-large { (title) }
                @if let Some(call) = call { p.cluster { (standing(visit, call)) } }
            }
            @if call.is_some() {
                a."kern-btn kern-btn--secondary" href=(address::call::DeskCallPreview::new(slug, &id).path()) {
                    span.kern-label { (words.t("desk-call-preview")) }
                }
            }
        }
        form."panel kern-level-2 stack stack--l" method="post" action=(address::call::DeskCall::new(slug, &id).path()) novalidate {
            @if let Some(notice) = &sheet.notice { div role="alert" { p { strong { (notice) } } } }
            (form.summary())
            @if let Some(seen) = &sheet.seen { (form.seen(seen)) } @else { input type="hidden" name=(once::NAME) value=(sheet.drawn); }
            (fields(visit, form, sheet))
            div.cluster { (form.submit(&words.t("desk-settings-save"))) }
        }
        @if let Some(call) = call { (questions(visit, slug, call)) (links(visit, slug, call, sheet)) }
    };
    desk_page(visit, Section::Calls, &title, main)
}

fn fields(visit: &Visit, form: Form, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let t = |key: &str| words.t(key);
    let [kind, opens, closes, remind] =
        ["desk-call-kind", "desk-call-opens", "desk-call-closes", "desk-call-remind"].map(t);
    let zone = words.with("desk-call-zone", &[("zone", visit.zone().to_string().into())]);
    let remind_hint = t("desk-call-remind-hint");
    let maxima = ["abstract", "description", "biography"]
        .map(|name| (format!("{name}-max"), t(&format!("desk-call-{name}-max"))));
    html! {
        (form.select("kind", &kind).option("session", t("desk-call-kind-session")).option("project", t("desk-call-kind-project")))
        (pair(form, "title", "desk-call-title", None, true))
        @for (name, rows) in [("lead", 6), ("thanks", 3)] {
            @let labels = ["de", "en"].map(|tag| (format!("{name}-{tag}"), t(&format!("desk-call-{name}-{tag}"))));
            div.form-grid { @for (field, label) in &labels { (form.textarea(field, label).rows(rows).optional()) } }
        }
        div.form-grid {
            (form.input("opens", &opens).moment().hint(&zone).optional())
            (form.input("closes", &closes).moment().hint(&zone).optional())
        }
        div."stack stack--s" role="group" aria-labelledby="sprachen" {
            p.kern-label #sprachen { (t("desk-call-languages")) }
            @for tag in LANGUAGES {
                @let name = format!("language-{tag}");
                (form.checkbox(&name, html! { (t(&format!("call-language-{tag}"))) }))
            }
        }
        div."stack stack--s" role="group" aria-labelledby="formate" {
            p.kern-label #formate { (t("desk-call-types")) }
            @if sheet.types.is_empty() { p.muted { (t("desk-call-types-none")) } } @else { p.kern-hint { (t("desk-call-types-hint")) } }
            div.form-grid {
                @for kind in sheet.types {
                    @let (name, label) = (format!("type-{}", kind.slug), words.with("desk-call-type-minutes", &[("kind", kind.name.in_language(visit.language).into())]));
                    (form.input(&name, &label).digits().optional())
                }
            }
        }
        @if !sheet.tracks.is_empty() {
            div."stack stack--s" role="group" aria-labelledby="bereiche" {
                p.kern-label #bereiche { (t("desk-call-tracks")) }
                @for track in sheet.tracks {
                    @let name = format!("track-{}", track.slug);
                    (form.checkbox(&name, html! { (text(visit, &track.name)) }))
                }
            }
        }
        div.form-grid { @for (name, label) in &maxima { (form.input(name, label).digits().required()) } }
        (form.input("remind", &remind).hint(&remind_hint).optional())
        (form.checkbox("published", html! { (t("desk-call-published")) }))
    }
}

/// What it asks of its own.
fn questions(visit: &Visit, slug: &str, call: &CallView) -> Markup {
    let words = visit.words;
    let id = call.row.id.to_string();
    let path = |question: &str| address::call::DeskCallQuestion::new(slug, &id, question).path();
    let note = |question: &call_question::Model| {
        let marks = [
            (question.required, "desk-question-mark-required"),
            (question.reviewers, "desk-call-question-mark-reviewers"),
            (!question.active, "desk-question-is-retired"),
        ];
        let marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, key)| words.t(key));
        std::iter::once(words.t(&kind_key(question.kind))).chain(marks).collect::<Vec<_>>().join(" · ")
    };
    html! {
        section."panel kern-level-2 stack" aria-labelledby="fragen" {
            div.panel__head { h2.kern-heading-small #fragen { (words.t("desk-call-questions")) } }
            p.muted { (words.t("desk-call-questions-lead")) }
            @if !call.questions.is_empty() {
                ul."row-list row-list--bare" {
                    @for question in &call.questions {
                        li {
                            a href=(path(&question.id.to_string())) { strong { (text(visit, &question.label)) } }
                            span.sub { (note(question)) }
                        }
                    }
                }
            }
            div { a."kern-btn kern-btn--secondary" href=(path("new")) { span.kern-label { (words.t("desk-call-question-add")) } } }
        }
    }
}

fn links(visit: &Visit, slug: &str, call: &CallView, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let id = call.row.id.to_string();
    let form = Form::new(words, sheet.link.0, sheet.link.1);
    let [uses, until, note] =
        ["desk-call-link-uses", "desk-call-link-until", "desk-call-link-note"].map(|key| words.t(key));
    html! {
        section."panel kern-level-2 stack" aria-labelledby="links" {
            div.panel__head { h2.kern-heading-small #links { (words.t("desk-call-links")) } }
            p.muted { (words.t("desk-call-links-lead")) }
            ul."row-list row-list--bare" {
                @for (view, url) in sheet.links {
                    @let open = Limits::from(&view.code).open(visit.now) > 0;
                    li.stack."stack--s" {
                        p {
                            strong dir="auto" { @if view.code.note.is_empty() { (words.t("desk-call-link-unnamed")) } @else { (view.code.note) } }
                            ", " (words.with("desk-call-link-used", &[("used", view.code.used.into()), ("max", view.code.max_uses.into())]))
                            @if let Some(until) = view.code.valid_until { ", " (words.with("desk-call-link-ends", &[("time", words.date_time(until, visit.zone()).into())])) }
                        }
                        @if open {
                            p."fine" { a href=(url) { (url) } }
                            form method="post" action=(address::call::DeskCallLinkClosure::new(slug, &id, view.link.id.to_string()).path()) {
                                button.tool type="submit" { (words.t("desk-call-link-end")) }
                            }
                        } @else { p."fine muted" { (words.t("desk-call-link-over")) } }
                    }
                }
            }
            form.stack method="post" action=(address::call::DeskCallLinks::new(slug, &id).path()) novalidate {
                (form.summary())
                input type="hidden" name=(once::NAME) value=(sheet.drawn);
                div.form-grid {
                    (form.input("uses", &uses).digits().required())
                    (form.input("until", &until).moment().optional())
                    (form.input("note", &note).optional())
                }
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-call-link-add")) } } }
            }
        }
    }
}
