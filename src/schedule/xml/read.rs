//! From schedule.xml to values.

use super::node::{self, Element};
use crate::draft::{Context, Draft, Raw};
use crate::error::{Fault, ReadError};
use crate::notice::{Place, Reason};
use crate::value::{Conference, Day, DayRoom, Event, Generator, Link, Person, Schedule, Track, has_scheme};

/// Reads a whole file.
pub(crate) fn read(text: &str, context: &mut Context) -> Result<Schedule, ReadError> {
    let root = node::parse(text, &mut context.notices)?;
    if root.name != "schedule" {
        return Err(ReadError::at(text, root.at, Fault::NoSchedule(root.name)));
    }
    let here = Place::root("schedule");
    root.only(&[], &here, &mut context.notices);
    let mut schedule = Schedule::default();
    let Some(found) = root.children.iter().find(|child| child.name == "conference") else {
        return Err(ReadError::at(text, root.at, Fault::NoConference));
    };
    // First, since it names the zone of all times.
    conference(found, &here, context, &mut schedule);
    for child in &root.children {
        let place = here.to(&child.name);
        match child.name.as_str() {
            "conference" => {}
            "version" => schedule.version = child.line().unwrap_or_default(),
            "base_url" => schedule.base_url = child.line().or(schedule.base_url),
            "url" => schedule.url = child.line(),
            "generator" => {
                child.only(&["name", "system", "version", "url"], &place, &mut context.notices);
                let text = |name| child.attribute(name).map(|raw| raw.text);
                let (name, version) = (text("name").or_else(|| child.line()), text("version"));
                schedule.generator = Some(Generator { name, version, system: text("system").or_else(|| text("url")) });
            }
            "tracks" => child.children.iter().for_each(|child| match child.name.as_str() {
                "track" => schedule.tracks.extend(track(child, &place, context)),
                _ => unknown(child, &place, context),
            }),
            "day" => {
                let day = day(child, &here, schedule.days.len(), context);
                schedule.days.push(day);
            }
            _ => unknown(child, &here, context),
        }
    }
    Ok(schedule)
}

fn unknown(element: &Element, above: &Place, context: &mut Context) {
    let value = element.line().unwrap_or_default();
    context.notices.add(Some(element.at), &above.to(&element.name), &value, Reason::UnknownElement);
}

fn conference(element: &Element, above: &Place, context: &mut Context, schedule: &mut Schedule) {
    let here = above.to("conference");
    element.only(&[], &here, &mut context.notices);
    let find = |name: &str| element.children.iter().find(|child| child.name == name).and_then(Element::raw);
    let zone = context.zone(find("time_zone_name"), &here.to("time_zone_name"));
    let day_change = context.clock(find("day_change"), &here.to("day_change"));
    context.settle(zone, day_change);
    let mut conference = Conference { zone, day_change, ..Conference::default() };
    for child in &element.children {
        let place = here.to(&child.name);
        match child.name.as_str() {
            "time_zone_name" | "day_change" => {}
            "title" => conference.title = child.line().unwrap_or_default(),
            "acronym" => conference.acronym = child.line(),
            "subtitle" => conference.subtitle = child.line(),
            "description" => conference.description = child.body(),
            "venue" => conference.venue = child.line(),
            "city" => conference.city = child.line(),
            "start" => conference.start = context.moment(child.raw(), &place),
            "end" => conference.end = context.moment(child.raw(), &place),
            "days" => conference.days = context.number(child.raw(), &place),
            "timeslot_duration" => conference.timeslot = context.duration(child.raw(), &place),
            "base_url" => schedule.base_url = child.line(),
            "logo" => conference.logo = child.line(),
            "url" => conference.url = child.line(),
            "color" => conference.colors.clone_from(&child.attributes),
            "keywords" => {
                let words = child.line().unwrap_or_default();
                conference
                    .keywords
                    .extend(words.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()));
            }
            "track" => schedule.tracks.extend(track(child, &here, context)),
            _ => unknown(child, &here, context),
        }
    }
    schedule.conference = conference;
}

fn track(element: &Element, above: &Place, context: &mut Context) -> Option<Track> {
    let here = above.to("track");
    element.only(&["name", "slug", "color"], &here, &mut context.notices);
    let text = |name| element.attribute(name).map(|raw| raw.text);
    Some(Track { name: text("name").or_else(|| element.line())?, slug: text("slug"), color: text("color") })
}

fn day(element: &Element, above: &Place, before: usize, context: &mut Context) -> Day {
    let key = element.attribute("index").map(|raw| raw.text).unwrap_or_default();
    let here = above.keyed("day", &key);
    element.only(&["index", "date", "start", "end"], &here, &mut context.notices);
    let start = context.instant(element.attribute("start"), &here.to("@start"));
    let end = context.instant(element.attribute("end"), &here.to("@end"));
    let date = context.moment(element.attribute("date"), &here.to("@date")).map(crate::Moment::date);
    let index = context.number(element.attribute("index"), &here.to("@index")).filter(|index| *index > 0);
    let index = index.unwrap_or_else(|| u32::try_from(before + 1).unwrap_or(u32::MAX));
    let mut day = Day { index, date: date.or(start.map(|start| start.date_naive())), start, end, rooms: Vec::new() };
    for child in &element.children {
        match child.name.as_str() {
            "room" => room(child, &here, context, &mut day),
            // Without a room around it.
            "event" => {
                let event = event(child, &here, context, &day);
                context.room(DayRoom::default(), event.into_iter().collect(), &here, &mut day);
            }
            _ => unknown(child, &here, context),
        }
    }
    day
}

