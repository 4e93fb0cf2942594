//! Whoever wants no more of these mails says so, and takes it back, as they like.

use crate::entity::opt_out::{Column, Entity, Kind, Model, Source};
use crate::load::Subscription;
use crate::query::segment::NEWSLETTER;
use crate::{CampaignError, Event};
use base::{Actor, Uuid};
use identity::service::consent::{Agreed, agrees, give_consent, withdraw_consent};
use identity::service::mailbox::prove_mailbox;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use store::{Conn, Store, Tx, record};

impl Kind {
    /// As in the database, in forms, and at the end of keys in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::News => "news",
            Self::All => "all",
        }
    }
}

/// Which campaigns a mailbox gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub service: bool,
    /// They agreed to get them, and have not ended that.
    pub news: bool,
}

/// What a mailbox gets of this congress. News go by the consent alone: whoever agreed after they wanted none wants them again.
/// Three statements.
pub async fn wanted(conn: &Conn, congress: Uuid, mailbox: Uuid) -> Result<Wanted, CampaignError> {
    let out = of(conn, mailbox).await?;
    let service = !out.contains(&Kind::Service) && !out.contains(&Kind::All);
    let news =
        agrees(conn, mailbox, Some(congress), NEWSLETTER).await? || agrees(conn, mailbox, None, NEWSLETTER).await?;
    Ok(Wanted { service, news })
}

async fn of(conn: &Conn, mailbox: Uuid) -> Result<Vec<Kind>, CampaignError> {
    let rows = Entity::find().filter(Column::MailboxId.eq(mailbox)).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.kind).collect())
}

/// By the button of a mail program (RFC 8058 §3.2): no more of the kind that this mail was. Again changes nothing. It holds
/// before the next mail goes.
pub async fn one_click(store: &Store, loaded: &Subscription) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let kind = loaded.campaign().kind.opt_out();
    let of = (loaded.campaign().congress_id, loaded.mailbox().id);
    put(&tx, loaded.actor(), of, Some(loaded.campaign().id), (kind, Source::OneClick)).await?;
    Ok(tx.commit().await?)
}

/// By the page: exactly these are wanted from now on. News that are ended end the consent, news that are wanted are a consent:
/// `wording` is what stood beside the box. Whoever wants neither gets none of whatever kind.
pub async fn choose(store: &Store, loaded: &Subscription, want: Wanted, wording: &str) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let (congress, mailbox) = (loaded.campaign().congress_id, loaded.mailbox().id);
    let (actor, campaign) = (loaded.actor(), Some(loaded.campaign().id));
    let before = wanted(&tx, congress, mailbox).await?;
    let there = of(&tx, mailbox).await?;
    let none = !want.service && !want.news;
    let out = [(Kind::Service, !want.service), (Kind::News, !want.news), (Kind::All, none)];
    for (kind, out) in out {
        match (there.contains(&kind), out) {
            (_, true) => put(&tx, actor, (congress, mailbox), campaign, (kind, Source::Page)).await?,
            (true, false) => {
                let this = Column::Kind.eq(kind);
                Entity::delete_many().filter(Column::MailboxId.eq(mailbox)).filter(this).exec(&*tx).await?;
                record(&tx, actor, Event::OptedIn { congress, mailbox, kind: kind.name() }).await?;
            }
            (false, false) => {}
        }
    }
    if want.news && !before.news {
        let agreed = Agreed { purpose: NEWSLETTER, wording, language: actor.language, source: "page" };
        give_consent(&tx, mailbox, Some(congress), agreed).await?;
    }
    // Whoever chooses here reads the mailbox: the link was sent there alone.
    prove_mailbox(&tx, actor, mailbox).await?;
    Ok(tx.commit().await?)
}

/// Notes that somebody wants no campaigns of a kind, and ends what they agreed to. `campaign`: behind whose link.
pub(super) async fn put(
    tx: &Tx,
    actor: &Actor,
    (congress, mailbox): (Uuid, Uuid),
    campaign: Option<Uuid>,
    (kind, source): (Kind, Source),
) -> Result<(), CampaignError> {
    let row = Model { id: tx.id(), mailbox_id: mailbox, kind, source, campaign_id: campaign, made_at: tx.now() };
    let once = OnConflict::columns([Column::MailboxId, Column::Kind]).do_nothing().to_owned();
    let mut new = Entity::insert(row.into_active_model()).on_conflict(once).exec_without_returning(&**tx).await? > 0;
    if kind != Kind::Service {
        // They may have agreed again since.
        for within in [Some(congress), None] {
            new |= withdraw_consent(tx, mailbox, within, NEWSLETTER).await?;
        }
    }
    if !new {
        return Ok(());
    }
    Ok(record(tx, actor, Event::OptedOut { congress, mailbox, kind: kind.name() }).await?)
}
