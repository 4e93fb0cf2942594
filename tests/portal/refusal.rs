//! What the public reads where something cannot be had: the ticket by its name, the way to the waiting list, the field that
//! is wrong; never what the team alone calls things.

use super::check;
use super::group::{again, post};
use crate::kit::{App, Client, Reply, run};
use crate::waiting::listed;
use ::http::Method;
use ::registration::load::order_secret;

const FORM: &str = "/owl/tickets";

/// The form as it comes, for one person, with what is given instead.
async fn filled(guest: &Client, more: &[(&str, &str)], action: &str) -> Vec<(String, String)> {
    let mut fields = again(&guest.get(FORM).await.expect(200), action);
    let typed = [
        ("buyer", "public_body"),
        ("organisation", "Stadt Delbrück"),
        ("buyer-name", "Petra Kemper"),
        ("buyer-email", "p.kemper@delbrueck.example"),
        ("terms", "on"),
        ("given-1", "Lea"),
        ("family-1", "Nolte"),
    ];
    for (name, value) in typed.iter().chain(more) {
        fields.retain(|(n, _)| n != name);
        fields.push(((*name).into(), (*value).into()));
    }
    fields
}

/// Takes all but the last place on site.
async fn nearly_full(app: &App) -> ::base::Uuid {
    let congress = listed(app, 2).await;
    app.order(congress.id, &[("on-site", "Tom Nolte")]).await;
    congress.id
}

