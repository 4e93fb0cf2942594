//! Where an invoice goes, as programs say it and are told.

use crate::entity::order;
use crate::form::Billing;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where the invoice of a buyer goes, and what their bookkeeping wants to read on it. All of it may be left out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = NewBilling, examples(json!({
    "street": "Lange Straße 45", "postcode": "33129", "town": "Delbrück", "country": "DE",
    "leitweg_id": "057740016016-12-96", "purchase_order": "4500012345", "cost_centre": "1.12.01"
})))]
pub(super) struct BillingIn {
    #[schema(max_length = 300)]
    street: String,
    #[schema(max_length = 300)]
    postcode: String,
    #[schema(max_length = 300)]
    town: String,
    /// Two letters (ISO 3166-1); Germany unless said otherwise.
    #[schema(pattern = "^([A-Za-z]{2})?$")]
    country: String,
    #[schema(max_length = 300)]
    vat_id: String,
    /// Of a public body, with its check digits.
    #[schema(max_length = 46)]
    leitweg_id: String,
    /// The buyer's own number of the purchase.
    #[schema(max_length = 300)]
    purchase_order: String,
    #[schema(max_length = 300)]
    cost_centre: String,
}

impl From<BillingIn> for Billing {
    fn from(new: BillingIn) -> Self {
        Self {
            street: new.street,
            postcode: new.postcode,
            town: new.town,
            country: new.country,
            vat_id: new.vat_id,
            leitweg_id: new.leitweg_id,
            purchase_order: new.purchase_order,
            cost_centre: new.cost_centre,
        }
    }
}

/// Where the invoice of a buyer goes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Billing)]
pub(super) struct BillingOut {
    street: String,
    postcode: String,
    town: String,
    country: String,
    vat_id: String,
    leitweg_id: String,
    purchase_order: String,
    cost_centre: String,
}

impl BillingOut {
    /// None: nothing was said.
    pub(super) fn of(order: &order::Model) -> Option<Self> {
        let Billing { street, postcode, town, country, vat_id, leitweg_id, purchase_order, cost_centre } =
            Billing::from(order);
        let told = [&street, &postcode, &town, &vat_id, &leitweg_id, &purchase_order, &cost_centre];
        if told.into_iter().all(String::is_empty) && matches!(country.as_str(), "" | "DE") {
            return None;
        }
        Some(Self { street, postcode, town, country, vat_id, leitweg_id, purchase_order, cost_centre })
    }
}
