//! Categories as staff choose among them.

use crate::page::money::amount;
use crate::query::placement::Choice;
use registration::query::attendee::AttendeeView;
use ticketing::query::QuotaView;
use web::Visit;

/// "Vor Ort, 49,00 €: noch 12 frei", or why it cannot be had.
pub(super) fn told(visit: &Visit, choice: &Choice) -> String {
    let words = visit.words;
    let name = choice.view.category.name.in_language(visit.language);
    let price = amount(words, &choice.view.price_for(1, visit.now));
    let state = match (choice.full(), choice.view.scarcest().and_then(QuotaView::free)) {
        (Some(quota), _) => words.with("desk-hand-full", &[("quota", (&quota.name).into())]),
        (None, Some(free)) => words.with("desk-hand-free", &[("count", free.into())]),
        (None, None) => words.t("desk-hand-unlimited"),
    };
    let state = if choice.hidden { format!("{state}, {}", words.t("desk-hand-not-public")) } else { state };
    words.with("desk-hand-choice", &[("name", name.into()), ("price", price.into()), ("state", state.into())])
}

/// The same for somebody who has a ticket: theirs is marked.
pub(super) fn told_beside(visit: &Visit, choice: &Choice, attendee: &AttendeeView) -> String {
    if choice.view.category.id == attendee.category.id {
        let name = choice.view.category.name.in_language(visit.language);
        return visit.words.with("desk-hand-now", &[("name", name.into())]);
    }
    told(visit, choice)
}
