//! Whether a congress has a directory, and what counts there.

use crate::rules::matching::Weights;
use sea_orm::entity::prelude::*;
use std::collections::BTreeMap;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub open: bool,
    /// What suggestions are ranked by, where it is not as the program has it.
    #[sea_orm(column_type = "JsonBinary")]
    pub weights: Json,
    pub changed_at: DateTimeUtc,
}

impl Model {
    /// What suggestions are ranked by here.
    pub fn ranking(&self) -> Result<Weights, DbErr> {
        let kept = serde_json::from_value::<BTreeMap<String, i64>>(self.weights.clone());
        let kept = kept.map_err(|error| DbErr::Json(error.to_string()))?;
        Ok(kept.iter().map(|(name, weight)| (name.as_str(), *weight)).collect())
    }
}

impl ActiveModelBehavior for ActiveModel {}
