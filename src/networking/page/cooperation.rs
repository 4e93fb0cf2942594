//! A cooperation, its form, lists of them.

use super::part;
use crate::query::cooperation::{CooperationLine, CooperationPage};
use crate::query::person::PersonView;
use crate::rules::cooperation::{Circle, State, Tie};
use chrono::NaiveDate;
use congress::entity::topic;
use maud::{Markup, html};
use web::form::{Conflict, Form, Seen};
use web::scene::{Scene, badge, button, line};
use web::{Faults, Fields};

pub(super) fn state(scene: Scene, state: State) -> String {
    part::word(scene.words, "step", state.name())
}

/// One below the other.
pub fn list(scene: Scene, all: &[CooperationLine]) -> Markup {
    html! {
        ul.row-list {
            @for line in all {
                li {
                    div."cluster cluster--between" {
                        a dir="auto" href=(address::networking::Cooperation::new(&scene.congress.slug, &line.code).path()) { (line.title) }
                        span."cluster cluster--s" {
                            @if line.tie == Tie::Invited { (badge("warning", &scene.t("network-cooperation-invitation"))) }
                            @if line.seeks { span."muted fine" { (scene.t("network-cooperation-partners")) } }
                            (badge("info", &state(scene, line.state)))
                        }
                    }
                }
            }
        }
    }
}

pub fn page(scene: Scene, view: &CooperationPage) -> Markup {
    let slug = &scene.congress.slug;
    let row = &view.row;
    let newest = view.newest();
    let ended = newest.is_none_or(|step| step.state == State::Ended);
    let body = html! {
        div.cluster {
            @if let Some(step) = newest { (badge("info", &state(scene, step.state))) }
            @if let Some(topic) = &view.topic { (part::topic(scene, topic)) }
        }
        @if row.hidden_at.is_some() {
            section."panel stack stack--s" {
                (line("warning", &scene.t("network-cooperation-hidden")))
                p dir="auto" { (row.hidden_why) }
            }
        }
        @if view.tie == Tie::Invited { (invitation(scene, &row.code)) }
        (part::prose(&row.goal))
        @if !row.next.is_empty() {
            section."stack stack--s" aria-labelledby="schritt" {
                h2.kern-heading-medium #schritt { (scene.t("network-cooperation-next")) }
                p dir="auto" { (row.next) }
                @if let Some(day) = row.next_on.as_deref().and_then(|day| day.parse::<NaiveDate>().ok()) {
                    p.muted { (scene.with("network-cooperation-next-until", &[("day", scene.words.day(day).into())])) }
                }
                @if let Some(owner) = &view.next_owner { (part::person(scene, owner)) }
            }
        }
        @if row.seeks && !ended { (partners(scene, view)) }
        section.stack aria-labelledby="dabei" {
            h2.kern-heading-medium #dabei { (scene.t("network-cooperation-members")) }
            @if view.joined.is_empty() { p.muted { (scene.t("network-cooperation-members-hidden")) } } @else { (part::people(scene, &view.joined)) }
        }
        @if !view.asked.is_empty() {
            section.stack aria-labelledby="anfragen" {
                h2.kern-heading-medium #anfragen { (scene.t("network-cooperation-asked")) }
                ul.row-list { @for one in &view.asked { li.stack { (part::person(scene, one)) (decision(scene, &row.code, one)) } } }
            }
        }
        @if !view.invited.is_empty() {
            section.stack aria-labelledby="eingeladen" {
                h2.kern-heading-medium #eingeladen { (scene.t("network-cooperation-invited")) }
                (part::people(scene, &view.invited))
            }
        }
        @if !row.links.is_empty() {
            section."stack stack--s" aria-labelledby="links" {
                h2.kern-heading-medium #links { (scene.t("network-cooperation-links")) }
                ul.stack { @for link in row.links.lines() { li { a href=(link) rel="nofollow noopener" dir="auto" { (link) } } } }
            }
        }
        section.stack aria-labelledby="verlauf" {
            h2.kern-heading-medium #verlauf { (scene.t("network-cooperation-history")) }
            ol.row-list {
                @for one in view.steps.iter().rev() {
                    li."stack stack--s" {
                        p { strong { (state(scene, one.step.state)) } " " span.muted { (scene.words.date(one.step.made_at, scene.zone())) } @if let Some(by) = &one.by { " · " span dir="auto" { (by.name) } } }
                        @if !one.step.note.is_empty() { (part::prose(&one.step.note)) }
                    }
                }
            }
        }
        @if view.tie == Tie::Joined {
            @if let Some(step) = newest { (further(scene, &row.code, step.state, step.number)) }
            div.cluster {
                (button("secondary", &address::networking::MyCooperation::new(slug, &row.code).path(), &scene.t("network-cooperation-change")))
            }
            details {
                summary { (scene.t("network-cooperation-leave")) }
                div.stack {
                    p.measure { (scene.t("network-cooperation-leave-note")) }
                    (part::press(&address::networking::CooperationLeaving::new(slug, &row.code).path(), "secondary kern-btn--danger", &scene.t("network-cooperation-leave"), &[]))
                }
            }
        }
    };
    part::below(scene, &row.title, None, body)
}

