//! Releasing the draft.

use super::*;
use crate::kit::run;
use base::Text;
use programme::entity::slot;
use programme::service::release::release;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

async fn move_slot(app: &App, number: i32, room: Option<Uuid>, by: TimeDelta) {
    let row =
        slot::Entity::find().filter(slot::Column::Number.eq(number)).one(app.store.read()).await.unwrap().unwrap();
    let tx = app.store.begin().await.unwrap();
    let moved = slot::ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(row.id),
        starts_at: sea_orm::ActiveValue::Set(row.starts_at.map(|time| time + by)),
        ends_at: sea_orm::ActiveValue::Set(row.ends_at.map(|time| time + by)),
        room_id: sea_orm::ActiveValue::Set(room.or(row.room_id)),
        ..Default::default()
    };
    slot::Entity::update(moved).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_same_draft_makes_one_release_also_by_two_at_once() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let events = vec![event(1, "Eins", 0), event(2, "Zwei", 60), event(3, "Drei", 120)];
        let sent = plan("1", vec![("Saal", events), ("Foyer", vec![])]);
        taken(app, owl.id, &sent, RELEASED).await;
        let actor = Actor::system();
        let same_again = release(&app.store, &actor, owl.id, "noch einmal", Text::default()).await.unwrap();
        assert_eq!((same_again.number, same_again.name.as_str()), (1, "1"));

        let rooms = congress::query::rooms(app.store.read(), owl.id).await.unwrap();
        move_slot(app, 2, None, TimeDelta::days(1)).await;
        move_slot(app, 3, Some(rooms[1].id), TimeDelta::zero()).await;
        let public = out(app, &owl, Which::Newest).await.unwrap();
        same(&sent, &public);
        let revision = by_slug(app, "owl").await.revision;
        let both = tokio::join!(
            release(&app.store, &actor, owl.id, "zwei", Text::default()),
            release(&app.store, &actor, owl.id, "zwei", Text::default())
        );
        assert_eq!(both.0.unwrap(), both.1.unwrap());
        assert_eq!(by_slug(app, "owl").await.revision, revision + 1);
        assert_eq!(app.count("SELECT count(*) FROM release").await, 2);

        let back = out(app, &owl, Which::Newest).await.unwrap();
        assert_eq!(back.version, "zwei");
        let told: Vec<_> = back
            .events()
            .map(|(day, room, event)| (day.index, room.name.clone().unwrap(), event.title.clone()))
            .collect();
        let expected = [(1, "Saal", "Eins"), (1, "Foyer", "Drei"), (2, "Saal", "Zwei")];
        assert_eq!(told, expected.map(|(day, room, title)| (day, room.to_owned(), title.to_owned())));
        assert_eq!(back.days[1].date, chrono::NaiveDate::from_ymd_opt(2027, 3, 12));

        let releases = programme::query::releases(app.store.read(), owl.id).await.unwrap();
        let held = |at: usize| programme::query::held(app.store.read(), releases[at].id);
        let changes =
            programme::rules::change::changes(&held(1).await.unwrap(), &held(0).await.unwrap(), &Default::default());
        assert_eq!(changes.len(), 2, "{changes:?}");
    })
    .await;
}

#[tokio::test]
async fn what_was_cancelled_shows_no_more_and_what_is_written_in_the_draft_not_yet() {
    run(async |app| {
        use programme::entity::session;
        let owl = app.congress("owl", 10).await;
        let sent = plan("1", vec![("Saal", vec![event(1, "Eins", 0), event(2, "Zwei", 60)])]);
        taken(app, owl.id, &sent, RELEASED).await;
        let tx = app.store.begin().await.unwrap();
        let update =
            session::ActiveModel { cancelled_at: sea_orm::ActiveValue::Set(Some(tx.now())), ..Default::default() };
        session::Entity::update_many().set(update).exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(out(app, &owl, Which::Newest).await.unwrap().events().count(), 0);
        let emptied = release(&app.store, &Actor::system(), owl.id, "", Text::default()).await.unwrap();
        assert_eq!((emptied.number, emptied.name.as_str()), (2, "2"));
        assert_eq!(programme::query::held(app.store.read(), emptied.id).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn what_came_with_no_file_goes_out_with_its_own_addresses() {
    run(async |app| {
        let (congress, _) = crate::call::open(app).await;
        let there = Box::pin(crate::call::something(app, congress.id)).await;
        let starts = congress.starts_at;
        let placed = slot::ActiveModel {
            starts_at: sea_orm::ActiveValue::Set(Some(starts)),
            ends_at: sea_orm::ActiveValue::Set(Some(starts + TimeDelta::minutes(20))),
            ..Default::default()
        };
        let tx = app.store.begin().await.unwrap();
        slot::Entity::update_many().set(placed).exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        let back = out(app, &congress, Which::Draft).await.unwrap();
        let (_, _, event) = back.events().next().expect("the session");
        let site = "https://kongress.example/owl";
        assert_eq!(event.url.as_deref(), Some(&*format!("{site}/programme/{}", there.submission.code)));
        let speaker = format!("{site}/speakers/{}", there.speaker.code);
        assert_eq!(event.persons[0].url.as_deref(), Some(&*speaker));
        assert_eq!(event.persons[0].avatar.as_deref(), Some(&*format!("{speaker}/picture")));
        for text in [::schedule::write_xml(&back), ::schedule::write_json(&back)] {
            assert!(text.contains(&format!("{site}/programme/{}", there.submission.code)), "{text}");
        }
    })
    .await;
}
