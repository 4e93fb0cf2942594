//! Sums, days and check digits.

use base::Time;
use chrono::TimeZone;
use chrono_tz::Europe::Berlin;
use payment::rules::{Balance, Line, Standing, by_rate, due_at, expires, iban_is_sound, number, series};
use registration::rules::leitweg::{Fault, check};

fn line(unit: i64, quantity: i32, rate: i32) -> Line {
    Line { attendee: None, description: String::new(), quantity, unit, rate }
}

#[test]
fn what_is_open_is_the_total_less_payments_plus_refunds() {
    for (total, paid, refunded, open, standing) in [
        (0, 0, 0, 0, Standing::Free),
        (9800, 0, 0, 9800, Standing::Open),
        (9800, 4900, 0, 4900, Standing::Part),
        (9800, 9800, 0, 0, Standing::Paid),
        (9800, 9800, 4900, 4900, Standing::Part),
        (4900, 9800, 0, -4900, Standing::Over),
        (0, 9800, 9800, 0, Standing::Free),
    ] {
        let balance = Balance { total, paid, refunded };
        assert_eq!((balance.open(), balance.standing()), (open, standing), "{balance:?}");
    }
}

#[test]
fn net_and_vat_are_always_what_was_agreed_however_many_lines() {
    let lines: Vec<Line> = (0..33).map(|_| line(4999, 1, 1900)).chain([line(1250, 3, 700), line(500, 1, 0)]).collect();
    let parts = by_rate(&lines);
    assert_eq!(parts.iter().map(|p| p.rate).collect::<Vec<_>>(), [1900, 700, 0]);
    assert!(parts.iter().all(|p| p.net + p.vat == p.gross));
    assert_eq!(parts.iter().map(|p| p.gross).sum::<i64>(), lines.iter().map(Line::gross).sum::<i64>());
    assert_eq!((parts[0].net, parts[0].vat), (138_628, 26_339));
    let back: Vec<Line> = lines.iter().map(|l| Line { quantity: -l.quantity, ..l.clone() }).collect();
    for (there, here) in by_rate(&back).iter().zip(&parts) {
        assert_eq!((there.net, there.vat), (-here.net, -here.vat), "what takes it back is its exact opposite");
    }
}

fn at(day: u32, hour: u32) -> Time {
    Berlin.with_ymd_and_hms(2027, 3, day, hour, 0, 0).unwrap().to_utc()
}

#[test]
fn one_pays_in_time_until_the_end_of_the_day_also_over_a_change_of_clocks() {
    let due = due_at(at(20, 9), 14, Berlin);
    assert_eq!(due.with_timezone(&Berlin).to_rfc3339(), "2027-04-03T23:59:59+02:00");
    assert_eq!(due_at(at(20, 0), 0, Berlin).with_timezone(&Berlin).to_rfc3339(), "2027-03-20T23:59:59+01:00");
    let nothing = Balance { total: 4900, paid: 0, refunded: 0 };
    let due = due_at(at(1, 9), 14, Berlin);
    for (now, ends) in [(at(15, 23), false), (at(18, 23), false), (at(19, 1), true)] {
        assert_eq!(expires(Some(due), 3, &nothing, Berlin, now), ends, "{now}");
    }
    assert!(!expires(None, 3, &nothing, Berlin, at(30, 1)), "nothing is due that nobody has set");
    let part = Balance { paid: 100, ..nothing };
    assert!(!expires(Some(due), 3, &part, Berlin, at(30, 1)), "one for which some came in is left to people");
}

#[test]
fn numbers_are_counted_by_the_year_where_the_congress_is() {
    let new_year = Berlin.with_ymd_and_hms(2028, 1, 1, 0, 30, 0).unwrap().to_utc();
    assert_eq!(series("OWL", new_year, Berlin), "OWL-2028");
    assert_eq!((number("OWL-2028", 7), number("OWL-2028", 12_345)), ("OWL-2028-0007".into(), "OWL-2028-12345".into()));
}

#[test]
fn account_numbers_have_their_check_digits() {
    for good in ["DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "NL91ABNA0417164300", "AT611904300234573201"]
    {
        assert!(iban_is_sound(good), "{good}");
    }
    for bad in [
        "",
        "DE",
        "DE89370400440532013001",
        "DE8937040044053201300",
        "de89370400440532013000",
        "DE89370400440532O13000",
    ] {
        assert!(!iban_is_sound(bad), "{bad}");
    }
}

#[test]
fn a_leitweg_id_says_what_is_wrong_with_it() {
    assert_eq!(check("04011000-1234512345-06").unwrap(), "04011000-1234512345-06");
    assert_eq!(
        check(" 991-33333testfallklein-33 ".trim()).map_err(|_| ()).is_ok(),
        check("991-33333TESTFALLKLEIN-33").is_ok()
    );
    for (typed, fault) in [
        ("0401100012345", Fault::Parts),
        ("04011000-1-2-06", Fault::Parts),
        ("4-1234-06", Fault::Coarse),
        ("O4011000-1234512345-06", Fault::Coarse),
        ("04011000-12_45-06", Fault::Fine),
        ("04011000-1234512345-6", Fault::CheckDigits),
        ("04011000-1234512354-06", Fault::Mistyped),
        ("04011000-1234512345-07", Fault::Mistyped),
    ] {
        assert_eq!(check(typed), Err(fault), "{typed}");
    }
}

#[test]
fn vat_numbers_have_the_form_of_their_country() {
    use registration::rules::vat_id::{cleaned, is_well_formed};
    for fine in
        ["DE123456789", "de 123 456 789", "ATU12345678", "NL123456789B01", "FRXX123456789", "CHE-123.456.789 MWST"]
    {
        assert!(is_well_formed(fine), "{fine}");
    }
    for wrong in ["XX12", "DE12", "DE1234567890", "ATU1234567", "DEU23456789", "123456789", "DE", "ÄÖ123456789"] {
        assert!(!is_well_formed(wrong), "{wrong}");
    }
    assert_eq!(cleaned(" de 123.456-789 "), "DE123456789");
}
