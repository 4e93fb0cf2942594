//! Who acts in the directory, and what they may act on: what is given here is the proof that services ask for. What one may
//! not see is [`NetworkingError::Unknown`], as if it did not exist.

use crate::NetworkingError;
use crate::entity::{avoidance, connection, entry, participation, profile};
use crate::rules::visibility::{Field, Viewer};
use base::secret::{LinkKey, LinkKind};
use base::{Actor, Time, Uuid, name};
use chrono::NaiveDate;
use identity::entity::{mailbox, person};
use registration::entity::attendee;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::HashMap;
use store::{Conn, DbErr};
use web::Visit;

/// Somebody of the directory who has shown that it is them.
#[derive(Clone, Debug)]
pub struct Member {
    pub(crate) profile: profile::Model,
    pub(crate) person: person::Model,
    pub(crate) congress: Uuid,
    pub(crate) actor: Actor,
}

impl Member {
    pub fn profile(&self) -> &profile::Model {
        &self.profile
    }

    pub fn id(&self) -> Uuid {
        self.profile.id
    }

    pub fn congress(&self) -> Uuid {
        self.congress
    }

    pub fn name(&self) -> String {
        name::full(&self.person.given_name, &self.person.family_name)
    }

    pub fn person(&self) -> &person::Model {
        &self.person
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// Who visits, behind a route that only members reach.
pub async fn member(conn: &Conn, visit: &Visit) -> Result<Member, NetworkingError> {
    visitor(conn, visit).await?.ok_or(NetworkingError::Unknown)
}

/// Who visits, if it is somebody of the directory.
pub async fn visitor(conn: &Conn, visit: &Visit) -> Result<Option<Member>, NetworkingError> {
    let (Some(member), Some(congress)) = (&visit.member, &visit.congress) else { return Ok(None) };
    of_profile(conn, congress.id, member.profile, visit.language).await
}

/// Somebody of the directory as who acts: for the program's own examples. A request goes through [`member`].
pub async fn acting(
    conn: &Conn,
    congress: Uuid,
    profile: Uuid,
    language: base::Language,
) -> Result<Member, NetworkingError> {
    of_profile(conn, congress, profile, language).await?.ok_or(NetworkingError::Unknown)
}

pub(crate) async fn of_profile(
    conn: &Conn,
    congress: Uuid,
    profile: Uuid,
    language: base::Language,
) -> Result<Option<Member>, NetworkingError> {
    let Some(profile) = profile::Entity::find().filter(profile::Column::Id.eq(profile)).one(conn).await? else {
        return Ok(None);
    };
    let person = person::Entity::find().filter(person::Column::Id.eq(profile.person_id)).one(conn).await?;
    let Some(person) = person else { return Ok(None) };
    let actor = Actor::holder(profile.id, name::full(&person.given_name, &person.family_name), language);
    Ok(Some(Member { profile, person, congress, actor }))
}

/// How somebody stands to the owner of a profile. None: they must not know of each other.
pub async fn standing(conn: &Conn, viewer: Option<Uuid>, owner: Uuid) -> Result<Option<Viewer>, DbErr> {
    let Some(viewer) = viewer else { return Ok(Some(Viewer::Anybody)) };
    if viewer == owner {
        return Ok(Some(Viewer::Owner));
    }
    let people = people(conn, &[viewer, owner]).await?;
    let both = |one: Uuid, other: Uuid| {
        let pair = people.get(&one).zip(people.get(&other));
        let (one, other) = pair.map_or((Uuid::nil(), Uuid::nil()), |(one, other)| (*one, *other));
        Condition::all().add(avoidance::Column::PersonId.eq(one)).add(avoidance::Column::OtherId.eq(other))
    };
    let blocked = avoidance::Entity::find()
        .filter(avoidance::Column::Kind.eq(avoidance::Kind::Blocked))
        .filter(Condition::any().add(both(viewer, owner)).add(both(owner, viewer)))
        .one(conn)
        .await?;
    if blocked.is_some() {
        return Ok(None);
    }
    let known = connection::Entity::find()
        .filter(connection::Column::OneId.eq(viewer.min(owner)))
        .filter(connection::Column::OtherId.eq(viewer.max(owner)))
        .one(conn)
        .await?;
    Ok(Some(if known.is_some() { Viewer::Contact } else { Viewer::Participant }))
}

/// Whose profiles these are.
async fn people(conn: &Conn, profiles: &[Uuid]) -> Result<HashMap<Uuid, Uuid>, DbErr> {
    let rows = profile::Entity::find().filter(profile::Column::Id.is_in(profiles.iter().copied())).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.person_id)).collect())
}

