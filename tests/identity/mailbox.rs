//! Mailboxes and the people behind them.

use super::{Outcome, database};
use base::{Actor, Language, Text};
use identity::IdentityError;
use identity::entity::{mailbox, person};
use identity::service::host::first_host;
use identity::service::mailbox::{mailbox_for, prove_mailbox};
use identity::service::person::link_person;
use sea_orm::EntityTrait;

#[tokio::test]
async fn twenty_typings_at_once_make_one_row() -> Outcome {
    let (store, _folder) = database().await?;
    let tx = store.begin().await?;
    let host = first_host(&tx, &Text::same("OstWestfalenLippe GmbH")).await?.id;
    assert_eq!(first_host(&tx, &Text::same("Anders")).await?.id, host);
    tx.commit().await?;
    let mut all = tokio::task::JoinSet::new();
    for i in 0..20 {
        let store = store.clone();
        let typed = if i % 2 == 0 { "P.Kemper@Delbrueck.example" } else { " p.kemper@delbrueck.example" };
        all.spawn(async move {
            let tx = store.begin().await?;
            let found = mailbox_for(&tx, host, typed, Language::De).await?;
            tx.commit().await?;
            Ok::<_, IdentityError>(found.id)
        });
    }
    let mut ids = all.join_all().await.into_iter().collect::<Result<Vec<_>, _>>()?;
    ids.dedup();
    assert_eq!(ids.len(), 1);
    assert_eq!(mailbox::Entity::find().all(store.read()).await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn the_language_follows_the_last_typing_and_nothing_else_changes() -> Outcome {
    let (store, _folder) = database().await?;
    let tx = store.begin().await?;
    let host = first_host(&tx, &Text::same("OstWestfalenLippe GmbH")).await?.id;
    let first = mailbox_for(&tx, host, "p.kemper@delbrueck.example", Language::De).await?;
    assert!(prove_mailbox(&tx, &Actor::system(), first.id).await?);
    assert!(!prove_mailbox(&tx, &Actor::system(), first.id).await?, "only the first press proves");
    let second = mailbox_for(&tx, host, "p.kemper@delbrueck.example", Language::En).await?;
    assert_eq!((second.id, second.language()), (first.id, Language::En));
    assert_eq!(second.proven_at, Some(tx.now()));
    let wrong = mailbox_for(&tx, host, "p.kemper.delbrueck.example", Language::De).await;
    assert!(matches!(wrong, Err(IdentityError::Address(_))));
    Ok(())
}

#[tokio::test]
async fn a_person_is_linked_once_and_nobody_is_merged() -> Outcome {
    let (store, _folder) = database().await?;
    let tx = store.begin().await?;
    let host = first_host(&tx, &Text::same("OstWestfalenLippe GmbH")).await?.id;
    let work = mailbox_for(&tx, host, "p.kemper@delbrueck.example", Language::De).await?;
    let home = mailbox_for(&tx, host, "petra@kemper.example", Language::De).await?;
    let first = link_person(&tx, &Actor::system(), work.id, " Petra ", "Kemper").await?;
    let again = link_person(&tx, &Actor::system(), work.id, "P.", "K.").await?;
    assert_eq!(first, again);
    assert_eq!(first.given_name, "Petra");
    let other = link_person(&tx, &Actor::system(), home.id, "Petra", "Kemper").await?;
    assert_ne!(first.id, other.id, "the same name is no proof");
    assert_eq!(person::Entity::find().all(&*tx).await?.len(), 2);
    let rows = mailbox::Entity::find().all(&*tx).await?;
    assert!(rows.iter().all(|row| row.proven_at.is_some() && row.person_id.is_some()));
    Ok(())
}
