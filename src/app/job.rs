//! Which handler runs which job, and what is put among them by the clock.

use crate::letter;
use base::Language;
use calendar::service::invitation::{RECONCILE, Scope, reconcile};
use chrono::TimeDelta;
use congress::service::waiting::RUN;
use programme::service::submission::FOLLOW;
use registration::service::waiting::mail::{MAIL, WaitingMail};
use serde::Deserialize;
use serde_json::{Value, json};
use store::Store;
use store::job::{Job, JobError, NewJob};
use uuid::Uuid;

pub(super) const ALL_INVOICES: &str = "payment.all_invoices";
pub(super) const INVOICES: &str = "payment.invoices";
const EXPIRY: &str = "payment.expiry";
const NETWORK: &str = "networking.sweep";
const SPEAKERS: &str = "programme.speakers";
const VOUCHERS: &str = "ticketing.vouchers";
pub(super) const EXPIRY_MAILS: &str = "registration.expiry_mails";
pub(super) const ORDER_MAILS: &str = "registration.order_mails";
pub(super) const CANCELLATION_MAILS: &str = "registration.cancellation_mails";
const CONTINGENTS: &str = "registration.contingents";
const NAMELESS: &str = "registration.nameless";
pub(super) const SUBSTITUTE_MAIL: &str = "registration.substitute_mail";
pub(super) const SUBSTITUTED_MAILS: &str = "registration.substituted_mails";
pub(super) const BOOKINGS: &str = programme::service::booking::SETTLE;
pub(super) const BOOKING_MAIL: &str = programme::service::booking::mail::MAIL;
/// Whether mails to addresses still come back.
const BOUNCES: &str = "identity.bounces";
/// What came back is read.
const LETTERBOX: &str = "post.letterbox";
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
struct OfTopic {
    topic: Uuid,
}

#[derive(Deserialize)]
struct OfMessage {
    message: Uuid,
}

#[derive(Deserialize)]
struct OfSubmission {
    submission: Uuid,
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

/// Whose bookings are looked at.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Bookings {
    /// Of the tickets of an order.
    Order(Uuid),
    /// Of a congress, after its programme changed.
    Congress(Uuid),
}

#[derive(Deserialize)]
struct CancellationMails {
    order: Uuid,
    attendees: Vec<Uuid>,
}

