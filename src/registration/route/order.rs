//! Orders by programs.

use super::billing::{BillingIn, BillingOut};
use crate::RegistrationError;
use crate::entity::{attendee, order};
use crate::form::{AttendeeForm, BuyerForm, MAX_ATTENDEES, OrderForm, VoucherForm};
use crate::load;
use crate::query::answer::{AnswerSheet, sheet};
use crate::query::extra::{ExtraView, of_orders};
use crate::query::order::{Filter, OrderView, after, view};
use crate::service::cancellation::cancel_order_in;
use crate::service::order::place_in;
use crate::ticket::Signer;
use axum::extract::{Path, RawQuery, State};
use axum::response::IntoResponse;
use base::{Language, Money, Permission, Time, Uuid};
use congress::entity::question::Kind;
use congress::query::question::QuestionView;
use congress::rules::question::{NO, Typed, YES};
use garde::Validate;
use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::Conn;
use utoipa::ToSchema;
use web::idempotency::{Create, Done};
use web::pagination::{List, Page};
use web::problem::Wrong;
use web::{Answer, CongressHead, Fault, Json, Visit, query};

/// The query parameters of the list.
pub(super) const QUERY: &[&str] = &["limit", "cursor", "query", "state", "category", "changed_since"];
/// The longest search, in characters.
const MAX_QUERY: usize = 200;

/// An order as programs hand it in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewOrder, examples(json!({
    "buyer": {
        "kind": "public_body", "name": "Petra Kemper", "email": "petra.kemper@delbrueck.example",
        "organisation": "Stadt Delbrück"
    },
    "language": "de",
    "notify": true,
    "attendees": [
        {
            "category": "vor-ort", "given_name": "Henrik", "family_name": "Stallmann",
            "email": "henrik.stallmann@delbrueck.example"
        },
        { "category": "vor-ort", "family_name": "Nolte", "email": "lea.nolte@delbrueck.example", "language": "en" }
    ]
})))]
pub(super) struct OrderIn {
    buyer: BuyerIn,
    /// Of its page and its mails.
    #[serde(default)]
    #[schema(default = "de")]
    language: Language,
    /// Whether mails with the tickets go out by themselves.
    #[serde(default = "yes")]
    #[schema(default = true)]
    notify: bool,
    /// Everyone of them has a place, or nobody.
    #[schema(min_items = 1, max_items = 100)]
    attendees: Vec<AttendeeIn>,
    /// To the questions that are asked once an order, by their short names. What is left out can be answered later.
    #[serde(default)]
    answers: BTreeMap<String, AnswerValue>,
    /// The code of a voucher. It is used for as many attendees as it reaches, in their order.
    #[serde(default)]
    #[schema(max_length = 40)]
    voucher: Option<String>,
}

/// Who orders.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewBuyer)]
struct BuyerIn {
    kind: order::BuyerKind,
    /// A name; no addresses of pages.
    #[schema(min_length = 1, max_length = 300)]
    name: String,
    #[schema(format = Email, max_length = 254)]
    email: String,
    #[serde(default)]
    #[schema(max_length = 300)]
    organisation: Option<String>,
    /// For the invoice, where something is to be paid.
    #[serde(default)]
    billing: Option<BillingIn>,
}

/// Who takes part. One of the two names is enough.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAttendee)]
struct AttendeeIn {
    /// The category's short name.
    category: String,
    #[serde(default)]
    #[schema(max_length = 300)]
    given_name: String,
    #[serde(default)]
    #[schema(max_length = 300)]
    family_name: String,
    #[schema(format = Email, max_length = 254)]
    email: String,
    /// The buyer's unless said otherwise.
    #[serde(default)]
    #[schema(max_length = 300)]
    organisation: Option<String>,
    /// The order's unless said otherwise.
    #[serde(default)]
    language: Option<Language>,
    /// To the questions that are asked of each person, by their short names. What is left out can be answered later.
    #[serde(default)]
    answers: BTreeMap<String, AnswerValue>,
    /// What goes with the ticket: short names of categories that are add-ons, each once.
    #[serde(default)]
    extras: Vec<String>,
}

