//! Jobs as people look at them.

use super::entity::{self, State};
use crate::conn::Conn;
use base::Time;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};

/// What is not done: there is something to see.
pub const SHOWN: [State; 3] = [State::Failed, State::Running, State::Ready];

/// A job. Its payload is nobody's business.
#[derive(Clone, Debug, FromQueryResult)]
pub struct JobLine {
    pub id: i64,
    pub kind: String,
    pub state: State,
    pub attempts: i32,
    pub max_attempts: i32,
    due_at: i64,
    pub last_error: Option<String>,
    created_at: i64,
}

impl JobLine {
    /// While it waits: not before.
    pub fn due_at(&self) -> Time {
        time(self.due_at)
    }

    pub fn created_at(&self) -> Time {
        time(self.created_at)
    }
}

fn time(ms: i64) -> Time {
    Time::from_timestamp_millis(ms).unwrap_or_default()
}

/// Jobs that are not done, of one state or of all; those first that are due first.
pub async fn list(conn: &Conn, state: Option<State>, limit: u64, offset: u64) -> Result<Vec<JobLine>, DbErr> {
    use entity::Column as C;
    let states = state.map_or_else(|| SHOWN.to_vec(), |state| vec![state]);
    entity::Entity::find()
        .select_only()
        .columns([C::Id, C::Kind, C::State, C::Attempts, C::MaxAttempts, C::DueAt, C::LastError, C::CreatedAt])
        .filter(C::State.is_in(states))
        .order_by_asc(C::DueAt)
        .order_by_asc(C::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(conn)
        .await
}

/// How many there are in each state, those that are done left out.
pub async fn states(conn: &Conn) -> Result<Vec<(State, i64)>, DbErr> {
    let find = entity::Entity::find().select_only().column(entity::Column::State);
    let counted = find.column_as(entity::Column::Id.count(), "n").filter(entity::Column::State.is_in(SHOWN));
    counted.group_by(entity::Column::State).into_tuple().all(conn).await
}
