//! What was handed in, and who speaks, with the proof that an actor may act for them. Nothing of somebody else is found.

use crate::ProgrammeError;
use crate::entity::{call, call_link, speaker, submission};
use crate::rules::transition::By;
use base::secret::{LinkKey, LinkKind};
use base::{Actor, Language, Permission, Uuid};
use congress::entity::code;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Conn;

/// Something handed in or being written, with the proof that the actor may change it.
#[derive(Clone, Debug)]
pub struct Submission {
    row: submission::Model,
    actor: Actor,
    by: By,
}

impl Submission {
    pub fn row(&self) -> &submission::Model {
        &self.row
    }

    /// Who has been let near it, and acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// One that staff are making at this moment.
    pub(crate) fn of_staff(row: submission::Model, actor: Actor) -> Self {
        Self { row, actor, by: By::Organiser }
    }

    /// As whom they act.
    pub fn by(&self) -> By {
        self.by
    }
}

/// By the link that was sent to whoever hands it in.
pub async fn submission_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    code: &str,
    secret: &str,
) -> Result<Submission, ProgrammeError> {
    let row = submission_of(conn, congress, code).await?;
    if !key.matches(secret, LinkKind::Submission, row.id, row.link_generation) {
        return Err(ProgrammeError::Unknown);
    }
    let language = row.mail_language.parse().unwrap_or_default();
    let actor = Actor::holder(row.id, String::new(), language);
    Ok(Submission { row, actor, by: By::Submitter })
}

/// By staff who build the programme. Drafts are their submitters' alone.
pub async fn submission_for_staff(
    conn: &Conn,
    actor: &Actor,
    congress: Uuid,
    code: &str,
) -> Result<Submission, ProgrammeError> {
    if !actor.may(Permission::ProgrammeWrite, congress) {
        return Err(ProgrammeError::Unknown);
    }
    let row = submission_of(conn, congress, code).await?;
    if row.state == submission::State::Draft {
        return Err(ProgrammeError::Unknown);
    }
    Ok(Submission { row, actor: actor.clone(), by: By::Organiser })
}

async fn submission_of(conn: &Conn, congress: Uuid, code: &str) -> Result<submission::Model, ProgrammeError> {
    let code = ticket::parse_order_code(code).ok_or(ProgrammeError::Unknown)?;
    submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::Code.eq(code))
        .one(conn)
        .await?
        .ok_or(ProgrammeError::Unknown)
}

/// The secret part of the link.
pub fn submission_secret(key: &LinkKey, row: &submission::Model) -> String {
    key.secret(LinkKind::Submission, row.id, row.link_generation)
}

/// Somebody who speaks, with the proof that the actor is them.
#[derive(Clone, Debug)]
pub struct Speaker {
    row: speaker::Model,
    actor: Actor,
}

impl Speaker {
    pub fn row(&self) -> &speaker::Model {
        &self.row
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// By the link to their own page.
pub async fn speaker_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    id: &str,
    secret: &str,
) -> Result<Speaker, ProgrammeError> {
    let id = Uuid::try_parse(id).map_err(|_| ProgrammeError::Unknown)?;
    let row = speaker::Entity::find()
        .filter(speaker::Column::Id.eq(id))
        .filter(speaker::Column::CongressId.eq(congress))
        .filter(speaker::Column::MailboxId.is_not_null())
        .one(conn)
        .await?
        .ok_or(ProgrammeError::Unknown)?;
    if !key.matches(secret, LinkKind::Speaker, row.id, row.link_generation) {
        return Err(ProgrammeError::Unknown);
    }
    let actor = Actor::holder(row.id, row.name.clone(), Language::default());
    Ok(Speaker { row, actor })
}

/// The secret part of the link.
pub fn speaker_secret(key: &LinkKey, row: &speaker::Model) -> String {
    key.secret(LinkKind::Speaker, row.id, row.link_generation)
}

/// A published call by its short name.
pub async fn call_of(conn: &Conn, congress: Uuid, slug: &str) -> Result<call::Model, ProgrammeError> {
    call::Entity::find()
        .filter(call::Column::CongressId.eq(congress))
        .filter(call::Column::Slug.eq(slug))
        .filter(call::Column::Published.eq(true))
        .one(conn)
        .await?
        .ok_or(ProgrammeError::Unknown)
}

/// A call by its id, for staff who build the programme.
pub async fn call_for_staff(
    conn: &Conn,
    actor: &Actor,
    congress: Uuid,
    id: &str,
) -> Result<call::Model, ProgrammeError> {
    if !actor.may(Permission::ProgrammeWrite, congress) {
        return Err(ProgrammeError::Unknown);
    }
    let id = Uuid::try_parse(id).map_err(|_| ProgrammeError::Unknown)?;
    call::Entity::find()
        .filter(call::Column::Id.eq(id))
        .filter(call::Column::CongressId.eq(congress))
        .one(conn)
        .await?
        .ok_or(ProgrammeError::Unknown)
}

/// A late link and the code behind it, proven by its secret, which holds the id and what proves it: `0194f0c6…-…`.
pub async fn late_link(
    conn: &Conn,
    key: &LinkKey,
    call: &call::Model,
    secret: &str,
) -> Result<(call_link::Model, code::Model), ProgrammeError> {
    let (id, proof) = secret.split_once('-').ok_or(ProgrammeError::Unknown)?;
    let id = Uuid::try_parse(id).map_err(|_| ProgrammeError::Unknown)?;
    let link = call_link::Entity::find()
        .filter(call_link::Column::Id.eq(id))
        .filter(call_link::Column::CallId.eq(call.id))
        .one(conn)
        .await?
        .ok_or(ProgrammeError::Unknown)?;
    if !key.matches(proof, LinkKind::Late, link.id, link.generation) {
        return Err(ProgrammeError::Unknown);
    }
    let code = code::Entity::find_by_id(link.code_id).one(conn).await?.ok_or(ProgrammeError::Unknown)?;
    Ok((link, code))
}

/// The secret part of a late link.
pub fn late_secret(key: &LinkKey, link: &call_link::Model) -> String {
    format!("{}-{}", link.id.simple(), key.secret(LinkKind::Late, link.id, link.generation))
}
