//! Setting up, selling, taking in and cancelling at the same moment: each gets its turn, and nobody waits in a circle.

use crate::kit::database::is_postgres;
use crate::kit::world::form;
use crate::kit::{App, run};
use base::actor::Grant;
use base::{Actor, Language, Permission, Uuid};
use paper::sheet::read::read;
use payment::service::rebooking::rebook;
use registration::RegistrationError;
use registration::entity::order;
use registration::load::{self, Attendee, Manage, Order};
use registration::query::order::Filter;
use registration::rules::heading::{Mapping, is_known};
use registration::service::batch::{self, Action};
use registration::service::cancellation::cancel_by_hand;
use registration::service::intake::{Intake, take_in};
use registration::service::order::{place, place_in};
use registration::service::{quota, rebooking};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::time::Duration;
use store::Store;
use ticketing::entity::category;
use ticketing::query::{QuotaView, quotas};
use ticketing::service::category::Category;
use ticketing::service::quota::{NewQuota, Quota};
use tokio::task::JoinSet;
use tokio::time::timeout;
use web::form::Seen;

/// Longer than anything here takes that waits for nobody.
const PATIENCE: Duration = Duration::from_secs(5);

fn staff(app: &App) -> Actor {
    let grant = Grant { congress: None, permissions: vec![Permission::OrdersRead, Permission::OrdersWrite] };
    Actor::staff(app.store.chance().opaque_id(), "Miriam Osterholz", Language::De, vec![grant])
}

async fn loaded(app: &App, order: &order::Model) -> Order<Manage> {
    load::order_to_manage(app.store.read(), &staff(app), order.congress_id, &order.code).await.unwrap()
}

async fn first(app: &App, order: &order::Model) -> Attendee {
    load::attendee_of(app.store.read(), &loaded(app, order).await, "1").await.unwrap()
}

fn over(name: String) -> NewQuota {
    let categories = ["on-site", "online"].map(str::to_owned).to_vec();
    NewQuota { slug: name.clone(), name, size: None, categories }
}

async fn import(store: Store, congress: Uuid, round: u32) -> Result<(), RegistrationError> {
    let text =
        format!("Vorname;Nachname;E-Mail\nLea;Nolte;lea{round}@lemgo.example\nJan;Brand;jan{round}@lemgo.example");
    let table = read(text.as_bytes()).unwrap().table(is_known);
    let mapping = Mapping::guess(&table);
    let intake = Intake { table: &table, mapping: &mapping, category: Some("on-site"), mail: false };
    take_in(&store, &Actor::system(), congress, intake).await.expect("a list");
    Ok(())
}

/// Moves a category in the order.
async fn reorder(store: Store, congress: Uuid, slug: &str, position: i32) -> Result<(), RegistrationError> {
    let find = category::Entity::find().filter(category::Column::CongressId.eq(congress));
    let row = find.filter(category::Column::Slug.eq(slug)).one(store.read()).await.unwrap().unwrap();
    let old = Category::from(&row);
    let new = Category { position, ..old.clone() };
    let seen = Seen::of(&old);
    Ok(ticketing::service::category::change(&store, &Actor::system(), congress, row.id, new, &seen).await?)
}

