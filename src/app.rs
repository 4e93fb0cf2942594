//! kongress, a congress and event management system: the table of contents.
//!
//! The only file that knows every slice. It merges their routes, maps events to jobs and jobs to handlers, says who
//! writes which mail, and answers the web layer's questions: who is this, which congress is that.

use base::actor::Actor;
use base::config::Config;
use base::{Chance, Clock, Language, Text};
use chrono::TimeDelta;
use congress::entity::congress::Phase;
use congress::event::waiting::Waiting;
use congress::service::waiting::RUN;
use futures_util::FutureExt;
use http::request::Parts;
use registration::mail::Links;
use registration::service::waiting::mail::{MAIL, WaitingMail};
use serde::Deserialize;
use serde_json::{Value, json};
use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::job::{Dispatch, Job, JobError, NewJob};
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
        .merge(checkin::routes())
        .merge(desk::routes())
        .merge(portal::routes())
        .merge(ops::metric::routes());
    let described =
        [congress::route::openapi(), ticketing::route::openapi(), registration::route::openapi(), checkin::openapi()];
    let description = api::routes(described, &routes);
    routes.merge(description)
}

/// What follows from what happened. Handed to the store when it is opened.
pub fn reactions(event: &dyn Any) -> Vec<NewJob> {
    use registration::Event as Registration;
    if let Some(event) = event.downcast_ref::<Registration>() {
        let (mails, money) = (mails_of(event), money_of(event));
        return mails.into_iter().chain(money).collect();
    }
    if let Some(event) = event.downcast_ref::<Waiting>() {
        let mail = WaitingMail::of(event).and_then(|mail| Some(NewJob::new(MAIL, serde_json::to_value(mail).ok()?)));
        return mail.into_iter().chain(list_of(event)).collect();
    }
    if let Some(payment::Event::SellerChanged { congress, first: true, .. }) = event.downcast_ref() {
        return vec![NewJob::new(ALL_INVOICES, json!({ "congress": congress })).later(true)];
    }
    vec![]
}

/// Whether a waiting list is worked through: after a change of it. Whatever frees places stirs it by itself, and what a run
/// has done needs no other.
fn list_of(event: &Waiting) -> Option<NewJob> {
    use congress::event::waiting::What::{
        Accepted, Changed, Declined, Joined, Left, Prioritised, Removed, Returned, TermsSet,
    };
    let changes = matches!(
        event.what,
        Joined { .. }
            | Changed { .. }
            | Prioritised { .. }
            | Accepted { .. }
            | Declined { .. }
            | Left
            | Removed { .. }
            | Returned
            | TermsSet { .. }
    );
    changes.then(|| NewJob::new(RUN, json!({ "congress": event.congress })))
}

/// Which mails follow.
fn mails_of(event: &registration::Event) -> Option<NewJob> {
    use registration::Event::{
        AddressCorrected, Answered, Approved, AttendeeChanged, AttendeeLinkRenewed, Batch, BuyerChanged, Cancelled,
        ContingentChanged, ContingentEnded, ContingentEnding, ContingentLinkRenewed, ContingentMade, ContingentNamed,
        Expired, Exported, Extra, MailRequested, Named, Noted, OrderLinkRenewed, OrdersMerged, Paid, PaymentMissing,
        Placed, Rebooked, Refused, Renamed, Restored, SubstituteNamed, SubstituteWithdrawn, Substituted, TakenIn,
        TestDeleted, ToldApart,
    };
    match event {
        Placed { order, notify: true, bulk, .. } => {
            Some(NewJob::new(ORDER_MAILS, json!({ "order": order, "bulk": bulk })).later(*bulk))
        }
        Cancelled { order, attendees, notify: true, .. } => {
            Some(NewJob::new(CANCELLATION_MAILS, json!({ "order": order, "attendees": attendees })))
        }
        MailRequested { order, attendee, mailbox, request, bulk, .. } => {
            let only = json!({
                "order": order, "request": request, "attendee": attendee, "mailbox": mailbox, "bulk": bulk,
            });
            Some(NewJob::new(ORDER_MAILS, only).later(*bulk))
        }
        Named { order, attendee, request, notify: true, .. } => {
            Some(NewJob::new(ORDER_MAILS, json!({ "order": order, "attendee": attendee, "request": request })))
        }
        Paid { order, request, notify: true, .. } | Approved { order, request, notify: true, .. } => {
            Some(NewJob::new(ORDER_MAILS, json!({ "order": order, "request": request })))
        }
        Expired { order, attendees, notify: true, .. } => {
            Some(NewJob::new(EXPIRY_MAILS, json!({ "order": order, "attendees": attendees })))
        }
        SubstituteNamed { substitution, .. } => {
            Some(NewJob::new(SUBSTITUTE_MAIL, json!({ "substitution": substitution })))
        }
        Substituted { attendee, former, request, notify: true, .. } => Some(NewJob::new(
            SUBSTITUTED_MAILS,
            json!({
                "attendee": attendee, "mailbox": former.mailbox, "language": former.language, "request": request,
            }),
        )),
        Placed { notify: false, .. }
        | Substituted { notify: false, .. }
        | SubstituteWithdrawn { .. }
        | Restored { .. }
        | Cancelled { notify: false, .. }
        | Paid { notify: false, .. }
        | Approved { notify: false, .. }
        | Refused { .. }
        | Extra { .. }
        | Expired { notify: false, .. }
        | PaymentMissing { .. }
        | ContingentMade { .. }
        | ContingentChanged { .. }
        | ContingentEnding { .. }
        | ContingentEnded { .. }
        | ContingentLinkRenewed { .. }
        | ContingentNamed { .. }
        | Named { notify: false, .. }
        | AddressCorrected { .. }
        | Answered { .. }
        | Renamed { .. }
        | BuyerChanged { .. }
        | AttendeeChanged { .. }
        | Rebooked { .. }
        | OrderLinkRenewed { .. }
        | AttendeeLinkRenewed { .. }
        | Noted { .. }
        | Batch { .. }
        | TakenIn { .. }
        | TestDeleted { .. }
        | ToldApart { .. }
        | OrdersMerged { .. }
        | Exported { .. } => None,
    }
}

