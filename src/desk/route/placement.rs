//! Ordering for somebody.

use crate::form::placement::{EXTRA, Placement, VOUCHER, name_fields};
use crate::page;
use crate::query::placement::{Choice, Offer, offer};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use http::StatusCode;
use locale::Arg;
use registration::RegistrationError;
use registration::form::Billing;
use registration::form::people::Action;
use registration::service::by_hand;
use registration::service::order::Placed;
use web::flash::Flash;
use web::{Answer, CongressHead, Faults, Fields, Visit};

/// The empty form.
pub async fn ask(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let offer = offer(state.store.read(), congress, visit.now).await?;
    let first = offer.tickets.iter().find(|choice| choice.can_be_had()).map_or("", Choice::slug);
    let typed = Placement::fresh(state.store.chance().opaque_id(), visit.language, first);
    Ok(page::order::new(&visit, &typed, &offer, &Faults::new(), None).into_response())
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
    let offer = offer(state.store.read(), congress, visit.now).await?;
    Ok(page::order::new(&visit, &typed, &offer, &Faults::new(), None).into_response())
}

/// The form with the people who were pasted.
async fn pasted(
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    mut typed: Placement,
    action: Action,
) -> Answer {
    let offer = offer(state.store.read(), congress, visit.now).await?;
    let categories: Vec<_> = offer.tickets.iter().map(|choice| &choice.view).collect();
    let (taken, mut faults) = typed.people.paste(&categories);
    name_fields(&mut faults, typed.people.count, visit.words);
    let notice = (action == Action::Place && taken > 0)
        .then(|| visit.words.with("desk-hand-pasted", &[("count", taken.into())]));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page::order::new(visit, &typed, &offer, &faults, notice)).into_response())
}

async fn place(state: &web::State, visit: &Visit, congress: &CongressHead, typed: &Placement) -> Answer {
    let offered = offer(state.store.read(), congress, visit.now).await?;
    let form = match typed.check(&offered, visit.now, visit.words) {
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
            let all = offer(state.store.read(), congress, visit.now).await?;
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
    let offer = offer(state.store.read(), congress, visit.now).await?;
    Ok((status, page::order::new(visit, typed, &offer, &faults, None)).into_response())
}

/// What the rules refuse, beside the field that it is about. None: nothing that somebody could mend in the form.
fn refused(visit: &Visit, typed: &Placement, offer: &Offer, error: &RegistrationError) -> Option<Faults> {
    let fields = fields_of(typed, offer, error)?;
    let name = |slug: &str| {
        let found = offer.find(slug);
        found.map_or(slug.to_owned(), |c| c.view.category.name.in_language(visit.language).to_owned())
    };
    let mut args = web::problem::args(&error.values());
    for (_, value) in args.iter_mut().filter(|(key, _)| ["category", "extra", "ticket"].contains(key)) {
        if let Arg::Text(slug) = value {
            *value = name(slug).into();
        }
    }
    let mut faults = Faults::new();
    for field in &fields {
        match error {
            // A full dinner is no reason for another ticket.
            RegistrationError::SoldOut { .. } if field.starts_with(EXTRA) => {
                faults.add_with(field, "desk-fault-extra-full", &args);
            }
            _ => faults.add_with(field, error.message(), &args),
        }
    }
    name_fields(&mut faults, typed.people.count, visit.words);
    (!faults.is_empty()).then_some(faults)
}

/// The fields that an error is about.
fn fields_of(typed: &Placement, offer: &Offer, error: &RegistrationError) -> Option<Vec<String>> {
    let tickets = |slug: &str| typed.with_category(slug).map(|n| format!("category-{n}")).collect::<Vec<_>>();
    let extras = |slug: &str| typed.with_extra(slug).map(|n| format!("{EXTRA}-{n}")).collect::<Vec<_>>();
    let of = |slug: &str| [tickets(slug), extras(slug)].concat();
    Some(match error {
        RegistrationError::SoldOut { quota, .. } => {
            let is_full = |choice: &&Choice| choice.view.quotas.iter().any(|q| q.slug == *quota);
            offer.tickets.iter().chain(&offer.extras).filter(is_full).flat_map(|choice| of(choice.slug())).collect()
        }
        RegistrationError::NotOnSale { category } | RegistrationError::TooMany { category, .. } => of(category),
        RegistrationError::UnknownCategory { attendee, .. } => vec![format!("category-{}", attendee + 1)],
        RegistrationError::UnknownExtra { attendee, .. } | RegistrationError::NotWith { attendee, .. } => {
            vec![format!("{EXTRA}-{}", attendee + 1)]
        }
        RegistrationError::BillingMissing(missing) => {
            missing.iter().map(|name| format!("{}{name}", Billing::PREFIX)).collect()
        }
        RegistrationError::Voucher(_) => vec![VOUCHER.to_owned()],
        RegistrationError::MixedCurrencies => vec!["category-1".to_owned()],
        _ => return None,
    })
}
