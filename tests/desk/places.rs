//! Every place, and why it is taken.

use super::codes;
use crate::kit::database::is_postgres;
use crate::kit::{App, run, world};
use base::{Actor, Uuid};
use desk::query;
use identity::Role;
use registration::service::order::place;
use registration::service::quota;
use sea_orm::{ConnectionTrait, Statement};
use ticketing::service::quota::NewQuota;

/// Lays one more quota over categories.
async fn lay(app: &App, congress: Uuid, name: &str, size: i32, categories: &[&str]) {
    let categories = categories.iter().map(|slug| (*slug).to_owned()).collect();
    let new = NewQuota { slug: name.to_lowercase(), name: name.into(), size: Some(size), categories };
    quota::create(&app.store, &Actor::system(), (congress, app.store.chance().opaque_id()), new)
        .await
        .expect("a quota");
}

/// What only somebody at the database can do.
async fn by_hand(app: &App, sql: &str) {
    let backend = app.store.pool().get_database_backend();
    app.store.pool().execute_raw(Statement::from_string(backend, sql)).await.expect("a statement");
}

#[tokio::test]
async fn every_place_is_told_with_its_reason() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        lay(app, owl.id, "Haus", 4, &["on-site", "paid"]).await;
        app.order(owl.id, &[("on-site", "Petra Kemper"), ("paid", "Nour Al-Khatib")]).await;
        let free = app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let gone = app.order(owl.id, &[("on-site", "Luis Ferreira")]).await.order;
        let cancel = format!("/owl/desk/orders/{}/cancellation", gone.code);
        staff.post_form(&cancel, &[("position", "1"), ("reason", "Krank")]).await.expect(303);

        let page = staff.get("/owl/desk/places").await.expect(200);
        assert_eq!(page.words(".panel__head .number"), ["2 von 10 · 8 frei", "0, ohne Grenze", "3 von 4 · 1 frei"]);
        // seats: who cancelled does not count.
        assert_eq!(page.words("[aria-labelledby=quota-1] tbody td"), ["2, Ticket on-site, bestätigt"]);
        // The house: confirmed, not yet paid, together; and the sums.
        assert_eq!(
            page.words("[aria-labelledby=quota-3] tbody td"),
            ["2, Ticket on-site, bestätigt", "0", "2", "0", "1, Ticket paid, noch nicht bezahlt", "1", "2", "1", "3"]
        );
        assert!(page.words("[aria-labelledby=quota-3] p.sub")[0].starts_with("3 über die Webseite"));
        // Of two quotas the scarcer one limits.
        assert_eq!(
            page.words("[aria-labelledby=categories] li p"),
            ["1 frei, begrenzt durch „Haus“", "ohne Grenze", "1 frei, begrenzt durch „Haus“"]
        );
        assert_eq!(page.words("[aria-labelledby=categories] li .sub"), ["auch in „seats“: 8 frei"]);
        assert_eq!(page.words("[aria-labelledby=categories] li span.number"), ["0 Personen"]);
        assert!(page.words(".kern-alert--danger").is_empty());

        // Each number leads to the orders behind it.
        let links = page.attributes("[aria-labelledby=quota-3] td a", "href");
        let unpaid = staff.get(&links[1]).await.expect(200);
        assert_eq!(codes(&unpaid).len(), 1);
        // Those that are confirmed belong to orders in two states, so the link leaves the state open.
        let confirmed = codes(&staff.get(&links[0]).await.expect(200));
        assert!(confirmed.contains(&free.code) && confirmed.len() == 3, "{confirmed:?}");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_may_not_see_orders_sees_numbers_without_links() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        app.order(owl.id, &[("on-site", "Petra Kemper")]).await;
        let programme = app.staff(Role::Programme).await;
        let page = programme.get("/owl/desk/places").await.expect(200);
        assert_eq!(page.words("[aria-labelledby=quota-1] tbody td"), ["1"]);
        programme.post_form("/owl/desk/places/count", &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_count_is_told_and_put_right() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.order(owl.id, &[("on-site", "Petra Kemper"), ("on-site", "Nour Al-Khatib")]).await;
        let cancelled = app.order(owl.id, &[("on-site", "Luis Ferreira")]).await.order;
        // One place too many is counted, one claim is lost, and somebody who cancelled keeps theirs.
        by_hand(app, "UPDATE capacity SET taken = taken + 1 WHERE size = 10").await;
        let lost = "(SELECT id FROM attendee WHERE given_name = 'Nour')";
        by_hand(app, &format!("DELETE FROM claim WHERE holder_id IN {lost}")).await;
        by_hand(app, &format!("UPDATE attendee SET state = 'cancelled' WHERE order_id = {}", id(cancelled.id))).await;

        let page = staff.get("/owl/desk/places").await.expect(200);
        assert_eq!(
            page.words(".kern-alert li"),
            ["seats: 4 Plätze sind gezählt, 2 belegt, und 2 Personen müssten einen haben."]
        );
        assert_eq!(page.words("[aria-labelledby=quota-1] thead th")[2], "ohne Grund");
        let overview = staff.get("/owl/desk").await.expect(200);
        assert_eq!(overview.words(".task--urgent a"), ["Die Zählung stimmt nicht: seats"]);
        assert_eq!(overview.attributes(".task--urgent a", "href"), ["/owl/desk/places"]);

        staff.post_form("/owl/desk/places/count", &[]).await.expect(303);
        let page = staff.get("/owl/desk/places").await.expect(200);
        assert_eq!(page.words(".notice"), ["1 Kontingent ist berichtigt."]);
        assert!(page.words(".kern-alert--danger").is_empty());
        assert_eq!(page.words(".panel__head .number")[0], "2 von 10 · 8 frei");
        staff.post_form("/owl/desk/places/count", &[]).await.expect(303);
        let again = staff.get("/owl/desk/places").await.expect(200);
        assert_eq!(again.words(".notice"), ["Alles stimmte schon."]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_sold_while_places_are_counted_raises_no_alarm() {
    run(async |app| {
        let owl = app.congress("owl", 1_000).await;
        let staff = app.staff(Role::Organiser).await;
        let sales: Vec<_> = (0..4)
            .map(|_| {
                let (store, congress) = (app.store.clone(), owl.id);
                tokio::spawn(async move {
                    for _ in 0..25 {
                        let guest = Actor::guest(base::Language::De);
                        let form = world::form(&[("on-site", "Petra Kemper"), ("online", "Lea Nolte")]);
                        place(&store, &guest, congress, form).await.expect("an order");
                    }
                })
            })
            .collect();
        let mut looks = 0;
        while looks == 0 || sales.iter().any(|sale| !sale.is_finished()) {
            let places = query::places::load(&app.store, owl.id).await.expect("places");
            let wrong: Vec<_> = places.wrong().collect();
            assert!(wrong.is_empty(), "{wrong:?}");
            let overview = staff.get("/owl/desk").await.expect(200);
            assert_eq!(overview.words(".task--urgent"), Vec::<String>::new());
            looks += 1;
        }
        for sale in sales {
            sale.await.expect("sells");
        }
    })
    .await;
}

#[tokio::test]
async fn guests_beyond_the_quota_and_places_kept_for_vouchers_raise_no_alarm() {
    use ::ticketing::service::voucher::{Voucher, create};
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let (kept, beyond) = (
            Voucher { code: "KEPT".into(), max_uses: 3, blocks: true, ..Voucher::default() },
            Voucher { code: "BEYOND".into(), passes: true, ..Voucher::default() },
        );
        let kept = Voucher {
            scope: ::ticketing::entity::voucher::Scope::Categories,
            categories: vec!["on-site".into()],
            ..kept
        };
        for new in [kept, beyond] {
            let id = app.store.chance().opaque_id();
            create(&app.store, &Actor::system(), (owl.id, id), new).await.expect("a voucher");
        }
        for (code, name) in [("KEPT", "Petra Kemper"), ("BEYOND", "Nour Al-Khatib")] {
            let voucher = ::registration::form::VoucherForm { code: code.into(), reach: 1 };
            let form = ::registration::form::OrderForm { voucher: Some(voucher), ..world::form(&[("on-site", name)]) };
            place(&app.store, &Actor::guest(base::Language::De), owl.id, form).await.expect("an order");
        }
        let places = query::places::load(&app.store, owl.id).await.expect("places");
        assert_eq!(places.wrong().count(), 0);
        assert_eq!(places.quotas[0].quota.taken, 3, "one of the three is used, the guest takes none");
        let overview = staff.get("/owl/desk").await.expect(200);
        assert_eq!(overview.words(".task--urgent"), Vec::<String>::new());
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn more_people_than_places_are_not_counted_in() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        let staff = app.staff(Role::Organiser).await;
        app.order(owl.id, &[("on-site", "Petra Kemper"), ("on-site", "Nour Al-Khatib")]).await;
        by_hand(app, "UPDATE attendee SET state = 'cancelled' WHERE given_name = 'Nour'").await;
        by_hand(app, "UPDATE claim SET freed_at = made_at WHERE holder_id IN (SELECT id FROM attendee WHERE given_name = 'Nour')").await;
        by_hand(app, "UPDATE capacity SET taken = 1 WHERE size = 2").await;
        app.order(owl.id, &[("on-site", "Luis Ferreira")]).await;
        by_hand(app, "UPDATE attendee SET state = 'valid' WHERE given_name = 'Nour'").await;
        staff.post_form("/owl/desk/places/count", &[]).await.expect(409);
        by_hand(app, "UPDATE attendee SET state = 'cancelled' WHERE given_name = 'Nour'").await;
    })
    .await;
}

/// An id as the database writes it.
fn id(id: Uuid) -> String {
    if is_postgres() { format!("'{id}'") } else { format!("x'{}'", id.simple()) }
}

#[tokio::test]
async fn an_order_that_is_overdue_is_said_to_be() {
    run(async |app| {
        let owl = crate::payment::selling(app).await;
        app.order(owl.id, &[("paid", "Nour Al-Khatib")]).await;
        app.deliver().await;
        lay(app, owl.id, "Haus", 4, &["paid"]).await;
        let staff = app.staff(Role::Organiser).await;
        let told =
            async || staff.get("/owl/desk/places").await.expect(200).words("[aria-labelledby=quota-3] p").join(" ");
        assert!(told().await.contains("hält ihren Platz bis"), "{}", told().await);
        app.advance(chrono::TimeDelta::days(15));
        let staff = app.staff(Role::Organiser).await;
        let page = staff.get("/owl/desk/places").await.expect(200).text();
        assert!(page.contains("ist überfällig") && !page.contains("hält ihren Platz bis"), "{page}");
    })
    .await;
}
