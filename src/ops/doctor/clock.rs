//! Clocks and time zones.

use crate::Check;
use chrono::TimeDelta;
use store::{DbErr, Store, condition};

const NAME: &str = "clock";
/// How far two clocks may differ, in milliseconds.
const MOST: i64 = 2_000;
const NTP: &str = "Let the clock be set by NTP: `timedatectl set-ntp true`; `timedatectl` says how it stands.";

pub(super) async fn checks(store: &Store) -> Result<Vec<Check>, DbErr> {
    let latest = store::event::latest(store.read()).await?;
    let mut checks = vec![match (condition::clock_ahead(store).await?, latest) {
        (Some(ahead), _) if ahead.abs() > MOST => Check::fail(
            NAME,
            format!("the database's clock is {:.1} s off from this one", ahead as f64 / 1000.0),
            format!("{NTP} On both computers."),
        ),
        (_, Some(at)) if at - store.now() > TimeDelta::milliseconds(MOST) => {
            // Past mending, if the clock was ahead then and is right now: it shows until that moment has come.
            Check::warn(NAME, format!("it is {} here, and something was recorded at {at}", store.now()), NTP)
        }
        (Some(ahead), _) => Check::ok(NAME, format!("within {} ms of the database's", ahead.abs())),
        (None, _) => {
            Check::ok(NAME, format!("it is {}", store.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)))
        }
    }];
    let congresses = congress::query::all(store.read()).await?;
    let odd = congresses.iter().filter(|c| congress::rules::check_zone(&c.zone).is_err());
    checks.extend(odd.map(|c| {
        Check::fail(
            "time zone",
            format!("{}: nobody knows the time zone {:?}", c.slug, c.zone),
            "Set it to a name of the IANA list such as Europe/Berlin, on the congress's page in the office.",
        )
    }));
    Ok(checks)
}
