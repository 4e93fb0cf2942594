//! What happened and who did it: the log, all about one address, the jobs that failed.

use super::{statements, with_mails};
use crate::kit::run;
use base::{Permission, Uuid};
use identity::Role;
use sea_orm::ConnectionTrait;
use serde_json::json;
use store::job::NewJob;

#[tokio::test]
async fn the_log_tells_every_event_in_words_and_leads_to_what_it_is_about() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        let staff = app.staff(Role::Organiser).await;
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let path = format!("/owl/desk/orders/{}", order.code);
        let room = [("name-de", "Saal"), ("name-en", "Hall"), ("seats", "80"), ("position", "1")];
        staff.post_form("/owl/desk/settings/rooms/new", &room).await.expect(303);
        staff.post_form(&format!("{path}/cancellation"), &[("position", "1"), ("reason", "Krank")]).await.expect(303);
        app.run_jobs().await;
        let log = staff.get("/owl/desk/audit").await.expect(200);
        let lines = log.words("tbody th");
        for told in ["Ein Ticket bestellt", "Raum angelegt", "Mail verschickt", "Alles storniert: Henrik Stallmann"] {
            assert!(lines.iter().any(|line| line.contains(told)), "{told}: {lines:#?}");
        }
        assert!(lines.iter().any(|line| line.contains("„Krank“")), "{lines:#?}");
        assert!(!lines.iter().any(|line| line.contains(".added") || line.contains("desk-")), "{lines:#?}");
        assert!(log.attributes("tbody td a", "href").contains(&path));

        let orders = staff.get("/owl/desk/audit?part=orders").await.expect(200).words("tbody th");
        assert_eq!(orders.len(), 2, "{orders:#?}");
        assert!(staff.get("/owl/desk/audit?q=nobody").await.words("tbody th").is_empty());
        assert_eq!(staff.get("/owl/desk/audit?q=%25").await.words("tbody th").len(), 0, "taken literally");
        assert!(staff.get("/owl/desk/audit?until=2020-01-01").await.words("tbody th").is_empty());
        let file = staff.post_form("/owl/desk/audit/exports", &[("format", "csv"), ("part", "orders")]).await;
        let text = file.expect(200).text();
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(text.contains("Alles storniert: Henrik Stallmann;"), "{text}");
        app.staff(Role::Programme).await.get("/owl/desk/audit").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_concerns_no_congress_stands_in_the_log_of_the_installation() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let admin = app.staff(Role::Admin).await;
        app.member("Özlem Ärger", "oezlem@staff.example", Role::Privacy, None).await;
        app.member("Nour Al-Khatib", "nour@staff.example", Role::Door, Some(owl.id)).await;
        app.token(None, &[Permission::OrdersRead]).await;
        app.token(Some(owl.id), &[Permission::OrdersRead]).await;
        let tx = app.store.begin().await.unwrap();
        store::job::enqueue(&tx, NewJob::new("no.such.kind", json!({})).attempts(1)).await.unwrap();
        tx.commit().await.unwrap();
        app.run_jobs().await;
        let jobs = admin.get("/desk/jobs?state=failed").await.expect(200);
        admin.post_form(&jobs.attributes("form[action*=start]", "action")[0], &[]).await.expect(303);
        for from in ["/desk", "/desk/jobs", "/owl/desk/audit"] {
            let page = admin.get(from).await.expect(200);
            assert_eq!(page.attributes("main a[href='/desk/audit']", "href").len(), 1, "{from}");
        }
        let lines = admin.get("/desk/audit").await.expect(200).words("tbody th");
        for told in [
            "Rolle Datenschutz in allen Kongressen gegeben: Özlem Ärger",
            "Konto angelegt: Nour Al-Khatib",
            "Zugang für ein Programm angelegt: test",
            "Aufgabe noch einmal gestartet: Nr. ",
            "Angemeldet: Özlem Ärger",
        ] {
            assert_eq!(lines.iter().filter(|line| line.starts_with(told)).count(), 1, "{told}: {lines:#?}");
        }
        assert!(!lines.iter().any(|line| line.contains("desk-") || line.contains("_")), "{lines:#?}");
        let jobs = admin.get("/desk/audit?part=jobs").await.expect(200).words("tbody th");
        assert_eq!(jobs.len(), 1, "{jobs:#?}");
        let found = admin.get("/desk/audit?q=ärger").await.expect(200).words("tbody td[dir=auto]");
        assert_eq!(found, ["Özlem Ärger"], "who logged in");
        let file = admin.post_form("/desk/audit/exports", &[("format", "csv"), ("part", "jobs")]).await.expect(200);
        assert!(file.header("content-disposition").contains("kongress-protokoll-"));
        assert_eq!(file.text().lines().count(), 2, "{}", file.text());
        let newest = admin.get("/desk/audit").await.expect(200).words("tbody th").remove(0);
        assert!(newest.starts_with("Liste als Datei heruntergeladen: Protokoll, 1 Zeile"), "{newest}");

        let organiser = app.member("Jan Brand", "jan@staff.example", Role::Organiser, Some(owl.id)).await.1;
        for client in [organiser, app.staff(Role::Programme).await] {
            client.get("/desk/audit").await.expect(404);
            client.post_form("/desk/audit/exports", &[("format", "csv")]).await.expect(404);
        }
        let tx = app.store.begin().await.unwrap();
        tx.execute_unprepared("DELETE FROM job WHERE kind = 'no.such.kind'").await.unwrap();
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn log_and_address_take_no_more_statements_for_more() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        let staff = app.staff(Role::Organiser).await;
        let mut seen = vec![];
        for n in [1, 20] {
            let mut mailbox = Uuid::nil();
            for _ in 0..n {
                mailbox = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await.mailbox_id;
            }
            seen.push(statements(app, &staff, "/owl/desk/audit").await);
            seen.push(statements(app, &staff, &format!("/owl/desk/mailboxes/{mailbox}")).await);
        }
        assert_eq!(seen[..2], seen[2..], "N+1");
    })
    .await;
}