/// Which handler runs which job.
pub(super) async fn handle(outbox: post::Outbox, job: Job) -> Result<(), JobError> {
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
        campaign::service::send::BEGIN => campaign::service::send::begin(store, job.payload).await,
        campaign::service::send::MOVED => {
            let p: OfCongress = payload(job.payload)?;
            campaign::service::send::moved(store, p.congress).await.map_err(JobError::of)
        }
        campaign::service::send::SEND => campaign::service::send::send(&outbox, job.payload).await,
        RECONCILE => {
            let scope: Scope = payload(job.payload)?;
            reconcile(store, &scope, &letter::answers(&outbox)).await.map(|_| ()).map_err(JobError::of)
        }
        INVOICES => {
            let p: OrderMails = payload(job.payload)?;
            payment::service::invoice::follow(store, p.order, false).await.map_err(JobError::of)
        }
        ALL_INVOICES => {
            let p: OfCongress = payload(job.payload)?;
            payment::service::invoice::follow_all(store, p.congress).await.map_err(JobError::of)
        }
        BOOKINGS => match payload(job.payload)? {
            Bookings::Order(id) => programme::service::booking::settle_order(store, id).await.map_err(JobError::of),
            Bookings::Congress(id) => programme::service::booking::settle(store, id).await.map_err(JobError::of),
        },
        FOLLOW => {
            let p: OfSubmission = payload(job.payload)?;
            let system = base::Actor::system();
            Box::pin(exhibition::service::submission::follow(store, &system, p.submission)).await.map_err(JobError::of)
        }
        BOOKING_MAIL => {
            let mail = payload(job.payload)?;
            programme::service::booking::mail::send(store, &mail).await.map_err(JobError::of)
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
            let gone = campaign::service::contact::forget_unanswered(store).await.map_err(JobError::of)?;
            if gone > 0 {
                tracing::info!("{gone} people were forgotten who did not say whether they want news");
            }
            Ok(())
        }
        networking::service::entrance::SEND => {
            let asked = payload(job.payload)?;
            networking::service::entrance::send(store, &asked).await.map_err(JobError::of)
        }
        networking::service::INDEX => {
            let p: OfTopic = payload(job.payload)?;
            networking::service::index_topic(store, p.topic).await.map_err(JobError::of)
        }
        NETWORK => {
            let swept = networking::service::sweep::sweep(store).await.map_err(JobError::of)?;
            tracing::debug!("{swept:?} in the directory");
            Ok(())
        }
        SPEAKERS => {
            let reminded = programme::service::submission::remind::remind(store).await.map_err(JobError::of)?;
            tracing::debug!("{reminded} contributions wait to be confirmed");
            Ok(())
        }
        VOUCHERS => {
            let lapsed = ticketing::service::voucher::place::sweep(store).await.map_err(JobError::of)?;
            if lapsed > 0 {
                tracing::info!("the places of {lapsed} vouchers are free that are no longer valid");
            }
            Ok(())
        }
        identity::service::bounce::COUNT => {
            let p: OfMessage = payload(job.payload)?;
            identity::service::bounce::count(store, p.message).await.map_err(JobError::from)
        }
        BOUNCES => identity::service::bounce::sweep(store).await.map_err(JobError::from),
        LETTERBOX => letter::read(&outbox).await.map_err(JobError::from),
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

/// Puts the daily tidying up, the reminders of places without names, the deleting of answers and of addresses whose time is over, and
/// what ends in the directory among
/// the jobs, once a day whoever asks; and once an hour the search for orders that nobody pays for and for vouchers that are
/// no longer valid, a look at the waiting lists, and at what speakers have not confirmed.
pub async fn schedule(store: &Store) -> Result<(), store::DbErr> {
    let tx = store.begin().await?;
    let today = tx.now().date_naive();
    let hour = tx.now().format("%Y-%m-%dT%H");
    store::job::enqueue(&tx, NewJob::new(TIDY, json!({})).unique(format!("{TIDY}:{today}"))).await?;
    store::job::enqueue(&tx, NewJob::new(RETENTION, json!({})).unique(format!("{RETENTION}:{today}"))).await?;
    store::job::enqueue(&tx, NewJob::new(EXPIRY, json!({})).unique(format!("{EXPIRY}:{hour}"))).await?;
    store::job::enqueue(&tx, NewJob::new(CONTINGENTS, json!({})).unique(format!("{CONTINGENTS}:{hour}"))).await?;
    store::job::enqueue(&tx, NewJob::new(SPEAKERS, json!({})).unique(format!("{SPEAKERS}:{hour}"))).await?;
    store::job::enqueue(&tx, NewJob::new(NETWORK, json!({})).unique(format!("{NETWORK}:{today}"))).await?;
    store::job::enqueue(&tx, NewJob::new(NAMELESS, json!({})).unique(format!("{NAMELESS}:{today}"))).await?;
    store::job::enqueue(&tx, NewJob::new(RUN, json!({})).unique(format!("{RUN}:{hour}"))).await?;
    store::job::enqueue(&tx, NewJob::new(VOUCHERS, json!({})).unique(format!("{VOUCHERS}:{hour}"))).await?;
    store::job::enqueue(&tx, NewJob::new(BOUNCES, json!({})).unique(format!("{BOUNCES}:{hour}"))).await?;
    tx.commit().await
}

/// Puts reading the letter box among the jobs, once in five minutes whoever asks.
pub(super) async fn read_letterbox(store: &Store) -> Result<(), store::DbErr> {
    let tx = store.begin().await?;
    let slot = tx.now().timestamp() / LETTERBOX_EVERY.num_seconds();
    store::job::enqueue(&tx, NewJob::new(LETTERBOX, json!({})).unique(format!("{LETTERBOX}:{slot}"))).await?;
    tx.commit().await
}

/// How often the letter box is read.
pub(super) const LETTERBOX_EVERY: TimeDelta = TimeDelta::minutes(5);
