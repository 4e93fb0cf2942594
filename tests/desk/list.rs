//! Lists: sorting, filters, kept views, files, several orders at once.

use super::{codes, statements, with_mails};
use crate::kit::{App, run};
use identity::Role;
use sea_orm::{ConnectionTrait, Statement};

const NAMES: [&str; 3] = ["Jörg Özdemir", "Anna Oster", "Petra Zander"];

#[tokio::test]
async fn attendees_are_sorted_filtered_and_found() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        let staff = app.staff(Role::Organiser).await;
        for name in NAMES {
            app.order(owl.id, &[("on-site", name)]).await;
        }
        app.order(owl.id, &[("online", "Lea Nolte")]).await;
        let names = async |path: &str| staff.get(path).await.expect(200).words("tbody th > a");
        assert_eq!(
            names("/owl/desk/attendees").await,
            ["Nolte, Lea", "Oster, Anna", "Özdemir, Jörg", "Zander, Petra"],
            "umlauts stand where people look for them"
        );
        assert_eq!(names("/owl/desk/attendees?sort=-name&category=on-site").await[0], "Zander, Petra");
        assert_eq!(names("/owl/desk/attendees?q=oezdemir").await, ["Özdemir, Jörg"]);
        assert_eq!(
            names("/owl/desk/attendees?q=oz").await,
            ["Özdemir, Jörg"],
            "two letters, of which no code has the first"
        );
        let code = registration::query::newest::newest(app.store.read(), owl.id, 1).await.unwrap().remove(0).code;
        let by_code = names(&format!("/owl/desk/attendees?q={}", &code[1..5])).await;
        assert_eq!(by_code.len(), 1, "by a part of the code: {by_code:?}");
        let number = ::ticket::TicketNumber::new(&code, 1).unwrap().to_string();
        assert_eq!(names(&format!("/owl/desk/attendees?q={number}")).await, by_code, "by the number on the ticket");
        assert!(names("/owl/desk/attendees?admitted=yes").await.is_empty());
        assert_eq!(names("/owl/desk/attendees?admitted=no").await.len(), 4);
        assert!(names("/owl/desk/attendees?until=2020-01-01").await.is_empty());
        assert!(names("/owl/desk/attendees?source=import").await.is_empty());
        let page = staff.get("/owl/desk/attendees?sort=-time").await;
        assert_eq!(page.attributes("th[aria-sort]", "aria-sort"), ["descending"]);
    })
    .await;
}

#[tokio::test]
async fn a_long_list_of_attendees_takes_no_more_statements_than_a_short_one() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        let staff = app.staff(Role::Organiser).await;
        let mut seen = vec![];
        for n in [1, 29] {
            for at in 0..n {
                app.order(owl.id, &[("on-site", &format!("Gast Nummer{at}"))]).await;
            }
            for path in
                ["/owl/desk/attendees", "/owl/desk/attendees?q=Gast&admitted=no", "/owl/desk/orders?sort=amount"]
            {
                seen.push(statements(app, &staff, path).await);
            }
        }
        assert_eq!(seen[..3], seen[3..], "N+1");
    })
    .await;
}

#[tokio::test]
async fn a_view_is_kept_for_its_owner_alone() {
    run(async |app| {
        app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let kept = [("list", "orders"), ("name", "Offene"), ("query", "state=awaiting_payment&sort=buyer")];
        let back = staff.post_form("/owl/desk/views", &kept).await.expect(303).location().to_owned();
        assert_eq!(back, "/owl/desk/orders?state=awaiting_payment&sort=buyer");
        let page = staff.get(&back).await.expect(200);
        assert_eq!(page.words("a.topic-chip[aria-current]")[0], "Offene");
        let removal = page.attributes("form[action*=views]", "action").remove(0);
        let other = app.staff(Role::Finance).await;
        assert!(!other.get("/owl/desk/orders").await.text().contains("Offene"));
        other.post_form(&removal, &[]).await.expect(404);
        staff.post_form(&removal, &[]).await.expect(303);
        assert!(staff.get("/owl/desk/orders").await.text().contains("Offene"), "the sentence that says so");
        assert!(!staff.get("/owl/desk/orders").await.text().contains("Offene"));
        staff.post_form("/owl/desk/views", &[("list", "secrets"), ("name", "x")]).await.expect(404);
    })
    .await;
}

