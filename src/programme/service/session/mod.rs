//! Sessions by hand.

mod parts;
mod state;

pub use parts::Link;
pub(in crate::service) use state::confirm_in;
pub use state::{MAX_REASON, cancel, confirm, restore};

use crate::entity::session::{self, ActiveModel, Markup, Model};
use crate::event::{Deed, Thing};
use crate::service::booking::seats;
use crate::service::draft;
use crate::{Event, ProgrammeError};
use base::name::fold;
use base::{Actor, Language, Text, Uuid};
use congress::rules::{check_texts, slug_from};
use congress::service::congress::{hold, raise_revision};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde_json::json;
use std::collections::HashSet;
use store::event::changes;
use store::{DbErr, Store, Tx, record};
use ticket::order_code;
use web::form::Seen;

/// The longest title.
const MAX_TITLE: usize = 500;

/// What is said of a session: what it is, not when and where.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Session {
    pub title: Text,
    pub subtitle: Text,
    pub abstract_text: Text,
    pub description: Text,
    pub kind: Option<Uuid>,
    pub track: Option<Uuid>,
    /// BCP 47; empty: nobody said.
    pub language: String,
    pub minutes: Option<i32>,
    /// Seats that ticket holders book. None: whoever comes.
    pub seats: Option<i32>,
    pub do_not_record: bool,
    /// In their order.
    pub speakers: Vec<Uuid>,
    /// In the order of their ids.
    pub topics: Vec<Uuid>,
    pub links: Vec<Link>,
}

impl Session {
    fn check(&self) -> Result<(), ProgrammeError> {
        if self.title.is_empty() {
            return Err(ProgrammeError::TitleMissing);
        }
        let lines = [&self.title.de, &self.title.en, &self.subtitle.de, &self.subtitle.en];
        if lines.iter().any(|line| line.chars().count() > MAX_TITLE) {
            return Err(ProgrammeError::TitleLong);
        }
        check_texts(&[&self.abstract_text, &self.description])?;
        super::check_minutes(self.minutes)?;
        if self.seats.is_some_and(|seats| seats < 0) {
            return Err(ProgrammeError::Seats);
        }
        let tag = self.language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if tag && self.language.len() <= 35 { Ok(()) } else { Err(ProgrammeError::Language) }
    }

    fn search(&self) -> String {
        fold(&[&*self.title.de, &*self.title.en, &*self.subtitle.de, &*self.subtitle.en].join(" "))
    }
}

/// Adds a session with a code and one occurrence that is parked. `confirmed`: it takes place, nobody needs to say so any
/// more. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn create(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Session,
    confirmed: bool,
) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    create_in(&tx, actor, congress, id, None, new, confirmed).await?;
    draft::raise(&tx, congress).await?;
    raise_revision(&tx, congress).await?;
    tx.commit().await?;
    Ok(())
}

/// The same in a transaction that holds the congress and raises draft and revision itself. Gives the code: the given one,
/// which must be free, or one that is drawn.
pub async fn create_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    code: Option<String>,
    new: Session,
    confirmed: bool,
) -> Result<String, ProgrammeError> {
    new.check()?;
    parts::check(tx, congress, &new, None).await?;
    let code = match code {
        Some(code) => code,
        None => free_code(tx, congress).await?,
    };
    let changed = changes(&json!({}), &new);
    let row = ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        code: Set(code.clone()),
        slug: Set(slug_from(new.title.in_language(Language::De))),
        type_id: Set(new.kind),
        track_id: Set(new.track),
        title: Set(new.title.clone().into()),
        subtitle: Set(new.subtitle.clone().into()),
        abstract_text: Set(new.abstract_text.clone().into()),
        description: Set(new.description.clone().into()),
        markup: Set(Markup::Markdown),
        language: Set(new.language.clone()),
        minutes: Set(new.minutes),
        do_not_record: Set(new.do_not_record),
        seats: Set(new.seats),
        confirmed_at: Set(confirmed.then(|| tx.now())),
        cancelled_at: Set(None),
        turns: Set(0),
        origin: Set(None),
        search: Set(new.search()),
        created_at: Set(tx.now()),
        changed_at: Set(tx.now()),
    };
    session::Entity::insert(row).exec_without_returning(&**tx).await?;
    parts::write(tx, id, &Session::default(), &new).await?;
    for number in draft::numbers(tx, congress, 1).await? {
        draft::park(tx, congress, id, number).await?;
    }
    let event = Event::Edited { congress, thing: Thing::Session, id, deed: Deed::Added, changed };
    record(tx, actor, event).await?;
    Ok(code)
}

/// Changes what is said of a session. Texts show at once, in releases that there are too; when and where does not change.
/// Nobody overwrites what they have not seen; what is so already changes nothing.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Session,
    seen: &Seen,
) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let row = one(&tx, congress, id).await?.ok_or(ProgrammeError::Unknown)?;
    let old = Session::load(&tx, &row).await?;
    if old == new {
        return Ok(tx.commit().await?);
    }
    new.check()?;
    seen.check(&old)?;
    change_in(&tx, actor, &row, &old, new).await?;
    draft::raise(&tx, congress).await?;
    raise_revision(&tx, congress).await?;
    Ok(tx.commit().await?)
}

/// The same in a transaction that holds the congress, has looked whether anything differs, and raises draft and revision
/// itself.
pub(super) async fn change_in(
    tx: &Tx,
    actor: &Actor,
    row: &Model,
    old: &Session,
    new: Session,
) -> Result<(), ProgrammeError> {
    new.check()?;
    let (congress, id) = (row.congress_id, row.id);
    parts::check(tx, congress, &new, Some(old)).await?;
    parts::write(tx, id, old, &new).await?;
    let changed = changes(old, &new);
    // Fewer than are booked are refused; of more, those who wait get theirs.
    seats::set_in(tx, actor, congress, id, new.seats).await?;
    let update = ActiveModel {
        type_id: Set(new.kind),
        track_id: Set(new.track),
        search: Set(new.search()),
        title: Set(new.title.into()),
        subtitle: Set(new.subtitle.into()),
        abstract_text: Set(new.abstract_text.into()),
        description: Set(new.description.into()),
        language: Set(new.language),
        minutes: Set(new.minutes),
        do_not_record: Set(new.do_not_record),
        changed_at: Set(tx.now()),
        ..Default::default()
    };
    session::Entity::update_many().set(update).filter(session::Column::Id.eq(id)).exec(&**tx).await?;
    let event = Event::Edited { congress, thing: Thing::Session, id, deed: Deed::Changed, changed };
    Ok(record(tx, actor, event).await?)
}

/// A session of this congress.
pub(super) async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<Model>, DbErr> {
    let find = session::Entity::find().filter(session::Column::Id.eq(id));
    find.filter(session::Column::CongressId.eq(congress)).one(&**tx).await
}

async fn free_code(tx: &Tx, congress: Uuid) -> Result<String, DbErr> {
    let used: Vec<String> = session::Entity::find()
        .select_only()
        .column(session::Column::Code)
        .filter(session::Column::CongressId.eq(congress))
        .into_tuple()
        .all(&**tx)
        .await?;
    let used: HashSet<String> = used.into_iter().collect();
    let mut code = order_code(tx.chance().bytes::<16>());
    while used.contains(&code) {
        code = order_code(tx.chance().bytes::<16>());
    }
    Ok(code)
}
