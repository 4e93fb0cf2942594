//! The register of invoices: every number, found, summed up, taken along.

use super::{finance, selling};
use crate::kit::run;
use base::Actor;
use identity::Role;
use payment::entity::invoice;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;

#[tokio::test]
async fn every_number_stands_in_the_register_with_what_took_it_back() {
    run(async |app| {
        let owl = selling(app).await;
        let other = app.congress("later", 10).await;
        let first = app.order(owl.id, &[("paid", "Petra Kemper"), ("paid", "Nour Al-Khatib")]).await;
        app.run_jobs().await;
        let second = app.order(owl.id, &[("paid", "Henrik Stallmann")]).await;
        app.run_jobs().await;
        let order = registration::load::order_to_manage(app.store.read(), &Actor::system(), owl.id, &first.order.code)
            .await
            .unwrap();
        let gone = first.attendees[1].attendee.id;
        registration::service::cancellation::cancel_by_hand(&app.store, &order, &[gone], "krank", false).await.unwrap();
        app.run_jobs().await;
        let staff = finance(app).await;
        let year = app.store.now().format("%Y").to_string();
        let number = |n: usize| format!("OWL-{year}-{n:04}");
        let page = staff.get("/owl/desk/invoices").await.expect(200);
        assert_eq!(page.words("tbody th > a"), [number(4), number(3), number(2), number(1)], "the newest first");
        let told = page.words("tbody th").join(" ");
        assert!(told.contains(&format!("storniert {}", number(1))), "{told}");
        assert!(told.contains(&format!("storniert durch {}", number(3))), "{told}");
        let sum = page.words("tfoot td").join(" ");
        assert!(sum.contains("98,00") && !sum.contains("147,00"), "what was taken back does not count twice: {sum}");
        let found = async |query: &str| {
            let page = staff.get(&format!("/owl/desk/invoices?{query}")).await.expect(200);
            page.words("tbody th > a")
        };
        assert_eq!(found(&format!("q={}", number(2).to_lowercase())).await, [number(2)]);
        assert_eq!(found(&format!("q={}", second.order.code)).await, [number(2)]);
        assert_eq!(found("q=stallmann").await, [number(2)], "by who ordered, however it is written");
        assert_eq!(found("kind=cancellation").await, [number(3)]);
        assert_eq!(found("q=%25").await, [] as [&str; 0], "a sign that means anything in SQL means itself");
        assert_eq!(found("from=2100-01-01").await, [] as [&str; 0]);
        assert_eq!(found("q=Stallmann,+Henrik").await, [number(2)], "as lists have it");
        let last = staff.get("/owl/desk/invoices?page=7").await.expect(303);
        assert!(!last.location().contains("page"), "{}", last.location());
        let pdf = page.attributes("tbody th > a", "href").remove(0);
        assert!(staff.get(&pdf).await.expect(200).bytes.starts_with(b"%PDF"));
        let file = staff.post_form("/owl/desk/invoices/exports", &[("format", "csv")]).await.expect(200).text();
        let rows: Vec<&str> = file.lines().collect();
        assert_eq!(rows.len(), 5, "{file}");
        assert!(rows[1].contains(&number(1)) && rows[4].contains(&number(4)), "in the order of the book: {file}");
        assert!(rows[3].contains("-98"), "{file}");
        let log = app.staff(Role::Organiser).await.get("/owl/desk/audit").await.expect(200).text();
        assert!(log.contains("rechnungen") || log.contains("Rechnungen"), "who took it along is kept");
        let none = app.staff(Role::Finance).await.get(&format!("/{}/desk/invoices", other.slug)).await.expect(200);
        assert!(none.text().contains("noch keine Rechnung"), "another congress has its own");
        app.staff(Role::Programme).await.get("/owl/desk/invoices").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn each_currency_is_summed_up_by_itself() {
    run(async |app| {
        let owl = selling(app).await;
        app.order(owl.id, &[("paid", "Petra Kemper")]).await;
        app.run_jobs().await;
        let tx = app.store.begin().await.unwrap();
        let francs = invoice::Entity::update_many().col_expr(invoice::Column::Currency, Expr::value("CHF"));
        francs.exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        app.order(owl.id, &[("paid", "Lea Nolte"), ("paid", "Nour Al-Khatib")]).await;
        app.run_jobs().await;
        let page = finance(app).await.get("/owl/desk/invoices").await.expect(200);
        let sums = page.words("tfoot tr");
        assert_eq!(sums.len(), 2);
        assert!(sums[0].contains("49,00") && sums[0].contains("CHF"), "{sums:?}");
        assert!(sums[1].contains("98,00 €"), "{sums:?}");
    })
    .await;
}
