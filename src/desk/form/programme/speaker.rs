//! Somebody who speaks.

use crate::form::settings::{About, Sheet, sound, text, told_choice, with_text};
use crate::page::programme::{history, speaking};
use crate::page::settings::Tab;
use base::{Language, contact, name};
use maud::{Markup, html};
use programme::service::speaker::Speaker;
use web::form::Form;
use web::{Faults, Fields, Visit};

impl Sheet for Speaker {
    const TAB: Tab = Tab::Speakers;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name", "desk-programme-speaker-name"),
        ("organisation", "desk-programme-organisation"),
        ("biography-de", "desk-programme-biography-de"),
        ("biography-en", "desk-programme-biography-en"),
        ("email", "desk-programme-email"),
        ("language", "desk-programme-mail-language"),
    ];
    const REMOVAL: &'static str = "desk-programme-remove-speaker";

    fn fields(&self, _: &About) -> Fields {
        let fields = Fields::new()
            .with("name", &*self.name)
            .with("organisation", &*self.organisation)
            .with("email", &*self.email)
            .with("language", self.language.tag());
        with_text(fields, "biography", &self.biography)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let email = fields.get("email").trim();
        if !email.is_empty() && contact::check(email).is_err() {
            faults.add("email", "identity-address-wrong");
        }
        let name = name::clean(fields.get("name"));
        if name.is_empty() {
            faults.add("name", "programme-error-name-missing");
        }
        let read = Self {
            name,
            organisation: name::clean(fields.get("organisation")),
            biography: text(fields, "biography"),
            email: contact::check(email).unwrap_or_default(),
            language: fields.get("language").parse().unwrap_or(Language::De),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        told_choice(fields.clone(), "language", "desk-programme-language-", about.words)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let languages = Language::ALL.map(|one| (one.tag(), t(&format!("desk-programme-language-{one}"))));
        html! {
            div.form-grid {
                (form.input("name", &t("desk-programme-speaker-name")).required())
                (form.input("organisation", &t("desk-programme-organisation")).optional())
                (form.textarea("biography-de", &t("desk-programme-biography-de")).rows(6).hint(&t("desk-programme-markdown")).optional())
                (form.textarea("biography-en", &t("desk-programme-biography-en")).rows(6).optional())
                (form.input("email", &t("desk-programme-email")).email().hint(&t("desk-programme-email-hint")).optional())
                (form.select("language", &t("desk-programme-mail-language")).options(languages))
            }
        }
    }

    fn below(visit: &Visit, _: &Fields, about: &About) -> Markup {
        html! { (speaking(visit, about)) (history(visit, about)) }
    }
}
