//! Attendees counted by what they have in common, for statistics: by when they came and went, by who ordered, by where
//! they work. The database counts; what comes back has as many rows as there are groups.

pub mod voucher;

use crate::entity::{attendee, cancellation, order};
use attendee::State::{Cancelled, Expired, Unapproved, Unpaid, Valid, Waiting};
use base::{Time, Uuid};
use congress::entity::{waiting, waiting_choice};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func};
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, Iterable, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
};
use store::Conn;

/// Which attendees count: of a congress, of one category or of all, registered within a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub congress: Uuid,
    pub category: Option<Uuid>,
    pub from: Option<Time>,
    pub until: Option<Time>,
}

impl Asked {
    /// All of a congress.
    pub fn all(congress: Uuid) -> Self {
        Self { congress, category: None, from: None, until: None }
    }

    /// Which rows of `attendee`.
    pub fn condition(&self) -> Condition {
        let mut all = self.of_category();
        if let Some(from) = self.from {
            all = all.add(attendee::Column::CreatedAt.gte(from));
        }
        if let Some(until) = self.until {
            all = all.add(attendee::Column::CreatedAt.lt(until));
        }
        all
    }

    fn of_category(&self) -> Condition {
        let of = counted(self.congress);
        match self.category {
            Some(category) => of.add(attendee::Column::CategoryId.eq(category)),
            None => of,
        }
    }
}

/// The attendees of a congress that count: test orders count nowhere.
fn counted(congress: Uuid) -> Condition {
    Condition::all().add(attendee::Column::CongressId.eq(congress)).add(attendee::Column::Test.eq(false))
}

/// How many attendees stand how. Who waits has not registered yet: see [`waiting()`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Tally {
    /// Hold a place: valid, not paid yet, not approved yet.
    pub going: i64,
    pub cancelled: i64,
    pub expired: i64,
}

impl Tally {
    /// So many in one state.
    pub fn of(state: attendee::State, n: i64) -> Self {
        let none = Self::default();
        match state {
            Valid | Unpaid | Unapproved => Self { going: n, ..none },
            Cancelled => Self { cancelled: n, ..none },
            Expired => Self { expired: n, ..none },
            Waiting => none,
        }
    }

    /// Who registered, whatever became of it.
    pub fn registered(self) -> i64 {
        self.going + self.gone()
    }

    /// Whose ticket ended.
    pub fn gone(self) -> i64 {
        self.cancelled + self.expired
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.going += other.going;
        self.cancelled += other.cancelled;
        self.expired += other.expired;
    }
}

impl std::ops::SubAssign for Tally {
    fn sub_assign(&mut self, other: Self) {
        self.going -= other.going;
        self.cancelled -= other.cancelled;
        self.expired -= other.expired;
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// Attendees of a category in a state within a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct InSpan {
    pub category_id: Uuid,
    pub state: attendee::State,
    /// How many of the beginnings it was asked for are not after it; 0: before all of them.
    pub span: i32,
    pub n: i64,
}

/// Places that are waited for, of one category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Wanted {
    pub category_id: Uuid,
    pub n: i64,
}

/// How many places those want who are on the waiting list and joined it within the period, offers that stand among them. Who
/// would take one of several categories counts once, for the one that they like best. One statement.
pub async fn waiting(conn: &Conn, asked: &Asked) -> Result<Vec<Wanted>, DbErr> {
    let of: sea_orm::RelationDef = waiting_choice::Entity::belongs_to(waiting::Entity)
        .from(waiting_choice::Column::WaitingId)
        .to(waiting::Column::Id)
        .into();
    let active = waiting::State::iter().filter(|state| state.is_active());
    let mut which = Condition::all()
        .add(waiting::Column::CongressId.eq(asked.congress))
        .add(waiting::Column::State.is_in(active))
        .add(waiting_choice::Column::Position.eq(1));
    if let Some(category) = asked.category {
        which = which.add(waiting_choice::Column::TargetId.eq(category));
    }
    if let Some(from) = asked.from {
        which = which.add(waiting::Column::JoinedAt.gte(from));
    }
    if let Some(until) = asked.until {
        which = which.add(waiting::Column::JoinedAt.lt(until));
    }
    waiting_choice::Entity::find()
        .join(JoinType::InnerJoin, of)
        .select_only()
        .column_as(waiting_choice::Column::TargetId, "category_id")
        .column_as(Expr::cust("cast(sum(waiting.n) as bigint)"), "n")
        .filter(which)
        .group_by(waiting_choice::Column::TargetId)
        .into_model()
        .all(conn)
        .await
}