#[tokio::test]
async fn what_is_sold_out_is_named_with_the_way_to_the_waiting_list() {
    run(async |app| {
        let congress = nearly_full(app).await;
        let guest = app.guest();
        let before = guest.get(FORM).await.expect(200);
        assert!(before.words("[data-sold-out]").is_empty(), "there is a place");
        let fields = filled(&guest, &[("category-1", "on-site")], "place").await;
        app.order(congress, &[("on-site", "Mia Nolte")]).await;
        // The last seat went to somebody else while they typed.
        let late = post(&guest, &fields).await.expect(409);
        check(&late.text());
        let led = late.attributes("[role=alert] a", "href");
        assert!(led.contains(&"/owl/waiting?category=on-site".to_owned()), "{led:?}");
        // And who comes later reads it at once.
        let page = guest.get(FORM).await.expect(200);
        check(&page.text());
        assert!(page.words("[data-sold-out] li")[0].starts_with("„Ticket on-site“ ist ausgebucht."));
        assert_eq!(page.attributes("[data-sold-out] a", "href"), ["/owl/waiting?category=on-site"]);
        assert!(!page.attributes("[name=category-1] option", "value").contains(&"on-site".to_owned()));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn without_a_waiting_list_it_is_named_alone() {
    run(async |app| {
        let congress = app.congress("owl", 1).await;
        app.order(congress.id, &[("on-site", "Mia Nolte")]).await;
        let page = app.guest().in_language("en").get(FORM).await.expect(200);
        assert_eq!(page.words("[data-sold-out] li"), ["\"Ticket on-site, English\" is sold out."]);
        assert!(page.attributes("[data-sold-out] a", "href").is_empty());
    })
    .await;
}

/// What the quota and the category are called by the team goes to nobody else.
#[track_caller]
fn tells_no_name_of_the_team(page: &Reply) {
    let told = page.words(".notice").join(" ");
    assert!(!told.contains("seats") && !told.contains("„on-site“"), "{told}");
}

#[tokio::test]
async fn who_changes_or_takes_again_reads_the_ticket_by_its_name() {
    run(async |app| {
        let congress = nearly_full(app).await;
        let placed = app.order(congress, &[("online", "Ayşe Yıldız"), ("on-site", "Henrik Stallmann")]).await;
        let key = &app.program.state.link_key;
        let secret = order_secret(key, &placed.order);
        let page = address::Order::new("owl", &placed.order.code, &secret).path();
        let guest = app.guest();
        // Henrik gives back, and the place goes to somebody else.
        let cancel = address::OrderAttendeeCancellation::new("owl", &placed.order.code, &secret, "2").path();
        guest.post_form(&cancel, &[]).await.expect(303);
        let change = address::OrderAttendeeCategory::new("owl", &placed.order.code, &secret, "1").path();
        let preview = guest.get(&format!("{change}?category=on-site")).await.expect(200);
        let shown: Vec<(String, String)> = again(&preview, "");
        app.order(congress, &[("on-site", "Mia Nolte")]).await;
        let shown: Vec<(&str, &str)> = shown.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        guest.post_form(&change, &shown).await.expect(303);
        let told = guest.get(&page).await.expect(200);
        tells_no_name_of_the_team(&told);
        assert_eq!(told.words(".notice"), ["„Ticket on-site“ ist inzwischen ausgebucht."]);
        let restore = address::OrderAttendeeRestoration::new("owl", &placed.order.code, &secret, "2").path();
        guest.post_form(&restore, &[]).await.expect(303);
        let told = guest.get(&page).await.expect(200);
        tells_no_name_of_the_team(&told);
        assert_eq!(told.words(".notice"), ["„Ticket on-site“ ist inzwischen ausgebucht."]);
        // A short name that somebody else made up comes back to nobody.
        let forged: Vec<(&str, &str)> =
            shown.iter().map(|(n, v)| (*n, if *n == "category" { "nur-code" } else { *v })).collect();
        guest.post_form(&change, &forged).await.expect(303);
        let told = guest.get(&page).await.expect(200);
        assert_eq!(told.words(".notice").len(), 1);
        assert!(!told.text().contains("nur-code"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_number_of_places_without_names_that_is_none_is_told_at_its_field() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        for typed in ["", "0", "-3", "abc", "150", "99999999", "99999999999999999999999"] {
            let fields = filled(&guest, &[("later-count", typed)], "later").await;
            let back = post(&guest, &fields).await.expect(422);
            check(&back.text());
            assert_eq!(
                back.words("#later-count-error"),
                ["Geben Sie eine Zahl von 1 bis 99 ein: So viele Plätze passen noch in diese Bestellung."],
                "{typed}"
            );
            assert_eq!(back.attributes("#later-count", "value"), [typed]);
            assert_eq!(back.attributes(".error-summary a", "href"), ["#later-count"]);
            assert_eq!(back.attributes("[name=given-1]", "value"), ["Lea"], "nothing is lost");
            assert!(back.attributes("[data-nameless]", "data-attendee").is_empty(), "nothing is added");
        }
        let fields = filled(&guest, &[("later-count", "99")], "later").await;
        let full = post(&guest, &fields).await.expect(200);
        assert_eq!(full.attributes("[data-nameless]", "data-attendee").len(), 99);
    })
    .await;
}

#[tokio::test]
async fn a_table_that_is_too_large_is_told_at_its_field() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let fields = filled(&guest, &[], "place").await;
        let hand_in = async |bytes: usize| {
            let mut body = vec![];
            for (field, value) in &fields {
                let part = format!("--grenze\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
                body.extend_from_slice(part.as_bytes());
            }
            let head = "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"team.csv\"\r\n\r\n";
            body.extend_from_slice(head.as_bytes());
            body.resize(body.len() + bytes, b'x');
            body.extend_from_slice(b"\r\n--grenze--\r\n");
            let length = body.len().to_string();
            let headers = [("content-length", length.as_str())];
            guest.send(Method::POST, FORM, &headers, Some("multipart/form-data; boundary=grenze"), body).await
        };
        let back = hand_in(3 * 1024 * 1024).await.expect(422);
        check(&back.text());
        assert_eq!(back.words("#file-error"), ["Die Datei ist größer als 1 MB."]);
        assert_eq!(back.attributes("#buyer-name", "value"), ["Petra Kemper"], "nothing is lost");
        assert_eq!(back.attributes("[name=given-1]", "value"), ["Lea"]);
        let far = hand_in(16 * 1024 * 1024).await.expect(413);
        assert!(!far.text().contains("20 MB") && far.text().contains("neben dem Feld"), "{}", far.text());
        // The same where the length is not said beforehand.
        let mut body =
            b"--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"team.csv\"\r\n\r\n".to_vec();
        body.resize(16 * 1024 * 1024, b'x');
        for (accept, told) in [("text/html", "neben dem Feld"), ("application/json", "/problems/too-large")] {
            let kind = Some("multipart/form-data; boundary=grenze");
            let chunked = guest.send(Method::POST, FORM, &[("accept", accept)], kind, body.clone()).await.expect(413);
            assert!(chunked.text().contains(told), "{}", chunked.text());
        }
        // What is no file is bounded as in every form.
        let long = "x".repeat(2 * 1024 * 1024);
        guest.post_form(FORM, &[("given-1", &long)]).await.expect(413);
    })
    .await;
}
