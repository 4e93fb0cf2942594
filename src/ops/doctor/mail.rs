//! The way out for mails.

use super::{Setup, dkim, masked};
use crate::Check;
use base::secret::LinkKey;
use post::{PostError, Smtp, Trouble};
use std::time::Duration;
use tokio::time::timeout;
use url::{Host, Url};

const SMTP: &str = "mail server";
const RATE: &str = "mail rate";
const FROM: &str = "sender";
const BOUNCES: &str = "bounces";
const LETTERBOX: &str = "letter box";
const PATIENCE: Duration = Duration::from_secs(15);

pub(super) async fn checks(setup: &Setup) -> Vec<Check> {
    let mut checks = vec![server(setup).await, sender(setup), dkim::check(setup)];
    checks.extend(rate(setup));
    checks.extend(bounces(setup).await);
    checks
}

async fn server(setup: &Setup) -> Check {
    let Some(url) = &setup.config.smtp_url else {
        return Check::warn(
            SMTP,
            "none is set: mails are written and held",
            "Set KONGRESS_SMTP_URL to smtp://USER:PASSWORD@HOST:587?tls=required, then release the held mails in the outbox.",
        );
    };
    let shown = masked(url);
    let smtp = match Smtp::new(url, setup.config.smtp_ca_file.as_deref()) {
        Ok(smtp) => smtp,
        Err(PostError::SmtpCaFile(why)) => {
            return Check::fail(
                SMTP,
                format!("the file of certificates cannot be used: {why}"),
                "Set KONGRESS_SMTP_CA_FILE to a file with certificates in PEM that the user kongress runs as may read.",
            );
        }
        Err(_) => {
            return Check::fail(
                SMTP,
                format!("{shown} is no address of a mail server"),
                "Write KONGRESS_SMTP_URL as smtp://USER:PASSWORD@HOST:587?tls=required or smtps://USER:PASSWORD@HOST.",
            );
        }
    };
    // What cannot be a sender is told by itself. The server is told who gets what comes back.
    let from = match &setup.config.bounce_address {
        Some(address) => address.clone(),
        None => post::sender(setup.config.mail_from.as_deref(), &setup.public_url).unwrap_or_default(),
    };
    match timeout(PATIENCE, smtp.check(&from)).await {
        Ok(Ok(server)) => {
            let encrypted = if server.encrypted { "over TLS" } else { "without TLS" };
            let logged_in = if server.logged_in { ", logged in" } else { "" };
            Check::ok(SMTP, format!("{} takes mails from us, {encrypted}{logged_in}", server.server))
        }
        Ok(Err(e)) => troubled(e.trouble, &format!("{}: {}", e.server, e.answer)),
        Err(_) => troubled(Trouble::Silent, &format!("{shown}: no answer within {} s", PATIENCE.as_secs())),
    }
}

/// How many mails a minute go, if that is set.
fn rate(setup: &Setup) -> Option<Check> {
    let setting = setup.config.smtp_rate.as_deref()?;
    Some(match post::rate(setting) {
        Ok(rate) => Check::ok(RATE, format!("{rate} mails a minute, of each process that runs jobs")),
        Err(e) => Check::fail(
            RATE,
            e.to_string(),
            "Set KONGRESS_SMTP_RATE to a number such as 60, or not at all if the provider takes as many as there are.",
        ),
    })
}

fn troubled(trouble: Trouble, said: &str) -> Check {
    let (found, remedy) = match trouble {
        Trouble::Login => (
            "refuses the log-in, or wants one, or takes nothing from this computer",
            "Correct user and password in KONGRESS_SMTP_URL; what is no letter or digit is written as %XX. Else ask who runs the mail server to take mails from this computer.",
        ),
        Trouble::Sender => (
            "takes no mails from our address",
            "Set KONGRESS_MAIL_FROM, or KONGRESS_BOUNCE_ADDRESS if that is set, to an address that this user may send from, or ask who runs the mail server to allow it.",
        ),
        Trouble::Tls => (
            "does not encrypt as we ask",
            "Write KONGRESS_SMTP_URL with smtps:// for port 465, smtp://…?tls=required for 587, ?tls=none for a server on this computer.",
        ),
        Trouble::Certificate => (
            "has a certificate that is not trusted",
            "Name the server in KONGRESS_SMTP_URL as its certificate does; if the authority is your own, set KONGRESS_SMTP_CA_FILE to its certificate.",
        ),
        Trouble::Stranger => (
            "is no mail server",
            "Correct host and port in KONGRESS_SMTP_URL: what listens there speaks something else. Mostly it is port 587 with smtp://, or 465 with smtps://.",
        ),
        Trouble::Unreachable | Trouble::Silent => (
            "does not answer",
            "Correct host and port in KONGRESS_SMTP_URL, or open the way there in the firewall. Mails wait meanwhile, for 72 hours.",
        ),
        _ => ("refuses us", "Ask who runs the mail server to take mails from this computer."),
    };
    Check::fail(SMTP, format!("it {found}: {said}"), remedy)
}

