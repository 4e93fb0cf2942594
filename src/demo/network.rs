//! The directory in use: people of the region with what they work on, offer and look for, some who know each other, one who
//! waits for an answer, something reported, a topic that is missing: `content/network.toml`.

use crate::DemoError;
use crate::people::BODIES;
use crate::season::DOMAIN;
use ::networking::entity::avoidance::Kind as Avoided;
use ::networking::entity::cooperation::Origin;
use ::networking::entity::entry::{Form, Maturity, Region, Side};
use ::networking::entity::network_report::ObjectKind;
use ::networking::entity::profile;
use ::networking::form::profile::wording;
use ::networking::load::{Guest, Member, acting};
use ::networking::mail::cooperation::{INVITED, JOINED};
use ::networking::mail::meeting::{MEETING, PROPOSED};
use ::networking::mail::{CONNECTED, MESSAGE};
use ::networking::rules::cooperation::{Circle, State as Stage};
use ::networking::rules::visibility::{Field, Level, Visibility};
use ::networking::service::cooperation::{self as cooperations, Cooperation};
use ::networking::service::entrance::standing;
use ::networking::service::entry::{self as entries, Entry};
use ::networking::service::meeting::{self as meetings, Proposal};
use ::networking::service::place;
use ::networking::service::profile::{Profile, join};
use ::networking::service::topic::Topic;
use ::networking::service::{interest, report, setting, topic as topics};
use base::{Actor, Language, Text, Uuid};
use chrono::{Days, TimeDelta};
use congress::entity::congress as table;
use identity::entity::mailbox;
use locale::Words;
use post::past;
use registration::entity::attendee;
use registration::load::attendee_by_link;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use std::collections::BTreeSet;
use store::Store;
use web::form::Seen;

/// So many of those who come are in the directory, …
const PEOPLE: u64 = 250;
/// … and so many pairs know each other.
const PAIRS: usize = 18;

const CONTENT: &str = include_str!("content/network.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    jobs: Vec<String>,
    work: Vec<String>,
    topic: Vec<Meaning>,
    entry: Vec<Line>,
    cooperation: Vec<Together>,
}

/// What some do together, and how far it came.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Together {
    topic: String,
    title: String,
    goal: String,
    circle: Circle,
    /// Whom they look for; empty: nobody.
    seeks: String,
    next: String,
    /// In so many days it is to be done.
    days: u64,
    links: Vec<String>,
    steps: Vec<(Stage, String)>,
}

/// What a topic means, and what else it is called.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meaning {
    slug: String,
    de: String,
    en: String,
    synonyms: Vec<String>,
}

/// What is offered or looked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    topic: String,
    side: Side,
    form: Form,
    maturity: Option<Maturity>,
    since: Option<i32>,
    title: String,
    body: String,
}

/// The topics of the host by short name.
type Topics = Vec<(String, Uuid)>;

pub(crate) async fn add(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    let content: Content = toml::from_str(CONTENT)?;
    setting::set_open(store, &Actor::system(), congress.id, true).await?;
    let topics = name_topics(store, congress, &content.topic).await?;
    let people = join_all(store, congress, (&content, &topics)).await?;
    write_all(store, congress, (&content.entry, &topics), &people).await?;
    meet(store, congress, &people).await?;
    cooperate(store, congress, (&content.cooperation, &topics), &people).await?;
    talk(store, congress, &people).await?;
    let tx = store.begin().await?;
    for kind in [CONNECTED, MESSAGE, INVITED, JOINED, PROPOSED, MEETING] {
        past::as_sent(&tx, congress.id, kind, DOMAIN).await?;
    }
    Ok(tx.commit().await?)
}

/// Says what the topics mean; gives their ids by short name.
async fn name_topics(store: &Store, congress: &table::Model, means: &[Meaning]) -> Result<Topics, DemoError> {
    let mut known = vec![];
    for row in topics::all(store.read(), congress.host_id).await? {
        let Some(means) = means.iter().find(|means| means.slug == row.slug) else { continue };
        let old = Topic::from(&row);
        let about = Text::new(&means.de, &means.en);
        let new = Topic { about, synonyms: means.synonyms.join("\n"), ..old.clone() };
        topics::change(store, &Actor::system(), congress.id, row.id, new, &Seen::of(&old)).await?;
        known.push((row.slug, row.id));
    }
    Ok(known)
}

