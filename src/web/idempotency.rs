//! Requests that a program may send again: with an `Idempotency-Key`, the second one is answered as the first was and
//! does nothing (draft-ietf-httpapi-idempotency-key-header).
//!
//! ```text
//! let guard = Guard::from_request(&visit, &method, &headers, &body)?;
//! if let Some(answer) = guard.find(store.read()).await? { return Ok(answer) }
//! … in the service, in its transaction, once the effect is written:
//! guard.store(&tx, StatusCode::CREATED, &json).await?;
//! ```
//! The row is part of the transaction, so there is an answer exactly if there was an effect. Of two requests at once the
//! later one breaks the primary key, is rolled back, and is told to ask again (409).

use crate::entity::idempotency_key as table;
use crate::visit::Visit;
use axum::response::{IntoResponse, Response};
use base::actor::ActorKind;
use base::error::Told;
use base::{Time, Uuid};
use data_encoding::HEXLOWER;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, StatusCode};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde_json::Value;
use sha2::{Digest, Sha256};
use store::{Conn, Store, Tx};

const HEADER: HeaderName = HeaderName::from_static("idempotency-key");
const MAX_KEY: usize = 255;
const JSON: &str = "application/json";

/// Why a request with a key is not answered.
#[derive(Debug, thiserror::Error)]
pub enum IdempotencyError {
    #[error("the Idempotency-Key was used for another request")]
    Reused,
    #[error("a request with this Idempotency-Key is under way")]
    UnderWay,
    #[error("the Idempotency-Key must be 1 to {MAX_KEY} visible characters")]
    Malformed,
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Told for IdempotencyError {
    fn status(&self) -> u16 {
        match self {
            Self::Reused => 422,
            Self::UnderWay => 409,
            Self::Malformed => 400,
            Self::Db(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Reused => "idempotency-key-reused",
            Self::UnderWay => "idempotency-key-under-way",
            Self::Malformed => "idempotency-key-malformed",
            Self::Db(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Reused => "fault-key-reused",
            Self::UnderWay => "fault-key-under-way",
            Self::Malformed => "fault-key-malformed",
            Self::Db(_) => "fault-text-500",
        }
    }
}

crate::told!(IdempotencyError);

/// A request with its key; without one, a guard that does nothing.
#[derive(Clone, Debug)]
pub struct Guard(Option<Request>);

#[derive(Clone, Debug)]
struct Request {
    token: Uuid,
    key: String,
    hash: String,
}

impl Guard {
    /// For requests that bring no key.
    pub fn none() -> Self {
        Self(None)
    }

    /// The key of an API request. A key belongs to its token: two programs may choose the same.
    pub fn from_request(visit: &Visit, headers: &HeaderMap, body: &[u8]) -> Result<Self, IdempotencyError> {
        let Some(value) = headers.get(HEADER) else { return Ok(Self(None)) };
        let ActorKind::Token(token) = visit.actor.kind else { return Ok(Self(None)) };
        let key = value.to_str().map_err(|_| IdempotencyError::Malformed)?.trim().to_owned();
        if key.is_empty() || key.len() > MAX_KEY {
            return Err(IdempotencyError::Malformed);
        }
        let mut hash = Sha256::new();
        hash.update(visit.path.as_bytes());
        hash.update([0]);
        hash.update(body);
        Ok(Self(Some(Request { token, key, hash: HEXLOWER.encode(&hash.finalize()) })))
    }

    /// The answer of the first time, if there was one.
    pub async fn find(&self, conn: &Conn) -> Result<Option<Response>, IdempotencyError> {
        let Some(request) = &self.0 else { return Ok(None) };
        let row = table::Entity::find()
            .filter(table::Column::TokenId.eq(request.token))
            .filter(table::Column::Key.eq(&request.key))
            .one(conn)
            .await?;
        let Some(row) = row else { return Ok(None) };
        if row.request_hash != request.hash {
            return Err(IdempotencyError::Reused);
        }
        let status =
            u16::try_from(row.status).ok().and_then(|s| StatusCode::from_u16(s).ok()).unwrap_or(StatusCode::OK);
        Ok(Some((status, [(CONTENT_TYPE, row.content_type)], row.body).into_response()))
    }

    /// Keeps the answer, in the transaction of the effect.
    pub async fn store(&self, tx: &Tx, status: StatusCode, body: &Value) -> Result<(), IdempotencyError> {
        let Some(request) = &self.0 else { return Ok(()) };
        let row = table::ActiveModel {
            token_id: Set(request.token),
            key: Set(request.key.clone()),
            request_hash: Set(request.hash.clone()),
            status: Set(status.as_u16().into()),
            content_type: Set(JSON.to_owned()),
            body: Set(body.to_string().into_bytes()),
            created_at: Set(tx.now()),
        };
        let written = table::Entity::insert(row).exec_without_returning(&**tx).await;
        written
            .map(|_| ())
            .map_err(|error| if store::is_duplicate(&error) { IdempotencyError::UnderWay } else { error.into() })
    }
}

/// Deletes the answers that are older than `before`, and says how many. For a job.
pub async fn purge(store: &Store, before: Time) -> Result<u64, DbErr> {
    let tx = store.begin().await?;
    let old = table::Entity::delete_many().filter(table::Column::CreatedAt.lt(before)).exec(&*tx).await?;
    tx.commit().await?;
    Ok(old.rows_affected)
}
