//! Projects that were handed in: in the exhibition once they are accepted, seen once they are confirmed, out when they are
//! withdrawn or cancelled.

use super::{add_hall, add_project, add_stand, all_projects, project, stand};
use crate::kit::{App, run};
use base::{Actor, Uuid};
use exhibition::service::place::place;
use exhibition::service::project::{Project, add as add_new};
use identity::Role;
use programme::entity::call;
use programme::load::submission_for_staff;
use programme::rules::transition::State;
use programme::service::call::{CallForm, add};
use programme::service::submission::draft::{self, Typed};
use programme::service::submission::{decide, hand_in};

async fn handed_in(app: &App) -> (Uuid, String) {
    let (congress, talks) = crate::call::open(app).await;
    let actor = Actor::system();
    let kinds = programme::query::call::types(app.store.read(), congress.id).await.unwrap();
    let form = CallForm { kind: call::Kind::Project, ..crate::call::form(app, kinds[0].id) };
    assert_eq!(talks.kind, call::Kind::Session);
    let call = add(&app.store, &actor, congress.id, app.store.chance().opaque_id(), form).await.unwrap();
    let new = hand_in::ForSomebody {
        id: app.store.chance().opaque_id(),
        email: "lea@lemgo.example".into(),
        language: base::Language::De,
        typed: Typed {
            title: "Lärmkarte Lemgo".into(),
            abstract_text: "Wo es laut ist.".into(),
            description: "Mit **Messstellen**.".into(),
            language: "de".into(),
            type_id: Some(kinds[0].id),
            name: "Lea Nolte".into(),
            organisation: "Stadt Lemgo".into(),
            wants_stand: true,
            wants_impulse: true,
            power: "Zwei Steckdosen".into(),
            partners: "Hochschule OWL\n\nStadtwerke".into(),
            offers: "Messdaten".into(),
            seeks: "Schulen".into(),
            ..Default::default()
        },
        tell: false,
    };
    let row = hand_in::hand_in_for(&app.store, &actor, &call, new).await.unwrap();
    (congress.id, row.code)
}

async fn step(app: &App, congress: Uuid, code: &str, to: State) {
    let actor = Actor::system();
    let loaded = submission_for_staff(app.store.read(), &actor, congress, code).await.unwrap();
    let seen = decide::seen(loaded.row());
    Box::pin(decide::at_once(&app.store, &loaded, &seen, to, "Weil es so ist.")).await.unwrap();
    app.run_jobs().await;
}

