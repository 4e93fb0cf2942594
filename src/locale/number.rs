//! Numbers and money.

use crate::{Arg, Words};
use base::{Language, Money};

/// The sign between thousands and the one before the cents.
fn signs(language: Language) -> (char, char) {
    match language {
        Language::De => ('.', ','),
        Language::En => (',', '.'),
    }
}

/// `1168` as `1.168` or `1,168`.
pub(crate) fn grouped(n: i64, language: Language) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        text.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(signs(language).0);
        }
        text.push(digit);
    }
    text
}

impl Words {
    /// A whole number as the language writes it: 1.168, 1,168.
    pub fn number(self, n: i64) -> String {
        grouped(n, self.language())
    }

    /// An amount: 49,00 €, €49.00. Zero is 0,00 €; who means "free" says so.
    pub fn money(self, m: &Money) -> String {
        let cents = m.amount.unsigned_abs();
        let whole = i64::try_from(cents / 100).unwrap_or(i64::MAX);
        let amount = format!("{}{}{:02}", grouped(whole, self.language()), signs(self.language()).1, cents % 100);
        let sign = if m.amount < 0 { "−" } else { "" };
        let args =
            [("amount", Arg::from(amount)), ("sign", Arg::from(sign)), ("currency", Arg::from(m.currency.as_str()))];
        self.with(if m.currency == "EUR" { "money-euro" } else { "money-other" }, &args)
    }
}
