//! Noting what was paid for an order, and its invoices.

use crate::form::money::{Deed, read};
use crate::page::order::{money, movement};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use garde::Validate;
use http::StatusCode;
use payment::PaymentError;
use payment::document::invoice_file;
use payment::form::WithdrawalForm;
use payment::query::Account;
use payment::service::{invoice, payment as payments, refund};
use registration::load::{self, Order, See, Settle};
use registration::service::settlement::Settled;
use web::flash::Flash;
use web::form::once;
use web::{Answer, Fault, Faults, Fields, Visit, download};

async fn loaded(state: &web::State, visit: &Visit, code: &str) -> Result<Order<Settle>, Fault> {
    Ok(load::order_to_settle(state.store.read(), &visit.actor, visit.congress()?.id, code).await?)
}

pub async fn ask(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderMoney>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let order = loaded(&state, &visit, &at.code).await?;
    let deed = Deed::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let account = payment::query::account(state.store.read(), order.row()).await?;
    let amount = match deed {
        Deed::Payment => account.balance.open(),
        Deed::Refund => -account.balance.open(),
    };
    let today = visit.now.with_timezone(&visit.zone()).date_naive();
    let mut fields = Fields::new();
    fields.set("deed", deed.name());
    fields.set("amount", if amount > 0 { visit.words.amount(amount) } else { String::new() });
    fields.set("day", today.to_string());
    fields.set(once::NAME, state.store.chance().opaque_id().to_string());
    Ok(money::form(&visit, order.row(), &account, deed, &fields, &Faults::new()).into_response())
}

pub async fn note(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderMoney>,
    fields: Fields,
) -> Answer {
    let order = loaded(&state, &visit, &at.code).await?;
    let deed = Deed::read(&fields);
    let wrong = async |faults: Faults| -> Answer {
        let account = payment::query::account(state.store.read(), order.row()).await?;
        let page = money::form(&visit, order.row(), &account, deed, &fields, &faults);
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    let day = |at: base::Time| at.with_timezone(&visit.zone()).date_naive();
    let form = match read(&fields, visit.words, (day(order.row().placed_at), day(visit.now))) {
        Ok(form) => form,
        Err(faults) => return wrong(faults).await,
    };
    let request = once::id(&fields, order.row().id, state.store.chance());
    let done = match deed {
        Deed::Payment => payments::receive(&state.store, &order, request, &form).await.map(|settled| match settled {
            Settled::AsItWas => "desk-flash-payment-noted",
            Settled::Confirmed => "desk-flash-payment-confirmed",
            Settled::Revived => "desk-flash-payment-revived",
            Settled::NoRoom => "desk-flash-payment-no-room",
        }),
        Deed::Refund => refund::refund(&state.store, &order, request, &form).await.map(|()| "desk-flash-refund-noted"),
    };
    let fault = match done {
        Ok(told) => return back(&visit, &order, told).await,
        Err(PaymentError::MoreThanKept { .. }) => "payment-error-more-than-kept",
        Err(PaymentError::Stale(_)) => "payment-fault-noted-meanwhile",
        Err(error) => return Err(error.into()),
    };
    let mut faults = Faults::new();
    faults.add("amount", fault);
    wrong(faults).await
}

/// Which entry is taken back, and the order and its money.
async fn entry(
    state: &web::State,
    visit: &Visit,
    at: &address::desk::OrderMoneyWithdrawal,
) -> Result<(Order<Settle>, Account, Uuid), Fault> {
    let order = loaded(state, visit, &at.code).await?;
    let account = payment::query::account(state.store.read(), order.row()).await?;
    Ok((order, account, at.id.parse().map_err(|_| Fault::not_found())?))
}

pub async fn ask_back(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderMoneyWithdrawal>,
) -> Answer {
    let (order, account, id) = entry(&state, &visit, &at).await?;
    let page = movement::withdrawal(&visit, order.row(), &account, id, &Fields::new(), &Faults::new());
    Ok(page.ok_or_else(Fault::not_found)?.into_response())
}

pub async fn withdraw(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderMoneyWithdrawal>,
    fields: Fields,
) -> Answer {
    let (order, account, id) = entry(&state, &visit, &at).await?;
    let deed = movement::deed(&account, id).ok_or_else(Fault::not_found)?;
    let form = WithdrawalForm { why: base::name::clean(fields.get("why")) };
    if let Err(report) = form.validate() {
        let faults = Faults::from_report(&report);
        let page = movement::withdrawal(&visit, order.row(), &account, id, &fields, &faults);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.ok_or_else(Fault::not_found)?).into_response());
    }
    match deed {
        Deed::Payment => payments::withdraw(&state.store, &order, id, &form.why).await?,
        Deed::Refund => refund::withdraw(&state.store, &order, id, &form.why).await?,
    }
    back(&visit, &order, "desk-flash-money-withdrawn").await
}

/// The same click twice issues one: the second finds that the one that stands is of today's words.
pub async fn renew(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderInvoices>,
) -> Answer {
    let order = loaded(&state, &visit, &at.code).await?;
    let renewed = invoice::renew(&state.store, &order).await?;
    back(&visit, &order, if renewed { "desk-flash-invoice-renewed" } else { "desk-flash-invoice-same" }).await
}

pub async fn pdf(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::OrderInvoice>) -> Answer {
    let congress = visit.congress()?;
    let order: Order<See> = load::order_to_see(state.store.read(), &visit.actor, congress.id, &at.code).await?;
    let pdf = invoice_file(state.store.read(), order.row().id, &at.number, visit.zone()).await?;
    Ok(download("application/pdf", &format!("{}.pdf", at.number), pdf))
}

async fn back(visit: &Visit, order: &Order<Settle>, told: &str) -> Answer {
    Flash::success(visit.words.t(told)).leave(visit).await?;
    let slug = &visit.congress()?.slug;
    Ok(Redirect::to(&address::desk::Order::new(slug, &order.row().code).path()).into_response())
}
