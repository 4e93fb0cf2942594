//! Figures to decide by: exact numbers, the same however many there are, and files of them.

use super::statements;
use crate::kit::{App, Client, Reply, run, world};
use crate::payment::selling;
use base::{Actor, Language, Uuid};
use calamine::{Data, Reader, Xlsx};
use chrono::TimeDelta;
use congress::entity::congress::Model as Congress;
use identity::Role;
use payment::entity::payment::Method;
use payment::form::MoneyForm;
use payment::service::{expiry, invoice, payment as incoming, refund};
use registration::entity::order::{self, BuyerKind};
use registration::form::Billing;
use registration::load::{order_to_manage, order_to_settle};
use registration::service::cancellation::cancel;
use registration::service::order::place;
use std::io::Cursor;

/// Orders as another buyer.
async fn order_as(
    app: &App,
    congress: Uuid,
    kind: BuyerKind,
    organisation: &str,
    town: &str,
    attendees: &[(&str, &str)],
) -> order::Model {
    let mut form = world::form(attendees);
    form.buyer.kind = kind;
    form.buyer.organisation = organisation.into();
    form.buyer.billing = Billing { town: town.into(), ..Billing::default() };
    for attendee in &mut form.attendees {
        attendee.organisation = organisation.into();
    }
    place(&app.store, &Actor::guest(Language::De), congress, form).await.expect("an order").order
}

pub async fn give_back(app: &App, congress: Uuid, order: &order::Model) {
    let order = order_to_manage(app.store.read(), &Actor::system(), congress, &order.code).await.expect("an order");
    cancel(&app.store, &order, None, "krank").await.expect("cancels");
}

/// The rows of a table on the page, cells divided by bars.
pub fn rows(reply: &Reply, id: &str) -> Vec<String> {
    let table = format!("table:has(caption#{id}-caption) tbody");
    let names = reply.words(&format!("{table} th"));
    let cells = reply.words(&format!("{table} td.kern-table__cell--numeric"));
    let width = cells.len().checked_div(names.len()).unwrap_or(0).max(1);
    let row = |(name, cells): (&String, &[String])| format!("{name} | {}", cells.join(" | "));
    names.iter().zip(cells.chunks(width)).map(row).collect()
}

async fn table(staff: &Client, path: &str, id: &str) -> Vec<String> {
    rows(&staff.get(path).await.expect(200), id)
}

/// Three weeks: four registered in the first, one of those cancelled in the second, in which two more came.
async fn three_weeks(app: &App) -> Congress {
    let owl = app.congress("owl", 10).await;
    app.order(owl.id, &[("on-site", "Petra Kemper"), ("on-site", "Ayşe Kılıç"), ("online", "Nour Al-Khatib")]).await;
    let gone = app.order(owl.id, &[("on-site", "Jörg Nolte")]).await.order;
    app.advance(TimeDelta::days(7));
    give_back(app, owl.id, &gone).await;
    app.order(owl.id, &[("online", "Lea Temme"), ("online", "Ulf Pohlmeier")]).await;
    app.advance(TimeDelta::days(7));
    owl
}

