//! What is written, read back by RFC 5545 §3.1 and §3.3.11 written anew.

use ::calendar::ics::{Attendee, Calendar, Event, Method, Organiser, Participation, Status, write};
use ::chrono::{TimeZone, Utc};
use base::Chance;
use chrono_tz::Europe::Berlin;

pub fn sample() -> Event {
    let at = |year, month, day, hour| Utc.with_ymd_and_hms(year, month, day, hour, 0, 0).single().expect("a moment");
    Event {
        uid: "0195f3a0-7abc-7def-8123-456789abcdef@kongress.example".into(),
        sequence: 2,
        changed: at(2026, 11, 24, 13),
        starts: at(2027, 3, 11, 9),
        ends: at(2027, 3, 11, 16),
        zone: Berlin,
        title: "DigitaleZukunft@OWL: Vernetzt; digital, zusammen".into(),
        location: "Heinz Nixdorf MuseumsForum, Fürstenallee 7, 33102 Paderborn".into(),
        description: "Ihr Ticket: 7H4KQ2-1K\nEinlass ab 9 Uhr; Frühstück, Kaffee \\ Tee.\r\nÄÖÜäöüß ".repeat(8),
        url: "https://kongress.example/owl/my/ABCDEFGHIJKLMNOPQRSTUVWXYZ?from=calendar".into(),
        ..Event::default()
    }
}

fn sent(event: Event) -> String {
    write(&Calendar::of(Method::Publish, event))
}

/// Lines without folding.
pub fn unfold(ics: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for line in ics.strip_suffix("\r\n").expect("ends with CRLF").split("\r\n") {
        match line.strip_prefix([' ', '\t']) {
            Some(rest) => lines.last_mut().expect("something to go on").push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// What the escaped text of a value says.
pub fn unescape(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(c @ ('\\' | ';' | ',')) => out.push(c),
                other => unreachable!("escape {other:?}"),
            },
            ';' | ',' => unreachable!("bare {c} in {value}"),
            _ => out.push(c),
        }
    }
    out
}

/// The value of the one line that begins so, in the first event.
pub fn value(ics: &str, name: &str) -> String {
    let lines = unfold(ics);
    let from = lines.iter().position(|line| line == "BEGIN:VEVENT").expect("an event");
    let until = lines.iter().position(|line| line == "END:VEVENT").expect("its end");
    let found: Vec<&str> =
        lines[from..until].iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect();
    assert_eq!(found.len(), 1, "{name} in {ics}");
    found[0].to_owned()
}

#[test]
fn an_event_says_what_it_was_given() {
    let event = sample();
    let ics = sent(event.clone());
    let lines = unfold(&ics);
    for line in ["VERSION:2.0", "METHOD:PUBLISH", "PRODID:-//kongress//kongress//EN", "TZID:Europe/Berlin"] {
        assert_eq!(lines.iter().filter(|other| *other == line).count(), 1, "{line} in {ics}");
    }
    assert_eq!(value(&ics, "UID"), event.uid);
    assert_eq!(value(&ics, "DTSTAMP"), "20261124T130000Z");
    assert_eq!(value(&ics, "LAST-MODIFIED"), "20261124T130000Z");
    assert_eq!(value(&ics, "DTSTART;TZID=Europe/Berlin"), "20270311T100000");
    assert_eq!(value(&ics, "DTEND;TZID=Europe/Berlin"), "20270311T170000");
    assert_eq!(value(&ics, "SEQUENCE"), "2");
    assert_eq!(value(&ics, "STATUS"), "CONFIRMED");
    assert_eq!(unescape(&value(&ics, "SUMMARY")), event.title);
    assert_eq!(unescape(&value(&ics, "LOCATION")), event.location);
    assert_eq!(unescape(&value(&ics, "DESCRIPTION")), event.description.replace("\r\n", "\n"));
    assert_eq!(value(&ics, "URL"), event.url);
    assert!(!ics.contains("ATTENDEE") && !ics.contains("ORGANIZER"));
}

