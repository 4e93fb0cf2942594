//! The address that people have, the one that is listened on, and what stands between.

use super::{Setup, masked};
use crate::Check;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use url::{Host, Url};

const PUBLIC: &str = "public address";
const LISTEN: &str = "listening";
const PROXIES: &str = "proxies";
const METRICS: &str = "metrics";
const PATIENCE: Duration = Duration::from_secs(5);

/// What takes connections and answers no request.
const MUTE: &str = "something that does not speak HTTP";

/// Who answers there.
enum Answer {
    /// An installation of kongress, by its name.
    Kongress(String),
    /// Something else, or kongress without its database.
    Other(String),
    /// Nobody.
    Nobody(String),
}

pub(super) async fn checks(setup: &Setup, installation: Option<&str>) -> Vec<Check> {
    let here = here(&local(&setup.listen)).await;
    let public = public(setup, installation, &here).await;
    vec![listen(setup, installation, &here), public, proxies(setup), metrics(setup)]
}

/// What listens on this computer, even if it has nothing to say.
async fn here(address: &str) -> Answer {
    match ask(&format!("http://{address}"), Way::Direct).await {
        Answer::Nobody(_) if timeout(PATIENCE, TcpStream::connect(address)).await.is_ok_and(|found| found.is_ok()) => {
            Answer::Other(MUTE.into())
        }
        answer => answer,
    }
}

/// Where to find on this computer what listens on all its addresses.
fn local(listen: &str) -> String {
    match listen.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_unspecified() => {
            let ip: IpAddr =
                if address.is_ipv4() { [127, 0, 0, 1].into() } else { std::net::Ipv6Addr::LOCALHOST.into() };
            SocketAddr::new(ip, address.port()).to_string()
        }
        _ => listen.to_owned(),
    }
}

/// How to get there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// This computer is not reached through the proxy that leads out of the house.
    Direct,
    /// As the environment says: `HTTPS_PROXY`.
    Outside,
}

async fn ask(base: &str, way: Way) -> Answer {
    let url = format!("{}{}", base.trim_end_matches('/'), address::Health::new().path());
    let request = async {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        let client = if way == Way::Direct { client.no_proxy() } else { client }.build()?;
        let response = client.get(&url).timeout(PATIENCE).send().await?;
        let status = response.status();
        Ok::<_, reqwest::Error>((status, response.bytes().await?))
    };
    match timeout(PATIENCE * 2, request).await {
        Ok(Ok((status, body))) => {
            let body: serde_json::Value = serde_json::from_slice(&body).unwrap_or_default();
            match body["installation"].as_str() {
                Some(name) if status.is_success() => Answer::Kongress(name.to_owned()),
                _ if body["status"] == "unavailable" => {
                    Answer::Other("kongress, whose database does not answer".into())
                }
                _ => Answer::Other(format!("something that is not kongress (status {})", status.as_u16())),
            }
        }
        // It was there, and what it said was no HTTP.
        Ok(Err(e)) if !e.is_connect() && !e.is_timeout() => Answer::Other(MUTE.into()),
        Ok(Err(e)) => Answer::Nobody(store::reason(&innermost(&e))),
        Err(_) => Answer::Nobody(format!("no answer within {} s", (PATIENCE * 2).as_secs())),
    }
}

/// The error at the bottom: the ones above only say that something went wrong.
fn innermost(error: &reqwest::Error) -> String {
    let mut error: &dyn std::error::Error = error;
    while let Some(below) = error.source() {
        error = below;
    }
    error.to_string()
}

fn listen(setup: &Setup, installation: Option<&str>, here: &Answer) -> Check {
    let address = &setup.listen;
    match here {
        _ if !address.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok()) => {
            Check::fail(
                LISTEN,
                format!("{address:?} is no address"),
                "Set KONGRESS_LISTEN to an address and a port such as 127.0.0.1:8080.",
            )
        }
        Answer::Kongress(name) if installation.is_none_or(|ours| ours == name) => {
            Check::ok(LISTEN, format!("kongress serves at {address}"))
        }
        Answer::Kongress(_) => Check::fail(
            LISTEN,
            format!("another installation of kongress serves at {address}"),
            "Set KONGRESS_LISTEN to a port of its own, or KONGRESS_DATABASE_URL to the database that is served.",
        ),
        Answer::Other(what) => Check::fail(
            LISTEN,
            format!("{what} answers at {address}"),
            "Set KONGRESS_LISTEN to a port that is free, or stop what uses it: `ss -ltnp` tells what it is.",
        ),
        Answer::Nobody(_) => Check::warn(
            LISTEN,
            format!("nobody answers at {address}: the program does not run"),
            "Start it with `kongress serve`, or `systemctl start kongress`.",
        ),
    }
}

