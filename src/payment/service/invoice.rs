//! Issuing invoices, and taking them back.

use super::series;
use crate::entity::invoice::{self, Buyer, Content, Kind};
use crate::entity::{invoice_line, seller};
use crate::mail::{INVOICE_MAIL, Payload};
use crate::rules::{self, Line};
use crate::{Event, PaymentError, query};
use base::{Actor, Language, Text, Time, Uuid};
use chrono_tz::Tz;
use congress::entity::congress::Model as Congress;
use locale::Words;
use post::NewMessage;
use registration::entity::order::{self, BuyerKind};
use registration::form::Billing;
use registration::load::{Order, Settle};
use registration::query::attendee::AttendeeView;
use registration::query::extra::ExtraView;
use registration::query::order::{OrderView, view};
use registration::rules::holds_place;
use registration::service::settlement;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use store::{Store, Tx, record};

/// Brings the invoices of an order to what it is now: the one that stands says exactly the tickets that are left and
/// cost something. If it says anything else, it is taken back by a cancellation invoice, and a new one is issued for
/// what is left. An invoice is never changed. Called after whatever changes tickets or prices; a second call does
/// nothing. Also sets until when the order must be paid, and confirms one that needs no more money than came in, because
/// a ticket of it was given back. Without a seller there are no invoices, and nothing is due. `bulk`: of many orders at
/// once, its mail goes when no others are left.
pub async fn follow(store: &Store, order: Uuid, bulk: bool) -> Result<(), PaymentError> {
    let tx = store.begin().await?;
    let order = settlement::held(&tx, order).await?;
    let actor = Actor::system();
    if order.state == order::State::AwaitingPayment {
        let kept = query::account(&tx, &order).await?.balance.kept();
        settlement::settle(&tx, &actor, &order, kept).await?;
    }
    if let Some(terms) = Terms::of(&tx, &order).await? {
        let due = order.payment_due_at.unwrap_or_else(|| terms.due(tx.now()));
        settlement::set_due(&tx, order.id, due).await?;
        bring(&tx, &actor, &terms, due, order, Mode { anew: false, bulk }).await?;
    }
    Ok(tx.commit().await?)
}