#[test]
fn a_feed_says_how_often_to_ask_and_where_it_is_from() {
    let calendar = Calendar {
        method: None,
        name: "Programm, OWL".into(),
        zone: Berlin,
        refresh: Some(4),
        source: "https://kongress.example/owl/schedule.ics".into(),
        events: vec![Event {
            conference: Some("https://live.example/1".into()),
            categories: vec!["Vortrag, kurz".into(), "KI".into()],
            status: Status::Cancelled,
            busy: false,
            ..sample()
        }],
    };
    let ics = write(&calendar);
    let lines = unfold(&ics);
    for line in [
        "NAME:Programm\\, OWL",
        "X-WR-CALNAME:Programm\\, OWL",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        "SOURCE;VALUE=URI:https://kongress.example/owl/schedule.ics",
        "CONFERENCE;FEATURE=VIDEO;VALUE=URI:https://live.example/1",
        "CATEGORIES:Vortrag\\, kurz,KI",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
    ] {
        assert!(lines.iter().any(|other| other == line), "{line} in {ics}");
    }
    assert!(!ics.contains("METHOD"));
    assert_eq!(ics, write(&calendar), "the same calendar gives the same text");
}

#[test]
fn an_invitation_names_who_invites_and_whom() {
    let event = Event {
        organiser: Some(Organiser { name: "Büro; \"OWL\"".into(), mail: "buero@example.org".into() }),
        attendee: Some(Attendee {
            name: "Lea:\r\nNolte".into(),
            mail: "lea@example.org\r\nX-EVIL:1".into(),
            participation: Participation::NeedsAction,
            rsvp: true,
        }),
        ..sample()
    };
    let lines = unfold(&write(&Calendar::of(Method::Request, event)));
    assert!(lines.contains(&"METHOD:REQUEST".to_owned()));
    assert!(lines.contains(&"ORGANIZER;CN=\"Büro; 'OWL'\":mailto:buero@example.org".to_owned()), "{lines:?}");
    let attendee = "ATTENDEE;CN=\"Lea:Nolte\";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:\
                    mailto:lea@example.orgX-EVIL:1";
    assert!(lines.contains(&attendee.to_owned()), "{lines:?}");
}

#[test]
fn lines_have_75_octets_and_whole_characters() {
    for shift in 0..80 {
        for letter in ["a", "ü", "‰", "🎫"] {
            let text = format!("{}{}", "x".repeat(shift), letter.repeat(200));
            holds(&text);
        }
    }
    let longest = sent(sample()).split("\r\n").map(str::len).max();
    assert!(longest >= Some(73), "lines are filled");
}

/// Texts of all kinds: nothing is lost, and no line is too long.
#[test]
fn whatever_is_written_is_read_back() {
    let chance = Chance::seeded(75);
    let pieces = [
        "ä",
        "🎫",
        "👩\u{200d}👩\u{200d}👧",
        "e\u{301}",
        ";",
        ",",
        "\\",
        "\\n",
        "\n",
        " ",
        "  ",
        ":",
        "\"",
        "x",
        "Straße",
        "\u{feff}",
        "\u{202e}",
    ];
    for _ in 0..400 {
        let length = chance.below(300);
        let at = |_| pieces[usize::try_from(chance.below(pieces.len() as u64)).expect("small")];
        let text: String = (0..length).map(at).collect();
        holds(&text);
    }
}

fn holds(text: &str) {
    let ics = sent(Event { title: text.into(), description: format!("-{text}"), ..sample() });
    assert!(ics.split_terminator("\r\n").all(|line| line.len() <= 75), "{ics}");
    assert!(!ics.replace("\r\n", "").contains(['\r', '\n']));
    assert_eq!(unescape(&value(&ics, "SUMMARY")), text);
    assert_eq!(unescape(&value(&ics, "DESCRIPTION")), format!("-{text}"));
}

#[test]
fn nobody_writes_lines_of_their_own() {
    let event = Event {
        uid: "a\r\nATTENDEE:mailto:x@example.org".into(),
        title: "a\r\nBEGIN:VALARM\r\u{0}\u{7}".into(),
        location: String::new(),
        description: String::new(),
        url: "https://example.org/\r\nX-EVIL:1".into(),
        ..sample()
    };
    let ics = sent(event);
    let lines = unfold(&ics);
    let from = lines.iter().position(|line| line == "BEGIN:VEVENT").expect("an event");
    let names: Vec<&str> = lines[from..].iter().map(|line| line.split([':', ';']).next().unwrap_or_default()).collect();
    let expected = [
        "BEGIN",
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "STATUS",
        "TRANSP",
        "URL",
        "END",
        "END",
    ];
    assert_eq!(names, expected);
    assert_eq!(unescape(&value(&ics, "SUMMARY")), "a\nBEGIN:VALARM\n");
}
