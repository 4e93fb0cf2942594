//! What handlers hold of the program: no more than the database and what the settings say.

use crate::cache::Pages;
use crate::client::TrustedProxies;
use crate::operator::Operator;
use base::secret::LinkKey;
use std::sync::Arc;
use store::Store;

/// Handlers take it as `axum::extract::State<web::State>`.
#[derive(Clone)]
pub struct State {
    pub store: Store,
    /// What stands before every path in mails, without a slash at the end: `https://kongress.example`.
    pub public_url: Arc<str>,
    pub trusted_proxies: TrustedProxies,
    /// Writes and checks the secrets of personal links.
    pub link_key: LinkKey,
    /// Who may read `/metrics`.
    pub operator: Operator,
    /// Mails leave: there is a mail server. Else they are held.
    pub sends_mail: bool,
    /// Cookies go over TLS only: when `public_url` begins with `https:`.
    pub secure_cookies: bool,
    /// Public pages that need not be made again.
    pub pages: Pages,
}

impl State {
    /// `/owl` as `https://kongress.example/owl`.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }
}
