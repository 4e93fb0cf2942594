//! What cooperations are reminded of: their next step, and to say what came of them.

use super::{Mail, tell};
use crate::NetworkingError;
use crate::entity::cooperation_member::State as Part;
use crate::entity::{cooperation, cooperation_member, cooperation_step, profile};
use crate::load::taking_part;
use crate::mail::cooperation::{About, OUTCOME, STEP};
use crate::rules::cooperation::State;
use chrono::{Days, Months, TimeDelta};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Store, Tx};

/// So many are looked at in one transaction.
const CHUNK: u64 = 100;
/// After so many months they are asked what came of it.
const OUTCOMES: [u32; 2] = [3, 12];
/// If the program stood still, what is due is told so many days late at most: the next step, …
const STEP_LATE: u64 = 3;
/// … and the question.
const OUTCOME_LATE: i64 = 14;

/// Reminds whoever is to do the next step, the day before; all who are in it, where it is nobody's. And asks all of each after
/// three and after twelve months what came of it. Once each; what has ended is left alone. How many mails are new.
pub(super) async fn remind(store: &Store) -> Result<u64, NetworkingError> {
    let today = store.now().date_naive();
    let from = today.checked_sub_days(Days::new(STEP_LATE)).unwrap_or(today);
    let until = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let due = cooperation::Entity::find()
        .filter(cooperation::Column::NextOn.gte(from.to_string()))
        .filter(cooperation::Column::NextOn.lte(until.to_string()));
    let mut told = each(store, due, Why::Step).await?;
    for months in OUTCOMES {
        let Some(begun) = store.now().checked_sub_months(Months::new(months)) else { continue };
        let due = cooperation::Entity::find()
            .filter(cooperation::Column::CreatedAt.lte(begun))
            .filter(cooperation::Column::CreatedAt.gt(begun - TimeDelta::days(OUTCOME_LATE)));
        told += each(store, due, Why::Outcome(months)).await?;
    }
    Ok(told)
}

#[derive(Clone, Copy)]
enum Why {
    Step,
    /// After so many months.
    Outcome(u32),
}

async fn each(store: &Store, due: sea_orm::Select<cooperation::Entity>, why: Why) -> Result<u64, NetworkingError> {
    let (mut told, mut after) = (0, None);
    loop {
        let tx = store.begin().await?;
        let mut find = due.clone().filter(cooperation::Column::HiddenAt.is_null());
        if let Some(after) = after {
            find = find.filter(cooperation::Column::Id.gt(after));
        }
        let rows = find.order_by_asc(cooperation::Column::Id).limit(CHUNK).all(&*tx).await?;
        let Some(last) = rows.last() else { return Ok(told) };
        after = Some(last.id);
        for row in &rows {
            told += one(&tx, row, why).await?;
        }
        tx.commit().await?;
    }
}

async fn one(tx: &Tx, row: &cooperation::Model, why: Why) -> Result<u64, NetworkingError> {
    let newest = cooperation_step::Entity::find()
        .filter(cooperation_step::Column::CooperationId.eq(row.id))
        .order_by_desc(cooperation_step::Column::Number)
        .one(&**tx)
        .await?;
    if newest.is_none_or(|step| step.state == State::Ended) {
        return Ok(0);
    }
    let mut parts = cooperation_member::Entity::find()
        .filter(cooperation_member::Column::CooperationId.eq(row.id))
        .filter(cooperation_member::Column::State.eq(Part::Joined))
        .all(&**tx)
        .await?;
    if let (Why::Step, Some(owner)) = (why, row.next_owner_id) {
        parts.retain(|part| part.profile_id == owner);
    }
    let ids = parts.iter().map(|part| part.profile_id);
    let people = profile::Entity::find()
        .filter(profile::Column::Id.is_in(ids))
        .filter(profile::Column::Id.in_subquery(taking_part(row.congress_id)))
        .all(&**tx)
        .await?;
    let mut told = 0;
    for to in &people {
        let (kind, which) = match why {
            Why::Step => (STEP, row.next_on.clone().unwrap_or_default()),
            Why::Outcome(months) => (OUTCOME, months.to_string()),
        };
        let cause = format!("{kind}:{}:{which}:{}", row.id, to.id);
        let (congress, cooperation) = (row.congress_id, row.id);
        let payload = About { congress, cooperation, to: to.id, from: to.id, on: row.next_on.clone() };
        told += u64::from(tell(tx, to, Mail { congress: row.congress_id, kind, cause, payload, bulk: true }).await?);
    }
    Ok(told)
}
