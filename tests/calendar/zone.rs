//! Zones of time and the nights in which clocks change.

use super::ics::{sample, unfold, value};
use ::calendar::ics::{Calendar, Event, Method, write};
use ::chrono::{DateTime, Utc};
use chrono_tz::Tz;

fn at(time: &str) -> DateTime<Utc> {
    time.parse().expect("a moment")
}

fn event(zone: Tz, starts: &str, ends: &str) -> String {
    write(&Calendar::of(Method::Publish, Event { zone, starts: at(starts), ends: at(ends), ..sample() }))
}

/// The lines of the zone's description.
fn described(ics: &str) -> Vec<String> {
    let lines = unfold(ics);
    let from = lines.iter().position(|line| line == "BEGIN:VTIMEZONE");
    let until = lines.iter().position(|line| line == "END:VTIMEZONE");
    from.zip(until).map(|(from, until)| lines[from..=until].to_vec()).unwrap_or_default()
}

#[test]
fn berlin_is_described_by_its_two_rules() {
    let ics = event(Tz::Europe__Berlin, "2027-03-11T09:00:00Z", "2027-03-11T16:00:00Z");
    let expected = [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "X-LIC-LOCATION:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "DTSTART:20260329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20261025T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];
    assert_eq!(described(&ics), expected);
}

#[test]
fn the_night_that_loses_an_hour_jumps_it() {
    // 01:30 to 03:30 by the clock is one hour.
    let ics = event(Tz::Europe__Berlin, "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z");
    assert_eq!(value(&ics, "DTSTART;TZID=Europe/Berlin"), "20270328T013000");
    assert_eq!(value(&ics, "DTEND;TZID=Europe/Berlin"), "20270328T033000");
}

#[test]
fn the_hour_that_is_there_twice_is_told_apart() {
    // 02:30 comes twice: which one it is, UTC alone says.
    for (starts, ends) in [
        ("2027-10-31T00:30:00Z", "2027-10-31T02:30:00Z"),
        ("2027-10-31T01:30:00Z", "2027-10-31T02:30:00Z"),
        ("2027-10-30T20:30:00Z", "2027-10-31T01:15:00Z"),
    ] {
        let ics = event(Tz::Europe__Berlin, starts, ends);
        let plain = |time: &str| time.replace(['-', ':'], "");
        assert_eq!((value(&ics, "DTSTART"), value(&ics, "DTEND")), (plain(starts), plain(ends)));
        assert!(described(&ics).is_empty());
    }
    // Around it the clock is clear again.
    let ics = event(Tz::Europe__Berlin, "2027-10-30T23:30:00Z", "2027-10-31T03:30:00Z");
    assert_eq!(value(&ics, "DTSTART;TZID=Europe/Berlin"), "20271031T013000");
    assert_eq!(value(&ics, "DTEND;TZID=Europe/Berlin"), "20271031T043000");
}

#[test]
fn other_zones_have_other_rules() {
    let new_york = described(&event(Tz::America__New_York, "2027-03-11T09:00:00Z", "2027-03-11T16:00:00Z"));
    assert!(new_york.contains(&"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU".to_owned()), "{new_york:?}");
    assert!(new_york.contains(&"RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU".to_owned()), "{new_york:?}");
    let tokyo = described(&event(Tz::Asia__Tokyo, "2027-03-11T09:00:00Z", "2027-03-11T16:00:00Z"));
    assert_eq!(tokyo.iter().filter(|line| line.starts_with("BEGIN:")).count(), 2, "{tokyo:?}");
    assert!(tokyo.contains(&"TZOFFSETTO:+0900".to_owned()));
    // Morocco goes by the moon: each change stands by itself.
    let casablanca = described(&event(Tz::Africa__Casablanca, "2027-03-11T09:00:00Z", "2027-03-11T16:00:00Z"));
    assert!(casablanca.len() > 20 && !casablanca.iter().any(|line| line.starts_with("RRULE")), "{casablanca:?}");
    // No program knows what "EST5EDT" or "GMT" is to it.
    for zone in [Tz::UTC, Tz::GMT, Tz::EST5EDT, Tz::Etc__GMTMinus1] {
        let ics = event(zone, "2027-03-11T09:00:00Z", "2027-03-11T16:00:00Z");
        assert_eq!(value(&ics, "DTSTART"), "20270311T090000Z");
        assert!(described(&ics).is_empty());
    }
}

#[test]
fn every_zone_is_described_as_it_is() {
    for zone in chrono_tz::TZ_VARIANTS {
        let ics = event(zone, "2027-07-11T09:00:00Z", "2027-07-11T16:00:00Z");
        let lines = described(&ics);
        if lines.is_empty() {
            continue;
        }
        use chrono::Offset;
        let seconds = at("2027-07-11T09:00:00Z").with_timezone(&zone).offset().fix().local_minus_utc();
        let sign = if seconds < 0 { '-' } else { '+' };
        let offset = format!("TZOFFSETTO:{sign}{:02}{:02}", seconds.abs() / 3600, seconds.abs() / 60 % 60);
        assert!(lines.contains(&offset), "{zone}: {lines:?}");
    }
}
