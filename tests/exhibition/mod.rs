//! The exhibition: projects and their stands, the plan of the halls.

pub mod page;
mod place;
mod rule;
mod submission;

use crate::kit::App;
use base::{Actor, Text, Uuid};
use exhibition::entity::{project, stand};
use exhibition::service::hall::{self, Hall};
use exhibition::service::project::{self as projects, Project};
use exhibition::service::stand::{self as stands, Stand};
use sea_orm::{EntityTrait, QueryOrder};

pub fn hall() -> Hall {
    Hall { name: Text::new("Foyer", "Foyer"), width: 3_800, depth: 1_400, outline: String::new(), position: 1 }
}

pub async fn add_hall(app: &App, congress: Uuid) -> Uuid {
    let id = app.store.chance().opaque_id();
    hall::add(&app.store, &Actor::system(), congress, id, hall()).await.unwrap();
    id
}

pub fn stand(hall: Uuid, number: &str, x: i32) -> Stand {
    let number = number.into();
    Stand { hall, number, x, y: 100, width: 200, depth: 150, power: false, screen: false, note: String::new() }
}

pub async fn add_stand(app: &App, congress: Uuid, new: Stand) -> Uuid {
    let id = app.store.chance().opaque_id();
    stands::add(&app.store, &Actor::system(), congress, id, new).await.unwrap();
    id
}

pub fn project(title: &str) -> Project {
    Project {
        title: Text::new(title, format!("{title}, English")),
        organisation: "Stadt Lemgo".into(),
        published: true,
        ..Project::default()
    }
}

pub async fn add_project(app: &App, congress: Uuid, new: Project) -> Uuid {
    let id = app.store.chance().opaque_id();
    projects::add(&app.store, &Actor::system(), congress, id, new).await.unwrap();
    id
}

pub async fn all_projects(app: &App) -> Vec<project::Model> {
    project::Entity::find().order_by_asc(project::Column::Id).all(app.store.read()).await.unwrap()
}

pub async fn all_stands(app: &App) -> Vec<stand::Model> {
    stand::Entity::find().order_by_asc(stand::Column::Number).all(app.store.read()).await.unwrap()
}
