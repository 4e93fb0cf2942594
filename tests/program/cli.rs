//! The command line: exit codes, what stands on stdout and what on stderr.

use super::process::{Ended, Place};
use crate::kit::Database;

mod add;
mod database;
mod demo;

/// A migrated database of the test's own, and the settings for it.
async fn fresh() -> (Database, Place) {
    let database = Database::new().await;
    let place = Place::on(&database.url);
    (database, place)
}

impl Ended {
    /// Done: gives what it printed, and fails if it said more than that.
    #[track_caller]
    fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{self:?}");
        self.out
    }

    /// Refused: exit code 1, one sentence on stderr, nothing on stdout. Gives the sentence.
    #[track_caller]
    fn refused(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (Some(1), ""), "{self:?}");
        let sentence = self.err.strip_prefix("kongress: ").unwrap_or_else(|| panic!("no sentence: {}", self.err));
        assert_eq!(sentence.trim_end().lines().count(), 1, "one sentence: {sentence}");
        assert!(sentence.ends_with('\n'), "{sentence}");
        sentence.trim_end().to_owned()
    }

    /// Wrong usage: exit code 2, told on stderr, nothing on stdout. Gives what it told.
    #[track_caller]
    fn misused(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""), "{self:?}");
        self.err
    }
}

#[tokio::test]
async fn help_goes_to_stdout_and_names_every_command() {
    let place = Place::bare();
    let help = place.run(&["--help"]).await.done();
    for command in
        ["demo", "serve", "jobs", "migrate", "congress", "user", "token", "doctor", "backup", "restore", "routes"]
    {
        assert!(
            help.lines().any(|line| line.trim_start().starts_with(&format!("{command} "))),
            "{command} in:\n{help}"
        );
    }
    for command in [
        &["serve", "--help"][..],
        &["congress", "add", "--help"],
        &["user", "add", "--help"],
        &["token", "add", "--help"],
    ] {
        let help = place.run(command).await.done();
        assert!(help.contains("Usage: kongress"), "{command:?}: {help}");
    }
    assert!(place.run(&["--version"]).await.done().starts_with("kongress "));
    assert_eq!(std::fs::read_dir(place.folder()).expect("the folder").count(), 0, "asking leaves nothing behind");
}

#[tokio::test]
async fn wrong_usage_is_exit_code_2() {
    let (_database, place) = fresh().await;
    let wrong: [&[&str]; 11] = [
        &[],
        &["nonsense"],
        &["serve", "--nonsense"],
        &["congress"],
        &["congress", "add"],
        &["congress", "add", "owl", "--name", "OWL", "--from", "2027-02-30", "--to", "2027-03-11"],
        &["user", "add", "a@owl.example", "--role", "king"],
        &["user", "add", "a@owl.example"],
        &["token", "add", "box office", "--permission", "orders.eat"],
        &["token", "add", "box office"],
        &["demo", "--attendees", "many"],
    ];
    for args in wrong {
        let told = place.run(args).await.misused();
        assert!(told.contains("Usage: kongress") || told.contains("--help"), "{args:?} is told what is right: {told}");
    }
    let told = place.run(&["token", "add", "box office", "--permission", "orders.eat"]).await.misused();
    assert!(told.contains("orders.eat"), "it names what is unknown: {told}");
}

#[tokio::test]
async fn routes_prints_every_route_and_who_may_use_it_without_a_database() {
    let place = Place::bare();
    let routes = place.run(&["routes"]).await.done();
    let lines: Vec<Vec<&str>> = routes.lines().map(|line| line.split_whitespace().collect()).collect();
    for (method, pattern, access) in [
        ("GET", "/health", "public"),
        ("POST", "/{congress}/tickets", "public"),
        ("POST", "/api/v1/congresses/{congress}/orders", "token: orders.write"),
        ("POST", "/api/v1/congresses/{congress}/check-ins", "token: check-ins.write"),
    ] {
        let found = lines.iter().find(|line| line[0] == method && line[1] == pattern);
        let found = found.unwrap_or_else(|| panic!("{method} {pattern} in:\n{routes}"));
        assert_eq!(found[2..].join(" "), access, "{method} {pattern}");
    }
    assert!(lines.iter().all(|line| line.len() >= 3), "every route says who may use it");
    assert_eq!(std::fs::read_dir(place.folder()).expect("the folder").count(), 0, "no database is made");
}
