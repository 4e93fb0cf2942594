//! Profiles: joining the directory, and changing what stands there.

use super::{done, index};
use crate::NetworkingError;
use crate::entity::profile::Reach;
use crate::entity::{participation, presence, profile, profile_topic};
use crate::event::What;
use crate::load::{Guest, Member};
use crate::rules::term;
use crate::rules::visibility::{Field, Level, Visibility};
use crate::service::body::body;
use crate::service::entrance::standing;
use base::{Time, Uuid, name};
use congress::entity::{organisation, topic};
use identity::entity::person;
use identity::service::consent::{Agreed, give_consent};
use identity::service::person::link_person;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use std::collections::BTreeSet;
use store::{Conn, DbErr, Store, Tx};
use ticket::order_code;
use web::form::Seen;

/// For what the directory is agreed to.
pub const PURPOSE: &str = "network";

/// What somebody says of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
    pub given_name: String,
    pub family_name: String,
    /// Empty: for nobody.
    pub organisation: String,
    /// What kind of body that is, if it is new.
    pub organisation_kind: organisation::Kind,
    pub town: String,
    pub job: String,
    pub work: String,
    pub topics: BTreeSet<Uuid>,
    /// Tags of languages.
    pub languages: Vec<String>,
    pub links: Vec<String>,
    pub phone: String,
    pub reach: Reach,
    pub visibility: Visibility,
    pub on_site: bool,
    /// When they are there; empty: the whole time.
    pub presence: Vec<(Time, Time)>,
}

impl Profile {
    /// As it is kept. Five statements.
    pub async fn load(conn: &Conn, member: &Member) -> Result<Self, DbErr> {
        let row = &member.profile;
        let organisation = match row.organisation_id {
            Some(id) => organisation::Entity::find().filter(organisation::Column::Id.eq(id)).one(conn).await?,
            None => None,
        };
        let topics =
            profile_topic::Entity::find().filter(profile_topic::Column::ProfileId.eq(row.id)).all(conn).await?;
        let here = participation(conn, member.congress, row.id).await?;
        let times = match &here {
            Some(here) => times(conn, here.id).await?,
            None => vec![],
        };
        Ok(Self {
            given_name: member.person.given_name.clone(),
            family_name: member.person.family_name.clone(),
            organisation: organisation.as_ref().map(|o| o.name.clone()).unwrap_or_default(),
            organisation_kind: organisation.as_ref().map_or(organisation::Kind::Other, |o| o.kind),
            town: organisation.map(|o| o.town).unwrap_or_default(),
            job: row.job.clone(),
            work: row.work.clone(),
            topics: topics.into_iter().map(|row| row.topic_id).collect(),
            languages: row.languages.split_whitespace().map(str::to_owned).collect(),
            links: row.links.lines().map(str::to_owned).collect(),
            phone: row.phone.clone(),
            reach: row.reach,
            visibility: row.visibility,
            on_site: here.is_some_and(|here| here.on_site),
            presence: times,
        })
    }

    /// What a form of a new one begins with: what their ticket or their talk says of them.
    pub fn of_guest(standing: &super::entrance::Standing) -> Self {
        let (given, family, organisation) = match (&standing.attendee, &standing.speaker) {
            (Some(row), _) => (row.given_name.clone(), row.family_name.clone(), row.organisation.clone()),
            (None, Some(row)) => {
                let (given, family) = row.name.rsplit_once(' ').unwrap_or(("", row.name.as_str()));
                (given.to_owned(), family.to_owned(), row.organisation.clone())
            }
            (None, None) => Default::default(),
        };
        Self {
            given_name: given,
            family_name: family,
            organisation,
            organisation_kind: organisation::Kind::Other,
            town: String::new(),
            job: String::new(),
            work: String::new(),
            topics: BTreeSet::new(),
            languages: vec!["de".into()],
            links: vec![],
            phone: String::new(),
            reach: Reach::Message,
            visibility: Visibility::default(),
            on_site: true,
            presence: vec![],
        }
    }
}

pub(crate) async fn participation(
    conn: &Conn,
    congress: Uuid,
    profile: Uuid,
) -> Result<Option<participation::Model>, DbErr> {
    participation::Entity::find()
        .filter(participation::Column::CongressId.eq(congress))
        .filter(participation::Column::ProfileId.eq(profile))
        .one(conn)
        .await
}

