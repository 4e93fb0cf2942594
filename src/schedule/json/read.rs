//! From JSON to values: the congress, its days and rooms.

use super::event;
use super::node::{self, Node, Value};
use crate::draft::Context;
use crate::error::{Fault, ReadError};
use crate::notice::{Place, Reason};
use crate::value::{Assembly, Conference, Day, DayRoom, Generator, Moment, Room, Schedule, Track};
use std::collections::HashMap;

/// What another format or the schema could not hold, by guid: written into `meta` by [`super::write`].
pub(crate) type Kept<'n> = HashMap<&'n str, &'n Node>;

/// Reads a whole file.
pub(crate) fn read(text: &str, context: &mut Context) -> Result<Schedule, ReadError> {
    let root = node::parse(text)?;
    let found = root.member("schedule").filter(|node| node.is_object());
    // Some write what belongs into `schedule` without it.
    let Some(found) = found.or_else(|| root.member("conference").map(|_| &root)) else {
        let first = root.members().first().map(|(name, _)| name.clone()).unwrap_or_default();
        return Err(ReadError::at(text, root.at, Fault::NoSchedule(first)));
    };
    let here = Place::root("schedule");
    let Some(conference) = found.member("conference").filter(|node| node.is_object()) else {
        return Err(ReadError::at(text, found.at, Fault::NoConference));
    };
    let mut schedule = Schedule::default();
    for (name, node) in found.members().iter().chain(root.members()) {
        match name.as_str() {
            "schedule" | "$schema" | "conference" => {}
            "version" => schedule.version = node.line().unwrap_or_default(),
            "base_url" => schedule.base_url = node.line(),
            "url" => schedule.url = node.line(),
            "generator" => schedule.generator = generator(node, &here, context),
            _ => unknown(name, node, &here, context),
        }
    }
    read_conference(conference, &here, context, &mut schedule);
    Ok(schedule)
}

pub(super) fn unknown(name: &str, node: &Node, above: &Place, context: &mut Context) {
    if !node.is_empty() {
        let value = node.line().unwrap_or_default();
        context.notices.add(Some(node.at), &above.to(name), &value, Reason::UnknownMember);
    }
}

fn generator(node: &Node, above: &Place, context: &mut Context) -> Option<Generator> {
    if !node.is_object() {
        return Some(Generator { name: Some(node.line()?), ..Generator::default() });
    }
    let here = above.to("generator");
    let mut generator = Generator::default();
    for (name, node) in node.members() {
        match name.as_str() {
            "name" => generator.name = node.line(),
            "version" => generator.version = node.line(),
            "url" | "system" => generator.system = node.line(),
            _ => unknown(name, node, &here, context),
        }
    }
    Some(generator)
}

fn read_conference(node: &Node, above: &Place, context: &mut Context, schedule: &mut Schedule) {
    let here = above.to("conference");
    let meta = node.member("meta");
    let find = |name: &str| node.member(name).or_else(|| meta?.member(name));
    let zone = context.zone(find("time_zone_name").and_then(Node::raw), &here.to("time_zone_name"));
    let day_change = context.clock(find("day_change").and_then(Node::raw), &here.to("day_change"));
    context.settle(zone, day_change);
    let mut conference = Conference { zone, day_change, ..Conference::default() };
    let mut kept = Kept::new();
    for (name, node) in node.members() {
        let place = here.to(name);
        match name.as_str() {
            "time_zone_name" | "day_change" => {}
            "title" => conference.title = node.line().unwrap_or_default(),
            "acronym" => conference.acronym = node.line(),
            "subtitle" => conference.subtitle = node.line(),
            "description" => conference.description = node.body(),
            "venue" => conference.venue = node.line(),
            "city" => conference.city = node.line(),
            "start" => conference.start = context.moment(node.raw(), &place),
            "end" => conference.end = context.moment(node.raw(), &place),
            "daysCount" => conference.days = context.number(node.raw(), &place),
            "timeslot_duration" => conference.timeslot = context.duration(node.raw(), &place),
            "base_url" => schedule.base_url = schedule.base_url.take().or_else(|| node.line()),
            "logo" => conference.logo = node.line(),
            "url" => conference.url = node.line(),
            "colors" => {
                let colors = node.members().iter().filter_map(|(name, node)| Some((name.clone(), node.line()?)));
                conference.colors = colors.collect();
            }
            "keywords" => conference.keywords = node.list().iter().filter_map(Node::line).collect(),
            "tracks" => schedule.tracks.extend(node.list().iter().filter_map(|node| track(node, &here, context))),
            "rooms" => schedule.rooms.extend(node.list().iter().filter_map(|node| room(node, &here, context))),
            "meta" => {
                for (name, node) in node.members() {
                    match name.as_str() {
                        "acronym" | "subtitle" | "venue" | "city" | "time_zone_name" | "day_change" => {}
                        "events" => kept.extend(node.members().iter().map(|(guid, node)| (guid.as_str(), node))),
                        _ => unknown(name, node, &place, context),
                    }
                }
            }
            "days" if node.is_empty() || !node.list().is_empty() => {}
            _ => unknown(name, node, &here, context),
        }
    }
    let more = |name: &str| meta.and_then(|meta| meta.member(name)).and_then(Node::line);
    conference.acronym = more("acronym").or(conference.acronym);
    conference.subtitle = conference.subtitle.or_else(|| more("subtitle"));
    conference.venue = conference.venue.or_else(|| more("venue"));
    conference.city = conference.city.or_else(|| more("city"));
    schedule.conference = conference;
    for node in node.member("days").map(Node::list).unwrap_or_default() {
        let day = day(node, &here, schedule.days.len(), context, &kept);
        schedule.days.extend(day);
    }
}

