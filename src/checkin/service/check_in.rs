//! Checking in.

use super::evidence::{self, Evidence};
use super::gate::{device, gate, made};
use crate::entity::scan::Status;
use crate::entity::{admission, gate, scan};
use crate::event::Scanned;
use crate::query::scan::{Outcome, outcome};
use crate::{CheckinError, Event, rules};
use base::{Actor, Permission, Time, Uuid};
use chrono::{DurationRound, TimeDelta};
use registration::entity::attendee;
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
    let tx = store.begin().await?;
    let scan = match Box::pin(scan_in(&tx, actor, congress, &new, &evidence)).await {
        Ok(scan) => {
            tx.commit().await?;
            scan
        }
        // The same scan twice at the same moment: the other one was faster, its row is the answer.
        Err(CheckinError::Database(e)) if is_duplicate(&e) => {
            tx.rollback().await?;
            let tx = store.begin().await?;
            let scan = Box::pin(scan_in(&tx, actor, congress, &new, &evidence)).await?;
            tx.commit().await?;
            scan
        }
        Err(e) => {
            tx.rollback().await?;
            return Err(e);
        }
    };
    Ok(outcome(store.read(), scan).await?)
}

/// Gate, device, attendee, admission, scan: always touched in this order, so that two scans never wait for each other in
/// a circle.
async fn scan_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    new: &NewScan,
    evidence: &Evidence,
) -> Result<scan::Model, CheckinError> {
    let congress = congress::query::by_id(tx, congress).await?.ok_or(CheckinError::Unknown)?;
    let gate = gate(tx, congress.id, &new.gate).await?;
    let device = device(tx, actor, &gate).await?;
    let raw = kept(&new.ticket, MAX_RAW);
    if let Some(before) = earlier(tx, device.id, new.nonce).await? {
        return if before.raw == raw { Ok(before) } else { Err(CheckinError::NonceReused) };
    }
    let attendee = evidence::attendee(tx, congress.id, evidence).await?;
    let facts = facts(tx, &congress, attendee.as_ref(), evidence, new.force).await?;
    let moment = rules::moment(new.at, facts.valid_from, tx.now());
    let mut verdict = rules::verdict(&facts, moment, tx.now());
    let id = tx.id();
    let mut admission_id = None;
    if let Some(attendee) = attendee.as_ref().filter(|_| verdict.admits()) {
        let open = admit(tx, id, attendee, &gate, device.id, moment).await?;
        if open != id {
            verdict = rules::verdict(&Facts { inside: true, ..facts }, moment, tx.now());
        }
        admission_id = Some(open);
    }
    let row = scan::Model {
        id,
        congress_id: congress.id,
        gate_id: gate.id,
        device_id: device.id,
        nonce: new.nonce,
        at: new.at.map_or(tx.now(), |at| at.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(tx.now())),
        received_at: tx.now(),
        raw,
        attendee_id: attendee.as_ref().map(|a| a.id),
        admission_id,
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
        gate: gate.slug,
        reason: verdict.reason().map(ticket::Reason::as_str),
        detail: verdict.detail().map(ticket::Detail::as_str),
        forced: new.force,
        note: row.note.clone(),
    };
    let event = if verdict.admits() { Event::Admitted(scanned) } else { Event::Refused(scanned) };
    record(tx, actor, event).await?;
    Ok(row)
}

/// As it is kept: not more than that, and without U+0000, which PostgreSQL does not take.
fn kept(text: &str, most: usize) -> String {
    text.chars().filter(|c| *c != '\0').take(most).collect()
}

async fn earlier(tx: &Tx, device: Uuid, nonce: Uuid) -> Result<Option<scan::Model>, DbErr> {
    scan::Entity::find()
        .filter(scan::Column::DeviceId.eq(device))
        .filter(scan::Column::Nonce.eq(nonce))
        .one(&**tx)
        .await
}

/// What the server knows. Its list is complete and newer than any code, so it says for how long a ticket is valid: from
/// its issue to the end of the congress as it stands now, also if the congress was put off after the ticket was signed.
async fn facts(
    tx: &Tx,
    congress: &congress::entity::congress::Model,
    attendee: Option<&attendee::Model>,
    evidence: &Evidence,
    force: bool,
) -> Result<Facts, CheckinError> {
    let category = match attendee {
        Some(a) => category::Entity::find().filter(category::Column::Id.eq(a.category_id)).one(&**tx).await?,
        None => None,
    };
    Ok(Facts {
        proof: evidence.proof,
        holder: attendee.map_or(Holder::Unknown, |a| rules::holder(a.state)),
        current: true,
        category_admitted: category.is_some_and(|c| c.place == category::Place::OnSite),
        valid_from: attendee.map_or(tx.now(), |a| a.ticket_issued_at),
        valid_until: congress.ends_at,
        inside: false,
        force,
    })
}

/// Lets in, if nobody is in with this ticket: one conditional INSERT. Gives the open admission: the new one, which bears
/// the id of the scan that opened it, or the one that was there.
async fn admit(
    tx: &Tx,
    scan: Uuid,
    attendee: &attendee::Model,
    gate: &gate::Model,
    device: Uuid,
    entered_at: Time,
) -> Result<Uuid, CheckinError> {
    let row = admission::Model {
        id: scan,
        congress_id: attendee.congress_id,
        attendee_id: attendee.id,
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
            .filter(admission::Column::AttendeeId.eq(attendee.id))
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
