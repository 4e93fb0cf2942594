//! What stands in schedule.xml files that we have not seen.

use super::compare::{Through, equal};
use super::schema::{valid_json, valid_xml};
use super::{event, read, reasons, single, xml};
use ::schedule::{Moment, Reason, Schedule, Severity};

/// Written in both formats it is valid and comes back equal.
#[track_caller]
fn round(schedule: &Schedule) {
    let written = ::schedule::write_xml(schedule);
    valid_xml(&written);
    equal(schedule, &read(&written).0, Through::Xml);
    let written = ::schedule::write_json(schedule);
    valid_json(&written);
    equal(schedule, &read(&written).0, Through::Json);
}

/// As frab and pretalx write it, with everything that they know.
const RICH: &str = r##"<?xml version='1.0' encoding='utf-8' ?>
<schedule>
  <generator name="pretalx" system="pretalx.example" version="2026.1" />
  <url>https://tag.example/schedule.xml</url>
  <version>1.2</version>
  <conference>
    <title>Tag &amp; Nacht</title>
    <acronym>nacht</acronym>
    <start>2027-03-27</start>
    <end>2027-03-28T12:00:00+02:00</end>
    <days>2</days>
    <timeslot_duration>00:05</timeslot_duration>
    <base_url>https://tag.example</base_url>
    <logo>/logo.svg</logo>
    <url>https://tag.example/</url>
    <time_zone_name>Europe/Berlin</time_zone_name>
    <color primary="#00c5ff" background="#000000" accent="#ff0000" />
    <track name="Netze" slug="netze" color="#3cb371" />
  </conference>
  <day index="1" date="2027-03-27" start="2027-03-27T10:00:00+01:00" end="2027-03-28T04:00:00+02:00">
    <room name="Saal 1" guid="0b7c3a52-0d4e-5f0f-8a24-0e3b8f6a1c11">
      <event guid="3b6e1a8e-3b0a-4c1e-9f0e-0d3c0b1a2f4d" id="7" code="ABC123">
        <room>Saal 1</room>
        <title>Wege</title>
        <subtitle>und Umwege</subtitle>
        <type>talk</type>
        <date>2027-03-28T00:30:00+01:00</date>
        <start>00:30</start>
        <duration>01:15</duration>
        <abstract><![CDATA[<p>kurz & gut</p>]]></abstract>
        <slug>nacht-7-wege</slug>
        <track>Netze</track>
        <logo>/media/logo.png</logo>
        <persons>
          <person id="3" guid="7a1f7d5e-1a4b-4d84-9d6f-8c0f5a2b3c4d" code="XYZ987">Ada Ä.</person>
          <person>Ohne Nummer</person>
        </persons>
        <language>de</language>
        <description>lang</description>
        <recording><license>CC BY 4.0</license><optout>true</optout><url>https://media.example/7</url></recording>
        <links>
          <link href="https://a.example/?a=1&amp;b=2" type="related" service="web">Mehr</link>
          <link>https://b.example</link>
        </links>
        <attachments><attachment href="/media/folien.pdf" type="slides"/></attachments>
        <video_download_url>https://media.example/7.mp4</video_download_url>
        <url>https://tag.example/talk/ABC123/</url>
        <feedback_url>https://tag.example/talk/ABC123/feedback/</feedback_url>
        <origin_url>https://elsewhere.example/7</origin_url>
      </event>
    </room>
  </day>
</schedule>"##;

#[test]
fn everything_that_the_schema_knows_is_kept() {
    valid_xml(&RICH.replace(" code=\"XYZ987\"", "").replace("<logo>/", "<logo>https://tag.example/"));
    let (schedule, notices) = read(RICH);
    assert_eq!(notices, []);
    let conference = &schedule.conference;
    assert_eq!(conference.title, "Tag & Nacht");
    assert!(matches!(conference.end, Some(Moment::Time(end)) if end.to_rfc3339() == "2027-03-28T12:00:00+02:00"));
    assert_eq!(conference.colors.len(), 3);
    assert_eq!(schedule.absolute("/media/logo.png"), "https://tag.example/media/logo.png");
    assert_eq!(schedule.tracks[0].color.as_deref(), Some("#3cb371"));
    assert_eq!(schedule.rooms[0].guid, schedule.days[0].rooms[0].guid);
    let event = single(&schedule);
    assert_eq!(event.abstract_text.as_deref(), Some("<p>kurz & gut</p>"));
    assert_eq!((event.code.as_deref(), event.subtitle.as_deref()), (Some("ABC123"), Some("und Umwege")));
    assert_eq!(event.persons[0].code.as_deref(), Some("XYZ987"));
    assert_eq!((event.recording.optout, event.recording.license.as_deref()), (Some(true), Some("CC BY 4.0")));
    assert_eq!(event.links[0].url, "https://a.example/?a=1&b=2");
    assert_eq!((event.links[1].url.as_str(), event.links[1].title.as_deref()), ("https://b.example", None));
    assert_eq!(event.links[0].service.as_deref(), Some("web"));
    round(&schedule);
}