/// What somebody says of themselves: each a little otherwise.
fn said(begun: Profile, at: usize, (content, topics): (&Content, &Topics)) -> Profile {
    let on = |n: usize| topics.get((at * 5 + n * 7) % topics.len().max(1)).map(|(_, id)| *id);
    let of = |all: &[String]| all.get(at % all.len().max(1)).cloned().unwrap_or_default();
    let visibility = Visibility::default();
    // Some show to everybody, some do not say for whom they work.
    let visibility = match at % 9 {
        0 => [Field::Name, Field::Organisation, Field::Job, Field::Work, Field::Topics]
            .into_iter()
            .fold(visibility, |all, field| all.with(field, Level::Public)),
        4 => visibility.with(Field::Organisation, Level::Contacts),
        _ => visibility,
    };
    // What kind of body it is: one that carries the congress is known already.
    let body = BODIES.iter().find(|body| body.name == begun.organisation);
    Profile {
        organisation_kind: body.map_or(begun.organisation_kind, |body| body.kind),
        town: body.map(|body| body.town.to_owned()).unwrap_or_default(),
        job: of(&content.jobs),
        work: if at % 3 == 2 { String::new() } else { of(&content.work) },
        topics: (0..=at % 3).filter_map(on).collect(),
        languages: if at.is_multiple_of(4) { vec!["de".into(), "en".into()] } else { vec!["de".into()] },
        on_site: at % 7 != 3,
        visibility,
        ..begun
    }
}

async fn join_all(
    store: &Store,
    congress: &table::Model,
    given: (&Content, &Topics),
) -> Result<Vec<profile::Model>, DemoError> {
    let words = wording(Words::new(Language::De), &congress.name);
    let conn = store.read();
    let key = store::key::link_key(store).await?;
    let rows = attendee::Entity::find()
        .filter(attendee::Column::CongressId.eq(congress.id))
        .filter(attendee::Column::State.eq(attendee::State::Valid))
        .filter(attendee::Column::NamedAt.is_not_null())
        .filter(attendee::Column::Test.eq(false))
        .order_by_asc(attendee::Column::Id)
        .limit(PEOPLE * 2)
        .all(conn)
        .await?;
    let mut seen = std::collections::HashSet::new();
    let mut joined = vec![];
    for row in rows {
        if !seen.insert(row.mailbox_id) || seen.len() as u64 > PEOPLE {
            continue;
        }
        let order = registration::entity::order::Entity::find_by_id(row.order_id).one(conn).await?;
        let Some(order) = order else { continue };
        let secret = registration::load::attendee_secret(&key, &order, &row);
        let attendee = attendee_by_link(conn, &key, congress.id, &secret).await?;
        let guest = Guest::acting(conn, &attendee).await?;
        let mailbox = mailbox::Entity::find().filter(mailbox::Column::Id.eq(row.mailbox_id)).one(conn).await?;
        let Some(mailbox) = mailbox else { continue };
        let begun = Profile::of_guest(&standing(conn, congress.id, &mailbox).await?);
        let new = said(begun, joined.len(), given);
        joined.push(Box::pin(join(store, &guest, new, &words)).await?);
    }
    Ok(joined)
}

async fn member(store: &Store, congress: &table::Model, of: &profile::Model) -> Result<Member, DemoError> {
    Ok(acting(store.read(), congress.id, of.id, Language::De).await?)
}

/// Each line is written by somebody; some by two.
async fn write_all(
    store: &Store,
    congress: &table::Model,
    (lines, topics): (&[Line], &Topics),
    people: &[profile::Model],
) -> Result<(), DemoError> {
    for (at, line) in lines.iter().chain(lines.iter().step_by(3)).enumerate() {
        let (Some((_, topic)), Some(by)) =
            (topics.iter().find(|(slug, _)| *slug == line.topic), people.get((at * 11 + 3) % people.len().max(1)))
        else {
            continue;
        };
        let entry = Entry {
            side: line.side,
            form: line.form,
            topic: *topic,
            title: line.title.clone(),
            body: line.body.clone(),
            maturity: line.maturity,
            since: line.since,
            size: None,
            region: if at % 4 == 1 { Region::Neighbourhood } else { Region::Anywhere },
            level: if at.is_multiple_of(5) { Level::Public } else { Level::Participants },
            until: None,
        };
        let by = member(store, congress, by).await?;
        entries::add(store, &by, store.chance().opaque_id(), entry).await?;
    }
    Ok(())
}

