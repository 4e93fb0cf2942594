//! DigitaleZukunft@OWL as an example: the congress of the region with its venue, topics, partners and tickets, staff to
//! log in as, and attendees from a fixed seed with the mails that they got and the money that came in. Plausible, never real
//! persons. Nothing of it sends a mail.

mod account;
mod admission;
mod appointment;
mod call;
mod campaign;
mod edition;
mod exhibition;
mod group;
mod guest;
mod letter;
mod money;
mod network;
mod people;
mod programme;
mod project;
mod question;
mod season;
mod voucher;
mod waiting;

use base::{Actor, Uuid};
use chrono::NaiveDate;
use registration::RegistrationError;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use store::{Conn, Store, record};

pub use account::{LOGINS, Login};

/// How many attendees there are unless told otherwise.
pub const ATTENDEES: usize = 1_200;

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("the database holds something else than the demo: it is left as it is")]
    NotOurs,
    #[error("the date must leave room in the calendar")]
    Date,
    #[error("the content of the demo cannot be read: {0}")]
    Content(#[from] toml::de::Error),
    #[error("the content of the demo names {0}, which there is not")]
    Unknown(String),
    #[error(transparent)]
    Booking(#[from] ::programme::BookingError),
    #[error(transparent)]
    Calendar(#[from] calendar::CalendarError),
    #[error(transparent)]
    Campaign(#[from] ::campaign::CampaignError),
    #[error(transparent)]
    Exhibition(#[from] ::exhibition::ExhibitionError),
    #[error(transparent)]
    Key(#[from] store::key::KeyError),
    #[error(transparent)]
    Networking(#[from] ::networking::NetworkingError),
    #[error(transparent)]
    Programme(#[from] ::programme::ProgrammeError),
    #[error(transparent)]
    Review(#[from] ::programme::ReviewError),
    #[error(transparent)]
    Registration(#[from] RegistrationError),
    #[error(transparent)]
    Congress(#[from] congress::CongressError),
    #[error(transparent)]
    Ticketing(#[from] ticketing::TicketingError),
    #[error(transparent)]
    Identity(#[from] identity::IdentityError),
    #[error(transparent)]
    Payment(#[from] payment::PaymentError),
    #[error(transparent)]
    Template(#[from] post::template::TemplateError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// What marks a database as the demo's.
struct Seeded {
    congress: Uuid,
}

const SEEDED: &str = "demo.seeded";

impl store::Event for Seeded {
    fn verb(&self) -> &'static str {
        SEEDED
    }

    fn object(&self) -> (&'static str, Uuid) {
        ("congress", self.congress)
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.congress)
    }
}

/// Fills a fresh database, or leaves the demo's own as it is. Anything else is refused. Nothing else works on the database
/// meanwhile: the store's clock is moved for what came in for orders in the past weeks.
pub async fn fill(store: &Store, day: NaiveDate, attendees: usize) -> Result<(), DemoError> {
    if is_ours(store.read()).await? {
        return account::ensure(store).await;
    }
    if !is_fresh(store.read()).await? {
        return Err(DemoError::NotOurs);
    }
    let tx = store.begin().await?;
    let actor = Actor::system();
    let congress = edition::add(&tx, &actor, day, attendees).await?;
    question::add(&tx, &actor, &congress).await?;
    let mut plan = money::place(&tx, &actor, &congress, attendees).await?;
    let paying = guest::add(&tx, &actor, &congress, attendees - plan.people).await?;
    plan.also(paying, tx.now());
    season::add(&tx, &congress).await?;
    waiting::add(&tx, &actor, &congress, attendees).await?;
    record(&tx, &actor, Seeded { congress: congress.id }).await?;
    tx.commit().await?;
    account::ensure(store).await?;
    money::run(store, &congress, plan).await?;
    letter::add(store, &congress).await?;
    admission::add(store, &congress).await?;
    voucher::add(store, &congress).await?;
    group::add(store, congress.id).await?;
    programme::add(store, &congress, day).await?;
    exhibition::add(store, congress.id, congress.host_id).await?;
    Box::pin(call::add(store, &congress)).await?;
    Box::pin(campaign::add(store, &congress)).await?;
    Box::pin(appointment::add(store, &congress)).await?;
    Box::pin(network::add(store, &congress)).await?;
    season::notes(store, congress.id).await
}

async fn is_ours(conn: &Conn) -> Result<bool, DbErr> {
    use store::event::entity;
    Ok(entity::Entity::find().filter(entity::Column::Verb.eq(SEEDED)).count(conn).await? > 0)
}

/// Nobody has done anything yet: everything that is done leaves an event.
async fn is_fresh(conn: &Conn) -> Result<bool, DbErr> {
    Ok(store::event::entity::Entity::find().count(conn).await? == 0)
}
