//! Who speaks: their name and biography, and when they can be there. One row for each mailbox of a congress.

use super::draft::Typed;
use crate::ProgrammeError;
use crate::entity::{speaker, speaker_time, submission, submission_speaker};
use crate::event::call::{CallEvent, What};
use crate::load::Speaker;
use crate::rules::submission::{MAX_KEPT, Wrong, length};
use base::name::MAX_NAME;
use base::name::{clean, fold};
use base::{Text, Time, Uuid};
use congress::service::congress::{hold, raise_revision};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Serialize;
use store::{Conn, DbErr, Store, Tx, record};
use web::form::Seen;

/// Who speaks, as their form has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Profile {
    pub name: String,
    pub organisation: String,
    pub biography: Text,
}

impl From<&speaker::Model> for Profile {
    fn from(row: &speaker::Model) -> Self {
        let (name, organisation) = (row.name.clone(), row.organisation.clone());
        Self { name, organisation, biography: row.biography.0.clone() }
    }
}

/// The speaker of a mailbox, if the congress has them.
pub(super) async fn by_mailbox(conn: &Conn, congress: Uuid, mailbox: Uuid) -> Result<Option<speaker::Model>, DbErr> {
    speaker::Entity::find()
        .filter(speaker::Column::CongressId.eq(congress))
        .filter(speaker::Column::MailboxId.eq(mailbox))
        .order_by_asc(speaker::Column::Id)
        .one(conn)
        .await
}

/// Makes a speaker of a mailbox.
pub(super) async fn add(tx: &Tx, congress: Uuid, mailbox: Uuid, profile: &Profile) -> Result<speaker::Model, DbErr> {
    let mut code = ticket::order_code(tx.chance().bytes::<16>());
    let taken = async |code: &str| {
        let by = speaker::Entity::find().filter(speaker::Column::CongressId.eq(congress));
        by.filter(speaker::Column::Code.eq(code)).one(&**tx).await
    };
    while taken(&code).await?.is_some() {
        code = ticket::order_code(tx.chance().bytes::<16>());
    }
    let row = speaker::Model {
        id: tx.id(),
        congress_id: congress,
        code,
        name: profile.name.clone(),
        organisation: profile.organisation.clone(),
        biography: profile.biography.clone().into(),
        mailbox_id: Some(mailbox),
        link_generation: 1,
        guid: None,
        source_id: String::new(),
        origin: None,
        search: fold(&format!("{} {}", profile.name, profile.organisation)),
        created_at: tx.now(),
        changed_at: tx.now(),
    };
    speaker::Entity::insert(row.clone().into_active_model()).exec_without_returning(&**tx).await?;
    Ok(row)
}

/// Says that somebody takes part, at the end of those who do.
pub(super) async fn take_part(
    tx: &Tx,
    submission: Uuid,
    speaker: Uuid,
    (position, name): (i32, &str),
    (invited, confirmed): (Option<Time>, Option<Time>),
) -> Result<(), DbErr> {
    let part = submission_speaker::ActiveModel {
        id: Set(tx.id()),
        submission_id: Set(submission),
        speaker_id: Set(speaker),
        position: Set(position),
        name: Set(name.to_owned()),
        invited_at: Set(invited),
        confirmed_at: Set(confirmed),
        declined_at: Set(None),
        declined_why: Set(String::new()),
    };
    submission_speaker::Entity::insert(part).exec_without_returning(&**tx).await.map(|_| ())
}

/// Whoever hands in, as they stand in the form: made the first time, changed after. The caller holds the congress.
pub(super) async fn speaker_of(tx: &Tx, row: &submission::Model, typed: &Typed) -> Result<Uuid, ProgrammeError> {
    let profile = Profile {
        name: typed.name.clone(),
        organisation: typed.organisation.clone(),
        biography: typed.biography.clone(),
    };
    let part = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(row.id))
        .filter(submission_speaker::Column::Position.eq(1))
        .one(&**tx)
        .await?;
    let there = match &part {
        Some(part) => speaker::Entity::find_by_id(part.speaker_id).one(&**tx).await?,
        None => by_mailbox(tx, row.congress_id, row.mailbox_id).await?,
    };
    let id = match there {
        Some(there) => {
            // What is begun anew never takes away the name that others read already.
            let name = if profile.name.is_empty() { there.name.clone() } else { profile.name.clone() };
            set(tx, &there, &Profile { name, ..profile.clone() }).await?;
            there.id
        }
        None => add(tx, row.congress_id, row.mailbox_id, &profile).await?.id,
    };
    if part.is_none() {
        take_part(tx, row.id, id, (1, &profile.name), (None, Some(tx.now()))).await?;
    }
    Ok(id)
}

