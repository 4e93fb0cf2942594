//! Where the congress is.

use super::{About, Sheet};
use crate::page::settings::Tab;
use base::name;
use congress::service::part::Venue;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

impl Sheet for Venue {
    const TAB: Tab = Tab::Venue;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name", "desk-settings-venue-name"),
        ("street", "desk-settings-venue-street"),
        ("postcode", "desk-settings-venue-postcode"),
        ("town", "desk-settings-venue-town"),
    ];

    fn fields(&self, _: &About) -> Fields {
        Fields::new()
            .with("name", &*self.name)
            .with("street", &*self.street)
            .with("postcode", &*self.postcode)
            .with("town", &*self.town)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let read = |name: &str| name::clean(fields.get(name));
        Ok(Self { name: read("name"), street: read("street"), postcode: read("postcode"), town: read("town") })
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            div.form-grid {
                (form.input("name", &t("desk-settings-venue-name")).hint(&t("desk-settings-venue-name-hint")).whole())
                (form.input("street", &t("desk-settings-venue-street")).whole())
                (form.input("postcode", &t("desk-settings-venue-postcode")).digits())
                (form.input("town", &t("desk-settings-venue-town")))
            }
            p.fine { (t("desk-settings-venue-arrival")) }
        }
    }
}
