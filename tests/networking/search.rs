//! Looking for words: however they are written, and never in what does not show.

use super::world::{entry, open, said, somebody, write};
use crate::kit::{App, Client, run};
use base::Actor;
use networking::entity::entry::Side;
use networking::rules::search::{document, wanted};
use networking::rules::visibility::{Field, Level, Visibility};
use networking::service::profile::Profile;
use networking::service::topic::{Topic, all, change};

/// Whether a document has what is looked for, as both databases decide it.
fn has(text: &str, typed: &str) -> bool {
    let words = document([text]);
    let words: Vec<&str> = words.split(' ').collect();
    let wanted = wanted(typed).expect("words");
    let term = |term: &store::Term| {
        words.iter().any(|word| *word == term.word || (term.begins && word.starts_with(&term.word)))
    };
    wanted.iter().all(|any| any.iter().any(term))
}

#[test]
fn words_are_found_by_their_stems_their_beginnings_and_with_umlauts_either_way() {
    let text = "Wir führen die elektronische Akte im Kreis Höxter ein, mit ersetzendem Scannen (E-Akte).";
    for found in
        ["Akten", "akte", "hoexter", "Hoxter", "HÖXTER", "scan", "ersetzendes scannen", "elektron", "e-akte", "Kreise"]
    {
        assert!(has(text, found), "{found}");
    }
    for not in ["Aktion", "Paderborn", "Akten Paderborn", "ak"] {
        assert!(!has(text, not), "{not}");
    }
    assert!(has("Running sensors on rooftops", "sensor run"));
    for nothing in ["", "  ", "?!–"] {
        assert_eq!(wanted(nothing), None, "{nothing}");
    }
}

async fn finds(client: &Client, show: &str, typed: &str) -> String {
    let typed: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    client.get(&format!("/netz/network/directory?show={show}&q={typed}")).await.expect(200).text()
}

#[tokio::test]
async fn the_directory_finds_what_shows_and_nothing_else() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let topic = open(app, congress.id).await;
        let hidden = [Field::Work, Field::Job, Field::Organisation]
            .into_iter()
            .fold(Visibility::default().with(Field::Name, Level::Public), |all, field| {
                all.with(field, Level::Contacts)
            });
        let wanda = Profile {
            work: "Wir bauen Pegelsensoren.".into(),
            job: "Wasserwirtschaft".into(),
            organisation: "Kreis Höxter".into(),
            visibility: hidden,
            ..said("Wanda Werk", &[topic])
        };
        let wanda = somebody(app, &congress, wanda).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[topic])).await;
        write(app, congress.id, &wanda.profile, entry(Side::Offer, topic, "Erfahrung mit Verfahrensdokumentationen"))
            .await;
        let guest = app.guest();
        for (client, typed, found) in [
            (&guest, "Wanda", true),
            (&guest, "E-Akte", false),
            (&ada.client, "wanda werk", true),
            // By a name of the topic that she works on.
            (&ada.client, "E-Akte", true),
            (&ada.client, "Pegelsensor", false),
            (&ada.client, "Höxter", false),
            (&ada.client, "Wasserwirtschaft", false),
            (&ada.client, "Wanda Paderborn", false),
        ] {
            assert_eq!(finds(client, "people", typed).await.contains("Wanda Werk"), found, "{typed}");
        }
        let title = "Erfahrung mit Verfahrensdokumentationen";
        assert!(finds(&ada.client, "entries", "verfahrensdokumentation").await.contains(title));
        assert!(!finds(&guest, "entries", "verfahrensdokumentation").await.contains(title));
        for odd in ["\"", "a\" OR \"b", "'", "* & |", "NEAR(", "\u{0}x", "日本"] {
            finds(&ada.client, "people", odd).await;
        }
        // Another name of the topic counts soon, what one says of oneself at once.
        let row = all(app.store.read(), congress.host_id).await.unwrap().remove(0);
        let old = Topic::from(&row);
        let new = Topic { synonyms: "TR-RESISCAN".into(), ..old.clone() };
        let seen = web::form::Seen::of(&old);
        change(&app.store, &Actor::system(), congress.id, row.id, new, &seen).await.unwrap();
        app.run_jobs().await;
        assert!(finds(&ada.client, "people", "resiscan").await.contains("Wanda Werk"));
        assert!(!finds(&ada.client, "people", "E-Akte").await.contains("Wanda Werk"));
        wanda.client.post_form("/netz/network/mine/withdrawal", &[]).await.expect(303);
        assert!(!finds(&ada.client, "people", "wanda").await.contains("Wanda Werk"));
        assert!(!finds(&ada.client, "entries", "verfahrensdokumentation").await.contains(title));
        assert_eq!(app.count("SELECT count(*) FROM network_document").await, 1);
    })
    .await;
}
