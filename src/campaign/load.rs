//! A campaign, or the mails that go to somebody, with the proof that whoever asks may see them.

use crate::CampaignError;
use crate::entity::{campaign, contact};
use crate::service::contact::is_open;
use base::secret::{LinkKey, LinkKind};
use base::{Actor, Language, Time, Uuid};
use identity::entity::mailbox;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Conn;

/// Links out of letters do not end: whoever wants no more mails must be able to say so for ever.
const GENERATION: i32 = 0;

/// A campaign of a congress. Routes ask for the permission.
pub async fn of_congress(conn: &Conn, congress: Uuid, id: &str) -> Result<campaign::Model, CampaignError> {
    let id: Uuid = id.parse().map_err(|_| CampaignError::Unknown)?;
    let found = campaign::Entity::find_by_id(id).filter(campaign::Column::CongressId.eq(congress)).one(conn).await?;
    found.ok_or(CampaignError::Unknown)
}

/// The mails to one mailbox, by a link out of one of them.
#[derive(Clone, Debug)]
pub struct Subscription {
    campaign: campaign::Model,
    mailbox: mailbox::Model,
    actor: Actor,
}

impl Subscription {
    pub fn campaign(&self) -> &campaign::Model {
        &self.campaign
    }

    pub fn mailbox(&self) -> &mailbox::Model {
        &self.mailbox
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// The secret part of the link by which a mailbox ends its mails.
pub fn secret(key: &LinkKey, mailbox: Uuid) -> String {
    key.secret(LinkKind::Subscription, mailbox, GENERATION)
}

/// By the link: which campaign it came with, whose it is, and the secret. `language`: of whoever reads.
pub async fn by_link(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    (campaign, mailbox, secret): (&str, &str, &str),
    language: Language,
) -> Result<Subscription, CampaignError> {
    let campaign = of_congress(conn, congress, campaign).await?;
    let mailbox: Uuid = mailbox.parse().map_err(|_| CampaignError::Unknown)?;
    if !key.matches(secret, LinkKind::Subscription, mailbox, GENERATION) {
        return Err(CampaignError::Unknown);
    }
    let mailbox = mailbox::Entity::find_by_id(mailbox).one(conn).await?.ok_or(CampaignError::Unknown)?;
    let actor = Actor::holder(mailbox.id, mailbox.address.clone(), language);
    Ok(Subscription { campaign, mailbox, actor })
}

/// Somebody who is asked whether they want news, or said so, by the link that was sent there.
#[derive(Clone, Debug)]
pub struct Request {
    row: contact::Model,
    mailbox: mailbox::Model,
    actor: Actor,
}

impl Request {
    pub fn row(&self) -> &contact::Model {
        &self.row
    }

    pub fn mailbox(&self) -> &mailbox::Model {
        &self.mailbox
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// The secret part of the link by which somebody says that they want news.
pub fn request_secret(key: &LinkKey, row: &contact::Model) -> String {
    key.secret(LinkKind::Contact, row.id, row.round)
}

/// By the link. One that is over, since nobody answered, is none.
pub async fn request(
    conn: &Conn,
    key: &LinkKey,
    congress: Uuid,
    (id, secret): (&str, &str),
    (language, now): (Language, Time),
) -> Result<Request, CampaignError> {
    let id: Uuid = id.parse().map_err(|_| CampaignError::Unknown)?;
    let of = contact::Column::CongressId.eq(congress);
    let row = contact::Entity::find_by_id(id).filter(of).one(conn).await?.ok_or(CampaignError::Unknown)?;
    if !key.matches(secret, LinkKind::Contact, row.id, row.round) || (row.consent_id.is_none() && !is_open(&row, now)) {
        return Err(CampaignError::Unknown);
    }
    let mailbox = mailbox::Entity::find_by_id(row.mailbox_id).one(conn).await?.ok_or(CampaignError::Unknown)?;
    let actor = Actor::holder(mailbox.id, mailbox.address.clone(), language);
    Ok(Request { row, mailbox, actor })
}
