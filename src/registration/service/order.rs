//! Placing orders.

use super::place;
use super::voucher::{self, Share};
use crate::entity::{attendee, order};
use crate::form::OrderForm;
use crate::query::attendee::AttendeeView;
use crate::query::find;
use crate::query::order::OrderView;
use crate::rules::pricing;
use crate::service::repeat::earlier;
use crate::service::{admission, answer, extra, test_order};
use crate::{Event, RegistrationError, rules, ticket};
use ::ticket::order_code;
use base::{Actor, Uuid, contact, name};
use congress::CongressError;
use congress::rules::code::normalise;
use identity::service::consent::{Agreed, give_consent};
use identity::service::mailbox::mailboxes_for;
use sea_orm::sea_query::{LockType, OnConflict};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap};
use store::{Store, Tx, is_duplicate, record};
use ticketing::query::CategoryView;
use ticketing::rules::{Sale, on_sale, on_sale_by_hand};

/// What an attendee's claims are held under.
pub const HOLDER: &str = "attendee";

/// What came of placing an order.
#[derive(Clone, Debug)]
pub struct Placed {
    pub order: order::Model,
    pub buyer_address: String,
    pub attendees: Vec<AttendeeView>,
    /// The same form was sent before: this is the order that it made then.
    pub repeated: bool,
}

impl Placed {
    pub(super) fn new(OrderView { order, buyer_address, attendees }: OrderView, repeated: bool) -> Self {
        Self { order, buyer_address, attendees, repeated }
    }

    /// The whole of the order.
    pub fn view(self) -> OrderView {
        OrderView { order: self.order, buyer_address: self.buyer_address, attendees: self.attendees }
    }
}

/// Places an order: everything at once or nothing.
///
/// Each category must be on sale, and every quota of it must have room for each attendee; the places are taken in this
/// transaction, so the last one goes to one order. What costs nothing is valid at once, the rest awaits payment. What needs
/// approval waits for it, and holds its places meanwhile.
/// A voucher that it names lowers the prices of as many tickets as it reaches for; its uses are taken in this transaction too.
/// The form's `placement` makes a double click and a browser's back harmless: the second time gives the first order. Staff
/// (source `desk`) are not bound to a category's dates of sale, nor to whom it is shown, and what needs approval has theirs;
/// they are bound to everything else, and say where the invoice goes, if there will be one.
/// Mails follow from the event, unless `notify` is off.
pub async fn place(store: &Store, actor: &Actor, congress: Uuid, form: OrderForm) -> Result<Placed, RegistrationError> {
    let tx = store.begin().await?;
    match Box::pin(place_in(&tx, actor, congress, form.clone())).await {
        Ok(placed) => {
            tx.commit().await?;
            Ok(placed)
        }
        // Twice at the same moment: the other one was faster.
        Err(RegistrationError::Database(e)) if is_duplicate(&e) && form.placement.is_some() => {
            tx.rollback().await?;
            let tx = store.begin().await?;
            earlier(&tx, congress, form.placement).await?.ok_or(RegistrationError::Database(e))
        }
        Err(e) => {
            tx.rollback().await?;
            Err(e)
        }
    }
}

/// The same within the caller's transaction.
pub async fn place_in(tx: &Tx, actor: &Actor, congress: Uuid, form: OrderForm) -> Result<Placed, RegistrationError> {
    place_as(tx, actor, congress, form, false).await
}

/// The same for who was offered places from the waiting list, which the caller's transaction has just given up.
pub(super) async fn place_held(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    form: OrderForm,
) -> Result<Placed, RegistrationError> {
    place_as(tx, actor, congress, form, true).await
}

