//! Loading is the check: an order is looked up within its congress and for this actor, and what comes out is the
//! proof that services ask for. What one may not know of is [`RegistrationError::Unknown`], as if it did not exist.

pub mod contingent;
pub mod waiting;

use crate::RegistrationError;
use crate::entity::{attendee, order, substitution};
use ::ticket::parse_order_code;
use base::actor::ActorKind;
use base::secret::{LinkKey, LinkKind};
use base::{Actor, Language, Permission, Uuid, name};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::marker::PhantomData;
use store::{Conn, DbErr};

/// May look.
#[derive(Clone, Copy, Debug)]
pub struct See;
/// May change.
#[derive(Clone, Copy, Debug)]
pub struct Manage;
/// May say what was paid for it.
#[derive(Clone, Copy, Debug)]
pub struct Settle;

/// An order, with the proof that `actor` may do what `A` says.
#[derive(Clone, Debug)]
pub struct Order<A> {
    row: order::Model,
    actor: Actor,
    proven: PhantomData<A>,
}

impl<A> Order<A> {
    pub fn row(&self) -> &order::Model {
        &self.row
    }

    /// Who has been let near it, and acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The language of the order: of its page and its mails.
    pub fn language(&self) -> Language {
        self.row.language.parse().unwrap_or_default()
    }
}

impl From<Order<Manage>> for Order<See> {
    fn from(order: Order<Manage>) -> Self {
        Self { row: order.row, actor: order.actor, proven: PhantomData }
    }
}

/// By its link. Who holds it acts as the buyer.
pub async fn order_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    code: &str,
    secret: &str,
) -> Result<Order<Manage>, RegistrationError> {
    let row = find_order(conn, congress, code).await?.ok_or(RegistrationError::Unknown)?;
    if !key.matches(secret, LinkKind::Order, row.id, row.link_generation) {
        return Err(RegistrationError::Unknown);
    }
    let actor = Actor::holder(row.id, row.buyer_name.clone(), row.language.parse().unwrap_or_default());
    Ok(Order { row, actor, proven: PhantomData })
}

/// By its code, to look at: needs `orders.read`.
pub async fn order_to_see(
    conn: &Conn,
    actor: &Actor,
    congress: Uuid,
    code: &str,
) -> Result<Order<See>, RegistrationError> {
    for_staff(conn, actor, Permission::OrdersRead, congress, code).await
}

/// By its code, to change: needs `orders.write`.
pub async fn order_to_manage(
    conn: &Conn,
    actor: &Actor,
    congress: Uuid,
    code: &str,
) -> Result<Order<Manage>, RegistrationError> {
    for_staff(conn, actor, Permission::OrdersWrite, congress, code).await
}

/// By its code, to note payments: needs `payments.write`.
pub async fn order_to_settle(
    conn: &Conn,
    actor: &Actor,
    congress: Uuid,
    code: &str,
) -> Result<Order<Settle>, RegistrationError> {
    let found = for_staff(conn, actor, Permission::PaymentsWrite, congress, code).await?;
    // Nothing is paid for what only tries something out.
    if found.row.test { Err(RegistrationError::Unknown) } else { Ok(found) }
}

async fn for_staff<A>(
    conn: &Conn,
    actor: &Actor,
    permission: Permission,
    congress: Uuid,
    code: &str,
) -> Result<Order<A>, RegistrationError> {
    if !actor.may(permission, congress) {
        return Err(RegistrationError::Unknown);
    }
    let row = find_order(conn, congress, code).await?.ok_or(RegistrationError::Unknown)?;
    Ok(Order { row, actor: actor.clone(), proven: PhantomData })
}

async fn find_order(conn: &Conn, congress: Uuid, code: &str) -> Result<Option<order::Model>, DbErr> {
    let Some(code) = parse_order_code(code) else { return Ok(None) };
    order::Entity::find()
        .filter(order::Column::CongressId.eq(congress))
        .filter(order::Column::Code.eq(code))
        .one(conn)
        .await
}

/// One attendee, with the proof that the actor may change them.
#[derive(Clone, Debug)]
pub struct Attendee {
    row: attendee::Model,
    order: order::Model,
    actor: Actor,
}

impl Attendee {
    pub fn row(&self) -> &attendee::Model {
        &self.row
    }

    pub fn order(&self) -> &order::Model {
        &self.order
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The language of the attendee: of the ticket and the mails.
    pub fn language(&self) -> Language {
        self.row.language.parse().unwrap_or_default()
    }

    /// Whether the link that proved it still opens the same, now that both are held: somebody may have ended it, or the
    /// ticket may have passed to somebody else. Staff need no link.
    pub(crate) fn is_proven(&self, order: &order::Model, row: &attendee::Model) -> bool {
        match self.actor.kind {
            ActorKind::Holder(id) if id == row.id => self.row.link_generation == row.link_generation,
            ActorKind::Holder(_) => self.order.link_generation == order.link_generation,
            _ => true,
        }
    }
}

/// An attendee of an order that one may manage.
pub async fn attendee_of(conn: &Conn, order: &Order<Manage>, position: &str) -> Result<Attendee, RegistrationError> {
    let position: i32 = position.parse().map_err(|_| RegistrationError::Unknown)?;
    let row = find_attendee(conn, order.row.id, position).await?.ok_or(RegistrationError::Unknown)?;
    Ok(Attendee { row, order: order.row.clone(), actor: order.actor.clone() })
}

/// An attendee by their own link, `7h4kq2-1-…`: code and position name the ticket, the rest proves it. It opens
/// nothing of the others in the order.
pub async fn attendee_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    secret: &str,
) -> Result<Attendee, RegistrationError> {
    let found = by_secret(conn, key, LinkKind::Attendee, congress, secret).await?;
    // Nobody has the own link of somebody who is still to come.
    if found.row.named_at.is_none() { Err(RegistrationError::Unknown) } else { Ok(found) }
}

