//! The same form sent again: by a double click, or by a browser's back with something else in it.

use super::order::Placed;
use crate::RegistrationError;
use crate::entity::order;
use crate::form::{AttendeeForm, Billing, OrderForm};
use crate::query::attendee::AttendeeView;
use crate::query::order::view;
use base::{Uuid, contact};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Tx;

/// The order that this form made before.
pub(super) async fn earlier(
    tx: &Tx,
    congress: Uuid,
    placement: Option<Uuid>,
) -> Result<Option<Placed>, RegistrationError> {
    let Some(placement) = placement else { return Ok(None) };
    let order = order::Entity::find()
        .filter(order::Column::CongressId.eq(congress))
        .filter(order::Column::Placement.eq(placement))
        .one(&**tx)
        .await?;
    Ok(match order {
        Some(order) => Some(Placed::new(view(tx, order).await?, true)),
        None => None,
    })
}

impl Placed {
    /// Whether who orders, where the invoice goes and who gets which ticket stands in the order as this form says. If the form
    /// made no order because it was sent before, what else it says is nowhere.
    pub fn says_what(&self, form: &OrderForm) -> bool {
        let form = form.clone().cleaned();
        let (order, buyer) = (&self.order, &form.buyer);
        order.buyer_name == buyer.name
            && order.buyer_organisation == buyer.organisation
            && self.buyer_address == contact::normalise(&buyer.email)
            && Billing::from(order) == buyer.billing
            && self.attendees.len() == form.attendees.len()
            && self.attendees.iter().zip(&form.attendees).all(|(stored, typed)| is_of(stored, typed))
    }
}

/// A place without a name is whosever it has become.
fn is_of(stored: &AttendeeView, typed: &AttendeeForm) -> bool {
    let row = &stored.attendee;
    let named = typed.nameless
        || row.given_name == typed.given_name
            && row.family_name == typed.family_name
            && stored.address == contact::normalise(&typed.email);
    named && stored.category.slug == typed.category
}
