//! What the QR code of a ticket says: a few numbers, signed with Ed25519 (RFC 8032), written in base45 (RFC 9285).
//!
//! ```text
//! K1:  congress 8 | serial 8 | category 4 | from 4 | until 4 | key 2 | signature 64      big-endian, 94 bytes
//! ```
//!
//! **How large it prints.** 94 bytes are 47 pairs, base45 writes a pair as 3 characters: 141, with the prefix 144.
//! All of them are in the QR code's alphanumeric alphabet (5.5 bits a character instead of 8). At error correction
//! level M a code of version 5 holds 122 such characters, version 6 holds 154 (ISO/IEC 18004 table 7): we need
//! version 6, 41 × 41 modules. Printed 25 mm wide, without its quiet zone, a module is 25 / 41 = 0.61 mm; if the
//! 25 mm include the quiet zone of 4 modules on each side, 25 / 49 = 0.51 mm. Readers want 0.33 mm and more. A byte
//! less would change nothing: version 5 has room for 79 bytes, 64 of which are the signature.
//!
//! The version stands in the prefix and, with it, under the signature: `K2:` can never be taken for `K1:`.

use chrono::DateTime;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use uuid::Uuid;

/// What a text starts with that is one of our tickets, in the one version there is.
pub const PREFIX: &str = "K1:";
/// The signed numbers, in bytes.
const BODY: usize = 8 + 8 + 4 + 4 + 4 + 2;
/// Body and signature, in bytes.
const WHOLE: usize = BODY + Signature::BYTE_SIZE;
/// The length of every ticket's text.
pub const TEXT_LENGTH: usize = PREFIX.len() + WHOLE / 2 * 3;
/// Stands before the body when it is signed, so that no other use of the same key can yield a ticket.
const DOMAIN: &[u8] = b"kongress ticket K1\0";

type Time = base::Time;

/// What a ticket claims. Believe it only as it comes out of [`SignedToken::verify`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// Which congress, see [`congress_tag`].
    pub congress: u64,
    /// The ticket, positive, random and unique; a new one makes the old code invalid.
    pub serial: i64,
    /// The category's number within its congress.
    pub category: u32,
    /// Valid from this second on …
    pub valid_from: Time,
    /// … up to and not including this one.
    pub valid_until: Time,
    /// Which of the congress's keys has signed.
    pub key: u16,
}

/// The text is not one of our tickets, or was misread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It does not start like one: another organiser's ticket, an address, a number.
    #[error("not a ticket of kongress")]
    Prefix,
    /// A ticket of a later kongress.
    #[error("a ticket of an unknown version")]
    Version,
    /// Starts like one, but is cut off, too long or has characters that none has.
    #[error("a damaged ticket")]
    Damaged,
}

/// The text is a ticket, but not one that the congress has signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forged {
    /// No key of this number is known.
    #[error("signed with an unknown key")]
    Key,
    /// The signature does not fit.
    #[error("the signature is wrong")]
    Signature,
}

/// Tells congresses apart in a token: the last eight bytes of the congress's id. In a UUIDv7 (RFC 9562 §5.7) these
/// are two fixed and 62 random bits, the part that does not tell the time. It only chooses the words ("this ticket is
/// for another congress"): what keeps congresses apart is that each has its own keys.
pub fn congress_tag(congress: Uuid) -> u64 {
    congress.as_u64_pair().1
}

/// Signs a ticket: the text for its QR code, always [`TEXT_LENGTH`] characters.
///
/// Times are kept to the second, until the year 2106; a fraction at the start is cut off, one at the end rounded up,
/// so that rounding shuts nobody out.
pub fn sign(token: &Token, key: &SigningKey) -> String {
    let body = body(token);
    let signature = key.sign(&message(&body)).to_bytes();
    let whole: Vec<u8> = body.into_iter().chain(signature).collect();
    format!("{PREFIX}{}", base45::encode(whole))
}

