//! What organisers decide: quietly, to be announced later, or at once.

use super::{call_of, facts, hold, step};
use crate::ProgrammeError;
use crate::entity::submission;
use crate::entity::submission::State;
use crate::event::call::{CallEvent, What};
use crate::load::Submission;
use crate::mail;
use crate::rules::transition::{self, By, State as To};
use base::{Actor, Uuid};
use congress::service::congress::hold as hold_congress;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Store, Tx, record};
use web::form::Seen;

/// What a form that decides showed: the state, what is pending, and the version of the text.
pub fn seen(row: &submission::Model) -> Seen {
    Seen::of(&(row.state, row.pending, row.edited, row.version))
}

/// Decides quietly: a pending state stands beside the state until it is announced, and nobody else learns of it. Deciding
/// for what it is already takes a decision back. Deciding the same anew says that the text was looked at again.
pub async fn quietly(
    store: &Store,
    loaded: &Submission,
    shown: &Seen,
    to: To,
    why: &str,
) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    let row = hold(&tx, loaded.row().id).await?;
    let pending = transition::decide(row.state.into(), to).map_err(ProgrammeError::Step)?;
    if row.pending.map(To::from) == pending && !row.edited {
        return Ok(tx.rollback().await?);
    }
    if *shown != seen(&row) {
        return Err(web::form::Stale.into());
    }
    pend(&tx, loaded.actor(), row, pending, why).await?;
    Ok(tx.commit().await?)
}

async fn pend(
    tx: &Tx,
    actor: &Actor,
    mut row: submission::Model,
    pending: Option<To>,
    why: &str,
) -> Result<(), ProgrammeError> {
    row.pending = pending.map(Into::into);
    row.edited = false;
    row.changed_at = tx.now();
    step::write(tx, &row).await?;
    let from = To::from(row.state);
    step::note(tx, actor, &row, (from, pending.unwrap_or(from), By::Organiser), true, why).await?;
    let what = What::Decided { code: row.code.clone() };
    Ok(record(tx, actor, CallEvent { congress: row.congress_id, object: row.id, what }).await?)
}

/// Takes it to another state at once, and tells those who speak if it was accepted, rejected or cancelled. A second click
/// finds it there.
pub async fn at_once(
    store: &Store,
    loaded: &Submission,
    shown: &Seen,
    to: To,
    why: &str,
) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, loaded.row().congress_id).await?;
    let row = hold(&tx, loaded.row().id).await?;
    if To::from(row.state) == to {
        return Ok(tx.rollback().await?);
    }
    if *shown != seen(&row) {
        return Err(web::form::Stale.into());
    }
    let call = call_of(&tx, &row).await?;
    let facts = facts(&tx, &row, &call, tx.now()).await?;
    let from = row.state;
    let (row, step) = step::take(&tx, loaded.actor(), row, to, (loaded.by(), &facts), why).await?;
    if is_told(from, to) {
        mail::decision(&tx, &row, step).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether those who speak are told: not of what only puts something right.
pub(super) fn is_told(from: State, to: To) -> bool {
    to == To::Cancelled || (matches!(to, To::Accepted | To::Rejected) && from != State::Confirmed)
}

/// What deciding on several would do to each.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub row: submission::Model,
    /// What would be pending; or why not.
    pub pending: Result<Option<To>, transition::Why>,
}

/// What a quiet decision would do to these. In the order of their codes; what is no submission here is left out.
pub async fn preview(
    conn: &store::Conn,
    congress: Uuid,
    codes: &[String],
    to: Option<To>,
) -> Result<Vec<Outcome>, ProgrammeError> {
    let rows = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::Code.is_in(codes.iter().map(String::as_str)))
        .filter(submission::Column::State.ne(State::Draft))
        .order_by_asc(submission::Column::Id)
        .all(conn)
        .await?;
    let outcome = |row: submission::Model| {
        let to = to.unwrap_or_else(|| row.state.into());
        Outcome { pending: transition::decide(row.state.into(), to), row }
    };
    Ok(rows.into_iter().map(outcome).collect())
}

/// What the preview showed.
pub fn seen_all(outcomes: &[Outcome]) -> Seen {
    let all: Vec<_> =
        outcomes.iter().map(|o| (o.row.id, o.row.state, o.row.pending, o.row.edited, o.row.version)).collect();
    Seen::of(&all)
}

/// Decides quietly on several: all that can be, as the preview showed; if anything changed meanwhile, nothing.
pub async fn several(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    codes: &[String],
    to: Option<To>,
    shown: &Seen,
) -> Result<usize, ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, congress).await?;
    let mut rows = vec![];
    for outcome in preview(&tx, congress, codes, to).await? {
        rows.push(hold(&tx, outcome.row.id).await?);
    }
    let held = preview(&tx, congress, codes, to).await?;
    let done = |o: &Outcome| o.pending.is_ok_and(|pending| o.row.pending.map(To::from) == pending && !o.row.edited);
    let open: Vec<&Outcome> = held.iter().filter(|o| o.pending.is_ok() && !done(o)).collect();
    // Clicked twice, nothing is left to do.
    if open.is_empty() {
        tx.rollback().await?;
        return Ok(0);
    }
    if *shown != seen_all(&held) {
        return Err(web::form::Stale.into());
    }
    for outcome in &open {
        if let Ok(pending) = outcome.pending {
            pend(&tx, actor, outcome.row.clone(), pending, "").await?;
        }
    }
    let n = open.len();
    tx.commit().await?;
    Ok(n)
}
