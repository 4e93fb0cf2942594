//! A room.

use super::{About, Sheet, needed_line, optional_number, position, sound, with_text};
use crate::page::settings::{Tab, pair};
use congress::service::room::Room;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

impl Sheet for Room {
    const TAB: Tab = Tab::Rooms;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name-de", "desk-settings-name-de"),
        ("name-en", "desk-settings-name-en"),
        ("seats", "desk-settings-seats"),
        ("position", "desk-settings-position"),
    ];

    fn fields(&self, _: &About) -> Fields {
        let fields = Fields::new()
            .with("seats", self.seats.map(|n| n.to_string()).unwrap_or_default())
            .with("position", self.position.to_string());
        with_text(fields, "name", &self.name)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let seats = optional_number(fields, "seats", &mut faults);
        let position = position(fields, &mut faults);
        sound(Self { name: needed_line(fields, "name", &mut faults), seats, position }, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (pair(form, "name", "desk-settings-name", None, true))
            div.form-grid {
                (form.input("seats", &t("desk-settings-seats")).digits().hint(&t("desk-settings-seats-hint")).optional())
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-settings-position-hint")))
            }
        }
    }
}
