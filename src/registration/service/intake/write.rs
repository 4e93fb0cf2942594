//! Writing a list of guests, a thousand rows a statement.

use super::{CHUNK, Guest, Plan};
use crate::entity::order::{BuyerKind, Source};
use crate::entity::{attendee, order};
use crate::rules::pricing::{self, Agreed};
use crate::service::order::{HOLDER, search_text};
use crate::{Event, RegistrationError, rules};
use ::ticket::order_code;
use base::{Actor, Uuid};
use congress::service::capacity::{self, Want};
use identity::service::mailbox::mailboxes_for;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeMap, HashSet};
use store::{DbErr, Tx, record_all};
use ticketing::query::CategoryView;

/// Mailboxes, orders, attendees, their places, and what happened.
pub(super) async fn all(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    plan: &Plan,
    mail: bool,
) -> Result<(), RegistrationError> {
    let row = congress::query::by_id(tx, congress).await?.ok_or(RegistrationError::Unknown)?;
    let languages: BTreeMap<String, _> = plan.guests.iter().map(|g| (g.email.clone(), g.language)).collect();
    let mailboxes = mailboxes_for(tx, row.host_id, &languages).await?;
    let codes = codes(tx, congress, plan.guests.len()).await?;
    let (mut orders, mut attendees, mut wants, mut events) = (vec![], vec![], vec![], vec![]);
    for (guest, code) in plan.guests.iter().zip(codes) {
        let mailbox = *mailboxes.get(&guest.email).ok_or(RegistrationError::Unknown)?;
        let view = plan.category(guest).ok_or(RegistrationError::Unknown)?;
        let price = pricing::agreed(&[view], tx.now())[0];
        let order = order_row(tx, congress, (view, price), guest, code, mailbox, mail);
        let attendee = attendee_row(tx, (view, price), guest, &order);
        wants.extend(view.quotas.iter().map(|q| Want { capacity: q.capacity_id, holder: attendee.id, n: 1 }));
        events.push(Event::Placed {
            congress,
            order: order.id,
            code: order.code.clone(),
            attendees: 1,
            costs: order.total_cents > 0,
            notify: mail,
            bulk: true,
        });
        orders.push(order::ActiveModel::from(order));
        attendees.push(attendee::ActiveModel::from(attendee));
    }
    // The places first: whoever finds none has written little.
    capacity::take(tx, HOLDER, &wants).await?;
    for part in orders.chunks(CHUNK) {
        order::Entity::insert_many(part.to_vec()).exec_without_returning(&**tx).await?;
    }
    for part in attendees.chunks(CHUNK) {
        attendee::Entity::insert_many(part.to_vec()).exec_without_returning(&**tx).await?;
    }
    record_all(tx, actor, events).await?;
    Ok(())
}

/// So many codes that no order of the congress has.
async fn codes(tx: &Tx, congress: Uuid, n: usize) -> Result<Vec<String>, DbErr> {
    let mut codes: HashSet<String> = HashSet::with_capacity(n);
    while codes.len() < n {
        let mut fresh: HashSet<String> = HashSet::new();
        while fresh.len() < (n - codes.len()).min(CHUNK) {
            let code = order_code(tx.chance().bytes::<16>());
            if !codes.contains(&code) {
                fresh.insert(code);
            }
        }
        let taken: Vec<String> = order::Entity::find()
            .select_only()
            .column(order::Column::Code)
            .filter(order::Column::CongressId.eq(congress))
            .filter(order::Column::Code.is_in(fresh.iter().map(String::as_str)))
            .into_tuple()
            .all(&**tx)
            .await?;
        for code in taken {
            fresh.remove(&code);
        }
        codes.extend(fresh);
    }
    Ok(codes.into_iter().collect())
}

/// An order of the guest for themselves.
fn order_row(
    tx: &Tx,
    congress: Uuid,
    (view, agreed): (&CategoryView, Agreed),
    guest: &Guest,
    code: String,
    mailbox_id: Uuid,
    notify: bool,
) -> order::Model {
    let mut row = order::Model {
        id: tx.id(),
        congress_id: congress,
        code,
        link_generation: 1,
        state: rules::placed_state(agreed.cents, false),
        buyer_kind: if guest.organisation.is_empty() { BuyerKind::Person } else { BuyerKind::Business },
        buyer_name: guest.name(),
        buyer_organisation: guest.organisation.clone(),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        country: "DE".into(),
        vat_id: String::new(),
        leitweg_id: String::new(),
        purchase_order: String::new(),
        cost_centre: String::new(),
        mailbox_id,
        language: guest.language.tag().into(),
        total_cents: agreed.cents,
        currency: view.category.currency.clone(),
        source: Source::Import,
        notify,
        placement: None,
        payment_due_at: None,
        test: false,
        placed_at: tx.now(),
        voucher: String::new(),
        note: String::new(),
        search: String::new(),
    };
    let person = (&*guest.given_name, &*guest.family_name, &*guest.email, &*guest.organisation);
    row.search = search_text(&row, &guest.email, std::iter::once(person));
    row
}

fn attendee_row(
    tx: &Tx,
    (view, agreed): (&CategoryView, Agreed),
    guest: &Guest,
    order: &order::Model,
) -> attendee::Model {
    attendee::Model {
        id: tx.id(),
        congress_id: order.congress_id,
        order_id: order.id,
        position: 1,
        category_id: view.category.id,
        mailbox_id: order.mailbox_id,
        given_name: guest.given_name.clone(),
        family_name: guest.family_name.clone(),
        organisation: guest.organisation.clone(),
        language: guest.language.tag().into(),
        state: rules::attendee_state(order.state, agreed.cents),
        price_cents: agreed.cents,
        vat_basis_points: agreed.vat_basis_points,
        voucher_id: None,
        waived_cents: 0,
        beyond_quota: false,
        ticket_serial: tx.chance().serial().max(1),
        ticket_issued_at: tx.now(),
        link_generation: 1,
        sequence: 0,
        created_at: tx.now(),
        changed_at: tx.now(),
        named_at: Some(tx.now()),
        test: false,
        search: crate::service::attendee::search_text(
            &order.code,
            &guest.given_name,
            &guest.family_name,
            &guest.email,
            &guest.organisation,
        ),
        invitee_id: None,
    }
}
