//! What happens to categories and quotas.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    CategoryAdded {
        congress: Uuid,
        category: Uuid,
        slug: String,
    },
    CategoryChanged {
        congress: Uuid,
        category: Uuid,
        slug: String,
        changed: Value,
    },
    QuotaAdded {
        congress: Uuid,
        quota: Uuid,
        slug: String,
        size: Option<i32>,
    },
    /// What differed, before and after; `claimed` and `freed`: how many places changed hands with it.
    QuotaChanged {
        congress: Uuid,
        quota: Uuid,
        slug: String,
        changed: Value,
        claimed: usize,
        freed: usize,
    },
    /// Its count or its claims were wrong: how many were taken before and after, and the claims that were made and freed.
    QuotaRecounted {
        congress: Uuid,
        quota: Uuid,
        slug: String,
        before: i32,
        after: i32,
        claimed: usize,
        freed: usize,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::CategoryAdded { .. } => "category.added",
            Self::CategoryChanged { .. } => "category.changed",
            Self::QuotaAdded { .. } => "quota.added",
            Self::QuotaChanged { .. } => "quota.changed",
            Self::QuotaRecounted { .. } => "quota.recounted",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::CategoryAdded { category, .. } | Self::CategoryChanged { category, .. } => ("category", *category),
            Self::QuotaAdded { quota, .. } | Self::QuotaChanged { quota, .. } | Self::QuotaRecounted { quota, .. } => {
                ("quota", *quota)
            }
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::CategoryAdded { congress, .. }
            | Self::CategoryChanged { congress, .. }
            | Self::QuotaAdded { congress, .. }
            | Self::QuotaChanged { congress, .. }
            | Self::QuotaRecounted { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::CategoryAdded { slug, .. } => json!({ "slug": slug }),
            Self::CategoryChanged { slug, changed, .. } => json!({ "slug": slug, "changed": changed }),
            Self::QuotaChanged { slug, changed, claimed, freed, .. } => {
                json!({ "slug": slug, "changed": changed, "claimed": claimed, "freed": freed })
            }
            Self::QuotaRecounted { slug, before, after, claimed, freed, .. } => {
                json!({ "slug": slug, "taken": [before, after], "claimed": claimed, "freed": freed })
            }
            Self::QuotaAdded { slug, size, .. } => json!({ "slug": slug, "size": size }),
        }
    }
}
