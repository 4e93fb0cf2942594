//! The page of a body: what it is, who of it is there, what they offer and look for.

use super::{cooperation, part};
use crate::query::cooperation::CooperationLine;
use crate::query::entry::EntryView;
use crate::query::person::PersonView;
use congress::entity::organisation;
use maud::{Markup, html};
use web::layout::icon_small;
use web::scene::Scene;

pub fn page(
    scene: Scene,
    row: &organisation::Model,
    people: &[PersonView],
    entries: &[EntryView],
    cooperations: &[CooperationLine],
) -> Markup {
    let body = html! {
        p.cluster {
            (icon_small(part::sign(row.kind)))
            (part::word(scene.words, "kind", crate::form::profile::kind_name(row.kind)))
            @if !row.town.is_empty() { " · " span dir="auto" { (row.town) } }
        }
        @if !row.about.0.is_empty() { p.measure { (scene.text(&row.about)) } }
        @if !row.website.is_empty() { p { a href=(row.website) rel="nofollow noopener" { (row.website) } } }
        section.stack aria-labelledby="menschen" {
            h2.kern-heading-large #menschen { (scene.t("network-people")) }
            (part::people(scene, people))
        }
        @if !entries.is_empty() {
            section.stack aria-labelledby="angebote" {
                h2.kern-heading-large #angebote { (scene.t("network-entries")) }
                div."tiles tiles--l" { @for view in entries { (part::entry(scene, view, 3)) } }
            }
        }
        @if !cooperations.is_empty() {
            section.stack aria-labelledby="kooperationen" {
                h2.kern-heading-large #kooperationen { (scene.t("network-cooperations")) }
                (cooperation::list(scene, cooperations))
            }
        }
    };
    part::below(scene, &row.name, None, body)
}
