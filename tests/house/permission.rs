//! Every route as every role, as nobody and as a program, held against `tests/expected/permission.txt`: a table that
//! people can read. Change it with `KONGRESS_UPDATE_EXPECTED=1`, and read the difference.

use super::walk::{Things, routes};
use crate::kit::{App, Client, run};
use base::Permission;
use http::Method;
use identity::Role;
use std::fmt::Write;

const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expected/permission.txt");

/// What a route says to someone.
async fn answer(client: &Client, method: &Method, path: &str) -> &'static str {
    let kind = (*method == Method::POST).then_some(if path.starts_with("/api/") {
        "application/json"
    } else {
        "application/x-www-form-urlencoded"
    });
    let body = if path.starts_with("/api/") && *method == Method::POST { b"{}".to_vec() } else { vec![] };
    let reply = client.send(method.clone(), path, &[], kind, body).await;
    assert!(reply.status.as_u16() < 500, "{method} {path}: {} {}", reply.status, reply.text());
    match reply.status.as_u16() {
        303 if reply.location().starts_with("/login?") => "log in",
        303 if reply.location().split('?').next().is_some_and(|path| path.ends_with("/network/entrance")) => "log in",
        401 => "token?",
        403 => "no",
        404 => "hidden",
        _ => "yes",
    }
}

/// Somebody of the directory.
async fn member(app: &App) -> Client {
    let congress = congress::query::by_slug(app.store.read(), "walk").await.unwrap().unwrap();
    let said = crate::networking::world::said("Moritz Mitglied", &[]);
    crate::networking::world::somebody(app, &congress, said).await.client
}

#[tokio::test]
async fn every_route_answers_every_role_as_the_table_says() {
    run(async |app: &App| {
        let things = Things::new(app).await;
        let mut people = vec![("nobody".to_owned(), app.guest())];
        for role in Role::ALL {
            people.push((role.to_string(), app.staff(role).await));
        }
        people.push(("member".to_owned(), member(app).await));
        let mut programs = vec![];
        for permission in Permission::ALL {
            programs.push((permission.name().to_owned(), app.token(None, &[*permission]).await));
        }
        let mut table = String::from("# Who may use which route. yes: it answers · log in: leads to the log-in · no: refused · hidden: as if it were not there\n");
        for (title, api, columns) in [("People", false, &people), ("Programs, by the one permission of their token", true, &programs)] {
            writeln!(table, "\n## {title}\n").unwrap();
            write!(table, "{:<5} {:<76}", "", "").unwrap();
            for (name, _) in columns {
                write!(table, " {name:<15}").unwrap();
            }
            table.truncate(table.trim_end().len());
            table.push('\n');
            for route in routes().iter().filter(|r| r.pattern.starts_with("/api/") == api) {
                write!(table, "{:<5} {:<76}", route.method.as_str(), route.pattern).unwrap();
                for (_, client) in columns {
                    let word = answer(client, &route.method, &things.path(route.pattern)).await;
                    write!(table, " {word:<15}").unwrap();
                }
                table.truncate(table.trim_end().len());
                table.push('\n');
            }
        }
        app.run_jobs().await;
        if std::env::var_os("KONGRESS_UPDATE_EXPECTED").is_some() {
            std::fs::write(EXPECTED, &table).unwrap();
        }
        let expected = std::fs::read_to_string(EXPECTED).unwrap_or_default();
        assert!(table == expected, "the table has changed; KONGRESS_UPDATE_EXPECTED=1 writes it:\n{table}");
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_secret_is_as_unknown_as_one_that_does_not_exist() {
    run(async |app: &App| {
        let things = Things::new(app).await;
        let other = app.congress("elsewhere", 5).await;
        let theirs = app.order(other.id, &[("online", "Another Guest")]).await.order;
        let secret = registration::load::order_secret(&app.program.state.link_key, &theirs);
        let guest = app.guest();
        let own = things.path("/{congress}/orders/{code}/{secret}");
        guest.get(&own).await.expect(200);
        let (front, right) = own.rsplit_once('/').unwrap();
        let strangers = [
            format!("{front}/{secret}"),
            format!("{front}/{}", "a".repeat(right.len())),
            format!("/walk/orders/{}/{secret}", theirs.code),
            format!("/elsewhere/orders/{}/{right}", theirs.code),
            "/walk/orders/ZZZZZZ/aaaaaaaaaaaaaaaaaaaaaaaaaa".to_owned(),
            "/walk/orders/x/y".to_owned(),
            "/walk/my/nothing".to_owned(),
            format!("/walk/my/{secret}"),
        ];
        let mut pages = std::collections::BTreeSet::new();
        for path in &strangers {
            let reply = guest.get(path).await.expect(404);
            let words = reply.words("main");
            assert_eq!(words.len(), 1, "{path}");
            pages.insert(words);
            assert!(!reply.text().contains("Another Guest") && !reply.text().contains("Stallmann"), "{path}");
        }
        assert_eq!(pages.len(), 1, "one page for all that does not exist");
    })
    .await;
}
