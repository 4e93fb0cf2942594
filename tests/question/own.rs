//! One's own answers, behind one's own link; and no one else's.

use super::settings::{fields, send, with};
use super::{pairs, question};
use crate::kit::world::form;
use crate::kit::{App, Client, Reply, run};
use base::{Actor, Language};
use chrono::TimeDelta;
use congress::entity::question::Kind;
use congress::service::question::Question;
use http::Method;
use identity::Role;
use registration::load::{attendee_secret, order_secret};
use registration::service::order::{Placed, place};

/// Henrik and Lea, of whom Henrik is vegan; photos are not answered.
async fn placed(app: &App, congress: base::Uuid) -> Placed {
    let mut new = form(&[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]);
    new.source = registration::entity::order::Source::Desk;
    new.attendees[0].answers.insert("diet".into(), vec!["vegan".into()]);
    let placed = place(&app.store, &Actor::guest(Language::De), congress, new).await.expect("an order");
    app.run_jobs().await;
    placed
}

fn my(app: &App, placed: &Placed, n: usize) -> String {
    let key = &app.program.state.link_key;
    format!("/owl/my/{}", attendee_secret(key, &placed.order, &placed.attendees[n].attendee))
}

fn order(app: &App, placed: &Placed) -> String {
    let key = &app.program.state.link_key;
    format!("/owl/orders/{}/{}", placed.order.code, order_secret(key, &placed.order))
}

#[tokio::test]
async fn everyone_changes_their_own_and_the_buyer_sees_what_is_missing() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.menu(owl.id).await;
        let placed = placed(app, owl.id).await;
        let (guest, mine) = (app.guest(), my(app, &placed, 0));
        let page = guest.get(&mine).await.expect(200).text();
        assert!(page.contains("Wahl vegan") && page.contains("Es fehlt noch: Fotos."), "{page}");
        let buyer = guest.get(&order(app, &placed)).await.expect(200).text();
        assert!(buyer.contains("Angaben, die noch fehlen") && buyer.contains("Fotos"), "{buyer}");
        assert!(!buyer.contains("Wahl vegan") && !buyer.contains("Ernährung"), "nothing sensitive");
        let path = format!("{mine}/answers");
        let shown = guest.get(&path).await.expect(200);
        let wrong = send(&guest, &path, &fields(&shown)).await.expect(422);
        assert_eq!(wrong.words(".kern-error").len(), 1, "photos are required");
        let more = with(fields(&shown), &[("about_photo", "no"), ("about_diet", "other")]);
        let asked = send(&guest, &path, &more).await.expect(200);
        assert!(asked.text().contains("Was genau"), "{}", asked.text());
        send(&guest, &path, &with(fields(&asked), &[("about_diet_note", "Sellerie")])).await.expect(303);
        let all = pairs(&[("diet", "other"), ("diet-note", "Sellerie"), ("photo", "no")]);
        assert_eq!(app.answers().await, all);
        // Back to everything: the note goes.
        let shown = guest.get(&path).await.expect(200);
        send(&guest, &path, &with(fields(&shown), &[("about_diet", "all")])).await.expect(303);
        assert_eq!(app.answers().await, pairs(&[("diet", "all"), ("photo", "no")]));
        let organiser = app.staff(Role::Organiser).await;
        let log = organiser.get("/owl/desk/audit").await.expect(200).text();
        assert!(!log.contains("Sellerie"), "the log outlives answers, so they do not stand there");
    })
    .await;
}

#[tokio::test]
async fn nobody_opens_the_answers_of_others() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.menu(owl.id).await;
        app.ask(owl.id, "proof", Question { position: 4, ..question("Nachweis", Kind::File) }).await.unwrap();
        let placed = placed(app, owl.id).await;
        let guest = app.guest();
        let (mine, other) = (my(app, &placed, 0), my(app, &placed, 1));
        hand_in(&guest, &format!("{mine}/answers/proof"), "a.pdf", b"%PDF-1.7 mine").await.expect(303);
        guest.get(&format!("{mine}/answers/proof")).await.expect(200);
        guest.get(&format!("{other}/answers/proof")).await.expect(404);
        guest.get(&format!("{}/answers/proof", order(app, &placed))).await.expect(404);
        let guessed = mine.replace("-1-", "-2-");
        for path in [format!("{guessed}/answers"), format!("{guessed}/answers/proof")] {
            guest.get(&path).await.expect(404);
        }
        guest.post_form(&format!("{guessed}/answers"), &[("about_photo", "yes")]).await.expect(404);
        // The order's link reaches the order's questions alone.
        let page = guest.get(&format!("{}/answers", order(app, &placed))).await.expect(200).text();
        assert!(page.contains("fragen wir Sie nichts weiter"), "{page}");
        guest.post_form(&format!("{}/answers", order(app, &placed)), &[("about_photo", "yes")]).await.expect(303);
        assert_eq!(app.answers().await, pairs(&[("diet", "vegan"), ("proof", "a.pdf")]));
    })
    .await;
}

