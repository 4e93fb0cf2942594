//! Somebody's page, and what one can do there.

use super::part;
use crate::query::entry::EntryView;
use crate::query::mine::Between;
use crate::query::person::PersonView;
use crate::rules::visibility::Viewer;
use congress::entity::topic;
use maud::{Markup, html};
use web::layout::icon;
use web::scene::{Scene, button, line};

/// What stands in a profile, without anything to do: also for the preview of one's own.
pub fn card(scene: Scene, view: &PersonView, topics: &[topic::Model]) -> Markup {
    let words = scene.words;
    html! {
        div."cluster cluster--top" {
            span."avatar avatar--l" aria-hidden="true" { (part::initials(&view.name)) }
            div.stack {
                @if !view.job.is_empty() || view.organisation.is_some() {
                    p dir="auto" {
                        (view.job)
                        @if let Some(of) = &view.organisation { @if !view.job.is_empty() { ", " } (part::body(scene, of)) }
                    }
                }
                @if !view.work.is_empty() { (part::prose(&view.work)) }
            }
        }
        @if !view.topics.is_empty() {
            div."stack stack--s" {
                h2.kern-heading-small { (scene.t("network-topics-of")) }
                (part::topics(scene, topics, &view.topics))
            }
        }
        dl."stack stack--s" {
            @if !view.languages.is_empty() {
                div.fact { dt { (scene.t("network-languages")) } dd { (view.languages.iter().map(|tag| part::word(words, "language", tag)).collect::<Vec<_>>().join(", ")) } }
            }
            @if let Some(on_site) = view.on_site {
                div.fact {
                    dt { (scene.t("network-place")) }
                    dd {
                        (scene.t(if on_site { "network-place-on-site" } else { "network-place-online" }))
                        @for (from, until) in &view.presence { br; (words.span(*from, *until, scene.zone())) }
                    }
                }
            }
            @if !view.mail.is_empty() { div.fact { dt { (scene.t("portal-email")) } dd dir="auto" { a href={ "mailto:" (view.mail) } { (view.mail) } } } }
            @if !view.phone.is_empty() { div.fact { dt { (scene.t("network-phone")) } dd dir="auto" { (view.phone) } } }
            @if !view.links.is_empty() {
                div.fact { dt { (scene.t("network-links")) } dd { @for (at, link) in view.links.iter().enumerate() { @if at > 0 { br; } a href=(link) rel="nofollow noopener" dir="auto" { (link) } } } }
            }
        }
    }
}

pub fn page(
    scene: Scene,
    view: &PersonView,
    topics: &[topic::Model],
    entries: &[EntryView],
    between: Option<&Between>,
) -> Markup {
    let body = html! {
        @if let Some(between) = between { (standing(scene, view, between)) }
        (card(scene, view, topics))
        @if let Some(between) = between { (deeds(scene, view, between)) }
        @if !entries.is_empty() {
            section.stack aria-labelledby="angebote" {
                h2.kern-heading-large #angebote { (scene.t("network-entries")) }
                div."tiles tiles--l" { @for view in entries { (part::entry(scene, view, 3)) } }
            }
        }
        @if between.is_some() { (aside(scene, view)) }
    };
    part::below(scene, &view.name, None, body)
}

/// How the two stand, in a sentence.
fn standing(scene: Scene, view: &PersonView, between: &Between) -> Markup {
    html! {
        @if view.standing == Viewer::Contact {
            (line("success", &scene.t("network-standing-contact")))
            @if between.meets {
                div { (button("primary", &address::networking::PersonMeeting::new(&scene.congress.slug, &view.code).path(), &scene.t("network-meeting-propose"))) }
            }
            div { (button("secondary", &address::with_query(&address::networking::MyCooperation::new(&scene.congress.slug, "new").path(), &[("with", view.code.as_str())]), &scene.t("network-cooperation-start"))) }
        } @else if between.asked.is_none() && between.shown.is_some() {
            (line("info", &scene.t("network-standing-shown")))
        }
    }
}

/// What one can do: answer, or show interest.
fn deeds(scene: Scene, view: &PersonView, between: &Between) -> Markup {
    use address::networking::{PersonAnswer, PersonAvoidance, PersonInterest, PersonInterestEnd};
    let (slug, code) = (&scene.congress.slug, &view.code);
    let name = view.name.as_str();
    html! {
        @if let Some(asked) = &between.asked {
            section."match-card kern-level-2 stack" aria-labelledby="anfrage" {
                h2.kern-heading-small #anfrage { (scene.with("network-asked", &[("name", name.into())])) }
                (part::prose(&asked.message))
                div.cluster {
                    (part::press(&PersonAnswer::new(slug, code).path(), "primary", &scene.t("network-yes"), &[("answer", "yes")]))
                    (part::press(&PersonAnswer::new(slug, code).path(), "secondary", &scene.t("network-no"), &[("answer", "no")]))
                }
                p."fine muted" { (scene.t("network-asked-note")) }
            }
        } @else if view.standing == Viewer::Participant {
            section."stack" aria-labelledby="interesse" {
                h2.kern-heading-small #interesse { (scene.t("network-get-in-touch")) }
                @if between.shown.is_some() {
                    div.cluster { (part::press(&PersonInterestEnd::new(slug, code).path(), "secondary", &scene.t("network-take-back"), &[])) }
                } @else {
                    div.cluster {
                        form method="post" action=(PersonInterest::new(slug, code).path()) {
                            button."kern-btn kern-btn--primary" type="submit" { (icon("handshake")) span.kern-label { (scene.t("network-interest")) } }
                        }
                        @if !between.declined {
                            (part::press(&PersonAvoidance::new(slug, code).path(), "tertiary", &scene.t("network-no-thanks"), &[("kind", "declined")]))
                        }
                    }
                    p."fine muted measure" { (scene.with("network-interest-note", &[("name", name.into())])) }
                    @if view.takes_messages {
                        details {
                            summary { (scene.t("network-message-write")) }
                            form."stack" method="post" action=(PersonInterest::new(slug, code).path()) {
                                div.kern-form-input {
                                    label.kern-label for="message" { (scene.t("network-message")) }
                                    textarea.kern-form-input__input #message name="message" rows="4" maxlength="3000" required {}
                                }
                                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-message-send")) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What one hopes never to need: blocking and reporting.
fn aside(scene: Scene, view: &PersonView) -> Markup {
    let (slug, code) = (&scene.congress.slug, &view.code);
    html! {
        details {
            summary { (scene.t("network-trouble")) }
            div.stack {
                p.measure { (scene.t("network-block-note")) }
                (part::press(&address::networking::PersonAvoidance::new(slug, code).path(), "secondary", &scene.t("network-block"), &[("kind", "blocked")]))
                (report(scene, &address::networking::PersonReport::new(slug, code).path()))
            }
        }
    }
}

/// The form by which something is reported.
pub fn report(scene: Scene, path: &str) -> Markup {
    html! {
        form."stack" method="post" action=(path) {
            div.kern-form-input {
                label.kern-label for="why" { (scene.t("network-report-why")) }
                textarea.kern-form-input__input #why name="why" rows="3" maxlength="3000" required {}
            }
            div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-report")) } } }
        }
    }
}
