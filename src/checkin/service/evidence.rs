//! What the text of a scan proves: nothing, or which ticket it is.

use crate::CheckinError;
use crate::query::scan::Holder;
use base::{Time, Uuid};
use registration::entity::{attendee, former_ticket, order};
use sea_orm::sea_query::{IntoCondition, LockType};
use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};
use store::{DbErr, Store, Translated, Tx};
use ticket::rules::Proof;
use ticket::token::Malformed;
use ticket::{Forged, SigningKey, TicketNumber, VerifyingKey, congress_tag};
use ticketing::entity::category;

/// What speaks for a ticket, and which one it is.
pub(super) struct Evidence {
    pub(super) proof: Proof,
    claim: Option<Claim>,
}

impl Evidence {
    /// Whether what was read is the newest code of this ticket. A number that somebody typed always is.
    pub(super) fn is_current(&self, held: &Held) -> bool {
        match &self.claim {
            Some(Claim::Serial(serial)) => *serial == held.ticket_serial,
            Some(Claim::Number(_)) | None => true,
        }
    }
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

/// A ticket and whose it is.
#[derive(FromQueryResult)]
pub(super) struct Held {
    pub(super) attendee_id: Uuid,
    pub(super) state: attendee::State,
    pub(super) ticket_issued_at: Time,
    pub(super) named_at: Option<Time>,
    pub(super) test: bool,
    pub(super) place: category::Place,
    pub(super) ticket_serial: i64,
    code: String,
    position: i32,
    given_name: String,
    family_name: String,
    organisation: String,
    category: String,
    category_name: Translated,
}

impl From<Held> for Holder {
    fn from(held: Held) -> Self {
        Self {
            number: registration::ticket::number_of(&held.code, held.position),
            given_name: held.given_name,
            family_name: held.family_name,
            organisation: held.organisation,
            category: held.category,
            category_name: held.category_name.0,
        }
    }
}

/// Whose ticket it is, as of now: on PostgreSQL the row is held until the scan is written, so that a cancellation at the
/// same moment comes before or after, never between, and a new ticket at the same moment ends the old code. (On SQLite
/// the writer is alone anyway.)
///
/// A code that a newer one has replaced names its ticket too: the door says so.
pub(super) async fn ticket(tx: &Tx, congress: Uuid, evidence: &Evidence) -> Result<Option<Held>, DbErr> {
    let Some(claim) = &evidence.claim else { return Ok(None) };
    let which = match claim {
        Claim::Serial(serial) => attendee::Column::TicketSerial.eq(*serial).into_condition(),
        Claim::Number(number) => Condition::all()
            .add(order::Column::CongressId.eq(congress))
            .add(order::Column::Code.eq(number.code()))
            .add(attendee::Column::Position.eq(i32::from(number.position()))),
    };
    let found = find(tx, congress, which).await?;
    match (found, claim) {
        (None, Claim::Serial(serial)) => {
            let former = former_ticket::Entity::find()
                .filter(former_ticket::Column::CongressId.eq(congress))
                .filter(former_ticket::Column::Serial.eq(*serial))
                .one(&**tx)
                .await?;
            let Some(former) = former else { return Ok(None) };
            find(tx, congress, attendee::Column::Id.eq(former.attendee_id).into_condition()).await
        }
        (found, _) => Ok(found),
    }
}

async fn find(tx: &Tx, congress: Uuid, which: Condition) -> Result<Option<Held>, DbErr> {
    let (order, category) = (
        attendee::Entity::belongs_to(order::Entity).from(attendee::Column::OrderId).to(order::Column::Id).into(),
        attendee::Entity::belongs_to(category::Entity)
            .from(attendee::Column::CategoryId)
            .to(category::Column::Id)
            .into(),
    );
    let mut find = attendee::Entity::find()
        .select_only()
        .column_as(attendee::Column::Id, "attendee_id")
        .columns([
            attendee::Column::State,
            attendee::Column::TicketSerial,
            attendee::Column::TicketIssuedAt,
            attendee::Column::NamedAt,
            attendee::Column::Test,
            attendee::Column::Position,
        ])
        .columns([attendee::Column::GivenName, attendee::Column::FamilyName, attendee::Column::Organisation])
        .column(order::Column::Code)
        .column(category::Column::Place)
        .column_as(category::Column::Slug, "category")
        .column_as(category::Column::Name, "category_name")
        .join(JoinType::InnerJoin, order)
        .join(JoinType::InnerJoin, category)
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(which);
    QuerySelect::query(&mut find).lock_with_tables(LockType::Share, [attendee::Entity]);
    find.into_model::<Held>().one(&**tx).await
}
