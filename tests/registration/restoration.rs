//! A cancellation that is undone while there is room, once.

use super::voucher::{add, of};
use crate::kit::world::form;
use crate::kit::{App, run};
use base::{Actor, Language, Uuid};
use chrono::TimeDelta;
use payment::service::restoration::{restore, restore_one};
use registration::RegistrationError;
use registration::entity::{attendee, order};
use registration::form::{OrderForm, VoucherForm};
use registration::load::{self, Attendee, Manage, Order};
use registration::query::order::{OrderView, view};
use registration::service::cancellation::{cancel, cancel_attendee, cancel_by_hand};
use registration::service::order::place;

async fn by_hand(app: &App, placed: &order::Model) -> Order<Manage> {
    load::order_to_manage(app.store.read(), &Actor::system(), placed.congress_id, &placed.code).await.unwrap()
}

async fn by_link(app: &App, placed: &order::Model, position: &str) -> Attendee {
    let key = &app.program.state.link_key;
    let secret = load::order_secret(key, placed);
    let conn = app.store.read();
    let order = load::order_by_link(conn, key, placed.congress_id, &placed.code, &secret).await.unwrap();
    load::attendee_of(conn, &order, position).await.unwrap()
}

async fn now(app: &App, placed: &order::Model) -> OrderView {
    let row = by_hand(app, placed).await.row().clone();
    view(app.store.read(), row).await.unwrap()
}

async fn ids(app: &App, placed: &order::Model) -> Vec<Uuid> {
    now(app, placed).await.attendees.iter().map(|a| a.attendee.id).collect()
}

fn is_closed<T>(result: Result<T, RegistrationError>) -> bool {
    matches!(result, Err(RegistrationError::Closed))
}

