//! "My congress" as a calendar, behind its own link.

use super::feed::{Said, entitled, events, says, titles};
use super::ics::unescape;
use super::invitation::speak;
use crate::kit::{App, Client, run};
use crate::programme::booking::{booked, of, workshops};
use ::base::Actor;
use ::http::Method;
use ::registration::load::{Attendee, attendee_by_link, attendee_secret};
use ::registration::service::{cancellation, link};

/// Somebody's own page, and who they are by its link.
async fn somebody(app: &App, congress: base::Uuid, name: &str) -> (String, Attendee) {
    let placed = app.order(congress, &[("on-site", name)]).await;
    let who = crate::programme::booking::loaded(app, congress, &placed.order.code).await;
    let key = &app.program.state.link_key;
    let secret = attendee_secret(key, who.order(), who.row());
    let who = attendee_by_link(app.store.read(), key, congress, &secret).await.unwrap();
    (address::My::new("owl", secret).path(), who)
}

/// The path of the calendar that the page shows.
async fn shown(client: &Client, page: &str) -> String {
    let reply = client.get(page).await.expect(200);
    let address = reply.attributes("#calendar-address", "value").remove(0);
    let (_, rest) = address.split_once("//").expect("a whole address");
    format!("/{}", rest.split_once('/').expect("a path").1)
}

/// Presses the button that the page shows.
async fn press(client: &Client, page: &str) {
    let reply = client.get(page).await.expect(200);
    let action = reply.attributes("section[aria-labelledby=own-calendar] form", "action").remove(0);
    let seen = reply.attributes("input[name=seen]", "value");
    client.post_form(&action, &[("seen", seen.first().map_or("", String::as_str))]).await.expect(303);
}

async fn read(app: &App, path: &str) -> Vec<Said> {
    events(&app.guest().get(path).await.expect(200).text())
}

#[tokio::test]
async fn it_has_the_day_and_what_was_booked_or_marked() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Eins", 0, None), ("Zwei", 60, Some(1)), ("Drei", 120, Some(5))]).await;
        let (page, who) = somebody(app, congress.id, "Lea Nolte").await;
        let client = app.guest();
        let before = client.get(&page).await.expect(200);
        assert!(before.attributes("#calendar-address", "value").is_empty());
        press(&client, &page).await;
        let feed = shown(&client, &page).await;
        assert_eq!(titles(&read(app, &feed).await).len(), 1, "the congress alone");
        let day = read(app, &feed).await.remove(0);
        assert_eq!(says(&day, "UID"), format!("{}@kongress", who.row().id));
        assert_eq!(says(&day, "STATUS"), "CONFIRMED");

        let code = crate::calendar::feed::known(app, congress.id).await;
        let code = code.sessions.iter().find(|session| session.title.de == "Eins").unwrap().code.clone();
        client.post_form(&format!("{page}/programme/stars"), &[("star", &code)]).await.expect(303);
        booked(app, &who, &of(app, &congress, "Drei").await).await.unwrap();
        // Somebody else has the only seat: who waits for one has none.
        let (_, other) = somebody(app, congress.id, "Henrik Stallmann").await;
        booked(app, &other, &of(app, &congress, "Zwei").await).await.unwrap();
        booked(app, &who, &of(app, &congress, "Zwei").await).await.unwrap();

        let reply = app.guest().get(&feed).await.expect(200);
        let all = events(&reply.text());
        assert_eq!(titles(&all)[1..], ["Eins", "Drei"]);
        assert_eq!(says(&entitled(&all, "Eins"), "TRANSP"), "TRANSPARENT");
        assert_eq!(says(&entitled(&all, "Drei"), "TRANSP"), "OPAQUE");
        assert!(!reply.text().contains("SOURCE"), "the secret is not in the file");
        let programme = read(app, "/owl/schedule.ics").await;
        assert_eq!(says(&entitled(&programme, "Drei"), "UID"), says(&entitled(&all, "Drei"), "UID"));
        let tag = reply.header("etag").to_owned();
        app.guest().send(Method::GET, &feed, &[("if-none-match", &tag)], None, vec![]).await.expect(304);

        // The congress moves to another house.
        let house = congress::service::part::Venue {
            name: "Stadthalle".into(),
            street: "Am Markt 1".into(),
            postcode: "32756".into(),
            town: "Detmold".into(),
        };
        let row = crate::programme::by_slug(app, "owl").await;
        let seen = web::form::Seen::of(&<congress::service::part::Venue as congress::service::part::Part>::of(&row));
        congress::service::part::change(&app.store, &Actor::system(), congress.id, house, &seen).await.unwrap();
        let moved = read(app, &feed).await;
        assert_eq!(unescape(says(&moved[0], "LOCATION")), "Stadthalle, Am Markt 1, 32756 Detmold");
        assert!(says(&moved[0], "DTSTAMP") >= says(&day, "DTSTAMP"));
        for (event, before) in [(&moved[0], &day), (&entitled(&moved, "Drei"), &entitled(&all, "Drei"))] {
            let sequence = |event| says(event, "SEQUENCE").parse::<u32>().unwrap();
            assert_eq!(sequence(event), sequence(before) + 1);
        }

        // A cancelled ticket takes the day out of the calendar.
        cancellation::cancel_attendee(&app.store, &who, "").await.unwrap();
        app.run_jobs().await;
        let all = read(app, &feed).await;
        assert_eq!((titles(&all).len(), says(&all[0], "STATUS")), (2, "CANCELLED"), "the seat went with it");
        assert_eq!(says(&all[0], "UID"), says(&day, "UID"));
        assert!(says(&all[0], "SEQUENCE").parse::<u32>().unwrap() > says(&day, "SEQUENCE").parse().unwrap());
    })
    .await;
}