/// Some know each other, some wait, one wants no more; something was reported, and a topic is missing.
async fn meet(store: &Store, congress: &table::Model, people: &[profile::Model]) -> Result<(), DemoError> {
    let pairs = people.chunks_exact(2).take(PAIRS);
    for (at, pair) in pairs.enumerate() {
        let (one, other) = (member(store, congress, &pair[0]).await?, member(store, congress, &pair[1]).await?);
        match at % 6 {
            4 => {
                let asks = "Wir stehen vor derselben Frage. Haben Sie beim Kongress zwanzig Minuten?";
                Box::pin(interest::show(store, &one, other.profile(), None, asks)).await?;
            }
            5 => {
                Box::pin(interest::show(store, &one, other.profile(), None, "")).await?;
                interest::avoid(store, &other, one.profile(), Avoided::Declined).await?;
            }
            _ => {
                // Some of them because of what the other offers or looks for.
                let about = ::networking::entity::entry::Entity::find()
                    .filter(::networking::entity::entry::Column::ProfileId.eq(other.id()))
                    .one(store.read())
                    .await?;
                Box::pin(interest::show(store, &one, other.profile(), about.map(|row| row.id), "")).await?;
                Box::pin(interest::show(store, &other, one.profile(), None, "")).await?;
            }
        }
    }
    let Some(first) = people.first() else { return Ok(()) };
    let reader = member(store, congress, first).await?;
    let last = ::networking::entity::entry::Entity::find()
        .filter(::networking::entity::entry::Column::ProfileId.ne(first.id))
        .order_by_desc(::networking::entity::entry::Column::Id)
        .one(store.read())
        .await?;
    if let Some(entry) = last {
        report::report(store, &reader, (ObjectKind::Entry, entry.id), "Das klingt nach Werbung.").await?;
    }
    let why = "Immer mehr Kommunen probieren es aus, jede für sich.";
    topics::propose(store, &reader, store.chance().opaque_id(), ("Künstliche Intelligenz in der Verwaltung", why))
        .await?;
    Ok(())
}

/// Pairs that know each other do something together: one begins it and invites the other, who says yes; the last of them has
/// not answered yet.
async fn cooperate(
    store: &Store,
    congress: &table::Model,
    (all, topics): (&[Together], &Topics),
    people: &[profile::Model],
) -> Result<(), DemoError> {
    let today = store.now().date_naive();
    for (at, (one, pair)) in all.iter().zip(people.chunks_exact(2)).enumerate() {
        let Some((_, topic)) = topics.iter().find(|(slug, _)| *slug == one.topic) else { continue };
        let (first, second) = (member(store, congress, &pair[0]).await?, member(store, congress, &pair[1]).await?);
        let id = store.chance().opaque_id();
        let new = Cooperation {
            topic: *topic,
            title: one.title.clone(),
            goal: one.goal.clone(),
            circle: one.circle,
            seeks: !one.seeks.is_empty(),
            wanted: one.seeks.clone(),
            next: one.next.clone(),
            next_owner: Some(first.id()).filter(|_| !one.next.is_empty()),
            next_on: today
                .checked_add_days(Days::new(one.days))
                .filter(|_| !one.next.is_empty())
                .map(|d| d.to_string()),
            links: one.links.join("\n"),
        };
        let invited = BTreeSet::from([second.id()]);
        cooperations::start(store, &first, id, new, (Origin::Connection, &invited)).await?;
        if at + 1 < all.len() {
            cooperations::answer(store, &second, id, true).await?;
        }
        for (number, (state, note)) in (1..).zip(&one.steps) {
            cooperations::step(store, &first, id, (*state, note.clone()), number).await?;
        }
    }
    Ok(())
}

/// At noon one can meet, for twenty minutes at one of twelve tables: some who know each other have agreed to, one has not been
/// answered.
async fn talk(store: &Store, congress: &table::Model, people: &[profile::Model]) -> Result<(), DemoError> {
    let noon = congress.starts_at + TimeDelta::hours(3);
    place::add_slots(store, &Actor::system(), congress.id, (noon, noon + TimeDelta::hours(2), 20)).await?;
    place::set_tables(store, &Actor::system(), congress.id, 12).await?;
    let known = people.chunks_exact(2).take(PAIRS).enumerate().filter(|(at, _)| at % 6 < 4);
    for (at, pair) in known.map(|(_, pair)| pair).take(8).enumerate() {
        let (one, other) = (member(store, congress, &pair[0]).await?, member(store, congress, &pair[1]).await?);
        let both = [one.profile(), other.profile()];
        let free = ::networking::query::meeting::free(store.read(), (congress.id, store.now()), both).await?;
        let slots = free.iter().skip(at % 3).take(2).map(|slot| slot.id).collect::<BTreeSet<_>>();
        let (Some(slot), id) = (slots.first().copied(), store.chance().opaque_id()) else { continue };
        let new = Proposal { slots, note: "Zwanzig Minuten zur E-Akte?".into() };
        Box::pin(meetings::propose(store, &one, other.profile(), (id, &new))).await?;
        if at < 7 {
            Box::pin(meetings::take(store, &other, (id, slot))).await?;
        }
    }
    Ok(())
}
