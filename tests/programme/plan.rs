//! The draft changed by hand: what is refused, what is told, what stays, and what is taken back.

use super::*;
use crate::kit::run;
use base::{Text, Time};
use programme::query::history;
use programme::query::plan::{Draft, SlotView, draft};
use programme::rules::clash::Kind;
use programme::rules::plan::Span;
use programme::service::plan::{Change, Done, New, add, change, rule, undo};
use sea_orm::EntityTrait;
use web::form::Seen;

pub async fn now(app: &App, congress: &Congress) -> Draft {
    draft(app.store.read(), congress).await.expect("a draft")
}

/// The congress, on 11 March 2027, from nine to six.
pub async fn dated(app: &App, slug: &str) -> Congress {
    use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
    let row = app.congress(slug, 10).await;
    let tx = app.store.begin().await.unwrap();
    let update = congress::entity::congress::ActiveModel {
        starts_at: Set(at(0, 0).from),
        ends_at: Set(at(540, 0).from),
        ..Default::default()
    };
    let own = congress::entity::congress::Column::Id.eq(row.id);
    congress::entity::congress::Entity::update_many().set(update).filter(own).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
    by_slug(app, slug).await
}

/// Two rooms, three sessions: "Eins" and "Zwei" in the first, "Drei" in the second, of other people.
pub async fn three(app: &App) -> Congress {
    let owl = dated(app, "owl").await;
    let of = |mut event: Event, person: &str| {
        event.persons = vec![Person { id: Some(person.into()), name: person.into(), ..Person::default() }];
        event
    };
    let file = plan(
        "1",
        vec![
            ("Saal", vec![of(event(11, "Eins", 60), "Anna"), of(event(12, "Zwei", 120), "Bert")]),
            ("Kammer", vec![of(event(13, "Drei", 60), "Carla")]),
        ],
    );
    taken(app, owl.id, &file, RELEASED).await;
    owl
}

pub fn slot(draft: &Draft, title: &str) -> SlotView {
    let found = draft.slots.iter().find(|slot| draft.title(slot).de == title);
    found.unwrap_or_else(|| panic!("no slot {title}")).clone()
}

pub fn room(draft: &Draft, name: &str) -> Uuid {
    draft.rooms.iter().find(|room| room.name.de == name).expect("a room").id
}

/// So many minutes after nine, so long.
pub fn at(minutes: i64, length: i64) -> Span {
    let nine = DateTime::parse_from_rfc3339("2027-03-11T09:00:00+01:00").unwrap().to_utc();
    Span::new(nine + TimeDelta::minutes(minutes), nine + TimeDelta::minutes(minutes + length))
}

fn somebody(name: &str) -> Actor {
    let grant = base::actor::Grant { congress: None, permissions: vec![base::Permission::ProgrammeWrite] };
    Actor::staff(Uuid::from_u128(name.len() as u128 + 77), name, base::Language::De, vec![grant])
}

async fn moved(
    app: &App,
    who: &str,
    congress: &Congress,
    slot: &SlotView,
    to: (Uuid, Span),
) -> Result<Done, ProgrammeError> {
    let place = Change::Place { room: Some(to.0), span: to.1 };
    change(&app.store, &somebody(who), congress.id, slot.id, slot.version, place).await
}

