//! Setting the review up at the desk.

use super::scene;
use crate::kit::{App, run};
use identity::Role;

#[tokio::test]
async fn phases_criteria_and_teams_are_made_changed_and_removed() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let organiser = app.staff(Role::Organiser).await;
        let phase = [
            ("name-de", "Zweite Runde"),
            ("name-en", ""),
            ("starts-at", "2027-01-10T08:00"),
            ("ends-at", "2027-01-20T18:00"),
            ("review", "on"),
            ("others", "always"),
        ];
        organiser.post_form("/owl/desk/review-frame/phases/new", &phase).await.expect(303);
        let mut backwards = phase;
        backwards[3].1 = "2027-01-09T18:00";
        organiser.post_form("/owl/desk/review-frame/phases/new", &backwards).await.expect(422);
        let page = organiser.get("/owl/desk/review-frame").await.expect(200);
        let text = page.text();
        assert!(text.contains("Zweite Runde") && text.contains("Nutzen für die Region"), "{text}");
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let row = scene.handed_in(app, "Baumfeuchte", "lea@lemgo.example", "").await;
        scene.give(&petra, &row, "3", "").await;
        // What was used keeps its scale and stays.
        let path = format!("/owl/desk/review-frame/criteria/{}", scene.criterion);
        let seen = organiser.get(&path).await.expect(200).attributes("input[name=seen]", "value").remove(0);
        let fields = |most| {
            [
                ("seen", seen.as_str()),
                ("name-de", "Nutzen"),
                ("name-en", ""),
                ("hint-de", ""),
                ("hint-en", ""),
                ("weight", "2"),
                ("most", most),
                ("position", "1"),
            ]
        };
        let refused = organiser.post_form(&path, &fields("10")).await;
        assert_eq!(refused.status.as_u16(), 409, "{}", refused.text());
        organiser.post_form(&path, &fields("5")).await.expect(303);
        organiser.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM review_criterion").await, 1);
        let phase = format!("/owl/desk/review-frame/phases/{}", scene.phase);
        organiser.post_form(&format!("{phase}/removal"), &[]).await.expect(303);
        organiser.post_form(&format!("{phase}/removal"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM review_phase").await, 1);
        organiser.get("/owl/desk/review-frame/teams/new").await.expect(200);
        organiser.get("/owl/desk/review-frame/phases/none").await.expect(404);
        app.staff(Role::Finance).await.get("/owl/desk/review-frame").await.expect(404);
    })
    .await;
}
