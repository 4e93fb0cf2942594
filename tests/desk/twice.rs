//! Two clicks on a slow line: the second finds done what the first did.

use crate::kit::smtp::Step;
use crate::kit::{App, Client, Reply, run};
use congress::entity::{congress as congresses, passage, room};
use identity::Role;
use sea_orm::{EntityTrait, PaginatorTrait};
use ticketing::entity::{category, quota};

fn hidden(page: &Reply, name: &str) -> String {
    page.attributes(&format!("main [name={name}]"), "value").remove(0)
}

/// Sends a form twice, first at the same moment, then again.
async fn thrice(staff: &Client, path: &str, fields: &[(&str, &str)]) -> Vec<Reply> {
    let (first, second) = tokio::join!(staff.post_form(path, fields), staff.post_form(path, fields));
    vec![first.expect(303), second.expect(303), staff.post_form(path, fields).await.expect(303)]
}

#[tokio::test]
async fn what_is_added_is_added_once_but_another_one_is_another() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        app.congress("lippe", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let forms: [(&str, &[(&str, &str)]); 4] = [
            ("rooms", &[("name-de", "Zwei Mal"), ("position", "1")]),
            ("categories", &[("name-de", "Zwei Mal"), ("place", "on_site"), ("active", "on")]),
            ("quotas", &[("name", "Zwei Mal"), ("size", "3"), ("categories", "on-site")]),
            ("passages", &[("place", "page"), ("title-de", "Zwei Mal"), ("body-de", "Text"), ("position", "1")]),
        ];
        let count = async |kind: &str| -> u64 {
            let conn = app.store.read();
            match kind {
                "rooms" => room::Entity::find().count(conn).await,
                "categories" => category::Entity::find().count(conn).await,
                "quotas" => quota::Entity::find().count(conn).await,
                _ => passage::Entity::find().count(conn).await,
            }
            .unwrap()
        };
        for (kind, fields) in forms {
            let before = count(kind).await;
            let path = format!("/owl/desk/settings/{kind}/new");
            let once = hidden(&staff.get(&path).await.expect(200), "once");
            let form: Vec<_> = fields.iter().copied().chain([("once", once.as_str())]).collect();
            let replies = thrice(&staff, &path, &form).await;
            assert!(replies.iter().all(|r| r.location() == format!("/owl/desk/settings/{kind}")), "{kind}");
            assert_eq!(count(kind).await, before + 1, "{kind}: two clicks");
            // Somebody goes back and makes the next one of the same page.
            let next: Vec<_> = form
                .iter()
                .map(|(name, value)| (*name, if *value == "Zwei Mal" { "Noch eins" } else { value }))
                .collect();
            staff.post_form(&path, &next).await.expect(303);
            assert_eq!(count(kind).await, before + 2, "{kind}: another one");
            // The same form in another congress meets nothing of this one.
            staff.post_form(&path.replace("/owl/", "/lippe/"), &form).await.expect(303);
            assert_eq!(count(kind).await, before + 3, "{kind}: of another congress");
            let list =
                staff.get(&format!("/owl/desk/settings/{kind}")).await.expect(200).words("main .row-list strong");
            assert_eq!(list.iter().filter(|name| *name == "Zwei Mal").count(), 1, "{kind}: {list:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_congress_is_founded_once() {
    run(async |app: &App| {
        let staff = app.staff(Role::Admin).await;
        app.congress("owl", 5).await;
        let once = hidden(&staff.get("/desk/congresses").await.expect(200), "once");
        let form =
            [("name-de", "Zwei Mal"), ("from", "2099-03-11"), ("zone", "Europe/Berlin"), ("once", once.as_str())];
        for reply in thrice(&staff, "/desk/congresses", &form).await {
            assert_eq!(reply.location(), "/zwei-mal/desk/settings");
        }
        assert_eq!(congresses::Entity::find().count(app.store.read()).await.unwrap(), 2);
        // The form of somebody else, however they came by it, is another congress.
        let other = app.staff(Role::Organiser).await;
        let reply = other.post_form("/desk/congresses", &form).await.expect(303);
        assert_eq!(reply.location(), "/zwei-mal-2/desk/settings");
    })
    .await;
}

#[tokio::test]
async fn a_link_is_ended_once_and_one_mail_tells_the_new_one() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let placed = app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let path = format!("/owl/desk/orders/{}", placed.code);
        for (form, ends) in
            [("link", "Alter Link zur Bestellung beendet"), ("attendees/1/link", "Alter Link und alter Code beendet")]
        {
            let before = app.smtp.mails().len();
            let page = format!("{path}/{form}");
            let seen = hidden(&staff.get(&page).await.expect(200), "seen");
            let fields = [("send", "on"), ("ticket", "on"), ("seen", seen.as_str())];
            let replies = thrice(&staff, &page, &fields).await;
            assert!(replies.iter().all(|reply| reply.location() == replies[0].location()));
            app.run_jobs().await;
            assert_eq!(app.smtp.mails().len(), before + 1, "{form}");
            let history = staff.get(&path).await.expect(200).words(".timeline li").join("\n");
            assert_eq!(history.matches(ends).count(), 1, "{history}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_is_ended_though_somebody_ended_the_link_alone() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let placed = app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await;
        let path = format!("/owl/desk/orders/{}/attendees/1/link", placed.order.code);
        let seen = hidden(&staff.get(&path).await.expect(200), "seen");
        let serial = async || {
            let rows = registration::entity::attendee::Entity::find().all(app.store.read()).await.unwrap();
            (rows[0].link_generation, rows[0].ticket_serial)
        };
        let first = serial().await;
        staff.post_form(&path, &[("seen", seen.as_str())]).await.expect(303);
        let second = serial().await;
        assert_eq!((second.0 - first.0, second.1), (1, first.1));
        staff.post_form(&path, &[("seen", seen.as_str()), ("ticket", "on")]).await.expect(303);
        let third = serial().await;
        assert!(third.1 != first.1 && third.0 == second.0 + 1, "the code must not stay good");
        staff.post_form(&path, &[("seen", seen.as_str()), ("ticket", "on")]).await.expect(303);
        assert_eq!(serial().await, third);
    })
    .await;
}

#[tokio::test]
async fn what_is_saved_twice_is_saved_and_nobody_is_blamed() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let placed = app.order(owl.id, &[("online", "Henrik Stallmann")]).await.order;
        let order = format!("/owl/desk/orders/{}", placed.code);
        let rooms = "/owl/desk/settings/rooms";
        staff.post_form(&format!("{rooms}/new"), &[("name-de", "Saal"), ("position", "1")]).await.expect(303);
        let room = staff.get(rooms).await.attributes("main .row-list a", "href").remove(0);
        let quota = staff.get("/owl/desk/settings/quotas").await.attributes("main .row-list a", "href").remove(0);
        let ticket = staff.get("/owl/desk/settings/categories").await.attributes("main .row-list a", "href").remove(0);
        let basics = [("starts", "2099-03-11T10:00"), ("ends", "2099-03-11T17:00"), ("zone", "Europe/Berlin")];
        let buyer = [("buyer-kind", "person"), ("buyer-email", "p.kemper@delbrueck.example"), ("language", "en")];
        let person = [("family-name", "Stollmann"), ("email", "henrik@kreis.example"), ("language", "de")];
        let forms: Vec<(String, Vec<(&str, &str)>)> = vec![
            ("/owl/desk/settings/basics".into(), [&[("name-de", "Neu")], &basics[..]].concat()),
            ("/owl/desk/settings/venue".into(), vec![("name", "HNF"), ("town", "Paderborn")]),
            ("/owl/desk/settings/look".into(), vec![("wordmark", "Tag")]),
            ("/owl/desk/settings/sender".into(), vec![("signature", "Lea Nolte")]),
            (room, vec![("name-de", "Großer Saal"), ("position", "1")]),
            (quota, vec![("name", "Saal"), ("size", "7"), ("categories", "on-site")]),
            (
                ticket,
                vec![("name-de", "Vor Ort"), ("place", "on_site"), ("price", "0"), ("active", "on"), ("position", "1")],
            ),
            (format!("{order}/buyer"), [&[("buyer-name", "Petra Kämper")], &buyer[..]].concat()),
            (format!("{order}/note"), vec![("note", "Ruft wieder an")]),
            (format!("{order}/attendees/1/details"), person.to_vec()),
            (format!("{order}/attendees/1/category"), vec![("category", "on-site")]),
        ];
        for (path, fields) in forms {
            let page = staff.get(&path).await.expect(200);
            let seen = hidden(&page, "seen");
            let form: Vec<_> = fields.into_iter().chain([("seen", seen.as_str())]).collect();
            let events = async || store::event::entity::Entity::find().count(app.store.read()).await.unwrap();
            staff.post_form(&path, &form).await.expect(303);
            let before = events().await;
            staff.post_form(&path, &form).await.expect(303);
            assert_eq!(events().await, before, "{path}: nothing happened the second time");
        }
    })
    .await;
}

