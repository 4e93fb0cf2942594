//! Secret links of categories: who has one sees what is not shown to all.

use crate::entity::category::{Model, Visibility};
use base::Uuid;
use base::secret::{LinkKey, LinkKind};
use std::collections::BTreeSet;

/// The secret part of a category's link.
pub fn category_secret(key: &LinkKey, row: &Model) -> String {
    key.secret(LinkKind::Category, row.id, row.link_generation)
}

/// Which of these categories a link shows. One with a list is shown too; whether somebody may have it, the list says.
pub fn opened<'a>(key: &LinkKey, rows: impl Iterator<Item = &'a Model>, secret: &str) -> BTreeSet<Uuid> {
    let by_link = |row: &&Model| matches!(row.visibility, Visibility::Link | Visibility::Invitation);
    let opens = |row: &&Model| key.matches(secret, LinkKind::Category, row.id, row.link_generation);
    if secret.is_empty() {
        return BTreeSet::new();
    }
    rows.filter(by_link).filter(opens).map(|row| row.id).collect()
}
