//! From JSON to values: events, persons, links.

use super::node::{Node, Value};
use super::read::{Kept, unknown};
use crate::draft::{Context, Draft, Raw, answer};
use crate::notice::{Place, Reason};
use crate::value::{Answer, Day, Event, Link, Person};

pub(super) fn read(
    node: &Node,
    above: &Place,
    context: &mut Context,
    day: &Day,
    kept: &Kept,
) -> Option<(Option<Raw>, Event)> {
    let key = node.member("id").or_else(|| node.member("guid")).and_then(Node::line).unwrap_or_default();
    let here = above.keyed("event", &key);
    let mut draft = Draft::default();
    for (name, node) in node.members() {
        member(name, node, &here, context, &mut draft);
    }
    if let Some(kept) = draft.guid.as_ref().and_then(|guid| kept.get(guid.text.as_str())) {
        for (name, node) in kept.members() {
            restore(name, node, &mut draft);
        }
    }
    let room = draft.room.take();
    let event = context.event(draft, day, node.at, above, "event")?;
    Some((room, event))
}

fn member(name: &str, node: &Node, here: &Place, context: &mut Context, draft: &mut Draft) {
    let place = here.to(name);
    let event = &mut draft.event;
    match name {
        "id" => event.id = node.line(),
        "guid" => draft.guid = node.raw(),
        "code" => event.code = node.line(),
        "date" => draft.date = node.raw(),
        "start" => draft.start = node.raw(),
        "end" => draft.end = node.raw(),
        "duration" => draft.duration = node.raw(),
        "room" => draft.room = node.raw(),
        "title" => event.title = node.line().unwrap_or_default(),
        "subtitle" => event.subtitle = node.line(),
        "track" => event.track = node.line(),
        "type" => event.kind = node.line(),
        "language" => event.language = node.line(),
        "abstract" => event.abstract_text = node.body(),
        "description" => event.description = node.body(),
        "slug" => event.slug = node.line(),
        "logo" => event.logo = node.line(),
        // What stands for an address where there is none: see `super::write`.
        "url" => event.url = node.line().filter(|url| !url.starts_with("urn:uuid:")),
        "feedback_url" => event.feedback_url = node.line(),
        "origin_url" => event.origin_url = node.line(),
        "video_download_url" => event.video_download_url = node.line(),
        "recording_license" => event.recording.license = node.line().or_else(|| event.recording.license.take()),
        "do_not_record" => event.recording.optout = context.bool(node.raw(), &place).or(event.recording.optout),
        "do_not_stream" => event.recording.do_not_stream = context.bool(node.raw(), &place),
        "recording" if node.is_object() => {
            for (name, node) in node.members() {
                match name.as_str() {
                    "license" => event.recording.license = node.line().or_else(|| event.recording.license.take()),
                    "optout" => event.recording.optout = context.bool(node.raw(), &place.to("optout")),
                    "url" => event.recording.url = node.line(),
                    "link" => event.recording.link = node.line(),
                    _ => unknown(name, node, &place, context),
                }
            }
        }
        "persons" | "speakers" => {
            event.persons.extend(node.list().iter().filter_map(|node| person(node, here, context)))
        }
        "links" => event.links = links(node, &place, context),
        "attachments" => event.attachments = links(node, &place, context),
        "answers" => event.answers = answers(node),
        _ => unknown(name, node, here, context),
    }
}

/// What the schema could not hold, and [`super::write`] kept elsewhere.
fn restore(name: &str, node: &Node, draft: &mut Draft) {
    let event = &mut draft.event;
    match name {
        "id" => event.id = node.line(),
        "guid" => draft.guid = node.raw(),
        "code" => event.code = node.line(),
        "slug" => event.slug = node.line(),
        "video_download_url" => event.video_download_url = node.line(),
        "recording_url" => event.recording.url = node.line(),
        "recording_link" => event.recording.link = node.line(),
        "links" => references(node, &mut event.links),
        "attachments" => references(node, &mut event.attachments),
        _ => {}
    }
}

/// By position: kind and service.
fn references(node: &Node, links: &mut [Link]) {
    for (position, node) in node.members() {
        if let Some(link) = position.parse().ok().and_then(|position: usize| links.get_mut(position)) {
            link.kind = node.member("type").and_then(Node::line);
            link.service = node.member("service").and_then(Node::line);
        }
    }
}

/// An object, or a name alone.
fn person(node: &Node, above: &Place, context: &mut Context) -> Option<Person> {
    let key = node.member("id").or_else(|| node.member("code")).and_then(Node::line).unwrap_or_default();
    let here = above.keyed("persons", &key);
    let mut person = Person::default();
    for (name, node) in node.members() {
        let place = here.to(name);
        match name.as_str() {
            "id" => person.id = node.line(),
            "guid" => person.guid = context.uuid(node.raw(), &place),
            "code" => person.code = node.line(),
            "name" | "public_name" | "full_public_name" => {}
            // frab has two texts of a person.
            "biography" | "abstract" | "description" => {
                let (before, text) = (person.biography.take(), node.body());
                person.biography = match (before, text) {
                    (Some(before), Some(text)) if before != text => Some(format!("{before}\n\n{text}")),
                    (before, text) => before.or(text),
                };
            }
            "avatar" | "avatar_url" => person.avatar = node.line().or_else(|| person.avatar.take()),
            "url" => person.url = node.line(),
            "links" => person.links = links(node, &place, context),
            "answers" => person.answers = answers(node),
            _ => unknown(name, node, &here, context),
        }
    }
    let names = ["name", "public_name", "full_public_name"];
    let name = names.iter().find_map(|name| node.member(name)?.line());
    person.name = name.or_else(|| if node.is_object() { None } else { node.line() }).unwrap_or_default();
    if person.name.is_empty() {
        context.notices.add(Some(node.at), &here, &key, Reason::NoName);
        return None;
    }
    context.meet(&person, node.at, &here);
    Some(person)
}

/// Objects, or addresses alone.
fn links(node: &Node, here: &Place, context: &mut Context) -> Vec<Link> {
    node.list().iter().filter_map(|node| link(node, here, context)).collect()
}

fn link(node: &Node, here: &Place, context: &mut Context) -> Option<Link> {
    let mut link = Link::default();
    if let Value::Text(_) = node.value {
        link.url = node.line().unwrap_or_default();
    }
    for (name, node) in node.members() {
        match name.as_str() {
            "url" | "href" => link.url = node.line().unwrap_or(link.url),
            "title" | "name" => link.title = node.line().or(link.title),
            "type" => link.kind = node.line(),
            "service" => link.service = node.line(),
            "id" => {}
            _ => unknown(name, node, here, context),
        }
    }
    if link.url.is_empty() {
        context.notices.add(Some(node.at), here, &link.title.unwrap_or_default(), Reason::NoAddress);
        return None;
    }
    Some(link)
}

/// Those of pretalx: `question` is a number, or an object with the question's text.
fn answers(node: &Node) -> Vec<Answer> {
    let one = |node: &Node| {
        let question = node.member("question_text").or_else(|| node.member("question"));
        let question = question.and_then(|node| node.member("question").unwrap_or(node).line());
        answer(question, node.member("answer").and_then(Node::body))
    };
    node.list().iter().filter_map(one).collect()
}
