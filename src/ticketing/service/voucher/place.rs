//! The places that vouchers hold in advance: one of each quota that a ticket of theirs may need, for each use that is left.
//!
//! **Always**: what a voucher holds of a quota is no more than its uses that are left, and nothing once it has ended or is no
//! longer valid. It is less only where its tickets came back when there was no room for it any more.

use super::HOLDER;
use crate::entity::voucher;
use crate::query::voucher::{VoucherView, of_codes};
use crate::query::{QuotaView, quotas};
use crate::{Event, TicketingError};
use base::{Actor, Uuid};
use congress::CongressError;
use congress::entity::{claim, code};
use congress::service::capacity::{self, Shift};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{DbErr, Store, Tx, record};

/// What vouchers lack of what they should hold, and what they hold too much.
#[derive(Clone, Debug, Default)]
pub struct Gap {
    pub lack: Vec<Shift<'static>>,
    pub excess: Vec<Shift<'static>>,
}

/// What these vouchers, whose codes are held, lack and hold too much at this moment. One statement a thousand.
pub async fn gap(tx: &Tx, views: &[VoucherView], quotas: &[QuotaView]) -> Result<Gap, DbErr> {
    let ids: Vec<Uuid> = views.iter().map(VoucherView::id).collect();
    let held = capacity::held_by(tx, HOLDER, &ids).await?;
    let mut gap = Gap::default();
    for view in views {
        let blocked = view.blocked(quotas);
        let has = held.keys().filter(|(holder, _)| *holder == view.id()).map(|(_, capacity)| *capacity);
        let mut all = blocked.clone();
        all.extend(has);
        for capacity in all {
            let wanted = if blocked.contains(&capacity) { view.places(tx.now()) } else { 0 };
            let n = wanted - held.get(&(view.id(), capacity)).copied().unwrap_or_default();
            let shift = Shift { holder_kind: HOLDER, capacity, holder: view.id(), n: n.abs() };
            match n {
                1.. => gap.lack.push(shift),
                ..0 => gap.excess.push(shift),
                0 => {}
            }
        }
    }
    Ok(gap)
}

/// Gives these vouchers, whose codes are held, the places that they should hold, and takes what they hold too much; how many
/// places it took from them. If there is no room: refused if they `must` have them, or as many as there are.
pub async fn settle(tx: &Tx, views: &[VoucherView], quotas: &[QuotaView], must: bool) -> Result<i32, TicketingError> {
    let gap = gap(tx, views, quotas).await?;
    let (take, if_room) = if must { (&*gap.lack, &[][..]) } else { (&[][..], &*gap.lack) };
    match capacity::rearrange(tx, take, &gap.excess, if_room).await {
        Err(CongressError::Full(full)) => {
            let quota = quotas.iter().find(|quota| quota.capacity_id == full);
            let wanted: i32 = gap.lack.iter().filter(|shift| shift.capacity == full).map(|shift| shift.n).sum();
            return Err(match quota {
                Some(quota) => TicketingError::NoRoom { quota: quota.name.clone(), wanted },
                None => CongressError::Full(full).into(),
            });
        }
        other => other?,
    }
    Ok(gap.excess.iter().map(|shift| shift.n).sum())
}

/// Brings the places of all vouchers of a congress to what its quotas are now. The caller holds the congress and the
/// categories. Whether anything changed hands.
pub async fn follow(tx: &Tx, congress: Uuid, must: bool) -> Result<bool, TicketingError> {
    let ids: Vec<Uuid> = voucher::Entity::find()
        .select_only()
        .column(voucher::Column::Id)
        .filter(voucher::Column::CongressId.eq(congress))
        .filter(voucher::Column::Blocks.eq(true))
        .into_tuple()
        .all(&**tx)
        .await?;
    if ids.is_empty() {
        return Ok(false);
    }
    let views = of_codes(tx, congress::service::code::hold(tx, &ids).await?).await?;
    let quotas = quotas(tx, congress).await?;
    let gap = gap(tx, &views, &quotas).await?;
    settle(tx, &views, &quotas, must).await?;
    Ok(!gap.excess.is_empty() || (must && !gap.lack.is_empty()))
}

/// Vouchers that are looked at in one run.
const PART: u64 = 500;

/// Frees the places of vouchers that are no longer valid, each in a transaction of its own; how many there were.
pub async fn sweep(store: &Store) -> Result<usize, TicketingError> {
    let (mut lapsed, mut after) = (0, None::<Uuid>);
    loop {
        let holders = Query::select()
            .column(claim::Column::HolderId)
            .from(claim::Entity)
            .and_where(claim::Column::HolderKind.eq(HOLDER))
            .and_where(claim::Column::FreedAt.is_null())
            .to_owned();
        let mut find = code::Entity::find()
            .filter(code::Column::ValidUntil.lte(store.now()))
            .filter(code::Column::Id.in_subquery(holders));
        if let Some(after) = after {
            find = find.filter(code::Column::Id.gt(after));
        }
        let part = find.order_by_asc(code::Column::Id).limit(PART).all(store.read()).await?;
        after = part.last().map(|code| code.id);
        for code in &part {
            lapsed += usize::from(lapse(store, (code.congress_id, code.id)).await?);
        }
        if part.len() < usize::try_from(PART).unwrap_or(usize::MAX) {
            return Ok(lapsed);
        }
    }
}

async fn lapse(store: &Store, (congress, id): (Uuid, Uuid)) -> Result<bool, TicketingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let views = of_codes(&tx, congress::service::code::hold(&tx, &[id]).await?).await?;
    let Some(view) = views.first() else { return Ok(false) };
    let quotas = quotas(&tx, congress).await?;
    let places = settle(&tx, &views, &quotas, false).await?;
    if places == 0 {
        return Ok(false);
    }
    let code = view.code.code.clone();
    record(&tx, &Actor::system(), Event::VoucherLapsed { congress, voucher: id, code, places }).await?;
    tx.commit().await?;
    Ok(true)
}
