//! What the list of submissions shows.

use crate::form::call::SubmissionSearch;
use crate::rules::pages::{Page, ROWS};
use base::Uuid;
use congress::entity::track;
use programme::entity::session_type;
use programme::entity::submission::State;
use programme::query::call::{CallView, Count, calls, counts, tracks, types};
use programme::query::submission::{Filter, Line, count, find};
use store::{Conn, DbErr};

/// A page of the list.
#[derive(Clone, Debug)]
pub struct Submissions {
    pub search: SubmissionSearch,
    pub page: Page,
    pub lines: Vec<Line>,
    pub calls: Vec<CallView>,
    pub types: Vec<session_type::Model>,
    pub tracks: Vec<track::Model>,
    pub counts: Vec<Count>,
}

impl Submissions {
    /// How many stand in a state, of the call that is shown.
    pub fn count(&self, state: State) -> i64 {
        let call = self.calls.iter().find(|call| call.row.slug == self.search.call).map(|call| call.row.id);
        let mine = self.counts.iter().filter(|count| call.is_none_or(|call| call == count.call_id));
        mine.filter(|count| count.state == state).map(|count| count.n).sum()
    }

    /// How many are decided and told nobody yet; and of those, how many on another text.
    pub fn pending(&self) -> (i64, i64) {
        let all = self.counts.iter().filter(|count| count.pending.is_some());
        let edited = all.clone().filter(|count| count.edited).map(|count| count.n).sum();
        (all.map(|count| count.n).sum(), edited)
    }
}

/// What a search means to the database. Nothing is found of a call, type or track that is not there.
pub async fn filter(conn: &Conn, congress: Uuid, search: &SubmissionSearch) -> Result<Filter, DbErr> {
    let (calls, types, tracks) =
        (calls(conn, congress).await?, types(conn, congress).await?, tracks(conn, congress).await?);
    Ok(filter_of(search, &calls, &types, &tracks))
}

fn filter_of(
    search: &SubmissionSearch,
    calls: &[CallView],
    types: &[session_type::Model],
    tracks: &[track::Model],
) -> Filter {
    let id = |slug: &str, found: Option<Uuid>| (!slug.is_empty()).then(|| found.unwrap_or_default());
    search.filter((
        id(&search.call, calls.iter().find(|call| call.row.slug == search.call).map(|call| call.row.id)),
        id(&search.kind, types.iter().find(|kind| kind.slug == search.kind).map(|kind| kind.id)),
        id(&search.track, tracks.iter().find(|track| track.slug == search.track).map(|track| track.id)),
    ))
}

/// What a search finds. A fixed number of statements, however many there are.
pub async fn submissions(conn: &Conn, congress: Uuid, search: SubmissionSearch) -> Result<Submissions, DbErr> {
    let (calls, types, tracks) =
        (calls(conn, congress).await?, types(conn, congress).await?, tracks(conn, congress).await?);
    let filter = filter_of(&search, &calls, &types, &tracks);
    let total = count(conn, congress, &filter).await?;
    let lines = find(conn, congress, &filter, (ROWS, Page::offset(search.page))).await?;
    let counts = counts(conn, congress).await?;
    Ok(Submissions { page: Page { number: search.page, total }, search, lines, calls, types, tracks, counts })
}
