//! Letters to many: one went out, another begins by itself, a third is being written. Of the first some came back, one is in
//! doubt, some wanted no more.

use crate::DemoError;
use ::campaign::Event;
use ::campaign::entity::campaign::{Kind, Model, State};
use ::campaign::entity::{campaign, opt_out, recipient};
use ::campaign::mail::{LETTER, Payload, cause};
use ::campaign::query::addressee::{Addressee, addressees};
use ::campaign::query::segment::meant;
use ::campaign::rules::letter::{Blocks, Placeholder, fill};
use ::campaign::rules::plan;
use ::campaign::rules::segment::{Criterion, Group, Segment, Term};
use ::campaign::service::campaign as service;
use base::{Actor, Text, Time, Uuid};
use chrono::TimeDelta;
use congress::entity::congress as table;
use identity::entity::mailbox;
use post::NewMessage;
use post::entity::message;
use post::past::{Outcome, Past, Step, keep};
use post::{State as Mail, Trouble};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Deserialize;
use serde_json::json;
use store::Store;
use store::event::record_past;

const CONTENT: &str = include_str!("content/campaign.toml");
const DOMAIN: &str = "owl-gmbh.example";
/// So long ago it went out.
const AGO: TimeDelta = TimeDelta::days(9);
/// So long before that it was written.
const WRITTEN: TimeDelta = TimeDelta::days(2);
/// How long each mail took, in milliseconds.
const EACH: i64 = 4;
/// One in so many came back, and one in so many wanted no more; whose answer was lost.
const UNKNOWN: usize = 190;
const UNWANTED: usize = 210;
const LOST: usize = 77;

#[derive(Deserialize)]
struct Content {
    sent: Letter,
    planned: Letter,
    draft: Letter,
}

#[derive(Deserialize)]
struct Letter {
    name: String,
    subject: Text,
    blocks: Blocks,
}

impl Letter {
    fn to(self, segment: Segment) -> service::Draft {
        let (name, subject, blocks) = (self.name, self.subject, self.blocks);
        service::Draft { name, subject, blocks, segment, kind: Kind::Service, at_night: false }
    }
}

pub(crate) async fn add(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    let content: Content = toml::from_str(CONTENT)?;
    let actor = Actor::system();
    send(store, congress, content.sent).await?;
    let term = |not, criterion| Term { not, criterion };
    let without_seat =
        Segment { any: vec![Group { all: vec![term(false, Criterion::Ticket), term(true, Criterion::AnySeat)] }] };
    let id =
        service::add(store, &actor, congress.id, store.chance().opaque_id(), content.planned.to(without_seat)).await?;
    let by = plan::Relative::Before { days: 3, minute: 9 * 60 };
    let zone = congress::rules::check_zone(&congress.zone)?;
    if by.at((congress.starts_at, congress.ends_at), zone).is_some_and(|at| at > store.now()) {
        let row = of(store, id).await?;
        service::plan(store, &actor, &row, row.version, service::Plan::By(by)).await?;
    }
    let came = Segment { any: vec![Group { all: vec![term(false, Criterion::Admitted)] }] };
    service::add(store, &actor, congress.id, store.chance().opaque_id(), content.draft.to(came)).await?;
    Ok(())
}

async fn of(store: &Store, id: Uuid) -> Result<Model, DemoError> {
    let row = campaign::Entity::find_by_id(id).one(store.read()).await?;
    row.ok_or_else(|| DemoError::Unknown(id.to_string()))
}

