//! Who waits, as the desk shows it: the list, and one of them with all that is known.

use crate::form::waiting::WaitingSearch;
use crate::query::order::categories;
use crate::query::timeline::{self, Timeline};
use crate::rules::pages::{Page, ROWS};
use base::{Text, Uuid};
use congress::entity::waiting::{Model, State};
use congress::query::waiting::Ahead;
use congress::service::waiting::terms::{Terms, terms};
use post::query::MessageLine;
use registration::query::waiting::{self, Count, Filter, WaitingView};
use std::collections::HashMap;
use store::{Conn, DbErr};
use web::CongressHead;

/// A page of the list.
#[derive(Clone, Debug)]
pub struct WaitingList {
    pub search: WaitingSearch,
    pub page: Page,
    pub entries: Vec<WaitingView>,
    /// Where each that waits stands in the whole queue.
    pub positions: HashMap<Uuid, usize>,
    pub counts: Vec<Count>,
    /// Short names and names, in their order.
    pub categories: Vec<(String, Text)>,
    pub terms: Terms,
}

impl WaitingList {
    pub fn count(&self, state: State) -> i64 {
        self.counts.iter().find(|count| count.state == state).map_or(0, |count| count.entries)
    }

    /// How many places those in a state want.
    pub fn places(&self, state: State) -> i64 {
        self.counts.iter().find(|count| count.state == state).map_or(0, |count| count.places)
    }

    pub fn all(&self) -> i64 {
        self.counts.iter().map(|count| count.entries).sum()
    }
}

/// Entries that a search finds. Ten statements, however many there are.
pub async fn list(conn: &Conn, congress: &CongressHead, search: WaitingSearch) -> Result<WaitingList, DbErr> {
    let categories = categories(conn, congress.id).await?;
    let category = categories.iter().find(|c| c.slug == search.category).map(|c| c.id);
    let filter = search.filter(category);
    let counts = waiting::counts(conn, congress.id, &filter).await?;
    let wanted = counts.iter().filter(|count| search.state.is_none_or(|state| state == count.state));
    let total = u64::try_from(wanted.map(|count| count.entries).sum::<i64>()).unwrap_or(0);
    let part = (ROWS, Page::offset(search.page));
    Ok(WaitingList {
        entries: waiting::find(conn, congress.id, &filter, part).await?,
        positions: waiting::positions(conn, congress.id).await?,
        page: Page { number: search.page, total },
        search,
        counts,
        categories: categories.into_iter().map(|c| (c.slug, c.name.0)).collect(),
        terms: terms(conn, congress.id).await?,
    })
}

/// Which entries a list was asked for. One statement.
pub async fn filter(conn: &Conn, congress: &CongressHead, search: &WaitingSearch) -> Result<Filter, DbErr> {
    let categories = categories(conn, congress.id).await?;
    Ok(search.filter(categories.iter().find(|c| c.slug == search.category).map(|c| c.id)))
}

/// One of them.
#[derive(Clone, Debug)]
pub struct WaitingDetail {
    pub view: WaitingView,
    pub ahead: Ahead,
    /// None: not for this reader.
    pub mails: Option<Vec<MessageLine>>,
    pub timeline: Timeline,
    /// The path of their own page, secret included. None: not for this reader.
    pub link: Option<String>,
}

/// All about somebody who waits. Ten statements.
pub async fn detail(
    conn: &Conn,
    row: Model,
    mails: bool,
    link: Option<String>,
) -> Result<Option<WaitingDetail>, DbErr> {
    let mails = if mails { Some(post::query::about(conn, row.congress_id, row.id).await?) } else { None };
    let (Some(view), ahead) = waiting::view(conn, row).await? else { return Ok(None) };
    let timeline = timeline::of_waiting(conn, &view, mails.as_deref().unwrap_or_default()).await?;
    Ok(Some(WaitingDetail { view, ahead, mails, timeline, link }))
}
