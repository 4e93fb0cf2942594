//! What passes is deleted when the register says so.

use crate::kit::{App, run};
use base::Permission::OrdersWrite;
use base::{Actor, Language};
use chrono::TimeDelta;
use identity::Role;
use privacy::Retention::{self, Passing, Quarter, Week};
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use serde_json::json;
use store::job::NewJob;
use web::upload::Owner;

const ADDRESS: &str = "organiser@staff.example";

/// How many rows there are of each table with a personal column that is kept so long. The jobs that come by themselves are nobody's.
async fn kept(app: &App, retention: Retention) -> Vec<(String, i64)> {
    let backend = app.store.read().get_database_backend();
    let mut rows = vec![];
    for (name, table) in privacy::register().expect("the register") {
        if table.personal.values().any(|column| column.retention == retention) {
            const DAILY: &str = "'web.tidy', 'payment.expiry', 'registration.nameless', 'registration.contingents', \
                'congress.retention', 'congress.waiting', 'ticketing.vouchers', 'programme.speakers', 'networking.sweep', 'identity.bounces'";
            let others = if name == "job" { format!("WHERE kind NOT IN ({DAILY})") } else { String::new() };
            let sql = format!("SELECT count(*) FROM {name} {others}");
            let row = app.store.read().query_one_raw(Statement::from_string(backend, sql)).await;
            rows.push((name, row.expect("counts").expect("a row").try_get_by_index(0).expect("a number")));
        }
    }
    rows
}

/// So many days later, once the daily tidying has run.
async fn days_later(app: &App, days: i64) {
    app.advance(TimeDelta::days(days));
    kongress::schedule(&app.store).await.expect("schedules");
    app.run_jobs().await;
}

#[tokio::test]
async fn nothing_outlives_its_time() {
    run(async |app| {
        // A session, a log-in link with its mail, jobs that are done and one that fails, an answer to a program, a file.
        let owl = app.congress("owl", 10).await;
        app.staff(Role::Organiser).await;
        let account =
            identity::entity::account::Entity::find().one(app.store.read()).await.expect("reads").expect("one");
        let staff = Actor::staff(account.id, account.name, Language::De, vec![]);
        let owner = Owner::new(&staff, owl.id, "attendees").expect("staff");
        web::upload::keep(&app.store, owner, "guests.csv", b"Name".to_vec()).await.expect("keeps it");
        app.guest().post_form("/login/link", &[("email", ADDRESS)]).await.expect(303);
        let order = json!({ "buyer": { "kind": "business", "name": "Petra Kemper", "email": "petra@example.org" },
            "language": "de", "notify": false, "attendees": [{ "category": "online", "given_name": "Henrik",
            "family_name": "Stallmann", "email": "henrik@example.org" }] });
        let program = app.token(Some(owl.id), &[OrdersWrite]).await;
        let answer =
            program.post_json_with("/api/v1/congresses/owl/orders", &order, &[("idempotency-key", "once")]).await;
        answer.expect(201);
        let tx = app.store.begin().await.expect("begins");
        let broken = NewJob::new(identity::job::LOGIN_LINK, json!({ "addresses": [ADDRESS] }));
        store::job::enqueue(&tx, broken).await.expect("a job");
        tx.commit().await.expect("commits");
        app.run_jobs().await;
        assert_eq!(app.failed_jobs().await.len(), 1);
        for (retention, tables) in [(Passing, 3), (Week, 1), (Quarter, 1)] {
            let kept = kept(app, retention).await;
            assert_eq!(kept.len(), tables, "each such table is looked at here");
            assert!(kept.iter().all(|(_, rows)| *rows > 0), "{kept:?}");
        }

        days_later(app, 3).await;
        assert!(kept(app, Passing).await.iter().all(|(_, rows)| *rows == 0), "{:?}", kept(app, Passing).await);
        assert!(kept(app, Week).await.iter().all(|(_, rows)| *rows > 0), "a week is not over");
        days_later(app, 5).await;
        assert!(kept(app, Week).await.iter().all(|(_, rows)| *rows == 0), "{:?}", kept(app, Week).await);
        assert_eq!(kept(app, Quarter).await, [("job".to_owned(), 1)], "only what failed is left of the jobs");
        days_later(app, 83).await;
        assert_eq!(kept(app, Quarter).await, [("job".to_owned(), 0)]);
    })
    .await;
}
