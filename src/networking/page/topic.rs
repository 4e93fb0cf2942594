//! The front of the directory, and a topic.

use super::{cooperation, part};
use crate::query::entry::EntryView;
use crate::query::topic::{TopicPage, TopicView};
use maud::{Markup, html};
use web::layout::{icon, icon_small};
use web::scene::{Scene, breadcrumb, button};

/// Whether whoever reads is in the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Guest,
    Member,
}

/// The front: topics with how much there is on each, what is new.
pub fn front(scene: Scene, topics: &[TopicView], newest: &[EntryView], people: u64, reader: Reader) -> Markup {
    let slug = &scene.congress.slug;
    let directory = address::networking::Directory::new(slug).path();
    let mine = address::networking::Mine::new(slug).path();
    html! {
        div."wrap band--tight stack stack--l" {
            div."stack stack--s" {
                h1.kern-heading-x-large { (scene.t("network-title")) }
                p.measure { (scene.t("network-lead")) }
            }
            div.cluster {
                @match reader {
                    Reader::Member => {
                        (button("primary", &address::networking::MyEntry::new(slug, "new").path(), &scene.t("network-write")))
                        (button("secondary", &mine, &scene.t("network-mine")))
                    }
                    Reader::Guest => (button("primary", &address::networking::Entrance::new(slug).path(), &scene.t("network-enter"))),
                }
                (button("tertiary", &directory, &scene.t("network-directory")))
            }
            @if people > 0 { p.muted { (scene.with("network-people-count", &[("count", people.into())])) } }
        }
        section."band kern-layer kern-level-1 band--tight" aria-labelledby="themen" {
            div."wrap stack" {
                h2.kern-heading-large #themen { (scene.t("network-topics")) }
                ul."row-list topic-tree" {
                    @for view in topics {
                        li class=[(view.depth > 0).then_some("topic-tree__below")] {
                            div."cluster cluster--between" {
                                a.kern-body--bold href=(address::networking::Topic::new(slug, &view.topic.slug).path()) { (scene.text(&view.topic.name)) }
                                span."muted fine" { (scene.with("network-topic-counts", &[("people", view.people.into()), ("offers", view.offers.into()), ("needs", view.needs.into())])) }
                            }
                        }
                    }
                }
                @if reader == Reader::Member {
                    details {
                        summary { (scene.t("network-propose")) }
                        form."stack" method="post" action=(address::networking::TopicProposal::new(slug).path()) {
                            div.kern-form-input {
                                label.kern-label for="name" { (scene.t("network-propose-name")) }
                                input.kern-form-input__input #name name="name" required maxlength="200";
                            }
                            div.kern-form-input {
                                label.kern-label for="why" { (scene.t("network-propose-why")) }
                                textarea.kern-form-input__input #why name="why" rows="3" maxlength="3000" {}
                            }
                            button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-propose-submit")) } }
                        }
                    }
                }
            }
        }
        @if !newest.is_empty() {
            section.band aria-labelledby="neu" {
                div."wrap stack stack--l" {
                    div.section-head {
                        h2.kern-heading-large #neu { (scene.t("network-newest")) }
                        p { a href=(address::with_query(&directory, &[("show", "entries")])) { (scene.t("network-all-entries")) } }
                    }
                    div."tiles tiles--l" { @for view in newest { (part::entry(scene, view, 3)) } }
                }
            }
        }
    }
}