#[tokio::test]
async fn who_cancels_twice_is_told_that_it_is_done() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let placed = app.order(owl.id, &[("on-site", "Henrik Stallmann"), ("online", "Lea Nolte")]).await.order;
        let order = format!("/owl/desk/orders/{}", placed.code);
        let post = format!("{order}/cancellation");
        let form = [("position", "2"), ("reason", "Krank")];
        for reply in thrice(&staff, &post, &form).await {
            assert_eq!(reply.location(), order);
        }
        let page = staff.get(&order).await.expect(200);
        assert!(page.text().contains("Das Ticket ist schon storniert."), "{}", page.text());
        assert_eq!(page.words(".timeline").join("").matches("Storniert: Lea Nolte").count(), 1);
        // Somebody else, and anybody later, is told that it does not fit any more.
        let other = app.staff(Role::Admin).await;
        other.post_form(&post, &form).await.expect(409);
        app.advance(chrono::TimeDelta::minutes(11));
        staff.post_form(&post, &form).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn mails_that_are_asked_for_twice_go_once_and_each_ticket_is_another_one() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let placed = app.order(owl.id, &[("on-site", "Henrik Stallmann"), ("online", "Lea Nolte")]).await.order;
        let order = format!("/owl/desk/orders/{}", placed.code);
        let path = format!("{order}/mail");
        let once = hidden(&staff.get(&order).await.expect(200), "once");
        for (fields, mails) in [(&[][..], 3), (&[("position", "1")][..], 4), (&[("position", "2")][..], 5)] {
            let form = [fields, &[("once", once.as_str())]].concat();
            for reply in thrice(&staff, &path, &form).await {
                assert_eq!(reply.location(), order);
            }
            app.run_jobs().await;
            assert_eq!(app.smtp.mails().len(), mails, "{fields:?}");
        }
        let ticket = format!("{order}/attendees/1");
        let next = hidden(&staff.get(&ticket).await.expect(200), "once");
        assert_ne!(next, once, "who asks again on purpose gets them again");
        staff.post_form(&path, &[("position", "1"), ("once", next.as_str())]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 6);
        let history = staff.get(&order).await.words(".timeline li").join("\n");
        assert_eq!(history.matches("Mails noch einmal angefordert").count(), 1, "{history}");
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_is_held_or_sent_twice_is_so_and_neither_click_fails() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::Greylist, Step::Greylist]);
        super::with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let mail = staff.get("/owl/desk/mails?state=waiting").await.attributes("tbody th > a", "href").remove(0);
        for (button, told) in [("holding", "Die Mail wird zurückgehalten."), ("sending", "Die Mail geht hinaus.")] {
            for reply in thrice(&staff, &format!("{mail}/{button}"), &[]).await {
                assert_eq!(reply.location(), mail);
            }
            assert!(staff.get(&mail).await.words(".notice").join("").contains(told));
        }
        let log = staff.get("/owl/desk/audit?part=mails").await.words("tbody th").join("\n");
        assert_eq!(log.matches("zurückgehalten").count(), 1, "{log}");
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 1);
        // It has arrived before the second click came through.
        staff.post_form(&format!("{mail}/sending"), &[]).await.expect(303);
        assert!(staff.get(&mail).await.words(".notice").join("").contains("inzwischen gesendet"));
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 1);
    })
    .await;
}
