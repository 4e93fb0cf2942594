//! What one can register for at this moment.

use crate::form::register::Typed;
use crate::query::voucher::Asker;
use crate::query::waiting::open_terms;
use base::{Language, Money, Time, Uuid, contact};
use std::collections::BTreeSet;
use store::{Conn, DbErr};
use ticketing::entity::category::{Kind, Visibility};
use ticketing::link::opened;
use ticketing::query::voucher::by_code;
use ticketing::query::{CategoryView, categories, invited_to};
use ticketing::rules::price::{for_groups, rises};
use ticketing::rules::{Availability, Closed, Sale, on_sale, shown};
use web::{CongressHead, Phase, State};

/// A category as it is offered.
#[derive(Clone, Debug)]
pub struct Offer {
    pub view: CategoryView,
    /// Why it cannot be had, if it cannot.
    pub closed: Option<Closed>,
    /// When it was looked at.
    pub now: Time,
    /// It is sold out, and one can wait for it.
    pub waitable: bool,
}

impl Offer {
    pub fn new(view: CategoryView, congress: &CongressHead, now: Time) -> Self {
        let sale = Sale {
            congress_open: congress.state == Phase::Open,
            congress_ends_at: congress.ends_at,
            active: view.category.active,
            from: view.category.sale_from,
            until: view.category.sale_until,
        };
        Self { closed: on_sale(&sale, now).err(), waitable: false, view, now }
    }

    pub fn slug(&self) -> &str {
        &self.view.category.slug
    }

    /// What it is called.
    pub fn name(&self, language: Language) -> &str {
        self.view.category.name.in_language(language)
    }

    /// What a single one costs at this moment.
    pub fn price(&self) -> Money {
        self.view.price_for(1, self.now)
    }

    /// When that price rises, and to what.
    pub fn rises(&self) -> Option<(Time, Money)> {
        let category = &self.view.category;
        let (at, cents) = rises(category.price_cents, &category.tiers.0, self.now)?;
        Some((at, Money { amount: cents, currency: category.currency.clone() }))
    }

    /// From which number on each costs less, and how much.
    pub fn for_groups(&self) -> Vec<(usize, Money)> {
        let category = &self.view.category;
        let steps = for_groups(category.price_cents, &category.tiers.0, self.now).into_iter();
        steps.map(|(number, cents)| (number, Money { amount: cents, currency: category.currency.clone() })).collect()
    }

    pub fn availability(&self) -> Availability {
        self.view.availability()
    }

    /// Shown to all.
    pub fn is_public(&self) -> bool {
        self.view.category.visibility == Visibility::Public
    }

    /// On sale, but sold out.
    pub fn is_sold_out(&self) -> bool {
        self.closed.is_none() && self.availability() == Availability::None
    }

    /// On sale, and not sold out.
    pub fn can_be_had(&self) -> bool {
        self.closed.is_none() && self.availability() != Availability::None
    }

    /// How full it is, in tenths: the public learns steps, not numbers. `None` without a limit.
    pub fn tenths(&self) -> Option<u8> {
        let quota = self.view.scarcest()?;
        let size = i64::from(quota.size?);
        let taken = i64::from(quota.taken);
        if size == 0 || taken >= size {
            return Some(10);
        }
        u8::try_from(taken * 10 / size).ok()
    }
}

/// All tickets that the public may know of, in their order. Two statements, and one more if something is sold out.
pub async fn offers(conn: &Conn, congress: &CongressHead, now: Time) -> Result<Vec<Offer>, DbErr> {
    let all = categories(conn, congress.id).await?;
    tickets(conn, congress, now, all, &BTreeSet::new()).await
}

/// The same for who fills in the form: what a secret link unlocks, the code of a voucher, or the address that somebody
/// orders with, is offered too. With it, what may go with the tickets. Five statements at most.
pub async fn offered(
    state: &State,
    congress: &CongressHead,
    asker: Asker<'_>,
    typed: &mut Typed,
) -> Result<Vec<Offer>, DbErr> {
    let conn = state.store.read();
    let all = categories(conn, congress.id).await?;
    let mut unlocked = opened(&state.link_key, all.iter().map(|view| &view.category), typed.link());
    let only = |wanted: Visibility| all.iter().filter(move |view| view.category.visibility == wanted);
    let address = contact::normalise(typed.address());
    if !address.is_empty() && only(Visibility::Invitation).next().is_some() {
        let invited = invited_to(conn, congress.id, &address).await?;
        unlocked.extend(only(Visibility::Invitation).map(|v| v.category.id).filter(|id| invited.contains(id)));
    }
    let code = typed.code();
    let may_ask = !code.is_empty() && !asker.guesses.is_closed(asker.client, congress.id, asker.now);
    if may_ask
        && only(Visibility::Voucher).next().is_some()
        && let Some(voucher) = by_code(conn, congress.id, &code).await?
    {
        unlocked.extend(only(Visibility::Voucher).filter(|v| voucher.is_for(v)).map(|v| v.category.id));
    }
    let extras = all.iter().filter(|view| view.category.kind == Kind::AddOn).cloned();
    typed.extras = shown_of(extras, congress, asker.now, &unlocked);
    let offers = tickets(conn, congress, asker.now, all, &unlocked).await?;
    typed.unlocked = unlocked;
    Ok(offers)
}

fn shown_of(
    all: impl Iterator<Item = CategoryView>,
    congress: &CongressHead,
    now: Time,
    unlocked: &BTreeSet<Uuid>,
) -> Vec<Offer> {
    let seen = all.filter(|view| shown(view.category.visibility, view.category.id, unlocked));
    let offers = seen.map(|view| Offer::new(view, congress, now));
    offers.filter(|offer| offer.closed != Some(Closed::Inactive)).collect()
}

async fn tickets(
    conn: &Conn,
    congress: &CongressHead,
    now: Time,
    all: Vec<CategoryView>,
    unlocked: &BTreeSet<Uuid>,
) -> Result<Vec<Offer>, DbErr> {
    let all = all.into_iter().filter(|view| view.category.kind == Kind::Ticket);
    let mut offers = shown_of(all, congress, now, unlocked);
    if offers.iter().any(Offer::is_sold_out) && open_terms(conn, congress, now).await?.is_some() {
        offers
            .iter_mut()
            .filter(|offer| offer.is_sold_out() && offer.is_public())
            .for_each(|offer| offer.waitable = true);
    }
    Ok(offers)
}
