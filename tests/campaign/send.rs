//! Sending: each once, whatever happens.

use super::{added, letter, now, people};
use crate::kit::dkim::verify;
use crate::kit::smtp::{Received, Step};
use crate::kit::{App, run};
use crate::post::dkim::{ED25519, pem};
use ::base::{Actor, Uuid};
use ::campaign::entity::campaign::{Model, State, halt};
use ::campaign::query::recipient::{Results, results};
use ::campaign::rules::plan::Relative;
use ::campaign::rules::segment::{Criterion, Group, Segment, Term};
use ::campaign::service::campaign::{Draft, Plan, go_on, plan, send_doubtful, start, stop, stop_restored};
use ::campaign::service::send::SEND;
use ::chrono::TimeDelta;
use ::congress::service::part::{Basics, Part, change};
use ::serde_json::json;
use ::std::collections::BTreeSet;
use ::std::time::Duration;
use ::web::form::Seen;

async fn begun(app: &App, row: &Model) {
    start(&app.store, &Actor::system(), row, row.version).await.unwrap();
}

async fn figures(app: &App, id: Uuid) -> Results {
    results(app.store.read(), id).await.unwrap()
}

fn letters(app: &App) -> Vec<Received> {
    app.smtp.mails().into_iter().filter(|mail| mail.header("List-Unsubscribe").is_some()).collect()
}

