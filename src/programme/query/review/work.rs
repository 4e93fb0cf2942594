//! What a reviewer has before them.

use super::frame::Standing;
use crate::entity::submission::Answers;
use crate::entity::{
    call_question, review, review_assignment, review_conflict, review_value, speaker, submission, submission_cover,
    submission_speaker, submission_version,
};
use crate::query::call::questions;
use crate::rules::review::{Conflict, Criterion, Open, Party, conflict, next, overall};
use base::Uuid;
use identity::entity::{account, mailbox};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr};

/// Why a reviewer does not judge something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Found by who they are.
    Near(Conflict),
    /// They have said so themselves.
    Declared,
}

/// What somebody gave something.
#[derive(Clone, Debug)]
pub struct Given {
    pub row: review::Model,
    pub values: Vec<(Uuid, i32)>,
    /// In hundredths of the best; none if they abstained or valued nothing that counts.
    pub overall: Option<f64>,
}

/// Something that a reviewer may judge, or is too near to.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: Uuid,
    pub code: String,
    /// As they may read it.
    pub title: String,
    pub track: Option<Uuid>,
    pub kind: Option<Uuid>,
    /// Reviews that it has, abstentions among them.
    pub reviews: usize,
    pub assigned: bool,
    pub hindrance: Option<Hindrance>,
    pub mine: Option<Given>,
}

/// All that is handed in and waits for a decision and is this reviewer's, by title. Eight statements.
pub async fn work(
    conn: &Conn,
    congress: Uuid,
    standing: &Standing,
    criteria: &[Criterion],
) -> Result<Vec<Item>, DbErr> {
    let rows = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::State.eq(submission::State::Submitted))
        .order_by_asc(submission::Column::Id)
        .all(conn)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let given = given(conn, &ids, criteria).await?;
    let assigned: HashSet<Uuid> = review_assignment::Entity::find()
        .select_only()
        .column(review_assignment::Column::SubmissionId)
        .filter(review_assignment::Column::AccountId.eq(standing.account))
        .into_tuple::<Uuid>()
        .all(conn)
        .await?
        .into_iter()
        .collect();
    let declared: HashSet<Uuid> =
        declared(conn, &[standing.account]).await?.into_iter().map(|(submission, _)| submission).collect();
    let covers = if standing.rights.names { HashMap::new() } else { covers(conn, &ids).await? };
    let people = people(conn, &rows).await?;
    let mut items: Vec<Item> = rows
        .into_iter()
        .filter(|row| {
            if standing.rights.assigned_only {
                assigned.contains(&row.id)
            } else {
                standing.judges(row.track_id) || assigned.contains(&row.id)
            }
        })
        .map(|row| {
            let (id, given) = (row.id, given.get(&row.id).map(Vec::as_slice).unwrap_or_default());
            let near = nearest(standing, people.get(&id).map(Vec::as_slice).unwrap_or_default());
            let declared = declared.contains(&id).then_some(Hindrance::Declared);
            Item {
                title: covers.get(&id).map_or(row.title, |cover| cover.title.clone()),
                track: row.track_id,
                kind: row.type_id,
                reviews: given.len(),
                assigned: assigned.contains(&id),
                hindrance: near.map(Hindrance::Near).or(declared),
                mine: given.iter().find(|one| one.row.account_id == standing.account).cloned(),
                code: row.code,
                id,
            }
        })
        .collect();
    items.sort_by_cached_key(|item| (base::name::fold(&item.title), item.id));
    Ok(items)
}

/// What of it should be judged next.
pub fn upcoming<'i>(standing: &Standing, items: &'i [Item]) -> Option<&'i Item> {
    let open: Vec<Open> = items
        .iter()
        .filter(|item| item.hindrance.is_none() && item.mine.is_none())
        .map(|item| Open { submission: item.id, reviews: item.reviews, assigned: item.assigned })
        .collect();
    let id = next(standing.account, &open)?;
    items.iter().find(|item| item.id == id)
}

