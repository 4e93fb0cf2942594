//! The public page of a congress: what, when, where; what it costs; what to expect; who carries it; how to get there.

mod hero;
mod people;
mod places;

pub use places::{can_register, opening};

use crate::page::Scene;
use crate::page::prose::prose;
use crate::query::front::Front;
use congress::entity::passage;
use maud::{Markup, html};

/// The whole page.
pub fn main(scene: Scene, front: &Front) -> Markup {
    let sections = [
        places::section(scene, front),
        highlights(scene, front),
        calls(scene, front),
        topics(scene, front),
        people::section(scene, front),
    ];
    html! {
        (hero::hero(scene, front))
        // Every other band is tinted, whichever there are.
        @for (at, (id, section)) in sections.into_iter().flatten().enumerate() {
            @if at % 2 == 0 { section.band aria-labelledby=(id) { (section) } }
            @else { section."band kern-layer kern-level-1" aria-labelledby=(id) { (section) } }
        }
    }
}

/// The id of its heading, and what stands in it.
type Section = Option<(&'static str, Markup)>;

fn highlights(scene: Scene, front: &Front) -> Section {
    let all: Vec<&passage::Model> = front.face.passages(passage::Place::Highlight).collect();
    (!all.is_empty()).then(|| ("programm", html! {
        div.wrap {
            div.section-head { h2.kern-heading-large #programm { (scene.t("portal-highlights")) } }
            div.tiles {
                @for passage in all {
                    article."kern-card kern-level-2" {
                        div.kern-card__container {
                            header."kern-card__header kern-hgroup" {
                                h3.kern-title { (scene.text(&passage.title)) }
                                @if !passage.preline.is_empty() { p."kern-preline kern-preline--small" { (scene.text(&passage.preline)) } }
                            }
                            (body(scene, passage))
                        }
                    }
                }
            }
        }
    }))
}

/// What one can hand in for now.
fn calls(scene: Scene, front: &Front) -> Section {
    (!front.calls.is_empty()).then(|| ("mitmachen", html! {
        div."wrap stack stack--l" {
            h2.kern-heading-large #mitmachen { (scene.t("call-calls")) }
            p.measure { (scene.t("call-front-lead")) }
            ul.row-list {
                @for call in &front.calls {
                    li {
                        a href=(address::call::Call::new(&scene.congress.slug, &call.slug).path()) { (scene.text(&call.title)) }
                        @if let Some(at) = call.closes_at {
                            span.muted { " " (scene.with("call-until", &[("until", scene.words.date_time(at, scene.zone()).into())])) }
                        }
                    }
                }
            }
        }
    }))
}

/// The text of a passage, marked with its language if that is not the page's.
fn body(scene: Scene, passage: &passage::Model) -> Markup {
    let (markdown, language) = passage.body.get(scene.words.language());
    html! {
        @if language == scene.words.language() { (prose(markdown, 3)) } @else { div lang=(language) { (prose(markdown, 3)) } }
    }
}

fn topics(scene: Scene, front: &Front) -> Section {
    (!front.face.topics.is_empty()).then(|| {
        (
            "themen",
            html! {
                div."wrap stack stack--l" {
                    h2.kern-heading-large #themen { (scene.t("portal-topics")) }
                    ul."cluster plain-list" {
                        @for topic in &front.face.topics { li { span.topic-chip { (scene.text(&topic.name)) } } }
                    }
                }
            },
        )
    })
}
