//! Joining, coming back, one's own page, offers and needs, what is reported, what ends by itself.

use super::world::{Somebody, entrance, entry, fields, join, open, said, somebody, ticket, write};
use crate::kit::{App, run};
use base::Language;
use chrono::TimeDelta;
use identity::Role;
use networking::entity::entry::{Entity as Entries, Side};
use networking::service::profile::Profile;
use sea_orm::{EntityTrait, PaginatorTrait};

/// Says something else of oneself, by the service.
pub async fn change(app: &App, congress: &congress::entity::congress::Model, who: &Somebody, new: Profile) {
    let conn = app.store.read();
    let member = networking::load::acting(conn, congress.id, who.profile.id, Language::De).await.unwrap();
    let seen = web::form::Seen::of(&Profile::load(conn, &member).await.unwrap());
    Box::pin(networking::service::profile::change(&app.store, &member, new, &seen)).await.unwrap();
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn who_has_a_ticket_joins_with_one_tick_and_what_is_known_stands_there() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let secret = ticket(app, congress.id, "Ada Anfang", "Stadt Detmold").await;
        let ticket = format!("/netz/my/{secret}/network");
        let path = entrance(app, "netz", "ada.anfang@gast.example").await;
        // Closed, there is none.
        for path in [&ticket, &path, "/netz/network"] {
            app.guest().get(path).await.expect(404);
        }
        open(app, congress.id).await;
        let guest = app.guest();
        // The ticket's own link lets nobody in, who may be somebody else: the way in goes to the ticket's mailbox.
        assert!(guest.get(&ticket).await.expect(200).text().contains("ada.anfang@gast.example"));
        guest.post_form(&ticket, &[("family", "Anfang"), ("agree", "on")]).await.expect(303);
        app.deliver().await;
        let mail = app.smtp.mails().into_iter().rfind(|mail| mail.to.contains("ada.anfang@")).unwrap();
        assert_eq!(crate::call::path_in(&crate::call::words(&mail), "/entrance/"), path);
        guest.get("/netz/network/mine").await.expect(303);
        let page = guest.get(&path).await.expect(200);
        assert_eq!(page.attributes("#given", "value"), ["Ada"]);
        assert_eq!(page.attributes("#organisation", "value"), ["Stadt Detmold"]);
        assert_eq!(app.count("SELECT count(*) FROM profile").await, 0, "looking changes nothing");
        // Without the tick nobody is in it.
        let refused = guest.post_form(&path, &[("given", "Ada"), ("family", "Anfang")]).await.expect(422).text();
        assert!(refused.contains("Einverständnis"));
        assert_eq!(app.count("SELECT count(*) FROM profile").await, 0);
        for _ in 0..2 {
            let sent = [("given", "Ada"), ("family", "Anfang"), ("topic", "dms"), ("agree", "on")];
            guest.post_form(&path, &sent).await.expect(303);
        }
        assert_eq!(app.count("SELECT count(*) FROM profile").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM participation").await, 1);
        let words =
            app.count("SELECT count(*) FROM consent WHERE purpose = 'network' AND wording LIKE '%Verzeichnis%'");
        assert_eq!(words.await, 1);
        assert!(guest.get("/netz/network/mine").await.expect(200).text().contains("Ada Anfang"));
        // Another browser is let in by the button, not by opening the page.
        let other = app.guest();
        other.get(&path).await.expect(200);
        other.get("/netz/network/mine").await.expect(303);
        other.post_form(&path, &[]).await.expect(303);
        other.get("/netz/network/mine").await.expect(200);
        other.post_form("/netz/network/exit", &[]).await.expect(303);
        other.get("/netz/network/mine").await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn who_gives_their_ticket_back_is_out_and_with_another_one_in_again() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let topic = open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[topic])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[topic])).await;
        let back = [("reason", "krank")];
        app.guest().post_form(&format!("/netz/my/{}/cancellation", ada.secret), &back).await.expect(303);
        ada.client.get("/netz/network/mine").await.expect(303);
        let way = entrance(app, "netz", "ada.anfang@gast.example").await;
        assert!(app.guest().get(&way).await.expect(200).text().contains("gültiges Ticket"));
        app.guest().post_form(&way, &[]).await.expect(200);
        for path in ["/netz/network/directory", "/netz/network/topics/dms", "/netz/network/mine/suggestions"] {
            assert!(!ben.client.get(path).await.expect(200).text().contains("Ada Anfang"), "{path}");
        }
        ticket(app, congress.id, "Ada Anfang", "").await;
        ada.client.post_form(&way, &[]).await.expect(303);
        ada.client.get("/netz/network/mine").await.expect(200);
        assert!(ben.client.get("/netz/network/directory").await.text().contains("Ada Anfang"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn one_comes_back_to_where_one_wanted_to_go_and_nowhere_else() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        let wanted = format!("/netz/network/people/{}", ben.profile.code);
        let ask = [("email", "ada.anfang@gast.example"), ("next", wanted.as_str())];
        app.guest().post_form("/netz/network/entrance", &ask).await.expect(303);
        app.deliver().await;
        let mail = app.smtp.mails().into_iter().rfind(|mail| mail.to.contains("ada.anfang@")).unwrap();
        let path = crate::call::path_in(&crate::call::words(&mail), "/entrance/");
        let next = ada.client.get(&path).await.expect(200).attributes("input[name=next]", "value");
        assert_eq!(next, [wanted.as_str()]);
        for (next, to) in [
            (wanted.as_str(), wanted.as_str()),
            ("https://boese.example/", "/netz/network/mine"),
            ("/netz/network/..//boese.example", "/netz/network/mine"),
        ] {
            let reply = app.guest().post_form(&path, &[("next", next)]).await.expect(303);
            assert_eq!(reply.location(), to);
        }
    })
    .await;
}

