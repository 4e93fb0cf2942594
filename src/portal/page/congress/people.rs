//! Who carries the congress, and how to get there.

use super::{Section, body};
use crate::page::Scene;
use crate::query::front::Front;
use congress::entity::{organisation, partner, passage};
use congress::query::Partner;
use maud::{Markup, html};
use web::layout::{icon, icon_small};

/// Two columns of one band: who carries it, how to get there.
pub(super) fn section(scene: Scene, front: &Front) -> Section {
    let has_place =
        !front.face.congress.venue_name.is_empty() || front.face.passages(passage::Place::Arrival).next().is_some();
    if front.face.partners.is_empty() && !has_place {
        return None;
    }
    let id = if front.face.partners.is_empty() { "anreise" } else { "partner" };
    Some((
        id,
        html! {
            div."wrap split split--even" {
                @if !front.face.partners.is_empty() { (partners(scene, &front.face.partners)) }
                @if has_place { (arrival(scene, front)) }
            }
        },
    ))
}

fn partners(scene: Scene, all: &[Partner]) -> Markup {
    let (supporters, carriers): (Vec<&Partner>, Vec<&Partner>) =
        all.iter().partition(|p| p.part == partner::Part::Supporter);
    html! {
        div.stack {
            h2.kern-heading-large #partner { (scene.t("portal-partners")) }
            @if !carriers.is_empty() { (names(&carriers)) }
            @if !supporters.is_empty() {
                h3.kern-heading-small { (scene.t("portal-supporters")) }
                (names(&supporters))
            }
        }
    }
}

fn names(partners: &[&Partner]) -> Markup {
    html! {
        ul."cluster plain-list" {
            @for partner in partners {
                li."cluster cluster--s" {
                    (icon_small(sign(partner.kind)))
                    @if partner.link.is_empty() {
                        (partner.name)
                    } @else {
                        a href=(partner.link) rel="noopener" { (partner.name) }
                    }
                }
            }
        }
    }
}

fn sign(kind: organisation::Kind) -> &'static str {
    use organisation::Kind::{Authority, Business, District, Initiative, Municipality, Other, School, University};
    match kind {
        Municipality | District | Authority => "municipality",
        University | School => "university",
        Business => "business",
        Initiative | Other => "initiative",
    }
}

fn arrival(scene: Scene, front: &Front) -> Markup {
    let congress = &front.face.congress;
    let town = format!("{} {}", congress.venue_postcode, congress.venue_town);
    let address: Vec<&str> =
        [congress.venue_street.as_str(), town.trim()].into_iter().filter(|p| !p.is_empty()).collect();
    html! {
        div.stack #ort {
            h2.kern-heading-large #anreise { (scene.t("portal-arrival")) }
            dl.stack {
                @if !congress.venue_name.is_empty() {
                    div.fact { dt { (icon("place")) (congress.venue_name) } dd { (address.join(", ")) } }
                }
                @for passage in front.face.passages(passage::Place::Arrival) {
                    div.fact {
                        dt { (icon(if passage.icon.is_empty() { "place" } else { &passage.icon })) (scene.text(&passage.title)) }
                        dd { (body(scene, passage)) }
                    }
                }
            }
        }
    }
}
