//! Invoices: gapless, never changed, in both languages.

use super::selling;
use crate::kit::{App, run};
use base::Actor;
use payment::entity::invoice::{self, Kind};
use payment::service::invoice::follow;
use sea_orm::{EntityTrait, QueryOrder};
use std::collections::BTreeSet;
use tokio::task::JoinSet;

async fn all(app: &App) -> Vec<invoice::Model> {
    invoice::Entity::find().order_by_asc(invoice::Column::Number).all(app.store.read()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_number_is_missing_or_doubled_however_many_are_issued_at_once() {
    run(async |app| {
        let owl = selling(app).await;
        let mut orders = vec![];
        for n in 0..20 {
            orders.push(app.order(owl.id, &[("paid", &format!("Gast {n}"))]).await.order.id);
        }
        let mut issuing = JoinSet::new();
        for order in orders.iter().chain(&orders).copied() {
            let store = app.store.clone();
            issuing.spawn(async move { follow(&store, order, false).await });
        }
        while let Some(done) = issuing.join_next().await {
            done.unwrap().unwrap();
        }
        app.run_jobs().await;
        let issued = all(app).await;
        assert_eq!(issued.len(), 20, "each once, however often it is asked for");
        let numbers: BTreeSet<String> = issued.iter().map(|i| i.number.clone()).collect();
        let year = app.store.now().format("%Y");
        let expected: BTreeSet<String> = (1..=20).map(|n| format!("OWL-{year}-{n:04}")).collect();
        assert_eq!(numbers, expected);
    })
    .await;
}

#[tokio::test]
async fn whatever_changes_takes_the_invoice_back_and_issues_another() {
    run(async |app| {
        let owl = selling(app).await;
        let placed =
            app.order(owl.id, &[("paid", "Petra Kemper"), ("paid", "Nour Al-Khatib"), ("online", "Lea Nolte")]).await;
        app.run_jobs().await;
        let first = all(app).await;
        assert_eq!((first.len(), first[0].gross_cents, first[0].net_cents, first[0].vat_cents), (1, 9800, 8235, 1565));
        let order = registration::load::order_to_manage(app.store.read(), &Actor::system(), owl.id, &placed.order.code)
            .await
            .unwrap();
        let one = placed.attendees[1].attendee.id;
        registration::service::cancellation::cancel_by_hand(&app.store, &order, &[one], "krank", false).await.unwrap();
        app.run_jobs().await;
        let now = all(app).await;
        let told: Vec<(Kind, i64, Option<&str>)> =
            now.iter().map(|i| (i.kind, i.gross_cents, i.content.cancels.as_deref())).collect();
        assert_eq!(
            told,
            [
                (Kind::Invoice, 9800, None),
                (Kind::Cancellation, -9800, Some(first[0].number.as_str())),
                (Kind::Invoice, 4900, None)
            ]
        );
        assert_eq!(now[0], first[0], "an invoice is never changed");
        follow(&app.store, placed.order.id, false).await.unwrap();
        assert_eq!(all(app).await.len(), 3, "it says what is so");
        // The rest is cancelled: nothing is charged any more.
        registration::service::cancellation::cancel(&app.store, &order, None, "").await.unwrap();
        app.run_jobs().await;
        assert_eq!(all(app).await.iter().map(|i| i.gross_cents).sum::<i64>(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_sheet_says_what_the_law_asks_for_in_both_languages() {
    run(async |app| {
        let owl = selling(app).await;
        for (language, words) in [
            (
                base::Language::De,
                ["Rechnung", "Leistung am", "Netto (19 %)", "Umsatzsteuer 19 %", "Verwendungszweck", "Steuernummer"],
            ),
            (base::Language::En, ["Invoice", "Date of service", "Net (19%)", "VAT 19%", "Reference", "Tax number"]),
        ] {
            let mut form = crate::kit::world::form(&[("paid", "Petra Kemper")]);
            form.language = language;
            form.buyer.kind = registration::entity::order::BuyerKind::PublicBody;
            form.buyer.organisation = "Stadt Delbrück".into();
            form.buyer.billing.street = "Marktstraße 6".into();
            form.buyer.billing.postcode = "33129".into();
            form.buyer.billing.town = "Delbrück".into();
            form.buyer.billing.leitweg_id = "04011000-1234512345-06".into();
            let placed =
                registration::service::order::place(&app.store, &Actor::guest(language), owl.id, form).await.unwrap();
            app.run_jobs().await;
            let invoice = payment::query::standing_invoice(app.store.read(), placed.order.id).await.unwrap().unwrap();
            let lines = payment::query::lines(app.store.read(), invoice.id).await.unwrap();
            let slip = |invoice| payment::document::sheet(invoice, &lines, chrono_tz::Europe::Berlin).payment.unwrap();
            let code = slip(&invoice).qr_text.expect("a code");
            assert_eq!(code.lines().nth(7), Some("EUR49.00"), "{code}");
            let francs = invoice::Model { currency: "CHF".into(), ..invoice.clone() };
            assert_eq!(slip(&francs).qr_text, None, "SEPA knows euros only");
            let in_francs = payment::document::invoice_pdf(&francs, &lines, chrono_tz::Europe::Berlin).await.unwrap();
            assert!(text_of(&in_francs).contains("CHF"));
            let bytes = payment::document::invoice_pdf(&invoice, &lines, chrono_tz::Europe::Berlin).await.unwrap();
            let again = payment::document::invoice_pdf(&invoice, &lines, chrono_tz::Europe::Berlin).await.unwrap();
            assert!(bytes == again, "the same invoice gives the same bytes");
            let text = text_of(&bytes);
            for said in words.into_iter().chain([
                "OstWestfalenLippe GmbH",
                "Turnerstraße 5-9",
                "305/5876/1234",
                "Stadt Delbrück",
                "Marktstraße 6",
                "33129 Delbrück",
                "04011000-1234512345-06",
                &invoice.number,
                "DE89 3704 0044 0532 0130 00",
            ]) {
                assert!(text.contains(said), "{said:?} in {text}");
            }
        }
    })
    .await;
}

/// What somebody reads on it.
fn text_of(pdf: &[u8]) -> String {
    let mut child = std::process::Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8", "-", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("pdftotext");
    std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), pdf).expect("it reads");
    let said = child.wait_with_output().expect("it ends").stdout;
    String::from_utf8(said).expect("UTF-8").replace('\u{a0}', " ")
}