/// Whether what comes back is read: by the letter box, if one is set. What the mail server hands over nobody sees from here.
async fn bounces(setup: &Setup) -> Vec<Check> {
    let mut checks = vec![];
    if let Some(address) = &setup.config.bounce_address {
        // The key does not matter here, only the address.
        let read = post::BounceAddress::new(address, LinkKey::new([0; 32]));
        checks.push(match read {
            Ok(read) => Check::ok(BOUNCES, format!("mails come back to {read}, each under a name of its own")),
            Err(e) => Check::fail(
                BOUNCES,
                e.to_string(),
                "Write KONGRESS_BOUNCE_ADDRESS as bounces@example.org, with at most 21 letters before the @; the mail server must take bounces+…@example.org as well.",
            ),
        });
    }
    let Some(url) = &setup.config.bounce_imap_url else {
        if setup.config.smtp_url.is_some() && setup.config.bounce_address.is_none() {
            checks.push(Check::warn(
                BOUNCES,
                "nobody reads what comes back: the office does not learn that an address is dead",
                "Set KONGRESS_BOUNCE_ADDRESS, and either KONGRESS_BOUNCE_IMAP_URL or an alias of the mail server that runs `kongress bounce`.",
            ));
        }
        return checks;
    };
    let letterbox = match post::Letterbox::new(url, setup.config.smtp_ca_file.as_deref()) {
        Ok(letterbox) => letterbox,
        Err(_) => {
            checks.push(Check::fail(
                LETTERBOX,
                format!("{} is no address of a letter box", masked(url)),
                "Write KONGRESS_BOUNCE_IMAP_URL as imaps://USER:PASSWORD@HOST:993/INBOX; what is no letter or digit in them is written as %XX.",
            ));
            return checks;
        }
    };
    let name = letterbox.name();
    checks.push(match timeout(PATIENCE, Box::pin(letterbox.open())).await {
        Ok(Ok(open)) => {
            let unread = open.unread.len();
            open.close().await;
            Check::ok(LETTERBOX, format!("{name} can be read, {unread} wait"))
        }
        Ok(Err(e)) => letterbox_fails(&format!("{name}: {e}")),
        Err(_) => letterbox_fails(&format!("{name}: no answer within {} s", PATIENCE.as_secs())),
    });
    checks
}

fn letterbox_fails(said: &str) -> Check {
    Check::fail(
        LETTERBOX,
        format!("it cannot be read: {said}"),
        "Correct host, port, user, password and folder in KONGRESS_BOUNCE_IMAP_URL; if the authority is your own, set KONGRESS_SMTP_CA_FILE to its certificate.",
    )
}

fn sender(setup: &Setup) -> Check {
    let from = match post::sender(setup.config.mail_from.as_deref(), &setup.public_url) {
        Ok(from) => from,
        Err(e) => {
            return Check::fail(
                FROM,
                e.to_string(),
                "Write KONGRESS_MAIL_FROM as \"Kongress <kongress@example.org>\".",
            );
        }
    };
    let domain = from.rsplit_once('@').map(|(_, domain)| domain.trim_end_matches('>').to_owned()).unwrap_or_default();
    let host = match Url::parse(&setup.public_url).ok().and_then(|url| url.host().map(|h| h.to_owned())) {
        Some(Host::Domain(host)) if host != "localhost" => host,
        _ => return Check::ok(FROM, from),
    };
    if host == domain || host.ends_with(&format!(".{domain}")) || domain.ends_with(&format!(".{host}")) {
        return Check::ok(FROM, from);
    }
    Check::warn(
        FROM,
        format!("{from}, while the site is {host}: readers and filters may take such mails for forged"),
        format!(
            "Set KONGRESS_MAIL_FROM to an address at {host}, or see that SPF and DKIM of {domain} name the mail server."
        ),
    )
}