#[tokio::test]
async fn what_came_and_what_ended_stands_where_it_happened() {
    run(async |app| {
        three_weeks(app).await;
        let staff = app.staff(Role::Organiser).await;
        let page = staff.get("/owl/desk/statistics?step=week").await.expect(200);
        let told: Vec<String> =
            rows(&page, "time").iter().filter_map(|row| row.split_once(" | ").map(|(_, cells)| cells.into())).collect();
        // Weeks as the calendar has them: what is seven days apart is in neighbouring ones.
        let happened: Vec<&String> = told.iter().filter(|row| !row.starts_with("0 | 0 | 0 | 0")).collect();
        assert_eq!(happened, ["4 | 3 | 0 | 0 | 4", "2 | 2 | 1 | 0 | 5"]);
        assert!(told.last().is_some_and(|row| row.ends_with("| 5")), "{told:?}");
        assert_eq!(
            rows(&page, "categories"),
            [
                "Ticket on-site | 2 | 40 % | 1 | 0 | 0",
                "Ticket online | 3 | 60 % | 0 | 0 | 0",
                "Ticket paid | 0 | 0 % | 0 | 0 | 0",
                "zusammen | 5 | 100 % | 1 | 0 | 0",
            ]
        );
        // The picture has the same figures: what still holds, and what ended since.
        assert!(page.words("svg .name").contains(&"4".to_owned()));
        let by_day = table(&staff, "/owl/desk/statistics", "time").await;
        assert_eq!(by_day.len(), 15, "few days are shown by day");
        assert!(by_day[0].ends_with("4 | 3 | 0 | 0 | 4") && by_day[7].ends_with("2 | 2 | 1 | 0 | 5"), "{by_day:?}");
    })
    .await;
}

#[tokio::test]
async fn category_and_period_narrow_it_down() {
    run(async |app| {
        three_weeks(app).await;
        let staff = app.staff(Role::Organiser).await;
        let today = app.store.now().with_timezone(&chrono_tz::Europe::Berlin).date_naive();
        let week = today - TimeDelta::days(10);
        let later = format!("/owl/desk/statistics?from={week}");
        let time = table(&staff, &later, "time").await;
        assert_eq!(time.len(), 11);
        assert!(time.last().is_some_and(|row| row.ends_with("0 | 0 | 0 | 0 | 1")), "the change within it: {time:?}");
        let categories = table(&staff, &later, "categories").await;
        assert_eq!(categories.last().map(String::as_str), Some("zusammen | 2 | 100 % | 0 | 0 | 0"));
        let earlier = format!("/owl/desk/statistics?until={week}&category=on-site");
        assert_eq!(table(&staff, &earlier, "categories").await, ["Ticket on-site | 2 | 100 % | 1 | 0 | 0"]);
        let page = staff.get("/owl/desk/statistics?category=nonsense&from=x&step=y").await.expect(200);
        assert_eq!(rows(&page, "categories").len(), 4, "what is unknown is not asked for");
        // The filter goes along to the other parts.
        let links = staff.get(&earlier).await.attributes("nav ul.cluster a", "href");
        assert!(links.iter().all(|link| link.contains("category=on-site")), "{links:?}");
    })
    .await;
}

