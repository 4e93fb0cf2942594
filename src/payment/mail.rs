//! How the mail with invoices is written, from the facts as they are when it is due.

use crate::entity::invoice::{self, Kind};
use crate::rules::Standing;
use crate::{PaymentError, document, query};
use base::{Money, Uuid};
use locale::{Tz, Words};
use post::{Attachment, Compose, ComposeError, Draft, Due, compose};
use registration::entity::order;
use registration::mail::{Frame, Links};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Conn, Store};

/// The mail with an invoice, or with what takes one back, or both.
pub const INVOICE_MAIL: &str = "payment.invoice";

/// What the mail is about.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub(crate) order: Uuid,
    pub(crate) invoices: Vec<Uuid>,
}

/// Writes [`INVOICE_MAIL`].
pub fn invoice_mail(links: Links) -> Compose {
    compose(move |store, due| write(store, due, links.clone()))
}

async fn write(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    letter(store.read(), &due, &links).await.map_err(|e| told(&e))
}

async fn letter(conn: &Conn, due: &Due, links: &Links) -> Result<Draft, PaymentError> {
    let payload: Payload = serde_json::from_value(due.payload.clone()).map_err(|_| PaymentError::Unknown)?;
    let order = order::Entity::find().filter(order::Column::Id.eq(payload.order)).one(conn).await?;
    let order = order.ok_or(PaymentError::Unknown)?;
    let congress = congress::query::by_id(conn, order.congress_id).await?.ok_or(PaymentError::Unknown)?;
    let zone = congress::rules::check_zone(&congress.zone)?;
    let invoices = invoice::Entity::find()
        .filter(invoice::Column::Id.is_in(payload.invoices.iter().copied()))
        .filter(invoice::Column::OrderId.eq(order.id))
        .order_by_asc(invoice::Column::Id)
        .all(conn)
        .await?;
    let balance = query::account(conn, &order).await?.balance;
    let words = Words::new(due.language);
    let money = |cents: i64| words.money(&Money { amount: cents, currency: order.currency.clone() });
    let of = |kind: Kind| invoices.iter().find(|i| i.kind == kind);
    let invoice = of(Kind::Invoice).map(|i| {
        json!({
            "number": i.number,
            "gross": money(i.gross_cents),
            "due": i.due_at.map(|at| words.date(at, zone)),
            "open": balance.open() > 0,
            "part": (balance.open() > 0 && balance.kept() > 0).then(|| json!({ "paid": money(balance.kept()), "open": money(balance.open()) })),
            "account_holder": i.content.account_holder,
            "iban": document::in_fours(&i.content.iban),
        })
    });
    let cancellation = of(Kind::Cancellation)
        .map(|i| json!({ "number": i.number, "gross": money(i.gross_cents), "cancels": i.content.cancels }));
    let refund = (balance.standing() == Standing::Over).then(|| money(-balance.open()));
    let mut frame = Frame::load(conn, "payment/invoice", &order, due.language, links).await?;
    frame.draft.attachments = attachments(conn, &invoices, zone).await?;
    Ok(frame.with(json!({
        "invoice": invoice,
        "cancellation": cancellation,
        "refund": refund,
        "order": { "code": order.code, "url": links.order(&congress, &order) },
    })))
}

async fn attachments(conn: &Conn, invoices: &[invoice::Model], zone: Tz) -> Result<Vec<Attachment>, PaymentError> {
    let mut files = Vec::with_capacity(invoices.len());
    for invoice in invoices {
        let lines = query::lines(conn, invoice.id).await?;
        files.push(Attachment {
            name: format!("{}.pdf", invoice.number),
            content_type: "application/pdf",
            bytes: document::invoice_pdf(invoice, &lines, zone).await?,
        });
    }
    Ok(files)
}

fn told(e: &PaymentError) -> ComposeError {
    match e {
        PaymentError::Unknown => ComposeError::Gone(e.to_string()),
        e => ComposeError::of(e),
    }
}
