//! Calls for contributions: what is called for, handing in, and the pages of those who hand in and who speak.

pub mod form;
pub mod own;
pub mod profile;
pub mod speaking;

use crate::page::prose::prose;
use crate::page::{Scene, badge, breadcrumb, button, line};
use base::Text;
use maud::{Markup, html};
use programme::entity::submission::State;
use programme::query::call::CallView;
use programme::rules::call::Standing;
use web::form::Form;
use web::{Faults, Fields};

/// A text in Markdown, marked with its language if that is not the page's.
pub(crate) fn markdown(scene: Scene, text: &Text, below: u8) -> Markup {
    let (said, language) = text.get(scene.words.language());
    html! {
        @if !said.is_empty() {
            @if language == scene.words.language() { div.stack.measure { (prose(said, below)) } }
            @else { div.stack.measure lang=(language) { (prose(said, below)) } }
        }
    }
}

/// How a call stands, in a word.
pub(crate) fn standing(scene: Scene, call: &CallView) -> Markup {
    match call.standing(scene.now) {
        Standing::Open => badge("success", &scene.t("call-open")),
        Standing::NotYet(_) => badge("info", &scene.t("call-not-yet")),
        Standing::Closed => badge("warning", &scene.t("call-closed")),
        Standing::Unpublished => badge("info", &scene.t("call-unpublished")),
    }
}

/// From when and until when, in a sentence; in the congress's zone.
pub(crate) fn span(scene: Scene, call: &CallView) -> String {
    let when = |at: base::Time| scene.words.date_time(at, scene.zone());
    match (call.standing(scene.now), call.row.closes_at) {
        (Standing::NotYet(opens), Some(closes)) => {
            scene.with("call-from-until", &[("from", when(opens).into()), ("until", when(closes).into())])
        }
        (Standing::NotYet(opens), None) => scene.with("call-from", &[("from", when(opens).into())]),
        (Standing::Closed, Some(closes)) => scene.with("call-was-until", &[("until", when(closes).into())]),
        (_, Some(closes)) => scene.with("call-until", &[("until", when(closes).into())]),
        (_, None) => scene.t("call-no-end"),
    }
}

/// The word and the tone of a state, for those outside.
pub(crate) fn state(scene: Scene, state: State) -> Markup {
    let tone = match state {
        State::Accepted | State::Confirmed => "success",
        State::Draft | State::Submitted => "info",
        State::Rejected | State::Cancelled | State::Withdrawn => "warning",
    };
    badge(tone, &scene.t(&format!("call-state-{}", state.name())))
}

