//! The marketplace of ideas: two halls of the HNF with their stands, and the projects at them.

use crate::DemoError;
use crate::project::{PROJECTS, Sample};
use base::{Actor, Text, Uuid};
use congress::entity::topic;
use exhibition::service::hall::{self, Hall};
use exhibition::service::place::spread_rest;
use exhibition::service::project::{self, Project};
use exhibition::service::stand::{self, Stand};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use store::Store;

/// The foyer as one draws it: the four walls, the entrance, the stairs.
const FOYER: &str = "<svg viewBox=\"0 0 3800 1500\"><path d=\"M0 600 V900 M1700 1500 H2100\"/>\
                     <rect x=\"1650\" y=\"600\" width=\"500\" height=\"240\"/>\
                     <path d=\"M1750 600 V840 M1850 600 V840 M1950 600 V840 M2050 600 V840\"/></svg>";
const GALLERY: &str =
    "<svg viewBox=\"0 0 2600 1200\"><path d=\"M0 450 V750\"/><circle cx=\"1300\" cy=\"600\" r=\"160\"/></svg>";

/// Adds halls and stands, and has the projects spread over them.
pub(crate) async fn add(store: &Store, congress: Uuid, host: Uuid) -> Result<(), DemoError> {
    let actor = Actor::system();
    let foyer = Hall { name: Text::same("Foyer"), width: 3_800, depth: 1_500, outline: FOYER.into(), position: 1 };
    let gallery = Hall {
        name: Text::new("Galerie im ersten Stock", "Gallery on the first floor"),
        width: 2_600,
        depth: 1_200,
        outline: GALLERY.into(),
        position: 2,
    };
    let mut number = 0;
    for (hall, rows, columns) in [(foyer, [100, 1_200], 14), (gallery, [100, 930], 10)] {
        let id = store.chance().opaque_id();
        hall::add(store, &actor, congress, id, hall).await?;
        for y in rows {
            for column in 0..columns {
                number += 1;
                let new = at(id, number, (100 + column * 250, y));
                stand::add(store, &actor, congress, store.chance().opaque_id(), new).await?;
            }
        }
    }
    let topics = topic::Entity::find().filter(topic::Column::HostId.eq(host)).all(store.read()).await?;
    let topics: HashMap<String, Uuid> = topics.into_iter().map(|row| (row.slug, row.id)).collect();
    for sample in &PROJECTS {
        let new = of(sample, &topics);
        Box::pin(project::add(store, &actor, congress, store.chance().opaque_id(), new)).await?;
    }
    spread_rest(store, &actor, congress).await?;
    Ok(())
}

/// A stand; nearly all have a socket, every other one a screen, every sixth space.
fn at(hall: Uuid, number: i32, (x, y): (i32, i32)) -> Stand {
    let roomy = number % 6 == 0;
    Stand {
        hall,
        number: number.to_string(),
        x,
        y,
        width: 200,
        depth: if roomy { 200 } else { 150 },
        power: number % 8 != 1,
        screen: number % 2 == 0 || number % 3 == 0,
        note: String::new(),
    }
}

fn of(sample: &Sample, topics: &HashMap<String, Uuid>) -> Project {
    let (power, screen, space) = sample.needs;
    Project {
        title: Text::new(sample.title.0, sample.title.1),
        summary: Text::new(sample.summary, ""),
        offers: Text::new("Erfahrungen, Unterlagen und Kontakte zum Nachmachen", "Experience, documents and contacts"),
        organisation: sample.organisation.into(),
        topics: sample.topics.iter().filter_map(|slug| topics.get(*slug)).copied().collect(),
        needs_power: power,
        needs_screen: screen,
        needs_space: space,
        published: true,
        ..Project::default()
    }
}
