//! Who is meant, as one condition on mailboxes.

use crate::entity::contact;
use crate::rules::segment::{Criterion, Group, Segment, Term};
use base::Uuid;
use checkin::entity::admission;
use congress::entity::{answer, congress as table, question_option, waiting};
use congress::rules::question::{NO, YES};
use identity::entity::{consent, mailbox};
use programme::entity::{booking, session, session_speaker, slot, speaker, submission, submission_speaker};
use registration::entity::{attendee, order};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use store::{Conn, DbErr};

/// What is agreed to by who wants news.
pub const NEWSLETTER: &str = "newsletter";
/// So many are shown as a sample.
const SAMPLE: u64 = 8;

/// Who is meant, and some of them.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    pub all: u64,
    pub sample: Vec<Sample>,
}

/// One of them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Sample {
    pub id: Uuid,
    pub address: String,
}

/// How many a segment means, and the first by address. Two statements.
pub async fn reach(conn: &Conn, congress: Uuid, segment: &Segment) -> Result<Reach, DbErr> {
    let found = mailbox::Entity::find().filter(meant(congress, segment));
    let all = found.clone().count(conn).await?;
    let sample = found
        .select_only()
        .columns([mailbox::Column::Id, mailbox::Column::Address])
        .order_by_asc(mailbox::Column::Address)
        .limit(SAMPLE)
        .into_model()
        .all(conn)
        .await?;
    Ok(Reach { all, sample })
}

/// The mailboxes that a segment means, of the congress's host: all of them have to do with the congress, also where a condition
/// denies something, or were at an earlier one that is asked for.
pub fn meant(congress: Uuid, segment: &Segment) -> Condition {
    let groups = segment.any.iter().filter(|group| !group.all.is_empty());
    let any = groups.fold(Condition::any(), |any, group| any.add(of_group(congress, group)));
    if segment.is_empty() {
        return Condition::all().add(Expr::val(1).eq(0));
    }
    let terms = segment.any.iter().flat_map(|group| &group.all).filter(|term| !term.not);
    let earlier = terms.filter(|term| matches!(term.criterion, Criterion::Edition(_)));
    let base = earlier.fold(known(congress), |base, term| base.add(of_term(congress, term)));
    let host = Query::select()
        .column(table::Column::HostId)
        .from(table::Entity)
        .and_where(table::Column::Id.eq(congress))
        .to_owned();
    Condition::all().add(mailbox::Column::HostId.in_subquery(host)).add(base).add(any)
}

fn of_group(congress: Uuid, group: &Group) -> Condition {
    group.all.iter().fold(Condition::all(), |all, term| all.add(of_term(congress, term)))
}

fn of_term(congress: Uuid, term: &Term) -> SimpleExpr {
    let met = match &term.criterion {
        Criterion::Language(language) => mailbox::Column::Language.eq(language.tag()),
        criterion => mailbox::Column::Id.in_subquery(of(congress, criterion)),
    };
    if term.not { met.not() } else { met }
}

/// Whoever has to do with the congress: ordered, has or had a ticket, speaks, handed something in, waits, or wants news, as
/// contacts do. Who was asked whether they want them, and has not answered, is not among them.
pub(crate) fn known(congress: Uuid) -> Condition {
    let all = [
        attendees(congress).into_query(),
        order::Entity::find()
            .select_only()
            .column(order::Column::MailboxId)
            .filter(order::Column::CongressId.eq(congress))
            .filter(order::Column::Test.eq(false))
            .into_query(),
        of(congress, &Criterion::Speaks),
        of(congress, &Criterion::HandedIn),
        of(congress, &Criterion::WaitingList),
        of(congress, &Criterion::AgreedToNews),
    ];
    all.into_iter().fold(Condition::any(), |any, ids| any.add(mailbox::Column::Id.in_subquery(ids)))
}

