//! What who waits, and staff for them, can change: the wish, the contact, the place in the queue; declining, leaving.

use super::join::check_wish;
use super::targets;
use crate::RegistrationError;
use crate::form::waiting::WaitingForm;
use crate::load::waiting::Waiting;
use base::{Uuid, contact, name};
use congress::entity::waiting::Model;
use congress::entity::waiting_offer;
use congress::service::waiting::entry::{self, Change};
use congress::service::waiting::{offer, terms};
use identity::service::mailbox::mailbox_for;
use store::{Store, Tx};
use ticketing::query::categories_held;
use web::form::Seen;

/// The longest reason that is kept, in characters.
pub const MAX_REASON: usize = 1_000;

/// What the form for changing an entry showed.
pub fn seen(row: &Model, choices: &[Uuid]) -> Seen {
    Seen::of(&(row.n, row.mailbox_id, &row.name, &row.organisation, &row.language, choices))
}

/// Begins a change of the list of a congress.
async fn begin(store: &Store, waiting: &Waiting) -> Result<Tx, RegistrationError> {
    let tx = store.begin().await?;
    terms::hold(&tx, waiting.row().congress_id).await?;
    Ok(tx)
}

/// Changes what somebody waits for, or how they are reached; says whether they kept their place in the queue. Fewer tickets
/// or fewer categories keep it, more of either mean its end. An offer that stands is given back if the wish is another one.
/// Nobody overwrites what they have not seen.
pub async fn change(
    store: &Store,
    waiting: &Waiting,
    shown: &Seen,
    form: WaitingForm,
) -> Result<(Model, bool), RegistrationError> {
    let tx = store.begin().await?;
    let congress = waiting.row().congress_id;
    let congress = congress::query::by_id(&tx, congress).await?.ok_or(RegistrationError::Unknown)?;
    let categories = categories_held(&tx, congress.id).await?;
    let mailbox = mailbox_for(&tx, congress.host_id, &form.email, form.language).await?;
    terms::hold(&tx, congress.id).await?;
    let now = entry::find(&tx, waiting.row().id).await?;
    let before = entry::choices(&tx, now.id).await?;
    let wanted: Vec<Uuid> = form
        .choices
        .iter()
        .filter_map(|slug| categories.iter().find(|view| view.category.slug == *slug))
        .map(|view| view.category.id)
        .collect();
    // Whoever only corrects a name is not asked whether the list is still open.
    let same = form.n == now.n && wanted == before;
    let choices = if same { before.clone() } else { check_wish(&tx, &congress, &categories, &form).await? };
    let new = Change {
        n: form.n,
        mailbox: mailbox.id,
        address: contact::normalise(&form.email),
        name: name::clean(&form.name),
        organisation: name::clean(&form.organisation),
        language: form.language,
        choices,
    };
    let as_typed = (new.n, new.mailbox, &new.name, &new.organisation, new.language.tag(), &new.choices);
    if Seen::of(&as_typed) != seen(&now, &before) && *shown != seen(&now, &before) {
        return Err(web::form::Stale.into());
    }
    let changed = entry::change(&tx, waiting.actor(), now.id, new).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Leaves the list. What is held goes on to the next.
pub async fn leave(store: &Store, waiting: &Waiting) -> Result<(), RegistrationError> {
    let tx = begin(store, waiting).await?;
    entry::end(&tx, waiting.actor(), waiting.row().id, None).await?;
    Ok(tx.commit().await?)
}

/// Says no to an offer. Whoever was offered all that they wait for is off the list with that.
pub async fn decline(store: &Store, waiting: &Waiting, id: Uuid) -> Result<(), RegistrationError> {
    let tx = begin(store, waiting).await?;
    let row = offer::of(&tx, id).await?;
    if row.waiting_id != waiting.row().id {
        return Err(RegistrationError::Unknown);
    }
    offer::decline(&tx, waiting.actor(), id).await?;
    Ok(tx.commit().await?)
}

/// Back on the list, at its end, while it is open.
pub async fn come_back(store: &Store, waiting: &Waiting) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let open = terms::hold(&tx, waiting.row().congress_id).await?.is_some_and(|terms| terms.open);
    if !open {
        return Err(RegistrationError::WaitingClosed);
    }
    entry::come_back(&tx, waiting.actor(), waiting.row().id).await?;
    Ok(tx.commit().await?)
}

/// Takes somebody off the list, by staff, for a reason that is kept.
pub async fn remove(store: &Store, waiting: &Waiting, reason: &str) -> Result<(), RegistrationError> {
    let tx = begin(store, waiting).await?;
    entry::end(&tx, waiting.actor(), waiting.row().id, Some(kept(reason))).await?;
    Ok(tx.commit().await?)
}

/// Moves somebody forward or back, by staff, for a reason that is kept. `shown`: the priority that the form showed.
pub async fn prioritise(
    store: &Store,
    waiting: &Waiting,
    (shown, priority): (i32, i32),
    reason: &str,
) -> Result<(), RegistrationError> {
    let tx = begin(store, waiting).await?;
    entry::prioritise(&tx, waiting.actor(), waiting.row().id, (shown, priority), &kept(reason)).await?;
    Ok(tx.commit().await?)
}

fn kept(reason: &str) -> String {
    name::clean(reason).chars().take(MAX_REASON).collect()
}

/// Offers places before their turn, by staff: in the first of the categories that somebody would take where so many are
/// free.
pub async fn by_hand(store: &Store, waiting: &Waiting) -> Result<waiting_offer::Model, RegistrationError> {
    let congress = waiting.row().congress_id;
    let mut full = None;
    let first = store.begin().await?;
    let choices = entry::choices(&first, waiting.row().id).await?;
    first.rollback().await?;
    for choice in choices {
        // What one category does not have is taken back with its transaction.
        let tx = store.begin().await?;
        let congress = congress::query::by_id(&tx, congress).await?.ok_or(RegistrationError::Unknown)?;
        let categories = categories_held(&tx, congress.id).await?;
        terms::hold(&tx, congress.id).await?;
        let targets = targets(&congress, &categories, tx.now());
        let Some(target) = targets.iter().find(|target| target.id == choice) else { continue };
        match offer::by_hand(&tx, waiting.actor(), &congress, waiting.row().id, target).await {
            Ok(offer) => {
                tx.commit().await?;
                return Ok(offer);
            }
            Err(e @ congress::CongressError::Full(_)) => full = full.or(Some(e)),
            Err(e) => return Err(e.into()),
        }
        tx.rollback().await?;
    }
    Err(full.map_or(RegistrationError::WaitingClosed, |_| RegistrationError::NothingFree))
}
