//! Who sells the tickets of a congress.

use crate::entity::seller::{self, ActiveModel, Model};
use crate::rules::{bic_is_sound, iban_is_sound};
use crate::{Event, PaymentError};
use base::{Actor, Text, Uuid};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, is_duplicate, record};
use web::form::{Seen, Stale};

/// Who sells, and on which terms. What an invoice must say of it by law (§ 14 (4) UStG) is checked here.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Seller {
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub town: String,
    /// Two capital letters (ISO 3166-1).
    pub country: String,
    pub tax_number: String,
    pub vat_id: String,
    pub account_holder: String,
    pub iban: String,
    pub bic: String,
    /// Begins the numbers of invoices. Another one begins another series.
    pub prefix: String,
    pub due_days: i32,
    pub grace_days: i32,
    pub exemption: Text,
    pub foot: Text,
}

impl From<&Model> for Seller {
    fn from(row: &Model) -> Self {
        Self {
            name: row.name.clone(),
            street: row.street.clone(),
            postcode: row.postcode.clone(),
            town: row.town.clone(),
            country: row.country.clone(),
            tax_number: row.tax_number.clone(),
            vat_id: row.vat_id.clone(),
            account_holder: row.account_holder.clone(),
            iban: row.iban.clone(),
            bic: row.bic.clone(),
            prefix: row.prefix.clone(),
            due_days: row.due_days,
            grace_days: row.grace_days,
            exemption: row.exemption.0.clone(),
            foot: row.foot.0.clone(),
        }
    }
}

/// The longest prefix, in characters.
const MAX_PREFIX: usize = 12;
/// The longest of the other texts: an invoice has a place for each.
const MAX_TEXT: usize = 500;

impl Seller {
    /// Name, address, a tax number or VAT identification number, an account; a prefix of capital letters and digits.
    pub fn check(&self) -> Result<(), PaymentError> {
        let needed = [
            ("name", &self.name),
            ("street", &self.street),
            ("postcode", &self.postcode),
            ("town", &self.town),
            ("account_holder", &self.account_holder),
        ];
        if let Some((field, _)) = needed.into_iter().find(|(_, value)| value.trim().is_empty()) {
            return Err(PaymentError::Missing { field });
        }
        if self.tax_number.is_empty() && self.vat_id.is_empty() {
            return Err(PaymentError::NoTaxNumber);
        }
        let texts = [&self.name, &self.street, &self.postcode, &self.town, &self.account_holder, &self.tax_number];
        let more = [&self.vat_id, &self.exemption.de, &self.exemption.en, &self.foot.de, &self.foot.en];
        if texts.into_iter().chain(more).any(|text| text.chars().count() > MAX_TEXT) {
            return Err(PaymentError::TooLong { most: MAX_TEXT });
        }
        if self.country.len() != 2 || !self.country.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(PaymentError::Country);
        }
        if !iban_is_sound(&self.iban) {
            return Err(PaymentError::Iban);
        }
        if !self.bic.is_empty() && !bic_is_sound(&self.bic) {
            return Err(PaymentError::Bic);
        }
        let prefix = (1..=MAX_PREFIX).contains(&self.prefix.len())
            && self.prefix.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
        if !prefix {
            return Err(PaymentError::Prefix);
        }
        let days = 0..=365;
        if days.contains(&self.due_days) && days.contains(&self.grace_days) { Ok(()) } else { Err(PaymentError::Days) }
    }

    fn write(self) -> ActiveModel {
        ActiveModel {
            name: Set(self.name),
            street: Set(self.street),
            postcode: Set(self.postcode),
            town: Set(self.town),
            country: Set(self.country),
            tax_number: Set(self.tax_number),
            vat_id: Set(self.vat_id),
            account_holder: Set(self.account_holder),
            iban: Set(self.iban),
            bic: Set(self.bic),
            prefix: Set(self.prefix),
            due_days: Set(self.due_days),
            grace_days: Set(self.grace_days),
            exemption: Set(self.exemption.into()),
            foot: Set(self.foot.into()),
            ..Default::default()
        }
    }
}

/// Says who sells, and on which terms. Invoices that are issued already stay as they are; said for the first time, what
/// was ordered before gets its invoices.
pub async fn set(store: &Store, actor: &Actor, congress: Uuid, new: Seller, seen: &Seen) -> Result<(), PaymentError> {
    new.check()?;
    let tx = store.begin().await?;
    let row = seller::Entity::find()
        .filter(seller::Column::CongressId.eq(congress))
        .lock(LockType::NoKeyUpdate)
        .one(&*tx)
        .await?;
    let old = row.as_ref().map(Seller::from);
    if old.as_ref() == Some(&new) {
        return Ok(tx.rollback().await?);
    }
    let changed = match &old {
        Some(old) => {
            seen.check(old)?;
            changes(old, &new)
        }
        None => changes(&json!({}), &new),
    };
    let write = ActiveModel { changed_at: Set(tx.now()), ..new.write() };
    match row {
        Some(row) => {
            seller::Entity::update_many().set(write).filter(seller::Column::Id.eq(row.id)).exec(&*tx).await?;
        }
        None => {
            let row = ActiveModel { id: Set(tx.id()), congress_id: Set(congress), ..write };
            match seller::Entity::insert(row).exec_without_returning(&*tx).await {
                // Somebody else was the first to say it.
                Err(e) if is_duplicate(&e) => return Err(Stale.into()),
                done => done?,
            };
        }
    }
    record(&tx, actor, Event::SellerChanged { congress, first: old.is_none(), changed }).await?;
    Ok(tx.commit().await?)
}