/// When the first attendee of a congress registered. One statement.
pub async fn first(conn: &Conn, congress: Uuid) -> Result<Option<Time>, DbErr> {
    attendee::Entity::find()
        .select_only()
        .column(attendee::Column::CreatedAt)
        .filter(counted(congress))
        .order_by_asc(attendee::Column::CreatedAt)
        .limit(1)
        .into_tuple()
        .one(conn)
        .await
}

/// Who registered when, and how they stand now. `beginnings`: when each span begins, oldest first. One statement.
pub async fn came(conn: &Conn, asked: &Asked, beginnings: &[Time]) -> Result<Vec<InSpan>, DbErr> {
    let at = Expr::col((attendee::Entity, attendee::Column::CreatedAt));
    spans(asked.condition(), at, beginnings).all(conn).await
}

/// When tickets ended, of whoever registered: cancelled, or expired. One statement.
pub async fn went(conn: &Conn, asked: &Asked, beginnings: &[Time]) -> Result<Vec<InSpan>, DbErr> {
    // That it expired changed it last.
    let changed = Expr::col((attendee::Entity, attendee::Column::ChangedAt));
    let at = Func::coalesce([Expr::col((cancellation::Entity, cancellation::Column::At)), changed]);
    let mut ended = asked.of_category().add(attendee::Column::State.is_in([Cancelled, Expired]));
    if let Some(from) = asked.from {
        ended = ended.add(Expr::expr(at.clone()).gte(from));
    }
    if let Some(until) = asked.until {
        ended = ended.add(Expr::expr(at.clone()).lt(until));
    }
    let of = cancellation::Entity::belongs_to(attendee::Entity)
        .from(cancellation::Column::AttendeeId)
        .to(attendee::Column::Id);
    let of: sea_orm::RelationDef = of.into();
    attendee::Entity::find()
        .join(JoinType::LeftJoin, of.rev())
        .select_only()
        .column(attendee::Column::CategoryId)
        .column(attendee::Column::State)
        .column_as(tree(&Expr::expr(at), beginnings, 0), "span")
        .column_as(Expr::cust("count(*)"), "n")
        .filter(ended)
        .group_by(attendee::Column::CategoryId)
        .group_by(attendee::Column::State)
        .group_by(Expr::cust("span"))
        .into_model()
        .all(conn)
        .await
}

fn spans(which: Condition, at: Expr, beginnings: &[Time]) -> sea_orm::Selector<sea_orm::SelectModel<InSpan>> {
    attendee::Entity::find()
        .select_only()
        .column(attendee::Column::CategoryId)
        .column(attendee::Column::State)
        .column_as(tree(&at, beginnings, 0), "span")
        .column_as(Expr::cust("count(*)"), "n")
        .filter(which)
        .group_by(attendee::Column::State)
        .group_by(attendee::Column::CategoryId)
        .group_by(Expr::cust("span"))
        .into_model()
}

/// How many hold a place and had registered before each of these moments, oldest first. One statement.
pub async fn before(conn: &Conn, congress: Uuid, moments: &[Time]) -> Result<Vec<i64>, DbErr> {
    let at = Expr::col(attendee::Column::CreatedAt);
    let rows: Vec<(i32, i64)> = attendee::Entity::find()
        .select_only()
        .column_as(tree(&at, moments, 0), "span")
        .column_as(Expr::cust("count(*)"), "n")
        .filter(counted(congress))
        .filter(attendee::Column::State.is_in([Valid, Unpaid, Unapproved]))
        .group_by(Expr::cust("span"))
        .into_tuple()
        .all(conn)
        .await?;
    let mut counts = vec![0; moments.len() + 1];
    for (span, n) in rows {
        if let Some(count) = usize::try_from(span).ok().and_then(|span| counts.get_mut(span)) {
            *count = n;
        }
    }
    let mut sum = 0;
    let until = counts.iter().take(moments.len()).map(|n| {
        sum += n;
        sum
    });
    Ok(until.collect())
}