#[tokio::test]
async fn the_way_in_by_mail_says_nothing_of_who_is_known_and_ends_after_a_day() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let secret = ticket(app, congress.id, "Ada Anfang", "").await;
        join(app, congress.id, &secret, said("Ada Anfang", &[])).await;
        ticket(app, congress.id, "Ben Beginn", "").await;
        app.run_jobs().await;
        let guest = app.guest();
        let known =
            guest.post_form("/netz/network/entrance", &[("email", "ADA.anfang@gast.example")]).await.expect(303);
        let unknown = guest.post_form("/netz/network/entrance", &[("email", "niemand@gast.example")]).await.expect(303);
        assert_eq!(known.location(), unknown.location());
        guest.post_form("/netz/network/entrance", &[("email", "ada.anfang@gast.example")]).await.expect(303);
        guest.post_form("/netz/network/entrance", &[("email", "ben.beginn@gast.example")]).await.expect(303);
        guest.post_form("/netz/network/entrance", &[("email", "kein-postfach")]).await.expect(422);
        app.deliver().await;
        let mails = app.smtp.mails();
        let to =
            |who: &str| mails.iter().filter(|mail| mail.to.contains(who)).map(crate::call::words).collect::<Vec<_>>();
        assert_eq!(to("ada.anfang@").len(), 1, "one mail, however often it is asked for");
        assert!(to("ben.beginn@")[0].contains("Profil"));
        let path = crate::call::path_in(&to("ada.anfang@")[0], "/entrance/");
        assert!(guest.get(&path).await.expect(200).text().contains("Ada Anfang"));
        guest.get("/netz/network/mine").await.expect(303);
        guest.post_form(&path, &[]).await.expect(303);
        guest.get("/netz/network/mine").await.expect(200);
        app.guest().get(&format!("{path}x")).await.expect(404);
        app.advance(TimeDelta::days(2));
        app.guest().get(&path).await.expect(404);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn of_two_windows_the_second_overwrites_nothing_and_all_that_was_said_is_kept() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let topic = open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[topic])).await;
        let page = ada.client.get("/netz/network/mine/profile").await.expect(200);
        let seen = page.attributes("input[name=seen]", "value").remove(0);
        let form = |job: &str| {
            let mut sent = fields(&Profile { job: job.into(), ..said("Ada Anfang", &[]) });
            sent.push(("topic".into(), "dms".into()));
            sent.push(("seen".into(), seen.clone()));
            sent
        };
        ada.client.post_form("/netz/network/mine/profile", &pairs(&form("Amtsleitung"))).await.expect(303);
        ada.client.post_form("/netz/network/mine/profile", &pairs(&form("Praktikum"))).await.expect(303);
        let page = ada.client.get("/netz/network/mine/profile").await.expect(200);
        assert_eq!(page.attributes("#job", "value"), ["Amtsleitung"]);
        assert_eq!(page.attributes("input[name=topic][checked]", "value"), ["dms"]);
        let long = "x".repeat(201);
        let mut sent = form("x");
        sent.retain(|(name, _)| name != "job" && name != "links");
        sent.push(("job".into(), long));
        sent.push(("links".into(), "javascript:alert(1)".into()));
        let refused = ada.client.post_form("/netz/network/mine/profile", &pairs(&sent)).await.expect(422).text();
        assert!(refused.contains("200") && refused.contains("https://"));
    })
    .await;
}