fn invitation(scene: Scene, code: &str) -> Markup {
    let path = address::networking::CooperationAnswer::new(&scene.congress.slug, code).path();
    html! {
        section."match-card kern-level-2 stack" aria-labelledby="einladung" {
            h2.kern-heading-small #einladung { (scene.t("network-cooperation-invitation")) }
            p.measure { (scene.t("network-cooperation-invitation-note")) }
            div.cluster {
                (part::press(&path, "primary", &scene.t("network-cooperation-accept"), &[("answer", "yes")]))
                (part::press(&path, "secondary", &scene.t("network-cooperation-refuse"), &[("answer", "no")]))
            }
        }
    }
}

fn partners(scene: Scene, view: &CooperationPage) -> Markup {
    let (slug, code) = (&scene.congress.slug, &view.row.code);
    let back = address::networking::Cooperation::new(slug, code).path();
    html! {
        section.stack aria-labelledby="partner" {
            h2.kern-heading-medium #partner { (scene.t("network-cooperation-partners")) }
            @if !view.row.wanted.is_empty() { (part::prose(&view.row.wanted)) }
            @match view.tie {
                Tie::Anybody => div { (button("primary", &address::with_query(&address::networking::Entrance::new(slug).path(), &[("next", back.as_str())]), &scene.t("network-cooperation-enter"))) },
                Tie::Participant => {
                    div { (part::press(&address::networking::CooperationRequest::new(slug, code).path(), "primary", &scene.t("network-cooperation-request"), &[])) }
                    p."fine muted measure" { (scene.t("network-cooperation-request-note")) }
                },
                Tie::Refused => p.muted { (scene.t("network-cooperation-turned-down")) },
                Tie::Asking => {
                    p.muted { (scene.t("network-cooperation-request-waits")) }
                    div { (part::press(&address::networking::CooperationLeaving::new(slug, code).path(), "secondary", &scene.t("network-cooperation-withdraw"), &[])) }
                },
                Tie::Invited | Tie::Joined => {}
            }
        }
    }
}

fn decision(scene: Scene, code: &str, one: &PersonView) -> Markup {
    let path = address::networking::CooperationMember::new(&scene.congress.slug, code, &one.code).path();
    html! {
        div.cluster {
            (part::press(&path, "primary", &scene.t("network-cooperation-take"), &[("answer", "yes")]))
            (part::press(&path, "secondary", &scene.t("network-cooperation-turn-down"), &[("answer", "no")]))
        }
    }
}

/// How far it came: only what may come next.
fn further(scene: Scene, code: &str, now: State, number: i32) -> Markup {
    let (none, begun) = (Faults::new(), Fields::new());
    let form = Form::new(scene.words, &begun, &none);
    let (label, note) = (scene.t("network-cooperation-state"), scene.t("network-cooperation-note"));
    let next = State::ALL.into_iter().filter(|next| now.may_become(*next));
    html! {
        form."panel stack" method="post" action=(address::networking::CooperationStep::new(&scene.congress.slug, code).path()) {
            h2.kern-heading-small { (scene.t("network-cooperation-state-change")) }
            input type="hidden" name="number" value=(number);
            (form.select("state", &label).options(next.map(|next| (next.name().to_owned(), state(scene, next)))))
            (form.textarea("note", &note).rows(2).optional())
            div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-cooperation-state-change")) } } }
        }
    }
}