/// Whether somebody does not want to hear from somebody else, who must not notice.
pub(crate) async fn avoids(conn: &Conn, one: Uuid, other: Uuid) -> Result<bool, DbErr> {
    let people = people(conn, &[one, other]).await?;
    let (Some(one), Some(other)) = (people.get(&one), people.get(&other)) else { return Ok(true) };
    let found = avoidance::Entity::find()
        .filter(avoidance::Column::PersonId.eq(*one))
        .filter(avoidance::Column::OtherId.eq(*other));
    Ok(found.one(conn).await?.is_some())
}

/// The profiles that take part in a congress, as a condition on a column of profile ids.
/// Who has given their ticket back does not, and neither sees the others nor is seen; who speaks needs none.
pub(crate) fn taking_part(congress: Uuid) -> sea_orm::sea_query::SelectStatement {
    let valid = attendee::Entity::find()
        .select_only()
        .column(attendee::Column::Id)
        .filter(attendee::Column::State.eq(attendee::State::Valid));
    let admitted = Condition::any()
        .add(participation::Column::AttendeeId.is_null())
        .add(participation::Column::AttendeeId.in_subquery(valid.into_query()));
    participation::Entity::find()
        .select_only()
        .column(participation::Column::ProfileId)
        .filter(participation::Column::CongressId.eq(congress))
        .filter(admitted)
        .into_query()
}

/// Whether all of these take part in a congress.
pub(crate) async fn are_here(conn: &Conn, congress: Uuid, profiles: &[Uuid]) -> Result<bool, DbErr> {
    let here = profile::Entity::find()
        .filter(profile::Column::Id.is_in(profiles.iter().copied()))
        .filter(profile::Column::Id.in_subquery(taking_part(congress)))
        .all(conn)
        .await?;
    Ok(profiles.iter().all(|id| here.iter().any(|row| row.id == *id)))
}

/// Somebody by their code, as far as `viewer` may know that they are there; with how the two stand. Those who blocked each
/// other are not there for each other; who only shows to participants is not there for others.
pub async fn somebody(
    conn: &Conn,
    congress: Uuid,
    code: &str,
    viewer: Option<&Member>,
) -> Result<(profile::Model, Viewer), NetworkingError> {
    let code = ticket::parse_order_code(code).ok_or(NetworkingError::Unknown)?;
    let found = profile::Entity::find()
        .filter(profile::Column::Code.eq(code))
        .filter(profile::Column::Id.in_subquery(taking_part(congress)))
        .one(conn)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    let standing = standing(conn, viewer.map(Member::id), found.id).await?.ok_or(NetworkingError::Unknown)?;
    if found.visibility.shows(Field::Name, standing) { Ok((found, standing)) } else { Err(NetworkingError::Unknown) }
}

/// An offer or a need by its code, as far as `viewer` may see it; with its author and how the two stand.
pub async fn shown_entry(
    conn: &Conn,
    (congress, now): (Uuid, Time),
    code: &str,
    viewer: Option<&Member>,
) -> Result<(entry::Model, profile::Model, Viewer), NetworkingError> {
    let code = ticket::parse_order_code(code).ok_or(NetworkingError::Unknown)?;
    let found = entry::Entity::find()
        .filter(entry::Column::Code.eq(code))
        .filter(entry::Column::ProfileId.in_subquery(taking_part(congress)))
        .one(conn)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    let owner = profile::Entity::find()
        .filter(profile::Column::Id.eq(found.profile_id))
        .one(conn)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    let standing = standing(conn, viewer.map(Member::id), owner.id).await?.ok_or(NetworkingError::Unknown)?;
    let is_up = found.hidden_at.is_none() && found.expires_at > now;
    let shows = standing == Viewer::Owner || (is_up && standing.sees(found.level));
    if shows { Ok((found, owner, standing)) } else { Err(NetworkingError::Unknown) }
}

