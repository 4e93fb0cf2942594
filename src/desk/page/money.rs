//! Amounts.

use base::Money;
use locale::Words;

/// 49,00 €, or that it costs nothing.
pub fn amount(words: Words, money: &Money) -> String {
    if money.is_zero() { words.t("desk-free") } else { words.money(money) }
}
