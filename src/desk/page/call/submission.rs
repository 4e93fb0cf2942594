//! One that came in, with all that is known of it, and deciding on it.

use super::{of_pending, of_state, word};
use crate::form::call::SubmissionSearch;
use crate::form::list::Asked;
use crate::page::state::{Tone, state};
use maud::{Markup, html};
use portal::page::Scene;
use portal::page::call::form::answered;
use portal::page::prose::prose;
use programme::entity::call::Kind;
use programme::entity::submission::State;
use programme::entity::{submission_speaker, submission_step, submission_version};
use programme::query::submission::Desk;
use programme::rules::call::next_reminder;
use programme::rules::transition::{By, choices, pendings};
use programme::service::submission::decide::seen;
use web::form::Form;
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// What came back with a form of the page.
pub struct Typed<'a> {
    pub fields: &'a Fields,
    pub notice: Option<String>,
}

/// `link`: the address of whoever handed it in.
pub fn show(visit: &Visit, scene: Scene, one: &Desk, link: &str, typed: &Typed) -> Markup {
    let words = visit.words;
    let row = &one.own.row;
    let slug = &scene.congress.slug;
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(SubmissionSearch::place(slug)) { (words.t("desk-submissions")) } }
                h1.kern-heading-large dir="auto" { (row.title) }
                p."muted cluster" { (of_state(words, row.state)) (of_pending(words, row)) span.code { (row.code) } }
            }
        }
        @if let Some(notice) = &typed.notice { p role="alert" { strong { (notice) } } }
        div.desk-grid {
            div.stack {
                (said(visit, one))
                (project(visit, one))
                (questions(visit, one))
                (people(visit, slug, one))
                (versions(visit, one))
            }
            div.stack {
                (decision(visit, slug, one, typed))
                (facts(visit, one, link))
                (steps(visit, one))
            }
        }
    };
    desk_page(visit, Section::Submissions, &row.title, main)
}

