//! From a row to a guest.

use super::{Guest, Intake};
use crate::form::AttendeeForm;
use crate::rules::heading::Field;
use crate::rules::name::split;
use base::{Language, contact, name};
use garde::Validate;
use paper::sheet::read::{Line, Reason, Refusal, key};
use ticketing::query::CategoryView;

/// Which category those come into whose row names none: the one that is said, or the only one on sale.
pub(super) fn fallback(categories: &[CategoryView], intake: Intake<'_>) -> Result<Option<usize>, Reason> {
    if let Some(named) = intake.category.filter(|named| !named.is_empty()) {
        return find(categories, named).map(Some).ok_or_else(|| unknown(categories));
    }
    if categories.is_empty() {
        return Err(Reason::new("registration-intake-no-tickets"));
    }
    let mut active = categories.iter().enumerate().filter(|(_, c)| c.category.active).map(|(at, _)| at);
    match (active.next(), active.next()) {
        (Some(only), None) => Ok(Some(only)),
        _ if intake.mapping.column(Field::Category).is_some() => Ok(None),
        _ => Err(Reason::new("registration-intake-which-category").with("categories", slugs(categories))),
    }
}

fn slugs(categories: &[CategoryView]) -> String {
    categories.iter().map(|c| c.category.slug.as_str()).collect::<Vec<_>>().join(", ")
}

fn unknown(categories: &[CategoryView]) -> Reason {
    Reason::new("registration-intake-no-category").with("categories", slugs(categories))
}

/// By its short name, or by its name in either language.
fn find(categories: &[CategoryView], named: &str) -> Option<usize> {
    let by_slug = categories.iter().position(|c| c.category.slug.eq_ignore_ascii_case(named.trim()));
    by_slug.or_else(|| categories.iter().position(|c| is_called(c, named)))
}

/// Whether somebody means this category: by its short name, or by its name in either language.
pub fn is_called(view: &CategoryView, named: &str) -> bool {
    let (wanted, name) = (key(named), &view.category.name.0);
    !wanted.is_empty() && [&view.category.slug, &name.de, &name.en].into_iter().any(|text| key(text) == wanted)
}

/// `de`, `Deutsch`, `German` …; empty: German.
fn language(typed: &str) -> Option<Language> {
    match key(typed).as_str() {
        "" | "de" | "d" | "deutsch" | "german" | "ger" | "deu" | "dede" => Some(Language::De),
        "en" | "e" | "englisch" | "english" | "eng" | "engb" | "enus" => Some(Language::En),
        _ => None,
    }
}

/// The guest of a row, or everything that is wrong with what has a column. None: nothing stands in the columns that are read.
pub(super) fn read(
    intake: Intake<'_>,
    categories: &[CategoryView],
    fallback: Option<usize>,
    line: &Line,
) -> Result<Option<Guest>, Vec<Refusal>> {
    let column = |field| intake.mapping.column(field);
    let text = |field| column(field).map_or("", |at| line.cell(at));
    let value = |field| intake.table.value(line, column(field));
    if Field::ALL.into_iter().filter(|f| *f != Field::Ignore).all(|field| text(field).is_empty()) {
        return Ok(None);
    }
    let mut refusals = vec![];
    let (given_name, family_name) = match column(Field::Name) {
        Some(_) => split(text(Field::Name)),
        None => (name::clean(text(Field::GivenName)), name::clean(text(Field::FamilyName))),
    };
    let category = match text(Field::Category) {
        "" => {
            // Where no row names one, it is asked once.
            if fallback.is_none() && column(Field::Category).is_some() {
                let reason = Reason::new("registration-intake-which-category").with("categories", slugs(categories));
                refusals.push(Refusal::new(value(Field::Category), reason));
            }
            fallback
        }
        named => {
            let found = find(categories, named);
            if found.is_none() {
                refusals.push(Refusal::new(value(Field::Category), unknown(categories)));
            }
            found
        }
    };
    let spoken = language(text(Field::Language));
    if spoken.is_none() {
        refusals.push(Refusal::new(value(Field::Language), Reason::new("registration-intake-language")));
    }
    let form = AttendeeForm {
        category: String::new(),
        nameless: false,
        given_name,
        family_name,
        email: text(Field::Email).to_owned(),
        organisation: name::clean(text(Field::Organisation)),
        language: spoken.unwrap_or_default(),
        answers: congress::rules::question::Typed::new(),
        extras: vec![],
    };
    if let Err(report) = form.validate() {
        for (path, error) in report.iter() {
            let field = match path.to_string().as_str() {
                "email" => Field::Email,
                "organisation" => Field::Organisation,
                part if column(Field::Name).is_none() => match (part, column(Field::FamilyName)) {
                    ("family_name", Some(_)) => Field::FamilyName,
                    _ => Field::GivenName,
                },
                _ => Field::Name,
            };
            // What has no column is told once, of the whole list.
            if column(field).is_none() {
                continue;
            }
            refusals.push(Refusal::new(value(field), reason(error.message())));
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(Some(Guest {
        line: line.number,
        given_name: form.given_name,
        family_name: form.family_name,
        email: contact::normalise(&form.email),
        organisation: form.organisation,
        language: form.language,
        category,
    }))
}

/// What the form says, by its keys.
fn reason(message: &str) -> Reason {
    let known = [
        "registration-fault-name-missing",
        "registration-fault-link",
        "registration-fault-too-long",
        "registration-fault-email-missing",
        "registration-fault-email-no-at",
        "registration-fault-email-malformed",
        "registration-fault-email-no-domain",
    ];
    Reason::new(known.into_iter().find(|key| *key == message).unwrap_or("registration-intake-malformed"))
}
