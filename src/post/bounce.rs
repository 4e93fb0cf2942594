//! Where mails come back to: an address of its own for each (VERP), so that nobody has to guess which one it was.

use crate::PostError;
use base::Uuid;
use base::secret::{LinkKey, LinkKind};
use data_encoding::BASE32_NOPAD;
use lettre::Address;

/// The longest left part of an address (RFC 5321 §4.5.3.1.1).
const LONGEST: usize = 64;
/// An id in base32, and the stamp behind it.
const ID: usize = 26;
const TOKEN: usize = ID + 16;

/// `bounces@kongress.example`, and the key that stamps what stands behind its `+`: a message's id, so that nobody can
/// make up bounces of mails that they did not get.
#[derive(Clone)]
pub struct BounceAddress {
    local: String,
    domain: String,
    key: LinkKey,
}

impl BounceAddress {
    /// From the setting.
    pub fn new(setting: &str, key: LinkKey) -> Result<Self, PostError> {
        let wrong = || PostError::BounceAddress(setting.to_owned());
        let plain: Address = setting.trim().parse().map_err(|_| wrong())?;
        if plain.user().len() + 1 + TOKEN > LONGEST || plain.user().contains('+') {
            return Err(wrong());
        }
        Ok(Self { local: plain.user().to_lowercase(), domain: plain.domain().to_lowercase(), key })
    }

    /// Where this message comes back to.
    pub(crate) fn of(&self, message: Uuid) -> Option<Address> {
        let token = BASE32_NOPAD.encode(message.as_bytes()).to_ascii_lowercase();
        let stamp = self.key.stamp(LinkKind::Bounce, message);
        Address::new(format!("{}+{token}{stamp}", self.local), &self.domain).ok()
    }

    /// Which message comes back to this address. None: none of ours, or somebody made it up.
    pub fn message(&self, address: &str) -> Option<Uuid> {
        let address = address.trim().to_lowercase();
        let (local, domain) = address.rsplit_once('@')?;
        let token = local.strip_prefix(&self.local)?.strip_prefix('+')?;
        if domain != self.domain || token.len() != TOKEN || !token.is_ascii() {
            return None;
        }
        let (id, stamp) = token.split_at(ID);
        let bytes = BASE32_NOPAD.decode(id.to_ascii_uppercase().as_bytes()).ok()?;
        let message = Uuid::from_slice(&bytes).ok()?;
        self.key.is_stamp(stamp, LinkKind::Bounce, message).then_some(message)
    }
}

impl std::fmt::Display for BounceAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}
