//! What organisers decide by: every submission with what reviewers gave it, and the places that are left.

use super::work::{given, people};
use crate::entity::{review_assignment, submission};
use crate::rules::review::{Conflict, Criterion, Party, Summary, conflict, summary};
use base::Uuid;
use base::name::fold;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use store::{Conn, DbErr};

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub call: Option<Uuid>,
    pub track: Option<Uuid>,
    pub kind: Option<Uuid>,
    /// A state, or what is pending.
    pub state: Option<submission::State>,
    pub pending: Option<submission::State>,
    pub text: String,
    pub order: Order,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best first; what nobody judged last.
    #[default]
    Mean,
    Median,
    /// What reviewers are least of one mind on first.
    Spread,
    /// What was judged least first.
    Reviews,
    Title,
}

/// A line of the board.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: submission::Model,
    /// None: it is who looks' own, so that they do not see what others gave it.
    pub summary: Option<Summary>,
    pub assigned: usize,
}

/// How many sessions of a track or a type are accepted, confirmed or pending so, and how many wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub decided: usize,
    pub pending: usize,
    pub open: usize,
}

/// The board.
#[derive(Clone, Debug)]
pub struct Board {
    pub lines: Vec<Line>,
    pub by_track: HashMap<Option<Uuid>, Count>,
    pub by_kind: HashMap<Option<Uuid>, Count>,
}

/// Everything that was handed in, as the filter says; counts are of all calls that it names. Whoever handed in or speaks
/// sees no figures of their own, whatever else they may. Seven statements.
pub async fn board(
    conn: &Conn,
    congress: Uuid,
    looking: &Party,
    criteria: &[Criterion],
    filter: &Filter,
) -> Result<Board, DbErr> {
    let mut find = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::State.ne(submission::State::Draft));
    if let Some(call) = filter.call {
        find = find.filter(submission::Column::CallId.eq(call));
    }
    let rows = find.order_by_asc(submission::Column::Id).all(conn).await?;
    let (mut by_track, mut by_kind) = (HashMap::new(), HashMap::new());
    for row in &rows {
        count(by_track.entry(row.track_id).or_default(), row);
        count(by_kind.entry(row.type_id).or_default(), row);
    }
    let words = fold(&filter.text);
    let shown = |row: &submission::Model| {
        filter.track.is_none_or(|track| row.track_id == Some(track))
            && filter.kind.is_none_or(|kind| row.type_id == Some(kind))
            && filter.state.is_none_or(|state| row.state == state)
            && filter.pending.is_none_or(|pending| row.pending == Some(pending))
            && words.split_whitespace().all(|word| row.search.contains(word))
    };
    let rows: Vec<submission::Model> = rows.into_iter().filter(shown).collect();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let given = given(conn, &ids, criteria).await?;
    let people = people(conn, &rows).await?;
    let mut assigned: HashMap<Uuid, usize> = HashMap::new();
    let assignments = review_assignment::Entity::find()
        .filter(review_assignment::Column::SubmissionId.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    for row in assignments {
        *assigned.entry(row.submission_id).or_default() += 1;
    }
    let line = |row: submission::Model| {
        let people = people.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let own = conflict(looking, people) == Some(Conflict::Own);
        let values: Vec<Option<f64>> =
            given.get(&row.id).map(|given| given.iter().map(|one| one.overall).collect()).unwrap_or_default();
        Line {
            summary: (!own).then(|| summary(&values)),
            assigned: assigned.get(&row.id).copied().unwrap_or_default(),
            row,
        }
    };
    let mut lines: Vec<Line> = rows.into_iter().map(line).collect();
    sort(&mut lines, filter.order);
    Ok(Board { lines, by_track, by_kind })
}

fn count(count: &mut Count, row: &submission::Model) {
    use submission::State::{Accepted, Confirmed, Submitted};
    match (row.pending.unwrap_or(row.state), row.pending) {
        (Accepted | Confirmed, Some(_)) => count.pending += 1,
        (Accepted | Confirmed, None) => count.decided += 1,
        (Submitted, _) => count.open += 1,
        _ => {}
    }
}

fn sort(lines: &mut [Line], order: Order) {
    let of = |line: &Line| line.summary.unwrap_or_default();
    // The greatest first, and what has none last.
    let down = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    let title = |line: &Line| fold(&line.row.title);
    lines.sort_by(|a, b| {
        let (x, y) = (of(a), of(b));
        let first = match order {
            Order::Mean => down(x.mean, y.mean),
            Order::Median => down(x.median, y.median),
            Order::Spread => down(x.spread, y.spread),
            Order::Reviews => (x.judged + x.abstained).cmp(&(y.judged + y.abstained)),
            Order::Title => std::cmp::Ordering::Equal,
        };
        first.then_with(|| title(a).cmp(&title(b))).then_with(|| a.row.id.cmp(&b.row.id))
    });
}
