//! Calls, set up by organisers; and links for those who come late.

use crate::ProgrammeError;
use crate::entity::call::{Days, Kind, Tags};
use crate::entity::{call, call_link, call_track, call_type};
use crate::event::call::{CallEvent, What};
use crate::rules::submission::Wrong;
use base::{Actor, Text, Time, Uuid};
use congress::rules::{check_texts, free_slug};
use congress::service::code::{self, NewCode};
use congress::service::congress::{hold, raise_revision};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Serialize;
use std::collections::HashSet;
use store::{Conn, DbErr, Store, Tx, record};
use web::form::Seen;

/// Of [`congress::entity::code`].
pub const LATE: &str = "late";
/// The longest texts that a call may ask for.
const MOST: i32 = 20_000;

/// What is said of a call: what its form edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CallForm {
    pub kind: Kind,
    pub title: Text,
    pub lead: Text,
    pub thanks: Text,
    pub opens_at: Option<Time>,
    pub closes_at: Option<Time>,
    pub languages: Vec<String>,
    pub abstract_max: i32,
    pub description_max: i32,
    pub biography_max: i32,
    pub remind_days: Vec<i32>,
    pub published: bool,
    /// Kinds of sessions, and how many minutes they are.
    pub types: Vec<(Uuid, i32)>,
    pub tracks: Vec<Uuid>,
}

/// What is said of a call now. Two statements.
pub async fn form_of(conn: &Conn, row: &call::Model) -> Result<CallForm, DbErr> {
    let types = call_type::Entity::find()
        .filter(call_type::Column::CallId.eq(row.id))
        .order_by_asc(call_type::Column::TypeId)
        .all(conn)
        .await?;
    let tracks = call_track::Entity::find()
        .filter(call_track::Column::CallId.eq(row.id))
        .order_by_asc(call_track::Column::TrackId)
        .all(conn)
        .await?;
    Ok(CallForm {
        kind: row.kind,
        title: row.title.0.clone(),
        lead: row.lead.0.clone(),
        thanks: row.thanks.0.clone(),
        opens_at: row.opens_at,
        closes_at: row.closes_at,
        languages: row.languages.0.clone(),
        abstract_max: row.abstract_max,
        description_max: row.description_max,
        biography_max: row.biography_max,
        remind_days: row.remind_days.0.clone(),
        published: row.published,
        types: types.into_iter().map(|row| (row.type_id, row.minutes)).collect(),
        tracks: tracks.into_iter().map(|row| row.track_id).collect(),
    })
}

/// Adds a call. The same `id` twice is one.
pub async fn add(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    mut form: CallForm,
) -> Result<call::Model, ProgrammeError> {
    check(&mut form)?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let there = call::Entity::find().filter(call::Column::CongressId.eq(congress)).all(&*tx).await?;
    if let Some(there) = there.iter().find(|row| row.id == id) {
        return Ok(there.clone());
    }
    let taken: HashSet<&str> = there.iter().map(|row| row.slug.as_str()).collect();
    let name = if form.title.de.is_empty() { &form.title.en } else { &form.title.de };
    let row = call::Model {
        id,
        congress_id: congress,
        slug: free_slug(name, |slug| taken.contains(slug)),
        kind: form.kind,
        title: form.title.clone().into(),
        lead: form.lead.clone().into(),
        thanks: form.thanks.clone().into(),
        opens_at: form.opens_at,
        closes_at: form.closes_at,
        languages: Tags(form.languages.clone()),
        abstract_max: form.abstract_max,
        description_max: form.description_max,
        biography_max: form.biography_max,
        remind_days: Days(form.remind_days.clone()),
        published: form.published,
        position: there.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1),
        created_at: tx.now(),
        changed_at: tx.now(),
    };
    call::Entity::insert(row.clone().into_active_model()).exec_without_returning(&*tx).await?;
    asks_for(&tx, row.id, &form).await?;
    raise_revision(&tx, congress).await?;
    let what = What::Added { slug: row.slug.clone() };
    record(&tx, actor, CallEvent { congress, object: row.id, what }).await?;
    tx.commit().await?;
    Ok(row)
}

