//! How the mails of an order are written, from the facts as they are when they are due. What fills the templates is
//! listed in `templates/mail/README.md`.

mod substitute;
pub mod waiting;

pub use substitute::{SUBSTITUTE_MAIL, SUBSTITUTED_MAIL, substitute_mail, substituted_mail};
pub mod contingent;

use crate::RegistrationError;
use crate::document;
use crate::entity::decision::{self, Verdict};
use crate::entity::{attendee, cancellation, order};
use crate::load::{attendee_secret, order_secret, place_secret};
use crate::query::attendee::AttendeeView;
use crate::query::extra::{ExtraView, of_order};
use crate::query::order::{OrderView, view};
use crate::rules::holds_place;
use crate::ticket::Signer;
use base::secret::LinkKey;
use base::{Language, Uuid};
use chrono_tz::Tz;
use congress::entity::{congress as table, passage};
use congress::mail::letter;
use locale::Words;
use post::{Compose, ComposeError, Draft, Due, Ticket, compose};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use store::{Conn, Store};
use ticketing::entity::category::Place;

/// The mail with tickets and overview.
pub const ORDER_MAIL: &str = "registration.order";
/// The mail that tickets were cancelled.
pub const CANCELLATION_MAIL: &str = "registration.cancellation";

/// The mail that tickets expired which nobody paid for.
pub const EXPIRY_MAIL: &str = "registration.expiry";

/// The mail that reminds of places without names.
pub const NAMELESS_MAIL: &str = "registration.nameless";

/// Where the links in mails lead, and what proves them.
#[derive(Clone)]
pub struct Links {
    pub public_url: Arc<str>,
    pub key: LinkKey,
}

impl Links {
    /// The page of an order.
    pub fn order(&self, congress: &table::Model, order: &order::Model) -> String {
        let secret = order_secret(&self.key, order);
        format!("{}{}", self.public_url, address::Order::new(&congress.slug, &order.code, secret).path())
    }

    /// The link that passes on a place without a name.
    pub fn place(&self, congress: &table::Model, order: &order::Model, attendee: &attendee::Model) -> String {
        let secret = place_secret(&self.key, order, attendee);
        format!("{}{}", self.public_url, address::Place::new(&congress.slug, secret).path())
    }

    /// An attendee's own page.
    pub fn my(&self, congress: &table::Model, order: &order::Model, attendee: &attendee::Model) -> String {
        let secret = attendee_secret(&self.key, order, attendee);
        format!("{}{}", self.public_url, address::My::new(&congress.slug, secret).path())
    }

    fn privacy(&self, congress: &table::Model) -> String {
        format!("{}{}", self.public_url, address::Page::new(&congress.slug, "privacy").path())
    }
}

/// Writes [`ORDER_MAIL`].
pub fn order_mail(links: Links) -> Compose {
    compose(move |store, due| write_order(store, due, links.clone()))
}

/// Writes [`CANCELLATION_MAIL`].
pub fn cancellation_mail(links: Links) -> Compose {
    compose(move |store, due| write_cancellation(store, due, links.clone()))
}

/// Writes [`EXPIRY_MAIL`].
pub fn expiry_mail(links: Links) -> Compose {
    compose(move |store, due| write_expiry(store, due, links.clone()))
}

/// Writes [`NAMELESS_MAIL`].
pub fn nameless_mail(links: Links) -> Compose {
    compose(move |store, due| write_nameless(store, due, links.clone()))
}

#[derive(Deserialize)]
struct Payload {
    order: Uuid,
    mailbox: Uuid,
    #[serde(default)]
    attendees: Vec<Uuid>,
}

/// What every mail of a congress to a buyer can say, and whom it comes from.
pub struct Frame {
    pub values: Value,
    pub draft: Draft,
}

impl Frame {
    /// For a template about an order, in the language of the mail that is due.
    pub async fn load(
        conn: &Conn,
        template: &'static str,
        order: &order::Model,
        language: Language,
        links: &Links,
    ) -> Result<Self, RegistrationError> {
        let payload = json!({ "order": order.id, "mailbox": order.mailbox_id });
        let facts = Facts::read(conn, payload, language).await?;
        let values = facts.values(links);
        Ok(Self { draft: facts.draft(template, Value::Null), values })
    }