/// Writes a profile, if it is another; what stands in the programme changes with it.
async fn set(tx: &Tx, row: &speaker::Model, profile: &Profile) -> Result<bool, DbErr> {
    if Profile::from(row) == *profile {
        return Ok(false);
    }
    let update = speaker::ActiveModel {
        name: Set(profile.name.clone()),
        organisation: Set(profile.organisation.clone()),
        biography: Set(profile.biography.clone().into()),
        search: Set(fold(&format!("{} {}", profile.name, profile.organisation))),
        changed_at: Set(tx.now()),
        ..Default::default()
    };
    speaker::Entity::update_many().set(update).filter(speaker::Column::Id.eq(row.id)).exec(&**tx).await?;
    raise_revision(tx, row.congress_id).await?;
    Ok(true)
}

/// Names fit a line, as everywhere.
pub(super) fn too_long(name: &str, organisation: &str) -> Vec<Wrong> {
    let long = |(field, text): (&'static str, &str)| {
        let length = text.chars().count();
        (length > MAX_NAME).then_some(Wrong { field: field.into(), message: "call-fault-long", max: MAX_NAME, length })
    };
    [("name", name), ("organisation", organisation)].into_iter().filter_map(long).collect()
}

/// Changes who one is, behind one's own link. Nobody overwrites what they have not seen.
pub async fn change(
    store: &Store,
    speaker: &Speaker,
    shown: &Seen,
    profile: Profile,
    max: usize,
) -> Result<(), ProgrammeError> {
    let profile = Profile {
        name: clean(&profile.name),
        organisation: clean(&profile.organisation),
        biography: Text::new(kept(&profile.biography.de), kept(&profile.biography.en)),
    };
    let mut wrong = vec![];
    if profile.name.is_empty() {
        wrong.push(Wrong { field: "name".into(), message: "call-fault-name", max: 0, length: 0 });
    }
    wrong.extend(too_long(&profile.name, &profile.organisation));
    for (field, text) in [("biography-de", &profile.biography.de), ("biography-en", &profile.biography.en)] {
        let (length, max) = (length(text), max.min(MAX_KEPT));
        if length > max {
            wrong.push(Wrong { field: field.into(), message: "call-fault-long", max, length });
        }
    }
    if !wrong.is_empty() {
        return Err(ProgrammeError::Faulty(wrong));
    }
    let tx = store.begin().await?;
    let congress = speaker.row().congress_id;
    hold(&tx, congress).await?;
    let row = speaker::Entity::find_by_id(speaker.row().id).one(&*tx).await?.ok_or(ProgrammeError::Unknown)?;
    if Profile::from(&row) != profile {
        shown.check(&Profile::from(&row))?;
        set(&tx, &row, &profile).await?;
        record(&tx, speaker.actor(), CallEvent { congress, object: row.id, what: What::Profile }).await?;
    }
    Ok(tx.commit().await?)
}

fn kept(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// When somebody can be there; nothing: they have not said, so always. One statement.
pub async fn times(conn: &Conn, speaker: Uuid) -> Result<Vec<(Time, Time)>, DbErr> {
    let rows = speaker_time::Entity::find()
        .filter(speaker_time::Column::SpeakerId.eq(speaker))
        .order_by_asc(speaker_time::Column::StartsAt)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.starts_at, row.ends_at)).collect())
}

/// Says when one can be there. Whoever plans sees it at once.
pub async fn set_times(
    store: &Store,
    speaker: &Speaker,
    shown: &Seen,
    mut wanted: Vec<(Time, Time)>,
) -> Result<(), ProgrammeError> {
    wanted.sort_unstable();
    wanted.dedup();
    let tx = store.begin().await?;
    let (congress, id) = (speaker.row().congress_id, speaker.row().id);
    hold(&tx, congress).await?;
    let now = times(&tx, id).await?;
    if now == wanted {
        return Ok(tx.rollback().await?);
    }
    shown.check(&now)?;
    speaker_time::Entity::delete_many().filter(speaker_time::Column::SpeakerId.eq(id)).exec(&*tx).await?;
    if !wanted.is_empty() {
        let rows = wanted.iter().map(|(from, until)| speaker_time::ActiveModel {
            id: Set(tx.id()),
            speaker_id: Set(id),
            starts_at: Set(*from),
            ends_at: Set(*until),
        });
        speaker_time::Entity::insert_many(rows).exec_without_returning(&*tx).await?;
    }
    record(&tx, speaker.actor(), CallEvent { congress, object: id, what: What::Times }).await?;
    Ok(tx.commit().await?)
}