/// A place without a name, by the link that passes it on. The link stays readable once somebody has taken the place, so
/// that who comes second is told; it then opens nothing else.
pub async fn place_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    secret: &str,
) -> Result<Attendee, RegistrationError> {
    by_secret(conn, key, LinkKind::Place, congress, secret).await
}

async fn by_secret(
    conn: &Conn,
    key: &LinkKey,
    kind: LinkKind,
    congress: Uuid,
    secret: &str,
) -> Result<Attendee, RegistrationError> {
    let (order, row, proof) = named(conn, congress, secret).await?;
    if !key.matches(proof, kind, row.id, row.link_generation) {
        return Err(RegistrationError::Unknown);
    }
    let actor =
        Actor::holder(row.id, name::full(&row.given_name, &row.family_name), row.language.parse().unwrap_or_default());
    Ok(Attendee { row, order, actor })
}

/// A ticket that somebody is asked to take over, with the proof that the mail which asked them was theirs.
#[derive(Clone, Debug)]
pub struct Substitution {
    row: substitution::Model,
    attendee: attendee::Model,
    order: order::Model,
}

impl Substitution {
    pub fn row(&self) -> &substitution::Model {
        &self.row
    }

    pub fn attendee(&self) -> &attendee::Model {
        &self.attendee
    }

    pub fn order(&self) -> &order::Model {
        &self.order
    }
}

/// By the link in the mail to who is to come instead, `7h4kq2-1-…`. It opens nothing else of the order.
pub async fn substitution_by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    secret: &str,
) -> Result<Substitution, RegistrationError> {
    let (order, attendee, proof) = named(conn, congress, secret).await?;
    let asked = substitution::Entity::find()
        .filter(substitution::Column::AttendeeId.eq(attendee.id))
        .order_by_desc(substitution::Column::AskedAt)
        .all(conn)
        .await?;
    let row = asked.into_iter().find(|row| key.matches(proof, LinkKind::Substitute, row.id, 1));
    Ok(Substitution { row: row.ok_or(RegistrationError::Unknown)?, attendee, order })
}

/// The secret part of the link to take over a ticket.
pub fn substitution_secret(
    key: &LinkKey,
    order: &order::Model,
    attendee: &attendee::Model,
    substitution: &substitution::Model,
) -> String {
    let proof = key.secret(LinkKind::Substitute, substitution.id, 1);
    format!("{}-{}-{proof}", order.code.to_ascii_lowercase(), attendee.position)
}

/// The ticket that a secret names, and what is to prove it.
async fn named<'a>(
    conn: &Conn,
    congress: Uuid,
    secret: &'a str,
) -> Result<(order::Model, attendee::Model, &'a str), RegistrationError> {
    let mut parts = secret.splitn(3, '-');
    let (Some(code), Some(position), Some(proof)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(RegistrationError::Unknown);
    };
    let position: i32 = position.parse().map_err(|_| RegistrationError::Unknown)?;
    let order = find_order(conn, congress, code).await?.ok_or(RegistrationError::Unknown)?;
    let row = find_attendee(conn, order.id, position).await?.ok_or(RegistrationError::Unknown)?;
    Ok((order, row, proof))
}

async fn find_attendee(conn: &Conn, order: Uuid, position: i32) -> Result<Option<attendee::Model>, DbErr> {
    attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order))
        .filter(attendee::Column::Position.eq(position))
        .one(conn)
        .await
}

/// The secret part of an order's link.
pub fn order_secret(key: &LinkKey, order: &order::Model) -> String {
    key.secret(LinkKind::Order, order.id, order.link_generation)
}

/// The secret part of an attendee's own link.
pub fn attendee_secret(key: &LinkKey, order: &order::Model, attendee: &attendee::Model) -> String {
    secret_of(key, LinkKind::Attendee, order, attendee)
}

/// The secret part of the link that passes a place on.
pub fn place_secret(key: &LinkKey, order: &order::Model, attendee: &attendee::Model) -> String {
    secret_of(key, LinkKind::Place, order, attendee)
}

fn secret_of(key: &LinkKey, kind: LinkKind, order: &order::Model, attendee: &attendee::Model) -> String {
    let proof = key.secret(kind, attendee.id, attendee.link_generation);
    format!("{}-{}-{proof}", order.code.to_ascii_lowercase(), attendee.position)
}
