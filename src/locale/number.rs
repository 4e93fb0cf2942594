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

    /// An amount as one types it: 49,00 or 49.00. What is only read is [`Self::decimal`].
    pub fn amount(self, cents: i64) -> String {
        format!("{}{}{:02}", cents / 100, signs(self.language()).1, cents % 100)
    }

    /// An amount as one reads it, where its currency stands elsewhere: 1.234,00 or 1,234.00.
    pub fn decimal(self, cents: i64) -> String {
        let size = cents.unsigned_abs();
        let whole = i64::try_from(size / 100).unwrap_or(i64::MAX);
        let sign = if cents < 0 { "−" } else { "" };
        format!("{sign}{}{}{:02}", grouped(whole, self.language()), signs(self.language()).1, size % 100)
    }

    /// A rate in hundredths of a per cent, as one types it: 1900 is 19, 1950 is 19,5 or 19.5.
    pub fn percent(self, basis_points: i32) -> String {
        let digits = self.amount(basis_points.into());
        digits.trim_end_matches('0').trim_end_matches(signs(self.language()).1).to_owned()
    }

    /// What was typed as an amount, in cents: `49`, `49,00`, `49,9`, `1.234,50 €`. A sign before one or two digits at the end
    /// is the one before the cents, whichever language's it is. Three digits stand behind the sign between thousands
    /// alone: `49,999` is no forty-nine thousand euros where a comma comes before cents, but a slip.
    pub fn cents(self, typed: &str) -> Option<i64> {
        let typed: String = typed.replace('€', "").replace("EUR", "").split_whitespace().collect();
        let (whole, cents) = match typed.rsplit_once([',', '.']) {
            Some((whole, rest)) if (1..=2).contains(&rest.len()) => (whole, format!("{rest:0<2}")),
            _ => (typed.as_str(), "00".to_owned()),
        };
        let (thousands, point) = signs(self.language());
        // Before cents written with the other language's sign, its thousands are meant as well.
        let other = typed.len() > whole.len() && typed[whole.len()..].starts_with(thousands);
        let between = if other { point } else { thousands };
        let cents = Some(cents).filter(|cents| is_digits(cents))?;
        ungrouped(whole, between)?.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents.parse().ok()?)
    }

    /// An amount: 49,00 €, €49.00. Zero is 0,00 €; who means "free" says so.
    pub fn money(self, m: &Money) -> String {
        let sign = if m.amount < 0 { "−" } else { "" };
        let amount = self.decimal(m.amount.saturating_abs());
        let args =
            [("amount", Arg::from(amount)), ("sign", Arg::from(sign)), ("currency", Arg::from(m.currency.as_str()))];
        self.with(if m.currency == "EUR" { "money-euro" } else { "money-other" }, &args)
    }
}

/// What was typed as a whole number: `1500`, `1 500`, `1.500` or `1,500`; what stands between thousands stands before three
/// digits, in whichever language, for a whole number has no cents.
pub fn whole(typed: &str) -> Option<i32> {
    let typed: String = typed.split_whitespace().collect();
    let (sign, digits) = typed.strip_prefix('-').map_or(("", &*typed), |digits| ("-", digits));
    let between = if digits.contains(',') { ',' } else { '.' };
    format!("{sign}{}", ungrouped(digits, between)?).parse().ok()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Digits without the sign between thousands; none where that does not stand before three of them.
fn ungrouped(typed: &str, between: char) -> Option<String> {
    let groups: Vec<&str> = typed.split(between).collect();
    let sound = groups.iter().all(|group| is_digits(group)) && groups.iter().skip(1).all(|group| group.len() == 3);
    sound.then(|| groups.concat())
}
