//! Who gets the places.

use super::{HOLDER, category_of, hold, places};
use crate::entity::{attendee, contingent, contingent_place, order};
use crate::form::{AttendeeChange, AttendeeForm, Billing, BuyerForm, OrderForm};
use crate::load::Attendee;
use crate::load::contingent::Contingent;
use crate::service::order::{HOLDER as ATTENDEE, hold as hold_order, hold_categories, insert_order};
use crate::service::{attendee as attendees, cancellation, place as places_of};
use crate::{Event, RegistrationError, rules};
use base::{Uuid, contact, name as names};
use congress::entity::{congress as table, organisation};
use congress::rules::question::Typed;
use congress::service::capacity;
use identity::entity::mailbox;
use identity::service::mailbox::mailboxes_for;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{Store, Tx, record};
use ticketing::query::CategoryView;

/// What came of naming people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// So many have their places now.
    Now(usize),
    /// The same form was sent before.
    Before,
}

/// Names people for a contingent: each becomes an attendee of the partner's order, at the price that was agreed, and one
/// place of the contingent is theirs; all of them or none. No quota is asked, since the places are held already: of two who
/// name somebody for the last place one does, the other learns that there is none left. Tickets go out by mail, if `notify` says so. `naming`
/// makes a double click harmless. Not once the contingent has ended, or the congress is over.
pub async fn name(
    store: &Store,
    loaded: &Contingent,
    naming: Uuid,
    people: Vec<AttendeeChange>,
    notify: bool,
) -> Result<Named, RegistrationError> {
    let tx = store.begin().await?;
    hold_categories(&tx, loaded.row().congress_id).await?;
    let row = hold(&tx, loaded.row().id).await?;
    if row.naming == Some(naming) {
        tx.rollback().await?;
        return Ok(Named::Before);
    }
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    if row.ended_at.is_some() || tx.now() >= row.valid_until || tx.now() >= congress.ends_at {
        return Err(RegistrationError::Closed);
    }
    let free: Vec<_> = places(&tx, row.id).await?.into_iter().filter(|place| place.attendee_id.is_none()).collect();
    if people.is_empty() || people.len() > free.len() {
        return Err(RegistrationError::ContingentFull { left: free.len() });
    }
    let view = category_of(&tx, &row).await?;
    let people: Vec<AttendeeChange> = people.into_iter().map(cleaned).collect();
    let mut languages = BTreeMap::new();
    for person in &people {
        languages.insert(contact::normalise(&person.email), person.language);
    }
    let mut mailboxes = mailboxes_for(&tx, congress.host_id, &languages).await?;
    let order = order_of(&tx, loaded, (&row, &congress, &view), (&people, notify), &mut mailboxes).await?;
    let rows = insert(&tx, &row, &order, &people, &mailboxes).await?;
    for (place, attendee) in free.iter().zip(&rows) {
        contingent_place::Entity::update_many()
            .col_expr(contingent_place::Column::AttendeeId, Expr::value(attendee.id))
            .filter(contingent_place::Column::Id.eq(place.id))
            .exec(&*tx)
            .await?;
        capacity::hand_over(&tx, (HOLDER, place.id), (ATTENDEE, attendee.id)).await?;
    }
    contingent::Entity::update_many()
        .col_expr(contingent::Column::OrderId, Expr::value(order.id))
        .col_expr(contingent::Column::Naming, Expr::value(naming))
        .filter(contingent::Column::Id.eq(row.id))
        .exec(&*tx)
        .await?;
    settle(&tx, &order).await?;
    attendees::refresh_search(&tx, order.id).await?;
    tell(&tx, loaded, &order, &rows, notify).await?;
    tx.commit().await?;
    Ok(Named::Now(rows.len()))
}

fn cleaned(person: AttendeeChange) -> AttendeeChange {
    AttendeeChange {
        given_name: names::clean(&person.given_name),
        family_name: names::clean(&person.family_name),
        organisation: names::clean(&person.organisation),
        ..person
    }
}

/// The partner's order, held: the one that is there and goes on, or a new one.
async fn order_of(
    tx: &Tx,
    loaded: &Contingent,
    (row, congress, view): (&contingent::Model, &table::Model, &CategoryView),
    (people, notify): (&[AttendeeChange], bool),
    mailboxes: &mut HashMap<String, Uuid>,
) -> Result<order::Model, RegistrationError> {
    if let Some(id) = row.order_id {
        let order = hold_order(tx, id).await?;
        if matches!(order.state, order::State::Confirmed | order::State::AwaitingPayment) {
            return Ok(order);
        }
    }
    let partner = organisation::Entity::find().filter(organisation::Column::Id.eq(row.organisation_id)).one(&**tx);
    let partner = partner.await?.ok_or(RegistrationError::Unknown)?;
    let address = mailbox::Entity::find().filter(mailbox::Column::Id.eq(row.mailbox_id)).one(&**tx).await?;
    let address = address.ok_or(RegistrationError::Unknown)?.address;
    mailboxes.insert(contact::normalise(&address), row.mailbox_id);
    let attendee = |person: &AttendeeChange| AttendeeForm {
        category: view.category.slug.clone(),
        nameless: false,
        given_name: person.given_name.clone(),
        family_name: person.family_name.clone(),
        email: person.email.clone(),
        organisation: person.organisation.clone(),
        language: person.language,
        answers: Typed::default(),
        extras: vec![],
    };
    let form = OrderForm {
        buyer: BuyerForm {
            kind: kind(partner.kind),
            by_hand: true,
            name: row.contact_name.clone(),
            email: address,
            organisation: partner.name,
            billing: Billing::from(row),
        },
        language: loaded.language(),
        notify,
        source: order::Source::Desk,
        placement: None,
        voucher: None,
        test: false,
        attendees: people.iter().map(attendee).collect(),
        consent: None,
        answers: Typed::default(),
        unlocked: BTreeSet::new(),
    };
    let order = insert_order(tx, congress, &form, &[view], mailboxes, 0, order::State::Confirmed).await?;
    // What follows for tickets and money is said once they are there.
    let event = Event::Placed {
        congress: congress.id,
        order: order.id,
        code: order.code.clone(),
        attendees: people.len(),
        costs: false,
        notify: false,
        bulk: false,
    };
    record(tx, loaded.actor(), event).await?;
    Ok(order)
}