async fn place_as(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    form: OrderForm,
    held: bool,
) -> Result<Placed, RegistrationError> {
    if let Some(placed) = earlier(tx, congress, form.placement).await? {
        return Ok(placed);
    }
    let form = test_order::prepare(tx, actor, form.cleaned()).await?;
    // Who makes a draft of the congress again holds the categories too: its phase is read after that.
    let categories = ticketing::query::categories_held(tx, congress).await?;
    let congress = congress::query::by_id(tx, congress).await?.ok_or(RegistrationError::Unknown)?;
    let chosen = choose(tx, &congress, &categories, &form)?;
    let answers = Box::pin(answer::check(tx, congress.id, &form, &chosen)).await?;
    let mailboxes = mailboxes(tx, congress.host_id, &form).await?;
    // Codes are held after the list, capacities after both.
    let comes_first = !held && !form.test;
    let waited_for = comes_first && super::waiting::is_wanted_first(tx, &congress, &categories, &chosen).await?;
    let agreed = if form.test { pricing::free(&chosen) } else { pricing::agreed(&chosen, tx.now()) };
    let granted = if form.test { None } else { voucher::grant(tx, congress.id, &form, &chosen).await? };
    let lines = admission::admit(tx, &form, &chosen, granted.as_ref()).await?;
    if waited_for {
        super::waiting::go_first(tx, &congress, &categories).await?;
    }
    let extras = if form.test {
        chosen.iter().map(|_| vec![]).collect()
    } else {
        extra::choose(tx, &congress, &categories, &form, &chosen)?
    };
    let share = |(at, agreed): (usize, &pricing::Agreed)| voucher::share(granted.as_ref(), at, *agreed);
    let shares: Vec<Share> = extra::together(agreed.iter().enumerate().map(share).collect(), &extras);
    let total: i64 = shares.iter().map(|share| share.cents).sum();
    if admission::by_hand(&form) {
        let missing = form.buyer.billing.missing(form.buyer.kind, total);
        if !missing.is_empty() {
            return Err(RegistrationError::BillingMissing(missing));
        }
    }
    let state = rules::placed_state(total, !form.test && admission::needs_approval(&form, &chosen));
    let order = insert_order(tx, &congress, &form, &chosen, &mailboxes, total, state).await?;
    let attendees = insert_attendees(tx, &order, &form, &chosen, (&shares, &lines), &mailboxes).await?;
    Box::pin(answers.write(tx, &order, &attendees)).await?;
    if !form.test {
        place::occupy(tx, &chosen, &attendees).await?;
    }
    extra::insert(tx, &attendees, &extras).await?;
    if let Some(wording) = &form.consent {
        let agreed = Agreed { purpose: "terms", wording, language: form.language, source: "registration" };
        give_consent(tx, order.mailbox_id, Some(congress.id), agreed).await?;
    }
    let placed = Event::Placed {
        congress: congress.id,
        order: order.id,
        code: order.code.clone(),
        attendees: attendees.len(),
        costs: total > 0,
        notify: form.notify,
        bulk: false,
    };
    // A guest who orders is named on the timeline as they named themselves.
    let named = actor.clone().named(&form.buyer.name);
    let by = if actor.name.is_empty() { &named } else { actor };
    record(tx, by, placed).await?;
    Ok(Placed::new(written(&form, order, attendees, &chosen), false))
}

/// The attendees of an order, in their order.
pub(super) async fn attendees_of(tx: &Tx, order: Uuid) -> Result<Vec<attendee::Model>, DbErr> {
    let find = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order));
    find.order_by_asc(attendee::Column::Position).all(&**tx).await
}

/// Keeps quotas from being laid over the categories while places of them are taken or given back: held together with
/// others who do so.
pub(super) async fn hold_categories(tx: &Tx, congress: Uuid) -> Result<(), DbErr> {
    ticketing::query::hold_categories(tx, congress, LockType::Share).await.map(|_| ())
}

/// The whole of an order that was just written, without reading it again.
fn written(
    form: &OrderForm,
    order: order::Model,
    attendees: Vec<attendee::Model>,
    chosen: &[&CategoryView],
) -> OrderView {
    let attendees =
        attendees.into_iter().zip(&form.attendees).zip(chosen).map(|((attendee, typed), view)| AttendeeView {
            number: ticket::number(&order, attendee.position),
            address: contact::normalise(&typed.email),
            category: view.category.clone(),
            attendee,
        });
    OrderView { attendees: attendees.collect(), buyer_address: contact::normalise(&form.buyer.email), order }
}

