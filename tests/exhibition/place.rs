//! Which project stands where.

use super::{add_hall, add_project, add_stand, all_projects, hall, project, stand};
use crate::kit::run;
use base::Actor;
use exhibition::ExhibitionError;
use exhibition::service::hall as halls;
use exhibition::service::place::{Spread, place, spread_rest};
use exhibition::service::project::Project;
use exhibition::service::stand::{self as stands, Stand};
use web::form::Seen;

#[tokio::test]
async fn a_stand_goes_to_one_of_two_who_ask_at_once() {
    run(async |app| {
        let congress = app.congress("owl", 10).await.id;
        let hall = add_hall(app, congress).await;
        let to = add_stand(app, congress, stand(hall, "1", 100)).await;
        let one = add_project(app, congress, project("Scanstraße")).await;
        let two = add_project(app, congress, project("Pegelsensor")).await;
        let actor = Actor::system();
        let (first, second) = tokio::join!(
            place(&app.store, &actor, congress, one, Some(to)),
            place(&app.store, &actor, congress, two, Some(to)),
        );
        assert_eq!([&first, &second].iter().filter(|done| done.is_ok()).count(), 1, "{first:?} {second:?}");
        assert_eq!(all_projects(app).await.iter().filter(|row| row.stand_id == Some(to)).count(), 1);
        // It is not removed while somebody has it.
        let kept = stands::remove(&app.store, &actor, congress, to).await;
        assert!(matches!(kept, Err(ExhibitionError::StandTaken(_))), "{kept:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_left_is_spread_by_what_it_needs() {
    run(async |app| {
        let congress = app.congress("owl", 10).await.id;
        let (hall, actor) = (add_hall(app, congress).await, Actor::system());
        let plain = add_stand(app, congress, stand(hall, "1", 100)).await;
        let power = add_stand(app, congress, Stand { power: true, ..stand(hall, "2", 400) }).await;
        let needs = Project { needs_power: true, ..project("Scanstraße") };
        let first = add_project(app, congress, project("Leichtes")).await;
        let second = add_project(app, congress, needs.clone()).await;
        let third = add_project(app, congress, Project { title: base::Text::same("Noch eins"), ..needs }).await;
        let done = spread_rest(&app.store, &actor, congress).await.unwrap();
        assert_eq!(done, Spread { placed: 2, left: 1 });
        let of = async |id| all_projects(app).await.into_iter().find(|row| row.id == id).unwrap().stand_id;
        assert_eq!((of(first).await, of(second).await, of(third).await), (Some(plain), Some(power), None));
        // Who has one keeps it; once more there is nothing to do.
        let done = spread_rest(&app.store, &actor, congress).await.unwrap();
        assert_eq!(done, Spread { placed: 0, left: 1 });
    })
    .await;
}

#[tokio::test]
async fn stands_stay_inside_their_hall_and_have_numbers_of_their_own() {
    run(async |app| {
        let congress = app.congress("owl", 10).await.id;
        let (at, actor) = (add_hall(app, congress).await, Actor::system());
        let id = add_stand(app, congress, stand(at, "1", 100)).await;
        let new = app.store.chance().opaque_id();
        let same = stands::add(&app.store, &actor, congress, new, stand(at, "1", 900)).await;
        assert!(matches!(same, Err(ExhibitionError::NumberTaken(_))), "{same:?}");
        let out = stands::add(&app.store, &actor, congress, new, stand(at, "2", 3_700)).await;
        assert!(matches!(out, Err(ExhibitionError::Outside)), "{out:?}");
        let out = stands::shift(&app.store, &actor, congress, id, (-10, 0)).await;
        assert!(matches!(out, Err(ExhibitionError::Outside)), "{out:?}");
        stands::shift(&app.store, &actor, congress, id, (3_600, 0)).await.unwrap();
        let seen =
            Seen::of(&halls::shown(&exhibition::query::halls(app.store.read(), congress).await.unwrap()[0].hall));
        let small = halls::Hall { width: 3_700, ..hall() };
        let refused = halls::change(&app.store, &actor, congress, at, small, &seen).await;
        assert!(matches!(refused, Err(ExhibitionError::TooSmall)), "{refused:?}");
        let kept = halls::remove(&app.store, &actor, congress, at).await;
        assert!(matches!(kept, Err(ExhibitionError::HasStands)), "{kept:?}");
        // Another congress's hall is as unknown as none.
        let other = app.congress("lemgo", 10).await.id;
        let none = stands::add(&app.store, &actor, other, new, stand(at, "1", 100)).await;
        assert!(matches!(none, Err(ExhibitionError::Unknown)), "{none:?}");
    })
    .await;
}
