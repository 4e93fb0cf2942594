//! Interest in each other.

use super::world::{Somebody, open, said, somebody};
use crate::kit::{App, run};
use futures_util::future::join;
use networking::entity::profile::Reach;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

fn path(who: &Somebody, deed: &str) -> String {
    format!("/netz/network/people/{}/{deed}", who.profile.code)
}

/// Both show interest.
pub async fn befriend(one: &Somebody, other: &Somebody) {
    one.client.post_form(&path(other, "interest"), &[]).await.expect(303);
    other.client.post_form(&path(one, "interest"), &[]).await.expect(303);
}

/// The mails of a kind, to whom.
async fn mails(app: &App, kind: &str) -> Vec<String> {
    use post::entity::message;
    let rows = message::Entity::find().filter(message::Column::Kind.eq(kind)).all(app.store.read()).await.unwrap();
    let mut to: Vec<String> = rows.into_iter().map(|row| row.to_address).collect();
    to.sort();
    to
}

#[tokio::test]
async fn interest_is_blind_until_it_is_mutual_and_then_both_know_how_to_reach_each_other() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        ada.client.post_form(&path(&ben, "interest"), &[]).await.expect(303);
        app.run_jobs().await;
        // Ben learns nothing, by mail or page.
        assert_eq!(mails(app, "networking.message").await, <[&str; 0]>::default());
        let before = ben.client.get(&path(&ada, "")[..path(&ada, "").len() - 1]).await.expect(200).text();
        assert!(!before.contains("möchte mit Ihnen") && !before.contains("ada.anfang@gast.example"));
        assert!(!ben.client.get("/netz/network/mine").await.expect(200).text().contains("Ada Anfang"));
        // Shown twice, it is one.
        ada.client.post_form(&path(&ben, "interest"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM interest").await, 1);
        ben.client.post_form(&path(&ada, "interest"), &[]).await.expect(303);
        app.deliver().await;
        assert_eq!(mails(app, "networking.connected").await, ["ada.anfang@gast.example", "ben.beginn@gast.example"]);
        let after = ben.client.get(&format!("/netz/network/people/{}", ada.profile.code)).await.expect(200).text();
        assert!(after.contains("ada.anfang@gast.example") && after.contains("05261 213-0"), "{after}");
        assert!(ada.client.get("/netz/network/mine").await.text().contains("Ben Beginn"));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_show_interest_at_once_both_know_each_other_once() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        let (to_ben, to_ada) = (path(&ben, "interest"), path(&ada, "interest"));
        let (one, other) = join(ada.client.post_form(&to_ben, &[]), ben.client.post_form(&to_ada, &[])).await;
        one.expect(303);
        other.expect(303);
        app.run_jobs().await;
        assert_eq!(app.count("SELECT count(*) FROM connection").await, 1);
        assert_eq!(mails(app, "networking.connected").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_message_is_relayed_without_addresses_and_answered_by_a_tap() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        let wrote = [("message", "Wie haben Sie das gelöst? {{7*7}} <b>fett</b>")];
        ada.client.post_form(&path(&ben, "interest"), &wrote).await.expect(303);
        app.deliver().await;
        assert_eq!(mails(app, "networking.message").await, ["ben.beginn@gast.example"]);
        let mail = app.smtp.mails().into_iter().rfind(|mail| mail.to.contains("ben.beginn@")).unwrap();
        let text = crate::call::words(&mail);
        assert!(text.contains("Wie haben Sie das gelöst? {{7*7}} <b>fett</b>"), "{text}");
        assert!(!text.contains("ada.anfang@gast.example"), "the address is not shown");
        let page = ben.client.get(&format!("/netz/network/people/{}", ada.profile.code)).await.expect(200).text();
        assert!(page.contains("Wie haben Sie das gelöst?") && !page.contains("ada.anfang@gast.example"));
        assert!(!page.contains("<b>fett</b>"), "what was written does nothing");
        ben.client.post_form(&path(&ada, "answer"), &[("answer", "yes")]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(mails(app, "networking.connected").await.len(), 2);
        // The same answer again changes nothing; another one comes too late.
        ben.client.post_form(&path(&ada, "answer"), &[("answer", "yes")]).await.expect(303);
        ben.client.post_form(&path(&ada, "answer"), &[("answer", "no")]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM connection").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_no_is_never_told_and_looks_as_if_nobody_had_answered() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        let page = format!("/netz/network/people/{}", ben.profile.code);
        ada.client.post_form(&path(&ben, "interest"), &[("message", "Reden wir?")]).await.expect(303);
        // The notice is on the first page alone.
        ada.client.get(&page).await.expect(200);
        let mine = ada.client.get("/netz/network/mine").await.text();
        let seen = ada.client.get(&page).await.text();
        ben.client.post_form(&path(&ada, "answer"), &[("answer", "no")]).await.expect(303);
        app.run_jobs().await;
        let strip = |text: String| text.split("<main").nth(1).unwrap_or_default().to_owned();
        assert_eq!(strip(ada.client.get("/netz/network/mine").await.text()), strip(mine));
        assert_eq!(strip(ada.client.get(&page).await.text()), strip(seen));
        assert_eq!(mails(app, "networking.connected").await, <[&str; 0]>::default());
        // Asking again is no second mail.
        ada.client.post_form(&path(&ben, "interest"), &[("message", "Bitte!")]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(mails(app, "networking.message").await.len(), 1);
        assert!(!ben.client.get("/netz/network/mine").await.text().contains("Ada Anfang"));
    })
    .await;
}

#[tokio::test]
async fn who_is_blocked_sees_and_reaches_the_other_no_more() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        befriend(&ada, &ben).await;
        ben.client.post_form(&path(&ada, "avoidance"), &[("kind", "blocked")]).await.expect(303);
        ada.client.get(&format!("/netz/network/people/{}", ben.profile.code)).await.expect(404);
        ben.client.get(&format!("/netz/network/people/{}", ada.profile.code)).await.expect(404);
        ada.client.post_form(&path(&ben, "interest"), &[]).await.expect(404);
        for page in ["/netz/network/directory", "/netz/network/mine"] {
            assert!(!ada.client.get(page).await.expect(200).text().contains("Ben Beginn"), "{page}");
        }
        // The mails that were on their way go nowhere.
        app.deliver().await;
        let sent =
            app.count("SELECT count(*) FROM message WHERE kind = 'networking.connected' AND state = 'sent'").await;
        assert_eq!(sent, 0);
    })
    .await;
}

