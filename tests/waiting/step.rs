//! Random steps on a real store: whatever people and organisers do, what is taken is what is held.

use super::{by_link, listed, offer_of, open, state, wait, wish};
use crate::kit::world::form;
use crate::kit::{App, run};
use base::{Actor, Chance, Language, Uuid};
use chrono::TimeDelta;
use congress::entity::waiting::{self, State};
use congress::entity::{capacity, claim, waiting_choice, waiting_offer};
use congress::rules::waiting::{GATHERING, PASSES};
use registration::RegistrationError;
use registration::entity::attendee;
use registration::load::order_to_manage;
use registration::service::cancellation::cancel;
use registration::service::order::place;
use registration::service::quota;
use registration::service::waiting::run as work;
use registration::service::waiting::{accept, change, decline, join, leave, seen};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use ticketing::service::quota::{NewQuota, Quota, standing};
use web::form::Seen;

async fn claims(app: &App) -> Vec<claim::Model> {
    claim::Entity::find().filter(claim::Column::FreedAt.is_null()).all(app.store.read()).await.unwrap()
}

/// Holds what must always be true of the list against the database.
async fn check(app: &App, congress: Uuid) {
    app.check_invariants().await;
    let conn = app.store.read();
    let claims = claims(app).await;
    let capacities = capacity::Entity::find().all(conn).await.unwrap();
    for row in &capacities {
        assert!(row.size.is_none_or(|size| row.taken <= size), "oversold");
    }
    let categories = ticketing::query::categories(conn, congress).await.unwrap();
    for offer in waiting_offer::Entity::find().all(conn).await.unwrap() {
        let view = categories.iter().find(|view| view.category.id == offer.target_id).unwrap();
        let mine: Vec<&claim::Model> = claims.iter().filter(|claim| claim.holder_id == offer.id).collect();
        if offer.state == waiting_offer::State::Open {
            assert_eq!(mine.len(), view.quotas.len(), "an offer holds its places in each quota");
            assert!(mine.iter().all(|claim| claim.n == offer.n));
        } else {
            assert!(mine.is_empty(), "an offer that is over holds nothing");
        }
    }
    let entries = waiting::Entity::find().all(conn).await.unwrap();
    let choices = waiting_choice::Entity::find().all(conn).await.unwrap();
    for entry in &entries {
        let gathers = claims.iter().any(|claim| claim.holder_id == entry.id);
        assert!(!gathers || entry.state == State::Waiting, "who does not wait gathers nothing");
        assert!(entry.overtaken <= PASSES, "passed {} times", entry.overtaken);
        if entry.state != State::Waiting {
            continue;
        }
        if let Some(since) = entry.gathering_since {
            assert!(app.store.now() - since < GATHERING);
        }
        for choice in choices.iter().filter(|choice| choice.waiting_id == entry.id) {
            let view = categories.iter().find(|view| view.category.id == choice.target_id).unwrap();
            let free = view.quotas.iter().filter_map(|q| q.free()).min().unwrap_or(i32::MAX);
            assert!(free < entry.least, "{free} places are free that somebody waits for");
        }
    }
}

/// The places of a quota.
async fn resize(app: &App, congress: Uuid, slug: &str, size: i32) -> Result<(), RegistrationError> {
    let quotas = ticketing::query::quotas(app.store.read(), congress).await.unwrap();
    let row = quotas.iter().find(|quota| quota.slug == slug).unwrap();
    let tx = app.store.begin().await.unwrap();
    standing(&tx, congress, row.id).await.unwrap();
    tx.rollback().await.unwrap();
    let all = ticketing::query::categories(app.store.read(), congress).await.unwrap();
    let mut categories: Vec<String> = all
        .iter()
        .filter(|view| row.categories.contains(&view.category.id))
        .map(|view| view.category.slug.clone())
        .collect();
    categories.sort();
    let old = Quota { name: row.name.clone(), size: row.size, categories: categories.clone() };
    let new = Quota { size: Some(size), ..old.clone() };
    quota::change(&app.store, &Actor::system(), congress, row.id, new, &Seen::of(&old)).await
}

