//! The talk with a server, step by step.

use super::server::Server;
use lettre::Address;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

/// How far it got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Connecting, the greeting, EHLO.
    Greeting,
    Tls,
    Login,
    /// MAIL.
    Sender,
    /// RCPT.
    Recipient,
    /// DATA.
    Announced,
    /// The mail itself.
    Content,
}

/// Why it ended there.
#[derive(Debug)]
pub(super) enum Why {
    Said(Error),
    Silence(Duration),
    /// The server cannot take such an address (RFC 6531 §3.1).
    NoUtf8,
}

/// Where a talk ended, and why.
#[derive(Debug)]
pub(super) struct Halt {
    pub stage: Stage,
    pub why: Why,
}

/// Until when a talk may take, and how long that was.
#[derive(Clone, Copy)]
struct Limit {
    end: Instant,
    patience: Duration,
}

impl Limit {
    async fn hold<T>(self, stage: Stage, step: impl Future<Output = Result<T, Error>>) -> Result<T, Halt> {
        match timeout_at(self.end, step).await {
            Ok(done) => done.map_err(|e| Halt { stage, why: Why::Said(e) }),
            Err(_) => Err(Halt { stage, why: Why::Silence(self.patience) }),
        }
    }
}

/// A connection that is ready for mails: encrypted and logged in as it is set.
pub(super) async fn open(server: &Server, end: Instant, patience: Duration) -> Result<AsyncSmtpConnection, Halt> {
    let limit = Limit { end, patience };
    let mut connection = limit.hold(Stage::Greeting, greet(server, end, patience)).await?;
    let starttls = match &server.tls {
        Tls::Required(parameters) => Some(parameters),
        Tls::Opportunistic(parameters) if connection.can_starttls() => Some(parameters),
        Tls::Opportunistic(_) | Tls::Wrapper(_) | Tls::None => None,
    };
    if let Some(parameters) = starttls {
        limit.hold(Stage::Tls, connection.starttls(parameters.clone(), &server.hello)).await?;
    }
    if let Some(credentials) = &server.credentials {
        limit.hold(Stage::Login, connection.auth(DEFAULT_MECHANISMS, credentials)).await?;
    }
    Ok(connection)
}

/// Connects and hears the greeting. A mail and its end are two writes: on a connection that gathers what is small (RFC 896) the
/// second would wait for the server to confirm the first, which it puts off by 40 ms.
async fn greet(server: &Server, end: Instant, patience: Duration) -> Result<AsyncSmtpConnection, Error> {
    let at = (&*server.host, server.port);
    let wrapped = if let Tls::Wrapper(parameters) = &server.tls { Some(parameters.clone()) } else { None };
    if wrapped.is_none()
        && let Ok(Ok(stream)) = timeout_at(end, TcpStream::connect(at)).await
        && stream.set_nodelay(true).is_ok()
    {
        return AsyncSmtpConnection::connect_with_transport(Box::new(stream), &server.hello).await;
    }
    // Also where there is no connection: why, it tells in its own words.
    AsyncSmtpConnection::connect_tokio1(at, Some(patience), &server.hello, wrapped, None).await
}

/// Names our sender, and as recipient the same: many servers say only then what they have against a sender. No mail follows.
pub(super) async fn introduce(connection: &mut AsyncSmtpConnection, from: &Address, end: Instant) -> Result<(), Halt> {
    let limit = Limit { end, patience: end.saturating_duration_since(Instant::now()) };
    limit.hold(Stage::Sender, connection.command(Mail::new(Some(from.clone()), vec![]))).await?;
    limit.hold(Stage::Recipient, connection.command(Rcpt::new(from.clone(), vec![]))).await?;
    Ok(())
}

/// From whom and to whom, up to the server's word that the mail may come.
pub(super) async fn envelope(
    connection: &mut AsyncSmtpConnection,
    envelope: &Envelope,
    mail: &[u8],
    end: Instant,
) -> Result<(), Halt> {
    let limit = Limit { end, patience: end.saturating_duration_since(Instant::now()) };
    let mut options = vec![];
    let mut addresses = envelope.from().into_iter().chain(envelope.to());
    if addresses.any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Halt { stage: Stage::Recipient, why: Why::NoUtf8 });
        }
        options.push(MailParameter::SmtpUtfEight);
    }
    if !mail.is_ascii() && connection.server_info().supports_feature(Extension::EightBitMime) {
        options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    limit.hold(Stage::Sender, connection.command(Mail::new(envelope.from().cloned(), options))).await?;
    for to in envelope.to() {
        limit.hold(Stage::Recipient, connection.command(Rcpt::new(to.clone(), vec![]))).await?;
    }
    limit.hold(Stage::Announced, connection.command(Data)).await?;
    Ok(())
}
