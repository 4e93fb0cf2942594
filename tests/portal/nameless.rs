//! Places without names: ordered, passed on, named, reminded of.

use super::check;
use super::group::{again, post};
use crate::kit::world::form;
use crate::kit::{App, run};
use ::base::{Actor, Language};
use ::chrono::TimeDelta;
use ::identity::Role;
use ::registration::entity::{attendee, order};
use ::registration::form::{AttendeeForm, OrderForm};
use ::registration::load::{attendee_secret, order_secret, place_secret};
use ::registration::service::naming::remind;
use ::registration::service::order::{Placed, place};
use ::sea_orm::{EntityTrait, QueryOrder};

/// One named person and `n` places without names.
async fn placed(app: &App, n: usize) -> Placed {
    let congress = app.congress("owl", 10).await;
    let mut typed = form(&[("on-site", "Lea Nolte")]);
    let nameless = AttendeeForm {
        nameless: true,
        given_name: String::new(),
        family_name: String::new(),
        ..typed.attendees[0].clone()
    };
    typed.attendees.extend(std::iter::repeat_n(nameless, n));
    let form = OrderForm { notify: true, ..typed };
    let placed = place(&app.store, &Actor::guest(Language::De), congress.id, form).await.expect("an order");
    app.run_jobs().await;
    placed
}

fn path(app: &App, order: &order::Model) -> String {
    format!("/owl/orders/{}/{}", order.code, order_secret(&app.program.state.link_key, order))
}

fn place_of(app: &App, placed: &Placed, at: usize) -> String {
    let attendee = &placed.attendees[at].attendee;
    format!("/owl/places/{}", place_secret(&app.program.state.link_key, &placed.order, attendee))
}

async fn people(app: &App) -> Vec<attendee::Model> {
    attendee::Entity::find().order_by_asc(attendee::Column::Position).all(app.store.read()).await.expect("attendees")
}

const HENRIK: [(&str, &str); 6] = [
    ("given", "Henrik"),
    ("family", "Stallmann"),
    ("email", "h.stallmann@delbrueck.example"),
    ("organisation", "Stadt Delbrück"),
    ("language", "en"),
    ("terms", "on"),
];

#[tokio::test]
async fn places_are_ordered_without_names() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let empty = guest.get("/owl/tickets").await.expect(200);
        let mut fields = again(&empty, "later");
        for (name, value) in [
            ("buyer", "business"),
            ("organisation", "Lippische IT"),
            ("buyer-name", "Jule Brand"),
            ("buyer-email", "j@it.example"),
            ("terms", "on"),
            ("later-count", "3"),
        ] {
            fields.retain(|(n, _)| n != name);
            fields.push((name.into(), value.into()));
        }
        let back = post(&guest, &fields).await.expect(200);
        check(&back.text());
        assert_eq!(back.attributes("[data-nameless]", "data-attendee"), ["1", "2", "3"]);
        let placed = post(&guest, &again(&back, "place")).await.expect(303);
        let page = guest.get(placed.location()).await.expect(200);
        check(&page.text());
        assert_eq!(page.words("h1"), ["Die Plätze sind für Sie belegt"]);
        assert_eq!(page.words(".ticket-card h3"), ["Name folgt", "Name folgt", "Name folgt"]);
        assert!(!page.text().contains("Die Tickets sind gültig"), "{}", page.text());
        assert!(page.words(".qr").is_empty(), "a place without a name shows no code");
        let rows = people(app).await;
        assert!(rows.iter().all(|a| a.named_at.is_none() && a.given_name.is_empty()));
        app.run_jobs().await;
        let mail = ::post::query::list(app.store.read(), rows[0].congress_id, None, 9, 0).await.expect("mails");
        assert_eq!(mail.len(), 1, "the overview, and no ticket");
    })
    .await;
}

