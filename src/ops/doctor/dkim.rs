//! Whether mails are signed, and what DNS has to say for that. Whether it says so only a name server knows.

use super::Setup;
use crate::Check;
use post::{Dkim, DkimError};
use std::os::unix::fs::MetadataExt;

const DKIM: &str = "dkim";
/// The longest text of a TXT record (RFC 1035 §3.3); longer ones are written one after the other.
const TEXT: usize = 255;

pub(super) fn check(setup: &Setup) -> Check {
    let config = &setup.config;
    let (domain, selector) = (config.dkim_domain.as_deref(), config.dkim_selector.as_deref());
    let dkim = match Dkim::new(domain, selector, config.dkim_key_file.as_deref()) {
        Ok(Some(dkim)) => dkim,
        Ok(None) => return Check::ok(DKIM, "not set: kongress signs no mail, the mail server may"),
        Err(e) => return Check::fail(DKIM, e.to_string(), remedy(&e)),
    };
    let found = format!("mails are signed for {} ({}); DNS must say: {}", dkim.domain(), dkim.key(), record(&dkim));
    // What cannot be a sender is told by itself.
    let from = post::sender_address(config.mail_from.as_deref(), &setup.public_url).unwrap_or_default();
    if !from.is_empty() && !dkim.speaks_for(&from) {
        return Check::warn(
            DKIM,
            format!("mails come from {from}, for whom that does not speak: {found}"),
            "Set KONGRESS_DKIM_DOMAIN to the domain of KONGRESS_MAIL_FROM: receivers ask for the same (DMARC).",
        );
    }
    match open_to_all(config.dkim_key_file.as_deref().unwrap_or_default()) {
        Some(mode) => Check::warn(
            DKIM,
            format!("everybody on this computer can read the key (mode {mode:o}): {found}"),
            "Run `chmod o= FILE` on the file that KONGRESS_DKIM_KEY_FILE names.",
        ),
        None => Check::ok(DKIM, found),
    }
}

/// The mode of a file that is neither its owner's nor its group's alone.
fn open_to_all(file: &str) -> Option<u32> {
    let mode = std::fs::metadata(file.trim()).ok()?.mode() & 0o777;
    (mode & 0o007 != 0).then_some(mode)
}

/// As a zone has it.
fn record(dkim: &Dkim) -> String {
    let mut texts = vec![];
    let text = dkim.record();
    let mut rest = &*text;
    while let Some((text, behind)) = rest.split_at_checked(TEXT) {
        texts.push(format!("\"{text}\""));
        rest = behind;
    }
    texts.push(format!("\"{rest}\""));
    format!("{}. TXT {}", dkim.record_name(), texts.join(" "))
}

fn remedy(error: &DkimError) -> &'static str {
    match error {
        DkimError::Missing(_) => {
            "Set KONGRESS_DKIM_DOMAIN, KONGRESS_DKIM_SELECTOR and KONGRESS_DKIM_KEY_FILE, or none of them if the mail server signs."
        }
        DkimError::Domain(_) => "Set KONGRESS_DKIM_DOMAIN to the domain of KONGRESS_MAIL_FROM.",
        DkimError::Selector(_) => "Set KONGRESS_DKIM_SELECTOR to a name of your own, such as kongress1.",
        DkimError::KeyFile(_) | DkimError::Unsigned => {
            "Make a key with `openssl genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:2048 -out dkim.pem`, readable for the user kongress runs as alone, and set KONGRESS_DKIM_KEY_FILE to its path."
        }
    }
}
