//! The register of invoices as a file, for the bookkeeping.

use super::{ExportError, PART, Reader, Writing};
use crate::page::invoice::word;
use base::Uuid;
use paper::sheet::{Cell, Format};
use payment::query::register::{Entry, Filter, after};
use payment::rules::TaxPart;
use std::fs::File;
use store::Conn;

/// Invoices that a filter leaves, oldest first, a row for each rate of VAT. Gives the file and how many rows it has.
pub async fn invoices(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let columns = [
        ("desk-invoices-number", 18),
        ("desk-invoices-issued", 18),
        ("desk-invoices-kind", 20),
        ("desk-invoices-cancels", 18),
        ("desk-invoices-cancelled-by", 18),
        ("desk-column-code", 10),
        ("desk-invoices-buyer", 50),
        ("desk-invoices-vat-id", 16),
        ("desk-invoices-leitweg-id", 24),
        ("desk-invoices-purchase-order", 20),
        ("desk-invoices-cost-centre", 16),
        ("desk-invoices-due", 18),
        ("desk-invoices-rate", 10),
        ("desk-invoices-net", 12),
        ("desk-invoices-vat", 12),
        ("desk-invoices-gross", 12),
        ("desk-column-currency", 10),
    ];
    let mut writing = Writing::new(format, &reader.sheet("desk-invoices", &columns), out)?;
    let mut cursor = None;
    loop {
        let part = after(conn, congress, filter, cursor, PART).await?;
        let Some(last) = part.last() else { break };
        cursor = Some((last.invoice.issued_at, last.invoice.id));
        let rows = part.iter().flat_map(|entry| entry.rates.iter().map(|rate| of_rate(reader, entry, rate)));
        writing = writing.write(rows.collect()).await?;
    }
    writing.finish().await
}

fn of_rate(reader: Reader, entry: &Entry, rate: &TaxPart) -> Vec<Cell> {
    let invoice = &entry.invoice;
    let (content, buyer) = (&invoice.content, &invoice.content.buyer);
    let text = |text: &Option<String>| text.as_deref().map_or(Cell::Empty, Cell::from);
    vec![
        Cell::from(&invoice.number),
        reader.time(invoice.issued_at),
        Cell::from(reader.words.t(word(invoice.kind))),
        text(&content.cancels),
        text(&entry.taken_back_by),
        Cell::from(&content.order_code),
        Cell::from(buyer.lines.join(", ")),
        Cell::from(&buyer.vat_id),
        Cell::from(&buyer.leitweg_id),
        Cell::from(&buyer.purchase_order),
        Cell::from(&buyer.cost_centre),
        invoice.due_at.map_or(Cell::Empty, |at| reader.time(at)),
        // In hundredths of a per cent, as amounts are in hundredths.
        Cell::Cents(rate.rate.into()),
        Cell::Cents(rate.net),
        Cell::Cents(rate.vat),
        Cell::Cents(rate.gross),
        Cell::from(&invoice.currency),
    ]
}
