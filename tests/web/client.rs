//! The address that a request comes from.

use super::Outcome;
use http::{HeaderMap, HeaderValue};
use web::client::TrustedProxies;

fn forwarded(lines: &[&'static str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append("x-forwarded-for", HeaderValue::from_static(line));
    }
    headers
}

#[test]
fn nobody_but_a_trusted_proxy_says_where_a_request_comes_from() -> Outcome {
    let none = TrustedProxies::default();
    let headers = forwarded(&["203.0.113.7"]);
    assert_eq!(none.client("198.51.100.1".parse()?, &headers).to_string(), "198.51.100.1");
    let trusted: TrustedProxies = "127.0.0.1, 10.0.0.0/8".parse()?;
    assert_eq!(trusted.client("198.51.100.1".parse()?, &headers).to_string(), "198.51.100.1");
    assert_eq!(trusted.client("127.0.0.1".parse()?, &headers).to_string(), "203.0.113.7");
    assert_eq!(trusted.client("::ffff:127.0.0.1".parse()?, &headers).to_string(), "203.0.113.7");
    Ok(())
}

#[test]
fn of_several_hops_the_rightmost_that_is_not_ours_counts() -> Outcome {
    let trusted: TrustedProxies = "10.0.0.0/8".parse()?;
    let headers = forwarded(&["1.1.1.1, 203.0.113.7, 10.0.0.2", "10.0.0.3"]);
    assert_eq!(trusted.client("10.0.0.1".parse()?, &headers).to_string(), "203.0.113.7");
    let nonsense = forwarded(&["1.1.1.1, unknown"]);
    assert_eq!(trusted.client("10.0.0.1".parse()?, &nonsense).to_string(), "10.0.0.1");
    Ok(())
}

#[test]
fn a_setting_that_is_no_address_is_refused() {
    assert!("localhost".parse::<TrustedProxies>().is_err());
    assert!("".parse::<TrustedProxies>().is_ok());
}
