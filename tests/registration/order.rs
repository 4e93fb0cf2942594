//! Placing orders.

use crate::kit::world::{category, form};
use crate::kit::{App, run};
use base::{Actor, Language, Money};
use chrono::TimeDelta;
use congress::entity::congress::Phase;
use registration::RegistrationError;
use registration::entity::{attendee, order};
use registration::query::order::view;
use registration::service::order::place;
use sea_orm::{EntityTrait, PaginatorTrait};
use std::collections::HashSet;
use ticketing::entity::category::Place;

fn guest() -> Actor {
    Actor::guest(Language::De)
}

#[tokio::test]
async fn an_order_holds_what_was_typed_and_takes_its_places() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann"), ("online", "Ayşe Kılıç-Brand")]).await;
        let view = view(app.store.read(), placed.order).await.unwrap();
        assert_eq!((view.order.state, view.order.total_cents, view.order.code.len()), (order::State::Confirmed, 0, 6));
        assert_eq!(view.buyer_address, "p.kemper@delbrueck.example");
        let names: Vec<_> =
            view.attendees.iter().map(|a| (a.name(), a.attendee.state, a.category.slug.clone())).collect();
        assert_eq!(
            names,
            [
                ("Henrik Stallmann".to_owned(), attendee::State::Valid, "on-site".to_owned()),
                ("Ayşe Kılıç-Brand".to_owned(), attendee::State::Valid, "online".to_owned())
            ]
        );
        let quotas = ticketing::query::quotas(app.store.read(), congress.id).await.unwrap();
        assert_eq!(
            quotas.iter().map(|q| (q.slug.as_str(), q.taken)).collect::<Vec<_>>(),
            [("seats", 1), ("stream", 1)]
        );
    })
    .await;
}

