//! Which database: made and migrated by itself on SQLite, never on PostgreSQL.

use super::fresh;
use crate::kit::database::{empty, is_postgres};
use crate::program::process::Place;
use sea_orm::{ConnectionTrait, Statement};
use store::Store;

/// Every row of every table, as text.
pub async fn dump(store: &Store) -> Vec<String> {
    let backend = store.read().get_database_backend();
    let all = async |sql: String| {
        let rows = store.read().query_all_raw(Statement::from_string(backend, sql)).await.expect("rows");
        rows.into_iter().map(|row| row.try_get_by_index::<String>(0).expect("a text")).collect::<Vec<_>>()
    };
    let tables = if store.is_sqlite() {
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    } else {
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name"
    };
    let mut lines = vec![];
    for table in all(tables.into()).await {
        let row = if store.is_sqlite() {
            let columns = all(format!("SELECT name FROM pragma_table_info('{table}')")).await;
            columns.iter().map(|c| format!("quote(\"{c}\")")).collect::<Vec<_>>().join(" || ' ' || ")
        } else {
            "t::text".into()
        };
        lines.extend(all(format!("SELECT '{table}: ' || {row} FROM \"{table}\" t ORDER BY 1")).await);
    }
    lines
}

#[tokio::test]
async fn serve_makes_a_sqlite_file_of_its_own_and_postgresql_wants_to_be_migrated() {
    let (url, _lease) = empty().await;
    let place = Place::on(&url);
    if is_postgres() {
        for command in
            [&["serve"][..], &["jobs"], &["demo"], &["token", "add", "box office", "--permission", "orders.read"]]
        {
            let sentence = place.run(command).await.refused();
            assert!(sentence.contains("kongress migrate"), "{command:?} says what to do: {sentence}");
        }
    }
    for _ in 0..2 {
        place.run(&["migrate"]).await.done();
    }
    let process = place.serve(&["serve"]).await;
    assert_eq!(process.out(), "", "what happens is told on stderr");
}

#[tokio::test]
async fn postgresql_is_refused_without_a_secret_key_and_sqlite_makes_one() {
    let (database, place) = fresh().await;
    let place = place.without("SECRET_KEY");
    if is_postgres() {
        for command in [&["serve"][..], &["migrate"], &["jobs"]] {
            let sentence = place.run(command).await.refused();
            assert!(sentence.contains("KONGRESS_SECRET_KEY"), "{command:?}: {sentence}");
        }
        return;
    }
    place.run(&["migrate"]).await.done();
    let key = format!("{}.key", database.url.strip_prefix("sqlite://").expect("a path"));
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&key).expect("the key").permissions());
    assert_eq!(mode & 0o777, 0o600, "for nobody else's eyes");
}

#[tokio::test]
async fn with_nothing_set_everything_is_in_the_working_directory() {
    let place = Place::bare();
    let process = place.serve(&["serve"]).await;
    let mut files: Vec<_> = std::fs::read_dir(place.folder())
        .expect("the folder")
        .map(|file| file.expect("a file").file_name().into_string().expect("UTF-8"))
        .filter(|name| !name.ends_with("-wal") && !name.ends_with("-shm"))
        .collect();
    files.sort();
    assert_eq!(files, ["kongress.sqlite", "kongress.sqlite.key"]);
    drop(process);
}

#[tokio::test]
async fn another_secret_key_than_the_one_before_is_told() {
    let (_database, place) = fresh().await;
    place.serve(&["serve", "--no-jobs"]).await.kill().await;
    let sentence = place.with("SECRET_KEY", "another").run(&["serve"]).await.refused();
    assert!(sentence.contains("KONGRESS_SECRET_KEY"), "{sentence}");
}

#[tokio::test]
async fn settings_that_make_no_sense_are_told_in_one_sentence() {
    let (_database, place) = fresh().await;
    let place = place.with("SMTP_URL", "http://mail.example");
    let sentence = place.run(&["serve", "--listen", "127.0.0.1:0"]).await.refused();
    assert!(sentence.to_lowercase().contains("smtp"), "{sentence}");
    let place = place.without("SMTP_URL").with("TRUSTED_PROXIES", "everybody");
    let sentence = place.run(&["serve", "--listen", "127.0.0.1:0"]).await.refused();
    assert!(sentence.contains("everybody"), "{sentence}");
    let place = place.without("TRUSTED_PROXIES").with("DATABASE_URL", "mysql://localhost/kongress");
    let sentence = place.run(&["serve"]).await.refused();
    assert!(sentence.contains("mysql"), "{sentence}");
}

#[tokio::test]
async fn an_address_that_is_taken_is_named() {
    let (_database, place) = fresh().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let taken = listener.local_addr().expect("an address").to_string();
    let sentence = place.run(&["serve", "--listen", &taken]).await.refused();
    assert!(sentence.contains(&taken), "{sentence}");
}
