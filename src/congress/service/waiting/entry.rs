//! Who waits: joining, changing, leaving. Each within the caller's transaction, which holds the list.

use super::{GATHER, offer};
use crate::CongressError;
use crate::entity::waiting::{ActiveModel, Column, Entity, Model, Source, State};
use crate::entity::waiting_choice as choice;
use crate::event::waiting::{Waiting, What};
use crate::service::capacity;
use base::{Actor, Language, Uuid, contact, name};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use store::{Tx, record};

/// Who wants to wait.
#[derive(Clone, Debug)]
pub struct NewEntry {
    pub id: Uuid,
    /// Places that are wanted together.
    pub n: i32,
    pub mailbox: Uuid,
    pub address: String,
    pub name: String,
    pub organisation: String,
    pub language: Language,
    pub source: Source,
    /// What would be taken, the best liked first.
    pub choices: Vec<Uuid>,
}

/// Puts somebody at the end of the queue. `false` with the entry that is there: the same address waits for the same
/// already, or the form came twice.
pub async fn join(tx: &Tx, actor: &Actor, congress: Uuid, new: NewEntry) -> Result<(Model, bool), CongressError> {
    let key = active_key(new.mailbox, &new.choices);
    let there = Column::Id.eq(new.id).or(Column::ActiveKey.eq(key.as_str()));
    let there = Entity::find().filter(Column::CongressId.eq(congress)).filter(there);
    if let Some(row) = there.one(&**tx).await? {
        return Ok((row, false));
    }
    let row = Model {
        id: new.id,
        congress_id: congress,
        n: new.n,
        mailbox_id: new.mailbox,
        search: search_text(&new.name, &new.organisation, &new.address),
        name: new.name,
        organisation: new.organisation,
        language: new.language.tag().into(),
        source: new.source,
        state: State::Waiting,
        priority: 0,
        since: tx.now(),
        joined_at: tx.now(),
        overtaken: 0,
        least: 1,
        gathering_since: None,
        link_generation: 1,
        active_key: Some(key),
        ended_at: None,
    };
    Entity::insert(ActiveModel::from(row.clone())).exec_without_returning(&**tx).await?;
    choose(tx, row.id, &new.choices).await?;
    told(tx, actor, &row, What::Joined { n: row.n }).await?;
    Ok((row, true))
}

async fn choose(tx: &Tx, entry: Uuid, choices: &[Uuid]) -> Result<(), DbErr> {
    let rows = choices.iter().zip(1..).map(|(target, position)| choice::ActiveModel {
        id: Set(tx.id()),
        waiting_id: Set(entry),
        target_id: Set(*target),
        position: Set(position),
    });
    choice::Entity::insert_many(rows).exec_without_returning(&**tx).await.map(|_| ())
}

/// What tells two entries for the same apart: the address, and the choices in whatever order.
fn active_key(mailbox: Uuid, choices: &[Uuid]) -> String {
    let mut sorted: Vec<String> = choices.iter().map(|id| id.simple().to_string()).collect();
    sorted.sort();
    format!("{}:{}", mailbox.simple(), sorted.join(","))
}

/// What an entry is found by.
fn search_text(name: &str, organisation: &str, address: &str) -> String {
    name::fold(&[name, organisation, &contact::normalise(address)].join(" "))
}

async fn told(tx: &Tx, actor: &Actor, row: &Model, what: What) -> Result<(), DbErr> {
    record(tx, actor, Waiting { congress: row.congress_id, entry: row.id, what }).await
}

/// The entry as it is now, for who holds the list.
pub async fn find(tx: &Tx, id: Uuid) -> Result<Model, CongressError> {
    Entity::find().filter(Column::Id.eq(id)).one(&**tx).await?.ok_or(CongressError::Unknown)
}

/// What an entry would take, the best liked first.
pub async fn choices(tx: &Tx, id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let rows = choice::Entity::find().filter(choice::Column::WaitingId.eq(id)).order_by_asc(choice::Column::Position);
    Ok(rows.all(&**tx).await?.into_iter().map(|row| row.target_id).collect())
}