#[tokio::test]
async fn a_ticket_comes_back_as_it_was_with_its_code() {
    run(async |app: &App| {
        let congress = app.congress("owl", 2).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await.order;
        let before = now(app, &placed).await;
        let office = app.staff(identity::Role::Organiser).await;
        cancel(&app.store, &by_hand(app, &placed).await, None, "Versehen").await.unwrap();
        assert_eq!(now(app, &placed).await.order.state, order::State::Cancelled);
        let desk = format!("/owl/desk/orders/{}", placed.code);
        assert!(office.get(&desk).await.expect(200).text().contains("/restoration?position=1"));
        office.get(&format!("{desk}/restoration?position=1")).await.expect(200);
        office.post_form(&format!("{desk}/restoration"), &[]).await.expect(422);
        for _ in 0..2 {
            let fields = [("position", "1"), ("position", "2")];
            office.post_form(&format!("{desk}/restoration"), &fields).await.expect(303);
        }
        let after = now(app, &placed).await;
        assert_eq!(after.order.state, order::State::Confirmed);
        for (a, b) in before.attendees.iter().zip(&after.attendees) {
            assert_eq!((a.attendee.ticket_serial, a.attendee.state), (b.attendee.ticket_serial, b.attendee.state));
        }
        assert!(office.get(&desk).await.expect(200).text().contains("Stornierung zurückgenommen: Henrik Stallmann"));
        assert!(!office.get(&desk).await.text().contains("Mail noch einmal angefordert"));
        // Cancelled and told again: that is another cancellation, with a mail of its own.
        let order = by_hand(app, &placed).await;
        let all = ids(app, &placed).await;
        for _ in 0..2 {
            cancel_by_hand(&app.store, &order, &all[..1], "krank", true).await.unwrap();
            app.deliver().await;
            restore(&app.store, &order, &all[..1], false).await.unwrap();
        }
        let told = app.smtp.mails();
        let henrik = told.iter().filter(|m| m.to.contains("henrik.stallmann")).count();
        assert_eq!(henrik, 2);
        cancel_by_hand(&app.store, &order, &all[..1], "krank", false).await.unwrap();
        restore(&app.store, &order, &all[..1], true).await.unwrap();
        // That the ticket goes once more is a part of it.
        let history = office.get(&desk).await.expect(200).words(".timeline li").join("\n");
        assert!(history.contains("Mail mit Ticket noch einmal geschickt: Henrik Stallmann"), "{history}");
        assert!(!history.contains("angefordert"), "{history}");
        let secret = load::order_secret(&app.program.state.link_key, order.row());
        let own = app.guest().get(&format!("/owl/orders/{}/{secret}", placed.code)).await.expect(200);
        assert!(!own.text().contains("nochmal angefordert"));
        let mailbox = format!("/owl/desk/mailboxes/{}", placed.mailbox_id);
        assert!(!office.get(&mailbox).await.expect(200).text().contains("angefordert"));
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn a_place_that_somebody_else_has_is_not_given_back() {
    run(async |app: &App| {
        let congress = app.congress("owl", 2).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await.order;
        cancel(&app.store, &by_hand(app, &placed).await, None, "").await.unwrap();
        app.order(congress.id, &[("on-site", "Jan Brand")]).await;
        let (order, all) = (by_hand(app, &placed).await, ids(app, &placed).await);
        let both = restore(&app.store, &order, &all, false).await;
        assert!(matches!(both, Err(RegistrationError::SoldOut { quota, .. }) if quota == "seats"));
        assert_eq!(now(app, &placed).await.order.state, order::State::Cancelled, "all of them or none");
        assert_eq!(restore(&app.store, &order, &all[1..], false).await.unwrap(), 1);
        let office = app.staff(identity::Role::Organiser).await;
        let path = format!("/owl/desk/orders/{}/restoration", placed.code);
        let full = office.post_form(&path, &[("position", "1")]).await.expect(409);
        assert!(full.text().contains("ausgebucht"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_place_comes_back_once_however_often_one_asks() {
    run(async |app: &App| {
        let congress = app.congress("owl", 1).await;
        let first = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        cancel(&app.store, &by_hand(app, &first).await, None, "").await.unwrap();
        let second = app.order(congress.id, &[("on-site", "Lea Nolte")]).await.order;
        cancel(&app.store, &by_hand(app, &second).await, None, "").await.unwrap();
        let mut tries = vec![];
        for placed in [&first, &second, &first, &second, &first] {
            let (store, order) = (app.store.clone(), by_hand(app, placed).await);
            let all = ids(app, placed).await;
            tries.push(tokio::spawn(async move { restore(&store, &order, &all, false).await }));
        }
        let mut back = 0;
        for one in tries {
            match one.await.unwrap() {
                Ok(n) => back += n,
                Err(error) => {
                    let refused = matches!(error, RegistrationError::SoldOut { .. } | RegistrationError::Closed);
                    assert!(refused, "{error:?}");
                }
            }
        }
        assert_eq!(back, 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_holds_a_link_thinks_again_within_a_day() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let people = [("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte"), ("on-site", "Jan Brand")];
        let placed = app.order(congress.id, &people).await.order;
        cancel_attendee(&app.store, &by_link(app, &placed, "1").await, "").await.unwrap();
        let key = &app.program.state.link_key;
        let here = address::Order::new("owl", &placed.code, load::order_secret(key, &placed)).path();
        let guest = app.guest();
        guest.get(&format!("{here}/attendees/1/restoration")).await.expect(200);
        for _ in 0..2 {
            guest.post_form(&format!("{here}/attendees/1/restoration"), &[]).await.expect(303);
        }
        let page = guest.get(&here).await.expect(200);
        assert_eq!(page.words(".notice"), ["Dieses Ticket ist nicht mehr storniert."]);
        assert_eq!(page.words(".ticket-card .kern-badge")[0], "Gültig");
        // What the organisers cancelled is theirs to undo, and tomorrow is too late.
        let two = ids(app, &placed).await[1];
        cancel_by_hand(&app.store, &by_hand(app, &placed).await, &[two], "doppelt", false).await.unwrap();
        assert!(is_closed(restore_one(&app.store, &by_link(app, &placed, "2").await).await));
        cancel_attendee(&app.store, &by_link(app, &placed, "3").await, "").await.unwrap();
        app.advance(TimeDelta::hours(24));
        assert!(is_closed(restore_one(&app.store, &by_link(app, &placed, "3").await).await));
        let staff = load::attendee_of(app.store.read(), &by_hand(app, &placed).await, "3").await.unwrap();
        assert_eq!(restore_one(&app.store, &staff).await.unwrap(), 1);
        assert_eq!(now(app, &placed).await.attendees[2].attendee.state, attendee::State::Valid);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_ordered_gives_some_of_the_tickets_back_having_seen_which() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let people = [("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte"), ("on-site", "Jan Brand")];
        let placed = app.order(congress.id, &people).await.order;
        let key = &app.program.state.link_key;
        let here = address::Order::new("owl", &placed.code, load::order_secret(key, &placed)).path();
        let (path, guest) = (format!("{here}/cancellation"), app.guest());
        let page = guest.get(&path).await.expect(200);
        assert_eq!(page.attributes("[name=position]", "value"), ["1", "2", "3"]);
        let none = guest.get(&format!("{path}?chosen=yes")).await.expect(200);
        assert!(none.text().contains("mindestens ein Ticket"));
        let page = guest.get(&format!("{path}?position=1&position=3")).await.expect(200);
        assert_eq!(page.words("main li strong"), ["Henrik Stallmann", "Jan Brand"]);
        let seen = page.attributes("[name=seen]", "value").remove(0);
        let fields = [("seen", seen.as_str()), ("position", "1"), ("position", "3"), ("reason", "krank")];
        // Somebody moves one of them to another ticket meanwhile: it is shown anew.
        let three = by_link(app, &placed, "3").await;
        let shown = registration::service::rebooking::seen(three.row());
        payment::service::rebooking::rebook(&app.store, &three, &shown, "online", false).await.unwrap();
        let again = guest.post_form(&path, &fields).await.expect(303);
        assert_eq!(again.location(), format!("{path}?position=1&position=3"));
        assert_eq!(now(app, &placed).await.held().count(), 3);
        let seen = guest.get(again.location()).await.expect(200).attributes("[name=seen]", "value").remove(0);
        let fields = [("seen", seen.as_str()), ("position", "1"), ("position", "3"), ("reason", "krank")];
        for told in ["2 Tickets sind storniert.", "Diese Tickets waren schon storniert."] {
            assert_eq!(guest.post_form(&path, &fields).await.expect(303).location(), here);
            assert!(guest.get(&here).await.expect(200).words(".notice")[0].starts_with(told), "{told}");
        }
        let left: Vec<i32> = now(app, &placed).await.held().map(|a| a.attendee.position).collect();
        assert_eq!(left, [2]);
    })
    .await;
}

#[tokio::test]
async fn a_voucher_is_used_again_as_long_as_a_use_is_left() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        add(app, congress.id, of("EINMAL", 1)).await;
        let place = async |name: &str| {
            let voucher = Some(VoucherForm { code: "EINMAL".into(), reach: 1 });
            let form = OrderForm { voucher, ..form(&[("on-site", name)]) };
            place(&app.store, &Actor::guest(Language::De), congress.id, form).await.unwrap().order
        };
        let first = place("Lea Nolte").await;
        let (order, all) = (by_hand(app, &first).await, ids(app, &first).await);
        cancel(&app.store, &order, None, "").await.unwrap();
        assert_eq!(restore(&app.store, &order, &all, false).await.unwrap(), 1);
        cancel(&app.store, &order, None, "").await.unwrap();
        place("Jan Brand").await;
        let used_up = restore(&app.store, &order, &all, false).await;
        assert!(matches!(used_up, Err(RegistrationError::Voucher(_))), "{used_up:?}");
        assert_eq!(now(app, &first).await.order.state, order::State::Cancelled);
    })
    .await;
}
