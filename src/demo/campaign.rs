//! Letters to many: one went out, another begins by itself, a third is being written. Of the first some came back, one is in
//! doubt, some wanted no more.

use crate::DemoError;
use ::campaign::entity::campaign::{Kind, Model, State};
use ::campaign::entity::{opt_out, recipient};
use ::campaign::mail::{LETTER, Payload, cause};
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
use registration::entity::attendee;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;
use store::{Store, Tx};

const CONTENT: &str = include_str!("content/campaign.toml");
const DOMAIN: &str = "owl-gmbh.example";
/// So long ago it went out.
const AGO: TimeDelta = TimeDelta::days(9);
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
    let subject = content.sent.subject.clone();
    let sent = service::Draft { at_night: true, ..content.sent.to(Segment::with_ticket()) };
    let id = service::add(store, &actor, congress.id, store.chance().opaque_id(), sent).await?;
    send(store, congress, id, &subject).await?;
    let term = |not, criterion| Term { not, criterion };
    let without_seat =
        Segment { any: vec![Group { all: vec![term(false, Criterion::Ticket), term(true, Criterion::AnySeat)] }] };
    let id =
        service::add(store, &actor, congress.id, store.chance().opaque_id(), content.planned.to(without_seat)).await?;
    let (days, minute) = (3, 9 * 60);
    let zone = congress::rules::check_zone(&congress.zone)?;
    if plan::before(congress.starts_at, zone, days, minute).is_some_and(|at| at > store.now()) {
        let row = of(store, id).await?;
        service::plan(store, &actor, &row, row.version, service::Plan::Before { days, minute }).await?;
    }
    let came = Segment { any: vec![Group { all: vec![term(false, Criterion::Admitted)] }] };
    service::add(store, &actor, congress.id, store.chance().opaque_id(), content.draft.to(came)).await?;
    Ok(())
}

async fn of(store: &Store, id: Uuid) -> Result<Model, DemoError> {
    let row = ::campaign::entity::campaign::Entity::find_by_id(id).one(store.read()).await?;
    row.ok_or_else(|| DemoError::Unknown(id.to_string()))
}

/// Writes it as it went out.
async fn send(store: &Store, congress: &table::Model, id: Uuid, subject: &Text) -> Result<(), DemoError> {
    let row = of(store, id).await?;
    let tx = store.begin().await?;
    let boxes = mailbox::Entity::find()
        .filter(meant(congress.id, &row.segment))
        .order_by_asc(mailbox::Column::Id)
        .all(&*tx)
        .await?;
    let names = names(&tx, congress.id).await?;
    let began = tx.now() - AGO;
    let mut past = vec![];
    for (at, mailbox) in boxes.iter().enumerate() {
        past.push(letter(congress, &row, (at, mailbox), names.get(&mailbox.id), subject, began));
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
            let row = recipient::Model {
                campaign_id: id,
                mailbox_id: mail.mailbox_id?,
                state: recipient::State::Taken,
                reason: None,
                message_id: Some(mail.id),
                run: None,
            };
            Some(row.into_active_model())
        })
        .collect();
    for some in rows.chunks(500) {
        recipient::Entity::insert_many(some.to_vec()).exec_without_returning(&*tx).await?;
    }
    for (n, mailbox) in boxes.iter().step_by(UNWANTED).skip(1).enumerate() {
        let row = opt_out::Model {
            id: tx.id(),
            mailbox_id: mailbox.id,
            kind: opt_out::Kind::Service,
            source: if n % 2 == 0 { opt_out::Source::OneClick } else { opt_out::Source::Page },
            campaign_id: Some(id),
            made_at: began + TimeDelta::hours(3),
        };
        opt_out::Entity::insert(row.into_active_model()).exec_without_returning(&*tx).await?;
    }
    use ::campaign::entity::campaign::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Done.name()))
        .col_expr(Column::StartedAt, Expr::value(began))
        .col_expr(Column::ProgressedAt, Expr::value(began))
        .col_expr(
            Column::EndedAt,
            Expr::value(began + TimeDelta::milliseconds(EACH * i64::try_from(boxes.len()).unwrap_or(0))),
        )
        .filter(Column::Id.eq(id))
        .exec(&*tx)
        .await?;
    Ok(tx.commit().await?)
}

fn letter(
    congress: &table::Model,
    row: &Model,
    (at, mailbox): (usize, &mailbox::Model),
    name: Option<&(String, String)>,
    subject: &Text,
    began: Time,
) -> Past {
    let language = mailbox.language();
    let (given, whole) = name.cloned().unwrap_or_default();
    let subject = subject.in_language(language);
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

/// By mailbox, given and whole name of who has a ticket.
async fn names(tx: &Tx, congress: Uuid) -> Result<HashMap<Uuid, (String, String)>, DemoError> {
    let rows = attendee::Entity::find()
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::State.eq(attendee::State::Valid))
        .filter(attendee::Column::NamedAt.is_not_null())
        .order_by_desc(attendee::Column::CreatedAt)
        .all(&**tx)
        .await?;
    let named = |row: attendee::Model| {
        let whole = base::name::full(&row.given_name, &row.family_name);
        (row.mailbox_id, (row.given_name, whole))
    };
    Ok(rows.into_iter().map(named).collect())
}
