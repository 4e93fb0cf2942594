//! Vouchers as the desk shows them: in a list with their numbers, and one with all that came of it.

use crate::form::voucher::VoucherSearch;
use crate::query::timeline::{Timeline, of_object};
use crate::rules::pages::{Page, ROWS};
use base::{Time, Uuid};
use congress::service::capacity::held_by;
use registration::query::voucher::{Turnover, Use, turnover, turnover_by_tag, uses};
use std::collections::HashMap;
use store::Conn;
use ticketing::TicketingError;
use ticketing::query::voucher::VoucherView;
use ticketing::query::voucher::list::{State, Tag, find, tags};
use ticketing::service::voucher::{HOLDER, Offer};
use web::CongressHead;

/// A page of vouchers.
#[derive(Clone, Debug)]
pub struct VoucherList {
    pub search: VoucherSearch,
    pub page: Page,
    pub vouchers: Vec<VoucherView>,
    /// How many in each state, whatever state is asked for.
    pub states: Vec<(State, i64)>,
    /// What each of these brought and took off.
    pub turnover: HashMap<Uuid, Turnover>,
    /// All tags of the congress, whatever is asked for.
    pub tags: Vec<(Tag, Turnover)>,
    pub offer: Offer,
}

/// Vouchers that a search finds. Eleven statements, however many there are.
pub async fn list(
    conn: &Conn,
    congress: &CongressHead,
    search: VoucherSearch,
    now: Time,
) -> Result<VoucherList, TicketingError> {
    let found = find(conn, congress.id, &search.filter(), (ROWS, Page::offset(search.page)), now).await?;
    let ids: Vec<Uuid> = found.vouchers.iter().map(VoucherView::id).collect();
    let mut by_tag = turnover_by_tag(conn, congress.id).await?;
    let tags = tags(conn, congress.id).await?.into_iter().map(|tag| {
        let turnover = by_tag.remove(&tag.tag).unwrap_or_default();
        (tag, turnover)
    });
    Ok(VoucherList {
        page: Page { number: search.page, total: found.total },
        search,
        turnover: turnover(conn, &ids).await?,
        vouchers: found.vouchers,
        states: found.states,
        tags: tags.collect(),
        offer: Offer::load(conn, congress.id).await?,
    })
}

/// A voucher with all that came of it.
#[derive(Clone, Debug)]
pub struct VoucherDetail {
    pub view: VoucherView,
    pub offer: Offer,
    pub uses: Vec<Use>,
    pub turnover: Turnover,
    /// How many places it holds, by the name of the quota.
    pub held: Vec<(String, i32)>,
    pub timeline: Timeline,
}

/// The whole of a voucher. The same number of statements, however often it was used.
pub async fn detail(conn: &Conn, view: VoucherView) -> Result<VoucherDetail, TicketingError> {
    let offer = Offer::load(conn, view.code.congress_id).await?;
    let held = held_by(conn, HOLDER, &[view.id()]).await?;
    let named = offer.quotas.iter().filter_map(|quota| {
        let n = held.get(&(view.id(), quota.capacity_id))?;
        Some((quota.name.clone(), *n))
    });
    Ok(VoucherDetail {
        held: named.collect(),
        uses: uses(conn, view.id()).await?,
        turnover: turnover(conn, &[view.id()]).await?.remove(&view.id()).unwrap_or_default(),
        timeline: of_object(conn, view.id()).await?,
        offer,
        view,
    })
}
