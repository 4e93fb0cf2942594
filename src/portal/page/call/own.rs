//! The page of whoever hands in: the form while it may be changed, else what was said; who takes part; what became of it.

use super::form::{contribution, person, preview};
use super::{markdown, state};
use crate::page::{Scene, badge, breadcrumb, button, line};
use maud::{Markup, html};
use programme::entity::submission::State;
use programme::query::submission::{Own, Part};
use programme::rules::transition::{self, By};
use programme::service::submission::draft::may_edit;
use web::form::{Form, Seen};
use web::layout::module;
use web::{Faults, Fields};

/// How the form is shown.
pub struct Sheet<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub seen: Seen,
    /// A sentence above the form.
    pub notice: Option<String>,
    /// What is typed for somebody who is to take part, and what is wrong with it.
    pub invited: (&'a Fields, &'a Faults),
}

/// The addresses behind the link.
pub struct Paths<'a> {
    pub slug: &'a str,
    pub code: &'a str,
    pub secret: &'a str,
    /// The page of whoever hands in as a speaker.
    pub speaking: Option<String>,
}

impl Paths<'_> {
    pub fn page(&self) -> String {
        address::call::Submission::new(self.slug, self.code, self.secret).path()
    }

    fn withdrawal(&self) -> String {
        address::call::SubmissionWithdrawal::new(self.slug, self.code, self.secret).path()
    }

    fn speakers(&self) -> String {
        address::call::SubmissionSpeakers::new(self.slug, self.code, self.secret).path()
    }

    fn removal(&self, position: i32) -> String {
        let position = position.to_string();
        address::call::SubmissionSpeakerRemoval::new(self.slug, self.code, self.secret, position).path()
    }
}

/// The whole page.
pub fn main(scene: Scene, own: &Own, sheet: &Sheet, here: &Paths) -> Markup {
    let row = &own.row;
    let edits = may_edit(row.state, By::Submitter, &own.facts);
    let calls = address::call::Call::new(&scene.congress.slug, &own.call.row.slug).path();
    let call = own.call.row.title.in_language(scene.words.language());
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &calls, call, &scene.t("call-own")))
            div."stack stack--s" {
                h1.kern-heading-x-large dir="auto" { @if row.title.is_empty() { (scene.t("call-new")) } @else { (row.title) } }
                div.cluster { (state(scene, row.state)) span.muted { (scene.with("call-code", &[("code", (&row.code).into())])) } }
            }
            p.measure { (standing(scene, own)) }
            @if row.state == State::Submitted { (markdown(scene, &own.call.row.thanks, 2)) }
            @if let Some(path) = here.speaking.as_ref().filter(|_| row.state != State::Draft) {
                div { (button("secondary", path, &scene.t("call-to-speaking"))) }
            }
            @if edits { (edit(scene, own, sheet, here)) }
            (preview(scene, &own.typed.title, &own.typed.abstract_text, &own.typed.description, &own.typed.biography))
            (people(scene, own, sheet, here, edits))
            (withdrawal(scene, own, here))
            p."fine muted" { (scene.t("call-link")) }
        }
    }
}

/// How it stands, in a sentence or two.
fn standing(scene: Scene, own: &Own) -> String {
    // By a late link one hands in after it.
    let until = own.call.row.closes_at.filter(|at| *at > scene.now).map(|at| scene.words.date_time(at, scene.zone()));
    match own.row.state {
        State::Draft if !own.facts.call_open => scene.t("call-standing-draft-closed"),
        State::Draft => match until {
            Some(until) => scene.with("call-standing-draft-until", &[("until", until.into())]),
            None => scene.t("call-standing-draft"),
        },
        State::Submitted if own.facts.call_open => scene.t("call-standing-submitted-open"),
        other => scene.t(&format!("call-standing-{}", other.name())),
    }
}

