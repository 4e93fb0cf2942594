//! Money: what is owed, what came in, the invoices.

mod change;
mod desk;
mod invoice;
mod money;
mod register;
mod rules;

pub use money::pay;

use crate::kit::App;
use base::{Actor, Text};
use identity::Role;
use payment::service::seller::{Seller, set};
use web::form::Seen;

/// Who sells in these tests.
pub fn seller() -> Seller {
    Seller {
        name: "OstWestfalenLippe GmbH".into(),
        street: "Turnerstraße 5-9".into(),
        postcode: "33602".into(),
        town: "Bielefeld".into(),
        country: "DE".into(),
        tax_number: "305/5876/1234".into(),
        vat_id: "DE123456789".into(),
        account_holder: "OstWestfalenLippe GmbH".into(),
        iban: "DE89370400440532013000".into(),
        bic: "COBADEFFXXX".into(),
        prefix: "OWL".into(),
        due_days: 14,
        grace_days: 3,
        exemption: Text::default(),
        foot: Text::new("Danke, dass Sie dabei sind.", "Thank you for being there."),
    }
}

/// A congress that sells: `paid` costs 49 euros with 19 % VAT.
pub async fn selling(app: &App) -> congress::entity::congress::Model {
    let owl = app.congress("owl", 10).await;
    set(&app.store, &Actor::system(), owl.id, seller(), &Seen::of(&())).await.expect("a seller");
    owl
}

/// Somebody who answers for the money.
pub async fn finance(app: &App) -> crate::kit::Client {
    app.staff(Role::Finance).await
}
