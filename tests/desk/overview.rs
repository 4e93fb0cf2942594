//! The overview.

use super::{statements, with_mails};
use crate::kit::run;
use crate::kit::smtp::Step;
use chrono::TimeDelta;
use desk::rules::day::begin;
use identity::Role;
use locale::Tz;

#[tokio::test]
async fn it_counts_what_there_is() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.order(
            owl.id,
            &[("on-site", "Petra Kemper"), ("on-site", "Ayşe Kılıç-Brand"), ("online", "Jürgen Westerwinter")],
        )
        .await;
        let page = staff.get("/owl/desk").await.expect(200);
        assert_eq!(page.words(".stat-tile h3"), ["Vor Ort", "Online", "Einlass", "Mails im Ausgang"]);
        assert_eq!(page.words(".stat-tile__value"), ["2", "1", "0 von 2", "0"]);
        // The paid category has no quota, so the place has no last seat.
        assert_eq!(
            page.words(".stat-tile__note")[..2],
            ["ohne Grenze, 2 in dieser Woche", "ohne Grenze, 1 in dieser Woche"]
        );
        assert_eq!(page.words("[aria-labelledby=places] li .number"), ["2 von 10 · 8 frei", "1, ohne Grenze"]);
        assert_eq!(page.attributes(".seat-meter__sold", "width"), ["20%"]);
        assert_eq!(page.words(".chart-box td"), ["2", "1"]);
        assert_eq!(page.words("[aria-labelledby=newest] a.code").len(), 1);
        assert!(page.words("[aria-labelledby=tasks] p")[0].starts_with("Nichts."));
        assert_eq!(page.attributes(".stat-tile h3 a", "href")[0], "/owl/desk/places");
        // On a phone: each week is a row with its number.
        assert_eq!(page.words(".narrow-only .name"), ["3"]);
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_failed_is_something_to_do() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::RefuseRecipient]);
        with_mails(app, &owl, &[("on-site", "Petra Kemper")]).await;
        let page = staff.get("/owl/desk").await.expect(200);
        let task = page.words(".task--urgent").join(" ");
        assert!(task.contains("550 5.1.1 User unknown"), "{task}");
        assert_eq!(page.words(".stat-tile--alert .stat-tile__note"), ["1 fehlgeschlagen"]);
        let link = page.attributes(".task--urgent a", "href").remove(0);
        staff.get(&link).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_takes_nothing_from_us_is_one_thing_to_do() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::Recipient("554 5.7.1 <a@b.example>: Relay access denied"); 3]);
        with_mails(app, &owl, &[("on-site", "Petra Kemper"), ("online", "Nour Al-Khatib")]).await;
        let page = staff.get("/owl/desk").await.expect(200);
        assert_eq!(page.words(".task--urgent a"), ["Der Mailserver nimmt nichts von uns an"]);
        let note = page.words(".task--urgent small").join(" ");
        assert!(note.contains("3 Mails warten.") && note.contains("Relay access denied"), "{note}");
        let outbox = staff.get(&page.attributes(".task--urgent a", "href")[0]).await.expect(200);
        assert_eq!(outbox.words("#stuck"), ["3 Mails warten, weil der Mailserver nichts annimmt"]);
        let programme = app.staff(Role::Programme).await.get("/owl/desk").await.expect(200);
        assert!(programme.words(".task").is_empty(), "nothing of mails for who may not read them");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_paid_is_something_to_do() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.order(owl.id, &[("paid", "Petra Kemper"), ("on-site", "Nour Al-Khatib")]).await;
        let page = staff.get("/owl/desk").await.expect(200);
        assert_eq!(page.words(".task a"), ["1 Ticket ist noch nicht bezahlt"]);
        let list = staff.get(&page.attributes(".task a", "href")[0]).await.expect(200);
        assert_eq!(list.words("tbody a.code").len(), 1);
        let programme = app.staff(Role::Programme).await.get("/owl/desk").await.expect(200);
        assert!(programme.words(".task a").is_empty(), "leads nowhere for who may not see orders");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn each_role_sees_its_part() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        with_mails(app, &owl, &[("on-site", "Petra Kemper")]).await;
        let programme = app.staff(Role::Programme).await.get("/owl/desk").await.expect(200);
        assert!(!programme.text().contains("Kemper"), "sees how the congress stands, and not who has ordered");
        assert!(programme.words("[aria-labelledby=mails]").is_empty());
        let finance = app.staff(Role::Finance).await.get("/owl/desk").await.expect(200);
        assert!(finance.text().contains("Kemper"));
    })
    .await;
}

#[tokio::test]
async fn admissions_are_counted_by_the_hour() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        assert!(staff.get("/owl/desk").await.words("[aria-labelledby=hours]").is_empty(), "nobody came in yet");
        let placed = app.order(owl.id, &[("on-site", "Petra Kemper"), ("on-site", "Henrik Stallmann")]).await;
        // In the night of its day, whatever time it is now.
        let day = owl.starts_at.with_timezone(&Tz::Europe__Berlin).date_naive();
        app.advance(begin(day, Tz::Europe__Berlin) + TimeDelta::minutes(30) - app.store.now());
        let door = app.staff(Role::Door).await;
        for attendee in &placed.attendees {
            let nonce = app.store.chance().opaque_id().to_string();
            let form = [("gate", "main"), ("ticket", &*attendee.number), ("nonce", &*nonce)];
            door.post_form("/owl/door/check-ins", &form).await.expect(303);
            app.advance(TimeDelta::minutes(150));
        }
        let page = app.staff(Role::Organiser).await.get("/owl/desk").await.expect(200);
        assert_eq!(page.words("[aria-labelledby=hours] tbody td"), ["1", "0", "0", "1"]);
        assert_eq!(page.words(".stat-tile__value")[2], "2 von 2");
        assert_eq!(page.words("[aria-labelledby=hours] .narrow-only .name"), ["1", "0", "0", "1"]);
    })
    .await;
}

#[tokio::test]
async fn a_thousand_orders_take_no_more_statements_than_ten() {
    run(async |app| {
        let owl = app.congress("owl", 2_000).await;
        let staff = app.staff(Role::Admin).await;
        let mut seen = vec![];
        for n in [10, 990] {
            for at in 0..n {
                app.order(owl.id, &[("on-site", &format!("Gast Nummer{at}")), ("online", "Petra Kemper")]).await;
            }
            let overview = statements(app, &staff, "/owl/desk").await;
            seen.push((overview, statements(app, &staff, "/owl/desk/places").await));
        }
        assert_eq!(seen[0], seen[1], "N+1");
        assert_eq!(seen[0], (20, 19), "as many as the pages need");
    })
    .await;
}