/// [`follow`] for all orders of a congress that cost something: they were placed before anybody said who sells. One
/// that fails keeps none of the others from theirs; the first failure is told in the end.
pub async fn follow_all(store: &Store, congress: Uuid) -> Result<(), PaymentError> {
    let orders: Vec<Uuid> = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .filter(order::Column::CongressId.eq(congress))
        .filter(order::Column::TotalCents.gt(0))
        .order_by_asc(order::Column::PlacedAt)
        .order_by_asc(order::Column::Id)
        .into_tuple()
        .all(store.read())
        .await?;
    let mut failed = None;
    for order in orders {
        if let Err(e) = follow(store, order, true).await {
            failed = failed.or(Some(e));
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Issues the invoice of an order anew, because what it said of the buyer was wrong and is put right in the order: the one
/// that stands is taken back. Says whether it was; one that says what is so already stays. Refused while it would not say where
/// it goes.
pub async fn renew(store: &Store, order: &Order<Settle>) -> Result<bool, PaymentError> {
    let tx = store.begin().await?;
    let row = settlement::held(&tx, order.row().id).await?;
    let terms = Terms::of(&tx, &row).await?.ok_or(PaymentError::Unknown)?;
    let standing = query::standing_invoice(&tx, row.id).await?.ok_or(PaymentError::Unknown)?;
    if standing.content.buyer == buyer(&row) {
        tx.rollback().await?;
        return Ok(false);
    }
    let missing = Billing::from(&row).missing(row.buyer_kind, row.total_cents);
    if !missing.is_empty() {
        return Err(registration::RegistrationError::BillingMissing(missing).into());
    }
    let due = row.payment_due_at.unwrap_or_else(|| terms.due(tx.now()));
    bring(&tx, order.actor(), &terms, due, row, Mode { anew: true, bulk: false }).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whether the invoice that stands says something else of the buyer than the order does by now: somebody should issue it anew.
pub fn is_outdated(order: &order::Model, account: &query::Account) -> bool {
    query::standing(account.invoices.clone()).is_some_and(|invoice| invoice.content.buyer != buyer(order))
}

/// On which terms.
pub(super) struct Terms {
    pub(super) seller: seller::Model,
    congress: Congress,
    pub(super) zone: Tz,
}

impl Terms {
    /// Those of an order's congress. `None`: nobody has said who sells.
    pub(super) async fn of(tx: &Tx, order: &order::Model) -> Result<Option<Self>, PaymentError> {
        let Some(seller) = query::seller(tx, order.congress_id).await? else { return Ok(None) };
        let congress = congress::query::by_id(tx, order.congress_id).await?.ok_or(PaymentError::Unknown)?;
        let zone = congress::rules::check_zone(&congress.zone)?;
        Ok(Some(Self { seller, congress, zone }))
    }

    /// Until when one pays who is asked now.
    pub(super) fn due(&self, now: Time) -> Time {
        rules::due_at(now, self.seller.due_days, self.zone)
    }
}

#[derive(Clone, Copy)]
struct Mode {
    /// Also where the lines are the same.
    anew: bool,
    bulk: bool,
}

async fn bring(
    tx: &Tx,
    actor: &Actor,
    terms: &Terms,
    due: Time,
    order: order::Model,
    mode: Mode,
) -> Result<(), PaymentError> {
    let view = view(tx, order).await?;
    let extras = registration::query::extra::of_order(tx, view.order.id).await?;
    let wanted = lines(&view, &extras);
    let standing = query::standing_invoice(tx, view.order.id).await?;
    let says = match &standing {
        Some(invoice) => query::lines(tx, invoice.id).await?,
        None => vec![],
    };
    if says == wanted && !mode.anew {
        return Ok(());
    }
    let mut issued = vec![];
    if let Some(invoice) = standing {
        issued.push(take_back(tx, terms, invoice, &says).await?);
    }
    if !wanted.is_empty() {
        issued.push(issue(tx, terms, due, &view, &wanted).await?);
    }
    if view.order.notify {
        send(tx, &view, &issued, mode.bulk).await?;
    }
    let event = Event::Invoiced {
        congress: view.order.congress_id,
        order: view.order.id,
        invoices: issued.iter().map(|i| i.id).collect(),
        numbers: issued.into_iter().map(|i| i.number).collect(),
    };
    Ok(record(tx, actor, event).await?)
}

/// One mail to the buyer with all that was issued together.
async fn send(tx: &Tx, view: &OrderView, issued: &[invoice::Model], bulk: bool) -> Result<(), PaymentError> {
    let Some(first) = issued.first() else { return Ok(()) };
    let payload = Payload { order: view.order.id, invoices: issued.iter().map(|i| i.id).collect() };
    let message = NewMessage {
        congress_id: Some(view.order.congress_id),
        kind: INVOICE_MAIL,
        cause: format!("invoice:{}", first.id),
        mailbox_id: Some(view.order.mailbox_id),
        about_id: Some(view.order.id),
        to_address: view.buyer_address.clone(),
        to_name: view.order.buyer_name.clone(),
        language: view.order.language.parse().unwrap_or_default(),
        payload: json!(payload),
        bulk,
    };
    post::enqueue(tx, message).await?;
    Ok(())
}

/// A line for each ticket that is left and costs something, in their order, and one for each thing that goes with it. Nothing is owed before staff have approved.
fn lines(view: &OrderView, extras: &[ExtraView]) -> Vec<Line> {
    if view.order.state == order::State::AwaitingApproval {
        return vec![];
    }
    let language: Language = view.order.language.parse().unwrap_or_default();
    let words = Words::new(language);
    let line = |a: &AttendeeView, category: &Text, unit, rate| Line {
        attendee: Some(a.attendee.id),
        description: words.with(
            "payment-invoice-line",
            &[
                ("category", category.in_language(language).into()),
                ("name", a.name().into()),
                ("number", (&a.number).into()),
            ],
        ),
        quantity: 1,
        unit,
        rate,
    };
    let of = |a: &AttendeeView| {
        let mine: Vec<&ExtraView> = extras.iter().filter(|one| one.extra.attendee_id == a.attendee.id).collect();
        let beside: i64 = mine.iter().map(|one| one.extra.price_cents).sum();
        let ticket = line(a, a.category_name(), a.attendee.price_cents - beside, a.attendee.vat_basis_points);
        let more =
            mine.into_iter().map(|one| line(a, &one.category.name, one.extra.price_cents, one.extra.vat_basis_points));
        std::iter::once(ticket).chain(more).filter(|line| line.unit > 0).collect::<Vec<_>>()
    };
    view.attendees.iter().filter(|a| holds_place(a.attendee.state)).flat_map(of).collect()
}

async fn issue(
    tx: &Tx,
    terms: &Terms,
    due: Time,
    view: &OrderView,
    lines: &[Line],
) -> Result<invoice::Model, PaymentError> {
    let (order, seller, congress) = (&view.order, &terms.seller, &terms.congress);
    let day = |at: Time| at.with_timezone(&terms.zone).date_naive();
    let content = Content {
        seller: address([&seller.name, &seller.street], [&seller.postcode, &seller.town], &seller.country),
        tax_number: seller.tax_number.clone(),
        vat_id: seller.vat_id.clone(),
        account_holder: seller.account_holder.clone(),
        iban: seller.iban.clone(),
        bic: seller.bic.clone(),
        buyer: buyer(order),
        order_code: order.code.clone(),
        congress: congress.name.0.clone(),
        from: day(congress.starts_at),
        until: day(congress.ends_at),
        exemption: seller.exemption.0.clone(),
        foot: seller.foot.0.clone(),
        cancels: None,
    };
    let draft =
        Draft { kind: Kind::Invoice, cancels: None, due_at: Some(due), language: order.language.clone(), content };
    write(tx, terms, order.id, &order.currency, draft, lines).await
}

/// An invoice with the opposite amounts, and all else as the one that it takes back says.
async fn take_back(
    tx: &Tx,
    terms: &Terms,
    invoice: invoice::Model,
    lines: &[Line],
) -> Result<invoice::Model, PaymentError> {
    let opposite: Vec<Line> = lines.iter().map(|line| Line { quantity: -line.quantity, ..line.clone() }).collect();
    let content = Content { cancels: Some(invoice.number), ..invoice.content };
    let draft = Draft {
        kind: Kind::Cancellation,
        cancels: Some(invoice.id),
        due_at: None,
        language: invoice.language,
        content,
    };
    write(tx, terms, invoice.order_id, &invoice.currency, draft, &opposite).await
}

struct Draft {
    kind: Kind,
    cancels: Option<Uuid>,
    due_at: Option<Time>,
    language: String,
    content: Content,
}

async fn write(
    tx: &Tx,
    terms: &Terms,
    order: Uuid,
    currency: &str,
    draft: Draft,
    lines: &[Line],
) -> Result<invoice::Model, PaymentError> {
    let host = terms.congress.host_id;
    let key = rules::series(&terms.seller.prefix, tx.now(), terms.zone);
    let parts = rules::by_rate(lines);
    let sum = |of: fn(&rules::TaxPart) -> i64| parts.iter().map(of).sum();
    let row = invoice::Model {
        id: tx.id(),
        host_id: host,
        congress_id: terms.congress.id,
        order_id: order,
        kind: draft.kind,
        cancels_id: draft.cancels,
        number: rules::number(&key, series::next(tx, host, &key).await?),
        issued_at: tx.now(),
        due_at: draft.due_at,
        language: draft.language,
        content: draft.content,
        net_cents: sum(|part| part.net),
        vat_cents: sum(|part| part.vat),
        gross_cents: sum(|part| part.gross),
        currency: currency.to_owned(),
    };
    invoice::Entity::insert(invoice::ActiveModel::from(row.clone())).exec_without_returning(&**tx).await?;
    let lines = lines.iter().zip(1..).map(|(line, position)| invoice_line::ActiveModel {
        id: Set(tx.id()),
        invoice_id: Set(row.id),
        position: Set(position),
        attendee_id: Set(line.attendee),
        description: Set(line.description.clone()),
        quantity: Set(line.quantity),
        unit_cents: Set(line.unit),
        vat_basis_points: Set(line.rate),
        gross_cents: Set(line.gross()),
    });
    invoice_line::Entity::insert_many(lines).exec_without_returning(&**tx).await?;
    Ok(row)
}

/// Organisation first, then whoever ordered for it.
fn buyer(order: &order::Model) -> Buyer {
    let names = match order.buyer_kind {
        BuyerKind::Person => [&order.buyer_name, &order.buyer_organisation],
        BuyerKind::Business | BuyerKind::PublicBody => [&order.buyer_organisation, &order.buyer_name],
    };
    let street = [names[0].as_str(), names[1], &order.street];
    Buyer {
        lines: address(street, [&order.postcode, &order.town], &order.country),
        vat_id: order.vat_id.clone(),
        leitweg_id: order.leitweg_id.clone(),
        purchase_order: order.purchase_order.clone(),
        cost_centre: order.cost_centre.clone(),
    }
}

/// Lines as they are printed, without empty ones; the country where it is another than Germany.
fn address<const N: usize>(first: [&str; N], town: [&String; 2], country: &str) -> Vec<String> {
    let town = town.map(String::as_str).join(" ");
    let abroad = if country == "DE" { "" } else { country };
    let lines = first.into_iter().chain([town.trim(), abroad]);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
