//! Which mail server, and how to speak to it.

use crate::PostError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use percent_encoding::percent_decode_str;
use std::fmt::Display;
use url::Url;

pub(super) struct Server {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub credentials: Option<Credentials>,
    /// What we call ourselves: the path of the address, else the name of the host.
    pub hello: ClientId,
}

impl Server {
    pub fn new(url: &str, ca_file: Option<&str>) -> Result<Self, PostError> {
        let url = Url::parse(url).map_err(wrong)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| wrong("it names no host"))?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let here = matches!(&*host, "localhost" | "127.0.0.1" | "::1");
        let asked = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let asked = asked.unwrap_or_else(|| if url.password().is_some() && !here { "required" } else { "" }.into());
        let parameters = || parameters(&host, ca_file);
        let (port, tls) = match (url.scheme(), &*asked) {
            ("smtp", "" | "none") => (SMTP_PORT, Tls::None),
            ("smtp", "required") => (SUBMISSION_PORT, Tls::Required(parameters()?)),
            ("smtp", "opportunistic") => (SUBMISSION_PORT, Tls::Opportunistic(parameters()?)),
            ("smtps", "" | "required") => (SUBMISSIONS_PORT, Tls::Wrapper(parameters()?)),
            ("smtp" | "smtps", tls) => return Err(wrong(format!("tls is none, opportunistic or required, not {tls}"))),
            (scheme, _) => return Err(wrong(format!("it begins with smtp: or smtps:, not {scheme}:"))),
        };
        let credentials = match url.password() {
            Some(password) => Some(Credentials::new(decoded(url.username())?, decoded(password)?)),
            None => None,
        };
        let hello = match url.path().trim_matches('/') {
            "" => ClientId::default(),
            name => ClientId::Domain(name.to_owned()),
        };
        Ok(Self { port: url.port().unwrap_or(port), host, tls, credentials, hello })
    }

    /// Host and port.
    pub fn name(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    pub fn logs_in(&self) -> bool {
        self.credentials.is_some()
    }
}

fn wrong(why: impl Display) -> PostError {
    PostError::SmtpUrl(why.to_string())
}

fn decoded(text: &str) -> Result<String, PostError> {
    percent_decode_str(text).decode_utf8().map(Into::into).map_err(wrong)
}

fn parameters(host: &str, ca_file: Option<&str>) -> Result<TlsParameters, PostError> {
    let mut parameters = TlsParameters::builder(host.to_owned());
    if let Some(file) = ca_file {
        let wrong = |why: &dyn Display| PostError::SmtpCaFile(format!("{file}: {why}"));
        let pem = std::fs::read(file).map_err(|e| wrong(&e))?;
        if !pem.windows(BEGIN.len()).any(|w| w == BEGIN) {
            return Err(wrong(&"there is no certificate in it (PEM, BEGIN CERTIFICATE)"));
        }
        parameters = parameters.add_root_certificate(Certificate::from_pem(&pem).map_err(|e| wrong(&e))?);
    }
    parameters.build_rustls().map_err(|e| match ca_file {
        Some(file) => PostError::SmtpCaFile(format!("{file}: {e}")),
        None => wrong(e),
    })
}

/// How certificates in PEM begin.
const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";
