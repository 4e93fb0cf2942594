//! Whether open congresses have what they need.

use super::counted;
use crate::Check;
use congress::entity::congress::Phase;
use congress::entity::passage::Place;
use store::{DbErr, Store};

const NAME: &str = "congresses";
/// How the page that the law asks for (§ 5 DDG) may be called.
const IMPRINT: [&str; 2] = ["imprint", "impressum"];

pub(super) async fn checks(store: &Store) -> Result<Vec<Check>, DbErr> {
    let all = congress::query::all(store.read()).await?;
    if all.is_empty() {
        return Ok(vec![Check::warn(
            NAME,
            "there is none",
            "Add one in the office, or with `kongress congress add SLUG --name NAME --from DATE --to DATE`.",
        )]);
    }
    let open: Vec<_> = all.iter().filter(|c| c.phase == Phase::Open).collect();
    let ids: Vec<_> = open.iter().map(|c| c.id).collect();
    let passages = congress::query::passages_of(store.read(), &ids).await?;
    let mut checks = vec![];
    for congress in open {
        let has_imprint = passages
            .iter()
            .any(|p| p.congress_id == congress.id && p.place == Place::Page && IMPRINT.contains(&p.slug.as_str()));
        if !has_imprint {
            checks.push(Check::warn(
                NAME,
                format!("{} is open and has no imprint", congress.slug),
                format!("Add a page called imprint under the texts of {} in the office.", congress.slug),
            ));
        }
    }
    if checks.is_empty() {
        let n = i64::try_from(all.len()).unwrap_or(i64::MAX);
        checks.push(Check::ok(NAME, format!("{}, {} open", counted(n, "congress", "congresses"), ids.len())));
    }
    Ok(checks)
}
