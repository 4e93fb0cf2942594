//! Correcting who orders.

use super::changes::Changes;
use crate::entity::order;
use crate::form::{Billing, BuyerChange};
use crate::load::{Manage, Order};
use crate::service::{attendee, link, mail, order as orders};
use crate::{Event, RegistrationError};
use base::{Uuid, contact, name};
use identity::service::mailbox::mailbox_for;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveEnum, ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, record};
use web::form::Seen;

/// What else happens when an address was corrected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// The mails go out once more, to the new address alone.
    pub send: bool,
    /// The link that was sent to the old address ends.
    pub end_link: bool,
}

/// What the form showed.
pub fn seen(order: &order::Model) -> Seen {
    Seen::of(&values(order))
}

fn values(order: &order::Model) -> (String, &str, &str, Billing, Uuid, &str) {
    let (name, organisation) = (&order.buyer_name, &order.buyer_organisation);
    (order.buyer_kind.to_value(), name, organisation, Billing::from(order), order.mailbox_id, &order.language)
}

/// Corrects who orders: their kind, name, organisation, address and language, and where their invoice goes. An invoice that
/// is issued already stays as it is until somebody issues it anew. What an invoice must say is not taken away from an order
/// that costs something. The tickets stay as they are, and so do the people on them, also where the buyer is one of them. If somebody else changed the buyer in the meantime, to
/// something else than this, nothing is changed. `after` acts only when the address is another one.
pub async fn change(
    store: &Store,
    loaded: &Order<Manage>,
    shown: &Seen,
    form: BuyerChange,
    after: After,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let order = orders::hold(&tx, loaded.row().id).await?;
    let congress = congress::query::by_id(&tx, order.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let (name, organisation) = (name::clean(&form.buyer.name), name::clean(&form.buyer.organisation));
    let mailbox = mailbox_for(&tx, congress.host_id, &contact::normalise(&form.buyer.email), form.language).await?.id;
    let mut changes = Changes::default();
    changes.text("kind", &order.buyer_kind.to_value(), &form.buyer.kind.to_value());
    changes.text("name", &order.buyer_name, &name);
    changes.text("organisation", &order.buyer_organisation, &organisation);
    let (old, billing) = (Billing::from(&order), form.buyer.billing.cleaned());
    for ((name, before), (_, after)) in old.parts().into_iter().zip(billing.parts()) {
        changes.text(&name.replace('-', "_"), before, after);
    }
    changes.text("mailbox", &order.mailbox_id.to_string(), &mailbox.to_string());
    changes.text("language", &order.language, form.language.tag());
    if changes.is_empty() {
        return Ok(());
    }
    shown.check(&values(&order))?;
    let lacked = old.missing(order.buyer_kind, order.total_cents);
    let missing = billing.missing(form.buyer.kind, order.total_cents);
    if missing.iter().any(|name| !lacked.contains(name)) {
        return Err(RegistrationError::BillingMissing(missing));
    }
    order::Entity::update_many()
        .col_expr(order::Column::BuyerKind, form.buyer.kind.into())
        .col_expr(order::Column::BuyerName, Expr::value(name))
        .col_expr(order::Column::BuyerOrganisation, Expr::value(organisation))
        .col_expr(order::Column::Street, Expr::value(billing.street))
        .col_expr(order::Column::Postcode, Expr::value(billing.postcode))
        .col_expr(order::Column::Town, Expr::value(billing.town))
        .col_expr(order::Column::Country, Expr::value(billing.country))
        .col_expr(order::Column::VatId, Expr::value(billing.vat_id))
        .col_expr(order::Column::LeitwegId, Expr::value(billing.leitweg_id))
        .col_expr(order::Column::PurchaseOrder, Expr::value(billing.purchase_order))
        .col_expr(order::Column::CostCentre, Expr::value(billing.cost_centre))
        .col_expr(order::Column::MailboxId, Expr::value(mailbox))
        .col_expr(order::Column::Language, Expr::value(form.language.tag()))
        .filter(order::Column::Id.eq(order.id))
        .exec(&*tx)
        .await?;
    attendee::refresh_search(&tx, order.id).await?;
    let (before, now) = changes.values();
    let event = Event::BuyerChanged { congress: order.congress_id, order: order.id, before, after: now };
    record(&tx, loaded.actor(), event).await?;
    if mailbox != order.mailbox_id {
        if after.end_link {
            link::end_of_order(&tx, loaded.actor(), &order).await?;
        }
        if after.send {
            mail::request_for(&tx, loaded.actor(), &order, mailbox).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
