//! Vouchers at the desk and on the form: made, used, taken along, taken in, nobody else's.

use crate::kit::world::form;
use crate::kit::{App, Client, Reply, run};
use crate::registration::voucher::{add, of};
use chrono::TimeDelta;
use identity::Role;
use registration::entity::order;
use sea_orm::EntityTrait;
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::query::voucher::by_code;
use ticketing::service::voucher::Voucher;

const NEW: [(&str, &str); 8] = [
    ("code", "sommer-27"),
    ("max-uses", "3"),
    ("min-uses", "1"),
    ("tag", "Newsletter"),
    ("scope", "categories"),
    ("category-paid", "on"),
    ("effect", "percent"),
    ("amount", "25"),
];

/// Hands in what was pasted, as a browser does.
async fn paste(client: &Client, path: &str, pasted: &str) -> Reply {
    let part = "--grenze\r\nContent-Disposition: form-data; name=\"pasted\"\r\n\r\n";
    let body = format!("{part}{pasted}\r\n--grenze--\r\n");
    let kind = Some("multipart/form-data; boundary=grenze");
    client.send(http::Method::POST, path, &[], kind, body.into_bytes()).await
}

#[tokio::test]
async fn staff_make_a_voucher_and_somebody_uses_it() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let made = staff.post_form("/owl/desk/vouchers/new/details", &NEW).await.expect(303);
        let page = staff.get(made.location()).await.expect(200).text();
        assert!(page.contains("SOMMER-27") && page.contains("25 % weniger"), "{page}");
        let log = staff.get("/owl/desk/audit?part=voucher").await.expect(200).text();
        assert!(log.contains("Schlagwort: Newsletter") && !log.contains("(leer) →"), "how it was made: {log}");
        let again = staff.post_form("/owl/desk/vouchers/new/details", &NEW).await.expect(422);
        assert!(again.text().contains("Den Code SOMMER-27 gibt es schon"));
        let guest = app.guest();
        let shown = guest.get("/owl/tickets?category=paid&voucher=sommer-27").await.expect(200);
        assert!(shown.text().contains("gilt für 1 Ticket"), "{}", shown.text());
        assert!(shown.text().contains("36,75"), "the price with it");
        let typed = [
            ("action", "place"),
            ("buyer", "person"),
            ("buyer-name", "Lea Nolte"),
            ("buyer-email", "lea@lemgo.example"),
            ("given-1", "Lea"),
            ("family-1", "Nolte"),
            ("category-1", "paid"),
            ("voucher", "Sommer-27"),
            ("voucher-shown", "SOMMER-27"),
            ("voucher-for", "1"),
            ("terms", "on"),
        ];
        guest.post_form("/owl/tickets", &typed).await.expect(303);
        let order = order::Entity::find().one(app.store.read()).await.unwrap().unwrap();
        assert_eq!((order.total_cents, order.voucher.as_str()), (3_675, "SOMMER-27"));
        let page = staff.get(&format!("/owl/desk/orders/{}", order.code)).await.expect(200).text();
        assert!(page.contains("SOMMER-27") && page.contains("12,25"), "the order names it and what it took off");
        let list = staff.get("/owl/desk/vouchers").await.expect(200).text();
        assert!(list.contains("1 von 3") && list.contains("Newsletter") && list.contains("12,25"));
        let found = staff.get("/owl/desk/orders?q=sommer-27").await.expect(200).text();
        assert!(found.contains(&order.code));
        let id = by_code(app.store.read(), owl.id, "SOMMER-27").await.unwrap().unwrap().id();
        let removed = staff.post_form(&format!("/owl/desk/vouchers/{id}/removal"), &[]).await.expect(303);
        assert!(removed.location().ends_with(&id.to_string()), "what was used stays");
        staff.post_form(&format!("/owl/desk/vouchers/{id}/closure"), &[]).await.expect(303);
        let page = staff.get(&format!("/owl/desk/vouchers/{id}")).await.expect(200).text();
        assert!(page.contains("beendet") && page.contains("Lea Nolte"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_voucher_is_not_over_before_it_is_there() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let day = |days: i64| (app.store.now() + TimeDelta::days(days)).format("%Y-%m-%dT%H:%M").to_string();
        let past = day(-1);
        let fields = [&NEW[..], &[("valid-until", past.as_str())]].concat();
        let again = staff.post_form("/owl/desk/vouchers/new/details", &fields).await.expect(422);
        assert!(again.words("#valid-until-error").concat().contains("ist schon vorbei"), "{}", again.text());
        let drawn = [&NEW[1..], &[("count", "3"), ("valid-until", past.as_str())]].concat();
        staff.post_form("/owl/desk/vouchers/batch", &drawn).await.expect(422);
        let list = format!("Code;Gültig bis\nALT-1;{past}\n");
        let read = paste(&staff, "/owl/desk/vouchers/imports", &list).await.expect(303);
        let plan = staff.get(read.location()).await.expect(200);
        assert!(plan.text().contains("ist schon vorbei"), "{}", plan.text());
        // One that is over by now can still be given a note, and a day that is to come.
        let soon = day(2);
        let fields = [&NEW[..], &[("valid-until", soon.as_str())]].concat();
        let made = staff.post_form("/owl/desk/vouchers/new/details", &fields).await.expect(303);
        app.advance(TimeDelta::days(3));
        let staff = app.staff(Role::Organiser).await;
        let path = format!("{}/details", made.location());
        let send = async |until: &str, note: &str| {
            let seen = staff.get(&path).await.expect(200).attributes("[name=seen]", "value").remove(0);
            let more = [("valid-until", until), ("note", note), ("seen", seen.as_str())];
            staff.post_form(&path, &[&NEW[..], &more].concat()).await
        };
        send(&soon, "vorbei").await.expect(303);
        send(&past, "vorbei").await.expect(422);
        send(&day(9), "verlängert").await.expect(303);
        let row = by_code(app.store.read(), owl.id, "SOMMER-27").await.unwrap().unwrap();
        assert_eq!(row.code.note, "verlängert");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_stays_and_what_is_wrong_is_told() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let paid = Voucher { scope: Scope::Categories, categories: vec!["paid".into()], ..of("ONLY-PAID", 1) };
        add(app, owl.id, Voucher { effect: Effect::Less, amount: 4_900, ..paid }).await;
        let guest = app.guest();
        let mut typed = vec![
            ("action", "voucher"),
            ("buyer-name", "Lea Nolte"),
            ("family-1", "Nolte"),
            ("category-1", "online"),
            ("voucher", "nowhere"),
        ];
        let unknown = guest.post_form("/owl/tickets", &typed).await.expect(422);
        assert!(unknown.text().contains("Diesen Gutscheincode gibt es nicht"));
        assert!(unknown.text().contains("value=\"Lea Nolte\""), "nothing that was typed is lost");
        typed[4].1 = "only-paid";
        let other = guest.post_form("/owl/tickets", &typed).await.expect(422);
        assert!(other.text().contains("gilt für keines der gewählten Tickets"));
        typed[3].1 = "paid";
        let fits = guest.post_form("/owl/tickets", &typed).await.expect(200);
        assert!(fits.text().contains("name=\"voucher-for\" value=\"1\""));
        // Somebody else uses it up meanwhile: nothing is placed at another price than was shown.
        let given = registration::form::VoucherForm { code: "ONLY-PAID".into(), reach: 1 };
        let other = registration::form::OrderForm { voucher: Some(given), ..form(&[("paid", "Jan Brand")]) };
        let actor = base::Actor::guest(base::Language::De);
        registration::service::order::place(&app.store, &actor, owl.id, other).await.unwrap();
        let mut all = typed.clone();
        all[0].1 = "place";
        all.extend([
            ("buyer", "person"),
            ("buyer-email", "lea@lemgo.example"),
            ("given-1", "Lea"),
            ("voucher-shown", "ONLY-PAID"),
            ("voucher-for", "1"),
            ("terms", "on"),
        ]);
        let late = guest.post_form("/owl/tickets", &all).await.expect(422);
        assert!(late.text().contains("Dieser Gutschein ist aufgebraucht"), "{}", late.text());
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn many_are_drawn_once_and_travel_as_a_sheet() {
    run(async |app: &App| {
        let owl = app.congress("owl", 40).await;
        app.congress("other", 40).await;
        let staff = app.staff(Role::Organiser).await;
        let once = app.store.chance().opaque_id().to_string();
        let batch = [
            ("once", once.as_str()),
            ("count", "20"),
            ("prefix", "partner"),
            ("max-uses", "2"),
            ("tag", "Partner"),
            ("scope", "quota"),
            ("quota", "seats"),
            ("effect", "none"),
            ("blocks", "on"),
        ];
        let many = [
            ("once", once.as_str()),
            ("count", "21"),
            ("max-uses", "2"),
            ("scope", "quota"),
            ("quota", "seats"),
            ("blocks", "on"),
        ];
        let full = staff.post_form("/owl/desk/vouchers/batch", &many).await.expect(422);
        assert!(full.text().contains("hat keine 42 Plätze mehr frei"), "{}", full.text());
        for _ in 0..2 {
            staff.post_form("/owl/desk/vouchers/batch", &batch).await.expect(303);
        }
        let list = staff.get("/owl/desk/vouchers?tag=Partner").await.expect(200).text();
        assert_eq!(list.matches("PARTNER-").count(), 20, "a double click draws once");
        let places = staff.get("/owl/desk/places").await.expect(200).text();
        assert!(places.contains("für Gutscheine gehalten") && places.contains("stimmen überein"), "{places}");
        let file = staff.post_form("/owl/desk/vouchers/exports", &[("format", "csv")]).await.expect(200);
        let csv = file.text();
        assert_eq!(csv.lines().count(), 21, "{csv}");
        // The same sheet brings them into another congress, all or nothing.
        let handed = paste(&staff, "/other/desk/vouchers/imports", &csv).await.expect(303);
        let preview = staff.get(handed.location()).await.expect(200).text();
        assert!(preview.contains("20 Gutscheine einlesen"), "{preview}");
        for _ in 0..2 {
            staff.post_form(handed.location(), &[]).await.expect(303);
        }
        let other = staff.get("/other/desk/vouchers").await.expect(200).text();
        assert_eq!(other.matches("PARTNER-").count(), 20);
        let again = paste(&staff, "/other/desk/vouchers/imports", &csv).await.expect(303);
        let refused = staff.get(again.location()).await.expect(200).text();
        assert!(refused.contains("20 Einträge stehen dagegen"), "{refused}");
        let wrong = "Code;Nutzungen;Wirkung;Wert;Tickets;Gültig bis\nGUT-1;2;Prozent;25;paid;11.03.2020\n\
                     x;viele;Rabatt;;nirgends;\nGUT-1;1;;;;";
        let handed = paste(&staff, "/owl/desk/vouchers/imports", wrong).await.expect(303);
        let page = staff.get(handed.location()).await.expect(200).text();
        for told in ["4 bis 40 Buchstaben", "keine ganze Zahl", "Möglich sind", "nirgends", "Nutzungen"] {
            assert!(page.contains(told), "{told}: {page}");
        }
        staff.post_form(handed.location(), &[]).await.expect(422);
        assert!(by_code(app.store.read(), owl.id, "GUT-1").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn two_who_change_one_see_both_and_nobody_sees_anothers() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let other = app.congress("other", 10).await;
        let id = add(app, owl.id, of("MINE-1", 2)).await;
        let staff = app.staff(Role::Organiser).await;
        let path = format!("/owl/desk/vouchers/{id}/details");
        let page = staff.get(&path).await.expect(200).text();
        let seen = page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let change = |uses: &'static str| {
            vec![("seen", seen.clone()), ("code", "MINE-1".into()), ("max-uses", uses.into()), ("scope", "all".into())]
        };
        let send = async |uses: &'static str| {
            let fields = change(uses);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            staff.post_form(&path, &fields).await
        };
        send("5").await.expect(303);
        let conflict = send("7").await.expect(409);
        assert!(conflict.text().contains("Nutzungen"), "{}", conflict.text());
        staff.get(&format!("/other/desk/vouchers/{id}")).await.expect(404);
        let (_, elsewhere) = app.member("Jan Brand", "jan@other.example", Role::Organiser, Some(other.id)).await;
        for path in ["/owl/desk/vouchers".to_owned(), format!("/owl/desk/vouchers/{id}")] {
            elsewhere.get(&path).await.expect(404);
        }
        let finance = app.staff(Role::Finance).await;
        finance.get("/owl/desk/vouchers").await.expect(200);
        let programme = app.staff(Role::Programme).await;
        assert!([403, 404].contains(&programme.get("/owl/desk/vouchers").await.status.as_u16()));
    })
    .await;
}

#[test]
fn codes_are_not_guessed_for_long() {
    let (guesses, now) = (portal::guess::Guesses::default(), base::Clock::system().now());
    let (mine, yours) = (Some([203, 0, 113, 7].into()), Some([203, 0, 113, 8].into()));
    let (owl, other) = (base::Uuid::from_u128(1), base::Uuid::from_u128(2));
    for _ in 0..60 {
        assert!(!guesses.is_closed(mine, owl, now));
        guesses.wrong(mine, owl, now);
    }
    assert!(guesses.is_closed(mine, owl, now));
    assert!(!guesses.is_closed(yours, owl, now) && !guesses.is_closed(mine, other, now), "others are not shut out");
    assert!(!guesses.is_closed(mine, owl, now + chrono::TimeDelta::hours(1)), "an hour later it is open again");
}
