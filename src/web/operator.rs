//! Who runs the installation, as far as a request can show it: for the figures of `/metrics`.

use axum::extract::ConnectInfo;
use base::secret;
use http::header::AUTHORIZATION;
use http::request::Parts;
use std::net::SocketAddr;
use std::sync::Arc;

/// Who counts as the operator.
#[derive(Clone, Debug, Default)]
pub enum Operator {
    /// Nobody.
    #[default]
    Nobody,
    /// A program on this computer. Only where nobody else's requests come from here as well: behind a proxy all do.
    Here,
    /// Who shows the token with this hash.
    Token(Arc<str>),
}

/// Headers that proxies write.
const PROXIED: [&str; 4] = ["forwarded", "via", "x-forwarded-for", "x-real-ip"];

impl Operator {
    /// By the settings: the token, or else, while the public address is this computer's own, whoever is here.
    pub fn new(token: Option<&str>, public_url: &str) -> Self {
        let here = public_url.parse::<http::Uri>().ok().and_then(|uri| {
            let host = uri.host()?.trim_start_matches('[').trim_end_matches(']').to_owned();
            Some(host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback()))
        });
        match token {
            Some(token) => Self::Token(secret::hash(token).into()),
            None if here == Some(true) => Self::Here,
            None => Self::Nobody,
        }
    }

    /// Whether this request is the operator's.
    pub(crate) fn sent(&self, parts: &Parts) -> bool {
        match self {
            Self::Nobody => false,
            Self::Here => {
                let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
                peer.is_some_and(|peer| peer.0.ip().to_canonical().is_loopback())
                    && !PROXIED.iter().any(|header| parts.headers.contains_key(*header))
            }
            Self::Token(hash) => {
                let given = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
                given
                    .and_then(|given| given.split_once(' '))
                    .is_some_and(|(kind, token)| kind.eq_ignore_ascii_case("bearer") && secret::hash(token) == **hash)
            }
        }
    }
}
