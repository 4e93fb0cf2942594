//! How the jobs stand: for `kongress doctor` and `/metrics`.

use super::statement::sql;
use crate::conn::Store;
use sea_orm::{ConnectionTrait, DbErr};

/// What waits, what is late, what failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub ready: i64,
    pub running: i64,
    /// For good.
    pub failed: i64,
    /// The same by kind.
    pub failed_kinds: Vec<(String, i64)>,
    /// For how many milliseconds the job has been due that is due longest. Zero: none is.
    pub overdue_ms: i64,
}

/// Reads no job that is done.
pub async fn standing(store: &Store) -> Result<Standing, DbErr> {
    let text = "SELECT state, kind, count(*) AS n, coalesce({now} - min(due_at), 0) AS late FROM job \
                WHERE state IN ('ready', 'running', 'failed') GROUP BY state, kind ORDER BY state, kind";
    let mut standing = Standing::default();
    for row in store.read().query_all_raw(sql(store, text, vec![])).await? {
        let (state, kind): (String, String) = (row.try_get("", "state")?, row.try_get("", "kind")?);
        let (n, late): (i64, i64) = (row.try_get("", "n")?, row.try_get("", "late")?);
        match state.as_str() {
            "ready" => {
                standing.ready += n;
                standing.overdue_ms = standing.overdue_ms.max(late);
            }
            "running" => standing.running += n,
            _ => {
                standing.failed += n;
                standing.failed_kinds.push((kind, n));
            }
        }
    }
    Ok(standing)
}