fn said(visit: &Visit, one: &Desk) -> Markup {
    let words = visit.words;
    let row = &one.own.row;
    html! {
        section."panel kern-level-2 stack" aria-labelledby="said" {
            div.panel__head { h2.kern-heading-small #said { (words.t("desk-submission-text")) } }
            div.stack.measure dir="auto" { (prose(&row.abstract_text, 2)) }
            @if !row.description.is_empty() { div.stack.measure dir="auto" { (prose(&row.description, 2)) } }
            @if !row.notes.is_empty() {
                h3.kern-title { (words.t("call-notes")) }
                p.letter-text dir="auto" { (row.notes) }
            }
            @if !row.needs.is_empty() {
                h3.kern-title { (words.t("call-needs")) }
                p.letter-text dir="auto" { (row.needs) }
            }
        }
    }
}

fn project(visit: &Visit, one: &Desk) -> Markup {
    let words = visit.words;
    let row = &one.own.row;
    let yes = |is: bool| words.t(if is { "desk-yes" } else { "desk-no" });
    let texts = [
        ("call-power", &row.power),
        ("call-screen", &row.screen),
        ("call-space", &row.space),
        ("call-partners", &row.partners),
        ("call-offers", &row.offers),
        ("call-seeks", &row.seeks),
    ];
    html! {
        @if one.own.call.row.kind == Kind::Project {
            section."panel kern-level-2" aria-labelledby="project" {
                div.panel__head { h2.kern-heading-small #project { (words.t("call-section-stand")) } }
                dl."key-values key-values--start" {
                    div { dt { (words.t("call-wants-stand")) } dd { (yes(row.wants_stand)) } }
                    div { dt { (words.t("call-wants-impulse")) } dd { (yes(row.wants_impulse)) } }
                    @for (key, value) in texts { @if !value.is_empty() { div { dt { (words.t(key)) } dd dir="auto" { (value) } } } }
                }
            }
        }
    }
}

/// What the call asks of its own.
fn questions(visit: &Visit, one: &Desk) -> Markup {
    let answers = &one.own.row.answers.0;
    html! {
        @if !answers.is_empty() {
            section."panel kern-level-2" aria-labelledby="questions" {
                div.panel__head { h2.kern-heading-small #questions { (visit.words.t("call-section-questions")) } }
                (answered(visit.words, &one.own.call.questions, answers))
            }
        }
    }
}

fn standing(part: &submission_speaker::Model) -> (Tone, &'static str) {
    match (part.confirmed_at, part.declined_at) {
        (Some(_), _) => (Tone::Ok, "call-person-in"),
        (None, Some(_)) => (Tone::Bad, "call-person-out"),
        (None, None) => (Tone::Wait, "call-person-invited"),
    }
}

fn people(visit: &Visit, slug: &str, one: &Desk) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2 stack" aria-labelledby="people" {
            div.panel__head { h2.kern-heading-small #people { (words.t("call-people")) } }
            @for part in &one.own.parts {
                @let (tone, key) = standing(&part.part);
                @let picture = address::call::DeskSubmissionPicture::new(slug, &one.own.row.code, part.part.position.to_string()).path();
                article.stack."stack--s" {
                    h3.kern-title dir="auto" { (part.name()) }
                    p { (state(tone, &words.t(key), "")) }
                    @if !part.part.declined_why.is_empty() { p { (words.t("desk-submission-why-out")) ": " span dir="auto" { (part.part.declined_why) } } }
                    @if part.part.confirmed_at.is_some() {
                        @if !part.speaker.organisation.is_empty() { p.muted dir="auto" { (part.speaker.organisation) } }
                        @if one.pictures.contains(&part.speaker.id) { div { img.speaker-picture src=(picture) alt=(words.with("speaking-picture-of", &[("name", part.name().into())])) width="160" height="160"; } }
                        @let (said, language) = part.speaker.biography.get(visit.language);
                        @if !said.is_empty() { div.stack.measure lang=(language) { (prose(said, 3)) } }
                    }
                }
            }
        }
    }
}

fn decision(visit: &Visit, slug: &str, one: &Desk, typed: &Typed) -> Markup {
    let words = visit.words;
    let row = &one.own.row;
    let faults = Faults::new();
    let form = Form::new(words, typed.fields, &faults);
    let why = words.t("desk-submission-why");
    let quiet = pendings(row.state.into());
    let now = choices(row.state.into(), By::Organiser, &one.own.facts);
    html! {
        section."panel kern-level-2 stack" aria-labelledby="decision" {
            div.panel__head { h2.kern-heading-small #decision { (words.t("desk-submission-decision")) } }
            @if row.edited { p { strong { (words.t("desk-submission-edited-lead")) } } }
            @if !quiet.is_empty() {
                form.stack method="post" action=(address::call::DeskSubmissionDecision::new(slug, &row.code).path()) {
                    (form.seen(&seen(row)))
                    p.muted { (words.t("desk-submissions-quiet")) }
                    (form.textarea("why", &why).rows(2).optional())
                    div.cluster {
                        @for to in &quiet {
                            button."kern-btn kern-btn--secondary" type="submit" name="to" value=(to.name()) {
                                span.kern-label { (words.t(&format!("desk-submission-decide-{}", to.name()))) }
                            }
                        }
                        @if row.pending.is_some() {
                            button."kern-btn kern-btn--tertiary" type="submit" name="to" value=(row.state.name()) {
                                span.kern-label { (words.t("desk-submission-decide-back")) }
                            }
                        }
                    }
                }
            }
            @if !now.is_empty() {
                details {
                    summary { (words.t("desk-submission-at-once")) }
                    form.stack method="post" action=(address::call::DeskSubmissionStep::new(slug, &row.code).path()) {
                        (form.seen(&seen(row)))
                        p.muted { (words.t("desk-submission-at-once-lead")) }
                        div.kern-form-input {
                            label.kern-label for="why-now" { (why) }
                            textarea.kern-form-input__input #why-now name="why" rows="2" {}
                        }
                        div.cluster {
                            @for to in &now {
                                button."kern-btn kern-btn--secondary" type="submit" name="to" value=(to.name()) {
                                    span.kern-label { (word(words, (*to).into())) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn facts(visit: &Visit, one: &Desk, link: &str) -> Markup {
    let words = visit.words;
    let row = &one.own.row;
    let topics: Vec<_> = one.own.topics.iter().filter(|topic| one.own.typed.topics.contains(&topic.id)).collect();
    let days = &one.own.call.row.remind_days.0;
    let reminder =
        row.accepted_at.filter(|_| row.state == State::Accepted).and_then(|at| next_reminder(at, days, visit.now));
    html! {
        section."panel kern-level-2" aria-labelledby="facts" {
            div.panel__head { h2.kern-heading-small #facts { (words.t("desk-submission-facts")) } }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-call")) } dd { (text(visit, &one.own.call.row.title)) } }
                @if let Some(kind) = &one.kind { div { dt { (words.t("call-type")) } dd { (text(visit, &kind.name)) } } }
                @if let Some(track) = &one.track { div { dt { (words.t("call-track")) } dd { (text(visit, &track.name)) } } }
                @if let Some(minutes) = row.minutes { div { dt { (words.t("speaking-length")) } dd { (words.with("call-minutes", &[("minutes", minutes.into())])) } } }
                @if !row.language.is_empty() { div { dt { (words.t("call-language")) } dd { (words.t(&format!("call-language-{}", row.language))) } } }
                div { dt { (words.t("speaking-recording")) } dd { (words.t(if row.do_not_record { "speaking-recording-no" } else { "speaking-recording-yes" })) } }
                @if !topics.is_empty() { div { dt { (words.t("call-topics")) } dd { @for (n, topic) in topics.iter().enumerate() { @if n > 0 { ", " } (text(visit, &topic.name)) } } } }
                div { dt { (words.t("desk-email")) } dd dir="auto" { (one.address) } }
                div { dt { (words.t("desk-submission-link")) } dd { a href=(link) { (words.t("desk-submission-link-open")) } } }
                @if row.state == State::Accepted {
                    div { dt { (words.t("desk-submission-reminder")) } dd {
                        @match reminder { Some(at) => { (words.date_time(at, visit.zone())) } None => { (words.t("desk-submission-reminder-none")) } }
                    } }
                }
            }
        }
    }
}

fn versions(visit: &Visit, one: &Desk) -> Markup {
    let words = visit.words;
    let open = |version: &submission_version::Model| version.number == one.own.row.version;
    html! {
        section."panel kern-level-2 stack" aria-labelledby="versions" {
            div.panel__head { h2.kern-heading-small #versions { (words.t("desk-submission-versions")) } }
            @for version in &one.versions {
                details {
                    summary {
                        (words.with("desk-submission-version", &[
                            ("number", version.number.into()), ("time", words.date_time(version.made_at, visit.zone()).into()), ("name", (&version.made_by).into()),
                        ]))
                        @if open(version) { " " (words.t("desk-submission-version-now")) }
                    }
                    div.stack dir="auto" {
                        p { strong { (version.title) } }
                        (prose(&version.abstract_text, 3))
                        (prose(&version.description, 3))
                        @let answers = version.answers().0;
                        @if !answers.is_empty() { (answered(visit.words, &one.own.call.questions, &answers)) }
                    }
                }
            }
        }
    }
}

fn steps(visit: &Visit, one: &Desk) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="steps" {
            div.panel__head { h2.kern-heading-small #steps { (words.t("desk-submission-steps")) } }
            ol."row-list row-list--bare" {
                @for step in &one.steps {
                    li {
                        (step_of(visit, step))
                        span.sub { (words.date_time(step.at, visit.zone())) @if !step.actor_name.is_empty() { ", " (step.actor_name) } }
                        @if !step.why.is_empty() { span.sub dir="auto" { (step.why) } }
                    }
                }
            }
        }
    }
}

fn step_of(visit: &Visit, step: &submission_step::Model) -> String {
    let words = visit.words;
    let (from, to) = (word(words, step.from_state), word(words, step.to_state));
    if step.quiet && step.from_state == step.to_state {
        words.t("desk-submission-step-back")
    } else if step.quiet {
        words.with("desk-submission-step-quiet", &[("state", to.into())])
    } else {
        format!("{from} → {to}")
    }
}
