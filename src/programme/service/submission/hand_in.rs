//! Handing in, and taking back.

use super::draft::{Typed, demands, typed_of, version, write};
use super::profile::{Profile, by_mailbox, take_part};
use super::speaker::withdraw;
use super::{blank, call_of, facts, hold, step};
use crate::ProgrammeError;
use crate::entity::submission::State;
use crate::entity::{call, call_link, submission};
use crate::load::Submission;
use crate::mail;
use crate::rules::call::{Standing, standing};
use crate::rules::submission::check;
use crate::rules::transition::{By, Facts, State as To, Why};
use base::{Actor, Language, Uuid, contact};
use congress::entity::code_use;
use congress::rules::code::Limits;
use congress::service::code;
use congress::service::congress::hold as hold_congress;
use identity::IdentityError;
use identity::service::mailbox::mailbox_for;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use store::{Store, Tx};
use web::form::Seen;

/// What a use of a late link is held by.
const HOLDER: &str = "submission";

/// Hands in what was kept, if it is whole. Its text becomes a version, which reviewers read; whoever handed in gets a mail.
/// A second click finds it handed in. By a late link it takes one of its uses: of two who take the last at the same moment,
/// one has it.
pub async fn hand_in(store: &Store, loaded: &Submission) -> Result<submission::Model, ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, loaded.row().congress_id).await?;
    let row = hold(&tx, loaded.row().id).await?;
    if row.state == State::Submitted {
        tx.rollback().await?;
        return Ok(row);
    }
    let call = call_of(&tx, &row).await?;
    let facts = facts(&tx, &row, &call, tx.now()).await?;
    let row = in_tx(&tx, loaded.actor(), row, &call, (loaded.by(), &facts), true).await?;
    tx.commit().await?;
    Ok(row)
}

async fn in_tx(
    tx: &Tx,
    actor: &Actor,
    mut row: submission::Model,
    call: &call::Model,
    (by, facts): (By, &Facts),
    tell: bool,
) -> Result<submission::Model, ProgrammeError> {
    let typed = typed_of(tx, &row).await?;
    let wrong = check(&typed.said(), &demands(tx, call, by).await?);
    if !wrong.is_empty() {
        return Err(ProgrammeError::Faulty(wrong));
    }
    let dated = standing(call.published, call.opens_at, call.closes_at, tx.now()) == Standing::Open;
    if by == By::Submitter && !dated && facts.call_open {
        use_link(tx, &row).await?;
    }
    row.version += 1;
    let named = if actor.name.is_empty() { actor.clone().named(&typed.name) } else { actor.clone() };
    version(tx, &row, &typed, named.name.clone()).await?;
    let (row, step) = step::take(tx, &named, row, To::Submitted, (by, facts), "").await?;
    if tell {
        mail::received(tx, &row, step).await?;
    }
    Ok(row)
}

/// Takes a use of the late link by which it came, unless it has one.
async fn use_link(tx: &Tx, row: &submission::Model) -> Result<(), ProgrammeError> {
    let closed = ProgrammeError::Step(Why::CallClosed);
    let Some(link) = row.call_link_id else { return Err(closed) };
    let Some(link) = call_link::Entity::find_by_id(link).one(&**tx).await? else { return Err(closed) };
    let held = code::hold(tx, &[link.code_id]).await?;
    let used = code_use::Entity::find()
        .filter(code_use::Column::CodeId.eq(link.code_id))
        .filter(code_use::Column::HolderId.eq(row.id))
        .filter(code_use::Column::FreedAt.is_null())
        .one(&**tx)
        .await?;
    if used.is_some() {
        return Ok(());
    }
    if held.first().is_none_or(|code| Limits::from(code).left(tx.now()).is_err()) {
        return Err(closed);
    }
    Ok(code::take(tx, link.code_id, HOLDER, &[row.id]).await?)
}

/// Takes back what was handed in: while its call is open, or once it was accepted. It stays with whoever wrote it, and can be
/// handed in again while the call is open. A second click changes nothing.
pub async fn take_back(store: &Store, loaded: &Submission) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, loaded.row().congress_id).await?;
    let row = hold(&tx, loaded.row().id).await?;
    if row.state == State::Withdrawn {
        return Ok(tx.rollback().await?);
    }
    let call = call_of(&tx, &row).await?;
    let facts = facts(&tx, &row, &call, tx.now()).await?;
    let name = typed_of(&tx, &row).await?.name;
    let actor = loaded.actor().clone();
    let actor = if actor.name.is_empty() { actor.named(name) } else { actor };
    withdraw(&tx, &actor, row, (loaded.by(), &facts), "").await?;
    Ok(tx.commit().await?)
}

/// What organisers hand in for somebody.
#[derive(Clone, Debug)]
pub struct ForSomebody {
    /// The same twice is one.
    pub id: Uuid,
    pub email: String,
    pub language: Language,
    pub typed: Typed,
    /// Whether they get the mail with the link to it.
    pub tell: bool,
}

/// Hands in for somebody, whatever the call's dates. What is known of them by their address stays as they wrote it.
pub async fn hand_in_for(
    store: &Store,
    actor: &Actor,
    call: &call::Model,
    new: ForSomebody,
) -> Result<submission::Model, ProgrammeError> {
    contact::check(&new.email).map_err(IdentityError::Address)?;
    let tx = store.begin().await?;
    let congress = hold_congress(&tx, call.congress_id).await?;
    if let Some(there) = submission::Entity::find_by_id(new.id).one(&*tx).await? {
        return Ok(there);
    }
    let mailbox = mailbox_for(&tx, congress.host_id, &new.email, new.language).await?;
    let row = blank(&tx, call, new.id, mailbox.id, new.language, None).await?;
    submission::Entity::insert(row.clone().into_active_model()).exec_without_returning(&*tx).await?;
    let mut typed = new.typed;
    if let Some(known) = by_mailbox(&tx, congress.id, mailbox.id).await? {
        let Profile { name, organisation, biography } = Profile::from(&known);
        if !name.is_empty() {
            (typed.name, typed.organisation, typed.biography) = (name, organisation, biography);
        }
        take_part(&tx, row.id, known.id, (1, &typed.name), (None, Some(tx.now()))).await?;
    }
    let facts = facts(&tx, &row, call, tx.now()).await?;
    let loaded = Submission::of_staff(row.clone(), actor.clone());
    let shown = Seen::of(&typed_of(&tx, &row).await?);
    let (row, refused) = write(&tx, &loaded, row, call, &facts, &shown, typed).await?;
    if !refused.is_empty() {
        return Err(ProgrammeError::Faulty(refused));
    }
    let row = in_tx(&tx, actor, row, call, (By::Organiser, &facts), new.tell).await?;
    tx.commit().await?;
    Ok(row)
}