    /// The mail, with these values beside its own.
    pub fn with(mut self, more: Value) -> Draft {
        if let Value::Object(more) = more {
            for (key, value) in more {
                put(&mut self.values, &key, value);
            }
        }
        self.draft.values = self.values;
        self.draft
    }
}

/// What the mails are about.
struct Facts {
    payload: Payload,
    congress: table::Model,
    zone: Tz,
    view: OrderView,
    words: Words,
    language: Language,
    /// What goes with the tickets.
    extras: Vec<ExtraView>,
    /// Whether there is a page on data protection to link.
    has_privacy: bool,
}

impl Facts {
    async fn load(conn: &Conn, due: &Due) -> Result<Self, RegistrationError> {
        Self::read(conn, due.payload.clone(), due.language).await
    }

    async fn read(conn: &Conn, payload: Value, language: Language) -> Result<Self, RegistrationError> {
        let payload: Payload = serde_json::from_value(payload).map_err(|_| RegistrationError::Unknown)?;
        let order = order::Entity::find().filter(order::Column::Id.eq(payload.order)).one(conn).await?;
        let view = view(conn, order.ok_or(RegistrationError::Unknown)?).await?;
        let congress = congress::query::by_id(conn, view.order.congress_id).await?.ok_or(RegistrationError::Unknown)?;
        let zone = congress::rules::check_zone(&congress.zone)?;
        let has_privacy = congress::query::has_privacy(conn, congress.id).await?;
        let words = Words::new(language);
        let extras = of_order(conn, view.order.id).await?;
        Ok(Self { extras, payload, zone, view, words, language, has_privacy, congress })
    }

    fn is_buyer(&self) -> bool {
        self.view.order.mailbox_id == self.payload.mailbox
    }

    /// What all templates use.
    fn values(&self, links: &Links) -> Value {
        let mut values = values(&self.congress, self.zone, self.language, self.has_privacy, links);
        put(&mut values, "is_buyer", json!(self.is_buyer()));
        put(&mut values, "buyer_name", json!(self.view.order.buyer_name));
        values
    }

    /// What somebody has: the ticket, and what goes with it.
    fn has(&self, a: &AttendeeView) -> String {
        let mine = self.extras.iter().filter(|one| one.extra.attendee_id == a.attendee.id);
        let names = std::iter::once(a.category_name()).chain(mine.map(|one| &one.category.name.0));
        names.map(|name| name.in_language(self.language)).collect::<Vec<_>>().join(" + ")
    }

    fn person(&self, a: &AttendeeView) -> Value {
        // A place without a name is called by its number, which then stands once.
        let number = (!a.is_nameless()).then_some(&a.number);
        json!({ "name": a.name(), "category": self.has(a), "number": number })
    }

    fn draft(&self, template: &'static str, values: Value) -> Draft {
        letter(&self.congress, self.language, template, values)
    }
}

/// What every template of a congress uses.
fn values(c: &table::Model, zone: Tz, language: Language, has_privacy: bool, links: &Links) -> Value {
    let words = Words::new(language);
    let name = c.name.in_language(language);
    let place = c.venue();
    let place = if place.is_empty() { c.place.in_language(language).to_owned() } else { place };
    json!({
        "congress_name": name,
        "date": words.date(c.starts_at, zone),
        "when": words.span(c.starts_at, c.ends_at, zone),
        "doors": c.doors_at.map(|t| words.time(t, zone)),
        "where": place,
        "signature": if c.signature.is_empty() { name } else { c.signature.as_str() },
        "host_line": c.host_line.in_language(language),
        "privacy_url": if has_privacy { links.privacy(c) } else { String::new() },
        "contact": c.contact_address,
    })
}

/// The same for mails that are about no order.
async fn setting(
    store: &Store,
    congress: &table::Model,
    language: Language,
    links: &Links,
) -> Result<Value, RegistrationError> {
    let zone = congress::rules::check_zone(&congress.zone)?;
    let has_privacy = congress::query::has_privacy(store.read(), congress.id).await?;
    Ok(values(congress, zone, language, has_privacy, links))
}