async fn hand_in(client: &Client, path: &str, name: &str, content: &[u8]) -> Reply {
    let mut body =
        format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n").into_bytes();
    body.extend(content);
    body.extend(b"\r\n--x--\r\n");
    client.send(Method::POST, path, &[], Some("multipart/form-data; boundary=x"), body).await
}

#[tokio::test]
async fn a_file_is_taken_by_what_is_in_it_and_given_back_as_an_attachment() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.ask(owl.id, "proof", Question { sensitive: true, ..question("Nachweis", Kind::File) }).await.unwrap();
        let placed = placed_without(app, owl.id).await;
        let (guest, path) = (app.guest(), format!("{}/answers/proof", my(app, &placed, 0)));
        for (content, told) in
            [(&b"<html><script>alert(1)</script>"[..], "PDF, ein PNG- oder ein JPEG-Bild"), (b"", "Die Datei ist leer")]
        {
            let refused = hand_in(&guest, &path, "a.pdf", content).await.expect(422);
            assert!(refused.words(".kern-error").concat().contains(told), "{}", refused.text());
        }
        let mut large = b"%PDF-".to_vec();
        large.resize(6 * 1024 * 1024, b' ');
        let refused = hand_in(&guest, &path, "a.pdf", &large).await.expect(422);
        assert!(refused.text().contains("höchstens 5 MB"));
        hand_in(&guest, &path, "Nachweis.html", b"\x89PNG\r\n\x1a\n1").await.expect(303);
        hand_in(&guest, &path, "Neu.png", b"\x89PNG\r\n\x1a\n2").await.expect(303);
        assert_eq!(app.answers().await, pairs(&[("proof", "Neu.png")]), "the second in place of the first");
        let file = guest.get(&path).await.expect(200);
        assert_eq!(file.bytes, b"\x89PNG\r\n\x1a\n2");
        assert_eq!(file.header("content-type"), "image/png");
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"proof.png\"");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        guest.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        guest.get(&path).await.expect(404);
        assert_eq!(app.answers().await, vec![]);
        hand_in(&guest, &path.replace("proof", "diet"), "a.pdf", b"%PDF-1").await.expect(404);
    })
    .await;
}

async fn placed_without(app: &App, congress: base::Uuid) -> Placed {
    app.order(congress, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await
}

#[tokio::test]
async fn what_is_set_fast_stays() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let until = Some(app.store.now() + TimeDelta::days(1));
        let colour = Question { changed_until: until, ..question("Farbe", Kind::Text) };
        app.ask(owl.id, "colour", colour).await.unwrap();
        let late = Question { asked_until: until, position: 2, ..question("Größe", Kind::Text) };
        app.ask(owl.id, "size", late).await.unwrap();
        let placed = placed_without(app, owl.id).await;
        let (guest, path) = (app.guest(), format!("{}/answers", my(app, &placed, 0)));
        let shown = guest.get(&path).await.expect(200);
        send(&guest, &path, &with(fields(&shown), &[("about_colour", "rot")])).await.expect(303);
        app.advance(TimeDelta::days(2));
        let page = guest.get(&path).await.expect(200);
        assert!(page.text().contains("Nicht mehr zu ändern") && page.words("#about_colour, #about_size").is_empty());
        guest.post_form(&path, &[("about_colour", "blau"), ("about_size", "L")]).await.expect(303);
        assert_eq!(app.answers().await, pairs(&[("colour", "rot")]));
        app.advance(TimeDelta::days(30));
        guest.get(&path).await.expect(409);
    })
    .await;
}
