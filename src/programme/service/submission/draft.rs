//! Writing: kept from the first field on, by whoever holds the link, as long as the rules let them.

use super::{call_of, facts, hold, session, step};
use crate::ProgrammeError;
use crate::entity::submission::State;
use crate::entity::{call, speaker, submission, submission_speaker, submission_topic, submission_version};
use crate::event::call::{CallEvent, What};
use crate::load::Submission;
use crate::query::call::questions;
use crate::rules::submission::{Demands, MAX_KEPT, Said, Wrong, check, field_of, length, settle};
use crate::rules::transition::{self, By, Facts};
use crate::service::call::form_of;
use crate::service::submission::profile::{speaker_of, too_long};
use base::name::{clean, fold};
use base::{Text, Uuid};
use congress::rules::question::Given;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use store::{Conn, DbErr, Store, Tx, record};
use web::form::Seen;

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    pub title: String,
    pub abstract_text: String,
    pub description: String,
    pub language: String,
    pub type_id: Option<Uuid>,
    pub track_id: Option<Uuid>,
    pub do_not_record: bool,
    pub needs: String,
    pub notes: String,
    pub wants_stand: bool,
    pub wants_impulse: bool,
    pub power: String,
    pub screen: String,
    pub space: String,
    pub partners: String,
    pub offers: String,
    pub seeks: String,
    pub topics: Vec<Uuid>,
    /// To what the call asks of its own: what the form showed and what was answered, empty if nothing was.
    #[serde(default, skip_serializing_if = "Given::is_empty")]
    pub answers: Given,
    /// Of whoever hands it in.
    pub name: String,
    pub organisation: String,
    pub biography: Text,
}

impl Typed {
    /// What the rules look at.
    pub fn said(&self) -> Said<'_> {
        Said {
            title: &self.title,
            abstract_text: &self.abstract_text,
            description: &self.description,
            language: &self.language,
            has_type: self.type_id.is_some(),
            name: &self.name,
            biography: [&self.biography.de, &self.biography.en],
            notes: [&self.needs, &self.notes],
            wants_something: self.wants_stand || self.wants_impulse,
            answers: Some(&self.answers),
        }
    }

    /// The texts that reviewers read, and whatever else stands in a version.
    fn is_same_text(&self, other: &Self) -> bool {
        let bare = |typed: &Self| Self {
            name: String::new(),
            organisation: String::new(),
            biography: Text::default(),
            ..typed.clone()
        };
        bare(self) == bare(other)
    }
}

/// What stands there now: what the form begins with, and what its fingerprint is of. Three statements.
pub async fn typed_of(conn: &Conn, row: &submission::Model) -> Result<Typed, DbErr> {
    let topics = submission_topic::Entity::find()
        .filter(submission_topic::Column::SubmissionId.eq(row.id))
        .order_by_asc(submission_topic::Column::TopicId)
        .all(conn)
        .await?;
    let first = first_speaker(conn, row.id).await?;
    let (name, organisation, biography) =
        first.map(|speaker| (speaker.name, speaker.organisation, speaker.biography.0)).unwrap_or_default();
    Ok(Typed {
        title: row.title.clone(),
        abstract_text: row.abstract_text.clone(),
        description: row.description.clone(),
        language: row.language.clone(),
        type_id: row.type_id,
        track_id: row.track_id,
        do_not_record: row.do_not_record,
        needs: row.needs.clone(),
        notes: row.notes.clone(),
        wants_stand: row.wants_stand,
        wants_impulse: row.wants_impulse,
        power: row.power.clone(),
        screen: row.screen.clone(),
        space: row.space.clone(),
        partners: row.partners.clone(),
        offers: row.offers.clone(),
        seeks: row.seeks.clone(),
        topics: topics.into_iter().map(|topic| topic.topic_id).collect(),
        answers: row.answers.0.clone(),
        name,
        organisation,
        biography,
    })
}

async fn first_speaker(conn: &Conn, submission: Uuid) -> Result<Option<speaker::Model>, DbErr> {
    let first = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(submission))
        .filter(submission_speaker::Column::Position.eq(1))
        .one(conn)
        .await?;
    match first {
        Some(first) => speaker::Entity::find_by_id(first.speaker_id).one(conn).await,
        None => Ok(None),
    }
}

/// What a call demands of whoever hands in. Three statements.
pub(super) async fn demands(conn: &Conn, call: &call::Model, by: By) -> Result<Demands, DbErr> {
    let form = form_of(conn, call).await?;
    let max = |n: i32| usize::try_from(n).unwrap_or_default();
    let demands = Demands {
        abstract_max: max(form.abstract_max),
        description_max: max(form.description_max),
        biography_max: max(form.biography_max),
        languages: form.languages,
        has_types: !form.types.is_empty(),
        is_project: form.kind == call::Kind::Project,
        questions: questions(conn, &[call.id]).await?,
    };
    Ok(if by == By::Organiser { demands.of_organisers() } else { demands })
}

