//! What stands in schedule.json files that we have not seen.

use super::compare::{Through, equal};
use super::schema::{valid_json, valid_xml};
use super::{json, read, reasons, single};
use ::schedule::{Reason, Schedule};

#[track_caller]
fn round(schedule: &Schedule) {
    let written = ::schedule::write_xml(schedule);
    valid_xml(&written);
    equal(schedule, &read(&written).0, Through::Xml);
    let written = ::schedule::write_json(schedule);
    valid_json(&written);
    equal(schedule, &read(&written).0, Through::Json);
}

/// An event with these members beside what it must have.
fn event(more: &str) -> String {
    json(&format!(r#"{{"title": "Vortrag", "date": "2027-03-27T10:00:00+01:00", "duration": "00:30"{more}}}"#))
}

#[test]
fn everything_that_the_schema_knows_is_kept() {
    let rich = r##"{"$schema": "https://c3voc.de/schedule/schema.json",
      "generator": {"name": "pretalx", "version": "2026.1", "url": "https://pretalx.example"},
      "schedule": {"version": "0.9", "base_url": "https://tag.example/2027/", "url": "https://tag.example/schedule.json",
      "conference": {"acronym": "38c3", "title": "Kongress", "description": "Worum es geht", "start": "2027-03-27",
        "end": "2027-03-28T18:00:00+02:00", "daysCount": 2, "timeslot_duration": "00:10", "time_zone_name": "America/New_York",
        "logo": "https://tag.example/logo.svg", "url": "https://tag.example", "keywords": ["netze", "daten"],
        "colors": {"primary": "#00c5ff", "background": "#000000", "accent": "#ff0000"},
        "tracks": [{"name": "Netze", "slug": "netze", "color": "#ff0000"}, "Kunst"],
        "rooms": [{"name": "Saal", "slug": "saal", "type": "lecturehall", "guid": "0b7c3a52-0d4e-5f0f-8a24-0e3b8f6a1c11",
            "stream_id": "s1", "description": {"de": "Der große Saal", "en": "The large hall"}, "capacity": 900,
            "url": "https://tag.example/saal", "features": {"recording": "record_by_default"},
            "assembly": {"name": "Haus", "slug": "haus", "guid": "1b7c3a52-0d4e-5f0f-8a24-0e3b8f6a1c12"}},
          {"name": "Ungenutzt", "guid": "2b7c3a52-0d4e-5f0f-8a24-0e3b8f6a1c13", "description": null, "capacity": null}],
        "days": [{"index": 1, "date": "2027-03-27", "day_start": "2027-03-27T10:00:00-04:00",
          "day_end": "2027-03-28T04:00:00-04:00", "rooms": {"Saal": [
          {"guid": "3b6e1a8e-3b0a-4c1e-9f0e-0d3c0b1a2f4d", "code": "ABC123", "id": 7, "logo": "media/7.png",
           "date": "2027-03-28T00:30:00-04:00", "start": "00:30", "end": "2027-03-29T02:00:00-04:00", "duration": "25:30",
           "room": "Saal", "slug": "38c3-7-wege", "url": "https://tag.example/7", "title": "Wege", "subtitle": "lang",
           "track": "Netze", "type": "talk", "language": "de", "abstract": "kurz", "description": "lang",
           "recording_license": "CC0", "do_not_record": true, "do_not_stream": "true",
           "persons": [{"guid": "7a1f7d5e-1a4b-4d84-9d6f-8c0f5a2b3c4d", "id": 3, "code": "XYZ987", "name": "Ada",
             "public_name": "Ada", "avatar": "https://tag.example/ada.png", "biography": "Rechnet.",
             "url": "https://ada.example", "links": [{"url": "https://ada.example/blog", "title": "Blog", "type": "blog"}],
             "answers": [{"question": {"question": "Schuhgröße?"}, "answer": 38}]}],
           "links": [{"url": "https://a.example", "title": "A", "type": "web"}],
           "feedback_url": "https://tag.example/7/feedback", "origin_url": "https://elsewhere.example/7",
           "attachments": [{"url": "media/7.pdf", "title": "Folien", "type": "slides"}],
           "answers": [{"question": 4, "answer": "ja"}]}]}}]}}}"##;
    let (schedule, notices) = read(rich);
    assert_eq!(notices, []);
    let event = single(&schedule);
    assert_eq!(event.end().to_rfc3339(), "2027-03-29T02:00:00-04:00");
    assert_eq!(event.persons[0].biography.as_deref(), Some("Rechnet."));
    assert_eq!((event.persons[0].answers[0].text.as_str(), event.answers.len()), ("38", 1));
    assert_eq!(event.recording.do_not_stream, Some(true));
    assert_eq!(schedule.absolute(&event.attachments[0].url), "https://tag.example/2027/media/7.pdf");
    assert_eq!(schedule.rooms[0].description.len(), 2);
    assert_eq!((schedule.rooms.len(), schedule.rooms[1].name.as_str()), (2, "Ungenutzt"));
    let written = ::schedule::write_json(&schedule);
    valid_json(&written);
    assert!(!written.contains("Schuhgröße"), "the public has no business with answers");
    let (back, _) = read(&written);
    equal(&schedule, &back, Through::Json);
    let mut read = schedule.clone();
    read.days[0].rooms[0].events[0].answers.clear();
    read.days[0].rooms[0].events[0].persons[0].answers.clear();
    assert_eq!(back, read, "not only in meaning");
    let xml = ::schedule::write_xml(&schedule);
    valid_xml(&xml);
    assert!(xml.contains("<duration>25:30</duration>"));
}

#[test]
fn ids_are_numbers_or_texts() {
    for (id, read_as) in
        [("12", "12"), (r#""12""#, "12"), (r#""T-12""#, "T-12"), ("-3", "-3"), ("0", "0"), ("1e3", "1e3")]
    {
        let (schedule, _) = read(event(&format!(r#", "id": {id}"#)));
        assert_eq!(single(&schedule).id.as_deref(), Some(read_as));
        valid_xml(&::schedule::write_xml(&schedule));
        round_json(&schedule);
    }
}

#[track_caller]
fn round_json(schedule: &Schedule) {
    let written = ::schedule::write_json(schedule);
    valid_json(&written);
    let (back, _) = read(&written);
    let ids = |s: &Schedule| single(s).id.clone();
    assert_eq!(ids(&back), ids(schedule));
}

#[test]
fn persons_have_many_shapes() {
    let (schedule, notices) = read(event(
        r#", "id": 1, "persons": [{"id": 1, "public_name": "Ada"}, {"id": "2", "name": "Bob", "public_name": "Bobby"},
        {"id": 3, "full_public_name": "Cleo C.", "abstract": "kurz", "description": "lang"}, "Dora", {"id": 5}, null]"#,
    ));
    let names: Vec<_> = single(&schedule).persons.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ada", "Bob", "Cleo C.", "Dora"]);
    assert_eq!(single(&schedule).persons[2].biography.as_deref(), Some("kurz\n\nlang"));
    assert_eq!(reasons(&notices), [Reason::NoName, Reason::NoName]);
    round(&schedule);
}

#[test]
fn links_texts_and_tracks_have_many_shapes() {
    let (schedule, notices) = read(event(
        r##", "id": 1, "links": ["https://a.example", {"href": "https://b.example", "name": "B", "type": "chat", "service": "x"},
        {"title": "nirgends"}], "attachments": [{"url": "https://c.example/a b.mp4", "title": "C", "type": "video"}],
        "track": {"name": "Netze", "color": "#fff"}, "type": {"en": "Talk", "de": "Vortrag"}, "room": null,
        "recording": {"license": "CC0", "optout": true, "url": "https://media.example/1"}, "logo": "", "subtitle": null"##,
    ));
    let event = single(&schedule);
    assert_eq!(event.links.len(), 2);
    assert_eq!(event.links[1].title.as_deref(), Some("B"));
    assert_eq!((event.track.as_deref(), event.kind.as_deref()), (Some("Netze"), Some("Vortrag")));
    assert_eq!((event.recording.optout, event.recording.license.as_deref()), (Some(true), Some("CC0")));
    assert_eq!(reasons(&notices), [Reason::NoAddress]);
    round(&schedule);
}

#[test]
fn an_event_with_nothing_but_what_it_must_have() {
    let (schedule, notices) = read(event(""));
    assert_eq!(notices, []);
    assert_eq!((single(&schedule).guid, single(&schedule).url.as_deref()), (None, None));
    round(&schedule);
    let (back, _) = read(::schedule::write_json(&schedule));
    assert_eq!(single(&back).url, None, "no address is none");
}

#[test]
fn rooms_keep_their_order_and_those_of_one_name_are_one() {
    let one = |id: u8| format!(r#"{{"id": {id}, "title": "T", "date": "2027-03-27T10:00:00+01:00", "duration": 30}}"#);
    let rooms = format!(r#"{}], "Zelt": [{}], "Aula": [{}], "Zelt": [{}"#, one(1), one(2), one(3), one(4));
    let (schedule, _) = read(json(&rooms));
    let names: Vec<_> = schedule.rooms.iter().map(|room| room.name.as_str()).collect();
    assert_eq!(names, ["Saal", "Zelt", "Aula"]);
    assert_eq!(schedule.events().count(), 4);
    let written = ::schedule::write_json(&schedule);
    valid_json(&written);
    assert_eq!(read(&written).0.events().count(), 4);
}

#[test]
fn unknown_members_are_told_and_empty_ones_are_not() {
    let (_, notices) =
        read(event(r#", "mood": "good", "nothing": null, "empty": [], "persons": [{"name": "A", "hat": 1}]"#));
    assert_eq!(reasons(&notices), [Reason::UnknownMember, Reason::UnknownMember]);
    assert_eq!(notices[0].line, Some(4));
    assert!(notices[0].path.ends_with("/rooms[Saal]/event/mood"), "{}", notices[0].path);
}

#[test]
fn what_should_have_been_escaped_is_understood() {
    let (schedule, _) = read(event(", \"abstract\": \"a\nb\\ud83d\\ude00c\\ud800d\""));
    assert_eq!(single(&schedule).abstract_text.as_deref(), Some("a\nb😀c\u{FFFD}d"));
    round(&schedule);
}

#[test]
fn days_that_are_counted_from_nought_are_counted_anew() {
    let day = |index: u8| format!(r#"{{"index": {index}, "date": "2027-03-2{index}", "rooms": {{}}}}"#);
    let days = format!("[{}, {}, {}]", day(0), day(1), day(2)).replace("03-20", "03-19");
    let (schedule, notices) = read(format!(r#"{{"schedule": {{"conference": {{"title": "T", "days": {days}}}}}}}"#));
    assert_eq!(notices, []);
    assert_eq!(schedule.days.iter().map(|day| day.index).collect::<Vec<_>>(), [1, 2, 3]);
    round(&schedule);
}
