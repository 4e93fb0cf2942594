use ::chrono::{TimeZone, Utc};
use ::paper::{CalendarEvent, event_ics};

fn sample() -> CalendarEvent {
    CalendarEvent {
        uid: "0195f3a0-7abc-7def-8123-456789abcdef@kongress.example".into(),
        sequence: 2,
        stamp: Utc.with_ymd_and_hms(2026, 11, 24, 13, 0, 0).single().expect("a moment"),
        starts: Utc.with_ymd_and_hms(2027, 3, 11, 9, 0, 0).single().expect("a moment"),
        ends: Utc.with_ymd_and_hms(2027, 3, 11, 16, 0, 0).single().expect("a moment"),
        summary: "DigitaleZukunft@OWL: Vernetzt; digital, zusammen".into(),
        location: "Heinz Nixdorf MuseumsForum, Fürstenallee 7, 33102 Paderborn".into(),
        description: "Ihr Ticket: 7H4KQ2-1K\nEinlass ab 9 Uhr; Frühstück, Kaffee \\ Tee.\r\nÄÖÜäöüß ".repeat(8),
        url: "https://kongress.example/owl/my/ABCDEFGHIJKLMNOPQRSTUVWXYZ?from=calendar".into(),
    }
}

/// Name and value of each property, unfolded and with texts unescaped: RFC 5545 §3.1 and §3.3.11, written anew.
fn parse(ics: &str) -> Vec<(String, String)> {
    let mut lines: Vec<String> = vec![];
    for line in ics.strip_suffix("\r\n").expect("ends with CRLF").split("\r\n") {
        match line.strip_prefix([' ', '\t']) {
            Some(rest) => lines.last_mut().expect("something to go on").push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    let unescape = |value: &str| {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => match chars.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(c @ ('\\' | ';' | ',')) => out.push(c),
                    other => unreachable!("escape {other:?}"),
                },
                (';' | ',', _) => unreachable!("bare {c} in {value}"),
                _ => out.push(c),
            }
        }
        out
    };
    lines
        .iter()
        .map(|line| {
            let (name, value) = line.split_once(':').expect("a property");
            (name.to_owned(), if name == "URL" { value.to_owned() } else { unescape(value) })
        })
        .collect()
}

#[test]
fn an_event_says_what_it_was_given() {
    let event = sample();
    let ics = event_ics(&event);
    let properties = parse(&ics);
    let value = |name: &str| {
        let found: Vec<&str> = properties.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str()).collect();
        assert_eq!(found.len(), 1, "{name} in {ics}");
        found[0].to_owned()
    };
    assert_eq!(value("VERSION"), "2.0");
    assert_eq!(value("METHOD"), "PUBLISH");
    assert_eq!(value("PRODID"), "-//kongress//kongress//EN");
    assert_eq!(value("UID"), event.uid);
    assert_eq!(value("DTSTAMP"), "20261124T130000Z");
    assert_eq!(value("DTSTART"), "20270311T090000Z");
    assert_eq!(value("DTEND"), "20270311T160000Z");
    assert_eq!(value("SEQUENCE"), "2");
    assert_eq!(value("SUMMARY"), event.summary);
    assert_eq!(value("LOCATION"), event.location);
    assert_eq!(value("DESCRIPTION"), event.description.replace("\r\n", "\n"));
    assert_eq!(value("URL"), event.url);
    let frame: Vec<&(String, String)> = properties.iter().filter(|(n, _)| n == "BEGIN" || n == "END").collect();
    assert_eq!(format!("{frame:?}").matches("VCALENDAR").count(), 2);
    assert_eq!(format!("{frame:?}").matches("VEVENT").count(), 2);
}

#[test]
fn lines_have_75_octets_and_whole_characters() {
    for shift in 0..80 {
        for letter in ["a", "ü", "‰", "🎫"] {
            let text = format!("{}{}", "x".repeat(shift), letter.repeat(200));
            let ics = event_ics(&CalendarEvent { summary: text.clone(), description: text.clone(), ..sample() });
            assert!(ics.split_terminator("\r\n").all(|line| line.len() <= 75), "{ics}");
            assert!(!ics.replace("\r\n", "").contains(['\r', '\n']));
            assert!(parse(&ics).contains(&("SUMMARY".into(), text)));
        }
    }
    let longest = event_ics(&sample()).split("\r\n").map(str::len).max();
    assert!(longest >= Some(73), "lines are filled");
}

#[test]
fn nobody_writes_lines_of_their_own() {
    let event = CalendarEvent {
        uid: "a\r\nATTENDEE:mailto:x@example.org".into(),
        summary: "a\r\nBEGIN:VALARM\r\u{0}\u{7}".into(),
        location: String::new(),
        description: String::new(),
        url: "https://example.org/\r\nX-EVIL:1".into(),
        ..sample()
    };
    let ics = event_ics(&event);
    let properties = parse(&ics);
    let names: Vec<&str> = properties.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "BEGIN", "VERSION", "PRODID", "METHOD", "BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY",
            "SEQUENCE", "URL", "END", "END"
        ]
    );
    assert!(properties.contains(&("SUMMARY".into(), "a\nBEGIN:VALARM\n".into())));
}
