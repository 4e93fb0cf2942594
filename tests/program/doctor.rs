//! `kongress doctor`: finds each thing that is broken, names it with its remedy, and changes nothing.

use super::process::{Ended, Place};
use crate::kit::database::{Lease, empty, is_postgres};
use crate::kit::{Database, smtp};
use base::{Actor, Language};
use identity::service::account::{NewAccount, add_account};
use serde_json::Value;

/// A migrated database with an admin, and the settings for it.
async fn sound() -> (Database, Place) {
    let database = Database::new().await;
    let admin = NewAccount {
        email: "anna@owl.example",
        name: None,
        language: Language::De,
        role: identity::Role::Admin,
        congress: None,
        password: Some(identity::Password::new("a long password for Anna")),
    };
    add_account(&database.store, &Actor::system(), admin).await.expect("an admin");
    let place = Place::on(&database.url).with("PUBLIC_URL", "http://127.0.0.1:8080").with("LISTEN", "127.0.0.1:9");
    (database, place)
}

impl Ended {
    /// What a check found, as programs read it.
    #[track_caller]
    fn check(&self, name: &str) -> Value {
        let report: Value = serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:?}"));
        let checks = report["checks"].as_array().expect("checks");
        checks.iter().find(|check| check["name"] == name).unwrap_or_else(|| panic!("no {name}: {report:#}")).clone()
    }

    /// It fails there, and says what to do in these words.
    #[track_caller]
    fn fails(&self, name: &str, found: &str, remedy: &str) {
        let check = self.check(name);
        assert_eq!((self.code, check["status"].as_str()), (Some(1), Some("fail")), "{check:#}");
        assert!(check["found"].as_str().expect("found").contains(found), "{found:?} in {check:#}");
        assert!(check["remedy"].as_str().expect("a remedy").contains(remedy), "{remedy:?} in {check:#}");
    }

    #[track_caller]
    fn warns(&self, name: &str, found: &str, remedy: &str) {
        let check = self.check(name);
        assert_eq!(check["status"], "warn", "{check:#}");
        assert!(check["found"].as_str().expect("found").contains(found), "{found:?} in {check:#}");
        assert!(check["remedy"].as_str().expect("a remedy").contains(remedy), "{remedy:?} in {check:#}");
    }
}

async fn doctor(place: &Place) -> Ended {
    let ended = place.run(&["doctor", "--json"]).await;
    assert_eq!(ended.err, "", "all is told on stdout");
    ended
}

#[tokio::test]
async fn a_sound_installation_has_nothing_that_fails() {
    let (_database, place) = sound().await;
    let mails = smtp::Server::start().await.expect("a mail server");
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let url = format!("http://{free}");
    let place = place.mailing(&mails.url()).with("PUBLIC_URL", &url).with("LISTEN", &free.to_string());
    let process = place.start(&["serve"]);
    process.says("listening on ").await;
    let ended = doctor(&place).await;
    let words = place.run(&["doctor"]).await;
    assert_eq!((ended.code, words.code), (Some(0), Some(0)), "{}", words.out);
    for name in [
        "database",
        "schema",
        "integrity",
        "places",
        "secret key",
        "clock",
        "staff",
        "listening",
        "public address",
        "mail server",
    ] {
        assert_eq!(ended.check(name)["status"], "ok", "{name}: {}", words.out);
    }
    assert!(words.out.lines().any(|line| line.starts_with("ok    database")), "a line a check: {}", words.out);
    assert!(words.out.ends_with("0 FAIL\n"), "{}", words.out);
    assert!(mails.mails().is_empty(), "nobody gets a mail from looking");
}

#[tokio::test]
async fn it_finds_a_database_that_is_not_there_and_makes_none() {
    let place = Place::bare();
    let ended = doctor(&place).await;
    ended.fails("database", "there is no file kongress.sqlite", "kongress serve");
    assert_eq!(std::fs::read_dir(place.folder()).expect("the folder").count(), 0, "looking makes nothing");
    let wrong = Place::on("mysql://root:geheim@localhost/kongress");
    doctor(&wrong).await.fails("database", "mysql://root:***@localhost", "postgres://");
    let away = Place::on("postgres://kongress:geheim@127.0.0.1:1/kongress");
    let ended = doctor(&away).await;
    ended.fails("database", "postgres://kongress:***@127.0.0.1:1/kongress", "KONGRESS_DATABASE_URL");
    ended.fails("database", "Connection refused", "See that the database runs");
    assert!(!ended.out.contains("geheim"), "no password is printed: {}", ended.out);
}

