//! Signed mails as a receiver reads them.

use super::{Outcome, attendee_draft, database, new_message, order_values, outbox, put, row, run};
use crate::kit::dkim::verify;
use crate::kit::smtp::Server;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use data_encoding::BASE64;
use post::{Composers, Dkim, NewMessage, Outbox, State, compose};
use std::path::Path;
use tempfile::TempDir;

/// The key of RFC 8463 §A.2, as `openssl genpkey -algorithm ed25519` writes it.
pub const ED25519: &str = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";
/// 1024 bits, of nobody.
const SHORT: &str = "MIICXgIBAAKBgQDtaGVkCkz0IGIMeVv6754cMYVfUFxC8TzVxr8CC194yK5/J2EKXHTR2YJu9rctCkms0TpmHRzAnW5nttPvoYWXSJe5\
                     cxFAx2fCabL3w0rhCGZmBK6UZYA89bUDogyKdfnqofOKkURdOT3dnJsCarM9Uvx7Aot1Tc5ddvdqCEAb/QIDAQABAoGBAITACWHlOJ6R\
                     tQHQopQwhLKzJibj4pM0HZZUKd5Uya/aV2iWdna6uD/XZk3x+v9eb1AJNqR+xuMVpPStkNi/8thPUtpY/COKtXpValtMJbR4hvu/OtEh\
                     vo6IkWUODdvm+zRBO4/4lzIL1b+BLIeqaIDNcpZeICn9NGv1kl+4HmaBAkEA/kwNAHh2ZWNyhrdMYX0rvoDx83qNwFMfoXy1CxorQp8g\
                     qmRTUW1BQes4+ntfVsJIYgtlfybL/LzJZqAUlj9jbQJBAO7/ZDdP9BFk48v7LOwg4+VgBgatwdh3wy1LuuL8wMWSn9qVc+J5d7zeEcW1\
                     cpqq1txhQzkaXC8y6AE1KhaZsNECQDEbnqconDSYL9W0MBvjgD8Zx5+tWxJ4+vLEknHCa/hBop1FIpHm92MzeZ1lldO7UR8d9EvJwjrc\
                     ekhHQbKCK0ECQQDa20h8Vl0caJUpwBM9EElhTPN3vjoa7mDu48B6CBbHViPIWL/MDouVio4fzK7r77HeEbsrWXY9SpKmOHcYRxlhAkEA\
                     0gTlCISZHEGR9Xg57XzCjXh1tnMSAQzsQH8qeR+XdFXPePjB8UqwJqJ7r4IZ+tfCCzZV34wz/4E2uxv8DkKfbw==";

/// A file in PEM. Gives its path.
pub fn pem(folder: &Path, label: &str, der: &[u8]) -> Result<String, Box<dyn std::error::Error>> {
    let path = folder.join(format!("{label}.pem"));
    let lines =
        BASE64.encode(der).into_bytes().chunks(64).map(|l| String::from_utf8_lossy(l) + "\n").collect::<String>();
    std::fs::write(&path, format!("-----BEGIN {label}-----\n{lines}-----END {label}-----\n"))?;
    Ok(path.display().to_string())
}

fn signing(key_file: &str) -> Result<Dkim, Box<dyn std::error::Error>> {
    Ok(Dkim::new(Some("owl.example"), Some("k1"), Some(key_file))?.ok_or("nothing is set")?)
}

/// What the server gets of a mail that nobody asked for, with this address to end such mails.
async fn arrived(
    mut outbox: Outbox,
    server: &Server,
    cause: &str,
    unsubscribe: &str,
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let url = unsubscribe.to_owned();
    let order = compose(move |_, due| {
        let mut draft = attendee_draft();
        draft.values = due.payload;
        draft.unsubscribe = Some(url.clone());
        async move { Ok(draft) }
    });
    outbox.composers = Composers::new().with("registration.order", order);
    let mut payload = order_values();
    payload["signature"] = ".ein Punkt am Anfang,   viele Leerzeichen, und am Ende eines ".into();
    let to_name = "Maximiliane Ünlü-".repeat(12);
    let id = put(&outbox.store, NewMessage { to_name, payload, ..new_message(cause) }).await?;
    run(&outbox, id).await?;
    let sent = row(&outbox.store, id).await?;
    assert_eq!(sent.state, State::Sent, "{:?}", sent.answer);
    Ok(server.mails().pop().ok_or("nothing arrived")?.data)
}

