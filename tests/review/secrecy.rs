//! Reviews and who wrote them reach nobody who handed in.

use super::scene;
use crate::call;
use crate::kit::{App, run};
use identity::Role;

#[tokio::test]
async fn who_handed_in_sees_nothing_on_their_pages_or_in_their_mails() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let (path, row) = call::handed_in(app, "lea@lemgo.example").await;
        scene.give(&petra, &row, "1", "Das war nichts.").await;
        let organiser = app.staff(Role::Organiser).await;
        organiser
            .get(&format!("/owl/desk/review-board/{}", row.code))
            .await
            .expect(200)
            .words("h3.kern-title")
            .iter()
            .find(|words| words.contains("Petra Kemper"))
            .expect("organisers know");
        app.deliver().await;
        let page = app.guest().get(&path).await.expect(200).text();
        for secret in ["Petra", "Das war nichts", "20 %"] {
            assert!(!page.contains(secret));
            assert!(app.smtp.mails().iter().all(|mail| !mail.text().contains(secret)));
        }
    })
    .await;
}

#[tokio::test]
async fn an_organiser_who_handed_in_sees_no_figures_of_their_own() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let (_, organiser) = app.member("Lea Nolte", "Lea@Lemgo.example", Role::Organiser, None).await;
        let own = scene.handed_in(app, "Meins", "lea@lemgo.example", "").await;
        let other = scene.handed_in(app, "Anderes", "ute@detmold.example", "").await;
        scene.give(&petra, &own, "1", "Das war nichts.").await;
        scene.give(&petra, &other, "5", "Das war viel.").await;
        let board = organiser.get("/owl/desk/review-board").await.expect(200).text();
        assert!(board.contains("100 %") && !board.contains("20 %"), "{board}");
        let page = organiser.get(&format!("/owl/desk/review-board/{}", own.code)).await.expect(200).text();
        assert!(!page.contains("Das war nichts") && !page.contains("Petra Kemper"));
        assert!(organiser.get(&format!("/owl/desk/review-board/{}", other.code)).await.text().contains("Das war viel"));
    })
    .await;
}

#[tokio::test]
async fn reviewers_see_reviews_and_nothing_else_of_the_office() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let row = scene.handed_in(app, "Baumfeuchte", "lea@lemgo.example", "").await;
        petra.get("/owl/desk/reviews").await.expect(200);
        for path in ["review-board", "review-frame", "submissions", "orders", "mails", "audit", "settings"] {
            petra.get(&format!("/owl/desk/{path}")).await.expect(404);
        }
        petra.get(&format!("/owl/desk/review-board/{}", row.code)).await.expect(404);
        // Who is in no team has nothing to judge, whatever their role.
        let (_, nobody) = app.member("Nie Mand", "nie@x.example", Role::Reviewer, Some(scene.congress.id)).await;
        assert!(!nobody.get("/owl/desk/reviews").await.expect(200).text().contains("Baumfeuchte"));
        nobody.get(&format!("/owl/desk/reviews/{}", row.code)).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn drafts_are_nobody_elses() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let path = call::ask(app, "lea@lemgo.example").await;
        let code = path.split('/').nth(3).unwrap().to_owned();
        petra.get(&format!("/owl/desk/reviews/{code}")).await.expect(404);
        let organiser = app.staff(Role::Organiser).await;
        organiser.get(&format!("/owl/desk/review-board/{code}")).await.expect(404);
        assert!(!organiser.get("/owl/desk/review-board").await.expect(200).text().contains(&code));
    })
    .await;
}
