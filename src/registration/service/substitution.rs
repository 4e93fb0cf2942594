//! Somebody else comes: an attendee, or who ordered, names them; they confirm; only then the ticket is theirs. Staff hand
//! it over at once.
//!
//! The place stays the same: no quota is asked, and the money stays with the order. The ticket gets a new code, and the
//! door says of the old one that it was replaced. The old personal link ends, so that nobody reads what belongs to who
//! comes now: what they answered is deleted. Consents are of a person, and do not move.

use super::{answer, attendee as attendees, deadline, mail, person, ticket};
use crate::entity::substitution::{self, State};
use crate::entity::{attendee, order};
use crate::form::{AttendeeChange, NameForm};
use crate::load::{Attendee, Substitution};
use crate::service::changes::Changes;
use crate::service::order::hold;
use crate::{Event, RegistrationError, rules};
use base::{Actor, Language, Time, Uuid, contact, name};
use chrono::TimeDelta;
use identity::service::mailbox::mailbox_for;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};
use std::collections::BTreeSet;
use store::{Tx, record};
use web::form::Seen;

/// How long somebody who was named has to answer.
const TO_ANSWER: TimeDelta = TimeDelta::days(7);

/// Names who is to come instead, by their address, in the caller's transaction: they get a mail with a link, and have a
/// week, but not longer than the deadline. Until they confirm, nothing changes. At most one is asked at a time: the same
/// address again is no second request, another one is refused until the first is withdrawn. Who holds a link may until
/// the day that organisers set, staff until the congress is over.
pub async fn name_in(
    tx: &Tx,
    loaded: &Attendee,
    email: &str,
    language: Language,
) -> Result<attendee::Model, RegistrationError> {
    let row = person::hold(tx, loaded).await?;
    let congress = congress::query::by_id(tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let until = deadline::until(loaded.actor(), &congress, |d| d.substitutes);
    // A place that nobody has yet is named, not handed on.
    if row.named_at.is_none() || !rules::may_pass_on(row.state, until, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    let mailbox = mailbox_for(tx, congress.host_id, &contact::normalise(email), language).await?.id;
    match pending(tx, row.id).await? {
        Some(asked) if asked.expires_at <= tx.now() => end(tx, asked.id, State::Expired).await?,
        Some(asked) if asked.mailbox_id == mailbox => return Ok(row),
        Some(_) => return Err(RegistrationError::SubstituteAsked),
        None => {}
    }
    if !loaded.actor().is_staff() {
        mail::not_too_often(tx, row.id, "attendee.substitute-named").await?;
    }
    let actor = loaded.actor();
    let expires_at = Ord::min(until, tx.now() + TO_ANSWER);
    let asked = substitution::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(row.congress_id),
        order_id: Set(row.order_id),
        attendee_id: Set(row.id),
        mailbox_id: Set(mailbox),
        language: Set(language.tag().into()),
        state: Set(State::Pending),
        asked_at: Set(tx.now()),
        expires_at: Set(expires_at),
        ended_at: Set(None),
        actor_kind: Set(actor.kind.name().into()),
        actor_id: Set(actor.kind.id()),
        actor_name: Set(actor.name.clone()),
    };
    let asked = substitution::Entity::insert(asked).exec_with_returning(&**tx).await?;
    let event = Event::SubstituteNamed { congress: row.congress_id, attendee: row.id, substitution: asked.id, mailbox };
    record(tx, actor, event).await?;
    Ok(row)
}

/// Takes back that somebody was named. Who has confirmed meanwhile has the ticket; nobody named: nothing changes.
pub async fn withdraw(store: &store::Store, loaded: &Attendee) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let row = person::hold(&tx, loaded).await?;
    let Some(asked) = pending(&tx, row.id).await? else { return Ok(tx.rollback().await?) };
    end(&tx, asked.id, State::Withdrawn).await?;
    let event = Event::SubstituteWithdrawn { congress: row.congress_id, attendee: row.id, mailbox: asked.mailbox_id };
    record(&tx, loaded.actor(), event).await?;
    Ok(tx.commit().await?)
}

