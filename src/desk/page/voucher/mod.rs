//! Vouchers.

mod edit;
mod import;
mod list;
mod show;

pub use edit::{Kind, Shown, edit};
pub use import::{hand_in, preview};
pub use list::list;
pub use show::show;

use crate::page::state::{Tone, state};
use base::Money;
use locale::Words;
use maud::Markup;
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::query::voucher::VoucherView;
use ticketing::query::voucher::list::State;
use ticketing::service::voucher::Offer;
use web::Visit;

/// How a voucher stands, as a word with its shape.
fn stands(words: Words, of: State) -> Markup {
    let tone = match of {
        State::Open => Tone::Ok,
        State::NotYet => Tone::Wait,
        State::UsedUp | State::Expired | State::Ended => Tone::Off,
    };
    state(tone, &words.t(&format!("desk-voucher-state-{}", of.name())), "")
}

/// What it does to the price: "25 % weniger".
fn effect(words: Words, view: &VoucherView, offer: &Offer) -> String {
    let amount = view.voucher.amount;
    let money = || words.money(&Money { amount, currency: currency(offer) });
    match view.voucher.effect {
        Effect::None => words.t("desk-voucher-effect-none"),
        Effect::Set if amount == 0 => words.t("desk-free"),
        Effect::Set => words.with("desk-voucher-tells-set", &[("price", money().into())]),
        Effect::Less => words.with("desk-voucher-tells-less", &[("price", money().into())]),
        Effect::Percent => {
            let rate = words.percent(i32::try_from(amount).unwrap_or_default());
            words.with("desk-voucher-tells-percent", &[("rate", rate.into())])
        }
    }
}

/// The currency of what is offered.
fn currency(offer: &Offer) -> String {
    offer.categories.first().map_or_else(|| Money::euro(0).currency, |view| view.category.currency.clone())
}

/// What it is for: "alle Tickets", the names of the tickets, those of a quota.
fn scope(visit: &Visit, view: &VoucherView, offer: &Offer) -> String {
    let words = visit.words;
    match view.voucher.scope {
        Scope::All => words.t("desk-voucher-scope-all"),
        Scope::Categories => {
            let named = offer.categories.iter().filter(|one| view.categories.contains(&one.category.id));
            named.map(|one| one.category.name.in_language(visit.language).to_owned()).collect::<Vec<_>>().join("; ")
        }
        Scope::Quota => {
            let quota = offer.quotas.iter().find(|quota| Some(quota.id) == view.voucher.quota_id);
            let name = quota.map_or("", |quota| quota.name.as_str());
            words.with("desk-voucher-tells-quota", &[("quota", name.into())])
        }
    }
}
