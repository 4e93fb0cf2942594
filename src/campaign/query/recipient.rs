//! Who gets a campaign, and what became of it.

use crate::entity::recipient::{Column, Entity, State, reason};
use crate::entity::{campaign, opt_out};
use crate::query::segment::{agreed, known, meant};
use base::Uuid;
use chrono::TimeDelta;
use identity::entity::{consent, mailbox};
use post::entity::{delivery_event, message};
use registration::entity::order;
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, StatementBuilder,
};
use store::{Conn, DbErr};

/// What became of a campaign, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    pub all: u64,
    pub queued: u64,
    pub sending: u64,
    pub sent: u64,
    pub waiting: u64,
    pub failed: u64,
    pub in_doubt: u64,
    pub held: u64,
    pub dropped: u64,
    pub opted_out: u64,
    pub blocked: u64,
    pub no_consent: u64,
    /// Of those sent, that came back later.
    pub bounced: u64,
    /// Called unwanted.
    pub complained: u64,
    /// Ended mails of this kind behind this campaign's link.
    pub unsubscribed: u64,
}

#[derive(FromQueryResult)]
struct Counted {
    state: State,
    reason: Option<String>,
    mail: Option<message::State>,
    n: i64,
}

/// Three statements, whatever its size.
pub async fn results(conn: &Conn, campaign: Uuid) -> Result<Results, DbErr> {
    let rows: Vec<Counted> = Entity::find()
        .select_only()
        .columns([Column::State, Column::Reason])
        .column_as(message::Column::State, "mail")
        .column_as(Expr::cust("count(*)"), "n")
        .join(
            JoinType::LeftJoin,
            Entity::belongs_to(message::Entity).from(Column::MessageId).to(message::Column::Id).into(),
        )
        .filter(Column::CampaignId.eq(campaign))
        .group_by(Column::State)
        .group_by(Column::Reason)
        .group_by(message::Column::State)
        .into_model()
        .all(conn)
        .await?;
    let mut results = Results::default();
    for row in rows {
        let n = u64::try_from(row.n).unwrap_or_default();
        results.all += n;
        let of = match (row.state, row.mail, row.reason.as_deref()) {
            (State::Queued, ..) => &mut results.queued,
            (State::Skipped, _, Some(reason::BLOCKED)) => &mut results.blocked,
            (State::Skipped, _, Some(reason::NO_CONSENT)) => &mut results.no_consent,
            (State::Skipped, ..) => &mut results.opted_out,
            (State::Taken, Some(message::State::Sending), _) => &mut results.sending,
            (State::Taken, Some(message::State::Sent), _) => &mut results.sent,
            (State::Taken, Some(message::State::Waiting), _) => &mut results.waiting,
            (State::Taken, Some(message::State::Failed), _) => &mut results.failed,
            (State::Taken, Some(message::State::InDoubt), _) => &mut results.in_doubt,
            (State::Taken, Some(message::State::Held), _) => &mut results.held,
            // Its mail is kept no more.
            (State::Taken, None, _) => &mut results.sent,
            (State::Taken, Some(message::State::Dropped), _) => &mut results.dropped,
        };
        *of += n;
    }
    for (step, of) in
        [(delivery_event::BOUNCED, &mut results.bounced), (delivery_event::COMPLAINED, &mut results.complained)]
    {
        let of_these = mails(campaign);
        *of = delivery_event::Entity::find()
            .select_only()
            .column(delivery_event::Column::MessageId)
            .distinct()
            .filter(delivery_event::Column::State.eq(step))
            .filter(delivery_event::Column::MessageId.in_subquery(of_these))
            .count(conn)
            .await?;
    }
    results.unsubscribed = opt_out::Entity::find()
        .select_only()
        .column(opt_out::Column::MailboxId)
        .distinct()
        .filter(opt_out::Column::CampaignId.eq(campaign))
        .count(conn)
        .await?;
    Ok(results)
}

/// The mails of a campaign.
fn mails(campaign: Uuid) -> SelectStatement {
    Query::select()
        .column(Column::MessageId)
        .from(Entity)
        .and_where(Column::CampaignId.eq(campaign))
        .and_where(Column::MessageId.is_not_null())
        .to_owned()
}

