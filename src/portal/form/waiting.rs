//! The form for the waiting list: its fields by name, and the wish that they make.
//!
//! `name`, `email`, `organisation`, `count`, and up to three choices, `choice-1` the best liked.

use base::{Language, Uuid};
use congress::entity::waiting::Source;
use garde::Validate;
use locale::Words;
use registration::form::waiting::WaitingForm;
use registration::query::waiting::WaitingView;
use web::{Faults, Fields};

/// So many categories can be named.
pub const CHOICES: usize = 3;

/// The fields with the keys of their labels, in the order of the page.
const FIELDS: [(&str, &str); 7] = [
    ("count", "waiting-count"),
    ("choice-1", "waiting-choice"),
    ("choice-2", "waiting-choice-second"),
    ("choice-3", "waiting-choice-third"),
    ("name", "portal-name"),
    ("email", "portal-email"),
    ("organisation", "portal-organisation"),
];

/// What the form begins with for who is on the list already.
pub fn fields(view: &WaitingView) -> Fields {
    let fields = Fields::new()
        .with("name", &view.row.name)
        .with("email", &view.address)
        .with("organisation", &view.row.organisation)
        .with("count", view.row.n.to_string());
    let choices = view.choices.iter().zip(1..);
    choices.fold(fields, |fields, (category, n)| fields.with(format!("choice-{n}"), &category.slug))
}

/// What was typed, or what is wrong with it. `most`: how many can be waited for together.
pub fn read(
    fields: &Fields,
    id: Uuid,
    language: Language,
    source: Source,
    (most, words): (i32, Words),
) -> Result<WaitingForm, Faults> {
    let choice = |n: usize| fields.get(&format!("choice-{n}")).to_owned();
    let mut choices: Vec<String> = vec![];
    for slug in (1..=CHOICES).map(choice).filter(|slug| !slug.is_empty()) {
        if !choices.contains(&slug) {
            choices.push(slug);
        }
    }
    let form = WaitingForm {
        id,
        name: fields.get("name").to_owned(),
        email: fields.get("email").to_owned(),
        organisation: fields.get("organisation").to_owned(),
        n: fields.get("count").trim().parse().unwrap_or(0),
        choices,
        language,
        source,
    };
    let mut faults = Faults::new();
    if let Err(report) = form.validate() {
        faults.extend(Faults::from_report_with(&report, |path| match path {
            "n" => "count".into(),
            "choices" => "choice-1".into(),
            other => other.into(),
        }));
    }
    if form.n > most {
        faults.add_with("count", "registration-error-too-many-together", &[("max", most.into())]);
    }
    if faults.is_empty() { Ok(form) } else { Err(named(faults, words)) }
}

/// Each fault with its field's label, in the order of the page.
pub fn named(mut faults: Faults, words: Words) -> Faults {
    let labels: Vec<_> = FIELDS.iter().map(|(name, key)| ((*name).to_owned(), words.t(key))).collect();
    faults.name_all(&labels);
    faults
}
