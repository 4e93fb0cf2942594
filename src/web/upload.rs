//! Files that staff handed in, kept in the database while they look at a preview: any process finds them.

use crate::entity::upload as table;
use crate::fault::Fault;
use crate::form::Fields;
use axum::extract::{FromRequest, Multipart, Request};
use base::actor::ActorKind;
use base::{Actor, Time, Uuid};
use bytes::Bytes;
use chrono::TimeDelta;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter};
use store::{Conn, Store, Tx};

pub use table::Model as Upload;

/// How long a file can be used.
const USABLE: TimeDelta = TimeDelta::hours(1);

/// Whose file it is, in which congress and what for: nothing else finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    account: Uuid,
    congress: Uuid,
    purpose: &'static str,
}

impl Owner {
    /// None: not a member of staff.
    pub fn new(actor: &Actor, congress: Uuid, purpose: &'static str) -> Option<Self> {
        match actor.kind {
            ActorKind::Staff(account) => Some(Self { account, congress, purpose }),
            _ => None,
        }
    }

    fn is(&self, id: Uuid) -> Condition {
        Condition::all()
            .add(table::Column::Id.eq(id))
            .add(table::Column::AccountId.eq(self.account))
            .add(table::Column::CongressId.eq(self.congress))
            .add(table::Column::Purpose.eq(self.purpose))
    }
}

/// Keeps a file for an hour.
pub async fn keep(store: &Store, owner: Owner, name: &str, content: Vec<u8>) -> Result<Uuid, DbErr> {
    let tx = store.begin().await?;
    let id = tx.id();
    let row = table::ActiveModel {
        id: Set(id),
        congress_id: Set(owner.congress),
        account_id: Set(owner.account),
        purpose: Set(owner.purpose.into()),
        name: Set(name.into()),
        content: Set(content),
        created_at: Set(tx.now()),
    };
    table::Entity::insert(row).exec_without_returning(&*tx).await?;
    tx.commit().await?;
    Ok(id)
}

/// A file of this owner, within its hour.
pub async fn load(conn: &Conn, owner: Owner, id: Uuid, now: Time) -> Result<Option<Upload>, DbErr> {
    table::Entity::find().filter(owner.is(id)).filter(table::Column::CreatedAt.gt(now - USABLE)).one(conn).await
}

/// Deletes a file that is used, in the transaction that uses it. Of two at once it is true for one.
pub async fn remove(tx: &Tx, owner: Owner, id: Uuid) -> Result<bool, DbErr> {
    let removed = table::Entity::delete_many().filter(owner.is(id)).exec(&**tx).await?;
    Ok(removed.rows_affected == 1)
}

/// Deletes what was handed in before, and says how much. For a job.
pub async fn purge(store: &Store, before: Time) -> Result<u64, DbErr> {
    let tx = store.begin().await?;
    let old = table::Entity::delete_many().filter(table::Column::CreatedAt.lt(before)).exec(&*tx).await?;
    tx.commit().await?;
    Ok(old.rows_affected)
}

/// A form that may carry a file (`multipart/form-data`, RFC 7578), or be sent without one as other forms are.
#[derive(Debug)]
pub struct MayHandIn(pub HandedIn);

impl<S: Send + Sync> FromRequest<S> for MayHandIn {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            return HandedIn::from_request(request, state).await.map(Self);
        }
        Ok(Self(HandedIn { fields: Fields::from_request(request, state).await?, file: None }))
    }
}

/// A form with a file in it (`multipart/form-data`, RFC 7578).
#[derive(Debug, Default)]
pub struct HandedIn {
    pub fields: Fields,
    /// What somebody called it, and what is in it. None: none was chosen.
    pub file: Option<(String, Bytes)>,
}

impl<S: Send + Sync> FromRequest<S> for HandedIn {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            return Err(Fault::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let mut parts = Multipart::from_request(request, state).await.map_err(|e| Fault::of_status(e.status()))?;
        let (mut fields, mut file) = (vec![], None);
        while let Some(part) = parts.next_field().await.map_err(|e| Fault::of_body(e.status(), &e))? {
            let name = part.name().unwrap_or_default().replace('\0', "");
            let called = part.file_name().map(|called| called.replace('\0', ""));
            let bytes = part.bytes().await.map_err(|e| Fault::of_body(e.status(), &e))?;
            match called {
                // Browsers send a file without a name and without content where none was chosen.
                Some(called) if bytes.is_empty() && called.is_empty() => {}
                Some(called) => file = Some((called, bytes)),
                None => fields.push((name, String::from_utf8_lossy(&bytes).replace('\0', ""))),
            }
        }
        Ok(Self { fields: fields.into_iter().collect(), file })
    }
}
