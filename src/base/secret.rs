//! Secrets: the ones in personal links, which any mail can write again, and one-time ones, which are stored hashed.

use crate::Chance;
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// What a personal link opens. Each kind has secrets of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// The order page: all attendees of an order.
    Order,
    /// "My congress": one attendee.
    Attendee,
    /// A place without a name, which whoever opens the link takes.
    Place,
    /// The page on which somebody takes over a ticket.
    Substitute,
    /// The page of somebody on the waiting list.
    Waiting,
    /// The places that a partner names people for.
    Contingent,
    /// The registration form with a category that is not shown to all.
    Category,
    /// Something that was handed in.
    Submission,
    /// The page of somebody who speaks.
    Speaker,
    /// A call, after it has closed.
    Late,
    /// What somebody takes part in, as a calendar.
    Calendar,
    /// An invitation to one occurrence of a session.
    Invitation,
    /// No page: the address to which a mail comes back.
    Bounce,
    /// Which campaigns somebody gets.
    Subscription,
    /// Whether somebody wants news, which they are asked.
    Contact,
    /// The way into the directory.
    Network,
}

impl LinkKind {
    fn as_bytes(self) -> &'static [u8] {
        match self {
            Self::Order => b"order",
            Self::Attendee => b"attendee",
            Self::Place => b"place",
            Self::Substitute => b"substitute",
            Self::Waiting => b"waiting",
            Self::Contingent => b"contingent",
            Self::Category => b"category",
            Self::Submission => b"submission",
            Self::Speaker => b"speaker",
            Self::Late => b"late",
            Self::Calendar => b"calendar",
            Self::Invitation => b"invitation",
            Self::Bounce => b"bounce",
            Self::Subscription => b"subscription",
            Self::Contact => b"contact",
            Self::Network => b"network",
        }
    }
}

/// How long a stamp is.
const STAMP: usize = 16;

/// The key from which link secrets are derived (HMAC-SHA256, RFC 2104).
#[derive(Clone)]
pub struct LinkKey([u8; 32]);

impl std::fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkKey")
    }
}

impl LinkKey {
    pub fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// The secret of a personal link: the first 128 bits of HMAC-SHA256(key, kind ‖ id ‖ generation) in base32,
    /// 26 lower-case characters. Nothing is stored; raising the generation ends the old link.
    pub fn secret(&self, kind: LinkKind, id: Uuid, generation: i32) -> String {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length (RFC 2104 §3)")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes any key");
        mac.update(kind.as_bytes());
        mac.update(&[0]);
        mac.update(id.as_bytes());
        mac.update(&generation.to_be_bytes());
        let tag = mac.finalize().into_bytes();
        BASE32_NOPAD.encode(&tag[..16]).to_ascii_lowercase()
    }

    /// A shorter one, for where there is little room: its first 80 bits, 16 characters. Good enough where guessing opens
    /// nothing.
    pub fn stamp(&self, kind: LinkKind, id: Uuid) -> String {
        self.secret(kind, id, 0).chars().take(STAMP).collect()
    }

    /// Whether `given` is that stamp, in constant time.
    pub fn is_stamp(&self, given: &str, kind: LinkKind, id: Uuid) -> bool {
        bool::from(self.stamp(kind, id).as_bytes().ct_eq(given.to_ascii_lowercase().as_bytes()))
    }

    /// Which installation this is: the same for all its processes, another for every other, and no secret.
    pub fn installation(&self) -> String {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length (RFC 2104 §3)")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes any key");
        mac.update(b"installation");
        HEXLOWER.encode(&mac.finalize().into_bytes()[..8])
    }

    /// Whether `given` is that secret, in constant time.
    pub fn matches(&self, given: &str, kind: LinkKind, id: Uuid, generation: i32) -> bool {
        let right = self.secret(kind, id, generation);
        bool::from(right.as_bytes().ct_eq(given.to_ascii_lowercase().as_bytes()))
    }
}

/// A random secret of 160 bits in base32 for one-time links and API tokens: shown once, stored as [`hash`].
pub fn random(chance: &Chance) -> String {
    BASE32_NOPAD.encode(&chance.bytes::<20>()).to_ascii_lowercase()
}

/// How a random secret is stored: SHA-256 in hex. The secret has 160 bits, so no slow hash is needed.
pub fn hash(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}
