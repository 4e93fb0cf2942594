//! What is marked in the programme behind a personal link.

use crate::kit::{App, run};
use crate::programme::{RELEASED, event, plan as day, taken};
use ::programme::query::public::{Plan, plan};
use ::registration::entity::{attendee, order};
use ::registration::load::{attendee_secret, order_secret};
use ::sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

struct There {
    plan: Plan,
    my: String,
    order: String,
    attendee: attendee::Model,
}

async fn there(app: &App) -> There {
    let owl = app.congress("owl", 10).await;
    let events = vec![event(1, "Eins", 0), event(2, "Zwei", 60), event(3, "Drei", 70)];
    taken(app, owl.id, &day("1", vec![("Saal", events)]), RELEASED).await;
    let placed = app.order(owl.id, &[("on-site", "Lea Nolte")]).await;
    app.run_jobs().await;
    let key = &app.program.state.link_key;
    let attendee = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(placed.order.id))
        .one(app.store.read())
        .await
        .unwrap()
        .unwrap();
    There {
        plan: plan(app.store.read(), owl.id).await.unwrap().unwrap(),
        my: my(app, &placed.order, &attendee),
        order: address::Order::new("owl", &placed.order.code, order_secret(key, &placed.order)).path(),
        attendee,
    }
}

fn my(app: &App, order: &order::Model, attendee: &attendee::Model) -> String {
    address::My::new("owl", attendee_secret(&app.program.state.link_key, order, attendee)).path()
}

#[tokio::test]
async fn the_device_and_the_link_are_brought_together() {
    run(async |app| {
        let there = there(app).await;
        let codes: Vec<&str> =
            there.plan.slots.iter().map(|s| there.plan.sessions[s.session.unwrap()].code.as_str()).collect();
        for (own, other) in [(&there.my, &there.order), (&there.order, &there.my)] {
            let (phone, laptop) = (app.guest(), app.guest());
            let page = format!("{own}/programme");
            let link = format!("a[href='{page}']");
            assert_eq!(phone.get(own).await.expect(200).words(&link), ["Mein Programm ansehen"]);
            phone.post_form("/owl/programme/stars", &[("star", codes[0])]).await.expect(303);
            phone.post_form("/owl/programme/stars", &[("star", codes[1])]).await.expect(303);
            let shown = phone.get(&page).await.expect(200);
            super::check(&shown.text());
            assert_eq!(
                shown.words(&format!("form[action='{page}'] p")),
                ["Auf diesem Gerät sind 2 Programmpunkte gemerkt, die hier fehlen."]
            );
            // Two at once.
            let (one, two) = tokio::join!(phone.post_form(&page, &[]), phone.post_form(&page, &[]));
            one.expect(303);
            two.expect(303);
            let shown = phone.get(&page).await.expect(200);
            super::check(&shown.text());
            assert_eq!(shown.words("h3"), ["Eins", "Zwei"]);
            assert_eq!(shown.words(&format!("form[action='{page}']")).len(), 0, "nothing to bring together");
            laptop.post_form("/owl/programme/stars", &[("star", codes[2])]).await.expect(303);
            laptop.post_form(&page, &[]).await.expect(303);
            assert_eq!(laptop.get("/owl/programme/mine").await.expect(200).words("h3"), ["Eins", "Zwei", "Drei"]);
            let clash = laptop.get(&page).await.expect(200).words(".slot__more");
            assert_eq!(clash, ["Überschneidet sich mit: Drei", "Überschneidet sich mit: Zwei"]);
            // Marked and forgotten there, twice as once.
            for _ in 0..2 {
                phone.post_form(&format!("{page}/stars"), &[("unstar", codes[0])]).await.expect(303);
            }
            for _ in 0..2 {
                phone.post_form(&format!("{page}/stars"), &[("star", codes[0])]).await.expect(303);
            }
            assert_eq!(phone.get(&page).await.expect(200).words("h3"), ["Eins", "Zwei", "Drei"]);
            let _ = other;
        }
        assert_eq!(app.count("SELECT count(*) FROM star").await, 6);
        assert_eq!(app.count("SELECT count(*) FROM event WHERE object_kind = 'star'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sees_it() {
    run(async |app| {
        let there = there(app).await;
        let guest = app.guest();
        let code = &there.plan.sessions[0].code;
        guest.post_form(&format!("{}/programme/stars", there.my), &[("star", code)]).await.expect(303);
        assert_eq!(guest.get(&format!("{}/programme", there.order)).await.expect(200).words("h3").len(), 0);
        for path in ["/owl/my/wrong", "/owl/orders/zzzzzz/wrong"] {
            guest.get(&format!("{path}/programme")).await.expect(404);
            guest.post_form(&format!("{path}/programme"), &[]).await.expect(404);
            guest.post_form(&format!("{path}/programme/stars"), &[("star", code)]).await.expect(404);
        }
        assert_eq!(app.count("SELECT count(*) FROM star").await, 1);
        // Another link of the same ticket: somebody took it over.
        let tx = app.store.begin().await.unwrap();
        let mut next = there.attendee.clone().into_active_model();
        next.link_generation = Set(there.attendee.link_generation + 1);
        let next = next.update(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        guest.get(&format!("{}/programme", there.my)).await.expect(404);
        let order = order::Entity::find_by_id(next.order_id).one(app.store.read()).await.unwrap().unwrap();
        let page = guest.get(&format!("{}/programme", my(app, &order, &next))).await.expect(200);
        assert_eq!(page.words("h3").len(), 0);
    })
    .await;
}
