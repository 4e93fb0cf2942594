//! A [`base::Text`] as a JSON column.

use base::Text;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// Texts by organisers, one column `{"de", "en"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Translated(pub Text);

impl Deref for Translated {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}

impl From<Text> for Translated {
    fn from(text: Text) -> Self {
        Self(text)
    }
}
