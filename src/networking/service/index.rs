//! The words by which people, offers and needs are found: written in the transaction that changes what they say, so that whoever
//! leaves is found no more at once.

use crate::NetworkingError;
use crate::entity::network_document::{Column, Entity, Kind};
use crate::entity::{entry, network_document, profile, profile_topic};
use crate::rules::search::document;
use crate::rules::visibility::{Field, Level, Viewer};
use base::{Uuid, name};
use congress::entity::{organisation, topic};
use identity::entity::person;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{DbErr, Store, Tx};

/// Who sees what is kept at a level.
const LEVELS: [(Level, Viewer); 2] = [(Level::Participants, Viewer::Participant), (Level::Public, Viewer::Anybody)];

/// Writes the words of somebody, and of what they offer and look for, as far as each shows.
pub(super) async fn of_profile(tx: &Tx, row: &profile::Model) -> Result<(), DbErr> {
    let entries = entry::Entity::find().filter(entry::Column::ProfileId.eq(row.id)).all(&**tx).await?;
    let ids: Vec<Uuid> = entries.iter().map(|row| row.id).chain([row.id]).collect();
    forget(tx, &ids).await?;
    let person = person::Entity::find().filter(person::Column::Id.eq(row.person_id)).one(&**tx).await?;
    let Some(person) = person else { return Ok(()) };
    let body = match row.organisation_id {
        Some(id) => organisation::Entity::find().filter(organisation::Column::Id.eq(id)).one(&**tx).await?,
        None => None,
    };
    let works = profile_topic::Entity::find().filter(profile_topic::Column::ProfileId.eq(row.id)).all(&**tx).await?;
    let of: Vec<Uuid> = works.iter().map(|row| row.topic_id).chain(entries.iter().map(|row| row.topic_id)).collect();
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(of)).all(&**tx).await?;
    let called = name::full(&person.given_name, &person.family_name);
    let mut documents = vec![];
    for (level, viewer) in LEVELS {
        let sees = |field| row.visibility.shows(field, viewer);
        let of_body = body.as_ref().filter(|_| sees(Field::Organisation));
        let body_words = || of_body.into_iter().flat_map(|body| [body.name.as_str(), body.town.as_str()]);
        if sees(Field::Name) {
            let mut texts = vec![called.as_str()];
            texts.extend(body_words());
            texts.extend(Some(row.job.as_str()).filter(|_| sees(Field::Job)));
            texts.extend(Some(row.work.as_str()).filter(|_| sees(Field::Work)));
            let own = works.iter().filter(|_| sees(Field::Topics)).map(|work| work.topic_id);
            for id in own {
                texts.extend(said(&topics, id));
            }
            documents.push(new(tx, (row.host_id, Kind::Profile, row.id), level, document(texts)));
        }
        for entry in entries.iter().filter(|entry| entry.hidden_at.is_none() && viewer.sees(entry.level)) {
            let mut texts = vec![entry.title.as_str(), entry.body.as_str()];
            texts.extend(said(&topics, entry.topic_id));
            // Whose it is shows beside it, where that shows.
            texts.extend(body_words());
            texts.extend(Some(called.as_str()).filter(|_| sees(Field::Name)));
            documents.push(new(tx, (row.host_id, Kind::Entry, entry.id), level, document(texts)));
        }
    }
    if !documents.is_empty() {
        Entity::insert_many(documents).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// All that a topic is called.
fn said(topics: &[topic::Model], id: Uuid) -> Vec<&str> {
    let found = topics.iter().find(|row| row.id == id);
    found.into_iter().flat_map(|row| [row.name.de.as_str(), &row.name.en, &row.synonyms]).collect()
}

fn new(
    tx: &Tx,
    (host, kind, object): (Uuid, Kind, Uuid),
    level: Level,
    stems: String,
) -> network_document::ActiveModel {
    network_document::ActiveModel {
        id: Set(tx.id()),
        host_id: Set(host),
        kind: Set(kind),
        object_id: Set(object),
        level: Set(level),
        // Of 2⁵³ two are never the same.
        number: Set(i64::try_from(tx.chance().below(1 << 53)).unwrap_or_default()),
        stems: Set(stems),
    }
}

/// Nothing of these is found any more.
pub(super) async fn forget(tx: &Tx, objects: &[Uuid]) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ObjectId.is_in(objects.iter().copied())).exec(&**tx).await.map(|_| ())
}

/// The job that writes the words of all who have to do with a topic.
pub const INDEX: &str = "networking.index";

/// Writes the words of all who have to do with a topic again: it is called otherwise, or is another.
pub async fn index_topic(store: &Store, topic: Uuid) -> Result<(), NetworkingError> {
    let conn = store.read();
    let working = profile_topic::Entity::find().filter(profile_topic::Column::TopicId.eq(topic)).all(conn).await?;
    let writing = entry::Entity::find().filter(entry::Column::TopicId.eq(topic)).all(conn).await?;
    let mut ids: Vec<Uuid> = working.into_iter().map(|row| row.profile_id).collect();
    ids.extend(writing.into_iter().map(|row| row.profile_id));
    ids.sort_unstable();
    ids.dedup();
    for part in ids.chunks(CHUNK) {
        let tx = store.begin().await?;
        let rows = profile::Entity::find()
            .filter(profile::Column::Id.is_in(part.iter().copied()))
            .order_by_asc(profile::Column::Id)
            .lock_exclusive()
            .all(&*tx)
            .await?;
        for row in &rows {
            of_profile(&tx, row).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// So many in one transaction.
const CHUNK: usize = 100;
