//! Releasing at the desk, what the public reads of it, and who is told.

use super::making::{change, hidden};
use super::{event, plan, taken};
use crate::kit::{App, Client, Reply, run};
use base::{Actor, Uuid};
use chrono::TimeDelta;
use identity::Role;
use programme::entity::programme::Column::{CongressId, Draft};
use programme::entity::slot;
use programme::service::release::release;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

const RELEASES: &str = "/owl/desk/releases";

/// A day of three sessions, released; Lea Nolte speaks in the first, Henrik Stallmann in the second, nobody known in the
/// third.
async fn day(app: &App) -> Uuid {
    let owl = super::plan::dated(app, "owl").await;
    let mut events = vec![event(1, "Eins", 0), event(2, "Zwei", 60), event(3, "Drei", 120)];
    events[1].persons[0] =
        schedule::Person { id: Some("6".into()), name: "Henrik Stallmann".into(), ..Default::default() };
    events[2].persons.clear();
    taken(app, owl.id, &plan("1", vec![("Saal", events), ("Foyer", vec![])]), super::RELEASED).await;
    owl.id
}

async fn shift(app: &App, congress: Uuid, number: i32, by: i64) {
    let find = slot::Entity::find().filter(slot::Column::Number.eq(number));
    let row = find.one(app.store.read()).await.unwrap().unwrap();
    let by = TimeDelta::minutes(by);
    let tx = app.store.begin().await.unwrap();
    let moved = slot::ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(row.id),
        starts_at: sea_orm::ActiveValue::Set(row.starts_at.map(|time| time + by)),
        ends_at: sea_orm::ActiveValue::Set(row.ends_at.map(|time| time + by)),
        ..Default::default()
    };
    slot::Entity::update(moved).exec(&*tx).await.unwrap();
    programme::entity::programme::Entity::update_many()
        .col_expr(Draft, Expr::col(Draft).add(1))
        .filter(CongressId.eq(congress))
        .exec(&*tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn address(app: &App, staff: &Client, name: &str, email: &str, language: &str) {
    let names = programme::query::speaker::names(app.store.read(), super::by_slug(app, "owl").await.id).await.unwrap();
    let id = names.iter().find(|one| one.name == name).unwrap().id;
    change(staff, &format!("/owl/desk/speakers/{id}"), &[("email", email), ("language", language)]).await.expect(303);
}

/// Fails unless xmllint can read it.
#[track_caller]
fn well_formed(xml: &str) {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut lint = Command::new("xmllint")
        .args(["--noout", "--nonet", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xmllint: infra/test installs it");
    lint.stdin.take().unwrap().write_all(xml.as_bytes()).unwrap();
    let said = lint.wait_with_output().unwrap();
    assert!(said.status.success(), "{}\n{xml}", String::from_utf8_lossy(&said.stderr));
}

async fn send(staff: &Client, page: &Reply, more: &[(&str, &str)]) -> Reply {
    let draft = hidden(page, "draft");
    let fields: Vec<(&str, &str)> = more.iter().copied().chain([("draft", draft.as_str())]).collect();
    staff.post_form(RELEASES, &fields).await
}

#[tokio::test]
async fn a_release_is_shown_before_made_once_and_refused_when_the_draft_is_another() {
    run(async |app: &App| {
        let owl = day(app).await;
        let staff = app.staff(Role::Programme).await;
        let nothing = staff.get(RELEASES).await.expect(200);
        assert!(nothing.text().contains("Nichts: Der Entwurf") && nothing.words("main form textarea").is_empty());
        shift(app, owl, 2, 30).await;
        let page = staff.get(RELEASES).await.expect(200);
        assert!(page.text().contains("Zwei") && page.text().contains("Verlegt von"), "{}", page.text());
        // Somebody moves something else meanwhile: nothing is released, and both changes are shown.
        shift(app, owl, 3, 15).await;
        let stale = send(&staff, &page, &[("name", "Zweite")]).await.expect(409);
        assert!(stale.text().contains("inzwischen geändert") && stale.text().contains("Drei"), "{}", stale.text());
        assert_eq!(app.count("SELECT count(*) FROM release").await, 1);
        // By two at once, and once more: one.
        let (one, two) = tokio::join!(
            send(&staff, &stale, &[("name", "Zweite"), ("note-de", "Der Saal ist länger belegt.")]),
            send(&staff, &stale, &[("name", "Zweite"), ("note-de", "Der Saal ist länger belegt.")])
        );
        one.expect(303);
        two.expect(303);
        send(&staff, &stale, &[("name", "Zweite")]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM release").await, 2);
        let shown = staff.get(&format!("{RELEASES}/2")).await.expect(200);
        assert!(shown.text().contains("Der Saal ist länger belegt.") && shown.text().contains("Verlegt von"));
        staff.get(&format!("{RELEASES}/3")).await.expect(404);
        staff.get(&format!("{RELEASES}/x")).await.expect(404);
        let long = "x".repeat(101);
        shift(app, owl, 3, 15).await;
        let page = staff.get(RELEASES).await.expect(200);
        assert_eq!(send(&staff, &page, &[("name", &long)]).await.expect(422).words("#name-error").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn everybody_reads_what_releases_changed_also_as_a_feed_and_old_ones_as_they_were() {
    run(async |app: &App| {
        let owl = day(app).await;
        shift(app, owl, 2, 30).await;
        release(&app.store, &Actor::system(), owl, "<b>Zwei</b> & mehr", Default::default()).await.unwrap();
        let guest = app.guest();
        let page = guest.get("/owl/programme/changes").await.expect(200);
        assert!(page.text().contains("Verlegt von") && page.text().contains("Die erste Fassung"), "{}", page.text());
        assert!(page.text().contains("&lt;b&gt;Zwei"));
        let english = guest.in_language("en").get("/owl/programme/changes").await.expect(200);
        assert!(english.text().contains("Moved from"));
        let feed = guest.get("/owl/programme/changes.atom").await.expect(200);
        assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
        well_formed(&feed.text());
        let ids = |feed: &Reply| feed.words("id");
        assert_eq!(ids(&feed).len(), 3);
        let tag = feed.header("etag").to_owned();
        let again = guest
            .send(http::Method::GET, "/owl/programme/changes.atom", &[("if-none-match", &tag)], None, vec![])
            .await
            .expect(304);
        assert!(again.text().is_empty());
        // Another release has one more, and those before keep their ids.
        shift(app, owl, 1, -15).await;
        release(&app.store, &Actor::system(), owl, "", Default::default()).await.unwrap();
        let newer = guest.get("/owl/programme/changes.atom").await.expect(200);
        assert_eq!(ids(&newer)[2..], ids(&feed)[1..]);
        let old = guest.get("/owl/programme/versions/1").await.expect(200);
        assert!(old.text().contains("9:00 bis 9:30") || old.text().contains("9 bis 9:30"), "{}", old.text());
        assert!(old.text().contains("Sie gilt nicht mehr"));
        assert!(guest.get("/owl/programme/versions/3").await.expect(200).text().contains("wie es jetzt gilt"));
        guest.get("/owl/programme/versions/4").await.expect(404);
        let none = app.congress("leer", 1).await;
        assert!(guest.get(&format!("/{}/programme/changes", none.slug)).await.expect(200).text().contains("noch kein"));
        guest.get(&format!("/{}/programme/changes.atom", none.slug)).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn those_who_speak_are_told_once_in_their_language_and_only_with_the_tick() {
    run(async |app: &App| {
        let owl = day(app).await;
        let staff = app.staff(Role::Organiser).await;
        address(app, &staff, "Lea Nolte", "lea@lemgo.example", "de").await;
        address(app, &staff, "Henrik Stallmann", "henrik@lemgo.example", "en").await;
        app.deliver().await;
        assert_eq!(app.smtp.mails().len(), 0);
        shift(app, owl, 2, 30).await;
        let page = staff.get(RELEASES).await.expect(200);
        assert!(page.attributes("#notify", "checked").len() == 1);
        // Without the tick, nobody is told.
        send(&staff, &page, &[]).await.expect(303);
        calm(app).await;
        assert_eq!(app.smtp.mails().len(), 0);
        // Moved twice within minutes: one mail, with the last state.
        for by in [30, 60] {
            shift(app, owl, 3, by).await;
            let page = staff.get(RELEASES).await.expect(200);
            send(&staff, &page, &[("notify", "on")]).await.expect(303);
        }
        calm(app).await;
        assert_eq!(told(app), ["henrik@lemgo.example: Your session: Zwei", "lea@lemgo.example: Ihr Termin: Eins"]);
        // Only whose slot moves is told again.
        shift(app, owl, 1, 30).await;
        let page = staff.get(RELEASES).await.expect(200);
        send(&staff, &page, &[("notify", "on")]).await.expect(303);
        calm(app).await;
        assert_eq!(told(app)[2..], ["lea@lemgo.example: Neue Zeit: Eins"]);
        // What is cancelled is told as such, at once.
        let sessions = programme::query::session::after(app.store.read(), owl, &Default::default(), (None, 9)).await;
        for view in sessions.unwrap().iter().take(2) {
            programme::service::session::cancel(&app.store, &Actor::system(), owl, view.row.id, "Krank").await.unwrap();
        }
        app.deliver().await;
        let mut last = told(app)[3..].to_vec();
        last.sort();
        assert_eq!(last, ["henrik@lemgo.example: Cancelled: Zwei", "lea@lemgo.example: Abgesagt: Eins"]);
    })
    .await;
}

/// After a release it takes a while until anybody is told.
async fn calm(app: &App) {
    app.run_jobs().await;
    app.advance(TimeDelta::minutes(3));
    app.deliver().await;
}

/// Who got which mail; of those of one moment by address.
fn told(app: &App) -> Vec<String> {
    let line = |mail: &crate::kit::smtp::Received| {
        let message = mail_parser::MessageParser::default().parse(&mail.data).expect("a mail");
        format!("{}: {}", mail.to, message.subject().unwrap_or_default())
    };
    let mut all: Vec<String> = app.smtp.mails().iter().map(line).collect();
    if let Some(first) = all.get_mut(..2) {
        first.sort();
    }
    all
}
