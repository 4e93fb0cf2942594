//! Who sells the tickets, and how one pays.

use super::{About, Sheet, optional_number, sound, text, with_text};
use crate::page::settings::{Tab, pair};
use base::name;
use maud::{Markup, html};
use payment::document::in_fours;
use payment::service::seller::Seller;
use web::form::Form;
use web::{Faults, Fields};

/// How long buyers have to pay, and how much longer a transfer is waited for, unless somebody says otherwise.
const DUE_DAYS: i32 = 14;
const GRACE_DAYS: i32 = 3;

impl Sheet for Seller {
    const TAB: Tab = Tab::Seller;
    const VERBS: &'static [&'static str] = &["seller.changed"];
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name", "desk-seller-name"),
        ("street", "desk-seller-street"),
        ("postcode", "desk-seller-postcode"),
        ("town", "desk-seller-town"),
        ("country", "desk-seller-country"),
        ("tax-number", "desk-seller-tax-number"),
        ("vat-id", "desk-seller-vat-id"),
        ("account-holder", "desk-seller-account-holder"),
        ("iban", "desk-seller-iban"),
        ("bic", "desk-seller-bic"),
        ("prefix", "desk-seller-prefix"),
        ("due-days", "desk-seller-due-days"),
        ("grace-days", "desk-seller-grace-days"),
        ("exemption-de", "desk-seller-exemption-de"),
        ("exemption-en", "desk-seller-exemption-en"),
        ("foot-de", "desk-seller-foot-de"),
        ("foot-en", "desk-seller-foot-en"),
    ];

    fn fields(&self, _: &About) -> Fields {
        let fields = Fields::new()
            .with("name", &*self.name)
            .with("street", &*self.street)
            .with("postcode", &*self.postcode)
            .with("town", &*self.town)
            .with("country", &*self.country)
            .with("tax-number", &*self.tax_number)
            .with("vat-id", &*self.vat_id)
            .with("account-holder", &*self.account_holder)
            .with("iban", in_fours(&self.iban))
            .with("bic", &*self.bic)
            .with("prefix", &*self.prefix)
            .with("due-days", self.due_days.to_string())
            .with("grace-days", self.grace_days.to_string());
        with_text(with_text(fields, "exemption", &self.exemption), "foot", &self.foot)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let line = |name: &str| name::clean(fields.get(name));
        for needed in ["name", "street", "postcode", "town", "account-holder"] {
            if line(needed).is_empty() {
                faults.add(needed, "desk-settings-fault-missing");
            }
        }
        let bare = |name: &str| line(name).to_uppercase().replace(' ', "");
        let country = bare("country");
        let seller = Self {
            name: line("name"),
            street: line("street"),
            postcode: line("postcode"),
            town: line("town"),
            country: if country.is_empty() { "DE".into() } else { country },
            tax_number: line("tax-number"),
            vat_id: bare("vat-id"),
            account_holder: line("account-holder"),
            iban: bare("iban"),
            bic: bare("bic"),
            prefix: bare("prefix"),
            due_days: optional_number(fields, "due-days", &mut faults).unwrap_or(DUE_DAYS),
            grace_days: optional_number(fields, "grace-days", &mut faults).unwrap_or(GRACE_DAYS),
            exemption: text(fields, "exemption"),
            foot: text(fields, "foot"),
        };
        sound(seller, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (form.input("name", &t("desk-seller-name")).hint(&t("desk-seller-name-hint")).required())
            (form.input("street", &t("desk-seller-street")).required())
            div.form-grid {
                (form.input("postcode", &t("desk-seller-postcode")).required())
                (form.input("town", &t("desk-seller-town")).required())
            }
            (form.input("country", &t("desk-seller-country")).hint(&t("desk-seller-country-hint")).optional())
            div.form-grid {
                (form.input("tax-number", &t("desk-seller-tax-number")).hint(&t("desk-seller-tax-number-hint")))
                (form.input("vat-id", &t("desk-seller-vat-id")).hint(&t("desk-seller-vat-id-hint")))
            }
            (form.input("account-holder", &t("desk-seller-account-holder")).required())
            div.form-grid {
                (form.input("iban", &t("desk-seller-iban")).required())
                (form.input("bic", &t("desk-seller-bic")).optional())
            }
            (form.input("prefix", &t("desk-seller-prefix")).hint(&t("desk-seller-prefix-hint")).required())
            div.form-grid {
                (form.input("due-days", &t("desk-seller-due-days")).digits().hint(&t("desk-seller-due-days-hint")))
                (form.input("grace-days", &t("desk-seller-grace-days")).digits().hint(&t("desk-seller-grace-days-hint")))
            }
            (pair(form, "exemption", "desk-seller-exemption", Some("desk-seller-exemption-hint"), false))
            (pair(form, "foot", "desk-seller-foot", Some("desk-seller-foot-hint"), false))
        }
    }
}

/// What the form begins with where nobody has said anything yet: the congress's own short name for the numbers.
pub fn blank(slug: &str) -> Seller {
    let prefix: String = slug.to_uppercase().chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    Seller { prefix, country: "DE".into(), due_days: DUE_DAYS, grace_days: GRACE_DAYS, ..Seller::default() }
}
