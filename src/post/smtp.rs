//! The way out: SMTP (RFC 5321) over a pool of connections of this process.

use crate::PostError;
use lettre::address::Envelope;
use lettre::transport::smtp::response::Code;
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, Error, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::reason;
use tokio::time::timeout;
use url::Url;

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(30);
/// How long one mail may take from MAIL to the answer after DATA. Some servers scan for viruses before they answer, and
/// who hangs up earlier sends twice (RFC 5321 §4.5.3.2.6); a job must end, though.
const PATIENCE: Duration = Duration::from_secs(120);
/// Connections at once: as many as there are jobs at once.
const CONNECTIONS: u32 = 8;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// The mail server that is set.
#[derive(Clone)]
pub struct Smtp {
    builder: AsyncSmtpTransportBuilder,
    transport: Arc<Mutex<Transport>>,
    patience: Duration,
}

/// A mail being handed over. When it ends without an answer, its connection is in the middle of something and must not
/// be used again; lettre would put it back into the pool, so the pool is given up.
struct Talk<'a> {
    smtp: &'a Smtp,
    answered: bool,
}

impl Drop for Talk<'_> {
    fn drop(&mut self) {
        if !self.answered {
            *self.smtp.transport.lock().unwrap_or_else(PoisonError::into_inner) = self.smtp.builder.clone().build();
        }
    }
}

/// What a server said, or why nothing was said, cleaned: nobody knows what a server sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// Of a reply (RFC 5321 §4.2).
    pub code: Option<u16>,
    pub text: String,
}

impl Answer {
    fn of(code: Code, said: &str) -> Self {
        Self { code: Some(code.into()), text: reason(&format!("{code} {said}")) }
    }
}

/// What no server said.
impl<S: AsRef<str>> From<S> for Answer {
    fn from(said: S) -> Self {
        Self { code: None, text: reason(said.as_ref()) }
    }
}

/// Why a server did not take a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// For now: 4xx, no connection, or it does not know us.
    ForNow(Answer),
    /// For good: 5xx, with its answer word for word.
    ForGood(Answer),
    /// The connection was lost in between: it may have taken it.
    Unknown(Answer),
}

impl Smtp {
    /// From `smtp://user:password@host:587?tls=required`: `tls` is `required` (STARTTLS), `opportunistic` or `none`;
    /// `smtps://` speaks TLS from the first octet (RFC 8314 §3). Without `tls`, a password is only told to another host
    /// through TLS; everything else goes as it is.
    pub fn new(url: &str) -> Result<Self, PostError> {
        let wrong = |e: &dyn std::fmt::Display| PostError::SmtpUrl(e.to_string());
        let parsed = Url::parse(url).map_err(|e| wrong(&e))?;
        let tls = parsed.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let here = matches!(parsed.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        let tls = match tls.as_deref() {
            Some("none") => None,
            None if parsed.password().is_some() && !here => Some("required"),
            other => other,
        };
        let mut plain = parsed.clone();
        plain.set_query(tls.map(|t| format!("tls={t}")).as_deref());
        let builder = Transport::from_url(plain.as_str())
            .map_err(|e| wrong(&e))?
            .timeout(Some(CONNECT))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS).idle_timeout(Duration::from_secs(30)));
        let transport = Arc::new(Mutex::new(builder.clone().build()));
        Ok(Self { builder, transport, patience: PATIENCE })
    }

    /// Waits less long for an answer. For the tests.
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Hands a mail over. Gives the server's answer.
    pub(crate) async fn send(&self, envelope: &Envelope, mail: &[u8]) -> Result<Answer, Refusal> {
        let transport = self.transport.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut talk = Talk { smtp: self, answered: false };
        let Ok(ended) = timeout(self.patience, transport.send_raw(envelope, mail)).await else {
            return Err(Refusal::Unknown(format!("no answer within {} s", self.patience.as_secs()).into()));
        };
        talk.answered = true;
        match ended {
            Ok(response) => Ok(Answer::of(response.code(), &response.message().collect::<Vec<_>>().join(" "))),
            Err(e) => Err(refusal(&e)),
        }
    }
}

fn refusal(e: &Error) -> Refusal {
    let source = std::error::Error::source(e).map(ToString::to_string);
    if let Some(code) = e.status() {
        let answer = Answer::of(code, &source.unwrap_or_default());
        // Wrong or missing credentials (RFC 4954 §6) are ours to mend, not the recipient's fault.
        let ours = matches!(u16::from(code), 530 | 534 | 535 | 538);
        return if e.is_permanent() && !ours { Refusal::ForGood(answer) } else { Refusal::ForNow(answer) };
    }
    let said = e.to_string();
    // RFC 6531 §3.1: the address needs a server that knows SMTPUTF8.
    if e.is_client() && said.contains("SMTPUTF8") {
        return Refusal::ForGood(said.into());
    }
    // lettre tells connecting from talking in its words alone.
    if e.is_client() || e.is_tls() || said.starts_with("Connection error") {
        return Refusal::ForNow(said.into());
    }
    Refusal::Unknown(said.into())
}
