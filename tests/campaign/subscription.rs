//! Whoever wants no more of these mails.

use super::{added, letter, people};
use crate::kit::world::form;
use crate::kit::{App, run};
use ::base::Actor;
use ::campaign::entity::campaign::Kind;
use ::campaign::query::recipient::results;
use ::campaign::query::segment::NEWSLETTER;
use ::campaign::service::campaign::{Draft, start};
use ::identity::service::consent::{Agreed, give_consent};
use ::registration::form::OrderForm;
use ::registration::service::order::place;

async fn sent(app: &App, congress: ::base::Uuid, draft: Draft) -> ::campaign::query::recipient::Results {
    let row = added(app, congress, draft).await;
    start(&app.store, &Actor::system(), &row, row.version).await.unwrap();
    app.run_jobs().await;
    results(app.store.read(), row.id).await.unwrap()
}

fn link(app: &App, to: &str) -> String {
    let mails = app.smtp.mails();
    let mail = mails.iter().rev().find(|mail| mail.to == to && mail.header("List-Unsubscribe").is_some());
    let url = mail.and_then(|mail| mail.header("List-Unsubscribe")).expect("a link");
    let url = url.trim_start_matches('<').trim_end_matches('>').to_owned();
    url[url.find("/owl/").expect("a path")..].to_owned()
}

#[tokio::test]
async fn one_press_ends_them_a_look_does_not_and_tickets_still_come() {
    run(async |app: &App| {
        let owl = people(app, 2).await;
        sent(app, owl, letter("Eins")).await;
        let link = link(app, "ada.a@delbrueck.example");
        // A mail gateway looks; then the mail program presses, with no cookie and no page.
        let page = app.guest().get(&link).await.expect(200);
        assert_eq!(page.attributes("#want-service", "checked").len(), 1);
        assert_eq!(app.count("SELECT count(*) FROM opt_out").await, 0);
        for _ in 0..2 {
            app.guest().post_form(&link, &[("List-Unsubscribe", "One-Click")]).await.expect(200);
        }
        assert_eq!(app.count("SELECT count(*) FROM opt_out WHERE source = 'one_click' AND kind = 'service'").await, 1);
        let done = sent(app, owl, letter("Zwei")).await;
        assert_eq!((done.sent, done.opted_out), (1, 1));
        let before = app.smtp.mails().len();
        let form = OrderForm { notify: true, ..form(&[("on-site", "Ada A")]) };
        place(&app.store, &Actor::guest(::base::Language::De), owl, form).await.unwrap();
        app.deliver().await;
        assert!(app.smtp.mails().len() > before);
        // A link that somebody made up, and one of another mailbox with this secret.
        let other = self::link(app, "ada.b@delbrueck.example");
        let (path, _) = other.rsplit_once('/').unwrap();
        let (_, secret) = link.rsplit_once('/').unwrap();
        app.guest().post_form(&format!("{path}/{secret}"), &[("List-Unsubscribe", "One-Click")]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn whoever_ends_them_while_it_is_sent_gets_none_and_may_want_them_again() {
    run(async |app: &App| {
        let owl = people(app, 2).await;
        sent(app, owl, letter("Eins")).await;
        let link = link(app, "ada.b@delbrueck.example");
        let row = added(app, owl, letter("Zwei")).await;
        start(&app.store, &Actor::system(), &row, row.version).await.unwrap();
        app.guest().post_form(&format!("{link}/choice"), &[("none", "1")]).await.expect(303);
        app.run_jobs().await;
        let done = results(app.store.read(), row.id).await.unwrap();
        assert_eq!((done.sent, done.opted_out), (1, 1));
        app.guest().post_form(&format!("{link}/choice"), &[("service", "1"), ("news", "1")]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM opt_out").await, 0);
        // News are an agreement, with the words that stood there.
        let consents =
            "SELECT count(*) FROM consent WHERE purpose = 'newsletter' AND source = 'page' AND withdrawn_at IS NULL";
        assert_eq!(app.count(consents).await, 1);
        let done = sent(app, owl, Draft { kind: Kind::News, ..letter("Neues") }).await;
        assert_eq!((done.sent, done.no_consent), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn whoever_agrees_after_they_wanted_none_wants_them_again_and_can_end_them_again() {
    run(async |app: &App| {
        let owl = people(app, 1).await;
        sent(app, owl, letter("Eins")).await;
        let link = link(app, "ada.a@delbrueck.example");
        let choice = format!("{link}/choice");
        app.guest().post_form(&choice, &[("none", "1")]).await.expect(303);
        let news = || Draft { kind: Kind::News, ..letter("Neues") };
        assert_eq!(sent(app, owl, news()).await.opted_out, 1);
        let tx = app.store.begin().await.unwrap();
        let host = congress::query::by_id(&tx, owl).await.unwrap().unwrap().host_id;
        let language = ::base::Language::De;
        let mailbox = identity::service::mailbox::mailbox_for(&tx, host, "ada.a@delbrueck.example", language).await;
        let agreed = Agreed { purpose: NEWSLETTER, wording: "Ja, gern", language, source: "registration" };
        give_consent(&tx, mailbox.unwrap().id, Some(owl), agreed).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(sent(app, owl, news()).await.sent, 1);
        // By the button in that mail.
        let link = self::link(app, "ada.a@delbrueck.example");
        app.guest().post_form(&link, &[("List-Unsubscribe", "One-Click")]).await.expect(200);
        assert_eq!(sent(app, owl, news()).await.opted_out, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_wants_none_gets_none_also_where_the_mail_was_on_its_way_already() {
    use crate::kit::smtp::Step;
    use ::post::entity::message;
    use ::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    run(async |app: &App| {
        let owl = people(app, 1).await;
        sent(app, owl, letter("Eins")).await;
        let link = link(app, "ada.a@delbrueck.example");
        app.smtp.script(&[Step::Greylist]);
        assert_eq!(sent(app, owl, letter("Zwei")).await.waiting, 1);
        app.guest().post_form(&link, &[("List-Unsubscribe", "One-Click")]).await.expect(200);
        let letters = || app.smtp.mails().iter().filter(|mail| mail.header("List-Unsubscribe").is_some()).count();
        let before = letters();
        app.advance(::chrono::TimeDelta::minutes(10));
        app.deliver().await;
        assert_eq!(letters(), before, "not tried again");
        // Nor by hand, as a new mail.
        let desk = app.staff(::identity::Role::Organiser).await;
        let first = message::Entity::find().filter(message::Column::Kind.eq("campaign.letter"));
        let first = first.one(app.store.read()).await.unwrap().unwrap();
        desk.post_form(&format!("/owl/desk/mails/{}/sending", first.id), &[]).await.expect(303);
        app.deliver().await;
        assert_eq!(letters(), before, "not sent again");
    })
    .await;
}
