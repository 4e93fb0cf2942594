//! kongress, a congress and event management system: the table of contents.
//!
//! The only file that knows every slice. It merges their routes, maps events to jobs and jobs to handlers, says who
//! writes which mail, and answers the web layer's questions: who is this, which congress is that.

#[path = "app/job.rs"]
mod job;
#[path = "app/letter.rs"]
pub mod letter;
#[path = "app/reaction.rs"]
mod reaction;

pub use job::schedule;
pub use reaction::reactions;

use ::programme::entity::call;
use ::programme::query::call::is_open;
use base::actor::Actor;
use base::config::Config;
use base::{Chance, Clock, Text};
use congress::entity::congress::Phase;
use futures_util::FutureExt;
use http::request::Parts;
use registration::mail::Links;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::job::Dispatch;
use store::{OpenError, Store};
use tower_sessions::Session;
use uuid::Uuid;
use web::{CongressHead, Fault, Resolve, Routes};

/// Where kongress listens unless told otherwise.
pub const LISTEN: &str = "127.0.0.1:8080";
/// The database of `serve` unless told otherwise.
pub const DATABASE: &str = "sqlite://kongress.sqlite";

/// All routes of all slices, and the description of those for programs.
pub fn routes() -> Routes {
    let routes = Routes::new()
        .merge(identity::routes())
        .merge(congress::route::routes())
        .merge(ticketing::route::routes())
        .merge(registration::route::routes())
        .merge(programme::routes())
        .merge(calendar::routes())
        .merge(networking::routes())
        .merge(checkin::routes())
        .merge(desk::routes())
        .merge(portal::routes())
        .merge(ops::metric::routes());
    let described =
        [congress::route::openapi(), ticketing::route::openapi(), registration::route::openapi(), checkin::openapi()];
    let description = api::routes(described, &routes);
    routes.merge(description)
}

/// The shortest token for `/metrics` that is taken, in characters.
const MIN_TOKEN: usize = 16;

/// Why the program does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("the database lacks steps of the schema: run `kongress migrate`")]
    NotMigrated,
    #[error("KONGRESS_PUBLIC_URL is an address such as https://kongress.example, not {0}")]
    PublicUrl(String),
    #[error("KONGRESS_METRICS_TOKEN must have at least {MIN_TOKEN} characters")]
    MetricsToken,
    #[error(transparent)]
    Key(#[from] store::key::KeyError),
    #[error(transparent)]
    Post(#[from] post::PostError),
    #[error(transparent)]
    Proxy(#[from] web::client::ProxyError),
    #[error(transparent)]
    Database(#[from] store::DbErr),
}

/// The program, wired.
pub struct Program {
    pub state: web::State,
    pub outbox: post::Outbox,
}

/// Opens the database of the settings. A SQLite file is made and migrated by itself; PostgreSQL is only opened, and
/// refused while steps are missing.
pub async fn open(config: &Config, clock: Clock, chance: Chance) -> Result<Store, StartError> {
    let url = config.database_url.as_deref().unwrap_or(DATABASE);
    let store = store::open(url, config.secret_key.as_deref(), clock, chance, reactions).await?;
    if store.is_sqlite() {
        if !store.is_migrated().await? {
            store.migrate().await?;
        }
    } else if !store.is_migrated().await? {
        return Err(StartError::NotMigrated);
    }
    Ok(store)
}

/// `http://host` or `https://host`, without a path.
fn is_web_address(url: &str) -> bool {
    url.parse::<http::Uri>().is_ok_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.host().is_some_and(|h| !h.is_empty())
            && uri.path() == "/"
    })
}

/// What stands before every path in mails, without a slash at the end.
pub fn public_url(config: &Config) -> String {
    match &config.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => format!("http://{}", config.listen.as_deref().unwrap_or(LISTEN)),
    }
}

/// Where mails come back to, if that is set.
pub async fn bounce_address(config: &Config, store: &Store) -> Result<Option<post::BounceAddress>, StartError> {
    let Some(address) = &config.bounce_address else { return Ok(None) };
    Ok(Some(post::BounceAddress::new(address, store::key::link_key(store).await?)?))
}

/// Where what came back is read, if that is set.
fn letterbox(config: &Config) -> Result<Option<post::Letterbox>, post::PostError> {
    let ca_file = config.smtp_ca_file.as_deref();
    config.bounce_imap_url.as_deref().map(|url| post::Letterbox::new(url, ca_file)).transpose()
}

/// What signs mails, if that is set.
fn dkim(config: &Config) -> Result<Option<post::Dkim>, post::PostError> {
    let (domain, selector) = (config.dkim_domain.as_deref(), config.dkim_selector.as_deref());
    Ok(post::Dkim::new(domain, selector, config.dkim_key_file.as_deref())?)
}

