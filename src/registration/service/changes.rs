//! What differs between before and after, for the event of a change.

use serde_json::{Map, Value};

/// Only the fields that differ.
#[derive(Debug, Default)]
pub(super) struct Changes {
    before: Map<String, Value>,
    after: Map<String, Value>,
}

impl Changes {
    pub(super) fn text(&mut self, field: &str, before: &str, after: &str) {
        if before != after {
            self.before.insert(field.into(), before.into());
            self.after.insert(field.into(), after.into());
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.before.is_empty()
    }

    /// Before and after.
    pub(super) fn values(self) -> (Value, Value) {
        (Value::Object(self.before), Value::Object(self.after))
    }
}
