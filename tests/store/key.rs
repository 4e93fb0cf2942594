//! Keys in the database.

use crate::kit::Database;
use base::secret::LinkKind;
use base::{Chance, Clock, Uuid};
use std::collections::HashSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_processes_that_start_at_once_agree_on_one_key() {
    let database = Database::new().await;
    let askers = (0..20).map(|_| {
        let store = database.store.clone();
        tokio::spawn(async move { store::key::link_key(&store).await.unwrap().secret(LinkKind::Order, Uuid::nil(), 1) })
    });
    let mut secrets = HashSet::new();
    for asker in askers.collect::<Vec<_>>() {
        secrets.insert(asker.await.unwrap());
    }
    assert_eq!(secrets.len(), 1);
    assert_eq!(secrets.iter().next().unwrap().len(), 26);
}

#[tokio::test]
async fn with_another_secret_key_no_key_opens() {
    let database = Database::new().await;
    store::key::link_key(&database.store).await.unwrap();
    let other =
        store::open(&database.url, Some("another secret for tests"), Clock::system(), Chance::system(), |_| vec![])
            .await
            .unwrap();
    let refused = store::key::link_key(&other).await;
    assert!(matches!(refused, Err(store::key::KeyError::Sealed)));
}

#[tokio::test]
async fn a_sqlite_file_gets_a_key_of_its_own_that_others_cannot_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.sqlite");
    let url = format!("sqlite://{}", path.display());
    let open = || store::open(&url, None, Clock::system(), Chance::system(), |_| vec![]);
    let first = open().await.unwrap();
    first.migrate().await.unwrap();
    let secret = store::key::link_key(&first).await.unwrap().secret(LinkKind::Order, Uuid::nil(), 1);
    first.close().await.unwrap();
    let mode = std::fs::metadata(folder.path().join("own.sqlite.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let again = open().await.unwrap();
    assert_eq!(store::key::link_key(&again).await.unwrap().secret(LinkKind::Order, Uuid::nil(), 1), secret);
}

#[tokio::test]
async fn postgres_without_a_secret_key_is_refused() {
    let refused = store::open("postgres://nowhere/none", None, Clock::system(), Chance::system(), |_| vec![]).await;
    assert!(matches!(refused, Err(store::OpenError::NoSecretKey)));
}