/// What can be changed of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub n: i32,
    pub mailbox: Uuid,
    pub address: String,
    pub name: String,
    pub organisation: String,
    pub language: Language,
    pub choices: Vec<Uuid>,
}

/// Changes who waits, or for what, and says whether the place in the queue stayed: it does for fewer places and fewer
/// choices; more of either means the end of the queue, since others have waited for those. An offer that stands is given
/// back if something else is wanted. Another address gets a link of its own, and the old one ends.
pub async fn change(tx: &Tx, actor: &Actor, id: Uuid, new: Change) -> Result<(Model, bool), CongressError> {
    let row = find(tx, id).await?;
    if !row.state.is_active() {
        return Err(CongressError::WaitingOver);
    }
    let before = choices(tx, id).await?;
    let wishes = new.n != row.n || new.choices != before;
    let kept = new.n <= row.n && new.choices.iter().all(|choice| before.contains(choice));
    let (mut old, mut now) = (serde_json::Map::new(), serde_json::Map::new());
    let mut differs = |field: &str, a: Value, b: Value| {
        if a != b {
            old.insert(field.into(), a);
            now.insert(field.into(), b);
        }
    };
    differs("n", json!(row.n), json!(new.n));
    differs("choices", json!(before), json!(new.choices));
    differs("name", json!(row.name), json!(new.name));
    differs("organisation", json!(row.organisation), json!(new.organisation));
    differs("mailbox", json!(row.mailbox_id), json!(new.mailbox));
    differs("language", json!(row.language), json!(new.language.tag()));
    if old.is_empty() {
        return Ok((row, true));
    }
    let moved = new.mailbox != row.mailbox_id;
    let key = active_key(new.mailbox, &new.choices);
    let other = Entity::find().filter(Column::CongressId.eq(row.congress_id)).filter(Column::Id.ne(id));
    if other.filter(Column::ActiveKey.eq(key.as_str())).one(&**tx).await?.is_some() {
        return Err(CongressError::WaitingTwice);
    }
    let mut update = ActiveModel {
        n: Set(new.n),
        mailbox_id: Set(new.mailbox),
        search: Set(search_text(&new.name, &new.organisation, &new.address)),
        name: Set(new.name),
        organisation: Set(new.organisation),
        language: Set(new.language.tag().into()),
        active_key: Set(Some(key)),
        ..Default::default()
    };
    if moved {
        update.link_generation = Set(row.link_generation + 1);
    }
    if wishes {
        offer::withdraw(tx, &[id]).await?;
        update.state = Set(State::Waiting);
        update.least = Set(1);
        if !kept {
            update.since = Set(tx.now());
            update.overtaken = Set(0);
        }
        choice::Entity::delete_many().filter(choice::Column::WaitingId.eq(id)).exec(&**tx).await?;
        choose(tx, id, &new.choices).await?;
    }
    Entity::update_many().set(update).filter(Column::Id.eq(id)).exec(&**tx).await?;
    told(tx, actor, &row, What::Changed { before: Value::Object(old), after: Value::Object(now), kept }).await?;
    if moved {
        told(tx, actor, &row, What::MailRequested { request: tx.id(), known: false }).await?;
    }
    Ok((find(tx, id).await?, kept))
}

/// Ends an entry: whoever waits leaves, or staff take them off. What is held for it is free.
pub async fn end(tx: &Tx, actor: &Actor, id: Uuid, reason: Option<String>) -> Result<(), CongressError> {
    let row = find(tx, id).await?;
    if !row.state.is_active() {
        return Err(CongressError::WaitingOver);
    }
    offer::withdraw(tx, &[id]).await?;
    let (state, what) = match reason {
        None => (State::Left, What::Left),
        Some(reason) => (State::Removed, What::Removed { reason }),
    };
    finish(tx, &[id], state).await?;
    Ok(told(tx, actor, &row, what).await?)
}

