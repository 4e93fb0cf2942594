//! Ordering for somebody.

use crate::form::placement::{Placement, VOUCHER, name_fields};
use crate::page;
use crate::query::placement::{Choice, choices};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use http::StatusCode;
use locale::Arg;
use registration::RegistrationError;
use registration::form::people::Action;
use registration::service::by_hand;
use registration::service::order::Placed;
use web::flash::Flash;
use web::{Answer, CongressHead, Faults, Fields, Visit};

/// The empty form.
pub async fn ask(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let choices = choices(state.store.read(), congress, visit.now).await?;
    let first = choices.iter().find(|choice| choice.can_be_had()).map_or("", Choice::slug);
    let typed = Placement::fresh(state.store.chance().opaque_id(), visit.language, first);
    Ok(page::order::new(&visit, &typed, &choices, &Faults::new(), None).into_response())
}

/// What the buttons send. `place` orders; the others show the form again. So does `place` while people stand where they
/// were pasted: they become people of the form, which nobody has seen yet.
pub async fn send(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let (mut typed, action) = Placement::read(&sent);
    match action {
        Action::Add => typed.people.add(),
        Action::Remove(n) => typed.people.remove(n),
        Action::Place if !typed.people.has_pasted() => return Box::pin(place(&state, &visit, congress, &typed)).await,
        Action::Place | Action::Paste => return pasted(&state, &visit, congress, typed, action).await,
        Action::Show | Action::Later(_) => {}
    }
    let choices = choices(state.store.read(), congress, visit.now).await?;
    Ok(page::order::new(&visit, &typed, &choices, &Faults::new(), None).into_response())
}

/// The form with the people who were pasted.
async fn pasted(
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    mut typed: Placement,
    action: Action,
) -> Answer {
    let choices = choices(state.store.read(), congress, visit.now).await?;
    let categories: Vec<_> = choices.iter().map(|choice| &choice.view).collect();
    let (taken, mut faults) = typed.people.paste(&categories);
    name_fields(&mut faults, typed.people.count, visit.words);
    let notice = (action == Action::Place && taken > 0)
        .then(|| visit.words.with("desk-hand-pasted", &[("count", taken.into())]));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page::order::new(visit, &typed, &choices, &faults, notice)).into_response())
}

async fn place(state: &web::State, visit: &Visit, congress: &CongressHead, typed: &Placement) -> Answer {
    let form = match typed.check(visit.words) {
        Ok(form) => form,
        Err(faults) => return again(state, visit, congress, typed, faults, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    match by_hand::place(&state.store, &visit.actor, congress.id, form, &typed.note()).await {
        Ok(Placed { order, repeated, .. }) => {
            let word = match (repeated, order.notify) {
                (true, _) => "desk-flash-placed-before",
                (false, true) => "desk-flash-placed",
                (false, false) => "desk-flash-placed-silent",
            };
            Flash::success(visit.words.with(word, &[("code", (&order.code).into())])).leave(visit).await?;
            Ok(Redirect::to(&address::desk::Order::new(&congress.slug, &order.code).path()).into_response())
        }
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT);
            let all = choices(state.store.read(), congress, visit.now).await?;
            let Some(faults) = refused(visit, typed, &all, &error) else { return Err(error.into()) };
            again(state, visit, congress, typed, faults, status).await
        }
    }
}

/// The form as it was, with what is wrong and what is left now.
async fn again(
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    typed: &Placement,
    faults: Faults,
    status: StatusCode,
) -> Answer {
    let choices = choices(state.store.read(), congress, visit.now).await?;
    Ok((status, page::order::new(visit, typed, &choices, &faults, None)).into_response())
}

/// What the rules refuse, beside the field that it is about. None: nothing that somebody could mend in the form.
fn refused(visit: &Visit, typed: &Placement, choices: &[Choice], error: &RegistrationError) -> Option<Faults> {
    let fields: Vec<String> = match error {
        RegistrationError::SoldOut { quota, .. } => {
            let full = choices.iter().filter(|c| c.view.quotas.iter().any(|q| q.slug == *quota));
            full.flat_map(|c| typed.with_category(c.slug())).map(|n| format!("category-{n}")).collect()
        }
        RegistrationError::NotOnSale { category } | RegistrationError::TooMany { category, .. } => {
            typed.with_category(category).map(|n| format!("category-{n}")).collect()
        }
        RegistrationError::UnknownCategory { attendee, .. } => vec![format!("category-{}", attendee + 1)],
        RegistrationError::Voucher(_) => vec![VOUCHER.to_owned()],
        RegistrationError::MixedCurrencies => vec!["category-1".to_owned()],
        _ => return None,
    };
    let name = |slug: &str| {
        let found = choices.iter().find(|c| c.slug() == slug);
        found.map_or(slug.to_owned(), |c| c.view.category.name.in_language(visit.language).to_owned())
    };
    let mut args = web::problem::args(&error.values());
    for (_, value) in args.iter_mut().filter(|(key, _)| *key == "category") {
        if let Arg::Text(slug) = value {
            *value = name(slug).into();
        }
    }
    let mut faults = Faults::new();
    fields.iter().for_each(|field| faults.add_with(field, error.message(), &args));
    name_fields(&mut faults, typed.people.count, visit.words);
    (!faults.is_empty()).then_some(faults)
}
