//! Giving a partner places, more of them, fewer, or another day.

use super::{HOLDER, category_of, hold, places};
use crate::entity::order::BuyerKind;
use crate::entity::{contingent, contingent_place};
use crate::form::Billing;
use crate::load::contingent::Contingent;
use crate::mail::contingent as letter;
use crate::service::order::{hold_categories, sold_out};
use crate::{Event, RegistrationError};
use base::{Actor, Money, Time, Uuid, contact, name};
use congress::entity::congress::Phase;
use congress::entity::partner;
use congress::service::capacity::{self, Want};
use identity::service::mailbox::mailbox_for;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::event::changes;
use store::{Store, Tx, record};
use ticketing::entity::category::Kind;
use ticketing::query::CategoryView;
use ticketing::rules::{Sale, on_sale_by_hand};
use web::form::{Seen, Stale};

/// What can be changed of a contingent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    pub places: i32,
    /// What each place costs who is named for it.
    pub price_cents: i64,
    pub valid_until: Time,
    pub contact_name: String,
    pub email: String,
    pub language: base::Language,
    /// Where the invoice goes, where its places cost something.
    pub billing: Billing,
}

/// A new one.
#[derive(Clone, Debug)]
pub struct New {
    /// Who carries the congress.
    pub partner: Uuid,
    /// The category's short name.
    pub category: String,
    /// Whether the partner gets their link by mail.
    pub notify: bool,
    pub change: Change,
}

/// What the form showed.
pub fn seen(change: &Change) -> Seen {
    Seen::of(change)
}

