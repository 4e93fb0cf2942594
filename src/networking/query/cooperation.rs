//! Cooperations, as somebody sees them.

use super::Look;
use super::person::{Body, PersonView, by_ids};
use crate::NetworkingError;
use crate::entity::cooperation_member::State as Part;
use crate::entity::{cooperation, cooperation_member, cooperation_step, profile};
use crate::load::Member;
use crate::rules::cooperation::{Circle, State, Tie};
use base::{Time, Uuid, name};
use congress::entity::topic;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use store::Conn;

/// One in a list.
#[derive(Clone, Debug)]
pub struct CooperationLine {
    pub code: String,
    pub title: String,
    pub state: State,
    pub seeks: bool,
    /// How whoever looks stands to it.
    pub tie: Tie,
}

/// A step, with who said so, as far as they show.
#[derive(Clone, Debug)]
pub struct StepView {
    pub step: cooperation_step::Model,
    pub by: Option<PersonView>,
}

/// One with all that shows to whoever looks.
#[derive(Clone, Debug)]
pub struct CooperationPage {
    pub row: cooperation::Model,
    pub topic: Option<topic::Model>,
    pub tie: Tie,
    pub steps: Vec<StepView>,
    pub joined: Vec<PersonView>,
    /// These show to those who are in it alone.
    pub invited: Vec<PersonView>,
    pub asked: Vec<PersonView>,
    pub next_owner: Option<PersonView>,
}

impl CooperationPage {
    /// The newest step, which says how far it is.
    pub fn newest(&self) -> Option<&cooperation_step::Model> {
        self.steps.last().map(|view| &view.step)
    }
}

fn tie(look: &Look, part: Option<Part>) -> Tie {
    match part {
        Some(Part::Joined) => Tie::Joined,
        Some(Part::Invited) => Tie::Invited,
        Some(Part::Asked) => Tie::Asking,
        Some(Part::Refused) => Tie::Refused,
        Some(Part::Left | Part::Declined) | None if look.viewer.is_some() => Tie::Participant,
        Some(Part::Left | Part::Declined) | None => Tie::Anybody,
    }
}

/// One by its code, as far as it shows to whoever looks: else it is not there. With how they stand to it.
pub async fn shown(
    conn: &Conn,
    look: &Look,
    host: Uuid,
    code: &str,
) -> Result<(cooperation::Model, Tie), NetworkingError> {
    let code = ticket::parse_order_code(code).ok_or(NetworkingError::Unknown)?;
    let row = cooperation::Entity::find()
        .filter(cooperation::Column::HostId.eq(host))
        .filter(cooperation::Column::Code.eq(code))
        .one(conn)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    let part = match look.viewer {
        Some(viewer) => {
            cooperation_member::Entity::find()
                .filter(cooperation_member::Column::CooperationId.eq(row.id))
                .filter(cooperation_member::Column::ProfileId.eq(viewer))
                .one(conn)
                .await?
        }
        None => None,
    };
    let tie = tie(look, part.map(|row| row.state));
    if shows(&row, tie) { Ok((row, tie)) } else { Err(NetworkingError::Unknown) }
}

/// One that somebody is in or asked to be, also if it shows to them no more. Two statements.
pub async fn own(conn: &Conn, member: &Member, code: &str) -> Result<(cooperation::Model, Tie), NetworkingError> {
    let code = ticket::parse_order_code(code).ok_or(NetworkingError::Unknown)?;
    let row = cooperation::Entity::find()
        .filter(cooperation::Column::HostId.eq(member.profile().host_id))
        .filter(cooperation::Column::Code.eq(code))
        .one(conn)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    let part = cooperation_member::Entity::find()
        .filter(cooperation_member::Column::CooperationId.eq(row.id))
        .filter(cooperation_member::Column::ProfileId.eq(member.id()))
        .one(conn)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    let tie = match part.state {
        Part::Joined => Tie::Joined,
        Part::Asked => Tie::Asking,
        Part::Invited => Tie::Invited,
        Part::Refused => Tie::Refused,
        Part::Declined | Part::Left => Tie::Participant,
    };
    Ok((row, tie))
}

/// What was taken off shows to those who are in it alone.
fn shows(row: &cooperation::Model, tie: Tie) -> bool {
    row.circle.shows_to(tie) && (row.hidden_at.is_none() || tie == Tie::Joined)
}

