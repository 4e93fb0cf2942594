//! What happened: the audit log, the timelines and the jobs that follow, from the same rows.

use crate::conn::{Conn, Tx};
use crate::job::{self, NewJob};
use crate::text::contains;
use base::name::fold;
use base::{Actor, Time, Uuid};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use serde::Serialize;
use serde_json::Value;
use std::any::Any;

/// The table.
pub mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub at: DateTimeUtc,
        #[sea_orm(column_type = "Text")]
        pub actor_kind: String,
        pub actor_id: Option<Uuid>,
        #[sea_orm(column_type = "Text")]
        pub actor_name: String,
        /// The name, folded: what one looks for.
        #[sea_orm(column_type = "Text")]
        pub actor_search: String,
        pub congress_id: Option<Uuid>,
        #[sea_orm(column_type = "Text")]
        pub verb: String,
        #[sea_orm(column_type = "Text")]
        pub object_kind: String,
        pub object_id: Uuid,
        #[sea_orm(column_type = "JsonBinary")]
        pub detail: Json,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Something that happened in a slice. Each slice has an enum of its own.
pub trait Event: Any + Send + Sync {
    /// `order.placed`: the object and what was done. Timelines translate it.
    fn verb(&self) -> &'static str;
    /// What it happened to: kind and id.
    fn object(&self) -> (&'static str, Uuid);
    fn congress(&self) -> Option<Uuid>;
    /// What helps to understand it later: before and after, a reason. No secrets.
    fn detail(&self) -> Value {
        Value::Object(serde_json::Map::new())
    }
}

/// What differs between two states of a thing, for an event's detail: `{"town": ["Lemgo", "Detmold"]}`, before and
/// after. What is new or gone stands against nothing.
pub fn changes(before: &impl Serialize, after: &impl Serialize) -> Value {
    // Structs of plain values are always JSON; what is not has nothing to tell.
    let of = |value: serde_json::Result<Value>| match value {
        Ok(Value::Object(members)) => members,
        _ => serde_json::Map::new(),
    };
    let (before, mut after) = (of(serde_json::to_value(before)), of(serde_json::to_value(after)));
    let mut changed = serde_json::Map::new();
    for (name, old) in before {
        let new = after.remove(&name).unwrap_or(Value::Null);
        if old != new {
            changed.insert(name, Value::Array(vec![old, new]));
        }
    }
    changed.extend(after.into_iter().map(|(name, new)| (name, Value::Array(vec![Value::Null, new]))));
    Value::Object(changed)
}

/// What follows from an event. One function of the program, handed in when the store is opened.
pub type Reactions = fn(&dyn Any) -> Vec<NewJob>;

/// Writes the audit row and enqueues the jobs that follow, in the caller's transaction.
pub async fn record<E: Event>(tx: &Tx, actor: &Actor, event: E) -> Result<(), DbErr> {
    let jobs = (tx.store().reactions())(&event);
    write(tx, actor, &event, jobs).await
}

/// Events written by one statement.
const CHUNK: usize = 1_000;

/// The same for many events at once, with few statements.
pub async fn record_all<E: Event>(tx: &Tx, actor: &Actor, events: Vec<E>) -> Result<(), DbErr> {
    let mut jobs = vec![];
    for part in events.chunks(CHUNK) {
        jobs.extend(part.iter().flat_map(|event| (tx.store().reactions())(event)));
        let rows: Vec<_> = part.iter().map(|event| row(tx, actor, event)).collect();
        entity::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    job::enqueue_all(tx, jobs).await
}

/// The same for what happened before, for an example that looks used: nothing follows from it any more.
pub async fn record_past<E: Event>(tx: &Tx, actor: &Actor, events: Vec<(Time, E)>) -> Result<(), DbErr> {
    for part in events.chunks(CHUNK) {
        let past = part.iter().map(|(at, event)| entity::ActiveModel { at: Set(*at), ..row(tx, actor, event) });
        entity::Entity::insert_many(past).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

async fn write(tx: &Tx, actor: &Actor, event: &dyn Event, jobs: Vec<NewJob>) -> Result<(), DbErr> {
    entity::Entity::insert(row(tx, actor, event)).exec_without_returning(&**tx).await?;
    for new in jobs {
        job::enqueue(tx, new).await?;
    }
    Ok(())
}

fn row(tx: &Tx, actor: &Actor, event: &dyn Event) -> entity::ActiveModel {
    let (object_kind, object_id) = event.object();
    entity::ActiveModel {
        id: Set(tx.id()),
        at: Set(tx.now()),
        actor_kind: Set(actor.kind.name().into()),
        actor_id: Set(actor.kind.id()),
        actor_name: Set(actor.name.clone()),
        actor_search: Set(fold(&actor.name)),
        congress_id: Set(event.congress()),
        verb: Set(event.verb().into()),
        object_kind: Set(object_kind.into()),
        object_id: Set(object_id),
        detail: Set(event.detail()),
    }
}

/// A line of a timeline.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: Uuid,
    pub at: Time,
    pub actor_kind: String,
    pub actor_name: String,
    pub verb: String,
    pub object_kind: String,
    pub object_id: Uuid,
    /// None: it is of no congress in particular.
    pub congress_id: Option<Uuid>,
    pub detail: Value,
}

/// Which audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    Congress(Uuid),
    /// What concerns no congress in particular: accounts, roles in all of them, jobs.
    Installation,
}

/// Which lines of the audit log. What is not set does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What verbs begin with: `order.`; one of them.
    pub verbs: &'static [&'static str],
    /// Words that stand in the name of who did it, each of them.
    pub actor: String,
    /// At this moment or later.
    pub from: Option<Time>,
    /// Before this moment.
    pub until: Option<Time>,
}