impl Program {
    /// Wires the program around an open, migrated database.
    pub async fn new(store: Store, config: &Config) -> Result<Self, StartError> {
        if let Some(url) = config.public_url.as_ref().filter(|url| !is_web_address(url)) {
            return Err(StartError::PublicUrl(url.clone()));
        }
        if config.metrics_token.as_ref().is_some_and(|token| token.chars().count() < MIN_TOKEN) {
            return Err(StartError::MetricsToken);
        }
        let public_url: Arc<str> = public_url(config).into();
        let link_key = store::key::link_key(&store).await?;
        let links = Links { public_url: public_url.clone(), key: link_key.clone() };
        let composers = post::Composers::new()
            .with_secret(identity::mail::LOGIN_MAIL, identity::mail::login_mail(public_url.clone()))
            .with_secret(identity::mail::INVITATION_MAIL, identity::mail::invitation_mail(public_url.clone()))
            .with(identity::mail::PASSWORD_MAIL, identity::mail::password_mail(public_url.clone()))
            .with(registration::mail::ORDER_MAIL, registration::mail::order_mail(links.clone()))
            .with(registration::mail::CANCELLATION_MAIL, registration::mail::cancellation_mail(links.clone()))
            .with(registration::mail::EXPIRY_MAIL, registration::mail::expiry_mail(links.clone()))
            .with(
                registration::mail::contingent::CONTINGENT_MAIL,
                registration::mail::contingent::contingent_mail(links.clone()),
            )
            .with(registration::mail::NAMELESS_MAIL, registration::mail::nameless_mail(links.clone()))
            .with(registration::mail::SUBSTITUTE_MAIL, registration::mail::substitute_mail(links.clone()))
            .with(registration::mail::SUBSTITUTED_MAIL, registration::mail::substituted_mail(links.clone()))
            .with(payment::mail::INVOICE_MAIL, payment::mail::invoice_mail(links.clone()));
        let composers = registration::mail::waiting::with_waiting_mails(composers, &links);
        let call_links = programme::mail::Links { public_url: public_url.clone(), key: link_key.clone() };
        let composers = programme::mail::with_call_mails(composers, &call_links);
        let composers = programme::mail::with_booking_mails(composers, &links);
        let bounces = bounce_address(config, &store).await?;
        let answers = calendar::answers::Answers {
            read: bounces.as_ref().map(ToString::to_string),
            sender: post::sender_address(config.mail_from.as_deref(), &public_url)?,
        };
        let sender = answers.sender.clone();
        let invitations = calendar::mail::Links { public_url: public_url.clone(), key: link_key.clone(), answers };
        let composers = composers
            .with(calendar::mail::INVITATION_MAIL, calendar::mail::invitation_mail(invitations.clone()))
            .with(calendar::mail::DECLINED_MAIL, calendar::mail::declined_mail(invitations));
        let composers = networking::mail::with_network_mails(composers, &links, &sender);
        let composers = post::text::with_trials(campaign::mail::with_letters(composers, &links));
        let outbox = post::Outbox::new(
            store.clone(),
            config.smtp_url.as_deref(),
            config.smtp_ca_file.as_deref(),
            config.mail_from.as_deref(),
            &public_url,
            composers,
        )?;
        let outbox = outbox.with_bounces(bounces, letterbox(config)?);
        let outbox = outbox.with_dkim(dkim(config)?).with_rate(config.smtp_rate.as_deref())?;
        let state = web::State {
            operator: web::Operator::new(config.metrics_token.as_deref(), &public_url),
            secure_cookies: public_url.starts_with("https:"),
            sends_mail: config.smtp_url.is_some(),
            trusted_proxies: config.trusted_proxies.as_deref().unwrap_or_default().parse()?,
            store,
            public_url,
            link_key,
            pages: web::cache::Pages::default(),
        };
        Ok(Self { state, outbox })
    }

    /// Everything that is served.
    pub fn router(&self) -> axum::Router {
        let resolve = Arc::new(Resolver::new(self.state.store.clone()));
        // Whoever words mails looks at how they come out.
        web::server::layers(routes(), self.state.clone(), resolve).layer(axum::Extension(self.outbox.composers.clone()))
    }

    /// What a process serves that runs the jobs alone: its health and its figures.
    pub fn figures(&self) -> axum::Router {
        let resolve = Arc::new(Resolver::new(self.state.store.clone()));
        web::server::layers(ops::metric::routes(), self.state.clone(), resolve)
    }

    /// What runs the jobs.
    pub fn dispatch(&self) -> Dispatch {
        let outbox = self.outbox.clone();
        Arc::new(move |job| job::handle(outbox.clone(), job).boxed())
    }
}

/// How often the schedule is looked at.
const SCHEDULE: Duration = Duration::from_secs(3600);

