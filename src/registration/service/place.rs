//! Places of attendees: taken with their tickets, given back when these end, taken again. With the places change the uses of
//! vouchers, and the places that vouchers hold. Whoever calls holds the categories and the orders.

use super::order::{HOLDER, sold_out};
use super::voucher;
use crate::RegistrationError;
use crate::entity::attendee;
use base::Uuid;
use congress::CongressError;
use congress::service::capacity::{self, Shift, Want};
use congress::service::code;
use store::{DbErr, Tx};
use ticketing::query::voucher::{VoucherView, of_codes};
use ticketing::query::{CategoryView, quotas};
use ticketing::rules::voucher::Refusal;
use ticketing::service::voucher::place::{Gap, gap};

/// The places that an attendee of this category needs: one of each of its quotas, unless they are a guest beyond them.
pub(super) fn wants(row: &attendee::Model, view: &CategoryView) -> Vec<Want> {
    let needed = view.quotas.iter().filter(|_| !row.beyond_quota);
    needed.map(|quota| Want { capacity: quota.capacity_id, holder: row.id, n: 1 }).collect()
}

/// Takes places for new attendees, with the uses of their voucher. What a voucher held for them passes on to them.
pub(super) async fn occupy(
    tx: &Tx,
    chosen: &[&CategoryView],
    attendees: &[attendee::Model],
) -> Result<(), RegistrationError> {
    voucher::take(tx, attendees).await?;
    let wants: Vec<Want> = attendees.iter().zip(chosen).flat_map(|(row, view)| self::wants(row, view)).collect();
    let views = voucher::of_attendees(tx, &attendees.iter().collect::<Vec<_>>()).await?;
    let taken = take(tx, &wants, &views).await;
    taken.map_err(|e| if let RegistrationError::Congress(e) = e { sold_out(e, chosen) } else { e })
}

/// Takes places, and frees those that these vouchers hold too much now.
async fn take(tx: &Tx, wants: &[Want], views: &[VoucherView]) -> Result<(), RegistrationError> {
    let gap = blocking(tx, views).await?;
    if gap.excess.is_empty() {
        return Ok(capacity::take(tx, HOLDER, wants).await?);
    }
    let take: Vec<Shift> = wants.iter().map(shift).collect();
    Ok(capacity::rearrange(tx, &take, &gap.excess, &[]).await?)
}

fn shift(want: &Want) -> Shift<'static> {
    Shift { holder_kind: HOLDER, capacity: want.capacity, holder: want.holder, n: want.n }
}

/// What those of these vouchers that hold places lack of them or hold too much.
async fn blocking(tx: &Tx, views: &[VoucherView]) -> Result<Gap, DbErr> {
    let views: Vec<VoucherView> = views.iter().filter(|view| view.voucher.blocks).cloned().collect();
    match views.first() {
        Some(first) => gap(tx, &views, &quotas(tx, first.code.congress_id).await?).await,
        None => Ok(Gap::default()),
    }
}

/// Gives back everything that these attendees hold: their places, and the use of a voucher, each once. A voucher that holds
/// places and is still good holds theirs again, as far as there is room.
pub(super) async fn release(tx: &Tx, attendees: &[Uuid]) -> Result<(), DbErr> {
    let codes = code::free(tx, HOLDER, attendees).await?;
    let views = of_codes(tx, code::hold(tx, &codes).await?).await?;
    give_back(tx, attendees, &views).await
}

async fn give_back(tx: &Tx, attendees: &[Uuid], views: &[VoucherView]) -> Result<(), DbErr> {
    let gap = blocking(tx, views).await?;
    if gap.lack.is_empty() {
        return capacity::free(tx, HOLDER, attendees).await;
    }
    let held = capacity::held_by(tx, HOLDER, attendees).await?;
    let free = held.into_iter().map(|((holder, capacity), n)| Shift { holder_kind: HOLDER, capacity, holder, n });
    match capacity::rearrange(tx, &[], &free.collect::<Vec<_>>(), &gap.lack).await {
        Err(CongressError::Database(e)) => Err(e),
        // Nothing is taken that must be.
        Err(other) => Err(DbErr::Custom(other.to_string())),
        Ok(()) => Ok(()),
    }
}

/// Takes again what these attendees gave back: the use of their voucher and their places. If there is none left, the error
/// says of what (`is_lack`), and nothing is changed.
pub(super) async fn take_again(
    tx: &Tx,
    categories: &[CategoryView],
    attendees: &[&attendee::Model],
) -> Result<(), RegistrationError> {
    if !voucher::has_uses(tx, attendees).await? {
        return Err(Refusal::Short(0).into());
    }
    let category = |row: &attendee::Model| categories.iter().find(|view| view.category.id == row.category_id);
    let wants: Vec<Want> =
        attendees.iter().flat_map(|row| category(row).map(|view| self::wants(row, view)).unwrap_or_default()).collect();
    let rows: Vec<attendee::Model> = attendees.iter().map(|row| (*row).clone()).collect();
    let mut views = voucher::of_attendees(tx, attendees).await?;
    for view in &mut views {
        let n = rows.iter().filter(|row| row.voucher_id == Some(view.id())).count();
        view.code.used += i32::try_from(n).unwrap_or(i32::MAX);
    }
    let excess = blocking(tx, &views).await?.excess;
    let taken = capacity::rearrange(tx, &wants.iter().map(shift).collect::<Vec<_>>(), &excess, &[]).await;
    taken.map_err(|e| sold_out(e, &categories.iter().collect::<Vec<_>>()))?;
    voucher::take(tx, &rows).await
}

/// Whether this says that there was no place or no use of a voucher left.
pub(super) fn is_lack(error: &RegistrationError) -> bool {
    matches!(
        error,
        RegistrationError::SoldOut { .. }
            | RegistrationError::Congress(CongressError::Full(_))
            | RegistrationError::Voucher(Refusal::Short(_))
    )
}

/// Other places for an attendee who is rebooked: `before` and `after` are their rows with the old and the new category. The
/// use of a voucher that is not for the new one is given back.
pub(super) async fn exchange(
    tx: &Tx,
    (before, old): (&attendee::Model, &CategoryView),
    (after, new): (&attendee::Model, &CategoryView),
) -> Result<(), RegistrationError> {
    let views = if before.voucher_id.is_some() && after.voucher_id.is_none() {
        let codes = code::free(tx, HOLDER, &[before.id]).await?;
        of_codes(tx, code::hold(tx, &codes).await?).await?
    } else {
        vec![]
    };
    let (had, needs) = (wants(before, old), wants(after, new));
    let is_in = |all: &[Want], one: &Want| all.iter().any(|want| want.capacity == one.capacity);
    let take: Vec<Want> = needs.iter().filter(|want| !is_in(&had, want)).copied().collect();
    let free: Vec<Want> = had.iter().filter(|want| !is_in(&needs, want)).copied().collect();
    let gap = blocking(tx, &views).await?;
    let exchanged = if gap.lack.is_empty() {
        let of = |wants: &[Want]| wants.iter().map(|want| want.capacity).collect::<Vec<_>>();
        capacity::exchange(tx, HOLDER, after.id, &of(&take), &of(&free)).await
    } else {
        let of = |wants: &[Want]| wants.iter().map(shift).collect::<Vec<_>>();
        capacity::rearrange(tx, &of(&take), &of(&free), &gap.lack).await
    };
    exchanged.map_err(|e| sold_out(e, &[new]))
}
