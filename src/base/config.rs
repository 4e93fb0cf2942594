//! Settings: `KONGRESS_*` in the environment over `kongress.toml` in the working directory.

use figment::Figment;
use figment::providers::{Format, Serialized, Toml};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Everything that can be set. With nothing set, kongress runs on `kongress.sqlite` in the working directory.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Config {
    /// `sqlite://…` or `postgres://…`.
    pub database_url: Option<String>,
    /// Where to listen, `127.0.0.1:8080`.
    pub listen: Option<String>,
    /// What stands before every path in mails, `https://kongress.example`. Without it, links name the listen address.
    pub public_url: Option<String>,
    /// Encrypts the keys in the database. On SQLite made by itself, on PostgreSQL required.
    pub secret_key: Option<String>,
    /// `smtp://user:password@host:587?tls=required`. Without it, mails are held in the outbox.
    pub smtp_url: Option<String>,
    /// A file of certificates (PEM) that are trusted for the mail server beside the system's.
    pub smtp_ca_file: Option<String>,
    /// Who mails come from, `Kongress <kongress@example.org>`.
    pub mail_from: Option<String>,
    /// Where mails come back to, `bounces@kongress.example`: each under an address of its own,
    /// `bounces+…@kongress.example`. Without it, they come back to the sender.
    pub bounce_address: Option<String>,
    /// Where what came back is read, `imaps://user:password@host:993/INBOX`.
    pub bounce_imap_url: Option<String>,
    /// How many mails a minute the mail server takes. Without it, as many as there are.
    pub smtp_rate: Option<String>,
    /// The domain for which mails are signed (DKIM), `example.org`: with selector and key, or none of the three.
    pub dkim_domain: Option<String>,
    /// Under which name in `_domainkey` of that domain DNS has the key.
    pub dkim_selector: Option<String>,
    /// A file with the key (PEM): RSA or Ed25519.
    pub dkim_key_file: Option<String>,
    /// Addresses of reverse proxies (comma-separated) whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Option<String>,
    /// Who shows this token may read `/metrics`. Without it, only a program on the same computer, and only while the
    /// public address is this computer as well.
    pub metrics_token: Option<String>,
}

/// A setting could not be read.
#[derive(Debug, thiserror::Error)]
#[error("settings: {0}")]
pub struct ConfigError(#[from] Box<figment::Error>);

impl Config {
    /// The names of all settings.
    pub const NAMES: [&str; 15] = [
        "database_url",
        "listen",
        "public_url",
        "secret_key",
        "smtp_url",
        "smtp_ca_file",
        "mail_from",
        "bounce_address",
        "bounce_imap_url",
        "smtp_rate",
        "dkim_domain",
        "dkim_selector",
        "dkim_key_file",
        "trusted_proxies",
        "metrics_token",
    ];

    /// What is set that has no meaning, as it is written there. `KONGRESS_LOG` is the log's.
    pub fn unknown() -> Result<Vec<String>, ConfigError> {
        let file: BTreeMap<String, figment::value::Value> =
            Figment::from(Toml::file(FILE)).extract().map_err(|e| ConfigError(Box::new(e)))?;
        let is_unknown = |name: &str| !Self::NAMES.contains(&name);
        let mut unknown: Vec<String> = file.into_keys().filter(|name| is_unknown(name)).collect();
        let set = environment().into_keys().filter(|name| is_unknown(name) && name != "log");
        unknown.extend(set.map(|name| format!("{PREFIX}{}", name.to_ascii_uppercase())));
        Ok(unknown)
    }

    /// Reads the settings.
    pub fn load() -> Result<Self, ConfigError> {
        let mut config: Self = Figment::new()
            .merge(Toml::file(FILE))
            .merge(Serialized::defaults(environment()))
            .extract()
            .map_err(|e| ConfigError(Box::new(e)))?;
        for setting in [
            &mut config.database_url,
            &mut config.listen,
            &mut config.public_url,
            &mut config.smtp_url,
            &mut config.smtp_ca_file,
            &mut config.mail_from,
            &mut config.bounce_address,
            &mut config.bounce_imap_url,
            &mut config.smtp_rate,
            &mut config.dkim_domain,
            &mut config.dkim_selector,
            &mut config.dkim_key_file,
            &mut config.trusted_proxies,
            &mut config.metrics_token,
        ] {
            // `KONGRESS_SMTP_URL=` means: none. An empty secret key is refused, not taken for none.
            *setting = setting.take().filter(|s| !s.trim().is_empty());
        }
        Ok(config)
    }
}

/// The file in the working directory.
pub const FILE: &str = "kongress.toml";
/// What begins the names of settings in the environment.
const PREFIX: &str = "KONGRESS_";

/// The settings in the environment, each as the text it is: a secret key of digits is no number.
fn environment() -> BTreeMap<String, String> {
    std::env::vars_os()
        .filter_map(|(name, value)| {
            let name = name.to_str()?.strip_prefix(PREFIX)?.to_ascii_lowercase();
            // What is no text is wrong in whatever setting it stands, and shows as such there.
            Some((name, value.to_string_lossy().into_owned()))
        })
        .collect()
}

impl ConfigError {
    /// Whether the file could not be taken for TOML, rather than a value for what it should be.
    pub fn is_syntax(&self) -> bool {
        self.0.path.is_empty()
    }

    /// The names of the settings that are wrong, without their values: `: smtp_url`.
    pub fn settings(&self) -> String {
        if self.0.path.is_empty() { String::new() } else { format!(": {}", self.0.path.join(".")) }
    }
}
