//! The register of invoices as the desk shows it.

use crate::form::invoice::InvoiceSearch;
use crate::rules::pages::{Page, ROWS};
use payment::query::register::{Entry, Sum, find};
use store::{Conn, DbErr};
use web::CongressHead;

/// A page of invoices.
#[derive(Clone, Debug)]
pub struct InvoiceList {
    pub search: InvoiceSearch,
    pub page: Page,
    pub entries: Vec<Entry>,
    /// Of all that the search finds, one for each currency.
    pub sums: Vec<Sum>,
}

/// Invoices that a search finds. Five statements, however many there are.
pub async fn list(conn: &Conn, congress: &CongressHead, search: InvoiceSearch) -> Result<InvoiceList, DbErr> {
    let found = find(conn, congress.id, &search.filter(congress.zone), (ROWS, Page::offset(search.page))).await?;
    let page = Page { number: search.page, total: found.total };
    Ok(InvoiceList { search, page, entries: found.entries, sums: found.sums })
}
