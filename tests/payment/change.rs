//! What is owed after each change: another ticket, giving back, taking again. Always: open = total − payments + refunds.

use super::selling;
use crate::kit::{App, run};
use base::Actor;
use chrono::TimeDelta;
use payment::entity::invoice::Kind;
use payment::query::{Account, account};
use payment::service::rebooking::rebook;
use payment::service::restoration::restore;
use payment::service::{expiry, payment as payments};
use registration::RegistrationError;
use registration::entity::{attendee, order};
use registration::load::{self, Attendee, Manage, Order};
use registration::service::cancellation::cancel_by_hand;
use registration::service::rebooking;
use ticketing::entity::category::Place;

async fn by_hand(app: &App, placed: &order::Model) -> Order<Manage> {
    load::order_to_manage(app.store.read(), &Actor::system(), placed.congress_id, &placed.code).await.unwrap()
}

async fn first(app: &App, placed: &order::Model) -> Attendee {
    load::attendee_of(app.store.read(), &by_hand(app, placed).await, "1").await.unwrap()
}

async fn money(app: &App, placed: &order::Model) -> Account {
    account(app.store.read(), by_hand(app, placed).await.row()).await.unwrap()
}

async fn pay(app: &App, placed: &order::Model, cents: i64) {
    let conn = app.store.read();
    let order = load::order_to_settle(conn, &Actor::system(), placed.congress_id, &placed.code).await.unwrap();
    let form = payment::form::MoneyForm {
        cents,
        method: payment::entity::payment::Method::Transfer,
        day: app.store.now().date_naive(),
        reference: String::new(),
        note: String::new(),
        shown: None,
    };
    payments::receive(&app.store, &order, app.store.chance().opaque_id(), &form).await.unwrap();
    app.run_jobs().await;
}

/// The state of the order and of its first ticket, and what is open.
async fn stands(app: &App, placed: &order::Model) -> (order::State, attendee::State, i64) {
    let (order, one) = (by_hand(app, placed).await, first(app, placed).await);
    (order.row().state, one.row().state, money(app, placed).await.balance.open())
}

async fn move_to(app: &App, placed: &order::Model, category: &str) -> Result<(), RegistrationError> {
    let one = first(app, placed).await;
    let done = rebook(&app.store, &one, &rebooking::seen(one.row()), category, false).await;
    app.run_jobs().await;
    done
}

/// 49 euros for `paid`, 99 for `dear`.
async fn two_prices(app: &App) -> congress::entity::congress::Model {
    let owl = selling(app).await;
    let tx = app.store.begin().await.unwrap();
    let dear = crate::kit::world::category("dear", Place::OnSite, 9900);
    ticketing::service::category::add(&tx, &Actor::system(), owl.id, dear).await.unwrap();
    tx.commit().await.unwrap();
    owl
}

#[tokio::test]
async fn a_paid_ticket_moves_up_for_the_difference_and_down_for_money_back() {
    run(async |app: &App| {
        use attendee::State::{Unpaid, Valid};
        use order::State::{AwaitingPayment, Confirmed};
        let owl = two_prices(app).await;
        let placed = app.order(owl.id, &[("paid", "Petra Kemper"), ("paid", "Lea Nolte")]).await.order;
        app.run_jobs().await;
        pay(app, &placed, 9800).await;
        assert_eq!(stands(app, &placed).await, (Confirmed, Valid, 0));
        let before = money(app, &placed).await.invoices;
        assert_eq!(before.len(), 1);

        move_to(app, &placed, "dear").await.unwrap();
        assert_eq!(stands(app, &placed).await, (AwaitingPayment, Unpaid, 5000));
        let order = by_hand(app, &placed).await;
        let view = registration::query::order::view(app.store.read(), order.row().clone()).await.unwrap();
        assert_eq!(view.attendees[1].attendee.state, Valid, "the other ticket is paid");
        let after = money(app, &placed).await.invoices;
        let kinds: Vec<Kind> = after.iter().map(|i| i.kind).collect();
        assert_eq!(kinds, [Kind::Invoice, Kind::Cancellation, Kind::Invoice]);
        assert_eq!(after[2].gross_cents, 14_800);
        assert!(order.row().payment_due_at.unwrap() > app.store.now(), "a day of its own");
        // Nobody loses a place for which some money came in.
        app.advance(TimeDelta::days(20));
        assert_eq!(expiry::sweep(&app.store).await.unwrap(), 0);
        pay(app, &placed, 5000).await;
        assert_eq!(stands(app, &placed).await, (Confirmed, Valid, 0));

        move_to(app, &placed, "paid").await.unwrap();
        assert_eq!(stands(app, &placed).await, (Confirmed, Valid, -5000));
        let office = app.staff(identity::Role::Finance).await;
        let page = office.get(&format!("/owl/desk/orders/{}", placed.code)).await.expect(200);
        assert!(page.text().contains("50,00"), "what is to be paid back stands there");
        // What was paid too much counts for the next: the ticket stays good.
        move_to(app, &placed, "dear").await.unwrap();
        assert_eq!(stands(app, &placed).await, (Confirmed, Valid, 0));
        move_to(app, &placed, "online").await.unwrap();
        assert_eq!(stands(app, &placed).await, (Confirmed, Valid, -9900));
    })
    .await;
}