/// Takes over a ticket, by who was named, with the name that stands on it from now on; in the caller's transaction, which
/// also looks whether somebody has entered with it. Confirmed already: it is as it was wanted, and nothing changes.
/// Withdrawn, answered too late, or the ticket was cancelled meanwhile: refused.
pub async fn confirm_in(
    tx: &Tx,
    loaded: &Substitution,
    form: &NameForm,
    language: Language,
) -> Result<attendee::Model, RegistrationError> {
    let order = hold(tx, loaded.order().id).await?;
    let row = attendee::Entity::find().filter(attendee::Column::Id.eq(loaded.attendee().id)).one(&**tx).await?;
    let row = row.ok_or(RegistrationError::Unknown)?;
    let asked = substitution::Entity::find().filter(substitution::Column::Id.eq(loaded.row().id)).one(&**tx).await?;
    let asked = asked.ok_or(RegistrationError::Unknown)?;
    let to = Person::new(form, asked.mailbox_id, language);
    match asked.state {
        // The same form once more. Whoever types another name learns that it is not taken.
        State::Confirmed if to.is(&row) => return Ok(row),
        State::Confirmed => return Err(RegistrationError::PlaceTaken),
        State::Pending if rules::may_pass_on(row.state, asked.expires_at, tx.now()) => {}
        State::Pending | State::Withdrawn | State::Expired => return Err(RegistrationError::SubstitutionEnded),
    }
    end(tx, asked.id, State::Confirmed).await?;
    let actor = Actor::holder(asked.id, name::full(&to.given, &to.family), language);
    hand_over(tx, &actor, &order, row, to, true).await
}

/// What the form of staff showed.
pub fn seen(attendee: &attendee::Model) -> Seen {
    Seen::of(&(attendee.ticket_serial, &attendee.given_name, &attendee.family_name, attendee.mailbox_id))
}

