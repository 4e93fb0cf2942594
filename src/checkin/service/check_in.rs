//! Checking in.

use super::evidence::{self, Evidence, Held};
use super::gate::{Spot, made, spot};
use crate::entity::scan::Status;
use crate::entity::{admission, gate, scan};
use crate::event::Scanned;
use crate::query::admission::Entry;
use crate::query::scan::{Outcome, outcome};
use crate::{CheckinError, Event, query, rules};
use base::{Actor, Permission, Time, Uuid};
use chrono::{DurationRound, TimeDelta};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use store::{Store, Tx, is_duplicate, record};
use ticket::rules::{Facts, Holder};
use ticketing::entity::category;

/// How much is kept of what a code said, in characters: more than a ticket has.
pub const MAX_RAW: usize = 500;
/// How often an admission is tried again that was taken back between two statements.
const TRIES: usize = 8;

/// A scan as it comes in.
#[derive(Clone, Debug)]
pub struct NewScan {
    /// What the QR code says, or the number.
    pub ticket: String,
    /// The gate's short name.
    pub gate: String,
    /// Names this scan of this device.
    pub nonce: Uuid,
    /// When the device saw it, if it says so.
    pub at: Option<Time>,
    /// Let in all the same, as far as [`ticket::rules`] allow.
    pub force: bool,
    /// Why.
    pub note: String,
}

/// Looks at a ticket and lets its holder in, or says why not.
///
/// One ticket lets in once: who comes second learns when and where the first one came in. A scan that is sent again
/// (same device, same nonce) has the answer of the first time and changes nothing; for another ticket the nonce is
/// refused. Every scan is kept with its verdict, also a refused one and one of nobody's ticket. The state of the ticket is
/// read, the admission made and the scan kept in one transaction. That somebody is refused is an answer, not an error.
pub async fn check_in(store: &Store, actor: &Actor, congress: Uuid, new: NewScan) -> Result<Outcome, CheckinError> {
    if !actor.may(Permission::CheckInsWrite, congress) {
        return Err(CheckinError::Unknown);
    }
    let evidence = evidence::read(store, congress, &new.ticket).await?;
    let congress = congress::query::by_id(store.read(), congress).await?.ok_or(CheckinError::Unknown)?;
    let spot = spot(store, actor, congress.id, &new.gate).await?;
    let tx = store.begin().await?;
    match Box::pin(scan_in(&tx, actor, &congress, &spot, &new, &evidence)).await {
        Ok(outcome) => {
            tx.commit().await?;
            Ok(outcome)
        }
        // The same scan again, seldom enough not to be looked for first: the row of the one before is the answer.
        Err(CheckinError::Database(e)) if is_duplicate(&e) => {
            tx.rollback().await?;
            earlier(store, &spot, &new).await?.ok_or(CheckinError::Database(e))
        }
        Err(e) => {
            tx.rollback().await?;
            Err(e)
        }
    }
}

/// What came of this scan when it was sent before.
async fn earlier(store: &Store, spot: &Spot, new: &NewScan) -> Result<Option<Outcome>, CheckinError> {
    let before = scan::Entity::find()
        .filter(scan::Column::DeviceId.eq(spot.device.id))
        .filter(scan::Column::Nonce.eq(new.nonce))
        .one(store.read())
        .await?;
    match before {
        Some(before) if before.raw == kept(&new.ticket, MAX_RAW) => Ok(Some(outcome(store.read(), before).await?)),
        Some(_) => Err(CheckinError::NonceReused),
        None => Ok(None),
    }
}