#[tokio::test]
async fn what_costs_awaits_payment_and_what_does_not_is_good_at_once() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let placed = app.order(congress.id, &[("paid", "Henrik Stallmann"), ("online", "Lea Nolte")]).await;
        let view = view(app.store.read(), placed.order).await.unwrap();
        assert_eq!((view.order.state, view.total()), (order::State::AwaitingPayment, Money::euro(4900)));
        let states: Vec<_> = view.attendees.iter().map(|a| a.attendee.state).collect();
        assert_eq!(states, [attendee::State::Unpaid, attendee::State::Valid]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn without_room_for_all_nobody_gets_a_place() {
    run(async |app: &App| {
        let congress = app.congress("owl", 2).await;
        app.order(congress.id, &[("on-site", "First Guest")]).await;
        let refused =
            place(&app.store, &guest(), congress.id, form(&[("on-site", "Second Guest"), ("on-site", "Third Guest")]))
                .await;
        assert!(matches!(refused, Err(RegistrationError::SoldOut { quota, .. }) if quota == "seats"));
        assert_eq!(order::Entity::find().count(app.store.read()).await.unwrap(), 1);
        app.order(congress.id, &[("on-site", "Second Guest")]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_seats_are_sold_once() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let buyers = (0..60).map(|n| {
            let store = app.store.clone();
            let name = format!("Guest Number{n}");
            tokio::spawn(async move {
                place(&store, &Actor::guest(Language::De), congress.id, form(&[("on-site", &name)])).await
            })
        });
        let (mut sold, mut refused) = (0, 0);
        for buyer in buyers.collect::<Vec<_>>() {
            match buyer.await.unwrap() {
                Ok(_) => sold += 1,
                Err(RegistrationError::SoldOut { .. }) => refused += 1,
                Err(e) => panic!("{e}"),
            }
        }
        assert_eq!((sold, refused), (5, 55));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_form_sent_twenty_times_at_once_is_one_order() {
    run(async |app: &App| {
        let congress = app.congress("owl", 1).await;
        let placement = Some(app.store.chance().opaque_id());
        let clicks = (0..20).map(|_| {
            let store = app.store.clone();
            let form = registration::form::OrderForm { placement, ..form(&[("on-site", "Henrik Stallmann")]) };
            tokio::spawn(async move { place(&store, &Actor::guest(Language::De), congress.id, form).await })
        });
        let mut codes = HashSet::new();
        let mut fresh = 0;
        for click in clicks.collect::<Vec<_>>() {
            let placed = click.await.unwrap().unwrap();
            fresh += usize::from(!placed.repeated);
            codes.insert(placed.order.code);
        }
        assert_eq!((codes.len(), fresh), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn what_is_not_on_sale_is_refused() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let tx = app.store.begin().await.unwrap();
        let now = tx.now();
        let windows = [
            ("later", Some(now + TimeDelta::days(1)), None),
            ("earlier", None, Some(now - TimeDelta::days(1))),
            ("soon-over", None, Some(now + TimeDelta::hours(1))),
        ];
        for (slug, sale_from, sale_until) in windows {
            let new =
                ticketing::service::category::NewCategory { sale_from, sale_until, ..category(slug, Place::Online, 0) };
            ticketing::service::category::add(&tx, &Actor::system(), congress.id, new).await.unwrap();
        }
        tx.commit().await.unwrap();
        let order = async |slug: &str| place(&app.store, &guest(), congress.id, form(&[(slug, "A Guest")])).await;
        for slug in ["later", "earlier"] {
            assert!(matches!(order(slug).await, Err(RegistrationError::NotOnSale { category }) if category == slug));
        }
        order("soon-over").await.unwrap();
        app.advance(TimeDelta::hours(2));
        assert!(matches!(order("soon-over").await, Err(RegistrationError::NotOnSale { .. })));
        assert!(matches!(order("nothing").await, Err(RegistrationError::UnknownCategory { slug, attendee: 0 }) if slug == "nothing"));
        app.advance(TimeDelta::days(40));
        assert!(
            matches!(order("online").await, Err(RegistrationError::NotOnSale { .. })),
            "nothing is sold after the end"
        );
    })
    .await;
}

#[tokio::test]
async fn a_draft_sells_nothing() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let tx = app.store.begin().await.unwrap();
        congress::service::congress::set_phase(&tx, &Actor::system(), congress.id, Phase::Draft).await.unwrap();
        tx.commit().await.unwrap();
        let refused = place(&app.store, &guest(), congress.id, form(&[("online", "A Guest")])).await;
        assert!(matches!(refused, Err(RegistrationError::NotOnSale { .. })));
    })
    .await;
}

#[tokio::test]
async fn names_are_kept_as_typed() {
    let long = "x".repeat(300);
    let names = ["🦊 Fuchs", "محمد علي", "O’Neill-D'Arcy \"Bob\" <b>", "Ö\u{308}zgür", long.as_str(), "Ngọc Anh Trần"];
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        for name in names {
            let mut form = form(&[("online", "x")]);
            form.attendees[0].family_name = name.into();
            form.attendees[0].email = "guest@example.org".into();
            let placed = place(&app.store, &guest(), congress.id, form).await.unwrap();
            let view = view(app.store.read(), placed.order).await.unwrap();
            assert_eq!(view.attendees[0].attendee.family_name, base::name::clean(name));
        }
        // Composed and decomposed are the same name.
        assert_eq!(base::name::clean("Ko\u{308}nig"), "König");
    })
    .await;
}

#[tokio::test]
async fn a_list_of_thirty_runs_as_many_statements_as_a_list_of_one() {
    run(async |app: &App| {
        let congress = app.congress("owl", 100).await;
        app.order(congress.id, &[("on-site", "Guest Zero")]).await;
        let filter = registration::query::order::Filter::default();
        let count = async || {
            let before = app.store.statements();
            let part = registration::query::find::Part { limit: 50, offset: 0 };
            let newest = registration::query::order::NEWEST;
            let found = registration::query::order::find(app.store.read(), congress.id, &filter, newest, part).await;
            (app.store.statements() - before, found.unwrap().total)
        };
        assert_eq!(count().await, (6, 1));
        for n in 0..29 {
            app.order(congress.id, &[("on-site", &format!("Guest Number{n}")), ("online", "Another One")]).await;
        }
        assert_eq!(count().await, (6, 30));
    })
    .await;
}