/// With the first of these instead.
fn replaced(mail: &[u8], from: &str, to: &str) -> Vec<u8> {
    let at = mail.windows(from.len()).position(|w| w == from.as_bytes()).unwrap_or_else(|| panic!("no {from:?}"));
    [&mail[..at], to.as_bytes(), &mail[at + from.len()..]].concat()
}

#[tokio::test]
async fn a_signed_mail_verifies_until_somebody_changes_it() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let folder = TempDir::new()?;
    let rsa: Pkcs8V1Der<'_> = KeyPair::generate(KeySize::Rsa2048)?.as_der()?;
    let files = [
        pem(folder.path(), "PRIVATE KEY", rsa.as_ref())?,
        // The same within: behind what says that it is RSA.
        pem(folder.path(), "RSA PRIVATE KEY", &rsa.as_ref()[26..])?,
        pem(
            &{
                let at = folder.path().join("ed25519");
                std::fs::create_dir(&at)?;
                at
            },
            "PRIVATE KEY",
            &BASE64.decode(ED25519.as_bytes())?,
        )?,
    ];
    let url = format!("https://kongress.example/owl/unsubscribe/{}", "abc/".repeat(225));
    for (n, file) in files.iter().enumerate() {
        let dkim = signing(file)?;
        let (record, key) = (dkim.record(), dkim.key());
        let outbox = outbox(&store, Some(&server.url()))?.with_dkim(Some(dkim));
        let mail = arrived(outbox, &server, &format!("{n}"), &url).await?;
        let signature = verify(&mail, "k1", &record).map_err(|e| format!("{key}: {e}"))?;
        assert_eq!(signature.tag("d"), "owl.example");
        for name in [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Reply-To",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
            "Content-Language",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
        ] {
            assert_eq!(signature.signs(name), 2, "{name}, and that there is no other");
        }
        assert!(mail.split(|b| *b == b'\n').all(|line| line.len() <= 999), "RFC 5322 §2.1.1");

        // What servers do on the way.
        let folded = replaced(&mail, "List-Unsubscribe: <", "List-Unsubscribe:\r\n\t <");
        let folded = replaced(&folded, "Auto-Submitted: ", "AUTO-SUBMITTED :   ");
        let received = [b"Received: from a by b; now\r\n".to_vec(), folded, b"\r\n\r\n".to_vec()].concat();
        verify(&received, "k1", &record).map_err(|e| format!("{key}, folded: {e}"))?;
        // What somebody else would.
        for (from, to, why) in [
            ("/owl/unsubscribe/", "/owl/unsubscribe/x", "headers"),
            ("List-Unsubscribe: ", "List-Unsubscribe: <https://evil.example>,\r\n ", "headers"),
            ("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", "", "headers"),
            ("From: ", "From: evil@evil.example\r\nFrom: ", "headers"),
            ("Reply-To: ", "Reply-To: evil@evil.example\r\nReply-To: ", "headers"),
            ("Subject: ", "Subject: x", "headers"),
            ("multipart/mixed;", "multipart/mixed; x=y;", "headers"),
            ("%PDF-1.7", "%PDF-1.8", "body"),
        ] {
            let error = verify(&replaced(&mail, from, to), "k1", &record).err().ok_or(from)?;
            assert!(error.contains(why), "{from}: {error}");
        }
    }
    // Servers would break its line.
    let dkim = signing(&files[2])?;
    let record = dkim.record();
    assert_eq!(record, "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "as RFC 8463 §A.2 has it");
    let outbox = outbox(&store, Some(&server.url()))?.with_dkim(Some(dkim));
    let mail = arrived(outbox, &server, "long", &url.repeat(2)).await?;
    assert_eq!(verify(&mail, "k1", &record)?.signs("List-Unsubscribe"), 0);
    Ok(())
}

