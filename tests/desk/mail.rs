//! The outbox.

use super::{statements, with_mails};
use crate::kit::run;
use crate::kit::smtp::Step;
use identity::Role;
use mail_parser::MessageParser;
use post::entity::message;
use registration::load::{attendee_secret, order_secret};
use sea_orm::EntityTrait;

#[tokio::test]
async fn mails_are_listed_by_state() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let empty = staff.get("/owl/desk/mails").await.expect(200);
        assert!(empty.text().contains("Noch ist keine Mail entstanden."));
        app.smtp.script(&[Step::RefuseRecipient]);
        with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let list = staff.get("/owl/desk/mails").await.expect(200);
        assert_eq!(list.words(".topic-chip"), ["Alle 2", "gesendet 1", "fehlgeschlagen 1"]);
        assert_eq!(list.words("tbody tr").len(), 2);
        let failed = staff.get("/owl/desk/mails?state=failed").await.expect(200);
        assert_eq!(failed.words("tbody tr").len(), 1);
        assert_eq!(failed.words(".section-head .number"), ["1 Mail"], "as many as the filter finds");
        assert!(failed.words("tbody tr")[0].contains("550 5.1.1"), "the server's answer is there");
        let none = staff.get("/owl/desk/mails?state=held").await.expect(200);
        assert!(none.words("tbody tr").is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_failed_mail_is_sent_again_under_its_message_id() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::RefuseRecipient, Step::RefuseRecipient]);
        with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let list = staff.get("/owl/desk/mails?state=failed").await.expect(200);
        let path = list.attributes("tbody th > a", "href").remove(0);
        let page = staff.get(&path).await.expect(200);
        assert!(page.words(".letter-text").join("").contains("Henrik Stallmann"));
        assert_eq!(page.words(".timeline li").len(), 2, "queued, failed");
        let led = staff.post_form(&format!("{path}/sending"), &[]).await.expect(303);
        assert_eq!(led.location(), path, "the same mail");
        // It waits now: a second click does not make two.
        let led = staff.post_form(&format!("{path}/sending"), &[]).await.expect(303);
        assert!(staff.get(led.location()).await.words(".notice").join("").contains("Die Mail geht hinaus."));
        app.run_jobs().await;
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words(".section-head .state"), ["gesendet"]);
        assert_eq!(app.smtp.mails().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn held_mails_go_out_one_by_one_or_all_at_once() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::RefuseRecipient, Step::RefuseRecipient, Step::RefuseRecipient]);
        with_mails(app, &owl, &[("on-site", "Henrik Stallmann"), ("online", "Ayşe Kılıç-Brand")]).await;
        // As they are without a mail server.
        let failed = staff.get("/owl/desk/mails?state=failed").await.attributes("tbody th > a", "href");
        let tx = app.store.begin().await.expect("begins");
        for path in &failed {
            let id = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
            post::again(&tx, &base::Actor::system(), owl.id, id).await.expect("waits");
            post::hold(&tx, &base::Actor::system(), owl.id, id).await.expect("is held");
        }
        tx.commit().await.expect("commits");
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 0);
        let overview = staff.get("/owl/desk").await.expect(200);
        assert!(overview.words(".task").join(" ").contains("3 Mails werden zurückgehalten"));
        let one = staff.post_form(&format!("{}/sending", failed[0]), &[]).await.expect(303);
        assert_eq!(one.location(), failed[0]);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 1);
        let list = staff.get("/owl/desk/mails?state=held").await.expect(200);
        let all = list.attributes("[aria-labelledby=held] form", "action").remove(0);
        staff.post_form(&all, &[]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 3);
        assert!(staff.get("/owl/desk/mails").await.words(".notice").join("").contains("2 Mails gehen hinaus."));
    })
    .await;
}

