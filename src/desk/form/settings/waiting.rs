//! On which terms one waits for places.

use super::{About, Sheet, optional_number, sound};
use crate::page::settings::Tab;
use congress::service::waiting::terms::Terms;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

impl Sheet for Terms {
    const TAB: Tab = Tab::Waiting;
    const VERBS: &'static [&'static str] = &["waiting.terms-set"];
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("open", "desk-waiting-open"),
        ("hours", "desk-waiting-hours"),
        ("stop-days", "desk-waiting-stop-days"),
        ("most", "desk-waiting-most"),
    ];

    fn fields(&self, _: &About) -> Fields {
        let fields = Fields::new()
            .with("hours", self.hours.to_string())
            .with("stop-days", self.stop_days.to_string())
            .with("most", self.most.to_string());
        if self.open { fields.with("open", "on") } else { fields }
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let own = Self::default();
        let mut number = |name: &str, unsaid: i32| optional_number(fields, name, &mut faults).unwrap_or(unsaid);
        let terms = Self {
            open: fields.has("open"),
            hours: number("hours", own.hours),
            stop_days: number("stop-days", own.stop_days),
            most: number("most", own.most),
        };
        for (name, value, range) in
            [("hours", terms.hours, 1..=336), ("stop-days", terms.stop_days, 0..=90), ("most", terms.most, 1..=20)]
        {
            if !range.contains(&value) {
                let args = [("min", (*range.start()).into()), ("max", (*range.end()).into())];
                faults.add_with(name, "desk-waiting-fault-range", &args);
            }
        }
        sound(terms, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (form.checkbox("open", html! { (t("desk-waiting-open")) }))
            p.muted { (t("desk-waiting-open-hint")) }
            div.form-grid {
                (form.input("hours", &t("desk-waiting-hours")).digits().hint(&t("desk-waiting-hours-hint")))
                (form.input("stop-days", &t("desk-waiting-stop-days")).digits().hint(&t("desk-waiting-stop-days-hint")))
                (form.input("most", &t("desk-waiting-most")).digits().hint(&t("desk-waiting-most-hint")))
            }
            p.fine { (t("desk-waiting-rule")) }
        }
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let word = about.words.t(if fields.has("open") { "desk-yes" } else { "desk-no" });
        fields.clone().with("open", word)
    }
}