/// Lays the stream over other categories, to and fro.
async fn relay(store: Store, congress: Uuid, stream: QuotaView, wide: bool) -> Result<(), RegistrationError> {
    let narrow = vec!["online".to_owned()];
    let both = vec!["on-site".to_owned(), "online".to_owned()];
    let (old, new) = if wide { (narrow, both) } else { (both, narrow) };
    let quota = |categories| Quota { name: stream.name.clone(), size: None, categories };
    let seen = Seen::of(&quota(old));
    quota::change(&store, &Actor::system(), congress, stream.id, quota(new), &seen).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn all_at_once_and_each_gets_its_turn() {
    run(async |app: &App| {
        let congress = app.congress("owl", 1_000).await;
        let id = congress.id;
        let stream = quotas(app.store.read(), id).await.unwrap().pop().unwrap();
        for round in 0..12 {
            let two = [("on-site", "Henrik Stallmann"), ("online", "Lea Nolte")];
            let gone = app.order(id, &two).await.order;
            let moved = app.order(id, &two).await.order;
            let (order, one) = (loaded(app, &gone).await, first(app, &gone).await.row().id);
            let moved = first(app, &moved).await;
            let store = || app.store.clone();
            let mut all: JoinSet<Result<(), RegistrationError>> = JoinSet::new();
            let new = over(format!("round{round}"));
            let (s, quota_id) = (store(), app.store.chance().opaque_id());
            all.spawn(async move { quota::create(&s, &Actor::system(), (id, quota_id), new).await });
            all.spawn(import(store(), id, round));
            all.spawn(reorder(store(), id, "paid", i32::try_from(round).unwrap() + 10));
            all.spawn(relay(store(), id, stream.clone(), round % 2 == 0));
            let s = store();
            all.spawn(async move { quota::recount(&s, &Actor::system(), id).await.map(|_| ()) });
            let s = store();
            all.spawn(async move { cancel_by_hand(&s, &order, &[one], "krank", false).await.map(|_| ()) });
            let s = store();
            all.spawn(async move { rebook(&s, &moved, &rebooking::seen(moved.row()), "online", false).await });
            let s = store();
            let guest = Actor::guest(Language::De);
            all.spawn(async move { place(&s, &guest, id, form(&two)).await.map(|_| ()) });
            while let Some(done) = all.join_next().await {
                done.unwrap().unwrap();
            }
            app.check_invariants().await;
        }
        // And several orders at once, while places are counted.
        let action = Action::Cancel { reason: String::new(), notify: false };
        let all = batch::Wanted { filter: Filter::default(), action, after: None };
        let now = app.store.now();
        let seen = batch::preview(app.store.read(), id, &all, now).await.unwrap().seen();
        let (actor, key) = (staff(app), app.store.chance().opaque_id());
        let (cancelled, counted) =
            tokio::join!(batch::run(&app.store, &actor, id, &all, key, &seen), quota::recount(&app.store, &actor, id));
        cancelled.unwrap().unwrap();
        assert_eq!(counted.unwrap(), 0, "nothing was wrong");
    })
    .await;
}

/// On SQLite the writer is alone: there nothing goes on meanwhile.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn orders_go_on_while_a_congress_is_set_up() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        if !is_postgres() {
            return;
        }
        let tx = app.store.begin().await.unwrap();
        congress::service::congress::hold(&tx, congress.id).await.unwrap();
        congress::service::congress::raise_revision(&tx, congress.id).await.unwrap();
        let placed = timeout(PATIENCE, app.order(congress.id, &[("on-site", "Henrik Stallmann")])).await;
        placed.expect("whoever saves the set-up stops no sale");
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn another_name_or_size_stops_no_sale_and_looks_at_nobody() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        app.order(congress.id, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await;
        let seats = quotas(app.store.read(), congress.id).await.unwrap().remove(0);
        let quota =
            |name: &str, size| Quota { name: name.into(), size: Some(size), categories: vec!["on-site".into()] };
        let change = async |old: &Quota, new: Quota| {
            quota::change(&app.store, &Actor::system(), congress.id, seats.id, new, &Seen::of(old)).await
        };
        let before = app.store.statements();
        change(&quota("seats", 10), quota("Plätze", 10)).await.unwrap();
        let taken = app.store.statements() - before;
        assert!(taken <= 9, "{taken} statements for another name");
        assert!(change(&quota("Plätze", 10), quota("Plätze", 1)).await.is_err(), "two places are taken");
        if is_postgres() {
            // An order is being placed, and holds its categories.
            let tx = app.store.begin().await.unwrap();
            place_in(&tx, &Actor::guest(Language::De), congress.id, form(&[("online", "Jan Brand")])).await.unwrap();
            let renamed = timeout(PATIENCE, change(&quota("Plätze", 10), quota("Sitze", 10))).await;
            renamed.expect("it waits for no order").unwrap();
            tx.commit().await.unwrap();
        } else {
            change(&quota("Plätze", 10), quota("Sitze", 10)).await.unwrap();
        }
        change(&quota("Sitze", 10), quota("Sitze", 2)).await.unwrap();
        let now = quotas(app.store.read(), congress.id).await.unwrap().remove(0);
        assert_eq!((now.name.as_str(), now.size, now.taken), ("Sitze", Some(2), 2));
    })
    .await;
}