/// What the form of one offers to choose from.
pub struct Choice<'a> {
    pub topics: &'a [(topic::Model, usize)],
    /// Who is in it: the next step is one of theirs.
    pub joined: &'a [PersonView],
    /// One's contacts who are not.
    pub contacts: &'a [PersonView],
}

/// The form. `code`: `new`, or of the one that is changed, with what was seen of it.
pub fn form(
    scene: Scene,
    code: &str,
    choice: &Choice,
    (fields, faults): (&Fields, &Faults),
    (seen, conflict): (Option<&Seen>, Option<&Conflict>),
) -> Markup {
    let path = address::networking::MyCooperation::new(&scene.congress.slug, code).path();
    let form = Form::new(scene.words, fields, faults);
    let label = |key: &str| scene.t(key);
    let (title, goal, of_topic, circle) = (
        label("network-cooperation-title"),
        label("network-cooperation-goal"),
        label("network-topic"),
        label("network-cooperation-circle"),
    );
    let (wanted, next, owner, day, links) = (
        label("network-cooperation-wanted"),
        label("network-cooperation-next"),
        label("network-cooperation-next-owner"),
        label("network-cooperation-next-day"),
        label("network-cooperation-links"),
    );
    let hints = ["network-cooperation-title-hint", "network-cooperation-links-hint"].map(|key| scene.t(key));
    let language = scene.words.language();
    let topics = choice
        .topics
        .iter()
        .map(|(row, depth)| (row.slug.clone(), format!("{}{}", "– ".repeat(*depth), row.name.in_language(language))));
    let owners = choice.joined.iter().map(|one| (one.code.clone(), one.name.clone()));
    let circles = Circle::ALL.map(|one| (one.name().to_owned(), part::word(scene.words, "circle", one.name())));
    let heading = label(if seen.is_some() { "network-cooperation-change" } else { "network-cooperation-start" });
    let body = html! {
        @if let Some(conflict) = conflict { (conflict.alert(scene.words, scene.zone(), &path)) }
        form."stack stack--l" method="post" action=(path) novalidate {
            (form.summary())
            div.form-grid {
                (form.input("title", &title).hint(&hints[0]).required().whole())
                (form.textarea("goal", &goal).rows(5).required().whole())
                (form.select("topic", &of_topic).options(std::iter::once(("".to_owned(), scene.t("network-choose"))).chain(topics)).required())
                (form.select("circle", &circle).options(circles))
            }
            @if !choice.contacts.is_empty() {
                fieldset.kern-fieldset #invite {
                    legend.kern-label { (scene.t("network-cooperation-invite")) }
                    div.kern-fieldset__body {
                        p.kern-hint { (scene.t("network-cooperation-invite-hint")) }
                        @for one in choice.contacts {
                            @let id = format!("invite-{}", one.code);
                            div.kern-form-check {
                                input.kern-form-check__checkbox type="checkbox" id=(id) name="invite" value=(one.code) checked[fields.all("invite").any(|code| code == one.code)];
                                label.kern-label for=(id) dir="auto" { (one.name) @if one.organisation.is_some() { ", " (part::role(one)) } }
                            }
                        }
                    }
                }
            }
            (form.checkbox("seeks", html! { (scene.t("network-cooperation-seeks")) }))
            (form.textarea("wanted", &wanted).rows(3).optional())
            div.form-grid {
                (form.input("next", &next).optional().whole())
                (form.select("next-owner", &owner).options(std::iter::once(("".to_owned(), scene.t("network-cooperation-next-nobody"))).chain(owners)))
                (form.input("next-on", &day).day().optional())
            }
            (form.textarea("links", &links).rows(3).hint(&hints[1]).optional())
            @match seen { Some(seen) => (form.seen(seen)), None => { (form.once()) input type="hidden" name="with" value=(fields.get("with")); } }
            p."fine muted measure" { (scene.t("network-cooperation-office")) }
            div { (form.submit(&scene.t("network-save"))) }
        }
    };
    part::below(scene, &heading, None, body)
}
