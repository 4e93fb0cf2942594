//! The outbox.

use crate::form::mail::MailSearch;
use crate::form::mail_batch::Asked;
use crate::rules::pages::{Page, ROWS};
use base::Uuid;
use post::State;
use post::query::{Filter, MessageLine, Sort};
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

/// A page of the outbox. Three statements.
pub async fn list(conn: &Conn, congress: Uuid, search: MailSearch) -> Result<MailList, DbErr> {
    let kinds = post::query::kinds(conn, congress, &search.query).await?;
    let mails =
        post::query::find(conn, congress, &search.filter(), search.sort, ROWS, Page::offset(search.page)).await?;
    let stuck = post::query::stuck(conn, congress).await?;
    let mut list = MailList { page: Page { number: search.page, total: 0 }, search, kinds, mails, stuck };
    list.page.total = u64::try_from(list.count(list.search.state)).unwrap_or(0);
    Ok(list)
}

/// So many at once: one page lists them, one transaction changes them.
pub const MOST: usize = 500;

/// Mails that were chosen to be changed together.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// To these it would happen, newest first.
    pub suits: Vec<MessageLine>,
    /// To these it cannot.
    pub refused: Vec<MessageLine>,
    /// There are more than can be done at once.
    pub more: bool,
}

/// What somebody chose from the list. One statement.
pub async fn chosen(conn: &Conn, congress: Uuid, wanted: &Asked) -> Result<Chosen, DbErr> {
    let mut all = if wanted.all {
        let limit = u64::try_from(MOST).unwrap_or(u64::MAX - 1) + 1;
        // With what it suits alone: else those that it does not suit would stand before those that are left.
        let filter = Filter { ripe: Some(wanted.deed), ..wanted.search.filter() };
        post::query::find(conn, congress, &filter, Sort::Newest, limit, 0).await?
    } else {
        let ticked = &wanted.ticked[..wanted.ticked.len().min(MOST + 1)];
        post::query::chosen(conn, Some(congress), ticked).await?
    };
    let more = all.len() > MOST;
    all.truncate(MOST);
    let (suits, refused) = all.into_iter().partition(|mail| wanted.deed.suits(mail));
    Ok(Chosen { suits, refused, more })
}
