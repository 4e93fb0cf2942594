//! Sessions in the database, so that every process knows them. A visitor that stores nothing has none.

use crate::entity::session as table;
use crate::fault::Fault;
use crate::state::State;
use async_trait::async_trait;
use base::{Time, secret};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::fmt;
use store::Store;
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

/// What is kept. When it ends is said by the program's clock, which also says when it has ended.
fn columns(record: &Record, now: Time) -> Stored<(Vec<u8>, Time)> {
    let data = serde_json::to_vec(&record.data).map_err(|e| Error::Encode(e.to_string()))?;
    Ok((data, Time::from_timestamp(now.timestamp() + IDLE.whole_seconds(), 0).unwrap_or_default()))
}

fn backend(error: DbErr) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Stored<()> {
        // 128 random bits: two sessions under one number do not happen.
        let (data, expires_at) = columns(record, self.0.now())?;
        let row = table::ActiveModel { id: Set(hashed(&record.id)), data: Set(data), expires_at: Set(expires_at) };
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
        let (data, expires_at) = columns(record, self.0.now())?;
        let tx = self.0.begin().await.map_err(backend)?;
        table::Entity::update_many()
            .col_expr(table::Column::Data, Expr::value(data))
            .col_expr(table::Column::ExpiresAt, Expr::value(expires_at))
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
