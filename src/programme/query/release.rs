//! Releases, what they hold, and what would be released now.

use crate::ProgrammeError;
use crate::entity::{release, released_slot, session, slot};
use crate::query::plan::{self, Draft};
use crate::rules::change::{Change, Held, changes};
use crate::rules::clash::{Clash, Severity};
use base::{Text, Time, Uuid};
use congress::entity::congress::Model as Congress;
use congress::entity::room;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr};

/// What of the draft shows: what has a time, is no blocker, is confirmed and not cancelled. In the order of their ids. Two
/// statements.
pub async fn shown(conn: &Conn, congress: Uuid) -> Result<Vec<(slot::Model, released_slot::Kind)>, DbErr> {
    let hidden: Vec<Uuid> = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::CongressId.eq(congress))
        .filter(session::Column::CancelledAt.is_not_null().or(session::Column::ConfirmedAt.is_null()))
        .into_tuple()
        .all(conn)
        .await?;
    let hidden: HashSet<Uuid> = hidden.into_iter().collect();
    let slots = slot::Entity::find()
        .filter(slot::Column::CongressId.eq(congress))
        .filter(slot::Column::RemovedAt.is_null())
        .filter(slot::Column::StartsAt.is_not_null())
        .filter(slot::Column::EndsAt.is_not_null())
        .order_by_asc(slot::Column::Id)
        .all(conn)
        .await?;
    let shown = slots.into_iter().filter_map(|slot| {
        let kind = match slot.kind {
            slot::Kind::Session => released_slot::Kind::Session,
            slot::Kind::Break => released_slot::Kind::Break,
            slot::Kind::Blocker => return None,
        };
        let off = slot.session_id.is_some_and(|session| hidden.contains(&session));
        (!off).then_some((slot, kind))
    });
    Ok(shown.collect())
}

/// The draft, and everything in what would be released now that blocks: what does not show, as what nobody has confirmed,
/// stops nothing, but for a room that is in use.
pub async fn blocking(conn: &Conn, congress: &Congress) -> Result<(Draft, Vec<Clash>), ProgrammeError> {
    let draft = plan::draft(conn, congress).await?;
    let shown: HashSet<Uuid> = shown(conn, congress.id).await?.into_iter().map(|(slot, _)| slot.id).collect();
    let counts = |id: Uuid| shown.contains(&id) || draft.slot(id).is_some_and(|slot| slot.kind == slot::Kind::Blocker);
    let of = |clash: &Clash| {
        let slots = [Some(clash.slot), clash.other].into_iter().flatten();
        clash.severity == Severity::Block && slots.clone().any(|id| shown.contains(&id)) && slots.clone().all(counts)
    };
    let found = draft.clashes().into_iter().filter(of).collect();
    Ok((draft, found))
}

/// What would be released now, to be compared with a release. Two statements.
pub async fn drafted(conn: &Conn, congress: Uuid) -> Result<Vec<Held>, DbErr> {
    let held = |(row, _): (slot::Model, released_slot::Kind)| {
        Some(Held {
            slot: row.id,
            session: row.session_id,
            title: row.title.0,
            room: row.room_id,
            starts_at: row.starts_at?,
            ends_at: row.ends_at?,
        })
    };
    Ok(shown(conn, congress).await?.into_iter().filter_map(held).collect())
}

/// What a release holds, in the order of time. One statement.
pub async fn held(conn: &Conn, release: Uuid) -> Result<Vec<Held>, DbErr> {
    Ok(held_by(conn, &[release]).await?.remove(&release).unwrap_or_default())
}

/// The same of several. One statement.
pub async fn held_by(conn: &Conn, releases: &[Uuid]) -> Result<HashMap<Uuid, Vec<Held>>, DbErr> {
    let rows = released_slot::Entity::find()
        .filter(released_slot::Column::ReleaseId.is_in(releases.iter().copied()))
        .order_by_asc(released_slot::Column::StartsAt)
        .order_by_asc(released_slot::Column::SlotId)
        .all(conn)
        .await?;
    let mut all: HashMap<Uuid, Vec<Held>> = HashMap::new();
    for row in rows {
        all.entry(row.release_id).or_default().push(Held {
            slot: row.slot_id,
            session: row.session_id,
            title: row.title.0,
            room: row.room_id,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
        });
    }
    Ok(all)
}

/// The release of this number.
pub async fn numbered(conn: &Conn, congress: Uuid, number: i32) -> Result<Option<release::Model>, DbErr> {
    let find = release::Entity::find().filter(release::Column::CongressId.eq(congress));
    find.filter(release::Column::Number.eq(number)).one(conn).await
}

