//! The audit log of a congress.

use crate::form::audit::AuditSearch;
use crate::query::timeline::{Named, named};
use crate::rules::pages::{Page, ROWS};
use store::event::{self, Line};
use store::{Conn, DbErr};
use web::CongressHead;

/// A page of the log.
#[derive(Clone, Debug)]
pub struct AuditList {
    pub search: AuditSearch,
    pub page: Page,
    /// Newest first.
    pub lines: Vec<Line>,
    pub named: Named,
}

/// Lines that a search finds, and what they are about. Eight statements, however many there are.
pub async fn list(conn: &Conn, congress: &CongressHead, search: AuditSearch) -> Result<AuditList, DbErr> {
    let filter = search.filter(congress.zone);
    let total = event::count(conn, congress.id, &filter).await?;
    let lines = event::find(conn, congress.id, &filter, ROWS, Page::offset(search.page)).await?;
    let named = named(conn, congress.id, &lines).await?;
    Ok(AuditList { page: Page { number: search.page, total }, search, lines, named })
}
