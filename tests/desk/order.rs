//! Finding orders, and one of them.

use super::{codes, statements, with_mails};
use crate::kit::smtp::Step;
use crate::kit::{App, Client, Reply, run};
use base::Uuid;
use identity::Role;

async fn search(staff: &Client, typed: &str) -> Reply {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
    staff.get(&format!("/owl/desk/orders?{query}")).await
}

async fn order(app: &App, congress: Uuid, category: &str, name: &str) -> String {
    app.order(congress, &[(category, name)]).await.order.code
}

#[tokio::test]
async fn people_are_found_however_they_are_spelled() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let muller = order(app, owl.id, "online", "Jörg Müller-Lüdenscheidt").await;
        let strass = order(app, owl.id, "online", "Ngọc Anh Straßburger").await;
        for typed in ["Müller", "mueller", "MULLER", "Joerg", "jorg lüden", "Mül", "ludenscheidt"] {
            assert_eq!(codes(&search(&staff, typed).await.expect(200)), [muller.as_str()], "{typed}");
        }
        for typed in ["Strassburger", "straß", "ngoc", "ngoc.anh.strassburger@delbrueck"] {
            assert_eq!(codes(&search(&staff, typed).await.expect(200)), [strass.as_str()], "{typed}");
        }
        // The organisation and the buyer are of both; words must all be found.
        assert_eq!(codes(&search(&staff, "Delbrueck Kemper").await.expect(200)).len(), 2);
        assert!(codes(&search(&staff, "Müller Strassburger").await.expect(200)).is_empty());
        // Who was meant is named beside the buyer.
        assert!(search(&staff, "Müller").await.words("td .sub").contains(&"für Jörg Müller-Lüdenscheidt".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_is_taken_literally() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        order(app, owl.id, "online", "Petra Kemper").await;
        let odd = with_mails(app, &owl, &[("online", r"Zoe 100%_\Rabatt")]).await.code;
        for typed in ["%", "_", r"\", "100%", r"%_\"] {
            assert_eq!(codes(&search(&staff, typed).await.expect(200)), [odd.as_str()], "{typed}");
        }
        for typed in ["'; DROP TABLE attendee; --", "<script>alert(1)</script>", "\u{0}"] {
            let reply = search(&staff, typed).await.expect(200);
            assert!(!reply.text().contains("<script>alert"), "{typed}");
        }
        let long = "a ".repeat(5_000);
        search(&staff, &long).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_code_or_a_number_leads_to_the_order() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let lippe = app.congress("lippe", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let placed = app.order(owl.id, &[("online", "Petra Kemper"), ("online", "Henrik Stallmann")]).await.order;
        let elsewhere = order(app, lippe.id, "online", "Petra Kemper").await;
        let number = registration::ticket::number(&placed, 2);
        let path = format!("/owl/desk/orders/{}", placed.code);
        assert_eq!(search(&staff, &placed.code).await.expect(303).location(), path);
        assert_eq!(search(&staff, &placed.code.to_lowercase()).await.expect(303).location(), path);
        assert_eq!(search(&staff, &number.to_lowercase()).await.expect(303).location(), format!("{path}#ticket-2"));
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words("#ticket-2 dd.code"), [number]);
        // Another congress's code is only a word that is not found; so is a name of six letters.
        assert!(codes(&search(&staff, &elsewhere).await.expect(200)).is_empty());
        assert_eq!(codes(&search(&staff, "Kemper").await.expect(200)).len(), 1);
        staff.get(&format!("/owl/desk/orders/{elsewhere}")).await.expect(404);
        staff.get("/owl/desk/orders/AAAAAA").await.expect(404);
        staff.get("/owl/desk/orders/nonsense").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn lists_are_narrowed_and_turned_by_their_address() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        for at in 0..26 {
            order(app, owl.id, "online", &format!("Gast Nummer{at}")).await;
        }
        let paid = order(app, owl.id, "paid", "Luis Ferreira").await;
        let first = staff.get("/owl/desk/orders").await.expect(200);
        assert_eq!(codes(&first).len(), 25);
        assert_eq!(codes(&first)[0], paid, "newest first");
        assert_eq!(first.words(".topic-chip"), ["Alle 27", "Gültig 26", "Zahlung offen 1"]);
        assert_eq!(first.attributes("a[rel=next]", "href"), ["/owl/desk/orders?page=2"]);
        assert_eq!(codes(&staff.get("/owl/desk/orders?page=2").await.expect(200)).len(), 2);
        assert_eq!(
            staff.get("/owl/desk/orders?page=9&q=Gast").await.expect(303).location(),
            "/owl/desk/orders?q=Gast&page=2"
        );
        let open = staff.get("/owl/desk/orders?state=awaiting_payment&page=x").await.expect(200);
        assert_eq!(codes(&open), [paid.as_str()]);
        let by_category = staff.get("/owl/desk/orders?category=paid").await.expect(200);
        assert_eq!(codes(&by_category), [paid.as_str()]);
        assert_eq!(by_category.words(".topic-chip"), ["Alle 1", "Zahlung offen 1"]);
        let nothing = staff.get("/owl/desk/orders?state=cancelled&category=nonsense").await.expect(200);
        assert!(nothing.text().contains("Alle Bestellungen zeigen"), "says what to do");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_long_list_takes_no_more_statements_than_a_short_one() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        let staff = app.staff(Role::Organiser).await;
        let mut seen = vec![];
        for n in [1, 29] {
            for at in 0..n {
                app.order(owl.id, &[("on-site", &format!("Gast Nummer{at}")), ("online", "Petra Kemper")]).await;
            }
            for path in ["/owl/desk/orders", "/owl/desk/orders?q=Gast&category=online&state=confirmed"] {
                seen.push(statements(app, &staff, path).await);
            }
        }
        assert_eq!(seen[..2], seen[2..], "N+1");
    })
    .await;
}

