//! Setting up calls at the desk.

use super::*;
use crate::kit::run;
use identity::Role;

const WHOLE: [(&str, &str); 12] = [
    ("kind", "session"),
    ("title-de", "Impulse"),
    ("title-en", "Impulses"),
    ("lead-de", "Drei Minuten, **eine** Idee."),
    ("opens", ""),
    ("closes", "2099-03-28T02:30"),
    ("language-de", "on"),
    ("abstract-max", "200"),
    ("description-max", "1.000"),
    ("biography-max", "300"),
    ("remind", "14, 7"),
    ("type-talk", "3"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = WHOLE.into_iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    kept.chain(more.iter().copied()).collect()
}

#[tokio::test]
async fn a_call_is_added_once_seen_by_the_team_first_and_changed_by_who_saw_it() {
    run(async |app| {
        open(app).await;
        let desk = app.staff(Role::Programme).await;
        let shown = desk.get("/owl/desk/calls/new").await.expect(200);
        let once = shown.attributes("input[name=once]", "value").remove(0);
        let faulty = with(&[("once", &once), ("title-de", ""), ("title-en", ""), ("remind", "bald")]);
        desk.post_form("/owl/desk/calls/new", &faulty).await.expect(422);
        let none = with(&[("once", &once), ("opens", "2099-03-28T02:30")]);
        desk.post_form("/owl/desk/calls/new", &none).await.expect(422);
        let right = with(&[("once", &once)]);
        let added = desk.post_form("/owl/desk/calls/new", &right).await.expect(303);
        desk.post_form("/owl/desk/calls/new", &right).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM call").await, 2);
        let page = added.headers["location"].to_str().unwrap().to_owned();

        // Not published: the team sees it, nobody else.
        app.guest().get("/owl/call/impulse").await.expect(404);
        assert!(!app.guest().get("/owl/call").await.expect(200).text().contains("Impulse"));
        assert!(!app.guest().get("/owl").await.expect(200).text().contains("Impulse"));
        assert!(desk.get(&format!("{page}/preview")).await.expect(200).text().contains("<strong>eine</strong>"));

        let form = desk.get(&page).await.expect(200);
        assert_eq!(form.attributes("input[name=type-talk]", "value"), ["3"]);
        assert_eq!(form.attributes("input[name=remind]", "value"), ["7, 14"]);
        let seen = form.attributes("input[name=seen]", "value").remove(0);
        let published = with(&[("seen", &seen), ("published", "on")]);
        desk.post_form(&page, &published).await.expect(303);
        app.guest().get("/owl/call/impulse").await.expect(200);
        assert!(app.guest().get("/owl").await.expect(200).text().contains("Impulse"));
        // The menu of each page leads to what is open, until it closes.
        let menu = async || app.guest().get("/owl/programme/changes").await.expect(200).attributes("nav a", "href");
        assert!(menu().await.contains(&"/owl/call".to_owned()));
        // Somebody with an older page is told, and what they typed is there.
        let stale = with(&[("seen", &seen), ("title-de", "Anders")]);
        assert!(desk.post_form(&page, &stale).await.expect(409).text().contains("Anders"));
        // Its own time closes it, also on the cached front page.
        app.advance(TimeDelta::days(365 * 80));
        assert!(!app.guest().get("/owl").await.expect(200).text().contains("Impulse"));
        assert!(!menu().await.contains(&"/owl/call".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn links_for_late_comers_are_made_once_and_ended() {
    run(async |app| {
        let (_, call) = open(app).await;
        let desk = app.staff(Role::Organiser).await;
        let page = format!("/owl/desk/calls/{}", call.id);
        let shown = desk.get(&page).await.expect(200);
        let once = shown.attributes("form[action$=links] input[name=once]", "value").remove(0);
        desk.post_form(&format!("{page}/links"), &[("once", &once), ("uses", "0")]).await.expect(422);
        let right = [("once", once.as_str()), ("uses", "2"), ("note", "Kreis Höxter")];
        desk.post_form(&format!("{page}/links"), &right).await.expect(303);
        desk.post_form(&format!("{page}/links"), &right).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM call_link").await, 1);
        let text = desk.get(&page).await.expect(200).text();
        let late = path_in(&text.replace('"', " "), "/late/");
        app.guest().get(&late).await.expect(200);
        let close = desk.get(&page).await.expect(200).attributes("form[action$=closure]", "action").remove(0);
        desk.post_form(&close, &[]).await.expect(303);
        desk.post_form(&close, &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM code WHERE ended_at IS NOT NULL").await, 1);
        // Another congress's call is unknown here.
        app.congress("other", 5).await;
        desk.get(&format!("/other/desk/calls/{}", call.id)).await.expect(404);
    })
    .await;
}
