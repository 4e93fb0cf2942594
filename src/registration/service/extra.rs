//! What goes with a ticket: chosen with it, given and taken away by staff later, ended with it. Each has the places of its
//! own quotas. What an attendee pays is the ticket and what goes with it.

use super::admission::by_hand;
use super::order::sold_out;
use super::voucher::Share;
use super::{person, place};
use crate::entity::{attendee, extra, order};
use crate::form::OrderForm;
use crate::load::Attendee;
use crate::rules::pricing::{self, Agreed};
use crate::{Event, RegistrationError, rules};
use base::{Actor, Time, Uuid, name};
use congress::entity::congress::{Model as Congress, Phase};
use congress::service::capacity::{self, Want};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;
use store::{Tx, record};
use ticketing::entity::category::{self, Kind};
use ticketing::query::{CategoryView, QuotaView};
use ticketing::rules::{Sale, on_sale, on_sale_by_hand, shown};

/// What its claims are held under.
pub const HOLDER: &str = "extra";

/// What each attendee has chosen, and what is agreed on it.
pub(super) type Chosen<'a> = Vec<Vec<(&'a CategoryView, Agreed)>>;

/// Whether an add-on may go with a ticket.
pub fn goes_with(extra: &category::Model, ticket: &category::Model) -> bool {
    let tickets = &extra.goes_with.0;
    extra.kind == Kind::AddOn && (tickets.is_empty() || tickets.contains(&ticket.slug))
}

/// What an add-on goes with, where that is not every ticket: said in the fewest names.
pub enum With<'a> {
    Only(Vec<&'a category::Model>),
    AllBut(Vec<&'a category::Model>),
}

impl<'a> With<'a> {
    /// `None`: with all of these tickets.
    pub fn of(extra: &category::Model, tickets: impl Iterator<Item = &'a category::Model>) -> Option<Self> {
        let (with, without): (Vec<_>, Vec<_>) = tickets.partition(|ticket| goes_with(extra, ticket));
        match (with.len(), without.len()) {
            (_, 0) => None,
            (some, others) if some <= others => Some(Self::Only(with)),
            _ => Some(Self::AllBut(without)),
        }
    }

    /// The key of the words for it, and the tickets.
    pub fn told(&self) -> (&'static str, &[&'a category::Model]) {
        match self {
            Self::Only(tickets) => ("portal-extra-only", tickets),
            Self::AllBut(tickets) => ("portal-extra-all-but", tickets),
        }
    }
}

fn sale(congress: &Congress, view: &CategoryView) -> Sale {
    Sale {
        congress_open: congress.phase == Phase::Open,
        congress_ends_at: congress.ends_at,
        active: view.category.active,
        from: view.category.sale_from,
        until: view.category.sale_until,
    }
}

/// What goes with each ticket of a form, if all of it may be had now, once each: it is on sale, it is shown to whoever
/// orders, it goes with the ticket.
pub(super) fn choose<'a>(
    tx: &Tx,
    congress: &Congress,
    categories: &'a [CategoryView],
    form: &OrderForm,
    tickets: &[&CategoryView],
) -> Result<Chosen<'a>, RegistrationError> {
    let mut all: Vec<Vec<&'a CategoryView>> = vec![];
    for (attendee, (typed, ticket)) in form.attendees.iter().zip(tickets).enumerate() {
        let mut mine: Vec<&CategoryView> = vec![];
        for slug in &typed.extras {
            let unknown = || RegistrationError::UnknownExtra { slug: slug.clone(), attendee };
            let view = categories.iter().find(|view| view.category.slug == *slug).ok_or_else(unknown)?;
            let row = &view.category;
            if !goes_with(&view.category, &ticket.category) || row.currency != ticket.category.currency {
                let (extra, ticket) = (slug.clone(), ticket.category.slug.clone());
                return Err(RegistrationError::NotWith { extra, ticket, attendee });
            }
            if !by_hand(form) && !shown(row.visibility, row.id, &form.unlocked) {
                return Err(unknown());
            }
            let open = if by_hand(form) { on_sale_by_hand } else { on_sale };
            open(&sale(congress, view), tx.now())
                .map_err(|_| RegistrationError::NotOnSale { category: slug.clone() })?;
            if !mine.iter().any(|one| one.category.id == row.id) {
                mine.push(view);
            }
        }
        all.push(mine);
    }
    let flat: Vec<&CategoryView> = all.iter().flatten().copied().collect();
    let mut counts: BTreeMap<Uuid, i32> = BTreeMap::new();
    for view in &flat {
        let count = counts.entry(view.category.id).or_default();
        *count += 1;
        if let Some(max) = view.category.max_per_order.filter(|max| *count > *max) {
            return Err(RegistrationError::TooMany { category: view.category.slug.clone(), max });
        }
    }
    let mut agreed = pricing::agreed(&flat, tx.now()).into_iter();
    Ok(all.into_iter().map(|mine| mine.into_iter().zip(agreed.by_ref()).collect()).collect())
}

