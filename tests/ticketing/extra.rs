//! Things beside a ticket: a dinner with places of its own, chosen with the ticket, given by hand, ended with it.

use crate::kit::world::form;
use crate::kit::{App, run};
use ::base::{Actor, Language, Money, Text, Uuid};
use ::chrono::TimeDelta;
use ::identity::Role;
use ::registration::RegistrationError;
use ::registration::entity::{attendee, extra, order};
use ::registration::form::OrderForm;
use ::registration::query::order::{OrderView, view};
use ::registration::service::order::{Placed, place};
use ::sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use ::ticketing::entity::category::{Kind, Place};
use ::ticketing::service::category::NewCategory;
use ::ticketing::service::quota::NewQuota;

/// A dinner for 45 euros with so many places, beside the tickets of a congress.
pub(super) async fn with_dinner(app: &App, places: i32) -> Uuid {
    let congress = app.congress("owl", 10).await.id;
    let tx = app.store.begin().await.unwrap();
    let dinner = NewCategory {
        kind: Kind::AddOn,
        name: Text::new("Abendessen", "Dinner"),
        price: Money::euro(4500),
        vat_basis_points: 700,
        ..crate::kit::world::category("dinner", Place::OnSite, 0)
    };
    ::ticketing::service::category::add(&tx, &Actor::system(), congress, dinner).await.unwrap();
    let quota = NewQuota {
        slug: "dinner".into(),
        name: "Abendessen".into(),
        size: Some(places),
        categories: vec!["dinner".into()],
    };
    ::registration::service::quota::add(&tx, &Actor::system(), congress, quota).await.unwrap();
    tx.commit().await.unwrap();
    congress
}

fn hungry(people: &[(&str, &str)]) -> OrderForm {
    let mut form = form(people);
    form.attendees[0].extras = vec!["dinner".into()];
    form
}

async fn order(app: &App, congress: Uuid, form: OrderForm) -> Result<Placed, RegistrationError> {
    place(&app.store, &Actor::guest(Language::De), congress, form).await
}

pub(super) async fn taken(app: &App, congress: Uuid) -> i32 {
    let quotas = ::ticketing::query::quotas(app.store.read(), congress).await.unwrap();
    quotas.iter().find(|quota| quota.slug == "dinner").unwrap().taken
}

async fn now(app: &App, id: Uuid) -> OrderView {
    let row = order::Entity::find_by_id(id).one(app.store.read()).await.unwrap().unwrap();
    view(app.store.read(), row).await.unwrap()
}

