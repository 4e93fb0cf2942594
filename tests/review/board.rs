//! What organisers decide by.

use super::scene;
use crate::kit::{App, run};
use base::Actor;
use identity::Role;
use programme::rules::transition::State;
use programme::service::submission::decide;

#[tokio::test]
async fn the_board_says_in_words_how_each_stands_and_how_much_room_is_left() {
    run(async |app: &App| {
        let scene = scene(app).await;
        let organiser = app.staff(Role::Organiser).await;
        let first = scene.handed_in(app, "Baumfeuchte", "lea@lemgo.example", "").await;
        let second = scene.handed_in(app, "Pegel", "jonas@detmold.example", "").await;
        let row = "[role=region][aria-label='Nach Art'] tbody tr td";
        let board = organiser.get("/owl/desk/review-board").await.expect(200);
        assert_eq!(board.words(row), ["0", "0", "–", "2"], "nobody has said how many");

        // One is pending of the one that there is room for; then both are.
        let path = format!("/owl/desk/session-types/{}", scene.kind);
        let form = organiser.get(&path).await.expect(200);
        let seen = form.attributes("input[name=seen]", "value")[0].clone();
        let fields = [
            ("seen", &*seen),
            ("name-de", "Vortrag"),
            ("name-en", "Talk"),
            ("slug", "talk"),
            ("minutes", "20"),
            ("position", "1"),
        ];
        for (typed, status) in [("-1", 422), ("100001", 422), ("viele", 422), ("1", 303)] {
            let with: Vec<(&str, &str)> = fields.iter().copied().chain([("target", typed)]).collect();
            organiser.post_form(&path, &with).await.expect(status);
        }
        let decide = async |codes: &[String]| {
            let to = Some(State::Accepted);
            let shown =
                decide::seen_all(&decide::preview(app.store.read(), scene.congress.id, codes, to).await.unwrap());
            decide::several(&app.store, &Actor::system(), scene.congress.id, codes, to, &shown).await.unwrap()
        };
        decide(std::slice::from_ref(&first.code)).await;
        let board = organiser.get("/owl/desk/review-board").await.expect(200);
        assert_eq!(board.words(row), ["0", "1", "0", "1"]);
        let text = board.text();
        assert!(text.contains("Eingereicht") && text.contains("Vorgemerkt: Angenommen"), "{text}");
        assert!(!text.contains("call-state"), "{text}");
        decide(&[first.code, second.code]).await;
        let board = organiser.get("/owl/desk/review-board").await.expect(200);
        assert_eq!(board.words(row), ["0", "2", "1 zu viel", "0"]);
    })
    .await;
}