/// Everything that can happen, drawn from a seed.
async fn steps(app: &App, seed: u64, n: usize) {
    let owl = listed(app, 6).await;
    let house = NewQuota {
        slug: "house".into(),
        name: "Haus".into(),
        size: Some(8),
        categories: vec!["on-site".into(), "paid".into()],
    };
    let id = app.store.chance().opaque_id();
    quota::create(&app.store, &Actor::system(), (owl.id, id), house).await.unwrap();
    let chance = Chance::seeded(seed);
    let guest = Actor::guest(Language::De);
    let mut guests = 0;
    for step in 0..n {
        let entries = waiting::Entity::find().all(app.store.read()).await.unwrap();
        let active: Vec<&waiting::Model> = entries.iter().filter(|entry| entry.state.is_active()).collect();
        let any = |of: usize| usize::try_from(chance.below(of.max(1) as u64)).unwrap();
        let offers = open(app, owl.id).await;
        match chance.below(12) {
            0..=2 => {
                guests += 1;
                let choices: &[&str] =
                    [&["on-site"][..], &["paid"], &["paid", "on-site"], &["on-site", "paid"]][any(4)];
                let size = i32::try_from(1 + chance.below(4)).unwrap();
                join(&app.store, &guest, owl.id, wish(app, &format!("Gast Nummer{guests}"), size, choices))
                    .await
                    .unwrap();
            }
            3 => {
                guests += 1;
                let slug = ["on-site", "paid"][any(2)];
                let name = format!("Käufer Nummer{guests}");
                match place(&app.store, &guest, owl.id, form(&[(slug, &name)])).await {
                    Ok(_) | Err(RegistrationError::SoldOut { .. }) => {}
                    Err(e) => panic!("{e}"),
                }
            }
            4 | 5 => {
                let held = attendee::Entity::find()
                    .filter(attendee::Column::State.is_in([attendee::State::Valid, attendee::State::Unpaid]))
                    .all(app.store.read())
                    .await
                    .unwrap();
                if let Some(gone) = held.get(any(held.len())) {
                    let order = registration::entity::order::Entity::find_by_id(gone.order_id);
                    let order = order.one(app.store.read()).await.unwrap().unwrap();
                    let order = order_to_manage(app.store.read(), &Actor::system(), owl.id, &order.code).await.unwrap();
                    cancel(&app.store, &order, Some(&[gone.id]), "").await.unwrap();
                }
            }
            6 => {
                let (slug, size) = [("seats", 4 + any(6)), ("house", 5 + any(8))][any(2)];
                // Fewer than are taken is refused.
                let _ = resize(app, owl.id, slug, i32::try_from(size).unwrap()).await;
            }
            7 | 8 if !offers.is_empty() => {
                let offer = &offers[any(offers.len())];
                let slug = ticketing::entity::category::Entity::find_by_id(offer.target_id);
                let slug = slug.one(app.store.read()).await.unwrap().unwrap().slug;
                let take = 1 + any(usize::try_from(offer.n).unwrap());
                let names: Vec<String> = (0..take).map(|n| format!("Person Nummer{step}x{n}")).collect();
                let people: Vec<(&str, &str)> = names.iter().map(|name| (slug.as_str(), name.as_str())).collect();
                let who = by_link(app, offer.waiting_id).await;
                match accept(&app.store, &who, offer.id, form(&people)).await {
                    Ok(placed) => assert_eq!(placed.attendees.len(), take),
                    Err(RegistrationError::Congress(congress::CongressError::OfferOver)) => {
                        assert!(offer.ends_at <= app.store.now());
                    }
                    Err(e) => panic!("{e}"),
                }
            }
            9 if !offers.is_empty() => {
                let offer = &offers[any(offers.len())];
                decline(&app.store, &by_link(app, offer.waiting_id).await, offer.id).await.unwrap();
            }
            10 if !active.is_empty() => {
                let entry = active[any(active.len())];
                let who = by_link(app, entry.id).await;
                if chance.below(2) == 0 {
                    leave(&app.store, &who).await.unwrap();
                } else {
                    let size = i32::try_from(1 + chance.below(4)).unwrap();
                    let mine = waiting_choice::Column::WaitingId.eq(entry.id);
                    let old = waiting_choice::Entity::find().filter(mine).all(app.store.read()).await.unwrap();
                    let mut old = old;
                    old.sort_by_key(|choice| choice.position);
                    let old: Vec<Uuid> = old.into_iter().map(|choice| choice.target_id).collect();
                    let mut new = wish(app, &entry.name, size, &["on-site"]);
                    new.email = format!("{}@neu.example", entry.id.simple());
                    change(&app.store, &who, &seen(entry, &old), new).await.unwrap();
                }
            }
            _ => app.advance(TimeDelta::hours(i64::try_from(chance.below(9)).unwrap())),
        }
        while work(&app.store, owl.id).await.unwrap().offered > 0 {}
        check(app, owl.id).await;
    }
    // The list ends: nothing is held for it any more.
    app.advance(TimeDelta::days(40));
    work(&app.store, owl.id).await.unwrap();
    assert!(claims(app).await.iter().all(|claim| claim.holder_kind == "attendee"), "a place leaked");
    app.check_invariants().await;
    let left = waiting::Entity::find().filter(waiting::Column::State.is_in([State::Waiting, State::Offered]));
    assert!(left.all(app.store.read()).await.unwrap().is_empty());
    app.deliver().await;
}