/// Writes one as it went out.
async fn send(store: &Store, congress: &table::Model, letter: Letter) -> Result<(), DemoError> {
    let tx = store.begin().await?;
    let began = tx.now() - AGO;
    let mut row = Model {
        id: tx.id(),
        congress_id: congress.id,
        name: letter.name,
        kind: Kind::Service,
        segment: Segment::with_ticket(),
        subject: letter.subject.into(),
        blocks: letter.blocks,
        state: State::Done,
        halted: None,
        planned_at: None,
        days_before: None,
        days_after: None,
        hours_before: None,
        minute: None,
        at_night: false,
        started_at: Some(began),
        progressed_at: Some(began),
        ended_at: None,
        run: None,
        version: 1,
        created_at: began - WRITTEN,
        changed_at: began - WRITTEN,
    };
    let boxes = mailbox::Entity::find()
        .filter(meant(congress.id, &row.segment))
        .order_by_asc(mailbox::Column::Id)
        .all(&*tx)
        .await?;
    let many = i64::try_from(boxes.len()).unwrap_or_default();
    row.ended_at = Some(began + TimeDelta::milliseconds(EACH * many));
    campaign::Entity::insert(row.clone().into_active_model()).exec_without_returning(&*tx).await?;
    let ids: Vec<Uuid> = boxes.iter().map(|mailbox| mailbox.id).collect();
    let known = addressees(&tx, congress.id, &ids).await?;
    let mut past = vec![];
    for (at, mailbox) in boxes.iter().enumerate() {
        past.push(mail(congress, &row, (at, mailbox), known.get(&mailbox.id), began));
    }
    keep(&tx, past).await?;
    let mails = message::Entity::find()
        .filter(message::Column::CongressId.eq(congress.id))
        .filter(message::Column::Kind.eq(LETTER))
        .all(&*tx)
        .await?;
    let rows: Vec<_> = mails
        .iter()
        .filter_map(|mail| {
            let one = recipient::Model {
                campaign_id: row.id,
                mailbox_id: mail.mailbox_id?,
                state: recipient::State::Taken,
                reason: None,
                message_id: Some(mail.id),
                run: None,
            };
            Some(one.into_active_model())
        })
        .collect();
    for some in rows.chunks(500) {
        recipient::Entity::insert_many(some.to_vec()).exec_without_returning(&*tx).await?;
    }
    for (n, mailbox) in boxes.iter().step_by(UNWANTED).skip(1).enumerate() {
        let one = opt_out::Model {
            id: tx.id(),
            mailbox_id: mailbox.id,
            kind: opt_out::Kind::Service,
            source: if n % 2 == 0 { opt_out::Source::OneClick } else { opt_out::Source::Page },
            campaign_id: Some(row.id),
            made_at: began + TimeDelta::hours(3),
        };
        opt_out::Entity::insert(one.into_active_model()).exec_without_returning(&*tx).await?;
    }
    let (congress, campaign, name) = (congress.id, row.id, row.name);
    let recipients = boxes.len() as u64;
    let happened = [
        (row.created_at, Event::Added { congress, campaign, name: name.clone() }),
        (began, Event::Started { congress, campaign, name: name.clone(), recipients }),
        (row.ended_at.unwrap_or(began), Event::Finished { congress, campaign, name }),
    ];
    record_past(&tx, &Actor::system(), happened.to_vec()).await?;
    Ok(tx.commit().await?)
}

fn mail(
    congress: &table::Model,
    row: &Model,
    (at, mailbox): (usize, &mailbox::Model),
    to: Option<&Addressee>,
    began: Time,
) -> Past {
    let language = mailbox.language();
    let (given, whole) = to.map(|to| (to.given_name.clone(), to.name.clone())).unwrap_or_default();
    let subject = row.subject.in_language(language);
    let filled = fill(subject, |known| if known == Placeholder::GivenName { given.clone() } else { String::new() });
    let sent = began + TimeDelta::milliseconds(EACH * i64::try_from(at).unwrap_or(0));
    let (outcome, answer, trouble) = match at + 1 {
        LOST => (Outcome::Came(Mail::InDoubt), "connection reset by peer", Some(Trouble::Lost)),
        n if n % UNKNOWN == 0 => {
            (Outcome::Came(Mail::Failed), "550 5.1.1 User unknown in virtual mailbox table", Some(Trouble::Recipient))
        }
        _ => (Outcome::Came(Mail::Sent), "250 2.0.0 Ok: queued", None),
    };
    Past {
        new: NewMessage {
            congress_id: Some(congress.id),
            kind: LETTER,
            cause: cause(row.id, mailbox.id),
            mailbox_id: Some(mailbox.id),
            about_id: None,
            to_address: mailbox.address.clone(),
            to_name: whole,
            language,
            payload: json!(Payload { campaign: row.id, mailbox: Some(mailbox.id) }),
            bulk: true,
        },
        at: sent,
        subject: filled.unwrap_or_else(|_| subject.to_owned()),
        domain: DOMAIN,
        steps: vec![Step { at: sent, outcome, answer: Some(answer.to_owned()), trouble }],
    }
}
