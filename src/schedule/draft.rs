//! What both formats have in common: from texts of a file to an event with times, or a notice that says why not.

use crate::notice::{Notices, Place, Reason};
use crate::time::{self, Night, Told};
use crate::value::{Answer, Day, DayRoom, Event, Moment, Person, Room, Schedule, Track};
use crate::{Reading, duration};
use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// When the night ends if the file does not say.
const DAY_CHANGE: NaiveTime = match NaiveTime::from_hms_opt(4, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// So many characters fit a line: titles that are longer are texts in the wrong place.
const LONGEST_LINE: usize = 300;

/// A text of the file and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    pub(crate) text: String,
    pub(crate) at: usize,
}

/// An event of which times and marks are still texts.
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) event: Event,
    pub(crate) guid: Option<Raw>,
    pub(crate) date: Option<Raw>,
    pub(crate) start: Option<Raw>,
    pub(crate) duration: Option<Raw>,
    pub(crate) end: Option<Raw>,
    pub(crate) room: Option<Raw>,
}

/// What is known of the whole file while it is read.
pub(crate) struct Context<'t> {
    pub(crate) notices: Notices<'t>,
    zone: Tz,
    assumed: bool,
    day_change: Option<NaiveTime>,
    ids: HashSet<String>,
    guids: HashSet<String>,
    /// Of each id, the name that stands with it first.
    people: HashMap<String, String>,
}

impl<'t> Context<'t> {
    pub(crate) fn new(notices: Notices<'t>, reading: &Reading) -> Self {
        let zone = reading.zone.unwrap_or(Tz::Europe__Berlin);
        let assumed = reading.zone.is_none();
        Self {
            notices,
            zone,
            assumed,
            day_change: None,
            ids: HashSet::new(),
            guids: HashSet::new(),
            people: HashMap::new(),
        }
    }

    /// Says if somebody of that id was called otherwise before.
    pub(crate) fn meet(&mut self, person: &Person, at: usize, here: &Place) {
        let Some(id) = &person.id else { return };
        let name = self.people.entry(id.clone()).or_insert_with(|| person.name.clone());
        if name.trim().to_lowercase() != person.name.trim().to_lowercase() {
            self.notices.add(Some(at), here, &person.name, Reason::OtherName);
        }
    }

    /// From here on times without offset are those of this zone.
    pub(crate) fn settle(&mut self, zone: Option<Tz>, day_change: Option<NaiveTime>) {
        if let Some(zone) = zone {
            (self.zone, self.assumed) = (zone, false);
        }
        self.day_change = day_change;
    }

    pub(crate) fn add(&mut self, raw: &Raw, place: &Place, reason: Reason) {
        self.notices.add(Some(raw.at), place, &raw.text, reason);
    }

    /// What `read` makes of it, or a notice.
    pub(crate) fn parsed<T>(
        &mut self,
        raw: Option<Raw>,
        place: &Place,
        reason: Reason,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let raw = raw?;
        let value = read(raw.text.trim());
        if value.is_none() {
            self.add(&raw, place, reason);
        }
        value
    }

    pub(crate) fn uuid(&mut self, raw: Option<Raw>, place: &Place) -> Option<Uuid> {
        self.parsed(raw, place, Reason::NotUuid, |text| Uuid::parse_str(text).ok())
    }

    pub(crate) fn number(&mut self, raw: Option<Raw>, place: &Place) -> Option<u32> {
        self.parsed(raw, place, Reason::BrokenNumber, |text| text.strip_suffix(".0").unwrap_or(text).parse().ok())
    }