#[tokio::test]
async fn it_finds_a_file_that_is_no_database_and_one_that_is_damaged() {
    let place = Place::bare();
    std::fs::write(place.folder().join("kongress.sqlite"), "Dear Petra, ".repeat(1_000)).expect("a letter");
    doctor(&place).await.fails("database", "is no SQLite file, or a damaged one", "kongress restore FILE");
    let place = Place::bare();
    assert_eq!(place.run(&["migrate"]).await.code, Some(0));
    let path = place.folder().join("kongress.sqlite");
    let mut bytes = std::fs::read(&path).expect("the file");
    // Every page but the first, and those that the schema and its steps fill.
    let from = bytes.len() / 4;
    bytes[from..].fill(0x5a);
    std::fs::write(&path, bytes).expect("a damaged file");
    let ended = doctor(&place).await;
    let report: Value = serde_json::from_str(&ended.out).expect("a report");
    let said: Vec<&Value> = report["checks"].as_array().expect("checks").iter().collect();
    assert!(said.iter().any(|check| check["found"].to_string().contains("malformed")), "{report:#}");
    assert!(!ended.out.contains("overloaded"), "what follows from the damage says so: {report:#}");
    assert!(ended.out.contains("kongress restore FILE"), "{report:#}");
}

#[tokio::test]
async fn it_finds_a_place_that_is_counted_and_held_by_nobody() {
    let (database, place) = sound().await;
    let add = ["congress", "add", "owl", "--name", "OWL", "--from", "2027-03-11", "--to", "2027-03-11", "--draft"];
    assert_eq!(place.run(&add).await.code, Some(0));
    let owl = ::congress::query::by_slug(database.store.read(), "owl").await.expect("reads").expect("a congress");
    let tx = database.store.begin().await.expect("begins");
    ::congress::service::capacity::add(&tx, owl.id, Some(10)).await.expect("a capacity");
    let miscount = "UPDATE capacity SET taken = 3 WHERE size = 10";
    sea_orm::ConnectionTrait::execute_unprepared(&*tx, miscount).await.expect("a miscount");
    tx.commit().await.expect("commits");
    let ended = doctor(&place).await;
    ended.fails("places", "3 taken, 0 claimed", "count again");
    assert_eq!(ended.check("integrity")["status"], "ok", "no backup has to be put back for that");
}

#[tokio::test]
async fn it_finds_steps_that_are_missing_and_those_of_a_newer_program() {
    let (url, lease) = empty().await;
    if let Lease::Folder(folder) = &lease {
        // A file of ours in which nothing was done yet.
        let connect = sea_orm::Database::connect(format!("{url}?mode=rwc")).await.expect("a file");
        sea_orm::ConnectionTrait::execute_unprepared(
            &connect,
            "CREATE TABLE seaql_migrations (version text NOT NULL PRIMARY KEY, applied_at bigint NOT NULL)",
        )
        .await
        .expect("a table");
        connect.close().await.expect("closes");
        assert!(folder.path().join("test.sqlite").exists());
    }
    doctor(&Place::on(&url)).await.fails("schema", "m001_store", "kongress migrate");
    let (database, place) = sound().await;
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m999_flight', 1)";
    sea_orm::ConnectionTrait::execute_unprepared(database.store.pool(), newer).await.expect("a step");
    doctor(&place).await.fails("schema", "m999_flight", "newer");
}

#[tokio::test]
async fn it_finds_a_secret_key_that_is_wrong_missing_or_open_to_others() {
    let (database, place) = sound().await;
    store::key::link_key(&database.store).await.expect("a key");
    let other = place.with("SECRET_KEY", "another secret that is long");
    doctor(&other).await.fails("keys", "the secret key opens 0 of 1 key", "KONGRESS_SECRET_KEY");
    let short = other.with("SECRET_KEY", "short");
    doctor(&short).await.fails("secret key", "shorter than 16", "openssl rand");
    let none = short.without("SECRET_KEY");
    doctor(&none).await.fails("secret key", "KONGRESS_SECRET_KEY is not set", "KONGRESS_SECRET_KEY");
    if is_postgres() {
        return;
    }
    let key = format!("{}.key", database.url.strip_prefix("sqlite://").expect("a path"));
    assert!(!std::path::Path::new(&key).exists(), "looking makes no key");
    std::fs::write(&key, "ab".repeat(32)).expect("a key");
    std::fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o644)).expect("open to all");
    doctor(&none).await.fails("secret key", "mode 644", "chmod 600");
}

