//! A light HTTP client: one connection that stays open, no TLS, no cookies but those that are given.

use crate::Outcome;
use http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// A connection.
pub struct Client {
    host: String,
    send: SendRequest<Full<Bytes>>,
}

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub headers: http::HeaderMap,
    pub body: Bytes,
}

/// What goes with each request.
#[derive(Clone, Default)]
pub struct Manner {
    /// Of a program.
    pub token: Option<String>,
    /// Of a browser.
    pub cookie: Option<String>,
    /// Not compressed.
    pub plain: bool,
}

impl Client {
    /// To `http://host:port`.
    pub async fn connect(url: &str) -> Outcome<Self> {
        let host = url.trim_start_matches("http://").to_owned();
        let stream = TcpStream::connect(&host).await?;
        stream.set_nodelay(true)?;
        let (send, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { host, send })
    }

    async fn send(&mut self, method: Method, path: &str, kind: &str, manner: &Manner, body: Bytes) -> Outcome<Reply> {
        let mut request = Request::builder().method(method).uri(path).header(HOST, &self.host);
        match &manner.token {
            Some(token) => request = request.header("authorization", format!("Bearer {token}")),
            None => {
                let encoding = if manner.plain { "identity" } else { "gzip, br" };
                request = request.header("accept-encoding", encoding).header("accept-language", "de");
                request = request.header("sec-fetch-site", "same-origin");
            }
        }
        if let Some(cookie) = &manner.cookie {
            request = request.header(COOKIE, cookie);
        }
        if !kind.is_empty() {
            request = request.header(CONTENT_TYPE, kind);
        }
        self.send.ready().await?;
        let (head, body) = self.send.send_request(request.body(Full::new(body))?).await?.into_parts();
        Ok(Reply { status: head.status, headers: head.headers, body: body.collect().await?.to_bytes() })
    }

    pub async fn get(&mut self, path: &str, manner: &Manner) -> Outcome<Reply> {
        let reply = self.send(Method::GET, path, "", manner, Bytes::new()).await?;
        reply.expect(StatusCode::OK, path)
    }

    /// A page as it is read, for those who look into it: not compressed.
    pub async fn get_plain(&mut self, path: &str, manner: &Manner) -> Outcome<String> {
        let manner = Manner { plain: true, ..manner.clone() };
        Ok(String::from_utf8(self.get(path, &manner).await?.body.to_vec())?)
    }

    /// What creates something, as JSON.
    pub async fn create(&mut self, path: &str, manner: &Manner, body: &serde_json::Value) -> Outcome<Reply> {
        let body = Bytes::from(serde_json::to_vec(body)?);
        let reply = self.send(Method::POST, path, "application/json", manner, body).await?;
        if reply.status.is_success() { Ok(reply) } else { reply.expect(StatusCode::CREATED, path) }
    }

    /// A form, which leads to another page.
    pub async fn submit(&mut self, path: &str, manner: &Manner, fields: &[(&str, &str)]) -> Outcome<Reply> {
        self.ask(path, manner, fields).await?.expect(StatusCode::SEE_OTHER, path)
    }

    /// A form, whatever comes of it.
    pub async fn ask(&mut self, path: &str, manner: &Manner, fields: &[(&str, &str)]) -> Outcome<Reply> {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, "application/x-www-form-urlencoded", manner, form.into()).await
    }
}

impl Reply {
    pub fn expect(self, status: StatusCode, path: &str) -> Outcome<Self> {
        if self.status == status {
            return Ok(self);
        }
        Err(format!("{path}: {}: {}", self.status, String::from_utf8_lossy(&self.body)).into())
    }

    pub fn json(&self) -> Outcome<serde_json::Value> {
        Ok(serde_json::from_slice(&self.body)?)
    }

    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The cookies that it sets, as they are sent back.
    pub fn cookies(&self) -> String {
        let set = self.headers.get_all(SET_COOKIE).iter().filter_map(|v| v.to_str().ok()?.split(';').next());
        set.collect::<Vec<_>>().join("; ")
    }
}
