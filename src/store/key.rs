//! Keys in the database, encrypted with `SECRET_KEY` (ChaCha20-Poly1305, RFC 8439).

use crate::conn::{Conn, Store, Tx};
use base::secret::LinkKey;
use base::{Time, Uuid};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

/// The table.
pub mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "key")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub congress_id: Option<Uuid>,
        #[sea_orm(column_type = "Text")]
        pub purpose: String,
        pub number: i32,
        #[sea_orm(column_type = "Blob")]
        pub secret: Vec<u8>,
        #[sea_orm(column_type = "Blob", nullable)]
        pub public: Option<Vec<u8>>,
        pub created_at: DateTimeUtc,
        pub retired_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

const NONCE: usize = 12;
const LINK: &str = "link";
const TICKET: &str = "ticket";

/// A key could not be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Another SECRET_KEY than the one the keys were written with.
    #[error("a key in the database does not open: is KONGRESS_SECRET_KEY the one it was made with?")]
    Sealed,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// A key that signs tickets.
#[derive(Clone)]
pub struct TicketKey {
    pub number: u16,
    /// The Ed25519 seed (RFC 8032 §5.1.5).
    pub seed: [u8; 32],
    /// No longer signs, still verifies.
    pub retired_at: Option<Time>,
}

/// The installation's key for link secrets, made at the first call.
pub async fn link_key(store: &Store) -> Result<LinkKey, KeyError> {
    if let Some(row) = link_row(store.read()).await? {
        return Ok(LinkKey::new(unseal(store, &row)?));
    }
    let tx = store.begin().await?;
    if let Some(row) = link_row(&tx).await? {
        return Ok(LinkKey::new(unseal(store, &row)?));
    }
    let secret = tx.chance().bytes::<32>();
    match insert(&tx, None, LINK, 1, &secret, None).await {
        Ok(()) => tx.commit().await?,
        // Another process was faster.
        Err(e) if crate::is_duplicate(&e) => {
            tx.rollback().await?;
            let row = link_row(store.read()).await?.ok_or(KeyError::Sealed)?;
            return Ok(LinkKey::new(unseal(store, &row)?));
        }
        Err(e) => return Err(e.into()),
    }
    Ok(LinkKey::new(secret))
}

/// How the keys are, for `kongress doctor`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    pub keys: usize,
    /// Keys that SECRET_KEY does not open.
    pub sealed: usize,
    /// Whether there is a key for links.
    pub link: bool,
    /// Congresses with a key that signs tickets.
    pub signing: Vec<Uuid>,
}

/// Tries every key, and makes none.
pub async fn condition(store: &Store) -> Result<Condition, DbErr> {
    let rows = entity::Entity::find().all(store.read()).await?;
    Ok(Condition {
        keys: rows.len(),
        sealed: rows.iter().filter(|row| unseal(store, row).is_err()).count(),
        link: rows.iter().any(|row| row.purpose == LINK),
        signing: rows
            .iter()
            .filter(|row| row.purpose == TICKET && row.retired_at.is_none())
            .filter_map(|row| row.congress_id)
            .collect(),
    })
}

async fn link_row(conn: &Conn) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find()
        .filter(entity::Column::Purpose.eq(LINK))
        .filter(entity::Column::CongressId.is_null())
        .one(conn)
        .await
}

/// A new key for a congress's tickets. The one before stays valid for what it has signed.
pub async fn add_ticket_key(tx: &Tx, congress: Uuid, seed: &[u8; 32], public: &[u8; 32]) -> Result<u16, DbErr> {
    let number = ticket_rows(tx, congress).await?.last().map_or(1, |last| last.number + 1);
    insert(tx, Some(congress), TICKET, number, seed, Some(public)).await?;
    u16::try_from(number).map_err(|_| DbErr::Custom("too many ticket keys".into()))
}

/// A congress's keys, oldest first. The last one that is not retired signs; all verify.
pub async fn ticket_keys(conn: &Conn, store: &Store, congress: Uuid) -> Result<Vec<TicketKey>, KeyError> {
    ticket_rows(conn, congress)
        .await?
        .into_iter()
        .map(|row| {
            let number = u16::try_from(row.number).map_err(|_| KeyError::Sealed)?;
            Ok(TicketKey { number, seed: unseal(store, &row)?, retired_at: row.retired_at })
        })
        .collect()
}

async fn ticket_rows(conn: &Conn, congress: Uuid) -> Result<Vec<entity::Model>, DbErr> {
    entity::Entity::find()
        .filter(entity::Column::Purpose.eq(TICKET))
        .filter(entity::Column::CongressId.eq(congress))
        .order_by_asc(entity::Column::Number)
        .all(conn)
        .await
}

async fn insert(
    tx: &Tx,
    congress: Option<Uuid>,
    purpose: &str,
    number: i32,
    secret: &[u8; 32],
    public: Option<&[u8; 32]>,
) -> Result<(), DbErr> {
    let id = tx.id();
    let row = entity::ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        purpose: Set(purpose.into()),
        number: Set(number),
        secret: Set(seal(tx.store(), id, secret)?),
        public: Set(public.map(|p| p.to_vec())),
        created_at: Set(tx.now()),
        retired_at: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(&**tx).await.map(|_| ())
}

fn cipher(store: &Store) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(store.secret_key().into())
}

/// Nonce, then the secret sealed to its row.
fn seal(store: &Store, id: Uuid, secret: &[u8; 32]) -> Result<Vec<u8>, DbErr> {
    let nonce = store.chance().bytes::<NONCE>();
    let sealed = cipher(store)
        .encrypt(&nonce.into(), Payload { msg: secret, aad: id.as_bytes() })
        .map_err(|_| DbErr::Custom("sealing a key failed".into()))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn unseal(store: &Store, row: &entity::Model) -> Result<[u8; 32], KeyError> {
    let (nonce, sealed) = row.secret.split_first_chunk::<NONCE>().ok_or(KeyError::Sealed)?;
    let open = cipher(store)
        .decrypt(&(*nonce).into(), Payload { msg: sealed, aad: row.id.as_bytes() })
        .map_err(|_| KeyError::Sealed)?;
    open.try_into().map_err(|_| KeyError::Sealed)
}