/// Whether invoices and days to pay follow: after whatever changes tickets that cost something.
fn money_of(event: &registration::Event) -> Option<NewJob> {
    use registration::Event::{
        AddressCorrected, Answered, Approved, AttendeeChanged, AttendeeLinkRenewed, Batch, BuyerChanged, Cancelled,
        ContingentChanged, ContingentEnded, ContingentEnding, ContingentLinkRenewed, ContingentMade, ContingentNamed,
        Expired, Exported, Extra, MailRequested, Named, Noted, OrderLinkRenewed, OrdersMerged, Paid, PaymentMissing,
        Placed, Rebooked, Refused, Renamed, Restored, SubstituteNamed, SubstituteWithdrawn, Substituted, TakenIn,
        TestDeleted, ToldApart,
    };
    let order = match event {
        Placed { order, costs: true, .. }
        | Cancelled { order, costs: true, .. }
        | ContingentNamed { order, costs: true, .. }
        | OrdersMerged { order, costs: true, .. }
        | Restored { order, costs: true, .. }
        | Approved { order, costs: true, .. } => order,
        Rebooked { order, cents, .. } if cents.0 != cents.1 => order,
        Extra { order, cents, .. } if *cents != 0 => order,
        Expired { order, .. } | Paid { order, revived: true, .. } | PaymentMissing { order, .. } => order,
        Placed { .. }
        | Cancelled { .. }
        | Restored { .. }
        | Rebooked { .. }
        | Paid { .. }
        | Approved { .. }
        | Refused { .. }
        | Extra { .. }
        | MailRequested { .. }
        | AddressCorrected { .. }
        | ContingentMade { .. }
        | ContingentChanged { .. }
        | ContingentEnding { .. }
        | ContingentEnded { .. }
        | ContingentLinkRenewed { .. }
        | ContingentNamed { costs: false, .. }
        | Named { .. }
        | Answered { .. }
        | Renamed { .. }
        | BuyerChanged { .. }
        | AttendeeChanged { .. }
        | OrderLinkRenewed { .. }
        | AttendeeLinkRenewed { .. }
        | SubstituteNamed { .. }
        | SubstituteWithdrawn { .. }
        | Substituted { .. }
        | Noted { .. }
        | Batch { .. }
        | TakenIn { .. }
        | TestDeleted { .. }
        | ToldApart { .. }
        | OrdersMerged { .. }
        | Exported { .. } => return None,
    };
    Some(NewJob::new(INVOICES, json!({ "order": order })))
}

const ALL_INVOICES: &str = "payment.all_invoices";
const INVOICES: &str = "payment.invoices";
const EXPIRY: &str = "payment.expiry";
const VOUCHERS: &str = "ticketing.vouchers";
const EXPIRY_MAILS: &str = "registration.expiry_mails";
const ORDER_MAILS: &str = "registration.order_mails";
const CANCELLATION_MAILS: &str = "registration.cancellation_mails";
const CONTINGENTS: &str = "registration.contingents";
const NAMELESS: &str = "registration.nameless";
const SUBSTITUTE_MAIL: &str = "registration.substitute_mail";
const SUBSTITUTED_MAILS: &str = "registration.substituted_mails";
const TIDY: &str = "web.tidy";
const RETENTION: &str = "congress.retention";