#[tokio::test]
async fn it_finds_a_mail_server_that_is_away_or_refuses_us() {
    let (_database, place) = sound().await;
    doctor(&place).await.warns("mail server", "held", "KONGRESS_SMTP_URL");
    let nowhere = smtp::Server::nowhere().await.expect("an address");
    let away = place.mailing(&format!("smtp://{nowhere}"));
    doctor(&away).await.fails("mail server", "does not answer", "KONGRESS_SMTP_URL");
    let server = smtp::Server::start().await.expect("a mail server");
    let address = server.url().trim_start_matches("smtp://").to_owned();
    let login = away.with("SMTP_URL", &format!("smtp://kongress:geheim@{address}?tls=none"));
    let ended = doctor(&login).await;
    ended.fails("mail server", "refuses the log-in", "user and password");
    assert!(!ended.out.contains("geheim"), "no password is printed: {}", ended.out);
    let tls = login.with("SMTP_URL", &format!("smtp://{address}?tls=required"));
    doctor(&tls).await.fails("mail server", "does not encrypt", "tls=");
    let nonsense = tls.with("SMTP_URL", "http://kongress:geheim@mail.example");
    let ended = doctor(&nonsense).await;
    ended.fails("mail server", "no address of a mail server", "smtps://");
    assert!(!ended.out.contains("geheim"), "no password is printed: {}", ended.out);
    let sender = nonsense.with("MAIL_FROM", "nobody").with("SMTP_URL", &format!("smtp://{nowhere}"));
    doctor(&sender).await.fails("sender", "KONGRESS_MAIL_FROM", "KONGRESS_MAIL_FROM");
    let bounces = sender.with("BOUNCE_ADDRESS", "nobody").with("BOUNCE_IMAP_URL", "imap://a:geheim@mail.example");
    let ended = doctor(&bounces).await;
    ended.fails("bounces", "nobody", "KONGRESS_BOUNCE_ADDRESS");
    ended.fails("letter box", "no address of a letter box", "imaps://");
    assert!(!ended.out.contains("geheim"), "no password is printed: {}", ended.out);
    let away = bounces.with("BOUNCE_IMAP_URL", &format!("imaps://a:geheim@{nowhere}"));
    doctor(&away).await.fails("letter box", "no connection", "KONGRESS_BOUNCE_IMAP_URL");
}

#[tokio::test]
async fn it_says_what_dns_must_say_of_signatures_and_nothing_starts_without_its_key() {
    let (_database, place) = sound().await;
    assert!(doctor(&place).await.check("dkim")["found"].as_str().expect("found").starts_with("not set"));
    let key = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
    let file = place.folder().join("dkim.pem");
    std::fs::write(&file, key).expect("a key");
    std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o644)).expect("open to all");
    let place = place.with("MAIL_FROM", "kongress@owl.example").with("DKIM_DOMAIN", "owl.example");
    doctor(&place).await.fails("dkim", "KONGRESS_DKIM_SELECTOR is not set", "or none of them");
    let place = place.with("DKIM_SELECTOR", "k1").with("DKIM_KEY_FILE", &file.display().to_string());
    doctor(&place).await.warns("dkim", "everybody on this computer can read the key (mode 644)", "chmod o=");
    std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o640)).expect("its group's");
    let check = doctor(&place).await.check("dkim");
    let record =
        "k1._domainkey.owl.example. TXT \"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"";
    assert_eq!(check["status"], "ok", "{check:#}");
    assert!(check["found"].as_str().expect("found").ends_with(record), "{check:#}");
    let place = place.with("MAIL_FROM", "kongress@elsewhere.example").with("SMTP_RATE", "viele");
    let ended = doctor(&place).await;
    ended.warns("dkim", "kongress@elsewhere.example", "KONGRESS_MAIL_FROM");
    ended.fails("mail rate", "viele", "KONGRESS_SMTP_RATE");
    let place = place.without("SMTP_RATE").with("DKIM_KEY_FILE", key);
    let (looked, served) = (doctor(&place).await, place.run(&["serve"]).await);
    looked.fails("dkim", "not the name of a file", "openssl genpkey");
    assert_eq!(served.code, Some(1), "{served:?}");
    assert!(served.err.contains("KONGRESS_DKIM_KEY_FILE: this is a key"), "{served:?}");
    for ended in [looked, served] {
        assert!(!ended.out.contains("MC4C") && !ended.err.contains("MC4C"), "no key is printed: {ended:?}");
    }
}

