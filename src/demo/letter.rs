//! The mails about money: invoices and what takes them back, tickets once they are paid, places that nobody paid for.
//! Written from what the history says, as the past.

use crate::DemoError;
use crate::season::{Addressee, Group, Scene, boxes, buyer, groups};
use base::{Time, Uuid};
use chrono::TimeDelta;
use congress::entity::congress as table;
use payment::entity::invoice::{self, Kind};
use payment::mail::INVOICE_MAIL;
use post::State;
use post::past::{Outcome, Past, Step, keep};
use registration::entity::{attendee, cancellation, order};
use registration::mail::{EXPIRY_MAIL, ORDER_MAIL};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use store::event::entity as event;
use store::{Conn, Store, Tx};

/// As long as a mail takes.
const ON_ITS_WAY: i64 = 6;
const ACCEPTED: &str = "250 2.0.0 Ok: queued";

/// Writes them for the orders that asked for no mail yet; from now on they get theirs as any.
pub(crate) async fn add(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    let tx = store.begin().await?;
    let groups: Vec<Group> = groups(&tx, congress.id).await?.into_iter().filter(|group| !group.order.notify).collect();
    let of: HashMap<Uuid, &Group> = groups.iter().map(|group| (group.order.id, group)).collect();
    let letters = Letters {
        scene: Scene::of(&tx, congress).await?,
        invoices: invoices(&tx, congress.id).await?,
        cancelled: cancellations(&tx, congress.id).await?,
    };
    let mut past = vec![];
    for line in history(&tx, congress.id).await? {
        if let Some(group) = of.get(&line.object_id) {
            past.extend(letters.of(&tx, group, &line)?);
        }
    }
    keep(&tx, past.into_iter().map(arrived).collect()).await?;
    order::Entity::update_many()
        .col_expr(order::Column::Notify, Expr::value(true))
        .filter(order::Column::Id.is_in(groups.iter().map(|group| group.order.id)))
        .exec(&*tx)
        .await?;
    Ok(tx.commit().await?)
}

fn arrived(mut mail: Past) -> Past {
    let at = mail.at + TimeDelta::seconds(ON_ITS_WAY);
    mail.steps = vec![Step { at, outcome: Outcome::Came(State::Sent), answer: Some(ACCEPTED.into()), trouble: None }];
    mail
}

async fn history(conn: &Conn, congress: Uuid) -> Result<Vec<event::Model>, DbErr> {
    event::Entity::find()
        .filter(event::Column::CongressId.eq(congress))
        .filter(event::Column::Verb.is_in(["order.invoiced", "order.paid", "order.expired", "order.cancelled"]))
        .order_by_asc(event::Column::At)
        .order_by_asc(event::Column::Id)
        .all(conn)
        .await
}

async fn invoices(conn: &Conn, congress: Uuid) -> Result<HashMap<Uuid, invoice::Model>, DbErr> {
    let all = invoice::Entity::find().filter(invoice::Column::CongressId.eq(congress)).all(conn).await?;
    Ok(all.into_iter().map(|row| (row.id, row)).collect())
}

async fn cancellations(conn: &Conn, congress: Uuid) -> Result<BTreeMap<Uuid, Vec<cancellation::Model>>, DbErr> {
    let all = cancellation::Entity::find()
        .filter(cancellation::Column::CongressId.eq(congress))
        .order_by_asc(cancellation::Column::Id)
        .all(conn)
        .await?;
    let mut of: BTreeMap<Uuid, Vec<cancellation::Model>> = BTreeMap::new();
    for row in all {
        of.entry(row.order_id).or_default().push(row);
    }
    Ok(of)
}

struct Letters<'a> {
    scene: Scene<'a>,
    invoices: HashMap<Uuid, invoice::Model>,
    cancelled: BTreeMap<Uuid, Vec<cancellation::Model>>,
}

impl Letters<'_> {
    /// What went out after this.
    fn of(&self, tx: &Tx, group: &Group, line: &event::Model) -> Result<Vec<Past>, DemoError> {
        let ids = |name: &str| -> Vec<Uuid> { serde_json::from_value(line.detail[name].clone()).unwrap_or_default() };
        match line.verb.as_str() {
            "order.invoiced" => Ok(vec![self.invoice(group, line.at, ids("invoices"))?]),
            "order.paid" => self.tickets(tx, group, line.at),
            "order.expired" => Ok(vec![self.expiry(group, line.at, ids("attendees"))?]),
            _ => {
                let ended: Vec<&cancellation::Model> =
                    self.cancelled.get(&group.order.id).into_iter().flatten().collect();
                match ended.first() {
                    Some(first) => self.scene.cancellation_mails(group, first, &ended),
                    None => Ok(vec![]),
                }
            }
        }
    }

    fn invoice(&self, group: &Group, at: Time, ids: Vec<Uuid>) -> Result<Past, DemoError> {
        let order = &group.order;
        let of = |kind: Kind| {
            let found = ids.iter().filter_map(|id| self.invoices.get(id)).find(|invoice| invoice.kind == kind);
            found.map(|invoice| json!({ "number": invoice.number }))
        };
        let values = json!({ "invoice": of(Kind::Invoice), "cancellation": of(Kind::Cancellation), "refund": null });
        let cause = format!("invoice:{}", ids.first().copied().unwrap_or_default());
        let payload = json!({ "order": order.id, "invoices": ids });
        let to = buyer(order);
        let draft = self.scene.draft("payment/invoice", &to, values, 0);
        self.scene.past(order, INVOICE_MAIL, cause, order.mailbox_id, to, payload, at, &draft)
    }

    /// To each address its tickets, which are good now.
    fn tickets(&self, tx: &Tx, group: &Group, at: Time) -> Result<Vec<Past>, DemoError> {
        let (order, again) = (&group.order, tx.id());
        let one = |(mailbox, to, tickets): (Uuid, Addressee, usize)| {
            let payload = json!({ "order": order.id, "mailbox": mailbox });
            let cause = format!("order:{}:{mailbox}:again:{again}", order.id);
            let people = vec![json!({}); group.attendees.len()];
            let values = json!({ "awaiting": null, "order": { "people": people } });
            let draft = self.scene.draft("registration/order", &to, values, tickets);
            self.scene.past(order, ORDER_MAIL, cause, mailbox, to, payload, at, &draft)
        };
        boxes(group, |_| true).into_iter().map(one).collect()
    }

    fn expiry(&self, group: &Group, at: Time, ended: Vec<Uuid>) -> Result<Past, DemoError> {
        let order = &group.order;
        let first = group.attendees.iter().find(|a| ended.first() == Some(&a.id));
        let time = first.map_or(1, |a: &attendee::Model| a.sequence);
        let cause = format!("expiry:{}:{time}", ended.first().copied().unwrap_or_default());
        let values = json!({ "people": vec![json!({}); ended.len()] });
        let payload = json!({ "order": order.id, "mailbox": order.mailbox_id, "attendees": ended });
        let to = buyer(order);
        let draft = self.scene.draft("registration/expiry", &to, values, 0);
        self.scene.past(order, EXPIRY_MAIL, cause, order.mailbox_id, to, payload, at, &draft)
    }
}