#[tokio::test]
async fn an_order_with_many_attendees_takes_no_more_statements_than_one_with_a_single() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        let staff = app.staff(Role::Organiser).await;
        let names: Vec<String> = (0..30).map(|at| format!("Gast Nummer{at}")).collect();
        let many: Vec<(&str, &str)> = names.iter().map(|name| ("on-site", name.as_str())).collect();
        let mut seen = vec![];
        for attendees in [&many[..1], &many[..]] {
            let order = with_mails(app, &owl, attendees).await;
            let path = format!("/owl/desk/orders/{}", order.code);
            seen.push(statements(app, &staff, &path).await);
            assert_eq!(staff.get(&path).await.words("[aria-labelledby=attendees] h3").len(), attendees.len());
        }
        assert_eq!(seen[0], seen[1], "N+1");
    })
    .await;
}

#[tokio::test]
async fn an_order_shows_its_mails_and_what_the_server_said() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::RefuseRecipient]);
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        // Another order to the same mailboxes: its mails are not this one's.
        with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let path = format!("/owl/desk/orders/{}", order.code);
        let page = staff.get(&path).await.expect(200);
        let mails = page.words("[aria-labelledby=mails] li");
        assert_eq!(mails.len(), 2, "{mails:?}");
        assert_eq!(mails.iter().filter(|mail| mail.contains("550 5.1.1")).count(), 1, "{mails:?}");
        let history = page.words(".timeline li").join("\n");
        for said in
            ["Mail kam nicht an", "Mail verschickt", "Ein Ticket bestellt", "Petra Kemper", "kongress, von selbst"]
        {
            assert!(history.contains(said), "{said}: {history}");
        }
        // Sending it again from the page.
        let again = page.attributes("[aria-labelledby=mails] form", "action").remove(0);
        let led = staff.post_form(&again, &[]).await.expect(303).location().to_owned();
        assert!(staff.get(&led).await.expect(200).words(".notice").join("").contains("geht hinaus"));
        app.run_jobs().await;
        assert!(staff.get(&path).await.words("[aria-labelledby=mails] .state").iter().all(|state| state == "gesendet"));
    })
    .await;
}