/// A topic: who works on it, what is offered and looked for, what there is at the congress.
pub fn page(scene: Scene, page: &TopicPage, reader: Reader) -> Markup {
    let slug = &scene.congress.slug;
    let topic = &page.topic;
    let front = address::networking::Network::new(slug).path();
    let name = topic.name.in_language(scene.words.language());
    let directory = |show: &str| {
        address::with_query(
            &address::networking::Directory::new(slug).path(),
            &[("show", show), ("topic", topic.slug.as_str())],
        )
    };
    let write =
        address::with_query(&address::networking::MyEntry::new(slug, "new").path(), &[("topic", topic.slug.as_str())]);
    let follow = address::networking::TopicFollow::new(slug, &topic.slug).path();
    let synonyms: Vec<&str> = topic.synonyms.lines().collect();
    html! {
        div."wrap band--tight stack stack--l" {
            div."stack stack--s" {
                (breadcrumb(scene.words, &front, &scene.t("web-menu-network"), name))
                h1.kern-heading-x-large { (scene.text(&topic.name)) }
                @if !topic.about.0.is_empty() { p.measure { (scene.text(&topic.about)) } }
                @if !synonyms.is_empty() { p."measure muted" { (scene.with("network-also", &[("names", synonyms.join(", ").into())])) } }
                @if let Some(above) = &page.above { p { (scene.t("network-above")) " " (part::topic(scene, above)) } }
                @if !page.below.is_empty() {
                    ul."cluster cluster--s plain-list" aria-label=(scene.t("network-below")) { @for row in &page.below { li { (part::topic(scene, row)) } } }
                }
            }
            div.cluster {
                @match reader {
                    Reader::Member => {
                        (button("primary", &write, &scene.t("network-write")))
                        form method="post" action=(follow) {
                            input type="hidden" name="follow" value=(if page.follows { "no" } else { "yes" });
                            button."kern-btn kern-btn--secondary" type="submit" {
                                (icon("notify"))
                                span.kern-label { (scene.t(if page.follows { "network-unfollow" } else { "network-follow" })) }
                            }
                        }
                    }
                    Reader::Guest => (button("primary", &address::with_query(&address::networking::Entrance::new(slug).path(), &[("next", address::networking::Topic::new(slug, &topic.slug).path().as_str())]), &scene.t("network-enter"))),
                }
                @if page.people_count > 0 { p.muted { (scene.with("network-from-bodies", &[("people", page.people_count.into()), ("bodies", page.bodies.into())])) } }
            }
        }
        section."band kern-layer kern-level-1" aria-labelledby="angebote" {
            div."wrap stack stack--l" {
                div.section-head {
                    h2.kern-heading-large #angebote { (scene.t("network-entries")) }
                    @if page.offer_count + page.need_count > 0 {
                        p { a href=(directory("entries")) { (scene.with("network-entries-all", &[("offers", page.offer_count.into()), ("needs", page.need_count.into())])) } }
                    }
                }
                @if page.offers.is_empty() && page.needs.is_empty() {
                    p.muted { (scene.t("network-entries-none")) }
                } @else {
                    div."tiles tiles--l" {
                        @for view in page.offers.iter().chain(&page.needs) { (part::entry(scene, view, 3)) }
                    }
                }
            }
        }
        section.band aria-labelledby="menschen" {
            div."wrap split split--even" {
                div.stack {
                    h2.kern-heading-large #menschen { (scene.t("network-people")) }
                    @if !page.kinds.is_empty() {
                        ul."cluster cluster--s plain-list" {
                            @for (kind, n) in &page.kinds {
                                li {
                                    a.topic-chip href=(format!("{}&kind={}", directory("people"), crate::form::profile::kind_name(*kind))) {
                                        (icon_small(part::sign(*kind))) (part::kind(scene.words, *kind)) " "
                                        span.topic-chip__count { (n) }
                                    }
                                }
                            }
                        }
                    }
                    @if page.people.is_empty() {
                        p.muted { (scene.t(if reader == Reader::Member { "network-people-none" } else { "network-people-hidden" })) }
                    } @else {
                        (part::people(scene, &page.people))
                        p { a href=(directory("people")) { (scene.with("network-people-all", &[("count", page.people_count.into())])) } }
                    }
                }
                div."stack stack--xl" {
                    @if reader == Reader::Member || !page.cooperations.is_empty() {
                        section.stack aria-labelledby="kooperationen" {
                            h2.kern-heading-large #kooperationen { (scene.t("network-cooperations")) }
                            @if page.cooperations.is_empty() { p.muted { (scene.t("network-cooperations-none")) } } @else { (cooperation::list(scene, &page.cooperations)) }
                            @if reader == Reader::Member {
                                p { a href=(address::with_query(&address::networking::MyCooperation::new(slug, "new").path(), &[("topic", topic.slug.as_str())])) { (scene.t("network-cooperation-start")) } }
                            }
                        }
                    }
                    @if !page.sessions.is_empty() {
                        section.stack aria-labelledby="programm" {
                            h2.kern-heading-large #programm { (scene.t("network-sessions")) }
                            ul."stack stack--s plain-list" {
                                @for line in &page.sessions {
                                    li.slot {
                                        p.slot__when { (scene.words.span(line.span.0, line.span.1, scene.zone())) }
                                        h3.slot__title { a href=(address::programme::Session::new(slug, &line.code).path()) { (scene.text(&line.title)) } }
                                    }
                                }
                            }
                        }
                    }
                    @if !page.projects.is_empty() {
                        section.stack aria-labelledby="projekte" {
                            h2.kern-heading-large #projekte { (scene.t("network-projects")) }
                            ul.row-list {
                                @for line in &page.projects {
                                    li."stack stack--s" {
                                        h3.kern-heading-small { a href=(address::Project::new(slug, &line.code).path()) { (scene.text(&line.title)) } }
                                        p.muted dir="auto" { (line.organisation) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
