//! The outbox.

use crate::form::mail::MailSearch;
use crate::rules::pages::{Page, ROWS};
use base::Uuid;
use post::query::{Counts, MessageLine};
use store::{Conn, DbErr};

/// A page of the outbox.
#[derive(Clone, Debug)]
pub struct MailList {
    pub search: MailSearch,
    pub counts: Counts,
    pub page: Page,
    pub mails: Vec<MessageLine>,
}

/// A page of the outbox, newest first. Two statements.
pub async fn list(conn: &Conn, congress: Uuid, search: MailSearch) -> Result<MailList, DbErr> {
    let counts = post::query::counts(conn, congress).await?;
    let total = search.state.map_or_else(|| counts.all(), |state| counts.of(state));
    let mails = post::query::list(conn, congress, search.state, ROWS, Page::offset(search.page)).await?;
    let page = Page { number: search.page, total: u64::try_from(total).unwrap_or(0) };
    Ok(MailList { search, counts, page, mails })
}