/// A name, or an object with it.
fn track(node: &Node, above: &Place, context: &mut Context) -> Option<Track> {
    let here = above.to("tracks");
    if !node.is_object() {
        return Some(Track { name: node.line()?, ..Track::default() });
    }
    let mut track = Track::default();
    for (name, node) in node.members() {
        match name.as_str() {
            "name" => track.name = node.line().unwrap_or_default(),
            "slug" => track.slug = node.line(),
            "color" => track.color = node.line(),
            "id" => {}
            _ => unknown(name, node, &here, context),
        }
    }
    (!track.name.is_empty()).then_some(track)
}

fn room(node: &Node, above: &Place, context: &mut Context) -> Option<Room> {
    if !node.is_object() {
        return Some(Room { name: node.line()?, ..Room::default() });
    }
    let key = node.member("name").and_then(Node::line).unwrap_or_default();
    let here = above.keyed("rooms", &key);
    let mut room = Room { name: key.clone(), ..Room::default() };
    for (name, node) in node.members() {
        let place = here.to(name);
        match name.as_str() {
            "name" | "id" => {}
            "slug" => room.slug = node.line(),
            "guid" => room.guid = context.uuid(node.raw(), &place),
            "type" => room.kind = node.line(),
            "capacity" => room.capacity = context.number(node.raw(), &place),
            "url" => room.url = node.line(),
            "stream_id" => room.stream_id = node.line(),
            "description" => match &node.value {
                Value::Object(members) => {
                    let texts = members.iter().filter_map(|(language, node)| Some((language.clone(), node.body()?)));
                    room.description.extend(texts);
                }
                _ => room.description.extend(node.body().map(|text| (String::new(), text))),
            },
            "features" => {
                for (name, node) in node.members() {
                    match name.as_str() {
                        "recording" => room.recording = node.line(),
                        _ => unknown(name, node, &place, context),
                    }
                }
            }
            "assembly" => room.assembly = assembly(node, &here, context),
            _ => match name.strip_prefix("description_") {
                Some(language) => room.description.extend(node.body().map(|text| (language.to_owned(), text))),
                None => unknown(name, node, &here, context),
            },
        }
    }
    (!room.name.is_empty()).then_some(room)
}

fn assembly(node: &Node, above: &Place, context: &mut Context) -> Option<Assembly> {
    let here = above.to("assembly");
    let mut assembly = Assembly::default();
    for (name, node) in node.members() {
        match name.as_str() {
            "name" => assembly.name = node.line().unwrap_or_default(),
            "slug" => assembly.slug = node.line(),
            "guid" => assembly.guid = context.uuid(node.raw(), &here.to("guid")),
            "url" => assembly.url = node.line(),
            _ => unknown(name, node, &here, context),
        }
    }
    (!assembly.name.is_empty()).then_some(assembly)
}

fn day(node: &Node, above: &Place, before: usize, context: &mut Context, kept: &Kept) -> Option<Day> {
    let key = node.member("index").and_then(Node::line).unwrap_or_default();
    let here = above.keyed("days", &key);
    if !node.is_object() {
        context.notices.add(Some(node.at), &here, &node.line().unwrap_or_default(), Reason::NotAnObject);
        return None;
    }
    let raw = |name: &str| node.member(name).and_then(Node::raw);
    let start = context.instant(raw("day_start").or_else(|| raw("start")), &here.to("day_start"));
    let end = context.instant(raw("day_end").or_else(|| raw("end")), &here.to("day_end"));
    let date = context.moment(raw("date"), &here.to("date")).map(Moment::date);
    let index = context.number(raw("index"), &here.to("index")).filter(|index| *index > 0);
    let index = index.unwrap_or_else(|| u32::try_from(before + 1).unwrap_or(u32::MAX));
    let mut day = Day { index, date: date.or(start.map(|start| start.date_naive())), start, end, rooms: Vec::new() };
    for (name, node) in node.members() {
        match (name.as_str(), &node.value) {
            ("index" | "date" | "day_start" | "day_end" | "start" | "end", _) => {}
            ("rooms", Value::Object(rooms)) => {
                for (name, node) in rooms {
                    let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
                    day_room(name, node, &here, context, &mut day, kept);
                }
            }
            _ => unknown(name, node, &here, context),
        }
    }
    Some(day)
}

fn day_room(name: Option<String>, node: &Node, above: &Place, context: &mut Context, day: &mut Day, kept: &Kept) {
    let key = name.clone().unwrap_or_default();
    let here = above.keyed("rooms", &key);
    if !matches!(node.value, Value::List(_)) {
        context.notices.add(Some(node.at), &here, &node.line().unwrap_or_default(), Reason::NotAnObject);
    }
    let mut events = Vec::with_capacity(node.list().len());
    for node in node.list() {
        if node.is_object() {
            events.extend(event::read(node, &here, context, day, kept));
        } else {
            context.notices.add(Some(node.at), &here, &node.line().unwrap_or_default(), Reason::NotAnObject);
        }
    }
    context.room(DayRoom { name, events: Vec::new(), ..DayRoom::default() }, events, &here, day);
}
