//! A file as it comes, into a congress that is there or is made for it.

use super::{Options, Report, import, import_in};
use crate::ProgrammeError;
use base::name::{MAX_NAME, clean};
use base::{Actor, Text, Time};
use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use congress::CongressError;
use congress::entity::congress::{Model as Congress, Phase};
use congress::service::congress::{self as congresses, Description};
use schedule::{Moment, Reading, Schedule};
use store::{Store, Tx};

/// A congress that is made if it is not there.
#[derive(Clone, Debug, Default)]
pub struct NewCongress {
    /// Else the file's title.
    pub name: Option<String>,
    /// Else the file's, else Europe/Berlin.
    pub zone: Option<Tz>,
}

/// Takes a file into the congress of this short name. With `create` that is made, public, in the same transaction, unless
/// it is there.
pub async fn file(
    store: &Store,
    actor: &Actor,
    slug: &str,
    bytes: &[u8],
    create: Option<&NewCongress>,
    options: Options,
) -> Result<Report, ProgrammeError> {
    let mut again = true;
    loop {
        let there = congress::query::by_slug(store.read(), slug).await?;
        let zone = match (&there, create) {
            (Some(there), _) => Some(congress::rules::check_zone(&there.zone)?),
            (None, Some(create)) => create.zone,
            (None, None) => return Err(CongressError::Unknown.into()),
        };
        let (schedule, notices) = schedule::read(bytes, Reading { zone })?;
        let done = match (there, create) {
            (Some(there), _) => import(store, actor, there.id, &schedule, &notices, options).await,
            (None, Some(create)) => Box::pin(made(store, actor, slug, create, &schedule, options)).await,
            (None, None) => Err(CongressError::Unknown.into()),
        };
        match done {
            // Two at once: the other one was faster.
            Err(ProgrammeError::Congress(CongressError::SlugTaken(_))) if again => again = false,
            done => return Ok(Report { notices, ..done? }),
        }
    }
}

async fn made(
    store: &Store,
    actor: &Actor,
    slug: &str,
    create: &NewCongress,
    schedule: &Schedule,
    options: Options,
) -> Result<Report, ProgrammeError> {
    let tx = store.begin().await?;
    let congress = add(&tx, actor, slug, create, schedule).await?;
    let report = import_in(&tx, actor, congress.id, schedule, options.draft).await?;
    if options.dry_run {
        tx.rollback().await?;
    } else {
        tx.commit().await?;
    }
    Ok(Report { created: true, ..report })
}

async fn add(
    tx: &Tx,
    actor: &Actor,
    slug: &str,
    create: &NewCongress,
    schedule: &Schedule,
) -> Result<Congress, ProgrammeError> {
    let conference = &schedule.conference;
    let zone = create.zone.or(conference.zone).unwrap_or(Tz::Europe__Berlin);
    let (starts_at, ends_at) = span(schedule, zone).ok_or(ProgrammeError::NoDays)?;
    let said = |text: &Option<String>| text.as_deref().map(clean).filter(|text| !text.is_empty());
    let title: String = clean(&conference.title).chars().take(MAX_NAME).collect();
    let name = said(&create.name).or(Some(title).filter(|title| !title.is_empty())).unwrap_or_else(|| slug.to_owned());
    let new = congresses::NewCongress {
        slug: slug.to_owned(),
        name: Text::same(name),
        starts_at,
        ends_at,
        zone: zone.name().to_owned(),
        phase: Phase::Open,
    };
    let row = congresses::add(tx, actor, new).await?;
    let (venue, city) = (said(&conference.venue), said(&conference.city));
    if venue.is_some() || city.is_some() {
        let place = [venue.clone(), city.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let description = Description {
            wordmark: row.wordmark.clone(),
            wordmark_accent: row.wordmark_accent.clone(),
            lead: row.lead.0.clone(),
            place: Text::same(place),
            host_line: row.host_line.0.clone(),
            doors_at: None,
            venue_name: venue.unwrap_or_default(),
            venue_street: String::new(),
            venue_postcode: String::new(),
            venue_town: city.unwrap_or_default(),
            contact_address: String::new(),
            signature: String::new(),
        };
        congresses::describe(tx, actor, row.id, description).await?;
    }
    Ok(row)
}

/// From the first to the last that happens; on days of which only the date is known, from nine to six.
fn span(schedule: &Schedule, zone: Tz) -> Option<(Time, Time)> {
    let at = |date: NaiveDate, hour| {
        let local = date.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?);
        zone.from_local_datetime(&local).earliest().map(|time| time.to_utc())
    };
    let moment = |moment: Moment, hour| match moment {
        Moment::Day(date) => at(date, hour),
        Moment::Time(time) => Some(time.to_utc()),
    };
    let mut times: Vec<Time> = vec![];
    for day in &schedule.days {
        let events = || day.rooms.iter().flat_map(|room| &room.events);
        let known = times.len();
        times.extend(events().flat_map(|event| [event.start.to_utc(), event.end().to_utc()]));
        if times.len() == known {
            times.extend(day.date.into_iter().flat_map(|date| [at(date, 9), at(date, 18)]).flatten());
        }
    }
    if times.is_empty() {
        times.extend(schedule.conference.start.and_then(|start| moment(start, 9)));
        times.extend(schedule.conference.end.and_then(|end| moment(end, 18)));
    }
    let (first, last) = (times.iter().min().copied()?, times.iter().max().copied()?);
    Some((first, last.max(first.checked_add_signed(TimeDelta::hours(1))?)))
}