#[tokio::test]
async fn mails_of_another_congress_are_unknown() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        app.congress("lippe", 10).await;
        let staff = app.staff(Role::Organiser).await;
        with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let path = staff.get("/owl/desk/mails").await.attributes("tbody th > a", "href").remove(0);
        let other = path.replace("/owl/", "/lippe/");
        staff.get(&other).await.expect(404);
        staff.post_form(&format!("{other}/sending"), &[]).await.expect(404);
        staff.get("/owl/desk/mails/nonsense").await.expect(404);
        let finance = app.staff(Role::Finance).await;
        assert!(finance.get(&path).await.expect(200).attributes("main form", "action").is_empty());
        finance.post_form(&format!("{path}/sending"), &[]).await.expect(404);
        finance.post_form("/owl/desk/mails/releases", &[]).await.expect(404);
        app.staff(Role::Programme).await.get("/owl/desk/mails").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_long_outbox_takes_no_more_statements_than_a_short_one() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        let staff = app.staff(Role::Organiser).await;
        let names: Vec<String> = (0..29).map(|at| format!("Gast Nummer{at}")).collect();
        let many: Vec<(&str, &str)> = names.iter().map(|name| ("on-site", name.as_str())).collect();
        let mut seen = vec![];
        for attendees in [&many[..1], &many[..]] {
            with_mails(app, &owl, attendees).await;
            seen.push(statements(app, &staff, "/owl/desk/mails").await);
        }
        assert_eq!(seen[0], seen[1], "N+1");
    })
    .await;
}

#[tokio::test]
async fn what_is_kept_of_a_mail_opens_no_order() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann"), ("online", "Ayşe Kılıç-Brand")]).await;
        let view = registration::query::order::view(app.store.read(), order.clone()).await.expect("the order");
        let key = store::key::link_key(&app.store).await.expect("the key");
        let mut secrets = vec![order_secret(&key, &order)];
        secrets.extend(view.attendees.iter().map(|a| attendee_secret(&key, &order, &a.attendee)));
        let sent: Vec<String> = app
            .smtp
            .mails()
            .iter()
            .filter_map(|mail| {
                let mail = MessageParser::default().parse(&mail.data)?;
                Some(format!("{}{}", mail.body_text(0)?, mail.body_html(0)?))
            })
            .collect();
        let kept = message::Entity::find().all(app.store.read()).await.expect("the messages");
        assert_eq!((sent.len(), kept.len()), (3, 3));
        for secret in &secrets {
            assert!(sent.iter().any(|mail| mail.contains(secret)), "the mails carry the links");
        }
        for row in kept {
            let (text, html) = (row.text.expect("its text"), row.html.expect("its html"));
            assert!(text.contains("/owl/") && html.contains("/owl/"), "links are there");
            assert!(text.contains('…') && html.contains('…'));
            for secret in &secrets {
                let secret = secret.rsplit('-').next().unwrap_or(secret);
                assert!(!text.contains(secret) && !html.contains(secret), "their secrets are not");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn several_mails_go_again_as_it_was_shown_and_none_that_arrived() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::RefuseRecipient, Step::RefuseRecipient]);
        with_mails(app, &owl, &[("on-site", "Henrik Stallmann"), ("online", "Ayşe Kılıç-Brand")]).await;
        let page = staff.get("/owl/desk/mails/batch?deed=send&all=1").await.expect(200);
        assert!(page.text().contains("2 Mails gehen gleich hinaus."), "{}", page.text());
        assert!(page.words("#refused-title").is_empty(), "of all, those that it suits are shown");
        let ids = page.attributes("input[name=mail]", "value");
        let listed = staff.get("/owl/desk/mails").await.expect(200).attributes("input[name=mail]", "value");
        let ticked: String = listed.iter().map(|id| format!("&mail={id}")).collect();
        let page = staff.get(&format!("/owl/desk/mails/batch?deed=send{ticked}")).await.expect(200);
        assert!(
            page.words("#refused-title").join("").contains("Mit 1 Mail"),
            "of those ticked, also what does not suit"
        );
        let form = [("deed", "send"), ("mail", ids[0].as_str()), ("mail", ids[1].as_str())];
        let back = staff.post_form("/owl/desk/mails/batch", &form).await.expect(303).location().to_owned();
        assert!(staff.get(&back).await.words(".notice").join("").contains("2 Mails gehen gleich hinaus."));
        // A second click finds them waiting, as was wanted.
        staff.post_form("/owl/desk/mails/batch", &form).await.expect(303);
        assert!(staff.get(&back).await.words(".notice").join("").contains("2 Mails gehen gleich hinaus."));
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 3, "each once");
        let none = staff.get("/owl/desk/mails/batch?deed=send&all=1").await.expect(200);
        assert!(none.attributes("input[name=mail]", "value").is_empty(), "what arrived is left out");
        let file =
            staff.post_form("/owl/desk/mails/exports", &[("format", "csv"), ("state", "sent")]).await.expect(200);
        assert_eq!(file.text().lines().count(), 4, "{}", file.text());
        app.staff(Role::Finance).await.get("/owl/desk/mails/batch").await.expect(404);
    })
    .await;
}
