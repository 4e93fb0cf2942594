//! Check digits.

/// The remainder of ISO 7064 mod 97-10 over letters and digits, a letter as two digits (A is 10, Z is 35). `None`: there is
/// something else among them.
pub fn mod_97(signs: impl Iterator<Item = u8>) -> Option<u32> {
    let mut rest = 0;
    for sign in signs {
        rest = match sign {
            b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
            b'A'..=b'Z' => (rest * 100 + u32::from(sign - b'A') + 10) % 97,
            _ => return None,
        };
    }
    Some(rest)
}
