//! The next edition of a congress, as the last one was.

use super::congress::{NewCongress, add_with_id, raise_revision};
use crate::entity::{
    congress, partner, passage, question, question_category, question_option, room, room_time, room_walk, waiting_terms,
};
use crate::query::question::questions as all_questions;
use crate::rules::edition::Move;
use crate::{CongressError, Event};
use base::{Actor, Text, Time, Uuid};
use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use store::{DbErr, Tx, record};

/// What is another in the next edition.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Empty: one that is free, from the name.
    pub slug: String,
    pub name: Text,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// What of the congress itself is taken along.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// Its words, its venue, its pages and notes.
    pub texts: bool,
    /// Until when people change what they ordered.
    pub deadlines: bool,
    /// Wordmark, colour, sender.
    pub look: bool,
    pub rooms: bool,
    pub partners: bool,
}

/// When the next edition begins and ends: at the same times of day.
pub fn span(old: &congress::Model, first: NaiveDate, last: NaiveDate, shift: Move) -> (Time, Time) {
    (shift.on(first, old.starts_at), shift.on(last, old.ends_at))
}

/// Adds the next edition as a draft, with a key of its own and nobody in it, in the caller's transaction; says which of the old
/// rooms became which. Orders, people and what they did are never copied.
pub async fn found(
    tx: &Tx,
    actor: &Actor,
    id: Uuid,
    old: &congress::Model,
    (new, taken, shift): (&Edition, Taken, Move),
) -> Result<(congress::Model, HashMap<Uuid, Uuid>), CongressError> {
    let (starts_at, ends_at) = span(old, new.first, new.last, shift);
    let slug = if new.slug.is_empty() { super::congress::free_slug(tx, &new.name).await? } else { new.slug.clone() };
    let founded = NewCongress {
        slug,
        name: new.name.clone(),
        starts_at,
        ends_at,
        zone: old.zone.clone(),
        phase: congress::Phase::Draft,
    };
    let row = add_with_id(tx, actor, id, founded).await?;
    // Of the same house as the one before, whichever the installation began with.
    let mut copy = congress::Model { host_id: old.host_id, ..row.clone() };
    if taken.texts {
        copy.lead = old.lead.clone();
        copy.place = old.place.clone();
        copy.host_line = old.host_line.clone();
        copy.doors_at = old.doors_at.map(|at| shift.of(at)).filter(|at| *at <= starts_at);
        copy.venue_name.clone_from(&old.venue_name);
        copy.venue_street.clone_from(&old.venue_street);
        copy.venue_postcode.clone_from(&old.venue_postcode);
        copy.venue_town.clone_from(&old.venue_town);
        copy.contact_address.clone_from(&old.contact_address);
        copy.signature.clone_from(&old.signature);
    }
    if taken.deadlines {
        let moved = |at: Option<Time>| at.map(|at| shift.of(at));
        copy.names_until = moved(old.names_until);
        copy.substitutes_until = moved(old.substitutes_until);
        copy.category_until = moved(old.category_until);
        copy.cancel_until = moved(old.cancel_until);
    }
    if taken.look {
        copy.wordmark.clone_from(&old.wordmark);
        copy.wordmark_accent.clone_from(&old.wordmark_accent);
        copy.accent.clone_from(&old.accent);
        copy.sender_name.clone_from(&old.sender_name);
        copy.reply_to.clone_from(&old.reply_to);
    }
    let write = congress::ActiveModel::from(copy.clone()).reset_all();
    congress::Entity::update_many().set(write).filter(congress::Column::Id.eq(id)).exec(&**tx).await?;
    if taken.texts {
        passages(tx, old.id, id).await?;
    }
    let rooms = if taken.rooms { rooms(tx, old.id, id, shift).await? } else { HashMap::new() };
    if taken.partners {
        partners(tx, old.id, id).await?;
    }
    raise_revision(tx, id).await?;
    Ok((copy, rooms))
}

/// Says where a new edition comes from, with what was taken along.
pub async fn note(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    from: &congress::Model,
    parts: Vec<&'static str>,
) -> Result<(), DbErr> {
    record(tx, actor, Event::Copied { congress, from: from.id, slug: from.slug.clone(), parts }).await
}

