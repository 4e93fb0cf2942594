//! Meetings: proposed, agreed at a table, called off in both calendars.

use super::interest::befriend;
use super::world::{Somebody, open, said, somebody};
use crate::kit::{App, Client, run};
use base::{Time, Uuid};
use chrono::TimeDelta;
use congress::entity::congress::Model as Congress;
use identity::Role;
use networking::entity::{meeting, meeting_slot};
use networking::rules::slot::{cut, overlap};
use networking::service::place::{add_slots, remove_slots, set_tables};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

const MINE: &str = "/netz/network/mine/meetings";

/// So many slots of twenty minutes from the beginning of the congress, and so many tables.
async fn lay(app: &App, congress: &Congress, slots: i64, tables: i32) -> Vec<meeting_slot::Model> {
    let system = base::Actor::system();
    let from = congress.starts_at;
    add_slots(&app.store, &system, congress.id, (from, from + TimeDelta::minutes(20 * slots), 20)).await.unwrap();
    assert!(set_tables(&app.store, &system, congress.id, tables).await.unwrap());
    let find = meeting_slot::Entity::find().order_by_asc(meeting_slot::Column::StartsAt);
    find.all(app.store.read()).await.unwrap()
}

async fn three(app: &App) -> (Congress, [Somebody; 3]) {
    let congress = app.congress("netz", 50).await;
    open(app, congress.id).await;
    let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
    let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
    let cem = somebody(app, &congress, said("Cem Chance", &[])).await;
    befriend(&ada, &ben).await;
    befriend(&ada, &cem).await;
    befriend(&ben, &cem).await;
    (congress, [ada, ben, cem])
}

fn to(who: &Somebody) -> String {
    format!("/netz/network/people/{}/meeting", who.profile.code)
}

/// Proposes slots, as the form does.
async fn propose(app: &App, from: &Somebody, other: &Somebody, slots: &[Uuid]) {
    let once = app.store.chance().opaque_id().to_string();
    let slots: Vec<String> = slots.iter().map(|id| id.simple().to_string()).collect();
    let mut fields = vec![("once", once.as_str()), ("note", "Kurz zur E-Akte?")];
    fields.extend(slots.iter().map(|slot| ("slot", slot.as_str())));
    from.client.post_form(&to(other), &fields).await.expect(303);
}

/// What one has proposed to the other.
async fn of(app: &App, from: &Somebody, other: &Somebody) -> meeting::Model {
    let find = meeting::Entity::find()
        .filter(meeting::Column::FromId.eq(from.profile.id))
        .filter(meeting::Column::ToId.eq(other.profile.id));
    find.one(app.store.read()).await.unwrap().unwrap()
}

async fn take(client: &Client, meeting: Uuid, slot: Uuid) {
    let slot = slot.simple().to_string();
    let path = format!("{MINE}/{}/answer", meeting.simple());
    client.post_form(&path, &[("answer", "yes"), ("slot", &slot)]).await.expect(303);
}

#[test]
fn a_stretch_of_time_is_cut_into_slots_of_one_length() {
    let at = |minutes: i64| Time::UNIX_EPOCH + TimeDelta::minutes(minutes);
    assert_eq!(cut(at(0), at(50), 20).unwrap(), [(at(0), at(20)), (at(20), at(40))]);
    assert_eq!(cut(at(0), at(60), 9), None);
    assert_eq!(cut(at(0), at(60), 31), None);
    assert_eq!(cut(at(60), at(0), 20), None);
    assert_eq!(cut(at(0), at(5), 10), None);
    assert!(!overlap((at(0), at(20)), (at(20), at(40))) && overlap((at(0), at(21)), (at(20), at(40))));
}

