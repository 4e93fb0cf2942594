//! Until when people may change what they ordered themselves.

use super::{About, Sheet, moment, optional_moment, read_moment, sound, told_moment};
use crate::page::order::alert;
use crate::page::settings::Tab;
use base::Time;
use congress::service::deadline::Deadlines;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields, Visit};

/// What each field means when it is left empty.
const HINTS: [&str; 4] = [
    "desk-settings-deadline-names-hint",
    "desk-settings-deadline-substitutes-hint",
    "desk-settings-deadline-category-hint",
    "desk-settings-deadline-cancel-hint",
];

impl Sheet for Deadlines {
    const TAB: Tab = Tab::Deadlines;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("names", "desk-settings-deadline-names"),
        ("substitutes", "desk-settings-deadline-substitutes"),
        ("category", "desk-settings-deadline-category"),
        ("cancel", "desk-settings-deadline-cancel"),
    ];

    fn fields(&self, about: &About) -> Fields {
        let shown = |at: Option<Time>| at.map(|at| moment(at, about.zone)).unwrap_or_default();
        Fields::new()
            .with("names", shown(self.names_until))
            .with("substitutes", shown(self.substitutes_until))
            .with("category", shown(self.category_until))
            .with("cancel", shown(self.cancel_until))
    }

    fn read(fields: &Fields, about: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let mut until = |name: &str| optional_moment(fields, name, about.zone, &mut faults);
        let read = Self {
            names_until: until("names"),
            substitutes_until: until("substitutes"),
            category_until: until("category"),
            cancel_until: until("cancel"),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let told = |fields, (name, _): &(&str, &str)| told_moment(fields, name, about.zone, about.words);
        Self::FIELDS.iter().fold(fields.clone(), told)
    }

    fn above(visit: &Visit, fields: &Fields, about: &About) -> Markup {
        let over = |(name, key): &(&str, &str)| {
            let at = read_moment(fields.get(name), about.zone).filter(|at| *at <= visit.now)?;
            let args = [("what", about.words.t(key).into()), ("time", about.words.date_time(at, about.zone).into())];
            Some(about.words.with("desk-settings-deadline-over", &args))
        };
        let over: Vec<String> = Self::FIELDS.iter().filter_map(over).collect();
        html! {
            @if !over.is_empty() { (alert("warning", html! { @for one in &over { p.kern-body { (one) } } })) }
        }
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            div.form-grid {
                @for ((name, key), hint) in Self::FIELDS.iter().zip(HINTS) {
                    (form.input(name, &t(key)).moment().hint(&t(hint)).optional())
                }
            }
            p."fine muted" { (t("desk-settings-deadline-staff")) }
        }
    }
}
