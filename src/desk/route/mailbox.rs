//! All about one mail address.

use crate::{page, query};
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::Permission::MailRead;
use web::{Answer, Fault, Visit};

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::Mailbox>) -> Answer {
    let congress = visit.congress()?;
    let id = at.id.parse().map_err(|_| Fault::not_found())?;
    let found = query::mailbox::detail(state.store.read(), congress.id, id, visit.may(MailRead)).await?;
    Ok(page::mailbox::show(&visit, &found.ok_or_else(Fault::not_found)?).into_response())
}