async fn count(app: &App, sql: &str) -> i64 {
    let backend = app.store.read().get_database_backend();
    let row = app.store.read().query_one_raw(Statement::from_string(backend, sql)).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

#[tokio::test]
async fn a_list_is_taken_along_as_a_file_and_that_is_recorded() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.order(owl.id, &[("online", "=cmd|' /C calc'!A0")]).await;
        app.order(owl.id, &[("paid", "Jörg Müller")]).await;
        let file = staff.post_form("/owl/desk/attendees/exports", &[("format", "csv")]).await.expect(200);
        let text = file.text();
        assert!(text.starts_with("\u{FEFF}Nummer;Vorname;Nachname;"), "{text}");
        assert!(text.contains("'=cmd"), "no formula: {text}");
        assert!(!text.contains(";=cmd"), "{text}");
        assert_eq!(text.lines().count(), 3);
        assert!(file.header("content-disposition").contains(".csv"));
        let filtered = [("format", "csv"), ("category", "paid"), ("q", "Mueller")];
        assert_eq!(staff.post_form("/owl/desk/orders/exports", &filtered).await.expect(200).text().lines().count(), 2);
        let book = staff.post_form("/owl/desk/orders/exports", &[("format", "xlsx")]).await.expect(200);
        assert!(book.bytes.starts_with(b"PK"), "a zip");
        staff.post_form("/owl/desk/orders/exports", &[("format", "exe")]).await.expect(400);
        // Nobody cooks for whose ticket is cancelled.
        let two = app.order(owl.id, &[("online", "Henrik Stallmann"), ("online", "Nour Al-Khatib")]).await.order;
        let cancel = format!("/owl/desk/orders/{}/cancellation", two.code);
        staff.post_form(&cancel, &[("position", "1"), ("reason", "Krank")]).await.expect(303);
        let only = [("format", "csv"), ("q", two.code.as_str())];
        let text = staff.post_form("/owl/desk/orders/exports", &only).await.expect(200).text();
        let row = text.lines().nth(1).unwrap();
        assert!(row.contains(";1;") && row.contains("Nour Al-Khatib;") && !row.contains("Stallmann,"), "{row}");
        assert_eq!(count(app, "SELECT count(*) FROM event WHERE verb = 'list.exported'").await, 4);
        let shown = staff.get("/owl/desk/attendees").await.expect(200);
        assert_eq!(shown.words(".section-head p.number"), ["3 angemeldet, 1 storniert"]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_file_of_orders_says_how_their_money_stands() {
    run(async |app| {
        let owl = crate::payment::selling(app).await;
        let staff = app.staff(Role::Organiser).await;
        let order = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order;
        let paid = app.order(owl.id, &[("paid", "Lea Nolte")]).await.order;
        app.run_jobs().await;
        crate::payment::pay(app, &order.code, 2_000).await;
        crate::payment::pay(app, &paid.code, 6_000).await;
        let text = staff.post_form("/owl/desk/orders/exports", &[("format", "csv")]).await.expect(200).text();
        let cells = |n: usize| -> Vec<String> {
            text.lines().nth(n).expect("a line").trim_start_matches('\u{FEFF}').split(';').map(Into::into).collect()
        };
        let from = cells(0).iter().position(|heading| heading == "Eingegangen").expect("a column");
        assert_eq!(cells(0)[from..from + 5], ["Eingegangen", "Erstattet", "Offen", "Fällig am", "Rechnungen"]);
        let (one, other) = (&cells(1)[from..from + 5], &cells(2)[from..from + 5]);
        assert_eq!(one[..3], ["20,00", "0,00", "29,00"]);
        assert!(one[3].ends_with("23:59") && one[4].starts_with("OWL-"), "{one:?}");
        assert_eq!(other[..4], ["60,00", "0,00", "-11,00", ""], "{other:?}");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn several_orders_are_cancelled_as_it_was_shown_and_once() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let first = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let second = with_mails(app, &owl, &[("online", "Lea Nolte"), ("online", "Jens Nolte")]).await;
        let path = format!("/owl/desk/orders/batch?deed=cancel&order={}&order={}", first.code, second.code);
        let page = staff.get(&path).await.expect(200);
        assert!(page.text().contains("2 Bestellungen werden storniert, darin 3 Tickets."), "{}", page.text());
        let value = |name: &str| page.attributes(&format!("input[name={name}]"), "value").remove(0);
        let (key, seen) = (value("key"), value("seen"));
        let mut form = vec![
            ("deed", "cancel"),
            ("order", first.code.as_str()),
            ("order", second.code.as_str()),
            ("key", &key),
            ("seen", &seen),
        ];
        staff.post_form("/owl/desk/orders/batch", &form).await.expect(422);
        form.push(("reason", "Doppelt"));
        // Somebody changes one of them in between: told, and nothing happens.
        let one = format!("/owl/desk/orders/{}/cancellation", second.code);
        staff.post_form(&one, &[("position", "1"), ("reason", "Krank")]).await.expect(303);
        let told = staff.post_form("/owl/desk/orders/batch", &form).await.expect(409);
        assert!(told.text().contains("Inzwischen hat sich etwas geändert"));
        assert!(codes(&staff.get("/owl/desk/orders?state=cancelled").await).is_empty());
        let seen = told.attributes("input[name=seen]", "value").remove(0);
        form.retain(|(name, _)| *name != "seen");
        form.push(("seen", &seen));
        app.run_jobs().await;
        let mails = app.smtp.mails().len();
        staff.post_form("/owl/desk/orders/batch", &form).await.expect(303);
        let again = staff.post_form("/owl/desk/orders/batch", &form).await.expect(303).location().to_owned();
        assert!(staff.get(&again).await.words(".notice").join("").contains("zweimal"));
        assert_eq!(codes(&staff.get("/owl/desk/orders?state=cancelled").await).len(), 2);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), mails, "without mail");
    })
    .await;
}

