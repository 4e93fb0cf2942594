//! The way out: SMTP (RFC 5321), over a few connections of this process.
//!
//! lettre speaks; which word comes when is ours, so that whoever reads of a refusal learns whether it was about the
//! recipient, about the mail, or about how this installation is set up.

mod meaning;
mod promise;
mod queue;
mod rate;
mod server;
mod talk;

use crate::PostError;
use crate::trouble::Trouble;
use lettre::address::Envelope;
use lettre::message::Mailbox;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::response::{Code, Response};
use queue::Queue;
use server::Server;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::reason;
use talk::{Halt, Stage, Why};
use tokio::time::{Instant, sleep, timeout, timeout_at};

pub(crate) use queue::Turn;

/// How long everything before the mail itself may take: connecting, TLS, logging in, sender and recipient.
const BEFORE: Duration = Duration::from_secs(60);
/// How long the mail itself may take, and the answer. Some servers scan for viruses before they answer, and who hangs up
/// earlier sends twice (RFC 5321 §4.5.3.2.6); a job must end, though, within three minutes.
const PATIENCE: Duration = Duration::from_secs(110);
/// How long a connection waits for another mail.
const IDLE: Duration = Duration::from_secs(30);

/// The mail server that is set.
#[derive(Clone)]
pub struct Smtp {
    server: Arc<Server>,
    /// Connections that wait for another mail, and since when.
    idle: Arc<Mutex<Vec<(AsyncSmtpConnection, Instant)>>>,
    queue: Queue,
    before: Duration,
    patience: Duration,
}

/// What a server said, or why nothing was said, cleaned: nobody knows what a server sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// Of a reply (RFC 5321 §4.2).
    pub code: Option<u16>,
    pub text: String,
    pub trouble: Option<Trouble>,
}

impl Answer {
    pub(crate) fn of(trouble: Trouble, said: impl AsRef<str>) -> Self {
        Self { code: None, text: reason(said.as_ref()), trouble: Some(trouble) }
    }

    fn reply(code: Code, said: &str, trouble: Option<Trouble>) -> Self {
        Self { code: Some(code.into()), text: reason(&format!("{code} {said}")), trouble }
    }
}

/// Why a server did not take a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// For now: 4xx, no connection, or it does not take mails from us.
    ForNow(Answer),
    /// For good: 5xx, with its answer word for word.
    ForGood(Answer),
    /// The connection was lost after the mail: it may have taken it.
    Lost(Answer),
    /// It answered, and nobody could read it: it may have taken it, and would answer the same the next time.
    Unreadable(Answer),
}

/// What a server is like that would take mails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Host and port.
    pub server: String,
    pub encrypted: bool,
    pub logged_in: bool,
}

/// Why a server would take no mail: what kind of trouble, and its own words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{server}: {answer}")]
pub struct CheckError {
    pub server: String,
    pub trouble: Trouble,
    pub answer: String,
}

impl Smtp {
    /// From `smtp://user:password@host:587?tls=required`: `tls` is `required` (STARTTLS), `opportunistic` or `none`;
    /// `smtps://` speaks TLS from the first octet (RFC 8314 §3). Without `tls`, a password is only told to another host
    /// through TLS; everything else goes as it is. The certificates in `ca_file` (PEM) are trusted beside the system's:
    /// many public bodies have an authority of their own.
    pub fn new(url: &str, ca_file: Option<&str>) -> Result<Self, PostError> {
        Ok(Self {
            server: Arc::new(Server::new(url, ca_file)?),
            idle: Arc::default(),
            queue: Queue::default(),
            before: BEFORE,
            patience: PATIENCE,
        })
    }