/// Holds places of a category for a partner, at this price, until a moment that is still to come; they are taken at once, or
/// none is if they do not fit. The partner gets their link by mail, if they are to. Dates of sale do not bind staff. Where its
/// places cost something, it is said with it where the invoice goes: those who are named are on it. The same form sent twice
/// makes one.
pub async fn make(
    store: &Store,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    new: New,
) -> Result<Uuid, RegistrationError> {
    let tx = store.begin().await?;
    hold_categories(&tx, congress).await?;
    let there = contingent::Entity::find().filter(contingent::Column::Id.eq(id));
    if there.filter(contingent::Column::CongressId.eq(congress)).one(&*tx).await?.is_some() {
        tx.rollback().await?;
        return Ok(id);
    }
    if new.change.valid_until <= tx.now() {
        return Err(RegistrationError::ContingentPast);
    }
    addressed(&new.change.billing, new.change.price_cents)?;
    let congress = congress::query::by_id(&tx, congress).await?.ok_or(RegistrationError::Unknown)?;
    if new.change.valid_until > congress.ends_at {
        return Err(RegistrationError::ContingentLate);
    }
    let partner = partner::Entity::find()
        .filter(partner::Column::Id.eq(new.partner))
        .filter(partner::Column::CongressId.eq(congress.id))
        .one(&*tx)
        .await?
        .ok_or(RegistrationError::Unknown)?;
    let categories = ticketing::query::categories(&tx, congress.id).await?;
    let view = categories.into_iter().find(|view| view.category.slug == new.category);
    let view = view.ok_or(RegistrationError::UnknownCategory { slug: new.category, attendee: 0 })?;
    if view.category.kind == Kind::AddOn {
        return Err(RegistrationError::NotOnSale { category: view.category.slug });
    }
    let sale = Sale {
        congress_open: congress.phase == Phase::Open,
        congress_ends_at: congress.ends_at,
        active: view.category.active,
        from: view.category.sale_from,
        until: view.category.sale_until,
    };
    on_sale_by_hand(&sale, tx.now())
        .map_err(|_| RegistrationError::NotOnSale { category: view.category.slug.clone() })?;
    let Change { places, price_cents, valid_until, contact_name, email, language, billing } = new.change.clone();
    let billing = billing.cleaned();
    let mailbox = mailbox_for(&tx, congress.host_id, &contact::normalise(&email), language).await?.id;
    let row = contingent::Model {
        id,
        congress_id: congress.id,
        organisation_id: partner.organisation_id,
        category_id: view.category.id,
        price_cents,
        vat_basis_points: view.category.vat_basis_points,
        currency: view.category.currency.clone(),
        valid_until,
        contact_name: name::clean(&contact_name),
        mailbox_id: mailbox,
        language: language.tag().into(),
        link_generation: 1,
        order_id: None,
        naming: None,
        created_at: tx.now(),
        reminded_at: None,
        ended_at: None,
        street: billing.street,
        postcode: billing.postcode,
        town: billing.town,
        country: billing.country,
        vat_id: billing.vat_id,
        leitweg_id: billing.leitweg_id,
        purchase_order: billing.purchase_order,
        cost_centre: billing.cost_centre,
    };
    contingent::Entity::insert(contingent::ActiveModel::from(row)).exec_without_returning(&*tx).await?;
    take(&tx, id, &view, places).await?;
    let event = Event::ContingentMade { congress: congress.id, contingent: id, places };
    record(&tx, actor, event).await?;
    if new.notify {
        letter::send(&tx, id, id, false).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// A partner is an organisation: its invoice says where it goes, whatever it comes to.
fn addressed(billing: &Billing, price_cents: i64) -> Result<(), RegistrationError> {
    let missing = billing.missing(BuyerKind::Business, price_cents);
    if missing.is_empty() { Ok(()) } else { Err(RegistrationError::BillingMissing(missing)) }
}

/// So many more places.
async fn take(tx: &Tx, contingent: Uuid, view: &CategoryView, places: i32) -> Result<(), RegistrationError> {
    let ids: Vec<Uuid> = (0..places).map(|_| tx.id()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let rows = ids.iter().map(|id| contingent_place::ActiveModel {
        id: Set(*id),
        contingent_id: Set(contingent),
        attendee_id: Set(None),
    });
    contingent_place::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    let want = |id: &Uuid| {
        let of = *id;
        view.quotas.iter().map(move |quota| Want { capacity: quota.capacity_id, holder: of, n: 1 })
    };
    let wants: Vec<Want> = ids.iter().flat_map(want).collect();
    capacity::take(tx, HOLDER, &wants).await.map_err(|e| sold_out(e, &[view]))
}

/// Changes a contingent: how many places, at which price, until when, who names the people, where the invoice goes. More
/// places are taken at once or refused; fewer than people were named for are refused, and another moment that has passed.
/// While somebody holds a ticket for it the price is agreed and the invoice is the order's: another price is refused, and
/// where the invoice goes is corrected there. One that has ended stays as it is.
pub async fn change(store: &Store, loaded: &Contingent, shown: &Seen, new: Change) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    hold_categories(&tx, loaded.row().congress_id).await?;
    let row = hold(&tx, loaded.row().id).await?;
    if row.ended_at.is_some() {
        return Err(RegistrationError::Closed);
    }
    let old = crate::query::contingent::change_of(&tx, &row).await?;
    let new = Change { contact_name: name::clean(&new.contact_name), email: contact::normalise(&new.email), ..new };
    let new = Change { billing: new.billing.cleaned(), ..new };
    if old == new {
        return Ok(tx.rollback().await?);
    }
    shown.check(&old)?;
    if new.valid_until != old.valid_until && new.valid_until <= tx.now() {
        return Err(RegistrationError::ContingentPast);
    }
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    if new.valid_until != old.valid_until && new.valid_until > congress.ends_at {
        return Err(RegistrationError::ContingentLate);
    }
    let all = places(&tx, row.id).await?;
    let used = all.iter().filter(|place| place.attendee_id.is_some()).count();
    let used = i32::try_from(used).unwrap_or(i32::MAX);
    if used > 0 {
        if new.price_cents != old.price_cents {
            return Err(RegistrationError::ContingentPriceFixed);
        }
        if new.billing != old.billing {
            return Err(Stale.into());
        }
    } else {
        addressed(&new.billing, new.price_cents)?;
    }
    if new.places < used {
        return Err(RegistrationError::ContingentUsed { used });
    }
    if new.places > old.places {
        take(&tx, row.id, &category_of(&tx, &row).await?, new.places - old.places).await?;
    } else {
        let gone = usize::try_from(old.places - new.places).unwrap_or_default();
        let gone: Vec<Uuid> = all.iter().filter(|p| p.attendee_id.is_none()).take(gone).map(|p| p.id).collect();
        capacity::free(&tx, HOLDER, &gone).await?;
        contingent_place::Entity::delete_many().filter(contingent_place::Column::Id.is_in(gone)).exec(&*tx).await?;
    }
    let mailbox = mailbox_for(&tx, congress.host_id, &new.email, new.language).await?.id;
    // Another day is another reminder.
    let reminded = row.reminded_at.filter(|_| row.valid_until == new.valid_until);
    contingent::Entity::update_many()
        .col_expr(contingent::Column::PriceCents, Expr::value(new.price_cents))
        .col_expr(contingent::Column::ValidUntil, Expr::value(new.valid_until))
        .col_expr(contingent::Column::RemindedAt, Expr::value(reminded))
        .col_expr(contingent::Column::ContactName, Expr::value(new.contact_name.clone()))
        .col_expr(contingent::Column::MailboxId, Expr::value(mailbox))
        .col_expr(contingent::Column::Language, Expr::value(new.language.tag()))
        .col_expr(contingent::Column::Street, Expr::value(new.billing.street.clone()))
        .col_expr(contingent::Column::Postcode, Expr::value(new.billing.postcode.clone()))
        .col_expr(contingent::Column::Town, Expr::value(new.billing.town.clone()))
        .col_expr(contingent::Column::Country, Expr::value(new.billing.country.clone()))
        .col_expr(contingent::Column::VatId, Expr::value(new.billing.vat_id.clone()))
        .col_expr(contingent::Column::LeitwegId, Expr::value(new.billing.leitweg_id.clone()))
        .col_expr(contingent::Column::PurchaseOrder, Expr::value(new.billing.purchase_order.clone()))
        .col_expr(contingent::Column::CostCentre, Expr::value(new.billing.cost_centre.clone()))
        .filter(contingent::Column::Id.eq(row.id))
        .exec(&*tx)
        .await?;
    let changed = changes(&Plain::of(&old, &row.currency), &Plain::of(&new, &row.currency));
    let event = Event::ContingentChanged { congress: row.congress_id, contingent: row.id, changed };
    record(&tx, loaded.actor(), event).await?;
    Ok(tx.commit().await?)
}

/// What the log keeps of it: no address outlives its mailbox there.
#[derive(Serialize)]
struct Plain<'a> {
    places: i32,
    price: Money,
    valid_until: Time,
    contact_name: &'a str,
    /// As it would be written down in one line.
    billing: String,
}

impl<'a> Plain<'a> {
    fn of(change: &'a Change, currency: &str) -> Self {
        let parts = change
            .billing
            .parts()
            .into_iter()
            .filter(|(name, said)| !said.is_empty() && (*name, *said) != ("country", "DE"));
        Self {
            places: change.places,
            price: Money { amount: change.price_cents, currency: currency.to_owned() },
            valid_until: change.valid_until,
            contact_name: &change.contact_name,
            billing: parts.map(|(_, said)| said).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Ends the partner's link; a new one goes to them by mail. `shown`: how many links there had been on the page; if that one
/// has ended already, the new one stays.
pub async fn renew_link(store: &Store, loaded: &Contingent, shown: i32) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let row = hold(&tx, loaded.row().id).await?;
    if row.link_generation != shown {
        return Ok(tx.rollback().await?);
    }
    contingent::Entity::update_many()
        .col_expr(contingent::Column::LinkGeneration, Expr::col(contingent::Column::LinkGeneration).add(1))
        .filter(contingent::Column::Id.eq(row.id))
        .exec(&*tx)
        .await?;
    let event = Event::ContingentLinkRenewed { congress: row.congress_id, contingent: row.id };
    record(&tx, loaded.actor(), event).await?;
    letter::send(&tx, row.id, tx.id(), false).await?;
    Ok(tx.commit().await?)
}
