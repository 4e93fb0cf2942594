//! A text of the congress.

use super::{About, Sheet, line, position, sound, text, told_choice, with_text};
use crate::page::settings::{Tab, pair, preview};
use congress::entity::passage::Place;
use congress::service::passage::Passage;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields, Visit};

/// Icons that a text can stand beside.
const ICONS: [&str; 8] = ["", "train", "place", "accessible", "coffee", "clock", "people", "lightbulb"];

/// Where a text shows, by the name in the form.
pub const PLACES: [(&str, Place); 4] =
    [("page", Place::Page), ("highlight", Place::Highlight), ("arrival", Place::Arrival), ("ticket", Place::Ticket)];

impl Sheet for Passage {
    const TAB: Tab = Tab::Passages;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("place", "desk-settings-passage-place"),
        ("slug", "desk-settings-slug"),
        ("title-de", "desk-settings-title-de"),
        ("title-en", "desk-settings-title-en"),
        ("preline-de", "desk-settings-preline-de"),
        ("preline-en", "desk-settings-preline-en"),
        ("body-de", "desk-settings-body-de"),
        ("body-en", "desk-settings-body-en"),
        ("icon", "desk-settings-icon"),
        ("position", "desk-settings-position"),
    ];

    fn fields(&self, _: &About) -> Fields {
        let place = PLACES.iter().find(|(_, place)| *place == self.place).map_or("page", |(name, _)| name);
        let fields = Fields::new()
            .with("place", place)
            .with("slug", &*self.slug)
            .with("icon", &*self.icon)
            .with("position", self.position.to_string());
        let texts = [("title", &self.title), ("preline", &self.preline), ("body", &self.body)];
        texts.into_iter().fold(fields, |fields, (name, text)| with_text(fields, name, text))
    }

    /// The short name comes from the title, if none is typed.
    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let title = line(fields, "title");
        let place = PLACES.iter().find(|(name, _)| *name == fields.get("place")).map(|(_, place)| *place);
        if place.is_none() {
            faults.add("place", "desk-settings-fault-missing");
        }
        let place = place.unwrap_or(Place::Page);
        if title.is_empty() && place != Place::Ticket {
            faults.add("title-de", "congress-error-name-missing");
        }
        let body = text(fields, "body");
        if body.is_empty() {
            faults.add("body-de", "congress-error-text-missing");
        }
        let typed = fields.get("slug").trim();
        let named = if title.is_empty() { &body } else { &title }.in_language(base::Language::De);
        let slug = if typed.is_empty() { congress::rules::slug_from(named) } else { typed.to_owned() };
        let icon = fields.get("icon");
        let read = Self {
            place,
            slug,
            icon: if ICONS.contains(&icon) { icon.to_owned() } else { String::new() },
            preline: line(fields, "preline"),
            title,
            body,
            position: position(fields, &mut faults),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let icon = Some(fields.get("icon")).filter(|icon| !icon.is_empty()).unwrap_or("none").to_owned();
        let fields = told_choice(fields.clone(), "place", "desk-settings-place-of-", about.words);
        told_choice(fields.with("icon", icon), "icon", "desk-settings-icon-", about.words)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let places = PLACES.map(|(name, _)| (name, t(&format!("desk-settings-place-of-{name}"))));
        let icons =
            ICONS.map(|icon| (icon, t(&format!("desk-settings-icon-{}", if icon.is_empty() { "none" } else { icon }))));
        html! {
            div.form-grid {
                (form.select("place", &t("desk-settings-passage-place")).options(places))
                (form.input("slug", &t("desk-settings-slug")).hint(&t("desk-settings-slug-hint")).optional())
            }
            (pair(form, "title", "desk-settings-title", None, false))
            (pair(form, "preline", "desk-settings-preline", Some("desk-settings-preline-hint"), false))
            div.form-grid {
                (form.textarea("body-de", &t("desk-settings-body-de")).rows(12).hint(&t("desk-settings-body-hint")))
                (form.textarea("body-en", &t("desk-settings-body-en")).rows(12).hint(&t("desk-settings-body-en-hint")))
            }
            div.form-grid {
                (form.select("icon", &t("desk-settings-icon")).options(icons))
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-settings-position-hint")))
            }
            div.cluster {
                button."kern-btn kern-btn--secondary" type="submit" name="action" value="preview" {
                    span.kern-label { (t("desk-settings-preview")) }
                }
            }
        }
    }

    fn below(visit: &Visit, fields: &Fields, _: &About) -> Markup {
        if fields.get("action") == "preview" { preview(visit, fields) } else { Markup::default() }
    }
}
