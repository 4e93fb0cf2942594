//! Every place, and why it is taken.

use crate::rules::places::{Breakdown, Reason};
use base::Uuid;
use programme::query::booking::{Occurrence, Only, occurrences};
use registration::query::contingent::held_by_category;
use registration::query::count::{self, StateCount};
use registration::query::held::held;
use registration::rules::holds_place;
use store::{DbErr, Store};
use ticketing::query::{CategoryView, QuotaView};

/// All places of a congress.
#[derive(Clone, Debug)]
pub struct Places {
    pub quotas: Vec<QuotaPlaces>,
    pub categories: Vec<CategoryPlaces>,
    /// Sessions whose seats are booked, in the order of their times.
    pub sessions: Vec<SessionPlaces>,
}

/// The seats of one occurrence of a session.
#[derive(Clone, Debug)]
pub struct SessionPlaces {
    pub of: Occurrence,
    /// How many claims there are: as many as it counts, or there is a mistake.
    pub claimed: i64,
}

/// A quota, its count, and the claims that it should be the sum of.
#[derive(Clone, Debug)]
pub struct QuotaPlaces {
    pub quota: QuotaView,
    pub claims: Breakdown,
    /// Who must hold a place of it.
    pub holders: i64,
    /// Guests beyond it: they hold a ticket of its categories, and no place of it.
    pub guests: i64,
}

impl QuotaPlaces {
    /// Whether the count is the sum of the claims, and each claim is held by one who must hold it, or for a voucher. Always, or there is a
    /// mistake in the program or in the database.
    pub fn agrees(&self) -> bool {
        let claimed = self.claims.claimed();
        claimed == i64::from(self.quota.taken)
            && self.claims.by_attendees() == self.holders
            && self.claims.count(Reason::Stray) == 0
    }
}

/// A category, and how many people hold a place in it.
#[derive(Clone, Debug)]
pub struct CategoryPlaces {
    pub view: CategoryView,
    pub holders: i64,
}

impl Places {
    /// The quotas that do not agree.
    pub fn wrong(&self) -> impl Iterator<Item = &QuotaPlaces> {
        self.quotas.iter().filter(|places| !places.agrees())
    }
}

/// All places, as of one moment: an order that comes meanwhile counts everywhere or nowhere. A fixed number of statements,
/// however many are taken.
pub async fn load(store: &Store, congress: Uuid) -> Result<Places, DbErr> {
    let moment = store.snapshot().await?;
    let (categories, quotas) = ticketing::query::offer(&moment, congress).await?;
    let mut counts = count::by_category(&moment, congress).await?;
    counts.extend(count::extras(&moment, congress).await?);
    let guests = count::guests(&moment, congress).await?;
    let held = held(&moment, congress).await?;
    let waiting = congress::query::waiting::held(&moment, congress).await?;
    let for_list = |id: Uuid| waiting.iter().filter(|held| held.capacity_id == id).map(|held| held.n).sum::<i64>();
    let seated = |of: Occurrence| SessionPlaces {
        claimed: held.iter().filter(|held| Some(held.capacity_id) == of.capacity).map(|held| held.n).sum(),
        of,
    };
    let sessions = occurrences(&moment, congress, Only::All).await?.into_iter().map(seated).collect();
    let contingents = held_by_category(&moment, congress).await?;
    let partners = |ids: &[Uuid]| contingents.iter().filter(|(id, _)| ids.contains(id)).map(|(_, n)| *n).sum::<i64>();
    let of = |counts: &[StateCount], ids: &[Uuid]| -> i64 {
        counts.iter().filter(|c| ids.contains(&c.category_id) && holds_place(c.state)).map(|c| c.n).sum()
    };
    let quotas = quotas.into_iter().map(|quota| {
        let rows = categories.iter().map(|view| view.category.id).filter(|id| quota.categories.contains(id));
        let rows: Vec<Uuid> = rows.collect();
        QuotaPlaces {
            claims: Breakdown::of(quota.capacity_id, &rows, &held),
            holders: of(&counts, &quota.categories) - of(&guests, &quota.categories)
                + for_list(quota.capacity_id)
                + partners(&quota.categories),
            guests: of(&guests, &quota.categories),
            quota,
        }
    });
    let quotas = quotas.collect();
    let categories =
        categories.into_iter().map(|view| CategoryPlaces { holders: of(&counts, &[view.category.id]), view });
    Ok(Places { quotas, categories: categories.collect(), sessions })
}