#[test]
fn html_is_kept_as_it_is_even_unescaped() {
    let (schedule, _) =
        read(event("<abstract><p>Ein <b>Wort</b> &amp; mehr</p></abstract><description>&lt;script&gt;</description>"));
    assert_eq!(single(&schedule).abstract_text.as_deref(), Some("<p>Ein <b>Wort</b> &amp; mehr</p>"));
    assert_eq!(single(&schedule).description.as_deref(), Some("<script>"));
    round(&schedule);
}

#[test]
fn without_room_person_or_anything_that_may_be_missing() {
    let bare = "<event><title>Nur ein Titel</title><start>12:00</start><duration>15</duration></event>";
    let (schedule, notices) = read(xml(bare).replace("<room name=\"Saal\">", "").replace("</room></day>", "</day>"));
    assert_eq!(notices, []);
    assert_eq!(schedule.days[0].rooms[0].name, None);
    assert_eq!(single(&schedule).mark(), None);
    round(&schedule);
    // A room without a name, whose events know theirs.
    let own = "<event id=\"1\"><title>A</title><start>12:00</start><duration>15</duration><room>Eins</room></event>\
               <event id=\"2\"><title>B</title><start>12:00</start><duration>15</duration><room>Zwei</room></event>";
    let (schedule, _) = read(xml(own).replace("<room name=\"Saal\">", "<room>"));
    let rooms: Vec<_> = schedule.days[0].rooms.iter().map(|room| room.name.as_deref()).collect();
    assert_eq!(rooms, [Some("Eins"), Some("Zwei")]);
    round(&schedule);
    let (_, notices) = read(event("<room>Anderswo</room>"));
    assert_eq!(reasons(&notices), [Reason::RoomDiffers]);
}

#[test]
fn a_person_of_two_names_is_said() {
    let persons = |names: &str| event(&format!("<persons>{names}</persons>"));
    let (schedule, notices) = read(persons("<person id=\"1\">Anna</person><person id=\"1\">Berta</person>"));
    assert_eq!(reasons(&notices), [Reason::OtherName]);
    assert_eq!(notices[0].value, "Berta");
    assert_eq!(single(&schedule).persons.len(), 2);
    let (_, notices) = read(persons("<person id=\"1\">Anna Kurz</person><person id=\"1\"> anna kurz</person>"));
    assert_eq!(notices, []);
}

#[test]
fn repeated_ids_guids_codes_and_slugs_are_made_unique() {
    let one = "<event id=\"7\" guid=\"3b6e1a8e-3b0a-4c1e-9f0e-0d3c0b1a2f4d\" code=\"ABC123\"><title>Führung</title>\
               <slug>tour-fuehrung</slug><start>10:00</start><duration>00:30</duration></event>";
    let (schedule, notices) = read(xml(&format!("{one}{}{one}", one.replace("10:00", "11:00"))));
    let duplicate = [Reason::DuplicateId, Reason::DuplicateGuid];
    assert_eq!(reasons(&notices), [duplicate, duplicate].concat());
    let written = ::schedule::write_xml(&schedule);
    valid_xml(&written);
    valid_json(&::schedule::write_json(&schedule));
    let (back, notices) = read(&written);
    assert_eq!(notices, []);
    let first = back.events().next().expect("an event").2;
    assert_eq!((first.id.as_deref(), first.slug.as_deref()), (Some("7"), Some("tour-fuehrung")));
    assert_eq!(::schedule::write_xml(&schedule), written, "the same each time");
    // JSON keeps what it had to change.
    let (back, _) = read(::schedule::write_json(&schedule));
    assert!(back.events().all(|(_, _, event)| event.id.as_deref() == Some("7") && event.guid == first.guid));
}

#[test]
fn a_guid_that_is_no_uuid_is_a_source_id() {
    let (schedule, notices) = read(event("").replace("3b6e1a8e-3b0a-4c1e-9f0e-0d3c0b1a2f4d", "talk-7@elsewhere"));
    assert_eq!(reasons(&notices), [Reason::NotUuid]);
    assert_eq!((notices[0].severity(), notices[0].value.as_str()), (Severity::Changed, "talk-7@elsewhere"));
    assert_eq!(notices[0].path, "schedule/day[1]/room[Saal]/event[7]/guid");
    let event = single(&schedule);
    assert_eq!((event.guid, event.source_id.as_deref()), (None, Some("talk-7@elsewhere")));
    let (back, _) = read(::schedule::write_xml(&schedule));
    // Fixed for ever: exported files carry it.
    assert_eq!(single(&back).guid.expect("a guid"), ::schedule::guid::of("talk-7@elsewhere"));
    assert_eq!(::schedule::guid::of("talk-7@elsewhere").to_string(), "f1737c72-3b8f-5deb-9a0a-f235ad77a39c");
    let (back, _) = read(::schedule::write_json(&schedule));
    assert_eq!(single(&back).source_id.as_deref(), Some("talk-7@elsewhere"));
}

