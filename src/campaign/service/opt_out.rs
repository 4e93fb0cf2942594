//! Whoever wants no more of these mails says so, and takes it back, as they like.

use crate::entity::opt_out::{Column, Entity, Kind, Model, Source};
use crate::load::Subscription;
use crate::{CampaignError, Event};
use base::{Actor, Uuid};
use identity::service::consent::withdraw_consent;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use std::collections::BTreeSet;
use store::{Conn, Store, Tx, record};

impl Kind {
    pub const ALL: [Self; 3] = [Self::Service, Self::News, Self::All];

    /// As in the database, in forms, and at the end of keys in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::News => "news",
            Self::All => "all",
        }
    }
}

/// What a mailbox wants none of.
pub async fn of(conn: &Conn, mailbox: Uuid) -> Result<Vec<Kind>, CampaignError> {
    let rows = Entity::find().filter(Column::MailboxId.eq(mailbox)).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.kind).collect())
}

/// By the button of a mail program (RFC 8058 §3.2): no more of the kind that this mail was. Again changes nothing. It holds
/// before the next mail goes.
pub async fn one_click(store: &Store, loaded: &Subscription) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let kind = loaded.campaign().kind.opt_out();
    put(&tx, loaded.actor(), loaded, kind, Source::OneClick).await?;
    Ok(tx.commit().await?)
}

/// By the page: exactly these are wanted no more. News that are ended end the consent, too.
pub async fn choose(store: &Store, loaded: &Subscription, unwanted: &BTreeSet<&str>) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let there = of(&tx, loaded.mailbox().id).await?;
    let congress = loaded.campaign().congress_id;
    for kind in Kind::ALL {
        match (there.contains(&kind), unwanted.contains(kind.name())) {
            (false, true) => put(&tx, loaded.actor(), loaded, kind, Source::Page).await?,
            (true, false) => {
                Entity::delete_many()
                    .filter(Column::MailboxId.eq(loaded.mailbox().id))
                    .filter(Column::Kind.eq(kind))
                    .exec(&*tx)
                    .await?;
                let mailbox = loaded.mailbox().id;
                record(&tx, loaded.actor(), Event::OptedIn { congress, mailbox, kind: kind.name() }).await?;
            }
            _ => {}
        }
    }
    Ok(tx.commit().await?)
}

async fn put(tx: &Tx, actor: &Actor, of: &Subscription, kind: Kind, source: Source) -> Result<(), CampaignError> {
    let (congress, mailbox) = (of.campaign().congress_id, of.mailbox().id);
    let row = Model {
        id: tx.id(),
        mailbox_id: mailbox,
        kind,
        source,
        campaign_id: Some(of.campaign().id),
        made_at: tx.now(),
    };
    let once = OnConflict::columns([Column::MailboxId, Column::Kind]).do_nothing().to_owned();
    let written = Entity::insert(row.into_active_model()).on_conflict(once).exec_without_returning(&**tx).await?;
    if written == 0 {
        return Ok(());
    }
    if kind != Kind::Service {
        for within in [Some(congress), None] {
            withdraw_consent(tx, mailbox, within, crate::query::segment::NEWSLETTER).await?;
        }
    }
    Ok(record(tx, actor, Event::OptedOut { congress, mailbox, kind: kind.name() }).await?)
}
