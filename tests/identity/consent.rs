//! Consents.

use super::{Outcome, database};
use base::{Language, Text};
use identity::service::consent::{Agreed, agrees, give_consent, withdraw_consent};
use identity::service::host::first_host;
use identity::service::mailbox::mailbox_for;

#[tokio::test]
async fn holds_in_its_congress_until_it_is_withdrawn() -> Outcome {
    let (store, _folder) = database().await?;
    let tx = store.begin().await?;
    let host = first_host(&tx, &Text::same("OstWestfalenLippe GmbH")).await?.id;
    let mailbox = mailbox_for(&tx, host, "p.kemper@delbrueck.example", Language::De).await?.id;
    let congress = Some(tx.id());
    let agreed = Agreed {
        purpose: "newsletter",
        wording: "Ja, schreiben Sie mir zum nächsten Kongress.",
        language: Language::De,
        source: "registration",
    };
    give_consent(&tx, mailbox, congress, agreed).await?;
    assert!(agrees(&tx, mailbox, congress, "newsletter").await?);
    assert!(!agrees(&tx, mailbox, None, "newsletter").await?);
    assert!(!agrees(&tx, mailbox, congress, "photos").await?);
    assert!(withdraw_consent(&tx, mailbox, congress, "newsletter").await?);
    assert!(!withdraw_consent(&tx, mailbox, congress, "newsletter").await?);
    assert!(!agrees(&tx, mailbox, congress, "newsletter").await?);
    give_consent(&tx, mailbox, congress, agreed).await?;
    assert!(agrees(&tx, mailbox, congress, "newsletter").await?);
    Ok(())
}