/// Attendee, admission, scan: always touched in this order, so that two scans never wait for each other in a circle.
async fn scan_in(
    tx: &Tx,
    actor: &Actor,
    congress: &congress::entity::congress::Model,
    Spot { gate, device }: &Spot,
    new: &NewScan,
    evidence: &Evidence,
) -> Result<Outcome, CheckinError> {
    let held = evidence::ticket(tx, congress.id, evidence).await?;
    let facts = facts(tx, congress, held.as_ref(), evidence, new.force);
    let moment = rules::moment(new.at, facts.valid_from, tx.now());
    let mut verdict = rules::verdict(&facts, moment, tx.now());
    let id = tx.id();
    let mut entry = None;
    if let Some(held) = held.as_ref().filter(|_| verdict.admits()) {
        let open = admit(tx, id, congress.id, held.attendee_id, gate, device.id, moment).await?;
        if open == id {
            entry = Some(Entry::opened(id, held.attendee_id, moment, gate, device));
        } else {
            verdict = rules::verdict(&Facts { inside: true, ..facts }, moment, tx.now());
            entry = query::admission::by_id(tx, open).await?;
        }
    }
    let row = scan::Model {
        id,
        congress_id: congress.id,
        gate_id: gate.id,
        device_id: device.id,
        nonce: new.nonce,
        at: new.at.map_or(tx.now(), |at| at.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(tx.now())),
        received_at: tx.now(),
        raw: kept(&new.ticket, MAX_RAW),
        attendee_id: held.as_ref().map(|h| h.attendee_id),
        admission_id: entry.as_ref().map(|e| e.id),
        status: match verdict {
            ticket::Verdict::Admitted => Status::Admitted,
            ticket::Verdict::Refused { .. } => Status::Refused,
            ticket::Verdict::Attention { .. } => Status::Attention,
        },
        reason: verdict.reason().map(|r| r.as_str().into()),
        detail: verdict.detail().map(|d| d.as_str().into()),
        forced: new.force,
        note: kept(&new.note, crate::form::MAX_NOTE),
    };
    scan::Entity::insert(scan::ActiveModel::from(row.clone())).exec_without_returning(&**tx).await?;
    let scanned = Scanned {
        congress: congress.id,
        scan: id,
        attendee: row.attendee_id,
        gate: gate.slug.clone(),
        reason: verdict.reason().map(ticket::Reason::as_str),
        detail: verdict.detail().map(ticket::Detail::as_str),
        forced: new.force,
        note: row.note.clone(),
    };
    let event = if verdict.admits() { Event::Admitted(scanned) } else { Event::Refused(scanned) };
    record(tx, actor, event).await?;
    Ok(Outcome { scan: row, gate: gate.slug.clone(), holder: held.map(Into::into), entry })
}

/// As it is kept: not more than that, and without U+0000, which PostgreSQL does not take.
fn kept(text: &str, most: usize) -> String {
    text.chars().filter(|c| *c != '\0').take(most).collect()
}

/// What the server knows. Its list is complete and newer than any code, so it says for how long a ticket is valid: from
/// its issue to the end of the congress as it stands now, also if the congress was put off after the ticket was signed.
fn facts(
    tx: &Tx,
    congress: &congress::entity::congress::Model,
    held: Option<&Held>,
    evidence: &Evidence,
    force: bool,
) -> Facts {
    Facts {
        proof: evidence.proof,
        holder: held.map_or(Holder::Unknown, |h| rules::holder(h.state, h.named_at.is_some(), h.test)),
        current: held.is_none_or(|h| evidence.is_current(h)),
        category_admitted: held.is_some_and(|h| h.place == category::Place::OnSite),
        valid_from: held.map_or(tx.now(), |h| h.ticket_issued_at),
        valid_until: congress.ends_at,
        inside: false,
        force,
    }
}

/// Lets in, if nobody is in with this ticket: one conditional INSERT. Gives the open admission: the new one, which bears
/// the id of the scan that opened it, or the one that was there.
async fn admit(
    tx: &Tx,
    scan: Uuid,
    congress: Uuid,
    attendee: Uuid,
    gate: &gate::Model,
    device: Uuid,
    entered_at: Time,
) -> Result<Uuid, CheckinError> {
    let row = admission::Model {
        id: scan,
        congress_id: congress,
        attendee_id: attendee,
        area: gate.area.clone(),
        gate_id: gate.id,
        device_id: device,
        entered_at,
        left_at: None,
    };
    let open = OnConflict::columns([admission::Column::AttendeeId, admission::Column::Area])
        .target_and_where(Expr::col(admission::Column::LeftAt).is_null())
        .do_nothing()
        .to_owned();
    for _ in 0..TRIES {
        let insert = admission::Entity::insert(admission::ActiveModel::from(row.clone())).on_conflict(open.clone());
        if made(insert.exec_without_returning(&**tx).await)? {
            return Ok(scan);
        }
        let there = admission::Entity::find()
            .filter(admission::Column::AttendeeId.eq(attendee))
            .filter(admission::Column::Area.eq(&gate.area))
            .filter(admission::Column::LeftAt.is_null())
            .lock_shared()
            .one(&**tx)
            .await?;
        if let Some(there) = there {
            return Ok(there.id);
        }
        // Taken back between the two statements: try again.
    }
    Err(DbErr::Custom("an admission comes and goes".into()).into())
}
