//! What one can register for at this moment.

use crate::query::waiting::open_terms;
use base::{Money, Time};
use store::{Conn, DbErr};
use ticketing::query::{CategoryView, categories};
use ticketing::rules::price::{for_groups, rises};
use ticketing::rules::{Availability, Closed, Sale, on_sale};
use web::{CongressHead, Phase};

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

/// All categories that the public may know of, in their order. Two statements, and one more if something is sold out.
pub async fn offers(conn: &Conn, congress: &CongressHead, now: Time) -> Result<Vec<Offer>, DbErr> {
    let all = categories(conn, congress.id).await?.into_iter().map(|view| Offer::new(view, congress, now));
    let mut offers: Vec<Offer> = all.filter(|offer| offer.closed != Some(Closed::Inactive)).collect();
    if offers.iter().any(Offer::is_sold_out) && open_terms(conn, congress, now).await?.is_some() {
        offers.iter_mut().filter(|offer| offer.is_sold_out()).for_each(|offer| offer.waitable = true);
    }
    Ok(offers)
}
