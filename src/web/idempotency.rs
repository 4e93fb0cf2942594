//! Changes that a program may ask for again: with an `Idempotency-Key`, the second one is answered as the first was and
//! does nothing (draft-ietf-httpapi-idempotency-key-header).
//!
//! ```text
//! async fn create(State(state): State<web::State>, visit: Visit, Create { new, key }: Create<NewThing>) -> Answer {
//!     key.once(&state, Done::Created("slug"), async |tx| Ok(ThingOut::from(add(tx, &visit.actor, new).await?))).await
//! }
//! ```
//! The key is reserved first, in the transaction of the effect: there is an answer exactly if there was an effect, and
//! of two requests at once the later one waits for the first to end. If that one failed, it left no row, and the later
//! one takes effect.

use crate::entity::idempotency_key as table;
use crate::fault::{Answer, Fault};
use crate::json::{self, Json};
use crate::state::State;
use crate::visit::Visit;
use axum::extract::{FromRequest, Request};
use axum::response::IntoResponse;
use base::actor::ActorKind;
use base::error::Told;
use base::{Time, Uuid};
use data_encoding::HEXLOWER;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderName, StatusCode};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;
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
    #[error("the Idempotency-Key must be 1 to {MAX_KEY} visible characters")]
    Malformed,
}

impl Told for IdempotencyError {
    fn status(&self) -> u16 {
        match self {
            Self::Reused => 422,
            Self::Malformed => 400,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Reused => "idempotency-key-reused",
            Self::Malformed => "idempotency-key-malformed",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Reused => "fault-key-reused",
            Self::Malformed => "fault-key-malformed",
        }
    }
}

crate::told!(IdempotencyError);

/// What a program wants to be there or otherwise, and the key under which it asks.
#[derive(Debug)]
pub struct Create<T> {
    pub new: T,
    pub key: Key,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Create<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let (parts, body) = request.into_parts();
        let visit = parts.extensions.get::<Visit>().cloned();
        let visit = visit.ok_or_else(|| Fault::internal("a route without server::layers"))?;
        let headers = parts.headers.clone();
        let bytes = json::bytes(Request::from_parts(parts, body), state).await?;
        let key = Key::of(&visit, &headers, &bytes)?;
        Ok(Self { new: Json::from_bytes(&bytes)?.0, key })
    }
}

/// What was done.
#[derive(Clone, Copy, Debug)]
pub enum Done {
    /// Something new is there (201), below the address that was asked. The member of the answer is its name in there,
    /// for the header `Location`.
    Created(&'static str),
    /// Something is otherwise (200).
    Changed,
}

/// The key of a request, if it brings one; without, or from anyone but a token, it just runs.
#[derive(Debug)]
pub struct Key {
    /// What was asked, without the query.
    path: String,
    sent: Option<Sent>,
}

/// A key belongs to its token: two programs may choose the same.
#[derive(Debug)]
struct Sent {
    token: Uuid,
    key: String,
    hash: String,
}

impl Key {
    fn of(visit: &Visit, headers: &HeaderMap, body: &[u8]) -> Result<Self, IdempotencyError> {
        let path = visit.path.split('?').next().unwrap_or_default().to_owned();
        let mut values = headers.get_all(HEADER).iter();
        let (value, another) = (values.next(), values.next());
        let (Some(value), ActorKind::Token(token)) = (value, visit.actor.kind) else {
            return Ok(Self { path, sent: None });
        };
        let key = value.to_str().map_err(|_| IdempotencyError::Malformed)?.trim().to_owned();
        let visible = key.bytes().all(|b| b.is_ascii_graphic());
        if key.is_empty() || key.len() > MAX_KEY || !visible || another.is_some() {
            return Err(IdempotencyError::Malformed);
        }
        let mut hash = Sha256::new();
        hash.update(visit.path.as_bytes());
        hash.update([0]);
        hash.update(body);
        Ok(Self { path, sent: Some(Sent { token, key, hash: HEXLOWER.encode(&hash.finalize()) }) })
    }