/// The mailboxes of which it is true.
fn of(congress: Uuid, criterion: &Criterion) -> SelectStatement {
    use attendee::Column as A;
    use attendee::State;
    match criterion {
        Criterion::Ticket => valid(congress).into_query(),
        Criterion::Category(id) => valid(congress).filter(A::CategoryId.eq(*id)).into_query(),
        Criterion::Unpaid => attendees(congress).filter(A::State.eq(State::Unpaid)).into_query(),
        Criterion::Unapproved => attendees(congress).filter(A::State.eq(State::Unapproved)).into_query(),
        Criterion::Cancelled => {
            attendees(congress).filter(A::State.is_in([State::Cancelled, State::Expired])).into_query()
        }
        Criterion::Admitted => valid(congress).filter(A::Id.in_subquery(admitted(congress))).into_query(),
        Criterion::Buyer(kind) => {
            let orders = orders(congress).and_where(order::Column::BuyerKind.eq(*kind)).to_owned();
            valid(congress).filter(A::OrderId.in_subquery(orders)).into_query()
        }
        Criterion::Organisation(part) => valid(congress).filter(holds(A::Organisation, part)).into_query(),
        Criterion::Town(town) => {
            let orders = orders(congress).and_where(holds(order::Column::Town, town)).to_owned();
            valid(congress).filter(A::OrderId.in_subquery(orders)).into_query()
        }
        Criterion::AnySeat => valid(congress).filter(A::Id.in_subquery(seats(congress))).into_query(),
        Criterion::Seat(id) => seat_in(congress, &sessions(session::Column::Id, *id)),
        Criterion::Speaks => speakers(congress).and_where(speaker::Column::Id.in_subquery(speaking())).to_owned(),
        Criterion::SpeaksIn(id) => speaks_in(congress, &sessions(session::Column::Id, *id)),
        Criterion::HandedIn => {
            let handed_in = Query::select()
                .column(submission::Column::Id)
                .from(submission::Entity)
                .and_where(submission::Column::CongressId.eq(congress))
                .and_where(submission::Column::State.ne(submission::State::Draft))
                .to_owned();
            let who = Query::select()
                .column(submission_speaker::Column::SpeakerId)
                .from(submission_speaker::Entity)
                .and_where(submission_speaker::Column::SubmissionId.in_subquery(handed_in))
                .and_where(submission_speaker::Column::DeclinedAt.is_null())
                .to_owned();
            speakers(congress).and_where(speaker::Column::Id.in_subquery(who)).to_owned()
        }
        Criterion::Edition(earlier) => valid(*earlier).into_query(),
        Criterion::WaitingList => Query::select()
            .column(waiting::Column::MailboxId)
            .from(waiting::Entity)
            .and_where(waiting::Column::CongressId.eq(congress))
            .and_where(waiting::Column::State.is_in([waiting::State::Waiting, waiting::State::Offered]))
            .to_owned(),
        Criterion::AgreedToNews => agreed(congress),
        Criterion::Contact => Query::select()
            .column(contact::Column::MailboxId)
            .from(contact::Entity)
            .and_where(contact::Column::CongressId.eq(congress))
            // Who was asked alone has not said anything.
            .and_where(contact::Column::ConsentId.is_not_null())
            .to_owned(),
        Criterion::Answered(option) => answered(congress, &chose(*option)),
        Criterion::SaidYes(question) => answered(congress, &said(*question, YES)),
        Criterion::SaidNo(question) => answered(congress, &said(*question, NO)),
        Criterion::SeatTrack(track) => seat_in(congress, &sessions(session::Column::TrackId, *track)),
        Criterion::SeatType(kind) => seat_in(congress, &sessions(session::Column::TypeId, *kind)),
        Criterion::SpeaksTrack(track) => speaks_in(congress, &sessions(session::Column::TrackId, *track)),
        Criterion::SpeaksType(kind) => speaks_in(congress, &sessions(session::Column::TypeId, *kind)),
        // Asked of the mailbox itself.
        Criterion::Language(_) => Query::select().column(mailbox::Column::Id).from(mailbox::Entity).to_owned(),
    }
}

/// Sessions of a track, or of a kind.
fn sessions(column: session::Column, of: Uuid) -> SelectStatement {
    Query::select().column(session::Column::Id).from(session::Entity).and_where(column.eq(of)).to_owned()
}

fn seat_in(congress: Uuid, sessions: &SelectStatement) -> SelectStatement {
    let slots = Query::select()
        .column(slot::Column::Id)
        .from(slot::Entity)
        .and_where(slot::Column::SessionId.in_subquery(sessions.clone()))
        .to_owned();
    let seats = seats(congress).and_where(booking::Column::SlotId.in_subquery(slots)).to_owned();
    valid(congress).filter(attendee::Column::Id.in_subquery(seats)).into_query()
}

