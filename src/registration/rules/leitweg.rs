//! Leitweg-IDs: where the invoices of a public body go (BT-10 of EN 16931; KoSIT, "Formatspezifikation Leitweg-ID" 2.0).

/// What is wrong with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has no two or three parts with hyphens between.
    Parts,
    /// The first part is not 2 to 12 digits.
    Coarse,
    /// The part in the middle is not 1 to 30 letters and digits.
    Fine,
    /// The last part is not two digits.
    CheckDigits,
    /// All is of the right form, and the check digits are of another number: something was mistyped.
    Mistyped,
}

impl Fault {
    /// A key of the locale files.
    pub fn message(self) -> &'static str {
        match self {
            Self::Parts => "registration-leitweg-parts",
            Self::Coarse => "registration-leitweg-coarse",
            Self::Fine => "registration-leitweg-fine",
            Self::CheckDigits => "registration-leitweg-check-digits",
            Self::Mistyped => "registration-leitweg-mistyped",
        }
    }
}

/// A Leitweg-ID as it is written: without spaces, in capital letters; or what is wrong with it. The check digits are those
/// of ISO 7064 mod 97-10 over all signs without the hyphens.
pub fn check(typed: &str) -> Result<String, Fault> {
    let id: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let parts: Vec<&str> = id.split('-').collect();
    let (coarse, fine, digits) = match parts[..] {
        [coarse, digits] => (coarse, None, digits),
        [coarse, fine, digits] => (coarse, Some(fine), digits),
        _ => return Err(Fault::Parts),
    };
    let all = |part: &str, is: fn(&u8) -> bool| part.bytes().all(|b| is(&b));
    if !(2..=12).contains(&coarse.len()) || !all(coarse, u8::is_ascii_digit) {
        return Err(Fault::Coarse);
    }
    if fine.is_some_and(|fine| !(1..=30).contains(&fine.len()) || !all(fine, u8::is_ascii_alphanumeric)) {
        return Err(Fault::Fine);
    }
    if digits.len() != 2 || !all(digits, u8::is_ascii_digit) {
        return Err(Fault::CheckDigits);
    }
    let signs = id.bytes().filter(|b| *b != b'-');
    if base::check::mod_97(signs) == Some(1) { Ok(id) } else { Err(Fault::Mistyped) }
}
