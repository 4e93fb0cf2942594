//! Handing in with forms alone.

use super::*;
use crate::kit::run;
use programme::entity::submission::State;

#[tokio::test]
async fn a_draft_is_kept_from_the_first_field_on_and_handed_in_once() {
    run(async |app| {
        open(app).await;
        let page = app.guest().get("/owl/call").await.expect(200);
        assert!(page.text().contains("Vorträge"));
        let path = ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let before = app.count("SELECT count(*) FROM submission_version").await;
        // The link itself changes nothing.
        client.get(&path).await.expect(200);

        // Half of it is kept.
        let half = typed(&client, &path, &[("abstract", ""), ("type", ""), ("name", "")]).await;
        send(&client, &path, &half).await.expect(303);
        assert!(client.get(&path).await.expect(200).text().contains("Was Daten können"));

        // Handing in half of it is refused, and kept all the same.
        let half = typed(&client, &path, &[("abstract", ""), ("title", "Neuer Titel"), ("deed", "hand-in")]).await;
        let page = send(&client, &path, &half).await.expect(422);
        assert!(page.text().contains("Sagen Sie kurz, worum es geht."));
        assert!(client.get(&path).await.expect(200).text().contains("Neuer Titel"));

        // Too long by what people count as one character: a family is one.
        let family = "👩‍👩‍👧‍👦".repeat(101);
        let long = typed(&client, &path, &[("abstract", &family), ("deed", "hand-in")]).await;
        assert!(send(&client, &path, &long).await.expect(422).text().contains("101 Zeichen sind zu viele"));
        let fits = "👩‍👩‍👧‍👦".repeat(100);
        let whole = typed(&client, &path, &[("abstract", &fits), ("deed", "hand-in")]).await;
        let twice = tokio::join!(send(&client, &path, &whole), send(&client, &path, &whole));
        assert!([303, 409].contains(&twice.0.status.as_u16()) && [303, 409].contains(&twice.1.status.as_u16()));
        app.deliver().await;
        assert_eq!(before, 0);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'submitted'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM submission_version").await, 1);
        assert_eq!((mails(app, "link").await, mails(app, "received").await), (1, 1));

        // A change makes a version; what reviewers saw stays.
        let change = typed(&client, &path, &[("abstract", "Kürzer.")]).await;
        send(&client, &path, &change).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission_version WHERE number = 2").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM submission_version").await, 2);

        // Back, and in again.
        client.post_form(&format!("{path}/withdrawal"), &[]).await.expect(303);
        client.post_form(&format!("{path}/withdrawal"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'withdrawn'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM submission_step WHERE to_state = 'withdrawn'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_script_keeps_what_is_typed_and_learns_what_stands_there() {
    run(async |app| {
        open(app).await;
        let path = ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let fields = typed(&client, &path, &[("deed", "keep"), ("title", "Eins")]).await;
        let seen = send(&client, &path, &fields).await.expect(200).text();
        let fields = typed(&client, &path, &[("deed", "keep"), ("title", "Zwei"), ("seen", &seen)]).await;
        send(&client, &path, &fields).await.expect(200);
        // An older page does not overwrite it.
        let stale = typed(&client, &path, &[("title", "Drei"), ("seen", &seen)]).await;
        let page = send(&client, &path, &stale).await.expect(409);
        assert!(page.text().contains("Drei"));
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE title = 'Zwei'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_sees_what_is_somebody_elses() {
    run(async |app| {
        let (_, call) = open(app).await;
        let (mine, row) = handed_in(app, "lea@lemgo.example").await;
        let (other, _) = handed_in(app, "nour@lemgo.example").await;
        let secret = mine.rsplit('/').next().unwrap();
        let code = other.split('/').nth(3).unwrap();
        app.guest().get(&format!("/owl/submissions/{code}/{secret}")).await.expect(404);
        app.guest().post_form(&format!("/owl/submissions/{code}/{secret}"), &[("deed", "save")]).await.expect(404);
        app.guest().get(&format!("/owl/submissions/{}/x", row.code)).await.expect(404);
        // Asking once more leads back to what one has, in the mail alone.
        let answer = app.guest().post_form("/owl/call/vortraege", &[("email", "lea@lemgo.example")]).await.expect(303);
        let unknown = app.guest().post_form("/owl/call/vortraege", &[("email", "new@lemgo.example")]).await.expect(303);
        assert_eq!(answer.headers.get("location"), unknown.headers.get("location"));
        app.deliver().await;
        let mail = app.smtp.mails().into_iter().rev().find(|mail| mail.to == "lea@lemgo.example").unwrap();
        assert!(words(&mail).contains(&row.code) && words(&mail).contains("Was Daten können"), "{}", words(&mail));
        assert_eq!(call.slug, "vortraege");
    })
    .await;
}

#[tokio::test]
async fn a_closed_call_takes_nothing_and_a_draft_stays() {
    run(async |app| {
        open(app).await;
        let path = ask(app, "lea@lemgo.example").await;
        let (submitted, _) = handed_in(app, "nour@lemgo.example").await;
        app.advance(TimeDelta::days(11));
        let client = app.guest();
        let page = client.get("/owl/call/vortraege").await.expect(200);
        assert!(page.attributes("form[action*=call] input", "name").is_empty());
        client.post_form("/owl/call/vortraege", &[("email", "late@lemgo.example")]).await.expect(200);
        assert_eq!(app.count("SELECT count(*) FROM submission").await, 2);
        let fields = typed(&client, &path, &[("deed", "hand-in")]).await;
        send(&client, &path, &fields).await.expect(303);
        assert_eq!(by_code(app, path.split('/').nth(3).unwrap()).await.state, State::Draft);
        // What is in cannot be changed any more.
        assert!(client.get(&submitted).await.expect(200).attributes("#entwurf", "id").is_empty());
        client.post_form(&format!("{submitted}/withdrawal"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'withdrawn'").await, 0);
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn hostile_markdown_does_nothing() {
    run(async |app| {
        open(app).await;
        let path = ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let evil = "<script>alert(1)</script> [x](javascript:alert(2)) ![y](http://evil.example/z.png)";
        let fields = typed(&client, &path, &[("title", "<b>Fett</b>"), ("abstract", evil)]).await;
        send(&client, &path, &fields).await.expect(303);
        let page = client.get(&path).await.expect(200).text();
        assert!(!page.contains("<script>alert") && !page.contains("href=\"javascript:") && !page.contains("<b>Fett"));
    })
    .await;
}