/// All that was given to these, by submission, the earliest first. Two statements.
pub async fn given(
    conn: &Conn,
    submissions: &[Uuid],
    criteria: &[Criterion],
) -> Result<HashMap<Uuid, Vec<Given>>, DbErr> {
    let rows = review::Entity::find()
        .filter(review::Column::SubmissionId.is_in(submissions.iter().copied()))
        .order_by_asc(review::Column::MadeAt)
        .order_by_asc(review::Column::Id)
        .all(conn)
        .await?;
    let values = review_value::Entity::find()
        .filter(review_value::Column::ReviewId.is_in(rows.iter().map(|row| row.id)))
        .all(conn)
        .await?;
    let mut of: HashMap<Uuid, Vec<(Uuid, i32)>> = HashMap::new();
    for value in values {
        of.entry(value.review_id).or_default().push((value.criterion_id, value.value));
    }
    let mut given: HashMap<Uuid, Vec<Given>> = HashMap::new();
    for row in rows {
        let values = of.remove(&row.id).unwrap_or_default();
        let overall = if row.abstained { None } else { overall(criteria, &values) };
        given.entry(row.submission_id).or_default().push(Given { row, values, overall });
    }
    Ok(given)
}

/// Which of these accounts have said that they cannot judge what.
pub async fn declared(conn: &Conn, accounts: &[Uuid]) -> Result<HashSet<(Uuid, Uuid)>, DbErr> {
    let rows = review_conflict::Entity::find()
        .filter(review_conflict::Column::AccountId.is_in(accounts.iter().copied()))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.submission_id, row.account_id)).collect())
}

async fn covers(conn: &Conn, submissions: &[Uuid]) -> Result<HashMap<Uuid, submission_cover::Model>, DbErr> {
    let rows = submission_cover::Entity::find()
        .filter(submission_cover::Column::SubmissionId.is_in(submissions.iter().copied()))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.submission_id, row)).collect())
}

/// Who stands behind each: who handed it in, and who speaks. Three statements.
pub async fn people(conn: &Conn, rows: &[submission::Model]) -> Result<HashMap<Uuid, Vec<Party>>, DbErr> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let speaking = speaking(conn, &ids).await?;
    let boxes = speaking.iter().filter_map(|(_, speaker)| speaker.mailbox_id);
    let boxes: HashSet<Uuid> = boxes.chain(rows.iter().map(|row| row.mailbox_id)).collect();
    let addresses: HashMap<Uuid, String> = mailbox::Entity::find()
        .filter(mailbox::Column::Id.is_in(boxes))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.id, row.address))
        .collect();
    let address = |id: Option<Uuid>| id.and_then(|id| addresses.get(&id)).cloned().unwrap_or_default();
    let mut people: HashMap<Uuid, Vec<Party>> = HashMap::new();
    for row in rows {
        let party = Party { organisation: String::new(), mail: address(Some(row.mailbox_id)) };
        people.entry(row.id).or_default().push(party);
    }
    for (submission, speaker) in speaking {
        let party = Party { organisation: speaker.organisation, mail: address(speaker.mailbox_id) };
        people.entry(submission).or_default().push(party);
    }
    Ok(people)
}

/// Who speaks in these, in their order, by submission. Two statements.
async fn speaking(conn: &Conn, submissions: &[Uuid]) -> Result<Vec<(Uuid, speaker::Model)>, DbErr> {
    let parts = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.is_in(submissions.iter().copied()))
        .order_by_asc(submission_speaker::Column::Position)
        .all(conn)
        .await?;
    let of = speaker::Column::Id.is_in(parts.iter().map(|part| part.speaker_id));
    let found = speaker::Entity::find().filter(of).all(conn).await?;
    let named: HashMap<Uuid, speaker::Model> = found.into_iter().map(|row| (row.id, row)).collect();
    let of = |part: submission_speaker::Model| {
        named.get(&part.speaker_id).cloned().map(|speaker| (part.submission_id, speaker))
    };
    Ok(parts.into_iter().filter_map(of).collect())
}

