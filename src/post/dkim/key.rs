//! The key that signs: RSA (RFC 8301) or Ed25519 (RFC 8463).

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::error::KeyRejected;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use std::fmt;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;

/// In bits. Receivers need not check longer ones (RFC 8301 §3.2); shorter ones the library refuses.
const LONGEST: usize = 4096;

pub(super) enum Key {
    /// And its public key, as DNS has it.
    Rsa(RsaKeyPair, Vec<u8>),
    Ed25519(Ed25519KeyPair),
}

impl Key {
    /// From a file in PEM. The reason tells nothing of what is in it, nor of a key that stands in its place.
    pub fn read(file: &str) -> Result<Self, String> {
        if file.contains("-----BEGIN") || file.contains('\n') {
            return Err("this is a key, not the name of a file that holds it".into());
        }
        let pem = std::fs::read(file).map_err(|e| format!("{file}: {e}"))?;
        Self::parse(&pem).map_err(|why| format!("{file}: {why}"))
    }

    fn parse(pem: &[u8]) -> Result<Self, &'static str> {
        let der = match PrivateKeyDer::from_pem_slice(pem) {
            Ok(der) => der,
            Err(_) if pem.windows(LOCKED.len()).any(|word| word == LOCKED) => {
                return Err("the key is locked with a password; it must have none");
            }
            Err(_) => return Err("there is no key in it (PEM, BEGIN PRIVATE KEY or BEGIN RSA PRIVATE KEY)"),
        };
        match der {
            PrivateKeyDer::Pkcs1(der) => Self::rsa(RsaKeyPair::from_der(der.secret_pkcs1_der())),
            PrivateKeyDer::Pkcs8(der) => match Ed25519KeyPair::from_pkcs8(der.secret_pkcs8_der()) {
                Ok(key) => Ok(Self::Ed25519(key)),
                Err(_) => Self::rsa(RsaKeyPair::from_pkcs8(der.secret_pkcs8_der())),
            },
            _ => Err(FOREIGN),
        }
    }

    fn rsa(key: Result<RsaKeyPair, KeyRejected>) -> Result<Self, &'static str> {
        let key = key.map_err(|e| match &*e.to_string() {
            "TooSmall" => "the key is too short: RSA takes 2048 bits or more",
            "TooLarge" => TOO_LONG,
            _ => FOREIGN,
        })?;
        if key.public_modulus_len() * 8 > LONGEST {
            return Err(TOO_LONG);
        }
        let public: PublicKeyX509Der<'_> = key.public_key().as_der().map_err(|_| FOREIGN)?;
        let public = public.as_ref().to_vec();
        Ok(Self::Rsa(key, public))
    }

    /// As signatures and DNS name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Rsa(..) => "rsa",
            Self::Ed25519(_) => "ed25519",
        }
    }

    /// Of RSA with what it is, as the example of RFC 6376 §C and everybody has it; of Ed25519 the bare key (RFC 8463 §4.2).
    pub fn public(&self) -> &[u8] {
        match self {
            Self::Rsa(_, public) => public,
            Self::Ed25519(key) => key.public_key().as_ref(),
        }
    }

    /// None: the library could not.
    pub fn sign(&self, text: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Rsa(key, _) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature).ok()?;
                Some(signature)
            }
            // RFC 8463 §3: it signs the hash, and hashes that once more by itself.
            Self::Ed25519(key) => Some(key.sign(digest(&SHA256, text).as_ref()).as_ref().to_vec()),
        }
    }
}

/// What stands in PEM around a key with a password.
const LOCKED: &[u8] = b"ENCRYPTED";
const FOREIGN: &str = "the key is neither RSA nor Ed25519, or damaged";
const TOO_LONG: &str = "the key is too long: RSA takes 4096 bits at most";

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa(key, _) => write!(f, "RSA, {} bits", key.public_modulus_len() * 8),
            Self::Ed25519(_) => f.write_str("Ed25519"),
        }
    }
}