/// An answer: a text, a day such as `2027-03-11`, a whole number, yes or no; an option or several by their short names.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = Answer)]
enum AnswerValue {
    Text(String),
    Number(i64),
    YesNo(bool),
    Several(Vec<String>),
}

/// As they are typed into the form.
fn typed(answers: BTreeMap<String, AnswerValue>) -> Typed {
    let values = |value| match value {
        AnswerValue::Text(text) => vec![text.replace('\0', "")],
        AnswerValue::Number(number) => vec![number.to_string()],
        AnswerValue::YesNo(yes) => vec![if yes { YES } else { NO }.to_owned()],
        AnswerValue::Several(options) => options,
    };
    answers.into_iter().map(|(slug, value)| (slug, values(value))).collect()
}

/// A question's short name and what was answered; of a file its name.
fn answer(question: &QuestionView, value: &str) -> (String, AnswerValue) {
    let text = || AnswerValue::Text(value.to_owned());
    let value = match question.row.kind {
        Kind::Number => value.parse().map_or_else(|_| text(), AnswerValue::Number),
        Kind::YesNo => AnswerValue::YesNo(value == YES),
        Kind::SeveralOf => AnswerValue::Several(value.split(' ').map(str::to_owned).collect()),
        Kind::Text | Kind::LongText | Kind::Date | Kind::OneOf | Kind::File => text(),
    };
    (question.row.slug.clone(), value)
}

/// What stands beside orders in rows of its own: what their people answered, and what goes with their tickets.
struct Beside {
    sheet: AnswerSheet,
    extras: Vec<ExtraView>,
}

impl Beside {
    /// Short names of what goes with the ticket of an attendee.
    fn extras(&self, attendee: Uuid) -> Vec<String> {
        let mine = self.extras.iter().filter(|one| one.extra.attendee_id == attendee);
        mine.map(|one| one.category.slug.clone()).collect()
    }
}

async fn beside(conn: &Conn, congress: &CongressHead, views: &[OrderView]) -> Result<Beside, RegistrationError> {
    let people = views.iter().flat_map(|view| view.attendees.iter().map(|a| a.attendee.id));
    let orders: Vec<Uuid> = views.iter().map(|view| view.order.id).collect();
    let holders: Vec<Uuid> = orders.iter().copied().chain(people).collect();
    let sheet = sheet(conn, congress.id, &holders).await?;
    Ok(Beside { sheet, extras: of_orders(conn, &orders).await? })
}

/// Each answer that is wrong by itself.
fn wrong(error: RegistrationError) -> Fault {
    match error {
        RegistrationError::Answers(faults) => Fault::invalid(
            faults
                .into_iter()
                .map(|fault| Wrong {
                    pointer: fault.pointer(),
                    message: fault.wrong.message.into(),
                    values: fault.wrong.values,
                })
                .collect(),
        ),
        other => other.into(),
    }
}

fn yes() -> bool {
    true
}

impl From<OrderIn> for OrderForm {
    fn from(new: OrderIn) -> Self {
        let language = new.language;
        let billing = new.buyer.billing.unwrap_or_default().into();
        let organisation = new.buyer.organisation.unwrap_or_default();
        let attendee = |a: AttendeeIn| AttendeeForm {
            category: a.category,
            nameless: false,
            given_name: a.given_name,
            family_name: a.family_name,
            email: a.email,
            // As on the page: whoever registers colleagues names the organisation once.
            organisation: a.organisation.unwrap_or_else(|| organisation.clone()),
            language: a.language.unwrap_or(language),
            answers: typed(a.answers),
            extras: a.extras,
        };
        let attendees = new.attendees.into_iter().map(attendee).collect();
        Self {
            buyer: BuyerForm {
                kind: new.buyer.kind,
                by_hand: false,
                name: new.buyer.name,
                email: new.buyer.email,
                organisation,
                billing,
            },
            language,
            notify: new.notify,
            source: order::Source::Api,
            placement: None,
            attendees,
            voucher: new.voucher.map(|code| VoucherForm { code, reach: 1 }),
            test: false,
            consent: None,
            answers: typed(new.answers),
            unlocked: BTreeSet::new(),
        }
    }
}

