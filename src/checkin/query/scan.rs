//! A scan with its verdict, and the last ones of a device.

use crate::entity::scan::Status;
use crate::entity::{device, gate, scan};
use crate::query::admission::{self, Entry};
use crate::rules;
use base::{Text, Time, Uuid, name};
use registration::entity::{attendee, order};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use store::Conn;
use ticket::{Detail, Reason};
use ticketing::entity::category;

/// What came of a scan.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub scan: scan::Model,
    /// The gate's short name.
    pub gate: String,
    /// Whose ticket it is. Nobody's for one that is not proven.
    pub holder: Option<Holder>,
    /// The admission that this scan opened, or that was open already.
    pub entry: Option<Entry>,
}

/// Who holds a ticket, as the door shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    pub given_name: String,
    pub family_name: String,
    pub organisation: String,
    /// The category's short name.
    pub category: String,
    pub category_name: Text,
    /// `7H4KQ2-1K`.
    pub number: String,
}

impl Holder {
    /// What a place without a name is called is its number.
    pub fn name(&self) -> String {
        if self.given_name.is_empty() && self.family_name.is_empty() {
            return self.number.clone();
        }
        name::full(&self.given_name, &self.family_name)
    }
}

impl Outcome {
    pub fn status(&self) -> Status {
        self.scan.status
    }

    pub fn reason(&self) -> Option<Reason> {
        let reason = self.scan.reason.as_deref()?;
        Reason::ALL.into_iter().find(|r| r.as_str() == reason)
    }

    pub fn detail(&self) -> Option<Detail> {
        let detail = self.scan.detail.as_deref()?;
        Detail::ALL.into_iter().find(|d| d.as_str() == detail)
    }

    /// Whether this scan let in, and that was not taken back: then it can be.
    pub fn reversible(&self) -> bool {
        self.entry.as_ref().is_some_and(|entry| entry.id == self.scan.id && entry.left_at.is_none())
    }

    /// When it was taken back that this scan let in.
    pub fn reversed_at(&self) -> Option<Time> {
        self.entry.as_ref().filter(|entry| entry.id == self.scan.id)?.left_at
    }

    /// Whether somebody at the door may let in all the same.
    pub fn may_force(&self) -> bool {
        self.status() == Status::Refused && self.holder.is_some() && self.reason().is_some_and(rules::may_force)
    }
}

/// A scan of this congress.
pub async fn by_id(conn: &Conn, congress: Uuid, id: Uuid) -> Result<Option<scan::Model>, DbErr> {
    scan::Entity::find().filter(scan::Column::CongressId.eq(congress)).filter(scan::Column::Id.eq(id)).one(conn).await
}

/// What came of a scan. At most seven statements.
pub async fn outcome(conn: &Conn, scan: scan::Model) -> Result<Outcome, DbErr> {
    let gate = gate::Entity::find().filter(gate::Column::Id.eq(scan.gate_id)).one(conn).await?;
    let holder = match scan.attendee_id {
        Some(id) => holder(conn, id).await?,
        None => None,
    };
    let entry = match scan.admission_id {
        Some(id) => admission::by_id(conn, id).await?,
        None => None,
    };
    Ok(Outcome { scan, gate: gate.map(|g| g.slug).unwrap_or_default(), holder, entry })
}

async fn holder(conn: &Conn, id: Uuid) -> Result<Option<Holder>, DbErr> {
    let Some(row) = attendee::Entity::find().filter(attendee::Column::Id.eq(id)).one(conn).await? else {
        return Ok(None);
    };
    let order = order::Entity::find().filter(order::Column::Id.eq(row.order_id)).one(conn).await?;
    let category = category::Entity::find().filter(category::Column::Id.eq(row.category_id)).one(conn).await?;
    let (Some(order), Some(category)) = (order, category) else { return Ok(None) };
    Ok(Some(Holder {
        number: registration::ticket::number(&order, row.position),
        given_name: row.given_name,
        family_name: row.family_name,
        organisation: row.organisation,
        category: category.slug,
        category_name: category.name.0,
    }))
}

/// A line of the last scans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub at: Time,
    pub status: Status,
    pub reason: Option<Reason>,
    /// Name and organisation; empty for a ticket that is nobody's.
    pub holder: String,
}

impl From<&Outcome> for Line {
    fn from(outcome: &Outcome) -> Self {
        let holder = outcome.holder.as_ref().map(|h| shown(&h.name(), &h.organisation)).unwrap_or_default();
        Self { at: outcome.scan.received_at, status: outcome.status(), reason: outcome.reason(), holder }
    }
}

fn shown(name: &str, organisation: &str) -> String {
    if organisation.is_empty() { name.to_owned() } else { format!("{name}, {organisation}") }
}

/// The last scans of an operator at a gate, newest first. Three statements.
pub async fn last(conn: &Conn, congress: Uuid, gate: &str, operator: Uuid, limit: u64) -> Result<Vec<Line>, DbErr> {
    let at = Query::select()
        .column(gate::Column::Id)
        .from(gate::Entity)
        .and_where(gate::Column::CongressId.eq(congress))
        .and_where(gate::Column::Slug.eq(gate))
        .to_owned();
    let device = device::Entity::find()
        .filter(device::Column::GateId.in_subquery(at))
        .filter(device::Column::OperatorId.eq(operator))
        .one(conn)
        .await?;
    let Some(device) = device else { return Ok(vec![]) };
    let scans = scan::Entity::find()
        .filter(scan::Column::DeviceId.eq(device.id))
        .order_by_desc(scan::Column::ReceivedAt)
        .order_by_desc(scan::Column::Id)
        .limit(limit)
        .all(conn)
        .await?;
    let names: HashMap<Uuid, String> = attendee::Entity::find()
        .filter(attendee::Column::Id.is_in(scans.iter().filter_map(|s| s.attendee_id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|a| (a.id, shown(&name::full(&a.given_name, &a.family_name), &a.organisation)))
        .collect();
    let line = |scan: scan::Model| {
        let reason = scan.reason.as_deref().and_then(|reason| Reason::ALL.into_iter().find(|r| r.as_str() == reason));
        let holder = scan.attendee_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        Line { at: scan.received_at, status: scan.status, reason, holder }
    };
    Ok(scans.into_iter().map(line).collect())
}
