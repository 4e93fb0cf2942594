//! Those who take part: invited, saying yes, confirming, telling when they can be there.

use super::*;
use crate::kit::run;
use programme::entity::speaker;
use programme::load::{speaker_secret, submission_for_staff};
use programme::rules::transition::State as To;
use programme::service::submission::decide::{at_once, seen};

async fn own_page(app: &App, name: &str) -> String {
    let find = speaker::Entity::find().filter(speaker::Column::Name.eq(name));
    let row = find.one(app.store.read()).await.unwrap().unwrap();
    format!("/owl/speaking/{}/{}", row.id, speaker_secret(&app.program.state.link_key, &row))
}

async fn accept(app: &App, row: &submission::Model) {
    let loaded = submission_for_staff(app.store.read(), &Actor::system(), row.congress_id, &row.code).await.unwrap();
    at_once(&app.store, &loaded, &seen(loaded.row()), To::Accepted, "").await.unwrap();
    app.deliver().await;
}

#[tokio::test]
async fn somebody_invited_says_yes_themselves_and_each_is_told_once() {
    run(async |app| {
        open(app).await;
        let (path, row) = handed_in(app, "lea@lemgo.example").await;
        let client = app.guest();
        let invite = [("invited-name", "Nour Al-Khatib"), ("invited-email", "nour@lemgo.example")];
        client.post_form(&format!("{path}/speakers"), &invite).await.expect(303);
        client.post_form(&format!("{path}/speakers"), &invite).await.expect(303);
        client
            .post_form(&format!("{path}/speakers"), &[("invited-name", ""), ("invited-email", "x")])
            .await
            .expect(422);
        app.deliver().await;
        assert_eq!(mails(app, "invitation").await, 1);
        accept(app, &row).await;
        assert_eq!(app.count("SELECT count(*) FROM session_speaker").await, 1, "only who said yes");
        assert_eq!(mails(app, "decision").await, 1);

        let mail = app.smtp.mails().into_iter().find(|mail| mail.to == "nour@lemgo.example").unwrap();
        let page = path_in(&words(&mail), "/speaking/");
        client.get(&page).await.expect(200);
        assert_eq!(app.count("SELECT count(*) FROM submission_speaker WHERE confirmed_at IS NULL").await, 1);
        client.post_form(&format!("{page}/parts/{}", row.code), &[]).await.expect(303);
        client.post_form(&format!("{page}/parts/{}", row.code), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM session_speaker").await, 2);
        // Nobody confirms what is not theirs.
        let (_, other) = handed_in(app, "third@lemgo.example").await;
        client.post_form(&format!("{page}/confirmations/{}", other.code), &[]).await.expect(404);
        client.post_form(&format!("{page}/parts/{}", other.code), &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_was_accepted_is_confirmed_by_post_and_planned_only_when_released() {
    run(async |app| {
        let (congress, _) = open(app).await;
        let (path, row) = handed_in(app, "lea@lemgo.example").await;
        accept(app, &row).await;
        let page = own_page(app, "Lea Nolte").await;
        let client = app.guest();
        assert!(client.get(&page).await.expect(200).text().contains("Steht noch nicht fest"));
        client.get(&format!("{page}/confirmations/{}", row.code)).await.expect(405);
        client.post_form(&format!("{page}/confirmations/{}", row.code), &[]).await.expect(303);
        client.post_form(&format!("{page}/confirmations/{}", row.code), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM programme_session WHERE confirmed_at IS NOT NULL").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM submission_step WHERE to_state = 'confirmed'").await, 1);

        // Planned in the draft: not shown before it is released.
        let tx = app.store.begin().await.unwrap();
        let placed = programme::entity::slot::ActiveModel {
            starts_at: Set(Some(congress.starts_at)),
            ends_at: Set(Some(congress.starts_at + TimeDelta::minutes(20))),
            ..Default::default()
        };
        programme::entity::slot::Entity::update_many().set(placed).exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(client.get(&page).await.expect(200).text().contains("Steht noch nicht fest"));
        programme::service::release::release(&app.store, &Actor::system(), congress.id, "", Text::default())
            .await
            .unwrap();
        assert!(!client.get(&page).await.expect(200).text().contains("Steht noch nicht fest"));

        // A later change is a version, and stands in the session.
        app.advance(TimeDelta::days(11));
        let change = typed(&client, &path, &[("title", "Was Daten wirklich können")]).await;
        send(&client, &path, &change).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission_version").await, 2);
        let title = "SELECT count(*) FROM programme_session WHERE search LIKE '%wirklich%'";
        assert_eq!(app.count(title).await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_speaks_says_who_they_are_and_when_they_can() {
    run(async |app| {
        let (congress, _) = open(app).await;
        handed_in(app, "lea@lemgo.example").await;
        let page = own_page(app, "Lea Nolte").await;
        let client = app.guest();
        let day = congress.starts_at.with_timezone(&chrono_tz::Europe::Berlin).date_naive();
        let (from, until) = (format!("from-{day}"), format!("until-{day}"));
        let seen = async |form: &str| {
            client
                .get(&page)
                .await
                .expect(200)
                .attributes(&format!("form[action$={form}] input[name=seen]"), "value")
                .remove(0)
        };
        let first = seen("times").await;
        let wrong = [("when", "some"), (&*from, "14:00"), (&*until, "09:00"), ("seen", &*first)];
        client.post_form(&format!("{page}/times"), &wrong).await.expect(422);
        client.post_form(&format!("{page}/times"), &[("when", "some"), ("seen", &*first)]).await.expect(422);
        let right = [("when", "some"), (&*from, "09:00"), (&*until, "12:30"), ("seen", &*first)];
        client.post_form(&format!("{page}/times"), &right).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM speaker_time").await, 1);
        // From a page that did not see it: refused.
        client.post_form(&format!("{page}/times"), &[("when", "always"), ("seen", &*first)]).await.expect(409);
        let now = seen("times").await;
        client.post_form(&format!("{page}/times"), &[("when", "always"), ("seen", &*now)]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM speaker_time").await, 0);

        let shown = seen("profile").await;
        let long = "x".repeat(201);
        let fields = [("name", "Lea N."), ("biography-de", &*long), ("seen", &*shown)];
        client.post_form(&format!("{page}/profile"), &fields).await.expect(422);
        let fields = [("name", "Lea N."), ("biography-en", "Head of office."), ("seen", &*shown)];
        client.post_form(&format!("{page}/profile"), &fields).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM speaker WHERE name = 'Lea N.'").await, 1);
        let shown = seen("profile").await;
        let name = "x".repeat(301);
        client.post_form(&format!("{page}/profile"), &[("name", &*name), ("seen", &*shown)]).await.expect(422);
        // Whoever begins anew with an empty name keeps the one that others read.
        let again = ask(app, "lea@lemgo.example").await;
        let nameless = typed(&client, &again, &[("name", ""), ("title", "Noch etwas")]).await;
        send(&client, &again, &nameless).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM speaker WHERE name = 'Lea N.'").await, 1);
        let long = typed(&client, &again, &[("organisation", &*name)]).await;
        send(&client, &again, &long).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn who_is_in_a_draft_alone_is_not_among_the_desks_speakers() {
    crate::kit::run(async |app: &crate::kit::App| {
        super::open(app).await;
        let path = super::ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let fields = super::typed(&client, &path, &[]).await;
        super::send(&client, &path, &fields).await.expect(303);
        let staff = app.staff(identity::Role::Programme).await;
        let names = async || staff.get("/owl/desk/speakers").await.expect(200).words("tbody th a");
        assert_eq!(names().await, [""; 0]);
        let fields = super::typed(&client, &path, &[("deed", "hand-in")]).await;
        super::send(&client, &path, &fields).await.expect(303);
        assert_eq!(names().await, ["Lea Nolte"]);
        app.deliver().await;
    })
    .await;
}

/// Lea hands in, Nour is invited: Nour's page.
async fn with_another(app: &App) -> (String, submission::Model, String) {
    let (path, row) = handed_in(app, "lea@lemgo.example").await;
    let invite = [("invited-name", "Nour Al-Khatib"), ("invited-email", "nour@lemgo.example")];
    app.guest().post_form(&format!("{path}/speakers"), &invite).await.expect(303);
    app.deliver().await;
    let mail = app.smtp.mails().into_iter().find(|mail| mail.to == "nour@lemgo.example").unwrap();
    (path, row, path_in(&words(&mail), "/speaking/"))
}

async fn answers_to(app: &App, address: &str) {
    let set = congress::entity::congress::ActiveModel { reply_to: Set(address.into()), ..Default::default() };
    let tx = app.store.begin().await.unwrap();
    congress::entity::congress::Entity::update_many().set(set).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn who_is_asked_may_say_no_and_change_their_mind_and_the_office_is_told_each_time() {
    run(async |app| {
        open(app).await;
        answers_to(app, "kongress@lemgo.example").await;
        let (path, row, page) = with_another(app).await;
        let client = app.guest();
        let refusals = format!("{page}/refusals/{}", row.code);
        client.get(&refusals).await.expect(405);
        client.post_form(&refusals, &[("why", "Ich bin <b>im</b> Urlaub")]).await.expect(303);
        client.post_form(&refusals, &[("why", "noch einmal")]).await.expect(303);
        app.deliver().await;
        let told: Vec<_> = app.smtp.mails().into_iter().filter(|mail| mail.to == "kongress@lemgo.example").collect();
        assert_eq!(told.len(), 1, "one mail, however often it is clicked");
        let text = words(&told[0]);
        assert!(
            text.contains("Nour Al-Khatib") && text.contains("im</b> Urlaub") && text.contains("/desk/submissions/"),
            "{text}"
        );
        assert!(client.get(&page).await.expect(200).text().contains("Sie haben abgesagt."));
        assert!(app.guest().get(&path).await.expect(200).text().contains("Hat abgesagt"));
        accept(app, &row).await;
        assert_eq!(mails(app, "decision").await, 1, "who declined hears no more of it");
        assert_eq!(app.count("SELECT count(*) FROM session_speaker").await, 1);

        // They do after all, and then not again: the session goes on with the other.
        client.post_form(&format!("{page}/parts/{}", row.code), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM session_speaker").await, 2);
        assert_eq!(app.count("SELECT count(*) FROM submission_speaker WHERE declined_at IS NOT NULL").await, 0);
        client.post_form(&refusals, &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM session_speaker").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'accepted'").await, 1);
        app.deliver().await;
        assert_eq!(mails(app, "refusal").await, 2);
        // Nobody declines for others.
        let (_, other) = handed_in(app, "third@lemgo.example").await;
        client.post_form(&format!("{page}/refusals/{}", other.code), &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_last_who_says_no_withdraws_it_before_and_after_a_yes() {
    run(async |app| {
        open(app).await;
        answers_to(app, "kongress@lemgo.example").await;
        let (path, row) = handed_in(app, "lea@lemgo.example").await;
        let page = own_page(app, "Lea Nolte").await;
        let client = app.guest();
        let refusals = format!("{page}/refusals/{}", row.code);
        // While nothing is decided, whoever hands in takes it back instead.
        client.post_form(&refusals, &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'submitted'").await, 1);
        accept(app, &row).await;
        client.post_form(&format!("{page}/confirmations/{}", row.code), &[]).await.expect(303);
        let (other, why) = (app.guest(), [("why", "krank")]);
        let twice = tokio::join!(client.post_form(&refusals, &why), other.post_form(&refusals, &why));
        twice.0.expect(303);
        twice.1.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'withdrawn'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM programme_session WHERE cancelled_at IS NOT NULL").await, 1);
        assert_eq!(
            app.count("SELECT count(*) FROM submission_step WHERE to_state = 'withdrawn' AND why = 'krank'").await,
            1
        );
        app.deliver().await;
        assert_eq!(mails(app, "refusal").await, 1);
        let mail = app.smtp.mails().into_iter().rev().find(|mail| mail.to == "kongress@lemgo.example").unwrap();
        assert!(words(&mail).contains("krank"));
        assert!(app.guest().get(&path).await.expect(200).text().contains("Dieser Beitrag ist zurückgezogen."));
    })
    .await;
}

#[tokio::test]
async fn nobody_says_no_once_the_congress_is_over_and_without_an_address_nobody_is_mailed() {
    run(async |app| {
        open(app).await;
        let (_, row, page) = with_another(app).await;
        let client = app.guest();
        client.post_form(&format!("{page}/parts/{}", row.code), &[]).await.expect(303);
        accept(app, &row).await;
        let refusals = format!("{page}/refusals/{}", row.code);
        client.post_form(&refusals, &[]).await.expect(303);
        assert_eq!(mails(app, "refusal").await, 0);
        client.post_form(&format!("{page}/parts/{}", row.code), &[]).await.expect(303);
        app.advance(TimeDelta::days(400));
        client.post_form(&refusals, &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission_speaker WHERE declined_at IS NOT NULL").await, 0);
        assert!(!client.get(&page).await.expect(200).text().contains("Ich kann nicht"));
        app.deliver().await;
    })
    .await;
}