fn put(values: &mut Value, key: &str, value: Value) {
    if let Some(object) = values.as_object_mut() {
        object.insert(key.into(), value);
    }
}

async fn write_order(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let conn = store.read();
    let facts = Facts::load(conn, &due).await.map_err(|e| told(&e))?;
    let order = &facts.view.order;
    if matches!(order.state, order::State::Cancelled | order::State::Expired) {
        return Err(ComposeError::Gone("the order was cancelled".into()));
    }
    let here: Vec<AttendeeView> = facts
        .view
        .attendees
        .iter()
        .filter(|a| a.attendee.mailbox_id == facts.payload.mailbox && holds_place(a.attendee.state) && !a.is_nameless())
        .cloned()
        .collect();
    if here.is_empty() && !facts.is_buyer() {
        return Err(ComposeError::Gone("no ticket of this address is left".into()));
    }
    let signer = Signer::load(conn, &store, facts.congress.id, facts.congress.ends_at).await.map_err(|e| told(&e))?;
    let valid: Vec<AttendeeView> = here.iter().filter(|a| a.opens_door()).cloned().collect();

    let awaiting = match order.state {
        order::State::AwaitingPayment if valid.is_empty() => Some("payment"),
        order::State::AwaitingApproval => Some("approval"),
        order::State::Waiting => Some("waiting_list"),
        _ => None,
    };
    let mut values = facts.values(&links);
    put(&mut values, "awaiting", json!(awaiting));
    put(&mut values, "test", json!(order.test));
    put(&mut values, "nameless", json!(facts.view.nameless().count()));
    let decided = decision(conn, order.id).await?.filter(|decided| decided.verdict == Verdict::Approved);
    put(&mut values, "approved", json!(decided.is_some()));
    put(&mut values, "approval_reason", json!(decided.map(|decided| decided.reason).unwrap_or_default()));
    let greeting = match (facts.is_buyer(), here.as_slice()) {
        (_, [one]) => one.name(),
        (true, _) => order.buyer_name.clone(),
        _ => String::new(),
    };
    put(&mut values, "greeting_name", json!(greeting));
    let held: Vec<&AttendeeView> = facts.view.attendees.iter().filter(|a| holds_place(a.attendee.state)).collect();
    let mut meant = if here.is_empty() { held.clone() } else { here.iter().collect() };
    meant.retain(|a| a.category.place == Place::OnSite);
    let online = meant.is_empty();
    put(&mut values, "online", json!(online));
    if online {
        // Nobody is sent to a door that does not open for them.
        put(&mut values, "where", json!(facts.words.t("registration-ticket-online")));
        put(&mut values, "doors", Value::Null);
    }
    let people: Vec<Value> = held.iter().map(|a| facts.person(a)).collect();
    let total = (order.total_cents != 0).then(|| facts.words.money(&facts.view.total()));
    let payment_due = order.payment_due_at.map(|t| facts.words.date(t, facts.zone));
    let order_values = json!({ "code": order.code, "url": links.order(&facts.congress, order), "people": people, "total": total, "payment_due": payment_due });
    put(&mut values, "order", order_values);

    let mut draft = facts.draft("registration/order", values);
    draft.tickets = tickets(&facts, &links, &signer, &here)?;
    if !valid.is_empty() {
        let notes = congress::query::passages(conn, facts.congress.id).await?;
        let notes: Vec<_> = notes.into_iter().filter(|p| p.place == passage::Place::Ticket).collect();
        let about = document::About {
            congress: &facts.congress,
            zone: facts.zone,
            notes: &notes,
            public_url: &links.public_url,
        };
        draft.attachments =
            document::attachments(&about, order, &valid, &signer, facts.language).await.map_err(|e| told(&e))?;
    }
    Ok(draft)
}

fn tickets(facts: &Facts, links: &Links, signer: &Signer, views: &[AttendeeView]) -> Result<Vec<Ticket>, ComposeError> {
    views
        .iter()
        .map(|a| {
            let qr_png = match a.attendee.state {
                attendee::State::Valid => {
                    let text = signer.qr(&a.attendee, a.category.number);
                    Some(paper::qr::png(&text, 6).map_err(|e| ComposeError::GiveUp(e.to_string()))?)
                }
                _ => None,
            };
            Ok(Ticket {
                name: a.name(),
                category: facts.has(a),
                number: a.number.clone(),
                qr_png,
                my_url: links.my(&facts.congress, &facts.view.order, &a.attendee),
            })
        })
        .collect()
}

