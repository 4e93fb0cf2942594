//! One's own part of the directory.

use super::{cooperation, part, suggestion};
use crate::entity::entry::Side;
use crate::entity::topic_proposal::Decision;
use crate::entity::{entry, topic_proposal};
use crate::query::mine::Mine;
use crate::query::suggestion::Suggestion;
use congress::entity::topic;
use maud::{Markup, html};
use web::scene::{Scene, badge, button};

pub fn page(
    scene: Scene,
    name: &str,
    mine: &Mine,
    (topics, suggestions): (&[topic::Model], &[Suggestion]),
    ends_soon: bool,
) -> Markup {
    let slug = &scene.congress.slug;
    let body = html! {
        div.cluster {
            (button("primary", &address::networking::MyEntry::new(slug, "new").path(), &scene.t("network-write")))
            (button("secondary", &address::networking::MyProfile::new(slug).path(), &scene.t("network-profile")))
            (part::press(&address::networking::Exit::new(slug).path(), "tertiary", &scene.t("network-exit"), &[]))
        }
        @if ends_soon {
            div."kern-alert kern-alert--warning" {
                div.kern-alert__header { span."kern-icon kern-icon--warning" aria-hidden="true" {} p.kern-title { (scene.t("network-ends")) } }
                div.kern-alert__body { (part::press(&address::networking::MyProfileTerm::new(slug).path(), "secondary", &scene.t("network-keep"), &[])) }
            }
        }
        @if !mine.requests.is_empty() {
            section.stack aria-labelledby="anfragen" {
                h2.kern-heading-medium #anfragen { (scene.t("network-requests")) }
                ul.row-list {
                    @for request in &mine.requests {
                        li."stack stack--s" {
                            (part::person(scene, &request.from))
                            @if let Some(about) = &request.about { p."muted fine" dir="auto" { (scene.with("network-request-about", &[("what", about.as_str().into())])) } }
                            (part::prose(&request.interest.message))
                            p { a href=(part::person_path(scene, &request.from)) { (scene.t("network-request-open")) } }
                        }
                    }
                }
            }
        }
        section.stack aria-labelledby="vorschlaege" {
            h2.kern-heading-medium #vorschlaege { (scene.t("network-suggestions")) }
            @if suggestions.is_empty() { p.muted { (scene.t("network-suggestions-none")) } } @else {
                @for one in suggestions { (suggestion::card(scene, topics, one)) }
                p { a href=(address::networking::Suggestions::new(slug).path()) { (scene.t("network-suggestions-more")) } }
            }
        }
        section.stack aria-labelledby="eintraege" {
            h2.kern-heading-medium #eintraege { (scene.t("network-my-entries")) }
            @if mine.entries.is_empty() { p.muted { (scene.t("network-my-entries-none")) } } @else {
                ul.row-list { @for row in &mine.entries { li { (own(scene, row)) } } }
            }
        }
        p { a href=(address::networking::MyMeetings::new(slug).path()) { (scene.t("network-meetings-mine")) } }
        section.stack aria-labelledby="kooperationen" {
            h2.kern-heading-medium #kooperationen { (scene.t("network-cooperations-mine")) }
            @if mine.cooperations.is_empty() { p.muted { (scene.t("network-cooperations-none")) } } @else { (cooperation::list(scene, &mine.cooperations)) }
            p { a href=(address::networking::MyCooperation::new(slug, "new").path()) { (scene.t("network-cooperation-start")) } }
        }
        section.stack aria-labelledby="kontakte" {
            h2.kern-heading-medium #kontakte { (scene.t("network-contacts")) }
            @if mine.contacts.is_empty() { p.muted { (scene.t("network-contacts-none")) } } @else { (part::people(scene, &mine.contacts)) }
        }
        @if !mine.waiting.is_empty() {
            section.stack aria-labelledby="offen" {
                h2.kern-heading-medium #offen { (scene.t("network-waiting")) }
                (part::people(scene, mine.waiting.iter().map(|one| &one.to)))
            }
        }
        @if !mine.follows.is_empty() {
            section.stack aria-labelledby="folge" {
                h2.kern-heading-medium #folge { (scene.t("network-follows")) }
                ul."cluster cluster--s plain-list" { @for row in &mine.follows { li { (part::topic(scene, row)) } } }
            }
        }
        @if !mine.proposals.is_empty() {
            section.stack aria-labelledby="vorgeschlagen" {
                h2.kern-heading-medium #vorgeschlagen { (scene.t("network-proposals")) }
                ul.row-list { @for row in &mine.proposals { li { (proposal(scene, row)) } } }
            }
        }
    };
    part::below(scene, &scene.t("network-mine"), Some(&scene.with("network-mine-lead", &[("name", name.into())])), body)
}

/// One of one's own, with how it stands.
fn own(scene: Scene, row: &entry::Model) -> Markup {
    let path = address::networking::Entry::new(&scene.congress.slug, &row.code).path();
    let side = scene.t(if row.side == Side::Offer { "network-offer" } else { "network-need" });
    html! {
        div."cluster cluster--between" {
            span { span.muted { (side) ": " } a href=(path) dir="auto" { (row.title) } }
            @if row.hidden_at.is_some() {
                (badge("warning", &scene.t("network-state-hidden")))
            } @else if row.expires_at <= scene.now {
                (badge("info", &scene.t("network-state-over")))
            } @else {
                span."muted fine" { (scene.with("network-until-day", &[("day", scene.words.date(row.expires_at, scene.zone()).into())])) }
            }
        }
    }
}

fn proposal(scene: Scene, row: &topic_proposal::Model) -> Markup {
    html! {
        div."cluster cluster--between" {
            span dir="auto" { (row.name) }
            @match row.decision {
                None => (badge("info", &scene.t("network-proposal-open"))),
                Some(Decision::Taken) => (badge("success", &scene.t("network-proposal-taken"))),
                Some(Decision::Refused) => (badge("info", &scene.t("network-proposal-refused"))),
            }
        }
        @if !row.answer.is_empty() { p.muted dir="auto" { (row.answer) } }
    }
}