/// An order as programs see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Order, examples(json!({
    "code": "7H4KQ2",
    "secret": "k3jx7m2tq5w8z4n6b9c2d3f7ga",
    "state": "confirmed",
    "url": "https://kongress.example/owl-2028/orders/7H4KQ2/k3jx7m2tq5w8z4n6b9c2d3f7ga",
    "placed_at": "2028-01-14T10:21:07.412+00:00",
    "language": "de",
    "buyer": {
        "kind": "public_body", "name": "Petra Kemper", "email": "petra.kemper@delbrueck.example",
        "organisation": "Stadt Delbrück"
    },
    "total": { "amount": 0, "currency": "EUR" },
    "answers": {},
    "attendees": [{
        "id": "0194f0c6-3b7e-7d2a-9f43-2f6c1e0b9a55",
        "category": "vor-ort",
        "given_name": "Henrik",
        "family_name": "Stallmann",
        "email": "henrik.stallmann@delbrueck.example",
        "organisation": "Stadt Delbrück",
        "state": "valid",
        "ticket": { "number": "7H4KQ2-1K", "qr": "K1:…" },
        "answers": {},
        "extras": []
    }]
})))]
pub(super) struct OrderOut {
    code: String,
    /// The secret part of the order's page. Left out, as `url` is, for those who may only look: with the link they could
    /// change the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    secret: Option<String>,
    state: order::State,
    /// The order's page, for whoever ordered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uri")]
    url: Option<String>,
    #[schema(format = DateTime)]
    placed_at: String,
    #[schema(value_type = Language)]
    language: String,
    buyer: BuyerOut,
    total: Money,
    attendees: Vec<AttendeeOut>,
    /// To the questions that are asked once an order, by their short names. What is sensitive needs `sensitive.read`.
    answers: BTreeMap<String, AnswerValue>,
}

/// Who ordered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Buyer)]
struct BuyerOut {
    kind: order::BuyerKind,
    name: String,
    email: String,
    organisation: String,
    /// Left out where nothing was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    billing: Option<BillingOut>,
}

/// Who takes part.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Attendee)]
struct AttendeeOut {
    id: Uuid,
    /// The category's short name.
    category: String,
    given_name: String,
    family_name: String,
    email: String,
    organisation: String,
    state: attendee::State,
    ticket: TicketOut,
    /// To the questions that are asked of each person, by their short names. What is sensitive needs `sensitive.read`.
    answers: BTreeMap<String, AnswerValue>,
    /// What goes with the ticket, by the short names of its categories. What ended is not among it.
    extras: Vec<String>,
}

/// Their ticket.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ticket)]
struct TicketOut {
    /// For the eye.
    number: String,
    /// What the QR code says.
    qr: String,
}

fn out(
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    signer: &Signer,
    beside: &Beside,
    view: OrderView,
) -> OrderOut {
    let sensitive = visit.actor.may(Permission::SensitiveRead, congress.id);
    let answers =
        |holder| beside.sheet.told(holder, sensitive).into_iter().map(|(q, value)| answer(q, value)).collect();
    let may = visit.actor.may(Permission::OrdersWrite, congress.id);
    let secret = may.then(|| load::order_secret(&state.link_key, &view.order));
    let address = |secret: &String| address::Order::new(&congress.slug, &view.order.code, secret).path();
    let (total, billing) = (view.total(), BillingOut::of(&view.order));
    OrderOut {
        url: secret.as_ref().map(|secret| state.absolute(&address(secret))),
        secret,
        state: view.order.state,
        placed_at: view.order.placed_at.to_rfc3339(),
        language: view.order.language,
        buyer: BuyerOut {
            billing,
            kind: view.order.buyer_kind,
            name: view.order.buyer_name,
            email: view.buyer_address,
            organisation: view.order.buyer_organisation,
        },
        total,
        answers: answers(view.order.id),
        code: view.order.code,
        attendees: view
            .attendees
            .into_iter()
            .map(|a| AttendeeOut {
                id: a.attendee.id,
                ticket: TicketOut { qr: signer.qr(&a.attendee, a.category.number), number: a.number },
                category: a.category.slug,
                given_name: a.attendee.given_name,
                family_name: a.attendee.family_name,
                email: a.address,
                organisation: a.attendee.organisation,
                state: a.attendee.state,
                answers: answers(a.attendee.id),
                extras: beside.extras(a.attendee.id),
            })
            .collect(),
    }
}

