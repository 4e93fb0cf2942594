//! Signing (DKIM, RFC 6376): receivers see that a mail comes from the domain, and that nobody has changed it on the way.
//!
//! lettre's own signer is not used: its RSA can be heard through the time that it takes (RUSTSEC-2023-0071), it reads no
//! PKCS#8, and a header that somebody adds a second time goes unnoticed.

mod canonical;
mod key;

use aws_lc_rs::digest::{SHA256, digest};
use base::Time;
use data_encoding::BASE64;
use key::Key;
use std::sync::Arc;
use url::Host;

/// What is signed of a header, as far as it is there. A second one of the same name breaks the signature: programs would
/// show either.
const SIGNED: [&str; 12] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "mime-version",
    "content-type",
    "auto-submitted",
    "content-language",
    // RFC 8058 §4: nobody ends mails at one click whose address for that is not signed.
    "list-unsubscribe",
    "list-unsubscribe-post",
];
/// Signed as not there, too: else answers to a mail that was sent on could be led elsewhere.
const REPLY_TO: &str = "reply-to";
/// Names on a line of `h=`.
const NAMES: usize = 4;
/// Letters of the signature on a line.
const LINE: usize = 72;
/// The longest part of a name in DNS (RFC 1035 §2.3.4).
const LABEL: usize = 63;

/// What signs mails: for this domain, with the key that DNS names under the selector.
#[derive(Clone)]
pub struct Dkim {
    domain: String,
    selector: String,
    key: Arc<Key>,
}

/// Why nothing can be signed by these settings. Says nothing of what is in the file.
#[derive(Debug, thiserror::Error)]
pub enum DkimError {
    #[error("KONGRESS_DKIM_DOMAIN, KONGRESS_DKIM_SELECTOR and KONGRESS_DKIM_KEY_FILE go together: {0} is not set")]
    Missing(&'static str),
    #[error("KONGRESS_DKIM_DOMAIN: {0:?} is no domain like example.org")]
    Domain(String),
    #[error("KONGRESS_DKIM_SELECTOR: {0:?} is no name like kongress1, of letters, digits and dashes")]
    Selector(String),
    #[error("KONGRESS_DKIM_KEY_FILE: {0}")]
    KeyFile(String),
    #[error("the mail could not be signed")]
    Unsigned,
}

impl Dkim {
    /// From the settings `DKIM_DOMAIN`, `DKIM_SELECTOR` and `DKIM_KEY_FILE`: all three, or none.
    pub fn new(
        domain: Option<&str>,
        selector: Option<&str>,
        key_file: Option<&str>,
    ) -> Result<Option<Self>, DkimError> {
        let (domain, selector, file) = match (domain, selector, key_file) {
            (None, None, None) => return Ok(None),
            (Some(domain), Some(selector), Some(file)) => (domain.trim(), selector.trim(), file.trim()),
            (None, ..) => return Err(DkimError::Missing("KONGRESS_DKIM_DOMAIN")),
            (_, None, _) => return Err(DkimError::Missing("KONGRESS_DKIM_SELECTOR")),
            (.., None) => return Err(DkimError::Missing("KONGRESS_DKIM_KEY_FILE")),
        };
        let ascii = ascii(domain).filter(|domain| domain.contains('.') && is_name(domain));
        let domain = ascii.ok_or_else(|| DkimError::Domain(domain.to_owned()))?;
        if !is_name(selector) {
            return Err(DkimError::Selector(selector.to_owned()));
        }
        let key = Key::read(file).map_err(DkimError::KeyFile)?;
        Ok(Some(Self { domain, selector: selector.to_ascii_lowercase(), key: Arc::new(key) }))
    }

    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// What kind of key it is: `RSA, 2048 bits`.
    pub fn key(&self) -> String {
        self.key.to_string()
    }

    /// Where DNS says which key is ours.
    pub fn record_name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }

    /// What DNS says there, as TXT (RFC 6376 §3.6.1).
    pub fn record(&self) -> String {
        format!("v=DKIM1; k={}; p={}", self.key.kind(), BASE64.encode(self.key.public()))
    }

    /// Whether the signature speaks for who mails come from: the same domain, or one below the other (RFC 7489 §3.1.1).
    /// Which domains are one organisation's otherwise nobody knows without a list.
    pub fn speaks_for(&self, address: &str) -> bool {
        let Some(from) = address.rsplit('@').next().and_then(ascii) else { return false };
        let below = |low: &str, high: &str| low.strip_suffix(high).is_some_and(|rest| rest.ends_with('.'));
        from == self.domain || below(&from, &self.domain) || below(&self.domain, &from)
    }

    /// The mail with a signature before it, otherwise as it is: relaxed/relaxed, so that servers may fold headers anew.
    pub(crate) fn sign(&self, mail: &[u8], now: Time) -> Result<Vec<u8>, DkimError> {
        let (head, body) = canonical::split(mail);
        let fields = canonical::fields(head);
        let (mut names, mut signed) = (vec![], vec![]);
        for name in SIGNED {
            // From below, as they are looked up (RFC 6376 §5.4.2).
            let before = names.len();
            for field in fields.iter().rev().filter(|field| canonical::is(field, name)) {
                names.push(name);
                signed.extend(canonical::header(field));
                signed.extend(b"\r\n");
            }
            if names.len() > before || name == REPLY_TO {
                names.push(name);
            }
        }
        let names = names.chunks(NAMES).map(|line| line.join(":")).collect::<Vec<_>>().join(":\r\n\t");
        let mut header = format!(
            "DKIM-Signature: v=1; a={}-sha256; c=relaxed/relaxed;\r\n\td={}; s={}; t={};\r\n\th={names};\r\n\tbh={};\r\n\tb=",
            self.key.kind(),
            self.domain,
            self.selector,
            now.timestamp(),
            BASE64.encode(digest(&SHA256, &canonical::body(body)).as_ref()),
        );
        signed.extend(canonical::header(header.as_bytes()));
        let signature = BASE64.encode(&self.key.sign(&signed).ok_or(DkimError::Unsigned)?);
        for (n, letter) in signature.chars().enumerate() {
            if n > 0 && n % LINE == 0 {
                header.push_str("\r\n\t");
            }
            header.push(letter);
        }
        header.push_str("\r\n");
        let mut whole = header.into_bytes();
        whole.extend_from_slice(mail);
        Ok(whole)
    }
}

/// A domain as DNS has it: beyond ASCII as its A-labels, in small letters.
fn ascii(domain: &str) -> Option<String> {
    match Host::parse(domain).ok()? {
        Host::Domain(domain) => Some(domain.trim_end_matches('.').to_ascii_lowercase()),
        Host::Ipv4(_) | Host::Ipv6(_) => None,
    }
}

/// Labels with dots between, of which nothing has a meaning in a header.
fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    name.split('.').all(|label| !label.is_empty() && label.len() <= LABEL && label.chars().all(plain))
}
