//! Who works on a congress: inviting, giving and taking roles.

use super::account::{enable, ensure, grant, revoke};
use super::hold::{Held, hold, hold_admins, keep_one_admin};
use crate::entity::role;
use crate::error::IdentityError;
use crate::event::Event;
use crate::mail::INVITATION_MAIL;
use crate::policy::Role;
use crate::query;
use crate::rules::{Duties, Reach, reach};
use base::Permission::{self, AccountsWrite, TeamWrite};
use base::{Actor, Language, Text, Uuid, contact, name};
use post::NewMessage;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::{Store, Tx, record};
use web::form::Seen;

/// The congress whose team it is.
#[derive(Clone, Copy, Debug)]
pub struct Workplace<'a> {
    pub congress: Uuid,
    pub name: &'a Text,
}

/// Who is asked in, and as what.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Invitation {
    pub email: String,
    /// As shown on timelines, if the account is new.
    pub name: String,
    /// In which they are written to, if the account is new.
    pub language: Language,
    pub duties: Duties,
}

/// What came of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invited {
    /// The mail is in the outbox.
    Sent(Uuid),
    /// They have the roles; since a mail was written to them within the same minute, no second one goes.
    JustBefore(Uuid),
    /// They had all of these roles before: nothing changed, no mail goes.
    Already(Uuid),
}

/// Asks somebody into the team of a congress: makes the account if there is none, gives the roles, and puts a mail with
/// a log-in link into the outbox, all in one transaction.
///
/// An account that is there keeps its name and its language: they are its owner's. Who has all of these roles already
/// gets no second mail, so that the same form sent twice is one invitation. Nobody hands on more than they hold, in this
/// congress or elsewhere ([`reach`]). An account that was shut only opens for who runs the installation.
pub async fn invite(
    store: &Store,
    actor: &Actor,
    at: Workplace<'_>,
    new: Invitation,
) -> Result<Invited, IdentityError> {
    let address = contact::check(&new.email).map_err(IdentityError::Address)?;
    let name = name::clean(&new.name);
    if name.is_empty() {
        return Err(IdentityError::NameMissing);
    }
    check_name(&name)?;
    if new.duties.is_empty() {
        return Err(IdentityError::RoleMissing);
    }
    let tx = store.begin().await?;
    let account = ensure(&tx, actor, address, Some(&name), new.language).await?;
    let held = hold(&tx, actor, account.id).await?;
    within(&held, at.congress, &new.duties)?;
    if account.disabled_at.is_some() && !held.actor.may_everywhere(AccountsWrite) {
        return Err(IdentityError::AccountShut);
    }
    enable(&tx, &held.actor, &held.account).await?;
    let given = give(&tx, &held, at.congress, &new.duties).await?;
    if !given && held.account.disabled_at.is_none() {
        tx.commit().await?;
        return Ok(Invited::Already(account.id));
    }
    let written = write_to(&tx, &held, at).await?;
    tx.commit().await?;
    Ok(if written { Invited::Sent(account.id) } else { Invited::JustBefore(account.id) })
}

/// Sends somebody of the team the mail with the link again, at most once a minute. Only to who may no more than who acts: for
/// all others there is nobody of that name here. Says whether it was sent now.
pub async fn invite_again(
    store: &Store,
    actor: &Actor,
    at: Workplace<'_>,
    account: Uuid,
) -> Result<bool, IdentityError> {
    let tx = store.begin().await?;
    let held = hold(&tx, actor, account).await?;
    let reach = within(&held, at.congress, &Duties::default())?;
    let duties = roles(&tx, at.congress, account).await?;
    if duties.is_empty() || !reach.covers(&duties) {
        return Err(IdentityError::NotFound("member of the team"));
    }
    if held.account.disabled_at.is_some() {
        return Err(IdentityError::AccountShut);
    }
    let written = write_to(&tx, &held, at).await?;
    tx.commit().await?;
    Ok(written)
}

/// Says what somebody of the team is: gives the roles that they lack, takes those that are not named. Acts at their next
/// request.
///
/// Only roles within the reach of who acts are given and taken, all others stay ([`reach`]). Nobody overwrites what they
/// have not seen ([`IdentityError::Stale`]); what is so already changes nothing. Nobody takes away their own right to say
/// who works here or to run the installation, and the last admin stays: there is always somebody who can undo it.
pub async fn change_duties(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    account: Uuid,
    new: &Duties,
    seen: &Seen,
) -> Result<(), IdentityError> {
    let tx = store.begin().await?;
    let held = hold(&tx, actor, account).await?;
    let reach = within(&held, congress, new)?;
    let all = roles(&tx, congress, account).await?;
    let old = all.within(&reach);
    if old == *new {
        return Ok(tx.commit().await?);
    }
    if all.is_empty() {
        return Err(IdentityError::NotFound("member of the team"));
    }
    seen.check(&old)?;
    exchange(&tx, &held, congress, &old, new).await?;
    Ok(tx.commit().await?)
}