fn edit(scene: Scene, own: &Own, sheet: &Sheet, here: &Paths) -> Markup {
    let form = Form::new(scene.words, sheet.fields, sheet.faults);
    let max = usize::try_from(own.call.row.biography_max).unwrap_or_default();
    let waits = matches!(own.row.state, State::Draft | State::Withdrawn);
    html! {
        form."stack stack--l" #entwurf method="post" action=(here.page()) novalidate data-keeps[own.row.state == State::Draft]
            data-kept=(scene.t("call-kept")) data-not-kept=(scene.t("call-not-kept")) {
            @if let Some(notice) = &sheet.notice { div role="alert" { (line("warning", notice)) } }
            (form.summary())
            (form.seen(&sheet.seen))
            (contribution(scene, form, &own.call, &own.topics))
            section."form-section" aria-labelledby="person" {
                h2.kern-heading-medium #person { (scene.t("call-section-person")) }
                (person(scene, form, max, true))
            }
            div.cluster {
                @if waits && own.facts.call_open {
                    button."kern-btn kern-btn--primary" type="submit" name="deed" value="hand-in" { span.kern-label { (scene.t("call-submit")) } }
                    button."kern-btn kern-btn--secondary" type="submit" name="deed" value="save" { span.kern-label { (scene.t("call-save")) } }
                } @else {
                    button."kern-btn kern-btn--primary" type="submit" name="deed" value="save" { span.kern-label { (scene.t("call-save-change")) } }
                }
                span."fine muted" data-state role="status" {}
            }
            @if waits { p."fine muted" { (scene.t("call-save-hint")) } }
        }
        (module("call.js"))
    }
}

fn people(scene: Scene, own: &Own, sheet: &Sheet, here: &Paths, edits: bool) -> Markup {
    let (fields, faults) = sheet.invited;
    let form = Form::new(scene.words, fields, faults);
    let [name, email] = ["portal-name", "portal-email"].map(|key| scene.t(key));
    let takes_place = matches!(own.row.state, State::Accepted | State::Confirmed);
    html! {
        section."stack" aria-labelledby="mitwirkende" {
            h2.kern-heading-medium #mitwirkende { (scene.t("call-people")) }
            p.measure { (scene.t("call-people-lead")) }
            ul.row-list {
                @for part in own.parts.iter().filter(|part| !part.name().is_empty()) {
                    li.cluster {
                        span dir="auto" { (part.name()) }
                        (part_state(scene, part))
                        @if edits && !takes_place && part.part.position > 1 {
                            form method="post" action=(here.removal(part.part.position)) {
                                button.tool type="submit" {
                                    (scene.t("call-person-remove")) span.kern-sr-only { " " (part.name()) }
                                }
                            }
                        }
                    }
                }
            }
            @if edits {
                details open[!faults.is_empty()] {
                    summary { (scene.t("call-invite")) }
                    form.stack method="post" action=(here.speakers()) novalidate {
                        (form.summary())
                        div.form-grid {
                            (form.input("invited-name", &name).autocomplete("off").required())
                            (form.input("invited-email", &email).email().autocomplete("off").required())
                        }
                        div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("call-invite-submit")) } } }
                    }
                }
            }
        }
    }
}

/// Whether somebody has said that they take part.
pub(super) fn part_state(scene: Scene, part: &Part) -> Markup {
    if part.part.confirmed_at.is_some() {
        badge("success", &scene.t("call-person-in"))
    } else if part.part.declined_at.is_some() {
        badge("warning", &scene.t("call-person-out"))
    } else {
        badge("info", &scene.t("call-person-invited"))
    }
}

fn withdrawal(scene: Scene, own: &Own, here: &Paths) -> Markup {
    let may =
        transition::allowed(own.row.state.into(), transition::State::Withdrawn, By::Submitter, &own.facts).is_ok();
    html! {
        @if may {
            section."stack stack--s" aria-labelledby="zurueck" {
                h2.kern-heading-medium #zurueck { (scene.t("call-withdraw")) }
                p.measure { (scene.t(if own.row.state == State::Submitted { "call-withdraw-lead" } else { "call-withdraw-accepted" })) }
                form method="post" action=(here.withdrawal()) {
                    button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (scene.t("call-withdraw-submit")) } }
                }
            }
        }
    }
}
