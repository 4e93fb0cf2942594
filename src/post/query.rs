//! What the desk reads of the outbox.

mod arrival;
pub mod bounce;
mod newest;

pub use arrival::may_have_reached;
pub use newest::newest;

use crate::Trouble;
use crate::entity::delivery_event;
use crate::entity::message::{self, State};
use base::name::fold;
use base::{Language, Time, Uuid};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, Order, QueryFilter, QueryOrder, QuerySelect, Select,
};
use store::{Conn, DbErr};

/// What of the whole installation somebody should look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub failed: i64,
    pub in_doubt: i64,
    pub held: i64,
    /// Waiting for long.
    pub late: i64,
}

/// How the outboxes of all congresses stand; `late` is what was put in before `since` and still waits.
pub async fn standing(conn: &Conn, since: Time) -> Result<Standing, DbErr> {
    standing_of(conn, since, Condition::all().add(message::Column::CongressId.is_not_null())).await
}

/// How the mails about log-ins stand that were written after `after`: they belong to no congress, and stand in no outbox.
pub async fn standing_of_accounts(conn: &Conn, since: Time, after: Time) -> Result<Standing, DbErr> {
    let theirs = Condition::all().add(message::Column::CongressId.is_null()).add(message::Column::CreatedAt.gt(after));
    standing_of(conn, since, theirs).await
}

async fn standing_of(conn: &Conn, since: Time, which: Condition) -> Result<Standing, DbErr> {
    let rows: Vec<(State, i64)> = message::Entity::find()
        .filter(which)
        .select_only()
        .column(message::Column::State)
        .column_as(message::Column::Id.count(), "n")
        .filter(message::Column::State.is_in([State::Failed, State::InDoubt, State::Held]).or(
            message::Column::State.is_in([State::Waiting, State::Sending]).and(message::Column::QueuedAt.lt(since)),
        ))
        .group_by(message::Column::State)
        .into_tuple()
        .all(conn)
        .await?;
    let mut standing = Standing::default();
    for (state, n) in rows {
        match state {
            State::Failed => standing.failed = n,
            State::InDoubt => standing.in_doubt = n,
            State::Held => standing.held = n,
            State::Waiting | State::Sending => standing.late += n,
            State::Sent | State::Dropped => {}
        }
    }
    Ok(standing)
}

/// A line of the outbox.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct MessageLine {
    pub id: Uuid,
    pub kind: String,
    pub mailbox_id: Option<Uuid>,
    pub to_address: String,
    pub to_name: String,
    /// None until it was due for the first time.
    pub subject: Option<String>,
    pub state: State,
    pub attempts: i32,
    pub answer: Option<String>,
    /// What the answer means.
    pub trouble: Option<Trouble>,
    pub created_at: Time,
    pub sent_at: Option<Time>,
}

impl MessageLine {
    /// Whether the mail server took it, and it came back.
    pub fn came_back(&self) -> bool {
        self.state == State::Failed && self.sent_at.is_some()
    }
}

/// A message as it looks, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageView {
    pub line: MessageLine,
    pub language: Language,
    /// With the domain once it was tried.
    pub message_id: String,
    /// As it was written last; none if it was not yet, or if it holds a secret that is not kept.
    pub text: Option<String>,
    /// Its pictures are `cid:` links to parts of the mail that are not kept.
    pub html: Option<String>,
    /// Names of the files that went along.
    pub attachments: Vec<String>,
    /// What it is about: an order.
    pub about_id: Option<Uuid>,
    pub sending_at: Option<Time>,
    /// Oldest first.
    pub deliveries: Vec<Delivery>,
}

/// A step of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    pub at: Time,
    /// `queued`, `deferred`, or a state's name; after `post-delivery-` in the locale files.
    pub state: String,
    pub answer: Option<String>,
    pub trouble: Option<Trouble>,
}

/// How many there are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub held: i64,
    pub waiting: i64,
    pub sending: i64,
    pub sent: i64,
    pub failed: i64,
    pub in_doubt: i64,
    pub dropped: i64,
}

impl Counts {
    pub fn of(&self, state: State) -> i64 {
        match state {
            State::Held => self.held,
            State::Waiting => self.waiting,
            State::Sending => self.sending,
            State::Sent => self.sent,
            State::Failed => self.failed,
            State::InDoubt => self.in_doubt,
            State::Dropped => self.dropped,
        }
    }

    pub fn all(&self) -> i64 {
        State::ALL.into_iter().map(|s| self.of(s)).sum()
    }

    /// What waits for a person to decide.
    pub fn need_attention(&self) -> i64 {
        self.failed + self.in_doubt
    }
}

/// Which mails. What is not set does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub state: Option<State>,
    /// `registration.order`.
    pub kind: Option<String>,
    /// Words that stand in address, name or subject, each of them.
    pub query: String,
    /// Those alone that can be sent now, or be held.
    pub ripe: Option<Ripe>,
}

