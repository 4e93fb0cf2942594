//! Orders.

use super::answer::{Sight, Written, answers, asked, given, with_answers, written};
use super::{ExportError, PART, Reader, Writing};
use base::Uuid;
use congress::entity::question::UsedFor;
use paper::sheet::{Cell, Format};
use payment::query::sums::{balances, numbers};
use payment::rules::Balance;
use registration::entity::order::Model as Row;
use registration::query::attendee;
use registration::query::order::{self, OrderView};
use std::fs::File;
use store::Conn;

/// Orders that a filter leaves, oldest first, with how their money stands and what they were asked themselves.
pub async fn orders(
    conn: &Conn,
    congress: Uuid,
    filter: &order::Filter,
    format: Format,
    reader: Reader,
    sight: Sight,
    out: File,
) -> Result<Written, ExportError> {
    let sheet = reader.sheet(
        "desk-orders",
        &[
            ("desk-column-code", 10),
            ("desk-column-time", 18),
            ("desk-column-state", 16),
            ("desk-column-buyer", 28),
            ("desk-email", 34),
            ("desk-column-organisation", 30),
            ("desk-buyer-kind", 18),
            ("desk-column-tickets", 9),
            ("desk-column-amount", 12),
            ("desk-column-currency", 10),
            ("desk-money-paid", 12),
            ("desk-money-refunded", 12),
            ("desk-money-open", 12),
            ("desk-money-due", 18),
            ("desk-money-invoices", 30),
            ("desk-language", 9),
            ("desk-filter-source", 26),
            ("desk-attendees", 50),
            ("desk-column-note", 40),
        ],
    );
    let asked = asked(conn, congress, UsedFor::Order, sight).await?;
    let sheet = with_answers(sheet, reader, &asked);
    let mut writing = Writing::new(format, &sheet, out)?;
    let mut cursor = None;
    loop {
        let part = order::after(conn, congress, filter, None, cursor, PART).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.order.id);
        let ids: Vec<Uuid> = part.iter().map(|view| view.order.id).collect();
        let given = given(conn, &asked, &ids).await?;
        let rows: Vec<&Row> = part.iter().map(|view| &view.order).collect();
        let balances = balances(conn, &rows).await?;
        let numbers = numbers(conn, &ids).await?;
        let row = |view: &OrderView| {
            let balance = balances.get(&view.order.id).copied().unwrap_or_default();
            let numbers = numbers.get(&view.order.id).map(|all| all.join(", "));
            let mut cells = of_order(reader, view, &balance, numbers);
            cells.extend(answers(reader, &asked, given.get(&view.order.id)));
            cells
        };
        writing = writing.write(part.iter().map(row).collect()).await?;
    }
    written(writing, &asked).await
}

/// `numbers`: of its invoices.
fn of_order(reader: Reader, view: &OrderView, balance: &Balance, numbers: Option<String>) -> Vec<Cell> {
    use crate::page::state;
    let (words, order) = (reader.words, &view.order);
    let nameless = words.t("desk-nameless");
    let name = |a: &attendee::AttendeeView| if a.is_nameless() { nameless.clone() } else { a.name() };
    let names: Vec<String> = view.held().map(name).collect();
    let due = order.payment_due_at.filter(|_| balance.open() > 0);
    vec![
        Cell::from(&order.code),
        reader.time(order.placed_at),
        Cell::from(state::of_order(words, order.state).1),
        Cell::from(&order.buyer_name),
        Cell::from(&view.buyer_address),
        Cell::from(&order.buyer_organisation),
        Cell::from(state::buyer_kind(words, order.buyer_kind)),
        Cell::Number(i64::try_from(names.len()).unwrap_or(i64::MAX)),
        Cell::Cents(order.total_cents),
        Cell::from(&order.currency),
        Cell::Cents(balance.paid),
        Cell::Cents(balance.refunded),
        Cell::Cents(balance.open()),
        due.map_or(Cell::Empty, |at| reader.time(at)),
        Cell::from(numbers),
        Cell::from(&order.language),
        Cell::from(state::source(words, order.source)),
        Cell::from(names.join(", ")),
        Cell::from(&order.note),
    ]
}
