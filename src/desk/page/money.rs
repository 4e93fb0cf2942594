//! Amounts.

use base::Money;
use locale::Words;
use payment::rules::Balance;
use registration::entity::order::{self, State};

/// 49,00 €, or that it costs nothing.
pub fn amount(words: Words, money: &Money) -> String {
    if money.is_zero() { words.t("desk-free") } else { words.money(money) }
}

/// What an order costs, and behind it how much of what was paid waits to be paid back; that alone where nothing is owed. One
/// that ended is not for free: nothing is owed for it any more.
pub fn owed(words: Words, order: &order::Model, balance: &Balance) -> (String, Option<String>) {
    let money = |cents: i64| Money { amount: cents, currency: order.currency.clone() };
    let total = || match order.state {
        State::Cancelled | State::Expired => words.money(&money(balance.total)),
        _ => amount(words, &money(balance.total)),
    };
    if balance.open() >= 0 {
        return (total(), None);
    }
    let back = words.with("desk-amount-back", &[("amount", words.money(&money(-balance.open())).into())]);
    if balance.total == 0 { (back, None) } else { (total(), Some(back)) }
}
