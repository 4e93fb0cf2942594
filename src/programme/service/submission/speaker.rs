//! Those who take part beside whoever hands in: invited by mail, and asked by nobody but themselves whether they do.

use super::draft::may_edit;
use super::profile::{Profile, add, by_mailbox, take_part};
use super::step::MAX_WHY;
use super::{call_of, facts, hold, session, step};
use crate::ProgrammeError;
use crate::entity::submission::State;
use crate::entity::{session_speaker, submission, submission_speaker};
use crate::event::call::{CallEvent, What};
use crate::load::{Speaker, Submission};
use crate::mail;
use crate::rules::submission::{MAX_SPEAKERS, Refusal, refusal};
use crate::rules::transition::{self, By, Facts, Why};
use base::Actor;
use base::name::clean;
use base::{Text, Time, Uuid};
use congress::service::congress::hold as hold_congress;
use identity::service::mailbox::mailbox_for;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Store, Tx, record};

/// Invites somebody to take part: they get one mail with the link to their own page, and stand as invited until they say
/// yes there. The same address twice is refused.
pub async fn invite(store: &Store, loaded: &Submission, name: &str, email: &str) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    let congress = hold_congress(&tx, loaded.row().congress_id).await?;
    let language = loaded.row().mail_language.parse().unwrap_or_default();
    let mailbox = mailbox_for(&tx, congress.host_id, email, language).await?;
    let row = editable(&tx, loaded).await?;
    let parts = parts(&tx, row.id).await?;
    if parts.iter().filter(|part| part.declined_at.is_none()).count() >= MAX_SPEAKERS {
        return Err(ProgrammeError::TooManySpeakers);
    }
    let name = clean(name);
    let known = by_mailbox(&tx, row.congress_id, mailbox.id).await?;
    if mailbox.id == row.mailbox_id
        || known.as_ref().is_some_and(|known| parts.iter().any(|part| part.speaker_id == known.id))
    {
        return Err(ProgrammeError::TakesPart);
    }
    let speaker = match known {
        Some(known) => known,
        None => {
            let profile = Profile { name: name.clone(), organisation: String::new(), biography: Text::default() };
            add(&tx, row.congress_id, mailbox.id, &profile).await?
        }
    };
    // The first is whoever hands in, who may not have typed anything yet.
    let position = parts.iter().map(|part| part.position).max().unwrap_or(1).max(1) + 1;
    take_part(&tx, row.id, speaker.id, (position, &name), (Some(tx.now()), None)).await?;
    mail::invitation(&tx, &row, &speaker).await?;
    let what = What::Invited { code: row.code.clone() };
    record(&tx, loaded.actor(), CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    Ok(tx.commit().await?)
}

/// Takes somebody off it again, while it is nobody's programme yet. A second click finds them gone.
pub async fn remove(store: &Store, loaded: &Submission, position: i32) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, loaded.row().congress_id).await?;
    let row = editable(&tx, loaded).await?;
    if matches!(row.state, State::Accepted | State::Confirmed) {
        return Err(ProgrammeError::Fixed);
    }
    let gone = submission_speaker::Entity::delete_many()
        .filter(submission_speaker::Column::SubmissionId.eq(row.id))
        .filter(submission_speaker::Column::Position.eq(position))
        .filter(submission_speaker::Column::Position.gt(1))
        .exec(&*tx)
        .await?;
    if gone.rows_affected > 0 {
        let what = What::Left { code: row.code.clone() };
        record(&tx, loaded.actor(), CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    }
    Ok(tx.commit().await?)
}

/// Says that one takes part in what somebody else handed in, also after a "no". If it takes place, one speaks there from now
/// on. Twice is once.
pub async fn join(store: &Store, speaker: &Speaker, code: &str) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, speaker.row().congress_id).await?;
    let (row, _) = part_of(&tx, speaker, code).await?;
    let joined = submission_speaker::Entity::update_many()
        .col_expr(submission_speaker::Column::ConfirmedAt, Expr::value(tx.now()))
        .col_expr(submission_speaker::Column::DeclinedAt, Expr::value(None::<Time>))
        .col_expr(submission_speaker::Column::DeclinedWhy, Expr::value(""))
        .filter(submission_speaker::Column::SubmissionId.eq(row.id))
        .filter(submission_speaker::Column::SpeakerId.eq(speaker.row().id))
        .filter(submission_speaker::Column::ConfirmedAt.is_null())
        .exec(&*tx)
        .await?;
    if joined.rows_affected > 0 {
        if let Some(mailbox) = speaker.row().mailbox_id {
            identity::service::mailbox::prove_mailbox(&tx, speaker.actor(), mailbox).await?;
        }
        if let Some(session) = row.session_id {
            session::people(&tx, row.id, session).await?;
            session::changed(&tx, row.congress_id).await?;
        }
        let what = What::Joined { code: row.code.clone() };
        record(&tx, speaker.actor(), CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    }
    Ok(tx.commit().await?)
}

