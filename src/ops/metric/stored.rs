//! What is in the database: the same for every process that is asked. A statement a family, none that depends on how much
//! there is to show.

use super::text::Text;
use sea_orm::{ConnectionTrait, DbErr, QueryResult, Statement};
use store::Store;

/// Every state is there from the beginning, so that one can watch it rise.
const MAILS: [post::State; 7] = post::State::ALL;

pub(super) async fn render(store: &Store) -> Result<String, DbErr> {
    let mut out = Text::new();
    out.family("kongress_orders", "gauge", "Orders by what became of them and how they came in.");
    counted(
        store,
        &mut out,
        "SELECT c.slug, o.state, o.source, count(*) FROM \"order\" o JOIN congress c ON c.id = o.congress_id \
         WHERE NOT o.test GROUP BY c.slug, o.state, o.source ORDER BY c.slug, o.state, o.source",
        &["congress", "state", "source"],
    )
    .await?;
    out.family("kongress_attendees", "gauge", "Attendees by category and whether their ticket is good.");
    counted(
        store,
        &mut out,
        "SELECT c.slug, k.slug AS category, a.state, a.n FROM (SELECT congress_id, category_id, state, count(*) AS n \
         FROM attendee WHERE NOT test GROUP BY congress_id, category_id, state) a JOIN congress c ON c.id = a.congress_id \
         JOIN category k ON k.id = a.category_id ORDER BY c.slug, k.slug, a.state",
        &["congress", "category", "state"],
    )
    .await?;
    out.family("kongress_scans", "gauge", "Scans at the door by verdict.");
    counted(
        store,
        &mut out,
        "SELECT c.slug, s.status, s.n FROM (SELECT congress_id, status, count(*) AS n FROM scan \
         GROUP BY congress_id, status) s JOIN congress c ON c.id = s.congress_id ORDER BY c.slug, s.status",
        &["congress", "verdict"],
    )
    .await?;
    quotas(store, &mut out).await?;
    mails(store, &mut out).await?;
    jobs(store, &mut out).await?;
    Ok(out.done())
}

async fn rows(store: &Store, sql: &str) -> Result<Vec<QueryResult>, DbErr> {
    store.read().query_all_raw(Statement::from_string(store.read().get_database_backend(), sql)).await
}

/// Words, then how many.
async fn counted(store: &Store, out: &mut Text, sql: &str, names: &[&str]) -> Result<(), DbErr> {
    for row in rows(store, sql).await? {
        let words: Vec<String> = (0..names.len()).map(|at| row.try_get_by_index(at)).collect::<Result<_, _>>()?;
        let labels: Vec<(&str, &str)> = names.iter().copied().zip(words.iter().map(String::as_str)).collect();
        let n: i64 = row.try_get_by_index(names.len())?;
        out.line(&labels, n as f64);
    }
    Ok(())
}

async fn quotas(store: &Store, out: &mut Text) -> Result<(), DbErr> {
    let sql = "SELECT c.slug, q.slug AS quota, p.size, p.taken FROM quota q JOIN capacity p ON p.id = q.capacity_id \
               JOIN congress c ON c.id = q.congress_id ORDER BY c.slug, q.slug";
    let mut all = vec![];
    for row in rows(store, sql).await? {
        let (congress, quota): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let (size, taken): (Option<i32>, i32) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        all.push((congress, quota, size, taken));
    }
    out.family("kongress_quota_size", "gauge", "Places of a quota; one without limit has no line.");
    for (congress, quota, size, _) in &all {
        if let Some(size) = size {
            out.line(&[("congress", congress), ("quota", quota)], f64::from(*size));
        }
    }
    out.family("kongress_quota_taken", "gauge", "Places of a quota that are taken.");
    for (congress, quota, _, taken) in &all {
        out.line(&[("congress", congress), ("quota", quota)], f64::from(*taken));
    }
    Ok(())
}

async fn mails(store: &Store, out: &mut Text) -> Result<(), DbErr> {
    let mut counts = vec![];
    for row in rows(store, "SELECT state, count(*) FROM message GROUP BY state").await? {
        counts.push((row.try_get_by_index::<String>(0)?, row.try_get_by_index::<i64>(1)?));
    }
    out.family("kongress_mails", "gauge", "Mails in the outbox by state.");
    for state in MAILS {
        let n = counts.iter().find(|(known, _)| known == state.name()).map_or(0, |(_, n)| *n);
        out.line(&[("state", state.name())], n as f64);
    }
    Ok(())
}

async fn jobs(store: &Store, out: &mut Text) -> Result<(), DbErr> {
    let standing = store::job::standing(store).await?;
    out.family("kongress_jobs", "gauge", "Jobs that are not done.");
    for (state, n) in [("ready", standing.ready), ("running", standing.running), ("failed", standing.failed)] {
        out.line(&[("state", state)], n as f64);
    }
    out.family("kongress_job_overdue_seconds", "gauge", "For how long the job has been due that is due longest.");
    out.line(&[], standing.overdue_ms.max(0) as f64 / 1000.0);
    Ok(())
}