#[tokio::test]
async fn who_registered_is_told_by_kind_town_and_organisation() {
    run(async |app| {
        let owl = selling(app).await;
        let tx = app.store.begin().await.expect("begins");
        use congress::entity::{organisation::Kind, partner::Part};
        use congress::service::congress as service;
        for (name, kind, town) in [
            ("Stadt Delbrück", Kind::Municipality, "Delbrück"),
            ("Kreis Höxter", Kind::District, "Höxter"),
            ("Teutodata eG", Kind::Business, "Bielefeld"),
        ] {
            let body = service::organisation(&tx, owl.host_id, name, kind, town).await.expect("a body");
            service::add_partner(&tx, owl.id, body, Part::Carrier, 1).await.expect("a partner");
        }
        tx.commit().await.expect("commits");
        // The organisation says where from; another spelling is the same.
        order_as(app, owl.id, BuyerKind::PublicBody, "Stadt Delbrück", "", &[("online", "A B"), ("online", "C D")])
            .await;
        order_as(app, owl.id, BuyerKind::PublicBody, "stadt Delbrueck", "", &[("online", "E F")]).await;
        // The invoice says where from, whatever the organisation is.
        order_as(app, owl.id, BuyerKind::Business, "Teutodata eG", "Lemgo", &[("paid", "G H")]).await;
        order_as(app, owl.id, BuyerKind::Business, "Teutodata eG", "", &[("online", "I J")]).await;
        // Nobody knows.
        let gone = order_as(app, owl.id, BuyerKind::Person, "", "", &[("online", "K L")]).await;
        order_as(app, owl.id, BuyerKind::Person, "Freifunk", "", &[("online", "M N")]).await;
        give_back(app, owl.id, &gone).await;
        let staff = app.staff(Role::Organiser).await;
        let page = staff.get("/owl/desk/statistics/people").await.expect(200);
        assert_eq!(
            rows(&page, "kinds"),
            [
                "Öffentliche Stelle | 3 | 50 % | 0 | 0",
                "Unternehmen | 2 | 33 % | 0 | 0",
                "Privatperson | 1 | 17 % | 1 | 0",
                "zusammen | 6 | 100 % | 1 | 0",
            ]
        );
        assert_eq!(
            rows(&page, "towns"),
            [
                "Delbrück | 3 | 50 % | 0 | 0",
                "Bielefeld | 1 | 17 % | 0 | 0",
                "Lemgo | 1 | 17 % | 0 | 0",
                "unbekannt | 1 | 17 % | 1 | 0",
                "zusammen | 6 | 100 % | 1 | 0",
            ]
        );
        let names = |id: &str| -> Vec<String> {
            rows(&page, id).iter().map(|row| row.split(" | ").take(2).collect::<Vec<_>>().join(" ")).collect()
        };
        assert_eq!(names("carriers"), ["Stadt Delbrück 3", "Kreis Höxter 0"]);
        let organisations = ["Stadt Delbrück 3", "Teutodata eG 2", "Freifunk 1", "ohne Organisation 0", "zusammen 6"];
        assert_eq!(names("organisations"), organisations);
        assert_eq!(names("sources").len(), 1);
        app.run_jobs().await;
    })
    .await;
}

async fn money(app: &App, congress: Uuid, code: &str, cents: i64, back: bool) {
    let order = order_to_settle(app.store.read(), &Actor::system(), congress, code).await.expect("an order");
    let form = MoneyForm {
        cents,
        method: Method::Transfer,
        day: app.store.now().date_naive(),
        reference: String::new(),
        note: String::new(),
        shown: None,
    };
    let request = app.store.chance().opaque_id();
    if back {
        refund::refund(&app.store, &order, request, &form).await.expect("pays back");
    } else {
        incoming::receive(&app.store, &order, request, &form).await.expect("receives");
    }
}

