//! The same person twice: found, made one, told apart; two orders made one.

use crate::kit::world::form;
use crate::kit::{App, run};
use ::base::{Actor, Language, Uuid};
use ::identity::Role;
use ::registration::entity::{attendee, cancellation, order};
use ::registration::form::OrderForm;
use ::registration::load::{attendee_of, order_to_manage};
use ::registration::query::double::{Double, doubles};
use ::registration::query::find::Part;
use ::registration::rules::double::{Known, pairs};
use ::registration::service::double::{Taken, keep_one};
use ::registration::service::order::{Placed, place};
use ::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

fn known(id: u8, given: &str, family: &str, mailbox: u8, organisation: &str) -> Known<u8> {
    Known { id, given_name: given.into(), family_name: family.into(), mailbox, organisation: organisation.into() }
}

#[test]
fn the_same_name_and_address_or_organisation_is_one_person() {
    let people = [
        known(1, "Jürgen", "Groß", 1, "Stadt Lemgo"),
        known(2, "JUERGEN", "Gross", 2, "stadt lemgo"),
        known(3, "Groß", "Jürgen", 1, "Kreis Lippe"),
        known(4, "Jürgen", "Groß", 4, "Kreis Höxter"),
        known(5, "Petra", "Groß", 1, "Stadt Lemgo"),
        known(6, "Jürgen", "Groß", 6, ""),
        known(7, "Jürgen", "Groß", 7, ""),
    ];
    assert_eq!(pairs(&people), [(1, 3, 3), (1, 2, 2)], "a name alone says nothing, nor does an address");
    assert!(pairs::<u8>(&[known(1, "", "", 1, "X"), known(2, "", "", 1, "X")]).is_empty());
}

/// Lea Nolte, in an order of her own and in one with a colleague.
async fn twice(app: &App) -> (Uuid, Placed, Placed) {
    let owl = app.congress("owl", 10).await;
    let one = app.order(owl.id, &[("on-site", "Lea Nolte")]).await;
    let two = app.order(owl.id, &[("on-site", "Olga Petrenko"), ("on-site", "Lea Nolte")]).await;
    (owl.id, one, two)
}

async fn pairs_of(app: &App, congress: Uuid) -> Vec<Double> {
    doubles(app.store.read(), congress, Part { limit: 25, offset: 0 }).await.expect("doubles").pairs
}

async fn people(app: &App) -> Vec<attendee::Model> {
    attendee::Entity::find().order_by_asc(attendee::Column::Id).all(app.store.read()).await.expect("people")
}

#[tokio::test]
async fn one_of_two_stays_and_the_other_place_is_free() {
    run(async |app| {
        let (owl, one, two) = twice(app).await;
        let found = pairs_of(app, owl).await;
        assert_eq!(found.len(), 1);
        let organiser = app.staff(Role::Organiser).await;
        let list = organiser.get("/owl/desk/doubles").await.expect(200);
        let path = list.attributes("main h2 a", "href").remove(0);
        let pair = organiser.get(&path).await.expect(200);
        assert_eq!(pair.words("input[name=keep] + label").len(), 2);
        organiser.post_form(&path, &[]).await.expect(303);
        assert_eq!(pairs_of(app, owl).await.len(), 1, "nothing was chosen");
        organiser.post_form(&path, &[("keep", "second"), ("organisation", "on")]).await.expect(303);
        organiser.post_form(&path, &[("keep", "second")]).await.expect(303);
        let all = people(app).await;
        let state = |placed: &Placed, at: usize| {
            all.iter().find(|a| a.id == placed.attendees[at].attendee.id).expect("there").state
        };
        assert_eq!((state(&one, 0), state(&two, 1)), (attendee::State::Cancelled, attendee::State::Valid));
        let why = cancellation::Entity::find().one(app.store.read()).await.expect("reads").expect("one");
        assert_eq!(why.reason, "Doppelt angemeldet");
        assert!(pairs_of(app, owl).await.is_empty());
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn of_two_who_keep_another_one_at_once_one_ticket_stays() {
    Box::pin(run(async |app| {
        let (owl, one, two) = twice(app).await;
        let actor = Actor::system();
        let of = async |code: &str, position: &str| {
            let order = order_to_manage(app.store.read(), &actor, owl, code).await.expect("an order");
            attendee_of(app.store.read(), &order, position).await.expect("an attendee")
        };
        let (a, b) = (of(&one.order.code, "1").await, of(&two.order.code, "2").await);
        let (first, second) = tokio::join!(
            keep_one(&app.store, &a, &b, Taken::default(), "doppelt", false),
            keep_one(&app.store, &b, &a, Taken::default(), "doppelt", false),
        );
        assert_eq!([first.is_ok(), second.is_ok()].into_iter().filter(|ok| *ok).count(), 1);
        assert_eq!(people(app).await.iter().filter(|a| a.state == attendee::State::Valid).count(), 2);
        app.run_jobs().await;
    }))
    .await;
}

#[tokio::test]
async fn who_does_not_look_like_the_other_keeps_the_ticket() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let placed = app.order(owl.id, &[("on-site", "Max Menge"), ("on-site", "Paula Port")]).await;
        let order = order_to_manage(app.store.read(), &Actor::system(), owl.id, &placed.order.code).await.unwrap();
        let one = attendee_of(app.store.read(), &order, "1").await.unwrap();
        let other = attendee_of(app.store.read(), &order, "2").await.unwrap();
        let refused = keep_one(&app.store, &one, &other, Taken::default(), "doppelt", false).await;
        assert!(matches!(refused, Err(::registration::RegistrationError::Stale(_))), "{refused:?}");
        assert!(people(app).await.iter().all(|a| a.state == attendee::State::Valid));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn pairs_stand_on_pages() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        // Eight of one name: twenty-eight pairs.
        for _ in 0..2 {
            app.order(owl.id, &[("on-site", "Lea Nolte"); 4]).await;
        }
        let organiser = app.staff(Role::Organiser).await;
        let first = organiser.get("/owl/desk/doubles").await.expect(200);
        assert_eq!(first.words("main h2").len(), 25);
        assert!(first.text().contains("1 bis 25 von 28"), "{}", first.text());
        let next = first.attributes("nav.pagination a[rel=next]", "href").remove(0);
        let second = organiser.get(&next).await.expect(200);
        assert_eq!(second.words("main h2").len(), 3);
        assert!(second.text().contains("26 bis 28 von 28"), "{}", second.text());
        assert_eq!(organiser.get("/owl/desk/doubles?page=9").await.expect(303).location(), next);
    })
    .await;
}