/// Changes a call. Nobody overwrites what they have not seen.
pub async fn change(
    store: &Store,
    actor: &Actor,
    row: &call::Model,
    shown: &Seen,
    mut form: CallForm,
) -> Result<(), ProgrammeError> {
    check(&mut form)?;
    let tx = store.begin().await?;
    hold(&tx, row.congress_id).await?;
    let row = call::Entity::find_by_id(row.id).one(&*tx).await?.ok_or(ProgrammeError::Unknown)?;
    let now = form_of(&tx, &row).await?;
    if now == form {
        return Ok(tx.rollback().await?);
    }
    shown.check(&now)?;
    let update = call::ActiveModel {
        kind: Set(form.kind),
        title: Set(form.title.clone().into()),
        lead: Set(form.lead.clone().into()),
        thanks: Set(form.thanks.clone().into()),
        opens_at: Set(form.opens_at),
        closes_at: Set(form.closes_at),
        languages: Set(Tags(form.languages.clone())),
        abstract_max: Set(form.abstract_max),
        description_max: Set(form.description_max),
        biography_max: Set(form.biography_max),
        remind_days: Set(Days(form.remind_days.clone())),
        published: Set(form.published),
        changed_at: Set(tx.now()),
        ..Default::default()
    };
    call::Entity::update_many().set(update).filter(call::Column::Id.eq(row.id)).exec(&*tx).await?;
    asks_for(&tx, row.id, &form).await?;
    raise_revision(&tx, row.congress_id).await?;
    let what = What::Changed { slug: row.slug.clone() };
    record(&tx, actor, CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    Ok(tx.commit().await?)
}

/// Writes which types and tracks a call asks for.
async fn asks_for(tx: &Tx, call: Uuid, form: &CallForm) -> Result<(), DbErr> {
    call_type::Entity::delete_many().filter(call_type::Column::CallId.eq(call)).exec(&**tx).await?;
    call_track::Entity::delete_many().filter(call_track::Column::CallId.eq(call)).exec(&**tx).await?;
    let types = form.types.iter().map(|(type_id, minutes)| call_type::ActiveModel {
        id: Set(tx.id()),
        call_id: Set(call),
        type_id: Set(*type_id),
        minutes: Set(*minutes),
    });
    if !form.types.is_empty() {
        call_type::Entity::insert_many(types).exec_without_returning(&**tx).await?;
    }
    let tracks = form.tracks.iter().map(|track_id| call_track::ActiveModel {
        id: Set(tx.id()),
        call_id: Set(call),
        track_id: Set(*track_id),
    });
    if !form.tracks.is_empty() {
        call_track::Entity::insert_many(tracks).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Whether a call can be so, with its lists in order.
fn check(form: &mut CallForm) -> Result<(), ProgrammeError> {
    let wrong = |field: &'static str, message, max| Wrong { field: field.into(), message, max, length: 0 };
    let mut all = vec![];
    if form.title.is_empty() {
        all.push(wrong("title-de", "congress-error-name-missing", 0));
    }
    if let (Some(opens), Some(closes)) = (form.opens_at, form.closes_at)
        && closes <= opens
    {
        all.push(wrong("closes", "call-fault-closes", 0));
    }
    if form.languages.is_empty() {
        all.push(wrong("language-de", "call-fault-languages", 0));
    }
    for (field, max) in [
        ("abstract-max", form.abstract_max),
        ("description-max", form.description_max),
        ("biography-max", form.biography_max),
    ] {
        if !(1..=MOST).contains(&max) {
            all.push(wrong(field, "call-fault-max", usize::try_from(MOST).unwrap_or_default()));
        }
    }
    if form.types.iter().any(|(_, minutes)| !(1..=24 * 60).contains(minutes)) {
        all.push(wrong("types", "call-fault-minutes", 0));
    }
    if form.remind_days.len() > 10 || form.remind_days.iter().any(|day| !(1..=365).contains(day)) {
        all.push(wrong("remind", "call-fault-remind", 0));
    }
    if !all.is_empty() {
        return Err(ProgrammeError::Faulty(all));
    }
    check_texts(&[&form.title, &form.lead, &form.thanks])?;
    form.types.sort_unstable();
    form.types.dedup_by_key(|(id, _)| *id);
    form.tracks.sort_unstable();
    form.tracks.dedup();
    form.remind_days.sort_unstable();
    form.remind_days.dedup();
    Ok(())
}

/// A new link for those who come late.
#[derive(Clone, Debug)]
pub struct NewLink {
    /// The same twice is one.
    pub id: Uuid,
    pub uses: i32,
    pub until: Option<Time>,
    /// For whom it is.
    pub note: String,
}

/// Makes a link by which so many can hand in after the call has closed.
pub async fn add_link(
    store: &Store,
    actor: &Actor,
    row: &call::Model,
    new: NewLink,
) -> Result<call_link::Model, ProgrammeError> {
    if !(1..=1_000).contains(&new.uses) {
        return Err(ProgrammeError::Faulty(vec![Wrong {
            field: "uses".into(),
            message: "call-fault-uses",
            max: 1_000,
            length: 0,
        }]));
    }
    let tx = store.begin().await?;
    hold(&tx, row.congress_id).await?;
    if let Some(there) = call_link::Entity::find_by_id(new.id).one(&*tx).await? {
        return Ok(there);
    }
    let code = NewCode {
        id: tx.id(),
        code: code::draw(&tx, row.congress_id, "LATE", 1).await?.pop().unwrap_or_default(),
        max_uses: new.uses,
        valid_from: None,
        valid_until: new.until,
        tag: String::new(),
        note: base::name::clean(&new.note),
    };
    code::add(&tx, row.congress_id, LATE, std::slice::from_ref(&code)).await?;
    let link = call_link::Model { id: new.id, call_id: row.id, code_id: code.id, generation: 1 };
    call_link::Entity::insert(link.clone().into_active_model()).exec_without_returning(&*tx).await?;
    let what = What::LinkMade { slug: row.slug.clone(), uses: new.uses };
    record(&tx, actor, CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    tx.commit().await?;
    Ok(link)
}

/// Ends a late link: nobody else hands in by it; what came by it stays. A second time changes nothing.
pub async fn end_link(store: &Store, actor: &Actor, row: &call::Model, link: Uuid) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold(&tx, row.congress_id).await?;
    let find = call_link::Entity::find_by_id(link).filter(call_link::Column::CallId.eq(row.id));
    let link = find.one(&*tx).await?.ok_or(ProgrammeError::Unknown)?;
    if !code::end(&tx, &[link.code_id]).await?.is_empty() {
        let what = What::LinkEnded { slug: row.slug.clone() };
        record(&tx, actor, CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    }
    Ok(tx.commit().await?)
}
