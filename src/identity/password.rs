//! Passwords: what is taken as one, and how they are kept. Argon2id (RFC 9106) with OWASP's parameters.

use crate::error::IdentityError;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use base::Chance;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The shortest password that is taken, in characters (NIST SP 800-63B §3.1.1.2). Nothing is asked of its characters.
pub const MIN_PASSWORD: usize = 8;
/// The longest, in octets. Room for any sentence, none for a megabyte to be hashed.
pub const MAX_PASSWORD: usize = 1024;

/// Memory in KiB, passes and lanes: the OWASP Password Storage Cheat Sheet's first choice for small servers.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const SALT: usize = 16;

/// Hashing takes 19 MiB each time. Two at once: the memory stays small however many log in, the rest wait their turn.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// What is compared when there is no account, or one without a password: a hash of the same price that nothing fits,
/// so that the time it takes tells nothing.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$a29uZ3Jlc3Mga29uZ3Jlc3M$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password as typed. Wiped from memory when dropped, and never in a log.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

impl Password {
    /// Composed (NFC), so that "ü" is the same from any keyboard. Otherwise as typed.
    pub fn new(typed: &str) -> Self {
        Self(Zeroizing::new(typed.nfc().collect()))
    }

    /// Its hash in PHC form, if it may be one's password.
    pub(crate) async fn hash(self, chance: &Chance) -> Result<String, IdentityError> {
        if self.0.chars().count() < MIN_PASSWORD {
            return Err(IdentityError::PasswordTooShort);
        }
        if self.0.len() > MAX_PASSWORD {
            return Err(IdentityError::PasswordTooLong);
        }
        let salt = chance.bytes::<SALT>();
        at_once(move || {
            let hash: PasswordHash = argon2()?.hash_password_with_salt(self.0.as_bytes(), &salt)?;
            Ok(hash.to_string())
        })
        .await?
    }

    /// Whether it is the one behind `hash`. Takes as long without a hash.
    pub(crate) async fn fits(self, hash: Option<String>) -> Result<bool, IdentityError> {
        if self.0.len() > MAX_PASSWORD {
            return Ok(false);
        }
        at_once(move || {
            let hash = PasswordHash::new(hash.as_deref().unwrap_or(NOBODYS))?;
            match argon2()?.verify_password(self.0.as_bytes(), &hash) {
                Ok(()) => Ok(true),
                Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
                Err(e) => Err(e.into()),
            }
        })
        .await?
    }
}

fn argon2() -> Result<Argon2<'static>, IdentityError> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(|e| IdentityError::Hash(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Runs `work` on a thread that may block, when it is its turn. The turn ends with the work, also if nobody waits for
/// it any more.
async fn at_once<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, IdentityError> {
    let turn = AT_ONCE.acquire().await.map_err(|e| IdentityError::Hash(e.to_string()))?;
    let run = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    });
    run.await.map_err(|e| IdentityError::Hash(e.to_string()))
}
