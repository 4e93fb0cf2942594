//! People of the directory, as somebody sees them.

use super::Look;
use crate::entity::network_document::Kind;
use crate::entity::{participation, presence, profile, profile_topic};
use crate::rules::visibility::{Field, Viewer};
use base::{Time, Uuid, name};
use congress::entity::organisation;
use identity::entity::{mailbox, person};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use store::Conn;
use store::Wanted;

/// The body that somebody works for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub id: Uuid,
    pub name: String,
    pub kind: organisation::Kind,
    pub town: String,
    /// The address of its page.
    pub code: String,
}

/// Somebody, with what the one who looks may see. There is no other way to show anybody.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonView {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub organisation: Option<Body>,
    pub job: String,
    pub work: String,
    pub topics: Vec<Uuid>,
    pub languages: Vec<String>,
    pub links: Vec<String>,
    pub mail: String,
    pub phone: String,
    /// In the halls, or online; none: that does not show.
    pub on_site: Option<bool>,
    /// When they are there; empty: the whole time, or it does not show.
    pub presence: Vec<(Time, Time)>,
    /// How the one who looks stands to them.
    pub standing: Viewer,
    /// Whether they take messages.
    pub takes_messages: bool,
}

/// Everything of somebody, before anybody looks.
struct Whole<'a> {
    profile: &'a profile::Model,
    person: &'a person::Model,
    organisation: Option<&'a organisation::Model>,
    topics: &'a [Uuid],
    mail: &'a str,
    here: Option<&'a participation::Model>,
    presence: &'a [(Time, Time)],
}

impl PersonView {
    /// What of it shows to a viewer; none, if not even the name does.
    fn seen(whole: &Whole, standing: Viewer) -> Option<Self> {
        let profile = whole.profile;
        let sees = |field| profile.visibility.shows(field, standing);
        let text = |field, text: &str| if sees(field) { text.to_owned() } else { String::new() };
        if !sees(Field::Name) {
            return None;
        }
        let organisation = whole.organisation.filter(|_| sees(Field::Organisation)).map(|row| Body {
            id: row.id,
            name: row.name.clone(),
            kind: row.kind,
            town: row.town.clone(),
            code: row.code.clone().unwrap_or_default(),
        });
        let lines = |field, text: &str, by: fn(&str) -> Vec<String>| if sees(field) { by(text) } else { vec![] };
        Some(Self {
            id: profile.id,
            code: profile.code.clone(),
            name: name::full(&whole.person.given_name, &whole.person.family_name),
            organisation,
            job: text(Field::Job, &profile.job),
            work: text(Field::Work, &profile.work),
            topics: if sees(Field::Topics) { whole.topics.to_vec() } else { vec![] },
            languages: lines(Field::Languages, &profile.languages, |text| {
                text.split_whitespace().map(str::to_owned).collect()
            }),
            links: lines(Field::Links, &profile.links, |text| text.lines().map(str::to_owned).collect()),
            mail: text(Field::Mail, whole.mail),
            phone: text(Field::Phone, &profile.phone),
            on_site: whole.here.filter(|_| sees(Field::Presence)).map(|here| here.on_site),
            presence: if sees(Field::Presence) { whole.presence.to_vec() } else { vec![] },
            standing,
            takes_messages: profile.reach == profile::Reach::Message,
        })
    }
}

/// What a list of people is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub topics: Vec<Uuid>,
    pub kind: Option<organisation::Kind>,
    pub organisation: Option<Uuid>,
    pub words: Option<Wanted>,
}

fn found(conn: &Conn, look: &Look, filter: &Filter) -> sea_orm::Select<profile::Entity> {
    use profile::Column;
    let mut find = profile::Entity::find().filter(Column::Id.in_subquery(look.listed()));
    if !filter.topics.is_empty() {
        let on = profile_topic::Entity::find()
            .select_only()
            .column(profile_topic::Column::ProfileId)
            .filter(profile_topic::Column::TopicId.is_in(filter.topics.iter().copied()))
            .filter(profile_topic::Column::Level.is_in(look.levels()));
        find = find.filter(Column::Id.in_subquery(on.into_query()));
    }
    if filter.kind.is_some() || filter.organisation.is_some() {
        find = find.filter(Column::OrganisationLevel.is_in(look.levels()));
    }
    if let Some(kind) = filter.kind {
        let of_kind = organisation::Entity::find()
            .select_only()
            .column(organisation::Column::Id)
            .filter(organisation::Column::Kind.eq(kind));
        find = find.filter(Column::OrganisationId.in_subquery(of_kind.into_query()));
    }
    if let Some(wanted) = &filter.words {
        find = find.filter(Column::Id.in_subquery(look.having(conn, Kind::Profile, wanted)));
    }
    if let Some(id) = filter.organisation {
        find = find.filter(Column::OrganisationId.eq(id));
    }
    find
}

/// A page of people, by family name, and how many there are. Eight statements.
pub async fn people(
    conn: &Conn,
    look: &Look,
    filter: &Filter,
    (offset, limit): (u64, u64),
) -> Result<(Vec<PersonView>, u64), DbErr> {
    let all = found(conn, look, filter).count(conn).await?;
    let rows = found(conn, look, filter)
        .order_by_asc(profile::Column::SortKey)
        .order_by_asc(profile::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(conn)
        .await?;
    Ok((views(conn, look, &rows).await?, all))
}

/// The kinds of bodies that people of a list work for, each with how many people. One statement.
pub async fn kinds(conn: &Conn, look: &Look, filter: &Filter) -> Result<Vec<(organisation::Kind, i64)>, DbErr> {
    let filter = Filter { kind: None, ..filter.clone() };
    let ids = found(conn, look, &filter)
        .filter(profile::Column::OrganisationLevel.is_in(look.levels()))
        .filter(profile::Column::OrganisationId.is_not_null())
        .select_only()
        .column(profile::Column::OrganisationId)
        .column_as(profile::Column::Id.count(), "n")
        .group_by(profile::Column::OrganisationId)
        .into_tuple::<(Uuid, i64)>()
        .all(conn)
        .await?;
    let bodies = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(ids.iter().map(|(id, _)| *id)))
        .all(conn)
        .await?;
    let kinds: HashMap<Uuid, organisation::Kind> = bodies.into_iter().map(|row| (row.id, row.kind)).collect();
    let mut counts: Vec<(organisation::Kind, i64)> = vec![];
    for (id, n) in ids {
        let Some(kind) = kinds.get(&id) else { continue };
        match counts.iter_mut().find(|(known, _)| known == kind) {
            Some((_, count)) => *count += n,
            None => counts.push((*kind, n)),
        }
    }
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    Ok(counts)
}

