//! Two words and a colour.

use super::{About, Sheet};
use crate::page::settings::{Tab, swatches};
use base::name;
use congress::service::part::Look;
use maud::{Markup, html};
use web::form::{Form, Render};
use web::{Faults, Fields, Visit};

/// Colours that one can choose without knowing how to write one: word and colour.
pub const NAMED: [(&str, &str); 6] = [
    ("desk-settings-colour-house", ""),
    ("desk-settings-colour-blue", "#0069a8"),
    ("desk-settings-colour-green", "#1d7a3e"),
    ("desk-settings-colour-turquoise", "#007a78"),
    ("desk-settings-colour-violet", "#7a2a9c"),
    ("desk-settings-colour-orange", "#b85000"),
];

impl Sheet for Look {
    const TAB: Tab = Tab::Look;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("wordmark", "desk-settings-wordmark"),
        ("wordmark-accent", "desk-settings-wordmark-accent"),
        ("accent", "desk-settings-accent"),
    ];

    fn fields(&self, _: &About) -> Fields {
        Fields::new()
            .with("wordmark", &*self.wordmark)
            .with("wordmark-accent", &*self.wordmark_accent)
            .with("accent", &*self.accent)
    }

    /// A colour that is chosen from the list, else the one that is typed.
    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let read = |name: &str| name::clean(fields.get(name));
        let typed = read("accent").to_lowercase();
        let accent = match fields.get("colour") {
            "" | "own" => typed,
            "house" => String::new(),
            named => named.to_owned(),
        };
        let accent = if accent.is_empty() || accent.starts_with('#') { accent } else { format!("#{accent}") };
        Ok(Self { wordmark: read("wordmark"), wordmark_accent: read("wordmark-accent"), accent })
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let own = (t("desk-settings-colour-own"), "own");
        let named = NAMED.iter().map(|(word, colour)| (t(word), if colour.is_empty() { "house" } else { colour }));
        let options: Vec<(&str, String)> =
            std::iter::once(own).chain(named).map(|(word, value)| (value, word)).collect();
        html! {
            div.form-grid {
                (form.input("wordmark", &t("desk-settings-wordmark")).hint(&t("desk-settings-wordmark-hint")).required())
                (form.input("wordmark-accent", &t("desk-settings-wordmark-accent")).hint(&t("desk-settings-wordmark-accent-hint")).optional())
                (form.input("accent", &t("desk-settings-accent")).hint(&t("desk-settings-accent-hint")).optional())
                (form.select("colour", &t("desk-settings-colour")).hint(&t("desk-settings-colour-hint")).options(options).render())
            }
        }
    }

    fn below(visit: &Visit, fields: &Fields, _: &About) -> Markup {
        swatches(visit.words, fields.get("accent"))
    }
}
