//! Every page of the desk, in both languages: sound HTML, one heading, no key without words, nothing unlabelled.

use super::with_mails;
use crate::kit::smtp::Step;
use crate::kit::{Reply, run};
use identity::Role;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

#[track_caller]
fn sound(path: &str, language: &str, reply: &Reply) {
    let text = reply.text();
    let page = Html::parse_document(&text);
    assert!(page.errors.is_empty(), "{path}: {:?}", page.errors);
    assert_eq!(all(&page, "html")[0].attr("lang"), Some(language), "{path}");
    assert_eq!(all(&page, "h1").len(), 1, "{path}: one heading");
    assert!(!text.contains("style=\""), "{path}: the CSP forbids inline styles");
    // A message that nobody wrote shows its key.
    for prefix in ["desk-", "post-", "web-", "checkin-", "identity-"] {
        for words in all(&page, "main *").iter().flat_map(|e| e.text()) {
            assert!(!words.trim_start().starts_with(prefix), "{path}: {words}");
        }
    }
    let ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|e| e.attr("id")).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{path}: an id stands twice");
    for name in ["aria-labelledby", "aria-describedby", "for"] {
        for element in all(&page, &format!("[{name}]")) {
            for id in element.attr(name).unwrap_or_default().split_whitespace() {
                assert!(unique.contains(id), "{path}: {name} {id} leads nowhere");
            }
        }
    }
    let labelled: BTreeSet<&str> = all(&page, "label[for]").iter().filter_map(|e| e.attr("for")).collect();
    for field in all(&page, "input:not([type=hidden]), select, textarea") {
        let id = field.attr("id").unwrap_or_default();
        assert!(labelled.contains(id), "{path}: {} has no label", field.html());
    }
    let mut level = 1;
    for heading in all(&page, "h1, h2, h3, h4") {
        let this: u32 = heading.value().name()[1..].parse().expect("a level");
        assert!(this <= level + 1, "{path}: {} skips a level", heading.html());
        level = this;
    }
}

#[tokio::test]
async fn every_page_is_sound_in_both_languages() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        let staff = app.staff(Role::Admin).await;
        let empty = [
            "/owl/desk",
            "/owl/desk/places",
            "/owl/desk/settings/edition",
            "/owl/desk/settings/edition/preview?name-de=X&from=2028-03-09&take-texts=on&take-offer=on",
            "/owl/desk/statistics",
            "/owl/desk/statistics?step=week&category=online&from=2026-01-01",
            "/owl/desk/statistics/comparison",
            "/owl/desk/statistics/people",
            "/owl/desk/statistics/money",
            "/owl/desk/statistics/door",
            "/owl/desk/orders",
            "/owl/desk/orders?q=Nobody",
            "/owl/desk/orders?state=cancelled",
            "/owl/desk/orders/batch?deed=cancel",
            "/owl/desk/attendees",
            "/owl/desk/attendees?q=Nobody",
            "/owl/desk/mails",
            "/owl/desk/mails?state=held",
            "/owl/desk/settings/team",
            "/owl/desk/settings/team/new?as=door",
            "/owl/desk/settings/partners",
            "/owl/desk/settings/seller",
            "/owl/desk/settings/partners/new",
            "/desk/account",
            "/owl/desk/mails/batch?deed=hold",
            "/owl/desk/audit?part=door",
            "/desk/jobs",
            "/desk/audit",
            "/desk/audit?q=nobody&part=jobs",
        ];
        for (language, path) in ["de", "en"].into_iter().flat_map(|language| empty.map(|path| (language, path))) {
            let asked = format!("{path}{}language={language}", if path.contains('?') { '&' } else { '?' });
            sound(path, language, &staff.get(&asked).await.expect(200));
        }
        app.smtp.script(&[Step::RefuseRecipient, Step::Accept]);
        let order = with_mails(
            app,
            &owl,
            &[("on-site", "Henrik Stallmann"), ("paid", "Ayşe <b>Kılıç</b>-Brand"), ("online", "Prince")],
        )
        .await;
        for at in 0..30 {
            app.order(owl.id, &[("on-site", &format!("Gast Nummer{at}"))]).await;
        }
        let cancelled = app.order(owl.id, &[("online", "Luis Ferreira")]).await.order;
        let cancel = format!("/owl/desk/orders/{}/cancellation", cancelled.code);
        staff.post_form(&cancel, &[("position", "1"), ("reason", "Krank")]).await.expect(303);
        let mail = staff.get("/owl/desk/mails?state=failed").await.attributes("tbody th > a", "href").remove(0);
        let mailbox = format!("/owl/desk/mailboxes/{}", order.mailbox_id);
        let letter_to = format!("{mail}/address");
        let order = format!("/owl/desk/orders/{}", order.code);
        let asks = format!("{order}/cancellation");
        let full = [
            "/owl/desk",
            "/owl/desk/places",
            "/owl/desk/orders",
            "/owl/desk/orders?page=2",
            "/owl/desk/orders?q=Stallmann",
            "/owl/desk/orders?source=web&from=2026-01-01&sort=-amount",
            "/owl/desk/orders/batch?deed=cancel&all=1",
            "/owl/desk/orders/batch?deed=mail&all=1",
            "/owl/desk/attendees",
            "/owl/desk/attendees?q=Stallmann&admitted=no&sort=-time",
            &order,
            &asks,
            &cancel,
            "/owl/desk/mails",
            "/owl/desk/mails/batch?deed=send&all=1",
            "/owl/desk/mails/batch?deed=hold&all=1",
            "/owl/desk/audit",
            &mailbox,
            &letter_to,
            &mail,
        ];
        for (language, path) in ["de", "en"].into_iter().flat_map(|language| full.map(|path| (language, path))) {
            let asked = format!("{path}{}language={language}", if path.contains('?') { '&' } else { '?' });
            sound(path, language, &staff.get(&asked).await.expect(200));
        }
        sound("the form that comes back", "en", &staff.post_form(&asks, &[]).await.expect(422));
        app.congress("lippe", 5).await;
        sound("/desk", "en", &staff.get("/desk").await.expect(200));
    })
    .await;
}
