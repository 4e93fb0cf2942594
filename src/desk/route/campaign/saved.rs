//! Segments that are kept by name: listed, called otherwise, taken away.

use crate::form::campaign::segment_name;
use crate::page::campaign::saved as page;
use crate::query::campaign::offer;
use address::campaign as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use campaign::CampaignError;
use campaign::service::saved_segment::{remove as remove_one, rename as rename_one};
use http::StatusCode;
use web::flash::Flash;
use web::{Answer, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let offer = offer(state.store.read(), visit.congress()?.id).await?;
    Ok(page(&visit, &offer.saved, &offer, None).into_response())
}

pub async fn rename(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SegmentName>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?.id;
    let field = format!("name-{}", at.id);
    let key = match segment_name(&sent, &field) {
        Err(faults) => Err(faults),
        Ok(name) => match rename_one(&state.store, &visit.actor, congress, &at.id, &name).await {
            Ok(()) => Ok(()),
            Err(error @ CampaignError::SegmentTaken) => {
                let mut faults = Faults::new();
                faults.add(&*field, error.message());
                Err(faults)
            }
            Err(error) => return Err(error.into()),
        },
    };
    match key {
        Ok(()) => back(&visit, "campaign-flash-segment-renamed").await,
        Err(mut faults) => {
            faults.name(&field, &visit.words.t("campaign-name"));
            let offer = offer(state.store.read(), congress).await?;
            let page = page(&visit, &offer.saved, &offer, Some((&at.id, &sent, &faults)));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Of a double click the second finds none, and is told the same.
pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::SegmentRemoval>) -> Answer {
    match remove_one(&state.store, &visit.actor, visit.congress()?.id, &at.id).await {
        Ok(()) | Err(CampaignError::Unknown) => back(&visit, "campaign-flash-segment-removed").await,
        Err(error) => Err(error.into()),
    }
}

async fn back(visit: &Visit, word: &str) -> Answer {
    Flash::success(visit.words.t(word)).leave(visit).await?;
    Ok(Redirect::to(&at::Segments::new(&visit.congress()?.slug).path()).into_response())
}
