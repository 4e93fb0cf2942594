//! Links for those who come late.

use super::*;
use crate::kit::run;
use programme::entity::submission::State;
use programme::load::late_secret;
use programme::service::call::{NewLink, add_link, end_link};

async fn link(app: &App, call: &call::Model, uses: i32) -> (Uuid, String) {
    let new = NewLink { id: app.store.chance().opaque_id(), uses, until: None, note: "Für Lea".into() };
    let link = add_link(&app.store, &Actor::system(), call, new).await.unwrap();
    (link.id, format!("/owl/call/vortraege/late/{}", late_secret(&app.program.state.link_key, &link)))
}

async fn asked(app: &App, late: &str, email: &str) -> String {
    app.guest().post_form(late, &[("email", email)]).await.expect(303);
    app.deliver().await;
    let mail = app.smtp.mails().into_iter().rev().find(|mail| mail.to == email).expect("a mail");
    path_in(&words(&mail), "/submissions/")
}

#[tokio::test]
async fn of_two_who_take_the_last_use_at_once_one_has_it() {
    run(async |app| {
        let (_, call) = open(app).await;
        let (_, late) = link(app, &call, 1).await;
        app.advance(TimeDelta::days(11));
        let first = asked(app, &late, "lea@lemgo.example").await;
        let second = asked(app, &late, "nour@lemgo.example").await;
        let (one, other) = (app.guest(), app.guest());
        let fields =
            (typed(&one, &first, &[("deed", "hand-in")]).await, typed(&other, &second, &[("deed", "hand-in")]).await);
        tokio::join!(send(&one, &first, &fields.0), send(&other, &second, &fields.1));
        app.deliver().await;
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'submitted'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'draft' AND title <> ''").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM code WHERE kind = 'late' AND used = 1").await, 1);
        assert_eq!(mails(app, "received").await, 1);
        // Whoever has it keeps it, also through taking back and handing in again.
        let winner =
            if by_code(app, first.split('/').nth(3).unwrap()).await.state == State::Submitted { first } else { second };
        let client = app.guest();
        client.post_form(&format!("{winner}/withdrawal"), &[]).await.expect(303);
        let again = typed(&client, &winner, &[("deed", "hand-in")]).await;
        let _ = send(&client, &winner, &again).await;
        assert_eq!(app.count("SELECT count(*) FROM code_use").await, 1);
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn a_link_that_has_ended_opens_nothing_and_a_wrong_one_is_unknown() {
    run(async |app| {
        let (_, call) = open(app).await;
        let (id, late) = link(app, &call, 3).await;
        app.advance(TimeDelta::days(11));
        app.guest().get(&late).await.expect(200);
        app.guest().get(&format!("{late}x")).await.expect(404);
        end_link(&app.store, &Actor::system(), &call, id).await.unwrap();
        let page = app.guest().get(&late).await.expect(200);
        assert!(page.attributes("input[name=email]", "id").is_empty());
        app.guest().post_form(&late, &[("email", "lea@lemgo.example")]).await.expect(200);
        assert_eq!(app.count("SELECT count(*) FROM submission").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_begun_in_time_is_handed_in_by_a_late_link() {
    run(async |app| {
        let (_, call) = open(app).await;
        let (_, late) = link(app, &call, 2).await;
        let begun = ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let half = typed(&client, &begun, &[("abstract", "")]).await;
        send(&client, &begun, &half).await.expect(303);
        // Another one was begun, and nothing typed.
        let empty = ask(app, "lea@lemgo.example").await;
        assert_ne!(empty, begun);
        app.advance(TimeDelta::days(11));
        assert_eq!(asked(app, &late, "lea@lemgo.example").await, begun);
        let whole = typed(&client, &begun, &[("deed", "hand-in")]).await;
        send(&client, &begun, &whole).await.expect(303);
        app.deliver().await;
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'submitted'").await, 1);
        // What is in is in: the other one is next, by the last use of the link.
        assert_eq!(asked(app, &late, "lea@lemgo.example").await, empty);
        let whole = typed(&client, &empty, &[("title", "Noch etwas"), ("deed", "hand-in")]).await;
        send(&client, &empty, &whole).await.expect(303);
        app.deliver().await;
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'submitted'").await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_second_late_link_helps_whom_the_first_one_was_used_up_for() {
    run(async |app| {
        let (_, call) = open(app).await;
        let (_, first) = link(app, &call, 1).await;
        app.advance(TimeDelta::days(11));
        let (lea, nour) =
            (asked(app, &first, "lea@lemgo.example").await, asked(app, &first, "nour@lemgo.example").await);
        let client = app.guest();
        for path in [&nour, &lea] {
            let whole = typed(&client, path, &[("deed", "hand-in")]).await;
            send(&client, path, &whole).await.expect(303);
        }
        app.deliver().await;
        assert_eq!(by_code(app, lea.split('/').nth(3).unwrap()).await.state, State::Draft);
        let (_, second) = link(app, &call, 1).await;
        assert_eq!(asked(app, &second, "lea@lemgo.example").await, lea);
        let whole = typed(&client, &lea, &[("deed", "hand-in")]).await;
        send(&client, &lea, &whole).await.expect(303);
        app.deliver().await;
        assert_eq!(by_code(app, lea.split('/').nth(3).unwrap()).await.state, State::Submitted);
    })
    .await;
}
