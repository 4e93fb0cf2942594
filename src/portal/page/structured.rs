//! What machines read of the congress: schema.org's `Event` as JSON-LD.

use crate::page::Scene;
use crate::query::front::Front;
use congress::entity::partner;
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};
use ticketing::entity::category::Place;
use ticketing::rules::Availability;

/// For `<head>`. `url` is the page's own, absolute; `register` that of the form.
pub fn event(scene: Scene, front: &Front, url: &str, register: &str) -> Markup {
    html! { script type="application/ld+json" { (PreEscaped(literal(&value(scene, front, url, register)))) } }
}

/// JSON that can stand in a script element: no `<` can end it, whatever was typed.
fn literal(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn value(scene: Scene, front: &Front, url: &str, register: &str) -> Value {
    let congress = &front.face.congress;
    let language = scene.words.language();
    let time = |t: base::Time| t.with_timezone(&scene.zone()).to_rfc3339();
    let mut event = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": congress.name.in_language(language),
        "url": url,
        "startDate": time(congress.starts_at),
        "endDate": time(congress.ends_at),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": mode(front),
        "inLanguage": language.tag(),
        "location": locations(front, url),
        "organizer": organisers(front),
        "offers": front.offers.iter().map(|offer| json!({
            "@type": "Offer",
            "name": offer.view.category.name.in_language(language),
            "price": format!("{}.{:02}", offer.price().amount / 100, offer.price().amount % 100),
            "priceCurrency": offer.view.category.currency,
            "availability": availability(offer.availability()),
            "url": register,
        })).collect::<Vec<_>>(),
    });
    if let Some(doors) = congress.doors_at {
        event["doorTime"] = time(doors).into();
    }
    if !congress.lead.is_empty() {
        event["description"] = congress.lead.in_language(language).into();
    }
    event
}

fn mode(front: &Front) -> &'static str {
    let any = |place| front.offers.iter().any(|offer| offer.view.category.place == place);
    match (any(Place::OnSite), any(Place::Online)) {
        (false, true) => "https://schema.org/OnlineEventAttendanceMode",
        (true, true) => "https://schema.org/MixedEventAttendanceMode",
        _ => "https://schema.org/OfflineEventAttendanceMode",
    }
}

fn locations(front: &Front, url: &str) -> Vec<Value> {
    let congress = &front.face.congress;
    let mut all = vec![];
    if !congress.venue_name.is_empty() {
        all.push(json!({
            "@type": "Place",
            "name": congress.venue_name,
            "address": {
                "@type": "PostalAddress",
                "streetAddress": congress.venue_street,
                "postalCode": congress.venue_postcode,
                "addressLocality": congress.venue_town,
            },
        }));
    }
    if front.offers.iter().any(|offer| offer.view.category.place == Place::Online) {
        all.push(json!({ "@type": "VirtualLocation", "url": url }));
    }
    all
}

fn organisers(front: &Front) -> Vec<Value> {
    let organisers = front.face.partners.iter().filter(|p| p.part == partner::Part::Organiser);
    organisers.map(|p| json!({ "@type": "Organization", "name": p.name })).collect()
}

fn availability(step: Availability) -> &'static str {
    match step {
        Availability::Free => "https://schema.org/InStock",
        Availability::Few => "https://schema.org/LimitedAvailability",
        Availability::None => "https://schema.org/SoldOut",
    }
}