    pub(crate) fn bool(&mut self, raw: Option<Raw>, place: &Place) -> Option<bool> {
        self.parsed(raw, place, Reason::NotBool, |text| match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "on" => Some(true),
            "false" | "0" | "no" | "off" => Some(false),
            _ => None,
        })
    }

    pub(crate) fn duration(&mut self, raw: Option<Raw>, place: &Place) -> Option<TimeDelta> {
        self.parsed(raw, place, Reason::BrokenDuration, duration::read)
    }

    pub(crate) fn zone(&mut self, raw: Option<Raw>, place: &Place) -> Option<Tz> {
        self.parsed(raw, place, Reason::UnknownZone, |text| text.parse().ok())
    }

    pub(crate) fn clock(&mut self, raw: Option<Raw>, place: &Place) -> Option<NaiveTime> {
        self.parsed(raw, place, Reason::BrokenTime, |text| Some(time::time_of_day(text)?.1))
    }

    /// A date or a point in time.
    pub(crate) fn moment(&mut self, raw: Option<Raw>, place: &Place) -> Option<Moment> {
        let raw = raw?;
        match time::read(&raw.text) {
            Some(Told::Instant(time)) => Some(Moment::Time(time)),
            Some(Told::Local(local)) => Some(Moment::Time(self.local(local, &raw, place))),
            Some(Told::Date(date)) => Some(Moment::Day(date)),
            None => {
                self.add(&raw, place, Reason::BrokenTime);
                None
            }
        }
    }

    /// A point in time; a date alone is the change of days there.
    pub(crate) fn instant(&mut self, raw: Option<Raw>, place: &Place) -> Option<DateTime<FixedOffset>> {
        let at = raw.clone();
        match (self.moment(raw, place)?, at) {
            (Moment::Time(time), _) => Some(time),
            (Moment::Day(date), Some(raw)) => {
                Some(self.local(date.and_time(self.day_change.unwrap_or(DAY_CHANGE)), &raw, place))
            }
            (Moment::Day(_), None) => None,
        }
    }

    fn local(&mut self, local: chrono::NaiveDateTime, raw: &Raw, place: &Place) -> DateTime<FixedOffset> {
        if self.assumed {
            self.add(raw, place, Reason::AssumedZone);
        }
        let (instant, night) = time::instant(local, self.zone);
        match night {
            Night::Plain => {}
            Night::Twice => self.add(raw, place, Reason::TwiceTime),
            Night::Skipped => self.add(raw, place, Reason::SkippedTime),
        }
        instant
    }

    /// The event, unless it has no title, time or duration.
    pub(crate) fn event(&mut self, draft: Draft, day: &Day, at: usize, above: &Place, name: &str) -> Option<Event> {
        let Draft { mut event, guid, date, start, duration, end, .. } = draft;
        let key = event.id.clone().or_else(|| Some(guid.as_ref()?.text.clone())).unwrap_or_default();
        let here = above.keyed(name, &key);
        if event.title.is_empty() {
            self.notices.add(Some(at), &here, "", Reason::NoTitle);
            return None;
        }
        self.cut(&mut event.title, at, &here.to("title"));
        if let Some(subtitle) = &mut event.subtitle {
            self.cut(subtitle, at, &here.to("subtitle"));
        }
        let Some(begin) = self.begin(date, start, day, &here) else {
            self.notices.add(Some(at), &here, &event.title, Reason::NoTime);
            return None;
        };
        event.start = begin;
        let said = self.duration(duration, &here.to("duration"));
        let until = end.and_then(|raw| Some((self.instant(Some(raw.clone()), &here.to("end"))?, raw)));
        let until = until.map(|(until, raw)| (until - begin, raw)).filter(|(length, _)| *length > TimeDelta::zero());
        event.duration = match (said, until) {
            // The end knows seconds, which a duration of hours and minutes does not.
            (Some(said), Some((length, raw))) if said != length => {
                if (said - length).abs() >= TimeDelta::minutes(1) {
                    self.add(&raw, &here.to("end"), Reason::EndDiffers);
                }
                length
            }
            (Some(length), _) | (None, Some((length, _))) => length,
            (None, None) => {
                self.notices.add(Some(at), &here, &event.title, Reason::NoDuration);
                return None;
            }
        };
        self.marks(&mut event, guid, at, &here);
        Some(event)
    }

    /// What has to fit a line is cut to that.
    fn cut(&mut self, line: &mut String, at: usize, place: &Place) {
        if let Some((end, _)) = line.char_indices().nth(LONGEST_LINE) {
            self.notices.add(Some(at), place, line, Reason::TooLong);
            line.truncate(line[..end].trim_end().len());
        }
    }

    fn marks(&mut self, event: &mut Event, guid: Option<Raw>, at: usize, here: &Place) {
        if let Some(id) = &event.id
            && !self.ids.insert(id.clone())
        {
            self.notices.add(Some(at), &here.to("id"), id, Reason::DuplicateId);
        }
        let Some(guid) = guid else { return };
        event.guid = self.uuid(Some(guid.clone()), &here.to("guid"));
        if event.guid.is_none() {
            event.source_id = Some(guid.text.trim().to_owned());
        }
        if !self.guids.insert(guid.text.trim().to_ascii_lowercase()) {
            self.add(&guid, &here.to("guid"), Reason::DuplicateGuid);
        }
    }

    /// When it begins. A time of day alone belongs to the day, or to the night after it if it is before the change of
    /// days.
    fn begin(
        &mut self,
        date: Option<Raw>,
        start: Option<Raw>,
        day: &Day,
        here: &Place,
    ) -> Option<DateTime<FixedOffset>> {
        let place = here.to("start");
        let mut told = date.as_ref().and_then(|raw| time::read(&raw.text));
        if let (Some(raw), None) = (&date, told) {
            self.add(raw, &here.to("date"), Reason::BrokenTime);
        }
        let clock = start.as_ref().and_then(|raw| time::time_of_day(&raw.text));
        if let (Some(raw), None) = (&start, clock) {
            // Some write the whole date there.
            let whole = time::read(&raw.text).filter(|told| !matches!(told, Told::Date(_)));
            if whole.is_none() {
                self.add(raw, &place, Reason::BrokenTime);
            } else if told.is_none_or(|told| matches!(told, Told::Date(_))) {
                told = whole;
            }
        }
        let begin = match (told, clock, &date, &start) {
            (Some(Told::Instant(time)), ..) => time,
            (Some(Told::Local(local)), _, raw, other) => {
                let raw = raw.as_ref().or(other.as_ref())?;
                self.local(local, raw, &here.to("date"))
            }
            (Some(Told::Date(date)), Some((days, time)), _, Some(raw)) => {
                let local = date.checked_add_signed(TimeDelta::days(days))?.and_time(time);
                self.local(local, raw, &place)
            }
            (None, Some((days, time)), _, Some(raw)) => {
                let change = self.day_change.or(day.start.map(|start| start.time())).unwrap_or(DAY_CHANGE);
                let night = i64::from(days == 0 && time < change);
                let local = day.date?.checked_add_signed(TimeDelta::days(days + night))?.and_time(time);
                self.local(local, raw, &place)
            }
            _ => return None,
        };
        if let (Some((_, time)), Some(raw)) = (clock, &start)
            && begin.time() != time
            && told.is_some_and(|told| matches!(told, Told::Instant(_)))
            // Some write minutes alone.
            && begin.format("%H:%M").to_string() != time.format("%H:%M").to_string()
        {
            self.add(raw, &place, Reason::StartDiffers);
        }
        Some(begin)
    }

    /// Puts events into the room that they stand in, or, where that has no name, into the rooms that they name.
    pub(crate) fn room(&mut self, room: DayRoom, events: Vec<(Option<Raw>, Event)>, place: &Place, day: &mut Day) {
        if let Some(name) = room.name.clone() {
            let mut room = room;
            for (own, event) in events {
                if let Some(raw) = own.filter(|raw| raw.text.trim() != name) {
                    self.add(
                        &raw,
                        &place.keyed("event", event.id.as_deref().unwrap_or_default()).to("room"),
                        Reason::RoomDiffers,
                    );
                }
                room.events.push(event);
            }
            day.rooms.push(room);
            return;
        }
        let first = day.rooms.len();
        for (own, event) in events {
            let name = own.map(|raw| raw.text.trim().to_owned()).filter(|name| !name.is_empty());
            let known = day.rooms.iter_mut().skip(first).find(|known| known.name == name);
            match known {
                Some(known) => known.events.push(event),
                None => day.rooms.push(DayRoom { name, events: vec![event], ..room.clone() }),
            }
        }
    }
}

