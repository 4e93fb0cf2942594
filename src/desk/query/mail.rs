//! The outbox.

use crate::form::mail::MailSearch;
use crate::rules::pages::{Page, ROWS};
use base::Uuid;
use post::State;
use post::query::MessageLine;
use store::{Conn, DbErr};

/// A page of the outbox.
#[derive(Clone, Debug)]
pub struct MailList {
    pub search: MailSearch,
    /// How many of each kind in each state, of those that the words find.
    pub kinds: Vec<(String, State, i64)>,
    pub page: Page,
    pub mails: Vec<MessageLine>,
    /// Why nothing goes out at all, if that is so: how many wait for it, and the newest.
    pub stuck: Option<(i64, MessageLine)>,
}

impl MailList {
    /// How many there are in a state, of the kind that is asked for.
    pub fn count(&self, state: Option<State>) -> i64 {
        let kind = &self.search.kind;
        let meant =
            |(k, s, _): &&(String, State, i64)| (kind.is_empty() || k == kind) && state.is_none_or(|state| *s == state);
        self.kinds.iter().filter(meant).map(|(_, _, n)| n).sum()
    }
}

/// A page of the outbox. Four statements.
pub async fn list(conn: &Conn, congress: Uuid, search: MailSearch) -> Result<MailList, DbErr> {
    let kinds = post::query::kinds(conn, congress, &search.query).await?;
    let mails =
        post::query::find(conn, congress, &search.filter(), search.sort, ROWS, Page::offset(search.page)).await?;
    let stuck = post::query::stuck(conn, congress).await?;
    let mut list = MailList { page: Page { number: search.page, total: 0 }, search, kinds, mails, stuck };
    list.page.total = u64::try_from(list.count(list.search.state)).unwrap_or(0);
    Ok(list)
}
