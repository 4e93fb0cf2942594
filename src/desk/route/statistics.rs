//! Figures to decide by.

use super::export::{answer, broken, temporary};
use crate::form::list::Asked;
use crate::form::statistics::StatisticsSearch;
use crate::page::statistics as page;
use crate::page::statistics::table::Table;
use crate::page::statistics::tables::Teller;
use crate::query::statistics::voucher::vouchers as of_vouchers;
use crate::query::statistics::{self as query, Frame};
use crate::service::statistics::write;
use axum::extract::{RawQuery, State};
use axum::response::IntoResponse;
use base::Permission::{PaymentsWrite, VouchersRead};
use paper::sheet::Format;
use store::DbErr;
use web::{Answer, CongressHead, Fault, Fields, Visit};

async fn frame(state: &web::State, visit: &Visit, fields: &Fields) -> Result<Frame, Fault> {
    Ok(query::frame(state.store.read(), visit.congress()?, StatisticsSearch::read(fields)).await?)
}

fn typed_in(query: Option<String>) -> Fields {
    Fields::parse(query.unwrap_or_default().as_bytes())
}

pub async fn over_time(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let frame = frame(&state, &visit, &typed_in(typed)).await?;
    let view = query::over_time(&state.store, visit.congress()?, &frame, visit.now).await?;
    Ok(page::over_time(&visit, &frame, &view).into_response())
}

pub async fn comparison(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let frame = frame(&state, &visit, &typed_in(typed)).await?;
    let view = query::comparison(&state.store, visit.congress()?, visit.now).await?;
    Ok(page::comparison(&visit, &frame, &view).into_response())
}

pub async fn people(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let frame = frame(&state, &visit, &typed_in(typed)).await?;
    let view = query::people(&state.store, visit.congress()?, &frame).await?;
    Ok(page::people(&visit, &frame, &view).into_response())
}

pub async fn money(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let frame = frame(&state, &visit, &typed_in(typed)).await?;
    let view = query::money(&state.store, visit.congress()?, &frame, visit.now).await?;
    Ok(page::money(&visit, &frame, &view).into_response())
}

pub async fn vouchers(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let frame = frame(&state, &visit, &typed_in(typed)).await?;
    let view = of_vouchers(&state.store, visit.congress()?, &frame).await?;
    Ok(page::vouchers(&visit, &frame, &view).into_response())
}

pub async fn door(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let frame = frame(&state, &visit, &typed_in(typed)).await?;
    let view = query::door(&state.store, visit.congress()?, &frame, visit.now).await?;
    Ok(page::door(&visit, &frame, view.as_ref()).into_response())
}

/// A table as a file, or all that the reader may see. Posted, because who takes figures along is recorded.
pub async fn export(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let frame = frame(&state, &visit, &fields).await?;
    let mut tables = tables(&state, &visit, congress, &frame).await?;
    let wanted = fields.get("table");
    if wanted != "all" {
        tables.retain(|table| table.id == wanted);
    }
    if tables.is_empty() {
        return Err(Fault::not_found());
    }
    let whole = wanted == "all" && !frame.search.narrows();
    let written = write(tables, temporary()?).await.map_err(broken)?;
    answer(&state, &visit, StatisticsSearch::LIST, Format::Xlsx, written, whole).await
}

async fn tables(
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    frame: &Frame,
) -> Result<Vec<Table>, DbErr> {
    let (store, teller) = (&state.store, Teller { words: visit.words, frame });
    let mut tables = teller.over_time(&query::over_time(store, congress, frame, visit.now).await?);
    tables.extend(teller.comparison(&query::comparison(store, congress, visit.now).await?));
    tables.extend(teller.people(&query::people(store, congress, frame).await?));
    if visit.may(PaymentsWrite) {
        tables.extend(teller.money(&query::money(store, congress, frame, visit.now).await?));
    }
    if visit.may(VouchersRead) {
        tables.extend(teller.vouchers(&of_vouchers(store, congress, frame).await?));
    }
    if let Some(door) = query::door(store, congress, frame, visit.now).await? {
        tables.extend(teller.door(&door));
    }
    Ok(tables)
}
