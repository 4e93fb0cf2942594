//! What is said of a release, and which draft it was shown for.

use crate::form::settings::text;
use programme::service::release::NewRelease;
use web::Fields;

/// As the form begins: those who speak are told.
pub fn fields(draft: i64) -> Fields {
    Fields::new().with("draft", draft.to_string()).with("notify", "on")
}

/// What was typed. A form that does not say which draft it shows has seen none.
pub fn read(fields: &Fields) -> NewRelease {
    NewRelease {
        name: fields.get("name").to_owned(),
        note: text(fields, "note"),
        notify: fields.has("notify"),
        seen: Some(fields.get("draft").parse().unwrap_or(-1)),
        despite: fields.has("despite"),
    }
}
