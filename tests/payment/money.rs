//! Paid, part paid, overpaid, too late, not at all.

use super::{finance, selling};
use crate::kit::{App, run};
use base::{Actor, Uuid};
use chrono::TimeDelta;
use payment::query::account;
use payment::service::{expiry, payment as payments, refund};
use registration::entity::{attendee, order};
use registration::load::{Order, Settle, order_to_settle};
use registration::service::settlement::Settled;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

fn transfer(cents: i64) -> payment::form::MoneyForm {
    payment::form::MoneyForm {
        cents,
        method: payment::entity::payment::Method::Transfer,
        day: chrono::NaiveDate::from_ymd_opt(2027, 1, 15).unwrap(),
        reference: "OWL-2027-0001".into(),
        note: String::new(),
        shown: None,
    }
}

async fn loaded(app: &App, code: &str) -> Order<Settle> {
    let owl = congress::query::by_slug(app.store.read(), "owl").await.unwrap().unwrap();
    order_to_settle(app.store.read(), &Actor::system(), owl.id, code).await.unwrap()
}

pub async fn pay(app: &App, code: &str, cents: i64) -> Settled {
    let order = loaded(app, code).await;
    payments::receive(&app.store, &order, app.store.chance().opaque_id(), &transfer(cents)).await.unwrap()
}

async fn states(app: &App, code: &str) -> (order::State, Vec<attendee::State>, i64) {
    let order = loaded(app, code).await;
    let view = registration::query::order::view(app.store.read(), order.row().clone()).await.unwrap();
    let open = account(app.store.read(), &view.order).await.unwrap().balance.open();
    (view.order.state, view.attendees.iter().map(|a| a.attendee.state).collect(), open)
}

/// The next paid ticket is the last one.
async fn one_place(app: &App, congress: Uuid) {
    let quota = ticketing::service::quota::NewQuota {
        slug: "hall".into(),
        name: "Saal".into(),
        size: Some(1),
        categories: vec!["paid".into()],
    };
    let key = (congress, app.store.chance().opaque_id());
    registration::service::quota::create(&app.store, &Actor::system(), key, quota).await.unwrap();
}