/// How many of the beginnings are not after a moment: found by halves, so that many spans cost little more than few.
fn tree(at: &Expr, beginnings: &[Time], passed: usize) -> Expr {
    let Some(middle) = beginnings.get(beginnings.len() / 2) else { return literal(passed) };
    let (before, after) = beginnings.split_at(beginnings.len() / 2);
    let case = CaseStatement::new().case(at.clone().lt(*middle), tree(at, before, passed)).finally(tree(
        at,
        &after[1..],
        passed + before.len() + 1,
    ));
    Expr::Case(Box::new(case))
}

/// A number that stands in the statement: PostgreSQL would have to guess the type of a value that is handed in.
fn literal(n: usize) -> Expr {
    Expr::cust(n.to_string())
}

/// Attendees by who ordered: the kind of buyer, how the order came in, and the town that the invoice goes to.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct OfBuyer {
    pub buyer_kind: order::BuyerKind,
    pub source: order::Source,
    /// Empty: there is no invoice.
    pub town: String,
    #[sea_orm(nested)]
    pub tally: Tally,
}

/// Attendees by who ordered. One statement.
pub async fn by_buyer(conn: &Conn, asked: &Asked) -> Result<Vec<OfBuyer>, DbErr> {
    let of: sea_orm::RelationDef =
        attendee::Entity::belongs_to(order::Entity).from(attendee::Column::OrderId).to(order::Column::Id).into();
    let query = attendee::Entity::find()
        .join(JoinType::InnerJoin, of)
        .select_only()
        .column(order::Column::BuyerKind)
        .column(order::Column::Source)
        .column(order::Column::Town)
        .filter(order::Column::CongressId.eq(asked.congress))
        .filter(asked.condition())
        .group_by(order::Column::BuyerKind)
        .group_by(order::Column::Source)
        .group_by(order::Column::Town);
    tallied(query).into_model().all(conn).await
}

/// Attendees by the organisation that stands on their tickets.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct OfOrganisation {
    pub organisation: String,
    #[sea_orm(nested)]
    pub tally: Tally,
}

/// Attendees by organisation, as it was typed. One statement.
pub async fn by_organisation(conn: &Conn, asked: &Asked) -> Result<Vec<OfOrganisation>, DbErr> {
    let query = attendee::Entity::find()
        .select_only()
        .column(attendee::Column::Organisation)
        .filter(asked.condition())
        .group_by(attendee::Column::Organisation);
    tallied(query).into_model().all(conn).await
}

/// The same of those for whom an invoice goes to a town. One statement.
pub async fn billed_by_organisation(conn: &Conn, asked: &Asked) -> Result<Vec<OfOrganisation>, DbErr> {
    let of: sea_orm::RelationDef =
        attendee::Entity::belongs_to(order::Entity).from(attendee::Column::OrderId).to(order::Column::Id).into();
    let query = attendee::Entity::find()
        .join(JoinType::InnerJoin, of)
        .select_only()
        .column(attendee::Column::Organisation)
        .filter(order::Column::CongressId.eq(asked.congress))
        .filter(order::Column::Town.ne(""))
        .filter(asked.condition())
        .group_by(attendee::Column::Organisation);
    tallied(query).into_model().all(conn).await
}

/// With how many stand how.
fn tallied(query: sea_orm::Select<attendee::Entity>) -> sea_orm::Select<attendee::Entity> {
    let counted = |states: &[attendee::State]| {
        let words = states.iter().map(|state| format!("'{}'", state.to_value())).collect::<Vec<_>>().join(", ");
        Expr::cust(format!("cast(sum(CASE WHEN attendee.state IN ({words}) THEN 1 ELSE 0 END) as bigint)"))
    };
    query
        .column_as(counted(&[Valid, Unpaid, Unapproved]), "going")
        .column_as(counted(&[Cancelled]), "cancelled")
        .column_as(counted(&[Expired]), "expired")
}