#[tokio::test]
async fn what_moves_keeps_its_guid_and_its_number_and_a_stale_move_is_refused() {
    run(async |app| {
        let owl = three(app).await;
        let before = now(app, &owl).await;
        let (one, chamber) = (slot(&before, "Eins"), room(&before, "Kammer"));
        let row = programme::entity::slot::Entity::find_by_id(one.id).one(app.store.read()).await.unwrap().unwrap();
        let done = moved(app, "Katrin", &owl, &one, (chamber, at(180, 45))).await.unwrap();
        assert!(!done.unchanged && done.slot == one.id);
        let after = now(app, &owl).await;
        let new = slot(&after, "Eins");
        assert_eq!((new.room, new.span, new.version), (Some(chamber), Some(at(180, 45)), one.version + 1));
        assert_eq!(after.frame.draft, before.frame.draft + 1);
        let moved_row =
            programme::entity::slot::Entity::find_by_id(one.id).one(app.store.read()).await.unwrap().unwrap();
        assert_eq!((moved_row.guid, moved_row.number), (row.guid, row.number));

        // The same once more: a second click. Another with what was seen before: refused, with who and where.
        let twice = moved(app, "Katrin", &owl, &one, (chamber, at(180, 45))).await.unwrap();
        assert!(twice.unchanged);
        let stale = moved(app, "Miriam", &owl, &one, (chamber, at(300, 30))).await.unwrap_err();
        let ProgrammeError::Moved(stale) = stale else { panic!("{stale:?}") };
        assert_eq!((stale.by.as_str(), stale.now.room, stale.now.span()), ("Katrin", Some(chamber), Some(at(180, 45))));
        assert_eq!(slot(&now(app, &owl).await, "Eins").span, Some(at(180, 45)), "nothing is overwritten");

        // Nobody moves what is another congress's.
        let other = dated(app, "other").await;
        let place = Change::Place { room: Some(chamber), span: at(0, 30) };
        let foreign = change(&app.store, &somebody("K"), other.id, one.id, new.version, place.clone()).await;
        assert!(matches!(foreign, Err(ProgrammeError::UnknownSlot)), "{foreign:?}");
        let place = Change::Place { room: Some(Uuid::from_u128(1)), span: at(0, 30) };
        let foreign = change(&app.store, &somebody("K"), owl.id, one.id, new.version, place).await;
        assert!(matches!(foreign, Err(ProgrammeError::UnknownRoom)), "{foreign:?}");
    })
    .await;
}

#[tokio::test]
async fn two_at_once_on_one_slot_and_one_of_them_is_told() {
    run(async |app| {
        let owl = three(app).await;
        let draft = now(app, &owl).await;
        let (one, chamber) = (slot(&draft, "Eins"), room(&draft, "Kammer"));
        let (a, b) = tokio::join!(
            Box::pin(moved(app, "Katrin", &owl, &one, (chamber, at(180, 30)))),
            Box::pin(moved(app, "Miriam", &owl, &one, (chamber, at(240, 30)))),
        );
        let (won, lost) = if a.is_ok() { (at(180, 30), b) } else { (at(240, 30), a) };
        assert!(matches!(lost, Err(ProgrammeError::Moved(_))), "{lost:?}");
        assert_eq!(slot(&now(app, &owl).await, "Eins").span, Some(won));
    })
    .await;
}

#[tokio::test]
async fn what_blocks_is_refused_and_what_warns_is_done_and_told() {
    run(async |app| {
        let owl = three(app).await;
        let draft = now(app, &owl).await;
        let (three, hall) = (slot(&draft, "Drei"), room(&draft, "Saal"));
        let blocked = moved(app, "K", &owl, &three, (hall, at(70, 30))).await.unwrap_err();
        let ProgrammeError::Blocked(clashes) = blocked else { panic!("{blocked:?}") };
        assert_eq!(clashes.iter().map(|clash| clash.what.kind()).collect::<Vec<_>>(), [Kind::RoomTwice]);
        assert_eq!(slot(&now(app, &owl).await, "Drei").span, three.span);

        // Right behind another there is no time to change over: that warns.
        let done = moved(app, "K", &owl, &three, (hall, at(90, 30))).await.unwrap();
        assert!(done.warnings.iter().any(|clash| clash.what.kind() == Kind::Changeover), "{:?}", done.warnings);

        // The congress says otherwise.
        let mut rules = rule::Rules::of(app.store.read(), owl.id).await.unwrap();
        let seen = Seen::of(&rules);
        rules.severities.insert("room-twice", "warn");
        rules.severities.insert("changeover", "block");
        rules.severities.insert("walk", "ignore");
        rule::set(&app.store, &somebody("K"), owl.id, rules.clone(), &seen).await.unwrap();
        assert_eq!(rule::Rules::of(app.store.read(), owl.id).await.unwrap(), rules);
        let three = slot(&now(app, &owl).await, "Drei");
        let done = moved(app, "K", &owl, &three, (hall, at(70, 20))).await.unwrap();
        assert!(done.warnings.iter().any(|clash| clash.what.kind() == Kind::RoomTwice), "{:?}", done.warnings);
        let stale =
            rule::set(&app.store, &somebody("K"), owl.id, rule::Rules { grid_minutes: 15, ..rules }, &seen).await;
        assert!(matches!(stale, Err(ProgrammeError::Stale(_))), "{stale:?}");
    })
    .await;
}

