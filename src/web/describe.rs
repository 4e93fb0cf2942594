//! Shapes that several slices describe alike in the API's OpenAPI document.

use base::name::MAX_NAME;
use utoipa::openapi::schema::{AdditionalProperties, Object, ObjectBuilder, Type};

/// A name as it is handed in: in one language at least, and on one line.
pub fn name() -> Object {
    let words = || ObjectBuilder::new().schema_type(Type::String).max_length(Some(MAX_NAME));
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .description(Some("A name, in one language or both. A missing one falls back to the other."))
        .property("de", words())
        .property("en", words())
        .min_properties(Some(1))
        .additional_properties(Some(AdditionalProperties::FreeForm(false)))
        .build()
}

/// One of a few words, or null.
pub fn word_or_null(words: impl IntoIterator<Item = &'static str>, description: &str) -> Object {
    let words = words.into_iter().map(|word| Some(word.to_owned())).chain([None]);
    ObjectBuilder::new()
        .schema_type(utoipa::openapi::schema::SchemaType::from_iter([Type::String, Type::Null]))
        .enum_values(Some(words))
        .description(Some(description))
        .build()
}
