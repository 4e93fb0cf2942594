//! The next edition of a congress: the frame of its programme and its calls come along, what takes place does not.

use super::edition::wanted;
use crate::kit::run;
use base::{Actor, Text, Uuid};
use chrono::TimeDelta;
use congress::entity::{room, room_time, room_walk, track, track_room};
use congress::rules::edition::Move;
use desk::rules::edition::Part;
use desk::service::edition::copy;
use locale::Tz;
use programme::entity::call_question::{Choice, Kind};
use programme::entity::{call, call_type, session, session_type};
use programme::query::call::questions;
use programme::service::plan::rule;
use programme::service::question::{self, Question};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use web::form::Seen;

#[tokio::test]
async fn tracks_types_rules_and_calls_come_along_as_drafts_and_their_days_move() {
    run(async |app| {
        let (old, asked) = crate::call::open(app).await;
        let system = Actor::system();
        let tx = app.store.begin().await.unwrap();
        let [hall, cell, field] = [0, 1, 2].map(|_| tx.id());
        for (id, slug, position) in [(hall, "saal", 1), (cell, "kammer", 2)] {
            let row = room::Model {
                id,
                congress_id: old.id,
                slug: slug.into(),
                name: Text::same(slug).into(),
                seats: None,
                position,
                guid: None,
                origin: None,
                several: false,
                changeover_minutes: None,
            };
            room::Entity::insert(room::ActiveModel::from(row).reset_all()).exec_without_returning(&*tx).await.unwrap();
        }
        let open = room_time::ActiveModel {
            id: Set(tx.id()),
            room_id: Set(hall),
            starts_at: Set(old.starts_at),
            ends_at: Set(old.starts_at + TimeDelta::hours(3)),
        };
        room_time::Entity::insert(open).exec_without_returning(&*tx).await.unwrap();
        let walk = room_walk::ActiveModel {
            id: Set(tx.id()),
            congress_id: Set(old.id),
            room_id: Set(hall.min(cell)),
            other_id: Set(hall.max(cell)),
            minutes: Set(9),
        };
        room_walk::Entity::insert(walk).exec_without_returning(&*tx).await.unwrap();
        let row = track::ActiveModel {
            id: Set(field),
            congress_id: Set(old.id),
            slug: Set("smart".into()),
            name: Set(Text::same("Smart").into()),
            colour: Set("#3b49df".into()),
            position: Set(1),
            origin: Set(None),
            target: Set(Some(7)),
        };
        track::Entity::insert(row).exec_without_returning(&*tx).await.unwrap();
        let home = track_room::ActiveModel { id: Set(tx.id()), track_id: Set(field), room_id: Set(hall) };
        track_room::Entity::insert(home).exec_without_returning(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut rules = rule::Rules::of(app.store.read(), old.id).await.unwrap();
        let seen = Seen::of(&rules);
        rules.severities.insert("walk", "block");
        rules.grid_minutes = 15;
        rule::set(&app.store, &system, old.id, rules.clone(), &seen).await.unwrap();
        let choice = |de: &str| Choice { slug: String::new(), label: Text::new(de, ""), active: true };
        let whom = Question {
            label: Text::new("Für wen?", ""),
            help: Text::default(),
            kind: Kind::OneOf,
            options: vec![choice("Einstieg"), choice("Fachleute")],
            required: true,
            reviewers: true,
            active: true,
            position: 1,
        };
        question::add(&app.store, &system, &asked, app.store.chance().opaque_id(), whom.clone()).await.unwrap();
        // Answers that nobody can tell apart are refused.
        let twice = Question { options: vec![choice("Ja"), choice("ja")], ..whom };
        let refused = question::add(&app.store, &system, &asked, app.store.chance().opaque_id(), twice).await;
        assert!(refused.unwrap_err().to_string().contains("same words"));

        let id = app.store.chance().opaque_id();
        let parts = [Part::Rooms, Part::Programme, Part::Calls];
        copy(&app.store, &system, old.id, id, &wanted("next", &parts)).await.expect("a copy");
        let conn = app.store.read();
        let shift = Move::new(old.starts_at, "2028-05-18".parse().unwrap(), Tz::Europe__Berlin);
        let rooms = room::Entity::find().filter(room::Column::CongressId.eq(id)).all(conn).await.unwrap();
        let of = |slug: &str| rooms.iter().find(|row| row.slug == slug).expect("a room").id;
        let open = room_time::Entity::find().filter(room_time::Column::RoomId.eq(of("saal"))).all(conn).await.unwrap();
        assert_eq!(open.iter().map(|row| row.starts_at).collect::<Vec<_>>(), [shift.of(old.starts_at)]);
        let walks = room_walk::Entity::find().filter(room_walk::Column::CongressId.eq(id)).all(conn).await.unwrap();
        assert_eq!(walks.iter().map(|row| row.minutes).collect::<Vec<_>>(), [9]);
        assert!(walks[0].room_id < walks[0].other_id);
        let tracks = programme::query::tracks(conn, id).await.unwrap();
        assert_eq!(tracks.iter().map(|row| (row.slug.as_str(), row.target)).collect::<Vec<_>>(), [("smart", Some(7))]);
        let homes = track_room::Column::TrackId.eq(tracks[0].id);
        let homes = track_room::Entity::find().filter(homes).all(conn).await.unwrap();
        assert_eq!(homes.iter().map(|row| row.room_id).collect::<Vec<Uuid>>(), [of("saal")]);
        let types =
            session_type::Entity::find().filter(session_type::Column::CongressId.eq(id)).all(conn).await.unwrap();
        assert_eq!(types.iter().map(|row| (row.slug.as_str(), row.minutes)).collect::<Vec<_>>(), [("talk", Some(20))]);
        assert_eq!(rule::Rules::of(conn, id).await.unwrap(), rules);
        let calls = call::Entity::find().filter(call::Column::CongressId.eq(id)).all(conn).await.unwrap();
        assert_eq!(
            calls.iter().map(|row| (row.slug.as_str(), row.published)).collect::<Vec<_>>(),
            [("vortraege", false)]
        );
        assert_eq!(calls[0].closes_at, asked.closes_at.map(|at| shift.of(at)));
        let links =
            call_type::Entity::find().filter(call_type::Column::CallId.eq(calls[0].id)).all(conn).await.unwrap();
        assert_eq!(links.iter().map(|row| (row.type_id, row.minutes)).collect::<Vec<_>>(), [(types[0].id, 20)]);
        let asked = questions(conn, &[calls[0].id]).await.unwrap();
        assert_eq!(
            asked.iter().map(|row| (row.slug.as_str(), row.options.0.len())).collect::<Vec<_>>(),
            [("fuer-wen", 2)]
        );
        let held = session::Entity::find().filter(session::Column::CongressId.eq(id)).all(conn).await.unwrap();
        assert!(held.is_empty());
    })
    .await;
}
