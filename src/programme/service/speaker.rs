//! Speakers by hand.

use crate::entity::speaker::{self, ActiveModel, Model};
use crate::event::{Deed, Thing};
use crate::{Event, ProgrammeError};
use base::name::{clean, fold};
use base::{Actor, Language, Text, Uuid, contact};
use congress::rules::{check_lines, check_texts};
use congress::service::congress::{hold, raise_revision};
use identity::entity::mailbox;
use identity::service::mailbox::mailbox_for;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde_json::json;
use std::collections::HashSet;
use store::event::changes;
use store::{Conn, DbErr, Store, Tx, record};
use ticket::order_code;
use web::form::Seen;

/// What is said of somebody who speaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Speaker {
    pub name: String,
    pub organisation: String,
    pub biography: Text,
    /// Where mails go; empty: nowhere.
    pub email: String,
    /// In which language they are written.
    pub language: Language,
}

/// What the log keeps of it: no address.
#[derive(Serialize)]
struct Logged<'a> {
    name: &'a str,
    organisation: &'a str,
    biography: &'a Text,
}

impl Speaker {
    /// As it stands there. One statement at most.
    pub async fn load(conn: &Conn, row: &Model) -> Result<Self, DbErr> {
        let to = match row.mailbox_id {
            Some(id) => mailbox::Entity::find().filter(mailbox::Column::Id.eq(id)).one(conn).await?,
            None => None,
        };
        Ok(Self {
            name: row.name.clone(),
            organisation: row.organisation.clone(),
            biography: row.biography.0.clone(),
            language: to.as_ref().and_then(|to| to.language.parse().ok()).unwrap_or_default(),
            email: to.map(|to| to.address).unwrap_or_default(),
        })
    }

    fn check(&self) -> Result<(), ProgrammeError> {
        if clean(&self.name).is_empty() {
            return Err(ProgrammeError::NameMissing);
        }
        check_lines(&[&self.name, &self.organisation])?;
        check_texts(&[&self.biography])?;
        if !self.email.is_empty() {
            contact::check(&self.email).map_err(identity::IdentityError::Address)?;
        }
        Ok(())
    }

    fn logged(&self) -> Logged<'_> {
        Logged { name: &self.name, organisation: &self.organisation, biography: &self.biography }
    }

    fn search(&self) -> String {
        fold(&format!("{} {}", self.name, self.organisation))
    }
}

/// Adds somebody who speaks, with a code. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Speaker) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    let host = hold(&tx, congress).await?.host_id;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    add_in(&tx, actor, (congress, host), id, new).await?;
    tx.commit().await?;
    Ok(())
}

/// The same in a transaction that holds the congress.
pub(crate) async fn add_in(
    tx: &Tx,
    actor: &Actor,
    (congress, host): (Uuid, Uuid),
    id: Uuid,
    new: Speaker,
) -> Result<(), ProgrammeError> {
    new.check()?;
    let mailbox = mailbox_of(tx, host, &new).await?;
    let code = free_code(tx, congress).await?;
    let changed = changes(&json!({}), &new.logged());
    let row = ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        code: Set(code),
        search: Set(new.search()),
        name: Set(new.name),
        organisation: Set(new.organisation),
        biography: Set(new.biography.into()),
        mailbox_id: Set(mailbox),
        link_generation: Set(1),
        guid: Set(None),
        source_id: Set(String::new()),
        origin: Set(None),
        created_at: Set(tx.now()),
        changed_at: Set(tx.now()),
    };
    speaker::Entity::insert(row).exec_without_returning(&**tx).await?;
    raise_revision(tx, congress).await?;
    let event = Event::Edited { congress, thing: Thing::Speaker, id, deed: Deed::Added, changed };
    Ok(record(tx, actor, event).await?)
}

/// Changes what is said of a speaker. With another address, links that went to the one before lead nowhere any more. Nobody
/// overwrites what they have not seen; what is so already changes nothing.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Speaker,
    seen: &Seen,
) -> Result<(), ProgrammeError> {
    new.check()?;
    let tx = store.begin().await?;
    let host = hold(&tx, congress).await?.host_id;
    let row = one(&tx, congress, id).await?.ok_or(ProgrammeError::Unknown)?;
    let old = Speaker::load(&tx, &row).await?;
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    let mailbox = mailbox_of(&tx, host, &new).await?;
    let changed = changes(&old.logged(), &new.logged());
    let moved = mailbox != row.mailbox_id;
    let update = ActiveModel {
        search: Set(new.search()),
        name: Set(new.name),
        organisation: Set(new.organisation),
        biography: Set(new.biography.into()),
        mailbox_id: Set(mailbox),
        link_generation: Set(row.link_generation.saturating_add(i32::from(moved))),
        changed_at: Set(tx.now()),
        ..Default::default()
    };
    speaker::Entity::update_many().set(update).filter(speaker::Column::Id.eq(id)).exec(&*tx).await?;
    super::draft::raise(&tx, congress).await?;
    raise_revision(&tx, congress).await?;
    record(&tx, actor, Event::Edited { congress, thing: Thing::Speaker, id, deed: Deed::Changed, changed }).await?;
    Ok(tx.commit().await?)
}

/// Removes somebody who speaks nowhere. One who is gone already is gone: that is no error.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), ProgrammeError> {
    use crate::entity::speaker_time;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let Some(row) = one(&tx, congress, id).await? else { return Ok(tx.commit().await?) };
    speaker_time::Entity::delete_many().filter(speaker_time::Column::SpeakerId.eq(id)).exec(&*tx).await?;
    let removed = speaker::Entity::delete_many().filter(speaker::Column::Id.eq(id)).exec(&*tx).await;
    super::unless_used(removed)?;
    raise_revision(&tx, congress).await?;
    let changed = changes(&Logged { name: &row.name, organisation: &row.organisation, biography: &row.biography }, &());
    record(&tx, actor, Event::Edited { congress, thing: Thing::Speaker, id, deed: Deed::Removed, changed }).await?;
    Ok(tx.commit().await?)
}

async fn mailbox_of(tx: &Tx, host: Uuid, new: &Speaker) -> Result<Option<Uuid>, ProgrammeError> {
    if new.email.is_empty() {
        return Ok(None);
    }
    Ok(Some(mailbox_for(tx, host, &new.email, new.language).await?.id))
}

async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<Model>, DbErr> {
    let find = speaker::Entity::find().filter(speaker::Column::Id.eq(id));
    find.filter(speaker::Column::CongressId.eq(congress)).one(&**tx).await
}

async fn free_code(tx: &Tx, congress: Uuid) -> Result<String, DbErr> {
    let used: Vec<String> = speaker::Entity::find()
        .select_only()
        .column(speaker::Column::Code)
        .filter(speaker::Column::CongressId.eq(congress))
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