async fn public(setup: &Setup, installation: Option<&str>, here: &Answer) -> Check {
    let shown = masked(&setup.public_url);
    let wrong = |found: String| {
        Check::fail(
            PUBLIC,
            found,
            "Set KONGRESS_PUBLIC_URL to what people type, such as https://kongress.example: no path, no user.",
        )
    };
    let Some(url) = Url::parse(&setup.public_url).ok().filter(|url| matches!(url.scheme(), "http" | "https")) else {
        return wrong(format!("{shown:?} is no web address"));
    };
    let Some(host) = url.host().map(|host| host.to_owned()) else { return wrong(format!("{shown:?} names no host")) };
    if url.path() != "/" || url.query().is_some() || !url.username().is_empty() {
        return wrong(format!("{shown} has more than a host"));
    }
    if let Host::Domain(name) = &host {
        let found = timeout(PATIENCE, lookup_host((name.as_str(), url.port_or_known_default().unwrap_or(443)))).await;
        if !found.is_ok_and(|found| found.is_ok_and(|mut addresses| addresses.next().is_some())) {
            return Check::fail(
                PUBLIC,
                format!("no name server knows {name}"),
                format!("Add an A and an AAAA record for {name}, or correct KONGRESS_PUBLIC_URL."),
            );
        }
    }
    let runs = matches!(here, Answer::Kongress(_));
    let way = if is_here(&host) { Way::Direct } else { Way::Outside };
    match ask(&setup.public_url, way).await {
        Answer::Kongress(name) if installation.is_none_or(|ours| ours == name) => secure(&url, &host, &shown),
        Answer::Kongress(_) => Check::fail(
            PUBLIC,
            format!("another installation of kongress answers at {shown}"),
            "Correct KONGRESS_PUBLIC_URL, or the address that the proxy hands requests to.",
        ),
        Answer::Other(what) => Check::fail(
            PUBLIC,
            format!("{what} answers at {shown}"),
            format!(
                "Let the proxy hand requests for {shown} to {}, or correct KONGRESS_PUBLIC_URL (an example: infra/Caddyfile).",
                setup.listen
            ),
        ),
        Answer::Nobody(why) if runs || url.scheme() == "https" => Check::fail(
            PUBLIC,
            format!("{shown} does not answer: {why}"),
            format!(
                "Start the proxy and let it hand requests to {}, open the port, see to the certificate; or correct KONGRESS_PUBLIC_URL.",
                setup.listen
            ),
        ),
        Answer::Nobody(_) => Check::warn(
            PUBLIC,
            format!("{shown} does not answer: the program does not run"),
            "Start it, then run `kongress doctor` again.",
        ),
    }
}

/// It is ours. In earnest it should be over TLS.
fn secure(url: &Url, host: &Host<String>, shown: &str) -> Check {
    if url.scheme() == "https" || is_here(host) {
        return Check::ok(PUBLIC, format!("{shown} is this installation"));
    }
    Check::warn(
        PUBLIC,
        format!("{shown} is this installation, without TLS: log-ins and personal links can be read on the way"),
        "Put a proxy with TLS in front (infra/Caddyfile) and set KONGRESS_PUBLIC_URL to its https: address.",
    )
}

fn is_here(host: &Host<String>) -> bool {
    match host {
        Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => ip.is_loopback(),
    }
}

fn proxies(setup: &Setup) -> Check {
    let https = setup.public_url.starts_with("https:");
    let Some(list) = &setup.config.trusted_proxies else {
        return if https {
            Check::warn(
                PROXIES,
                "none is trusted, although people come over TLS and so through one: all of them count as one client",
                "Set KONGRESS_TRUSTED_PROXIES to the proxy's address, 127.0.0.1 if it runs on this computer.",
            )
        } else {
            Check::ok(PROXIES, "none")
        };
    };
    match list.parse::<::web::client::TrustedProxies>() {
        Err(e) => Check::fail(
            PROXIES,
            e.to_string(),
            "Write KONGRESS_TRUSTED_PROXIES as addresses or networks with commas between: 127.0.0.1, 10.0.0.0/8.",
        ),
        Ok(proxies) if proxies.is_everybody() => Check::fail(
            PROXIES,
            "everybody is trusted: anyone can claim any address",
            "Set KONGRESS_TRUSTED_PROXIES to the addresses of the proxies alone.",
        ),
        Ok(_) => Check::ok(PROXIES, format!("trusted: {list}")),
    }
}

fn metrics(setup: &Setup) -> Check {
    match &setup.config.metrics_token {
        Some(token) if token.chars().count() < 16 => Check::fail(
            METRICS,
            "KONGRESS_METRICS_TOKEN is shorter than 16 characters",
            "Set KONGRESS_METRICS_TOKEN to at least 16 random characters (`openssl rand -hex 32`).",
        ),
        Some(_) => Check::ok(METRICS, "/metrics answers whoever shows KONGRESS_METRICS_TOKEN"),
        None if Url::parse(&setup.public_url).is_ok_and(|u| u.host().is_some_and(|h| is_here(&h.to_owned()))) => {
            Check::ok(METRICS, "/metrics answers programs on this computer")
        }
        None => Check::ok(METRICS, "/metrics answers nobody: KONGRESS_METRICS_TOKEN is not set"),
    }
}
