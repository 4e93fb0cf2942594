//! Vouchers in orders: looked at, taken and given back with the tickets that they are used for.
//!
//! **Always**: an attendee that holds a place and has a voucher has exactly one unfreed use of it; one that does not hold a
//! place has none.

use super::order::HOLDER;
use crate::RegistrationError;
use crate::entity::attendee;
use crate::form::OrderForm;
use crate::rules::pricing::Agreed;
use base::Uuid;
use congress::CongressError;
use congress::service::code;
use std::collections::BTreeMap;
use store::{DbErr, Tx};
use ticketing::query::CategoryView;
use ticketing::query::voucher::{VoucherView, of_codes};
use ticketing::rules::voucher::Refusal;
use ticketing::service::voucher::KIND;

/// A voucher whose code is held, and which tickets of an order it is used for.
#[derive(Clone, Debug)]
pub struct Granted {
    pub view: VoucherView,
    on: Vec<bool>,
}

/// What a ticket is with a voucher, or without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub voucher: Option<Uuid>,
    pub cents: i64,
    pub vat_basis_points: i32,
    pub waived_cents: i64,
    pub beyond_quota: bool,
}

/// The voucher that an order names, if it can be used for its tickets at this moment: the last use goes to one of two.
pub(super) async fn grant(
    tx: &Tx,
    congress: Uuid,
    form: &OrderForm,
    chosen: &[&CategoryView],
) -> Result<Option<Granted>, RegistrationError> {
    let Some(given) = &form.voucher else { return Ok(None) };
    let found = code::find(tx, congress, KIND, &given.code).await?.ok_or(Refusal::Unknown)?;
    let held = of_codes(tx, code::hold(tx, &[found.id]).await?).await?;
    let view = held.into_iter().next().ok_or(Refusal::Unknown)?;
    let on = view.judge(chosen, given.reach, tx.now())?;
    Ok(Some(Granted { view, on }))
}

impl Granted {
    /// Whether it is used for this ticket of the order, counted from 0.
    pub fn is_for(&self, at: usize) -> bool {
        self.on.get(at).copied().unwrap_or_default()
    }
}

/// What this ticket of the order, counted from 0, is with what was granted, at the price that it has without.
pub(super) fn share(granted: Option<&Granted>, at: usize, agreed: Agreed) -> Share {
    match granted.filter(|granted| granted.is_for(at)) {
        Some(granted) => of_view(&granted.view, agreed),
        None => without(agreed),
    }
}

/// What a ticket is without a voucher.
fn without(agreed: Agreed) -> Share {
    Share { cents: agreed.cents, vat_basis_points: agreed.vat_basis_points, ..Share::default() }
}

/// What a ticket is with a voucher.
fn of_view(view: &VoucherView, agreed: Agreed) -> Share {
    let cents = view.price(agreed.cents);
    Share {
        voucher: Some(view.id()),
        cents,
        vat_basis_points: agreed.vat_basis_points,
        waived_cents: agreed.cents - cents,
        beyond_quota: view.voucher.passes,
    }
}

/// What a ticket is in another category, with the voucher that goes along. A guest beyond the quotas stays one with it, and
/// takes a place like everybody without.
pub(super) fn kept(view: Option<&VoucherView>, row: &attendee::Model, agreed: Agreed) -> Share {
    match view {
        Some(view) => Share { beyond_quota: row.beyond_quota, ..of_view(view, agreed) },
        None => without(agreed),
    }
}

/// Takes the uses for these attendees. What they take stands in their rows.
pub(super) async fn take(tx: &Tx, attendees: &[attendee::Model]) -> Result<(), RegistrationError> {
    for (voucher, holders) in by_voucher(attendees.iter()) {
        match code::take(tx, voucher, HOLDER, &holders).await {
            Err(CongressError::CodeUnusable(_)) => return Err(Refusal::Short(0).into()),
            other => other?,
        }
    }
    Ok(())
}

/// Whether the vouchers of these attendees, who gave their uses back, have so many left. Their codes are held until the
/// transaction ends. Validity is not asked: who ordered in time and paid late is not refused for the date, nor because the
/// voucher has ended since; but it is never used more often than it may be.
pub(super) async fn has_uses(tx: &Tx, attendees: &[&attendee::Model]) -> Result<bool, DbErr> {
    let wanted = by_voucher(attendees.iter().copied());
    let held = code::hold(tx, &wanted.keys().copied().collect::<Vec<_>>()).await?;
    let reaches = |row: &congress::entity::code::Model| {
        let n = wanted.get(&row.id).map_or(0, Vec::len);
        i32::try_from(n).is_ok_and(|n| row.used + n <= row.max_uses)
    };
    Ok(held.iter().all(reaches))
}

/// The attendees of each voucher, in the order in which codes are held.
fn by_voucher<'a>(attendees: impl Iterator<Item = &'a attendee::Model>) -> BTreeMap<Uuid, Vec<Uuid>> {
    let mut all: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for attendee in attendees {
        if let Some(voucher) = attendee.voucher_id {
            all.entry(voucher).or_default().push(attendee.id);
        }
    }
    all
}

/// The voucher of an attendee, its code held. None: they have none.
pub(super) async fn of_attendee(tx: &Tx, row: &attendee::Model) -> Result<Option<VoucherView>, RegistrationError> {
    let Some(voucher) = row.voucher_id else { return Ok(None) };
    Ok(of_codes(tx, code::hold(tx, &[voucher]).await?).await?.pop())
}

/// The vouchers of these attendees, held, as they are.
pub(super) async fn of_attendees(tx: &Tx, attendees: &[&attendee::Model]) -> Result<Vec<VoucherView>, DbErr> {
    let ids: Vec<Uuid> = by_voucher(attendees.iter().copied()).into_keys().collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    of_codes(tx, code::hold(tx, &ids).await?).await
}
