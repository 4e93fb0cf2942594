//! The address that a request comes from.

use http::HeaderMap;
use ipnet::IpNet;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;
use std::sync::Arc;

/// The reverse proxies whose `X-Forwarded-For` is believed: addresses or networks, `127.0.0.1, 10.0.0.0/8`.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Arc<[IpNet]>);

/// The setting `TRUSTED_PROXIES` cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("TRUSTED_PROXIES: {0} is neither an address nor a network")]
pub struct ProxyError(String);

impl FromStr for TrustedProxies {
    type Err = ProxyError;

    fn from_str(list: &str) -> Result<Self, ProxyError> {
        let read = |part: &str| {
            part.parse::<IpNet>()
                .or_else(|_| part.parse::<IpAddr>().map(IpNet::from))
                .map_err(|_| ProxyError(part.to_owned()))
        };
        let nets = list.split(',').map(str::trim).filter(|part| !part.is_empty()).map(read);
        Ok(Self(nets.collect::<Result<Vec<_>, _>>()?.into()))
    }
}

impl TrustedProxies {
    /// Whether all addresses are in it.
    pub fn is_everybody(&self) -> bool {
        self.0.iter().any(|net| net.prefix_len() == 0)
    }

    fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|net| net.contains(&address))
    }

    /// The client's address: the peer's, or, behind proxies that are trusted, the rightmost address in
    /// `X-Forwarded-For` that is none of them. What stands further left anyone could have written.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok()).collect();
        for hop in lines.join(",").rsplit(',') {
            if !self.contains(client) {
                break;
            }
            let Ok(address) = hop.trim().parse::<IpAddr>() else { break };
            client = address.to_canonical();
        }
        client
    }
}

/// What is counted as one client: an IPv4 address, or an IPv6 network of 64 bits, which is what one household gets
/// (RFC 6177).
pub fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
    }
}
