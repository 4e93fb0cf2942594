//! The text as it stood when it was handed in, and at each change after. Never changed once it is written.

use super::submission::Answers;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submission_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub submission_id: Uuid,
    /// 1, 2, 3 …
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub abstract_text: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    pub type_id: Option<Uuid>,
    pub track_id: Option<Uuid>,
    pub minutes: Option<i32>,
    /// The rest of what was said, by the names of the form.
    #[sea_orm(column_type = "JsonBinary")]
    pub more: Json,
    #[sea_orm(column_type = "Text")]
    pub made_by: String,
    pub made_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What was answered then to what the call asks of its own.
    pub fn answers(&self) -> Answers {
        let answers = self.more.get("answers").cloned();
        answers.and_then(|answers| serde_json::from_value(answers).ok()).unwrap_or_default()
    }
}