#[tokio::test]
async fn who_takes_interest_alone_gets_no_message_and_nobody_floods_the_directory() {
    run(async |app: &App| {
        let congress = app.congress("netz", 100).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let quiet = networking::service::profile::Profile { reach: Reach::Interest, ..said("Ben Beginn", &[]) };
        let ben = somebody(app, &congress, quiet).await;
        ada.client.post_form(&path(&ben, "interest"), &[("message", "Hallo")]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM interest").await, 0);
        for n in 0..26 {
            let other = somebody(app, &congress, said(&format!("Person Nr{n}"), &[])).await;
            ada.client.post_form(&path(&other, "interest"), &[]).await.expect(303);
        }
        assert_eq!(app.count("SELECT count(*) FROM interest").await, 25);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn no_thanks_is_heard_for_good_whatever_is_taken_back_or_sent_again() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        let cleo = somebody(app, &congress, said("Cleo Chance", &[])).await;
        ben.client.post_form(&path(&ada, "avoidance"), &[("kind", "declined")]).await.expect(303);
        for other in [&ben, &cleo] {
            ada.client.post_form(&path(other, "interest"), &[("message", "Trotzdem!")]).await.expect(303);
        }
        app.run_jobs().await;
        assert_eq!(mails(app, "networking.message").await, ["cleo.chance@gast.example"]);
        assert!(!ben.client.get("/netz/network/mine").await.text().contains("Ada Anfang"));
        cleo.client.post_form(&path(&ada, "answer"), &[("answer", "no")]).await.expect(303);
        // Taken back and sent again: no second mail, and both pages look alike, whoever said what.
        for _ in 0..3 {
            let mut pages = vec![];
            for other in [&ben, &cleo] {
                ada.client.post_form(&path(other, "interest/end"), &[]).await.expect(303);
                let page = ada.client.get(&format!("/netz/network/people/{}", other.profile.code)).await.text();
                pages.push(page.replace("Ben Beginn", "").replace("Cleo Chance", "").replace(&other.profile.code, ""));
                ada.client.post_form(&path(other, "interest"), &[("message", "Noch einmal")]).await.expect(303);
                ada.client.get("/netz/network/mine").await.expect(200);
            }
            let main = |page: &str| page.split("<main").nth(1).unwrap_or_default().replace("BB", "").replace("CC", "");
            assert_eq!(main(&pages[0]), main(&pages[1]));
        }
        app.run_jobs().await;
        assert_eq!(mails(app, "networking.message").await.len(), 1);
        let once = "SELECT count(*) FROM profile WHERE received = 1 AND sort_key LIKE 'chance%'";
        assert_eq!(app.count(once).await, 1);
        // Whoever said no may still say yes.
        cleo.client.post_form(&path(&ada, "answer"), &[("answer", "yes")]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM connection").await, 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_is_blocked_stays_so_when_they_leave_and_come_back() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        ada.client.post_form(&path(&ben, "avoidance"), &[("kind", "blocked")]).await.expect(303);
        ben.client.post_form("/netz/network/mine/withdrawal", &[]).await.expect(303);
        let again = super::world::entrance(app, "netz", "ben.beginn@gast.example").await;
        ben.client.post_form(&again, &[("family", "Neuer Name"), ("agree", "on")]).await.expect(303);
        assert!(ben.client.get("/netz/network/mine").await.expect(200).text().contains("Neuer Name"));
        ben.client.get(&format!("/netz/network/people/{}", ada.profile.code)).await.expect(404);
        assert!(!ada.client.get("/netz/network/directory").await.text().contains("Neuer Name"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_office_reads_no_messages_and_not_who_knows_whom() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        ada.client.post_form(&path(&ben, "interest"), &[("message", "Vertraulich-6")]).await.expect(303);
        app.deliver().await;
        ben.client.post_form(&path(&ada, "answer"), &[("answer", "yes")]).await.expect(303);
        app.deliver().await;
        let desk = app.staff(identity::Role::Admin).await;
        for row in post::entity::message::Entity::find().all(app.store.read()).await.unwrap() {
            let page = desk.get(&format!("/netz/desk/mails/{}", row.id)).await.expect(200).text();
            let about = if row.to_address.starts_with("ada") { "Ben Beginn" } else { "Ada Anfang" };
            assert!(!page.contains("Vertraulich-6") && !page.contains(about), "{}: {page}", row.kind);
        }
        let log = desk.get("/netz/desk/audit").await.expect(200).text();
        let line = log.split("Zwei kennen sich").nth(1).expect("the line");
        assert!(!line.chars().take(300).collect::<String>().contains("Beginn"), "nobody is named");
    })
    .await;
}
