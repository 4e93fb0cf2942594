//! What the text of a scan proves: nothing, or which ticket it is.

use crate::CheckinError;
use base::Uuid;
use registration::entity::attendee;
use registration::query::attendee::{by_number, by_serial};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::{DbErr, Store, Tx};
use ticket::rules::Proof;
use ticket::token::Malformed;
use ticket::{Forged, SigningKey, TicketNumber, VerifyingKey, congress_tag};

/// What speaks for a ticket, and which one it is.
pub(super) struct Evidence {
    pub(super) proof: Proof,
    claim: Option<Claim>,
}

enum Claim {
    Serial(i64),
    Number(TicketNumber),
}

/// Reads the text of a scan: a QR code, believed if one of the congress's keys has signed it, also one that signs no
/// more; or the number as somebody types it. Needs no transaction: keys are never taken away.
pub(super) async fn read(store: &Store, congress: Uuid, text: &str) -> Result<Evidence, CheckinError> {
    let signed = match ticket::read(text) {
        Ok(signed) => signed,
        Err(Malformed::Prefix) => return Ok(typed(text)),
        Err(Malformed::Version | Malformed::Damaged) => return Ok(Evidence { proof: Proof::Malformed, claim: None }),
    };
    if signed.claim().congress != congress_tag(congress) {
        return Ok(Evidence { proof: Proof::ForeignCongress, claim: None });
    }
    let keys: Vec<(u16, VerifyingKey)> = store::key::ticket_keys(store.read(), store, congress)
        .await?
        .into_iter()
        .map(|key| (key.number, SigningKey::from_bytes(&key.seed).verifying_key()))
        .collect();
    Ok(match signed.verify(&keys) {
        Ok(token) => Evidence { proof: Proof::Signed, claim: Some(Claim::Serial(token.serial)) },
        Err(Forged::Key) => Evidence { proof: Proof::UnknownKey, claim: None },
        Err(Forged::Signature) => Evidence { proof: Proof::WrongSignature, claim: None },
    })
}

fn typed(text: &str) -> Evidence {
    match TicketNumber::parse(text) {
        Ok(number) => Evidence { proof: Proof::Listed, claim: Some(Claim::Number(number)) },
        Err(_) => Evidence { proof: Proof::Malformed, claim: None },
    }
}

/// Whose ticket it is, as of now: on PostgreSQL the row is held until the scan is written, so that a cancellation at the
/// same moment comes before or after, never between. (On SQLite the writer is alone anyway.)
pub(super) async fn attendee(tx: &Tx, congress: Uuid, evidence: &Evidence) -> Result<Option<attendee::Model>, DbErr> {
    let found = match &evidence.claim {
        None => None,
        Some(Claim::Serial(serial)) => by_serial(tx, congress, *serial).await?,
        Some(Claim::Number(number)) => by_number(tx, congress, number.code(), number.position().into()).await?,
    };
    let Some((row, _)) = found else { return Ok(None) };
    let mut held = attendee::Entity::find().filter(attendee::Column::Id.eq(row.id));
    if let Some(Claim::Serial(serial)) = &evidence.claim {
        // A new ticket at the same moment ends the old code.
        held = held.filter(attendee::Column::TicketSerial.eq(*serial));
    }
    held.lock_shared().one(&**tx).await
}
