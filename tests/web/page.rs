//! The frames of all pages, in both languages.

use super::Outcome;
use super::house::House;
use axum::response::IntoResponse;
use base::Permission;
use scraper::{Html, Selector};
use web::layout::{Section, desk_page, door_page, icon, plain_page, public_page_with};
use web::{Access, Answer, Routes, Visit};

async fn public(visit: Visit) -> Answer {
    Ok(public_page_with(&visit, "Digitalkongress", icon("menu"), icon("ticket")).into_response())
}

async fn desk(visit: Visit) -> Answer {
    Ok(desk_page(&visit, Section::Orders, "Bestellungen", icon("ticket")).into_response())
}

async fn door(visit: Visit) -> Answer {
    Ok(door_page(&visit, "Einlass", icon("ticket"), icon("camera")).into_response())
}

async fn plain(visit: Visit) -> Answer {
    Ok(plain_page(&visit, "Anmelden", icon("ticket")).into_response())
}

fn routes() -> Routes {
    Routes::new()
        .get(address::Congress::ROUTE, Access::Public, public)
        .get(address::desk::Orders::ROUTE, Access::Needs(Permission::OrdersRead), desk)
        .get(address::door::Door::ROUTE, Access::Needs(Permission::CheckInsWrite), door)
        .get(address::Login::ROUTE, Access::Public, plain)
}

/// What matches, as text.
fn find(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let Ok(selector) = Selector::parse(selector) else { return vec![] };
    page.select(&selector).map(|element| element.text().collect::<String>()).collect()
}

const PAGES: [(&str, &str); 4] =
    [("/owl", "organiser"), ("/owl/desk/orders", "organiser"), ("/owl/door", "door"), ("/login", "")];

#[tokio::test]
async fn every_frame_is_whole_in_both_languages() -> Outcome {
    let house = House::new(routes()).await?;
    for (path, who) in PAGES {
        for language in ["de", "en"] {
            let page = house.get(&format!("{path}?language={language}"), &[("x-as", who)]).await?.body;
            assert!(page.starts_with("<!DOCTYPE html>"), "{path}");
            assert_eq!(find(&page, &format!("html[lang={language}]")).len(), 1, "{path}");
            assert_eq!(find(&page, "body > a.skip-link[href='#inhalt']").len(), 1, "{path}");
            assert_eq!(find(&page, "main#inhalt").len(), 1, "{path}");
            assert_eq!(find(&page, "title").len(), 1, "{path}");
            assert!(
                !page.contains("/asset/missing") && !page.contains(" style=") && !page.contains("onclick"),
                "{path}"
            );
            // Nothing is inline: a script without an address would be refused by the browser.
            assert!(find(&page, "script:not([src])").is_empty(), "{path}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_public_frame_has_what_exists() -> Outcome {
    let house = House::new(routes()).await?;
    let page = house.get("/owl", &[]).await?.body;
    assert_eq!(find(&page, "title"), ["Digitalkongress – DigitaleZukunft@OWL"]);
    assert_eq!(find(&page, "header .wordmark small"), ["11. März 2027 · Paderborn und online"]);
    assert_eq!(find(&page, ".site-nav--bar a"), ["Anreise", "Projekte", "Anmelden"]);
    assert_eq!(find(&page, "footer li a"), ["Neuigkeiten per E-Mail", "Impressum"]);
    let english = house.get("/owl?language=en", &[]).await?.body;
    assert_eq!(find(&english, "footer span[lang=de]").len(), 1, "a German sentence in an English page says so");
    assert_eq!(find(&english, "nav.language a[hreflang=de]"), ["DE, Deutsch"]);
    Ok(())
}

#[tokio::test]
async fn the_desk_shows_what_one_may() -> Outcome {
    let house = House::new(routes()).await?;
    let page = house.get("/owl/desk/orders?q=Kemper", &[("x-as", "organiser")]).await?.body;
    assert_eq!(find(&page, "title"), ["Bestellungen – Organisation – DigitaleZukunft@OWL"]);
    assert_eq!(
        find(&page, ".desk__nav--side a"),
        [
            "Überblick",
            "Bestellungen",
            "Teilnehmende",
            "Gutscheine",
            "Aufrufe",
            "Einreichungen",
            "Begutachtung",
            "Auswahl",
            "Programm",
            "Zeitplan",
            "Workshop-Plätze",
            "Projekte und Stände",
            "Vernetzung",
            "Statistik",
            "Rundmails",
            "Ausgang",
            "Protokoll",
            "Einrichten",
            "Einlass"
        ]
    );
    assert_eq!(find(&page, ".desk__nav--side a[aria-current=page]"), ["Bestellungen"]);
    assert_eq!(find(&page, "search form[action='/owl/desk/orders'] input[name=q][value=Kemper]").len(), 1);
    assert_eq!(find(&page, ".avatar"), ["MO"]);
    assert_eq!(find(&page, "form[method=post][action='/logout'] button").len(), 2);
    Ok(())
}

#[tokio::test]
async fn the_door_is_dark_and_brings_the_scanner() -> Outcome {
    let house = House::new(routes()).await?;
    let page = house.get("/owl/door", &[("x-as", "door")]).await?.body;
    assert_eq!(find(&page, "html[data-kern-theme=dark] body.door").len(), 1);
    assert!(page.contains(&format!("<script type=\"module\" src=\"{}\">", web::asset::path("door.js"))));
    Ok(())
}
