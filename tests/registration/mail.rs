//! The mails of an order: one for each address, once.

use crate::kit::world::form;
use crate::kit::{App, run};
use base::{Actor, Language};
use registration::form::OrderForm;
use registration::load;
use registration::service::mail::request_order;
use registration::service::order::place;
use registration::{RegistrationError, service};

/// Places an order that sends its mails.
async fn notified(app: &App, congress: base::Uuid, form: OrderForm) -> registration::entity::order::Model {
    let form = OrderForm { notify: true, ..form };
    place(&app.store, &Actor::guest(Language::De), congress, form).await.unwrap().order
}

fn recipients(app: &App) -> Vec<String> {
    let mut to: Vec<String> = app.smtp.mails().into_iter().map(|m| m.to).collect();
    to.sort();
    to
}

#[tokio::test]
async fn each_address_gets_one_mail_with_all_its_tickets() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let mut form = form(&[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte"), ("online", "Paul Temme")]);
        // Lea has no address of her own; Petra, who orders, attends as Paul's neighbour.
        form.attendees[1].email = "H.STALLMANN@delbrueck.example ".into();
        form.attendees[0].email = "h.stallmann@delbrueck.example".into();
        form.attendees[2].email = "p.kemper@delbrueck.example".into();
        let order = notified(app, congress.id, form).await;
        app.run_jobs().await;
        assert_eq!(recipients(app), ["h.stallmann@delbrueck.example", "p.kemper@delbrueck.example"]);
        let mails = app.smtp.mails();
        let shared = mails.iter().find(|m| m.to.starts_with("h.")).unwrap();
        let parsed = mail_parser::MessageParser::default().parse(&shared.data).unwrap();
        let text = parsed.body_text(0).unwrap();
        assert!(
            text.contains("Henrik Stallmann") && text.contains("Lea Nolte") && !text.contains("Paul Temme"),
            "{text}"
        );
        let names: Vec<String> =
            parsed.attachments().filter_map(mail_parser::MimeHeaders::attachment_name).map(str::to_owned).collect();
        assert!(names.iter().any(|n| n.ends_with(".pdf")) && names.iter().any(|n| n.ends_with(".ics")), "{names:?}");
        let buyer = mails.iter().find(|m| m.to.starts_with("p.")).unwrap();
        let text = mail_parser::MessageParser::default().parse(&buyer.data).unwrap().body_text(0).unwrap().into_owned();
        assert!(text.contains(&order.code) && text.contains("Paul Temme"), "ticket and overview in one: {text}");
        let url = load::order_secret(&app.program.state.link_key, &order);
        assert!(text.replace("=\r\n", "").contains(&url), "the link to the order: {text}");
    })
    .await;
}

#[tokio::test]
async fn the_job_run_twice_sends_nothing_twice() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let order = notified(app, congress.id, form(&[("on-site", "Henrik Stallmann")])).await;
        app.run_jobs().await;
        let sent = app.smtp.mails().len();
        service::mail::send_order(&app.store, order.id, None, service::mail::Only::default()).await.unwrap();
        app.run_jobs().await;
        assert_eq!((sent, app.smtp.mails().len()), (2, 2));
    })
    .await;
}

#[tokio::test]
async fn asked_for_again_they_come_again_but_not_without_end() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let order = notified(app, congress.id, form(&[("on-site", "Henrik Stallmann")])).await;
        app.run_jobs().await;
        let key = &app.program.state.link_key;
        let secret = load::order_secret(key, &order);
        let loaded = load::order_by_link(app.store.read(), key, congress.id, &order.code, &secret).await.unwrap();
        for _ in 0..3 {
            request_order(&app.store, &loaded, app.store.chance().opaque_id()).await.unwrap();
        }
        let refused = request_order(&app.store, &loaded, app.store.chance().opaque_id()).await;
        assert!(matches!(refused, Err(RegistrationError::TooManyMails)));
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 2 + 3 * 2);
        app.advance(chrono::TimeDelta::minutes(11));
        request_order(&app.store, &loaded, app.store.chance().opaque_id()).await.unwrap();
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 2 + 4 * 2);
    })
    .await;
}

#[tokio::test]
async fn an_unpaid_ticket_has_no_code_in_its_mail_and_a_cancelled_order_no_mail() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        notified(app, congress.id, form(&[("paid", "Henrik Stallmann")])).await;
        app.run_jobs().await;
        for mail in app.smtp.mails() {
            let parsed = mail_parser::MessageParser::default().parse(&mail.data).unwrap();
            assert_eq!(parsed.attachment_count(), 0, "no code, no ticket: {}", mail.text());
        }
        let sent = app.smtp.mails().len();
        let order = notified(app, congress.id, form(&[("online", "Lea Nolte")])).await;
        let key = &app.program.state.link_key;
        let secret = load::order_secret(key, &order);
        let loaded = load::order_by_link(app.store.read(), key, congress.id, &order.code, &secret).await.unwrap();
        service::cancellation::cancel(&app.store, &loaded, None, "cannot come").await.unwrap();
        app.run_jobs().await;
        let rest: Vec<String> = app.smtp.mails()[sent..].iter().map(|m| m.header("Subject").unwrap()).collect();
        assert_eq!(rest.len(), 2, "the ticket mails are no longer true, the two about the cancellation are: {rest:?}");
    })
    .await;
}
