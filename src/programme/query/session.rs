//! Sessions, searched, counted and listed for those who make the programme.

use crate::entity::session::{self, Model};
use crate::entity::{session_speaker, slot, speaker};
use base::Uuid;
use base::name::fold;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use store::{Conn, DbErr, contains};

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has said yet that it takes place.
    Open,
    Confirmed,
    Cancelled,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Open, Self::Confirmed, Self::Cancelled];

    /// In addresses, files and keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Confirmed => "confirmed",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    pub fn of(row: &Model) -> Self {
        match (row.cancelled_at, row.confirmed_at) {
            (Some(_), _) => Self::Cancelled,
            (None, Some(_)) => Self::Confirmed,
            (None, None) => Self::Open,
        }
    }

    fn condition(self) -> Condition {
        use session::Column::{CancelledAt, ConfirmedAt};
        match self {
            Self::Open => Condition::all().add(CancelledAt.is_null()).add(ConfirmedAt.is_null()),
            Self::Confirmed => Condition::all().add(CancelledAt.is_null()).add(ConfirmedAt.is_not_null()),
            Self::Cancelled => Condition::all().add(CancelledAt.is_not_null()),
        }
    }
}

/// Which sessions a list shows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words of title, subtitle, code or of who speaks.
    pub query: String,
    pub kind: Option<Uuid>,
    pub track: Option<Uuid>,
    pub state: Option<State>,
    /// Only those of which an occurrence has no time.
    pub unplaced: bool,
}

impl Filter {
    fn condition(&self, congress: Uuid) -> Condition {
        let mut all = Condition::all().add(session::Column::CongressId.eq(congress));
        for word in self.query.split_whitespace() {
            let like = contains(&fold(word));
            let speakers = Query::select()
                .column((session_speaker::Entity, session_speaker::Column::SessionId))
                .from(session_speaker::Entity)
                .inner_join(
                    speaker::Entity,
                    Expr::col((speaker::Entity, speaker::Column::Id))
                        .equals((session_speaker::Entity, session_speaker::Column::SpeakerId)),
                )
                .and_where(Expr::col((speaker::Entity, speaker::Column::CongressId)).eq(congress))
                .and_where(Expr::col((speaker::Entity, speaker::Column::Search)).like(like.clone()))
                .take();
            let any = Condition::any()
                .add(Expr::col((session::Entity, session::Column::Search)).like(like))
                .add(session::Column::Code.eq(word.to_uppercase()))
                .add(session::Column::Id.in_subquery(speakers));
            all = all.add(any);
        }
        if let Some(kind) = self.kind {
            all = all.add(session::Column::TypeId.eq(kind));
        }
        if let Some(track) = self.track {
            all = all.add(session::Column::TrackId.eq(track));
        }
        if let Some(state) = self.state {
            all = all.add(state.condition());
        }
        if self.unplaced {
            let slots = || {
                Query::select()
                    .column(slot::Column::SessionId)
                    .from(slot::Entity)
                    .and_where(slot::Column::CongressId.eq(congress))
                    .and_where(slot::Column::SessionId.is_not_null())
                    .and_where(slot::Column::RemovedAt.is_null())
                    .take()
            };
            let parked = slots().and_where(slot::Column::StartsAt.is_null()).take();
            let none = session::Column::Id.not_in_subquery(slots());
            all = all
                .add(session::Column::CancelledAt.is_null())
                .add(Condition::any().add(session::Column::Id.in_subquery(parked)).add(none));
        }
        all
    }
}

/// A session as lists show it.
#[derive(Clone, Debug)]
pub struct SessionView {
    pub row: Model,
    /// In their order.
    pub speakers: Vec<speaker::Model>,
    /// Of the draft, by time; what is parked comes last.
    pub slots: Vec<slot::Model>,
}

/// A part of the sessions that a filter leaves.
#[derive(Clone, Debug)]
pub struct Found {
    pub sessions: Vec<SessionView>,
    pub total: u64,
    /// How many are in each state, of those that the rest of the filter leaves; as [`State::ALL`].
    pub states: Vec<(State, i64)>,
}

