//! `kongress backup` while orders come in, and `kongress restore`.

use super::congress::{self, Shop, lay_quota, order};
use super::process::Place;
use crate::kit::App;
use crate::kit::database::{SECRET_KEY, empty, is_postgres};
use base::{Chance, Clock};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Clients that order at once.
const CLIENTS: usize = 4;

#[tokio::test]
async fn a_backup_under_load_is_one_moment_and_its_links_and_tickets_are_good() {
    let app = App::start().await;
    let token = congress::open(&app, 5_000).await;
    lay_quota(&app, "all", 5_000, &["online"]).await;
    let place = congress::place(&app);
    let process = place.serve(&["serve"]).await;
    let shop = Shop::new(&process, &token);
    let before = shop.order(&order(0, &["on-site", "online"], false), None).await.expect("an answer");
    assert_eq!(before.status, 201, "{before:?}");

    let (stop, next) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(1)));
    let placed: Arc<Mutex<BTreeMap<usize, Value>>> = Arc::default();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (shop, stop, next, placed) = (shop.clone(), stop.clone(), next.clone(), placed.clone());
            tokio::spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let answer = shop.order(&order(n, &["online", "on-site"], n.is_multiple_of(8)), None).await;
                    let answer = answer.expect("an answer");
                    assert_eq!(answer.status, 201, "nobody is refused for a backup: {answer:?}");
                    placed.lock().expect("the orders").insert(n, answer.body);
                }
            })
        })
        .collect();
    while placed.lock().expect("the orders").len() < 20 {
        tokio::task::yield_now().await;
    }
    let already: Vec<Value> = placed.lock().expect("the orders").values().cloned().collect();
    let file = place.folder().join("copy");
    let name = file.display().to_string();
    let said = place.run(&["backup", &name]).await;
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    assert!(said.out.contains("KONGRESS_SECRET_KEY"), "it says what else is needed: {}", said.out);
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).expect("the copy").permissions());
    assert_eq!(mode & 0o777, 0o600, "for nobody else's eyes");
    stop.store(true, Ordering::Relaxed);
    for client in clients {
        client.await.expect("a client");
    }
    let again = place.run(&["backup", &name]).await;
    assert!(again.code == Some(1) && again.err.contains("is there already"), "nothing is overwritten: {again:?}");
    let onto = place.run(&["restore", &name]).await;
    assert!(onto.code == Some(1) && onto.err.contains("not empty"), "nothing is restored onto a database: {onto:?}");
    process.terminate().await;

    let (url, _lease) = empty().await;
    let restored = congress::place(&app).with("DATABASE_URL", &url);
    let said = restored.run(&["restore", &name]).await;
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    let store =
        store::open(&url, Some(SECRET_KEY), Clock::system(), Chance::system(), |_| vec![]).await.expect("opens");
    assert!(::congress::query::leaks(store.read()).await.expect("reads").is_empty(), "places counted are places held");
    assert!(store::condition::damage(&store).await.expect("reads").is_empty(), "it is whole");
    store.close().await.expect("closes");

    let process = restored.serve(&["serve", "--no-jobs"]).await;
    let shop = Shop::new(&process, &token);
    for confirmed in already.iter().chain([&before.body]) {
        let code = confirmed["code"].as_str().expect("a code");
        let found = shop.get(&format!("/orders/{code}")).await;
        assert_eq!(found.status, 200, "what was confirmed before the backup is in it: {code}");
        let path = format!("/{}/orders/{code}/{}", congress::SLUG, confirmed["secret"].as_str().expect("a secret"));
        let page = reqwest::get(format!("{}{path}", process.url)).await.expect("an answer");
        assert_eq!(page.status().as_u16(), 200, "its link is good");
    }
    let ticket = before.body["attendees"][0]["ticket"]["qr"].as_str().expect("a ticket").to_owned();
    let scan = json!({ "ticket": ticket, "nonce": Chance::system().opaque_id() });
    let url = format!("{}/api/v1/congresses/{}/check-ins", process.url, congress::SLUG);
    let scanned = reqwest::Client::new().post(url).bearer_auth(&token).json(&scan).send().await.expect("an answer");
    let verdict: Value = scanned.json().await.expect("JSON");
    assert_eq!(verdict["status"], "admitted", "its ticket is good: {verdict}");
}