/// Its page. Eleven statements.
pub async fn page(conn: &Conn, look: &Look, row: cooperation::Model, tie: Tie) -> Result<CooperationPage, DbErr> {
    let parts = cooperation_member::Entity::find()
        .filter(cooperation_member::Column::CooperationId.eq(row.id))
        .order_by_asc(cooperation_member::Column::MadeAt)
        .order_by_asc(cooperation_member::Column::Id)
        .all(conn)
        .await?;
    let steps = cooperation_step::Entity::find()
        .filter(cooperation_step::Column::CooperationId.eq(row.id))
        .order_by_asc(cooperation_step::Column::Number)
        .all(conn)
        .await?;
    let ids: Vec<Uuid> = parts.iter().map(|part| part.profile_id).collect();
    let people = by_ids(conn, look, &ids).await?;
    let of = |state: Part| -> Vec<PersonView> {
        let here = parts.iter().filter(|part| part.state == state);
        here.filter_map(|part| people.iter().find(|view| view.id == part.profile_id).cloned()).collect()
    };
    let inside = tie == Tie::Joined;
    let joined = of(Part::Joined);
    let topic = topic::Entity::find().filter(topic::Column::Id.eq(row.topic_id)).one(conn).await?;
    // Who only was in it shows to those who are.
    let named = |id: Option<Uuid>| {
        let all: &[PersonView] = if inside { &people } else { &joined };
        all.iter().find(|view| Some(view.id) == id).cloned()
    };
    Ok(CooperationPage {
        topic,
        tie,
        steps: steps.into_iter().map(|step| StepView { by: named(step.profile_id), step }).collect(),
        next_owner: named(row.next_owner_id),
        invited: if inside { of(Part::Invited) } else { vec![] },
        asked: if inside { of(Part::Asked) } else { vec![] },
        joined,
        row,
    })
}

/// Those of whoever looks. Three statements.
pub async fn mine(conn: &Conn, look: &Look) -> Result<Vec<CooperationLine>, DbErr> {
    let Some(viewer) = look.viewer else { return Ok(vec![]) };
    let own = cooperation_member::Entity::find()
        .select_only()
        .column(cooperation_member::Column::CooperationId)
        .filter(cooperation_member::Column::ProfileId.eq(viewer))
        .filter(cooperation_member::Column::State.is_in(Part::OPEN));
    let found = cooperation::Entity::find().filter(cooperation::Column::Id.in_subquery(own.into_query()));
    lines(conn, look, found).await
}

/// Those on a topic that show to whoever looks. Three statements at most.
pub async fn of_topic(conn: &Conn, look: &Look, topic: Uuid) -> Result<Vec<CooperationLine>, DbErr> {
    lines(conn, look, cooperation::Entity::find().filter(cooperation::Column::TopicId.eq(topic))).await
}

/// Those that somebody of a body is in who shows with it to whoever looks. Three statements at most.
pub async fn of_body(conn: &Conn, look: &Look, body: Uuid) -> Result<Vec<CooperationLine>, DbErr> {
    let people = profile::Entity::find()
        .select_only()
        .column(profile::Column::Id)
        .filter(profile::Column::OrganisationId.eq(body))
        .filter(profile::Column::OrganisationLevel.is_in(look.levels()))
        .filter(profile::Column::Id.in_subquery(look.listed()));
    let of = cooperation_member::Entity::find()
        .select_only()
        .column(cooperation_member::Column::CooperationId)
        .filter(cooperation_member::Column::State.eq(Part::Joined))
        .filter(cooperation_member::Column::ProfileId.in_subquery(people.into_query()));
    lines(conn, look, cooperation::Entity::find().filter(cooperation::Column::Id.in_subquery(of.into_query()))).await
}

