//! Files that are no schedule, and schedules with events that are none.

use super::{FILES, bytes, event, json, read, reasons, xml};
use ::schedule::{DEEPEST, Fault, Reading, Reason, Severity};
use base::Chance;

#[track_caller]
fn refused(text: impl AsRef<[u8]>) -> (usize, usize, Fault) {
    let error = ::schedule::read(text.as_ref(), Reading::default()).expect_err("an error");
    (error.line, error.column, error.fault)
}

#[test]
fn a_file_that_is_no_schedule_is_refused_with_line_and_column() {
    assert_eq!(refused(""), (1, 1, Fault::Empty));
    assert_eq!(refused(" \n "), (2, 2, Fault::Empty));
    assert_eq!(refused("BEGIN:VCALENDAR"), (1, 1, Fault::Neither));
    assert_eq!(refused("\n\n <html/>"), (3, 2, Fault::NoSchedule("html".to_owned())));
    assert_eq!(refused("{\"talks\": []}"), (1, 1, Fault::NoSchedule("talks".to_owned())));
    assert_eq!(refused("[]"), (1, 1, Fault::NoSchedule(String::new())));
    assert_eq!(refused("<schedule><day/></schedule>").2, Fault::NoConference);
    assert_eq!(refused("{\"schedule\": {}}").2, Fault::NoConference);
    assert_eq!(refused("<schedule>\n<conference>"), (2, 13, Fault::Unclosed("conference".to_owned())));
    assert!(matches!(refused("<schedule>\n <conference></day>"), (2, _, Fault::Xml(_))));
    assert!(matches!(refused("<schedule>\n<conference a=b/></schedule>"), (2, 1, Fault::Xml(_))));
    assert!(matches!(refused("{\"schedule\":\n {\"a\" 1}}"), (2, 7, Fault::Json(_))));
    assert!(matches!(refused("{\"schedule\":\n {\"ä\": 01}}"), (2, 8, Fault::Json(_))));
    assert_eq!(refused("{\"schedule\": \"").2, Fault::Json("the file ends too early"));
    let error = ::schedule::read(b"{\"schedule\": 1,}", Reading::default()).expect_err("an error");
    assert!(error.to_string().starts_with("line 1, column 16: the file is not well-formed JSON"), "{error}");
}

#[test]
fn what_lies_too_deep_is_refused() {
    let deep = DEEPEST + 1;
    assert_eq!(refused("<a>".repeat(deep)).2, Fault::TooDeep);
    assert_eq!(refused("[".repeat(100_000)).2, Fault::TooDeep);
    assert_eq!(refused("<a>".repeat(100_000)).2, Fault::TooDeep);
    assert_eq!(refused("{\"a\":".repeat(100_000)).2, Fault::TooDeep);
}

#[test]
fn events_that_are_none_are_left_out_and_told() {
    let whole = "<event id=\"1\"><title>A</title><start>10:00</start><duration>5</duration></event>";
    let untitled = "<event id=\"2\"><title/><start>10:00</start><duration>5</duration></event>";
    let timeless = "<event id=\"3\"><title>C</title><duration>5</duration></event>";
    let endless = "<event id=\"4\"><title>D</title><start>10:00</start></event>";
    let (schedule, notices) = read(xml(&[whole, untitled, timeless, endless].join("\n")));
    assert_eq!(schedule.events().count(), 1);
    assert_eq!(reasons(&notices), [Reason::NoTitle, Reason::NoTime, Reason::NoDuration]);
    assert!(notices.iter().all(|notice| notice.severity() == Severity::LeftOut));
    let told: Vec<_> = notices.iter().map(|n| (n.line, n.path.as_str(), n.value.as_str())).collect();
    assert_eq!(
        told,
        [
            (Some(8), "schedule/day[1]/room[Saal]/event[2]", ""),
            (Some(9), "schedule/day[1]/room[Saal]/event[3]", "C"),
            (Some(10), "schedule/day[1]/room[Saal]/event[4]", "D"),
        ]
    );
    let (schedule, notices) = read(json("1, null, {\"title\": \"A\"}"));
    assert_eq!(schedule.events().count(), 0);
    assert_eq!(reasons(&notices), [Reason::NotAnObject, Reason::NotAnObject, Reason::NoTime]);
}

#[test]
fn a_title_that_fits_no_line_is_cut_and_told() {
    let long = "ä".repeat(301);
    let titled = |title: &str| {
        xml(&format!("<event id=\"1\"><title>{title}</title><start>10:00</start><duration>5</duration></event>"))
    };
    let (schedule, notices) = read(titled(&long));
    assert_eq!(schedule.events().next().map(|(_, _, event)| event.title.chars().count()), Some(300));
    assert_eq!(reasons(&notices), [Reason::TooLong]);
    assert_eq!(notices[0].path, "schedule/day[1]/room[Saal]/event[1]/title");
    assert_eq!(notices[0].severity(), Severity::Changed);
    assert!(read(titled(&long[2..])).1.is_empty(), "300 fit");
}

#[test]
fn values_that_are_none_are_told_and_the_event_stays() {
    let odd =
        "<recording><license/><optout>vielleicht</optout></recording><persons><person guid=\"x\">A</person></persons>";
    let (schedule, notices) = read(event(odd));
    assert_eq!(schedule.events().count(), 1);
    assert_eq!(reasons(&notices), [Reason::NotBool, Reason::NotUuid]);
    assert!(notices.iter().all(|notice| notice.severity() == Severity::Changed));
}

/// Whatever becomes of a file: an answer in time, and what was read can be written and read again.
#[test]
fn no_damage_is_too_much() {
    let chance = Chance::seeded(6);
    let number = |below: usize| usize::from(u16::from_le_bytes(chance.bytes())) * below / 65_536;
    let pieces: [&[u8]; 14] = [
        b"<",
        b">",
        b"</event>",
        b"\"",
        b"&",
        b"&#0;",
        b"{",
        b"]",
        b"99:99",
        b"\\u",
        b"\xff",
        b"\0",
        b"<![CDATA[",
        b"2027-02-30",
    ];
    for name in FILES {
        let mut whole = bytes(name);
        whole.truncate(60_000);
        for round in 0..150 {
            let mut file = whole.clone();
            for _ in 0..=round % 4 {
                let at = number(file.len());
                match number(4) {
                    0 => file.truncate(at + 1),
                    1 => drop(file.drain(at..(at + number(200)).min(file.len()))),
                    2 => drop(file.splice(at..at, pieces[number(pieces.len())].iter().copied())),
                    _ => file[at] = u8::try_from(number(256)).expect("a byte"),
                }
            }
            if let Ok((schedule, _)) = ::schedule::read(&file, Reading::default()) {
                let events = schedule.events().count();
                assert_eq!(read(::schedule::write_xml(&schedule)).0.events().count(), events);
                assert_eq!(read(::schedule::write_json(&schedule)).0.events().count(), events);
            }
        }
    }
}
