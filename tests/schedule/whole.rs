//! The schedules of real congresses: read whole, written in both formats, valid, equal when they come back.

use super::compare::{Through, equal};
use super::schema::{valid_json, valid_xml};
use super::{FILES, bytes, read, reasons};
use ::schedule::{Reason, Schedule};
use serde_json::Value;
use std::collections::BTreeSet;

/// Events, rooms, tracks, persons, links, attachments.
fn counts(schedule: &Schedule) -> [usize; 6] {
    let sum = |of: fn(&::schedule::Event) -> usize| schedule.events().map(|(_, _, event)| of(event)).sum();
    let (persons, links) = (sum(|event| event.persons.len()), sum(|event| event.links.len()));
    let events = schedule.events().count();
    [events, schedule.rooms.len(), schedule.tracks.len(), persons, links, sum(|event| event.attachments.len())]
}

#[test]
fn nothing_of_them_is_lost() {
    let known =
        [[780, 35, 61, 935, 4963, 522], [943, 40, 74, 1172, 725, 13], [79, 2, 7, 96, 52, 12], [36, 2, 2, 43, 0, 0]];
    for (name, known) in FILES.into_iter().zip(known) {
        let bytes = bytes(name);
        let (schedule, notices) = read(&bytes);
        assert_eq!(counts(&schedule), known, "{name}");
        // Counted without our reader.
        if name.ends_with(".xml") {
            let text = String::from_utf8(bytes).expect("UTF-8");
            let tags = ["<event ", "<person ", "<link ", "<attachment "].map(|tag| text.matches(tag).count());
            assert_eq!(tags, [known[0], known[3], known[4], known[5]], "{name}");
        }
        let told = match name {
            "fosdem-2023.xml" => vec![Reason::AssumedZone],
            "fosdem-2025.xml" => vec![Reason::UnknownAttribute],
            _ => Vec::new(),
        };
        assert_eq!(reasons(&notices), told, "{name}: {notices:?}");
    }
}

#[test]
fn they_come_back_equal_and_valid() {
    for name in FILES {
        let (schedule, _) = read(bytes(name));
        let xml = ::schedule::write_xml(&schedule);
        valid_xml(&xml);
        let (back, notices) = read(&xml);
        assert_eq!(notices, [], "{name}");
        equal(&schedule, &back, Through::Xml);
        assert_eq!(::schedule::write_xml(&back), xml, "{name}: the same again");
        let json = ::schedule::write_json(&schedule);
        valid_json(&json);
        let (back, notices) = read(&json);
        assert_eq!(notices, [], "{name}");
        equal(&schedule, &back, Through::Json);
        assert_eq!(::schedule::write_json(&back), json, "{name}: the same again");
        // Over both formats in turn.
        let (back, _) = read(::schedule::write_json(&read(&xml).0));
        equal(&schedule, &back, Through::Xml);
    }
}

/// Every event of a JSON file against the file itself, as serde_json reads it.
#[test]
fn json_says_what_the_values_say() {
    for name in ["frab-camp2019.json", "pretalx-democon.json"] {
        let bytes = bytes(name);
        let (schedule, _) = read(&bytes);
        let file: Value = serde_json::from_slice(&bytes).expect("JSON");
        for (day, room, event) in schedule.events() {
            let at = usize::try_from(day.index).expect("small") - 1;
            let events = &file["schedule"]["conference"]["days"][at]["rooms"][room.name.as_deref().expect("a room")];
            let guid = event.guid.expect("a guid").to_string();
            let source = events.as_array().expect("events").iter().find(|e| e["guid"] == guid.as_str()).expect(&guid);
            let text = |name: &str| source[name].as_str().map(str::trim).filter(|text| !text.is_empty());
            assert_eq!(Some(event.title.as_str()), text("title"));
            assert_eq!(event.subtitle.as_deref(), text("subtitle"));
            assert_eq!(event.start.to_rfc3339(), source["date"].as_str().expect("a date"));
            let minutes = event.duration.num_minutes();
            assert_eq!(
                format!("{:02}:{:02}", minutes / 60, minutes % 60),
                source["duration"].as_str().expect("a duration")
            );
            let short = [&event.track, &event.kind, &event.language, &event.slug, &event.url, &event.logo];
            assert_eq!(short.map(Option::as_deref), ["track", "type", "language", "slug", "url", "logo"].map(text));
            let lines = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
            assert_eq!(event.abstract_text.as_deref().map(lines), text("abstract").map(lines));
            assert_eq!(event.description.as_deref().map(lines), text("description").map(lines));
            assert_eq!(event.recording.optout, source["do_not_record"].as_bool());
            let persons: Vec<_> = source["persons"]
                .as_array()
                .expect("persons")
                .iter()
                .map(|p| (p["id"].to_string(), p["public_name"].as_str().expect("a name").trim().to_owned()))
                .collect();
            let read: Vec<_> = event.persons.iter().map(|p| (p.id.clone().expect("an id"), p.name.clone())).collect();
            assert_eq!(read, persons);
            for (links, name) in [(&event.links, "links"), (&event.attachments, "attachments")] {
                let read: Vec<_> = links.iter().map(|link| (link.url.as_str(), link.title.as_deref())).collect();
                let source: Vec<_> = source[name]
                    .as_array()
                    .expect("links")
                    .iter()
                    .map(|link| (link["url"].as_str().expect("an address"), link["title"].as_str().map(str::trim)))
                    .collect();
                assert_eq!(read, source);
            }
        }
    }
}