#[tokio::test]
async fn everybody_who_is_meant_gets_one_in_their_language_and_pressed_twice_it_begins_once() {
    run(async |app: &App| {
        let owl = people(app, 12).await;
        let row = added(app, owl, letter("Anreise")).await;
        begun(app, &row).await;
        begun(app, &row).await;
        app.run_jobs().await;
        let mails = letters(app);
        let to: BTreeSet<_> = mails.iter().map(|mail| mail.to.clone()).collect();
        assert_eq!((mails.len(), to.len()), (12, 12));
        let ids: BTreeSet<_> = mails.iter().filter_map(|mail| mail.header("Message-ID")).collect();
        assert_eq!(ids.len(), 12);
        let mail = &mails[0];
        assert_eq!(mail.header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
        assert_eq!(mail.header("Auto-Submitted").as_deref(), Some("auto-generated"));
        let words = crate::call::words(mail);
        assert!(words.contains("bis morgen") && words.contains("/owl/my/"), "{words}");
        assert!(words.contains("Guten Tag Ada "), "{words}");
        let done = figures(app, row.id).await;
        assert_eq!(done, Results { all: 12, sent: 12, ..Results::default() });
        assert_eq!(now(app, row.id).await.state, State::Done);
        // Who ordered and does not come is called by the name in the order.
        let only = Term { not: true, criterion: Criterion::Ticket };
        let segment = Segment { any: vec![Group { all: vec![only] }] };
        let row = added(app, owl, Draft { segment, ..letter("An die Bestellenden") }).await;
        begun(app, &row).await;
        app.run_jobs().await;
        let mail = letters(app).pop().expect("a letter");
        assert_eq!((figures(app, row.id).await.sent, &*mail.to), (1, "p.kemper@delbrueck.example"));
        assert!(crate::call::words(&mail).contains("Guten Tag Petra Kemper"));
        // What it says is the campaign's, and is not kept once more with each mail.
        let kept =
            "SELECT count(*) FROM message WHERE kind = 'campaign.letter' AND (text IS NOT NULL OR html IS NOT NULL)";
        assert_eq!(app.count(kept).await, 0);
    })
    .await;
}

#[tokio::test]
async fn letters_are_signed_with_the_address_that_ends_them() {
    let folder = tempfile::TempDir::new().unwrap();
    let key = data_encoding::BASE64.decode(ED25519.as_bytes()).unwrap();
    let file = pem(folder.path(), "PRIVATE KEY", &key).unwrap();
    let app = App::start_with(|config| {
        config.dkim_domain = Some("owl.example".into());
        config.dkim_selector = Some("k1".into());
        config.dkim_key_file = Some(file);
    });
    let app = app.await;
    let owl = people(&app, 1).await;
    let row = added(&app, owl, letter("Anreise")).await;
    begun(&app, &row).await;
    app.run_jobs().await;
    let mail = letters(&app).remove(0);
    let record = post::Dkim::new(Some("owl.example"), Some("k1"), folder.path().join("PRIVATE KEY.pem").to_str());
    let record = record.unwrap().expect("a key").record();
    let signature = verify(&mail.data, "k1", &record).unwrap();
    assert!(signature.signs("list-unsubscribe") > 0 && signature.signs("list-unsubscribe-post") > 0);
}

#[tokio::test]
async fn what_a_lost_line_leaves_in_doubt_is_shown_and_goes_again_only_when_somebody_says_so() {
    run(async |app: &App| {
        let owl = people(app, 4).await;
        let row = added(app, owl, letter("Anreise")).await;
        app.smtp.script(&[Step::DropAfterData]);
        begun(app, &row).await;
        app.run_jobs().await;
        let done = figures(app, row.id).await;
        assert_eq!((done.sent, done.in_doubt), (3, 1));
        app.advance(TimeDelta::hours(2));
        app.run_jobs().await;
        assert_eq!(letters(app).len(), 4);
        assert_eq!(now(app, row.id).await.state, State::Done);
        assert_eq!(send_doubtful(&app.store, &Actor::system(), &row).await.unwrap(), 1);
        app.deliver().await;
        let (mails, done) = (letters(app), figures(app, row.id).await);
        assert_eq!((mails.len(), done.sent, done.in_doubt), (5, 4, 0));
        let ids: BTreeSet<_> = mails.iter().filter_map(|mail| mail.header("Message-ID")).collect();
        assert_eq!(ids.len(), 4, "the one that goes again has the Message-ID that it had");
    })
    .await;
}

#[tokio::test]
async fn a_killed_worker_leaves_in_doubt_no_more_than_it_had_connections_and_nobody_gets_two() {
    run(async |app: &App| {
        let owl = people(app, 20).await;
        let row = added(app, owl, letter("Anreise")).await;
        begun(app, &row).await;
        // The server takes some and then answers nobody; the worker is killed in the middle.
        app.smtp.script(&[Step::Accept, Step::Accept, Step::Accept, Step::Silent, Step::Silent]);
        let sending = ::campaign::service::send::send(&app.program.outbox, json!({ "campaign": row.id }));
        assert!(tokio::time::timeout(Duration::from_millis(700), Box::pin(sending)).await.is_err());
        let lost = figures(app, row.id).await;
        assert!((1..=post::bulk::CONNECTIONS as u64).contains(&lost.sending), "{lost:?}");
        app.run_jobs().await;
        let done = figures(app, row.id).await;
        assert_eq!((done.sending, done.queued, done.sent + done.in_doubt), (0, 0, 20), "{done:?}");
        assert_eq!(done.in_doubt, lost.sending);
        let ids: Vec<_> = letters(app).iter().filter_map(|mail| mail.header("Message-ID")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "no Message-ID came twice");
    })
    .await;
}

#[tokio::test]
async fn stopped_and_going_on_nobody_is_left_out_and_nobody_gets_two() {
    run(async |app: &App| {
        let owl = people(app, 3).await;
        let row = added(app, owl, letter("Anreise")).await;
        begun(app, &row).await;
        stop(&app.store, &Actor::system(), &row).await.unwrap();
        app.run_jobs().await;
        assert_eq!((letters(app).len(), figures(app, row.id).await.queued), (0, 3));
        go_on(&app.store, &Actor::system(), &row).await.unwrap();
        go_on(&app.store, &Actor::system(), &row).await.unwrap();
        app.run_jobs().await;
        assert_eq!(letters(app).len(), 3);
        assert!(start(&app.store, &Actor::system(), &row, row.version).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn greylisting_delays_one_and_a_server_that_is_busy_stops_all_for_a_while() {
    run(async |app: &App| {
        let owl = people(app, 8).await;
        let row = added(app, owl, letter("Anreise")).await;
        app.smtp.script(&[Step::Greylist, Step::RefuseRecipient]);
        begun(app, &row).await;
        app.run_jobs().await;
        let first = figures(app, row.id).await;
        assert_eq!((first.sent, first.waiting, first.failed), (6, 1, 1), "{first:?}");
        app.advance(TimeDelta::minutes(10));
        app.deliver().await;
        assert_eq!(figures(app, row.id).await.sent, 7);
        let row = added(app, owl, letter("Noch einmal")).await;
        app.smtp.script(&[Step::Recipient("421 4.7.0 too many, come back later"); post::bulk::CONNECTIONS]);
        begun(app, &row).await;
        app.run_jobs().await;
        let halted = figures(app, row.id).await;
        assert!(halted.queued >= 1 && now(app, row.id).await.state == State::Running, "{halted:?}");
        app.advance(TimeDelta::minutes(5));
        app.run_jobs().await;
        app.advance(TimeDelta::minutes(5));
        app.deliver().await;
        // The address that there is not is blocked by now.
        let done = figures(app, row.id).await;
        assert_eq!((done.sent, done.blocked, done.queued), (7, 1, 0), "{done:?}");
    })
    .await;
}

#[tokio::test]
async fn a_plan_begins_by_itself_moves_with_its_congress_and_does_not_fire_late() {
    run(async |app: &App| {
        let owl = people(app, 2).await;
        let system = Actor::system();
        let row = added(app, owl, letter("Morgen")).await;
        let at = app.store.now() + TimeDelta::hours(5);
        assert!(plan(&app.store, &system, &row, row.version, Plan::At(app.store.now())).await.is_err());
        plan(&app.store, &system, &row, row.version, Plan::At(at)).await.unwrap();
        app.advance(TimeDelta::hours(4));
        app.run_jobs().await;
        assert_eq!(letters(app).len(), 0);
        app.advance(TimeDelta::hours(1) + TimeDelta::minutes(1));
        app.run_jobs().await;
        assert_eq!(letters(app).len(), 2);
        // Nothing ran for a day: somebody looks first.
        let late = added(app, owl, letter("Zu spät")).await;
        let at = app.store.now() + TimeDelta::hours(1);
        plan(&app.store, &system, &late, late.version, Plan::At(at)).await.unwrap();
        app.advance(TimeDelta::days(1));
        app.run_jobs().await;
        let stopped = now(app, late.id).await;
        assert_eq!((stopped.state, stopped.halted.as_deref()), (State::Stopped, Some(halt::LATE)));
        assert_eq!(letters(app).len(), 2);
        go_on(&app.store, &system, &late).await.unwrap();
        app.run_jobs().await;
        assert_eq!(letters(app).len(), 4);
    })
    .await;
}

/// Puts the congress so many days later.
async fn put_off(app: &App, congress: Uuid, days: i64) {
    let row = congress::query::by_id(app.store.read(), congress).await.unwrap().unwrap();
    let now = Basics::of(&row);
    let by = TimeDelta::days(days);
    let new = Basics { starts_at: now.starts_at + by, ends_at: now.ends_at + by, ..now.clone() };
    change(&app.store, &Actor::system(), congress, new, &Seen::of(&now)).await.unwrap();
    app.run_jobs().await;
}

#[tokio::test]
async fn what_goes_by_the_congress_begins_earlier_or_later_with_it() {
    run(async |app: &App| {
        let owl = people(app, 1).await;
        let row = added(app, owl, letter("In drei Tagen")).await;
        let by = Plan::By(Relative::Before { days: 3, minute: 9 * 60 });
        plan(&app.store, &Actor::system(), &row, row.version, by).await.unwrap();
        let first = now(app, row.id).await.planned_at.unwrap();
        put_off(app, owl, -14).await;
        assert_eq!(now(app, row.id).await.planned_at.unwrap(), first - TimeDelta::days(14));
        put_off(app, owl, 21).await;
        let at = now(app, row.id).await.planned_at.unwrap();
        assert_eq!(at, first + TimeDelta::days(7));
        // What comes after it, too: also where its end alone moves.
        let thanks = added(app, owl, letter("Danke")).await;
        let by = Plan::By(Relative::After { days: 2, minute: 9 * 60 });
        plan(&app.store, &Actor::system(), &thanks, thanks.version, by).await.unwrap();
        let after = now(app, thanks.id).await.planned_at.unwrap();
        let congress = congress::query::by_id(app.store.read(), owl).await.unwrap().unwrap();
        assert!(after > congress.ends_at);
        let was = Basics::of(&congress);
        let longer = Basics { ends_at: was.ends_at + TimeDelta::days(1), ..was.clone() };
        change(&app.store, &Actor::system(), owl, longer, &Seen::of(&was)).await.unwrap();
        app.run_jobs().await;
        assert_eq!(now(app, thanks.id).await.planned_at.unwrap(), after + TimeDelta::days(1));
        // The times that it had before come and go.
        app.advance(first - app.store.now() + TimeDelta::minutes(5));
        app.run_jobs().await;
        assert_eq!(letters(app).len(), 0);
        app.advance(at - app.store.now() + TimeDelta::minutes(5));
        app.run_jobs().await;
        assert_eq!(letters(app).len(), 1);
        // Put forward so far that its time is long over: nobody is written to by surprise.
        let late = added(app, owl, letter("Zu spät")).await;
        let by = Plan::By(Relative::Before { days: 1, minute: 9 * 60 });
        plan(&app.store, &Actor::system(), &late, late.version, by).await.unwrap();
        put_off(app, owl, -2).await;
        assert_eq!(now(app, late.id).await.halted.as_deref(), Some(halt::LATE));
        assert_eq!(letters(app).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_stood_still_or_was_put_back_from_a_copy_waits_for_somebody() {
    run(async |app: &App| {
        let owl = people(app, 2).await;
        let row = added(app, owl, letter("Alt")).await;
        begun(app, &row).await;
        app.advance(TimeDelta::hours(1));
        app.run_jobs().await;
        let stopped = now(app, row.id).await;
        assert_eq!((stopped.state, stopped.halted.as_deref()), (State::Stopped, Some(halt::STALE)));
        go_on(&app.store, &Actor::system(), &row).await.unwrap();
        assert_eq!(stop_restored(&app.store).await.unwrap(), 1);
        app.run_jobs().await;
        assert_eq!(now(app, row.id).await.halted.as_deref(), Some(halt::RESTORED));
        assert_eq!((letters(app).len(), SEND), (0, "campaign.send"));
    })
    .await;
}