#[tokio::test]
async fn an_offer_is_written_changed_and_taken_away_by_its_author_alone() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        let page = ada.client.get("/netz/network/mine/entries/new?topic=dms").await.expect(200);
        let once = page.attributes("input[name=once]", "value").remove(0);
        let sent = [
            ("side", "offer"),
            ("form", "experience"),
            ("topic", "dms"),
            ("title", "Erfahrung mit ersetzendem Scannen"),
            ("level", "participants"),
            ("once", once.as_str()),
        ];
        for _ in 0..2 {
            ada.client.post_form("/netz/network/mine/entries/new", &sent).await.expect(303);
        }
        assert_eq!(Entries::find().count(app.store.read()).await.unwrap(), 1);
        let row = Entries::find().one(app.store.read()).await.unwrap().unwrap();
        let own = format!("/netz/network/mine/entries/{}", row.id.simple());
        assert!(ben.client.get("/netz/network/topics/dms").await.text().contains("Erfahrung mit ersetzendem Scannen"));
        ben.client.get(&own).await.expect(404);
        ben.client.post_form(&own, &sent).await.expect(404);
        ben.client.post_form(&format!("{own}/removal"), &[]).await.expect(404);
        for wrong in
            [("title", ""), ("side", "sell"), ("topic", "nowhere"), ("since", "gestern"), ("until", "2001-01-01")]
        {
            let mut sent: Vec<_> = sent.iter().copied().filter(|(name, _)| *name != wrong.0).collect();
            sent.push(wrong);
            ada.client.post_form("/netz/network/mine/entries/new", &sent).await.expect(422);
        }
        ada.client.post_form(&format!("{own}/removal"), &[]).await.expect(303);
        assert_eq!(Entries::find().count(app.store.read()).await.unwrap(), 0);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_reported_is_decided_once_with_a_reason_that_its_author_reads() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let topic = open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        let row = write(app, congress.id, &ada.profile, entry(Side::Offer, topic, "Wundermittel-3")).await;
        let path = format!("/netz/network/entries/{}/report", row.code);
        for _ in 0..2 {
            ben.client.post_form(&path, &[("why", "Das ist Werbung")]).await.expect(303);
        }
        assert_eq!(app.count("SELECT count(*) FROM network_report").await, 1);
        let desk = app.staff(Role::Organiser).await;
        let page = desk.get("/netz/desk/network").await.expect(200);
        assert!(page.text().contains("Das ist Werbung") && page.text().contains("Wundermittel-3"));
        let decide = page.attributes("form[action*='/reports/']", "action").remove(0);
        desk.post_form(&decide, &[("decision", "remove"), ("note", "")]).await.expect(303);
        assert!(app.guest().get("/netz/network").await.text().contains("Vernetzung"));
        assert!(
            ben.client.get("/netz/network/topics/dms").await.text().contains("Wundermittel-3"),
            "no reason, no removal"
        );
        desk.post_form(&decide, &[("decision", "remove"), ("note", "Keine Werbung bitte")]).await.expect(303);
        assert!(!ben.client.get("/netz/network/topics/dms").await.text().contains("Wundermittel-3"));
        ben.client.get(&format!("/netz/network/entries/{}", row.code)).await.expect(404);
        let own = ada.client.get(&format!("/netz/network/entries/{}", row.code)).await.expect(200).text();
        assert!(own.contains("Keine Werbung bitte"));
        desk.post_form(&decide, &[("decision", "keep"), ("note", "")]).await.expect(303);
        app.deliver().await;
        let mail = app.smtp.mails().into_iter().rfind(|mail| mail.to.contains("ada.anfang@")).unwrap();
        assert!(crate::call::words(&mail).contains("Keine Werbung bitte"));
        let reader = app.staff(Role::Programme).await;
        assert!(
            !reader
                .get("/netz/desk/network")
                .await
                .expect(200)
                .text()
                .contains("<form method=\"post\" action=\"/netz/desk/network/setting\"")
        );
        reader.post_form("/netz/desk/network/setting", &[("open", "no")]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_nobody_keeps_ends_after_its_owner_was_asked() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let topic = open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        write(app, congress.id, &ada.profile, entry(Side::Offer, topic, "Endet-4")).await;
        app.run_jobs().await;
        let sweep = async || networking::service::sweep::sweep(&app.store).await.unwrap();
        assert_eq!(sweep().await, Default::default());
        app.advance(TimeDelta::days(340));
        assert_eq!(sweep().await.asked, 1, "the offer ends in a month");
        assert_eq!(sweep().await.asked, 0, "they are asked once");
        app.deliver().await;
        let mail = app.smtp.mails().into_iter().rfind(|mail| mail.to.contains("ada.anfang@")).unwrap();
        assert!(crate::call::words(&mail).contains("Endet-4"));
        app.advance(TimeDelta::days(365));
        assert_eq!(sweep().await.asked, 2, "both profiles");
        let member =
            networking::load::acting(app.store.read(), congress.id, ben.profile.id, Language::De).await.unwrap();
        networking::service::leave::keep(&app.store, &member).await.unwrap();
        app.advance(TimeDelta::days(31));
        let swept = sweep().await;
        assert_eq!(swept.profiles, 1);
        assert_eq!(app.count("SELECT count(*) FROM profile").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM entry").await, 0);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_page_of_the_directory_takes_the_same_statements_for_one_and_for_thirty() {
    run(async |app: &App| {
        let congress = app.congress("netz", 100).await;
        let topic = open(app, congress.id).await;
        let one = somebody(app, &congress, said("Ada Anfang", &[topic])).await;
        write(app, congress.id, &one.profile, entry(Side::Offer, topic, "Erstes")).await;
        let reads = async || {
            let mut all = vec![];
            for path in [
                "/netz/network",
                "/netz/network/topics/dms",
                "/netz/network/directory",
                "/netz/network/directory?show=entries",
                "/netz/network/mine",
            ] {
                let before = app.store.statements();
                one.client.get(path).await.expect(200);
                all.push(app.store.statements() - before);
            }
            all
        };
        let few = reads().await;
        for n in 0..29 {
            let new = Profile { organisation: format!("Stadt {n}"), ..said(&format!("Person Nr{n}"), &[topic]) };
            let secret = ticket(app, congress.id, &format!("Person Nr{n}"), "").await;
            let profile = join(app, congress.id, &secret, new).await;
            write(app, congress.id, &profile, entry(Side::Need, topic, &format!("Gesuch {n}"))).await;
        }
        assert_eq!(reads().await, few);
        app.run_jobs().await;
    })
    .await;
}