#[tokio::test]
async fn whoever_the_place_was_passed_on_to_takes_it_once() {
    run(async |app| {
        let placed = placed(app, 2).await;
        let (guest, link) = (app.guest(), place_of(app, &placed, 1));
        let order = guest.get(&path(app, &placed.order)).await.expect(200);
        assert!(order.text().contains(&link), "the buyer passes it on");
        assert!(order.text().contains("Ein Ticket ist gültig.") && !order.text().contains("Die Tickets sind gültig"));
        let page = guest.get(&link).await.expect(200);
        check(&page.text());
        assert!(!page.text().contains("Nolte") && !page.text().contains("Kemper"), "it names nobody of the order");
        guest.post_form(&link, &[("family", "Stallmann")]).await.expect(422);
        let own = guest.post_form(&link, &HENRIK).await.expect(303);
        let mine = guest.get(own.location()).await.expect(200);
        assert_eq!(mine.words(".ticket-card h3"), ["Henrik Stallmann"]);
        assert!(!mine.text().contains("Nolte") && !mine.text().contains("kemper"), "nobody else's data");
        // The same form once more is the same person; somebody else learns that the place is taken.
        guest.post_form(&link, &HENRIK).await.expect(303);
        let mut other = HENRIK;
        (other[0].1, other[2].1) = ("Otto", "otto@delbrueck.example");
        let late = guest.post_form(&link, &other).await.expect(409);
        check(&late.text());
        assert_eq!(late.words("h1"), ["Dieser Platz ist vergeben"]);
        let taken = guest.get(&link).await.expect(200);
        assert!(!taken.text().contains("Henrik"), "who has it is not said");
        let rows = people(app).await;
        assert_eq!((rows[1].given_name.as_str(), rows[1].language.as_str()), ("Henrik", "en"));
        app.run_jobs().await;
        let mails = ::post::query::list(app.store.read(), rows[0].congress_id, None, 9, 0).await.expect("mails");
        assert_eq!(mails.iter().filter(|m| m.to_address == "h.stallmann@delbrueck.example").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn of_two_at_the_same_moment_one_is_the_attendee() {
    run(async |app| {
        let placed = placed(app, 1).await;
        let link = place_of(app, &placed, 1);
        let mut other = HENRIK;
        (other[0].1, other[2].1) = ("Otto", "otto@delbrueck.example");
        let (one, two) = (app.guest(), app.guest());
        let (a, b) = tokio::join!(one.post_form(&link, &HENRIK), two.post_form(&link, &other));
        let mut codes = [a.status.as_u16(), b.status.as_u16()];
        codes.sort_unstable();
        assert_eq!(codes, [303, 409]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn links_of_places_open_nothing_else() {
    run(async |app| {
        let placed = placed(app, 1).await;
        let guest = app.guest();
        let key = &app.program.state.link_key;
        let nameless = &placed.attendees[1].attendee;
        let secret = place_secret(key, &placed.order, nameless);
        guest.get(&format!("/owl/my/{secret}")).await.expect(404);
        let own = attendee_secret(key, &placed.order, nameless);
        guest.get(&format!("/owl/my/{own}")).await.expect(404);
        guest.get(&format!("/owl/places/{own}")).await.expect(404);
        app.advance(TimeDelta::days(40));
        guest.get(&place_of(app, &placed, 1)).await.expect(409);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_buyer_types_names_and_is_reminded_until_then() {
    run(async |app| {
        let placed = placed(app, 2).await;
        app.run_jobs().await;
        let reminders = async || {
            remind(&app.store).await.expect("reminds");
            let all =
                ::post::query::list(app.store.read(), placed.order.congress_id, None, 50, 0).await.expect("mails");
            all.iter().filter(|m| m.kind == "registration.nameless").count()
        };
        assert_eq!(reminders().await, 0, "30 days before");
        app.advance(TimeDelta::days(10));
        assert_eq!((reminders().await, reminders().await), (1, 1), "once for each day");
        let guest = app.guest();
        let here = path(app, &placed.order);
        let form = guest.get(&format!("{here}/attendees/2/name")).await.expect(200);
        check(&form.text());
        guest
            .post_form(
                &format!("{here}/attendees/2/name"),
                &[("given", "Olga"), ("family", "Petrenko"), ("language", "de")],
            )
            .await
            .expect(303);
        guest
            .post_form(
                &format!("{here}/attendees/3/name"),
                &[("family", "Öztürk"), ("email", "m@delbrueck.example"), ("language", "de")],
            )
            .await
            .expect(303);
        let rows = people(app).await;
        assert!(rows.iter().all(|a| a.named_at.is_some()));
        assert_eq!(rows[1].mailbox_id, placed.order.mailbox_id, "without an address the ticket goes to the buyer");
        app.advance(TimeDelta::days(14));
        assert_eq!(reminders().await, 1, "nobody is left to be named");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_desk_finds_them_and_the_door_asks_for_a_name() {
    run(async |app| {
        let placed = placed(app, 1).await;
        let organiser = app.staff(Role::Organiser).await;
        let list = organiser.get("/owl/desk/attendees?name=none").await.expect(200);
        assert_eq!(list.words("tbody th a"), ["Name fehlt"]);
        let door = app.staff(Role::Door).await;
        let number = &placed.attendees[1].number;
        let scan = |force: bool| {
            let mut fields =
                vec![("gate", "main"), ("ticket", number.as_str()), ("note", "Jule Brand, Ausweis gesehen")];
            if force {
                fields.push(("force", "1"));
            }
            fields
        };
        let nonce = crate::kit::actor::nonce();
        let mut fields = scan(false);
        fields.push(("nonce", &nonce));
        let refused = door.post_form("/owl/door/check-ins", &fields).await;
        let refused = if refused.status == 303 { door.get(refused.location()).await } else { refused };
        assert!(refused.text().contains("Der Platz hat noch keinen Namen."), "{}", refused.text());
        app.run_jobs().await;
    })
    .await;
}