async fn signer(conn: &Conn, state: &web::State, congress: &CongressHead) -> Result<Signer, RegistrationError> {
    Signer::load(conn, &state.store, congress.id, congress.ends_at).await
}

/// Place an order
///
/// Everyone has a place, or nobody. What costs nothing is confirmed at once, the rest awaits payment.
#[utoipa::path(
    post,
    path = address::api::Orders::ROUTE.pattern(),
    operation_id = "order_create",
    tag = "orders",
    request_body = OrderIn,
    responses(
        (status = 201, description = "The order is placed.", body = OrderOut),
        (status = 403, description = "not-on-sale"),
        (status = 409, description = "sold-out"),
        (status = 422, description = "voucher-refused"),
    )
)]
pub(super) async fn create(
    State(state): State<web::State>,
    visit: Visit,
    Create { new, key }: Create<OrderIn>,
) -> Answer {
    let congress = visit.congress()?;
    let form = OrderForm::from(new);
    form.validate()?;
    // Keys are never taken away, so the one writer of SQLite need not wait for it.
    let signer = signer(state.store.read(), &state, congress).await?;
    key.once(&state, Done::Created("code"), async |tx| {
        let placed = Box::pin(place_in(tx, &visit.actor, congress.id, form)).await.map_err(wrong)?;
        let view = placed.view();
        let beside = beside(tx, congress, std::slice::from_ref(&view)).await?;
        Ok(out(&state, &visit, congress, &signer, &beside, view))
    })
    .await
}

/// List the orders
///
/// In the order in which they came.
#[utoipa::path(
    get,
    path = address::api::Orders::ROUTE.pattern(),
    operation_id = "order_list",
    tag = "orders",
    params(
        ("query" = Option<String>, Query, max_length = 200, description = "Words that must all be found: in code, \
            names, addresses, organisations, numbers of tickets. Umlauts either way.", example = "stallmann"),
        ("state" = Option<order::State>, Query, description = "Only orders in this state.", example = "confirmed"),
        ("category" = Option<String>, Query, description = "Only orders with an attendee of this category, by its \
            short name.", example = "vor-ort"),
        ("changed_since" = Option<String>, Query, format = DateTime, description = "Only orders that were placed, or \
            an attendee of which was changed, at this moment or later. An order bears the moment at which its placing \
            began and shows when it is done, a little later: who asks again and again asks from a minute before the \
            time of the last asking, and knows by its code what has come already.", example = "2026-01-14T00:00:00Z"),
    ),
    responses((status = 200, description = "A part of the list.", body = List<OrderOut>))
)]
pub(super) async fn list(
    State(state): State<web::State>,
    visit: Visit,
    page: Page,
    RawQuery(asked): RawQuery,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let cursor = page.after.as_deref().map(|c| c.parse::<Uuid>().map_err(|_| query::wrong("cursor"))).transpose()?;
    let asked = asked.as_deref();
    let since = query::get(asked, "changed_since").map(|moment| since(&moment)).transpose()?;
    let filter = match filter(conn, congress.id, asked).await? {
        Some(filter) => filter,
        // Nobody has a ticket of a category that is not there.
        None => return Ok(Json(List::<OrderOut> { items: vec![], next: None }).into_response()),
    };
    let views = after(conn, congress.id, &filter, since, cursor, page.fetch()).await?;
    let signer = signer(conn, &state, congress).await?;
    let list = page.list(&visit, views, |view| view.order.id.to_string());
    let beside = beside(conn, congress, &list.items).await?;
    let items = list.items.into_iter().map(|view| out(&state, &visit, congress, &signer, &beside, view)).collect();
    Ok(Json(List::<OrderOut> { items, next: list.next }).into_response())
}

