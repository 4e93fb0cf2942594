//! Contingents: by the link of the partner, or by staff.

use super::Attendee;
use crate::RegistrationError;
use crate::entity::{attendee, contingent, contingent_place, order};
use base::secret::{LinkKey, LinkKind};
use base::{Actor, Language, Permission, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Conn;

/// A contingent, with the proof that `actor` may name people for it.
#[derive(Clone, Debug)]
pub struct Contingent {
    row: contingent::Model,
    actor: Actor,
}

impl Contingent {
    pub fn row(&self) -> &contingent::Model {
        &self.row
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The language of the partner: of the page and the mails.
    pub fn language(&self) -> Language {
        self.row.language.parse().unwrap_or_default()
    }
}

/// By the partner's link, which holds the id and what proves it: `0194f0c63b7e…-…`.
pub async fn contingent_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    secret: &str,
) -> Result<Contingent, RegistrationError> {
    let (id, proof) = secret.split_once('-').ok_or(RegistrationError::Unknown)?;
    let id = Uuid::try_parse(id).map_err(|_| RegistrationError::Unknown)?;
    let row = find(conn, congress, id).await?;
    if !key.matches(proof, LinkKind::Contingent, row.id, row.link_generation) {
        return Err(RegistrationError::Unknown);
    }
    let actor = Actor::holder(row.id, row.contact_name.clone(), row.language.parse().unwrap_or_default());
    Ok(Contingent { row, actor })
}

/// By its id, for staff: needs `orders.write`.
pub async fn contingent_to_manage(
    conn: &Conn,
    actor: &Actor,
    congress: Uuid,
    id: &str,
) -> Result<Contingent, RegistrationError> {
    if !actor.may(Permission::OrdersWrite, congress) {
        return Err(RegistrationError::Unknown);
    }
    let id = Uuid::try_parse(id).map_err(|_| RegistrationError::Unknown)?;
    Ok(Contingent { row: find(conn, congress, id).await?, actor: actor.clone() })
}

async fn find(conn: &Conn, congress: Uuid, id: Uuid) -> Result<contingent::Model, RegistrationError> {
    contingent::Entity::find()
        .filter(contingent::Column::Id.eq(id))
        .filter(contingent::Column::CongressId.eq(congress))
        .one(conn)
        .await?
        .ok_or(RegistrationError::Unknown)
}

/// Somebody who was named for a contingent, by their place in it: the partner may correct and withdraw them, and nobody
/// else of any order.
pub async fn attendee_of_contingent(
    conn: &Conn,
    contingent: &Contingent,
    place: &str,
) -> Result<Attendee, RegistrationError> {
    let place = Uuid::try_parse(place).map_err(|_| RegistrationError::Unknown)?;
    let place = contingent_place::Entity::find()
        .filter(contingent_place::Column::Id.eq(place))
        .filter(contingent_place::Column::ContingentId.eq(contingent.row.id))
        .one(conn)
        .await?
        .and_then(|place| place.attendee_id)
        .ok_or(RegistrationError::Unknown)?;
    let row = attendee::Entity::find().filter(attendee::Column::Id.eq(place)).one(conn).await?;
    let row = row.ok_or(RegistrationError::Unknown)?;
    let order = order::Entity::find().filter(order::Column::Id.eq(row.order_id)).one(conn).await?;
    Ok(Attendee { row, order: order.ok_or(RegistrationError::Unknown)?, actor: contingent.actor.clone() })
}

/// The secret part of the partner's link.
pub fn contingent_secret(key: &LinkKey, contingent: &contingent::Model) -> String {
    let proof = key.secret(LinkKind::Contingent, contingent.id, contingent.link_generation);
    format!("{}-{proof}", contingent.id.simple())
}