/// Hands a ticket over at once, by staff, in the caller's transaction, which also looks whether somebody has entered with
/// it. Who was named before need not answer any more. With `send`, both are told by mail. If the ticket passed on since
/// the form was shown, nothing is changed, unless it passed to whom the form names.
pub async fn transfer_in(
    tx: &Tx,
    loaded: &Attendee,
    shown: &Seen,
    form: &AttendeeChange,
    send: bool,
) -> Result<attendee::Model, RegistrationError> {
    let row = person::hold(tx, loaded).await?;
    let order = hold(tx, row.order_id).await?;
    let congress = congress::query::by_id(tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let mailbox = mailbox_for(tx, congress.host_id, &contact::normalise(&form.email), form.language).await?.id;
    let names = NameForm {
        given_name: form.given_name.clone(),
        family_name: form.family_name.clone(),
        organisation: form.organisation.clone(),
    };
    let to = Person::new(&names, mailbox, form.language);
    if to.is(&row) && *shown != seen(&row) {
        return Ok(row);
    }
    shown.check(&(row.ticket_serial, &row.given_name, &row.family_name, row.mailbox_id))?;
    if row.named_at.is_none() || !rules::may_pass_on(row.state, congress.ends_at, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    if let Some(asked) = pending(tx, row.id).await? {
        end(tx, asked.id, State::Withdrawn).await?;
    }
    hand_over(tx, loaded.actor(), &order, row, to, send).await
}

/// Ends what nobody has answered yet for these attendees: their tickets ended.
pub(super) async fn end_all(tx: &Tx, attendees: &[Uuid]) -> Result<(), DbErr> {
    let open = substitution::Column::AttendeeId.is_in(attendees.iter().copied());
    ended(State::Withdrawn, tx.now()).filter(open).exec(&**tx).await.map(|_| ())
}

/// Who comes now.
struct Person {
    given: String,
    family: String,
    organisation: String,
    mailbox: Uuid,
    language: Language,
}

impl Person {
    fn new(form: &NameForm, mailbox: Uuid, language: Language) -> Self {
        Self {
            given: name::clean(&form.given_name),
            family: name::clean(&form.family_name),
            organisation: name::clean(&form.organisation),
            mailbox,
            language,
        }
    }

    fn is(&self, row: &attendee::Model) -> bool {
        (&self.given, &self.family, self.mailbox) == (&row.given_name, &row.family_name, row.mailbox_id)
    }
}

/// Gives a held ticket to somebody else.
async fn hand_over(
    tx: &Tx,
    actor: &Actor,
    order: &order::Model,
    row: attendee::Model,
    to: Person,
    notify: bool,
) -> Result<attendee::Model, RegistrationError> {
    let mut changes = Changes::default();
    changes.text("name", &name::full(&row.given_name, &row.family_name), &name::full(&to.given, &to.family));
    changes.text("organisation", &row.organisation, &to.organisation);
    changes.text("mailbox", &row.mailbox_id.to_string(), &to.mailbox.to_string());
    changes.text("language", &row.language, to.language.tag());
    let address = crate::query::attendee::addresses(tx, BTreeSet::from([to.mailbox])).await?;
    let address = address.get(&to.mailbox).map(String::as_str).unwrap_or_default();
    let search = attendees::search_text(&order.code, &to.given, &to.family, address, &to.organisation);
    let serial = ticket::replace(tx, &row).await?;
    attendee::Entity::update_many()
        .col_expr(attendee::Column::Search, Expr::value(search))
        .col_expr(attendee::Column::GivenName, Expr::value(to.given))
        .col_expr(attendee::Column::FamilyName, Expr::value(to.family))
        .col_expr(attendee::Column::Organisation, Expr::value(to.organisation))
        .col_expr(attendee::Column::MailboxId, Expr::value(to.mailbox))
        .col_expr(attendee::Column::Language, Expr::value(to.language.tag()))
        .col_expr(attendee::Column::TicketSerial, Expr::value(serial))
        .col_expr(attendee::Column::TicketIssuedAt, Expr::value(tx.now()))
        .col_expr(attendee::Column::LinkGeneration, Expr::col(attendee::Column::LinkGeneration).add(1))
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.eq(row.id))
        .exec(&**tx)
        .await?;
    attendees::refresh_search(tx, order.id).await?;
    answer::forget_attendee(tx, &row).await?;
    let (before, after) = changes.values();
    let former = Former { mailbox: row.mailbox_id, language: row.language.clone() };
    let event = Event::Substituted {
        congress: row.congress_id,
        order: order.id,
        attendee: row.id,
        before,
        after,
        former,
        request: tx.id(),
        notify,
    };
    record(tx, actor, event).await?;
    let now = attendee::Entity::find().filter(attendee::Column::Id.eq(row.id)).one(&**tx).await?;
    now.ok_or(RegistrationError::Unknown)
}

/// Who had the ticket before, as they are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    pub mailbox: Uuid,
    pub language: String,
}

/// Who was named and has not answered yet, in time or not.
async fn pending(tx: &Tx, attendee: Uuid) -> Result<Option<substitution::Model>, DbErr> {
    substitution::Entity::find()
        .filter(substitution::Column::AttendeeId.eq(attendee))
        .filter(substitution::Column::State.eq(State::Pending))
        .one(&**tx)
        .await
}

async fn end(tx: &Tx, asked: Uuid, state: State) -> Result<(), DbErr> {
    ended(state, tx.now()).filter(substitution::Column::Id.eq(asked)).exec(&**tx).await.map(|_| ())
}

fn ended(state: State, now: Time) -> sea_orm::UpdateMany<substitution::Entity> {
    substitution::Entity::update_many()
        .col_expr(substitution::Column::State, state.into())
        .col_expr(substitution::Column::EndedAt, Expr::value(now))
        .filter(substitution::Column::State.eq(State::Pending))
}