/// Rooms, with when they are open, which moves, and how far they are apart.
async fn rooms(tx: &Tx, from: Uuid, to: Uuid, shift: Move) -> Result<HashMap<Uuid, Uuid>, DbErr> {
    let old = room::Entity::find().filter(room::Column::CongressId.eq(from)).all(&**tx).await?;
    let new: HashMap<Uuid, Uuid> = old.iter().map(|row| (row.id, tx.id())).collect();
    let became = |id: Uuid| new.get(&id).copied();
    let rows = old.into_iter().filter_map(|row| {
        let row = room::Model { id: became(row.id)?, congress_id: to, guid: None, origin: None, ..row };
        Some(room::ActiveModel::from(row).reset_all())
    });
    let rows: Vec<room::ActiveModel> = rows.collect();
    if rows.is_empty() {
        return Ok(new);
    }
    room::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    let times = room_time::Entity::find()
        .filter(room_time::Column::RoomId.is_in(new.keys().copied()))
        .order_by_asc(room_time::Column::Id)
        .all(&**tx)
        .await?;
    let times = times.into_iter().filter_map(|row| {
        let (starts_at, ends_at) = (shift.of(row.starts_at), shift.of(row.ends_at));
        let row = room_time::Model { id: tx.id(), room_id: became(row.room_id)?, starts_at, ends_at };
        Some(room_time::ActiveModel::from(row).reset_all())
    });
    let times: Vec<room_time::ActiveModel> = times.collect();
    if !times.is_empty() {
        room_time::Entity::insert_many(times).exec_without_returning(&**tx).await?;
    }
    let walks = room_walk::Entity::find().filter(room_walk::Column::CongressId.eq(from)).all(&**tx).await?;
    let walks = walks.into_iter().filter_map(|row| {
        let (one, other) = (became(row.room_id)?, became(row.other_id)?);
        let (room_id, other_id) = (one.min(other), one.max(other));
        let row = room_walk::Model { id: tx.id(), congress_id: to, room_id, other_id, minutes: row.minutes };
        Some(room_walk::ActiveModel::from(row).reset_all())
    });
    let walks: Vec<room_walk::ActiveModel> = walks.collect();
    if !walks.is_empty() {
        room_walk::Entity::insert_many(walks).exec_without_returning(&**tx).await?;
    }
    Ok(new)
}

async fn passages(tx: &Tx, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let old = passage::Entity::find().filter(passage::Column::CongressId.eq(from)).all(&**tx).await?;
    let rows = old.into_iter().map(|row| passage::Model { id: tx.id(), congress_id: to, ..row });
    let rows: Vec<passage::ActiveModel> = rows.map(|row| passage::ActiveModel::from(row).reset_all()).collect();
    if !rows.is_empty() {
        passage::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

async fn partners(tx: &Tx, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let old = partner::Entity::find().filter(partner::Column::CongressId.eq(from)).all(&**tx).await?;
    let rows = old.into_iter().map(|row| partner::Model { id: tx.id(), congress_id: to, ..row });
    let rows: Vec<partner::ActiveModel> = rows.map(|row| partner::ActiveModel::from(row).reset_all()).collect();
    if !rows.is_empty() {
        partner::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Copies the questions of a congress into one that has none, in the caller's transaction, with what can be chosen and with
/// what they depend on; nobody's answers. `categories`: which of the old ones became which. Until when they are asked and
/// changed moves with the beginning. One that was asked of some tickets alone, none of which comes along, is not asked any
/// more, nor is what depends on it: asked of everyone, it would be another question.
pub async fn questions(
    tx: &Tx,
    from: Uuid,
    to: Uuid,
    categories: &HashMap<Uuid, Uuid>,
    shift: Move,
) -> Result<(), DbErr> {
    let old = all_questions(tx, from).await?;
    let new: HashMap<Uuid, Uuid> = old.iter().map(|view| (view.row.id, tx.id())).collect();
    let mut retired: Vec<Uuid> = vec![];
    let (mut rows, mut depending, mut options, mut links) = (vec![], vec![], vec![], vec![]);
    // In their order: what an active one depends on stands before it.
    for view in old {
        let Some(id) = new.get(&view.row.id).copied() else { continue };
        let asked_of: Vec<Uuid> = view.categories.iter().filter_map(|old| categories.get(old).copied()).collect();
        let orphaned = !view.categories.is_empty() && asked_of.is_empty();
        if orphaned || view.row.depends_on.is_some_and(|earlier| retired.contains(&earlier)) {
            retired.push(view.row.id);
        }
        depending.extend(view.row.depends_on.and_then(|other| new.get(&other)).map(|other| (id, *other)));
        let row = question::Model {
            id,
            congress_id: to,
            depends_on: None,
            asked_until: view.row.asked_until.map(|at| shift.of(at)),
            changed_until: view.row.changed_until.map(|at| shift.of(at)),
            active: view.row.active && !retired.contains(&view.row.id),
            created_at: tx.now(),
            ..view.row
        };
        rows.push(question::ActiveModel::from(row).reset_all());
        options.extend(view.options.into_iter().map(|option| {
            let option = question_option::Model { id: tx.id(), question_id: id, ..option };
            question_option::ActiveModel::from(option).reset_all()
        }));
        links.extend(asked_of.into_iter().map(|category_id| {
            question_category::ActiveModel::from(question_category::Model { question_id: id, category_id }).reset_all()
        }));
    }
    if !rows.is_empty() {
        question::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    // Once all are there, whichever depends on which.
    for (id, other) in depending {
        let row = question::ActiveModel { depends_on: Set(Some(other)), ..Default::default() };
        question::Entity::update_many().set(row).filter(question::Column::Id.eq(id)).exec(&**tx).await?;
    }
    if !options.is_empty() {
        question_option::Entity::insert_many(options).exec_without_returning(&**tx).await?;
    }
    if !links.is_empty() {
        question_category::Entity::insert_many(links).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Copies on which terms one waits, in the caller's transaction; nobody who waited.
pub async fn waiting(tx: &Tx, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let Some(old) = crate::query::waiting::terms(tx, from).await? else { return Ok(()) };
    let row = waiting_terms::Model { id: tx.id(), congress_id: to, changed_at: tx.now(), ..old };
    waiting_terms::Entity::insert(waiting_terms::ActiveModel::from(row).reset_all())
        .exec_without_returning(&**tx)
        .await
        .map(|_| ())
}