#[tokio::test]
async fn tickets_are_sent_again_for_all_or_for_one() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann"), ("online", "Ayşe Kılıç-Brand")]).await;
        assert_eq!(app.smtp.mails().len(), 3);
        let path = format!("/owl/desk/orders/{}", order.code);
        staff.post_form(&format!("{path}/mail"), &[("position", "2")]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 4);
        let page = staff.get(&path).await.expect(200);
        assert!(page.words(".notice").join("").contains("Ayşe Kılıç-Brand"));
        assert!(page.words(".timeline li").join("\n").contains("Mail noch einmal angefordert: Ayşe Kılıç-Brand"));
        staff.post_form(&format!("{path}/mail"), &[]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 7);
        staff.post_form(&format!("{path}/mail"), &[("position", "3")]).await.expect(404);
        staff.post_form(&format!("{path}/mail"), &[("position", "x")]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_personal_link_is_for_those_who_may_change_orders() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let path = format!("/owl/desk/orders/{}", order.code);
        let link = app.staff(Role::Organiser).await.get(&path).await.expect(200).attributes("#link", "value").remove(0);
        let own = link.strip_prefix(crate::kit::app::PUBLIC_URL).expect("absolute");
        app.guest().get(own).await.expect(200);
        let finance = app.staff(Role::Finance).await;
        let seen = finance.get(&path).await.expect(200);
        let secret = own.rsplit('/').next().unwrap_or_default();
        assert!(seen.attributes("#link", "value").is_empty());
        assert!(!seen.text().contains(secret));
        assert!(seen.attributes("main form", "action").is_empty(), "nothing to do for who may only read");
        finance.post_form(&format!("{path}/mail"), &[]).await.expect(404);
        // Nor in the text of its mails.
        for mail in seen.attributes("[aria-labelledby=mails] a", "href") {
            let text = finance.get(&mail).await.expect(200).text();
            assert!(text.contains("/owl/"), "links are there");
            assert!(!text.contains(secret), "their secrets are not");
        }
    })
    .await;
}

#[tokio::test]
async fn who_has_not_paid_has_got_a_confirmation_and_no_ticket() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let order = with_mails(app, &owl, &[("paid", "Luis Ferreira"), ("on-site", "Henrik Stallmann")]).await;
        let page = staff.get(&format!("/owl/desk/orders/{}", order.code)).await.expect(200);
        let (unpaid, valid) = (page.words("#ticket-1").join(" "), page.words("#ticket-2").join(" "));
        assert!(unpaid.contains("Bestätigung nochmal senden") && !unpaid.contains("Mail mit Ticket"), "{unpaid}");
        assert!(page.words("#ticket-1 dt").contains(&"Bestätigung".to_owned()), "{unpaid}");
        assert!(valid.contains("Ticket nochmal senden") && valid.contains("Mail mit Ticket"), "{valid}");
    })
    .await;
}

#[tokio::test]
async fn the_history_tells_what_the_server_answered_each_time() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::Recipient("550 5.7.1 Not today"), Step::Accept, Step::RefuseRecipient]);
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let path = format!("/owl/desk/orders/{}", order.code);
        let again = staff.get(&path).await.attributes("[aria-labelledby=mails] form", "action").remove(0);
        app.advance(chrono::TimeDelta::minutes(1));
        staff.post_form(&again, &[]).await.expect(303);
        app.run_jobs().await;
        let history = staff.get(&path).await.expect(200).words("[aria-labelledby=history] .timeline li").join("\n");
        for said in ["„550 5.7.1 Not today“", "„550 5.1.1 User unknown in local recipient table“"] {
            assert!(history.contains(said), "{said}: {history}");
        }
    })
    .await;
}