/// Adds tracks and rooms that only events and days name. Days of which two have one number are counted anew: some count
/// from nought.
pub(crate) fn gather(schedule: &mut Schedule) {
    let numbers: HashSet<u32> = schedule.days.iter().map(|day| day.index).collect();
    if numbers.len() < schedule.days.len() {
        schedule.days.iter_mut().zip(1..).for_each(|(day, number)| day.index = number);
    }
    let mut tracks: HashSet<String> = schedule.tracks.iter().map(|track| track.name.clone()).collect();
    let mut rooms: HashSet<String> = schedule.rooms.iter().map(|room| room.name.clone()).collect();
    for room in schedule.days.iter().flat_map(|day| &day.rooms) {
        if let Some(name) = &room.name
            && rooms.insert(name.clone())
        {
            schedule.rooms.push(Room {
                name: name.clone(),
                guid: room.guid,
                slug: room.slug.clone(),
                ..Room::default()
            });
        }
        for track in room.events.iter().filter_map(|event| event.track.as_ref()) {
            if tracks.insert(track.clone()) {
                schedule.tracks.push(Track { name: track.clone(), ..Track::default() });
            }
        }
    }
}

/// A question and its answer, if there is one.
pub(crate) fn answer(question: Option<String>, text: Option<String>) -> Option<Answer> {
    Some(Answer { question: question.unwrap_or_default(), text: text? })
}

/// Without the control characters that neither XML nor people can read.
pub(crate) fn cleaned(text: String) -> String {
    let bad = |c: char| c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if text.contains(bad) { text.replace("\r\n", "\n").replace('\r', "\n").replace(bad, "") } else { text }
}
