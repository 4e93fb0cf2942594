//! Which orders can become one.

use base::Uuid;
use payment::query::sums::with_money;
use registration::entity::order::{self, State};
use registration::query::order::siblings;
use store::{Conn, DbErr};

/// The other orders of a buyer that go on, and what stands against one of them.
#[derive(Clone, Debug)]
pub struct Mergeable {
    /// What stands against the order itself.
    pub own: Option<Obstacle>,
    /// It can go over into these.
    pub others: Vec<order::Model>,
    /// Into these it cannot: money or an invoice stands on them.
    pub with_money: Vec<order::Model>,
}

/// Why an order stays by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Whatever is paid belongs to the order that it was paid for.
    Money,
    /// It waits for an answer, or has ended.
    State,
}

/// What an order can go over into, as [`crate::service::merge`] decides it. Four statements.
pub async fn mergeable(conn: &Conn, order: &order::Model) -> Result<Mergeable, DbErr> {
    let others = siblings(conn, order).await?;
    let all: Vec<Uuid> = others.iter().map(|other| other.id).chain([order.id]).collect();
    let moneyed = with_money(conn, &all).await?;
    let own = match order.state {
        _ if moneyed.contains(&order.id) => Some(Obstacle::Money),
        State::Confirmed | State::AwaitingPayment => None,
        _ => Some(Obstacle::State),
    };
    let alike = others.into_iter().filter(|other| other.currency == order.currency);
    let (with_money, others) = alike.partition(|other| moneyed.contains(&other.id));
    Ok(Mergeable { own, others, with_money })
}
