//! Seats over the pages: by the own link, by the order's, at the desk, and what everybody sees.

use super::booking::{booked, of, somebody, workshops};
use crate::kit::{App, run};
use identity::Role;
use registration::load::{Attendee, attendee_secret, order_secret};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

pub(super) fn my(app: &App, who: &Attendee) -> String {
    let secret = attendee_secret(&app.program.state.link_key, who.order(), who.row());
    address::MyWorkshops::new("owl", secret).path()
}

#[tokio::test]
async fn one_books_waits_and_gives_back_by_ones_own_link() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(1)), ("Register", 180, Some(8))]).await;
        let seat = of(app, &congress, "Formulare").await;
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        let guest = app.guest();
        let (first, second) = (my(app, &ada), my(app, &bea));
        let page = guest.get(&first).await.expect(200);
        assert!(page.text().contains("Noch 1 Platz"), "{}", page.text());
        let book = format!("{first}/{}", seat.number);
        assert_eq!(guest.post_form(&book, &[]).await.expect(303).location(), first);
        let page = guest.get(&first).await.expect(200);
        assert!(page.text().contains("Ihr Platz ist gebucht."), "{}", page.text());
        // Who comes when it is gone is told, and offered to wait.
        let other = app.guest();
        let page = other.get(&second).await.expect(200);
        assert!(page.text().contains("Auf die Warteliste"), "{}", page.text());
        let book = format!("{second}/{}", seat.number);
        let page = other.post_form(&book, &[]).await.expect(409);
        assert!(page.text().contains("Gerade ist der letzte Platz"), "{}", page.text());
        other.post_form(&book, &[("wait", "yes")]).await.expect(303);
        let page = other.get(&second).await.expect(200);
        assert!(page.text().contains("Warteliste, Stelle 1"), "{}", page.text());
        // Given back behind a question, and gone to the next.
        let back = format!("{first}/{}/return", seat.number);
        guest.get(&back).await.expect(200);
        guest.post_form(&back, &[]).await.expect(303);
        guest.post_form(&back, &[]).await.expect(303);
        let page = guest.get(&first).await.expect(200);
        assert!(page.text().contains("Das war schon zurückgegeben."), "{}", page.text());
        let page = other.get(&second).await.expect(200);
        assert!(page.text().contains("Gebucht"), "{}", page.text());
        app.deliver().await;
        // "My congress" leads there.
        let own = other.get(second.trim_end_matches("/workshops")).await.expect(200);
        assert!(own.attributes("a", "href").contains(&second));
        // No occurrence of that number, or not of this congress.
        guest.post_form(&format!("{first}/9999"), &[]).await.expect(404);
        guest.post_form(&format!("{first}/x"), &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn whoever_ordered_books_for_their_people_and_confirms_what_is_at_once() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(4)), ("Register", 60, Some(4))]).await;
        let (one, two) = (of(app, &congress, "Formulare").await, of(app, &congress, "Register").await);
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let secret = order_secret(&app.program.state.link_key, ada.order());
        let order = address::Order::new("owl", &ada.order().code, &secret).path();
        let here = address::OrderAttendeeWorkshops::new("owl", &ada.order().code, &secret, "1").path();
        let guest = app.guest();
        assert!(guest.get(&order).await.expect(200).attributes("a", "href").contains(&here));
        guest.post_form(&format!("{here}/{}", one.number), &[]).await.expect(303);
        let asked = guest.post_form(&format!("{here}/{}", two.number), &[]).await.expect(409);
        assert!(asked.text().contains("Zur gleichen Zeit haben Sie schon etwas vor"), "{}", asked.text());
        let seen = asked.attributes("input[name=seen]", "value").remove(0);
        guest.post_form(&format!("{here}/{}", two.number), &[("seen", &seen)]).await.expect(303);
        assert_eq!(guest.get(&here).await.expect(200).words("section[aria-labelledby=booked] li").len(), 2);
        // Nobody gets there by another's link.
        let other = somebody(app, &congress, "on-site", "Bea Zwei").await;
        let secret = order_secret(&app.program.state.link_key, other.order());
        let wrong = address::OrderAttendeeWorkshops::new("owl", &ada.order().code, secret, "1").path();
        guest.get(&wrong).await.expect(404);
        guest.post_form(&format!("{wrong}/{}", one.number), &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn everybody_sees_what_is_left() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(7)), ("Vortrag", 180, None)]).await;
        let seat = of(app, &congress, "Formulare").await;
        let path = address::SessionSeats::new("owl", &seat.code).path();
        assert!(app.guest().get(&path).await.expect(200).text().contains("Plätze frei"));
        let revision = async || super::by_slug(app, "owl").await.revision;
        let before = revision().await;
        booked(app, &somebody(app, &congress, "on-site", "Ada Eins").await, &seat).await.unwrap();
        assert_eq!(revision().await, before, "nobody sees a difference");
        booked(app, &somebody(app, &congress, "on-site", "Bea Zwei").await, &seat).await.unwrap();
        assert!(revision().await > before, "five are left, and that is told");
        let page = app.guest().in_language("en").get(&path).await.expect(200);
        assert!(page.text().contains("5 seats left"), "{}", page.text());
        // A session that nobody books has no such page.
        let talk = super::booking::named(app, "Vortrag").await;
        let talk = programme::entity::session::Entity::find().filter(programme::entity::session::Column::Id.eq(talk));
        let talk = talk.one(app.store.read()).await.unwrap().unwrap();
        app.guest().get(&address::SessionSeats::new("owl", talk.code).path()).await.expect(404);
        app.guest().get("/owl/programme/NOSUCH/seats").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_desk_has_the_list_for_the_door_and_books_for_people() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(1))]).await;
        let seat = of(app, &congress, "Formulare").await;
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        let staff = app.staff(Role::Organiser).await;
        let list = address::DeskBookings::new("owl").path();
        let here = address::DeskSeats::new("owl", seat.number.to_string()).path();
        let people = address::DeskBooking::new("owl", seat.number.to_string()).path();
        assert!(staff.get(&list).await.expect(200).text().contains("0 von 1 Plätzen"));
        let number = |who: &Attendee| registration::ticket::number(who.order(), 1);
        staff.post_form(&people, &[("ticket", "7H4KQ2-1X")]).await.expect(422);
        staff.post_form(&people, &[("ticket", &number(&ada))]).await.expect(303);
        let full = staff.post_form(&people, &[("ticket", &number(&bea))]).await.expect(409);
        assert!(full.text().contains("Es ist kein Platz frei"), "{}", full.text());
        staff.post_form(&people, &[("ticket", &number(&bea)), ("wait", "yes")]).await.expect(303);
        let page = staff.get(&here).await.expect(200);
        assert!(page.text().contains("1 von 1 Plätzen"), "{}", page.text());
        assert_eq!(page.words("section[aria-labelledby=booked] tbody th a"), ["Ada Eins"]);
        assert_eq!(page.words("section[aria-labelledby=waiting] tbody th a"), ["Bea Zwei"]);
        let back = address::DeskBookingReturn::new("owl", seat.number.to_string(), &ada.order().code, "1").path();
        staff.get(&back).await.expect(200);
        staff.post_form(&back, &[]).await.expect(303);
        staff.post_form(&back, &[]).await.expect(303);
        let page = staff.get(&here).await.expect(200);
        assert_eq!(page.words("section[aria-labelledby=booked] tbody th a"), ["Bea Zwei"]);
        // The ticket tells what happened.
        let ticket = address::desk::Attendee::new("owl", &ada.order().code, "1").path();
        let page = staff.get(&ticket).await.expect(200);
        assert!(page.text().contains("Platz zurückgegeben: Formulare"), "{}", page.text());
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn the_lists_take_as_many_statements_however_long_they_are() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(40))]).await;
        let seat = of(app, &congress, "Formulare").await;
        let staff = app.staff(Role::Organiser).await;
        let here = address::DeskSeats::new("owl", seat.number.to_string()).path();
        booked(app, &somebody(app, &congress, "on-site", "Ada Eins").await, &seat).await.unwrap();
        let count = async || {
            let before = app.store.statements();
            staff.get(&here).await.expect(200);
            app.store.statements() - before
        };
        count().await;
        let one = count().await;
        for n in 0..29 {
            booked(app, &somebody(app, &congress, "on-site", &format!("Gast Nummer{n}")).await, &seat).await.unwrap();
        }
        assert_eq!(count().await, one);
    })
    .await;
}
