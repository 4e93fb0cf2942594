//! The letter box in which what came back lies: IMAP (RFC 9051), over TLS from the first octet.

use crate::PostError;
use async_imap::types::Fetch;
use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use futures_util::future::BoxFuture;
use percent_encoding::percent_decode_str;
use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;
use store::DbErr;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::Url;

const PORT: u16 = 993;
/// How long the server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// What is read of a mail: reports are short, and what they return may be long.
const READ: &str = "BODY.PEEK[]<0.1048576>";

/// So many are read at once by a job, which must end; the rest by the next.
const READ_AT_ONCE: usize = 500;

/// What became of a mail that was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Whatever it says is done, if it says anything to us.
    Taken,
    /// It is too early for it: it is handed over again.
    Later,
}

/// Who takes the mails, as they came.
pub type Take<'a> = dyn Fn(Vec<u8>) -> BoxFuture<'a, Result<Outcome, DbErr>> + Send + Sync + 'a;

/// Which letter box.
#[derive(Clone)]
pub struct Letterbox {
    host: String,
    port: u16,
    user: String,
    password: String,
    folder: String,
    tls: TlsConnector,
}

/// Why nothing is read there now.
#[derive(Debug, thiserror::Error)]
pub enum LetterboxError {
    #[error("no connection: {0}")]
    Connection(#[from] std::io::Error),
    #[error("no answer within {} s", PATIENCE.as_secs())]
    Silent,
    #[error("it does not accept user and password: {0}")]
    Login(async_imap::error::Error),
    #[error("{0}")]
    Imap(#[from] async_imap::error::Error),
}

impl Letterbox {
    /// From `imaps://user:password@host:993/INBOX`; certificates in `ca_file` (PEM) are trusted beside the system's.
    pub fn new(url: &str, ca_file: Option<&str>) -> Result<Self, PostError> {
        let url = Url::parse(url).map_err(wrong)?;
        if url.scheme() != "imaps" {
            return Err(wrong(format!("it begins with imaps:, not {}:", url.scheme())));
        }
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| wrong("it names no host"))?;
        let password = url.password().ok_or_else(|| wrong("it names no user and password"))?;
        let folder = match url.path().trim_start_matches('/') {
            "" => "INBOX".to_owned(),
            path => decoded(path)?,
        };
        Ok(Self {
            host: host.trim_start_matches('[').trim_end_matches(']').to_owned(),
            port: url.port().unwrap_or(PORT),
            user: decoded(url.username())?,
            password: decoded(password)?,
            folder,
            tls: connector(ca_file)?,
        })
    }

    /// Host, port and folder.
    pub fn name(&self) -> String {
        format!("{}:{}/{}", self.host, self.port, self.folder)
    }

    /// Reads it: each mail that nobody has read is taken, and marked as read once that is written. What nobody understands is
    /// marked as well, and stays for people to look at; nothing is moved or deleted. Where the server does not answer, the
    /// next time does it.
    pub async fn read(&self, take: &Take<'_>) -> Result<(), DbErr> {
        let mut open = match self.open().await {
            Ok(open) => open,
            Err(e) => {
                tracing::warn!("the letter box {} cannot be read: {e}", self.name());
                return Ok(());
            }
        };
        for uid in open.unread.clone().into_iter().take(READ_AT_ONCE) {
            let read = match open.read(uid).await {
                Ok(read) => read,
                Err(e) => {
                    tracing::warn!(uid, "a mail in {} cannot be read: {e}", self.name());
                    break;
                }
            };
            let Some(raw) = read else { continue };
            match take(raw).await {
                Ok(Outcome::Later) => continue,
                Ok(Outcome::Taken) => {}
                // Of a database that is away nothing else can be taken either; of a mail that it does not take, the others
                // can.
                Err(e) if store::is_passing(&e) => return Err(e),
                Err(e) => {
                    tracing::error!(uid, "a mail in {} cannot be taken, and is left unread: {e}", self.name());
                    continue;
                }
            }
            if let Err(e) = open.mark(uid).await {
                tracing::warn!(uid, "a mail in {} is not marked as read: {e}", self.name());
                break;
            }
        }
        open.close().await;
        Ok(())
    }

    /// Opens it, and finds what nobody has read yet.
    pub async fn open(&self) -> Result<Open, LetterboxError> {
        let name = ServerName::try_from(self.host.clone()).map_err(std::io::Error::other)?;
        let session = within(async {
            let stream = TcpStream::connect((self.host.as_str(), self.port)).await?;
            let mut client = Client::new(self.tls.connect(name, stream).await?);
            client.read_response().await?;
            client.login(&self.user, &self.password).await.map_err(|(e, _)| LetterboxError::Login(e))
        });
        let mut session = session.await?;
        let unread = within(async {
            session.select(&self.folder).await?;
            Ok(session.uid_search("UNSEEN").await?)
        });
        let mut unread: Vec<u32> = unread.await?.into_iter().collect();
        unread.sort_unstable();
        Ok(Open { session, unread })
    }
}

/// An open letter box.
pub struct Open {
    session: Session<TlsStream<TcpStream>>,
    /// The numbers (UID) of what nobody has read, oldest first.
    pub unread: Vec<u32>,
}

impl Open {
    /// A mail as it came, still unread. None: somebody has deleted it.
    pub async fn read(&mut self, uid: u32) -> Result<Option<Vec<u8>>, LetterboxError> {
        let fetched: Vec<Fetch> =
            within(async { Ok(self.session.uid_fetch(uid.to_string(), READ).await?.try_collect().await?) }).await?;
        Ok(fetched.iter().find_map(|mail| mail.body()).map(<[u8]>::to_vec))
    }

    /// Marks it as read. It stays where it is.
    pub async fn mark(&mut self, uid: u32) -> Result<(), LetterboxError> {
        let marked = within(async {
            Ok(self.session.uid_store(uid.to_string(), "+FLAGS (\\Seen)").await?.try_collect::<Vec<Fetch>>().await?)
        });
        marked.await.map(drop)
    }

    pub async fn close(mut self) {
        // All that matters is done: what it says to LOGOUT does not.
        drop(timeout(PATIENCE, self.session.logout()).await);
    }
}

async fn within<T>(talk: impl Future<Output = Result<T, LetterboxError>>) -> Result<T, LetterboxError> {
    timeout(PATIENCE, talk).await.unwrap_or(Err(LetterboxError::Silent))
}

fn wrong(why: impl Display) -> PostError {
    PostError::ImapUrl(why.to_string())
}

fn decoded(text: &str) -> Result<String, PostError> {
    percent_decode_str(text).decode_utf8().map(Into::into).map_err(wrong)
}

fn connector(ca_file: Option<&str>) -> Result<TlsConnector, PostError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(file) = ca_file {
        let wrong = |why: &dyn Display| PostError::SmtpCaFile(format!("{file}: {why}"));
        for certificate in CertificateDer::pem_file_iter(file).map_err(|e| wrong(&e))? {
            roots.add(certificate.map_err(|e| wrong(&e))?).map_err(|e| wrong(&e))?;
        }
    }
    // Named, since other libraries of the program bring another.
    let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(wrong)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
