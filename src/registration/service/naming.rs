//! Places that were ordered without names, and who takes them.

use crate::entity::{attendee, order};
use crate::form::AttendeeChange;
use crate::load::Attendee;
use crate::mail::NAMELESS_MAIL;
use crate::service::{attendee as attendees, person};
use crate::{Event, RegistrationError, rules};
use base::{contact, name};
use congress::entity::congress as table;
use identity::entity::mailbox;
use identity::service::consent::{Agreed, give_consent};
use identity::service::mailbox::mailbox_for;
use post::NewMessage;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveEnum, ColumnTrait, EntityTrait, ExprTrait, Iterable, QueryFilter, QueryOrder};
use serde_json::json;
use std::collections::BTreeSet;
use store::{Store, record};

/// Gives a place that has no name to whoever `form` says. They get the ticket by mail, and their own link; the link by
/// which the place was passed on ends with it. No quota is asked: the place was taken when it was ordered. Of two who come
/// at the same moment one is the attendee, the other learns that the place is taken; who sends their form twice is who
/// they were. `consent`: the words that they agreed to, as they were shown.
pub async fn name_place(
    store: &Store,
    loaded: &Attendee,
    form: AttendeeChange,
    consent: Option<String>,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let row = person::hold(&tx, loaded).await?;
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let (given, family) = (name::clean(&form.given_name), name::clean(&form.family_name));
    let organisation = name::clean(&form.organisation);
    let address = contact::normalise(&form.email);
    let mailbox = mailbox_for(&tx, congress.host_id, &address, form.language).await?.id;
    if row.named_at.is_some() {
        let same = (&row.given_name, &row.family_name, row.mailbox_id) == (&given, &family, mailbox);
        return if same { Ok(tx.rollback().await?) } else { Err(RegistrationError::PlaceTaken) };
    }
    if !rules::may_change(row.state, congress.ends_at, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    let search = attendees::search_text(&loaded.order().code, &given, &family, &address, &organisation);
    let whole = name::full(&given, &family);
    attendee::Entity::update_many()
        .col_expr(attendee::Column::Search, Expr::value(search))
        .col_expr(attendee::Column::GivenName, Expr::value(given))
        .col_expr(attendee::Column::FamilyName, Expr::value(family))
        .col_expr(attendee::Column::Organisation, Expr::value(organisation))
        .col_expr(attendee::Column::MailboxId, Expr::value(mailbox))
        .col_expr(attendee::Column::Language, Expr::value(form.language.tag()))
        .col_expr(attendee::Column::NamedAt, Expr::value(tx.now()))
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.eq(row.id))
        .exec(&*tx)
        .await?;
    attendees::refresh_search(&tx, row.order_id).await?;
    if let Some(wording) = &consent {
        let agreed = Agreed { purpose: "terms", wording, language: form.language, source: "naming" };
        give_consent(&tx, mailbox, Some(congress.id), agreed).await?;
    }
    let event = Event::Named {
        congress: row.congress_id,
        order: row.order_id,
        attendee: row.id,
        name: whole.clone(),
        request: tx.id(),
        notify: true,
    };
    let named = loaded.actor().clone().named(&whole);
    let by = if loaded.actor().name.is_empty() { &named } else { loaded.actor() };
    record(&tx, by, event).await?;
    Ok(tx.commit().await?)
}

/// Reminds everyone who ordered places that have no names yet, on the days before the congress that
/// [`rules::REMINDERS`] says, once for each of them. Gives how many mails that were.
pub async fn remind(store: &Store) -> Result<usize, RegistrationError> {
    let tx = store.begin().await?;
    let soon = table::Entity::find()
        .filter(table::Column::Phase.eq(table::Phase::Open))
        .filter(table::Column::StartsAt.gt(tx.now()))
        .filter(table::Column::StartsAt.lte(tx.now() + rules::reminded_from()))
        .order_by_asc(table::Column::Id)
        .all(&*tx)
        .await?;
    let holding = attendee::State::iter().filter(|state| rules::holds_place(*state)).map(|state| state.to_value());
    let holding: Vec<String> = holding.collect();
    let mut reminded = 0;
    for congress in soon {
        let Some(days) = rules::reminder(congress.starts_at, tx.now()) else { continue };
        let nameless = attendee::Entity::find()
            .filter(attendee::Column::CongressId.eq(congress.id))
            .filter(attendee::Column::NamedAt.is_null())
            .filter(attendee::Column::Test.eq(false))
            .filter(attendee::Column::State.is_in(holding.iter().map(String::as_str)))
            .all(&*tx)
            .await?;
        let orders: BTreeSet<_> = nameless.iter().map(|a| a.order_id).collect();
        let orders = order::Entity::find()
            .filter(order::Column::Id.is_in(orders))
            .filter(order::Column::Notify.eq(true))
            .order_by_asc(order::Column::Id)
            .all(&*tx)
            .await?;
        for order in orders {
            let found = mailbox::Entity::find().filter(mailbox::Column::Id.eq(order.mailbox_id)).one(&*tx).await?;
            let found = found.ok_or(RegistrationError::Unknown)?;
            let new = NewMessage {
                congress_id: Some(congress.id),
                kind: NAMELESS_MAIL,
                cause: format!("nameless:{}:{days}", order.id),
                mailbox_id: Some(order.mailbox_id),
                about_id: Some(order.id),
                to_address: found.address,
                to_name: order.buyer_name.clone(),
                language: order.language.parse().unwrap_or_default(),
                payload: json!({ "order": order.id, "mailbox": order.mailbox_id }),
                bulk: true,
            };
            post::enqueue(&tx, new).await?;
            reminded += 1;
        }
    }
    tx.commit().await?;
    Ok(reminded)
}
