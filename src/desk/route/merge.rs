//! Two orders of one buyer become one.

use crate::page::double as page;
use crate::query::merge::mergeable;
use crate::service::merge::merge;
use address::desk::{Order as Shown, OrderMerge as At};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use registration::load::order_to_manage;
use web::flash::Flash;
use web::{Answer, Fields, Visit};

/// The other orders of the same buyer.
pub async fn ask(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let conn = state.store.read();
    let order = order_to_manage(conn, &visit.actor, visit.congress()?.id, &at.code).await?;
    let mergeable = mergeable(conn, order.row()).await?;
    Ok(page::merge(&visit, order.row(), &mergeable).into_response())
}

/// Moves everyone from this order into the one that was chosen, and leads there; or says why not.
pub async fn act(State(state): State<web::State>, visit: Visit, Path(at): Path<At>, sent: Fields) -> Answer {
    let (conn, congress) = (state.store.read(), visit.congress()?);
    let from = order_to_manage(conn, &visit.actor, congress.id, &at.code).await?;
    let Ok(into) = order_to_manage(conn, &visit.actor, congress.id, sent.get("into")).await else {
        Flash::warning(visit.words.t("desk-merge-choose")).leave(&visit).await?;
        return Ok(Redirect::to(&at.path()).into_response());
    };
    match Box::pin(merge(&state.store, &into, &from, sent.has("send"))).await {
        Ok(count) => {
            let word = visit.words.with("desk-flash-merged", &[("count", count.into())]);
            Flash::success(word).leave(&visit).await?;
            Ok(Redirect::to(&Shown::new(&congress.slug, &into.row().code).path()).into_response())
        }
        Err(error) if error.status() == 409 => {
            Flash::warning(visit.words.t(error.message())).leave(&visit).await?;
            Ok(Redirect::to(&at.path()).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