/// Takes somebody out of the team of a congress: all roles that they have there and that are within the reach of who
/// acts. Roles that hold everywhere stay, and so do those in other congresses. Again changes nothing.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, account: Uuid) -> Result<(), IdentityError> {
    let tx = store.begin().await?;
    let held = hold(&tx, actor, account).await?;
    let reach = within(&held, congress, &Duties::default())?;
    let old = roles(&tx, congress, account).await?.within(&reach);
    let new = Duties { here: vec![], everywhere: old.everywhere.clone() };
    exchange(&tx, &held, congress, &old, &new).await?;
    Ok(tx.commit().await?)
}

/// What who acts may give and take, if these are all theirs to give.
fn within(held: &Held, congress: Uuid, duties: &Duties) -> Result<Reach, IdentityError> {
    let reach = reach(&held.actor, congress);
    if reach.is_empty() {
        return Err(IdentityError::NotAllowed);
    }
    if reach.covers(duties) { Ok(reach) } else { Err(IdentityError::RoleNotYours) }
}

/// The longest name that is taken.
pub(super) fn check_name(name: &str) -> Result<(), IdentityError> {
    if name.chars().count() > name::MAX_NAME { Err(IdentityError::NameTooLong) } else { Ok(()) }
}

/// What an account is, here and everywhere.
async fn roles(tx: &Tx, congress: Uuid, account: Uuid) -> Result<Duties, IdentityError> {
    let here = Condition::any().add(role::Column::CongressId.is_null()).add(role::Column::CongressId.eq(congress));
    let rows = role::Entity::find().filter(role::Column::AccountId.eq(account)).filter(here).all(&**tx).await?;
    Ok(query::team::duties(&rows))
}

/// Says whether there was one to give.
async fn give(tx: &Tx, held: &Held, congress: Uuid, duties: &Duties) -> Result<bool, IdentityError> {
    let mut given = false;
    for (role, at) in places(duties, congress) {
        given |= grant(tx, &held.actor, held.account.id, role, at).await?;
    }
    Ok(given)
}

async fn exchange(tx: &Tx, held: &Held, congress: Uuid, old: &Duties, new: &Duties) -> Result<(), IdentityError> {
    let (had, have) = (places(old, congress), places(new, congress));
    let admins = match had.contains(&(Role::Admin, None)) && !have.contains(&(Role::Admin, None)) {
        true => hold_admins(tx).await?,
        false => false,
    };
    for (role, at) in had.iter().filter(|one| !have.contains(one)) {
        revoke(tx, &held.actor, held.account.id, *role, *at).await?;
    }
    give(tx, held, congress, new).await?;
    keep_one_admin(tx, admins).await?;
    keep_own_right(tx, held, congress).await
}

/// Nobody takes away their own right to say who works here, or to run the installation.
async fn keep_own_right(tx: &Tx, held: &Held, congress: Uuid) -> Result<(), IdentityError> {
    if !held.is_self() {
        return Ok(());
    }
    let after = query::staff(tx, &held.account).await?;
    let may = |actor: &Actor, permission: Permission| match permission {
        AccountsWrite => actor.may_everywhere(permission),
        _ => actor.may(permission, congress),
    };
    let lost = [TeamWrite, AccountsWrite].into_iter().any(|p| may(&held.actor, p) && !may(&after, p));
    if lost { Err(IdentityError::OwnRight) } else { Ok(()) }
}

fn places(duties: &Duties, congress: Uuid) -> Vec<(Role, Option<Uuid>)> {
    let here = duties.here.iter().map(|role| (*role, Some(congress)));
    here.chain(duties.everywhere.iter().map(|role| (*role, None))).collect()
}

/// Puts the mail into the outbox: one a minute for each account and congress, however often it is asked for. Says
/// whether it did.
async fn write_to(tx: &Tx, held: &Held, at: Workplace<'_>) -> Result<bool, IdentityError> {
    let account = &held.account;
    let minute = tx.now().timestamp() / 60;
    let mail = NewMessage {
        congress_id: Some(at.congress),
        kind: INVITATION_MAIL,
        cause: format!("invitation:{}:{}:{minute}", at.congress, account.id),
        mailbox_id: None,
        about_id: None,
        to_address: account.address.clone(),
        to_name: account.name.clone(),
        language: account.language(),
        payload: json!({ "account": account.id, "by": held.actor.kind.id(), "congress": at.name }),
        bulk: false,
    };
    let written = post::enqueue(tx, mail).await?.is_some();
    if written {
        record(tx, &held.actor, Event::AccountInvited { account: account.id, congress: at.congress }).await?;
    }
    Ok(written)
}
