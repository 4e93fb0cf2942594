//! What delivering needs: made once in each process, by the program.

use crate::PostError;
use crate::compose::Composers;
use crate::smtp::Smtp;
use lettre::Address;
use lettre::message::Mailbox;
use store::Store;
use url::{Host, Url};

/// Everything that turns messages into mails.
#[derive(Clone)]
pub struct Outbox {
    pub store: Store,
    /// None: mails are written and held.
    pub smtp: Option<Smtp>,
    /// Who mails come from; a congress puts its name before the address.
    pub from: Mailbox,
    pub composers: Composers,
}

impl Outbox {
    /// From the settings `SMTP_URL`, `SMTP_CA_FILE` and `MAIL_FROM`. Without `MAIL_FROM`, mails come from `kongress@` the host of
    /// `public_url`.
    pub fn new(
        store: Store,
        smtp_url: Option<&str>,
        smtp_ca_file: Option<&str>,
        mail_from: Option<&str>,
        public_url: &str,
        composers: Composers,
    ) -> Result<Self, PostError> {
        let smtp = smtp_url.filter(|url| !url.trim().is_empty()).map(|url| Smtp::new(url, smtp_ca_file)).transpose()?;
        let from = from(mail_from, public_url)?;
        Ok(Self { store, smtp, from, composers })
    }

    /// What stands behind the `@` of a Message-ID. The sender's domain: spam filters look whether they agree.
    pub(crate) fn domain(&self) -> &str {
        self.from.email.domain()
    }
}

/// Who mails come from by these settings: `Kongress <kongress@example.org>`.
pub fn sender(mail_from: Option<&str>, public_url: &str) -> Result<String, PostError> {
    Ok(from(mail_from, public_url)?.to_string())
}

/// The address alone.
pub fn sender_address(mail_from: Option<&str>, public_url: &str) -> Result<String, PostError> {
    Ok(from(mail_from, public_url)?.email.to_string())
}

fn from(mail_from: Option<&str>, public_url: &str) -> Result<Mailbox, PostError> {
    match mail_from.filter(|from| !from.trim().is_empty()) {
        Some(from) => from.parse().map_err(|_| PostError::MailFrom(from.to_owned())),
        None => default_from(public_url),
    }
}

fn default_from(public_url: &str) -> Result<Mailbox, PostError> {
    let host = match Url::parse(public_url).ok().and_then(|url| url.host().map(|h| h.to_owned())) {
        Some(Host::Domain(domain)) => domain,
        _ => "localhost".to_owned(),
    };
    let address = Address::new("kongress", &host).map_err(|_| PostError::MailFrom(format!("kongress@{host}")))?;
    Ok(Mailbox::new(None, address))
}
