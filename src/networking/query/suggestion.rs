//! Who suits a member, and why: found anew each time, so that whatever changed counts at once and nobody who left is kept
//! anywhere.

use super::Look;
use super::person::{PersonView, by_ids};
use crate::entity::{entry, interest, network, participation, presence, profile, profile_topic};
use crate::load::Member;
use crate::rules::matching::{self, Bonds, Reason, Setting, Span, Topics, Weights, rank};
use crate::rules::town::Town;
use crate::rules::visibility::{Field, Level, Viewer};
use crate::service::topic::all;
use base::{Time, Uuid, name};
use congress::entity::organisation;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{BTreeSet, HashMap};
use store::Conn;

/// So many of those who have to do with the same topics are looked at, who changed something last.
const LOOKED_AT: u64 = 2_000;

/// Somebody who suits, with the reasons, the heaviest first.
#[derive(Clone, Debug)]
pub struct Suggestion {
    pub person: PersonView,
    pub reasons: Vec<Reason>,
}

/// The best first, at most `limit`. What counts of others is what they show to participants, so that no reason tells more.
/// Some twenty statements.
pub async fn suggestions(conn: &Conn, look: &Look, member: &Member, limit: usize) -> Result<Vec<Suggestion>, DbErr> {
    let Some(around) = around(conn, look, member.profile()).await? else { return Ok(vec![]) };
    let bonds = bonds(conn, look, member).await?;
    let weights = weights(conn, look.congress).await?;
    let found = around.rank(look, &bonds, &weights, limit);
    told(conn, look, found).await
}

/// What two sets of weights make of the same person: who suits them by the one, and by the other. It is for those who run the
/// directory and must not learn who has shown interest in whom, or refused or knows whom: nobody is taken to have met yet, and
/// nobody to have been asked often.
pub async fn compared(
    conn: &Conn,
    look: &Look,
    profile: &profile::Model,
    weights: [&Weights; 2],
    limit: usize,
) -> Result<[Vec<Suggestion>; 2], DbErr> {
    let Some(mut around) = around(conn, look, profile).await? else { return Ok([vec![], vec![]]) };
    for other in &mut around.others {
        other.received = 0;
    }
    let none = Bonds::default();
    let [now, then] = weights.map(|weights| around.rank(look, &none, weights, limit));
    Ok([told(conn, look, now).await?, told(conn, look, then).await?])
}

/// Somebody who can stand for others where weights are tried: who has all these words in their name, of several the first by
/// family name; without any, who changed an offer or a need last. One statement.
pub async fn example(conn: &Conn, look: &Look, name: &str) -> Result<Option<profile::Model>, DbErr> {
    let find = profile::Entity::find().filter(profile::Column::Id.in_subquery(look.listed()));
    if name.is_empty() {
        let last = entry::Entity::find()
            .select_only()
            .column(entry::Column::ProfileId)
            .filter(entry::Column::ProfileId.in_subquery(look.listed()))
            .filter(entry::Column::Level.is_in(look.levels()))
            .filter(entry::Column::HiddenAt.is_null())
            .filter(entry::Column::ExpiresAt.gt(look.now))
            .order_by_desc(entry::Column::ChangedAt)
            .order_by_asc(entry::Column::Id)
            .limit(1);
        return find.filter(profile::Column::Id.in_subquery(last.into_query())).one(conn).await;
    }
    // Titles and what else is no word of a name are not kept in what people are sorted by.
    let words = name::sorted_by(name);
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let all = words.fold(Condition::all(), |all, word| all.add(profile::Column::SortKey.contains(word)));
    if all.is_empty() {
        return Ok(None);
    }
    find.filter(all).order_by_asc(profile::Column::SortKey).order_by_asc(profile::Column::Id).one(conn).await
}

/// What organisers have set, or the usual.
pub async fn weights(conn: &Conn, congress: Uuid) -> Result<Weights, DbErr> {
    let row = network::Entity::find().filter(network::Column::CongressId.eq(congress)).one(conn).await?;
    row.map_or_else(|| Ok(Weights::default()), |row| row.ranking())
}

/// Somebody with those around them.
struct Around {
    topics: Topics,
    own: matching::Profile,
    others: Vec<matching::Profile>,
}

