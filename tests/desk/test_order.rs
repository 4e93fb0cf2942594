//! A test order changes no number anywhere, writes to nobody else, opens no door, and can be deleted.

use crate::kit::{App, Client, Reply, run};
use ::base::Permission;
use ::identity::Role;
use ::registration::entity::{attendee, order};
use ::registration::load::{attendee_secret, order_secret};
use ::sea_orm::EntityTrait;

const PAGES: [&str; 8] = [
    "/owl/desk",
    "/owl/desk/places",
    "/owl/desk/orders",
    "/owl/desk/attendees",
    "/owl/desk/mails",
    "/owl/desk/contingents",
    "/owl/door",
    "/owl",
];

/// What people and programs read in numbers.
async fn numbers(organiser: &Client, program: &Client) -> Vec<Vec<String>> {
    let mut all = vec![];
    for page in PAGES {
        all.push(organiser.get(page).await.expect(200).words("main"));
    }
    for list in ["orders", "attendees"] {
        let file = organiser.post_form(&format!("/owl/desk/{list}/exports"), &[("format", "csv")]).await.expect(200);
        all.push(vec![file.text()]);
    }
    for path in ["orders", "quotas", "categories"] {
        all.push(vec![program.get(&format!("/api/v1/congresses/owl/{path}")).await.expect(200).text()]);
    }
    let figures = program.get("/metrics").await.text();
    let counted =
        |line: &&str| ["kongress_orders{", "kongress_attendees{", "kongress_quota"].iter().any(|n| line.starts_with(n));
    all.push(figures.lines().filter(counted).map(str::to_owned).collect());
    all
}

async fn place(organiser: &Client, category: &str) -> Reply {
    let form = organiser.get("/owl/desk/orders/new").await.expect(200);
    let placement = form.attributes("[name=placement]", "value").remove(0);
    let fields = [
        ("placement", placement.as_str()),
        ("buyer-kind", "person"),
        ("buyer-name", "Test Testerin"),
        ("buyer-email", "somebody@else.example"),
        ("language", "de"),
        ("notify", "on"),
        ("test", "on"),
        ("given-1", "Otto"),
        ("family-1", "Probe"),
        ("email-1", "otto@else.example"),
        ("category-1", category),
        ("action", "place"),
    ];
    organiser.post_form("/owl/desk/orders/new", &fields).await
}

async fn code(app: &App) -> String {
    let all = order::Entity::find().all(app.store.read()).await.expect("orders");
    all.into_iter().find(|order| order.test).expect("a test order").code
}

#[tokio::test]
async fn it_changes_no_number_anywhere() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        app.order(owl.id, &[("on-site", "Lea Nolte"), ("paid", "Olga Petrenko")]).await;
        app.run_jobs().await;
        let organiser = app.staff(Role::Organiser).await;
        let program = app.token(None, &[Permission::OrdersRead, Permission::CongressRead]).await;
        let before = numbers(&organiser, &program).await;
        place(&organiser, "paid").await.expect(303);
        place(&organiser, "on-site").await.expect(303);
        place(&organiser, "on-site").await.expect(303);
        // The notices of the three are read once.
        organiser.get("/owl/desk").await.expect(200);
        let after = numbers(&organiser, &program).await;
        for (at, (before, after)) in before.iter().zip(&after).enumerate() {
            assert_eq!(before, after, "{}", PAGES.get(at).unwrap_or(&"a list or a figure"));
        }
        let only = organiser.get("/owl/desk/orders?test=yes").await.expect(200);
        assert_eq!(only.words("tbody tr").len(), 3);
        assert_eq!(organiser.get("/owl/desk/attendees?test=yes").await.expect(200).words("tbody tr").len(), 3);
        app.run_jobs().await;
        let invoices = ::payment::entity::invoice::Entity::find().all(app.store.read()).await.expect("invoices");
        let test = order::Entity::find().all(app.store.read()).await.expect("orders");
        let test: Vec<_> = test.into_iter().filter(|order| order.test).map(|order| order.id).collect();
        assert!(!invoices.iter().any(|invoice| test.contains(&invoice.order_id)), "no invoice has a number for it");
    })
    .await;
}