fn room(element: &Element, above: &Place, context: &mut Context, day: &mut Day) {
    let name = element.attribute("name").map(|raw| raw.text);
    let key = name.clone().unwrap_or_default();
    let here = above.keyed("room", &key);
    element.only(&["name", "guid", "slug"], &here, &mut context.notices);
    let guid = context.uuid(element.attribute("guid"), &here.to("@guid"));
    let slug = element.attribute("slug").map(|raw| raw.text);
    let mut events = Vec::with_capacity(element.children.len());
    for child in &element.children {
        match child.name.as_str() {
            "event" => events.extend(event(child, &here, context, day)),
            _ => unknown(child, &here, context),
        }
    }
    context.room(DayRoom { name, guid, slug, events: Vec::new() }, events, &here, day);
}

fn event(element: &Element, above: &Place, context: &mut Context, day: &Day) -> Option<(Option<Raw>, Event)> {
    let key = element.attribute("id").or_else(|| element.attribute("guid")).map(|raw| raw.text).unwrap_or_default();
    let here = above.keyed("event", &key);
    element.only(&["id", "guid", "code"], &here, &mut context.notices);
    let mut draft = Draft { guid: element.attribute("guid"), ..Draft::default() };
    draft.event.id = element.attribute("id").map(|raw| raw.text);
    draft.event.code = element.attribute("code").map(|raw| raw.text);
    for child in &element.children {
        let place = here.to(&child.name);
        let event = &mut draft.event;
        match child.name.as_str() {
            "room" => draft.room = child.raw(),
            "title" => event.title = child.line().unwrap_or_default(),
            "subtitle" => event.subtitle = child.line(),
            "type" => event.kind = child.line(),
            "date" => draft.date = child.raw(),
            "start" => draft.start = child.raw(),
            "end" => draft.end = child.raw(),
            "duration" => draft.duration = child.raw(),
            "guid" => draft.guid = draft.guid.or_else(|| child.raw()),
            "code" => event.code = event.code.take().or_else(|| child.line()),
            "abstract" => event.abstract_text = child.body(),
            "description" => event.description = child.body(),
            "slug" => event.slug = child.line(),
            "track" => event.track = child.line().or_else(|| Some(child.attribute("name")?.text)),
            "logo" => event.logo = child.line(),
            "language" => event.language = child.line(),
            "video_download_url" => event.video_download_url = child.line(),
            "url" => event.url = child.line(),
            "feedback_url" => event.feedback_url = child.line(),
            "origin_url" => event.origin_url = child.line(),
            "persons" => event.persons = list(child, "person", &here, context, person),
            "links" => event.links = list(child, "link", &here, context, link),
            "attachments" => event.attachments = list(child, "attachment", &here, context, link),
            "recording" => recording(child, &here, context, event),
            "recording_license" => event.recording.license = child.line(),
            "do_not_record" => event.recording.optout = context.bool(child.raw(), &place),
            "do_not_stream" => event.recording.do_not_stream = context.bool(child.raw(), &place),
            _ => unknown(child, &here, context),
        }
    }
    let room = draft.room.take();
    let event = context.event(draft, day, element.at, above, "event")?;
    Some((room, event))
}

fn recording(element: &Element, above: &Place, context: &mut Context, event: &mut Event) {
    let here = above.to("recording");
    element.only(&[], &here, &mut context.notices);
    for child in &element.children {
        match child.name.as_str() {
            "license" => event.recording.license = child.line(),
            "optout" => event.recording.optout = context.bool(child.raw(), &here.to("optout")),
            "url" => event.recording.url = child.line(),
            "link" => event.recording.link = child.line(),
            _ => unknown(child, &here, context),
        }
    }
}

/// What `read` makes of each child of this name; others are unknown.
fn list<T>(
    element: &Element,
    name: &str,
    above: &Place,
    context: &mut Context,
    read: fn(&Element, &Place, &mut Context) -> Option<T>,
) -> Vec<T> {
    let here = above.to(&element.name);
    let mut all = Vec::with_capacity(element.children.len());
    for child in &element.children {
        if child.name == name {
            all.extend(read(child, &here, context));
        } else {
            unknown(child, &here, context);
        }
    }
    all
}

fn person(element: &Element, above: &Place, context: &mut Context) -> Option<Person> {
    let here = above.to("person");
    element.only(&["id", "guid", "code", "name", "url"], &here, &mut context.notices);
    let text = |name| element.attribute(name).map(|raw| raw.text);
    let child = |name: &str| element.children.iter().find(|child| child.name == name).and_then(Element::line);
    let name = element.line().or_else(|| text("name")).or_else(|| child("name")).or_else(|| child("public_name"));
    let Some(name) = name else {
        context.notices.add(Some(element.at), &here, &text("id").unwrap_or_default(), Reason::NoName);
        return None;
    };
    let guid = context.uuid(element.attribute("guid"), &here.to("@guid"));
    let person = Person { id: text("id"), guid, code: text("code"), url: text("url"), name, ..Person::default() };
    context.meet(&person, element.at, &here);
    Some(person)
}

fn link(element: &Element, above: &Place, context: &mut Context) -> Option<Link> {
    let here = above.to(&element.name);
    element.only(&["href", "url", "title", "type", "service"], &here, &mut context.notices);
    let text = |name| element.attribute(name).map(|raw| raw.text);
    let (kind, service, line) = (text("type"), text("service"), element.line());
    if let Some(url) = text("href").or_else(|| text("url")) {
        return Some(Link { url, title: line.or_else(|| text("title")), kind, service });
    }
    match line {
        Some(url) if has_scheme(&url) && !url.contains(char::is_whitespace) => {
            Some(Link { url, title: text("title"), kind, service })
        }
        line => {
            context.notices.add(Some(element.at), &here, &line.unwrap_or_default(), Reason::NoAddress);
            None
        }
    }
}