#[tokio::test]
async fn who_is_told_apart_is_not_asked_again() {
    run(async |app| {
        let (owl, ..) = twice(app).await;
        let organiser = app.staff(Role::Organiser).await;
        let list = organiser.get("/owl/desk/doubles").await.expect(200);
        let path = list.attributes("main h2 a", "href").remove(0);
        organiser.post_form(&format!("{path}/dismissal"), &[]).await.expect(303);
        organiser.post_form(&format!("{path}/dismissal"), &[]).await.expect(303);
        assert!(pairs_of(app, owl).await.is_empty());
        let finance = app.staff(Role::Finance).await;
        assert_ne!(finance.get(&path).await.status, 200, "who may not change sees no buttons");
        organiser.get("/owl/desk/doubles/ZZZZZZ-1/ZZZZZZ-2").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn orders_of_one_buyer_become_one_unless_money_stands_on_them() {
    run(async |app| {
        let (owl, one, two) = twice(app).await;
        let mut other = form(&[("on-site", "Max Meier")]);
        other.buyer.email = "somebody@else.example".into();
        let other = place(&app.store, &Actor::guest(Language::De), owl, OrderForm { notify: false, ..other }).await;
        let other = other.expect("an order").order.code;
        let organiser = app.staff(Role::Organiser).await;
        let (from, into) = (&one.order.code, &two.order.code);
        let path = format!("/owl/desk/orders/{from}/merge");
        let ask = organiser.get(&path).await.expect(200);
        assert_eq!(ask.attributes("input[name=into]", "value"), [into.as_str()], "of the same buyer");
        let refused = organiser.post_form(&path, &[("into", &other)]).await.expect(303);
        assert_eq!(refused.location(), path);
        organiser.post_form(&path, &[("into", into), ("send", "on")]).await.expect(303);
        app.run_jobs().await;
        let all = people(app).await;
        assert!(all.iter().filter(|a| a.family_name != "Meier").all(|a| a.order_id == two.order.id));
        let left = order::Entity::find().filter(order::Column::Id.eq(one.order.id)).one(app.store.read()).await;
        assert_eq!(left.expect("reads").expect("it").state, order::State::Cancelled);
        let page = organiser.get(&format!("/owl/desk/orders/{into}")).await.expect(200);
        assert!(page.text().contains(&format!("Aus Bestellung {from} übernommen")), "{}", page.text());
        // Sold ones have an invoice.
        let seller = crate::payment::seller();
        let seen = ::web::form::Seen::of(&());
        ::payment::service::seller::set(&app.store, &Actor::system(), owl, seller, &seen).await.expect("a seller");
        let paid = app.order(owl, &[("paid", "Jule Brand")]).await.order.code;
        app.run_jobs().await;
        // They are neither offered nor left without a word.
        let lone = app.order(owl, &[("on-site", "Jule Brand")]).await.order.code;
        let ask = organiser.get(&format!("/owl/desk/orders/{lone}/merge")).await.expect(200);
        assert_eq!(ask.attributes("input[name=into]", "value"), [into.as_str()]);
        assert_eq!(ask.words("form p a.code"), [paid.as_str()], "{}", ask.text());
        let path = format!("/owl/desk/orders/{paid}/merge");
        let ask = organiser.get(&path).await.expect(200);
        assert!(ask.attributes("input[name=into]", "value").is_empty());
        assert!(ask.text().contains("bleibt für sich"), "{}", ask.text());
        let refused = organiser.post_form(&path, &[("into", into)]).await.expect(303);
        assert_eq!(refused.location(), path);
        assert!(organiser.get(&path).await.expect(200).text().contains("Rechnungen"));
    })
    .await;
}