/// So long after a letter an order may have come of it.
const FOLLOWS: TimeDelta = TimeDelta::days(14);

/// How many orders followed: of mailboxes that got the letter and had ordered nothing in this congress before it began. One
/// statement.
pub async fn followed(conn: &Conn, row: &campaign::Model) -> Result<u64, DbErr> {
    let Some(began) = row.started_at else { return Ok(0) };
    let before = Query::select()
        .column(order::Column::MailboxId)
        .from(order::Entity)
        .and_where(order::Column::CongressId.eq(row.congress_id))
        .and_where(order::Column::Test.eq(false))
        .and_where(order::Column::PlacedAt.lt(began))
        .to_owned();
    let got = Entity::belongs_to(message::Entity).from(Column::MessageId).to(message::Column::Id);
    let placed = Entity::belongs_to(order::Entity).from(Column::MailboxId).to(order::Column::MailboxId);
    Entity::find()
        .select_only()
        .column(order::Column::Id)
        .join(JoinType::InnerJoin, got.into())
        .join(JoinType::InnerJoin, placed.into())
        .filter(Column::CampaignId.eq(row.id))
        .filter(message::Column::State.eq(message::State::Sent))
        .filter(order::Column::CongressId.eq(row.congress_id))
        .filter(order::Column::Test.eq(false))
        .filter(
            Expr::col((order::Entity, order::Column::PlacedAt))
                .gte(Expr::col((message::Entity, message::Column::SentAt))),
        )
        .filter(order::Column::PlacedAt.lte(began + FOLLOWS))
        .filter(order::Column::MailboxId.not_in_subquery(before))
        .count(conn)
        .await
}

#[derive(FromQueryResult)]
struct Foreseen {
    reason: Option<String>,
    n: i64,
}

/// What would become of a campaign that began now: how many would get it (`queued`), and to how many nothing is sent, and why.
/// One statement.
pub async fn forecast(conn: &Conn, row: &campaign::Model) -> Result<Results, DbErr> {
    let (each, of) = (Alias::new("each_one"), Alias::new("reason"));
    let found = mailbox::Entity::find().filter(meant(row.congress_id, &row.segment)).select_only();
    let query = Query::select()
        .column(of.clone())
        .expr_as(Expr::cust("count(*)"), Alias::new("n"))
        .from_subquery(found.expr_as(first_obstacle(row), "reason").into_query(), each)
        .group_by_col(of)
        .to_owned();
    let statement = StatementBuilder::build(&query, &conn.get_database_backend());
    let mut results = Results::default();
    for row in Foreseen::find_by_statement(statement).all(conn).await? {
        let n = u64::try_from(row.n).unwrap_or_default();
        results.all += n;
        *match row.reason.as_deref() {
            None => &mut results.queued,
            Some(reason::BLOCKED) => &mut results.blocked,
            Some(reason::NO_CONSENT) => &mut results.no_consent,
            Some(_) => &mut results.opted_out,
        } += n;
    }
    Ok(results)
}

/// Which of them are in doubt.
pub async fn in_doubt(conn: &Conn, campaign: Uuid) -> Result<Vec<Uuid>, DbErr> {
    message::Entity::find()
        .select_only()
        .column(message::Column::Id)
        .filter(message::Column::Id.in_subquery(mails(campaign)))
        .filter(message::Column::State.eq(message::State::InDoubt))
        .into_tuple()
        .all(conn)
        .await
}

/// One who gets it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Line {
    pub mailbox_id: Uuid,
    pub address: String,
    pub state: State,
    pub reason: Option<String>,
    pub message_id: Option<Uuid>,
    pub mail: Option<message::State>,
    pub answer: Option<String>,
    pub sent_at: Option<base::Time>,
}

