//! When events are and how long, in all the ways in which files say it.

use super::compare::{Through, equal};
use super::schema::{valid_json, valid_xml};
use super::{event, json, read, reasons, single, xml};
use ::schedule::{Reading, Reason};
use chrono_tz::Tz;

/// When the only event of this text begins, and what is told of it.
#[track_caller]
fn begin(text: &str) -> (String, Vec<Reason>) {
    let (schedule, notices) = read(text);
    let written = ::schedule::write_xml(&schedule);
    valid_xml(&written);
    equal(&schedule, &read(&written).0, Through::Xml);
    let written = ::schedule::write_json(&schedule);
    valid_json(&written);
    equal(&schedule, &read(&written).0, Through::Json);
    (single(&schedule).start.to_rfc3339(), reasons(&notices))
}

fn at(start: &str) -> String {
    xml(&format!("<event id=\"7\"><title>T</title>{start}<duration>00:30</duration></event>"))
}

#[test]
fn a_time_of_day_belongs_to_the_day_or_to_the_night_after_it() {
    let known = [
        ("10:00", "2027-03-27T10:00:00+01:00"),
        ("9:05", "2027-03-27T09:05:00+01:00"),
        ("23:59:30", "2027-03-27T23:59:30+01:00"),
        ("04:00", "2027-03-27T04:00:00+01:00"),
        ("00:30", "2027-03-28T00:30:00+01:00"),
        ("03:59", "2027-03-28T03:59:00+02:00"),
        ("25:15", "2027-03-28T01:15:00+01:00"),
    ];
    for (start, begins) in known {
        assert_eq!(begin(&at(&format!("<start>{start}</start>"))), (begins.to_owned(), vec![]), "{start}");
    }
    // FOSDEM's days change at nine; without a word of the congress, when the day begins; without that, at four.
    let early = at("<start>08:30</start>");
    assert_eq!(begin(&early.replace("04:00", "09:00:00")).0, "2027-03-28T08:30:00+02:00");
    let day = early.replace("<day_change>04:00</day_change>", "");
    assert_eq!(begin(&day).0, "2027-03-27T08:30:00+01:00");
    let day =
        day.replace("date=\"2027-03-27\"", "start=\"2027-03-27T09:00:00+01:00\" end=\"2027-03-28T08:59:00+02:00\"");
    assert_eq!(begin(&day).0, "2027-03-28T08:30:00+02:00");
}

#[test]
fn a_date_says_the_instant() {
    let known = [
        ("2027-03-27T10:00:00+01:00", "2027-03-27T10:00:00+01:00"),
        ("2027-03-27T09:00:00Z", "2027-03-27T09:00:00+00:00"),
        ("2027-03-27T10:00:00", "2027-03-27T10:00:00+01:00"),
        ("2027-03-27 10:00", "2027-03-27T10:00:00+01:00"),
        ("2027-03-27T10:00:00.000+0100", "2027-03-27T10:00:00+01:00"),
        ("2027-03-27T18:00:00+09", "2027-03-27T18:00:00+09:00"),
        ("2027-03-27T04:30:00-05:30", "2027-03-27T04:30:00-05:30"),
        ("2027-03-27", "2027-03-27T10:00:00+01:00"),
    ];
    for (date, begins) in known {
        let (start, _) = begin(&at(&format!("<date>{date}</date><start>10:00</start>")));
        assert_eq!(start, begins, "{date}");
    }
    let both = "<date>2027-03-27T10:00:00+01:00</date><start>12:00</start>";
    assert_eq!(begin(&at(both)), ("2027-03-27T10:00:00+01:00".to_owned(), vec![Reason::StartDiffers]));
    let broken = "<date>morgen</date><start>12:00</start>";
    assert_eq!(begin(&at(broken)), ("2027-03-27T12:00:00+01:00".to_owned(), vec![Reason::BrokenTime]));
    assert_eq!(begin(&at("<start>2027-03-27T10:00:00+01:00</start>")).0, "2027-03-27T10:00:00+01:00");
}

#[test]
fn nights_in_which_clocks_change() {
    let known = [
        ("2027-03-28T02:30:00", "2027-03-28T03:30:00+02:00", vec![Reason::SkippedTime]),
        ("2027-10-31T02:30:00", "2027-10-31T02:30:00+02:00", vec![Reason::TwiceTime]),
        ("2027-10-31T02:30:00+01:00", "2027-10-31T02:30:00+01:00", vec![]),
        ("2027-10-31T03:00:00", "2027-10-31T03:00:00+01:00", vec![]),
    ];
    for (date, begins, told) in known {
        assert_eq!(begin(&at(&format!("<date>{date}</date>"))), (begins.to_owned(), told), "{date}");
    }
    // Half an hour's gap.
    let far = at("<date>2027-10-03T02:10:00</date>").replace("Europe/Berlin", "Australia/Lord_Howe");
    assert_eq!(begin(&far).0, "2027-10-03T02:40:00+11:00");
}

