//! What came of an edition: contacts and cooperations, by topic and by place. Figures, and what cooperations say of themselves.

use super::cooperation::{BoardLine, board};
use super::{Look, topic as topics};
use crate::entity::{connection, profile};
use crate::rules::cooperation::State;
use base::{Time, Uuid};
use congress::entity::{organisation, topic};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, HashMap};
use store::Conn;

/// A row of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub people: i64,
    pub contacts: i64,
    /// Those that go on, …
    pub going: i64,
    /// … and those that have ended.
    pub ended: i64,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub cooperations: Vec<BoardLine>,
    /// In the order of the tree, without those on which there is nothing.
    pub topics: Vec<(topic::Model, Figures)>,
    /// By name; none: those who do not say where they are from, or not to participants.
    pub towns: Vec<(Option<String>, Figures)>,
}

/// Counts. A contact of two places counts for both; a cooperation for each place from which somebody is in it.
pub async fn outcome(conn: &Conn, host: Uuid, congress: Uuid, now: Time) -> Result<Outcome, DbErr> {
    let look = Look::of_staff(congress, now);
    let cooperations = board(conn, &look).await?;
    let known = connection::Entity::find().filter(connection::Column::CongressId.eq(congress)).all(conn).await?;
    let of_topic = |id: Uuid| {
        let mut figures = Figures::default();
        figures.contacts += known.iter().filter(|row| row.topic_id == Some(id)).map(|_| 1).sum::<i64>();
        for line in cooperations.iter().filter(|line| line.row.topic_id == id) {
            figures.count(line);
        }
        figures
    };
    let all = topics::topics(conn, &look, host).await?;
    let by_topic = all.into_iter().map(|view| (Figures { people: view.people, ..of_topic(view.topic.id) }, view.topic));
    let by_topic = by_topic.map(|(figures, topic)| (topic, figures));
    let topics = by_topic.filter(|(_, figures)| *figures != Figures::default()).collect();
    let towns = by_town(conn, &look, &known, &cooperations).await?;
    Ok(Outcome { cooperations, topics, towns })
}

impl Figures {
    fn count(&mut self, line: &BoardLine) {
        if line.state == State::Ended { self.ended += 1 } else { self.going += 1 }
    }
}

async fn by_town(
    conn: &Conn,
    look: &Look,
    known: &[connection::Model],
    cooperations: &[BoardLine],
) -> Result<Vec<(Option<String>, Figures)>, DbErr> {
    let here = profile::Entity::find()
        .filter(profile::Column::Id.in_subquery(crate::load::taking_part(look.congress)))
        .all(conn)
        .await?;
    let levels = look.levels();
    let shown = |row: &profile::Model| row.organisation_id.filter(|_| levels.contains(&row.organisation_level));
    let ids: Vec<Uuid> = here.iter().filter_map(shown).collect();
    let bodies = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).all(conn).await?;
    let bodies: HashMap<Uuid, String> = bodies.into_iter().map(|row| (row.id, row.town)).collect();
    let town = |row: &profile::Model| {
        let named = shown(row).and_then(|id| bodies.get(&id)).filter(|town| !town.is_empty());
        named.cloned()
    };
    let towns: HashMap<Uuid, Option<String>> = here.iter().map(|row| (row.id, town(row))).collect();
    // Those who say nothing come last.
    let mut all: BTreeMap<(bool, Option<String>), Figures> = BTreeMap::new();
    let mut at = |town: Option<String>, add: &dyn Fn(&mut Figures)| add(all.entry((town.is_none(), town)).or_default());
    for row in &here {
        at(towns.get(&row.id).cloned().flatten(), &|figures| figures.people += 1);
    }
    for row in known {
        let mut ends = [row.one_id, row.other_id].map(|id| towns.get(&id).cloned().flatten()).to_vec();
        ends.dedup();
        for town in ends {
            at(town, &|figures| figures.contacts += 1);
        }
    }
    for line in cooperations {
        let mut places: Vec<Option<String>> =
            line.people.iter().map(|view| towns.get(&view.id).cloned().flatten()).collect();
        places.sort();
        places.dedup();
        for town in places {
            at(town, &|figures| figures.count(line));
        }
    }
    Ok(all.into_iter().map(|((_, town), figures)| (town, figures)).collect())
}