#[tokio::test]
async fn money_is_told_by_category_and_rate() {
    Box::pin(run(async |app| {
        let owl = selling(app).await;
        let mut dinner = world::category("dinner", ticketing::entity::category::Place::OnSite, 3_000);
        dinner.vat_basis_points = 700;
        let tx = app.store.begin().await.expect("begins");
        ticketing::service::category::add(&tx, &Actor::system(), owl.id, dinner).await.expect("a category");
        tx.commit().await.expect("commits");
        let body = |people: &'static [(&str, &str)]| {
            order_as(app, owl.id, BuyerKind::PublicBody, "Stadt Lemgo", "Lemgo", people)
        };
        // Nobody pays for this one in time: it expires, and counts no more.
        let late = body(&[("paid", "Imke Vahle")]).await;
        invoice::follow(&app.store, late.id, false).await.expect("an invoice");
        app.advance(TimeDelta::days(11));
        // Overdue from the fifteenth day on; expired after three more.
        let overdue = body(&[("paid", "Ruth Budde"), ("dinner", "Ruth Budde")]).await;
        invoice::follow(&app.store, overdue.id, false).await.expect("an invoice");
        app.advance(TimeDelta::days(16));
        expiry::sweep(&app.store).await.expect("sweeps");
        let paid = body(&[("paid", "Petra Kemper"), ("dinner", "Petra Kemper")]).await;
        money(app, owl.id, &paid.code, 7_900 + 500, false).await;
        let part = body(&[("paid", "Nils Cordes")]).await;
        money(app, owl.id, &part.code, 1_000, false).await;
        let back = body(&[("paid", "Gesa Dreier"), ("dinner", "Gesa Dreier")]).await;
        money(app, owl.id, &back.code, 7_900, false).await;
        give_back(app, owl.id, &back).await;
        money(app, owl.id, &back.code, 6_000, true).await;
        // Who waits for an answer owes nothing yet.
        crate::ticketing::access::set(app, owl.id, "dinner", |access| access.needs_approval = true).await;
        assert_eq!(body(&[("dinner", "Wolf Ebert")]).await.state, order::State::AwaitingApproval);
        let staff = app.staff(Role::Finance).await;
        let page = staff.get("/owl/desk/statistics/money").await.expect(200);
        assert_eq!(
            rows(&page, "money"),
            [
                // 60,00 paid back for 49,00 and 30,00: 37,22 and 22,78.
                "Ticket paid, 19 % USt. | 3 | 147,00 | 49,00 | 98,00 | 49,00 | 37,22",
                "Ticket dinner, 7 % USt. | 2 | 60,00 | 30,00 | 30,00 | 30,00 | 22,78",
                "zusammen | 5 | 207,00 | 79,00 | 128,00 | 79,00 | 60,00",
            ]
        );
        assert_eq!(
            rows(&page, "account"),
            [
                "eingegangen | 173,00",
                "erstattet | 60,00",
                "davon angezahlt, Bestellung noch offen | 10,00",
                // 5,00 of the first, 19,00 of the one that was given back.
                "davon zu viel gezahlt, noch zu erstatten | 24,00",
                "verblieben | 113,00",
            ]
        );
        let only = table(&staff, "/owl/desk/statistics/money?category=dinner", "money").await;
        assert_eq!(only, ["Ticket dinner, 7 % USt. | 2 | 60,00 | 30,00 | 30,00 | 30,00 | 22,78"]);
        app.deliver().await;
    }))
    .await;
}

