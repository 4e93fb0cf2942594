//! The congresses that an account works on.

use crate::rules::workplace::{Workplace, workplace};
use base::{Actor, Text, Time};
use locale::Tz;
use store::{Conn, DbErr};

/// Where an account can go.
#[derive(Clone, Debug)]
pub struct Workplaces {
    /// Newest first.
    pub congresses: Vec<CongressLine>,
    /// There is no congress at all, for nobody.
    pub none_yet: bool,
}

/// A congress to work on.
#[derive(Clone, Debug)]
pub struct CongressLine {
    pub slug: String,
    pub name: Text,
    pub starts_at: Time,
    pub ends_at: Time,
    pub zone: Tz,
    pub workplace: Workplace,
}

impl CongressLine {
    pub fn path(&self) -> String {
        match self.workplace {
            Workplace::Desk => address::desk::Overview::new(&self.slug).path(),
            Workplace::Door => address::door::Door::new(&self.slug).path(),
        }
    }
}

/// What `actor` works on. One statement.
pub async fn workplaces(conn: &Conn, actor: &Actor) -> Result<Workplaces, DbErr> {
    let all = congress::query::all(conn).await?;
    let none_yet = all.is_empty();
    let line = |row: congress::entity::congress::Model| {
        Some(CongressLine {
            workplace: workplace(actor, row.id)?,
            slug: row.slug,
            name: row.name.0,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            zone: row.zone.parse().unwrap_or(Tz::Europe__Berlin),
        })
    };
    Ok(Workplaces { congresses: all.into_iter().filter_map(line).collect(), none_yet })
}
