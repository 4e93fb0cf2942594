//! A step from one state to another: asked of the rules, kept as a row, and done to the session that came of it.

use super::session;
use crate::ProgrammeError;
use crate::entity::{submission, submission_step};
use crate::event::call::{CallEvent, What};
use crate::rules::transition::{By, Facts, State, allowed, pending_after};
use base::{Actor, Uuid};
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use store::{DbErr, Tx, record};

/// The longest reason that is kept, in characters.
pub(super) const MAX_WHY: usize = 2_000;

/// Takes a held submission to another state, if the rules let who acts. Gives it as it is then, and the step's id. Where a
/// session comes or goes, the caller holds the congress.
pub(super) async fn take(
    tx: &Tx,
    actor: &Actor,
    mut row: submission::Model,
    to: State,
    (by, facts): (By, &Facts),
    why: &str,
) -> Result<(submission::Model, Uuid), ProgrammeError> {
    let from = State::from(row.state);
    allowed(from, to, by, facts).map_err(ProgrammeError::Step)?;
    row.state = to.into();
    row.pending = pending_after(to, by, facts.pending).map(Into::into);
    row.edited = row.edited && row.pending.is_some();
    row.changed_at = tx.now();
    if to == State::Submitted && row.submitted_at.is_none() {
        row.submitted_at = Some(tx.now());
    }
    if to == State::Accepted {
        row.accepted_at = Some(tx.now());
    }
    row.session_id = session::follow(tx, &row, from, to).await?;
    write(tx, &row).await?;
    if from.takes_place() || to.takes_place() {
        session::project(tx, &row).await?;
    }
    let step = note(tx, actor, &row, (from, to, by), false, why).await?;
    let what = What::Stepped { code: row.code.clone(), from: from.name(), to: to.name() };
    record(tx, actor, CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    Ok((row, step))
}

/// Writes a submission as it is now.
pub(super) async fn write(tx: &Tx, row: &submission::Model) -> Result<(), DbErr> {
    let update = submission::ActiveModel { id: NotSet, ..row.clone().into_active_model().reset_all() };
    submission::Entity::update_many()
        .set(update)
        .filter(submission::Column::Id.eq(row.id))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Keeps that a step was taken, or decided quietly.
pub(super) async fn note(
    tx: &Tx,
    actor: &Actor,
    row: &submission::Model,
    (from, to, by): (State, State, By),
    quiet: bool,
    why: &str,
) -> Result<Uuid, DbErr> {
    let id = tx.id();
    let step = submission_step::ActiveModel {
        id: Set(id),
        submission_id: Set(row.id),
        from_state: Set(from.into()),
        to_state: Set(to.into()),
        quiet: Set(quiet),
        by_whom: Set(by.into()),
        actor_name: Set(actor.name.clone()),
        version: Set(row.version),
        why: Set(why.trim().chars().take(MAX_WHY).collect()),
        at: Set(tx.now()),
    };
    submission_step::Entity::insert(step).exec_without_returning(&**tx).await?;
    Ok(id)
}