#[tokio::test]
async fn money_is_for_those_who_answer_for_it() {
    run(async |app| {
        let owl = selling(app).await;
        app.order(owl.id, &[("online", "Petra Kemper")]).await;
        let privacy = app.staff(Role::Privacy).await;
        privacy.get("/owl/desk/statistics/money").await.expect(404);
        let page = privacy.get("/owl/desk/statistics").await.expect(200);
        assert_eq!(page.words("nav ul.cluster a"), ["Verlauf", "Vergleich", "Teilnehmende", "Einlass"]);
        privacy.post_form("/owl/desk/statistics/exports", &[("table", "money")]).await.expect(404);
        let all = privacy.post_form("/owl/desk/statistics/exports", &[("table", "all")]).await.expect(200);
        let book: Xlsx<_> = Xlsx::new(Cursor::new(all.bytes.to_vec())).expect("a workbook");
        assert!(!book.sheet_names().iter().any(|name| name.contains("Verkauft")), "{:?}", book.sheet_names());
        app.staff(Role::Programme).await.get("/owl/desk/statistics").await.expect(404);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn each_table_is_a_file_and_all_are_one_and_who_takes_them_is_kept() {
    run(async |app| {
        three_weeks(app).await;
        let staff = app.staff(Role::Organiser).await;
        let fields = [("table", "categories"), ("category", "online")];
        let one = staff.post_form("/owl/desk/statistics/exports", &fields).await.expect(200);
        assert!(one.header("content-disposition").contains("owl-statistik-"));
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(one.bytes.to_vec())).expect("a workbook");
        assert_eq!(book.sheet_names(), ["Nach Kategorie"]);
        let range = book.worksheet_range("Nach Kategorie").expect("a sheet");
        let row: Vec<String> = range.rows().nth(1).expect("a row").iter().map(Data::to_string).collect();
        assert_eq!(row, ["Ticket online", "3", "100", "0", "0", "0"]);
        let all = staff.post_form("/owl/desk/statistics/exports", &[("table", "all")]).await.expect(200);
        let book: Xlsx<_> = Xlsx::new(Cursor::new(all.bytes.to_vec())).expect("a workbook");
        assert_eq!(book.sheet_names().len(), 12, "{:?}", book.sheet_names());
        staff.post_form("/owl/desk/statistics/exports", &[("table", "nonsense")]).await.expect(404);
        let log = staff.get("/owl/desk/audit").await.expect(200).text();
        assert!(log.contains("Liste als Datei heruntergeladen: Statistik, 1 Zeile"), "who took it along is kept");
    })
    .await;
}

#[tokio::test]
async fn an_edition_is_compared_with_the_one_before_by_days_before_it_begins() {
    run(async |app| {
        let first = app.congress("first", 10).await;
        app.order(first.id, &[("online", "A B"), ("online", "C D")]).await;
        app.advance(TimeDelta::days(20));
        app.order(first.id, &[("online", "E F")]).await;
        app.advance(TimeDelta::days(50));
        let second = app.congress("second", 10).await;
        app.order(second.id, &[("online", "G H")]).await;
        app.advance(TimeDelta::days(10));
        let staff = app.staff(Role::Organiser).await;
        let told = table(&staff, "/second/desk/statistics/comparison", "comparison").await;
        assert_eq!(
            told,
            [
                "35 Tage | 0 | 0 | 0",
                "28 Tage | 1 | 2 | −1",
                "21 Tage | 1 | 2 | −1",
                "14 Tage | – | 2 | –",
                "7 Tage | – | 3 | –",
                "am Tag des Beginns | – | 3 | –",
            ]
        );
        let alone = staff.get("/first/desk/statistics/comparison").await.expect(200);
        assert!(alone.text().contains("keine frühere Ausgabe"));
        assert_eq!(rows(&alone, "comparison")[1], "28 Tage | 2");
    })
    .await;
}

#[tokio::test]
async fn who_did_not_come_is_told_once_it_has_begun() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let order = app
            .order(owl.id, &[("on-site", "Petra Kemper"), ("on-site", "Lea Temme"), ("online", "Nour Al-Khatib")])
            .await;
        order_as(app, owl.id, BuyerKind::Person, "", "", &[("on-site", "Ulf Vahle")]).await;
        let staff = app.staff(Role::Organiser).await;
        let page = staff.get("/owl/desk/statistics/door").await.expect(200);
        assert!(page.words("main p").join(" ").contains("sobald der Kongress begonnen hat"));
        app.advance(TimeDelta::days(30) + TimeDelta::hours(1));
        let token = app.token(Some(owl.id), &[base::Permission::CheckInsWrite]).await;
        for _ in 0..2 {
            // Twice at the door is once there.
            let body = serde_json::json!({ "ticket": order.attendees[0].number, "nonce": crate::kit::actor::nonce() });
            token.post_json("/api/v1/congresses/owl/check-ins", &body).await.expect(200);
        }
        let staff = app.staff(Role::Organiser).await;
        let page = staff.get("/owl/desk/statistics/door").await.expect(200);
        let of_all =
            ["Ticket on-site | 3 | 1 | 2 | 67 %", "Ticket paid | 0 | 0 | 0 | –", "zusammen | 3 | 1 | 2 | 67 %"];
        assert_eq!(rows(&page, "door-categories"), of_all);
        let kinds = rows(&page, "door-kinds");
        assert_eq!(kinds[0], "Öffentliche Stelle | 2 | 1 | 1 | 50 %");
        assert_eq!(kinds[2], "Privatperson | 1 | 0 | 1 | 100 %");
    })
    .await;
}