#[tokio::test]
async fn an_address_shows_its_orders_tickets_and_mails_of_this_congress_alone() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        app.congress("other", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann"), ("online", "Lea Nolte")]).await;
        let page = staff.get(&format!("/owl/desk/orders/{}", order.code)).await.expect(200);
        // The last is that of who ordered.
        let path = page.attributes("a[href*=mailboxes]", "href").pop().expect("a mailbox");
        let page = staff.get(&path).await.expect(200);
        assert!(page.words("[aria-labelledby=placed] a").contains(&order.code));
        assert!(page.words(".timeline").join(" ").contains("2 Tickets bestellt"));
        assert!(!page.words("[aria-labelledby=mails] li").is_empty());
        staff.get(&path.replace("/owl/", "/other/")).await.expect(404);
        staff.get("/owl/desk/mailboxes/x").await.expect(404);
        app.staff(Role::Door).await.get(&path).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_failed_says_why_and_runs_again() {
    run(async |app| {
        app.congress("owl", 10).await;
        let admin = app.staff(Role::Admin).await;
        assert!(admin.get("/desk/jobs").await.expect(200).text().contains("Nichts wartet"));
        let tx = app.store.begin().await.unwrap();
        store::job::enqueue(&tx, NewJob::new("no.such.kind", json!({})).attempts(1)).await.unwrap();
        tx.commit().await.unwrap();
        app.run_jobs().await;
        let page = admin.get("/desk/jobs?state=failed").await.expect(200);
        assert!(page.words("tbody th").join("").contains("no.such.kind"), "{}", page.text());
        let overview = admin.get("/owl/desk").await.expect(200);
        assert_eq!(overview.attributes(".task a[href='/desk/jobs']", "href").len(), 1);
        let start = page.attributes("form[action*=start]", "action").remove(0);
        let led = admin.post_form(&start, &[]).await.expect(303).location().to_owned();
        assert!(admin.get(&led).await.words(".notice, .kern-alert").join("").contains("läuft gleich noch einmal"));
        assert_eq!(admin.get("/desk/jobs?state=ready").await.words("tbody th").len(), 1);
        admin.post_form(&start, &[]).await.expect(303);
        let backend = app.store.read().get_database_backend();
        let sql =
            sea_orm::Statement::from_string(backend, "SELECT count(*) FROM event WHERE verb = 'job.started-again'");
        let row = app.store.read().query_one_raw(sql).await.unwrap().unwrap();
        assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 1, "the second found it waiting");
        admin.post_form("/desk/jobs/x/start", &[]).await.expect(404);
        let organiser = app.staff(Role::Finance).await;
        organiser.get("/desk/jobs").await.expect(404);
        organiser.post_form(&start, &[]).await.expect(404);
        let tx = app.store.begin().await.unwrap();
        tx.execute_unprepared("DELETE FROM job WHERE kind = 'no.such.kind'").await.unwrap();
        tx.commit().await.unwrap();
    })
    .await;
}
