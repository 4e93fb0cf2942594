//! Reads.

pub mod figures;
pub mod owed;
pub mod register;
pub mod sums;

use crate::entity::{invoice, invoice_line, payment, refund, seller};
use crate::rules::{Balance, Line};
use base::Uuid;
use invoice::Kind;
use registration::entity::order;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;
use store::{Conn, DbErr};

/// Who sells the tickets of a congress. `None`: nobody has said so yet, and no invoices are issued.
pub async fn seller(conn: &Conn, congress: Uuid) -> Result<Option<seller::Model>, DbErr> {
    seller::Entity::find().filter(seller::Column::CongressId.eq(congress)).one(conn).await
}

/// All invoices of an order and what took them back, oldest first.
pub async fn invoices(conn: &Conn, order: Uuid) -> Result<Vec<invoice::Model>, DbErr> {
    invoice::Entity::find()
        .filter(invoice::Column::OrderId.eq(order))
        .order_by_asc(invoice::Column::IssuedAt)
        .order_by_asc(invoice::Column::Id)
        .all(conn)
        .await
}

/// The invoice of an order that stands: the one that nothing has taken back. There is one at most.
pub async fn standing_invoice(conn: &Conn, order: Uuid) -> Result<Option<invoice::Model>, DbErr> {
    Ok(standing(invoices(conn, order).await?))
}

/// The one of these that stands.
pub fn standing(invoices: Vec<invoice::Model>) -> Option<invoice::Model> {
    let taken_back: BTreeSet<Uuid> = invoices.iter().filter_map(|i| i.cancels_id).collect();
    invoices.into_iter().rev().find(|i| i.kind == Kind::Invoice && !taken_back.contains(&i.id))
}

/// The lines of an invoice, in their order.
pub async fn lines(conn: &Conn, invoice: Uuid) -> Result<Vec<Line>, DbErr> {
    let rows = invoice_line::Entity::find()
        .filter(invoice_line::Column::InvoiceId.eq(invoice))
        .order_by_asc(invoice_line::Column::Position)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(line).collect())
}

fn line(row: invoice_line::Model) -> Line {
    Line {
        attendee: row.attendee_id,
        description: row.description,
        quantity: row.quantity,
        unit: row.unit_cents,
        rate: row.vat_basis_points,
    }
}

/// An invoice of an order, by its number. One of another order is none.
pub async fn invoice_of(conn: &Conn, order: Uuid, number: &str) -> Result<Option<invoice::Model>, DbErr> {
    invoice::Entity::find()
        .filter(invoice::Column::OrderId.eq(order))
        .filter(invoice::Column::Number.eq(number))
        .one(conn)
        .await
}

/// The money of an order.
#[derive(Clone, Debug)]
pub struct Account {
    pub balance: Balance,
    /// Oldest first; withdrawn ones too, which do not count.
    pub payments: Vec<payment::Model>,
    pub refunds: Vec<refund::Model>,
    pub invoices: Vec<invoice::Model>,
}

impl Account {
    /// Whether there is an invoice that nothing has taken back.
    pub fn stands(&self) -> bool {
        standing(self.invoices.clone()).is_some()
    }
}

/// The money of an order. Three statements.
pub async fn account(conn: &Conn, order: &order::Model) -> Result<Account, DbErr> {
    let payments = payment::Entity::find()
        .filter(payment::Column::OrderId.eq(order.id))
        .order_by_asc(payment::Column::Id)
        .all(conn)
        .await?;
    let refunds = refund::Entity::find()
        .filter(refund::Column::OrderId.eq(order.id))
        .order_by_asc(refund::Column::Id)
        .all(conn)
        .await?;
    let balance = Balance {
        total: order.total_cents,
        paid: payments.iter().filter(|p| p.state == payment::State::Confirmed).map(|p| p.cents).sum(),
        refunded: refunds.iter().filter(|r| r.state == refund::State::Done).map(|r| r.cents).sum(),
    };
    Ok(Account { balance, payments, refunds, invoices: invoices(conn, order.id).await? })
}
