//! What guests are asked, and what they answer: only what somebody needs, with its purpose and its end.

use crate::DemoError;
use base::{Actor, Chance, Text, Uuid};
use chrono::TimeDelta;
use congress::entity::congress as table;
use congress::entity::question::{Kind, UsedFor};
use congress::rules::question::{NO, Typed, YES};
use congress::service::question::{Choice, Question, add_in};
use store::Tx;

/// Answers can be changed until so many days before, when the numbers go to the kitchen.
const FIXED_BEFORE: i64 = 7;
const NOTES: [&str; 4] = ["Nüsse", "Gluten", "Laktose und Sellerie", "Soja"];

fn options(list: &[(&str, &str, &str)]) -> Vec<Choice> {
    let choice =
        |(slug, de, en): &(&str, &str, &str)| Choice { slug: (*slug).into(), label: Text::new(*de, *en), active: true };
    list.iter().map(choice).collect()
}

/// Asks guests of the congress: lunch and access on site, photos, and each order about bicycles.
pub(crate) async fn add(tx: &Tx, actor: &Actor, congress: &table::Model) -> Result<(), DemoError> {
    let categories = ticketing::query::categories(tx, congress.id).await?;
    let here = categories.iter().filter(|view| view.category.slug.starts_with("on-site"));
    let mut on_site: Vec<Uuid> = here.map(|view| view.category.id).collect();
    on_site.sort_unstable();
    let kitchen = Text::new("Damit die Küche planen kann", "For the kitchen to plan");
    let plain = Question {
        used_for: UsedFor::Attendee,
        label: Text::default(),
        help: Text::default(),
        kind: Kind::YesNo,
        least: None,
        most: None,
        required: false,
        depends: String::new(),
        categories: vec![],
        purpose: kitchen.clone(),
        retention_days: 14,
        sensitive: false,
        counted: true,
        asked_until: None,
        changed_until: Some(congress.starts_at - TimeDelta::days(FIXED_BEFORE)),
        active: true,
        position: 1,
        options: vec![],
    };
    let diet = Question {
        label: Text::new("Was essen Sie mittags?", "What do you eat for lunch?"),
        kind: Kind::OneOf,
        categories: on_site.clone(),
        sensitive: true,
        options: options(&[
            ("alles", "Alles", "Everything"),
            ("vegetarisch", "Vegetarisch", "Vegetarian"),
            ("vegan", "Vegan", "Vegan"),
            ("anderes", "Etwas vertrage ich nicht", "There is something I cannot eat"),
        ]),
        ..plain.clone()
    };
    let note = Question {
        label: Text::new("Was vertragen Sie nicht?", "What can you not eat?"),
        kind: Kind::Text,
        depends: "ernaehrung=anderes".into(),
        counted: false,
        required: true,
        position: 2,
        ..diet.clone()
    };
    let note = Question { options: vec![], ..note };
    let access = Question {
        label: Text::new("Was brauchen Sie vor Ort?", "What do you need on site?"),
        help: Text::new("Der Saal ist ohne Stufen zu erreichen.", "The hall is reached without steps."),
        kind: Kind::SeveralOf,
        purpose: Text::new("Damit Plätze und Technik bereitstehen", "For seats and equipment to be ready"),
        position: 3,
        options: options(&[
            ("induktionsschleife", "Induktionsschleife", "Induction loop"),
            ("rollstuhlplatz", "Rollstuhlplatz", "Wheelchair place"),
            ("gebaerdensprache", "Übersetzung in Gebärdensprache", "Sign language interpreting"),
        ]),
        ..diet.clone()
    };
    let photo = Question {
        label: Text::new(
            "Dürfen wir Fotos zeigen, auf denen Sie zu erkennen sind?",
            "May we show photos in which you can be recognised?",
        ),
        purpose: Text::new("Für den Bericht über den Kongress", "For the report on the congress"),
        retention_days: 365,
        changed_until: None,
        counted: false,
        position: 4,
        ..plain.clone()
    };
    let bicycles = Question {
        used_for: UsedFor::Order,
        label: Text::new(
            "Wie viele Stellplätze für Fahrräder brauchen Sie?",
            "How many places for bicycles do you need?",
        ),
        kind: Kind::Number,
        least: Some(0),
        most: Some(20),
        categories: on_site,
        purpose: Text::new("Damit genug Ständer vor dem Haus stehen", "For enough stands in front of the house"),
        position: 5,
        ..plain
    };
    let all = [
        ("ernaehrung", diet),
        ("unvertraeglich", note),
        ("barrierefreiheit", access),
        ("fotos", photo),
        ("fahrraeder", bicycles),
    ];
    for (slug, question) in all {
        add_in(tx, actor, congress.id, tx.id(), Some(slug), question).await?;
    }
    Ok(())
}

/// What a guest answers; some leave it for later.
pub(crate) fn of_guest(chance: &Chance, on_site: bool) -> Typed {
    let mut typed = Typed::new();
    let mut say = |slug: &str, value: &str| typed.entry(slug.to_owned()).or_default().push(value.to_owned());
    if chance.below(8) > 0 {
        say("fotos", if chance.below(7) == 0 { NO } else { YES });
    }
    if on_site && chance.below(10) > 0 {
        match chance.below(20) {
            0..=10 => say("ernaehrung", "alles"),
            11..=15 => say("ernaehrung", "vegetarisch"),
            16..=18 => say("ernaehrung", "vegan"),
            _ => {
                say("ernaehrung", "anderes");
                let n = usize::try_from(chance.below(NOTES.len() as u64)).unwrap_or(0);
                say("unvertraeglich", NOTES[n]);
            }
        }
        match chance.below(60) {
            0..=1 => say("barrierefreiheit", "induktionsschleife"),
            2 => say("barrierefreiheit", "rollstuhlplatz"),
            3 => {
                say("barrierefreiheit", "induktionsschleife");
                say("barrierefreiheit", "rollstuhlplatz");
            }
            4 => say("barrierefreiheit", "gebaerdensprache"),
            _ => {}
        }
    }
    typed
}

/// What an order answers.
pub(crate) fn of_order(chance: &Chance, on_site: bool) -> Typed {
    let mut typed = Typed::new();
    if on_site && chance.below(9) == 0 {
        typed.insert("fahrraeder".into(), vec![(1 + chance.below(2)).to_string()]);
    }
    typed
}
