//! Taking in a list of cooperation topics.

use crate::entity::topic;
use crate::rules::topic::{Entry, Field, read, slug_of};
use crate::service::congress::{hold_with_host, raise_revisions};
use crate::{CongressError, Event};
use base::{Actor, Text, Uuid};
use paper::sheet::read::{Reason, Refusal, Table, Value, key};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use store::{Conn, Store, Tx, record};

/// What taking in a list of topics does.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    steps: Vec<Step>,
    /// With one alone nothing is taken in. In the order of the lines.
    pub refusals: Vec<Refusal>,
    pub added: usize,
    pub changed: usize,
    pub unchanged: usize,
}

/// A topic as it will be.
#[derive(Clone, Debug)]
struct Step {
    slug: String,
    name: Text,
    parent: Option<String>,
    /// The row that is there, and whether anything of it changes.
    there: Option<(Uuid, bool)>,
}

/// Why a list is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum TopicsError {
    #[error("{} rows are refused", .0.len())]
    Refused(Vec<Refusal>),
    #[error(transparent)]
    Congress(#[from] CongressError),
}

impl From<DbErr> for TopicsError {
    fn from(e: DbErr) -> Self {
        Self::Congress(e.into())
    }
}

/// What the list would change, as things stand. Changes nothing.
pub async fn plan(conn: &Conn, congress: Uuid, table: &Table) -> Result<Plan, CongressError> {
    let host = crate::query::by_id(conn, congress).await?.ok_or(CongressError::Unknown)?.host_id;
    let there = topics(conn, host).await?;
    let (entries, refusals) = read(table);
    let mut plan = Plan { refusals, ..Plan::default() };
    let known = Known::new(&there, &entries);
    let mut lines: HashMap<String, u32> = HashMap::new();
    for entry in &entries {
        let slug = known.slug(entry);
        if let Some(first) = lines.insert(slug.clone(), entry.line) {
            let reason = Reason::new("congress-topics-twice").with("line", first.to_string());
            plan.refusals.push(entry.refused(Field::German, &slug, reason));
            continue;
        }
        let parent = match &entry.parent {
            None => known.parent_of(&slug),
            Some(named) if named.is_empty() => None,
            Some(named) => {
                let found = known.named(named);
                if found.is_none() {
                    plan.refusals.push(entry.refused(Field::Parent, named, Reason::new("congress-topics-no-parent")));
                }
                found
            }
        };
        let row = there.iter().find(|t| t.slug == slug);
        let name = entry.name(row.map(|t| &t.name.0));
        let parent_now = row.and_then(|t| t.parent_id).and_then(|id| there.iter().find(|t| t.id == id));
        let same = row.is_some_and(|t| t.name.0 == name) && parent_now.map(|t| &t.slug) == parent.as_ref();
        match row {
            None => plan.added += 1,
            Some(_) if same => plan.unchanged += 1,
            Some(_) => plan.changed += 1,
        }
        plan.steps.push(Step { slug, name, parent, there: row.map(|t| (t.id, !same)) });
    }
    plan.refuse_circles(&known, &lines, &entries);
    if plan.steps.is_empty() && plan.refusals.is_empty() {
        let nowhere = Value { line: table.line, column: "", text: "" };
        plan.refusals.push(Refusal::new(nowhere, Reason::new("congress-topics-none")));
    }
    plan.refusals.sort_by_key(|refusal| refusal.line);
    Ok(plan)
}

async fn topics(conn: &Conn, host: Uuid) -> Result<Vec<topic::Model>, DbErr> {
    topic::Entity::find().filter(topic::Column::HostId.eq(host)).order_by_asc(topic::Column::Position).all(conn).await
}

/// What topics are called, those that are there and those of the list.
struct Known {
    /// Short name by any name, as [`key`] writes it.
    by_name: HashMap<String, String>,
    /// Short names and those of their parents, of what is there.
    parents: HashMap<String, Option<String>>,
}

impl Known {
    fn new(there: &[topic::Model], entries: &[Entry]) -> Self {
        let slugs: HashMap<Uuid, &str> = there.iter().map(|t| (t.id, t.slug.as_str())).collect();
        let parent = |t: &topic::Model| t.parent_id.and_then(|id| slugs.get(&id)).map(|s| (*s).to_owned());
        let mut known =
            Self { by_name: HashMap::new(), parents: there.iter().map(|t| (t.slug.clone(), parent(t))).collect() };
        for topic in there {
            known.remember(&topic.slug, &topic.name.0);
        }
        for entry in entries {
            let slug = known.slug(entry);
            known.remember(&slug, &entry.name(None));
        }
        known
    }