/// Holds an order until the transaction ends: two changes of it come one after the other, each sees what the first did.
/// (On SQLite the writer is alone anyway.)
pub(super) async fn hold(tx: &Tx, order: Uuid) -> Result<order::Model, RegistrationError> {
    let held = order::Entity::find().filter(order::Column::Id.eq(order)).lock(LockType::NoKeyUpdate).one(&**tx).await?;
    held.ok_or(RegistrationError::Unknown)
}

/// The category of each attendee, if all may be had now.
fn choose<'a>(
    tx: &Tx,
    congress: &congress::entity::congress::Model,
    categories: &'a [CategoryView],
    form: &OrderForm,
) -> Result<Vec<&'a CategoryView>, RegistrationError> {
    let chosen = form
        .attendees
        .iter()
        .enumerate()
        .map(|(attendee, a)| {
            let found = categories.iter().find(|c| c.category.slug == a.category);
            found.ok_or_else(|| RegistrationError::UnknownCategory { slug: a.category.clone(), attendee })
        })
        .collect::<Result<Vec<_>, _>>()?;
    let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
    for view in &chosen {
        let category = &view.category;
        let sale = Sale {
            congress_open: congress.phase == congress::entity::congress::Phase::Open,
            congress_ends_at: congress.ends_at,
            active: category.active,
            from: category.sale_from,
            until: category.sale_until,
        };
        let open = if admission::by_hand(form) { on_sale_by_hand } else { on_sale };
        open(&sale, tx.now()).map_err(|_| RegistrationError::NotOnSale { category: category.slug.clone() })?;
        if category.currency != chosen[0].category.currency {
            return Err(RegistrationError::MixedCurrencies);
        }
        let count = counts.entry(&category.slug).or_default();
        *count += 1;
        if let Some(max) = category.max_per_order.filter(|max| *count > *max) {
            return Err(RegistrationError::TooMany { category: category.slug.clone(), max });
        }
    }
    Ok(chosen)
}

/// A mailbox for each address.
pub(super) async fn mailboxes(
    tx: &Tx,
    host: Uuid,
    form: &OrderForm,
) -> Result<HashMap<String, Uuid>, RegistrationError> {
    let mut languages = BTreeMap::new();
    languages.insert(contact::normalise(&form.buyer.email), form.language);
    for attendee in &form.attendees {
        languages.insert(contact::normalise(&attendee.email), attendee.language);
    }
    Ok(mailboxes_for(tx, host, &languages).await?)
}

fn mailbox(mailboxes: &HashMap<String, Uuid>, email: &str) -> Result<Uuid, RegistrationError> {
    mailboxes.get(&contact::normalise(email)).copied().ok_or(RegistrationError::Unknown)
}

/// With a code that no other order of the congress has.
pub(super) async fn insert_order(
    tx: &Tx,
    congress: &congress::entity::congress::Model,
    form: &OrderForm,
    chosen: &[&CategoryView],
    mailboxes: &HashMap<String, Uuid>,
    total: i64,
    state: order::State,
) -> Result<order::Model, RegistrationError> {
    let mut row = order::Model {
        id: tx.id(),
        congress_id: congress.id,
        code: String::new(),
        link_generation: 1,
        state,
        buyer_kind: form.buyer.kind,
        buyer_name: form.buyer.name.clone(),
        buyer_organisation: form.buyer.organisation.clone(),
        street: form.buyer.billing.street.clone(),
        postcode: form.buyer.billing.postcode.clone(),
        town: form.buyer.billing.town.clone(),
        country: form.buyer.billing.country.clone(),
        vat_id: form.buyer.billing.vat_id.clone(),
        leitweg_id: form.buyer.billing.leitweg_id.clone(),
        purchase_order: form.buyer.billing.purchase_order.clone(),
        cost_centre: form.buyer.billing.cost_centre.clone(),
        mailbox_id: mailbox(mailboxes, &form.buyer.email)?,
        language: form.language.tag().into(),
        total_cents: total,
        currency: chosen.first().map_or_else(|| "EUR".into(), |c| c.category.currency.clone()),
        source: form.source,
        notify: form.notify,
        placement: form.placement,
        payment_due_at: None,
        test: form.test,
        placed_at: tx.now(),
        voucher: form.voucher.as_ref().map(|given| normalise(&given.code)).unwrap_or_default(),
        note: String::new(),
        search: String::new(),
    };
    for _ in 0..20 {
        row.code = order_code(tx.chance().bytes::<16>());
        row.search = search_text(
            &row,
            &form.buyer.email,
            form.attendees.iter().map(|a| (&*a.given_name, &*a.family_name, &*a.email, &*a.organisation)),
        );
        let other = OnConflict::columns([order::Column::CongressId, order::Column::Code]).do_nothing().to_owned();
        let inserted = order::Entity::insert(order::ActiveModel::from(row.clone()))
            .on_conflict(other)
            .exec_without_returning(&**tx)
            .await;
        match inserted {
            Ok(0) | Err(DbErr::RecordNotInserted) => {}
            Ok(_) => return Ok(row),
            Err(e) => return Err(e.into()),
        }
    }
    Err(RegistrationError::NoCode)
}

