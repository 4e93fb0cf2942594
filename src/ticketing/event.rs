//! What happens to categories and quotas.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    CategoryAdded { congress: Uuid, category: Uuid, slug: String },
    QuotaAdded { congress: Uuid, quota: Uuid, slug: String, size: Option<i32> },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::CategoryAdded { .. } => "category.added",
            Self::QuotaAdded { .. } => "quota.added",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::CategoryAdded { category, .. } => ("category", *category),
            Self::QuotaAdded { quota, .. } => ("quota", *quota),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::CategoryAdded { congress, .. } | Self::QuotaAdded { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::CategoryAdded { slug, .. } => json!({ "slug": slug }),
            Self::QuotaAdded { slug, size, .. } => json!({ "slug": slug, "size": size }),
        }
    }
}
