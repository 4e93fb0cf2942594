//! Telling those who speak what a release changed for them: nobody else.

use crate::ProgrammeError;
use crate::entity::{release, session_speaker, speaker};
use crate::mail::RELEASE_MAIL;
use crate::query::release::{Named, Told, told};
use crate::rules::change::{Change, What};
use base::Uuid;
use identity::entity::mailbox;
use post::NewMessage;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{Conn, DbErr, Store};

/// The job that does it, of a release.
pub const RELEASE_MAILS: &str = "programme.release_mails";

/// What a release changed; the first one is all new.
pub(crate) async fn changed(conn: &Conn, release: &release::Model) -> Result<(Vec<Change>, Named), DbErr> {
    let (mut all, named) = told(conn, release.congress_id, Some(release.number), 1).await?;
    let Some(Told { slots, changes, .. }) = all.pop() else { return Ok((vec![], named)) };
    let new = |held| Change { held, what: vec![What::New] };
    Ok((changes.unwrap_or_else(|| slots.into_iter().map(new).collect()), named))
}

/// Who speaks in which of these sessions.
pub(crate) async fn speaking(conn: &Conn, changes: &[Change]) -> Result<HashMap<Uuid, HashSet<Uuid>>, DbErr> {
    let sessions: HashSet<Uuid> = changes.iter().filter_map(|change| change.held.session).collect();
    let rows =
        session_speaker::Entity::find().filter(session_speaker::Column::SessionId.is_in(sessions)).all(conn).await?;
    let mut by_speaker: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    for row in rows {
        by_speaker.entry(row.speaker_id).or_default().insert(row.session_id);
    }
    Ok(by_speaker)
}

/// One mail for each release and mailbox, however often it is asked for: to those who speak in a session of which a slot
/// changed with this release, and whose address is known.
pub async fn send(store: &Store, release: Uuid) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    let find = release::Entity::find().filter(release::Column::Id.eq(release));
    let Some(release) = find.one(&*tx).await? else { return Ok(tx.rollback().await?) };
    let (changes, _) = changed(&tx, &release).await?;
    let speaking = speaking(&tx, &changes).await?;
    let speakers = speaker::Entity::find()
        .filter(speaker::Column::Id.is_in(speaking.keys().copied()))
        .filter(speaker::Column::MailboxId.is_not_null())
        .order_by_asc(speaker::Column::Id)
        .all(&*tx)
        .await?;
    let mut names: BTreeMap<Uuid, String> = BTreeMap::new();
    for speaker in speakers {
        if let Some(mailbox) = speaker.mailbox_id {
            names.entry(mailbox).or_insert(speaker.name);
        }
    }
    let boxes = mailbox::Entity::find()
        .filter(mailbox::Column::Id.is_in(names.keys().copied()))
        .order_by_asc(mailbox::Column::Id)
        .all(&*tx)
        .await?;
    for to in boxes {
        let new = NewMessage {
            congress_id: Some(release.congress_id),
            kind: RELEASE_MAIL,
            cause: format!("{RELEASE_MAIL}:{}:{}", release.id, to.id),
            mailbox_id: Some(to.id),
            about_id: Some(release.id),
            to_address: to.address,
            to_name: names.remove(&to.id).unwrap_or_default(),
            language: to.language.parse().unwrap_or_default(),
            payload: json!({ "release": release.id, "mailbox": to.id }),
            bulk: true,
        };
        post::enqueue(&tx, new).await?;
    }
    Ok(tx.commit().await?)
}
