//! Who of a directory visits, in this browser: begun by a button behind a link that was sent to their mailbox. The session
//! keeps the profile's id and no more than ends it in time.

use crate::entity::profile;
use base::{Time, Uuid, name};
use chrono::TimeDelta;
use identity::entity::person;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use store::Conn;
use web::{Fault, Member, Session};

const KEY: &str = "member";
/// How long it holds, however busy. Idle sessions end sooner.
const LONGEST: TimeDelta = TimeDelta::days(7);

#[derive(Clone, Debug, Serialize, Deserialize)]
struct LetIn {
    profile: Uuid,
    generation: i32,
    since: Time,
}

/// Lets somebody in, in this browser. The session gets another id, so that one who planted the old one gains nothing.
pub async fn begin(session: &Session, profile: &profile::Model, now: Time) -> Result<(), Fault> {
    session.cycle_id().await?;
    let let_in = LetIn { profile: profile.id, generation: profile.generation, since: now };
    Ok(session.insert(KEY, let_in).await?)
}

/// Ends it. Whatever else the session holds stays.
pub async fn end(session: &Session) -> Result<(), Fault> {
    session.remove::<serde_json::Value>(KEY).await?;
    Ok(())
}

/// Who it is, as long as they take part in this congress. Two statements, and none for who is not let in. For
/// [`web::Resolve`].
pub async fn member(conn: &Conn, congress: Uuid, session: &Session, now: Time) -> Result<Option<Member>, Fault> {
    let Some(let_in) = session.get::<LetIn>(KEY).await? else { return Ok(None) };
    if now - let_in.since >= LONGEST {
        return Ok(None);
    }
    let found = profile::Entity::find()
        .filter(profile::Column::Id.eq(let_in.profile))
        .filter(profile::Column::Generation.eq(let_in.generation))
        .filter(profile::Column::Id.in_subquery(crate::load::taking_part(congress)))
        .one(conn)
        .await?;
    let Some(profile) = found else { return Ok(None) };
    let person = person::Entity::find().filter(person::Column::Id.eq(profile.person_id)).one(conn).await?;
    let Some(person) = person else { return Ok(None) };
    Ok(Some(Member { profile: profile.id, name: name::full(&person.given_name, &person.family_name) }))
}