/// Newest first; none that does not show.
async fn lines(
    conn: &Conn,
    look: &Look,
    find: sea_orm::Select<cooperation::Entity>,
) -> Result<Vec<CooperationLine>, DbErr> {
    let own = match look.viewer {
        Some(viewer) => {
            cooperation_member::Entity::find()
                .filter(cooperation_member::Column::ProfileId.eq(viewer))
                .all(conn)
                .await?
        }
        None => vec![],
    };
    let own: HashMap<Uuid, Part> = own.into_iter().map(|row| (row.cooperation_id, row.state)).collect();
    let inside = own.iter().filter(|(_, part)| Part::OPEN.contains(part)).map(|(id, _)| *id);
    let open: &[Circle] =
        if look.viewer.is_some() { &[Circle::Participants, Circle::Public] } else { &[Circle::Public] };
    let rows = find
        .filter(
            Condition::any()
                .add(cooperation::Column::Circle.is_in(open.iter().copied()))
                .add(cooperation::Column::Id.is_in(inside)),
        )
        .order_by_desc(cooperation::Column::CreatedAt)
        .order_by_desc(cooperation::Column::Id)
        .all(conn)
        .await?;
    let states = states(conn, &rows).await?;
    let line = |row: cooperation::Model| {
        let tie = tie(look, own.get(&row.id).copied());
        let state = *states.get(&row.id)?;
        shows(&row, tie).then_some(CooperationLine {
            code: row.code,
            title: row.title,
            seeks: row.seeks && state != State::Ended,
            state,
            tie,
        })
    };
    Ok(rows.into_iter().filter_map(line).collect())
}

/// How far each is. One statement.
async fn states(conn: &Conn, rows: &[cooperation::Model]) -> Result<HashMap<Uuid, State>, DbErr> {
    let steps = cooperation_step::Entity::find()
        .select_only()
        .columns([cooperation_step::Column::CooperationId, cooperation_step::Column::State])
        .filter(cooperation_step::Column::CooperationId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(cooperation_step::Column::Number);
    Ok(steps.into_tuple::<(Uuid, State)>().all(conn).await?.into_iter().collect())
}

/// The steps of these, the newest of each last.
async fn steps_of(conn: &Conn, rows: &[cooperation::Model]) -> Result<Vec<cooperation_step::Model>, DbErr> {
    cooperation_step::Entity::find()
        .filter(cooperation_step::Column::CooperationId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(cooperation_step::Column::Number)
        .all(conn)
        .await
}

/// One on the desk's board: with the bodies and places of those who are in it, as far as these show to participants.
#[derive(Clone, Debug)]
pub struct BoardLine {
    pub row: cooperation::Model,
    pub state: State,
    /// Since when.
    pub since: Time,
    pub topic: Option<topic::Model>,
    pub joined: usize,
    /// Those who show, by name.
    pub people: Vec<PersonView>,
}

impl BoardLine {
    /// The bodies that are in it, each once, by name.
    pub fn bodies(&self) -> Vec<&Body> {
        let mut all: Vec<&Body> = self.people.iter().filter_map(|view| view.organisation.as_ref()).collect();
        all.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        all.dedup_by_key(|body| body.id);
        all
    }
}

/// All of an edition, newest first, for those who run it. Nine statements at most.
pub async fn board(conn: &Conn, look: &Look) -> Result<Vec<BoardLine>, DbErr> {
    let rows = cooperation::Entity::find()
        .filter(cooperation::Column::CongressId.eq(look.congress))
        .order_by_desc(cooperation::Column::CreatedAt)
        .order_by_desc(cooperation::Column::Id)
        .all(conn)
        .await?;
    let mut steps: HashMap<Uuid, cooperation_step::Model> = HashMap::new();
    for step in steps_of(conn, &rows).await? {
        steps.insert(step.cooperation_id, step);
    }
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(rows.iter().map(|row| row.topic_id)));
    let topics: HashMap<Uuid, topic::Model> = topics.all(conn).await?.into_iter().map(|row| (row.id, row)).collect();
    let parts = cooperation_member::Entity::find()
        .filter(cooperation_member::Column::State.eq(Part::Joined))
        .filter(cooperation_member::Column::CooperationId.is_in(rows.iter().map(|row| row.id)))
        .all(conn)
        .await?;
    let mut ids: Vec<Uuid> = parts.iter().map(|part| part.profile_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let people: HashMap<Uuid, PersonView> =
        by_ids(conn, look, &ids).await?.into_iter().map(|view| (view.id, view)).collect();
    let line = |row: cooperation::Model| {
        let step = steps.get(&row.id)?;
        let joined = parts.iter().filter(|part| part.cooperation_id == row.id);
        let mut here: Vec<PersonView> =
            joined.clone().filter_map(|part| people.get(&part.profile_id).cloned()).collect();
        here.sort_by_cached_key(|view| name::sorted_by(&view.name));
        Some(BoardLine {
            state: step.state,
            since: step.made_at,
            topic: topics.get(&row.topic_id).cloned(),
            joined: joined.count(),
            people: here,
            row,
        })
    };
    Ok(rows.into_iter().filter_map(line).collect())
}
