//! Where an invoice goes.

use super::name_like;
use crate::entity::order::BuyerKind;
use crate::entity::{contingent, order};
use crate::rules::{leitweg, vat_id};
use base::name;
use garde::{Error, Validate};
use serde::Serialize;
use web::{Faults, Fields};

/// Up to so much, with VAT, an invoice need not say who gets it (§ 33 UStDV).
const SMALL_AMOUNT_CENTS: i64 = 25_000;

/// Where an invoice goes, and what the buyer's bookkeeping wants to read on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Validate)]
pub struct Billing {
    #[garde(custom(name_like))]
    pub street: String,
    #[garde(custom(name_like))]
    pub postcode: String,
    #[garde(custom(name_like))]
    pub town: String,
    /// Two letters (ISO 3166-1), or empty for Germany.
    #[garde(custom(a_country))]
    pub country: String,
    #[garde(custom(a_vat_id))]
    pub vat_id: String,
    #[garde(custom(a_leitweg_id))]
    pub leitweg_id: String,
    #[garde(custom(name_like))]
    pub purchase_order: String,
    #[garde(custom(name_like))]
    pub cost_centre: String,
}

impl From<&order::Model> for Billing {
    fn from(order: &order::Model) -> Self {
        Self {
            street: order.street.clone(),
            postcode: order.postcode.clone(),
            town: order.town.clone(),
            country: order.country.clone(),
            vat_id: order.vat_id.clone(),
            leitweg_id: order.leitweg_id.clone(),
            purchase_order: order.purchase_order.clone(),
            cost_centre: order.cost_centre.clone(),
        }
    }
}

impl From<&contingent::Model> for Billing {
    fn from(row: &contingent::Model) -> Self {
        Self {
            street: row.street.clone(),
            postcode: row.postcode.clone(),
            town: row.town.clone(),
            country: row.country.clone(),
            vat_id: row.vat_id.clone(),
            leitweg_id: row.leitweg_id.clone(),
            purchase_order: row.purchase_order.clone(),
            cost_centre: row.cost_centre.clone(),
        }
    }
}

impl Billing {
    /// In forms, before the name of each field.
    pub const PREFIX: &'static str = "buyer-billing-";

    /// What stands in a form.
    pub fn read(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(&format!("{}{name}", Self::PREFIX)).to_owned();
        Self {
            street: get("street"),
            postcode: get("postcode"),
            town: get("town"),
            country: get("country"),
            vat_id: get("vat-id"),
            leitweg_id: get("leitweg-id"),
            purchase_order: get("purchase-order"),
            cost_centre: get("cost-centre"),
        }
    }

    /// As fields of a form.
    pub fn fill(&self, fields: Fields) -> Fields {
        let parts = self.parts().into_iter();
        parts.fold(fields, |fields, (name, value)| fields.with(format!("{}{name}", Self::PREFIX), value))
    }

    /// Which of a form's fields a name is, as a place on the page.
    pub fn place(name: &str) -> Option<usize> {
        let name = name.strip_prefix(Self::PREFIX)?;
        Self::default().parts().iter().position(|(known, _)| *known == name)
    }

    /// What an invoice over so much must say and this does not, by its name in forms: it names its recipient, but for small
    /// amounts of private persons. An organisation's bookkeeping wants it always. Nothing is asked where nothing is paid.
    pub fn missing(&self, kind: BuyerKind, cents: i64) -> Vec<&'static str> {
        let above = if kind == BuyerKind::Person { SMALL_AMOUNT_CENTS } else { 0 };
        if cents <= above {
            return vec![];
        }
        let must = [("street", &self.street), ("postcode", &self.postcode), ("town", &self.town)];
        must.into_iter().filter(|(_, typed)| name::clean(typed).is_empty()).map(|(name, _)| name).collect()
    }

    /// Says beside each field of a form that it is [missing](Self::missing).
    pub fn tell(missing: &[&str], faults: &mut Faults) {
        for name in missing {
            faults.add(format!("{}{name}", Self::PREFIX), "portal-fault-billing");
        }
    }

    /// Each with its name in forms, in the order of the page.
    pub fn parts(&self) -> [(&'static str, &str); 8] {
        [
            ("street", &self.street),
            ("postcode", &self.postcode),
            ("town", &self.town),
            ("country", &self.country),
            ("vat-id", &self.vat_id),
            ("leitweg-id", &self.leitweg_id),
            ("purchase-order", &self.purchase_order),
            ("cost-centre", &self.cost_centre),
        ]
    }

    /// Composed characters, no white space around; country, VAT and Leitweg-ID in capital
    /// letters.
    #[must_use]
    pub fn cleaned(&self) -> Self {
        let country = name::clean(&self.country).to_uppercase();
        Self {
            street: name::clean(&self.street),
            postcode: name::clean(&self.postcode),
            town: name::clean(&self.town),
            country: if country.is_empty() { "DE".into() } else { country },
            vat_id: vat_id::cleaned(&self.vat_id),
            leitweg_id: leitweg::check(&self.leitweg_id).unwrap_or_default(),
            purchase_order: name::clean(&self.purchase_order),
            cost_centre: name::clean(&self.cost_centre),
        }
    }
}

fn a_country(typed: &str, _: &()) -> garde::Result {
    let country = typed.trim();
    let letters = country.len() == 2 && country.bytes().all(|b| b.is_ascii_alphabetic());
    if country.is_empty() || letters { Ok(()) } else { Err(Error::new("registration-fault-country")) }
}

fn a_vat_id(typed: &str, _: &()) -> garde::Result {
    let is_fine = typed.trim().is_empty() || vat_id::is_well_formed(typed);
    if is_fine { Ok(()) } else { Err(Error::new("registration-fault-vat-id")) }
}

fn a_leitweg_id(typed: &str, _: &()) -> garde::Result {
    if typed.trim().is_empty() {
        return Ok(());
    }
    leitweg::check(typed).map(|_| ()).map_err(|fault| Error::new(fault.message()))
}