#[tokio::test]
async fn whatever_happens_what_is_taken_is_what_is_held() {
    for seed in [11, 12] {
        run(async |app| Box::pin(steps(app, seed, 150)).await).await;
    }
}

#[tokio::test]
async fn two_thousand_who_wait_take_no_more_statements_than_twenty() {
    // Two thousand mails would take longer than all the rest.
    let app = &App::start().await;
    let owl = listed(app, 3).await;
    app.order(owl.id, &[("on-site", "Petra Kemper"), ("on-site", "Lea Nolte"), ("on-site", "Luis Ferreira")]).await;
    let mut taken = vec![];
    for (n, size) in [(20, 5), (1_980, 303)] {
        let first = wait(app, owl.id, &format!("Erste von{n}"), 1, &["on-site"]).await;
        let choice = waiting_choice::Entity::find().filter(waiting_choice::Column::WaitingId.eq(first.id));
        let target = choice.one(app.store.read()).await.unwrap().unwrap().target_id;
        let tx = app.store.begin().await.unwrap();
        let rows: Vec<waiting::Model> = (1..n)
            .map(|at| waiting::Model {
                id: tx.id(),
                n: 1 + at % 4,
                active_key: Some(format!("{n}-{at}")),
                ..first.clone()
            })
            .collect();
        for part in rows.chunks(500) {
            let all = part.iter().cloned().map(waiting::ActiveModel::from);
            waiting::Entity::insert_many(all).exec_without_returning(&*tx).await.unwrap();
            let wishes = part.iter().map(|row| {
                waiting_choice::ActiveModel::from(waiting_choice::Model {
                    id: tx.id(),
                    waiting_id: row.id,
                    target_id: target,
                    position: 1,
                })
            });
            waiting_choice::Entity::insert_many(wishes).exec_without_returning(&*tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        resize(app, owl.id, "seats", size).await.unwrap();
        let before = app.store.statements();
        let ran = work(&app.store, owl.id).await.unwrap();
        taken.push(app.store.statements() - before);
        assert!(ran.offered > 0);
    }
    assert!(taken[1] <= taken[0] + 8, "as many as there are parts of a thousand more: {taken:?}");
    app.advance(TimeDelta::days(40));
    work(&app.store, owl.id).await.unwrap();
    app.check_invariants().await;
}

#[tokio::test]
async fn a_group_keeps_its_place_and_smaller_ones_go_past_three_times() {
    run(async |app| {
        let owl = listed(app, 5).await;
        let full = app
            .order(
                owl.id,
                &[("on-site", "A A"), ("on-site", "B B"), ("on-site", "C C"), ("on-site", "D D"), ("on-site", "E E")],
            )
            .await;
        let group = wait(app, owl.id, "Große Gruppe", 3, &["on-site"]).await;
        let mut small = vec![];
        for n in 0..5 {
            small.push(wait(app, owl.id, &format!("Einzeln Nummer{n}"), 1, &["on-site"]).await);
        }
        let order = order_to_manage(app.store.read(), &Actor::system(), owl.id, &full.order.code).await.unwrap();
        for one in &full.attendees {
            cancel(&app.store, &order, Some(&[one.attendee.id]), "").await.unwrap();
            app.run_jobs().await;
            for one in &small {
                if let Some(offer) = offer_of(app, one.id).await {
                    let who = by_link(app, one.id).await;
                    accept(&app.store, &who, offer.id, form(&[("on-site", "Eine Person")])).await.unwrap();
                }
            }
        }
        // Three went past, two places are gathered.
        for (n, one) in small.iter().enumerate() {
            assert_eq!(state(app, one.id).await == State::Taken, n < 3, "{n}");
        }
        assert_eq!(state(app, group.id).await, State::Waiting);
        // Two days later it is offered what there is; it takes them and waits for the third.
        app.advance(GATHERING + TimeDelta::seconds(2));
        app.run_jobs().await;
        let offer = offer_of(app, group.id).await.expect("an offer");
        assert_eq!((offer.partial, offer.n), (true, 2));
        let who = by_link(app, group.id).await;
        accept(&app.store, &who, offer.id, form(&[("on-site", "Erste Person"), ("on-site", "Zweite Person")]))
            .await
            .unwrap();
        app.run_jobs().await;
        let rest = by_link(app, group.id).await;
        assert_eq!((rest.row().n, rest.row().state), (1, State::Waiting));
        app.deliver().await;
    })
    .await;
}
