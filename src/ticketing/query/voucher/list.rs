//! Vouchers, searched, counted and listed.

use super::{VoucherView, of_codes};
use base::{Time, Uuid};
use congress::entity::code;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use store::{Conn, contains};

/// How a voucher stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    NotYet,
    UsedUp,
    Expired,
    Ended,
}

impl State {
    pub const ALL: [Self; 5] = [Self::Open, Self::NotYet, Self::UsedUp, Self::Expired, Self::Ended];

    /// In addresses, files and keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::NotYet => "not-yet",
            Self::UsedUp => "used-up",
            Self::Expired => "expired",
            Self::Ended => "ended",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// How a code stands.
    pub fn of(code: &code::Model, now: Time) -> Self {
        use congress::rules::code::{Limits, Unusable};
        match Limits::from(code).left(now) {
            Ok(_) => Self::Open,
            Err(Unusable::NotYet(_)) => Self::NotYet,
            Err(Unusable::UsedUp) => Self::UsedUp,
            Err(Unusable::Expired) => Self::Expired,
            Err(Unusable::Ended) => Self::Ended,
        }
    }

    /// The same as a condition: each code is in one state.
    fn condition(self, now: Time) -> Condition {
        use code::Column::{EndedAt, MaxUses, Used, ValidFrom, ValidUntil};
        let expired = || Condition::all().add(ValidUntil.is_not_null()).add(ValidUntil.lte(now));
        let later = || Condition::all().add(ValidFrom.is_not_null()).add(ValidFrom.gt(now));
        let good = Condition::all().add(EndedAt.is_null()).add(expired().not());
        let used_up = || Expr::col((code::Entity, Used)).gte(Expr::col((code::Entity, MaxUses)));
        match self {
            Self::Ended => Condition::all().add(EndedAt.is_not_null()),
            Self::Expired => Condition::all().add(EndedAt.is_null()).add(expired()),
            Self::NotYet => good.add(later()),
            Self::UsedUp => good.add(later().not()).add(used_up()),
            Self::Open => good.add(later().not()).add(used_up().not()),
        }
    }
}

/// Which vouchers a list shows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// A part of the code, the tag or the note.
    pub query: String,
    pub tag: Option<String>,
    pub state: Option<State>,
}

impl Filter {
    fn condition(&self, congress: Uuid, now: Time) -> Condition {
        let mut all = Condition::all()
            .add(code::Column::CongressId.eq(congress))
            .add(code::Column::Kind.eq(crate::service::voucher::KIND));
        for word in self.query.split_whitespace() {
            let like = contains(&word.to_lowercase());
            let lower = |column: code::Column| Func::lower(Expr::col((code::Entity, column)));
            let columns = [code::Column::Code, code::Column::Tag, code::Column::Note];
            let any = columns
                .into_iter()
                .fold(Condition::any(), |any, column| any.add(Expr::expr(lower(column)).like(like.clone())));
            all = all.add(any);
        }
        if let Some(tag) = &self.tag {
            all = all.add(code::Column::Tag.eq(tag));
        }
        match self.state {
            Some(state) => all.add(state.condition(now)),
            None => all,
        }
    }
}

/// A part of the vouchers that a filter leaves, newest first.
#[derive(Clone, Debug)]
pub struct Found {
    pub vouchers: Vec<VoucherView>,
    pub total: u64,
    /// How many are in each state, of those that the rest of the filter leaves; as [`State::ALL`].
    pub states: Vec<(State, i64)>,
}

/// A part of the vouchers that a filter leaves. Five statements, however many there are.
pub async fn find(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    (limit, offset): (u64, u64),
    now: Time,
) -> Result<Found, DbErr> {
    let states = states(conn, congress, &Filter { state: None, ..filter.clone() }, now).await?;
    let condition = filter.condition(congress, now);
    let total = code::Entity::find().filter(condition.clone()).count(conn).await?;
    let rows = code::Entity::find()
        .filter(condition)
        .order_by_desc(code::Column::CreatedAt)
        .order_by_desc(code::Column::Id)
        .limit(limit)
        .offset(offset)
        .all(conn)
        .await?;
    Ok(Found { vouchers: of_codes(conn, rows).await?, total, states })
}

async fn states(conn: &Conn, congress: Uuid, filter: &Filter, now: Time) -> Result<Vec<(State, i64)>, DbErr> {
    let mut select = code::Entity::find().select_only().filter(filter.condition(congress, now));
    for state in State::ALL {
        let one = CaseStatement::new().case(state.condition(now), 1).finally(0);
        select = select.column_as(Expr::expr(Func::sum(Expr::expr(one))).cast_as("bigint"), state.name());
    }
    let counts: Option<[Option<i64>; 5]> = select
        .into_tuple::<(Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>)>()
        .one(conn)
        .await?
        .map(|(a, b, c, d, e)| [a, b, c, d, e]);
    let counts = counts.unwrap_or_default();
    Ok(State::ALL.into_iter().zip(counts).map(|(state, n)| (state, n.unwrap_or_default())).collect())
}

/// Vouchers after a cursor, oldest first, for files that hold them all.
pub async fn after(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    (cursor, limit): (Option<Uuid>, u64),
    now: Time,
) -> Result<Vec<VoucherView>, DbErr> {
    let mut find = code::Entity::find().filter(filter.condition(congress, now));
    if let Some(cursor) = cursor {
        find = find.filter(code::Column::Id.gt(cursor));
    }
    of_codes(conn, find.order_by_asc(code::Column::Id).limit(limit).all(conn).await?).await
}

/// The tags of a congress in their order, with how many codes and uses they have.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Tag {
    pub tag: String,
    pub codes: i64,
    pub max_uses: i64,
    pub used: i64,
}

/// All tags of the vouchers of a congress; an empty one for those without. One statement.
pub async fn tags(conn: &Conn, congress: Uuid) -> Result<Vec<Tag>, DbErr> {
    code::Entity::find()
        .select_only()
        .column(code::Column::Tag)
        .column_as(Expr::cust("count(*)"), "codes")
        .column_as(Expr::cust("cast(sum(max_uses) as bigint)"), "max_uses")
        .column_as(Expr::cust("cast(sum(used) as bigint)"), "used")
        .filter(code::Column::CongressId.eq(congress))
        .filter(code::Column::Kind.eq(crate::service::voucher::KIND))
        .group_by(code::Column::Tag)
        .order_by_asc(code::Column::Tag)
        .into_model()
        .all(conn)
        .await
}

/// A voucher by its code.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Name {
    pub id: Uuid,
    pub code: String,
    pub tag: String,
}

/// So many vouchers of a congress, in the order of their codes. One statement.
pub async fn names(conn: &Conn, congress: Uuid, limit: u64) -> Result<Vec<Name>, DbErr> {
    code::Entity::find()
        .select_only()
        .columns([code::Column::Id, code::Column::Code, code::Column::Tag])
        .filter(code::Column::CongressId.eq(congress))
        .filter(code::Column::Kind.eq(crate::service::voucher::KIND))
        .order_by_asc(code::Column::Code)
        .limit(limit)
        .into_model()
        .all(conn)
        .await
}
