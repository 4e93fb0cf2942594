//! Audit logs.

use crate::form::audit::AuditSearch;
use crate::query::timeline::{Named, named};
use crate::rules::pages::{Page, ROWS};
use locale::Tz;
use store::event::{self, Line, Log};
use store::{Conn, DbErr};

/// A page of the log.
#[derive(Clone, Debug)]
pub struct AuditList {
    pub log: Log,
    pub search: AuditSearch,
    pub page: Page,
    /// Newest first.
    pub lines: Vec<Line>,
    pub named: Named,
}

/// Lines that a search finds, and what they are about. Nine statements at most, however many there are.
pub async fn list(conn: &Conn, log: Log, zone: Tz, search: AuditSearch) -> Result<AuditList, DbErr> {
    let filter = search.filter(zone);
    let total = event::count(conn, log, &filter).await?;
    let lines = event::find(conn, log, &filter, ROWS, Page::offset(search.page)).await?;
    let named = named(conn, log, &lines).await?;
    Ok(AuditList { log, page: Page { number: search.page, total }, search, lines, named })
}
