//! Numbers for the eye: the code of an order, `7H4KQ2`, and the number of a ticket: order, position, check character,
//! `7H4KQ2-1K`.
//!
//! **Alphabet.** 31 letters and digits without look-alikes: of 0 and O, of 1, I and L, none. 31⁶ = 887 million codes.
//!
//! **Check character.** A pure system as in ISO/IEC 7064, with 31 for the modulus and 3 for the radix: each character
//! has a value (letters and digits of the code and the check character their place in the alphabet, digits of the
//! position their own value), the weights are from the right 1, 3, 9, 27, … modulo 31, and the weighted sum is 16
//! modulo 31. As 31 is prime and 3 a primitive root of it, the first thirty weights all differ and none is 0: every
//! single wrong character and every swap of two is found, neighbours or not; of other errors 30 in 31.

use std::fmt;

/// Letters and digits that cannot be taken for each other. The place of a character is its value.
pub const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// The length of an order's code.
pub const CODE_LENGTH: usize = 6;
const MODULUS: u32 = 31;
const RADIX: u32 = 3;
const REMAINDER: u32 = 16;

/// A code for an order from sixteen random bytes. Each code is equally likely, to one part in 2⁹⁸.
pub fn order_code(random: [u8; 16]) -> String {
    letters(random, CODE_LENGTH)
}

/// So many letters and digits from sixteen random bytes, for other codes that people type; up to sixteen are as good as
/// equally likely.
pub fn letters(random: [u8; 16], length: usize) -> String {
    let mut n = u128::from_be_bytes(random);
    (0..length)
        .map(|_| {
            let value = n % u128::from(MODULUS);
            n /= u128::from(MODULUS);
            letter(u32::try_from(value).unwrap_or_default())
        })
        .collect()
}

/// The code of an order as somebody types it: any case, spaces and dashes anywhere. `None` if it cannot be one.
pub fn parse_order_code(typed: &str) -> Option<String> {
    let code = strip(typed);
    (code.len() == CODE_LENGTH && code.iter().all(|c| value(*c).is_some())).then(|| text(&code))
}

/// The number of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TicketNumber {
    code: String,
    position: u16,
}

/// What was typed is not the number of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    /// Too short or too long.
    #[error("a ticket's number has six characters, the position and a check character")]
    Length,
    /// A character that no number has at this place.
    #[error("a ticket's number has no such character")]
    Character,
    /// The check character does not fit: mistyped.
    #[error("the check character does not fit")]
    Check,
}

impl TicketNumber {
    /// The ticket at this position of an order, counted from 1. `None` if the code is none of [`order_code`].
    pub fn new(code: &str, position: u16) -> Option<Self> {
        (position > 0).then_some(())?;
        parse_order_code(code).map(|code| Self { code, position })
    }

    /// The number as somebody types it: any case, with or without spaces and dashes. In the position, where only
    /// digits stand, the letters that no number has are taken for what they look like (O 0, I and L 1). No others: Z
    /// for 2 would blur what the check character tells apart.
    pub fn parse(typed: &str) -> Result<Self, NumberFault> {
        let typed = strip(typed);
        let (code, rest) = typed.split_at_checked(CODE_LENGTH).ok_or(NumberFault::Length)?;
        let (check, position) = rest.split_last().ok_or(NumberFault::Length)?;
        let position: Vec<u8> = position.iter().map(|c| digit(*c)).collect();
        if position.is_empty() || position.len() > 5 {
            return Err(NumberFault::Length);
        }
        let known = code.iter().chain([check]).all(|c| value(*c).is_some());
        if !known || position.starts_with(b"0") || !position.iter().all(u8::is_ascii_digit) {
            return Err(NumberFault::Character);
        }
        let position = text(&position).parse().map_err(|_| NumberFault::Length)?;
        let number = Self { code: text(code), position };
        if number.check() == char::from(*check) { Ok(number) } else { Err(NumberFault::Check) }
    }

    /// The code of its order.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its position in the order, counted from 1.
    pub fn position(&self) -> u16 {
        self.position
    }

    fn check(&self) -> char {
        let code = self.code.bytes().filter_map(value);
        let position = self.position.to_string().into_bytes();
        let position = position.iter().map(|c| u32::from(c.wrapping_sub(b'0')));
        let sum = code.chain(position).fold(0, |sum, value| (sum + value) * RADIX % MODULUS);
        letter((REMAINDER + MODULUS - sum) % MODULUS)
    }
}

/// `7H4KQ2-1K`.
impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}{}", self.code, self.position, self.check())
    }
}

/// Upper case, without what people put between groups; at most as many characters as matter.
fn strip(typed: &str) -> Vec<u8> {
    let between = |c: &char| c.is_whitespace() || matches!(c, '-' | '‐'..='―' | '−' | '_' | '.' | '/' | '#');
    typed
        .chars()
        .filter(|c| !between(c))
        .map(|c| u8::try_from(c.to_ascii_uppercase()).unwrap_or(b'?'))
        .take(CODE_LENGTH + 8)
        .collect()
}

/// Of ASCII, as everything is here.
fn text(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn value(c: u8) -> Option<u32> {
    ALPHABET.iter().position(|a| *a == c).and_then(|v| u32::try_from(v).ok())
}

fn letter(value: u32) -> char {
    let place = usize::try_from(value).unwrap_or_default();
    ALPHABET.get(place).copied().map_or('?', char::from)
}

fn digit(c: u8) -> u8 {
    match c {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    }
}