#[tokio::test]
async fn it_finds_addresses_that_lead_elsewhere() {
    let (_database, place) = sound().await;
    let (_other_database, other) = sound().await;
    let stranger = other.serve(&["serve", "--no-jobs"]).await;
    let place = place.with("PUBLIC_URL", &stranger.url);
    doctor(&place).await.fails("public address", "another installation", "KONGRESS_PUBLIC_URL");
    let place = place.with("LISTEN", stranger.url.trim_start_matches("http://"));
    doctor(&place).await.fails("listening", "another installation", "KONGRESS_LISTEN");
    let place = place.with("PUBLIC_URL", "https://nobody.invalid");
    let ended = doctor(&place).await;
    ended.fails("public address", "no name server knows nobody.invalid", "KONGRESS_PUBLIC_URL");
    ended.warns("proxies", "one client", "KONGRESS_TRUSTED_PROXIES");
    let place = place.with("PUBLIC_URL", "https://kongress.example/owl");
    doctor(&place).await.fails("public address", "more than a host", "no path");
    let place = place.with("TRUSTED_PROXIES", "everybody");
    doctor(&place).await.fails("proxies", "everybody", "127.0.0.1");
    let place = place.with("TRUSTED_PROXIES", "0.0.0.0/0");
    doctor(&place).await.fails("proxies", "anyone", "KONGRESS_TRUSTED_PROXIES");
    let mute = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let taken = place.with("LISTEN", &mute.local_addr().expect("an address").to_string());
    doctor(&taken).await.fails("listening", "does not speak HTTP", "KONGRESS_LISTEN");
    let place = taken.with("LISTEN", "8080");
    doctor(&place).await.fails("listening", "no address", "KONGRESS_LISTEN");
}

#[tokio::test]
async fn it_finds_settings_that_mean_nothing() {
    let (_database, place) = sound().await;
    let place = place.with("SMPT_URL", "smtp://127.0.0.1");
    doctor(&place).await.warns("settings", "KONGRESS_SMPT_URL", "did you mean KONGRESS_SMTP_URL?");
    let file = place.folder().join("kongress.toml");
    std::fs::write(&file, "public_ulr = \"https://kongress.example\"\n").expect("a file");
    doctor(&place).await.warns("settings", "public_ulr", "did you mean public_url?");
    std::fs::write(&file, "secret_key = [\"geheim\"]\n").expect("a file");
    let without = place.without("SECRET_KEY");
    let ended = doctor(&without).await;
    ended.fails("settings", "secret_key", "kongress.toml");
    std::fs::write(&file, "secret_key = geheim\n").expect("a file");
    let broken = doctor(&without).await;
    broken.fails("settings", "no TOML", "kongress.toml");
    assert!(!ended.out.contains("geheim") && !broken.out.contains("geheim"), "no secret is printed");
}

#[tokio::test]
async fn it_finds_that_nobody_can_log_in_and_that_nobody_works() {
    let database = Database::new().await;
    let place = Place::on(&database.url);
    doctor(&place).await.fails("staff", "no admin", "kongress user add");
    let tx = database.store.begin().await.expect("begins");
    store::job::enqueue(&tx, store::job::NewJob::new("web.tidy", serde_json::json!({}))).await.expect("a job");
    tx.commit().await.expect("commits");
    let late = "UPDATE job SET due_at = due_at - 3600000";
    sea_orm::ConnectionTrait::execute_unprepared(database.store.pool(), late).await.expect("an hour ago");
    doctor(&place).await.fails("jobs", "60 minutes ago", "kongress jobs");
}
