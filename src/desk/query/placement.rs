//! What staff can give people: every category that is not taken off, and why one cannot be had.

use base::Time;
use store::{Conn, DbErr};
use ticketing::entity::category::{Kind, Visibility};
use ticketing::query::{CategoryView, QuotaView};
use ticketing::rules::{Closed, Sale, on_sale, on_sale_by_hand};
use web::CongressHead;

/// A category as staff may give it.
#[derive(Clone, Debug)]
pub struct Choice {
    pub view: CategoryView,
    /// Why not even staff may.
    pub closed: Option<Closed>,
    /// The public cannot have it at this moment.
    pub hidden: bool,
}

impl Choice {
    pub fn slug(&self) -> &str {
        &self.view.category.slug
    }

    /// A quota of it that is full.
    pub fn full(&self) -> Option<&QuotaView> {
        self.view.quotas.iter().find(|quota| quota.free() == Some(0))
    }

    pub fn can_be_had(&self) -> bool {
        self.closed.is_none() && self.full().is_none()
    }
}

fn is_public(view: &CategoryView) -> bool {
    view.category.visibility == Visibility::Public
}

/// What staff can give people: tickets, and what goes with them.
#[derive(Clone, Debug)]
pub struct Offer {
    pub tickets: Vec<Choice>,
    pub extras: Vec<Choice>,
}

impl Offer {
    /// Whether anything of it can cost something: then it is asked where the invoice goes.
    pub fn costs(&self) -> bool {
        self.tickets.iter().chain(&self.extras).any(|choice| choice.view.costs())
    }

    /// What has this short name.
    pub fn find(&self, slug: &str) -> Option<&Choice> {
        self.tickets.iter().chain(&self.extras).find(|choice| choice.slug() == slug)
    }
}

/// All that is not taken off, in its order. Four statements.
pub async fn offer(conn: &Conn, congress: &CongressHead, now: Time) -> Result<Offer, DbErr> {
    let choice = |view: CategoryView| {
        let sale = Sale {
            congress_open: congress.state == web::Phase::Open,
            congress_ends_at: congress.ends_at,
            active: view.category.active,
            from: view.category.sale_from,
            until: view.category.sale_until,
        };
        Choice {
            closed: on_sale_by_hand(&sale, now).err(),
            hidden: on_sale(&sale, now).is_err() || !is_public(&view),
            view,
        }
    };
    let all = ticketing::query::categories(conn, congress.id).await?.into_iter().map(choice);
    let there = all.filter(|choice| choice.closed != Some(Closed::Inactive));
    let (tickets, extras) = there.partition(|choice| choice.view.category.kind == Kind::Ticket);
    Ok(Offer { tickets, extras })
}

/// All tickets that are not taken off, in their order. Four statements.
pub async fn choices(conn: &Conn, congress: &CongressHead, now: Time) -> Result<Vec<Choice>, DbErr> {
    Ok(offer(conn, congress, now).await?.tickets)
}