#[tokio::test]
async fn many_take_no_more_statements_than_few() {
    run(async |app| {
        let owl = selling(app).await;
        let staff = app.staff(Role::Organiser).await;
        let mut seen: Vec<Vec<u64>> = vec![];
        for people in [1, 30] {
            for n in 0..people {
                let name = format!("Person N{people}x{n}");
                order_as(app, owl.id, BuyerKind::Business, &format!("Firma {n}"), "Lemgo", &[("paid", &name)]).await;
            }
            let mut counts = vec![];
            for part in ["", "/comparison", "/people", "/money", "/vouchers", "/door"] {
                counts.push(statements(app, &staff, &format!("/owl/desk/statistics{part}")).await);
            }
            seen.push(counts);
        }
        assert_eq!(seen[0], seen[1]);
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn test_orders_count_nowhere() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        app.order(owl.id, &[("online", "Petra Kemper")]).await;
        let (account, staff) = app.member("Lea Temme", "lea@staff.example", Role::Organiser, None).await;
        let tries = Actor::staff(account, "Lea Temme", Language::De, vec![]);
        let mut form = world::form(&[("online", "Max Muster"), ("on-site", "Erika Muster")]);
        form.test = true;
        form.source = order::Source::Desk;
        place(&app.store, &tries, owl.id, form).await.expect("a test order");
        let categories = table(&staff, "/owl/desk/statistics", "categories").await;
        assert_eq!(categories.last().map(String::as_str), Some("zusammen | 1 | 100 % | 0 | 0 | 0"));
        let page = staff.get("/owl/desk/statistics/people").await.expect(200);
        for (id, told) in [("kinds", "zusammen | 1 "), ("organisations", "Stadt Delbrück | 1 ")] {
            assert!(rows(&page, id).iter().any(|row| row.starts_with(told)), "{id}: {:?}", rows(&page, id));
        }
        let compared = table(&staff, "/owl/desk/statistics/comparison", "comparison").await;
        assert!(!compared.iter().any(|row| row.ends_with("| 3")), "{compared:?}");
        app.advance(TimeDelta::days(30) + TimeDelta::hours(1));
        let staff = app.staff(Role::Organiser).await;
        let door = table(&staff, "/owl/desk/statistics/door", "door-categories").await;
        assert_eq!(door[0], "Ticket on-site | 0 | 0 | 0 | –");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_goes_beside_a_ticket_counts_as_money_and_admits_nobody() {
    run(async |app| {
        let owl = selling(app).await;
        let mut dinner = world::category("dinner", ticketing::entity::category::Place::OnSite, 4_500);
        dinner.kind = ticketing::entity::category::Kind::AddOn;
        dinner.vat_basis_points = 700;
        let tx = app.store.begin().await.expect("begins");
        ticketing::service::category::add(&tx, &Actor::system(), owl.id, dinner).await.expect("a category");
        tx.commit().await.expect("commits");
        let mut form = world::form(&[("paid", "Petra Kemper")]);
        form.attendees[0].extras = vec!["dinner".into()];
        let order = place(&app.store, &Actor::guest(Language::De), owl.id, form).await.expect("an order").order;
        money(app, owl.id, &order.code, 9_400, false).await;
        // A free ticket brings nothing itself, and has no line.
        let mut free = world::form(&[("online", "Lea Nolte")]);
        free.attendees[0].extras = vec!["dinner".into()];
        place(&app.store, &Actor::guest(Language::De), owl.id, free).await.expect("an order");
        let staff = app.staff(Role::Finance).await;
        assert_eq!(
            table(&staff, "/owl/desk/statistics/money", "money").await,
            [
                "Ticket paid, 19 % USt. | 1 | 49,00 | 49,00 | 0,00 | 0,00 | 0,00",
                "Ticket dinner, 7 % USt. | 2 | 90,00 | 45,00 | 45,00 | 0,00 | 0,00",
                "zusammen | 3 | 139,00 | 94,00 | 45,00 | 0,00 | 0,00",
            ]
        );
        let categories = table(&staff, "/owl/desk/statistics", "categories").await;
        assert!(!categories.iter().any(|row| row.contains("dinner")), "{categories:?}");
        app.run_jobs().await;
    })
    .await;
}