impl Around {
    fn rank(&self, look: &Look, bonds: &Bonds, weights: &Weights, limit: usize) -> Vec<matching::Match> {
        let day = u64::try_from(look.now.timestamp() / 86_400).unwrap_or_default();
        rank(&self.own, &self.others, Setting { topics: &self.topics, bonds, weights, day }, limit)
    }
}

async fn around(conn: &Conn, look: &Look, profile: &profile::Model) -> Result<Option<Around>, DbErr> {
    let tree = all(conn, profile.host_id).await?;
    let topics = Topics::new(tree.iter().map(|row| (row.id, row.parent_id)));
    // Whoever runs the directory sees of somebody what participants see.
    let viewer = if look.viewer == Some(profile.id) { Viewer::Owner } else { Viewer::Participant };
    let own = values(conn, look, vec![profile.clone()], viewer).await?;
    let Some(own) = own.into_iter().next() else { return Ok(None) };
    let mut near: BTreeSet<Uuid> = own.works_on.iter().copied().chain(own.entries.iter().map(|e| e.topic)).collect();
    let of: Vec<Uuid> = near.iter().copied().collect();
    near.extend(tree.iter().map(|row| row.id).filter(|id| of.iter().any(|own| topics.near(*own, *id).is_some())));
    let others = values(conn, look, candidates(conn, look, profile.id, &near).await?, Viewer::Participant).await?;
    Ok(Some(Around { topics, own, others }))
}

async fn told(conn: &Conn, look: &Look, found: Vec<matching::Match>) -> Result<Vec<Suggestion>, DbErr> {
    let ids: Vec<Uuid> = found.iter().map(|one| one.other).collect();
    let people = by_ids(conn, look, &ids).await?;
    let suggestion = |one: matching::Match| {
        let person = people.iter().find(|person| person.id == one.other)?.clone();
        Some(Suggestion { person, reasons: one.reasons })
    };
    Ok(found.into_iter().filter_map(suggestion).collect())
}

/// Those who have to do with one of these topics, as far as that shows. In whom one has shown interest already, that waits, and
/// is left out: for oneself alone, since others must not learn of it.
async fn candidates(
    conn: &Conn,
    look: &Look,
    own: Uuid,
    topics: &BTreeSet<Uuid>,
) -> Result<Vec<profile::Model>, DbErr> {
    let working = profile_topic::Entity::find()
        .select_only()
        .column(profile_topic::Column::ProfileId)
        .filter(profile_topic::Column::TopicId.is_in(topics.iter().copied()))
        .filter(profile_topic::Column::Level.is_in(look.levels()));
    let writing = entry::Entity::find()
        .select_only()
        .column(entry::Column::ProfileId)
        .filter(entry::Column::TopicId.is_in(topics.iter().copied()))
        .filter(entry::Column::Level.is_in(look.levels()))
        .filter(entry::Column::HiddenAt.is_null())
        .filter(entry::Column::ExpiresAt.gt(look.now));
    let either = Condition::any()
        .add(profile::Column::Id.in_subquery(working.into_query()))
        .add(profile::Column::Id.in_subquery(writing.into_query()));
    let waits = interest::Entity::find()
        .select_only()
        .column(interest::Column::ToId)
        .filter(interest::Column::FromId.eq(own))
        .filter(interest::Column::State.eq(interest::State::Open))
        .filter(interest::Column::ExpiresAt.gt(look.now));
    let waits = (look.viewer == Some(own)).then(|| waits.into_query());
    profile::Entity::find()
        .filter(profile::Column::Id.in_subquery(look.listed()))
        .filter(profile::Column::Id.ne(own))
        .apply_if(waits, |find, waits| find.filter(profile::Column::Id.not_in_subquery(waits)))
        .filter(either)
        .order_by_desc(profile::Column::ChangedAt)
        .order_by_asc(profile::Column::Id)
        .limit(LOOKED_AT)
        .all(conn)
        .await
}