#[tokio::test]
async fn one_proposes_the_other_takes_a_slot_and_both_get_the_same_appointment_and_its_end() {
    run(async |app: &App| {
        let (congress, [ada, ben, cem]) = three(app).await;
        let slots = lay(app, &congress, 3, 2).await;
        let page = ada.client.get(&format!("/netz/network/people/{}", ben.profile.code)).await.expect(200).text();
        assert!(page.contains(&to(&ben)));
        ada.client.get(&to(&ben)).await.expect(200);
        propose(app, &ada, &ben, &[slots[0].id, slots[1].id]).await;
        app.deliver().await;
        let asked = |mail: &crate::kit::smtp::Received| crate::call::words(mail).contains("möchte Sie treffen");
        let mail = app.smtp.mails().into_iter().find(asked).unwrap();
        assert!(mail.to.contains("ben.beginn@") && crate::call::words(&mail).contains("Kurz zur E-Akte?"));
        let row = of(app, &ada, &ben).await;
        assert!(ben.client.get(MINE).await.expect(200).text().contains("Kurz zur E-Akte?"));
        // Only who was asked answers, and only with what was proposed.
        let path = format!("{MINE}/{}/answer", row.id.simple());
        let slot = slots[0].id.simple().to_string();
        for client in [&ada.client, &cem.client] {
            client.post_form(&path, &[("answer", "yes"), ("slot", &slot)]).await.expect(404);
        }
        let other = slots[2].id.simple().to_string();
        ben.client.post_form(&path, &[("answer", "yes"), ("slot", &other)]).await.expect(404);
        take(&ben.client, row.id, slots[1].id).await;
        take(&ben.client, row.id, slots[1].id).await;
        app.deliver().await;
        let mails = |method: &str| {
            let has = format!("METHOD:{method}");
            let all = app.smtp.mails().into_iter().filter(|mail| crate::calendar::text_of(mail).contains(&has));
            all.collect::<Vec<_>>()
        };
        let invited = mails("REQUEST");
        assert_eq!(invited.len(), 2, "each one once");
        let (uid, place) = (format!("UID:{}@kongress", row.id), "LOCATION:Tisch 1");
        for mail in &invited {
            let text = crate::calendar::text_of(mail);
            assert!(text.contains(&uid) && text.contains(place) && text.contains("SEQUENCE:0"), "{text}");
        }
        let page = ada.client.get(&format!("{MINE}/{}", row.id.simple())).await.expect(200);
        assert_eq!(page.words(".table-number"), ["1"]);
        assert!(page.text().contains("Ben Beginn"));
        cem.client.get(&format!("{MINE}/{}", row.id.simple())).await.expect(404);
        // Either ends it; both calendars hear so.
        cem.client.post_form(&format!("{MINE}/{}/end", row.id.simple()), &[]).await.expect(404);
        for _ in 0..2 {
            ben.client.post_form(&format!("{MINE}/{}/end", row.id.simple()), &[]).await.expect(303);
        }
        app.deliver().await;
        let ended = mails("CANCEL");
        assert_eq!(ended.len(), 2);
        for mail in &ended {
            let text = crate::calendar::text_of(mail);
            assert!(text.contains(&uid) && text.contains("SEQUENCE:1") && text.contains("STATUS:CANCELLED"), "{text}");
        }
        assert_eq!(app.count("SELECT count(*) FROM meeting_place").await, 0, "the table is free");
        assert_eq!(app.count("SELECT count(*) FROM meeting_seat").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_table_and_a_person_are_at_one_meeting_at_a_time() {
    run(async |app: &App| {
        let (congress, [ada, ben, cem]) = three(app).await;
        let slots = lay(app, &congress, 1, 1).await;
        // Two proposals for the only table, taken at once.
        propose(app, &ada, &ben, &[slots[0].id]).await;
        let first = of(app, &ada, &ben).await;
        propose(app, &cem, &ben, &[slots[0].id]).await;
        let second = of(app, &cem, &ben).await;
        let once = slots[0].id.simple().to_string();
        let fields = [("answer", "yes"), ("slot", once.as_str())];
        let paths = [first.id, second.id].map(|id| format!("{MINE}/{}/answer", id.simple()));
        let (one, other) = futures_util::future::join(
            ben.client.post_form(&paths[0], &fields),
            ben.client.post_form(&paths[1], &fields),
        )
        .await;
        one.expect(303);
        other.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM meeting WHERE state = 'agreed'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM meeting_place").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM meeting_seat").await, 2);
        // With it, nothing is free for the others.
        let page = ada.client.get(&to(&cem)).await.expect(200).text();
        assert!(page.contains("keine Zeit mehr"), "the table is taken");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_says_that_they_cannot_is_asked_for_no_such_time_and_no_time_that_is_over() {
    run(async |app: &App| {
        let (congress, [ada, ben, _]) = three(app).await;
        let slots = lay(app, &congress, 3, 5).await;
        let away = slots[0].id.simple().to_string();
        ben.client.post_form(&format!("{MINE}/absence"), &[("away", &away)]).await.expect(303);
        let offered = ada.client.get(&to(&ben)).await.expect(200).attributes("main [name=slot]", "value");
        assert!(!offered.contains(&away) && offered.len() == 2, "{offered:?}");
        // A form from before is not taken as it was; what was typed stays.
        let own = slots[1].id.simple().to_string();
        ada.client.post_form(&format!("{MINE}/absence"), &[("away", &own)]).await.expect(303);
        let page =
            ada.client.post_form(&to(&ben), &[("slot", &own), ("note", "Bleibt-stehen")]).await.expect(422).text();
        assert!(page.contains("Bleibt-stehen"));
        ada.client.post_form(&to(&ben), &[("note", "x")]).await.expect(422);
        assert_eq!(app.count("SELECT count(*) FROM meeting").await, 0);
        ben.client.post_form(&format!("{MINE}/absence"), &[]).await.expect(303);
        assert_eq!(ada.client.get(&to(&ben)).await.attributes("main [name=slot]", "value").len(), 2);
        // There is one proposal of two at a time, and unanswered it ends with its time.
        propose(app, &ada, &ben, &[slots[0].id]).await;
        propose(app, &ben, &ada, &[slots[2].id]).await;
        assert_eq!(app.count("SELECT count(*) FROM meeting").await, 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn strangers_are_not_asked_and_a_no_is_told() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
        let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
        let slots = lay(app, &congress, 2, 1).await;
        let slot = slots[0].id.simple().to_string();
        ada.client.get(&to(&ben)).await.expect(404);
        ada.client.post_form(&to(&ben), &[("slot", &slot)]).await.expect(404);
        befriend(&ada, &ben).await;
        propose(app, &ada, &ben, &[slots[0].id]).await;
        let row = of(app, &ada, &ben).await;
        for _ in 0..2 {
            let path = format!("{MINE}/{}/answer", row.id.simple());
            ben.client.post_form(&path, &[("answer", "no")]).await.expect(303);
        }
        app.deliver().await;
        let off = |mail: &crate::kit::smtp::Received| crate::call::words(mail).contains("kommt nicht zustande");
        let told: Vec<_> = app.smtp.mails().into_iter().filter(off).collect();
        assert!(told.len() == 1 && told[0].to.contains("ada.anfang@"));
    })
    .await;
}

#[tokio::test]
async fn who_leaves_meets_nobody_and_the_others_hear_so_in_a_kind_word() {
    run(async |app: &App| {
        let (congress, [ada, ben, cem]) = three(app).await;
        let slots = lay(app, &congress, 2, 2).await;
        propose(app, &ada, &ben, &[slots[0].id]).await;
        take(&ben.client, of(app, &ada, &ben).await.id, slots[0].id).await;
        propose(app, &ada, &cem, &[slots[1].id]).await;
        app.deliver().await;
        ada.client.post_form("/netz/network/mine/withdrawal", &[]).await.expect(303);
        app.deliver().await;
        for table in ["meeting", "meeting_offer", "meeting_place", "meeting_seat"] {
            assert_eq!(app.count(&format!("SELECT count(*) FROM {table}")).await, 0, "{table}");
        }
        let sorry = |mail: &crate::kit::smtp::Received| crate::call::words(mail).contains("findet leider nicht statt");
        let told: Vec<_> = app.smtp.mails().into_iter().filter(sorry).collect();
        assert_eq!(told.len(), 1, "who was only asked hears nothing");
        assert!(told[0].to.contains("ben.beginn@") && !crate::call::words(&told[0]).contains("Ada"));
        assert!(crate::calendar::text_of(&told[0]).contains("METHOD:CANCEL"));
        let page = ben.client.get(MINE).await.expect(200).text();
        assert!(page.contains("Noch kein Treffen."));
    })
    .await;
}

#[tokio::test]
async fn who_gives_their_ticket_back_or_blocks_meets_nobody_and_is_not_named() {
    run(async |app: &App| {
        let (congress, [ada, ben, cem]) = three(app).await;
        let slots = lay(app, &congress, 2, 2).await;
        propose(app, &ada, &ben, &[slots[0].id]).await;
        let asked = of(app, &ada, &ben).await;
        propose(app, &ada, &cem, &[slots[1].id]).await;
        take(&cem.client, of(app, &ada, &cem).await.id, slots[1].id).await;
        app.deliver().await;
        // Blocked by Cem: both hear that it is off.
        let block = format!("/netz/network/people/{}/avoidance", ada.profile.code);
        cem.client.post_form(&block, &[("kind", "blocked")]).await.expect(303);
        app.deliver().await;
        let sorry = |mail: &crate::kit::smtp::Received| crate::call::words(mail).contains("findet leider nicht statt");
        let told: Vec<_> = app.smtp.mails().into_iter().filter(sorry).collect();
        assert_eq!(told.len(), 2);
        for mail in &told {
            let text = crate::calendar::text_of(mail);
            assert!(text.lines().any(|line| line == "SUMMARY:Treffen"), "without a name: {text}");
        }
        assert_eq!(app.count("SELECT count(*) FROM meeting_place").await, 0);
        // Without a ticket nobody meets, whatever was proposed.
        let gone = [("reason", "krank")];
        app.guest().post_form(&format!("/netz/my/{}/cancellation", ada.secret), &gone).await.expect(303);
        take(&ben.client, asked.id, slots[0].id).await;
        assert_eq!(app.count("SELECT count(*) FROM meeting WHERE state = 'agreed'").await, 0);
        Box::pin(networking::service::sweep::sweep(&app.store)).await.unwrap();
        assert_eq!(app.count("SELECT count(*) FROM meeting WHERE state = 'proposed'").await, 0);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_desk_sets_times_and_tables_and_takes_none_away_that_somebody_has() {
    run(async |app: &App| {
        let (congress, [ada, ben, _]) = three(app).await;
        let desk = app.staff(Role::Organiser).await;
        let path = "/netz/desk/network/meetings";
        let day = congress.starts_at.date_naive();
        let (from, until) = (format!("{day}T12:00"), format!("{day}T13:00"));
        let add =
            |minutes: &'static str| [("from", from.as_str()), ("until", until.as_str()), ("minutes", minutes)].to_vec();
        for wrong in [vec![("from", "gestern"), ("until", &until), ("minutes", "20")], add("5"), add("zwanzig")] {
            desk.post_form(&format!("{path}/slots"), &wrong).await.expect(422);
        }
        desk.post_form(&format!("{path}/slots"), &add("20")).await.expect(303);
        desk.post_form(&format!("{path}/slots"), &add("20")).await.expect(422);
        assert_eq!(app.count("SELECT count(*) FROM meeting_slot").await, 3);
        for wrong in ["-1", "viele", "501"] {
            desk.post_form(&format!("{path}/tables"), &[("tables", wrong)]).await.expect(422);
        }
        desk.post_form(&format!("{path}/tables"), &[("tables", "2")]).await.expect(303);
        let slots = meeting_slot::Entity::find().all(app.store.read()).await.unwrap();
        propose(app, &ada, &ben, &[slots[0].id]).await;
        let system = base::Actor::system();
        let span = (congress.starts_at - TimeDelta::days(1), congress.starts_at + TimeDelta::days(2));
        assert!(!remove_slots(&app.store, &system, congress.id, span).await.unwrap(), "somebody is asked");
        take(&ben.client, of(app, &ada, &ben).await.id, slots[0].id).await;
        assert!(!remove_slots(&app.store, &system, congress.id, span).await.unwrap(), "somebody meets");
        desk.post_form(&format!("{path}/tables"), &[("tables", "0")]).await.expect(422);
        let page = desk.get(path).await.expect(200).text();
        assert!(page.contains("1/2") && !page.contains("Ada Anfang"), "nobody is named");
        let end = format!("{MINE}/{}/end", of(app, &ada, &ben).await.id.simple());
        ada.client.post_form(&end, &[]).await.expect(303);
        desk.post_form(&format!("{path}/days/{day}/removal"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM meeting_slot").await, 0);
        app.run_jobs().await;
    })
    .await;
}
