//! Who orders and who attends, as staff correct them: the fields by name, from what is kept and from what was typed.

use base::Language;
use locale::Words;
use registration::entity::order::BuyerKind;
use registration::form::{AttendeeChange, Billing, BuyerChange, BuyerForm};
use registration::query::attendee::AttendeeView;
use registration::query::order::OrderView;
use registration::service::buyer::After;
use sea_orm::ActiveEnum;
use web::Fields;

/// The fields of a buyer, with the keys of their labels, in the order of the page.
pub const BUYER: [(&str, &str); 13] = [
    ("buyer-kind", "desk-field-kind"),
    ("buyer-organisation", "desk-field-organisation"),
    ("buyer-name", "desk-field-name"),
    ("buyer-email", "desk-field-mailbox"),
    ("language", "desk-field-language"),
    ("buyer-billing-street", "billing-street"),
    ("buyer-billing-postcode", "billing-postcode"),
    ("buyer-billing-town", "billing-town"),
    ("buyer-billing-country", "billing-country"),
    ("buyer-billing-vat-id", "billing-vat-id"),
    ("buyer-billing-leitweg-id", "billing-leitweg-id"),
    ("buyer-billing-purchase-order", "billing-purchase-order"),
    ("buyer-billing-cost-centre", "billing-cost-centre"),
];

/// The fields of an attendee, with the keys of their labels.
pub const ATTENDEE: [(&str, &str); 5] = [
    ("given-name", "desk-field-given-name"),
    ("family-name", "desk-field-family-name"),
    ("organisation", "desk-field-organisation"),
    ("email", "desk-field-mailbox"),
    ("language", "desk-field-language"),
];

/// Fields with their labels.
pub fn labels(fields: &[(&str, &str)], words: Words) -> Vec<(String, String)> {
    fields.iter().map(|(name, key)| ((*name).to_owned(), words.t(key))).collect()
}

/// What is kept of the buyer.
pub fn buyer_fields(view: &OrderView) -> Fields {
    let order = &view.order;
    let fields = Fields::new()
        .with("buyer-kind", order.buyer_kind.to_value())
        .with("buyer-name", &order.buyer_name)
        .with("buyer-organisation", &order.buyer_organisation)
        .with("buyer-email", &view.buyer_address)
        .with("language", &order.language)
        .with("send", "on");
    Billing::from(order).fill(fields)
}

/// What is kept of an attendee.
pub fn attendee_fields(view: &AttendeeView) -> Fields {
    let row = &view.attendee;
    Fields::new()
        .with("given-name", &row.given_name)
        .with("family-name", &row.family_name)
        .with("organisation", &row.organisation)
        .with("email", &view.address)
        .with("language", &row.language)
        .with("send", "on")
}

/// Kind and language in words: what people compare.
pub fn told(fields: &Fields, words: Words) -> Fields {
    let kind = format!("desk-buyer-{}", fields.get("buyer-kind").replace('_', "-"));
    let kind = if words.has(&kind) { words.t(&kind) } else { String::new() };
    fields.clone().with("buyer-kind", kind).with("language", Words::new(language(fields)).t("web-language-name"))
}

/// The buyer that was typed. A kind that does not exist is a private person.
pub fn buyer(fields: &Fields) -> BuyerChange {
    BuyerChange { buyer: buyer_form(fields), language: language(fields) }
}

/// The part of it that orders have too.
pub fn buyer_form(fields: &Fields) -> BuyerForm {
    BuyerForm {
        kind: kind(fields).unwrap_or(BuyerKind::Person),
        by_hand: true,
        name: fields.get("buyer-name").to_owned(),
        email: fields.get("buyer-email").to_owned(),
        organisation: fields.get("buyer-organisation").to_owned(),
        billing: Billing::read(fields),
    }
}

/// Which kind was chosen.
pub fn kind(fields: &Fields) -> Option<BuyerKind> {
    BuyerKind::try_from_value(&fields.get("buyer-kind").to_owned()).ok()
}

/// The attendee that was typed.
pub fn attendee(fields: &Fields) -> AttendeeChange {
    AttendeeChange {
        given_name: fields.get("given-name").to_owned(),
        family_name: fields.get("family-name").to_owned(),
        email: fields.get("email").to_owned(),
        organisation: fields.get("organisation").to_owned(),
        language: language(fields),
    }
}

/// The language that was chosen.
pub fn language(fields: &Fields) -> Language {
    fields.get("language").parse().unwrap_or_default()
}

/// What is to happen when the address is another one.
pub fn after(fields: &Fields) -> After {
    After { send: fields.has("send"), end_link: fields.has("end-link") }
}
