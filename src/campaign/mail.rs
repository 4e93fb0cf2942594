//! How a campaign's letter is written for one recipient: what it says is read once for each version, what is known of the
//! recipient with each mail.

mod block;
pub mod confirm;

use crate::CampaignError;
use crate::entity::campaign::{self, Kind, Model};
use crate::load::secret;
use crate::query::addressee::{Addressee, addressees};
use crate::query::recipient::obstacle_of;
use crate::rules::letter::{Placeholder, fill};
use base::{Language, Uuid};
use block::Writer;
pub use block::{Shown, shown};
use congress::entity::congress::Model as Congress;
use congress::mail::{letter, privacy_url};
use locale::{Tz, Words};
use post::template::escape_markdown;
use post::{Compose, ComposeError, Composers, Draft, Due, Stream, compose};
use registration::mail::Links;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Conn, DbErr, Store};

/// A campaign's letter.
pub const LETTER: &str = "campaign.letter";
/// The same, to whoever writes it.
pub const TEST_MAIL: &str = "campaign.test";

/// What a mail is about. `mailbox`: whose facts fill it; a test may have none.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Payload {
    pub campaign: Uuid,
    pub mailbox: Option<Uuid>,
}

/// Why a mail exists: one for each mailbox.
pub fn cause(campaign: Uuid, mailbox: Uuid) -> String {
    format!("{LETTER}:{campaign}:{mailbox}")
}

/// With who writes these mails.
pub fn with_letters(composers: Composers, links: &Links) -> Composers {
    let known = Known::default();
    composers
        .with_stream(LETTER, Stream::Campaign, writer(links.clone(), known.clone()))
        .with(TEST_MAIL, writer(links.clone(), known))
        .with_secret(confirm::CONFIRM, confirm::asking(links.clone()))
}

fn writer(links: Links, known: Known) -> Compose {
    compose(move |store, due| write(store, due, links.clone(), known.clone()))
}

async fn write(store: Store, due: Due, links: Links, known: Known) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let conn = store.read();
    let prepared = known.get(conn, payload.campaign, due.language, &links.public_url).await?;
    let is_test = due.kind == TEST_MAIL;
    // Tried again, sent again, or released: what somebody has said meanwhile holds.
    if let Some(mailbox) = payload.mailbox.filter(|_| !is_test)
        && obstacle_of(conn, &prepared.row, mailbox).await?.is_some()
    {
        return Err(ComposeError::Gone("they do not want it any more".into()));
    }
    let to = addressee(conn, &prepared.congress, payload.mailbox).await?;
    prepared.letter(&links, (payload.mailbox, &to), due.language, is_test).map_err(ComposeError::GiveUp)
}

/// As somebody would get it.
pub async fn preview(
    conn: &Conn,
    links: &Links,
    row: &Model,
    mailbox: Option<Uuid>,
    language: Language,
) -> Result<Result<Draft, String>, CampaignError> {
    let congress = congress::query::by_id(conn, row.congress_id).await?.ok_or(CampaignError::Unknown)?;
    let to = addressee(conn, &congress, mailbox).await?;
    let prepared = prepare(conn, row.clone(), congress, language, &links.public_url).await?;
    Ok(prepared.letter(links, (mailbox, &to), language, true))
}

/// Of nobody nothing is known.
async fn addressee(conn: &Conn, congress: &Congress, mailbox: Option<Uuid>) -> Result<Addressee, DbErr> {
    let Some(mailbox) = mailbox else { return Ok(Addressee::default()) };
    Ok(addressees(conn, congress.id, &[mailbox]).await?.remove(&mailbox).unwrap_or_default())
}

/// Letters as they were read last. Nothing here is missed: of which version and revision they are is asked with each mail.
#[derive(Clone, Default)]
struct Known(Arc<Mutex<Letters>>);

/// By campaign and language.
type Letters = HashMap<(Uuid, Language), Arc<Prepared>>;

/// More campaigns are not sent at once.
const MOST: usize = 16;

