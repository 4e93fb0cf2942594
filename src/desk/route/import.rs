//! Lists of guests: handed in, looked at, taken in.

use crate::form::import::ImportForm;
use crate::route::sheet::{handed_in, open};
use crate::service::import::PURPOSE;
use crate::{page, service};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use http::StatusCode;
use locale::Arg;
use page::import::Preview;
use paper::sheet::read::Table;
use registration::rules::heading::is_known;
use registration::service::intake::{Intake, IntakeError, plan, suggested};
use web::flash::Flash;
use web::form::Seen;
use web::upload::{self, HandedIn, Owner, Upload};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn ask(visit: Visit) -> Answer {
    Ok(page::import::ask(&visit, &Fields::new(), &Faults::new()).into_response())
}

/// Keeps a file, or what was pasted, if it can be read.
pub async fn hand_in(State(state): State<web::State>, visit: Visit, handed: HandedIn) -> Answer {
    let congress = visit.congress()?;
    let owner = owner(&visit, congress.id)?;
    let (name, content) = match handed_in(&visit, &handed, is_known).await? {
        Ok(read) => read,
        Err(faults) => {
            let page = page::import::ask(&visit, &handed.fields, &faults);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let id = upload::keep(&state.store, owner, &name, content).await?;
    Ok(Redirect::to(&address::desk::Import::new(&congress.slug, id.to_string()).path()).into_response())
}

/// What taking it in would do, with the columns as they are chosen in the address.
pub async fn preview(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::Import>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    match file(&state, &visit, &at).await? {
        Some(file) => show(&state, &visit, &file, &fields, StatusCode::OK).await,
        None => gone(&visit).await,
    }
}

/// Takes it in. If something stands against it by now, the preview says what; if something else is chosen than the preview
/// was shown for, there is another one first.
pub async fn take_in(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::Import>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let Some(file) = file(&state, &visit, &at).await? else { return taken_before(&state, &visit, &at).await };
    let (content, table) = open(file.content.clone(), is_known).await?;
    drop(content);
    let table = table.map_err(|e| Fault::internal(e.to_string()))?;
    let form = ImportForm::read(&fields, &table);
    if Seen::read(&fields) != form.seen() {
        return look_first(&visit, &at, &form).await;
    }
    let key = (owner(&visit, congress.id)?, file.id);
    let taken = service::import::take_in(&state.store, &visit.actor, congress.id, key, intake(&table, &form)).await;
    match taken {
        Ok(Some(taken)) => done(&visit, taken.guests.into()).await,
        Ok(None) => taken_before(&state, &visit, &at).await,
        Err(IntakeError::Refused(_)) => show(&state, &visit, &file, &fields, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(IntakeError::Registration(error)) => Err(error.into()),
    }
}

async fn look_first(visit: &Visit, at: &address::desk::Import, form: &ImportForm) -> Answer {
    Flash::info(visit.words.t("desk-flash-import-changed")).leave(visit).await?;
    let fields = form.fields();
    let chosen: Vec<_> = fields.iter().collect();
    Ok(Redirect::to(&address::with_query(&at.path(), &chosen)).into_response())
}

fn intake<'a>(table: &'a Table, form: &'a ImportForm) -> Intake<'a> {
    let category = Some(form.category.as_str()).filter(|slug| !slug.is_empty());
    Intake { table, mapping: &form.mapping, category, mail: form.mail }
}

async fn show(state: &web::State, visit: &Visit, file: &Upload, fields: &Fields, status: StatusCode) -> Answer {
    let congress = visit.congress()?;
    let table = open(file.content.clone(), is_known).await?.1.map_err(|e| Fault::internal(e.to_string()))?;
    let mut form = ImportForm::read(fields, &table);
    if !fields.has("category") {
        let categories = ticketing::query::categories(state.store.read(), congress.id).await?;
        form.category = suggested(&categories, &form.mapping).unwrap_or_default().to_owned();
    }
    let plan = plan(state.store.read(), congress.id, intake(&table, &form), visit.now).await?;
    let preview = Preview { id: file.id, name: &file.name, table: &table, form: &form, plan: &plan };
    Ok((status, page::import::preview(visit, &preview)).into_response())
}

/// On to those who were taken in.
async fn done(visit: &Visit, guests: Arg) -> Answer {
    Flash::success(visit.words.with("desk-flash-taken-in", &[("count", guests)])).leave(visit).await?;
    let orders = address::desk::Orders::new(&visit.congress()?.slug).path();
    Ok(Redirect::to(&address::with_query(&orders, &[("source", "import")])).into_response())
}

/// The file is gone: the second of two clicks is told what the first did.
async fn taken_before(state: &web::State, visit: &Visit, at: &address::desk::Import) -> Answer {
    let Ok(file) = at.id.parse() else { return gone(visit).await };
    match service::import::taken_before(state.store.read(), visit.congress()?.id, file).await? {
        Some(guests) => done(visit, guests.into()).await,
        None => gone(visit).await,
    }
}

/// Used already, or an hour old.
async fn gone(visit: &Visit) -> Answer {
    let congress = visit.congress()?;
    Flash::info(visit.words.t("desk-flash-import-gone")).leave(visit).await?;
    Ok(Redirect::to(&address::desk::Imports::new(&congress.slug).path()).into_response())
}

fn owner(visit: &Visit, congress: Uuid) -> Result<Owner, Fault> {
    Owner::new(&visit.actor, congress, PURPOSE).ok_or_else(Fault::not_found)
}

async fn file(state: &web::State, visit: &Visit, at: &address::desk::Import) -> Result<Option<Upload>, Fault> {
    let Ok(id) = at.id.parse() else { return Ok(None) };
    let owner = owner(visit, visit.congress()?.id)?;
    Ok(upload::load(state.store.read(), owner, id, visit.now).await?)
}