/// A part of the sessions that a filter leaves, by title. Six statements, however many there are.
pub async fn find(conn: &Conn, congress: Uuid, filter: &Filter, (limit, offset): (u64, u64)) -> Result<Found, DbErr> {
    let states = states(conn, congress, &Filter { state: None, ..filter.clone() }).await?;
    let condition = filter.condition(congress);
    let total = session::Entity::find().filter(condition.clone()).count(conn).await?;
    let rows = session::Entity::find()
        .filter(condition)
        .order_by_asc(session::Column::Search)
        .order_by_asc(session::Column::Id)
        .limit(limit)
        .offset(offset)
        .all(conn)
        .await?;
    Ok(Found { sessions: views(conn, rows).await?, total, states })
}

/// Sessions after a cursor, oldest first, for files that hold them all. Four statements.
pub async fn after(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    (cursor, limit): (Option<Uuid>, u64),
) -> Result<Vec<SessionView>, DbErr> {
    let mut find = session::Entity::find().filter(filter.condition(congress));
    if let Some(cursor) = cursor {
        find = find.filter(session::Column::Id.gt(cursor));
    }
    views(conn, find.order_by_asc(session::Column::Id).limit(limit).all(conn).await?).await
}

/// A session of a congress. Four statements.
pub async fn one(conn: &Conn, congress: Uuid, id: Uuid) -> Result<Option<SessionView>, DbErr> {
    let find = session::Entity::find().filter(session::Column::Id.eq(id));
    let row = find.filter(session::Column::CongressId.eq(congress)).one(conn).await?;
    Ok(views(conn, row.into_iter().collect()).await?.pop())
}

async fn states(conn: &Conn, congress: Uuid, filter: &Filter) -> Result<Vec<(State, i64)>, DbErr> {
    let mut select = session::Entity::find().select_only().filter(filter.condition(congress));
    for state in State::ALL {
        let one = CaseStatement::new().case(state.condition(), 1).finally(0);
        select = select.column_as(Expr::expr(Func::sum(Expr::expr(one))).cast_as("bigint"), state.name());
    }
    let counts = select.into_tuple::<(Option<i64>, Option<i64>, Option<i64>)>().one(conn).await?;
    let (open, confirmed, cancelled) = counts.unwrap_or_default();
    let counts = [open, confirmed, cancelled];
    Ok(State::ALL.into_iter().zip(counts).map(|(state, n)| (state, n.unwrap_or_default())).collect())
}

/// Three statements, however many.
async fn views(conn: &Conn, rows: Vec<Model>) -> Result<Vec<SessionView>, DbErr> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut speakers: HashMap<Uuid, Vec<speaker::Model>> = HashMap::new();
    let parts = session_speaker::Entity::find()
        .filter(session_speaker::Column::SessionId.is_in(ids.iter().copied()))
        .order_by_asc(session_speaker::Column::Position)
        .all(conn)
        .await?;
    let people = speaker::Entity::find()
        .filter(speaker::Column::Id.is_in(parts.iter().map(|part| part.speaker_id)))
        .all(conn)
        .await?;
    let people: HashMap<Uuid, speaker::Model> = people.into_iter().map(|row| (row.id, row)).collect();
    for part in parts {
        speakers.entry(part.session_id).or_default().extend(people.get(&part.speaker_id).cloned());
    }
    let mut slots: HashMap<Uuid, Vec<slot::Model>> = HashMap::new();
    let all = slot::Entity::find()
        .filter(slot::Column::SessionId.is_in(ids.iter().copied()))
        .filter(slot::Column::RemovedAt.is_null())
        .order_by_asc(slot::Column::Number)
        .all(conn)
        .await?;
    for slot in all {
        if let Some(session) = slot.session_id {
            slots.entry(session).or_default().push(slot);
        }
    }
    let view = |row: Model| {
        let mut slots = slots.remove(&row.id).unwrap_or_default();
        slots.sort_by_key(|slot| (slot.starts_at.is_none(), slot.starts_at, slot.number));
        SessionView { speakers: speakers.remove(&row.id).unwrap_or_default(), slots, row }
    };
    Ok(rows.into_iter().map(view).collect())
}