impl Known {
    async fn get(&self, conn: &Conn, id: Uuid, language: Language, site: &str) -> Result<Arc<Prepared>, ComposeError> {
        let gone = || ComposeError::Gone("the campaign is gone".into());
        let row = campaign::Entity::find_by_id(id).one(conn).await?.ok_or_else(gone)?;
        let congress = congress::query::by_id(conn, row.congress_id).await?.ok_or_else(gone)?;
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept().get(&(id, language)).cloned();
        if let Some(found) = found.filter(|found| found.is_of(&row, &congress)) {
            return Ok(found);
        }
        let prepared = Arc::new(prepare(conn, row, congress, language, site).await.map_err(|e| ComposeError::of(&e))?);
        let mut kept = kept();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert((id, language), Arc::clone(&prepared));
        Ok(prepared)
    }
}

/// A letter in one language, as far as it is the same for all.
struct Prepared {
    row: Model,
    congress: Congress,
    subject: String,
    /// Markdown with placeholders.
    body: String,
    /// The page on data protection.
    privacy: Option<String>,
    zone: Tz,
}

impl Prepared {
    fn is_of(&self, row: &Model, congress: &Congress) -> bool {
        self.row.version == row.version && self.congress.revision == congress.revision
    }

    /// `aside`: for somebody of staff, who gets no links of others.
    fn letter(
        &self,
        links: &Links,
        (mailbox, to): (Option<Uuid>, &Addressee),
        language: Language,
        aside: bool,
    ) -> Result<Draft, String> {
        let words = Words::new(language);
        let home = format!("{}{}", links.public_url, address::Congress::new(&self.congress.slug).path());
        let personal = to.ticket.as_ref().filter(|_| !aside);
        let my = personal.map_or(home, |(order, ticket)| links.my(&self.congress, order, ticket));
        let said = |known: Placeholder| match known {
            Placeholder::Name => to.name.clone(),
            Placeholder::GivenName => to.given_name.clone(),
            Placeholder::FamilyName => to.family_name.clone(),
            Placeholder::Organisation => to.organisation.clone(),
            Placeholder::Congress => self.congress.name.in_language(language).to_owned(),
            Placeholder::Date => words.date(self.congress.starts_at, self.zone),
            Placeholder::Place => self.congress.place.in_language(language).to_owned(),
            Placeholder::MyLink => my.clone(),
        };
        let unknown = |unknown: crate::rules::letter::Unknown| format!("there is no placeholder {}", unknown.0);
        let subject = fill(&self.subject, said).map_err(unknown)?;
        let body = fill(&self.body, |known| match known {
            // An address of ours, which may stand in brackets.
            Placeholder::MyLink => said(known),
            _ => escape_markdown(&said(known)),
        });
        let body = body.map_err(unknown)?;
        let unsubscribe = mailbox.filter(|_| !aside).map(|mailbox| {
            let secret = secret(&links.key, mailbox);
            let path = address::Subscription::new(
                &self.congress.slug,
                self.row.id.simple().to_string(),
                mailbox.simple().to_string(),
                secret,
            );
            format!("{}{}", links.public_url, path.path())
        });
        let values = json!({
            "subject": subject,
            "host_line": self.congress.host_line.in_language(language),
            "privacy_url": self.privacy,
            "contact": self.congress.answers_to().is_some(),
            "congress_name": self.congress.name.in_language(language),
            "unsubscribe_url": unsubscribe,
            "is_news": self.row.kind == Kind::News,
            "is_test": aside,
        });
        let mut draft = letter(&self.congress, language, "campaign/letter", values);
        draft.letter = Some(body);
        draft.unsubscribe = unsubscribe;
        // The campaign has it, and thousands of copies would fill the database.
        draft.keep = aside;
        Ok(draft)
    }
}

/// `site`: the public address, without a slash at its end.
async fn prepare(
    conn: &Conn,
    row: Model,
    congress: Congress,
    language: Language,
    site: &str,
) -> Result<Prepared, CampaignError> {
    let zone = congress::rules::check_zone(&congress.zone)?;
    let shown = shown(conn, congress.id, &row.blocks).await?;
    let privacy = privacy_url(conn, &congress, site).await?;
    let writer = Writer { congress: &congress, zone, words: Words::new(language), shown: &shown, site };
    let body = row.blocks.0.iter().filter_map(|block| writer.block(block)).collect::<Vec<_>>().join("\n\n");
    let subject = row.subject.in_language(language).to_owned();
    Ok(Prepared { subject, body, privacy, zone, row, congress })
}
