//! What the weeks of selling left behind: the mails of the orders and what became of them, names that were corrected,
//! notes of the office. Written as the past: nothing of it is sent.

use crate::{DemoError, LOGINS};
use base::{Actor, Chance, Language, Time, Uuid, name};
use chrono::TimeDelta;
use congress::entity::congress as table;
use identity::Role;
use identity::entity::{account, mailbox};
use locale::{Tz, Words};
use post::past::{Outcome, Past, Step, keep};
use post::{Draft, NewMessage, State, Ticket, Trouble, template};
use registration::Event;
use registration::entity::{attendee, cancellation, order};
use registration::mail::{CANCELLATION_MAIL, ORDER_MAIL};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use store::event::record_past;
use store::{Conn, Store, Tx};

/// Apart from the guests' own, so that they stay who they are.
const SEED: u64 = 2028;
pub(crate) const DOMAIN: &str = "owl-gmbh.example";
/// One in so many mails was greylisted first, one in so many orders had a name corrected.
const GREYLISTED: u64 = 25;
const CORRECTED: usize = 45;
const GREY: &str = "450 4.2.0 Greylisted, see http://postgrey.schweikert.ch/help/";
const UNKNOWN: &str = "550 5.1.1 User unknown in virtual mailbox table";
const LOST: &str = "network error: connection reset by peer";
/// Of every so many orders from the newest one has a note, until there are no more of them.
const NOTED: usize = 9;
const NOTES: [&str; 5] = [
    "Kommt im Rollstuhl: bitte einen Platz vorn freihalten.",
    "Hat angerufen: kommt erst gegen Mittag.",
    "Bringt zwei Aufsteller mit, Aufbau ab 8 Uhr.",
    "Braucht eine Teilnahmebescheinigung für den Personalrat.",
    "Vegan, Nussallergie: an die Küche weitergegeben.",
];

/// An order with those who attend, in their order.
pub(crate) struct Group {
    pub(crate) order: order::Model,
    pub(crate) attendees: Vec<attendee::Model>,
}

/// What mails are about.
pub(crate) struct Scene<'a> {
    congress: &'a table::Model,
    zone: Tz,
    addresses: HashMap<Uuid, String>,
}

/// Writes the mails and the corrections of all orders that there are.
pub(crate) async fn add(tx: &Tx, congress: &table::Model) -> Result<(), DemoError> {
    let chance = Chance::seeded(SEED);
    let groups = groups(tx, congress.id).await?;
    let scene = Scene::of(tx, congress).await?;
    let cancelled = cancellation::Entity::find()
        .filter(cancellation::Column::CongressId.eq(congress.id))
        .order_by_asc(cancellation::Column::Id)
        .all(&**tx)
        .await?;
    let mut mails: Vec<(Past, bool)> = vec![];
    for group in &groups {
        let going = group.order.state == order::State::Confirmed;
        mails.extend(scene.order_mails(group)?.into_iter().map(|mail| (mail, going)));
        let ended: Vec<&cancellation::Model> = cancelled.iter().filter(|c| c.order_id == group.order.id).collect();
        if let Some(first) = ended.first() {
            mails.extend(scene.cancellation_mails(group, first, &ended)?.into_iter().map(|mail| (mail, false)));
        }
    }
    // Of those that matter still, from the newest.
    let mut back = 0;
    for (mail, going) in mails.iter_mut().rev() {
        back += usize::from(*going);
        mail.steps = steps(&chance, if *going { back } else { 0 }, mail.at, tx.now());
    }
    keep(tx, mails.into_iter().map(|(mail, _)| mail).collect()).await?;
    corrections(tx, &groups).await
}

pub(crate) async fn groups(conn: &Conn, congress: Uuid) -> Result<Vec<Group>, DbErr> {
    let orders = order::Entity::find().filter(order::Column::CongressId.eq(congress));
    let orders = orders.order_by_asc(order::Column::PlacedAt).order_by_asc(order::Column::Id).all(conn).await?;
    let attendees = attendee::Entity::find().filter(attendee::Column::CongressId.eq(congress));
    let mut of: HashMap<Uuid, Vec<attendee::Model>> = HashMap::new();
    for attendee in attendees.order_by_asc(attendee::Column::Position).all(conn).await? {
        of.entry(attendee.order_id).or_default().push(attendee);
    }
    let group = |order: order::Model| Group { attendees: of.remove(&order.id).unwrap_or_default(), order };
    Ok(orders.into_iter().map(group).collect())
}

async fn addresses(conn: &Conn, congress: &table::Model) -> Result<HashMap<Uuid, String>, DbErr> {
    let all = mailbox::Entity::find().filter(mailbox::Column::HostId.eq(congress.host_id)).all(conn).await?;
    Ok(all.into_iter().map(|row| (row.id, row.address)).collect())
}