#[tokio::test]
async fn overlaps_that_were_taken_in_stay_and_can_be_put_right_step_by_step() {
    run(async |app| {
        let owl = dated(app, "owl").await;
        let file = plan("1", vec![("Saal", vec![event(1, "A", 60), event(2, "B", 70)]), ("Kammer", vec![])]);
        taken(app, owl.id, &file, RELEASED).await;
        let draft = now(app, &owl).await;
        assert!(draft.clashes().iter().any(|clash| clash.what.kind() == Kind::RoomTwice), "they are marked");
        let (a, hall) = (slot(&draft, "A"), room(&draft, "Saal"));
        // Still overlapping, as before: no new clash.
        moved(app, "K", &owl, &a, (hall, at(55, 30))).await.unwrap();
        let a = slot(&now(app, &owl).await, "A");
        moved(app, "K", &owl, &a, (hall, at(20, 30))).await.unwrap();
        // And back: that is new.
        let a = slot(&now(app, &owl).await, "A");
        let back = moved(app, "K", &owl, &a, (hall, at(60, 30))).await;
        assert!(matches!(back, Err(ProgrammeError::Blocked(_))), "{back:?}");
    })
    .await;
}

async fn last(app: &App, congress: &Congress, who: &str) -> Option<history::Step> {
    history::last(app.store.read(), congress.id, somebody(who).kind.id(), app.store.now()).await.unwrap()
}

#[tokio::test]
async fn changes_are_taken_back_one_by_one_unless_somebody_changed_it_since() {
    run(async |app| {
        let owl = three(app).await;
        let draft = now(app, &owl).await;
        let (one, chamber) = (slot(&draft, "Eins"), room(&draft, "Kammer"));
        assert!(last(app, &owl, "Katrin").await.is_none());
        moved(app, "Katrin", &owl, &one, (chamber, at(180, 30))).await.unwrap();
        app.advance(TimeDelta::seconds(1));
        let here = slot(&now(app, &owl).await, "Eins");
        change(&app.store, &somebody("Katrin"), owl.id, one.id, here.version, Change::Park).await.unwrap();
        app.advance(TimeDelta::seconds(1));
        assert!(last(app, &owl, "Miriam Osterholz").await.is_none(), "everybody takes back what is theirs");

        let step = last(app, &owl, "Katrin").await.unwrap();
        undo(&app.store, &somebody("Katrin"), owl.id, step.event).await.unwrap();
        assert_eq!(slot(&now(app, &owl).await, "Eins").span, Some(at(180, 30)));
        assert!(undo(&app.store, &somebody("Katrin"), owl.id, step.event).await.unwrap().unchanged, "sent twice");
        app.advance(TimeDelta::seconds(1));
        let step = last(app, &owl, "Katrin").await.unwrap();
        undo(&app.store, &somebody("Katrin"), owl.id, step.event).await.unwrap();
        let back = slot(&now(app, &owl).await, "Eins");
        assert_eq!((back.room, back.span), (one.room, one.span));
        app.advance(TimeDelta::seconds(1));
        assert!(last(app, &owl, "Katrin").await.is_none(), "all is taken back");

        // Somebody else was there since.
        moved(app, "Katrin", &owl, &back, (chamber, at(180, 30))).await.unwrap();
        app.advance(TimeDelta::seconds(1));
        let here = slot(&now(app, &owl).await, "Eins");
        let step = last(app, &owl, "Katrin").await.unwrap();
        moved(app, "Miriam Osterholz", &owl, &here, (chamber, at(240, 30))).await.unwrap();
        assert!(last(app, &owl, "Katrin").await.is_none(), "what others moved since is theirs");
        let refused = undo(&app.store, &somebody("Katrin"), owl.id, step.event).await.unwrap_err();
        let ProgrammeError::Moved(refused) = refused else { panic!("{refused:?}") };
        assert_eq!(refused.by, "Miriam Osterholz");
        let verbs = verbs(app, owl.id).await;
        let slots: Vec<&str> = verbs.iter().map(String::as_str).filter(|verb| verb.starts_with("slot.")).collect();
        let expected = ["slot.moved", "slot.parked", "slot.undone", "slot.undone", "slot.moved", "slot.moved"];
        assert_eq!(slots, expected);
    })
    .await;
}

