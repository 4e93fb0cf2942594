//! Several orders at once: a page that shows what would happen, and its POST.

use crate::form::batch::{Asked, Deed};
use crate::form::list::Asked as _;
use crate::{page, query};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use garde::Validate;
use http::StatusCode;
use registration::service::batch::{self, Outcome, Wanted};
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn ask(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    let wanted = Asked::read(&fields, state.store.chance().opaque_id());
    let meant = meant(&state, &visit, &wanted).await?;
    let found = batch::preview(state.store.read(), visit.congress()?.id, &meant, visit.now).await?;
    // Whoever is cancelled is told, unless somebody says otherwise.
    let fields = Fields::new().with("notify", "on");
    Ok(page::order::batch::preview(&visit, &wanted, &found, &fields, &Faults::new(), false).into_response())
}

pub async fn act(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let wanted = Asked::read(&fields, state.store.chance().opaque_id());
    let meant = meant(&state, &visit, &wanted).await?;
    let again = async |status: StatusCode, faults: Faults, changed: bool| -> Answer {
        let found = batch::preview(state.store.read(), congress.id, &meant, visit.now).await?;
        let page = page::order::batch::preview(&visit, &wanted, &found, &fields, &faults, changed);
        Ok((status, page).into_response())
    };
    if let Err(report) = wanted.validate() {
        return again(StatusCode::UNPROCESSABLE_ENTITY, Faults::from_report(&report), false).await;
    }
    let seen = Seen::read(&fields);
    let mut next = wanted.search.path(&congress.slug);
    match batch::run(&state.store, &visit.actor, congress.id, &meant, wanted.key, &seen).await? {
        Err(_) => return again(StatusCode::CONFLICT, Faults::new(), true).await,
        Ok(Outcome::Repeated(rest)) => {
            if let Some(last) = rest {
                next = wanted.next(&congress.slug, last);
            }
            Flash::info(visit.words.t("desk-flash-batch-repeated")).leave(&visit).await?;
        }
        Ok(Outcome::Done(count, rest)) => {
            if let Some(last) = rest {
                next = wanted.next(&congress.slug, last);
            }
            let key = match wanted.deed {
                Deed::Cancel => "desk-flash-batch-cancelled",
                Deed::Mail => "desk-flash-batch-mailed",
                Deed::Approve => "desk-flash-batch-approved",
                Deed::Refuse => "desk-flash-batch-refused",
            };
            Flash::success(visit.words.with(key, &[("count", count.into())])).leave(&visit).await?;
        }
    }
    Ok(Redirect::to(&next).into_response())
}

/// Which orders are meant, and what is done to them.
async fn meant(state: &web::State, visit: &Visit, wanted: &Asked) -> Result<Wanted, Fault> {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let of_list = query::order::filter(conn, congress, &wanted.search, visit.now).await?;
    let ticked = registration::query::order::by_codes(conn, congress.id, &wanted.codes).await?;
    Ok(wanted.wanted(of_list, ticked))
}
