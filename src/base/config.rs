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
    /// Addresses of reverse proxies (comma-separated) whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Option<String>,
}

/// A setting could not be read.
#[derive(Debug, thiserror::Error)]
#[error("settings: {0}")]
pub struct ConfigError(#[from] Box<figment::Error>);

impl Config {
    /// Reads the settings.
    pub fn load() -> Result<Self, ConfigError> {
        let mut config: Self = Figment::new()
            .merge(Toml::file("kongress.toml"))
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
            &mut config.trusted_proxies,
        ] {
            // `KONGRESS_SMTP_URL=` means: none. An empty secret key is refused, not taken for none.
            *setting = setting.take().filter(|s| !s.trim().is_empty());
        }
        Ok(config)
    }
}

/// What begins the names of settings in the environment.
const PREFIX: &str = "KONGRESS_";

/// The settings in the environment, each as the text it is: a secret key of digits is no number.
fn environment() -> BTreeMap<String, String> {
    std::env::vars()
        .filter_map(|(name, value)| Some((name.strip_prefix(PREFIX)?.to_ascii_lowercase(), value)))
        .collect()
}
