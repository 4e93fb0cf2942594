//! Reads of the directory: always for somebody, and never more than they may see.

pub mod commitment;
pub mod cooperation;
pub mod desk;
pub mod entry;
pub mod meeting;
pub mod mine;
pub mod outcome;
pub mod person;
pub mod suggestion;
pub mod topic;

use crate::entity::{avoidance, connection, network, network_document, profile};
use crate::load::Member;
use crate::rules::visibility::{Level, Viewer};
use base::{Time, Uuid};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::HashSet;
use store::Conn;
use store::{Wanted, has_words};

/// Whether a congress has a directory. One statement.
pub async fn is_open(conn: &Conn, congress: Uuid) -> Result<bool, DbErr> {
    let row = network::Entity::find().filter(network::Column::CongressId.eq(congress)).one(conn).await?;
    Ok(row.is_some_and(|row| row.open))
}

/// Who looks, where, when.
#[derive(Clone, Debug)]
pub struct Look {
    pub congress: Uuid,
    pub now: Time,
    /// None: anybody.
    pub viewer: Option<Uuid>,
    contacts: HashSet<Uuid>,
    /// Those who blocked or are blocked.
    blocked: HashSet<Uuid>,
    /// "No thanks".
    declined: HashSet<Uuid>,
}

impl Look {
    /// No statement for anybody, three for a member.
    pub async fn of(conn: &Conn, congress: Uuid, viewer: Option<&Member>, now: Time) -> Result<Self, DbErr> {
        let mut look = Self {
            congress,
            now,
            viewer: viewer.map(Member::id),
            contacts: HashSet::new(),
            blocked: HashSet::new(),
            declined: HashSet::new(),
        };
        let Some(id) = look.viewer else { return Ok(look) };
        let known = connection::Entity::find()
            .filter(Condition::any().add(connection::Column::OneId.eq(id)).add(connection::Column::OtherId.eq(id)))
            .all(conn)
            .await?;
        look.contacts = known.iter().map(|row| if row.one_id == id { row.other_id } else { row.one_id }).collect();
        let own = viewer.map(|member| member.person().id).unwrap_or_default();
        let avoided = avoidance::Entity::find()
            .filter(Condition::any().add(avoidance::Column::PersonId.eq(own)).add(avoidance::Column::OtherId.eq(own)))
            .all(conn)
            .await?;
        let other = |row: &avoidance::Model| if row.person_id == own { row.other_id } else { row.person_id };
        let profiles = profile::Entity::find()
            .filter(profile::Column::PersonId.is_in(avoided.iter().map(other)))
            .all(conn)
            .await?;
        for row in &avoided {
            let Some(other) = profiles.iter().find(|profile| profile.person_id == other(row)) else { continue };
            match row.kind {
                avoidance::Kind::Blocked => {
                    look.blocked.insert(other.id);
                }
                avoidance::Kind::Declined if row.person_id == own => {
                    look.declined.insert(other.id);
                }
                avoidance::Kind::Declined => {}
            }
        }
        Ok(look)
    }

    /// Those who run the directory, who count what participants see.
    pub(crate) fn of_staff(congress: Uuid, now: Time) -> Self {
        Self {
            congress,
            now,
            viewer: Some(Uuid::nil()),
            contacts: HashSet::new(),
            blocked: HashSet::new(),
            declined: HashSet::new(),
        }
    }

    /// How they stand to an owner. None: they must not know of each other.
    pub fn standing(&self, owner: Uuid) -> Option<Viewer> {
        match self.viewer {
            None => Some(Viewer::Anybody),
            Some(id) if id == owner => Some(Viewer::Owner),
            Some(_) if self.blocked.contains(&owner) => None,
            Some(_) if self.contacts.contains(&owner) => Some(Viewer::Contact),
            Some(_) => Some(Viewer::Participant),
        }
    }

    /// Whether they said "no thanks".
    pub fn declined(&self, owner: Uuid) -> bool {
        self.declined.contains(&owner)
    }

    /// Those to whom they said "no thanks".
    pub(crate) fn declined_all(&self) -> impl Iterator<Item = Uuid> {
        self.declined.iter().copied()
    }

    pub(crate) fn blocked(&self) -> Vec<Uuid> {
        self.blocked.iter().copied().collect()
    }

    pub fn contacts(&self) -> &HashSet<Uuid> {
        &self.contacts
    }

    /// The levels that show to everybody who is here as they are. What shows to contacts alone is found on the contact's own
    /// page, and never by a list, a count or a search: these would tell others that it is there.
    pub(crate) fn levels(&self) -> Vec<Level> {
        match self.viewer {
            None => vec![Level::Public],
            Some(_) => vec![Level::Participants, Level::Public],
        }
    }

    /// Those of a kind whose words, as far as they show here, have what is wanted.
    pub(crate) fn having(&self, conn: &Conn, kind: network_document::Kind, wanted: &Wanted) -> SelectStatement {
        use network_document::{Column, Entity};
        // What shows to participants has what everybody sees, too.
        let level = if self.viewer.is_some() { Level::Participants } else { Level::Public };
        Entity::find()
            .select_only()
            .column(Column::ObjectId)
            .filter(Column::Kind.eq(kind))
            .filter(Column::Level.eq(level))
            .filter(has_words(conn, wanted))
            .into_query()
    }

    /// Those whom a list may name: they take part, their name shows, and nobody blocked anybody.
    pub(crate) fn listed(&self) -> SelectStatement {
        use crate::entity::profile::{Column, Entity};
        let mut find = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Id.in_subquery(crate::load::taking_part(self.congress)))
            .filter(Column::NameLevel.is_in(self.levels()));
        if !self.blocked.is_empty() {
            find = find.filter(Column::Id.is_not_in(self.blocked.iter().copied()));
        }
        find.into_query()
    }
}