#[tokio::test]
async fn the_mails_of_all_that_is_found_go_again() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        for name in NAMES {
            app.order(owl.id, &[("online", name)]).await;
        }
        let page = staff.get("/owl/desk/orders/batch?deed=mail&all=1&q=Oster").await.expect(200);
        let value = |name: &str| page.attributes(&format!("input[name={name}]"), "value").remove(0);
        let (key, seen) = (value("key"), value("seen"));
        let form = [("deed", "mail"), ("all", "1"), ("q", "Oster"), ("key", &*key), ("seen", &*seen)];
        staff.post_form("/owl/desk/orders/batch", &form).await.expect(303);
        staff.post_form("/owl/desk/orders/batch", &form).await.expect(303);
        assert_eq!(count(app, "SELECT count(*) FROM event WHERE verb = 'order.mail-requested'").await, 1);
        app.run_jobs().await;
        app.staff(Role::Finance).await.get("/owl/desk/orders/batch?deed=mail").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_does_not_go_at_once_goes_in_parts_and_each_once() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let guests: String = (0..501).map(|n| format!("Gast {n};g{n}@owl.example;online\n")).collect();
        let table = paper::sheet::read::read(format!("Name;E-Mail;Ticket\n{guests}").as_bytes()).unwrap();
        let table = table.table(registration::rules::heading::is_known);
        let mapping = registration::rules::heading::Mapping::said(&table, &[]).unwrap();
        let intake =
            registration::service::intake::Intake { table: &table, mapping: &mapping, category: None, mail: false };
        let actor = base::Actor::system();
        registration::service::intake::take_in(&app.store, &actor, owl.id, intake).await.unwrap();
        let (mut path, mut parts) = ("/owl/desk/orders/batch?deed=cancel&all=1".to_owned(), 0);
        while path.starts_with("/owl/desk/orders/batch") {
            let page = staff.get(&path).await.expect(200);
            let mut inputs = vec![("reason", "Der Saal ist zu.".to_owned())];
            for name in ["deed", "all", "after", "key", "seen"] {
                let all = page.attributes(&format!("form[method=post] input[name={name}]"), "value");
                inputs.push((name, all.into_iter().next().unwrap_or_default()));
            }
            let form: Vec<(&str, &str)> = inputs.iter().map(|(name, value)| (*name, value.as_str())).collect();
            path = staff.post_form("/owl/desk/orders/batch", &form).await.expect(303).location().to_owned();
            parts += 1;
        }
        assert_eq!(parts, 2);
        let of = async |what: &str| {
            count(app, &format!("SELECT count({what}) FROM event WHERE verb = 'order.cancelled'")).await
        };
        assert_eq!((of("*").await, of("DISTINCT object_id").await), (501, 501));
        assert_eq!(count(app, "SELECT count(*) FROM attendee WHERE state = 'valid'").await, 0);
    })
    .await;
}