async fn write_cancellation(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let conn = store.read();
    let facts = Facts::load(conn, &due).await.map_err(|e| told(&e))?;
    let ended: Vec<&AttendeeView> =
        facts.view.attendees.iter().filter(|a| facts.payload.attendees.contains(&a.attendee.id)).collect();
    let why = cancellation::Entity::find()
        .filter(cancellation::Column::AttendeeId.is_in(facts.payload.attendees.iter().copied()))
        .filter(cancellation::Column::UndoneAt.is_null())
        .one(conn)
        .await?;
    let Some(why) = why else { return Err(ComposeError::Gone("nothing was cancelled".into())) };
    let remaining = facts.view.attendees.iter().filter(|a| holds_place(a.attendee.state)).count();
    let mut values = facts.values(&links);
    let greeting = match (facts.is_buyer(), ended.as_slice()) {
        (true, _) => facts.view.order.buyer_name.clone(),
        (false, [one]) => one.name(),
        _ => String::new(),
    };
    put(&mut values, "greeting_name", json!(greeting));
    put(&mut values, "by_organiser", json!(why.actor_kind != "holder"));
    put(&mut values, "people", ended.iter().map(|a| facts.person(a)).collect());
    // What a stranger typed does not go to strangers under our name.
    let reason = if why.actor_kind == "holder" { "" } else { why.reason.as_str() };
    put(&mut values, "reason", json!(reason));
    let decided = decision(conn, facts.view.order.id).await?;
    put(&mut values, "refused", json!(decided.is_some_and(|decided| decided.verdict == Verdict::Refused)));
    put(&mut values, "remaining", json!(remaining));
    let order = json!({ "code": facts.view.order.code, "url": links.order(&facts.congress, &facts.view.order) });
    put(&mut values, "order", order);
    Ok(facts.draft("registration/cancellation", values))
}

async fn write_nameless(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let facts = Facts::load(store.read(), &due).await.map_err(|e| told(&e))?;
    let nameless: Vec<Value> = facts.view.nameless().map(|a| facts.person(a)).collect();
    if nameless.is_empty() {
        return Err(ComposeError::Gone("all places have their names".into()));
    }
    let mut values = facts.values(&links);
    put(&mut values, "greeting_name", json!(facts.view.order.buyer_name));
    put(&mut values, "people", nameless.into());
    let order = json!({ "code": facts.view.order.code, "url": links.order(&facts.congress, &facts.view.order) });
    put(&mut values, "order", order);
    Ok(facts.draft("registration/nameless", values))
}

/// What staff decided on an order, if it waited for them.
async fn decision(conn: &Conn, order: Uuid) -> Result<Option<decision::Model>, ComposeError> {
    Ok(decision::Entity::find().filter(decision::Column::OrderId.eq(order)).one(conn).await?)
}

async fn write_expiry(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let facts = Facts::load(store.read(), &due).await.map_err(|e| told(&e))?;
    let ended: Vec<&AttendeeView> = facts
        .view
        .attendees
        .iter()
        .filter(|a| facts.payload.attendees.contains(&a.attendee.id) && a.attendee.state == attendee::State::Expired)
        .collect();
    if ended.is_empty() {
        return Err(ComposeError::Gone("they were paid for after all".into()));
    }
    let mut values = facts.values(&links);
    put(&mut values, "greeting_name", json!(facts.view.order.buyer_name));
    put(&mut values, "people", ended.iter().map(|a| facts.person(a)).collect());
    let order = json!({ "code": facts.view.order.code, "url": links.order(&facts.congress, &facts.view.order) });
    put(&mut values, "order", order);
    Ok(facts.draft("registration/expiry", values))
}

fn told(e: &RegistrationError) -> ComposeError {
    match e {
        RegistrationError::Unknown => ComposeError::Gone(e.to_string()),
        e => ComposeError::of(e),
    }
}
