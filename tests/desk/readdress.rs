//! Sending a mail to another address: what the order says then, and whose links still open.

use super::with_mails;
use crate::kit::smtp::Step;
use crate::kit::{App, Client, run};
use identity::Role;
use registration::entity::attendee;
use sea_orm::EntityTrait;

const WRONG: &str = "gast1@delbrueck.example";
const RIGHT: &str = "richtig@delbrueck.example";

/// Where the failed and doubtful mails to an address are shown, newest first.
async fn bad(staff: &Client, to: &str) -> Vec<String> {
    let mut found = vec![];
    for state in ["failed", "in_doubt"] {
        let list = staff.get(&format!("/owl/desk/mails?state={state}&q={to}")).await.expect(200);
        found.extend(list.attributes("tbody th > a", "href"));
    }
    found
}

/// Fills in the form as it is shown.
async fn send_to(staff: &Client, mail: &str, to: &str) -> Vec<(String, String)> {
    let page = staff.get(&format!("{mail}/address")).await.expect(200);
    let request = page.attributes("main [name=request]", "value").remove(0);
    let mut fields = vec![("request".to_owned(), request), ("address".to_owned(), to.to_owned())];
    if !page.attributes("main [name=correct]", "name").is_empty() {
        fields.push(("correct".to_owned(), "on".to_owned()));
    }
    fields
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// How often the link of the first attendee was ended.
async fn generation(app: &App) -> i32 {
    attendee::Entity::find().all(app.store.read()).await.unwrap()[0].link_generation
}

/// How many mails with a ticket went to an address.
fn tickets(app: &App, to: &str) -> usize {
    app.smtp.mails().iter().filter(|mail| mail.to == to && mail.text().contains("application/pdf")).count()
}

#[tokio::test]
async fn the_second_mail_to_an_address_that_was_mended_goes_there_as_well() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::RefuseRecipient; 4]);
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let path = format!("/owl/desk/orders/{}", order.code);
        for _ in 0..2 {
            staff.post_form(&format!("{path}/mail"), &[("position", "1")]).await.expect(303);
            app.run_jobs().await;
        }
        let failed = bad(&staff, WRONG).await;
        assert_eq!(failed.len(), 3);
        let to = RIGHT;
        let fields = send_to(&staff, &failed[0], to).await;
        staff.post_form(&format!("{}/address", failed[0]), &pairs(&fields)).await.expect(303);
        let page = staff.get(&format!("{}/address", failed[1])).await.expect(200);
        assert!(page.attributes("main [name=correct]", "name").is_empty(), "there is nothing left to correct");
        // Whoever had the form open from before.
        for (mail, to) in [(&failed[1], to), (&failed[2], "zentrale@delbrueck.example")] {
            let mut fields = send_to(&staff, mail, to).await;
            fields.push(("correct".into(), "on".into()));
            let led = staff.post_form(&format!("{mail}/address"), &pairs(&fields)).await.expect(303);
            let told = staff.get(led.location()).await.expect(200).words(".notice").join("");
            assert!(told.contains(&format!("Die Mail geht an {to}.")) && !told.contains("berichtigt"), "{told}");
        }
        app.run_jobs().await;
        assert_eq!((tickets(app, to), tickets(app, "zentrale@delbrueck.example")), (2, 1));
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words(".timeline").join("").matches("Mailadresse berichtigt").count(), 1);
        assert!(page.words("#ticket-1").join("").contains(to));
    })
    .await;
}

#[tokio::test]
async fn links_end_if_any_mail_may_have_arrived_and_only_then() {
    for (script, at, ends) in [
        // Nothing arrived.
        (vec![Step::RefuseRecipient; 2], 0, false),
        // Nobody knows.
        (vec![Step::Answer("nonsense"); 2], 0, true),
        // The mail before the one that failed.
        (vec![Step::Accept, Step::Accept, Step::RefuseRecipient], 0, true),
        // The mail before that one, and nobody knows.
        (vec![Step::Answer("nonsense"), Step::Answer("nonsense"), Step::RefuseRecipient], 0, true),
    ] {
        run(async |app: &App| {
            let owl = app.congress("owl", 10).await;
            let staff = app.staff(Role::Organiser).await;
            app.smtp.script(&script);
            let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
            if script.len() > 2 {
                let again = format!("/owl/desk/orders/{}/mail", order.code);
                staff.post_form(&again, &[("position", "1")]).await.expect(303);
                app.run_jobs().await;
            }
            let mail = bad(&staff, WRONG).await.remove(at);
            let doubtful = staff.get(&mail).await.words(".section-head .state") == ["ungewiss"];
            let page = staff.get(&format!("{mail}/address")).await.expect(200);
            assert_eq!(page.text().contains("ist bei gast1@delbrueck.example nicht angekommen"), !doubtful);
            assert_eq!(page.text().contains("Ob diese Mail bei gast1@delbrueck.example ankam, ist ungewiss"), doubtful);
            let before = generation(app).await;
            let fields = send_to(&staff, &mail, RIGHT).await;
            staff.post_form(&format!("{mail}/address"), &pairs(&fields)).await.expect(303);
            assert_eq!(generation(app).await - before, i32::from(ends), "{script:?}");
            app.run_jobs().await;
        })
        .await;
    }
}

#[tokio::test]
async fn two_clicks_send_it_there_once_and_both_are_told_so() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::RefuseRecipient; 2]);
        with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let mail = bad(&staff, WRONG).await.remove(0);
        let path = format!("{mail}/address");
        let to = RIGHT;
        let fields = send_to(&staff, &mail, to).await;
        let form = pairs(&fields);
        let (first, second) = tokio::join!(staff.post_form(&path, &form), staff.post_form(&path, &form));
        assert_eq!((first.expect(303).location(), second.expect(303).location()), (mail.as_str(), mail.as_str()));
        app.run_jobs().await;
        staff.post_form(&path, &form).await.expect(303);
        app.run_jobs().await;
        assert_eq!(tickets(app, to), 1);
        let fields = send_to(&staff, &mail, to).await;
        let told = staff.post_form(&path, &pairs(&fields)).await.expect(422);
        assert!(told.words("#address-error").join("").contains("schon gerichtet"), "another form is no second click");
    })
    .await;
}