#[tokio::test]
async fn tickets_are_good_when_all_of_it_is_there() {
    run(async |app| {
        let owl = selling(app).await;
        let form = registration::form::OrderForm {
            notify: true,
            ..crate::kit::world::form(&[("paid", "Petra Kemper"), ("online", "Nour Al-Khatib")])
        };
        let placed = registration::service::order::place(&app.store, &Actor::guest(base::Language::De), owl.id, form)
            .await
            .unwrap();
        let code = placed.order.code;
        app.run_jobs().await;
        use attendee::State::{Unpaid, Valid};
        assert_eq!(states(app, &code).await, (order::State::AwaitingPayment, vec![Unpaid, Valid], 4900));
        let before = app.smtp.mails().len();
        assert!(app.smtp.mails().iter().any(|m| m.text().contains("OWL-")), "the invoice went out");
        assert_eq!(pay(app, &code, 2000).await, Settled::AsItWas);
        assert_eq!(states(app, &code).await, (order::State::AwaitingPayment, vec![Unpaid, Valid], 2900));
        let (order, request) = (loaded(app, &code).await, app.store.chance().opaque_id());
        let twice = [
            payments::receive(&app.store, &order, request, &transfer(2900)).await.unwrap(),
            payments::receive(&app.store, &order, request, &transfer(2900)).await.unwrap(),
        ];
        assert_eq!(twice, [Settled::Confirmed, Settled::AsItWas], "a double click is one payment");
        assert_eq!(states(app, &code).await, (order::State::Confirmed, vec![Valid, Valid], 0));
        app.run_jobs().await;
        assert!(app.smtp.mails().len() > before, "the tickets went out");
        // Noted wrongly: they wait for their money again, what costs nothing does not.
        let paid = account(app.store.read(), order.row()).await.unwrap().payments;
        payments::withdraw(&app.store, &order, paid[1].id, "Falsche Bestellung").await.unwrap();
        payments::withdraw(&app.store, &order, paid[1].id, "Falsche Bestellung").await.unwrap();
        assert_eq!(states(app, &code).await, (order::State::AwaitingPayment, vec![Unpaid, Valid], 2900));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_nobody_pays_for_gives_its_places_back_and_takes_them_again_if_there_are_any() {
    run(async |app| {
        let owl = selling(app).await;
        one_place(app, owl.id).await;
        let late = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order.code;
        app.run_jobs().await;
        app.advance(TimeDelta::days(16));
        assert_eq!(expiry::sweep(&app.store).await.unwrap(), 0, "a transfer takes its days");
        app.advance(TimeDelta::days(2));
        assert_eq!(expiry::sweep(&app.store).await.unwrap(), 1);
        assert_eq!(expiry::sweep(&app.store).await.unwrap(), 0);
        assert_eq!(states(app, &late).await, (order::State::Expired, vec![attendee::State::Expired], 0));
        app.run_jobs().await;
        // The money comes after all, and the place is still there.
        assert_eq!(pay(app, &late, 4900).await, Settled::Revived);
        assert_eq!(states(app, &late).await, (order::State::Confirmed, vec![attendee::State::Valid], 0));
        app.run_jobs().await;
        let order = loaded(app, &late).await;
        let invoices = account(app.store.read(), order.row()).await.unwrap().invoices;
        let gross: Vec<i64> = invoices.iter().map(|i| i.gross_cents).collect();
        assert_eq!(gross, [4900, -4900, 4900], "issued, taken back, issued again");
    })
    .await;
}

#[tokio::test]
async fn money_that_comes_when_the_last_place_is_gone_waits_to_be_paid_back() {
    run(async |app| {
        let owl = selling(app).await;
        one_place(app, owl.id).await;
        let late = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order.code;
        app.run_jobs().await;
        app.advance(TimeDelta::days(20));
        assert_eq!(expiry::sweep(&app.store).await.unwrap(), 1);
        app.order(owl.id, &[("paid", "Henrik Stallmann")]).await;
        assert_eq!(pay(app, &late, 4900).await, Settled::NoRoom);
        assert_eq!(states(app, &late).await, (order::State::Expired, vec![attendee::State::Expired], -4900));
        let order = loaded(app, &late).await;
        let more = refund::refund(&app.store, &order, app.store.chance().opaque_id(), &transfer(4901)).await;
        assert!(matches!(more, Err(payment::PaymentError::MoreThanKept { open: 4900 })), "{more:?}");
        let request = app.store.chance().opaque_id();
        for _ in 0..2 {
            refund::refund(&app.store, &order, request, &transfer(4900)).await.unwrap();
        }
        assert_eq!(states(app, &late).await.2, 0);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_payment_and_the_end_of_the_order_at_once_leave_no_half_of_either() {
    run(async |app| {
        let owl = selling(app).await;
        let mut codes = vec![];
        for n in 0..6 {
            codes.push(app.order(owl.id, &[("paid", &format!("Gast {n}"))]).await.order.code);
        }
        app.run_jobs().await;
        app.advance(TimeDelta::days(20));
        let (swept, paid) = tokio::join!(expiry::sweep(&app.store), async {
            let mut settled = vec![];
            for code in codes.iter().rev() {
                settled.push(pay(app, code, 4900).await);
            }
            settled
        });
        swept.unwrap();
        assert!(paid.iter().all(|s| matches!(s, Settled::Confirmed | Settled::Revived)), "{paid:?}");
        for code in &codes {
            assert_eq!(states(app, code).await, (order::State::Confirmed, vec![attendee::State::Valid], 0), "{code}");
        }
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_answers_for_the_money_may_note_it_and_nobody_else() {
    run(async |app| {
        let owl = selling(app).await;
        let code = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order.code;
        app.run_jobs().await;
        let path = format!("/owl/desk/orders/{code}/money");
        finance(app).await.get(&path).await.expect(200);
        app.staff(identity::Role::Door).await.get(&path).await.expect(404);
        app.staff(identity::Role::Privacy).await.get(&path).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn who_gives_a_ticket_back_that_was_not_paid_has_paid_the_others() {
    run(async |app| {
        let owl = selling(app).await;
        let placed = app.order(owl.id, &[("paid", "Petra Kemper"), ("paid", "Nour Al-Khatib")]).await;
        let code = placed.order.code;
        app.run_jobs().await;
        assert_eq!(pay(app, &code, 4900).await, Settled::AsItWas);
        let order =
            registration::load::order_to_manage(app.store.read(), &Actor::system(), owl.id, &code).await.unwrap();
        let one = placed.attendees[1].attendee.id;
        registration::service::cancellation::cancel_by_hand(&app.store, &order, &[one], "", false).await.unwrap();
        app.run_jobs().await;
        use attendee::State::{Cancelled, Valid};
        assert_eq!(states(app, &code).await, (order::State::Confirmed, vec![Valid, Cancelled], 0));
    })
    .await;
}

#[tokio::test]
async fn a_payment_that_is_put_right_does_not_cost_the_places() {
    run(async |app| {
        let owl = selling(app).await;
        let code = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order.code;
        app.run_jobs().await;
        assert_eq!(pay(app, &code, 4900).await, Settled::Confirmed);
        app.advance(TimeDelta::days(60));
        let order = loaded(app, &code).await;
        let paid = account(app.store.read(), order.row()).await.unwrap().payments;
        payments::withdraw(&app.store, &order, paid[0].id, "Es waren 49,50 €").await.unwrap();
        assert_eq!(expiry::sweep(&app.store).await.unwrap(), 0, "they have their days again");
        app.run_jobs().await;
        app.advance(TimeDelta::days(16));
        assert_eq!(expiry::sweep(&app.store).await.unwrap(), 0);
        app.advance(TimeDelta::days(2));
        assert_eq!(expiry::sweep(&app.store).await.unwrap(), 1, "and no more than these");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_refund_that_was_none_makes_the_money_count_again() {
    run(async |app| {
        let owl = selling(app).await;
        let code = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order.code;
        app.run_jobs().await;
        pay(app, &code, 2900).await;
        let order = loaded(app, &code).await;
        refund::refund(&app.store, &order, app.store.chance().opaque_id(), &transfer(2900)).await.unwrap();
        pay(app, &code, 2000).await;
        assert_eq!(states(app, &code).await, (order::State::AwaitingPayment, vec![attendee::State::Unpaid], 2900));
        let wrong = account(app.store.read(), order.row()).await.unwrap().refunds;
        refund::withdraw(&app.store, &order, wrong[0].id, "Andere Bestellung").await.unwrap();
        assert_eq!(states(app, &code).await, (order::State::Confirmed, vec![attendee::State::Valid], 0));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_was_ordered_before_anybody_sold_gets_its_invoice_and_its_day_once() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let code = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order.code;
        let free = app.order(owl.id, &[("online", "Lea Nolte")]).await.order.code;
        app.run_jobs().await;
        assert_eq!(loaded(app, &code).await.row().payment_due_at, None);
        for prefix in ["OWL", "OWL-NEU"] {
            let new = payment::service::seller::Seller { prefix: prefix.into(), ..super::seller() };
            let now = payment::query::seller(app.store.read(), owl.id).await.unwrap();
            let seen = now.as_ref().map(payment::service::seller::Seller::from);
            let seen = seen.map_or_else(|| web::form::Seen::of(&()), |seen| web::form::Seen::of(&seen));
            payment::service::seller::set(&app.store, &Actor::system(), owl.id, new, &seen).await.unwrap();
            app.run_jobs().await;
            let order = loaded(app, &code).await;
            assert!(order.row().payment_due_at.is_some());
            assert_eq!(account(app.store.read(), order.row()).await.unwrap().invoices.len(), 1);
            let order = loaded(app, &free).await;
            assert!(account(app.store.read(), order.row()).await.unwrap().invoices.is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn an_order_that_cannot_be_ended_keeps_none_of_the_others() {
    run(async |app| {
        let owl = selling(app).await;
        let other = app.congress("lippe", 10).await;
        payment::service::seller::set(
            &app.store,
            &Actor::system(),
            other.id,
            super::seller(),
            &web::form::Seen::of(&()),
        )
        .await
        .unwrap();
        app.order(other.id, &[("paid", "Henrik Stallmann")]).await;
        let code = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order.code;
        app.run_jobs().await;
        let broken = congress::entity::congress::Entity::update_many()
            .col_expr(congress::entity::congress::Column::Zone, sea_orm::sea_query::Expr::value("Nowhere"))
            .filter(congress::entity::congress::Column::Id.eq(other.id));
        let tx = app.store.begin().await.unwrap();
        broken.exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        app.advance(TimeDelta::days(20));
        expiry::sweep(&app.store).await.expect_err("told in the end");
        assert_eq!(states(app, &code).await.0, order::State::Expired);
        app.run_jobs().await;
    })
    .await;
}