    /// Runs the effect and answers with what it gives, both once for a key: whoever comes again has the answer of the
    /// first time. The effect works in this transaction alone, because those that wait for it hold connections.
    pub async fn once<T: Serialize>(
        self,
        state: &State,
        done: Done,
        effect: impl AsyncFnOnce(&Tx) -> Result<T, Fault>,
    ) -> Answer {
        let tx = loop {
            let tx = state.store.begin().await?;
            if self.reserve(&tx).await? {
                break tx;
            }
            tx.rollback().await?;
            // None: tidied away this moment.
            if let Some((status, body)) = self.find(state.store.read()).await? {
                return self.answer(status, done, body);
            }
        };
        let made = match effect(&tx).await {
            Ok(made) => made,
            Err(fault) => {
                tx.rollback().await?;
                return Err(fault);
            }
        };
        let body = serde_json::to_vec(&made).map_err(|e| Fault::internal(e.to_string()))?;
        let status = match done {
            Done::Created(_) => StatusCode::CREATED,
            Done::Changed => StatusCode::OK,
        };
        self.keep(&tx, status, &body).await?;
        tx.commit().await?;
        self.answer(status, done, body)
    }

    /// The answer, the first time and again.
    fn answer(&self, status: StatusCode, done: Done, body: Vec<u8>) -> Answer {
        let Done::Created(member) = done else { return Ok((status, [(CONTENT_TYPE, JSON)], body).into_response()) };
        let made: Value = serde_json::from_slice(&body).map_err(|e| Fault::internal(e.to_string()))?;
        let name = made[member].as_str().ok_or_else(|| Fault::internal("what was made has no name"))?;
        let location = address::below(&self.path, name);
        Ok((status, [(CONTENT_TYPE, JSON), (LOCATION, &*location)], body).into_response())
    }

    /// Whether the key is free; then it is taken, for as long as the transaction stands. The answer is filled in later:
    /// nobody else sees the row without.
    async fn reserve(&self, tx: &Tx) -> Result<bool, DbErr> {
        let Some(sent) = &self.sent else { return Ok(true) };
        let row = table::ActiveModel {
            token_id: Set(sent.token),
            key: Set(sent.key.clone()),
            request_hash: Set(sent.hash.clone()),
            status: Set(0),
            content_type: Set(JSON.to_owned()),
            body: Set(vec![]),
            created_at: Set(tx.now()),
        };
        let taken = OnConflict::columns([table::Column::TokenId, table::Column::Key]).do_nothing().to_owned();
        match table::Entity::insert(row).on_conflict(taken).exec_without_returning(&**tx).await {
            Ok(0) | Err(DbErr::RecordNotInserted) => Ok(false),
            other => other.map(|_| true),
        }
    }

    async fn keep(&self, tx: &Tx, status: StatusCode, body: &[u8]) -> Result<(), DbErr> {
        let Some(sent) = &self.sent else { return Ok(()) };
        table::Entity::update_many()
            .col_expr(table::Column::Status, Expr::value(i32::from(status.as_u16())))
            .col_expr(table::Column::Body, Expr::value(body.to_vec()))
            .filter(table::Column::TokenId.eq(sent.token))
            .filter(table::Column::Key.eq(&sent.key))
            .exec(&**tx)
            .await
            .map(|_| ())
    }

    /// The answer of the first time.
    async fn find(&self, conn: &Conn) -> Result<Option<(StatusCode, Vec<u8>)>, Fault> {
        let Some(sent) = &self.sent else { return Ok(None) };
        let row = table::Entity::find()
            .filter(table::Column::TokenId.eq(sent.token))
            .filter(table::Column::Key.eq(&sent.key))
            .one(conn)
            .await?;
        let Some(row) = row else { return Ok(None) };
        if row.request_hash != sent.hash {
            return Err(IdempotencyError::Reused.into());
        }
        let status = u16::try_from(row.status).ok().and_then(|s| StatusCode::from_u16(s).ok());
        let status = status.ok_or_else(|| Fault::internal("an answer was kept without its status"))?;
        Ok(Some((status, row.body)))
    }
}

/// Deletes the answers that are older than `before`, and says how many. For a job.
pub async fn purge(store: &Store, before: Time) -> Result<u64, DbErr> {
    let tx = store.begin().await?;
    let old = table::Entity::delete_many().filter(table::Column::CreatedAt.lt(before)).exec(&*tx).await?;
    tx.commit().await?;
    Ok(old.rows_affected)
}
