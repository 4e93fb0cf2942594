//! The next edition of a congress, as the last one was.

use crate::rules::edition::Part;
use base::{Actor, Time, Uuid};
use congress::CongressError;
use congress::entity::congress::Model as Congress;
use congress::rules::check_zone;
use congress::rules::edition::Move;
use congress::service::congress::TRIES;
use congress::service::copy::{self, Edition, Taken};
use identity::IdentityError;
use identity::service::copy::Team;
use payment::PaymentError;
use programme::service::copy::Became;
use std::collections::{BTreeSet, HashMap};
use store::{DbErr, Store};

/// What the next edition is to be.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub edition: Edition,
    pub parts: BTreeSet<Part>,
    /// What the numbers of its invoices begin with, if the seller is taken along.
    pub prefix: String,
}

/// Why there is no next edition.
#[derive(Debug, thiserror::Error)]
pub enum EditionError {
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Payment(#[from] PaymentError),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Copied {
    pub congress: Congress,
    /// Roles that who acts may not hand on.
    pub team: Team,
}

/// Adds the next edition of a congress as a draft, with what is wanted of the last one: all of it or nothing, in one
/// transaction. Dates of sale and of questions move with the beginning, by the clock there; sizes stay, nothing is taken.
/// Orders, people and what they did are never copied. Nor are vouchers, lists of who may take a ticket and places for
/// partners: they were given to somebody for the last one, who would have them twice. If one with this `id` is there already, it is that one, as it is: the form was sent
/// twice.
pub async fn copy(store: &Store, actor: &Actor, from: Uuid, id: Uuid, wanted: &Wanted) -> Result<Copied, EditionError> {
    let mut tries = TRIES;
    loop {
        match copy_once(store, actor, from, id, wanted).await {
            // Somebody else took the proposed short name at the same moment: there is another.
            Err(EditionError::Congress(CongressError::SlugTaken(_))) if wanted.edition.slug.is_empty() && tries > 0 => {
                tries -= 1;
            }
            done => return done,
        }
    }
}

async fn copy_once(
    store: &Store,
    actor: &Actor,
    from: Uuid,
    id: Uuid,
    wanted: &Wanted,
) -> Result<Copied, EditionError> {
    let tx = store.begin().await?;
    if let Some(congress) = congress::query::by_id(&tx, id).await? {
        tx.rollback().await?;
        return Ok(Copied { congress, team: Team::default() });
    }
    // Whoever sets the last one up meanwhile waits: the copy is of one moment.
    let old = congress::service::congress::hold(&tx, from).await?;
    let zone = check_zone(&old.zone)?;
    let shift = Move::new(old.starts_at, wanted.edition.first, zone);
    let has = |part| wanted.parts.contains(&part);
    let taken = Taken {
        texts: has(Part::Texts),
        deadlines: has(Part::Offer),
        look: has(Part::Look),
        rooms: has(Part::Rooms),
        partners: has(Part::Partners),
    };
    let founded = copy::found(&tx, actor, id, &old, (&wanted.edition, taken, shift)).await;
    let (congress, rooms) = match founded {
        Ok(founded) => founded,
        // Twice at the same moment: the other one was faster.
        Err(CongressError::SlugTaken(slug)) => {
            tx.rollback().await?;
            let there = congress::query::by_id(store.read(), id).await?;
            let congress = there.ok_or(CongressError::SlugTaken(slug))?;
            return Ok(Copied { congress, team: Team::default() });
        }
        Err(error) => return Err(error.into()),
    };
    let categories = if has(Part::Offer) {
        ticketing::service::copy::offer(&tx, from, id, |at: Time| shift.of(at)).await?
    } else {
        HashMap::new()
    };
    if has(Part::Texts) {
        post::text::copy(&tx, from, id).await?;
    }
    if has(Part::Questions) {
        copy::questions(&tx, from, id, &categories, shift).await?;
    }
    let became = if has(Part::Programme) {
        programme::service::copy::frame(&tx, from, id, &rooms).await?
    } else {
        Became::default()
    };
    if has(Part::Calls) {
        programme::service::copy::calls(&tx, from, id, &became, |at: Time| shift.of(at)).await?;
    }
    if has(Part::Waiting) {
        copy::waiting(&tx, from, id).await?;
    }
    if has(Part::Seller) {
        payment::service::copy::seller(&tx, actor, &old, id, &wanted.prefix).await?;
    }
    let team =
        if has(Part::Team) { identity::service::copy::team(&tx, actor, from, id).await? } else { Team::default() };
    copy::note(&tx, actor, id, &old, wanted.parts.iter().map(|part| part.name()).collect()).await?;
    tx.commit().await?;
    Ok(Copied { congress, team })
}