#[tokio::test]
async fn repeats_breaks_and_blockers_have_numbers_of_their_own_and_leave_the_draft() {
    run(async |app| {
        let owl = three(app).await;
        let draft = now(app, &owl).await;
        let (one, hall) = (slot(&draft, "Eins"), room(&draft, "Saal"));
        let actor = somebody("K");
        let repeat = Uuid::from_u128(900);
        let new = New::Occurrence(one.session.unwrap());
        for again in [false, true] {
            let done = add(&app.store, &actor, owl.id, repeat, new.clone(), (None, None)).await.unwrap();
            assert_eq!(done.unchanged, again);
        }
        let lunch = New::Break(Text::same("Mittag"));
        let done =
            add(&app.store, &actor, owl.id, Uuid::from_u128(901), lunch.clone(), (None, Some(at(180, 60)))).await;
        done.unwrap();
        let over = add(&app.store, &actor, owl.id, Uuid::from_u128(902), lunch, (None, Some(at(60, 60)))).await;
        assert!(matches!(over, Err(ProgrammeError::Blocked(_))), "sessions are there: {over:?}");
        let build = New::Blocker(Text::same("Aufbau"));
        add(&app.store, &actor, owl.id, Uuid::from_u128(903), build, (Some(hall), Some(at(0, 30)))).await.unwrap();
        let nameless = New::Break(Text::default());
        let odd = add(&app.store, &actor, owl.id, Uuid::from_u128(904), nameless, (None, Some(at(300, 30)))).await;
        assert!(odd.is_err());

        let rows = programme::entity::slot::Entity::find().all(app.store.read()).await.unwrap();
        let numbers: std::collections::HashSet<i32> = rows.iter().map(|row| row.number).collect();
        let guids: std::collections::HashSet<Uuid> = rows.iter().map(|row| row.guid).collect();
        assert_eq!((numbers.len(), guids.len(), rows.len()), (6, 6, 6));

        // The repeat is placed, and removed again; it comes back as what it was.
        let draft = now(app, &owl).await;
        let second = draft.slot(repeat).unwrap().clone();
        let beside = moved(app, "K", &owl, &second, (room(&draft, "Kammer"), at(70, 30))).await;
        assert!(matches!(beside, Err(ProgrammeError::Blocked(_))), "beside itself: {beside:?}");
        moved(app, "K", &owl, &second, (room(&draft, "Kammer"), at(240, 30))).await.unwrap();
        let placed = now(app, &owl).await.slot(repeat).unwrap().clone();
        change(&app.store, &actor, owl.id, repeat, placed.version, Change::Remove).await.unwrap();
        assert!(now(app, &owl).await.slot(repeat).is_none());
        let gone = moved(app, "K", &owl, &placed, (hall, at(240, 30))).await.unwrap_err();
        assert!(matches!(gone, ProgrammeError::Moved(moved) if moved.now.removed));
        app.advance(TimeDelta::seconds(1));
        let step = last(app, &owl, "K").await.unwrap();
        undo(&app.store, &actor, owl.id, step.event).await.unwrap();
        assert_eq!(now(app, &owl).await.slot(repeat).unwrap().span, Some(at(240, 30)));

        // A release holds sessions and breaks, no blocker.
        let release =
            programme::service::release::release(&app.store, &actor, owl.id, "", Text::default()).await.unwrap();
        assert_eq!(programme::query::held(app.store.read(), release.id).await.unwrap().len(), 5);
    })
    .await;
}