#[tokio::test]
async fn what_goes_with_a_ticket_is_paid_with_it_and_ends_with_it() {
    run(async |app: &App| {
        let congress = with_dinner(app, 1).await;
        let (nobody, seller) = (::web::form::Seen::of(&()), crate::payment::seller());
        ::payment::service::seller::set(&app.store, &Actor::system(), congress, seller, &nobody).await.unwrap();
        let people = [("paid", "Henrik Stallmann"), ("online", "Lea Nolte")];
        let placed = order(app, congress, OrderForm { notify: true, ..hungry(&people) }).await.unwrap();
        assert_eq!(placed.order.total_cents, 9400);
        assert_eq!(taken(app, congress).await, 1);
        let full = order(app, congress, hungry(&[("online", "Mia Wulf")])).await.unwrap_err();
        assert!(matches!(&full, RegistrationError::SoldOut { quota, .. } if quota == "dinner"), "{full}");
        app.run_jobs().await;
        let lines = ::payment::entity::invoice_line::Entity::find().all(app.store.read()).await.unwrap();
        let lines: Vec<_> = lines.into_iter().map(|line| (line.unit_cents, line.vat_basis_points)).collect();
        assert_eq!(lines, [(4900, 1900), (4500, 700)], "each with its VAT");
        let secret = ::registration::load::order_secret(&app.program.state.link_key, &placed.order);
        let page = app.guest().get(&format!("/owl/orders/{}/{secret}", placed.order.code)).await.expect(200);
        assert!(page.text().contains("Abendessen"));
        let key = &app.program.state.link_key;
        let loaded = ::registration::load::order_by_link(app.store.read(), key, congress, &placed.order.code, &secret);
        let loaded = loaded.await.unwrap();
        ::registration::service::cancellation::cancel(&app.store, &loaded, None, "").await.unwrap();
        assert_eq!(taken(app, congress).await, 0);
        let standing = extra::Entity::find().filter(extra::Column::EndedAt.is_null());
        assert_eq!(standing.count(app.store.read()).await.unwrap(), 0);
        order(app, congress, hungry(&[("online", "Mia Wulf")])).await.unwrap();
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_last_dinner_goes_to_one_and_comes_back_when_nobody_pays() {
    run(async |app: &App| {
        let congress = with_dinner(app, 1).await;
        let (nobody, seller) = (::web::form::Seen::of(&()), crate::payment::seller());
        ::payment::service::seller::set(&app.store, &Actor::system(), congress, seller, &nobody).await.unwrap();
        let tries = (0..5).map(|_| order(app, congress, hungry(&[("online", "Henrik Stallmann")])));
        let placed: Vec<Placed> = futures_util::future::join_all(tries).await.into_iter().flatten().collect();
        assert_eq!((placed.len(), taken(app, congress).await), (1, 1));
        app.run_jobs().await;
        let waiting = now(app, placed[0].order.id).await;
        assert_eq!((waiting.order.state, waiting.order.total_cents), (order::State::AwaitingPayment, 4500));
        app.advance(TimeDelta::days(20));
        ::payment::service::expiry::sweep(&app.store).await.unwrap();
        assert_eq!(now(app, placed[0].order.id).await.order.state, order::State::Expired);
        assert_eq!(taken(app, congress).await, 0);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn staff_give_and_take_away_what_goes_with_a_ticket() {
    run(async |app: &App| {
        let congress = with_dinner(app, 1).await;
        let placed = app.order(congress, &[("online", "Henrik Stallmann")]).await;
        let staff = app.staff(Role::Organiser).await;
        let ticket = format!("/owl/desk/orders/{}/attendees/1", placed.order.code);
        let path = format!("{ticket}/extras");
        for _ in 0..2 {
            staff.post_form(&path, &[("add", "dinner")]).await.expect(303);
        }
        let after = now(app, placed.order.id).await;
        assert_eq!((after.order.total_cents, after.attendees[0].attendee.state), (4500, attendee::State::Unpaid));
        assert_eq!(taken(app, congress).await, 1);
        let page = staff.get(&ticket).await.expect(200);
        let id = page.attributes("button[name=remove]", "value").remove(0);
        for _ in 0..2 {
            staff.post_form(&path, &[("remove", id.as_str())]).await.expect(303);
        }
        let after = now(app, placed.order.id).await;
        assert_eq!((after.order.total_cents, after.attendees[0].attendee.price_cents), (0, 0));
        assert_eq!(taken(app, congress).await, 0);
        staff.post_form(&path, &[("remove", id.as_str()), ("x", "y")]).await.expect(303);
        let seats = staff.get("/owl/desk/places").await.expect(200);
        assert!(seats.text().contains("Abendessen"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_added_to_a_paid_ticket_is_paid_before_the_door_opens() {
    run(async |app: &App| {
        let congress = with_dinner(app, 5).await;
        let (nobody, seller) = (::web::form::Seen::of(&()), crate::payment::seller());
        ::payment::service::seller::set(&app.store, &Actor::system(), congress, seller, &nobody).await.unwrap();
        let placed = app.order(congress, &[("paid", "Henrik Stallmann")]).await;
        let staff = app.staff(Role::Admin).await;
        let desk = format!("/owl/desk/orders/{}", placed.order.code);
        let pay = async |amount: &str, once: &str| {
            let day = app.store.now().date_naive().to_string();
            let fields = [("deed", "payment"), ("amount", amount), ("day", &day), ("once", once)];
            staff.post_form(&format!("{desk}/money"), &fields).await.expect(303);
        };
        let standing = async || {
            let view = now(app, placed.order.id).await;
            (view.order.state, view.attendees[0].attendee.state, view.order.total_cents)
        };
        pay("49", "7d0f0a52-5a0e-4a57-9d5d-3f0a3cf0a001").await;
        assert_eq!(standing().await, (order::State::Confirmed, attendee::State::Valid, 4900));
        let extras = format!("{desk}/attendees/1/extras");
        staff.post_form(&extras, &[("add", "dinner")]).await.expect(303);
        assert_eq!(standing().await, (order::State::AwaitingPayment, attendee::State::Unpaid, 9400));
        app.run_jobs().await;
        assert!(now(app, placed.order.id).await.order.payment_due_at.is_some(), "it has a day to be paid");
        let page = staff.get(&format!("{desk}/attendees/1")).await.expect(200);
        let id = page.attributes("button[name=remove]", "value").remove(0);
        staff.post_form(&extras, &[("remove", &id)]).await.expect(303);
        assert_eq!(standing().await, (order::State::Confirmed, attendee::State::Valid, 4900), "the rest is paid for");
        staff.post_form(&extras, &[("add", "dinner"), ("x", "again")]).await.expect(303);
        pay("45", "7d0f0a52-5a0e-4a57-9d5d-3f0a3cf0a002").await;
        assert_eq!(standing().await, (order::State::Confirmed, attendee::State::Valid, 9400));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn an_add_on_is_no_ticket_and_goes_with_those_that_it_names() {
    run(async |app: &App| {
        let congress = with_dinner(app, 5).await;
        let refused = order(app, congress, form(&[("dinner", "Henrik Stallmann")])).await.unwrap_err();
        assert!(matches!(refused, RegistrationError::UnknownCategory { .. }), "{refused}");
        super::access::set(app, congress, "dinner", |access| access.goes_with = vec!["on-site".into()]).await;
        let refused = order(app, congress, hungry(&[("online", "Henrik Stallmann")])).await.unwrap_err();
        assert!(matches!(refused, RegistrationError::NotWith { .. }), "{refused}");
        let refused = order(app, congress, {
            let mut form = form(&[("on-site", "Henrik Stallmann")]);
            form.attendees[0].extras = vec!["online".into()];
            form
        });
        refused.await.unwrap_err();
        order(app, congress, hungry(&[("on-site", "Henrik Stallmann")])).await.unwrap();
        let guest = app.guest();
        assert!(!guest.get("/owl").await.expect(200).text().contains("Abendessen"));
        let shown = guest.get("/owl/tickets").await.expect(200);
        assert_eq!(shown.attributes("[name=extra-1]", "value"), ["dinner"]);
        let fields = [
            ("action", "update"),
            ("category-1", "on-site"),
            ("given-1", "A"),
            ("extra-1", "dinner"),
            ("given-2", "B"),
            ("category-2", "paid"),
            ("extra-2", "dinner"),
        ];
        let sum = guest.post_form("/owl/tickets", &fields).await.expect(200);
        assert_eq!(sum.words("dd.total"), ["139,00 €"]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_ended_with_a_ticket_comes_back_with_it_while_there_is_room() {
    run(async |app: &App| {
        let congress = with_dinner(app, 1).await;
        let placed = order(app, congress, hungry(&[("online", "Henrik Stallmann")])).await.unwrap();
        let (code, ids) = (placed.order.code.clone(), [placed.attendees[0].attendee.id]);
        let system = Actor::system();
        let load = || ::registration::load::order_to_manage(app.store.read(), &system, congress, &code);
        let cancel = async || {
            let loaded = load().await.unwrap();
            ::registration::service::cancellation::cancel(&app.store, &loaded, None, "").await.unwrap();
        };
        let restore = async || {
            let loaded = load().await.unwrap();
            ::payment::service::restoration::restore(&app.store, &loaded, &ids, false).await.unwrap();
        };
        for _ in 0..2 {
            cancel().await;
            assert_eq!((now(app, placed.order.id).await.order.total_cents, taken(app, congress).await), (0, 0));
            restore().await;
            let after = now(app, placed.order.id).await;
            assert_eq!((after.order.state, after.order.total_cents), (order::State::AwaitingPayment, 4500));
            assert_eq!((after.attendees[0].attendee.price_cents, taken(app, congress).await), (4500, 1));
        }
        cancel().await;
        let other = order(app, congress, hungry(&[("online", "Mia Wulf")])).await.unwrap();
        restore().await;
        let after = now(app, placed.order.id).await;
        assert_eq!(
            (after.order.state, after.order.total_cents),
            (order::State::Confirmed, 0),
            "the ticket comes alone"
        );
        assert_eq!((taken(app, congress).await, other.order.total_cents), (1, 4500));
        let told = app.count("SELECT count(*) FROM event WHERE verb = 'attendee.extra-removed'").await;
        assert_eq!(told, 1, "and that it comes alone is said");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_changes_to_a_ticket_that_an_add_on_does_not_go_with_loses_it_and_does_not_pay_for_it() {
    run(async |app: &App| {
        let congress = with_dinner(app, 5).await;
        super::access::set(app, congress, "dinner", |access| access.goes_with = vec!["on-site".into()]).await;
        let placed = order(app, congress, hungry(&[("on-site", "Henrik Stallmann")])).await.unwrap();
        let secret = ::registration::load::order_secret(&app.program.state.link_key, &placed.order);
        let path = format!("/owl/orders/{}/{secret}/attendees/1/category", placed.order.code);
        let guest = app.guest();
        let page = guest.get(&format!("{path}?category=online")).await.expect(200);
        assert!(page.text().contains("Abendessen gehört nicht zu diesem Ticket"), "{}", page.text());
        let value = |name: &str| page.attributes(&format!("main form input[name={name}]"), "value").remove(0);
        let (seen, cents) = (value("seen"), value("cents"));
        let fields = [("seen", seen.as_str()), ("category", "online"), ("cents", cents.as_str())];
        guest.post_form(&path, &fields).await.expect(303);
        let after = now(app, placed.order.id).await;
        assert_eq!(after.attendees[0].category.slug, "online");
        assert_eq!((after.order.total_cents, after.attendees[0].attendee.price_cents), (0, 0));
        assert_eq!((after.order.state, taken(app, congress).await), (order::State::Confirmed, 0));
        app.run_jobs().await;
    })
    .await;
}