    /// Waits less long for a server. For the tests.
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self.before = patience;
        self.queue = self.queue.with_slow(patience / 2);
        self
    }

    /// Sends no more than so many mails a minute, counted in this process.
    pub fn with_rate(mut self, a_minute: NonZeroU32) -> Self {
        self.queue = self.queue.with_rate(a_minute);
        self
    }

    /// A turn to talk to the server about this recipient; or, if others have to go first, after which time to ask again.
    /// `bulk`: one of many, behind those that somebody waits for.
    pub(crate) async fn turn(&self, recipient: &str, bulk: bool) -> Result<Turn, Duration> {
        self.queue.turn(recipient, bulk).await
    }

    /// After which time to ask for a turn, if there is plainly none now: the server or the domain is slow and all turns are
    /// taken, or the provider takes no more yet. Asked before a mail is written, which takes its time.
    pub(crate) fn has_no_turn(&self, recipient: &str, bulk: bool) -> Option<Duration> {
        self.queue.has_no_turn(recipient, bulk)
    }

    /// After which time one of many may go, whoever it is for, where the provider would take none now.
    pub(crate) fn has_no_moment(&self) -> Option<Duration> {
        self.queue.has_no_moment()
    }

    /// Hands a mail over. Gives the server's answer.
    pub(crate) async fn send(&self, envelope: &Envelope, mail: &[u8]) -> Result<Answer, Refusal> {
        let began = Instant::now();
        let (end, connection) = match self.try_send(envelope, mail).await {
            Ok((response, connection)) => (Ok(answer(&response)), Some(connection)),
            Err(halt) => (Err(meaning::refusal(&halt)), None),
        };
        count(&end, began.elapsed());
        // What ended in the middle of something is not used again.
        if let Some(connection) = connection {
            self.lock().push((connection, Instant::now()));
            self.leave_later();
        }
        end
    }

    /// Says goodbye to connections that nobody has used for a while.
    fn leave_later(&self) {
        let smtp = self.clone();
        tokio::spawn(async move {
            sleep(IDLE).await;
            let left: Vec<_> = smtp.lock().extract_if(.., |(_, since)| since.elapsed() >= IDLE).collect();
            for (mut connection, _) in left {
                drop(timeout(IDLE, connection.quit()).await);
            }
        });
    }

    async fn try_send(&self, envelope: &Envelope, mail: &[u8]) -> Result<(Response, AsyncSmtpConnection), Halt> {
        let end = Instant::now() + self.before;
        let mut connection = self.connection(end).await?;
        talk::envelope(&mut connection, envelope, mail, end).await?;
        let end = Instant::now() + self.patience;
        let sent = timeout_at(end, connection.message(mail)).await;
        match sent {
            Ok(Ok(response)) => Ok((response, connection)),
            Ok(Err(e)) => Err(Halt { stage: Stage::Content, why: Why::Said(e) }),
            Err(_) => Err(Halt { stage: Stage::Content, why: Why::Silence(self.patience) }),
        }
    }

    /// One that waits and still answers, or a new one.
    async fn connection(&self, end: Instant) -> Result<AsyncSmtpConnection, Halt> {
        while let Some((mut connection, since)) = self.pop() {
            let answers = async { since.elapsed() < IDLE && connection.test_connected().await };
            if timeout_at(end, answers).await == Ok(true) {
                return Ok(connection);
            }
        }
        talk::open(&self.server, end, self.before).await
    }

    fn pop(&self) -> Option<(AsyncSmtpConnection, Instant)> {
        self.lock().pop()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(AsyncSmtpConnection, Instant)>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the server would take mails from this sender: connects, says EHLO, STARTTLS and AUTH as they are set, names
    /// the sender, and leaves. That it knows no mailbox of that name, or asks to come again, is no trouble of ours.
    pub async fn check(&self, from: &str) -> Result<Checked, CheckError> {
        let server = self.server.name();
        let end = Instant::now() + self.before;
        let mut connection =
            talk::open(&self.server, end, self.before).await.map_err(|halt| self.troubled(meaning::refusal(&halt)))?;
        let encrypted = connection.is_encrypted();
        let heard = match from.parse::<Mailbox>() {
            Ok(from) => talk::introduce(&mut connection, &from.email, end).await,
            Err(_) => Ok(()),
        };
        // It has answered all that matters: what it says to QUIT does not.
        drop(timeout_at(end, connection.quit()).await);
        if let Err(halt) = heard {
            let told = self.troubled(meaning::refusal(&halt));
            if told.trouble.is_ours() {
                return Err(told);
            }
        }
        Ok(Checked { server, encrypted, logged_in: self.server.logs_in() })
    }

    fn troubled(&self, refusal: Refusal) -> CheckError {
        let (Refusal::ForNow(answer) | Refusal::ForGood(answer) | Refusal::Lost(answer) | Refusal::Unreadable(answer)) =
            refusal;
        let trouble = answer.trouble.unwrap_or(Trouble::Unreachable);
        CheckError { server: self.server.name(), trouble, answer: answer.text }
    }
}

/// The figures of one mail: how it ended, what it took.
fn count(end: &Result<Answer, Refusal>, taken: Duration) {
    let outcome = match end {
        Ok(_) => "accepted",
        Err(Refusal::ForNow(_)) => "deferred",
        Err(Refusal::ForGood(_)) => "refused",
        Err(Refusal::Lost(_) | Refusal::Unreadable(_)) => "unknown",
    };
    metrics::counter!("kongress_smtp_attempts_total", "outcome" => outcome).increment(1);
    metrics::histogram!("kongress_smtp_seconds").record(taken.as_secs_f64());
}

fn answer(response: &Response) -> Answer {
    Answer::reply(response.code(), &response.message().collect::<Vec<_>>().join(" "), None)
}
