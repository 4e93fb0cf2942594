//! Cancelling: once, in part or whole, with the places free again.

use crate::kit::{App, run};
use base::Actor;
use registration::RegistrationError;
use registration::entity::{attendee, cancellation, order};
use registration::load::{self, Manage, Order};
use registration::query::order::view;
use registration::service::cancellation::{cancel, cancel_attendee, cancel_by_hand};
use sea_orm::{EntityTrait, PaginatorTrait};
use ticketing::query::quotas;

async fn loaded(app: &App, order: &order::Model) -> Order<Manage> {
    let secret = load::order_secret(&app.program.state.link_key, order);
    load::order_by_link(app.store.read(), &app.program.state.link_key, order.congress_id, &order.code, &secret)
        .await
        .unwrap()
}

#[tokio::test]
async fn how_many_ended_is_told_and_not_how_many_were_meant() {
    run(async |app: &App| {
        let congress = app.congress("owl", 2).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await;
        let order = loaded(app, &placed.order).await;
        let ids: Vec<_> = placed.attendees.iter().map(|a| a.attendee.id).collect();
        cancel(&app.store, &order, Some(&ids[..1]), "ill").await.unwrap();
        let ended = cancel_by_hand(&app.store, &order, &ids, "all of them", false).await.unwrap();
        assert_eq!(ended, 1, "somebody else was faster with the other one");
    })
    .await;
}

#[tokio::test]
async fn one_ticket_is_cancelled_and_its_place_sold_again() {
    run(async |app: &App| {
        let congress = app.congress("owl", 2).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await;
        let order = loaded(app, &placed.order).await;
        let one = load::attendee_of(app.store.read(), &order, "2").await.unwrap();
        cancel_attendee(&app.store, &one, "  ill\u{0}  ").await.unwrap();
        let view = view(app.store.read(), placed.order.clone()).await.unwrap();
        let states: Vec<_> = view.attendees.iter().map(|a| a.attendee.state).collect();
        assert_eq!(states, [attendee::State::Valid, attendee::State::Cancelled]);
        let rows = cancellation::Entity::find().all(app.store.read()).await.unwrap();
        assert_eq!((rows.len(), rows[0].reason.as_str(), rows[0].actor_name.as_str()), (1, "ill", "Petra Kemper"));
        app.order(congress.id, &[("on-site", "Next Guest")]).await;
        let again = cancel_attendee(&app.store, &one, "again").await;
        assert!(matches!(again, Err(RegistrationError::Closed)), "a ticket is cancelled once");
    })
    .await;
}

#[tokio::test]
async fn the_last_one_ends_the_order_and_an_unpaid_rest_asks_for_less() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app
            .order(congress.id, &[("paid", "Henrik Stallmann"), ("paid", "Lea Nolte"), ("online", "Paul Temme")])
            .await;
        let order = loaded(app, &placed.order).await;
        let of = async |position: &str| load::attendee_of(app.store.read(), &order, position).await.unwrap();
        let now = async || view(app.store.read(), loaded(app, &placed.order).await.row().clone()).await.unwrap().order;
        cancel_attendee(&app.store, &of("1").await, "").await.unwrap();
        assert_eq!((now().await.state, now().await.total_cents), (order::State::AwaitingPayment, 4900));
        cancel_attendee(&app.store, &of("2").await, "").await.unwrap();
        assert_eq!((now().await.state, now().await.total_cents), (order::State::Confirmed, 0));
        cancel(&app.store, &order, None, "").await.unwrap();
        assert_eq!(now().await.state, order::State::Cancelled);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_cancellations_at_once_free_each_place_once() {
    run(async |app: &App| {
        let congress = app.congress("owl", 3).await;
        let placed = app.order(congress.id, &[("on-site", "A One"), ("on-site", "B Two")]).await;
        app.order(congress.id, &[("on-site", "C Three")]).await;
        let order = loaded(app, &placed.order).await;
        let tries = (0..10).map(|_| {
            let (store, order) = (app.store.clone(), order.clone());
            tokio::spawn(async move { cancel(&store, &order, None, "twice").await.is_ok() })
        });
        let mut done = 0;
        for one in tries.collect::<Vec<_>>() {
            done += usize::from(one.await.unwrap());
        }
        assert_eq!(done, 1);
        assert_eq!(cancellation::Entity::find().count(app.store.read()).await.unwrap(), 2);
        let seats = quotas(app.store.read(), congress.id).await.unwrap();
        assert_eq!(seats[0].taken, 1, "the third guest's place alone");
    })
    .await;
}

#[tokio::test]
async fn another_orders_attendee_or_another_congresss_staff_gets_nowhere() {
    run(async |app: &App| {
        let (one, two) = (app.congress("owl", 5).await, app.congress("other", 5).await);
        let mine = app.order(one.id, &[("on-site", "A One")]).await;
        let theirs = app.order(one.id, &[("on-site", "B Two")]).await;
        let order = loaded(app, &mine.order).await;
        let foreign = view(app.store.read(), theirs.order.clone()).await.unwrap().attendees[0].attendee.id;
        let refused = cancel(&app.store, &order, Some(&[foreign]), "").await;
        assert!(matches!(refused, Err(RegistrationError::Unknown)));
        let key = &app.program.state.link_key;
        let secret = load::order_secret(key, &mine.order);
        let wrong = load::order_by_link(app.store.read(), key, one.id, &theirs.order.code, &secret).await;
        assert!(matches!(wrong, Err(RegistrationError::Unknown)));
        let elsewhere = load::order_by_link(app.store.read(), key, two.id, &mine.order.code, &secret).await;
        assert!(matches!(elsewhere, Err(RegistrationError::Unknown)));
        let nobody =
            load::order_to_see(app.store.read(), &Actor::guest(base::Language::De), one.id, &mine.order.code).await;
        assert!(matches!(nobody, Err(RegistrationError::Unknown)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_two_cancelled_at_the_same_time_end_the_order() {
    run(async |app: &App| {
        let congress = app.congress("owl", 20).await;
        for _ in 0..8 {
            let placed = app.order(congress.id, &[("on-site", "A One"), ("on-site", "B Two")]).await;
            let order = loaded(app, &placed.order).await;
            let mut both = vec![];
            for position in ["1", "2"] {
                let one = load::attendee_of(app.store.read(), &order, position).await.unwrap();
                let store = app.store.clone();
                both.push(tokio::spawn(async move { cancel_attendee(&store, &one, "").await }));
            }
            for one in both {
                one.await.unwrap().unwrap();
            }
            assert_eq!(loaded(app, &placed.order).await.row().state, order::State::Cancelled);
        }
    })
    .await;
}
