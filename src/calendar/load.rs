//! Somebody's calendar, or an invitation of theirs, with the proof that whoever asks holds its link.

use crate::CalendarError;
use crate::entity::{calendar_link, invitation};
use base::secret::{LinkKey, LinkKind};
use base::{Actor, Language, Uuid};
use registration::entity::{attendee, order};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Conn, DbErr};

/// Links of invitations are not renewed: what they open ends with the congress.
const GENERATION: i32 = 1;

/// Whose calendar it is.
#[derive(Clone, Debug)]
pub struct Own {
    attendee: attendee::Model,
    order: order::Model,
}

impl Own {
    pub fn attendee(&self) -> &attendee::Model {
        &self.attendee
    }

    pub fn order(&self) -> &order::Model {
        &self.order
    }
}

/// By the secret of its link, which names the link and proves it. It opens nothing else.
pub async fn by_link(conn: &Conn, key: &LinkKey, congress: Uuid, secret: &str) -> Result<Own, CalendarError> {
    let (id, proof) = secret.split_once('-').ok_or(CalendarError::Unknown)?;
    let id: Uuid = id.parse().map_err(|_| CalendarError::Unknown)?;
    let link = calendar_link::Entity::find_by_id(id)
        .filter(calendar_link::Column::CongressId.eq(congress))
        .one(conn)
        .await?
        .filter(|link| key.matches(proof, LinkKind::Calendar, link.id, link.generation))
        .ok_or(CalendarError::Unknown)?;
    let attendee = attendee::Entity::find_by_id(link.attendee_id)
        .one(conn)
        .await?
        .filter(|row| row.link_generation == link.link_generation && row.named_at.is_some())
        .ok_or(CalendarError::Unknown)?;
    let order = order::Entity::find_by_id(attendee.order_id).one(conn).await?.ok_or(CalendarError::Unknown)?;
    Ok(Own { attendee, order })
}

/// The link of an attendee's calendar, if there is one that is not dead.
pub async fn link_of(conn: &Conn, row: &attendee::Model) -> Result<Option<calendar_link::Model>, DbErr> {
    let found = calendar_link::Entity::find().filter(calendar_link::Column::AttendeeId.eq(row.id)).one(conn).await?;
    Ok(found.filter(|link| link.link_generation == row.link_generation))
}

/// The secret part of a calendar's link.
pub fn secret(key: &LinkKey, link: &calendar_link::Model) -> String {
    let proof = key.secret(LinkKind::Calendar, link.id, link.generation);
    format!("{}-{proof}", link.id.simple())
}

/// An invitation, with the proof that the actor may answer it.
#[derive(Clone, Debug)]
pub struct Invitation {
    row: invitation::Model,
    actor: Actor,
}

impl Invitation {
    pub fn row(&self) -> &invitation::Model {
        &self.row
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// By the link in its mail. `language`: of whoever reads.
pub async fn invitation_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    (id, secret): (&str, &str),
    language: Language,
) -> Result<Invitation, CalendarError> {
    let id: Uuid = id.parse().map_err(|_| CalendarError::Unknown)?;
    let row = invitation::Entity::find_by_id(id)
        .filter(invitation::Column::CongressId.eq(congress))
        .one(conn)
        .await?
        .filter(|row| key.matches(secret, LinkKind::Invitation, row.id, GENERATION))
        .ok_or(CalendarError::Unknown)?;
    let actor = Actor::holder(row.id, row.name.clone(), language);
    Ok(Invitation { row, actor })
}

/// The secret part of an invitation's link. It opens nothing else.
pub fn invitation_secret(key: &LinkKey, row: &invitation::Model) -> String {
    key.secret(LinkKind::Invitation, row.id, GENERATION)
}