#[tokio::test]
async fn it_writes_to_who_tries_and_opens_no_door() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        let organiser = app.staff(Role::Organiser).await;
        place(&organiser, "on-site").await.expect(303);
        app.run_jobs().await;
        let mails = ::post::query::list(app.store.read(), owl.id, None, 9, 0).await.expect("mails");
        assert_eq!(mails.iter().map(|m| m.to_address.as_str()).collect::<Vec<_>>(), ["organiser@staff.example"]);
        assert!(mails[0].subject.as_ref().is_some_and(|subject| subject.starts_with("TEST: ")), "{mails:?}");
        let code = code(app).await;
        let number = ::registration::ticket::number_of(&code, 1);
        let door = app.staff(Role::Door).await;
        let nonce = crate::kit::actor::nonce();
        let fields = [("gate", "main"), ("ticket", number.as_str()), ("nonce", nonce.as_str())];
        let scanned = door.post_form("/owl/door/check-ins", &fields).await;
        let verdict = if scanned.status == 303 { door.get(scanned.location()).await } else { scanned };
        assert!(verdict.text().contains("Testticket"), "{}", verdict.text());
    })
    .await;
}

#[tokio::test]
async fn it_is_deleted_wholly_and_nothing_else_is() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        let real = app.order(owl.id, &[("on-site", "Lea Nolte")]).await.order;
        let organiser = app.staff(Role::Organiser).await;
        place(&organiser, "on-site").await.expect(303);
        app.run_jobs().await;
        organiser.post_form(&format!("/owl/desk/orders/{}/removal", real.code), &[]).await.expect(409);
        let path = format!("/owl/desk/orders/{}", code(app).await);
        assert!(organiser.get(&path).await.expect(200).text().contains("Testbestellung"));
        organiser.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        organiser.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        organiser.get(&path).await.expect(404);
        assert_eq!(order::Entity::find().all(app.store.read()).await.expect("orders").len(), 1);
        assert_eq!(attendee::Entity::find().all(app.store.read()).await.expect("people").len(), 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn nothing_goes_beside_it_and_it_is_deleted_with_its_scans() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        let dinner = ::ticketing::service::category::NewCategory {
            kind: ::ticketing::entity::category::Kind::AddOn,
            ..crate::kit::world::category("dinner", ::ticketing::entity::category::Place::OnSite, 4_500)
        };
        let tx = app.store.begin().await.expect("begins");
        ::ticketing::service::category::add(&tx, &::base::Actor::system(), owl.id, dinner).await.expect("a dinner");
        tx.commit().await.expect("commits");
        let organiser = app.staff(Role::Organiser).await;
        place(&organiser, "on-site").await.expect(303);
        let code = code(app).await;
        organiser
            .post_form(&format!("/owl/desk/orders/{code}/attendees/1/extras"), &[("add", "dinner")])
            .await
            .expect(303);
        let extras = ::registration::entity::extra::Entity::find().all(app.store.read()).await.expect("extras");
        assert!(extras.is_empty(), "what tries something out has no places: {extras:?}");
        let (door, nonce) = (app.staff(Role::Door).await, crate::kit::actor::nonce());
        let number = ::registration::ticket::number_of(&code, 1);
        let fields = [("gate", "main"), ("ticket", number.as_str()), ("nonce", nonce.as_str())];
        door.post_form("/owl/door/check-ins", &fields).await;
        let scans = || ::checkin::entity::scan::Entity::find().all(app.store.read());
        assert!(scans().await.expect("scans")[0].attendee_id.is_some());
        organiser.post_form(&format!("/owl/desk/orders/{code}/removal"), &[]).await.expect(303);
        assert!(attendee::Entity::find().all(app.store.read()).await.expect("attendees").is_empty());
        let scans = scans().await.expect("scans");
        assert!(scans.len() == 1 && scans[0].attendee_id.is_none(), "the door's log stays: {scans:?}");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn its_pages_say_what_it_is_and_offer_nothing_that_cannot_work() {
    run(async |app| {
        app.congress("owl", 2).await;
        let organiser = app.staff(Role::Organiser).await;
        place(&organiser, "on-site").await.expect(303);
        app.run_jobs().await;
        let row = order::Entity::find().one(app.store.read()).await.expect("reads").expect("an order");
        let ticket = attendee::Entity::find().one(app.store.read()).await.expect("reads").expect("an attendee");
        let key = &app.program.state.link_key;
        let order = ::address::Order::new("owl", &row.code, order_secret(key, &row)).path();
        let own = ::address::My::new("owl", attendee_secret(key, &row, &ticket)).path();
        let guest = app.guest();
        for (page, below) in [(&order, format!("{order}/attendees/1")), (&own, own.clone())] {
            let text = guest.get(page).await.expect(200).text();
            assert!(text.contains("Das ist eine Testbestellung"), "{text}");
            for action in ["category", "substitute", "cancellation", "restoration"] {
                assert!(!text.contains(&format!("/{action}\"")), "{action} in {text}");
                guest.get(&format!("{below}/{action}")).await.expect(409);
            }
            assert!(text.contains("/name\""), "a name can be tried");
        }
    })
    .await;
}
