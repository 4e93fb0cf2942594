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
    /// The old secret link ended.
    CategoryLinkRenewed {
        congress: Uuid,
        category: Uuid,
        slug: String,
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
    VoucherAdded {
        congress: Uuid,
        voucher: Uuid,
        code: String,
        changed: Value,
    },
    /// Several at once, under the `key` of the form or of the `file` that they came with.
    VouchersAdded {
        congress: Uuid,
        key: Uuid,
        count: usize,
        tag: String,
        file: bool,
    },
    VoucherChanged {
        congress: Uuid,
        voucher: Uuid,
        code: String,
        changed: Value,
    },
    /// `places`: how many it held, which are free now.
    VoucherEnded {
        congress: Uuid,
        voucher: Uuid,
        code: String,
        places: i32,
    },
    /// Its time is over, and so many places that it held are free.
    VoucherLapsed {
        congress: Uuid,
        voucher: Uuid,
        code: String,
        places: i32,
    },
    VoucherRemoved {
        congress: Uuid,
        voucher: Uuid,
        code: String,
        changed: Value,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::CategoryAdded { .. } => "category.added",
            Self::CategoryChanged { .. } => "category.changed",
            Self::CategoryLinkRenewed { .. } => "category.link-renewed",
            Self::QuotaAdded { .. } => "quota.added",
            Self::QuotaChanged { .. } => "quota.changed",
            Self::QuotaRecounted { .. } => "quota.recounted",
            Self::VoucherAdded { .. } => "voucher.added",
            Self::VouchersAdded { .. } => "vouchers.added",
            Self::VoucherChanged { .. } => "voucher.changed",
            Self::VoucherEnded { .. } => "voucher.ended",
            Self::VoucherLapsed { .. } => "voucher.lapsed",
            Self::VoucherRemoved { .. } => "voucher.removed",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::CategoryAdded { category, .. }
            | Self::CategoryChanged { category, .. }
            | Self::CategoryLinkRenewed { category, .. } => ("category", *category),
            Self::QuotaAdded { quota, .. } | Self::QuotaChanged { quota, .. } | Self::QuotaRecounted { quota, .. } => {
                ("quota", *quota)
            }
            Self::VouchersAdded { key, .. } => ("vouchers", *key),
            Self::VoucherAdded { voucher, .. }
            | Self::VoucherChanged { voucher, .. }
            | Self::VoucherEnded { voucher, .. }
            | Self::VoucherLapsed { voucher, .. }
            | Self::VoucherRemoved { voucher, .. } => ("voucher", *voucher),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::CategoryAdded { congress, .. }
            | Self::CategoryChanged { congress, .. }
            | Self::CategoryLinkRenewed { congress, .. }
            | Self::QuotaAdded { congress, .. }
            | Self::QuotaChanged { congress, .. }
            | Self::QuotaRecounted { congress, .. }
            | Self::VoucherAdded { congress, .. }
            | Self::VouchersAdded { congress, .. }
            | Self::VoucherChanged { congress, .. }
            | Self::VoucherEnded { congress, .. }
            | Self::VoucherLapsed { congress, .. }
            | Self::VoucherRemoved { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::CategoryAdded { slug, .. } | Self::CategoryLinkRenewed { slug, .. } => json!({ "slug": slug }),
            Self::CategoryChanged { slug, changed, .. } => json!({ "slug": slug, "changed": changed }),
            Self::QuotaChanged { slug, changed, claimed, freed, .. } => {
                json!({ "slug": slug, "changed": changed, "claimed": claimed, "freed": freed })
            }
            Self::QuotaRecounted { slug, before, after, claimed, freed, .. } => {
                json!({ "slug": slug, "taken": [before, after], "claimed": claimed, "freed": freed })
            }
            Self::VoucherAdded { code, changed, .. }
            | Self::VoucherChanged { code, changed, .. }
            | Self::VoucherRemoved { code, changed, .. } => json!({ "code": code, "changed": changed }),
            Self::VouchersAdded { count, tag, file, .. } => json!({ "rows": count, "tag": tag, "file": file }),
            Self::VoucherEnded { code, places, .. } | Self::VoucherLapsed { code, places, .. } => {
                json!({ "code": code, "places": places })
            }
            Self::QuotaAdded { slug, size, .. } => json!({ "slug": slug, "size": size }),
        }
    }
}