/// What became of the mail: the few that are named by their place from the newest are in trouble, all others arrived.
fn steps(chance: &Chance, back: usize, at: Time, now: Time) -> Vec<Step> {
    // Whatever happened, it is over.
    let after = |seconds: i64| (at + TimeDelta::seconds(seconds)).min(now);
    let step = |seconds, outcome, answer: Option<&str>, trouble| Step {
        at: after(seconds),
        outcome,
        answer: answer.map(str::to_owned),
        trouble,
    };
    let came = |seconds, state, answer, trouble| step(seconds, Outcome::Came(state), answer, trouble);
    let grey = |seconds| step(seconds, Outcome::Deferred, Some(GREY), Some(Trouble::Later));
    let wait = i64::try_from(2 + chance.below(40)).unwrap_or(2);
    let accepted = format!("250 2.0.0 Ok: queued as {:010X}", chance.below(1 << 40));
    let is_grey = chance.below(GREYLISTED) == 0;
    match back {
        2 => vec![grey(3), grey(14), grey(35)],
        4..=6 => vec![came(2, State::Held, None, None)],
        9 => vec![came(4, State::Failed, Some(UNKNOWN), Some(Trouble::Recipient))],
        14 => {
            let lost = |seconds| step(seconds, Outcome::Deferred, Some(LOST), Some(Trouble::Lost));
            vec![lost(5), lost(16), came(38, State::InDoubt, Some(LOST), Some(Trouble::Lost))]
        }
        _ if is_grey => vec![grey(3), came(300 + wait, State::Sent, Some(&accepted), None)],
        _ => vec![came(wait, State::Sent, Some(&accepted), None)],
    }
}

impl<'a> Scene<'a> {
    pub(crate) async fn of(conn: &Conn, congress: &'a table::Model) -> Result<Self, DbErr> {
        let zone = congress.zone.parse().unwrap_or(Tz::UTC);
        Ok(Self { congress, zone, addresses: addresses(conn, congress).await? })
    }

    /// One for each address: the tickets of whoever has it, and the overview for who ordered.
    fn order_mails(&self, group: &Group) -> Result<Vec<Past>, DemoError> {
        let order = &group.order;
        let people = group.attendees.len();
        boxes(group, |_| true)
            .into_iter()
            .map(|(mailbox, to, tickets)| {
                let payload = json!({ "order": order.id, "mailbox": mailbox });
                let cause = format!("order:{}:{mailbox}", order.id);
                let awaiting = (order.state == order::State::AwaitingPayment).then_some("payment");
                let values = json!({ "awaiting": awaiting, "order": { "people": vec![json!({}); people] } });
                let draft = self.draft("registration/order", &to, values, tickets);
                self.past(order, ORDER_MAIL, cause, mailbox, to, payload, order.placed_at, &draft)
            })
            .collect()
    }

    /// To everyone whose ticket ended, and to who ordered.
    pub(crate) fn cancellation_mails(
        &self,
        group: &Group,
        first: &cancellation::Model,
        ended: &[&cancellation::Model],
    ) -> Result<Vec<Past>, DemoError> {
        let order = &group.order;
        boxes(group, |a| ended.iter().any(|c| c.attendee_id == a.id))
            .into_iter()
            .map(|(mailbox, to, tickets)| {
                let own = group.attendees.iter().filter(|a| a.mailbox_id == mailbox || mailbox == order.mailbox_id);
                let own: Vec<Uuid> =
                    own.map(|a| a.id).filter(|id| ended.iter().any(|c| c.attendee_id == *id)).collect();
                let values = json!({ "people": vec![json!({}); own.len().max(tickets)] });
                let payload = json!({ "order": order.id, "mailbox": mailbox, "attendees": own });
                let cause = format!("cancellation:{}:{mailbox}", first.id);
                let draft = self.draft("registration/cancellation", &to, values, 0);
                self.past(order, CANCELLATION_MAIL, cause, mailbox, to, payload, first.at, &draft)
            })
            .collect()
    }