fn lines(campaign: Uuid) -> sea_orm::Select<Entity> {
    Entity::find()
        .select_only()
        .columns([Column::MailboxId, Column::State, Column::Reason, Column::MessageId])
        .column(mailbox::Column::Address)
        .column_as(message::Column::State, "mail")
        .columns([message::Column::Answer, message::Column::SentAt])
        .join(
            JoinType::InnerJoin,
            Entity::belongs_to(mailbox::Entity).from(Column::MailboxId).to(mailbox::Column::Id).into(),
        )
        .join(
            JoinType::LeftJoin,
            Entity::belongs_to(message::Entity).from(Column::MessageId).to(message::Column::Id).into(),
        )
        .filter(Column::CampaignId.eq(campaign))
}

/// All who get it, by address.
pub async fn all(conn: &Conn, campaign: Uuid) -> Result<Vec<Line>, DbErr> {
    lines(campaign).order_by_asc(mailbox::Column::Address).into_model().all(conn).await
}

/// Those of whom somebody must know: what failed or is in doubt first. `most`: at most so many.
pub async fn troubled(conn: &Conn, campaign: Uuid, most: u64) -> Result<Vec<Line>, DbErr> {
    lines(campaign)
        .filter(message::Column::State.is_in([message::State::InDoubt, message::State::Failed]))
        .order_by_desc(message::Column::State)
        .order_by_asc(mailbox::Column::Address)
        .limit(most)
        .into_model()
        .all(conn)
        .await
}

/// Why nothing is sent to a mailbox, as SQL: nothing, where it is. An earlier reason hides a later one. Looked up for each
/// mailbox: it is asked again and again, for a few at a time.
pub(crate) fn obstacle(row: &campaign::Model) -> SimpleExpr {
    let mailbox = || Expr::col((mailbox::Entity, mailbox::Column::Id));
    let opted_out = Query::select()
        .expr(Expr::val(1))
        .from(opt_out::Entity)
        .and_where(Expr::col((opt_out::Entity, opt_out::Column::MailboxId)).eq(mailbox()))
        .and_where(opt_out::Column::Kind.is_in([row.kind.opt_out(), opt_out::Kind::All]))
        .to_owned();
    let opted_out = || Expr::exists(opted_out.clone());
    let case = match row.kind {
        // Who agreed after they wanted none wants them again.
        campaign::Kind::News => {
            let agrees = agreed(row.congress_id)
                .and_where(Expr::col((consent::Entity, consent::Column::MailboxId)).eq(mailbox()))
                .to_owned();
            let none = || Expr::exists(agrees.clone()).not();
            CaseStatement::new().case(none().and(opted_out()), reason::OPTED_OUT).case(none(), reason::NO_CONSENT)
        }
        campaign::Kind::Service => CaseStatement::new().case(opted_out(), reason::OPTED_OUT),
    };
    case.case(mailbox::Column::BlockedAt.is_not_null(), reason::BLOCKED).finally(Expr::cust("NULL")).into()
}

/// What keeps a mail from one mailbox now. One statement.
pub(crate) async fn obstacle_of(conn: &Conn, row: &campaign::Model, mailbox: Uuid) -> Result<Option<String>, DbErr> {
    let found = mailbox::Entity::find()
        .select_only()
        .column_as(obstacle(row), "obstacle")
        .filter(mailbox::Column::Id.eq(mailbox))
        .into_tuple::<Option<String>>()
        .one(conn)
        .await?;
    Ok(found.flatten())
}

/// The same when it begins: who has nothing to do with this congress did not ask for what one needs to know of it.
fn first_obstacle(row: &campaign::Model) -> SimpleExpr {
    match row.kind {
        campaign::Kind::News => obstacle(row),
        campaign::Kind::Service => CaseStatement::new()
            .case(Condition::all().not().add(known(row.congress_id)), reason::NO_CONSENT)
            .finally(obstacle(row))
            .into(),
    }
}

/// All whom a campaign means, as rows to be written: to whom nothing is sent, with the reason. One statement.
pub(crate) fn meant_rows(row: &campaign::Model) -> SelectStatement {
    let found = mailbox::Entity::find().filter(meant(row.congress_id, &row.segment)).select_only();
    let skipped = Expr::expr(first_obstacle(row)).is_not_null();
    let state: SimpleExpr = CaseStatement::new().case(skipped, "skipped").finally("queued").into();
    found.expr(Expr::val(row.id)).column(mailbox::Column::Id).expr(state).expr(first_obstacle(row)).into_query()
}