#[tokio::test]
async fn what_comes_back_is_good_as_far_as_it_is_paid() {
    run(async |app: &App| {
        use attendee::State::{Unpaid, Valid};
        use order::State::{AwaitingPayment, Confirmed};
        let owl = two_prices(app).await;
        let placed = app.order(owl.id, &[("paid", "Petra Kemper"), ("online", "Lea Nolte")]).await.order;
        app.run_jobs().await;
        pay(app, &placed, 4900).await;
        let (order, one) = (by_hand(app, &placed).await, first(app, &placed).await.row().id);
        cancel_by_hand(&app.store, &order, &[one], "krank", false).await.unwrap();
        app.run_jobs().await;
        assert_eq!(stands(app, &placed).await, (Confirmed, attendee::State::Cancelled, -4900));
        restore(&app.store, &order, &[one], false).await.unwrap();
        app.run_jobs().await;
        assert_eq!(stands(app, &placed).await, (Confirmed, Valid, 0));
        let kinds: Vec<Kind> = money(app, &placed).await.invoices.iter().map(|i| i.kind).collect();
        assert_eq!(kinds, [Kind::Invoice, Kind::Cancellation, Kind::Invoice]);

        // Nothing paid: it waits, and has its days again.
        let other = app.order(owl.id, &[("paid", "Jan Brand")]).await.order;
        app.run_jobs().await;
        let (order, one) = (by_hand(app, &other).await, first(app, &other).await.row().id);
        cancel_by_hand(&app.store, &order, &[one], "krank", false).await.unwrap();
        app.run_jobs().await;
        app.advance(TimeDelta::days(3));
        restore(&app.store, &order, &[one], false).await.unwrap();
        app.run_jobs().await;
        assert_eq!(stands(app, &other).await, (AwaitingPayment, Unpaid, 4900));
        let due = by_hand(app, &other).await.row().payment_due_at.unwrap();
        assert!(due > app.store.now() + TimeDelta::days(13));
    })
    .await;
}

#[tokio::test]
async fn who_does_not_pay_chooses_nothing_dearer() {
    run(async |app: &App| {
        let owl = two_prices(app).await;
        let placed = app.order(owl.id, &[("paid", "Lea Nolte")]).await.order;
        app.run_jobs().await;
        let key = &app.program.state.link_key;
        let row = first(app, &placed).await.row().clone();
        let own = address::My::new("owl", load::attendee_secret(key, &placed, &row)).path();
        let guest = app.guest();
        let page = guest.get(&format!("{own}/category")).await.expect(200);
        assert!(page.text().contains("Ticket online") && !page.text().contains("Ticket dear"));
        let seen = rebooking::seen(&row);
        let secret = load::attendee_secret(key, &placed, &row);
        let lea = load::attendee_by_link(app.store.read(), key, owl.id, &secret).await.unwrap();
        let dear = rebook(&app.store, &lea, &seen, "dear", false).await;
        assert!(matches!(dear, Err(RegistrationError::OtherPrice)));

        let here = address::Order::new("owl", &placed.code, load::order_secret(key, &placed)).path();
        let path = format!("{here}/attendees/1/category");
        let page = guest.get(&format!("{path}?category=dear")).await.expect(200);
        assert!(page.text().contains("99,00") && page.text().contains("gilt das Ticket am Einlass nicht"));
        let shown = page.attributes("[name=seen]", "value").remove(0);
        let cheaper = [("seen", shown.as_str()), ("category", "dear"), ("cents", "9800")];
        let again = guest.post_form(&path, &cheaper).await.expect(303);
        assert_eq!(again.location(), format!("{path}?category=dear"), "it is not the price that was shown");
        let fields = [("seen", shown.as_str()), ("category", "dear"), ("cents", "9900")];
        for _ in 0..2 {
            assert_eq!(guest.post_form(&path, &fields).await.expect(303).location(), here, "twice is once");
        }
        app.run_jobs().await;
        assert_eq!(stands(app, &placed).await, (order::State::AwaitingPayment, attendee::State::Unpaid, 9900));
        let other = [("seen", shown.as_str()), ("category", "online"), ("cents", "0")];
        let again = guest.post_form(&path, &other).await.expect(303);
        assert_eq!(again.location(), format!("{path}?category=online"), "it is no longer what was shown");
        guest.get(&format!("{own}/category?category=paid")).await.expect(200);
        app.run_jobs().await;
    })
    .await;
}
