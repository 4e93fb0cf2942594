//! The forms of those who hand in and who speak: their fields by name, and what they make.

use base::{Text, Time};
use chrono::{NaiveDate, NaiveTime, TimeZone};
use congress::entity::topic;
use congress::rules::question::Given;
use locale::{Tz, Words};
use programme::entity::call_question::{self, Kind};
use programme::query::call::CallView;
use programme::rules::submission::{Wrong, field_of};
use programme::service::submission::draft::Typed;
use programme::service::submission::profile::Profile;
use web::{Faults, Fields};

/// The fields with the keys of their labels, in the order of the page.
const FIELDS: [(&str, &str); 18] = [
    ("call", "call-calls"),
    ("email", "portal-email"),
    ("mail-language", "call-mail-language"),
    ("title", "call-title"),
    ("type", "call-type"),
    ("track", "call-track"),
    ("language", "call-language"),
    ("abstract", "call-abstract"),
    ("description", "call-description"),
    ("stand", "call-wants-stand"),
    ("needs", "call-needs"),
    ("notes", "call-notes"),
    ("name", "portal-name"),
    ("biography-de", "call-biography-de"),
    ("biography-en", "call-biography-en"),
    ("invited-name", "portal-name"),
    ("invited-email", "portal-email"),
    ("when", "speaking-times"),
];

/// What the form begins with.
pub fn fields(typed: &Typed, call: &CallView, topics: &[topic::Model]) -> Fields {
    let kind = call.types.iter().find(|(kind, _)| Some(kind.id) == typed.type_id).map(|(kind, _)| kind.slug.as_str());
    let track = call.tracks.iter().find(|track| Some(track.id) == typed.track_id).map(|track| track.slug.as_str());
    let pairs = [
        ("title", typed.title.as_str()),
        ("type", kind.unwrap_or_default()),
        ("track", track.unwrap_or_default()),
        ("language", &typed.language),
        ("abstract", &typed.abstract_text),
        ("description", &typed.description),
        ("power", &typed.power),
        ("screen", &typed.screen),
        ("space", &typed.space),
        ("partners", &typed.partners),
        ("offers", &typed.offers),
        ("seeks", &typed.seeks),
        ("needs", &typed.needs),
        ("notes", &typed.notes),
        ("name", &typed.name),
        ("organisation", &typed.organisation),
        ("biography-de", &typed.biography.de),
        ("biography-en", &typed.biography.en),
    ];
    let ticks =
        [("stand", typed.wants_stand), ("impulse", typed.wants_impulse), ("do-not-record", typed.do_not_record)];
    let ticked = ticks.into_iter().filter(|(_, is)| *is).map(|(name, _)| (name, "on"));
    let chosen =
        topics.iter().filter(|topic| typed.topics.contains(&topic.id)).map(|topic| ("topic", topic.slug.as_str()));
    let answered = call.questions.iter().filter_map(|question| {
        let value = typed.answers.get(&question.id)?;
        let values = if question.kind == Kind::SeveralOf { value.split(' ').collect() } else { vec![value.as_str()] };
        Some(values.into_iter().map(|value| (field_of(question), value.to_owned())))
    });
    let fixed = pairs.into_iter().chain(ticked).chain(chosen).map(|(name, value)| (name.to_owned(), value.to_owned()));
    fixed.chain(answered.flatten()).collect()
}

/// What was typed.
pub fn typed(fields: &Fields, call: &CallView, topics: &[topic::Model]) -> Typed {
    let text = |name: &str| fields.get(name).to_owned();
    let kind = call.types.iter().find(|(kind, _)| kind.slug == fields.get("type"));
    let topics = topics.iter().filter(|topic| fields.all("topic").any(|slug| slug == topic.slug));
    Typed {
        title: text("title"),
        abstract_text: text("abstract"),
        description: text("description"),
        language: text("language"),
        type_id: kind.map(|(kind, _)| kind.id),
        track_id: call.tracks.iter().find(|track| track.slug == fields.get("track")).map(|track| track.id),
        do_not_record: fields.has("do-not-record"),
        needs: text("needs"),
        notes: text("notes"),
        wants_stand: fields.has("stand"),
        wants_impulse: fields.has("impulse"),
        power: text("power"),
        screen: text("screen"),
        space: text("space"),
        partners: text("partners"),
        offers: text("offers"),
        seeks: text("seeks"),
        topics: topics.map(|topic| topic.id).collect(),
        answers: answers(fields, call),
        name: text("name"),
        organisation: text("organisation"),
        biography: Text::new(text("biography-de"), text("biography-en")),
    }
}

/// What was answered to the questions that the form showed; empty, where nothing was.
fn answers(fields: &Fields, call: &CallView) -> Given {
    let shown = call.questions.iter().filter(|question| question.active && fields.has(&field_of(question)));
    let said = |question: &call_question::Model| {
        let field = field_of(question);
        let mut came = fields.all(&field).map(str::trim).filter(|one| !one.is_empty());
        let value = if question.kind == Kind::SeveralOf {
            came.collect::<Vec<_>>().join(" ")
        } else {
            came.next().unwrap_or_default().to_owned()
        };
        (question.id, value)
    };
    shown.map(said).collect()
}

