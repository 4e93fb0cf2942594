//! What suggestions are ranked by: tried, saved, kept.

use super::world::{entry, open, said, somebody, write};
use crate::kit::{App, Client, run};
use identity::Role;
use networking::entity::entry::Side;
use networking::rules::matching::{Part, Weights};
use networking::service::setting::set_open;
use scraper::{Html, Selector};

const PATH: &str = "/netz/desk/network/weights";

/// The form as it is shown: its fields, with one of them changed.
async fn form(desk: &Client, change: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = Html::parse_document(&desk.get(PATH).await.expect(200).text());
    let inputs = Selector::parse("form[action$='/weights'] input").unwrap();
    let shown = page.select(&inputs).filter_map(|input| {
        let name = input.attr("name")?;
        let typed = change.iter().find(|(field, _)| *field == name).map(|(_, value)| *value);
        Some((name.to_owned(), typed.or(input.attr("value")).unwrap_or_default().to_owned()))
    });
    let steps = change.iter().filter(|(name, _)| *name == "step").map(|(n, v)| ((*n).to_owned(), (*v).to_owned()));
    shown.chain(steps).collect()
}

async fn send(desk: &Client, fields: &[(String, String)]) -> crate::kit::actor::Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    desk.post_form(PATH, &fields).await
}

/// The page that tries weights at which interest would show, for somebody.
async fn tried(desk: &Client, who: &str) -> String {
    let fields = form(desk, &[("damping", "10"), ("turn", "0"), ("who", who), ("step", "look")]).await;
    send(desk, &fields).await.expect(200).text()
}

/// The names of a list of suggestions.
fn names(page: &str, list: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let links = Selector::parse(&format!("section[aria-labelledby='{list}'] li strong")).unwrap();
    page.select(&links).map(|link| link.text().collect()).collect()
}

#[tokio::test]
async fn weights_are_tried_before_they_count_and_kept_when_the_directory_closes() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let dms = open(app, congress.id).await;
        let anna = somebody(app, &congress, said("Anna Anfang", &[dms])).await;
        let other = networking::service::profile::Profile {
            organisation: "Stadt Höxter".into(),
            town: "Höxter".into(),
            ..said("Omar Offer", &[])
        };
        let omar = somebody(app, &congress, other).await;
        let near = networking::service::profile::Profile {
            organisation: "Stadt Detmold".into(),
            town: "Detmold".into(),
            ..said("Nora Nah", &[dms])
        };
        somebody(app, &congress, near).await;
        write(app, congress.id, &omar.profile, entry(Side::Offer, dms, "Scannen-seit-Jahren")).await;
        write(app, congress.id, &anna.profile, entry(Side::Need, dms, "Suche-Scannen")).await;

        let desk = app.staff(Role::Organiser).await;
        let tried = form(
            &desk,
            &[
                ("need-meets-offer", "0"),
                ("similar-size", "0"),
                ("neighbourhood", "1000"),
                ("who", "Anfang"),
                ("step", "look"),
            ],
        )
        .await;
        let page = send(&desk, &tried).await.expect(200).text();
        assert!(page.contains("Vorschläge für Anna Anfang"));
        assert_eq!(names(&page, "network-weights-now").first().map(String::as_str), Some("Omar Offer"));
        assert_eq!(names(&page, "network-weights-then").first().map(String::as_str), Some("Nora Nah"));
        let conn = app.store.read();
        let now = networking::query::suggestion::weights(conn, congress.id).await.unwrap();
        assert_eq!(now, Weights::default(), "looking saves nothing");

        let stale = form(&desk, &[("turn", "3"), ("step", "save")]).await;
        let saved = form(
            &desk,
            &[("need-meets-offer", "0"), ("similar-size", "0"), ("neighbourhood", "1000"), ("step", "save")],
        )
        .await;
        send(&desk, &saved).await.expect(303);
        let mine = anna.client.get("/netz/network/mine/suggestions").await.expect(200).text();
        assert!(mine.find("Nora Nah").unwrap() < mine.find("Omar Offer").unwrap());
        let both = send(&desk, &stale).await.expect(409).text();
        let alert = Selector::parse("[role=alert] dt").unwrap();
        let differ: Vec<String> =
            Html::parse_document(&both).select(&alert).map(|label| label.text().collect()).collect();
        let told = ["Gesuch trifft Angebot", "Kommunen ähnlicher Größe", "Nachbarschaft", "Abwechslung von Tag zu Tag"];
        assert_eq!(differ, told);
        let turn = Selector::parse("input[name=turn]").unwrap();
        let typed = Html::parse_document(&both).select(&turn).next().unwrap().attr("value").map(str::to_owned);
        assert_eq!(typed.as_deref(), Some("3"), "what was typed stays");
        for open in [false, true] {
            set_open(&app.store, &base::Actor::system(), congress.id, open).await.unwrap();
        }
        let kept = networking::query::suggestion::weights(conn, congress.id).await.unwrap();
        assert_eq!(
            kept,
            Weights::default()
                .with(Part::NeedMeetsOffer, 0)
                .with(Part::SimilarSize, 0)
                .with(Part::Neighbourhood, 1_000)
        );
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_tries_weights_learns_of_nobodys_interest() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let dms = open(app, congress.id).await;
        let anna = somebody(app, &congress, said("Anna Anfang", &[dms])).await;
        let elsewhere = |name: &str, organisation: &str| networking::service::profile::Profile {
            organisation: organisation.into(),
            work: "Mit Anna Anfang im Arbeitskreis".into(),
            ..said(name, &[dms])
        };
        let omar = somebody(app, &congress, elsewhere("Omar Offer", "Stadt Höxter")).await;
        somebody(app, &congress, elsewhere("Nora Nah", "Stadt Detmold")).await;
        let desk = app.staff(Role::Organiser).await;
        let before = tried(&desk, "anna").await;
        assert!(before.contains("Vorschläge für Anna Anfang"), "by the name, whoever else writes of her");
        let (of_anna, of_nora) =
            (names(&before, "network-weights-then"), names(&tried(&desk, "Nah").await, "network-weights-then"));
        assert_eq!(of_anna.len(), 2);
        let interest = format!("/netz/network/people/{}/interest", omar.profile.code);
        anna.client.post_form(&interest, &[]).await.expect(303);
        app.advance(chrono::TimeDelta::days(1));
        let desk = app.staff(Role::Organiser).await;
        assert_eq!(names(&tried(&desk, "Anfang").await, "network-weights-then"), of_anna);
        assert_eq!(names(&tried(&desk, "Nah").await, "network-weights-then"), of_nora);
        for nobody in ["Niemand", "!?", "%"] {
            let page = tried(&desk, nobody).await;
            assert!(page.contains("Unter diesem Namen steht niemand"), "{nobody}");
        }
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_weight_out_of_bounds_is_told_and_nothing_is_saved() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let desk = app.staff(Role::Organiser).await;
        for typed in ["1001", "-1", "viel", "9223372036854775808"] {
            let fields = form(&desk, &[("same-topic", typed), ("step", "save")]).await;
            let page = send(&desk, &fields).await.expect(422).text();
            assert!(page.contains("Bitte eine Zahl von 0 bis"), "{typed}");
        }
        let kept = networking::query::suggestion::weights(app.store.read(), congress.id).await.unwrap();
        assert_eq!(kept, Weights::default());
    })
    .await;
}