/// Reads the text of a QR code, in whichever case and with whatever space around it. Says nothing about the signature.
///
/// Of the many texts that a lenient decoder would take for the same bytes, only the one that [`sign`] writes is read.
pub fn read(text: &str) -> Result<SignedToken, Malformed> {
    let text = text.trim();
    let (prefix, code) = text.split_at_checked(PREFIX.len()).ok_or(Malformed::Prefix)?;
    if !prefix.eq_ignore_ascii_case(PREFIX) {
        return Err(if later_version(prefix) { Malformed::Version } else { Malformed::Prefix });
    }
    if text.len() != TEXT_LENGTH {
        return Err(Malformed::Damaged);
    }
    let code = code.to_ascii_uppercase();
    let whole = base45::decode(&code).map_err(|_| Malformed::Damaged)?;
    if base45::encode(&whole) != code {
        return Err(Malformed::Damaged);
    }
    let (body, signature) = whole.split_first_chunk::<BODY>().ok_or(Malformed::Damaged)?;
    let signature = Signature::from_slice(signature).map_err(|_| Malformed::Damaged)?;
    let token = unpack(body).ok_or(Malformed::Damaged)?;
    Ok(SignedToken { token, body: *body, signature })
}

/// A ticket as it was read, true or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedToken {
    token: Token,
    body: [u8; BODY],
    signature: Signature,
}

impl SignedToken {
    /// What it claims, unproven: to find the congress and its keys, and to word a refusal. Never to let anyone in.
    pub fn claim(&self) -> &Token {
        &self.token
    }

    /// What it says, if one of these keys of the congress has signed it. Strict (RFC 8032 §5.1.7 with the checks of
    /// `verify_strict`): no weak key, no second signature for the same ticket.
    pub fn verify(&self, keys: &[(u16, VerifyingKey)]) -> Result<Token, Forged> {
        let message = message(&self.body);
        let mut known = keys.iter().filter(|(id, _)| *id == self.token.key).peekable();
        if known.peek().is_none() {
            return Err(Forged::Key);
        }
        if known.any(|(_, key)| key.verify_strict(&message, &self.signature).is_ok()) {
            Ok(self.token)
        } else {
            Err(Forged::Signature)
        }
    }
}

/// `K2:` to `K9:`.
fn later_version(prefix: &str) -> bool {
    matches!(prefix.as_bytes(), [b'K' | b'k', b'2'..=b'9', b':'])
}

fn message(body: &[u8; BODY]) -> Vec<u8> {
    [DOMAIN, body].concat()
}

fn body(token: &Token) -> [u8; BODY] {
    let mut body = [0; BODY];
    let parts = token
        .congress
        .to_be_bytes()
        .into_iter()
        .chain(token.serial.to_be_bytes())
        .chain(token.category.to_be_bytes())
        .chain(seconds(token.valid_from, false).to_be_bytes())
        .chain(seconds(token.valid_until, true).to_be_bytes())
        .chain(token.key.to_be_bytes());
    for (place, byte) in body.iter_mut().zip(parts) {
        *place = byte;
    }
    body
}

fn unpack(body: &[u8; BODY]) -> Option<Token> {
    let (congress, rest) = body.split_first_chunk::<8>()?;
    let (serial, rest) = rest.split_first_chunk::<8>()?;
    let (category, rest) = rest.split_first_chunk::<4>()?;
    let (from, rest) = rest.split_first_chunk::<4>()?;
    let (until, rest) = rest.split_first_chunk::<4>()?;
    let (key, _) = rest.split_first_chunk::<2>()?;
    let serial = i64::from_be_bytes(*serial);
    (serial > 0).then_some(Token {
        congress: u64::from_be_bytes(*congress),
        serial,
        category: u32::from_be_bytes(*category),
        valid_from: time(u32::from_be_bytes(*from))?,
        valid_until: time(u32::from_be_bytes(*until))?,
        key: u16::from_be_bytes(*key),
    })
}

/// Seconds since 1970, held within what 32 bits can say.
fn seconds(time: Time, round_up: bool) -> u32 {
    let more = i64::from(round_up && time.timestamp_subsec_nanos() > 0);
    let seconds = time.timestamp().saturating_add(more).clamp(0, i64::from(u32::MAX));
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

fn time(seconds: u32) -> Option<Time> {
    DateTime::from_timestamp(i64::from(seconds), 0)
}