#[test]
fn the_zone_is_the_files_then_the_callers_then_berlin() {
    let named = at("<start>10:00</start>").replace("Europe/Berlin", "America/New_York");
    assert_eq!(begin(&named).0, "2027-03-27T10:00:00-04:00");
    let silent = named.replace("<time_zone_name>America/New_York</time_zone_name>", "");
    assert_eq!(begin(&silent), ("2027-03-27T10:00:00+01:00".to_owned(), vec![Reason::AssumedZone]));
    let reading = Reading { zone: Some(Tz::Asia__Tokyo) };
    let (schedule, notices) = ::schedule::read(silent.as_bytes(), reading).expect("a schedule");
    assert_eq!((single(&schedule).start.to_rfc3339().as_str(), notices.len()), ("2027-03-27T10:00:00+09:00", 0));
    let (start, told) = begin(&named.replace("America/New_York", "Mars/Olympus"));
    assert_eq!((start.as_str(), told), ("2027-03-27T10:00:00+01:00", vec![Reason::UnknownZone, Reason::AssumedZone]));
}

#[test]
fn durations_have_many_shapes_and_come_back() {
    let minutes = [
        ("00:30", 30),
        ("1:05", 65),
        ("00:90", 90),
        ("45", 45),
        ("00:05:00", 5),
        ("01:30:00", 90),
        ("1:45:00", 105),
        ("36:00", 2_160),
        ("1:02:30", 1_590),
        ("2:00:00", 2_880),
        ("120:00", 7_200),
        ("1:00:00:00", 1_440),
        ("00:00", 0),
    ];
    for (text, minutes) in minutes {
        let (schedule, notices) = read(event("").replace("00:30", text));
        assert_eq!((single(&schedule).duration.num_minutes(), notices.len()), (minutes, 0), "{text}");
        for written in [::schedule::write_xml(&schedule), ::schedule::write_json(&schedule)] {
            assert_eq!(single(&read(&written).0).duration.num_minutes(), minutes, "{text}: {written}");
        }
        valid_xml(&::schedule::write_xml(&schedule));
        valid_json(&::schedule::write_json(&schedule));
    }
    let (schedule, _) = read(event("").replace("00:30", "00:01:30"));
    for written in [::schedule::write_xml(&schedule), ::schedule::write_json(&schedule)] {
        assert_eq!(single(&read(&written).0).duration.num_seconds(), 90);
    }
    for broken in ["halbe Stunde", "-00:30", "1:2:3:4:5", ":", "99999:00", "1.5"] {
        let (schedule, notices) = read(event("").replace("00:30", broken));
        assert_eq!(schedule.events().count(), 0);
        assert_eq!(reasons(&notices), [Reason::BrokenDuration, Reason::NoDuration], "{broken}");
        assert_eq!((notices[0].value.as_str(), notices[1].value.as_str()), (broken, "Vortrag"));
    }
}

#[test]
fn the_end_says_the_duration_where_it_is_missing_or_differs() {
    let event = |more: &str| json(&format!(r#"{{"id": 7, "title": "T", "date": "2027-03-28T01:30:00+01:00"{more}}}"#));
    let known = [
        (r#", "end": "2027-03-28T03:30:00+02:00""#, 60, vec![]),
        (r#", "duration": 90"#, 90, vec![]),
        (r#", "duration": "01:00", "end": "2027-03-28T03:45:00+02:00""#, 75, vec![Reason::EndDiffers]),
        (r#", "duration": "01:00", "end": "2027-03-27T03:45:00+02:00""#, 60, vec![]),
    ];
    for (more, minutes, told) in known {
        let (schedule, notices) = read(event(more));
        assert_eq!((single(&schedule).duration.num_minutes(), reasons(&notices)), (minutes, told), "{more}");
    }
}

/// A day of a camp goes on until four; its sessions stand in it and are of two dates.
#[test]
fn a_day_of_two_dates_stays_one() {
    let events = r#"{"id": 1, "title": "Abend", "date": "2027-03-27T23:00:00+01:00", "duration": "02:00"},
        {"id": 2, "title": "Nacht", "date": "2027-03-28T03:30:00+02:00", "duration": "05:00"}"#;
    let (schedule, notices) = read(json(events));
    assert_eq!((schedule.days.len(), schedule.events().count(), notices.len()), (1, 2, 0));
    let written = ::schedule::write_xml(&schedule);
    valid_xml(&written);
    let (back, _) = read(&written);
    equal(&schedule, &back, Through::Xml);
    assert_eq!(back.days[0].end.expect("an end").to_rfc3339(), "2027-03-28T04:00:00+02:00");
}
