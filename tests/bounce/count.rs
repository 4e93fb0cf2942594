//! Reports that are handed over, one by one.

use super::{HENRIK, alerts, mailbox, mails, ordered, page};
use crate::kit::smtp::Step;
use crate::kit::{App, run};
use crate::program::process::Place;
use chrono::TimeDelta;
use identity::Role;
use identity::service::bounce::{Taken, sweep, take};
use post::entity::message::Model as Message;
use post::{BounceAddress, State, Trouble, report};

/// A report of Postfix about a mail, that came back to this address.
fn dsn(id: &str, to: &str, mail: &Message, code: &str, said: &str) -> report::Report {
    report::read(raw(id, to, mail, code, said).as_bytes())
}

fn raw(id: &str, to: &str, mail: &Message, code: &str, said: &str) -> String {
    let action = if code.starts_with('4') { "delayed" } else { "failed" };
    format!(
        "From: MAILER-DAEMON@mail.test\r\nTo: {to}\r\nMessage-ID: <{id}@mail.test>\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.test\r\n\r\n\
         Final-Recipient: rfc822; {}\r\nAction: {action}\r\nStatus: {code}\r\nDiagnostic-Code: smtp; {said}\r\n\r\n--b\r\n\
         Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{}>\r\n\r\n--b--\r\n",
        mail.to_address, mail.message_id
    )
}

const OURS: &str = "kongress@owl.example";

#[tokio::test]
async fn a_dead_address_is_told_to_the_office_and_to_the_buyer_who_names_another() {
    run(async |app: &App| {
        let order = ordered(app).await;
        let staff = app.staff(Role::Organiser).await;
        let mail = mails(app, HENRIK).await.remove(0);
        assert_eq!(mail.state, State::Sent);
        // Out of office, and one about a mail that we never sent.
        let mut away = dsn("away", OURS, &mail, "5.1.1", "");
        away.what = report::What::Automatic;
        assert_eq!(take(&app.store, None, &away).await.unwrap(), Taken::Nothing);
        let other = Message { message_id: "nothing@else.test".into(), ..mail.clone() };
        assert_eq!(take(&app.store, None, &dsn("x", OURS, &other, "5.1.1", "")).await.unwrap(), Taken::Unknown);
        let late = dsn("late", OURS, &mail, "4.4.1", "connection timed out");
        assert_eq!(take(&app.store, None, &late).await.unwrap(), Taken::New);
        assert_eq!((mailbox(app, HENRIK).await.bounces, mails(app, HENRIK).await[0].state), (0, State::Sent));
        assert!(!alerts(&staff, &order).await.contains(HENRIK), "it is still tried");

        let gone = dsn("gone", OURS, &mail, "5.1.1", "550 5.1.1 User unknown");
        assert_eq!(take(&app.store, None, &gone).await.unwrap(), Taken::New);
        assert_eq!(take(&app.store, None, &gone).await.unwrap(), Taken::Nothing, "the same report counts once");
        let again = dsn("again", OURS, &mail, "5.1.1", "550 5.1.1 User unknown");
        assert_eq!(take(&app.store, None, &again).await.unwrap(), Taken::New);
        let dead = mailbox(app, HENRIK).await;
        assert_eq!((dead.bounces, dead.blocked_at.is_some()), (1, true), "and so does the same mail");
        let back = mails(app, HENRIK).await.remove(0);
        assert_eq!((back.state, back.trouble), (State::Failed, Some(Trouble::Recipient)));

        let told = alerts(&staff, &order).await;
        assert!(told.contains(&format!("Mails an {HENRIK} kommen zurück, zuletzt am")), "{told}");
        assert!(told.contains("Diese Mailadresse gibt es nicht.") && told.contains("550 5.1.1"), "{told}");
        let shown = staff.get(&format!("/owl/desk/mails/{}", mail.id)).await.expect(200);
        assert!(shown.words("main").join("").contains("zurückgekommen"));
        assert!(shown.words(".timeline").join("").contains("Unterwegs aufgehalten"));

        // A ticket goes there all the same if somebody asks for it.
        staff.post_form(&format!("/owl/desk/orders/{}/mail", order.code), &[("position", "1")]).await.expect(303);
        app.deliver().await;
        assert_eq!(mails(app, HENRIK).await.iter().filter(|mail| mail.state == State::Sent).count(), 1);

        let buyer = app.guest();
        let own = buyer.get(&page(app, &order)).await.expect(200);
        assert!(own.words(".kern-alert").join("").contains("Mails an Henrik Stallmann kommen nicht an"));
        let form = format!("{}/attendees/1/address", page(app, &order));
        assert!(own.attributes("main .kern-alert a", "href").contains(&form));
        buyer.get(&form).await.expect(200);
        buyer.post_form(&form, &[("email", "kein Zeichen")]).await.expect(422);
        for _ in 0..2 {
            buyer.post_form(&form, &[("email", "henrik@lemgo.example")]).await.expect(303);
        }
        app.deliver().await;
        assert_eq!(mails(app, "henrik@lemgo.example").await.len(), 1, "the ticket went there, once");
        let own = buyer.get(&page(app, &order)).await.expect(200);
        assert!(!own.text().contains("kommen nicht an"));
        assert!(!alerts(&staff, &order).await.contains(HENRIK));
        buyer.post_form(&form, &[("email", "jemand@anders.example")]).await.expect(303);
        app.deliver().await;
        assert!(mails(app, "jemand@anders.example").await.is_empty(), "only while mails come back");
    })
    .await;
}

