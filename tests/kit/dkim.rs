//! What a receiver makes of a signature: RFC 6376 and RFC 8463, read anew and not as `post` reads them.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{
    ED25519, RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY, UnparsedPublicKey, VerificationAlgorithm,
};
use data_encoding::BASE64;
use std::collections::HashMap;

/// A signature that holds.
#[derive(Debug)]
pub struct Signature {
    tags: HashMap<String, String>,
}

impl Signature {
    pub fn tag(&self, name: &str) -> &str {
        self.tags.get(name).map_or("", |value| value)
    }

    /// How often a header of this name is signed, as there or as not there.
    pub fn signs(&self, name: &str) -> usize {
        self.tag("h").split(':').filter(|signed| signed.eq_ignore_ascii_case(name)).count()
    }
}

/// The first signature of this selector, if this record of DNS confirms it; or why not.
pub fn verify(mail: &[u8], selector: &str, record: &str) -> Result<Signature, String> {
    // Octets as letters: nothing is lost, and texts are easier to cut.
    let mail: String = mail.iter().map(|byte| char::from(*byte)).collect();
    let (head, body) = mail.split_once("\r\n\r\n").ok_or("there is no end of the headers")?;
    let mut headers: Vec<(String, String)> = vec![];
    for line in head.split("\r\n") {
        if line.starts_with([' ', '\t']) {
            headers.last_mut().ok_or("it begins with a fold")?.1.push_str(line);
        } else {
            let (name, value) = line.split_once(':').ok_or(format!("no header: {line}"))?;
            headers.push((name.trim_end().to_lowercase(), value.to_owned()));
        }
    }
    let signatures = headers.iter().filter(|(name, _)| name == "dkim-signature").map(|(_, value)| value);
    let (own, tags) = signatures
        .map(|value| (value, tags(value)))
        .find(|(_, tags)| tags.get("s").is_some_and(|name| name == selector))
        .ok_or(format!("no signature of {selector}"))?;
    let signature = Signature { tags };
    let record = self::tags(record);
    let kind = record.get("k").ok_or("no kind of key")?;
    if signature.tag("a") != format!("{kind}-sha256") || signature.tag("v") != "1" || record["v"] != "DKIM1" {
        return Err(format!("another kind: {signature:?}"));
    }
    if signature.tag("c") != "relaxed/relaxed" || signature.signs("from") == 0 {
        return Err(format!("too little is signed: {signature:?}"));
    }
    let hash = digest(&SHA256, &octets(&relaxed_body(body)));
    if BASE64.encode(hash.as_ref()) != signature.tag("bh") {
        return Err("the body is another".into());
    }
    let mut signed = String::new();
    let mut left = headers.clone();
    for name in signature.tag("h").split(':').map(str::to_lowercase) {
        if let Some(at) = left.iter().rposition(|(other, _)| *other == name) {
            signed += &format!("{name}:{}\r\n", words(&left.remove(at).1));
        }
    }
    let without = own.split(';').map(|tag| if tag.trim_start().starts_with("b=") { " b=" } else { tag });
    signed += &format!("dkim-signature:{}", words(&without.collect::<Vec<_>>().join(";")));
    let bytes = |text: &str| BASE64.decode(text.as_bytes()).map_err(|e| e.to_string());
    let (key, given) = (bytes(&record["p"])?, bytes(signature.tag("b"))?);
    let verified = if kind == "ed25519" {
        confirm(&ED25519, key, digest(&SHA256, &octets(&signed)).as_ref(), &given)
    } else {
        confirm(&RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY, key, &octets(&signed), &given)
    };
    if verified { Ok(signature) } else { Err("the headers are others".into()) }
}

fn confirm(how: &'static dyn VerificationAlgorithm, key: Vec<u8>, text: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(how, key).verify(text, signature).is_ok()
}

/// `a=b; c=d`, without white space.
fn tags(list: &str) -> HashMap<String, String> {
    let bare: String = list.split_whitespace().collect();
    let pairs = bare.split(';').filter_map(|tag| tag.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn words(text: &str) -> String {
    text.split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn relaxed_body(body: &str) -> String {
    let mut lines: Vec<String> = body
        .split("\r\n")
        .map(|line| {
            let indent = if line.starts_with([' ', '\t']) { " " } else { "" };
            let words = words(line);
            if words.is_empty() { words } else { format!("{indent}{words}\r\n") }
        })
        .collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.into_iter().map(|line| if line.is_empty() { "\r\n".into() } else { line }).collect()
}

fn octets(text: &str) -> Vec<u8> {
    text.chars().filter_map(|c| u8::try_from(c).ok()).collect()
}
