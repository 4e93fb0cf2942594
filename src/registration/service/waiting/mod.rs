//! The waiting list for tickets. Who is next, and what is held for whom, `congress::service::waiting` keeps; here is what
//! it is kept of: categories, with a place of each of their quotas, and the orders that come of offers.

mod accept;
mod change;
mod join;
pub mod mail;

pub use accept::accept;
pub use change::{by_hand, change, come_back, decline, leave, prioritise, remove, seen};
pub use join::{Joined, ask_again, check_wish, join};

use crate::RegistrationError;
use base::{Time, Uuid};
use congress::entity::congress::{Model as Congress, Phase};
use congress::query::waiting::{is_wanted, lists, terms};
use congress::service::waiting::RUN;
use congress::service::waiting::run::{self as list, Ran, Target};
use congress::service::waiting::terms::hold;
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;
use store::job::{NewJob, enqueue};
use store::{Store, Tx};
use ticketing::query::{CategoryView, categories_held};
use ticketing::rules::{Sale, on_sale};

/// What can be waited for: each category, with a place of each of its quotas.
pub fn targets(congress: &Congress, categories: &[CategoryView], now: Time) -> Vec<Target> {
    let target = |view: &CategoryView| Target {
        id: view.category.id,
        capacities: view.quotas.iter().map(|quota| quota.capacity_id).collect(),
        open: on_sale(&sale(congress, view), now).is_ok(),
        until: view.category.sale_until,
    };
    categories.iter().map(target).collect()
}

fn sale(congress: &Congress, view: &CategoryView) -> Sale {
    Sale {
        congress_open: congress.phase == Phase::Open,
        congress_ends_at: congress.ends_at,
        active: view.category.active,
        from: view.category.sale_from,
        until: view.category.sale_until,
    }
}

/// Works through the waiting list of a congress: ends offers that nobody answered, reminds, offers what is free to whoever
/// is next, closes the list when it is time. It comes again by itself when there is something to do.
pub async fn run(store: &Store, congress: Uuid) -> Result<Ran, RegistrationError> {
    if terms(store.read(), congress).await?.is_none() {
        return Ok(Ran::default());
    }
    let tx = store.begin().await?;
    let congress = congress::query::by_id(&tx, congress).await?.ok_or(RegistrationError::Unknown)?;
    let categories = categories_held(&tx, congress.id).await?;
    let ran = run_in(&tx, &congress, &categories).await?;
    tx.commit().await?;
    Ok(ran)
}

/// The same within the caller's transaction, who holds the categories.
async fn run_in(tx: &Tx, congress: &Congress, categories: &[CategoryView]) -> Result<Ran, RegistrationError> {
    let ran = list::run(tx, congress, &targets(congress, categories, tx.now())).await?;
    if let Some(next) = ran.next {
        // A second later, so that it is over.
        let delay = (next - tx.now()).to_std().unwrap_or_default() + Duration::from_secs(1);
        let once = format!("{RUN}:{}:{}", congress.id, next.timestamp_millis());
        let job = NewJob::new(RUN, json!({ "congress": congress.id })).after(delay).unique(once);
        enqueue(tx, job).await?;
    }
    Ok(ran)
}

/// Works through all lists, each in a transaction of its own. One that fails keeps none of the others; the first failure
/// is told in the end.
pub async fn sweep(store: &Store) -> Result<(), RegistrationError> {
    let mut failed = None;
    for congress in lists(store.read()).await? {
        if let Err(error) = run(store, congress).await {
            failed = failed.or(Some(error));
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Whether somebody waits for a place that these categories would take; then the list is held from here on. The caller holds
/// the categories.
pub(super) async fn is_wanted_first(
    tx: &Tx,
    congress: &Congress,
    categories: &[CategoryView],
    chosen: &[&CategoryView],
) -> Result<bool, RegistrationError> {
    let quotas = chosen.iter().flat_map(|view| &view.quotas);
    let scarce: BTreeSet<Uuid> =
        quotas.filter(|quota| quota.free().is_some_and(|free| free > 0)).map(|quota| quota.capacity_id).collect();
    if scarce.is_empty() {
        return Ok(false);
    }
    let shares = |view: &&CategoryView| view.quotas.iter().any(|quota| scarce.contains(&quota.capacity_id));
    let rivals: Vec<Uuid> = categories.iter().filter(shares).map(|view| view.category.id).collect();
    Ok(is_wanted(tx, congress.id, &rivals).await? && hold(tx, congress.id).await?.is_some())
}

/// Before places are taken by whoever comes: what is free goes to those who wait first. The list is worked through in this
/// very transaction, so that nobody snatches what came free a moment ago.
pub(super) async fn go_first(
    tx: &Tx,
    congress: &Congress,
    categories: &[CategoryView],
) -> Result<(), RegistrationError> {
    run_in(tx, congress, categories).await.map(|_| ())
}