/// Those of these ids who show, in the order of the ids. Seven statements.
pub async fn by_ids(conn: &Conn, look: &Look, ids: &[Uuid]) -> Result<Vec<PersonView>, DbErr> {
    let rows = profile::Entity::find()
        .filter(profile::Column::Id.is_in(ids.iter().copied()))
        .filter(profile::Column::Id.in_subquery(look.listed()))
        .all(conn)
        .await?;
    let mut views = views(conn, look, &rows).await?;
    views.sort_by_key(|view| ids.iter().position(|id| *id == view.id));
    Ok(views)
}

/// One, as they show to whoever looks.
pub async fn one(conn: &Conn, look: &Look, row: &profile::Model) -> Result<Option<PersonView>, DbErr> {
    Ok(views(conn, look, std::slice::from_ref(row)).await?.pop())
}

/// One as somebody would see them who stands to them so.
pub async fn as_seen_by(
    conn: &Conn,
    look: &Look,
    row: &profile::Model,
    standing: Viewer,
) -> Result<Option<PersonView>, DbErr> {
    Ok(views_as(conn, look, std::slice::from_ref(row), |_| Some(standing)).await?.pop())
}

/// Six statements.
async fn views(conn: &Conn, look: &Look, rows: &[profile::Model]) -> Result<Vec<PersonView>, DbErr> {
    views_as(conn, look, rows, |id| look.standing(id)).await
}

async fn views_as(
    conn: &Conn,
    look: &Look,
    rows: &[profile::Model],
    standing: impl Fn(Uuid) -> Option<Viewer>,
) -> Result<Vec<PersonView>, DbErr> {
    let ids = || rows.iter().map(|row| row.id);
    let people = person::Entity::find().filter(person::Column::Id.is_in(rows.iter().map(|row| row.person_id)));
    let people: HashMap<Uuid, person::Model> = people.all(conn).await?.into_iter().map(|row| (row.id, row)).collect();
    let bodies = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().filter_map(|row| row.organisation_id)));
    let bodies: HashMap<Uuid, organisation::Model> =
        bodies.all(conn).await?.into_iter().map(|row| (row.id, row)).collect();
    let mut topics: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let of = profile_topic::Entity::find().filter(profile_topic::Column::ProfileId.is_in(ids()));
    for row in of.order_by_asc(profile_topic::Column::Id).all(conn).await? {
        topics.entry(row.profile_id).or_default().push(row.topic_id);
    }
    let mails = mailbox::Entity::find().filter(mailbox::Column::Id.is_in(rows.iter().map(|row| row.mailbox_id)));
    let mails: HashMap<Uuid, String> = mails.all(conn).await?.into_iter().map(|row| (row.id, row.address)).collect();
    let here = participation::Entity::find()
        .filter(participation::Column::CongressId.eq(look.congress))
        .filter(participation::Column::ProfileId.is_in(ids()))
        .all(conn)
        .await?;
    let mut times: HashMap<Uuid, Vec<(Time, Time)>> = HashMap::new();
    let present = presence::Entity::find()
        .filter(presence::Column::ParticipationId.is_in(here.iter().map(|row| row.id)))
        .order_by_asc(presence::Column::StartsAt);
    for row in present.all(conn).await? {
        times.entry(row.participation_id).or_default().push((row.starts_at, row.ends_at));
    }
    let here: HashMap<Uuid, participation::Model> = here.into_iter().map(|row| (row.profile_id, row)).collect();
    let view = |profile: &profile::Model| {
        let here = here.get(&profile.id);
        let whole = Whole {
            profile,
            person: people.get(&profile.person_id)?,
            organisation: profile.organisation_id.and_then(|id| bodies.get(&id)),
            topics: topics.get(&profile.id).map(Vec::as_slice).unwrap_or_default(),
            mail: mails.get(&profile.mailbox_id).map(String::as_str).unwrap_or_default(),
            here,
            presence: here.and_then(|here| times.get(&here.id)).map(Vec::as_slice).unwrap_or_default(),
        };
        PersonView::seen(&whole, standing(profile.id)?)
    };
    Ok(rows.iter().filter_map(view).collect())
}

/// A body of the host by the code of its page, if anybody of it shows to whoever looks.
pub async fn body(conn: &Conn, look: &Look, host: Uuid, code: &str) -> Result<Option<organisation::Model>, DbErr> {
    let Some(code) = ticket::parse_order_code(code) else { return Ok(None) };
    let found = organisation::Entity::find()
        .filter(organisation::Column::HostId.eq(host))
        .filter(organisation::Column::Code.eq(code))
        .one(conn)
        .await?;
    let Some(row) = found else { return Ok(None) };
    let filter = Filter { organisation: Some(row.id), ..Filter::default() };
    let shows = self::found(conn, look, &filter).count(conn).await? > 0;
    Ok(Some(row).filter(|_| shows))
}
