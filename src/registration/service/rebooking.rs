//! Another category for an attendee.

use super::voucher::Share;
use super::{deadline, place, voucher};
use crate::entity::{attendee, order};
use crate::load::Attendee;
use crate::query::count;
use crate::rules::pricing::Agreed;
use crate::service::{answer, mail, person};
use crate::{Event, RegistrationError, rules};
use base::actor::ActorKind;
use base::{Actor, Time, Uuid};
use congress::entity::congress::Phase;
use congress::query::question::questions_held;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use store::{Tx, record};
use ticketing::entity::category::{self, Kind, Visibility};
use ticketing::query::CategoryView;
use ticketing::query::voucher::VoucherView;
use ticketing::rules::{Sale, on_sale, on_sale_by_hand};
use web::form::{Seen, Stale};

/// What the form showed.
pub fn seen(attendee: &attendee::Model) -> Seen {
    Seen::of(&values(attendee))
}

fn values(attendee: &attendee::Model) -> (Uuid, i64) {
    (attendee.category_id, attendee.price_cents)
}

/// Rebooks an attendee to another category, by its short name, at the price that it has now for so many of it in the
/// order; in the caller's transaction, who holds the categories and the order, and says how much came in for it, `kept`
/// cents.
///
/// Places of the quotas that only the new category needs are taken, of those that only the old one needed freed, in one
/// transaction: if one is full, everything stays as it was. A voucher that is for the new category too goes along, with its
/// effect on the new price; one that is not is given back. What is to be paid on top, or to be paid back, follows from
/// what the order costs then, see [`rules::state_after_rebooking`]. Number, code and link of the ticket stay; so do the
/// answers to questions that are asked of the new category too, and what stands beside it, as far as it goes with the new
/// one; what does not ends. If somebody else rebooked to a third one in the meantime,
/// nothing is changed; nor if it costs something else by now than was `agreed`, where that was shown.
///
/// Dates of sale do not bind staff. Who holds a link may until the day that organisers set, to what is on sale; with the
/// attendee's own link to nothing dearer, unless they pay for it themselves: nobody makes debts for who ordered.
pub async fn rebook_in(
    tx: &Tx,
    loaded: &Attendee,
    shown: &Seen,
    category: &str,
    agreed: Option<i64>,
    send: bool,
    kept: i64,
) -> Result<(), RegistrationError> {
    let questions = questions_held(tx, loaded.row().congress_id).await?;
    let row = person::hold(tx, loaded).await?;
    let congress = congress::query::by_id(tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let categories = ticketing::query::categories(tx, congress.id).await?;
    let find = |wanted: &dyn Fn(&CategoryView) -> bool| categories.iter().find(|c| wanted(c));
    let unknown = || RegistrationError::UnknownCategory { slug: category.to_owned(), attendee: 0 };
    let new = find(&|c| c.category.slug == category).ok_or_else(unknown)?;
    let old = find(&|c| c.category.id == row.category_id).ok_or(RegistrationError::Unknown)?;
    let is_there = new.category.id == old.category.id;
    if !is_there {
        shown.check(&values(&row))?;
    }
    let until = deadline::until(loaded.actor(), &congress, |d| d.category);
    let by_hand = !matches!(loaded.actor().kind, ActorKind::Holder(_));
    let may = if by_hand { rules::may_change } else { rules::may_pass_on };
    // What only tries something out takes no place.
    if row.test || !may(row.state, until, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    if is_there {
        return Ok(());
    }
    let sale = Sale {
        congress_open: congress.phase == Phase::Open,
        congress_ends_at: congress.ends_at,
        active: new.category.active,
        from: new.category.sale_from,
        until: new.category.sale_until,
    };
    let open = if by_hand { on_sale_by_hand } else { on_sale };
    open(&sale, tx.now()).map_err(|_| RegistrationError::NotOnSale { category: new.category.slug.clone() })?;
    if new.category.kind == Kind::AddOn {
        return Err(unknown());
    }
    if new.category.currency != loaded.order().currency {
        return Err(RegistrationError::MixedCurrencies);
    }
    let others = count::with_place(tx, row.order_id, new.category.id).await?;
    let share = share(voucher::of_attendee(tx, &row).await?.as_ref(), &row, new, others, tx.now());
    let (stays, ends) = super::extra::with_other(tx, row.id, &categories, new).await?;
    let price = share.cents + stays.iter().map(|one| one.price_cents).sum::<i64>();
    if agreed.is_some_and(|agreed| agreed != price) {
        return Err(Stale.into());
    }
    if !by_hand {
        if price > row.price_cents && !pays(loaded.actor(), &row, loaded.order()) {
            return Err(RegistrationError::OtherPrice);
        }
        check_public(new, others)?;
    }
    let order = order::Entity::find().filter(order::Column::Id.eq(row.order_id)).one(&**tx).await?;
    let total = order.ok_or(RegistrationError::Unknown)?.total_cents;
    let covered = kept >= total - row.price_cents + price;
    let state = rules::state_after_rebooking(row.state, row.price_cents, price, covered);
    if super::waiting::is_wanted_first(tx, &congress, &categories, &[new]).await? {
        super::waiting::go_first(tx, &congress, &categories).await?;
    }
    attendee::Entity::update_many()
        .col_expr(attendee::Column::CategoryId, Expr::value(new.category.id))
        .col_expr(
            attendee::Column::PriceCents,
            Expr::value(price + ends.iter().map(|one| one.price_cents).sum::<i64>()),
        )
        .col_expr(attendee::Column::VoucherId, Expr::value(share.voucher))
        .col_expr(attendee::Column::WaivedCents, Expr::value(share.waived_cents))
        .col_expr(attendee::Column::BeyondQuota, Expr::value(share.beyond_quota))
        .col_expr(attendee::Column::VatBasisPoints, Expr::value(share.vat_basis_points))
        .col_expr(attendee::Column::State, state.into())
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.eq(row.id))
        .exec(&**tx)
        .await?;
    answer::keep_what_applies(tx, &questions, &row, new.category.id).await?;
    let after = attendee::Model {
        category_id: new.category.id,
        voucher_id: share.voucher,
        beyond_quota: share.beyond_quota,
        ..row.clone()
    };
    place::exchange(tx, (&row, old), (&after, new)).await?;
    super::extra::end_for(tx, loaded.actor(), &row, &categories, &ends).await?;
    settle(tx, row.order_id).await?;
    let event = Event::Rebooked {
        congress: row.congress_id,
        order: row.order_id,
        attendee: row.id,
        before: old.category.id,
        after: new.category.id,
        cents: (row.price_cents, price),
    };
    record(tx, loaded.actor(), event).await?;
    if send {
        mail::request_for(tx, loaded.actor(), loaded.order(), row.mailbox_id).await?;
    }
    Ok(())
}

/// Whether who holds this link also pays: the order's link, or the own one of an attendee who ordered.
pub fn pays(actor: &Actor, row: &attendee::Model, order: &order::Model) -> bool {
    actor.kind != ActorKind::Holder(row.id) || row.mailbox_id == order.mailbox_id
}

/// What people choose themselves is a ticket that everyone may have without being asked, and no more of it than one order
/// may hold.
fn check_public(new: &CategoryView, others: usize) -> Result<(), RegistrationError> {
    let category = &new.category;
    if !is_open_to_all(category) {
        return Err(RegistrationError::NotOnSale { category: category.slug.clone() });
    }
    match category.max_per_order {
        Some(max) if i64::try_from(others).unwrap_or(i64::MAX) >= i64::from(max) => {
            Err(RegistrationError::TooMany { category: category.slug.clone(), max })
        }
        _ => Ok(()),
    }
}

/// Whether people can change to it themselves, when it is on sale.
pub fn is_open_to_all(category: &category::Model) -> bool {
    category.kind == Kind::Ticket && category.visibility == Visibility::Public && !category.needs_approval
}

/// What the ticket is in another category, of which so many others are in the order, with its voucher, if that is for the
/// other category too.
fn share(view: Option<&VoucherView>, row: &attendee::Model, new: &CategoryView, others: usize, now: Time) -> Share {
    let regular =
        Agreed { cents: new.price_for(others + 1, now).amount, vat_basis_points: new.category.vat_basis_points };
    voucher::kept(view.filter(|view| view.is_for(new)), row, regular)
}

/// What it would cost there, in cents.
pub fn price(view: Option<&VoucherView>, row: &attendee::Model, new: &CategoryView, others: usize, now: Time) -> i64 {
    share(view, row, new, others, now).cents
}

/// State and total of an order from its attendees as they are now; the caller holds it.
pub(super) async fn settle(tx: &Tx, order: Uuid) -> Result<(), RegistrationError> {
    let row = order::Entity::find().filter(order::Column::Id.eq(order)).one(&**tx).await?;
    let row = row.ok_or(RegistrationError::Unknown)?;
    let attendees = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order)).all(&**tx).await?;
    let states: Vec<attendee::State> = attendees.iter().map(|a| a.state).collect();
    let state = rules::order_after_rebooking(row.state, &states);
    // Whoever awaits payment again has a new day.
    let due = row.payment_due_at.filter(|_| state == row.state);
    order::Entity::update_many()
        .col_expr(order::Column::State, state.into())
        .col_expr(order::Column::PaymentDueAt, Expr::value(due))
        .col_expr(
            order::Column::TotalCents,
            Expr::value(rules::total(attendees.iter().map(|a| (a.state, a.price_cents)))),
        )
        .filter(order::Column::Id.eq(order))
        .exec(&**tx)
        .await?;
    Ok(())
}
