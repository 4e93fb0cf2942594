//! Taking in a list of contacts.

use super::ask::{insert_all, new};
use super::{ask, found_by, is_open, write};
use crate::entity::contact::{Column, Entity, Model, Origin};
use crate::entity::opt_out;
use crate::query::segment::{NEWSLETTER, agreed};
use crate::{CampaignError, Event};
use base::{Actor, Language, Time, Uuid};
use congress::entity::congress::Model as Congress;
use identity::entity::mailbox;
use identity::service::consent::{Agreed, Brought, bring_consents};
use identity::service::mailbox::mailboxes_for;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{Conn, DbErr, Store, Tx, record};

/// Addresses that one statement looks for: databases take some tens of thousands of values at once.
const CHUNK: usize = 1_000;

/// What shows that somebody agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The words that they agreed to.
    pub wording: String,
    pub at: Time,
    /// Where: a form, a fair.
    pub source: String,
}

/// One of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As mailboxes have it.
    pub address: String,
    pub name: String,
    pub language: Language,
    /// None: they are asked.
    pub proof: Option<Proof>,
}

/// What becomes of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Agrees,
    IsAsked,
    /// Agreed before: nothing changes.
    Agreed,
    /// Was asked before, and may still answer.
    Waits,
    /// Wanted no more: so it stays.
    Declined,
    /// Mails come back from there: nobody is asked where nobody reads.
    Blocked,
}

/// What becomes of a list, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Become contacts, with the proof that the list brings.
    pub agree: u64,
    /// Are asked.
    pub asked: u64,
    /// Agreed before.
    pub agreed: u64,
    /// Were asked before.
    pub wait: u64,
    /// Wanted no more.
    pub declined: u64,
    /// Mails come back from there.
    pub blocked: u64,
}

impl Taken {
    fn count(fates: impl Iterator<Item = Fate>) -> Self {
        let mut taken = Self::default();
        for fate in fates {
            *match fate {
                Fate::Agrees => &mut taken.agree,
                Fate::IsAsked => &mut taken.asked,
                Fate::Agreed => &mut taken.agreed,
                Fate::Waits => &mut taken.wait,
                Fate::Declined => &mut taken.declined,
                Fate::Blocked => &mut taken.blocked,
            } += 1;
        }
        taken
    }

    /// Those who are new.
    pub fn newcomers(&self) -> u64 {
        self.agree + self.asked
    }
}

/// What is known of the addresses of a list.
#[derive(Default)]
struct Known {
    /// By address: the mailbox, and whether mails come back from there.
    mailboxes: HashMap<String, (Uuid, bool)>,
    contacts: HashMap<Uuid, Model>,
    agreed: HashSet<Uuid>,
    declined: HashSet<Uuid>,
}

impl Known {
    /// Four statements a thousand.
    async fn load(conn: &Conn, congress: &Congress, rows: &[Row]) -> Result<Self, DbErr> {
        let mut known = Self::default();
        for part in rows.chunks(CHUNK) {
            let found = mailbox::Entity::find()
                .filter(mailbox::Column::HostId.eq(congress.host_id))
                .filter(mailbox::Column::Address.is_in(part.iter().map(|row| row.address.as_str())))
                .all(conn)
                .await?;
            let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
            if ids.is_empty() {
                continue;
            }
            known.mailboxes.extend(found.into_iter().map(|row| (row.address, (row.id, row.blocked_at.is_some()))));
            let contacts = Entity::find()
                .filter(Column::CongressId.eq(congress.id))
                .filter(Column::MailboxId.is_in(ids.iter().copied()))
                .all(conn)
                .await?;
            known.contacts.extend(contacts.into_iter().map(|row| (row.mailbox_id, row)));
            let agree: Vec<Uuid> = mailbox::Entity::find()
                .select_only()
                .column(mailbox::Column::Id)
                .filter(mailbox::Column::Id.is_in(ids.iter().copied()))
                .filter(mailbox::Column::Id.in_subquery(agreed(congress.id)))
                .into_tuple()
                .all(conn)
                .await?;
            known.agreed.extend(agree);
            let declined: Vec<Uuid> = opt_out::Entity::find()
                .select_only()
                .column(opt_out::Column::MailboxId)
                .filter(opt_out::Column::MailboxId.is_in(ids))
                .filter(opt_out::Column::Kind.is_in([opt_out::Kind::News, opt_out::Kind::All]))
                .into_tuple()
                .all(conn)
                .await?;
            known.declined.extend(declined);
        }
        Ok(known)
    }

    fn contact(&self, row: &Row) -> Option<&Model> {
        self.contacts.get(&self.mailboxes.get(&row.address)?.0)
    }

    fn fate(&self, row: &Row, now: Time) -> Fate {
        let fresh = if row.proof.is_some() { Fate::Agrees } else { Fate::IsAsked };
        let Some((mailbox, blocked)) = self.mailboxes.get(&row.address) else { return fresh };
        if self.agreed.contains(mailbox) {
            return Fate::Agreed;
        }
        if self.declined.contains(mailbox) {
            return Fate::Declined;
        }
        if row.proof.is_some() {
            return fresh;
        }
        if self.contact(row).is_some_and(|contact| is_open(contact, now)) {
            return Fate::Waits;
        }
        if *blocked { Fate::Blocked } else { fresh }
    }
}