/// What a question is called among the faults.
fn label(question: &call_question::Model, words: Words) -> String {
    question.label.in_language(words.language()).to_owned()
}

/// What the form of a profile begins with.
pub fn profile_fields(profile: &Profile) -> Fields {
    Fields::new()
        .with("name", &profile.name)
        .with("organisation", &profile.organisation)
        .with("biography-de", &profile.biography.de)
        .with("biography-en", &profile.biography.en)
}

/// What was typed of who somebody is.
pub fn profile(fields: &Fields) -> Profile {
    let text = |name: &str| fields.get(name).to_owned();
    let biography = Text::new(text("biography-de"), text("biography-en"));
    Profile { name: text("name"), organisation: text("organisation"), biography }
}

/// What the rules found wrong, beside the fields.
pub fn faults(wrong: &[Wrong], words: Words) -> Faults {
    let mut faults = Faults::new();
    let number = |n: usize| locale::Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
    for one in wrong {
        let numbers = [("max", number(one.max)), ("most", number(one.max)), ("length", number(one.length))];
        faults.add_with(one.field.clone(), one.message, &numbers);
    }
    named(faults, words)
}

/// The same of a form with what the call asks of its own.
pub fn faults_of(wrong: &[Wrong], call: &CallView, words: Words) -> Faults {
    let mut faults = faults(wrong, words);
    for question in &call.questions {
        faults.name(&field_of(question), &label(question, words));
    }
    faults
}

/// Each fault with its field's label, in the order of the page.
pub fn named(mut faults: Faults, words: Words) -> Faults {
    let labels: Vec<_> = FIELDS.iter().map(|(name, key)| ((*name).to_owned(), words.t(key))).collect();
    faults.name_all(&labels);
    faults
}

/// The days of a congress in its zone.
pub fn days(from: Time, until: Time, zone: Tz) -> Vec<NaiveDate> {
    let (first, last) = (from.with_timezone(&zone).date_naive(), until.with_timezone(&zone).date_naive());
    first.iter_days().take_while(|day| *day <= last).take(31).collect()
}

/// What the form of times begins with.
pub fn time_fields(times: &[(Time, Time)], zone: Tz) -> Fields {
    let mut fields = Fields::new().with("when", if times.is_empty() { "always" } else { "some" });
    for (from, until) in times {
        let (from, until) = (from.with_timezone(&zone), until.with_timezone(&zone));
        let day = from.date_naive();
        fields.set(format!("from-{day}"), from.format("%H:%M").to_string());
        // Midnight is the end of the day.
        let end = if until.date_naive() > day { "23:59".to_owned() } else { until.format("%H:%M").to_string() };
        fields.set(format!("until-{day}"), end);
    }
    fields
}

/// The times that were typed; "always" is none at all. One field alone means from the day's beginning, or to its end.
pub fn times(fields: &Fields, days: &[NaiveDate], zone: Tz, words: Words) -> Result<Vec<(Time, Time)>, Faults> {
    if fields.get("when") != "some" {
        return Ok(vec![]);
    }
    let mut faults = Faults::new();
    let mut times = vec![];
    for day in days {
        let names = [format!("from-{day}"), format!("until-{day}")];
        let typed = names.each_ref().map(|name| fields.get(name).trim());
        if typed.iter().all(|typed| typed.is_empty()) {
            continue;
        }
        let ends = [NaiveTime::MIN, NaiveTime::MIN];
        let mut read = [None, None];
        for ((read, (typed, end)), name) in read.iter_mut().zip(typed.into_iter().zip(ends)).zip(&names) {
            let hour = if typed.is_empty() { Some(end) } else { NaiveTime::parse_from_str(typed, "%H:%M").ok() };
            match hour {
                Some(hour) => *read = Some(hour),
                None => faults.add(name.clone(), "speaking-fault-hour"),
            }
        }
        let [Some(from), Some(until)] = read else { continue };
        let at = |day: NaiveDate, hour: NaiveTime| zone.from_local_datetime(&day.and_time(hour)).earliest();
        // An end at midnight is the next day's beginning; 23:59 means the same.
        let late = NaiveTime::from_hms_opt(23, 59, 0);
        let (end_day, until) = if until == NaiveTime::MIN || Some(until) == late {
            (day.succ_opt().unwrap_or(*day), NaiveTime::MIN)
        } else {
            (*day, until)
        };
        match (at(*day, from), at(end_day, until)) {
            (Some(from), Some(until)) if from < until => times.push((from.to_utc(), until.to_utc())),
            _ => faults.add(names[1].clone(), "speaking-fault-order"),
        }
    }
    if times.is_empty() && faults.is_empty() {
        faults.add("when", "speaking-fault-none");
    }
    for day in days {
        for (name, key) in [("from", "speaking-from"), ("until", "speaking-until")] {
            faults.name(&format!("{name}-{day}"), &format!("{}, {}", words.day(*day), words.t(key)));
        }
    }
    if faults.is_empty() { Ok(times) } else { Err(faults) }
}
