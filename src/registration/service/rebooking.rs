//! Another category for an attendee.

use super::order::hold_categories;
use super::{place, voucher};
use crate::entity::{attendee, order};
use crate::load::Attendee;
use crate::rules::pricing::Agreed;
use crate::service::{mail, person};
use crate::{Event, RegistrationError, rules};
use base::Uuid;
use congress::entity::congress::Phase;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};
use store::{Store, Tx, record};
use ticketing::query::CategoryView;
use ticketing::rules::{Sale, on_sale_by_hand};
use web::form::Seen;

/// What the form showed.
pub fn seen(attendee: &attendee::Model) -> Seen {
    Seen::of(&values(attendee))
}

fn values(attendee: &attendee::Model) -> (Uuid, i64) {
    (attendee.category_id, attendee.price_cents)
}

/// Rebooks an attendee to another category, by its short name, at the price that it has now for so many of it
/// in the order.
///
/// Places of the quotas that only the new category needs are taken, of those that only the old one needed freed, in one
/// transaction: if one is full, everything stays as it was. Dates of sale do not bind staff. A paid ticket changes only
/// to a category of the same price; an unpaid or free one to any, and awaits payment if the new one costs something.
/// A voucher that is for the new category too goes along, with its effect on the new price; one that is not is given back.
/// Number, code and link of the ticket stay. If somebody else rebooked to a third one in the meantime, nothing is changed.
pub async fn rebook(
    store: &Store,
    loaded: &Attendee,
    shown: &Seen,
    category: &str,
    send: bool,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    hold_categories(&tx, loaded.row().congress_id).await?;
    let row = person::hold(&tx, loaded).await?;
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let categories = ticketing::query::categories(&tx, congress.id).await?;
    let find = |wanted: &dyn Fn(&CategoryView) -> bool| categories.iter().find(|c| wanted(c));
    let unknown = || RegistrationError::UnknownCategory { slug: category.to_owned(), attendee: 0 };
    let new = find(&|c| c.category.slug == category).ok_or_else(unknown)?;
    let old = find(&|c| c.category.id == row.category_id).ok_or(RegistrationError::Unknown)?;
    let is_there = new.category.id == old.category.id;
    if !is_there {
        shown.check(&values(&row))?;
    }
    if !rules::may_change(row.state, congress.ends_at, tx.now()) {
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
    on_sale_by_hand(&sale, tx.now())
        .map_err(|_| RegistrationError::NotOnSale { category: new.category.slug.clone() })?;
    if new.category.currency != loaded.order().currency {
        return Err(RegistrationError::MixedCurrencies);
    }
    let regular = new.price_for(1 + others_with(&tx, row.order_id, new.category.id).await?, tx.now()).amount;
    let agreed = Agreed { cents: regular, vat_basis_points: new.category.vat_basis_points };
    let kept = voucher::of_attendee(&tx, &row).await?.filter(|view| view.is_for(new));
    let share = voucher::kept(kept.as_ref(), &row, agreed);
    let price = share.cents;
    let state = rules::state_after_rebooking(row.state, row.price_cents, price).ok_or(RegistrationError::OtherPrice)?;
    attendee::Entity::update_many()
        .col_expr(attendee::Column::CategoryId, Expr::value(new.category.id))
        .col_expr(attendee::Column::PriceCents, Expr::value(price))
        .col_expr(attendee::Column::VoucherId, Expr::value(share.voucher))
        .col_expr(attendee::Column::WaivedCents, Expr::value(share.waived_cents))
        .col_expr(attendee::Column::BeyondQuota, Expr::value(share.beyond_quota))
        .col_expr(attendee::Column::VatBasisPoints, Expr::value(share.vat_basis_points))
        .col_expr(attendee::Column::State, state.into())
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.eq(row.id))
        .exec(&*tx)
        .await?;
    settle(&tx, row.order_id).await?;
    let after = attendee::Model {
        category_id: new.category.id,
        voucher_id: share.voucher,
        beyond_quota: share.beyond_quota,
        ..row.clone()
    };
    place::exchange(&tx, (&row, old), (&after, new)).await?;
    let event = Event::Rebooked {
        congress: row.congress_id,
        order: row.order_id,
        attendee: row.id,
        before: old.category.id,
        after: new.category.id,
        cents: (row.price_cents, price),
    };
    record(&tx, loaded.actor(), event).await?;
    if send {
        mail::request_for(&tx, loaded.actor(), loaded.order(), row.mailbox_id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// How many of an order have a place of a category.
async fn others_with(tx: &Tx, order: Uuid, category: Uuid) -> Result<usize, DbErr> {
    let find = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order))
        .filter(attendee::Column::CategoryId.eq(category));
    Ok(find.all(&**tx).await?.iter().filter(|a| rules::holds_place(a.state)).count())
}

/// State and total of an order from its attendees as they are now; the caller holds it.
async fn settle(tx: &Tx, order: Uuid) -> Result<(), RegistrationError> {
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