/// What sessions and rooms are called, for those who tell of changes.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub sessions: HashMap<Uuid, Session>,
    pub rooms: HashMap<Uuid, Text>,
}

/// A session as changes name it.
#[derive(Clone, Debug)]
pub struct Session {
    pub code: String,
    pub title: Text,
    pub cancelled_at: Option<Time>,
}

impl Named {
    /// All of a congress. Two statements.
    pub async fn load(conn: &Conn, congress: Uuid) -> Result<Self, DbErr> {
        type Row = (Uuid, String, store::Translated, Option<Time>);
        let sessions: Vec<Row> = session::Entity::find()
            .select_only()
            .columns([session::Column::Id, session::Column::Code, session::Column::Title, session::Column::CancelledAt])
            .filter(session::Column::CongressId.eq(congress))
            .into_tuple()
            .all(conn)
            .await?;
        let rooms = room::Entity::find().filter(room::Column::CongressId.eq(congress)).all(conn).await?;
        let named = |(id, code, title, cancelled_at): Row| (id, Session { code, title: title.0, cancelled_at });
        Ok(Self {
            sessions: sessions.into_iter().map(named).collect(),
            rooms: rooms.into_iter().map(|row| (row.id, row.name.0)).collect(),
        })
    }

    /// Sessions that did not take place by then.
    fn cancelled(&self, by: Option<Time>) -> HashSet<Uuid> {
        let off = |session: &Session| session.cancelled_at.is_some_and(|at| by.is_none_or(|by| at <= by));
        self.sessions.iter().filter(|(_, session)| off(session)).map(|(id, _)| *id).collect()
    }

    /// What a slot is called: its session's title, or a break's own.
    pub fn title<'a>(&'a self, held: &'a Held) -> &'a Text {
        held.session.and_then(|id| self.sessions.get(&id)).map_or(&held.title, |session| &session.title)
    }

    /// The code of its session.
    pub fn code(&self, held: &Held) -> Option<&str> {
        Some(self.sessions.get(&held.session?)?.code.as_str())
    }
}

/// What would change if the draft were released now.
#[derive(Clone, Debug)]
pub struct Preview {
    pub newest: Option<release::Model>,
    pub slots: usize,
    pub changes: Vec<Change>,
    pub named: Named,
}

/// What would change if the draft were released now. Six statements.
pub async fn preview(conn: &Conn, congress: Uuid) -> Result<Preview, DbErr> {
    let newest = super::newest(conn, congress).await?;
    let before = match &newest {
        Some(newest) => held(conn, newest.id).await?,
        None => vec![],
    };
    let after = drafted(conn, congress).await?;
    let named = Named::load(conn, congress).await?;
    let changes = changes(&before, &after, &named.cancelled(None));
    Ok(Preview { newest, slots: after.len(), changes, named })
}

/// A release with what it changed.
#[derive(Clone, Debug)]
pub struct Told {
    pub release: release::Model,
    pub slots: Vec<Held>,
    /// The first one is all new, which needs no telling: none.
    pub changes: Option<Vec<Change>>,
}

/// So many releases before and with this one (none: the newest), newest first, with what each changed. Four statements,
/// however many.
pub async fn told(conn: &Conn, congress: Uuid, until: Option<i32>, n: u64) -> Result<(Vec<Told>, Named), DbErr> {
    let mut find = release::Entity::find().filter(release::Column::CongressId.eq(congress));
    if let Some(until) = until {
        find = find.filter(release::Column::Number.lte(until));
    }
    let releases = find.order_by_desc(release::Column::Number).limit(n.saturating_add(1)).all(conn).await?;
    let ids: Vec<Uuid> = releases.iter().map(|release| release.id).collect();
    let mut slots = held_by(conn, &ids).await?;
    let named = Named::load(conn, congress).await?;
    let mut all: Vec<Told> = vec![];
    let n = usize::try_from(n).unwrap_or(usize::MAX);
    let mut rest = releases.into_iter().peekable();
    while let Some(release) = rest.next().filter(|_| all.len() < n) {
        let own = slots.remove(&release.id).unwrap_or_default();
        let before = rest.peek().map(|before| slots.get(&before.id).map(Vec::as_slice).unwrap_or_default());
        let changes = before.map(|before| changes(before, &own, &named.cancelled(Some(release.made_at))));
        all.push(Told { release, slots: own, changes });
    }
    Ok((all, named))
}