/// Whether somebody is too near to these, for whomever of theirs they work.
pub fn nearest(standing: &Standing, people: &[Party]) -> Option<Conflict> {
    let alone = [String::new()];
    let organisations = if standing.organisations.is_empty() { alone.as_slice() } else { &standing.organisations };
    let of = |organisation: &String| {
        conflict(&Party { organisation: organisation.clone(), mail: standing.mail.clone() }, people)
    };
    organisations.iter().filter_map(of).min()
}

/// Something with all that a reviewer may read of it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub item: Item,
    pub abstract_text: String,
    pub description: String,
    pub language: String,
    pub minutes: Option<i32>,
    /// The number of the text that is shown.
    pub version: i32,
    /// The text is one without names.
    pub covered: bool,
    /// What its call asks of its own and reviewers may read: one's own words are left out where the text is covered.
    pub questions: Vec<call_question::Model>,
    pub answers: Answers,
    /// Who speaks, where the phase lets them see it: name and organisation.
    pub speakers: Vec<(String, String)>,
    /// What others gave, where the phase lets them see it, with names where it says so.
    pub others: Vec<(Option<String>, Given)>,
    /// The text that they judged, where it has changed since.
    pub judged: Option<submission_version::Model>,
}

/// One of somebody's work by its code, whether they are too near to it or not. Seventeen statements at most.
pub async fn reading(
    conn: &Conn,
    congress: Uuid,
    standing: &Standing,
    criteria: &[Criterion],
    code: &str,
) -> Result<Option<Reading>, DbErr> {
    let items = work(conn, congress, standing, criteria).await?;
    let Some(item) = items.into_iter().find(|item| item.code == code) else { return Ok(None) };
    let Some(row) = submission::Entity::find_by_id(item.id).one(conn).await? else { return Ok(None) };
    let cover = if standing.rights.names { None } else { covers(conn, &[item.id]).await?.remove(&item.id) };
    let mut speakers = vec![];
    if standing.rights.names {
        let rows = speaking(conn, &[item.id]).await?;
        speakers = rows.into_iter().map(|(_, row)| (row.name, row.organisation)).collect();
    }
    let mut others = vec![];
    if item.hindrance.is_none() && standing.rights.sees_others(item.mine.is_some()) {
        let all = given(conn, &[item.id], criteria).await?.remove(&item.id).unwrap_or_default();
        let theirs: Vec<Given> = all.into_iter().filter(|one| one.row.account_id != standing.account).collect();
        let names = if standing.rights.reviewers { names(conn, &theirs).await? } else { HashMap::new() };
        others = theirs.into_iter().map(|one| (names.get(&one.row.account_id).cloned(), one)).collect();
    }
    let judged = match &item.mine {
        Some(mine) if mine.row.version != row.version => {
            submission_version::Entity::find()
                .filter(submission_version::Column::SubmissionId.eq(item.id))
                .filter(submission_version::Column::Number.eq(mine.row.version))
                .one(conn)
                .await?
        }
        _ => None,
    };
    // Names may stand in what was judged before, as in the text itself.
    let judged = judged.filter(|_| standing.rights.names || cover.is_none());
    let covered = cover.is_some();
    let mut questions = questions(conn, &[row.call_id]).await?;
    questions.retain(|question| question.reviewers && !(covered && question.kind.is_free()));
    let (abstract_text, description) = match cover {
        Some(cover) => (cover.abstract_text, cover.description),
        None => (row.abstract_text, row.description),
    };
    Ok(Some(Reading {
        item,
        abstract_text,
        description,
        language: row.language,
        minutes: row.minutes,
        version: row.version,
        covered,
        questions,
        answers: row.answers,
        speakers,
        others,
        judged,
    }))
}

/// The names of who gave these.
pub async fn names(conn: &Conn, given: &[Given]) -> Result<HashMap<Uuid, String>, DbErr> {
    let ids: HashSet<Uuid> = given.iter().map(|one| one.row.account_id).collect();
    let rows = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