/// How long answers to API requests are kept for repetitions, and jobs that were done; …
const WEEK: TimeDelta = TimeDelta::days(7);
/// … jobs that failed for good, so that people can look into them; …
const QUARTER: TimeDelta = TimeDelta::days(90);
/// … log-in links that have ended, and files that were handed in.
const DAY: TimeDelta = TimeDelta::days(1);

#[derive(Deserialize)]
struct OrderMails {
    order: Uuid,
    #[serde(default)]
    request: Option<Uuid>,
    #[serde(default)]
    attendee: Option<Uuid>,
    #[serde(default)]
    mailbox: Option<Uuid>,
    #[serde(default)]
    bulk: bool,
}

#[derive(Deserialize)]
struct OfCongress {
    congress: Uuid,
}

#[derive(Deserialize)]
struct SubstituteMail {
    substitution: Uuid,
}

#[derive(Deserialize)]
struct SubstitutedMails {
    attendee: Uuid,
    mailbox: Uuid,
    language: Language,
    request: Uuid,
}

#[derive(Deserialize)]
struct OfList {
    /// None: all of them.
    #[serde(default)]
    congress: Option<Uuid>,
}

#[derive(Deserialize)]
struct CancellationMails {
    order: Uuid,
    attendees: Vec<Uuid>,
}

/// Which handler runs which job.
async fn handle(outbox: post::Outbox, job: Job) -> Result<(), JobError> {
    let store = &outbox.store;
    match job.kind.as_str() {
        post::DELIVER => post::deliver(&outbox, job.payload).await,
        identity::job::LOGIN_LINK => identity::job::login_link(store, job.payload).await,
        ORDER_MAILS => {
            let p: OrderMails = payload(job.payload)?;
            let only = registration::service::mail::Only { attendee: p.attendee, mailbox: p.mailbox, bulk: p.bulk };
            registration::service::mail::send_order(store, p.order, p.request, only).await.map_err(JobError::of)
        }
        CANCELLATION_MAILS => {
            let p: CancellationMails = payload(job.payload)?;
            registration::service::mail::send_cancellation(store, p.order, &p.attendees).await.map_err(JobError::of)
        }
        EXPIRY_MAILS => {
            let p: CancellationMails = payload(job.payload)?;
            registration::service::mail::send_expiry(store, p.order, &p.attendees).await.map_err(JobError::of)
        }
        SUBSTITUTE_MAIL => {
            let p: SubstituteMail = payload(job.payload)?;
            registration::service::mail::send_substitute(store, p.substitution).await.map_err(JobError::of)
        }
        SUBSTITUTED_MAILS => {
            let p: SubstitutedMails = payload(job.payload)?;
            registration::service::mail::send_substituted(store, p.attendee, (p.mailbox, p.language), p.request)
                .await
                .map_err(JobError::of)
        }
        MAIL => {
            let mail: WaitingMail = payload(job.payload)?;
            registration::service::waiting::mail::send(store, &mail).await.map_err(JobError::of)
        }
        RUN => {
            let p: OfList = payload(job.payload)?;
            match p.congress {
                Some(congress) => {
                    registration::service::waiting::run(store, congress).await.map(|_| ()).map_err(JobError::of)
                }
                None => registration::service::waiting::sweep(store).await.map_err(JobError::of),
            }
        }
        INVOICES => {
            let p: OrderMails = payload(job.payload)?;
            payment::service::invoice::follow(store, p.order, false).await.map_err(JobError::of)
        }
        ALL_INVOICES => {
            let p: OfCongress = payload(job.payload)?;
            payment::service::invoice::follow_all(store, p.congress).await.map_err(JobError::of)
        }
        EXPIRY => {
            let ended = payment::service::expiry::sweep(store).await.map_err(JobError::of)?;
            if ended > 0 {
                tracing::info!("{ended} orders expired that nobody paid for");
            }
            Ok(())
        }
        CONTINGENTS => {
            let ended = registration::service::contingent::sweep(store).await.map_err(JobError::of)?;
            if ended > 0 {
                tracing::info!("{ended} contingents ended whose day has come");
            }
            Ok(())
        }
        NAMELESS => {
            let reminded = registration::service::naming::remind(store).await.map_err(JobError::of)?;
            tracing::debug!("{reminded} orders have places without names");
            Ok(())
        }
        RETENTION => {
            let gone = congress::service::answer::sweep(store).await.map_err(JobError::of)?;
            if gone > 0 {
                tracing::info!("{gone} answers were deleted whose time was over");
            }
            Ok(())
        }
        VOUCHERS => {
            let lapsed = ticketing::service::voucher::place::sweep(store).await.map_err(JobError::of)?;
            if lapsed > 0 {
                tracing::info!("the places of {lapsed} vouchers are free that are no longer valid");
            }
            Ok(())
        }
        TIDY => tidy(store).await.map_err(JobError::from),
        // A newer program's, while processes are replaced one by one.
        unknown => Err(JobError::retry(format!("no handler for {unknown}"))),
    }
}