/// What can be done to mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ripe {
    /// What did not arrive, is held or waits for its next attempt goes at once.
    Send,
    /// What waits is kept back.
    Hold,
}

impl Ripe {
    /// Whether it can be done to this mail now. A mail that was sent is never sent again along with others.
    pub fn suits(self, mail: &MessageLine) -> bool {
        match (self, mail.state) {
            (Self::Send, State::Failed | State::Held | State::InDoubt) | (Self::Hold, State::Waiting) => true,
            (Self::Send, State::Waiting) => mail.attempts > 0,
            _ => false,
        }
    }

    /// The same as the database is asked for it.
    fn condition(self) -> Condition {
        let waiting = message::Column::State.eq(State::Waiting);
        match self {
            Self::Hold => Condition::all().add(waiting),
            Self::Send => Condition::any()
                .add(message::Column::State.is_in([State::Failed, State::Held, State::InDoubt]))
                .add(waiting.and(message::Column::Attempts.gt(0))),
        }
    }
}

impl Filter {
    fn condition(&self, congress: Uuid) -> Condition {
        let words = fold(&self.query);
        words
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(|word| Expr::col(message::Column::Search).like(store::contains(word)))
            .fold(Condition::all().add(message::Column::CongressId.eq(congress)), Condition::add)
            .add_option(self.state.map(|state| message::Column::State.eq(state)))
            .add_option(self.kind.as_ref().map(|kind| message::Column::Kind.eq(kind)))
            .add_option(self.ripe.map(Ripe::condition))
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Newest,
    Oldest,
    /// By address.
    Address,
}

/// The outbox of a congress, newest first; of one state, or all.
pub async fn list(
    conn: &Conn,
    congress: Uuid,
    state: Option<State>,
    limit: u64,
    offset: u64,
) -> Result<Vec<MessageLine>, DbErr> {
    find(conn, congress, &Filter { state, ..Filter::default() }, Sort::Newest, limit, offset).await
}

/// Mails of a congress that a filter lets through.
pub async fn find(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    sort: Sort,
    limit: u64,
    offset: u64,
) -> Result<Vec<MessageLine>, DbErr> {
    let find = lines().filter(filter.condition(congress));
    let (column, order) = match sort {
        Sort::Newest => (message::Column::CreatedAt, Order::Desc),
        Sort::Oldest => (message::Column::CreatedAt, Order::Asc),
        Sort::Address => (message::Column::ToAddress, Order::Asc),
    };
    find.order_by(column, order.clone())
        .order_by(message::Column::Id, order)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(conn)
        .await
}

/// Mails after a cursor, oldest first, for who reads them all: whatever becomes of a mail meanwhile, none is left out and
/// none comes twice.
pub async fn after(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    cursor: Option<Uuid>,
    limit: u64,
) -> Result<Vec<MessageLine>, DbErr> {
    let condition = filter.condition(congress).add_option(cursor.map(|id| message::Column::Id.gt(id)));
    lines().filter(condition).order_by_asc(message::Column::Id).limit(limit).into_model().all(conn).await
}

/// The mails with these ids, newest first. Those of another congress are left out; none: those that belong to no congress.
pub async fn chosen(conn: &Conn, congress: Option<Uuid>, ids: &[Uuid]) -> Result<Vec<MessageLine>, DbErr> {
    let of = congress.map_or_else(|| message::Column::CongressId.is_null(), |id| message::Column::CongressId.eq(id));
    lines()
        .filter(of)
        .filter(message::Column::Id.is_in(ids.iter().copied()))
        .order_by_desc(message::Column::CreatedAt)
        .into_model()
        .all(conn)
        .await
}

/// How many there are of each kind in each state, of those that words find.
pub async fn kinds(conn: &Conn, congress: Uuid, query: &str) -> Result<Vec<(String, State, i64)>, DbErr> {
    let filter = Filter { query: query.to_owned(), ..Filter::default() };
    message::Entity::find()
        .select_only()
        .column(message::Column::Kind)
        .column(message::Column::State)
        .column_as(Expr::cust("count(*)"), "n")
        .filter(filter.condition(congress))
        .group_by(message::Column::Kind)
        .group_by(message::Column::State)
        .order_by_asc(message::Column::Kind)
        .into_tuple()
        .all(conn)
        .await
}

/// The mails of a congress to an address, newest first.
pub async fn to_address(conn: &Conn, congress: Uuid, address: &str) -> Result<Vec<MessageLine>, DbErr> {
    lines()
        .filter(message::Column::CongressId.eq(congress))
        .filter(message::Column::ToAddress.eq(address))
        .order_by_desc(message::Column::CreatedAt)
        .order_by_desc(message::Column::Id)
        .limit(SHOWN)
        .into_model()
        .all(conn)
        .await
}

/// More mails to one address nobody reads at once.
const SHOWN: u64 = 200;

/// How many mails wait because the mail server takes nothing from this installation, whoever they are for, and the
/// newest of them. One statement.
pub async fn stuck(conn: &Conn, congress: Uuid) -> Result<Option<(i64, MessageLine)>, DbErr> {
    let ours = Trouble::ALL.into_iter().filter(|trouble| trouble.is_ours());
    let newest = lines()
        // Counted before the limit cuts.
        .expr_as(Expr::cust("count(*) OVER ()"), "n")
        .filter(message::Column::CongressId.eq(congress))
        .filter(message::Column::State.eq(State::Waiting))
        .filter(message::Column::Trouble.is_in(ours))
        .order_by_desc(message::Column::SendingAt)
        .order_by_desc(message::Column::Id)
        .limit(1)
        .into_model::<Stuck>()
        .one(conn)
        .await?;
    Ok(newest.map(|row| (row.n, row.line)))
}

#[derive(FromQueryResult)]
struct Stuck {
    n: i64,
    #[sea_orm(nested)]
    line: MessageLine,
}

/// What the server answered, or why nothing was said, each time that one of these mails ended as failed, came back or in doubt:
/// the mail, when, and the answer, oldest first. One statement.
pub async fn answers(conn: &Conn, messages: &[Uuid]) -> Result<Vec<(Uuid, Time, String)>, DbErr> {
    use delivery_event::Column as C;
    delivery_event::Entity::find()
        .select_only()
        .columns([C::MessageId, C::At, C::Answer])
        .filter(C::MessageId.is_in(messages.iter().copied()))
        .filter(C::State.is_in([State::Failed.name(), State::InDoubt.name(), delivery_event::BOUNCED]))
        .filter(C::Answer.is_not_null())
        .order_by_asc(C::At)
        .order_by_asc(C::Id)
        .into_tuple()
        .all(conn)
        .await
}

/// The mails of a congress about something, newest first: what an order's page shows.
pub async fn about(conn: &Conn, congress: Uuid, id: Uuid) -> Result<Vec<MessageLine>, DbErr> {
    lines()
        .filter(message::Column::CongressId.eq(congress))
        .filter(message::Column::AboutId.eq(id))
        .order_by_desc(message::Column::CreatedAt)
        .order_by_desc(message::Column::Id)
        .into_model()
        .all(conn)
        .await
}

/// All but the text, which is long.
fn lines() -> Select<message::Entity> {
    use message::Column as C;
    message::Entity::find().select_only().columns([
        C::Id,
        C::Kind,
        C::MailboxId,
        C::ToAddress,
        C::ToName,
        C::Subject,
        C::State,
        C::Attempts,
        C::Answer,
        C::Trouble,
        C::CreatedAt,
        C::SentAt,
    ])
}

/// How many there are in each state.
pub async fn counts(conn: &Conn, congress: Uuid) -> Result<Counts, DbErr> {
    let rows: Vec<(State, i64)> = message::Entity::find()
        .select_only()
        .column(message::Column::State)
        .column_as(message::Column::Id.count(), "n")
        .filter(message::Column::CongressId.eq(congress))
        .group_by(message::Column::State)
        .into_tuple()
        .all(conn)
        .await?;
    let mut counts = Counts::default();
    for (state, n) in rows {
        *match state {
            State::Held => &mut counts.held,
            State::Waiting => &mut counts.waiting,
            State::Sending => &mut counts.sending,
            State::Sent => &mut counts.sent,
            State::Failed => &mut counts.failed,
            State::InDoubt => &mut counts.in_doubt,
            State::Dropped => &mut counts.dropped,
        } = n;
    }
    Ok(counts)
}

/// A message of this congress, with its text and its steps. Two statements.
pub async fn one(conn: &Conn, congress: Uuid, id: Uuid) -> Result<Option<MessageView>, DbErr> {
    let found = message::Entity::find()
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::CongressId.eq(congress))
        .one(conn)
        .await?;
    let Some(row) = found else { return Ok(None) };
    let deliveries = delivery_event::Entity::find()
        .filter(delivery_event::Column::MessageId.eq(id))
        .order_by_asc(delivery_event::Column::At)
        .order_by_asc(delivery_event::Column::Id)
        .all(conn)
        .await?
        .into_iter()
        .map(|d| Delivery { at: d.at, state: d.state, answer: d.answer, trouble: d.trouble })
        .collect();
    Ok(Some(MessageView {
        language: row.language.parse().unwrap_or_default(),
        message_id: row.message_id,
        text: row.text,
        html: row.html,
        attachments: row.attachments.lines().map(str::to_owned).collect(),
        about_id: row.about_id,
        sending_at: row.sending_at,
        deliveries,
        line: MessageLine {
            id: row.id,
            kind: row.kind,
            mailbox_id: row.mailbox_id,
            to_address: row.to_address,
            to_name: row.to_name,
            subject: row.subject,
            state: row.state,
            attempts: row.attempts,
            answer: row.answer,
            trouble: row.trouble,
            created_at: row.created_at,
            sent_at: row.sent_at,
        },
    }))
}