/// Says that one does not take part, or no longer, whatever one said before. The others go on without them; the last who was
/// left withdraws it. The organisers are told by mail, with the reason. Twice is once.
pub async fn decline(store: &Store, speaker: &Speaker, code: &str, why: &str) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, speaker.row().congress_id).await?;
    let (row, part) = part_of(&tx, speaker, code).await?;
    if part.declined_at.is_some() || row.state == State::Withdrawn {
        return Ok(tx.rollback().await?);
    }
    let call = call_of(&tx, &row).await?;
    let facts = facts(&tx, &row, &call, tx.now()).await?;
    if facts.over {
        return Err(ProgrammeError::Step(Why::Over));
    }
    let others = parts(&tx, row.id).await?;
    let others = others.iter().filter(|other| other.confirmed_at.is_some() && other.id != part.id).count();
    let joined = part.confirmed_at.is_some();
    match refusal(row.state.into(), joined, part.position == 1, others) {
        Some(Refusal::Withdraws) => withdraw(&tx, speaker.actor(), row, (By::Submitter, &facts), why).await?,
        Some(Refusal::Leaves) => leave(&tx, speaker, &row, &part, why).await?,
        None => return Err(ProgrammeError::Step(Why::NoSuchStep)),
    }
    Ok(tx.commit().await?)
}

async fn leave(
    tx: &Tx,
    speaker: &Speaker,
    row: &submission::Model,
    part: &submission_speaker::Model,
    why: &str,
) -> Result<(), ProgrammeError> {
    let why: String = why.trim().chars().take(MAX_WHY).collect();
    submission_speaker::Entity::update_many()
        .col_expr(submission_speaker::Column::ConfirmedAt, Expr::value(None::<Time>))
        .col_expr(submission_speaker::Column::DeclinedAt, Expr::value(tx.now()))
        .col_expr(submission_speaker::Column::DeclinedWhy, Expr::value(why))
        .filter(submission_speaker::Column::Id.eq(part.id))
        .exec(&**tx)
        .await?;
    if let (Some(session), true) = (row.session_id, part.confirmed_at.is_some()) {
        session_speaker::Entity::delete_many()
            .filter(session_speaker::Column::SessionId.eq(session))
            .filter(session_speaker::Column::SpeakerId.eq(speaker.row().id))
            .exec(&**tx)
            .await?;
        session::changed(tx, row.congress_id).await?;
    }
    mail::refusal(tx, row, Some(speaker.row()), tx.id()).await?;
    let what = What::Declined { code: row.code.clone() };
    record(tx, speaker.actor(), CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    Ok(())
}

/// Withdraws what is held. The organisers are told, if it was to take place.
pub(super) async fn withdraw(
    tx: &Tx,
    actor: &Actor,
    row: submission::Model,
    (by, facts): (By, &Facts),
    why: &str,
) -> Result<(), ProgrammeError> {
    let counted = transition::State::from(row.state).takes_place();
    let (row, step) = step::take(tx, actor, row, transition::State::Withdrawn, (by, facts), why).await?;
    if counted && by == By::Submitter {
        mail::refusal(tx, &row, None, step).await?;
    }
    Ok(())
}

/// What somebody takes part in, held; nothing of anybody else's.
pub(super) async fn part_of(
    tx: &Tx,
    speaker: &Speaker,
    code: &str,
) -> Result<(submission::Model, submission_speaker::Model), ProgrammeError> {
    let row = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(speaker.row().congress_id))
        .filter(submission::Column::Code.eq(code))
        .one(&**tx)
        .await?
        .ok_or(ProgrammeError::Unknown)?;
    let row = hold(tx, row.id).await?;
    let part = parts(tx, row.id).await?.into_iter().find(|part| part.speaker_id == speaker.row().id);
    part.map(|part| (row, part)).ok_or(ProgrammeError::Unknown)
}

/// Who takes part, in their order.
pub(super) async fn parts(tx: &Tx, submission: Uuid) -> Result<Vec<submission_speaker::Model>, store::DbErr> {
    submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(submission))
        .order_by_asc(submission_speaker::Column::Position)
        .all(&**tx)
        .await
}

async fn editable(tx: &Tx, loaded: &Submission) -> Result<submission::Model, ProgrammeError> {
    let row = hold(tx, loaded.row().id).await?;
    let call = call_of(tx, &row).await?;
    let facts = facts(tx, &row, &call, tx.now()).await?;
    if may_edit(row.state, loaded.by(), &facts) { Ok(row) } else { Err(ProgrammeError::Fixed) }
}
