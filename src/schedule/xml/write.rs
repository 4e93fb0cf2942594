//! From values to schedule.xml, valid against the C3's XSD.

use crate::days::{self, Frame};
use crate::guid::{self, Mark};
use crate::value::{Conference, DayRoom, Event, Link, Schedule};
use crate::{address, duration, slug};
use chrono::Timelike;
use std::collections::{HashMap, HashSet};

/// Writes a whole file; see [`crate::write_xml`].
pub(crate) fn write(schedule: &Schedule) -> String {
    let events: usize = schedule.events().map(|(_, _, event)| length(event)).sum();
    let mut xml = Xml { out: String::with_capacity((1 << 14) + events), depth: 0 };
    xml.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.open("schedule", &[]);
    if let Some(generator) = &schedule.generator {
        let (name, system) = (generator.name.as_deref(), generator.system.as_deref());
        let version = generator.version.as_deref();
        xml.full("generator", &[("name", name), ("system", system), ("version", version)], "");
    }
    let base = schedule.base_url.as_deref();
    xml.some("url", address::http(base, schedule.url.as_deref()).as_deref());
    xml.leaf("version", &schedule.version);
    conference(&mut xml, schedule);
    let mut writer = Writer {
        base,
        head: slug::head(&guid::acronym(&schedule.conference)),
        slugs: schedule
            .events()
            .filter_map(|(_, _, event)| event.slug.clone().filter(|slug| slug::fits_xml(slug)))
            .map(|slug| (slug, false))
            .collect(),
        xml,
    };
    let mut marks = guid::marks(schedule).into_iter();
    for (at, frame) in days::frames(schedule).iter().enumerate() {
        let rooms = schedule.days.get(at).map(|day| day.rooms.as_slice()).unwrap_or_default();
        writer.day(frame, rooms, &mut marks);
    }
    writer.xml.close("schedule");
    writer.xml.out
}

fn conference(xml: &mut Xml, schedule: &Schedule) {
    let Conference { title, start, end, days, timeslot, zone, logo, url, colors, .. } = &schedule.conference;
    let base = schedule.base_url.as_deref();
    xml.open("conference", &[]);
    xml.leaf("title", title);
    let acronym = guid::acronym(&schedule.conference);
    let fits = acronym.len() >= 4
        && acronym.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b));
    xml.some("acronym", Some(acronym).filter(|_| fits).as_deref());
    xml.some("start", start.map(days::moment).as_deref());
    xml.some("end", end.map(days::moment).as_deref());
    xml.some("days", days.map(|days| days.to_string()).as_deref());
    xml.some("timeslot_duration", timeslot.map(duration::xml).as_deref());
    xml.some("base_url", address::http(None, base).as_deref());
    xml.some("logo", address::http(base, logo.as_deref()).as_deref());
    xml.some("url", address::http(base, url.as_deref()).as_deref());
    xml.some("time_zone_name", zone.map(|zone| zone.name()));
    let mut names = HashSet::new();
    let fits = |name: &str, color: &str| {
        let known = matches!(name, "primary" | "background");
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
            && !name.to_ascii_lowercase().starts_with("xml");
        if known { is_hex(color) } else { named }
    };
    let colors: Vec<_> =
        colors.iter().filter(|(name, color)| fits(name, color) && names.insert(name.as_str())).collect();
    if colors.iter().any(|(name, _)| name == "primary") {
        let colors: Vec<_> = colors.iter().map(|(name, color)| (name.as_str(), Some(color.as_str()))).collect();
        xml.full("color", &colors, "");
    }
    for track in &schedule.tracks {
        let color = track.color.as_deref().filter(|color| is_hex(color));
        let slug = track.slug.as_deref().filter(|slug| {
            let rest = slug.bytes().skip(1).all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            slug.len() >= 2 && slug.starts_with(|c: char| c.is_ascii_lowercase()) && rest
        });
        xml.full("track", &[("name", Some(&*track.name)), ("color", color), ("slug", slug)], "");
    }
    xml.close("conference");
}

