//! Contacts of a congress, with what they agreed to.

use super::segment::agreed;
use crate::entity::contact::{Column, Entity, Origin};
use base::{Time, Uuid, name};
use identity::entity::{consent, mailbox};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};
use store::{Conn, DbErr, contains};

/// How one stands: in addresses, and at the end of keys in the locale files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Gets news.
    Agreed,
    /// Was asked, and has not answered.
    Asked,
    /// Wanted no more.
    Ended,
}

impl Standing {
    pub const ALL: [Self; 3] = [Self::Agreed, Self::Asked, Self::Ended];

    pub fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Asked => "asked",
            Self::Ended => "ended",
        }
    }

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.name() == name)
    }
}

/// Which contacts are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub query: String,
    pub standing: Option<Standing>,
}

/// One of them, with the proof that they agreed.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Line {
    pub id: Uuid,
    pub mailbox_id: Uuid,
    pub name: String,
    pub address: String,
    pub origin: Origin,
    pub asked_at: Option<Time>,
    pub created_at: Time,
    standing: String,
    pub wording: Option<String>,
    pub source: Option<String>,
    pub given_at: Option<Time>,
    pub withdrawn_at: Option<Time>,
}

impl Line {
    pub fn standing(&self) -> Standing {
        Standing::of(&self.standing).unwrap_or(Standing::Ended)
    }
}

/// As SQL: whoever agreed, by whatever way, gets news.
fn standing(congress: Uuid) -> SimpleExpr {
    let agrees = Column::MailboxId.in_subquery(agreed(congress));
    CaseStatement::new()
        .case(agrees, Standing::Agreed.name())
        .case(Column::AskedAt.is_not_null(), Standing::Asked.name())
        .finally(Standing::Ended.name())
        .into()
}

fn found(congress: Uuid, query: &str) -> Condition {
    let mut all = Condition::all().add(Column::CongressId.eq(congress));
    for word in name::fold(query).split([' ', ',', ';']).filter(|word| !word.is_empty()) {
        all = all.add(Expr::col((Entity, Column::Search)).like(contains(word)));
    }
    all
}

#[derive(FromQueryResult)]
struct Counted {
    standing: String,
    n: i64,
}

/// How many stand how, of those who are found. One statement.
pub async fn counts(conn: &Conn, congress: Uuid, query: &str) -> Result<Vec<(Standing, i64)>, DbErr> {
    let rows: Vec<Counted> = Entity::find()
        .select_only()
        .column_as(standing(congress), "standing")
        .column_as(Expr::cust("count(*)"), "n")
        .filter(found(congress, query))
        .group_by(Expr::col(Alias::new("standing")))
        .into_model()
        .all(conn)
        .await?;
    Ok(rows.into_iter().filter_map(|row| Some((Standing::of(&row.standing)?, row.n))).collect())
}

fn lines(congress: Uuid) -> sea_orm::Select<Entity> {
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::MailboxId, Column::Name, Column::Origin, Column::AskedAt, Column::CreatedAt])
        .column(mailbox::Column::Address)
        .column_as(standing(congress), "standing")
        .columns([
            consent::Column::Wording,
            consent::Column::Source,
            consent::Column::GivenAt,
            consent::Column::WithdrawnAt,
        ])
        .join(
            JoinType::InnerJoin,
            Entity::belongs_to(mailbox::Entity).from(Column::MailboxId).to(mailbox::Column::Id).into(),
        )
        .join(
            JoinType::LeftJoin,
            Entity::belongs_to(consent::Entity).from(Column::ConsentId).to(consent::Column::Id).into(),
        )
}

/// A part of them, by address. One statement.
pub async fn list(conn: &Conn, congress: Uuid, filter: &Filter, (n, from): (u64, u64)) -> Result<Vec<Line>, DbErr> {
    let mut find = lines(congress).filter(found(congress, &filter.query));
    if let Some(wanted) = filter.standing {
        find = find.filter(Expr::expr(standing(congress)).eq(wanted.name()));
    }
    find.order_by_asc(mailbox::Column::Address).limit(n).offset(from).into_model().all(conn).await
}

/// One of them; what is none is nobody else's either.
pub async fn one(conn: &Conn, congress: Uuid, id: &str) -> Result<Option<Line>, DbErr> {
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    let of = Condition::all().add(Column::CongressId.eq(congress)).add(Column::Id.eq(id));
    lines(congress).filter(of).into_model().one(conn).await
}

/// All that a mailbox agreed to and ended of news, newest first.
pub async fn proofs(conn: &Conn, congress: Uuid, mailbox: Uuid) -> Result<Vec<consent::Model>, DbErr> {
    let within =
        Condition::any().add(consent::Column::CongressId.eq(congress)).add(consent::Column::CongressId.is_null());
    consent::Entity::find()
        .filter(consent::Column::MailboxId.eq(mailbox))
        .filter(consent::Column::Purpose.eq(super::segment::NEWSLETTER))
        .filter(within)
        .order_by_desc(consent::Column::GivenAt)
        .order_by_desc(consent::Column::Id)
        .all(conn)
        .await
}
