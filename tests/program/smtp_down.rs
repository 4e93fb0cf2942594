//! The mail server is away for a day.

use super::congress::{SLUG, addresses, assert_none_doubled, by_address, number};
use crate::kit::app::PUBLIC_URL;
use crate::kit::{App, run, smtp::Server, world::form};
use ::chrono::TimeDelta;
use base::config::Config;
use base::{Actor, Language};
use kongress::Program;
use registration::form::OrderForm;
use registration::service::order::place;
use std::collections::BTreeSet;
use std::net::SocketAddr;

const ORDERS: usize = 10;

/// The same program with another mail server.
async fn mailing_to(app: &App, address: SocketAddr) -> Program {
    let config = Config {
        public_url: Some(PUBLIC_URL.into()),
        smtp_url: Some(format!("smtp://{address}")),
        mail_from: Some("Kongress <kongress@owl.example>".into()),
        ..Config::default()
    };
    Program::new(app.store.clone(), &config).await.expect("the program")
}

/// An order with mails, for two people of their own addresses.
fn notified(n: usize) -> OrderForm {
    let mut form = form(&[("paid", "Henrik Stallmann"), ("paid", "Jürgen Brand")]);
    form.notify = true;
    form.buyer.email = super::congress::buyer(n);
    for (at, attendee) in form.attendees.iter_mut().enumerate() {
        attendee.email = format!("guest-{n}-{at}@delbrueck.example");
    }
    form
}

#[tokio::test]
async fn mails_wait_for_a_server_that_is_away_for_a_day_and_then_go_once() {
    let mut app = App::start().await;
    let address = Server::nowhere().await.expect("an address");
    app.program = mailing_to(&app, address).await;
    let congress = app.congress(SLUG, 100).await;
    for n in 0..ORDERS {
        place(&app.store, &Actor::guest(Language::De), congress.id, notified(n)).await.expect("an order");
    }
    for hour in 0..24 {
        app.run_jobs().await;
        let waiting = number(&app, "SELECT count(*) FROM message WHERE state = 'waiting'").await;
        assert_eq!(waiting, 30, "after {hour} hours every mail still waits");
        app.advance(TimeDelta::hours(1));
    }
    let tries = number(&app, "SELECT CAST(min(attempts) AS bigint) FROM message").await;
    assert!(tries >= 20, "tried every time: {tries}");

    let server = Server::start_at(address).await.expect("the server comes back");
    app.run_jobs().await;
    let mails = server.mails();
    assert_none_doubled(&mails);
    let expected: BTreeSet<String> = (0..ORDERS).flat_map(|n| addresses(n, 2)).collect();
    assert_eq!(by_address(&mails).into_keys().collect::<BTreeSet<_>>(), expected, "everybody has their mail");
    assert_eq!(number(&app, "SELECT count(*) FROM message WHERE state <> 'sent'").await, 0);
    assert_eq!(app.failed_jobs().await, Vec::<String>::new());
    app.advance(TimeDelta::days(4));
    app.run_jobs().await;
    assert_eq!(server.mails().len(), 30, "nothing more comes later");
    app.check_invariants().await;
}

#[tokio::test]
async fn after_three_days_without_a_server_a_mail_has_failed_for_all_to_see_and_can_be_sent_again() {
    let mut app = App::start().await;
    let address = Server::nowhere().await.expect("an address");
    app.program = mailing_to(&app, address).await;
    let congress = app.congress(SLUG, 100).await;
    place(&app.store, &Actor::guest(Language::De), congress.id, notified(1)).await.expect("an order");
    for _ in 0..=72 {
        app.run_jobs().await;
        app.advance(TimeDelta::hours(1));
    }
    app.run_jobs().await;
    assert_eq!(number(&app, "SELECT count(*) FROM message WHERE state = 'failed'").await, 3);
    assert_eq!(app.failed_jobs().await, Vec::<String>::new(), "the job has done its duty: the desk shows the mail");

    let server = Server::start_at(address).await.expect("the server comes back");
    let tx = app.store.begin().await.expect("begins");
    let ids = super::congress::ids(&app, "SELECT id FROM message").await;
    for id in &ids {
        post::again(&tx, &Actor::system(), congress.id, *id).await.expect("goes again");
    }
    tx.commit().await.expect("commits");
    app.run_jobs().await;
    assert_none_doubled(&server.mails());
    assert_eq!(server.mails().len(), 3);
}

#[tokio::test]
async fn a_server_that_takes_a_mail_and_dies_gets_it_again_under_the_same_message_id() {
    run(async |app| {
        let congress = app.congress(SLUG, 100).await;
        app.smtp.script(&[crate::kit::smtp::Step::DropAfterData; 2]);
        place(&app.store, &Actor::guest(Language::De), congress.id, notified(1)).await.expect("an order");
        app.run_jobs().await;
        app.advance(TimeDelta::minutes(1));
        app.run_jobs().await;
        let mails = app.smtp.mails();
        assert_eq!(mails.len(), 5, "two of three came twice");
        assert!(by_address(&mails).values().all(|ids| ids.len() == 1), "each under one Message-ID");
    })
    .await;
}
