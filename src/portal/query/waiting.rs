//! The waiting list as who waits sees it.

use crate::query::offer::Offer;
use base::{Time, Uuid};
use congress::entity::waiting::State;
use congress::query::waiting::Ahead;
use congress::rules::waiting::stops_at;
use congress::service::waiting::terms::Terms;
use registration::RegistrationError;
use registration::load::waiting::Waiting;
use registration::query::waiting::{OfferView, WaitingView, view};
use store::{Conn, DbErr};
use ticketing::query::categories;
use web::CongressHead;

/// The terms, if somebody can join now. One statement.
pub async fn open_terms(conn: &Conn, congress: &CongressHead, now: Time) -> Result<Option<Terms>, DbErr> {
    let row = congress::query::waiting::terms(conn, congress.id).await?;
    let open = row.filter(|terms| terms.open && now < stops_at(congress.starts_at, terms.stop_days));
    Ok(open.as_ref().map(Terms::from))
}

/// What the page of somebody who waits shows.
#[derive(Clone, Debug)]
pub struct WaitingPage {
    pub view: WaitingView,
    pub ahead: Ahead,
    /// One can come back to the list, or change what one waits for.
    pub open: Option<Terms>,
}

impl WaitingPage {
    /// It can be changed or left.
    pub fn is_active(&self) -> bool {
        self.view.row.state.is_active()
    }

    /// It can stand in the queue once more.
    pub fn can_return(&self) -> bool {
        self.open.is_some() && matches!(self.view.row.state, State::Expired | State::Declined | State::Left)
    }

    /// The offer that stands and can be answered at this moment.
    pub fn offer(&self, now: Time) -> Option<&OfferView> {
        self.view.open().filter(|view| now < view.offer.ends_at)
    }
}

/// All of it. Seven statements.
pub async fn page(
    conn: &Conn,
    congress: &CongressHead,
    waiting: &Waiting,
    now: Time,
) -> Result<WaitingPage, RegistrationError> {
    let open = open_terms(conn, congress, now).await?;
    let (view, ahead) = view(conn, waiting.row().clone()).await?;
    Ok(WaitingPage { view: view.ok_or(RegistrationError::Unknown)?, ahead, open })
}

/// What the registration form offers behind an offer: its category alone, with the places that are held as free.
pub async fn held(
    conn: &Conn,
    congress: &CongressHead,
    view: &WaitingView,
    offer: Uuid,
    now: Time,
) -> Result<Vec<Offer>, DbErr> {
    let Some(held) = view.offers.iter().find(|view| view.offer.id == offer) else { return Ok(vec![]) };
    let all = categories(conn, congress.id).await?.into_iter().filter(|view| view.category.id == held.category.id);
    let mut all: Vec<Offer> = all.map(|view| Offer::new(view, congress, now)).collect();
    if held.offer.state == congress::entity::waiting_offer::State::Open {
        for quota in all.iter_mut().flat_map(|one| &mut one.view.quotas) {
            quota.taken -= held.offer.n;
        }
    }
    Ok(all)
}