/// A few events of the XML files, written down by hand.
#[test]
fn xml_says_what_the_values_say() {
    let (schedule, _) = read(bytes("fosdem-2023.xml"));
    let (day, room, event) =
        schedule.events().find(|(_, _, event)| event.id.as_deref() == Some("15059")).expect("15059");
    assert_eq!((day.index, room.name.as_deref()), (1, Some("Janson")));
    assert_eq!(event.title, "Welcome to FOSDEM 2023");
    assert_eq!(event.start.to_rfc3339(), "2023-02-04T09:30:00+01:00");
    assert_eq!(event.end().to_rfc3339(), "2023-02-04T09:55:00+01:00");
    assert_eq!(event.track.as_deref(), Some("Keynotes"));
    assert_eq!(event.kind.as_deref(), Some("keynote"));
    assert_eq!((event.language.as_deref(), event.guid), (None, None));
    assert_eq!(event.abstract_text.as_deref(), Some("<p>FOSDEM welcome and opening talk.</p>"));
    let persons: Vec<_> = event.persons.iter().map(|p| (p.id.as_deref(), p.name.as_str())).collect();
    assert_eq!(persons, [(Some("6"), "FOSDEM Staff"), (Some("497"), "Richard Hartmann")]);
    assert_eq!(event.links.len(), 3);
    assert_eq!(event.links[2].url, "https://submission.fosdem.org/feedback/15059.php");
    assert_eq!(event.links[2].title.as_deref(), Some("Submit feedback"));
    assert_eq!(event.attachments[0].kind.as_deref(), Some("slides"));

    let (schedule, _) = read(bytes("fosdem-2025.xml"));
    let event = schedule.events().map(|(_, _, event)| event).find(|event| event.id.as_deref() == Some("6210"));
    let event = event.expect("6210");
    assert_eq!(event.guid.expect("a guid").to_string(), "852280ac-61d3-588c-b74c-8d87f9d9d2c6");
    assert_eq!(event.start.to_rfc3339(), "2025-02-01T10:35:00+01:00");
    assert_eq!(event.language.as_deref(), Some("en"));
    assert_eq!(event.feedback_url.as_deref(), Some("https://pretalx.fosdem.org/fosdem-2025/talk/GVDEQA/feedback/"));
    assert_eq!(schedule.conference.city.as_deref(), Some("Brussels"));
    assert_eq!(schedule.days[0].end.expect("an end").to_rfc3339(), "2025-02-02T08:59:00+01:00");
    let room = schedule.rooms.iter().find(|room| room.name == "J.1.106").expect("J.1.106");
    assert_eq!(room.slug.as_deref(), Some("j1106"));
}

#[test]
fn ids_and_guids_stay_and_new_ones_are_the_same_each_time() {
    for name in FILES {
        let (schedule, _) = read(bytes(name));
        let (back, _) = read(::schedule::write_json(&schedule));
        let ids = |s: &Schedule| s.events().map(|(_, _, event)| event.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&back), ids(&schedule), "{name}");
        let made: BTreeSet<_> =
            schedule.events().map(|(_, _, e)| ::schedule::guid::event(&schedule.conference, e)).collect();
        let read: BTreeSet<_> = back.events().map(|(_, _, event)| event.guid.expect("a guid")).collect();
        assert_eq!(read, made, "{name}");
    }
}
