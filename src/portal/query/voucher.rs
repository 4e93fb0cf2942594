//! The voucher of a registration form: whether it can be used, and for whom.

use crate::guess::Guesses;
use crate::query::offer::Offer;
use std::net::IpAddr;
use store::{Conn, DbErr};
use ticketing::query::CategoryView;
use ticketing::query::voucher::{VoucherView, any, by_code};
use ticketing::rules::voucher::Refusal;
use web::CongressHead;

/// What the form knows of a voucher.
#[derive(Clone, Debug, Default)]
pub enum Voucher {
    /// The congress has none: nobody is asked for its code.
    #[default]
    Nowhere,
    /// None is given.
    None,
    /// It is used for these of the people, in their order.
    Used { view: Box<VoucherView>, on: Vec<bool> },
    /// It cannot be used. What is wrong with the tickets changes with them, so the code stays.
    Refused(Refusal),
    /// Too many wrong codes came from there.
    TooMany,
}

/// Who asks for a voucher.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    pub guesses: &'a Guesses,
    pub client: Option<IpAddr>,
    pub now: base::Time,
}

impl Voucher {
    /// The voucher with this code, for people with these tickets. Four statements at most.
    pub async fn look(
        conn: &Conn,
        congress: &CongressHead,
        asker: Asker<'_>,
        code: &str,
        chosen: &[&Offer],
    ) -> Result<Self, DbErr> {
        let Asker { guesses, client, now } = asker;
        if code.is_empty() {
            return Ok(if any(conn, congress.id).await? { Self::None } else { Self::Nowhere });
        }
        if guesses.is_closed(client, congress.id, now) {
            return Ok(Self::TooMany);
        }
        let Some(view) = by_code(conn, congress.id, code).await? else {
            guesses.wrong(client, congress.id, now);
            return Ok(Self::Refused(Refusal::Unknown));
        };
        let chosen: Vec<&CategoryView> = chosen.iter().map(|offer| &offer.view).collect();
        Ok(match view.judge(&chosen, 1, now) {
            Ok(on) => Self::Used { view: Box::new(view), on },
            Err(refusal) => Self::Refused(refusal),
        })
    }

    /// What the ticket of a person, counted from 0, costs with it.
    pub fn price(&self, at: usize, cents: i64) -> i64 {
        match self {
            Self::Used { view, on } if on.get(at) == Some(&true) => view.price(cents),
            _ => cents,
        }
    }

    /// Its code, and for how many tickets it is used.
    pub fn used(&self) -> Option<(&str, usize)> {
        match self {
            Self::Used { view, on } => Some((&view.code.code, on.iter().filter(|on| **on).count())),
            _ => None,
        }
    }
}
