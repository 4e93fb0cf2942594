//! A kind of session.

use super::track::slug;
use crate::form::settings::{About, Sheet, needed_line, optional_number, position, sound, with_text};
use crate::page::settings::{Tab, pair};
use maud::{Markup, html};
use programme::service::session_type::SessionType;
use web::form::Form;
use web::{Faults, Fields};

impl Sheet for SessionType {
    const TAB: Tab = Tab::SessionTypes;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name-de", "desk-settings-name-de"),
        ("name-en", "desk-settings-name-en"),
        ("slug", "desk-programme-slug"),
        ("minutes", "desk-programme-minutes"),
        ("seamless", "desk-programme-seamless"),
        ("target", "desk-programme-target"),
        ("position", "desk-settings-position"),
    ];
    const REMOVAL: &'static str = "desk-programme-remove-type";

    fn fields(&self, _: &About) -> Fields {
        let fields = Fields::new()
            .with("slug", &*self.slug)
            .with("minutes", self.minutes.map(|n| n.to_string()).unwrap_or_default())
            .with("target", self.target.map(|n| n.to_string()).unwrap_or_default())
            .with("position", self.position.to_string());
        let fields = if self.seamless { fields.with("seamless", "on") } else { fields };
        with_text(fields, "name", &self.name)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let position = position(fields, &mut faults);
        let minutes = optional_number(fields, "minutes", &mut faults);
        let target = optional_number(fields, "target", &mut faults);
        let name = needed_line(fields, "name", &mut faults);
        let seamless = fields.has("seamless");
        sound(Self { slug: slug(fields), name, minutes, seamless, target, position }, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (pair(form, "name", "desk-settings-name", None, true))
            div.form-grid {
                (form.input("minutes", &t("desk-programme-minutes")).digits().hint(&t("desk-programme-type-minutes-hint")).optional())
                (form.input("target", &t("desk-programme-target")).digits().hint(&t("desk-programme-target-hint")).optional())
                (form.input("slug", &t("desk-programme-slug")).hint(&t("desk-programme-slug-hint")).optional())
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-settings-position-hint")))
            }
            (form.checkbox("seamless", html! { (t("desk-programme-seamless")) }))
        }
    }
}
