//! What the congress is called and when it is.

use super::{
    About, Sheet, line, moment, needed_line, needed_moment, needed_zone, optional_moment, sound, told_moment, with_text,
};
use crate::page::settings::{Tab, pair};
use congress::service::part::Basics;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

impl Sheet for Basics {
    const TAB: Tab = Tab::Basics;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name-de", "desk-settings-name-de"),
        ("name-en", "desk-settings-name-en"),
        ("starts", "desk-settings-starts"),
        ("ends", "desk-settings-ends"),
        ("doors", "desk-settings-doors"),
        ("zone", "desk-settings-zone"),
        ("place-de", "desk-settings-place-de"),
        ("place-en", "desk-settings-place-en"),
        ("lead-de", "desk-settings-lead-de"),
        ("lead-en", "desk-settings-lead-en"),
        ("host-de", "desk-settings-host-de"),
        ("host-en", "desk-settings-host-en"),
    ];

    fn fields(&self, about: &About) -> Fields {
        let zone = self.zone.parse().unwrap_or(about.zone);
        let fields = Fields::new()
            .with("starts", moment(self.starts_at, zone))
            .with("ends", moment(self.ends_at, zone))
            .with("doors", self.doors_at.map(|at| moment(at, zone)).unwrap_or_default())
            .with("zone", &*self.zone);
        let texts = [("name", &self.name), ("place", &self.place), ("lead", &self.lead), ("host", &self.host_line)];
        texts.into_iter().fold(fields, |fields, (name, text)| with_text(fields, name, text))
    }

    fn read(fields: &Fields, about: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let zone = fields.get("zone").trim();
        // The hours are those of the zone that is typed beside them.
        let tz = needed_zone(fields, "zone", &mut faults).unwrap_or(about.zone);
        let read = Self {
            name: needed_line(fields, "name", &mut faults),
            place: line(fields, "place"),
            lead: line(fields, "lead"),
            host_line: line(fields, "host"),
            starts_at: needed_moment(fields, "starts", tz, &mut faults),
            ends_at: needed_moment(fields, "ends", tz, &mut faults),
            doors_at: optional_moment(fields, "doors", tz, &mut faults),
            zone: zone.to_owned(),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let zone = fields.get("zone").trim().parse().unwrap_or(about.zone);
        let moments = ["starts", "ends", "doors"];
        moments.into_iter().fold(fields.clone(), |fields, name| told_moment(fields, name, zone, about.words))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (pair(form, "name", "desk-settings-name", None, true))
            div.form-grid {
                (form.input("starts", &t("desk-settings-starts")).moment().required())
                (form.input("ends", &t("desk-settings-ends")).moment().required())
                (form.input("doors", &t("desk-settings-doors")).moment().hint(&t("desk-settings-doors-hint")).optional())
                (form.input("zone", &t("desk-settings-zone")).hint(&t("desk-settings-zone-hint")).required())
            }
            (pair(form, "place", "desk-settings-place", Some("desk-settings-place-hint"), false))
            (pair(form, "lead", "desk-settings-lead", Some("desk-settings-lead-hint"), false))
            (pair(form, "host", "desk-settings-host", Some("desk-settings-host-hint"), false))
        }
    }
}
