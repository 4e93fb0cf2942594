//! A track.

use crate::form::settings::{About, Sheet, needed_line, optional_number, position, sound, with_text};
use crate::page::settings::{Tab, pair};
use maud::{Markup, html};
use programme::service::track::Track;
use web::form::Form;
use web::{Faults, Fields};

impl Sheet for Track {
    const TAB: Tab = Tab::Tracks;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name-de", "desk-settings-name-de"),
        ("name-en", "desk-settings-name-en"),
        ("slug", "desk-programme-slug"),
        ("colour", "desk-programme-colour"),
        ("target", "desk-programme-target"),
        ("position", "desk-settings-position"),
    ];
    const REMOVAL: &'static str = "desk-programme-remove-track";

    fn fields(&self, _: &About) -> Fields {
        let fields = Fields::new()
            .with("slug", &*self.slug)
            .with("colour", &*self.colour)
            .with("target", self.target.map(|n| n.to_string()).unwrap_or_default())
            .with("position", self.position.to_string());
        with_text(fields, "name", &self.name)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let position = position(fields, &mut faults);
        let target = optional_number(fields, "target", &mut faults);
        let name = needed_line(fields, "name", &mut faults);
        let colour = fields.get("colour").trim().to_lowercase();
        let colour = if colour.is_empty() || colour.starts_with('#') { colour } else { format!("#{colour}") };
        sound(Self { slug: slug(fields), name, colour, target, position }, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (pair(form, "name", "desk-settings-name", None, true))
            div.form-grid {
                (form.input("target", &t("desk-programme-target")).digits().hint(&t("desk-programme-target-hint")).optional())
                (form.input("slug", &t("desk-programme-slug")).hint(&t("desk-programme-slug-hint")).optional())
                (form.input("colour", &t("desk-programme-colour")).hint(&t("desk-programme-colour-hint")).optional())
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-settings-position-hint")))
            }
        }
    }
}

/// A short name as it is typed; empty, it is made of the name.
pub fn slug(fields: &Fields) -> String {
    let typed = fields.get("slug").trim();
    if !typed.is_empty() {
        return typed.to_lowercase();
    }
    let name = crate::form::settings::line(fields, "name");
    congress::rules::slug_from(name.in_language(base::Language::De))
}