/// As the rules take them: what shows to `viewer`. Five statements.
async fn values(
    conn: &Conn,
    look: &Look,
    rows: Vec<profile::Model>,
    viewer: Viewer,
) -> Result<Vec<matching::Profile>, DbErr> {
    let ids = || rows.iter().map(|row| row.id);
    let bodies = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().filter_map(|row| row.organisation_id)));
    let bodies: HashMap<Uuid, organisation::Model> =
        bodies.all(conn).await?.into_iter().map(|row| (row.id, row)).collect();
    let mut works_on: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in profile_topic::Entity::find().filter(profile_topic::Column::ProfileId.is_in(ids())).all(conn).await? {
        if viewer.sees(row.level) {
            works_on.entry(row.profile_id).or_default().push(row.topic_id);
        }
    }
    // What one shows to nobody but contacts is no reason that others could read.
    let levels = [Level::Participants, Level::Public];
    let written = entry::Entity::find()
        .filter(entry::Column::ProfileId.is_in(ids()))
        .filter(entry::Column::Level.is_in(levels))
        .filter(entry::Column::HiddenAt.is_null())
        .filter(entry::Column::ExpiresAt.gt(look.now));
    let mut entries: HashMap<Uuid, Vec<matching::Entry>> = HashMap::new();
    for row in written.all(conn).await? {
        entries.entry(row.profile_id).or_default().push(matching::Entry {
            id: row.id,
            side: row.side,
            form: row.form,
            topic: row.topic_id,
            maturity: row.maturity,
            since: row.since,
            size: row.size.map(Into::into),
            region: Some(row.region),
        });
    }
    let here = participation::Entity::find()
        .filter(participation::Column::CongressId.eq(look.congress))
        .filter(participation::Column::ProfileId.is_in(ids()))
        .all(conn)
        .await?;
    let present = presence::Entity::find()
        .filter(presence::Column::ParticipationId.is_in(here.iter().map(|row| row.id)))
        .all(conn)
        .await?;
    let mut times: HashMap<Uuid, Vec<Span>> = HashMap::new();
    for row in present {
        times.entry(row.participation_id).or_default().push(Span { from: row.starts_at, until: row.ends_at });
    }
    let value = |row: &profile::Model| {
        let sees = |field| row.visibility.shows(field, viewer);
        let body = row.organisation_id.filter(|_| sees(Field::Organisation)).and_then(|id| bodies.get(&id));
        let here = here.iter().find(|here| here.profile_id == row.id).filter(|_| sees(Field::Presence));
        let tags = row.languages.split_whitespace().filter(|_| sees(Field::Languages));
        matching::Profile {
            id: row.id,
            // Of others only where it shows: who is left out would tell for whom they work.
            organisation: body.map(|body| body.id),
            kind: body.map(|body| body.kind),
            town: body.and_then(|body| Town::find(&body.name).or_else(|| Town::find(&body.town))),
            languages: tags.filter_map(|tag| tag.parse().ok()).collect(),
            presence: here.and_then(|here| times.get(&here.id)).cloned().unwrap_or_default(),
            on_site: here.is_some_and(|here| here.on_site),
            works_on: works_on.get(&row.id).cloned().unwrap_or_default(),
            entries: entries.get(&row.id).cloned().unwrap_or_default(),
            received: u32::try_from(row.received).unwrap_or_default(),
        }
    };
    Ok(rows.iter().map(value).collect())
}

/// What there is between the member and others. Interest counts as it stood when the day began: a list that moves at once
/// would tell who has just shown it.
async fn bonds(conn: &Conn, look: &Look, member: &Member) -> Result<Bonds, DbErr> {
    let own = member.id();
    let begun = look.now.date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
    let shown = interest::Entity::find()
        .filter(Condition::any().add(interest::Column::FromId.eq(own)).add(interest::Column::ToId.eq(own)))
        .filter(interest::Column::State.eq(interest::State::Open))
        .filter(interest::Column::ExpiresAt.gt(look.now))
        .all(conn)
        .await?;
    let before = |at: Time| at < begun;
    Ok(Bonds {
        interested: shown.iter().filter(|row| before(row.made_at)).map(|row| (row.from_id, row.to_id)).collect(),
        refused: look.declined_all().map(|other| (own, other)).collect(),
        // Nobody of those is among the candidates.
        blocked: BTreeSet::new(),
        contacts: look.contacts().iter().map(|other| (own, *other)).collect(),
    })
}