    /// As much of a mail as its subject needs.
    pub(crate) fn draft(&self, template: &'static str, to: &Addressee, mut values: Value, tickets: usize) -> Draft {
        let words = Words::new(to.language);
        if let Some(values) = values.as_object_mut() {
            values.insert("congress_name".into(), json!(self.congress.name.in_language(to.language)));
            values.insert("date".into(), json!(words.date(self.congress.starts_at, self.zone)));
        }
        let mut draft = Draft::new(template, values);
        let ticket = Ticket {
            name: to.name.clone(),
            category: String::new(),
            number: String::new(),
            qr_png: None,
            my_url: String::new(),
        };
        draft.tickets = vec![ticket; tickets];
        draft
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one message")]
    pub(crate) fn past(
        &self,
        order: &order::Model,
        kind: &'static str,
        cause: String,
        mailbox: Uuid,
        to: Addressee,
        payload: Value,
        at: Time,
        draft: &Draft,
    ) -> Result<Past, DemoError> {
        let new = NewMessage {
            congress_id: Some(self.congress.id),
            kind,
            cause,
            mailbox_id: Some(mailbox),
            about_id: Some(order.id),
            to_address: self.addresses.get(&mailbox).cloned().unwrap_or_default(),
            to_name: to.name,
            language: to.language,
            payload,
            bulk: false,
        };
        let subject = template::subject(to.language, draft)?;
        Ok(Past { new, at, subject, domain: DOMAIN, steps: vec![] })
    }
}

/// Who a mail is addressed to.
pub(crate) struct Addressee {
    name: String,
    language: Language,
}

/// Whoever ordered.
pub(crate) fn buyer(order: &order::Model) -> Addressee {
    Addressee { name: order.buyer_name.clone(), language: order.language.parse().unwrap_or_default() }
}

/// The addresses of an order, each with how many tickets of these go there; who ordered always gets a mail.
pub(crate) fn boxes(group: &Group, which: impl Fn(&attendee::Model) -> bool) -> Vec<(Uuid, Addressee, usize)> {
    let language = |tag: &str| tag.parse().unwrap_or_default();
    let order = &group.order;
    let mut boxes = vec![(order.mailbox_id, buyer(order), 0)];
    let mut places = BTreeMap::from([(order.mailbox_id, 0)]);
    for a in group.attendees.iter().filter(|a| which(a)) {
        let place = *places.entry(a.mailbox_id).or_insert(boxes.len());
        if place == boxes.len() {
            let name = name::full(&a.given_name, &a.family_name);
            boxes.push((a.mailbox_id, Addressee { name, language: language(&a.language) }, 0));
        }
        boxes[place].2 += 1;
    }
    boxes
}

/// Some had typed their name wrong and corrected it by their link, an hour later.
async fn corrections(tx: &Tx, groups: &[Group]) -> Result<(), DemoError> {
    for group in groups.iter().filter(|g| g.order.state == order::State::Confirmed).step_by(CORRECTED).skip(1) {
        let (order, Some(a)) = (&group.order, group.attendees.first()) else { continue };
        let shown = |family: &str| format!("{}, {}", name::full(&a.given_name, family), a.organisation);
        let mut letters: Vec<char> = a.family_name.chars().collect();
        let end = letters.len();
        if end > 2 {
            letters.swap(end - 1, end - 2);
        }
        let (before, after) = (shown(&letters.into_iter().collect::<String>()), shown(&a.family_name));
        if before == after {
            continue;
        }
        let at = (order.placed_at + TimeDelta::hours(1)).min(tx.now());
        let who = Actor::holder(order.id, order.buyer_name.clone(), Language::De);
        let event = Event::Renamed { congress: order.congress_id, attendee: a.id, before, after };
        record_past(tx, &who, vec![(at, event)]).await?;
    }
    Ok(())
}

/// What the office wrote about orders, once there is somebody who can have written it.
pub(crate) async fn notes(store: &Store, congress: Uuid) -> Result<(), DemoError> {
    let Some(login) = LOGINS.iter().find(|login| login.role == Role::Organiser) else { return Ok(()) };
    let found = account::Entity::find().filter(account::Column::Address.eq(login.email)).one(store.read()).await?;
    let Some(account) = found else { return Ok(()) };
    let who = Actor::staff(account.id, login.name, Language::De, vec![]);
    let tx = store.begin().await?;
    let going = order::Entity::find()
        .filter(order::Column::CongressId.eq(congress))
        .filter(order::Column::State.eq(order::State::Confirmed))
        .order_by_desc(order::Column::PlacedAt)
        .order_by_desc(order::Column::Id)
        .all(&*tx)
        .await?;
    for (order, note) in going.iter().skip(2).step_by(NOTED).zip(NOTES) {
        order::Entity::update_many()
            .col_expr(order::Column::Note, Expr::value(note))
            .filter(order::Column::Id.eq(order.id))
            .exec(&*tx)
            .await?;
        let at = (order.placed_at + TimeDelta::hours(3)).min(tx.now());
        let event = Event::Noted { congress, order: order.id, before: String::new(), after: note.into() };
        record_past(&tx, &who, vec![(at, event)]).await?;
    }
    tx.commit().await?;
    Ok(())
}
