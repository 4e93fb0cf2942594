//! Sessions in the database, so that every process knows them. A visitor that stores nothing has none.

use crate::entity::session as table;
use crate::fault::Fault;
use crate::state::State;
use async_trait::async_trait;
use base::{Time, Uuid, secret};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use std::fmt;
use store::{Conn, Store, Tx};
use tower_sessions::cookie::SameSite;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result as Stored};
use tower_sessions::{Expiry, Session, SessionManagerLayer, SessionStore};

/// The cookie's name.
pub const COOKIE: &str = "kongress";
/// How long a session lives without a visit.
const IDLE: time::Duration = time::Duration::hours(12);
/// When the session was last seen, in seconds: written at most once an hour, so that reading costs no write.
const SEEN: &str = "seen";
const HOUR: i64 = 3600;
/// Who is logged in with it.
const OWNER: &str = "owner";

/// Whose a session is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    pub account: Uuid,
    pub since: Time,
    /// "Firefox, Windows": so that people know their own again. Empty: unknown.
    pub browser: String,
}

/// A session that somebody is logged in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owned {
    /// As [`id`] gives it: no cookie can be made of it.
    pub id: String,
    pub owner: Owner,
    /// To the hour.
    pub seen: Option<Time>,
}

/// The layer: the cookie is out of reach for scripts, does not come along from other sites (but on plain links), and
/// over TLS only where there is TLS.
pub(crate) fn layer(state: &State) -> SessionManagerLayer<Sessions> {
    SessionManagerLayer::new(Sessions(state.store.clone()))
        .with_name(COOKIE)
        .with_path("/")
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(state.secure_cookies)
        .with_expiry(Expiry::OnInactivity(IDLE))
}

/// Puts off the end of a session that is used.
pub(crate) async fn touch(session: &Session, now: Time) -> Result<(), Fault> {
    let now = now.timestamp();
    if session.get::<i64>(SEEN).await?.is_none_or(|seen| now - seen >= HOUR) {
        session.insert(SEEN, now).await?;
    }
    Ok(())
}

/// Says whose this session is, so that it is found among those of the account.
pub async fn own(session: &Session, owner: Owner) -> Result<(), Fault> {
    Ok(session.insert(OWNER, owner).await?)
}

/// What this session is called in the database. None: it has not been kept yet.
pub fn id(session: &Session) -> Option<String> {
    session.id().map(|id| hashed(&id))
}

/// The sessions that an account is logged in with, the newest first. One statement.
pub async fn of_account(conn: &Conn, account: Uuid, now: Time) -> Result<Vec<Owned>, DbErr> {
    let rows = table::Entity::find()
        .filter(table::Column::AccountId.eq(account))
        .filter(table::Column::ExpiresAt.gt(now))
        .all(conn)
        .await?;
    let owned = |row: table::Model| {
        let mut data: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&row.data).ok()?;
        let owner = serde_json::from_value(data.remove(OWNER)?).ok()?;
        let seen = data.get(SEEN).and_then(serde_json::Value::as_i64).and_then(|at| Time::from_timestamp(at, 0));
        Some(Owned { id: row.id, owner, seen })
    };
    let mut all: Vec<Owned> = rows.into_iter().filter_map(owned).collect();
    all.sort_by(|one, other| other.owner.since.cmp(&one.owner.since).then_with(|| one.id.cmp(&other.id)));
    Ok(all)
}

/// Ends the sessions of an account, all or all but one, and says how many. They do not come back: what a request that is
/// under way writes into one that is gone is lost.
pub async fn end_of(tx: &Tx, account: Uuid, but: Option<&str>) -> Result<u64, DbErr> {
    let mut end = table::Entity::delete_many().filter(table::Column::AccountId.eq(account));
    if let Some(id) = but {
        end = end.filter(table::Column::Id.ne(id));
    }
    Ok(end.exec(&**tx).await?.rows_affected)
}

/// Deletes the sessions that have ended, and says how many. For a job.
pub async fn purge(store: &Store) -> Result<u64, DbErr> {
    let tx = store.begin().await?;
    let ended = table::Entity::delete_many().filter(table::Column::ExpiresAt.lte(tx.now())).exec(&*tx).await?;
    tx.commit().await?;
    Ok(ended.rows_affected)
}

/// The sessions' table, as tower-sessions asks for it.
#[derive(Clone)]
pub(crate) struct Sessions(Store);

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sessions")
    }
}

fn hashed(id: &Id) -> String {
    secret::hash(&id.to_string())
}

/// What is kept: what it holds, whose it is, when it ends. The latter is said by the program's clock, which also says when
/// it has ended.
fn columns(record: &Record, now: Time) -> Stored<(Vec<u8>, Option<Uuid>, Time)> {
    let data = serde_json::to_vec(&record.data).map_err(|e| Error::Encode(e.to_string()))?;
    let owner = match record.data.get(OWNER) {
        Some(owner) => Some(Owner::deserialize(owner).map_err(|e| Error::Encode(e.to_string()))?.account),
        None => None,
    };
    Ok((data, owner, Time::from_timestamp(now.timestamp() + IDLE.whole_seconds(), 0).unwrap_or_default()))
}

fn backend(error: DbErr) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Stored<()> {
        // 128 random bits: two sessions under one number do not happen.
        let (data, account_id, expires_at) = columns(record, self.0.now())?;
        let row = table::ActiveModel {
            id: Set(hashed(&record.id)),
            data: Set(data),
            expires_at: Set(expires_at),
            account_id: Set(account_id),
        };
        let tx = self.0.begin().await.map_err(backend)?;
        table::Entity::insert(row).exec_without_returning(&*tx).await.map_err(backend)?;
        tx.commit().await.map_err(backend)
    }

    /// A session that holds nothing any more has no row: the next request with its cookie takes the cookie away. One
    /// that was ended meanwhile, by a log-out in another tab, does not come back.
    async fn save(&self, record: &Record) -> Stored<()> {
        if record.data.is_empty() {
            return self.delete(&record.id).await;
        }
        let (data, account_id, expires_at) = columns(record, self.0.now())?;
        let tx = self.0.begin().await.map_err(backend)?;
        table::Entity::update_many()
            .col_expr(table::Column::Data, Expr::value(data))
            .col_expr(table::Column::ExpiresAt, Expr::value(expires_at))
            .col_expr(table::Column::AccountId, Expr::value(account_id))
            .filter(table::Column::Id.eq(hashed(&record.id)))
            .exec(&*tx)
            .await
            .map_err(backend)?;
        tx.commit().await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Stored<Option<Record>> {
        let row = table::Entity::find()
            .filter(table::Column::Id.eq(hashed(id)))
            .filter(table::Column::ExpiresAt.gt(self.0.now()))
            .one(self.0.read())
            .await
            .map_err(backend)?;
        let Some(row) = row else { return Ok(None) };
        let data = serde_json::from_slice(&row.data).map_err(|e| Error::Decode(e.to_string()))?;
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(row.expires_at.timestamp())
            .map_err(|e| Error::Decode(e.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Stored<()> {
        let tx = self.0.begin().await.map_err(backend)?;
        table::Entity::delete_many().filter(table::Column::Id.eq(hashed(id))).exec(&*tx).await.map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}