/// Works through the jobs, and puts the daily ones among them, until `stop`.
pub async fn work(program: &Program, stop: tokio_util::sync::CancellationToken) {
    let store = program.state.store.clone();
    let daily = {
        let (store, stop) = (store.clone(), stop.clone());
        tokio::spawn(async move {
            while !stop.is_cancelled() {
                if let Err(e) = schedule(&store).await {
                    tracing::warn!("daily jobs: {e}");
                }
                tokio::select! { () = tokio::time::sleep(SCHEDULE) => {}, () = stop.cancelled() => {} }
            }
        })
    };
    let reading = {
        let (store, stop) = (store.clone(), stop.clone());
        let every = job::LETTERBOX_EVERY.to_std().unwrap_or(SCHEDULE);
        let is_set = program.outbox.letterbox.is_some();
        tokio::spawn(async move {
            while is_set && !stop.is_cancelled() {
                if let Err(e) = job::read_letterbox(&store).await {
                    tracing::warn!("the letter box is not read: {e}");
                }
                tokio::select! { () = tokio::time::sleep(every) => {}, () = stop.cancelled() => {} }
            }
        })
    };
    store::job::run(store, program.dispatch(), store::job::Pace::default(), stop).await;
    daily.abort();
    reading.abort();
}

/// Answers the web layer's questions from the slices.
struct Resolver {
    store: Store,
    /// What every page of a congress names, with the revision that it is of.
    fronts: Mutex<HashMap<Uuid, (i64, Arc<Front>)>>,
}

/// What header and footer name.
struct Front {
    /// Slug and title of each page.
    pages: Vec<(String, Text)>,
    /// There are texts on how to get there.
    arrival: bool,
    /// A programme was released.
    programme: bool,
    /// Projects are published.
    projects: bool,
    /// There is a directory of who works on what.
    network: bool,
    /// Calls that are published, each when it is open.
    calls: Vec<call::Model>,
    /// When something is on sale.
    sales: Vec<ticketing::query::Window>,
}

impl Resolver {
    fn new(store: Store) -> Self {
        Self { store, fronts: Mutex::default() }
    }

    /// Read again when the revision was raised.
    async fn front(&self, congress: Uuid, revision: i64) -> Result<Arc<Front>, Fault> {
        use congress::entity::passage::Place;
        let fronts = || self.fronts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, front)) = fronts().get(&congress).filter(|(of, _)| *of == revision) {
            return Ok(Arc::clone(front));
        }
        let conn = self.store.read();
        let passages = congress::query::passages(conn, congress).await?;
        let sales = ticketing::query::windows(conn, congress).await?;
        let programme = programme::query::newest(conn, congress).await?.is_some();
        let arrival = passages.iter().any(|p| p.place == Place::Arrival);
        let pages = passages.into_iter().filter(|p| p.place == Place::Page).map(|p| (p.slug, p.title.0)).collect();
        let projects = exhibition::query::any_published(conn, congress).await?;
        let network = networking::query::is_open(conn, congress).await?;
        let calls = programme::query::call::published(conn, congress).await?;
        let front = Arc::new(Front { pages, arrival, programme, projects, network, calls, sales });
        fronts().insert(congress, (revision, Arc::clone(&front)));
        Ok(front)
    }
}

#[async_trait::async_trait]
impl Resolve for Resolver {
    async fn actor(&self, parts: &Parts, session: &Session) -> Result<Option<Actor>, Fault> {
        identity::session::resolve_actor(self.store.read(), parts, session, self.store.now()).await
    }

    async fn member(&self, congress: &CongressHead, session: &Session) -> Result<Option<web::Member>, Fault> {
        networking::session::member(self.store.read(), congress.id, session, self.store.now()).await
    }

    async fn congress(&self, slug: &str) -> Result<Option<Arc<CongressHead>>, Fault> {
        let conn = self.store.read();
        let Some(row) = congress::query::by_slug(conn, slug).await? else { return Ok(None) };
        let front = self.front(row.id, row.revision).await?;
        let now = self.store.now();
        let calls = row.phase == Phase::Open && front.calls.iter().any(|call| is_open(call, now));
        let bookable = ticketing::query::any_bookable(&row, &front.sales, now);
        let zone = congress::rules::check_zone(&row.zone).map_err(|e| Fault::internal(e.to_string()))?;
        let deadlines = congress::rules::deadlines(&row);
        Ok(Some(Arc::new(CongressHead {
            id: row.id,
            slug: row.slug,
            name: row.name.0,
            zone,
            state: match row.phase {
                Phase::Draft => web::Phase::Draft,
                Phase::Open => web::Phase::Open,
                Phase::Over => web::Phase::Over,
            },
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            deadlines,
            place: row.place.0,
            wordmark: (row.wordmark, row.wordmark_accent),
            accent: web::accent::Accent::new(&row.accent).ok().map(|accent| accent.file()),
            bookable,
            arrival: front.arrival,
            programme: front.programme,
            projects: front.projects,
            network: front.network,
            calls,
            host: row.host_line.0,
            revision: row.revision,
            pages: front.pages.clone(),
        })))
    }
}