#[tokio::test]
async fn soft_bounces_add_up_what_is_refused_at_once_counts_and_a_mail_that_stays_away_resets() {
    run(async |app: &App| {
        app.smtp.script(&[Step::Accept, Step::RefuseRecipient]);
        let order = ordered(app).await;
        let (buyer, again) = (app.guest(), format!("{}/mail", page(app, &order)));
        let refused: Vec<_> =
            mails(app, HENRIK).await.into_iter().chain(mails(app, "p.kemper@delbrueck.example").await).collect();
        let refused = refused.iter().filter(|mail| mail.state == State::Failed).map(|mail| mail.to_address.clone());
        let refused: Vec<_> = refused.collect();
        assert_eq!(refused.len(), 1, "one of the two mails");
        app.run_jobs().await;
        let hard = mailbox(app, &refused[0]).await;
        assert_eq!((hard.bounces, hard.blocked_at.is_some()), (1, true));

        let whose = if refused[0] == HENRIK { "p.kemper@delbrueck.example" } else { HENRIK };
        for n in 0..3 {
            let mail = mails(app, whose).await.into_iter().find(|mail| mail.state == State::Sent).unwrap();
            let full = dsn(&format!("full-{n}"), OURS, &mail, "5.2.2", "552 5.2.2 over quota");
            assert_eq!(take(&app.store, None, &full).await.unwrap(), Taken::New);
            let now = mailbox(app, whose).await;
            assert_eq!((now.bounces, now.blocked_at.is_some()), (n + 1, n == 2));
            buyer.post_form(&again, &[]).await.expect(303);
            app.deliver().await;
        }
        app.advance(TimeDelta::hours(25));
        sweep(&app.store).await.unwrap();
        assert_eq!(mailbox(app, whose).await.bounces, 3, "what was sent at once proves nothing");
        buyer.post_form(&again, &[]).await.expect(303);
        app.deliver().await;
        app.advance(TimeDelta::hours(25));
        sweep(&app.store).await.unwrap();
        let now = mailbox(app, whose).await;
        assert_eq!((now.bounces, now.blocked_at), (0, None));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_makes_up_bounces_of_mails_that_others_got() {
    let app = App::start_with(|config| config.bounce_address = Some("Bounces@owl.example".into())).await;
    ordered(&app).await;
    let mail = mails(&app, HENRIK).await.remove(0);
    let sent = app.smtp.mails();
    let sent = sent.iter().find(|sent| sent.to == HENRIK).unwrap();
    assert!(sent.from.starts_with("bounces+") && sent.from.ends_with("@owl.example"), "{}", sent.from);
    assert!(sent.from.split('@').next().unwrap().len() <= 64);
    assert!(sent.header("From").unwrap().contains("kongress@owl.example"));
    let bounces = app.program.outbox.bounces.as_ref().unwrap();
    assert_eq!(bounces.message(&sent.from.to_uppercase()), Some(mail.id));
    let mut forged = sent.from.clone();
    forged.replace_range(35..36, if &forged[35..36] == "a" { "b" } else { "a" });
    for wrong in [forged.as_str(), "bounces@owl.example", "bounces+@owl.example", "bounces+ä@owl.example", "@"] {
        assert_eq!(bounces.message(wrong), None, "{wrong}");
    }
    // The stamp tells, though the report returned nothing.
    let unknown = Message { message_id: String::new(), ..mail.clone() };
    let taken = take(&app.store, Some(bounces), &dsn("stamped", &sent.from, &unknown, "5.1.1", "")).await.unwrap();
    assert_eq!(taken, Taken::New);
    let taken = take(&app.store, Some(bounces), &dsn("forged", &forged, &unknown, "5.1.1", "")).await.unwrap();
    assert_eq!(taken, Taken::Unknown);
    let key = app.program.state.link_key.clone();
    for wrong in ["bounces", "a+b@owl.example", "bounces-of-this-congress-and-all-others@owl.example"] {
        assert!(BounceAddress::new(wrong, key.clone()).is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn the_mail_server_hands_over_what_came_back_and_keeps_it_while_nobody_can_take_it() {
    let app = App::start().await;
    ordered(&app).await;
    let mail = mails(&app, HENRIK).await.remove(0);
    let gone = raw("gone", OURS, &mail, "5.1.1", "550 5.1.1 User unknown");
    let place = Place::on(&app.database().url);
    let away = place.run_with(&["bounce"], "").await;
    assert_eq!((away.code, away.out.as_str()), (Some(0), ""), "what is no report is taken: {away:?}");
    let taken = place.run_with(&["bounce"], &gone).await;
    assert_eq!(taken.code, Some(0), "{taken:?}");
    assert_eq!(mailbox(&app, HENRIK).await.bounces, 1);
    let broken = place.with("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing").run_with(&["bounce"], &gone).await;
    assert_eq!(broken.code, Some(75), "{broken:?}");
    assert!(broken.err.contains("kongress: "), "{broken:?}");
}