    fn remember(&mut self, slug: &str, name: &Text) {
        for text in [slug, &name.de, &name.en].map(key).into_iter().filter(|text| !text.is_empty()) {
            self.by_name.entry(text).or_insert_with(|| slug.to_owned());
        }
    }

    fn named(&self, name: &str) -> Option<String> {
        self.by_name.get(&key(name)).cloned()
    }

    /// The short name that the row gives; else that of the topic called so; else one made of the name.
    fn slug(&self, entry: &Entry) -> String {
        let named = || [&entry.german, &entry.english].into_iter().flatten().find_map(|name| self.named(name));
        entry.slug.clone().or_else(named).unwrap_or_else(|| slug_of(entry.title()))
    }

    fn parent_of(&self, slug: &str) -> Option<String> {
        self.parents.get(slug).cloned().flatten()
    }
}

impl Plan {
    /// No topic stands below itself.
    fn refuse_circles(&mut self, known: &Known, lines: &HashMap<String, u32>, entries: &[Entry]) {
        let mut parents = known.parents.clone();
        parents.extend(self.steps.iter().map(|step| (step.slug.clone(), step.parent.clone())));
        for step in &self.steps {
            let entry = entries.iter().find(|e| lines.get(&step.slug) == Some(&e.line));
            if let (true, Some(entry)) = (is_below_itself(&step.slug, &parents), entry) {
                let parent = step.parent.as_deref().unwrap_or_default();
                self.refusals.push(entry.refused(Field::Parent, parent, Reason::new("congress-topics-circle")));
            }
        }
    }
}

fn is_below_itself(slug: &str, parents: &HashMap<String, Option<String>>) -> bool {
    let parent = |of: &str| parents.get(of).and_then(Option::as_deref);
    let mut above = parent(slug);
    for _ in 0..parents.len() {
        match above {
            None => return false,
            Some(reached) if reached == slug => return true,
            Some(reached) => above = parent(reached),
        }
    }
    false
}

/// Takes in a list of topics of the congress's host: all or none.
///
/// A topic is known by its short name, or where the list gives none, by its name. What is there and is called otherwise
/// now, or stands elsewhere, is changed; what the list does not name stays; nothing is deleted. The same list twice
/// changes nothing.
pub async fn take_in(store: &Store, actor: &Actor, congress: Uuid, table: &Table) -> Result<Plan, TopicsError> {
    let tx = store.begin().await?;
    // Topics are the host's: each of its congresses shows them on its public page, which is kept by revision. Holding the
    // host makes two lists come one after the other.
    let host = hold_with_host(&tx, congress).await?.host_id;
    raise_revisions(&tx, host).await?;
    let plan = plan(&tx, congress, table).await?;
    if !plan.refusals.is_empty() {
        tx.rollback().await?;
        return Err(TopicsError::Refused(plan.refusals));
    }
    if plan.added + plan.changed == 0 {
        tx.rollback().await?;
        return Ok(plan);
    }
    write(&tx, host, &plan).await?;
    let event = Event::TopicsTakenIn { congress, added: plan.added, changed: plan.changed };
    record(&tx, actor, event).await?;
    tx.commit().await?;
    Ok(plan)
}

async fn write(tx: &Tx, host: Uuid, plan: &Plan) -> Result<(), DbErr> {
    let there = topics(tx, host).await?;
    let mut ids: HashMap<&str, Uuid> = there.iter().map(|t| (t.slug.as_str(), t.id)).collect();
    let mut position = there.iter().map(|t| t.position).max().unwrap_or_default();
    // First the topics, then where they stand: a parent may come below its children.
    for step in &plan.steps {
        if step.there.is_none() {
            position += 1;
            let id = tx.id();
            ids.insert(&step.slug, id);
            let row = topic::ActiveModel {
                id: Set(id),
                host_id: Set(host),
                parent_id: Set(None),
                slug: Set(step.slug.clone()),
                name: Set(step.name.clone().into()),
                position: Set(position),
                ..Default::default()
            };
            topic::Entity::insert(row).exec_without_returning(&**tx).await?;
        }
    }
    let moved = plan.steps.iter().filter(|s| s.there.map_or(s.parent.is_some(), |(_, changes)| changes));
    for step in moved {
        let change = topic::ActiveModel {
            name: Set(step.name.clone().into()),
            parent_id: Set(step.parent.as_deref().and_then(|slug| ids.get(slug)).copied()),
            ..Default::default()
        };
        topic::Entity::update_many()
            .set(change)
            .filter(topic::Column::HostId.eq(host))
            .filter(topic::Column::Slug.eq(&step.slug))
            .exec(&**tx)
            .await?;
    }
    Ok(())
}