/// Whether whoever acts may change the text: a draft always; what was handed in, or taken back, while its call is open; what
/// takes place until the congress is over; organisers whatever is not over.
pub fn may_edit(state: State, by: By, facts: &Facts) -> bool {
    match (state, by) {
        (State::Draft, _) => !facts.over,
        (_, By::Organiser) => !facts.over,
        (State::Submitted | State::Withdrawn, _) => facts.call_open,
        (State::Accepted | State::Confirmed, _) => !facts.over,
        _ => false,
    }
}

/// What was kept.
#[derive(Clone, Debug)]
pub struct Kept {
    pub row: submission::Model,
    /// The fingerprint of what stands there now.
    pub seen: Seen,
    /// What was chosen and is no longer offered: it is left out, and must be said.
    pub refused: Vec<Wrong>,
}

/// Keeps what was typed. A draft, and what was taken back, is kept as it is, whatever is missing; what others read already
/// must be whole, and makes a new version. Nobody overwrites what they have not seen.
pub async fn save(store: &Store, loaded: &Submission, shown: &Seen, typed: Typed) -> Result<Kept, ProgrammeError> {
    let tx = store.begin().await?;
    // What stands in the programme changes with it.
    congress::service::congress::hold(&tx, loaded.row().congress_id).await?;
    let row = hold(&tx, loaded.row().id).await?;
    let call = call_of(&tx, &row).await?;
    let facts = facts(&tx, &row, &call, tx.now()).await?;
    let (row, refused) = write(&tx, loaded, row, &call, &facts, shown, typed).await?;
    let seen = Seen::of(&typed_of(&tx, &row).await?);
    tx.commit().await?;
    Ok(Kept { row, seen, refused })
}

/// The same within a transaction that holds the submission.
pub(super) async fn write(
    tx: &Tx,
    loaded: &Submission,
    mut row: submission::Model,
    call: &call::Model,
    facts: &Facts,
    shown: &Seen,
    typed: Typed,
) -> Result<(submission::Model, Vec<Wrong>), ProgrammeError> {
    if !may_edit(row.state, loaded.by(), facts) {
        return Err(ProgrammeError::Fixed);
    }
    let (typed, refused) = tidy(tx, &row, call, typed).await?;
    let now = typed_of(tx, &row).await?;
    let read = !matches!(row.state, State::Draft | State::Withdrawn);
    if now == typed && (!read || refused.is_empty()) {
        return Ok((row, refused));
    }
    shown.check(&now)?;
    if read {
        let demands = demands(tx, call, loaded.by()).await?;
        // What was accepted is not held up by what the call came to ask later.
        let accepted = transition::State::from(row.state).takes_place();
        let mut wrong = check(&typed.said(), &if accepted { demands.of_organisers() } else { demands });
        wrong.retain(|one| !refused.iter().any(|other| other.field == one.field));
        wrong.extend(refused.iter().cloned());
        if !wrong.is_empty() {
            return Err(ProgrammeError::Faulty(wrong));
        }
    }
    let other_text = !typed.is_same_text(&now);
    let before = row.clone();
    set(tx, &mut row, call, &typed).await?;
    speaker_of(tx, &row, &typed).await?;
    if read && other_text {
        row.version += 1;
        row.edited = row.edited || (row.pending.is_some() && loaded.by() == By::Submitter);
        let by = if loaded.actor().name.is_empty() { typed.name.clone() } else { loaded.actor().name.clone() };
        version(tx, &row, &typed, by).await?;
        let what = What::Edited { code: row.code.clone(), version: row.version };
        record(tx, loaded.actor(), CallEvent { congress: row.congress_id, object: row.id, what }).await?;
    }
    row.search =
        fold(&format!("{} {} {} {}", row.title, typed.name, typed.organisation, row.partners)).trim().to_owned();
    row.changed_at = tx.now();
    step::write(tx, &row).await?;
    if let Some(session) = row.session_id {
        session::text(tx, Some(&before), &row, session).await?;
        if typed.topics != now.topics {
            session::topics(tx, &row, session).await?;
        }
        session::changed(tx, row.congress_id).await?;
    }
    if transition::State::from(row.state).takes_place() {
        session::project(tx, &row).await?;
    }
    Ok((row, refused))
}

