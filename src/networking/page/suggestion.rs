//! Who suits, with the reasons in a sentence.

use super::part;
use crate::entity::entry::Form;
use crate::form::entry::{FORMS, name_of};
use crate::form::profile::kind_name;
use crate::query::suggestion::Suggestion;
use crate::rules::matching::{Reason, Relation, Seeker};
use congress::entity::topic;
use maud::{Markup, html};
use web::layout::{icon, icon_small};
use web::scene::Scene;

fn name(topics: &[topic::Model], id: base::Uuid, scene: Scene) -> String {
    let found = topics.iter().find(|row| row.id == id);
    found.map(|row| row.name.in_language(scene.words.language()).to_owned()).unwrap_or_default()
}

/// One reason in words.
pub(super) fn reason(scene: Scene, topics: &[topic::Model], reason: &Reason) -> String {
    let form = |form: Form| part::word(scene.words, "form", name_of(&FORMS, form));
    match reason {
        Reason::Mutual => scene.t("network-reason-mutual"),
        Reason::NeedMeetsOffer { seeker, wanted, topic, offered, since, .. } => {
            let offered = match since {
                Some(year) => scene.with(
                    "network-reason-since",
                    &[("what", form(*offered).into()), ("year", year.to_string().into())],
                ),
                None => form(*offered),
            };
            let key = match seeker {
                Seeker::Other => "network-reason-they-seek",
                Seeker::Viewer => "network-reason-you-seek",
            };
            let on = name(topics, *topic, scene);
            scene.with(key, &[("wanted", form(*wanted).into()), ("topic", on.into()), ("offered", offered.into())])
        }
        Reason::NeedMeetsNeed { their_form, their_topic, .. } => scene.with(
            "network-reason-both-need",
            &[("topic", name(topics, *their_topic, scene).into()), ("wanted", form(*their_form).into())],
        ),
        Reason::SameTopic { topic } => {
            scene.with("network-reason-topic", &[("topic", name(topics, *topic, scene).into())])
        }
        Reason::SimilarSize { .. } => scene.t("network-reason-size"),
        Reason::Neighbourhood { relation: Relation::SameTown, .. } => scene.t("network-reason-same-town"),
        Reason::Neighbourhood { relation: Relation::SameDistrict, km } => {
            scene.with("network-reason-same-district", &[("km", (*km).into())])
        }
        Reason::Neighbourhood { relation: Relation::NeighbourDistrict, km } => {
            scene.with("network-reason-neighbour-district", &[("km", (*km).into())])
        }
        Reason::Kinds { mine, theirs } => {
            let kind = |kind| part::word(scene.words, "kind", kind_name(kind));
            scene.with("network-reason-kinds", &[("mine", kind(*mine).into()), ("theirs", kind(*theirs).into())])
        }
        Reason::Presence { span } => {
            let when = scene.words.span(span.from, span.until, scene.zone());
            scene.with("network-reason-presence", &[("when", when.into())])
        }
        Reason::Language { language } => {
            let language = part::word(scene.words, "language", language.tag());
            scene.with("network-reason-language", &[("language", language.into())])
        }
    }
}

/// A suggestion as a card, loud in its reason.
pub fn card(scene: Scene, topics: &[topic::Model], one: &Suggestion) -> Markup {
    use address::networking::{PersonAvoidance, PersonInterest};
    let (slug, person) = (&scene.congress.slug, &one.person);
    let id = format!("vorschlag-{}", person.code);
    let reasons: Vec<String> = one.reasons.iter().map(|one| reason(scene, topics, one)).collect();
    html! {
        article."match-card kern-level-2" aria-labelledby=(id) {
            div.person {
                span."avatar avatar--l" aria-hidden="true" { (part::initials(&person.name)) }
                div {
                    h3."kern-title kern-title--small" id=(id) dir="auto" { a href=(part::person_path(scene, person)) { (person.name) } }
                    span.person__role dir="auto" { (part::role(person)) }
                }
            }
            @if let Some(first) = reasons.first() { p.match-card__reason { (first) "." } }
            @if reasons.len() > 1 {
                ul."match-card__meta plain-list" { @for said in reasons.iter().skip(1) { li { (icon_small("ok")) (said) } } }
            }
            div.cluster {
                form method="post" action=(PersonInterest::new(slug, &person.code).path()) {
                    button."kern-btn kern-btn--primary" type="submit" { (icon("handshake")) span.kern-label { (scene.t("network-interest")) } }
                }
                (part::press(&PersonAvoidance::new(slug, &person.code).path(), "tertiary", &scene.t("network-no-thanks"), &[("kind", "declined"), ("back", "suggestions")]))
            }
        }
    }
}

/// All that are worth a look.
pub fn page(scene: Scene, topics: &[topic::Model], all: &[Suggestion]) -> Markup {
    let body = html! {
        @if all.is_empty() {
            p.muted { (scene.t("network-suggestions-none")) }
        } @else {
            h2.kern-sr-only { (scene.t("network-people")) }
            @for one in all { (card(scene, topics, one)) }
        }
    };
    part::below(scene, &scene.t("network-suggestions"), Some(&scene.t("network-suggestions-lead")), body)
}