fn kind(partner: organisation::Kind) -> order::BuyerKind {
    use organisation::Kind::{Authority, Business, District, Initiative, Municipality, Other, School, University};
    match partner {
        Municipality | District | Authority | University | School => order::BuyerKind::PublicBody,
        Business | Initiative | Other => order::BuyerKind::Business,
    }
}

/// Attendees behind those of the order.
async fn insert(
    tx: &Tx,
    contingent: &contingent::Model,
    order: &order::Model,
    people: &[AttendeeChange],
    mailboxes: &HashMap<String, Uuid>,
) -> Result<Vec<attendee::Model>, RegistrationError> {
    let there = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order.id)).all(&**tx).await?;
    let last = there.iter().map(|a| a.position).max().unwrap_or_default();
    let mut rows = Vec::with_capacity(people.len());
    for (person, position) in people.iter().zip(last + 1..) {
        let mailbox = mailboxes.get(&contact::normalise(&person.email)).copied().ok_or(RegistrationError::Unknown)?;
        let (given, family, organisation) = (&person.given_name, &person.family_name, &person.organisation);
        rows.push(attendee::Model {
            id: tx.id(),
            congress_id: order.congress_id,
            order_id: order.id,
            position,
            category_id: contingent.category_id,
            mailbox_id: mailbox,
            given_name: given.clone(),
            family_name: family.clone(),
            organisation: organisation.clone(),
            language: person.language.tag().into(),
            state: if contingent.price_cents > 0 { attendee::State::Unpaid } else { attendee::State::Valid },
            price_cents: contingent.price_cents,
            vat_basis_points: contingent.vat_basis_points,
            ticket_serial: tx.chance().serial().max(1),
            ticket_issued_at: tx.now(),
            link_generation: 1,
            sequence: 0,
            created_at: tx.now(),
            changed_at: tx.now(),
            named_at: Some(tx.now()),
            test: false,
            invitee_id: None,
            voucher_id: None,
            waived_cents: 0,
            beyond_quota: false,
            search: attendees::search_text(&order.code, given, family, &person.email, organisation),
        });
    }
    attendee::Entity::insert_many(rows.iter().cloned().map(attendee::ActiveModel::from))
        .exec_without_returning(&**tx)
        .await?;
    Ok(rows)
}

/// State and total of the order with those who came.
async fn settle(tx: &Tx, order: &order::Model) -> Result<(), RegistrationError> {
    let all = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order.id)).all(&**tx).await?;
    let unpaid = all.iter().any(|a| a.state == attendee::State::Unpaid);
    let state = if unpaid { order::State::AwaitingPayment } else { order::State::Confirmed };
    // Whoever awaits payment again has a new day.
    let due = order.payment_due_at.filter(|_| state == order.state);
    order::Entity::update_many()
        .col_expr(order::Column::State, state.into())
        .col_expr(order::Column::PaymentDueAt, Expr::value(due))
        .col_expr(order::Column::TotalCents, Expr::value(rules::total(all.iter().map(|a| (a.state, a.price_cents)))))
        .filter(order::Column::Id.eq(order.id))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Records what happened: tickets and invoices follow from it.
async fn tell(
    tx: &Tx,
    loaded: &Contingent,
    order: &order::Model,
    rows: &[attendee::Model],
    notify: bool,
) -> Result<(), RegistrationError> {
    let name = |a: &attendee::Model| names::full(&a.given_name, &a.family_name);
    let event = Event::ContingentNamed {
        congress: order.congress_id,
        contingent: loaded.row().id,
        order: order.id,
        names: rows.iter().map(name).collect(),
        costs: loaded.row().price_cents > 0,
    };
    record(tx, loaded.actor(), event).await?;
    for row in rows {
        let (congress, order, attendee) = (row.congress_id, row.order_id, row.id);
        let event = Event::Named { congress, order, attendee, name: name(row), request: tx.id(), notify };
        record(tx, loaded.actor(), event).await?;
    }
    Ok(())
}

/// Takes back who was named: their ticket ends, and while the contingent goes on their place is the partner's to give again;
/// else it is free. Until the congress begins.
pub async fn withdraw(store: &Store, loaded: &Contingent, attendee: &Attendee) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    hold_categories(&tx, loaded.row().congress_id).await?;
    let row = hold(&tx, loaded.row().id).await?;
    let id = attendee.row().id;
    hold_order(&tx, attendee.order().id).await?;
    let place = places(&tx, row.id).await?.into_iter().find(|place| place.attendee_id == Some(id));
    let ended = cancellation::end_in(&tx, loaded.actor(), attendee.order().id, Some(&[id]), "", None).await?;
    match place.filter(|_| row.ended_at.is_none()) {
        Some(place) => {
            capacity::hand_over(&tx, (ATTENDEE, id), (HOLDER, place.id)).await?;
            contingent_place::Entity::update_many()
                .col_expr(contingent_place::Column::AttendeeId, Expr::value(None::<Uuid>))
                .filter(contingent_place::Column::Id.eq(place.id))
                .exec(&*tx)
                .await?;
        }
        None => places_of::release(&tx, &ended).await?,
    }
    Ok(tx.commit().await?)
}