/// An offer or a need of one's own.
pub async fn own_entry(conn: &Conn, member: &Member, id: &str) -> Result<entry::Model, NetworkingError> {
    let id = Uuid::try_parse(id).map_err(|_| NetworkingError::Unknown)?;
    entry::Entity::find()
        .filter(entry::Column::Id.eq(id))
        .filter(entry::Column::ProfileId.eq(member.id()))
        .one(conn)
        .await?
        .ok_or(NetworkingError::Unknown)
}

/// Where the way in leads whose link it is: a mailbox that was proven by it.
#[derive(Clone, Debug)]
pub struct Guest {
    pub(crate) mailbox: mailbox::Model,
    pub(crate) congress: Uuid,
    pub(crate) actor: Actor,
}

impl Guest {
    pub fn mailbox(&self) -> &mailbox::Model {
        &self.mailbox
    }

    /// Who holds a ticket as who acts: for the program's own examples. The link of a ticket proves no mailbox, since whoever
    /// types an address may be shown it: a request goes through [`guest`].
    pub async fn acting(conn: &Conn, attendee: &registration::load::Attendee) -> Result<Self, NetworkingError> {
        let row = attendee.row();
        let mailbox = mailbox::Entity::find().filter(mailbox::Column::Id.eq(row.mailbox_id)).one(conn).await?;
        let mailbox = mailbox.ok_or(NetworkingError::Unknown)?;
        Ok(Self { mailbox, congress: row.congress_id, actor: attendee.actor().clone() })
    }
}

/// The address that a ticket has, which nobody need have proven.
pub(crate) async fn address_of(
    conn: &Conn,
    attendee: &registration::load::Attendee,
) -> Result<String, NetworkingError> {
    let find = mailbox::Entity::find().filter(mailbox::Column::Id.eq(attendee.row().mailbox_id));
    Ok(find.one(conn).await?.ok_or(NetworkingError::Unknown)?.address)
}

/// So long a link of the way in holds: the day on which it was made, and the next.
const DAYS: i32 = 2;

/// The day in UTC, counted; what the secret of a link is made with.
fn day(at: Time) -> i32 {
    i32::try_from(at.date_naive().signed_duration_since(NaiveDate::default()).num_days()).unwrap_or_default()
}

/// The secret part of a link of the way in, made today.
pub fn entrance_secret(key: &LinkKey, mailbox: Uuid, now: Time) -> String {
    key.secret(LinkKind::Network, mailbox, day(now))
}

/// By a link of the way in.
pub async fn guest(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    (id, secret): (&str, &str),
    (language, now): (base::Language, Time),
) -> Result<Guest, NetworkingError> {
    let id = Uuid::try_parse(id).map_err(|_| NetworkingError::Unknown)?;
    let made = (0..DAYS).map(|ago| day(now) - ago);
    if !made.into_iter().any(|day| key.matches(secret, LinkKind::Network, id, day)) {
        return Err(NetworkingError::LinkEnded);
    }
    let congress_row = congress::query::by_id(conn, congress).await?.ok_or(NetworkingError::Unknown)?;
    let mailbox = mailbox::Entity::find()
        .filter(mailbox::Column::Id.eq(id))
        .filter(mailbox::Column::HostId.eq(congress_row.host_id))
        .one(conn)
        .await?
        .ok_or(NetworkingError::LinkEnded)?;
    let actor = Actor::holder(mailbox.id, String::new(), language);
    Ok(Guest { mailbox, congress, actor })
}
