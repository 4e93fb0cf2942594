//! The text of a submission without names, for those who must not see who handed in.

use super::{LONGEST, fits};
use crate::entity::{submission, submission_cover};
use crate::{ReviewError, ReviewEvent};
use base::{Actor, Uuid};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use store::{Store, record};
use web::form::Seen;

/// What stands in it. All of it empty: the text itself is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cover {
    pub title: String,
    pub abstract_text: String,
    pub description: String,
}

impl From<&submission_cover::Model> for Cover {
    fn from(row: &submission_cover::Model) -> Self {
        Self {
            title: row.title.clone(),
            abstract_text: row.abstract_text.clone(),
            description: row.description.clone(),
        }
    }
}

/// Writes it as somebody saw it before; an empty one is taken away.
pub async fn write(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    code: &str,
    cover: Cover,
    seen: &Seen,
) -> Result<(), ReviewError> {
    for text in [&cover.title, &cover.abstract_text, &cover.description] {
        fits(text, LONGEST)?;
    }
    let tx = store.begin().await?;
    let row = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::Code.eq(code))
        .filter(submission::Column::State.ne(submission::State::Draft))
        .lock(LockType::NoKeyUpdate)
        .one(&*tx)
        .await?
        .ok_or(ReviewError::Unknown)?;
    let find = submission_cover::Entity::find().filter(submission_cover::Column::SubmissionId.eq(row.id));
    let old = find.one(&*tx).await?;
    let before = old.as_ref().map(Cover::from).unwrap_or_default();
    if before == cover {
        return Ok(tx.rollback().await?);
    }
    seen.check(&before)?;
    if let Some(old) = old {
        submission_cover::Entity::delete_by_id(old.id).exec(&*tx).await?;
    }
    if cover != Cover::default() {
        if cover.title.trim().is_empty() {
            return Err(ReviewError::NameMissing);
        }
        let model = submission_cover::ActiveModel {
            id: Set(tx.id()),
            submission_id: Set(row.id),
            title: Set(cover.title),
            abstract_text: Set(cover.abstract_text),
            description: Set(cover.description),
            version: Set(row.version),
            made_by: Set(actor.name.clone()),
            made_at: Set(tx.now()),
        };
        submission_cover::Entity::insert(model).exec_without_returning(&*tx).await?;
    }
    record(&tx, actor, ReviewEvent::Covered { congress, submission: row.id, code: row.code }).await?;
    Ok(tx.commit().await?)
}