#[tokio::test]
async fn a_project_is_there_with_its_acceptance_and_leaves_with_it() {
    run(async |app: &App| {
        let (congress, code) = Box::pin(handed_in(app)).await;
        app.run_jobs().await;
        assert!(all_projects(app).await.is_empty());
        step(app, congress, &code, State::Accepted).await;
        let all = all_projects(app).await;
        let row = &all[0];
        assert_eq!(
            (all.len(), row.title.de.as_str(), row.organisation.as_str()),
            (1, "Lärmkarte Lemgo", "Stadt Lemgo")
        );
        assert_eq!((row.summary.de.as_str(), row.description.de.as_str()), ("Wo es laut ist.", "Mit **Messstellen**."));
        assert_eq!((row.offers.de.as_str(), row.seeks.de.as_str()), ("Messdaten", "Schulen"));
        assert_eq!(row.partners, "Hochschule OWL\nStadtwerke");
        assert_eq!((row.needs_power, row.needs_screen, row.wants_stage), (true, false, true));
        assert!(row.session_id.is_some() && row.published_at.is_none());
        let guest = app.guest();
        let page = format!("/owl/projects/{}", row.code);
        guest.get(&page).await.expect(404);
        step(app, congress, &code, State::Confirmed).await;
        guest.get(&page).await.expect(200);
        let hall = add_hall(app, congress).await;
        let at = add_stand(app, congress, stand(hall, "A1", 100)).await;
        place(&app.store, &Actor::system(), congress, row.id, Some(at)).await.unwrap();
        // It is not removed by hand.
        let staff = app.staff(Role::Programme).await;
        let own = format!("/owl/desk/projects/{}", row.id);
        let shown = staff.get(&own).await.expect(200);
        assert!(shown.attributes("form", "action").iter().all(|action| !action.ends_with("/removal")));
        staff.post_form(&format!("{own}/removal"), &[]).await.expect(303);
        assert_eq!(all_projects(app).await.len(), 1);
        step(app, congress, &code, State::Cancelled).await;
        let row = all_projects(app).await.remove(0);
        assert!(row.published_at.is_none() && row.stand_id.is_none(), "its stand is free");
        guest.get(&page).await.expect(404);
        // The job once more changes nothing.
        let revision = async || congress::query::by_id(app.store.read(), congress).await.unwrap().unwrap().revision;
        let before = revision().await;
        Box::pin(exhibition::service::submission::follow(&app.store, &Actor::system(), row.id)).await.unwrap();
        assert_eq!(revision().await, before);
        step(app, congress, &code, State::Accepted).await;
        step(app, congress, &code, State::Confirmed).await;
        assert_eq!(all_projects(app).await.len(), 1);
        guest.get(&page).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn what_the_team_put_right_stays_when_the_submission_changes_something_else() {
    run(async |app: &App| {
        let (congress, code) = Box::pin(handed_in(app)).await;
        step(app, congress, &code, State::Accepted).await;
        let id = all_projects(app).await[0].id;
        let staff = app.staff(Role::Programme).await;
        let path = format!("/owl/desk/projects/{id}");
        let page = staff.get(&path).await.expect(200);
        let seen = page.attributes("input[name=seen]", "value").remove(0);
        let right = [
            ("title-de", "Die Lärmkarte der Stadt Lemgo"),
            ("title-en", "Lemgo's map of noise"),
            ("summary-de", "Wo es laut ist."),
            ("organisation", "Alte Hansestadt Lemgo"),
            ("offers-de", "Messdaten"),
            ("seeks-de", "Schulen"),
            ("needs-power", "on"),
            ("seen", &seen),
        ];
        staff.post_form(&path, &right).await.expect(303);

        let actor = Actor::system();
        let loaded = submission_for_staff(app.store.read(), &actor, congress, &code).await.unwrap();
        let now = draft::typed_of(app.store.read(), loaded.row()).await.unwrap();
        let shown = web::form::Seen::of(&now);
        let typed = Typed { seeks: "Schulen und Kitas".into(), ..now };
        draft::save(&app.store, &loaded, &shown, typed).await.unwrap();
        app.run_jobs().await;
        let row = all_projects(app).await.remove(0);
        assert_eq!(row.title.de, "Die Lärmkarte der Stadt Lemgo");
        assert_eq!(
            (row.title.en.as_str(), row.organisation.as_str()),
            ("Lemgo's map of noise", "Alte Hansestadt Lemgo")
        );
        assert_eq!(row.seeks.de, "Schulen und Kitas");
        assert!(row.search.contains("kitas") && row.search.contains("hansestadt"), "{}", row.search);

        // What they change themselves is written, whoever wrote there before.
        let loaded = submission_for_staff(app.store.read(), &actor, congress, &code).await.unwrap();
        let now = draft::typed_of(app.store.read(), loaded.row()).await.unwrap();
        let shown = web::form::Seen::of(&now);
        let typed = Typed { title: "Stille Orte".into(), ..now };
        draft::save(&app.store, &loaded, &shown, typed).await.unwrap();
        app.run_jobs().await;
        let row = all_projects(app).await.remove(0);
        assert_eq!((row.title.de.as_str(), row.seeks.de.as_str()), ("Stille Orte", "Schulen und Kitas"));
    })
    .await;
}

#[tokio::test]
async fn a_project_by_hand_is_removed_and_its_stand_is_free() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await.id;
        let staff = app.staff(Role::Programme).await;
        let id = add_project(app, congress, project("Solardach")).await;
        let hall = add_hall(app, congress).await;
        let at = add_stand(app, congress, stand(hall, "A1", 100)).await;
        place(&app.store, &Actor::system(), congress, id, Some(at)).await.unwrap();
        let page = staff.get(&format!("/owl/desk/projects/{id}")).await.expect(200);
        let removal = format!("/owl/desk/projects/{id}/removal");
        assert!(page.attributes("form", "action").contains(&removal));
        staff.post_form(&removal, &[]).await.expect(303);
        staff.post_form(&removal, &[]).await.expect(303);
        assert!(all_projects(app).await.is_empty());
        let other = add_project(app, congress, project("Lastenrad")).await;
        place(&app.store, &Actor::system(), congress, other, Some(at)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn names_that_fit_no_line_are_refused() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await.id;
        let long = "x".repeat(301);
        let first = Project { organisation: long.clone(), ..project("Solardach") };
        let second = Project { partners: format!("Stadtwerke\n{long}"), ..project("Solardach") };
        for new in [first, second] {
            let done = add_new(&app.store, &Actor::system(), congress, app.store.chance().opaque_id(), new).await;
            assert!(done.is_err());
        }
        assert!(all_projects(app).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_sees_both_versions_of_a_project() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await.id;
        let id = add_project(app, congress, project("Solardach")).await;
        let (ada, bea) = (app.staff(Role::Organiser).await, app.staff(Role::Programme).await);
        let path = format!("/owl/desk/projects/{id}");
        let seen = |page: &crate::kit::Reply| page.attributes("input[name=seen]", "value").remove(0);
        let (first, second) = (seen(&ada.get(&path).await.expect(200)), seen(&bea.get(&path).await.expect(200)));
        let typed = |title: &'static str, seen: &str| {
            [("title-de", title), ("title-en", ""), ("organisation", "Stadt Lemgo"), ("seen", seen)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let send = async |client: &crate::kit::Client, fields: &[(String, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            client.post_form(&path, &fields).await
        };
        send(&ada, &typed("Solardach 2", &first)).await.expect(303);
        let page = send(&bea, &typed("Solardach neu", &second)).await.expect(409);
        let told = page.words("[aria-labelledby=seen-title]").join(" ");
        assert!(told.contains("Solardach 2") && told.contains("Solardach neu"), "{told}");
        let fresh = seen(&page);
        send(&bea, &typed("Solardach neu", &fresh)).await.expect(303);
        assert_eq!(all_projects(app).await[0].title.de, "Solardach neu");
    })
    .await;
}