#[test]
fn what_is_unknown_is_told_once_for_all_of_a_kind() {
    let strange = "<mood colour=\"red\">good</mood><persons><robot/></persons>";
    let events: String = (1..=50)
        .map(|id| format!("<event id=\"{id}\" heat=\"9\"><title>T</title><start>10:00</start><duration>5</duration>{strange}</event>\n"))
        .collect();
    let (schedule, notices) = read(xml(&events));
    assert_eq!(schedule.events().count(), 50);
    let told: Vec<_> = notices.iter().map(|n| (n.line, n.path.as_str(), n.value.as_str(), n.count)).collect();
    let event = "schedule/day[1]/room[Saal]/event[1]";
    let expected = [
        (Some(7), format!("{event}/@heat"), "9", 50),
        (Some(7), format!("{event}/mood"), "good", 50),
        (Some(7), format!("{event}/persons/robot"), "", 50),
    ];
    assert_eq!(told, expected.iter().map(|(l, p, v, c)| (*l, p.as_str(), *v, *c)).collect::<Vec<_>>());
    assert!(notices.iter().all(|notice| notice.severity() == Severity::Unknown));
    assert_eq!(notices[1].to_string(), format!("7: {event}/mood: good: unknown element (50 times)"));
}

#[test]
fn any_encoding_and_any_entity() {
    let text = xml(
        "<event id=\"1\"><title>Größe &#8212; &#x4D;&nbsp;</title><start>9:05</start><duration>5</duration></event>",
    );
    let (schedule, notices) = read(&text);
    assert_eq!(single(&schedule).title, "Größe — M&nbsp;");
    assert_eq!(reasons(&notices), [Reason::UnknownEntity]);
    let title = |bytes: Vec<u8>| single(&read(bytes).0).title.clone();
    assert_eq!(title(format!("\u{FEFF}{text}").into_bytes()), "Größe — M&nbsp;");
    let latin = text.replace("UTF-8", "ISO-8859-1");
    assert_eq!(title(latin.chars().map(|c| u8::try_from(u32::from(c)).expect("latin")).collect()), "Größe — M&nbsp;");
    let wide: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(title(wide), "Größe — M&nbsp;");
    let (_, notices) =
        read(latin.replace("ISO-8859-1", "utf-8").chars().map(|c| u32::from(c) as u8).collect::<Vec<_>>());
    assert!(reasons(&notices).contains(&Reason::BrokenEncoding));
}

#[test]
fn entities_that_a_file_declares_do_not_grow() {
    let bomb = "<!DOCTYPE schedule [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    let text = event("<abstract>&b;&x;</abstract>").replace("<schedule>", &format!("{bomb}<schedule>"));
    let (schedule, notices) = read(text);
    assert_eq!(single(&schedule).abstract_text.as_deref(), Some("&b;&x;"));
    assert!(reasons(&notices).contains(&Reason::DeclaredEntities));
}

#[test]
fn control_characters_are_removed() {
    let (schedule, _) = read(event("<description>a\u{1}b\u{B}c\r\nd</description><subtitle>\u{7}</subtitle>"));
    assert_eq!(single(&schedule).description.as_deref(), Some("abc\nd"));
    assert_eq!(single(&schedule).subtitle, None);
    round(&schedule);
}

#[test]
fn empty_elements_say_nothing() {
    let (schedule, notices) = read(event(
        "<subtitle/><track></track><type> </type><language/><persons/><links/><attachments/><logo/>\
         <recording><license/><optout>false</optout></recording><url/><abstract/><description>\n</description>",
    ));
    assert_eq!(notices, []);
    let event = single(&schedule);
    let texts =
        [&event.subtitle, &event.track, &event.kind, &event.language, &event.logo, &event.url, &event.abstract_text];
    assert!(texts.iter().all(|text| text.is_none()));
    assert_eq!(event.recording.optout, Some(false));
    round(&schedule);
}

#[test]
fn overlaps_and_sessions_of_one_room_at_once_stay() {
    let event = |id: u8, start: &str| {
        format!("<event id=\"{id}\"><title>T{id}</title><start>{start}</start><duration>2:00</duration></event>")
    };
    let (schedule, notices) = read(xml(&[event(1, "10:00"), event(2, "10:00"), event(3, "11:00")].concat()));
    assert_eq!((schedule.events().count(), notices.len()), (3, 0));
    round(&schedule);
}

#[test]
fn persons_and_links_without_a_name_or_address_are_left_out_and_told() {
    let (schedule, notices) = read(event(
        "<persons><person id=\"4\"/><person id=\"5\">Eva</person></persons><links><link>nirgends</link></links>",
    ));
    assert_eq!(single(&schedule).persons.len(), 1);
    assert_eq!(reasons(&notices), [Reason::NoName, Reason::NoAddress]);
    assert!(notices.iter().all(|notice| notice.severity() == Severity::LeftOut));
}
