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

/// The names of a list of suggestions.
fn names(page: &str, list: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let links = Selector::parse(&format!("section[aria-labelledby='{list}'] li a")).unwrap();
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
        assert!(mine.find("Nora Nah").unwrap() < mine.find("Omar Offer").unwrap_or(usize::MAX));
        send(&desk, &stale).await.expect(303);
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
