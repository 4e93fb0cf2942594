//! Offers and needs.

use super::profile::hold;
use super::{done, index};
use crate::NetworkingError;
use crate::entity::entry::{Form, Maturity, Region, Side, Size};
use crate::entity::{entry, interest};
use crate::event::What;
use crate::load::Member;
use crate::rules::term;
use crate::rules::visibility::Level;
use base::{Time, Uuid};
use congress::entity::topic;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;
use store::{DbErr, Store, Tx};
use ticket::order_code;
use web::form::Seen;

/// What somebody offers or looks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub side: Side,
    pub form: Form,
    pub topic: Uuid,
    pub title: String,
    pub body: String,
    pub maturity: Option<Maturity>,
    pub since: Option<i32>,
    pub size: Option<Size>,
    pub region: Region,
    pub level: Level,
    /// Until when it stands; none: for the usual time.
    pub until: Option<Time>,
}

impl From<&entry::Model> for Entry {
    fn from(row: &entry::Model) -> Self {
        Self {
            side: row.side,
            form: row.form,
            topic: row.topic_id,
            title: row.title.clone(),
            body: row.body.clone(),
            maturity: row.maturity,
            since: row.since,
            size: row.size,
            region: row.region,
            level: row.level,
            until: Some(row.expires_at),
        }
    }
}

/// Adds an offer or a need. The same form sent twice adds one.
pub async fn add(store: &Store, member: &Member, id: Uuid, new: Entry) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let profile = hold(&tx, member.id()).await?;
    if entry::Entity::find().filter(entry::Column::Id.eq(id)).one(&*tx).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let own = entry::Entity::find().filter(entry::Column::ProfileId.eq(profile.id)).count(&*tx).await?;
    if own >= u64::try_from(term::ENTRIES).unwrap_or(u64::MAX) {
        return Err(NetworkingError::TooMany(term::ENTRIES));
    }
    known(&tx, profile.host_id, new.topic).await?;
    let row = entry::ActiveModel {
        id: Set(id),
        host_id: Set(profile.host_id),
        profile_id: Set(profile.id),
        topic_id: Set(new.topic),
        code: Set(free_code(&tx, profile.host_id).await?),
        side: Set(new.side),
        form: Set(new.form),
        maturity: Set(new.maturity),
        title: Set(new.title.clone()),
        body: Set(new.body),
        since: Set(new.since),
        size: Set(new.size),
        region: Set(new.region),
        level: Set(new.level),
        expires_at: Set(term::entry_until(new.until, tx.now())),
        reminded_at: Set(None),
        hidden_at: Set(None),
        hidden_why: Set(String::new()),
        created_at: Set(tx.now()),
        changed_at: Set(tx.now()),
    };
    entry::Entity::insert(row).exec_without_returning(&*tx).await?;
    index::of_profile(&tx, &profile).await?;
    done(tx, member.actor(), (member.congress, id), new.title, What::EntryAdded).await
}

async fn known(tx: &Tx, host: Uuid, topic: Uuid) -> Result<(), NetworkingError> {
    let find = topic::Entity::find().filter(topic::Column::HostId.eq(host)).filter(topic::Column::Id.eq(topic));
    find.one(&**tx).await?.map(|_| ()).ok_or(NetworkingError::Unknown)
}

async fn free_code(tx: &Tx, host: Uuid) -> Result<String, DbErr> {
    loop {
        let code = order_code(tx.chance().bytes::<16>());
        let find = entry::Entity::find().filter(entry::Column::HostId.eq(host)).filter(entry::Column::Code.eq(&code));
        if find.one(&**tx).await?.is_none() {
            return Ok(code);
        }
    }
}

/// Changes one of one's own. What organisers took off stays off: they look at it again when its author asks them.
pub async fn change(store: &Store, member: &Member, id: Uuid, new: Entry, seen: &Seen) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let profile = hold(&tx, member.id()).await?;
    let row = own(&tx, profile.id, id).await?.ok_or(NetworkingError::Unknown)?;
    let old = Entry::from(&row);
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    known(&tx, profile.host_id, new.topic).await?;
    let change = entry::ActiveModel {
        topic_id: Set(new.topic),
        side: Set(new.side),
        form: Set(new.form),
        maturity: Set(new.maturity),
        title: Set(new.title.clone()),
        body: Set(new.body),
        since: Set(new.since),
        size: Set(new.size),
        region: Set(new.region),
        level: Set(new.level),
        expires_at: Set(term::entry_until(new.until, tx.now())),
        reminded_at: Set(None),
        changed_at: Set(tx.now()),
        ..Default::default()
    };
    entry::Entity::update_many().set(change).filter(entry::Column::Id.eq(id)).exec(&*tx).await?;
    index::of_profile(&tx, &profile).await?;
    done(tx, member.actor(), (member.congress, id), new.title, What::EntryChanged).await
}

/// Takes one of one's own away. One that is gone already is gone: that is no error.
pub async fn remove(store: &Store, member: &Member, id: Uuid) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let profile = hold(&tx, member.id()).await?;
    let Some(row) = own(&tx, profile.id, id).await? else { return Ok(tx.rollback().await?) };
    delete(&tx, id).await?;
    index::forget(&tx, &[id]).await?;
    done(tx, member.actor(), (member.congress, id), row.title, What::EntryRemoved).await
}

/// What was about it is about nothing in particular.
pub(super) async fn delete(tx: &Tx, id: Uuid) -> Result<(), DbErr> {
    interest::Entity::update_many()
        .col_expr(interest::Column::EntryId, Expr::value(None::<Uuid>))
        .filter(interest::Column::EntryId.eq(id))
        .exec(&**tx)
        .await?;
    entry::Entity::delete_many().filter(entry::Column::Id.eq(id)).exec(&**tx).await.map(|_| ())
}

async fn own(tx: &Tx, profile: Uuid, id: Uuid) -> Result<Option<entry::Model>, DbErr> {
    let find = entry::Entity::find().filter(entry::Column::Id.eq(id)).filter(entry::Column::ProfileId.eq(profile));
    find.one(&**tx).await
}
