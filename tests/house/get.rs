//! GET never changes anything: mail gateways open every link.

use super::walk::{Things, routes};
use crate::kit::{App, run};
use crate::store::schema::{in_database, tables};
use http::Method;
use identity::Role;
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeMap;
use store::Store;

/// Every row of every table as text, but for sessions: what a visitor's own cookie keeps.
async fn contents(store: &Store) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for table in tables(store).await.into_iter().filter(|t| t != "session") {
        let columns: Vec<String> = in_database(store, &table).await.into_keys().collect();
        let parts: Vec<String> =
            columns
                .iter()
                .map(|c| {
                    if store.is_sqlite() {
                        format!("quote(\"{c}\")")
                    } else {
                        format!("coalesce(\"{c}\"::text, 'NULL')")
                    }
                })
                .collect();
        let sql = format!("SELECT {} AS row FROM \"{table}\"", parts.join(" || '|' || "));
        let rows =
            store.read().query_all_raw(Statement::from_string(store.read().get_database_backend(), sql)).await.unwrap();
        let mut rows: Vec<String> = rows.into_iter().map(|r| r.try_get::<String>("", "row").unwrap()).collect();
        rows.sort();
        all.insert(table, rows);
    }
    all
}

#[tokio::test]
async fn opening_every_link_changes_no_row() {
    run(async |app: &App| {
        let things = Things::new(app).await;
        let admin = app.staff(Role::Admin).await;
        let program = app.token(None, base::Permission::ALL).await;
        let before = contents(&app.store).await;
        for route in routes().iter().filter(|r| r.method == Method::GET) {
            let path = things.path(route.pattern);
            for client in [&app.guest(), &admin, &program] {
                for method in [Method::GET, Method::HEAD] {
                    let reply = client.send(method, &path, &[], None, vec![]).await;
                    assert!(reply.status.as_u16() < 500, "{path}: {}", reply.text());
                }
            }
        }
        // Looking at a mail writes it as whoever got it would get it.
        let walked = congress::query::by_slug(app.store.read(), "walk").await.unwrap().unwrap();
        for template in post::text::templates() {
            let kind = post::text::kind_of(template);
            for mail in post::text::recipients(app.store.read(), walked.id, template).await.unwrap() {
                for page in ["", "/letter"] {
                    let path = format!("/walk/desk/mails/texts/{kind}{page}?in=de&as={}", mail.id);
                    let reply = admin.get(&path).await;
                    assert!(reply.status.as_u16() < 500, "{path}: {}", reply.text());
                }
            }
        }
        assert_eq!(contents(&app.store).await, before);
    })
    .await;
}
