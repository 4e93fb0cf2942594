//! Who is given what.

use super::scene;
use crate::kit::{App, run};
use base::Actor;
use futures_util::future::join;
use identity::Role;
use programme::ReviewError;
use programme::entity::review_assignment;
use programme::service::review::assignment::{assign, spread_evenly, unassign};
use programme::service::review::judge::{declare, withdraw};
use programme::service::review::phase::{Phase, change};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use web::form::Seen;

#[tokio::test]
async fn work_is_spread_past_conflicts_and_twice_gives_nothing_more() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (petra, _) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "Stadt Delbrück").await;
        let (sven, _) = scene.reviewer(app, "Sven Rüther", "sven@hoexter.example", "").await;
        let (olga, _) = scene.reviewer(app, "Olga Wiens", "olga@bielefeld.example", "").await;
        for n in 0..6 {
            scene.handed_in(app, &format!("Vortrag {n}"), &format!("a{n}@lemgo.example"), "").await;
        }
        let near = scene.handed_in(app, "Aus Delbrück", "henrik@bauhof.example", "stadt delbrück").await;
        let (store, actor, congress) = (&app.store, Actor::system(), scene.congress.id);
        let (one, two) =
            join(spread_evenly(store, &actor, congress, 2), spread_evenly(store, &actor, congress, 2)).await;
        assert_eq!(one.unwrap().given.len() + two.unwrap().given.len(), 14, "two at once spread once");
        assert_eq!(app.count("SELECT count(*) FROM review_assignment").await, 14);
        for (account, least) in [(petra, 4), (sven, 4), (olga, 4)] {
            let of = review_assignment::Column::AccountId.eq(account);
            let n = review_assignment::Entity::find().filter(of).count(app.store.read()).await.unwrap();
            assert!((least..=5).contains(&n), "{n}");
        }
        assert!(matches!(assign(store, &actor, congress, &near.code, petra).await, Err(ReviewError::TooNear)));
        let (stranger, _) = app.member("Fremd", "fremd@x.example", Role::Door, None).await;
        assert!(matches!(assign(store, &actor, congress, &near.code, stranger).await, Err(ReviewError::NotAReviewer)));
        unassign(store, &actor, congress, &near.code, sven).await.unwrap();
        unassign(store, &actor, congress, &near.code, sven).await.unwrap();
        assign(store, &actor, congress, &near.code, sven).await.unwrap();
        assign(store, &actor, congress, &near.code, sven).await.unwrap();
        assert_eq!(app.count("SELECT count(*) FROM review_assignment").await, 14);
    })
    .await;
}

#[tokio::test]
async fn a_conflict_ends_what_was_given_and_can_be_taken_back() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (petra, client) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "Stadt Delbrück").await;
        let row = scene.handed_in(app, "Baumfeuchte", "lea@lemgo.example", "").await;
        let house = scene.handed_in(app, "Aus dem Haus", "ute@delbrueck.example", "").await;
        scene.give(&client, &row, "4", "").await;
        let (store, congress) = (&app.store, scene.congress.id);
        let actor = Actor::system();
        declare(store, &actor, congress, petra, &row.code, "Wir arbeiten zusammen.").await.unwrap();
        declare(store, &actor, congress, petra, &row.code, "").await.unwrap();
        assert_eq!(app.count("SELECT count(*) FROM review").await, 0);
        assert_eq!(app.count("SELECT count(*) FROM review_conflict").await, 1);
        let (path, name) = (format!("/owl/desk/reviews/{}", row.code), scene.value());
        client.post_form(&path, &[("version", "1"), (&name, "5")]).await.expect(409);
        withdraw(store, &actor, congress, petra, &row.code).await.unwrap();
        client.post_form(&path, &[("version", "1"), (&name, "5")]).await.expect(303);
        // What follows from who one is cannot be taken back.
        let path = format!("/owl/desk/reviews/{}", house.code);
        assert!(client.get(&path).await.expect(200).text().contains("Aus Ihrer Organisation"));
        client.post_form(&path, &[("version", "1"), (&name, "5")]).await.expect(409);
        assert!(matches!(withdraw(store, &actor, congress, petra, &house.code).await, Err(ReviewError::TooNear)));
    })
    .await;
}

#[tokio::test]
async fn only_what_is_assigned_is_seen_where_the_phase_says_so() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (petra, client) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let mine = scene.handed_in(app, "Meins", "lea@lemgo.example", "").await;
        let other = scene.handed_in(app, "Anderes", "ute@detmold.example", "").await;
        let open = scene.open.clone();
        let only = Phase { assigned_only: true, ..open.clone() };
        let congress = scene.congress.id;
        change(&app.store, &Actor::system(), congress, scene.phase, only, &Seen::of(&open)).await.unwrap();
        assign(&app.store, &Actor::system(), congress, &mine.code, petra).await.unwrap();
        let list = client.get("/owl/desk/reviews").await.expect(200).text();
        assert!(list.contains("Meins") && !list.contains("Anderes"));
        client.get(&format!("/owl/desk/reviews/{}", other.code)).await.expect(404);
        let (path, name) = (format!("/owl/desk/reviews/{}", other.code), scene.value());
        client.post_form(&path, &[("version", "1"), (&name, "5")]).await.expect(404);
    })
    .await;
}