/// What each attendee pays: the ticket, and what goes with it.
pub(super) fn together(tickets: Vec<Share>, extras: &Chosen<'_>) -> Vec<Share> {
    let with = |(ticket, extras): (Share, &Vec<(&CategoryView, Agreed)>)| Share {
        cents: ticket.cents + extras.iter().map(|(_, agreed)| agreed.cents).sum::<i64>(),
        ..ticket
    };
    tickets.into_iter().zip(extras).map(with).collect()
}

/// Writes what goes with the tickets of a new order, and takes its places.
pub(super) async fn insert(
    tx: &Tx,
    attendees: &[attendee::Model],
    extras: &Chosen<'_>,
) -> Result<(), RegistrationError> {
    let (mut rows, mut wants, mut chosen) = (vec![], vec![], vec![]);
    for (attendee, mine) in attendees.iter().zip(extras) {
        for (view, agreed) in mine {
            let id = tx.id();
            rows.push(row(tx, id, attendee, view, *agreed));
            wants.extend(view.quotas.iter().map(|q| Want { capacity: q.capacity_id, holder: id, n: 1 }));
            chosen.push(*view);
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    extra::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    capacity::take(tx, HOLDER, &wants).await.map_err(|e| sold_out(e, &chosen))
}

fn row(tx: &Tx, id: Uuid, attendee: &attendee::Model, view: &CategoryView, agreed: Agreed) -> extra::ActiveModel {
    extra::ActiveModel {
        id: Set(id),
        congress_id: Set(attendee.congress_id),
        order_id: Set(attendee.order_id),
        attendee_id: Set(attendee.id),
        category_id: Set(view.category.id),
        price_cents: Set(agreed.cents),
        vat_basis_points: Set(agreed.vat_basis_points),
        created_at: Set(tx.now()),
        ended_at: Set(None),
    }
}

/// What of these attendees has not ended, in the order of their ids.
async fn standing(tx: &Tx, attendees: &[Uuid]) -> Result<Vec<extra::Model>, DbErr> {
    extra::Entity::find()
        .filter(extra::Column::AttendeeId.is_in(attendees.iter().copied()))
        .filter(extra::Column::EndedAt.is_null())
        .order_by_asc(extra::Column::Id)
        .all(&**tx)
        .await
}

/// Frees the places of attendees whose tickets have ended; what goes with them ends too, and its places are free.
pub(super) async fn free(tx: &Tx, attendees: &[Uuid]) -> Result<(), DbErr> {
    let extras = standing(tx, attendees).await?;
    for one in &extras {
        end(tx, one).await?;
    }
    let ids: Vec<Uuid> = extras.iter().map(|one| one.id).collect();
    place::release(tx, attendees).await?;
    capacity::free(tx, HOLDER, &ids).await
}

/// Frees the places of attendees who may have them again, and of what goes with them.
pub(super) async fn release(tx: &Tx, attendees: &[Uuid]) -> Result<(), DbErr> {
    let ids: Vec<Uuid> = standing(tx, attendees).await?.iter().map(|one| one.id).collect();
    place::release(tx, attendees).await?;
    capacity::free(tx, HOLDER, &ids).await
}

/// Takes again what attendees gave back who have not paid in time: their places, and those of what goes with their tickets.
/// `false`: there is no room. If somebody takes the last place of an add-on meanwhile, that is an error, and the caller's
/// transaction must end.
pub(super) async fn take_again(
    tx: &Tx,
    categories: &[CategoryView],
    attendees: &[&attendee::Model],
) -> Result<bool, RegistrationError> {
    let ids: Vec<Uuid> = attendees.iter().map(|a| a.id).collect();
    let (mut wants, mut chosen, mut sums) = (vec![], vec![], BTreeMap::<Uuid, i32>::new());
    for one in standing(tx, &ids).await? {
        let Some(view) = categories.iter().find(|view| view.category.id == one.category_id) else { continue };
        chosen.push(view);
        for quota in &view.quotas {
            wants.push(Want { capacity: quota.capacity_id, holder: one.id, n: 1 });
            *sums.entry(quota.capacity_id).or_default() += 1;
        }
    }
    let fits = |quota: &QuotaView| quota.free().is_none_or(|free| free >= *sums.get(&quota.capacity_id).unwrap_or(&0));
    if !chosen.iter().flat_map(|view| &view.quotas).all(fits) {
        return Ok(false);
    }
    match place::take_again(tx, categories, attendees).await {
        Err(e) if place::is_lack(&e) => return Ok(false),
        other => other?,
    }
    capacity::take(tx, HOLDER, &wants).await.map_err(|e| sold_out(e, &chosen))?;
    Ok(true)
}

/// What an attendee has beside the ticket: what goes with another ticket too, and what does not.
pub(super) async fn with_other(
    tx: &Tx,
    attendee: Uuid,
    categories: &[CategoryView],
    ticket: &CategoryView,
) -> Result<(Vec<extra::Model>, Vec<extra::Model>), DbErr> {
    let goes = |one: &extra::Model| {
        let view = categories.iter().find(|view| view.category.id == one.category_id);
        view.is_some_and(|view| goes_with(&view.category, &ticket.category))
    };
    Ok(standing(tx, &[attendee]).await?.into_iter().partition(goes))
}

/// Ends what an attendee has beside the ticket; its places are free, the attendee pays that much less.
pub(super) async fn end_for(
    tx: &Tx,
    actor: &Actor,
    row: &attendee::Model,
    categories: &[CategoryView],
    extras: &[extra::Model],
) -> Result<(), DbErr> {
    for one in extras {
        if end(tx, one).await? {
            let slug = slug(categories, one.category_id);
            record(tx, actor, happened(row, one.category_id, &slug, one.price_cents, false)).await?;
        }
    }
    let ids: Vec<Uuid> = extras.iter().map(|one| one.id).collect();
    capacity::free(tx, HOLDER, &ids).await
}

/// What ended with tickets, each at its moment: what has room to stand again with them, and what has not.
pub(super) async fn fallen(
    tx: &Tx,
    categories: &[CategoryView],
    tickets: &[(Uuid, Time)],
) -> Result<(Vec<extra::Model>, Vec<extra::Model>), DbErr> {
    let ended = extra::Entity::find()
        .filter(extra::Column::AttendeeId.is_in(tickets.iter().map(|(id, _)| *id)))
        .filter(extra::Column::EndedAt.is_not_null())
        .order_by_asc(extra::Column::Id)
        .all(&**tx)
        .await?;
    let fell = |one: &extra::Model| tickets.iter().any(|(id, at)| *id == one.attendee_id && Some(*at) == one.ended_at);
    let mut wanted: BTreeMap<Uuid, i32> = BTreeMap::new();
    let mut fits = |one: &extra::Model| {
        let Some(view) = categories.iter().find(|view| view.category.id == one.category_id && view.category.active)
        else {
            return false;
        };
        let more = |quota: &QuotaView| wanted.get(&quota.capacity_id).copied().unwrap_or_default() + 1;
        if !view.quotas.iter().all(|quota| quota.free().is_none_or(|free| free >= more(quota))) {
            return false;
        }
        view.quotas.iter().for_each(|quota| *wanted.entry(quota.capacity_id).or_default() += 1);
        true
    };
    Ok(ended.into_iter().filter(fell).partition(|one| fits(one)))
}

/// Lets what ended stand again, and takes its places. If somebody takes the last of them meanwhile, that is an error, and
/// the caller's transaction must end.
pub(super) async fn stand_again(
    tx: &Tx,
    categories: &[CategoryView],
    extras: &[extra::Model],
) -> Result<(), RegistrationError> {
    let (mut wants, mut chosen) = (vec![], vec![]);
    for one in extras {
        extra::Entity::update_many()
            .col_expr(extra::Column::EndedAt, Expr::value(None::<Time>))
            .filter(extra::Column::Id.eq(one.id))
            .exec(&**tx)
            .await?;
        pay(tx, one.attendee_id, one.price_cents).await?;
        let Some(view) = categories.iter().find(|view| view.category.id == one.category_id) else { continue };
        wants.extend(view.quotas.iter().map(|quota| Want { capacity: quota.capacity_id, holder: one.id, n: 1 }));
        chosen.push(view);
    }
    capacity::take(tx, HOLDER, &wants).await.map_err(|e| sold_out(e, &chosen))
}

/// Says that what ended with a ticket does not come back with it.
pub(super) async fn record_lost(
    tx: &Tx,
    actor: &Actor,
    row: &attendee::Model,
    categories: &[CategoryView],
    one: &extra::Model,
) -> Result<(), DbErr> {
    let slug = slug(categories, one.category_id);
    record(tx, actor, happened(row, one.category_id, &slug, one.price_cents, false)).await
}

fn slug(categories: &[CategoryView], id: Uuid) -> String {
    let view = categories.iter().find(|view| view.category.id == id);
    view.map(|view| view.category.slug.clone()).unwrap_or_default()
}

/// Ends one, once; its attendee no longer pays for it.
async fn end(tx: &Tx, one: &extra::Model) -> Result<bool, DbErr> {
    let ended = extra::Entity::update_many()
        .col_expr(extra::Column::EndedAt, Expr::value(tx.now()))
        .filter(extra::Column::Id.eq(one.id))
        .filter(extra::Column::EndedAt.is_null())
        .exec(&**tx)
        .await?;
    if ended.rows_affected == 1 {
        pay(tx, one.attendee_id, -one.price_cents).await?;
    }
    Ok(ended.rows_affected == 1)
}

/// An attendee pays so much more, or less.
async fn pay(tx: &Tx, attendee: Uuid, cents: i64) -> Result<(), DbErr> {
    attendee::Entity::update_many()
        .col_expr(attendee::Column::PriceCents, Expr::col(attendee::Column::PriceCents).add(cents))
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.eq(attendee))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Gives an attendee something beside the ticket, at the price that it has now. Dates of sale do not bind staff, quotas do.
/// What is to be paid on top is awaited before the ticket opens the door again, as after rebooking; `kept` cents came in for
/// the order. Whoever has it already keeps it: a second click changes nothing. In the caller's transaction, who holds the
/// categories and the order.
pub async fn add_in(tx: &Tx, loaded: &Attendee, slug: &str, kept: i64) -> Result<(), RegistrationError> {
    let row = person::hold(tx, loaded).await?;
    let congress = congress::query::by_id(tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    // What only tries something out takes no place and costs nothing.
    if row.test || !rules::may_change(row.state, congress.ends_at, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    let categories = ticketing::query::categories(tx, congress.id).await?;
    let unknown = || RegistrationError::UnknownExtra { slug: slug.to_owned(), attendee: 0 };
    let view = categories.iter().find(|view| view.category.slug == slug).ok_or_else(unknown)?;
    let ticket =
        categories.iter().find(|view| view.category.id == row.category_id).ok_or(RegistrationError::Unknown)?;
    if !goes_with(&view.category, &ticket.category) {
        let ticket = ticket.category.slug.clone();
        return Err(RegistrationError::NotWith { extra: slug.into(), ticket, attendee: 0 });
    }
    if view.category.currency != loaded.order().currency {
        return Err(RegistrationError::MixedCurrencies);
    }
    if standing(tx, &[row.id]).await?.iter().any(|one| one.category_id == view.category.id) {
        return Ok(());
    }
    on_sale_by_hand(&sale(&congress, view), tx.now())
        .map_err(|_| RegistrationError::NotOnSale { category: slug.into() })?;
    let agreed = pricing::agreed(&[view], tx.now());
    let (cents, id) = (pricing::sum(&agreed), tx.id());
    for one in &agreed {
        extra::Entity::insert(self::row(tx, id, &row, view, *one)).exec_without_returning(&**tx).await?;
    }
    pay(tx, row.id, cents).await?;
    await_more(tx, &row, row.price_cents + cents, kept).await?;
    record(tx, loaded.actor(), happened(&row, view.category.id, slug, cents, true)).await?;
    let wants: Vec<Want> = view.quotas.iter().map(|q| Want { capacity: q.capacity_id, holder: id, n: 1 }).collect();
    capacity::take(tx, HOLDER, &wants).await.map_err(|e| sold_out(e, &[view]))?;
    Ok(())
}

/// Takes something away again that an attendee has beside the ticket, by its id: its places are free, nobody pays for it
/// any more. Once: a second click changes nothing. In the caller's transaction, who holds the categories and the order, and
/// lets what came in for it count again.
pub async fn remove_in(tx: &Tx, loaded: &Attendee, id: Uuid) -> Result<(), RegistrationError> {
    let row = person::hold(tx, loaded).await?;
    let congress = congress::query::by_id(tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    if !rules::may_change(row.state, congress.ends_at, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    let find = extra::Entity::find().filter(extra::Column::Id.eq(id)).filter(extra::Column::AttendeeId.eq(row.id));
    let one = find.one(&**tx).await?.ok_or(RegistrationError::Unknown)?;
    if !end(tx, &one).await? {
        return Ok(());
    }
    await_more(tx, &row, row.price_cents - one.price_cents, i64::MAX).await?;
    let categories = ticketing::query::categories(tx, congress.id).await?;
    let slug = slug(&categories, one.category_id);
    record(tx, loaded.actor(), happened(&row, one.category_id, &slug, one.price_cents, false)).await?;
    capacity::free(tx, HOLDER, &[one.id]).await?;
    Ok(())
}

fn happened(row: &attendee::Model, category: Uuid, slug: &str, cents: i64, added: bool) -> Event {
    Event::Extra {
        congress: row.congress_id,
        order: row.order_id,
        attendee: row.id,
        category,
        slug: slug.to_owned(),
        name: name::full(&row.given_name, &row.family_name),
        cents,
        added,
    }
}

/// The ticket and its order after what the attendee pays became `cents`: what is not covered is awaited.
async fn await_more(tx: &Tx, row: &attendee::Model, cents: i64, kept: i64) -> Result<(), RegistrationError> {
    let order = order::Entity::find().filter(order::Column::Id.eq(row.order_id)).one(&**tx).await?;
    let total = order.ok_or(RegistrationError::Unknown)?.total_cents - row.price_cents + cents;
    let state = rules::state_after_rebooking(row.state, row.price_cents, cents, kept >= total);
    attendee::Entity::update_many()
        .col_expr(attendee::Column::State, state.into())
        .filter(attendee::Column::Id.eq(row.id))
        .exec(&**tx)
        .await?;
    super::rebooking::settle(tx, row.order_id).await
}