#[test]
fn the_receiver_of_these_tests_agrees_with_rfc_8463() -> Outcome {
    let mail = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\n d=football.example.com; i=@football.example.com;\n \
                q=dns/txt; s=brisbane; t=1528637909; h=from : to :\n subject : date : message-id : from : subject : date;\n \
                bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\n \
                b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\n Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\n\
                DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\n d=football.example.com; i=@football.example.com;\n \
                q=dns/txt; s=test; t=1528637909; h=from : to : subject :\n date : message-id : from : subject : date;\n \
                bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\n \
                b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3\n \
                DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz\n \
                dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=\n\
                From: Joe SixPack <joe@football.example.com>\nTo: Suzie Q <suzie@shopping.example.net>\n\
                Subject: Is dinner ready?\nDate: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\n\
                Message-ID: <20030712040037.46341.5F8J@football.example.com>\n\n\
                Hi.\n\nWe lost the game.  Are you hungry yet?\n\nJoe.\n\n";
    let mail = mail.replace('\n', "\r\n");
    let ed25519 = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    let rsa = "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQi\
               Y/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kr\
               yOTIKT+l/K4w3QIDAQAB";
    verify(mail.as_bytes(), "brisbane", ed25519)?;
    verify(mail.as_bytes(), "test", rsa)?;
    assert!(verify(mail.replace("hungry", "tired").as_bytes(), "test", rsa).is_err());
    Ok(())
}

#[test]
fn settings_that_cannot_sign_are_refused_and_no_key_is_told() -> Outcome {
    let folder = TempDir::new()?;
    let good = pem(folder.path(), "PRIVATE KEY", &BASE64.decode(ED25519.as_bytes())?)?;
    let short = pem(folder.path(), "RSA PRIVATE KEY", &BASE64.decode(SHORT.as_bytes())?)?;
    let locked = pem(folder.path(), "ENCRYPTED PRIVATE KEY", b"secret")?;
    let public = pem(folder.path(), "PUBLIC KEY", b"public")?;
    let damaged = pem(
        &{
            let at = folder.path().join("x");
            std::fs::create_dir(&at)?;
            at
        },
        "PRIVATE KEY",
        b"geheim",
    )?;
    let itself = std::fs::read_to_string(&good)?;
    let nowhere = folder.path().join("nowhere.pem").display().to_string();
    let (domain, selector, file) = (Some("owl.example"), Some("k1"), Some(&*good));
    let cases = [
        ((None, selector, file), "KONGRESS_DKIM_DOMAIN is not set"),
        ((domain, None, file), "KONGRESS_DKIM_SELECTOR is not set"),
        ((domain, selector, None), "KONGRESS_DKIM_KEY_FILE is not set"),
        ((Some("owl"), selector, file), "no domain"),
        ((Some("owl.example; l=0"), selector, file), "no domain"),
        ((domain, Some("k1; l=0"), file), "no name"),
        ((domain, Some("k1."), file), "no name"),
        ((domain, selector, Some(&*short)), "too short"),
        ((domain, selector, Some(&*locked)), "locked with a password"),
        ((domain, selector, Some(&*public)), "there is no key in it"),
        ((domain, selector, Some(&*damaged)), "neither RSA nor Ed25519"),
        ((domain, selector, Some(&*nowhere)), "nowhere.pem: No such file"),
        ((domain, selector, Some(&*itself)), "not the name of a file"),
    ];
    for ((domain, selector, file), why) in cases {
        let error = Dkim::new(domain, selector, file).err().ok_or(why)?.to_string();
        assert!(error.starts_with("KONGRESS_DKIM_") && error.contains(why), "{why}: {error}");
        assert!(!error.contains("MC4C") && !error.contains("MIIC"), "{error}");
    }
    assert!(Dkim::new(None, None, None)?.is_none());
    let dkim = Dkim::new(Some("Bücher.Example"), Some("K1"), file)?.ok_or("nothing is set")?;
    assert_eq!(dkim.record_name(), "k1._domainkey.xn--bcher-kva.example");
    for (from, speaks) in [
        ("a@bücher.example", true),
        ("a@mail.bücher.example", true),
        ("a@xn--bcher-kva.example", true),
        ("a@tücher.example", false),
        ("a@xxn--bcher-kva.example", false),
        ("a@owl.example", false),
    ] {
        assert_eq!(dkim.speaks_for(from), speaks, "{from}");
    }
    Ok(())
}