/// Takes entries out of the queue, with what is gathered for them.
pub(super) async fn finish(tx: &Tx, ids: &[Uuid], state: State) -> Result<(), DbErr> {
    capacity::free(tx, GATHER, ids).await?;
    for part in ids.chunks(CHUNK) {
        let update = ActiveModel {
            state: Set(state),
            active_key: Set(None),
            gathering_since: Set(None),
            ended_at: Set(Some(tx.now())),
            ..Default::default()
        };
        Entity::update_many().set(update).filter(Column::Id.is_in(part.iter().copied())).exec(&**tx).await?;
    }
    Ok(())
}

/// Rows written by one statement.
pub(super) const CHUNK: usize = 1_000;

/// Stands in the queue again, at its end: whoever let an offer pass, declined it or left.
pub async fn come_back(tx: &Tx, actor: &Actor, id: Uuid) -> Result<(), CongressError> {
    let row = find(tx, id).await?;
    match row.state {
        State::Waiting | State::Offered => return Ok(()),
        State::Expired | State::Declined | State::Left => {}
        State::Taken | State::Removed | State::Closed => return Err(CongressError::WaitingOver),
    }
    let key = active_key(row.mailbox_id, &choices(tx, id).await?);
    let other = Entity::find().filter(Column::CongressId.eq(row.congress_id)).filter(Column::ActiveKey.eq(&*key));
    if other.one(&**tx).await?.is_some() {
        return Err(CongressError::WaitingTwice);
    }
    let update = ActiveModel {
        state: Set(State::Waiting),
        since: Set(tx.now()),
        overtaken: Set(0),
        least: Set(1),
        active_key: Set(Some(key)),
        ended_at: Set(None),
        ..Default::default()
    };
    Entity::update_many().set(update).filter(Column::Id.eq(id)).exec(&**tx).await?;
    Ok(told(tx, actor, &row, What::Returned).await?)
}

/// The highest priority.
pub const MAX_PRIORITY: i32 = 9;

/// Moves somebody forward or back in the queue, for a reason that is kept. `before`: what was shown; if somebody else
/// moved them meanwhile, nothing changes.
pub async fn prioritise(
    tx: &Tx,
    actor: &Actor,
    id: Uuid,
    (before, after): (i32, i32),
    reason: &str,
) -> Result<(), CongressError> {
    let row = find(tx, id).await?;
    if !row.state.is_active() {
        return Err(CongressError::WaitingOver);
    }
    let after = after.clamp(0, MAX_PRIORITY);
    if row.priority == after {
        return Ok(());
    }
    if row.priority != before {
        return Err(web::form::Stale.into());
    }
    Entity::update_many().col_expr(Column::Priority, Expr::value(after)).filter(Column::Id.eq(id)).exec(&**tx).await?;
    Ok(told(tx, actor, &row, What::Prioritised { before, after, reason: reason.into() }).await?)
}

/// Asks for the mail with the link once more. Whoever is not of the staff may so often within a while; then nothing
/// happens, and `false` says so.
pub async fn request_mail(
    tx: &Tx,
    actor: &Actor,
    row: &Model,
    request: Uuid,
    known: bool,
) -> Result<bool, CongressError> {
    let asked = store::event::lines(tx, &[row.id], &["waiting.mail-requested", "waiting.joined"]).await?;
    if asked.iter().any(|line| line.detail["request"] == json!(request)) {
        return Ok(true);
    }
    let since = tx.now() - chrono::TimeDelta::minutes(WITHIN);
    if !actor.is_staff() && asked.iter().filter(|line| line.at > since).count() >= REQUESTS {
        return Ok(false);
    }
    told(tx, actor, row, What::MailRequested { request, known }).await?;
    Ok(true)
}

/// So many mails can be asked for …
const REQUESTS: usize = 3;
/// … within so many minutes: nobody floods another's mailbox.
const WITHIN: i64 = 10;

/// Whether a place may be offered to an entry of this target: it is one of its choices.
pub(super) async fn has_choice(tx: &Tx, id: Uuid, target: Uuid) -> Result<bool, DbErr> {
    let of = choice::Column::WaitingId.eq(id).and(choice::Column::TargetId.eq(target));
    Ok(choice::Entity::find().filter(of).one(&**tx).await?.is_some())
}