/// What is asked for, unless it is a category that is not there.
async fn filter(conn: &Conn, congress: Uuid, asked: Option<&str>) -> Result<Option<Filter>, Fault> {
    let words = query::get(asked, "query").unwrap_or_default();
    if words.chars().count() > MAX_QUERY {
        return Err(query::wrong("query"));
    }
    let state = query::get(asked, "state");
    let state = state.map(|s| order::State::try_from_value(&s).map_err(|_| query::wrong("state"))).transpose()?;
    let mut filter = Filter { query: words.replace('\0', ""), state, ..Filter::default() };
    if let Some(slug) = query::get(asked, "category") {
        let categories = ticketing::query::categories(conn, congress).await?;
        let Some(found) = categories.into_iter().find(|c| c.category.slug == slug) else { return Ok(None) };
        filter.category = Some(found.category.id);
    }
    Ok(Some(filter))
}

/// A moment in a query, where the `+` of an offset is easily forgotten to be written as `%2B`.
fn since(moment: &str) -> Result<Time, Fault> {
    web::moment::parse(&moment.replace(' ', "+")).ok_or_else(|| query::wrong("changed_since"))
}

/// Show an order
#[utoipa::path(
    get,
    path = address::api::Order::ROUTE.pattern(),
    operation_id = "order_show",
    tag = "orders",
    responses((status = 200, description = "The order.", body = OrderOut))
)]
pub(super) async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<address::api::Order>,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let order = load::order_to_see(conn, &visit.actor, congress.id, &path.code).await?;
    Ok(Json(shown(conn, &state, &visit, congress, order.row().clone()).await?).into_response())
}

/// What is cancelled, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCancellation, examples(json!({ "reason": "Erkrankt" })))]
pub(super) struct CancellationIn {
    /// The ids of the attendees whose tickets end; all that are left, unless they are named.
    #[serde(default)]
    #[schema(min_items = 1, max_items = 100)]
    attendees: Option<Vec<Uuid>>,
    /// For the order's history; what is longer is cut off after 1,000 characters.
    #[serde(default)]
    reason: String,
}

/// Cancel an order
///
/// Or some of its attendees. Their places are free at once, their tickets no longer open the door.
#[utoipa::path(
    post,
    path = address::api::OrderCancellation::ROUTE.pattern(),
    operation_id = "order_cancel",
    tag = "orders",
    request_body = CancellationIn,
    responses(
        (status = 200, description = "The order as it is now.", body = OrderOut),
        (status = 409, description = "closed"),
    )
)]
pub(super) async fn cancel(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<address::api::OrderCancellation>,
    Create { new, key }: Create<CancellationIn>,
) -> Answer {
    let congress = visit.congress()?;
    match new.attendees.as_ref().map(Vec::len) {
        Some(0) => return Err(Fault::invalid(vec![Wrong::new("/attendees", "registration-fault-no-attendee")])),
        Some(n) if n > MAX_ATTENDEES => {
            return Err(Fault::invalid(vec![Wrong::new("/attendees", "registration-fault-too-many-attendees")]));
        }
        _ => {}
    }
    key.once(&state, Done::Changed, async |tx| {
        let order = load::order_to_manage(tx, &visit.actor, congress.id, &path.code).await?;
        cancel_order_in(tx, &order, new.attendees.as_deref(), &new.reason).await?;
        let order = load::order_to_manage(tx, &visit.actor, congress.id, &path.code).await?;
        shown(tx, &state, &visit, congress, order.row().clone()).await
    })
    .await
}

async fn shown(
    conn: &Conn,
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    order: order::Model,
) -> Result<OrderOut, Fault> {
    let view = view(conn, order).await?;
    let signer = signer(conn, state, congress).await?;
    let beside = beside(conn, congress, std::slice::from_ref(&view)).await?;
    Ok(out(state, visit, congress, &signer, &beside, view))
}
