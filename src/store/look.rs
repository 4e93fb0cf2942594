//! Opening a database as it is, to look at it or to copy it: no file, no key, no table is made, and nothing is written.

use crate::conn::Store;
use crate::connect::{self, OpenError, key_file};
use base::{Chance, Clock};
use sea_orm::sqlx::postgres::PgConnection;
use sea_orm::sqlx::{self, Connection};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::time::timeout;

/// Who looks does not wait long.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Sqlite(PathBuf),
    /// Its address, with the password.
    Postgres(String),
}

impl Place {
    pub fn of(url: &str) -> Result<Self, OpenError> {
        if connect::is_postgres(url) { Ok(Self::Postgres(url.into())) } else { connect::file(url).map(Self::Sqlite) }
    }

    /// The secret key that belongs to it: the setting, or else what lies beside a SQLite file. Makes none.
    pub fn secret(&self, setting: Option<&str>) -> Result<String, OpenError> {
        match (connect::sound(setting)?, self) {
            (Some(secret), _) => Ok(secret.to_owned()),
            (None, Self::Sqlite(path)) => connect::read_key(&key_file(path)),
            (None, Self::Postgres(_)) => Err(OpenError::NoSecretKey),
        }
    }

    /// Opens it. Without a secret its keys stay closed; all else can be read.
    pub async fn look(&self, secret: Option<&str>, clock: Clock, chance: Chance) -> Result<Store, OpenError> {
        let pool = match self {
            Self::Postgres(url) => {
                knock(url).await?;
                postgres(url).await?
            }
            Self::Sqlite(path) => {
                if connect::is_foreign(path).await? {
                    return Err(OpenError::Foreign(path.clone()));
                }
                match sqlite(path, true).await {
                    Ok(pool) => pool,
                    // Whoever wrote it last was killed: what they had begun is taken back, which only a writer can.
                    Err(_) => sqlite(path, false).await?,
                }
            }
        };
        Ok(Store::new(pool.clone(), pool, clock, chance, |_| vec![], connect::derive(secret.unwrap_or_default())))
    }
}

async fn sqlite(path: &Path, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    let file = path.to_owned();
    let mut options = ConnectOptions::new("sqlite://");
    options.max_connections(1).acquire_timeout(PATIENCE).sqlx_logging(false).map_sqlx_sqlite_opts(move |o| {
        o.filename(&file).read_only(read_only).busy_timeout(PATIENCE).pragma("query_only", "on")
    });
    Database::connect(options).await
}

/// One connection by itself: a pool tries again until it is out of patience, and then no longer says why.
async fn knock(url: &str) -> Result<(), DbErr> {
    let failed = |e: sqlx::Error| DbErr::Conn(RuntimeErr::SqlxError(e.into()));
    match timeout(PATIENCE, PgConnection::connect(url)).await {
        Ok(connected) => connected.map_err(failed)?.close().await.map_err(failed),
        Err(_) => Err(failed(sqlx::Error::PoolTimedOut)),
    }
}

async fn postgres(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .connect_timeout(PATIENCE)
        .acquire_timeout(PATIENCE)
        .statement_timeout(Duration::from_secs(30))
        .set_application_name("kongress")
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(|o| o.options([("default_transaction_read_only", "on")]));
    Database::connect(options).await
}