fn is_hex(color: &str) -> bool {
    color.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

struct Writer<'s> {
    xml: Xml,
    base: Option<&'s str>,
    head: String,
    /// All slugs, and whether they are written.
    slugs: HashMap<String, bool>,
}

impl Writer<'_> {
    fn day<'m>(&mut self, frame: &Frame, rooms: &[DayRoom], marks: &mut impl Iterator<Item = Mark<'m>>) {
        let index = frame.index.to_string();
        let (start, end) = (days::stamp(frame.start), days::stamp(frame.end));
        let date = frame.date.to_string();
        self.xml.open(
            "day",
            &[("index", Some(&*index)), ("date", Some(&*date)), ("start", Some(&*start)), ("end", Some(&*end))],
        );
        for room in rooms {
            let name = room.name.as_deref().unwrap_or_default();
            let guid = room.guid.map(|guid| guid.to_string());
            self.xml.open("room", &[("name", Some(name)), ("guid", guid.as_deref())]);
            for (event, mark) in room.events.iter().zip(&mut *marks) {
                self.event(event, &mark, name);
            }
            self.xml.close("room");
        }
        self.xml.close("day");
    }

    fn event(&mut self, event: &Event, mark: &Mark, room: &str) {
        let is_code =
            |code: &&str| code.len() == 6 && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let code = mark.code.filter(is_code);
        let slug = event.slug.as_deref().map(|slug| self.slug(slug, mark.id));
        let base = self.base;
        let http = |address: &Option<String>| address::http(base, address.as_deref());
        let (hour, minute, second) = (event.start.hour(), event.start.minute(), event.start.second());
        let start = match second {
            0 => format!("{hour:02}:{minute:02}"),
            _ => format!("{hour:02}:{minute:02}:{second:02}"),
        };
        let xml = &mut self.xml;
        let (id, guid) = (mark.id.to_string(), mark.guid.to_string());
        xml.open("event", &[("id", Some(&*id)), ("guid", Some(&*guid)), ("code", code)]);
        xml.leaf("date", &days::stamp(event.start));
        xml.leaf("start", &start);
        xml.leaf("duration", &duration::xml(event.duration));
        xml.leaf("room", room);
        xml.some("slug", slug.as_deref());
        xml.some("url", http(&event.url).as_deref());
        xml.leaf("title", &event.title);
        xml.some("subtitle", event.subtitle.as_deref());
        xml.leaf("track", text(&event.track));
        xml.leaf("type", text(&event.kind));
        xml.some("language", event.language.as_deref());
        xml.leaf("abstract", text(&event.abstract_text));
        xml.some("description", event.description.as_deref());
        xml.some("logo", http(&event.logo).as_deref());
        let recording = &event.recording;
        let (url, link) = (http(&recording.url), http(&recording.link));
        if recording.license.is_some() || recording.optout.is_some() || url.is_some() || link.is_some() {
            xml.open("recording", &[]);
            xml.leaf("license", text(&recording.license));
            xml.leaf("optout", if recording.optout == Some(true) { "true" } else { "false" });
            xml.some("url", url.as_deref());
            xml.some("link", link.as_deref());
            xml.close("recording");
        }
        if !event.persons.is_empty() {
            xml.open("persons", &[]);
            for person in &event.persons {
                let id = person.id.as_deref().filter(|id| id.parse::<i64>().is_ok());
                let guid = person.guid.map(|guid| guid.to_string());
                xml.full("person", &[("id", id), ("guid", guid.as_deref())], &person.name);
            }
            xml.close("persons");
        }
        links(xml, ("links", "link"), &event.links, true);
        links(xml, ("attachments", "attachment"), &event.attachments, false);
        xml.some("video_download_url", http(&event.video_download_url).as_deref());
        xml.some("feedback_url", http(&event.feedback_url).as_deref());
        xml.some("origin_url", http(&event.origin_url).as_deref());
        xml.close("event");
    }

    /// The slug, or one made from it if it does not fit or is taken: `keynotes_welcome` is
    /// `fosdem_2023-keynotes_welcome`.
    fn slug(&mut self, slug: &str, id: u64) -> String {
        if let Some(written) = self.slugs.get_mut(slug)
            && !std::mem::replace(written, true)
        {
            return slug.to_owned();
        }
        let low = slug::from(slug);
        let mut made = if slug::fits_xml(&low) { low } else { format!("{}-{low}", self.head) };
        if !slug::fits_xml(&made) {
            made = format!("{}-{id:04}", made.trim_end_matches('-'));
        }
        let mut free = made.clone();
        let mut more = 1;
        while self.slugs.contains_key(&free) {
            free = if more == 1 { format!("{made}-{id}") } else { format!("{made}-{id}-{more}") };
            more += 1;
        }
        self.slugs.insert(free.clone(), true);
        free
    }
}

