//! Topics: proposed, followed, merged.

use super::world::{entry, open, said, somebody, topic, write};
use crate::kit::{App, run};
use base::Actor;
use identity::Role;
use networking::entity::entry::Side;
use networking::service::topic::merge;

#[tokio::test]
async fn merging_a_topic_loses_no_link_and_makes_none_twice() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let dms = open(app, congress.id).await;
        let scan = topic(app, congress.id, "Ersetzendes Scannen", "scannen").await;
        let both = somebody(app, &congress, said("Ada Anfang", &[dms, scan])).await;
        let one = somebody(app, &congress, said("Ben Beginn", &[scan])).await;
        write(app, congress.id, &one.profile, entry(Side::Need, scan, "Wer-scannt-5")).await;
        for who in [&both, &one] {
            who.client.post_form("/netz/network/topics/scannen/follow", &[("follow", "yes")]).await.expect(303);
        }
        both.client.post_form("/netz/network/topics/dms/follow", &[("follow", "yes")]).await.expect(303);
        let project = crate::exhibition::project("Scan-Straße");
        let project = exhibition::service::project::Project { topics: [scan].into(), ..project };
        let id = app.store.chance().opaque_id();
        exhibition::service::project::add(&app.store, &Actor::system(), congress.id, id, project).await.unwrap();
        let (store, system) = (&app.store, Actor::system());
        assert!(merge(store, &system, congress.id, scan, scan).await.is_err(), "into itself");
        for _ in 0..2 {
            merge(store, &system, congress.id, scan, dms).await.unwrap();
        }
        assert_eq!(app.count("SELECT count(*) FROM profile_topic").await, 2);
        assert_eq!(app.count("SELECT count(*) FROM topic_follow").await, 2);
        assert_eq!(app.count("SELECT count(*) FROM project_topic").await, 1);
        let guest = app.guest();
        assert_eq!(guest.get("/netz/network/topics/scannen").await.expect(303).location(), "/netz/network/topics/dms");
        let page = one.client.get("/netz/network/topics/dms").await.expect(200).text();
        for part in ["Wer-scannt-5", "Ada Anfang", "Ersetzendes Scannen", "Scan-Straße", "E-Akte"] {
            assert!(page.contains(part), "{part}");
        }
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_topic_stands_below_another_and_never_below_itself() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let dms = open(app, congress.id).await;
        let scan = topic(app, congress.id, "Scannen", "scannen").await;
        let desk = app.staff(Role::Organiser).await;
        let form = |slug: &str, parent: &str, seen: &str| {
            [
                ("name-de", slug),
                ("slug", slug),
                ("parent", parent),
                ("seen", seen),
                ("synonyms", "E-Akte"),
                ("position", "3"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let save = async |id: base::Uuid, slug: &str, parent: &str| {
            let path = format!("/netz/desk/network/topics/{}", id.simple());
            let page = desk.get(&path).await.expect(200);
            let seen = page.attributes("input[name=seen]", "value").remove(0);
            let sent = form(slug, parent, &seen);
            let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            desk.post_form(&path, &sent).await.expect(303);
        };
        save(scan, "scannen", "dms").await;
        assert_eq!(app.count("SELECT count(*) FROM topic WHERE parent_id IS NOT NULL").await, 1);
        save(dms, "dms", "scannen").await;
        assert_eq!(app.count("SELECT count(*) FROM topic WHERE parent_id IS NOT NULL").await, 1, "no circle");
        // Another short name: the old one still leads there.
        save(scan, "scan", "dms").await;
        assert_eq!(
            app.guest().get("/netz/network/topics/scannen").await.expect(303).location(),
            "/netz/network/topics/scan"
        );
        save(dms, "scan", "").await;
        app.guest().get("/netz/network/topics/dms").await.expect(200);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_proposed_topic_is_taken_up_or_refused_once_and_whoever_proposed_it_learns_why() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        ada.client.post_form("/netz/network/topics", &[("name", "LoRaWAN"), ("why", "Pegel messen")]).await.expect(303);
        ada.client.post_form("/netz/network/topics", &[("name", "")]).await.expect(303);
        let desk = app.staff(Role::Organiser).await;
        let page = desk.get("/netz/desk/network").await.expect(200);
        assert!(page.text().contains("Pegel messen"));
        let decide = page.attributes("form[action*='/proposals/']", "action");
        assert_eq!(decide.len(), 1);
        desk.post_form(&decide[0], &[("decision", "take"), ("note", "Gern")]).await.expect(303);
        desk.post_form(&decide[0], &[("decision", "refuse"), ("note", "Doch nicht")]).await.expect(303);
        let own = ada.client.get("/netz/network/mine").await.expect(200).text();
        assert!(own.contains("Gern") && own.contains("aufgenommen") && !own.contains("Doch nicht"));
        app.guest().get("/netz/network/topics/lorawan").await.expect(200);
        assert_eq!(app.count("SELECT count(*) FROM topic_follow").await, 1);
        app.run_jobs().await;
    })
    .await;
}
