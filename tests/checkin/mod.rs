//! The door: what comes of a scan, through the use case, the API and the pages.

mod api;
mod find;
mod force;
mod front;
mod page;
mod scan;
mod ticket;

use crate::kit::{Database, Outcome as Done};
use base::actor::Grant;
use base::{Actor, Language, Money, Permission, Text, Time, Uuid};
use checkin::{CheckinError, NewScan, Outcome, check_in};
use chrono::TimeDelta;
use congress::entity::congress::{Model as Congress, Phase};
use congress::service::congress::{NewCongress, add as add_congress};
use registration::entity::{attendee, order};
use registration::form::{AttendeeForm, Billing, BuyerForm, OrderForm};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use std::error::Error;
use store::Store;
use ticketing::entity::category::Place;
use ticketing::service::category::{NewCategory, add as add_category};

/// A congress with tickets, and Jonas at the door.
struct Door {
    store: Store,
    congress: Congress,
    jonas: Actor,
    /// Gone with the test.
    _database: Option<Database>,
}

/// Somebody with a ticket.
#[derive(Clone)]
struct Guest {
    order: order::Model,
    attendee: attendee::Model,
    number: String,
    qr: String,
}

async fn door() -> Result<Door, Box<dyn Error>> {
    let database = Database::new().await;
    let door = at(&database.store).await?;
    Ok(Door { _database: Some(database), ..door })
}

/// The same in a database that is there.
async fn at(store: &Store) -> Result<Door, Box<dyn Error>> {
    let congress = congress(store, "owl").await?;
    let jonas = staff("Jonas", congress.id, store.chance().opaque_id());
    Ok(Door { store: store.clone(), congress, jonas, _database: None })
}

/// A congress that lasts from now for two days, with a free, a paid and an online category.
async fn congress(store: &Store, slug: &str) -> Result<Congress, Box<dyn Error>> {
    let now = store.now();
    let tx = store.begin().await?;
    let new = NewCongress {
        slug: slug.into(),
        name: Text::same("DigitaleZukunft@OWL"),
        starts_at: now,
        ends_at: now + TimeDelta::days(2),
        zone: "Europe/Berlin".into(),
        phase: Phase::Open,
    };
    let congress = add_congress(&tx, &Actor::system(), new).await?;
    let categories = [
        ("vor-ort", "Vor Ort: Verwaltung", Place::OnSite, 0),
        ("firma", "Vor Ort: Firma", Place::OnSite, 4900),
        ("online", "Online", Place::Online, 0),
    ];
    for (slug, name, place, cents) in categories {
        let new = NewCategory {
            slug: slug.into(),
            name: Text::same(name),
            description: Text::default(),
            kind: ticketing::entity::category::Kind::Ticket,
            place,
            price: Money::euro(cents),
            vat_basis_points: 1900,
            sale_from: None,
            sale_until: None,
            max_per_order: None,
        };
        add_category(&tx, &Actor::system(), congress.id, new).await?;
    }
    tx.commit().await?;
    Ok(congress)
}

fn staff(name: &str, congress: Uuid, id: Uuid) -> Actor {
    let grants = vec![Grant { congress: Some(congress), permissions: vec![Permission::CheckInsWrite] }];
    Actor::staff(id, name, Language::De, grants)
}

impl Door {
    async fn guest(&self, category: &str) -> Result<Guest, Box<dyn Error>> {
        self.guest_of(&self.congress, category, "Henrik", "Stallmann").await
    }

    async fn guest_of(
        &self,
        congress: &Congress,
        category: &str,
        given: &str,
        family: &str,
    ) -> Result<Guest, Box<dyn Error>> {
        let form = OrderForm {
            buyer: BuyerForm {
                kind: order::BuyerKind::Person,
                name: format!("{given} {family}"),
                email: "gast@delbrueck.example".into(),
                organisation: String::new(),
                by_hand: false,
                billing: Billing::default(),
            },
            language: Language::De,
            notify: false,
            test: false,
            source: order::Source::Api,
            placement: None,
            attendees: vec![AttendeeForm {
                category: category.into(),
                nameless: false,
                given_name: given.into(),
                family_name: family.into(),
                email: "gast@delbrueck.example".into(),
                organisation: "Stadt Delbrück".into(),
                language: Language::De,
                answers: congress::rules::question::Typed::new(),
                extras: vec![],
            }],
            voucher: None,
            consent: None,
            answers: congress::rules::question::Typed::new(),
            unlocked: std::collections::BTreeSet::new(),
        };
        let order = registration::service::order::place(&self.store, &Actor::system(), congress.id, form).await?.order;
        let conn = self.store.read();
        let attendee = attendee::Entity::find()
            .filter(attendee::Column::OrderId.eq(order.id))
            .one(conn)
            .await?
            .ok_or("no attendee")?;
        let signer = registration::ticket::Signer::load(conn, &self.store, congress.id, congress.ends_at).await?;
        let number = registration::ticket::number(&order, 1);
        Ok(Guest { qr: signer.qr(&attendee, 1), number, order, attendee })
    }

    /// A scan of Jonas's at the main gate, with a nonce of its own.
    fn new_scan(&self, ticket: &str) -> NewScan {
        NewScan {
            ticket: ticket.into(),
            gate: "main".into(),
            nonce: self.store.chance().opaque_id(),
            at: None,
            force: false,
            note: String::new(),
        }
    }

    async fn scan(&self, ticket: &str) -> Result<Outcome, CheckinError> {
        check_in(&self.store, &self.jonas, self.congress.id, self.new_scan(ticket)).await
    }

    async fn force(&self, ticket: &str) -> Result<Outcome, CheckinError> {
        let new = NewScan { force: true, note: "Beleg gezeigt".into(), ..self.new_scan(ticket) };
        check_in(&self.store, &self.jonas, self.congress.id, new).await
    }

    async fn cancel(&self, guest: &Guest) -> Done {
        let order = registration::load::order_to_manage(
            self.store.read(),
            &Actor::system(),
            self.congress.id,
            &guest.order.code,
        )
        .await?;
        Ok(registration::service::cancellation::cancel(&self.store, &order, None, "").await?)
    }

    async fn scans(&self) -> Result<u64, Box<dyn Error>> {
        Ok(checkin::entity::scan::Entity::find().count(self.store.read()).await?)
    }

    async fn admissions(&self) -> Result<u64, Box<dyn Error>> {
        Ok(checkin::entity::admission::Entity::find().count(self.store.read()).await?)
    }
}

/// Status, reason and detail in a line.
fn verdict(outcome: &Outcome) -> (String, Option<&str>, Option<&str>) {
    let status = format!("{:?}", outcome.status()).to_lowercase();
    (status, outcome.scan.reason.as_deref(), outcome.scan.detail.as_deref())
}

fn refused<'a>(reason: &'a str, detail: Option<&'a str>) -> (String, Option<&'a str>, Option<&'a str>) {
    ("refused".into(), Some(reason), detail)
}

fn hours(at: Time, n: i64) -> Time {
    at + TimeDelta::hours(n)
}
