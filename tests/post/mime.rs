//! The mail as it goes over the wire, read by another library.

use super::{Outcome, database, new_message, outbox, put, row, run};
use crate::kit::smtp::Server;
use mail_parser::{MessageParser, MimeHeaders};
use post::NewMessage;

/// Sends one message and gives what arrived.
async fn arrived(new: NewMessage) -> Result<(Vec<u8>, chrono::DateTime<chrono::Utc>), Box<dyn std::error::Error>> {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let id = put(&store, new).await?;
    run(&outbox(&store, Some(&server.url()))?, id).await?;
    let row = row(&store, id).await?;
    let mail = server.mails().pop().ok_or_else(|| format!("nothing arrived: {:?}", row.answer))?;
    Ok((mail.data, row.sending_at.ok_or("not sent")?))
}

#[tokio::test]
async fn headers_and_parts() -> Outcome {
    let (data, at) = arrived(new_message("order:1:a")).await?;
    let mail = MessageParser::default().parse(&data).ok_or("not a mail")?;
    assert_eq!(mail.subject(), Some("Ihr Ticket für DigitaleZukunft@OWL am 11. März 2027"));
    let from = mail.from().and_then(|f| f.first()).ok_or("no sender")?;
    assert_eq!((from.name(), from.address()), (Some("DigitaleZukunft@OWL"), Some("kongress@owl.example")));
    let reply_to = mail.reply_to().and_then(|f| f.first()).ok_or("nobody to answer")?;
    assert_eq!(reply_to.address(), Some("kongress@owl.example"));
    assert!((mail.date().ok_or("no date")?.to_timestamp() - at.timestamp()).abs() <= 2);
    for (name, value) in [("Auto-Submitted", "auto-generated"), ("Content-Language", "de"), ("MIME-Version", "1.0")] {
        let header = String::from_utf8_lossy(&data).lines().find(|l| l.starts_with(name)).map(str::to_owned);
        assert_eq!(header, Some(format!("{name}: {value}")));
    }
    let kinds: Vec<String> = mail
        .parts
        .iter()
        .filter_map(|p| p.content_type().map(|c| format!("{}/{}", c.ctype(), c.subtype().unwrap_or_default())))
        .collect();
    assert_eq!(
        kinds,
        [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "multipart/related",
            "text/html",
            "image/png",
            "application/pdf",
            "text/calendar"
        ]
    );
    let picture =
        mail.parts.iter().find(|p| p.content_type().is_some_and(|c| c.ctype() == "image")).ok_or("no picture")?;
    let cid = picture.content_id().ok_or("no cid")?;
    let html = mail.body_html(0).ok_or("no html")?;
    assert!(html.contains(&format!("src=\"cid:{cid}\"")));
    assert!(mail.body_text(0).ok_or("no text")?.contains("Ticket 7H4KQ2-1K"));
    let names: Vec<_> = mail.attachments().filter_map(|a| a.attachment_name()).collect();
    assert!(names.contains(&"Ticket 7H4KQ2-1K.pdf") && names.contains(&"DigitaleZukunft@OWL.ics"), "{names:?}");
    assert!(data.split(|b| *b == b'\n').all(|line| line.len() <= 999), "RFC 5322 §2.1.1");
    Ok(())
}

#[tokio::test]
async fn names_of_all_kinds_arrive_as_they_were_typed() -> Outcome {
    let long = "Maximiliane Ünlü-".repeat(18) + "Ö";
    let names = [
        "Jürgen Größ",
        "🦉 Eule 👩‍💻",
        "محمد عبد الله",
        "O'Brien, \"Pat\" <x@y.example>",
        "Dr. (h. c.) A; B",
        "=?utf-8?Q?evil?=",
        "back\\slash",
        long.as_str(),
    ];
    for name in names {
        let (data, _) = arrived(NewMessage { to_name: name.into(), ..new_message(name) }).await?;
        let mail = MessageParser::default().parse(&data).ok_or("not a mail")?;
        let to = mail.to().and_then(|t| t.first()).ok_or("no recipient")?;
        assert_eq!(to.name(), Some(name));
        assert_eq!(to.address(), Some("henrik.stallmann@lemgo.example"));
        assert_eq!(mail.to().map(|t| t.clone().into_list().len()), Some(1));
    }
    Ok(())
}

#[tokio::test]
async fn a_name_adds_no_header() -> Outcome {
    for name in ["Eve\r\nBcc: all@x.example", "Eve\nSubject: x", "Eve\u{85}Bcc: all@x.example", "\u{202e}Eve"] {
        let (data, _) = arrived(NewMessage { to_name: name.into(), ..new_message(name) }).await?;
        let mail = MessageParser::default().parse(&data).ok_or("not a mail")?;
        assert!(mail.bcc().is_none());
        assert_eq!(mail.headers_raw().filter(|(key, _)| key.eq_ignore_ascii_case("subject")).count(), 1);
        assert!(mail.to().and_then(|t| t.first()).and_then(|t| t.name()).is_some_and(|n| n.contains("Eve")));
    }
    Ok(())
}

#[tokio::test]
async fn a_domain_beyond_ascii_goes_as_its_a_label() -> Outcome {
    let new = NewMessage { to_address: "info@bürgerbüro.example".into(), ..new_message("a") };
    let (data, _) = arrived(new).await?;
    let mail = MessageParser::default().parse(&data).ok_or("not a mail")?;
    assert_eq!(mail.to().and_then(|t| t.first()).and_then(|t| t.address()), Some("info@xn--brgerbro-65af.example"));
    Ok(())
}