/// Deletes what has served its purpose: what `src/privacy/column.toml` calls `passing`, `week` and `quarter`.
async fn tidy(store: &Store) -> Result<(), store::DbErr> {
    let now = store.now();
    web::session::purge(store).await?;
    web::idempotency::purge(store, now - WEEK).await?;
    web::upload::purge(store, now - DAY).await?;
    identity::service::login_link::purge(store, now - DAY).await?;
    store::job::purge(store, now - WEEK, now - QUARTER).await?;
    Ok(())
}

fn payload<T: for<'de> Deserialize<'de>>(payload: Value) -> Result<T, JobError> {
    serde_json::from_value(payload).map_err(JobError::give_up)
}

/// Puts the daily tidying up, the reminders of places without names and the deleting of answers whose time is over among
/// the jobs, once a day whoever asks; and once an hour the search for orders that nobody pays for and for vouchers that are
/// no longer valid, and a look at the waiting lists.
pub async fn schedule(store: &Store) -> Result<(), store::DbErr> {
    let tx = store.begin().await?;
    let today = tx.now().date_naive();
    let hour = tx.now().format("%Y-%m-%dT%H");
    store::job::enqueue(&tx, NewJob::new(TIDY, json!({})).unique(format!("{TIDY}:{today}"))).await?;
    store::job::enqueue(&tx, NewJob::new(RETENTION, json!({})).unique(format!("{RETENTION}:{today}"))).await?;
    store::job::enqueue(&tx, NewJob::new(EXPIRY, json!({})).unique(format!("{EXPIRY}:{hour}"))).await?;
    store::job::enqueue(&tx, NewJob::new(CONTINGENTS, json!({})).unique(format!("{CONTINGENTS}:{hour}"))).await?;
    store::job::enqueue(&tx, NewJob::new(NAMELESS, json!({})).unique(format!("{NAMELESS}:{today}"))).await?;
    store::job::enqueue(&tx, NewJob::new(RUN, json!({})).unique(format!("{RUN}:{hour}"))).await?;
    store::job::enqueue(&tx, NewJob::new(VOUCHERS, json!({})).unique(format!("{VOUCHERS}:{hour}"))).await?;
    tx.commit().await
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
            .with(identity::mail::LOGIN_MAIL, identity::mail::login_mail(public_url.clone()))
            .with(identity::mail::INVITATION_MAIL, identity::mail::invitation_mail(public_url.clone()))
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
        let outbox = post::Outbox::new(
            store.clone(),
            config.smtp_url.as_deref(),
            config.smtp_ca_file.as_deref(),
            config.mail_from.as_deref(),
            &public_url,
            composers,
        )?;
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
        web::server::layers(routes(), self.state.clone(), resolve)
    }

    /// What a process serves that runs the jobs alone: its health and its figures.
    pub fn figures(&self) -> axum::Router {
        let resolve = Arc::new(Resolver::new(self.state.store.clone()));
        web::server::layers(ops::metric::routes(), self.state.clone(), resolve)
    }

    /// What runs the jobs.
    pub fn dispatch(&self) -> Dispatch {
        let outbox = self.outbox.clone();
        Arc::new(move |job| handle(outbox.clone(), job).boxed())
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
    store::job::run(store, program.dispatch(), store::job::Pace::default(), stop).await;
    daily.abort();
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
        let arrival = passages.iter().any(|p| p.place == Place::Arrival);
        let pages = passages.into_iter().filter(|p| p.place == Place::Page).map(|p| (p.slug, p.title.0)).collect();
        let front = Arc::new(Front { pages, arrival, sales });
        fronts().insert(congress, (revision, Arc::clone(&front)));
        Ok(front)
    }
}

#[async_trait::async_trait]
impl Resolve for Resolver {
    async fn actor(&self, parts: &Parts, session: &Session) -> Result<Option<Actor>, Fault> {
        identity::session::resolve_actor(self.store.read(), parts, session, self.store.now()).await
    }

    async fn congress(&self, slug: &str) -> Result<Option<Arc<CongressHead>>, Fault> {
        let conn = self.store.read();
        let Some(row) = congress::query::by_slug(conn, slug).await? else { return Ok(None) };
        let front = self.front(row.id, row.revision).await?;
        let bookable = ticketing::query::any_bookable(&row, &front.sales, self.store.now());
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
            host: row.host_line.0,
            revision: row.revision,
            pages: front.pages.clone(),
        })))
    }
}
