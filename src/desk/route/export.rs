//! Lists as files. Posted, because who takes data along is recorded.

use crate::form::attendee::AttendeeSearch;
use crate::form::audit::AuditSearch;
use crate::form::invoice::InvoiceSearch;
use crate::form::list::Asked;
use crate::form::mail::MailSearch;
use crate::form::order::OrderSearch;
use crate::form::voucher::VoucherSearch;
use crate::form::waiting::WaitingSearch;
use crate::query;
use crate::service::export::{self, ExportError, Reader};
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use futures_util::stream::try_unfold;
use http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use paper::sheet::Format;
use registration::service::export::{exported, exported_sensitive};
use std::fs::File;
use std::io::{Seek, SeekFrom};
use store::event::Log;
use tokio::io::AsyncReadExt;
use web::{Answer, Fault, Fields, Visit};

/// So much of a file is sent at once.
const PIECE: usize = 64 * 1024;

pub async fn orders(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (conn, format) = (state.store.read(), format(&fields)?);
    let search = OrderSearch::read(&fields);
    let filter = query::order::filter(conn, congress, &search, visit.now).await?;
    let sight = export::Sight::of(&visit);
    let written = export::orders(conn, congress.id, &filter, format, Reader::of(&visit), sight, temporary()?).await;
    let written = written.map_err(broken)?;
    answer_list(&state, &visit, OrderSearch::LIST, format, written, !search.narrows()).await
}

pub async fn attendees(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (conn, format) = (state.store.read(), format(&fields)?);
    let search = AttendeeSearch::read(&fields);
    let filter = query::attendee::filter(conn, congress, &search).await?;
    let sight = export::Sight::of(&visit);
    let written = export::attendees(conn, congress.id, &filter, format, Reader::of(&visit), sight, temporary()?).await;
    let written = written.map_err(broken)?;
    answer_list(&state, &visit, AttendeeSearch::LIST, format, written, !search.narrows()).await
}

pub async fn mails(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (conn, format) = (state.store.read(), format(&fields)?);
    let search = MailSearch::read(&fields);
    let written = export::mails(conn, congress.id, &search.filter(), format, Reader::of(&visit), temporary()?).await;
    answer(&state, &visit, MailSearch::LIST, format, written.map_err(broken)?, !search.narrows()).await
}

pub async fn invoices(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (conn, format) = (state.store.read(), format(&fields)?);
    let search = InvoiceSearch::read(&fields);
    let (filter, reader) = (search.filter(congress.zone), Reader::of(&visit));
    let written = export::invoices(conn, congress.id, &filter, format, reader, temporary()?).await;
    answer(&state, &visit, InvoiceSearch::LIST, format, written.map_err(broken)?, !search.narrows()).await
}

pub async fn vouchers(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (conn, format) = (state.store.read(), format(&fields)?);
    let search = VoucherSearch::read(&fields);
    let (filter, reader) = (search.filter(), Reader::of(&visit));
    let written = export::vouchers(conn, congress.id, &filter, visit.now, format, reader, temporary()?).await;
    answer(&state, &visit, VoucherSearch::LIST, format, written.map_err(broken)?, !search.narrows()).await
}

pub async fn audit(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    audit_of(&state, &visit, Log::Congress(congress.id), &fields).await
}

/// The log of what concerns no congress in particular.
pub async fn installation_audit(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    audit_of(&state, &visit, Log::Installation, &fields).await
}

async fn audit_of(state: &web::State, visit: &Visit, log: Log, fields: &Fields) -> Answer {
    let (conn, format) = (state.store.read(), format(fields)?);
    let search = AuditSearch::read(fields);
    let filter = search.filter(visit.zone());
    let written = export::audit(conn, log, &filter, format, Reader::of(visit), temporary()?).await;
    answer(state, visit, AuditSearch::LIST, format, written.map_err(broken)?, !search.narrows()).await
}

pub async fn waiting(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (conn, format) = (state.store.read(), format(&fields)?);
    let search = WaitingSearch::read(&fields);
    let filter = query::waiting::filter(conn, congress, &search).await?;
    let written = export::waiting(conn, congress.id, &filter, format, Reader::of(&visit), temporary()?).await;
    answer(&state, &visit, WaitingSearch::LIST, format, written.map_err(broken)?, !search.narrows()).await
}

pub(super) fn format(fields: &Fields) -> Result<Format, Fault> {
    Format::from_name(fields.get("format")).ok_or_else(|| Fault::bad_request("format"))
}

/// A file without a name, gone when it is closed.
pub(super) fn temporary() -> Result<File, Fault> {
    tempfile::tempfile().map_err(|e| Fault::internal(e.to_string()))
}

pub(super) fn broken(error: ExportError) -> Fault {
    match error {
        ExportError::Database(error) => error.into(),
        ExportError::Ticketing(error) => error.into(),
        other => Fault::internal(other.to_string()),
    }
}

/// The same of a list with answers, of which it says whether some are sensitive.
async fn answer_list(
    state: &web::State,
    visit: &Visit,
    list: &'static str,
    format: Format,
    written: export::Written,
    whole: bool,
) -> Answer {
    if !written.sensitive {
        return answer(state, visit, list, format, (written.file, written.rows), whole).await;
    }
    let congress = visit.congress()?.id;
    exported_sensitive(&state.store, &visit.actor, congress, list, format.name(), written.rows, whole).await?;
    file(visit, list, format, written.file)
}

/// Records who takes it along, and sends it in pieces.
pub(super) async fn answer(
    state: &web::State,
    visit: &Visit,
    list: &'static str,
    format: Format,
    (written, rows): (File, usize),
    whole: bool,
) -> Answer {
    let congress = visit.congress.as_ref();
    exported(&state.store, &visit.actor, congress.map(|c| c.id), list, format.name(), rows, whole).await?;
    file(visit, list, format, written)
}

fn file(visit: &Visit, list: &str, format: Format, mut file: File) -> Answer {
    let congress = visit.congress.as_ref();
    let size = file.seek(SeekFrom::End(0)).and_then(|size| file.rewind().map(|()| size));
    let size = size.map_err(|e| Fault::internal(e.to_string()))?;
    let day = visit.now.with_timezone(&visit.zone()).date_naive();
    let word = visit.words.t(&format!("desk-export-{list}"));
    let of = congress.map_or("kongress", |congress| &congress.slug);
    let name = format!("attachment; filename=\"{of}-{word}-{day}.{}\"", format.name());
    Ok(Response::builder()
        .header(CONTENT_TYPE, format.media_type())
        .header(CONTENT_LENGTH, size)
        .header(CONTENT_DISPOSITION, name)
        .body(Body::from_stream(pieces(tokio::fs::File::from_std(file))))
        .map_err(|e| Fault::internal(e.to_string()))?
        .into_response())
}

fn pieces(file: tokio::fs::File) -> impl futures_util::Stream<Item = std::io::Result<Bytes>> {
    try_unfold(file, async |mut file| {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok((read > 0).then(|| (Bytes::from(piece), file)))
    })
}
