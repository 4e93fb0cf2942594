//! What delivering needs: made once in each process, by the program.

use crate::PostError;
use crate::bounce::BounceAddress;
use crate::compose::Composers;
use crate::dkim::{Dkim, DkimError};
use crate::letterbox::Letterbox;
use crate::smtp::Smtp;
use base::Uuid;
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::Mailbox;
use std::num::NonZeroU32;
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
    /// Where mails come back to. None: to who they come from.
    pub bounces: Option<BounceAddress>,
    /// Where what came back is read.
    pub letterbox: Option<Letterbox>,
    /// None: the mail server signs, or nobody.
    dkim: Option<Dkim>,
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
        Ok(Self { store, smtp, from, composers, bounces: None, letterbox: None, dkim: None })
    }

    /// With an address of their own to which mails come back, and the letter box in which that is read.
    pub fn with_bounces(self, bounces: Option<BounceAddress>, letterbox: Option<Letterbox>) -> Self {
        Self { bounces, letterbox, ..self }
    }

    /// With mails signed. What is signed for another domain than mails come from is worth little, and is told to who starts
    /// the program.
    pub fn with_dkim(self, dkim: Option<Dkim>) -> Self {
        let from = self.from.email.to_string();
        if let Some(dkim) = dkim.as_ref().filter(|dkim| !dkim.speaks_for(&from)) {
            tracing::warn!(
                "mails come from {from}, and are signed for {}: receivers ask for one domain",
                dkim.domain()
            );
        }
        Self { dkim, ..self }
    }

    /// With so many mails a minute at most, from the setting `SMTP_RATE`.
    pub fn with_rate(self, setting: Option<&str>) -> Result<Self, PostError> {
        let Some(rate) = setting.map(rate).transpose()? else { return Ok(self) };
        Ok(Self { smtp: self.smtp.map(|smtp| smtp.with_rate(rate)), ..self })
    }

    /// The mail as the server gets it.
    pub(crate) fn signed(&self, mail: Vec<u8>) -> Result<Vec<u8>, DkimError> {
        match &self.dkim {
            Some(dkim) => dkim.sign(&mail, self.store.now()),
            None => Ok(mail),
        }
    }

    /// Whom the server is told that a mail comes from: who gets it if it comes back. What the mail itself says stays.
    pub(crate) fn envelope(&self, message: Uuid, plain: &Envelope) -> Envelope {
        let sender = self.bounces.as_ref().and_then(|bounces| bounces.of(message));
        let own = sender.and_then(|sender| Envelope::new(Some(sender), plain.to().to_vec()).ok());
        own.unwrap_or_else(|| plain.clone())
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

/// How many mails a minute may go by this setting.
pub fn rate(setting: &str) -> Result<NonZeroU32, PostError> {
    setting.trim().parse().map_err(|_| PostError::SmtpRate(setting.to_owned()))
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