#[tokio::test]
async fn a_copy_that_is_none_or_of_the_other_kind_is_refused() {
    let (url, _lease) = empty().await;
    let place = Place::on(&url);
    let file = place.folder().join("copy");
    let name = file.display().to_string();
    for (content, kind) in
        [("nothing", "neither"), if is_postgres() { ("SQLite format 3\0", "SQLite") } else { ("PGDMP", "PostgreSQL") }]
    {
        std::fs::write(&file, content).expect("a file");
        let ended = place.run(&["restore", &name]).await;
        assert!(ended.code == Some(1) && ended.err.contains(kind), "{ended:?}");
    }
    let ended = place.run(&["restore", "nowhere"]).await;
    assert!(ended.code == Some(1) && ended.err.contains("nowhere"), "{ended:?}");
    if !is_postgres() {
        assert!(
            !std::path::Path::new(url.strip_prefix("sqlite://").expect("a path")).exists(),
            "nothing is left behind"
        );
    }
}

#[tokio::test]
async fn the_key_of_a_sqlite_file_is_copied_only_when_asked() {
    if is_postgres() {
        return;
    }
    let place = Place::bare();
    place.run(&["migrate"]).await;
    let said = place.run(&["backup", "without"]).await;
    assert!(said.code == Some(0) && said.out.contains("kongress.sqlite.key"), "it names the key: {said:?}");
    assert!(!place.folder().join("without.key").exists());
    let said = place.run(&["backup", "with", "--with-key"]).await;
    assert_eq!(said.code, Some(0), "{said:?}");
    let read = |name: &str| std::fs::read(place.folder().join(name)).expect("a file");
    let key = read("with.key");
    assert_eq!(key, read("kongress.sqlite.key"));
    let elsewhere = place.with("DATABASE_URL", "sqlite://back.sqlite");
    let said = elsewhere.run(&["restore", "with"]).await;
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    assert!(said.out.contains("back.sqlite.key"), "{said:?}");
    assert_eq!(key, std::fs::read(elsewhere.folder().join("back.sqlite.key")).expect("a file"));
    let place = elsewhere.without("DATABASE_URL");
    // Where the key is a setting, the file beside the database is another one, and opens nothing.
    let place = place.with("SECRET_KEY", SECRET_KEY);
    let said = place.run(&["backup", "set", "--with-key"]).await;
    assert!(said.code == Some(1) && said.err.contains("KONGRESS_SECRET_KEY"), "{said:?}");
    assert!(!place.folder().join("set").exists() && !place.folder().join("set.key").exists());
}

#[tokio::test]
async fn who_may_read_a_copy_says_nothing_of_who_may_read_what_is_put_back() {
    if is_postgres() {
        return;
    }
    let place = Place::bare();
    place.run(&["migrate"]).await;
    assert_eq!(place.run(&["backup", "copy"]).await.code, Some(0));
    let mode = |file: &str| {
        let file = std::fs::metadata(place.folder().join(file)).expect("a file");
        std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o777
    };
    for (n, bits) in [0o444, 0o666].into_iter().enumerate() {
        let open = <std::fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(bits);
        std::fs::set_permissions(place.folder().join("copy"), open).expect("other rights");
        let back = format!("back{n}.sqlite");
        std::fs::copy(place.folder().join("kongress.sqlite.key"), place.folder().join(format!("{back}.key")))
            .expect("a key");
        let url = format!("sqlite://{back}");
        let said = std::process::Command::new(env!("CARGO_BIN_EXE_kongress"))
            .args(["restore", "copy"])
            .env_clear()
            .env("KONGRESS_DATABASE_URL", url)
            .current_dir(place.folder())
            .output()
            .expect("it runs");
        assert!(said.status.success(), "{said:?}");
        assert_eq!(mode(&back), 0o600);
    }
}