/// All calls of a congress.
pub fn list(scene: Scene, calls: &[CallView]) -> Markup {
    let home = address::Congress::new(&scene.congress.slug).path();
    html! {
        div."wrap band--tight stack stack--l" {
            (breadcrumb(scene.words, &home, &scene.t("portal-congress"), &scene.t("call-calls")))
            h1.kern-heading-x-large { (scene.t("call-calls")) }
            p.measure { (scene.t("call-calls-lead")) }
            @if calls.is_empty() { p { (scene.t("call-none")) } }
            div.tiles {
                @for call in calls {
                    article."kern-card kern-level-2" {
                        div.kern-card__container {
                            header."kern-card__header kern-hgroup" {
                                h2.kern-title {
                                    a href=(address::call::Call::new(&scene.congress.slug, &call.row.slug).path()) { (scene.text(&call.row.title)) }
                                }
                            }
                            div."stack stack--s" {
                                div { (standing(scene, call)) }
                                p { (span(scene, call)) }
                                @if !call.types.is_empty() { p.muted { (kinds(scene, call)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// "Vortrag (20 Min.), Impuls (3 Min.)".
pub(crate) fn kinds(scene: Scene, call: &CallView) -> String {
    let kind = |(kind, minutes): &(programme::entity::session_type::Model, i32)| {
        let name = kind.name.in_language(scene.words.language());
        scene.with("call-kind", &[("kind", name.into()), ("minutes", (*minutes).into())])
    };
    call.types.iter().map(kind).collect::<Vec<_>>().join(", ")
}

/// How a call's page is shown.
pub struct Sheet<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// Where asking for the link goes. None: nobody can hand in now.
    pub action: Option<String>,
    /// It is the desk that looks, before anybody else can.
    pub preview: bool,
    /// By a late link.
    pub late: bool,
}

/// A call, and asking for the link by which one hands in.
pub fn call(scene: Scene, call: &CallView, sheet: &Sheet) -> Markup {
    let calls = address::call::Calls::new(&scene.congress.slug).path();
    let title = call.row.title.in_language(scene.words.language());
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &calls, &scene.t("call-calls"), title))
            @if sheet.preview { (line("info", &scene.t("call-preview"))) }
            div."stack stack--s" {
                h1.kern-heading-x-large { (scene.text(&call.row.title)) }
                @if !sheet.late { div.cluster { (standing(scene, call)) span { (span(scene, call)) } } }
            }
            (markdown(scene, &call.row.lead, 1))
            (asked(scene, call))
            @match &sheet.action {
                Some(action) => { (ask(scene, sheet, action)) }
                None => { @if !sheet.preview { (line("info", &scene.t(closed(scene, call)))) } }
            }
        }
    }
}

fn closed(scene: Scene, call: &CallView) -> &'static str {
    match call.standing(scene.now) {
        Standing::NotYet(_) => "call-line-not-yet",
        _ => "call-line-closed",
    }
}

fn asked(scene: Scene, call: &CallView) -> Markup {
    let language = |tag: &String| scene.t(&format!("call-language-{tag}"));
    let languages: Vec<String> = call.row.languages.0.iter().map(language).collect();
    let name = |track: &congress::entity::track::Model| track.name.in_language(scene.words.language()).to_owned();
    let tracks: Vec<String> = call.tracks.iter().map(name).collect();
    html! {
        dl."key-values key-values--start" {
            @if !call.types.is_empty() { div { dt { (scene.t("call-types")) } dd { (kinds(scene, call)) } } }
            @if !tracks.is_empty() { div { dt { (scene.t("call-tracks")) } dd { (tracks.join(", ")) } } }
            div { dt { (scene.t("call-languages")) } dd { (languages.join(", ")) } }
            @if call.questions.iter().any(|question| question.active) {
                div {
                    dt { (scene.t("call-questions")) }
                    dd { ul.plain-list {
                        @for question in call.questions.iter().filter(|question| question.active) { li { (scene.text(&question.label)) } }
                    } }
                }
            }
        }
    }
}

fn ask(scene: Scene, sheet: &Sheet, action: &str) -> Markup {
    let form = Form::new(scene.words, sheet.fields, sheet.faults);
    let (email, hint) = (scene.t("portal-email"), scene.t("call-email-hint"));
    html! {
        section."form-section" aria-labelledby="einreichen" {
            h2.kern-heading-medium #einreichen { (scene.t("call-hand-in")) }
            @if sheet.late { (line("info", &scene.t("call-late"))) }
            p { (scene.t("call-ask-lead")) }
            form.stack method="post" action=(action) novalidate {
                (form.summary())
                (form.once())
                (form.input("email", &email).email().autocomplete("email").hint(&hint).required())
                div { (form.submit(&scene.t("call-ask"))) }
            }
            p."fine muted" { (scene.t("call-data")) }
        }
    }
}

/// After asking: the same whoever the address belongs to.
pub fn sent(scene: Scene, call: &CallView) -> Markup {
    let back = address::call::Call::new(&scene.congress.slug, &call.row.slug).path();
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            h1.kern-heading-x-large { (scene.t("call-sent")) }
            (line("success", &scene.t("call-sent-line")))
            p.measure { (scene.t("call-sent-missing")) }
            div { (button("tertiary", &back, &scene.t("portal-back"))) }
        }
    }
}