pub(crate) async fn times(conn: &Conn, participation: Uuid) -> Result<Vec<(Time, Time)>, DbErr> {
    let rows = presence::Entity::find()
        .filter(presence::Column::ParticipationId.eq(participation))
        .order_by_asc(presence::Column::StartsAt)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.starts_at, row.ends_at)).collect())
}

/// Whoever takes part joins the directory, with the words that they agreed to. Pressed twice, it is one profile. Who was in
/// the directory of another edition of the host brings it along and changes it; what they offer and look for is still theirs.
pub async fn join(
    store: &Store,
    guest: &Guest,
    new: Profile,
    wording: &str,
) -> Result<profile::Model, NetworkingError> {
    let tx = store.begin().await?;
    let congress = congress::service::congress::hold(&tx, guest.congress).await?;
    let standing = standing(&tx, congress.id, &guest.mailbox).await?;
    if !standing.may_join() {
        return Err(NetworkingError::NoTicket);
    }
    let person = link_person(&tx, &guest.actor, guest.mailbox.id, &new.given_name, &new.family_name).await?;
    let there =
        profile::Entity::find().filter(profile::Column::PersonId.eq(person.id)).lock_exclusive().one(&*tx).await?;
    let row = match there {
        Some(row) => row,
        None => insert(&tx, congress.host_id, person.id, guest.mailbox.id).await?,
    };
    if participation(&tx, congress.id, row.id).await?.is_some() {
        // The form was sent twice.
        tx.rollback().await?;
        return Ok(row);
    }
    // Who comes back says what they are called now.
    call(&tx, person.id, &new).await?;
    let here = participation::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(congress.id),
        profile_id: Set(row.id),
        attendee_id: Set(standing.attendee.as_ref().map(|row| row.id)),
        on_site: Set(new.on_site),
        joined_at: Set(tx.now()),
    };
    participation::Entity::insert(here).exec_without_returning(&*tx).await?;
    let row = write(&tx, (congress.host_id, congress.id), row, &new).await?;
    let agreed = Agreed { purpose: PURPOSE, wording, language: guest.actor.language, source: "page" };
    give_consent(&tx, guest.mailbox.id, Some(congress.id), agreed).await?;
    let called = name::full(&new.given_name, &new.family_name);
    done(tx, &guest.actor, (congress.id, row.id), called, What::Joined).await?;
    Ok(row)
}

async fn insert(tx: &Tx, host: Uuid, person: Uuid, mailbox: Uuid) -> Result<profile::Model, DbErr> {
    let row = profile::ActiveModel {
        id: Set(tx.id()),
        host_id: Set(host),
        person_id: Set(person),
        mailbox_id: Set(mailbox),
        code: Set(free_code(tx, host).await?),
        organisation_id: Set(None),
        job: Set(String::new()),
        work: Set(String::new()),
        languages: Set(String::new()),
        links: Set(String::new()),
        phone: Set(String::new()),
        reach: Set(Reach::Message),
        visibility: Set(Visibility::default()),
        sort_key: Set(String::new()),
        name_level: Set(Level::Participants),
        organisation_level: Set(Level::Participants),
        generation: Set(1),
        received: Set(0),
        created_at: Set(tx.now()),
        changed_at: Set(tx.now()),
        expires_at: Set(tx.now() + term::PROFILE),
        reminded_at: Set(None),
    };
    profile::Entity::insert(row).exec_with_returning(&**tx).await
}

async fn free_code(tx: &Tx, host: Uuid) -> Result<String, DbErr> {
    loop {
        let code = order_code(tx.chance().bytes::<16>());
        let taken = profile::Entity::find()
            .filter(profile::Column::HostId.eq(host))
            .filter(profile::Column::Code.eq(&code))
            .one(&**tx)
            .await?;
        if taken.is_none() {
            return Ok(code);
        }
    }
}

/// Changes what somebody says of themselves. Saying anything keeps the profile for another term. Two windows do not overwrite
/// each other.
pub async fn change(store: &Store, member: &Member, new: Profile, seen: &Seen) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let congress = congress::service::congress::hold(&tx, member.congress).await?;
    let held = hold(&tx, member.id()).await?;
    let member = Member { profile: held, ..member.clone() };
    let old = Profile::load(&tx, &member).await?;
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    call(&tx, member.person.id, &new).await?;
    let row = write(&tx, (congress.host_id, congress.id), member.profile.clone(), &new).await?;
    let called = name::full(&new.given_name, &new.family_name);
    done(tx, member.actor(), (congress.id, row.id), called, What::ProfileChanged).await
}