fn text(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

fn links(xml: &mut Xml, (all, one): (&str, &str), links: &[Link], service: bool) {
    if links.is_empty() {
        return;
    }
    xml.open(all, &[]);
    for link in links {
        let service = link.service.as_deref().filter(|_| service);
        let attributes = [("href", Some(&*link.url)), ("type", link.kind.as_deref()), ("service", service)];
        xml.full(one, &attributes, link.title.as_deref().unwrap_or_default());
    }
    xml.close(all);
}

type Attribute<'a> = (&'a str, Option<&'a str>);

/// Text that grows, indented.
struct Xml {
    out: String,
    depth: usize,
}

impl Xml {
    fn tag(&mut self, name: &str, attributes: &[Attribute]) {
        (0..self.depth).for_each(|_| self.out.push_str("  "));
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            if let Some(value) = value {
                self.out.push(' ');
                self.out.push_str(name);
                self.out.push_str("=\"");
                self.text(value, true);
                self.out.push('"');
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &[Attribute]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        (0..self.depth).for_each(|_| self.out.push_str("  "));
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    fn full(&mut self, name: &str, attributes: &[Attribute], text: &str) {
        self.tag(name, attributes);
        if text.is_empty() {
            self.out.push_str("/>\n");
            return;
        }
        self.out.push('>');
        self.text(text, false);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    fn leaf(&mut self, name: &str, text: &str) {
        self.full(name, &[], text);
    }

    fn some(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.leaf(name, text);
        }
    }

    /// Escaped, without characters that XML cannot hold.
    fn text(&mut self, text: &str, attribute: bool) {
        let (bytes, mut plain) = (text.as_bytes(), 0);
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if !SPECIAL[usize::from(*byte)] {
                at += 1;
                continue;
            }
            let (length, written) = match byte {
                b'&' => (1, Some("&amp;")),
                b'<' => (1, Some("&lt;")),
                b'>' => (1, Some("&gt;")),
                b'"' if attribute => (1, Some("&quot;")),
                b'\n' if attribute => (1, Some("&#10;")),
                b'\t' if attribute => (1, Some("&#9;")),
                b'"' | b'\n' | b'\t' => (1, None),
                _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                    Some(c) if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => (c.len_utf8(), Some("")),
                    c => (c.map_or(1, char::len_utf8), None),
                },
            };
            if let Some(written) = written {
                self.out.push_str(text.get(plain..at).unwrap_or_default());
                self.out.push_str(written);
                plain = at + length;
            }
            at += length;
        }
        self.out.push_str(text.get(plain..).unwrap_or_default());
    }
}

/// About so long an event is when it is written.
fn length(event: &Event) -> usize {
    let text = |text: &Option<String>| text.as_ref().map_or(0, |text| text.len() + text.len() / 8);
    let links = event.links.len() + event.attachments.len() + event.persons.len();
    1_200 + text(&event.abstract_text) + text(&event.description) + event.title.len() + 200 * links
}

/// The bytes with which characters begin that may have to be written otherwise. Bytes are looked at instead of characters,
/// since nearly all of a file passes here and nearly nothing of it is special: 0xC2 begins the control characters beyond
/// ASCII, 0xEF the two that are none.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        special[byte] = true;
        byte += 1;
    }
    let (amp, less, more, quote) = (b'&' as usize, b'<' as usize, b'>' as usize, b'"' as usize);
    (special[amp], special[less], special[more], special[quote]) = (true, true, true, true);
    (special[0x7F], special[0xC2], special[0xEF]) = (true, true, true);
    special
};