#[tokio::test]
async fn a_session_without_a_slot_stands_parked_and_gets_one_when_it_is_placed() {
    run(async |app| {
        let owl = three(app).await;
        let draft = now(app, &owl).await;
        let one = slot(&draft, "Eins");
        change(&app.store, &somebody("K"), owl.id, one.id, one.version, Change::Remove).await.unwrap();
        let parked = slot(&now(app, &owl).await, "Eins");
        assert_eq!((parked.id, parked.version, parked.span), (one.session.unwrap(), 0, None));
        let hall = room(&draft, "Saal");
        let done = moved(app, "K", &owl, &parked, (hall, at(60, 30))).await.unwrap();
        let new = slot(&now(app, &owl).await, "Eins");
        assert_eq!((new.id, new.span), (done.slot, Some(at(60, 30))));
        assert_ne!(new.id, one.id);
        assert!(moved(app, "K", &owl, &parked, (hall, at(60, 30))).await.unwrap().unchanged, "sent twice");
        let late = moved(app, "M", &owl, &parked, (hall, at(240, 30))).await;
        assert!(matches!(late, Err(ProgrammeError::Moved(_))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_said_of_rooms_tracks_and_pairs_is_what_the_rules_see() {
    run(async |app| {
        let owl = three(app).await;
        let draft = now(app, &owl).await;
        let (hall, chamber) = (room(&draft, "Saal"), room(&draft, "Kammer"));
        let actor = somebody("K");
        let (one, three) = (slot(&draft, "Eins"), slot(&draft, "Drei"));
        let pair = (three.session.unwrap(), one.session.unwrap());
        rule::apart(&app.store, &actor, owl.id, pair, true).await.unwrap();
        rule::walk(&app.store, &actor, owl.id, (chamber, hall), Some(12)).await.unwrap();
        let rules = rule::RoomRules {
            several: false,
            changeover_minutes: Some(0),
            open: vec![(at(0, 1).from, at(80, 0).from)],
        };
        let row = draft.rooms.iter().find(|row| row.id == chamber).unwrap();
        let seen = Seen::of(&rule::RoomRules::of(app.store.read(), row).await.unwrap());
        rule::room(&app.store, &actor, owl.id, chamber, rules, &seen).await.unwrap();
        let after = now(app, &owl).await;
        assert_eq!(after.plan.walks.len(), 1);
        assert_eq!(after.plan.walks[0].minutes, 12);
        let kinds: Vec<Kind> = after.clashes().iter().map(|clash| clash.what.kind()).collect();
        assert!(kinds.contains(&Kind::Beside) && kinds.contains(&Kind::RoomClosed), "{kinds:?}");
        rule::apart(&app.store, &actor, owl.id, pair, false).await.unwrap();
        rule::walk(&app.store, &actor, owl.id, (hall, chamber), None).await.unwrap();
        let after = now(app, &owl).await;
        assert!(after.plan.walks.is_empty() && after.plan.apart.is_empty());
        let odd = rule::walk(&app.store, &actor, owl.id, (hall, hall), Some(3)).await;
        assert!(matches!(odd, Err(ProgrammeError::PairOfOne)), "{odd:?}");
        // What is said of a room goes with it.
        let rows = app.count("SELECT count(*) FROM room_time").await;
        assert_eq!(rows, 1);
    })
    .await;
}

#[test]
fn the_days_of_a_congress_are_as_long_as_it_says() {
    let time = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().to_utc();
    let zone = chrono_tz::Tz::Europe__Berlin;
    let days = |from, until| programme::rules::day::days(time(from), time(until), zone, 240);
    let hours = |day: &programme::rules::day::Day| {
        let clock = |time: Time| time.with_timezone(&zone).format("%d. %H:%M").to_string();
        (clock(day.span.from), clock(day.span.until))
    };
    let one = days("2027-03-11T10:00:00+01:00", "2027-03-11T17:00:00+01:00");
    assert_eq!(one.iter().map(hours).collect::<Vec<_>>(), [("11. 10:00".into(), "11. 17:00".into())]);
    let over = days("2027-03-26T10:00:00+01:00", "2027-03-29T01:00:00+02:00");
    let expected = [("26. 10:00", "27. 01:00"), ("27. 10:00", "28. 01:00"), ("28. 10:00", "29. 01:00")];
    assert_eq!(over.iter().map(hours).collect::<Vec<_>>(), expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
}