/// What an order is found by: its code, that of its voucher, and everyone's name, address and organisation.
pub(super) fn search_text<'a>(
    order: &order::Model,
    buyer_email: &str,
    attendees: impl Iterator<Item = (&'a str, &'a str, &'a str, &'a str)>,
) -> String {
    let mut words = vec![order.buyer_name.clone(), contact::normalise(buyer_email), order.buyer_organisation.clone()];
    if !order.voucher.is_empty() {
        words.push(order.voucher.clone());
    }
    for (given, family, email, organisation) in attendees {
        for word in [name::full(given, family), contact::normalise(email), organisation.to_owned()] {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    find::search_text(&order.code, &words.join(" "))
}

async fn insert_attendees(
    tx: &Tx,
    order: &order::Model,
    form: &OrderForm,
    chosen: &[&CategoryView],
    (shares, lines): (&[Share], &[Option<Uuid>]),
    mailboxes: &HashMap<String, Uuid>,
) -> Result<Vec<attendee::Model>, RegistrationError> {
    let mut rows = Vec::with_capacity(form.attendees.len());
    let each = form.attendees.iter().zip(chosen).zip(shares).zip(lines).zip(1..);
    for ((((typed, view), share), line), position) in each {
        rows.push(attendee::Model {
            id: tx.id(),
            congress_id: order.congress_id,
            order_id: order.id,
            position,
            category_id: view.category.id,
            mailbox_id: mailbox(mailboxes, &typed.email)?,
            given_name: typed.given_name.clone(),
            family_name: typed.family_name.clone(),
            organisation: typed.organisation.clone(),
            language: typed.language.tag().into(),
            state: rules::attendee_state(order.state, share.cents),
            price_cents: share.cents,
            vat_basis_points: share.vat_basis_points,
            voucher_id: share.voucher,
            waived_cents: share.waived_cents,
            beyond_quota: share.beyond_quota,
            ticket_serial: tx.chance().serial().max(1),
            ticket_issued_at: tx.now(),
            link_generation: 1,
            sequence: 0,
            created_at: tx.now(),
            changed_at: tx.now(),
            test: order.test,
            named_at: (!typed.nameless).then(|| tx.now()),
            search: super::attendee::search_text(
                &order.code,
                &typed.given_name,
                &typed.family_name,
                &typed.email,
                &typed.organisation,
            ),
            invitee_id: *line,
        });
    }
    attendee::Entity::insert_many(rows.iter().cloned().map(attendee::ActiveModel::from))
        .exec_without_returning(&**tx)
        .await?;
    Ok(rows)
}

/// The quota of these categories that was full, by its name.
pub(super) fn sold_out(error: CongressError, chosen: &[&CategoryView]) -> RegistrationError {
    match error {
        CongressError::Full(full) => {
            let quota = chosen.iter().flat_map(|c| &c.quotas).find(|q| q.capacity_id == full);
            quota.map_or(RegistrationError::Congress(CongressError::Full(full)), |q| RegistrationError::SoldOut {
                quota: q.slug.clone(),
                name: q.name.clone(),
            })
        }
        other => other.into(),
    }
}
