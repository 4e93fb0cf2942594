//! What a call asks of its own.

use super::question::{OPTIONS, option_rows, options, set_option, twice};
use super::{About, Sheet, needed_line, position, sound, text, told_choice, with_text};
use crate::page::settings::{Tab, pair};
use maud::{Markup, html};
use programme::entity::call_question::{Choice, Kind};
use programme::service::question::Question;
use web::form::Form;
use web::{Faults, Fields};

const KINDS: [(&str, Kind); 6] = [
    ("text", Kind::Text),
    ("long_text", Kind::LongText),
    ("date", Kind::Date),
    ("yes_no", Kind::YesNo),
    ("one_of", Kind::OneOf),
    ("several_of", Kind::SeveralOf),
];
const TICKS: [&str; 3] = ["required", "reviewers", "active"];

/// How it is answered, as the key of its word.
pub fn kind_key(kind: Kind) -> String {
    let name = KINDS.iter().find(|(_, one)| *one == kind).map_or("text", |(name, _)| name);
    format!("desk-question-kind-{}", name.replace('_', "-"))
}

impl Sheet for Question {
    const TAB: Tab = Tab::Calls;
    const REMOVAL: &'static str = "desk-call-question-removal";
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("label-de", "desk-question-label-de"),
        ("label-en", "desk-question-label-en"),
        ("help-de", "desk-question-help-de"),
        ("help-en", "desk-question-help-en"),
        ("kind", "desk-question-kind"),
        (OPTIONS, "desk-question-options"),
        ("position", "desk-settings-position"),
        ("required", "desk-question-required"),
        ("reviewers", "desk-call-question-reviewers"),
        ("active", "desk-question-active"),
    ];

    fn fields(&self, _: &About) -> Fields {
        let kind = KINDS.iter().find(|(_, one)| *one == self.kind).map_or("", |(name, _)| name);
        let mut fields = Fields::new().with("kind", kind).with("position", self.position.to_string());
        for (name, is) in TICKS.into_iter().zip([self.required, self.reviewers, self.active]) {
            if is {
                fields.set(name, "on");
            }
        }
        for (option, n) in self.options.iter().zip(1..) {
            set_option(&mut fields, n, &option.slug, &option.label, option.active);
        }
        with_text(with_text(fields, "label", &self.label), "help", &self.help)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let label = needed_line(fields, "label", &mut faults);
        let kind = KINDS.iter().find(|(name, _)| *name == fields.get("kind")).map(|(_, kind)| *kind);
        if kind.is_none() {
            faults.add("kind", "desk-question-fault-kind");
        }
        twice(fields, &mut faults);
        let options = options(fields).into_iter();
        let read = Self {
            label,
            help: text(fields, "help"),
            kind: kind.unwrap_or(Kind::Text),
            options: options.map(|one| Choice { slug: one.slug, label: one.label, active: one.active }).collect(),
            required: fields.has("required"),
            reviewers: fields.has("reviewers"),
            active: fields.has("active"),
            position: position(fields, &mut faults),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let word = |fields: Fields, name: &str| {
            let said = if fields.has(name) { "desk-yes" } else { "desk-no" };
            fields.with(name, about.words.t(said))
        };
        let labels: Vec<String> = options(fields).into_iter().map(|option| option.label.de).collect();
        let fields = TICKS.into_iter().fold(fields.clone(), word);
        told_choice(fields, "kind", "desk-question-kind-", about.words).with(OPTIONS, labels.join(", "))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let kinds = KINDS.map(|(name, kind)| (name, t(&kind_key(kind))));
        let tick = |name, key: &str, hint: &str| form.checkbox(name, html! { (t(key)) " " span.muted { (t(hint)) } });
        html! {
            (pair(form, "label", "desk-question-label", None, true))
            (pair(form, "help", "desk-question-help", Some("desk-question-help-hint"), false))
            div.form-grid {
                (form.select("kind", &t("desk-question-kind")).options(kinds))
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-question-position-hint")))
            }
            (option_rows(form))
            div.stack.stack--s {
                (tick("required", "desk-question-required", "desk-call-question-required-hint"))
                (tick("reviewers", "desk-call-question-reviewers", "desk-call-question-reviewers-hint"))
                (tick("active", "desk-question-active", "desk-question-active-hint"))
            }
        }
    }
}