fn speaks_in(congress: Uuid, sessions: &SelectStatement) -> SelectStatement {
    let speaking = speaking().and_where(session_speaker::Column::SessionId.in_subquery(sessions.clone())).to_owned();
    speakers(congress).and_where(speaker::Column::Id.in_subquery(speaking)).to_owned()
}

/// Who has a ticket and answered so, or whose order did.
fn answered(congress: Uuid, holders: &SelectStatement) -> SelectStatement {
    let own = attendee::Column::Id.in_subquery(holders.clone());
    let orders = attendee::Column::OrderId.in_subquery(holders.clone());
    valid(congress).filter(Condition::any().add(own).add(orders)).into_query()
}

fn said(question: Uuid, value: &str) -> SelectStatement {
    Query::select()
        .column(answer::Column::HolderId)
        .from(answer::Entity)
        .and_where(answer::Column::QuestionId.eq(question))
        .and_where(answer::Column::Value.eq(value))
        .to_owned()
}

/// Of several that can be chosen, one is among those that stand there with blanks between.
fn chose(option: Uuid) -> SelectStatement {
    let among = r#"' ' || "answer"."value" || ' ' LIKE '% ' || "question_option"."slug" || ' %'"#;
    Query::select()
        .column((answer::Entity, answer::Column::HolderId))
        .from(answer::Entity)
        .inner_join(
            question_option::Entity,
            Expr::col((question_option::Entity, question_option::Column::QuestionId))
                .equals((answer::Entity, answer::Column::QuestionId)),
        )
        .and_where(Expr::col((question_option::Entity, question_option::Column::Id)).eq(option))
        .and_where(Expr::cust(among))
        .to_owned()
}

fn attendees(congress: Uuid) -> sea_orm::Select<attendee::Entity> {
    attendee::Entity::find()
        .select_only()
        .column(attendee::Column::MailboxId)
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::Test.eq(false))
}

fn valid(congress: Uuid) -> sea_orm::Select<attendee::Entity> {
    attendees(congress).filter(attendee::Column::State.eq(attendee::State::Valid))
}

fn orders(congress: Uuid) -> SelectStatement {
    Query::select()
        .column(order::Column::Id)
        .from(order::Entity)
        .and_where(order::Column::CongressId.eq(congress))
        .to_owned()
}

fn admitted(congress: Uuid) -> SelectStatement {
    Query::select()
        .column(admission::Column::AttendeeId)
        .from(admission::Entity)
        .and_where(admission::Column::CongressId.eq(congress))
        .to_owned()
}

fn seats(congress: Uuid) -> SelectStatement {
    Query::select()
        .column(booking::Column::AttendeeId)
        .from(booking::Entity)
        .and_where(booking::Column::CongressId.eq(congress))
        .and_where(booking::Column::State.eq(booking::State::Booked))
        .to_owned()
}

/// Their mailboxes, as far as they are known.
fn speakers(congress: Uuid) -> SelectStatement {
    Query::select()
        .column(speaker::Column::MailboxId)
        .from(speaker::Entity)
        .and_where(speaker::Column::CongressId.eq(congress))
        .and_where(speaker::Column::MailboxId.is_not_null())
        .to_owned()
}

fn speaking() -> SelectStatement {
    Query::select().column(session_speaker::Column::SpeakerId).from(session_speaker::Entity).to_owned()
}

/// Who agreed to get news, of this congress or of any of the host's.
pub(crate) fn agreed(congress: Uuid) -> SelectStatement {
    Query::select()
        .column(consent::Column::MailboxId)
        .from(consent::Entity)
        .and_where(consent::Column::Purpose.eq(NEWSLETTER))
        .and_where(consent::Column::WithdrawnAt.is_null())
        .cond_where(
            Condition::any().add(consent::Column::CongressId.eq(congress)).add(consent::Column::CongressId.is_null()),
        )
        .to_owned()
}

/// Whether a text holds a part, whatever the case.
fn holds(column: impl ColumnTrait, part: &str) -> SimpleExpr {
    let part = part.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let like = sea_orm::sea_query::LikeExpr::new(format!("%{part}%")).escape('\\');
    Expr::expr(Func::lower(Expr::col(column.as_column_ref()))).like(like)
}