/// What somebody is called from now on.
async fn call(tx: &Tx, person: Uuid, new: &Profile) -> Result<(), DbErr> {
    let named = person::ActiveModel {
        given_name: Set(new.given_name.clone()),
        family_name: Set(new.family_name.clone()),
        ..Default::default()
    };
    person::Entity::update_many().set(named).filter(person::Column::Id.eq(person)).exec(&**tx).await.map(|_| ())
}

/// Somebody of the directory comes in: with the ticket that they have now, where the one they came with is not good any more.
pub async fn come_back(store: &Store, guest: &Guest) -> Result<Option<profile::Model>, NetworkingError> {
    let tx = store.begin().await?;
    let standing = standing(&tx, guest.congress, &guest.mailbox).await?;
    let Some(profile) = standing.profile.clone().filter(|_| standing.may_join()) else {
        return Ok(None);
    };
    let Some(here) = participation(&tx, guest.congress, profile.id).await? else { return Ok(None) };
    let ticket = standing.attendee.map(|row| row.id);
    if here.attendee_id != ticket {
        participation::Entity::update_many()
            .col_expr(participation::Column::AttendeeId, Expr::value(ticket))
            .filter(participation::Column::Id.eq(here.id))
            .exec(&*tx)
            .await?;
    }
    tx.commit().await?;
    Ok(Some(profile))
}

pub(super) async fn hold(tx: &Tx, id: Uuid) -> Result<profile::Model, NetworkingError> {
    let find = profile::Entity::find().filter(profile::Column::Id.eq(id)).lock_exclusive();
    find.one(&**tx).await?.ok_or(NetworkingError::Unknown)
}

/// Writes what was said into the rows.
async fn write(
    tx: &Tx,
    (host, congress): (Uuid, Uuid),
    row: profile::Model,
    new: &Profile,
) -> Result<profile::Model, NetworkingError> {
    let organisation = match new.organisation.as_str() {
        "" => None,
        named => Some(body(tx, host, named, (new.organisation_kind, &new.town)).await?),
    };
    let change = profile::ActiveModel {
        organisation_id: Set(organisation),
        job: Set(new.job.clone()),
        work: Set(new.work.clone()),
        languages: Set(new.languages.join(" ")),
        links: Set(new.links.join("\n")),
        phone: Set(new.phone.clone()),
        reach: Set(new.reach),
        visibility: Set(new.visibility),
        sort_key: Set(name::sorted_by(&name::full(&new.given_name, &new.family_name))),
        name_level: Set(new.visibility.of(Field::Name)),
        organisation_level: Set(new.visibility.of(Field::Organisation)),
        changed_at: Set(tx.now()),
        expires_at: Set(tx.now() + term::PROFILE),
        reminded_at: Set(None),
        ..Default::default()
    };
    profile::Entity::update_many().set(change).filter(profile::Column::Id.eq(row.id)).exec(&**tx).await?;
    set_topics(tx, host, (row.id, new.visibility.of(Field::Topics)), &new.topics).await?;
    if let Some(here) = participation(tx, congress, row.id).await? {
        participation::Entity::update_many()
            .col_expr(participation::Column::OnSite, Expr::value(new.on_site))
            .filter(participation::Column::Id.eq(here.id))
            .exec(&**tx)
            .await?;
        presence::Entity::delete_many().filter(presence::Column::ParticipationId.eq(here.id)).exec(&**tx).await?;
        let rows = new.presence.iter().map(|(from, until)| presence::ActiveModel {
            id: Set(tx.id()),
            participation_id: Set(here.id),
            starts_at: Set(*from),
            ends_at: Set(*until),
        });
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            presence::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
        }
    }
    let row = hold(tx, row.id).await?;
    index::of_profile(tx, &row).await?;
    Ok(row)
}

/// Topics of the host, no others.
async fn set_topics(
    tx: &Tx,
    host: Uuid,
    (profile, level): (Uuid, Level),
    topics: &BTreeSet<Uuid>,
) -> Result<(), DbErr> {
    let of_profile = || profile_topic::Column::ProfileId.eq(profile);
    profile_topic::Entity::delete_many().filter(of_profile()).exec(&**tx).await?;
    let known = topic::Entity::find()
        .filter(topic::Column::HostId.eq(host))
        .filter(topic::Column::Id.is_in(topics.iter().copied()))
        .all(&**tx)
        .await?;
    let rows = known.iter().map(|topic| profile_topic::ActiveModel {
        id: Set(tx.id()),
        profile_id: Set(profile),
        topic_id: Set(topic.id),
        level: Set(level),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        profile_topic::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(())
}
