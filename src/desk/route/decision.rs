//! Deciding on an order that waits for it: a page that asks, and its POST.

use crate::form::decision::DecisionForm;
use crate::page;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use garde::Validate;
use http::StatusCode;
use registration::RegistrationError;
use registration::entity::decision::Verdict;
use registration::load;
use registration::query::order::view;
use registration::service::approval::{Decided, decide};
use web::flash::Flash;
use web::{Answer, Faults, Fields, Visit};

/// Asks what to answer, and why.
pub async fn ask(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderDecision>,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let order = load::order_to_manage(conn, &visit.actor, congress.id, &at.code).await?;
    let order = view(conn, order.row().clone()).await?;
    Ok(page::order::decision(&visit, &order, &Fields::new(), &Faults::new()).into_response())
}

pub async fn answer(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderDecision>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let loaded = load::order_to_manage(conn, &visit.actor, congress.id, &at.code).await?;
    let form = DecisionForm::read(&fields);
    if let Err(report) = form.validate() {
        let order = view(conn, loaded.row().clone()).await?;
        let faults = Faults::from_report(&report);
        let page = page::order::decision(&visit, &order, &fields, &faults);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let approves = form.verdict == Verdict::Approved;
    match decide(&state.store, &loaded, &form.answer()).await {
        Ok(Decided::Now) => {
            let word = if approves { "desk-flash-approved" } else { "desk-flash-refused" };
            Flash::success(visit.words.t(word)).leave(&visit).await?;
        }
        Ok(Decided::Before) => Flash::info(visit.words.t("desk-flash-decided-before")).leave(&visit).await?,
        // Somebody else was faster: what they said stands on the order's page.
        Err(RegistrationError::Decided) => {
            Flash::warning(visit.words.t("registration-error-decided")).leave(&visit).await?;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&address::desk::Order::new(&congress.slug, &loaded.row().code).path()).into_response())
}