impl Filter {
    fn condition(&self, log: Log) -> Condition {
        use entity::Column as C;
        let mut all = Condition::all().add(match log {
            Log::Congress(congress) => C::CongressId.eq(congress),
            Log::Installation => C::CongressId.is_null(),
        });
        if !self.verbs.is_empty() {
            let begins = self.verbs.iter().map(|begin| C::Verb.starts_with(*begin));
            all = all.add(begins.fold(Condition::any(), Condition::add));
        }
        for word in fold(&self.actor).split(' ').filter(|word| !word.is_empty()) {
            all = all.add(Expr::col(C::ActorSearch).like(contains(word)));
        }
        all.add_option(self.from.map(|from| C::At.gte(from))).add_option(self.until.map(|until| C::At.lt(until)))
    }
}

/// An audit log, newest first.
pub async fn find(conn: &Conn, log: Log, filter: &Filter, limit: u64, offset: u64) -> Result<Vec<Line>, DbErr> {
    let rows = entity::Entity::find()
        .filter(filter.condition(log))
        .order_by_desc(entity::Column::At)
        .order_by_desc(entity::Column::Id)
        .limit(limit)
        .offset(offset)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(Line::from).collect())
}

/// How many lines a filter leaves.
pub async fn count(conn: &Conn, log: Log, filter: &Filter) -> Result<u64, DbErr> {
    entity::Entity::find().filter(filter.condition(log)).count(conn).await
}

/// Lines before a cursor, newest first, for who reads them all: what is written meanwhile makes none come twice and none be
/// left out. The cursor is the last line read.
pub async fn before(
    conn: &Conn,
    log: Log,
    filter: &Filter,
    cursor: Option<&Line>,
    limit: u64,
) -> Result<Vec<Line>, DbErr> {
    use entity::Column as C;
    let mut condition = filter.condition(log);
    if let Some(last) = cursor {
        // The first part is what an index can begin at.
        condition = condition.add(C::At.lte(last.at)).add(C::At.lt(last.at).or(C::Id.lt(last.id)));
    }
    let find = entity::Entity::find().filter(condition).order_by_desc(C::At).order_by_desc(C::Id).limit(limit);
    Ok(find.all(conn).await?.into_iter().map(Line::from).collect())
}

/// All that happened to these objects, newest first. What says of itself that it is a `part` of something is told by the
/// event of that; the log alone has both.
pub async fn timeline(conn: &Conn, objects: &[Uuid]) -> Result<Vec<Line>, DbErr> {
    let mut all = lines(conn, objects, &[]).await?;
    all.retain(|line| line.detail["part"] != true);
    Ok(all)
}

/// What happened to these objects, newest first. `verbs`: only these count; all, if none is named.
pub async fn lines(conn: &Conn, objects: &[Uuid], verbs: &[&str]) -> Result<Vec<Line>, DbErr> {
    Ok(about(objects, verbs).all(conn).await?.into_iter().map(Line::from).collect())
}

/// The newest thing that happened to an object: who changed it last. `verbs`: only these count; all, if none is named.
pub async fn newest(conn: &Conn, object: Uuid, verbs: &[&str]) -> Result<Option<Line>, DbErr> {
    Ok(about(&[object], verbs).one(conn).await?.map(Line::from))
}

fn about(objects: &[Uuid], verbs: &[&str]) -> Select<entity::Entity> {
    let mut find = entity::Entity::find().filter(entity::Column::ObjectId.is_in(objects.iter().copied()));
    if !verbs.is_empty() {
        find = find.filter(entity::Column::Verb.is_in(verbs.iter().copied()));
    }
    find.order_by_desc(entity::Column::At).order_by_desc(entity::Column::Id)
}

/// When the last thing happened, by the order in which things were recorded.
pub async fn latest(conn: &Conn) -> Result<Option<Time>, DbErr> {
    let last = entity::Entity::find().order_by_desc(entity::Column::Id).one(conn).await?;
    Ok(last.map(|row| row.at))
}

impl From<entity::Model> for Line {
    fn from(row: entity::Model) -> Self {
        Self {
            id: row.id,
            at: row.at,
            actor_kind: row.actor_kind,
            actor_name: row.actor_name,
            verb: row.verb,
            object_kind: row.object_kind,
            object_id: row.object_id,
            congress_id: row.congress_id,
            detail: row.detail,
        }
    }
}
