//! Judging.

use super::scene;
use crate::kit::{App, run};
use base::Actor;
use chrono::TimeDelta;
use programme::ReviewError;
use programme::entity::review_phase::Others;
use programme::service::review::judge::{Judgement, give};
use programme::service::review::phase::{Phase, change};
use web::form::Seen;

async fn set(app: &App, scene: &super::Scene, old: &Phase, new: Phase) {
    change(&app.store, &Actor::system(), scene.congress.id, scene.phase, new, &Seen::of(old)).await.unwrap();
}

#[tokio::test]
async fn a_reviewer_is_led_to_what_was_read_least_and_changes_what_they_gave() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "Stadt Delbrück").await;
        let (_, sven) = scene.reviewer(app, "Sven Rüther", "sven@hoexter.example", "").await;
        let first = scene.handed_in(app, "Baumfeuchte", "lea@lemgo.example", "Stadt Lemgo").await;
        let second = scene.handed_in(app, "Pegel", "jonas@detmold.example", "Stadt Detmold").await;
        scene.give(&sven, &first, "2", "").await;
        let next = petra.get("/owl/desk/reviews/next").await.expect(303);
        assert_eq!(next.location(), format!("/owl/desk/reviews/{}", second.code));
        // Saving and going on leads to the other one, then to the list.
        let name = scene.value();
        let fields = [("version", "1"), (name.as_str(), "5"), ("comment", "Gut."), ("then", "next")];
        let on = petra.post_form(next.location(), &fields).await.expect(303);
        assert_eq!(on.location(), format!("/owl/desk/reviews/{}", first.code));
        let fields = [("version", "1"), (name.as_str(), "4"), ("comment", ""), ("then", "next")];
        let done = petra.post_form(on.location(), &fields).await.expect(303);
        assert_eq!(done.location(), "/owl/desk/reviews");
        let list = petra.get("/owl/desk/reviews").await.expect(200).text();
        assert!(list.contains("2 von 2 begutachtet") && list.contains("100 %") && list.contains("80 %"), "{list}");
        scene.give(&petra, &first, "1", "Doch nicht.").await;
        assert_eq!(app.count("SELECT count(*) FROM review").await, 3);
        assert!(petra.get("/owl/desk/reviews").await.text().contains("20 %"));
        let page = petra.get(&format!("/owl/desk/reviews/{}", first.code)).await.expect(200);
        assert_eq!(page.attributes("input[type=radio][checked]", "value"), ["1"]);
    })
    .await;
}

#[tokio::test]
async fn nothing_beyond_the_scale_nothing_empty_and_an_abstention_counts_as_having_looked() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let row = scene.handed_in(app, "Baumfeuchte", "lea@lemgo.example", "").await;
        let (path, name) = (format!("/owl/desk/reviews/{}", row.code), scene.value());
        for value in ["6", "-1", "drei", "99999999999"] {
            petra.post_form(&path, &[("version", "1"), (&name, value)]).await.expect(422);
        }
        petra.post_form(&path, &[("version", "1")]).await.expect(422);
        for version in ["0", "2", "", "x"] {
            petra.post_form(&path, &[("version", version), (&name, "3")]).await.expect(422);
        }
        let long = "a".repeat(10_001);
        petra.post_form(&path, &[("version", "1"), ("comment", &long)]).await.expect(422);
        assert_eq!(app.count("SELECT count(*) FROM review").await, 0);
        petra.post_form(&path, &[("version", "1"), (&name, "3"), ("abstains", "on")]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM review_value").await, 0);
        assert!(petra.get("/owl/desk/reviews").await.text().contains("1 von 1 begutachtet"));
        let organiser = app.staff(identity::Role::Organiser).await;
        let board = organiser.get("/owl/desk/review-board").await.expect(200).text();
        assert!(board.contains("eine Enthaltung"), "{board}");
    })
    .await;
}

#[tokio::test]
async fn only_in_a_phase_and_only_while_nothing_is_decided() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (account, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let row = scene.handed_in(app, "Baumfeuchte", "lea@lemgo.example", "").await;
        scene.give(&petra, &row, "3", "").await;
        let open = scene.open.clone();
        set(app, &scene, &open, Phase { review: false, ..open.clone() }).await;
        let (path, name) = (format!("/owl/desk/reviews/{}", row.code), scene.value());
        petra.post_form(&path, &[("version", "1"), (&name, "5")]).await.expect(409);
        let page = petra.get(&path).await.expect(200).text();
        assert!(page.contains("60 %") && !page.contains("Speichern und weiter"), "{page}");
        app.clock.advance(TimeDelta::days(8));
        let judgement = Judgement { comment: "Zu spät.".into(), version: 1, ..Judgement::default() };
        let late = give(&app.store, &Actor::system(), scene.congress.id, account, &row.code, judgement).await;
        assert!(matches!(late, Err(ReviewError::NotNow)), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn what_others_gave_is_seen_as_the_phase_says() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let (_, sven) = scene.reviewer(app, "Sven Rüther", "sven@hoexter.example", "").await;
        let row = scene.handed_in(app, "Baumfeuchte", "lea@lemgo.example", "Stadt Lemgo").await;
        scene.give(&sven, &row, "5", "Ganz mein Fall.").await;
        let path = format!("/owl/desk/reviews/{}", row.code);
        let sees = async |what: &str| petra.get(&path).await.expect(200).text().contains(what);
        assert!(!sees("Ganz mein Fall").await);
        scene.give(&petra, &row, "1", "").await;
        assert!(sees("Ganz mein Fall").await);
        assert!(!sees("Sven").await && !sees("Lea Nolte").await && !sees("Stadt Lemgo").await);
        let open = scene.open.clone();
        let told = Phase { names: true, reviewers: true, ..open.clone() };
        set(app, &scene, &open, told.clone()).await;
        assert!(sees("Sven Rüther").await && sees("Lea Nolte").await);
        set(app, &scene, &told, Phase { others: Others::Never, ..told.clone() }).await;
        assert!(!sees("Ganz mein Fall").await);
    })
    .await;
}

#[tokio::test]
async fn names_are_hidden_by_a_text_without_them() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let row = scene.handed_in(app, "Baumfeuchte in Lemgo", "lea@lemgo.example", "").await;
        let organiser = app.staff(identity::Role::Organiser).await;
        let path = format!("/owl/desk/review-board/{}", row.code);
        let seen = organiser.get(&path).await.expect(200).attributes("form[action$=cover] input[name=seen]", "value");
        let fields = [
            ("seen", seen[0].as_str()),
            ("title", "Baumfeuchte in einer Stadt"),
            ("abstract", "Ohne Ort. <script>alert(1)</script>"),
            ("description", ""),
        ];
        organiser.post_form(&format!("{path}/cover"), &fields).await.expect(303);
        // Whoever saw the page before does not overwrite it.
        let late = [("seen", seen[0].as_str()), ("title", "Anders"), ("abstract", ""), ("description", "")];
        organiser.post_form(&format!("{path}/cover"), &late).await.expect(409);
        let page = petra.get(&format!("/owl/desk/reviews/{}", row.code)).await.expect(200).text();
        assert!(page.contains("Baumfeuchte in einer Stadt") && !page.contains("in Lemgo"), "{page}");
        assert!(!page.contains("<script>alert"));
        assert!(!petra.get("/owl/desk/reviews").await.text().contains("in Lemgo"));
    })
    .await;
}