/// What was typed as it is kept: names on one line, only types, tracks and topics that the call offers.
/// And what of it cannot be kept.
async fn tidy(
    tx: &Tx,
    row: &submission::Model,
    call: &call::Model,
    typed: Typed,
) -> Result<(Typed, Vec<Wrong>), ProgrammeError> {
    let asked = questions(tx, &[call.id]).await?;
    let texts = [
        ("title", &typed.title),
        ("abstract", &typed.abstract_text),
        ("description", &typed.description),
        ("needs", &typed.needs),
        ("notes", &typed.notes),
        ("power", &typed.power),
        ("screen", &typed.screen),
        ("space", &typed.space),
        ("partners", &typed.partners),
        ("offers", &typed.offers),
        ("seeks", &typed.seeks),
        ("biography-de", &typed.biography.de),
        ("biography-en", &typed.biography.en),
    ];
    let texts = texts.into_iter().map(|(field, text)| (Cow::from(field), text));
    let answers = asked.iter().filter_map(|one| Some((Cow::from(field_of(one)), typed.answers.get(&one.id)?)));
    let long = texts.chain(answers).filter(|(_, text)| length(text) > MAX_KEPT);
    let long: Vec<Wrong> = long
        .map(|(field, text)| Wrong { field, message: "call-fault-long", max: MAX_KEPT, length: length(text) })
        .collect();
    if !long.is_empty() {
        return Err(ProgrammeError::Faulty(long));
    }
    let long = too_long(&typed.name, &typed.organisation);
    if !long.is_empty() {
        return Err(ProgrammeError::Faulty(long));
    }
    let form = form_of(tx, call).await?;
    // Line breaks as one writes them here, whatever the browser sent.
    let text = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    let offered = |id: &Uuid| form.types.iter().any(|(type_id, _)| type_id == id) || row.type_id == Some(*id);
    let in_track = |id: &Uuid| form.tracks.contains(id) || row.track_id == Some(*id);
    let mut topics = typed.topics;
    topics.sort_unstable();
    topics.dedup();
    let host = congress::query::by_id(tx, row.congress_id).await?.ok_or(ProgrammeError::Unknown)?.host_id;
    let known: Vec<Uuid> = congress::entity::topic::Entity::find()
        .filter(congress::entity::topic::Column::HostId.eq(host))
        .filter(congress::entity::topic::Column::Id.is_in(topics.iter().copied()))
        .all(&**tx)
        .await?
        .into_iter()
        .map(|topic| topic.id)
        .collect();
    topics.retain(|id| known.contains(id));
    let (answers, refused) = settle(&asked, &typed.answers, &row.answers.0);
    let typed = Typed {
        title: clean(&typed.title),
        abstract_text: text(&typed.abstract_text),
        description: text(&typed.description),
        language: if form.languages.contains(&typed.language) { typed.language } else { String::new() },
        type_id: typed.type_id.filter(offered),
        track_id: typed.track_id.filter(in_track),
        needs: text(&typed.needs),
        notes: text(&typed.notes),
        power: clean(&typed.power),
        screen: clean(&typed.screen),
        space: clean(&typed.space),
        partners: text(&typed.partners),
        offers: text(&typed.offers),
        seeks: text(&typed.seeks),
        topics,
        answers,
        name: clean(&typed.name),
        organisation: clean(&typed.organisation),
        biography: Text::new(text(&typed.biography.de), text(&typed.biography.en)),
        ..typed
    };
    Ok((typed, refused))
}

async fn set(tx: &Tx, row: &mut submission::Model, call: &call::Model, typed: &Typed) -> Result<(), ProgrammeError> {
    let types = form_of(tx, call).await?.types;
    let minutes = |id: Uuid| types.iter().find(|(type_id, _)| *type_id == id).map(|(_, minutes)| *minutes);
    row.minutes = typed.type_id.and_then(minutes).or(row.minutes.filter(|_| row.type_id == typed.type_id));
    row.title.clone_from(&typed.title);
    row.abstract_text.clone_from(&typed.abstract_text);
    row.description.clone_from(&typed.description);
    row.language.clone_from(&typed.language);
    row.type_id = typed.type_id;
    row.track_id = typed.track_id;
    row.do_not_record = typed.do_not_record;
    row.needs.clone_from(&typed.needs);
    row.notes.clone_from(&typed.notes);
    row.wants_stand = typed.wants_stand;
    row.wants_impulse = typed.wants_impulse;
    row.power.clone_from(&typed.power);
    row.screen.clone_from(&typed.screen);
    row.space.clone_from(&typed.space);
    row.partners.clone_from(&typed.partners);
    row.offers.clone_from(&typed.offers);
    row.seeks.clone_from(&typed.seeks);
    row.answers.0.clone_from(&typed.answers);
    let of = submission_topic::Column::SubmissionId.eq(row.id);
    submission_topic::Entity::delete_many().filter(of).exec(&**tx).await?;
    if !typed.topics.is_empty() {
        let rows = typed.topics.iter().map(|topic| submission_topic::ActiveModel {
            id: Set(tx.id()),
            submission_id: Set(row.id),
            topic_id: Set(*topic),
        });
        submission_topic::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Keeps the text as it stands now, under the submission's number.
pub(super) async fn version(tx: &Tx, row: &submission::Model, typed: &Typed, by: String) -> Result<(), ProgrammeError> {
    let more = serde_json::to_value(typed).map_err(|e| DbErr::Custom(e.to_string()))?;
    let new = submission_version::ActiveModel {
        id: Set(tx.id()),
        submission_id: Set(row.id),
        number: Set(row.version),
        title: Set(row.title.clone()),
        abstract_text: Set(row.abstract_text.clone()),
        description: Set(row.description.clone()),
        language: Set(row.language.clone()),
        type_id: Set(row.type_id),
        track_id: Set(row.track_id),
        minutes: Set(row.minutes),
        more: Set(more),
        made_by: Set(by),
        made_at: Set(tx.now()),
    };
    submission_version::Entity::insert(new).exec_without_returning(&**tx).await?;
    Ok(())
}