/// What taking in a list would bring.
pub async fn foreseen(conn: &Conn, congress: Uuid, rows: &[Row], now: Time) -> Result<Taken, CampaignError> {
    let congress = congress::query::by_id(conn, congress).await?.ok_or(CampaignError::Unknown)?;
    let known = Known::load(conn, &congress, rows).await?;
    Ok(Taken::count(rows.iter().map(|row| known.fate(row, now))))
}

/// Takes in a list, a part of the use case that deletes its file. Who comes with a proof is a contact from now on, everybody
/// else is asked once, by one mail. Who agreed before, was asked, or wanted no more stays as they are: the same list again
/// changes nothing. An address is in the list once. `file`: what the log calls it by.
pub async fn take_in(
    tx: &Tx,
    actor: &Actor,
    (congress, file): (Uuid, Uuid),
    rows: &[Row],
) -> Result<Taken, CampaignError> {
    let congress = congress::query::by_id(tx, congress).await?.ok_or(CampaignError::Unknown)?;
    let known = Known::load(tx, &congress, rows).await?;
    let fates: Vec<Fate> = rows.iter().map(|row| known.fate(row, tx.now())).collect();
    let coming = || rows.iter().zip(&fates).filter(|(_, fate)| matches!(fate, Fate::Agrees | Fate::IsAsked));
    // Those that are there keep their language: a list knows it less well than who ordered.
    let unknown = coming().filter(|(row, _)| !known.mailboxes.contains_key(&row.address));
    let unknown: BTreeMap<String, Language> = unknown.map(|(row, _)| (row.address.clone(), row.language)).collect();
    let made = mailboxes_for(tx, congress.host_id, &unknown).await?;
    let languages = languages(tx, &known).await?;
    let mut coming_in = Coming::default();
    for (row, _) in coming() {
        let there = known.mailboxes.get(&row.address).map(|(id, _)| *id);
        if let Some(mailbox) = there.or_else(|| made.get(&row.address).copied()) {
            coming_in.add(tx, congress.id, mailbox, row, known.contact(row));
        }
    }
    bring_consents(tx, congress.id, &coming_in.consents).await?;
    for part in coming_in.new.chunks(CHUNK) {
        insert_all(tx, part).await?;
    }
    for contact in &coming_in.again {
        write(tx, contact).await?;
    }
    for (contact, row) in coming_in.asked() {
        let language = languages.get(&contact.mailbox_id).copied().unwrap_or(row.language);
        ask(tx, &congress, contact, (&row.address, language), true).await?;
    }
    let taken = Taken::count(fates.into_iter());
    record(tx, actor, Event::ContactsAdded { congress: congress.id, file, taken }).await?;
    Ok(taken)
}

async fn languages(tx: &Tx, known: &Known) -> Result<HashMap<Uuid, Language>, CampaignError> {
    let ids: Vec<Uuid> = known.mailboxes.values().map(|(id, _)| *id).collect();
    let mut languages = HashMap::new();
    for part in ids.chunks(CHUNK) {
        let found = mailbox::Entity::find().filter(mailbox::Column::Id.is_in(part.iter().copied())).all(&**tx).await?;
        languages.extend(found.into_iter().map(|row| (row.id, row.language())));
    }
    Ok(languages)
}

/// Those of a list who become contacts or are asked.
#[derive(Default)]
struct Coming<'a> {
    consents: Vec<Brought<'a>>,
    new: Vec<Model>,
    /// Who was one before.
    again: Vec<Model>,
    rows: HashMap<Uuid, &'a Row>,
}

impl<'a> Coming<'a> {
    fn add(&mut self, tx: &Tx, congress: Uuid, mailbox: Uuid, row: &'a Row, there: Option<&Model>) {
        let consent_id = row.proof.as_ref().map(|Proof { wording, at, source }| {
            let agreed = Agreed { purpose: NEWSLETTER, wording, language: row.language, source };
            let id = tx.id();
            self.consents.push(Brought { id, mailbox, agreed, given_at: *at });
            id
        });
        let asked_at = if consent_id.is_none() { Some(tx.now()) } else { None };
        match there {
            Some(there) => {
                let name = if row.name.is_empty() { there.name.clone() } else { row.name.clone() };
                let search = found_by(&name, &row.address);
                let (consent_id, round) = (consent_id.or(there.consent_id), there.round.saturating_add(1));
                self.again.push(Model { name, search, consent_id, asked_at, round, ..there.clone() });
            }
            None => {
                let contact = new(tx, (congress, mailbox), (&row.name, &row.address), Origin::Import);
                self.new.push(Model { consent_id, asked_at, ..contact });
            }
        }
        self.rows.insert(mailbox, row);
    }

    /// Of one who signed up at the same moment there is no such contact: that mail finds nobody to ask, and does not go.
    fn asked(&self) -> impl Iterator<Item = (&Model, &'a Row)> {
        let all = self.new.iter().chain(&self.again).filter(|contact| contact.asked_at.is_some());
        all.filter_map(|contact| Some((contact, *self.rows.get(&contact.mailbox_id)?)))
    }
}

/// What a file brought that was handed in to this congress and taken in, if it was.
pub async fn taken_before(store: &Store, congress: Uuid, file: Uuid) -> Result<Option<u64>, DbErr> {
    let taken = store::event::newest(store.read(), file, &["contacts.added"]).await?;
    Ok(taken.filter(|line| line.congress_id == Some(congress)).and_then(|line| line.detail["rows"].as_u64()))
}