#[tokio::test]
async fn who_speaks_finds_that_in_it_and_the_programme_is_read_once() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Eins", 0, None), ("Zwei", 60, None)]).await;
        let (page, who) = somebody(app, congress.id, "Lea Nolte").await;
        let client = app.guest();
        press(&client, &page).await;
        let feed = shown(&client, &page).await;
        assert_eq!(read(app, &feed).await.len(), 1);
        speak(app, Some(who.row().mailbox_id)).await;
        let all = read(app, &feed).await;
        assert_eq!(titles(&all)[1..], ["Eins", "Zwei"]);
        assert_eq!(says(&entitled(&all, "Eins"), "TRANSP"), "OPAQUE");

        // As for all mails of a release, so for each feed.
        let (feeds, row) = (calendar::query::kept::Feeds::default(), crate::programme::by_slug(app, "owl").await);
        let mut statements = vec![];
        for _ in 0..2 {
            let before = app.store.statements();
            assert!(feeds.get(&app.store, row.id, row.revision).await.unwrap().is_some());
            statements.push(app.store.statements() - before);
        }
        assert!(statements[0] > 0 && statements[1] == 0, "{statements:?}");
    })
    .await;
}

#[tokio::test]
async fn another_address_ends_the_one_before() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Eins", 0, None)]).await;
        let (page, who) = somebody(app, congress.id, "Lea Nolte").await;
        let client = app.guest();
        // Twice at once from the same page makes one.
        let action = address::calendar::OwnFeedLink::new("owl", page.rsplit('/').next().unwrap()).path();
        for _ in 0..2 {
            client.post_form(&action, &[("seen", "")]).await.expect(303);
        }
        let first = shown(&client, &page).await;
        read(app, &first).await;
        assert_eq!(app.count("SELECT count(*) FROM calendar_link WHERE generation = 1").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM event WHERE verb = 'attendee.calendar-renewed'").await, 1);
        press(&client, &page).await;
        let second = shown(&client, &page).await;
        assert_ne!(first, second);
        app.guest().get(&first).await.expect(404);
        read(app, &second).await;

        // Whoever takes over the ticket has a calendar of their own.
        let (conn, system) = (app.store.read(), Actor::system());
        let order = registration::load::order_to_manage(conn, &system, congress.id, &who.order().code).await.unwrap();
        let ended = registration::load::attendee_of(app.store.read(), &order, "1").await.unwrap();
        let shown = web::form::Seen::of(&(ended.row().link_generation, ended.row().ticket_serial));
        link::renew_attendee(&app.store, &ended, &shown, false, false).await.unwrap();
        app.guest().get(&second).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn nobody_guesses_it() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Eins", 0, None)]).await;
        let other = app.congress("other", 10).await;
        let (page, _) = somebody(app, congress.id, "Lea Nolte").await;
        let (theirs, _) = somebody(app, congress.id, "Henrik Stallmann").await;
        let client = app.guest();
        press(&client, &page).await;
        press(&client, &theirs).await;
        let (mine, others) = (shown(&client, &page).await, shown(&client, &theirs).await);
        let secret = |path: &str| path.split('/').nth(3).unwrap().to_owned();
        let (mine, others) = (secret(&mine), secret(&others));
        let (id, proof) = mine.split_once('-').unwrap();
        let mixed = format!("{id}-{}", others.split_once('-').unwrap().1);
        let my = page.rsplit('/').next().unwrap().to_owned();
        for wrong in [mixed, id.to_owned(), format!("{id}-"), proof.to_owned(), my, "x".into()] {
            app.guest().get(&address::calendar::OwnFeed::new("owl", wrong).path()).await.expect(404);
        }
        app.guest().get(&address::calendar::OwnFeed::new(&other.slug, &mine).path()).await.expect(404);
        let reply = app.guest().get(&address::calendar::OwnFeed::new("owl", &mine).path()).await.expect(200);
        assert_eq!(reply.header("cache-control"), "no-store");
    })
    .await;
}
