//! The whole program in the test's process, without a port, on a clock that the test moves.

use super::actor::Client;
use super::database::Database;
use super::smtp;
use axum::Router;
use base::Clock;
use base::config::Config;
use chrono::TimeDelta;
use kongress::Program;
use sea_orm::{ConnectionTrait, Statement};
use std::time::Duration;
use store::Store;
use store::job::Pace;
use tokio_util::sync::CancellationToken;

/// What stands before every path in mails of tests.
pub const PUBLIC_URL: &str = "http://kongress.test";

/// The program, its database, its mail server.
pub struct App {
    pub store: Store,
    pub clock: Clock,
    pub smtp: smtp::Server,
    pub program: Program,
    router: Router,
    database: Database,
}

/// Runs a test around the program, then holds the invariants against its database: no job that is due is left unrun, no
/// place is counted that nobody holds.
pub async fn run(test: impl AsyncFnOnce(&App)) {
    let app = App::start().await;
    // Tests are long, and so is what they keep between their steps.
    Box::pin(test(&app)).await;
    assert_eq!(app.due_jobs().await, Vec::<String>::new(), "jobs are left unrun: call app.run_jobs()");
    assert_eq!(app.failed_jobs().await, Vec::<String>::new(), "jobs failed");
    app.check_invariants().await;
}

impl App {
    pub async fn start() -> Self {
        Self::start_with(|_| ()).await
    }

    /// With other settings.
    pub async fn start_with(set: impl FnOnce(&mut Config)) -> Self {
        let clock = Clock::system();
        let database = Database::with(clock.clone(), kongress::reactions).await;
        let smtp = smtp::Server::start().await.expect("a mail server");
        let mut config = Config {
            public_url: Some(PUBLIC_URL.into()),
            smtp_url: Some(smtp.url()),
            mail_from: Some("Kongress <kongress@owl.example>".into()),
            ..Config::default()
        };
        set(&mut config);
        let store = database.store.clone();
        let program = Program::new(store.clone(), &config).await.expect("the program");
        let router = program.router();
        Self { store, clock, smtp, program, router, database }
    }

    /// Nobody known.
    pub fn guest(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// Where other processes find the same database.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Lets time pass.
    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    /// Runs every job that is due, until none is.
    pub async fn run_jobs(&self) {
        let stop = CancellationToken::new();
        let pace = Pace {
            concurrency: 4,
            poll: Duration::from_millis(50),
            pause: Duration::from_secs(3600),
            ..Pace::default()
        };
        let runner = tokio::spawn(store::job::run(self.store.clone(), self.program.dispatch(), pace, stop.clone()));
        let patience = tokio::time::Instant::now() + Duration::from_secs(90);
        while self.unfinished_jobs().await > 0 {
            assert!(tokio::time::Instant::now() < patience, "jobs do not end");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        stop.cancel();
        runner.await.expect("the runner ends");
    }

    /// Runs jobs until every mail was tried, also those that wait for their turn with the mail server.
    pub async fn deliver(&self) {
        let patience = tokio::time::Instant::now() + Duration::from_secs(90);
        loop {
            self.run_jobs().await;
            if self.count("SELECT count(*) FROM message WHERE state = 'waiting' AND attempts = 0").await == 0 {
                return;
            }
            assert!(tokio::time::Instant::now() < patience, "mails do not go out");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    pub async fn count(&self, sql: &str) -> i64 {
        let backend = self.store.read().get_database_backend();
        let row = self
            .store
            .read()
            .query_one_raw(Statement::from_string(backend, sql.replace("{now}", &self.now_sql())))
            .await;
        row.expect("counts").expect("a row").try_get_by_index(0).expect("a number")
    }

    /// PostgreSQL rounds its milliseconds, also up: what was put among the jobs just now is due.
    fn now_sql(&self) -> String {
        (self.store.now().timestamp_millis() + 1).to_string()
    }

    /// Due, at work, or sent back for a moment because others had to end first; also where the clock was put back since.
    async fn unfinished_jobs(&self) -> i64 {
        let sql = "SELECT count(*) FROM job WHERE state = 'running' OR (state = 'ready' AND (due_at <= {now} \
                   OR (attempts = 0 AND due_at <= {now} + 1000)))";
        self.count(sql).await
    }

    /// Jobs that a test should have run. Whatever ends a ticket or makes a release looks after the seats in sessions and the
    /// invitations to them, and whatever puts a congress off after the letters that are planned, of which few tests have any:
    /// those that have run it.
    pub async fn due_jobs(&self) -> Vec<String> {
        let of_seats = self.count("SELECT count(*) FROM seating").await > 0;
        let invited = self.count("SELECT count(*) FROM invitation").await > 0;
        let seats = if of_seats { "" } else { " AND kind <> 'programme.bookings'" };
        let other = if invited { seats.to_owned() } else { format!("{seats} AND kind <> 'calendar.invitations'") };
        let planned = self.count("SELECT count(*) FROM campaign WHERE state = 'planned'").await > 0;
        let other = if planned { other } else { format!("{other} AND kind <> 'campaign.moved'") };
        // One that was begun and waits for its next turn was run.
        let sql = "SELECT kind || ' ' || state FROM job WHERE (state = 'running' OR (state = 'ready' \
                   AND started_at IS NULL AND due_at <= {now}))";
        self.texts(&format!("{sql}{other}")).await
    }

    /// Kind and error of each job that failed for good.
    pub async fn failed_jobs(&self) -> Vec<String> {
        self.texts("SELECT kind || ': ' || coalesce(last_error, '') FROM job WHERE state = 'failed' ORDER BY id").await
    }

    async fn texts(&self, sql: &str) -> Vec<String> {
        let backend = self.store.read().get_database_backend();
        let statement = Statement::from_string(backend, sql.replace("{now}", &self.now_sql()));
        let rows = self.store.read().query_all_raw(statement).await.expect("rows");
        rows.into_iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
    }

    /// What must always be true (MODEL): places counted are places held, and everyone who holds a place holds one of
    /// each quota.
    pub async fn check_invariants(&self) {
        let leaks = congress::query::leaks(self.store.read()).await.expect("leaks");
        assert!(leaks.is_empty(), "places counted that nobody holds, or the other way round: {leaks:?}");
        let wrong = self
            .count(
                "SELECT count(*) FROM attendee a JOIN category_quota cq ON cq.category_id = a.category_id \
                 JOIN quota q ON q.id = cq.quota_id WHERE (SELECT count(*) FROM claim c WHERE c.holder_id = a.id \
                 AND c.capacity_id = q.capacity_id AND c.freed_at IS NULL) \
                 <> CASE WHEN a.state IN ('valid', 'unpaid', 'unapproved') AND NOT a.beyond_quota AND NOT a.test THEN 1 ELSE 0 END",
            )
            .await;
        let partners = self
            .count(
                "SELECT count(*) FROM contingent_place p JOIN contingent k ON k.id = p.contingent_id \
                 JOIN category_quota cq ON cq.category_id = k.category_id JOIN quota q ON q.id = cq.quota_id \
                 WHERE (SELECT count(*) FROM claim c WHERE c.holder_id = p.id AND c.holder_kind = 'contingent' \
                 AND c.capacity_id = q.capacity_id AND c.freed_at IS NULL) \
                 <> CASE WHEN p.attendee_id IS NULL AND k.ended_at IS NULL THEN 1 ELSE 0 END",
            )
            .await;
        assert_eq!(partners, 0, "partners' places without their claims, or with claims they should not have");
        assert_eq!(wrong, 0, "attendees without their claims, or with claims they should not have");
        let wrong = self
            .count(
                "SELECT count(*) FROM code c WHERE c.used > c.max_uses \
                 OR c.used <> (SELECT count(*) FROM code_use u WHERE u.code_id = c.id AND u.freed_at IS NULL)",
            )
            .await;
        assert_eq!(wrong, 0, "codes whose count is not that of their uses");
        let wrong = self
            .count(
                "SELECT count(*) FROM attendee a WHERE a.voucher_id IS NOT NULL AND (SELECT count(*) FROM code_use u \
                 WHERE u.code_id = a.voucher_id AND u.holder_id = a.id AND u.freed_at IS NULL) \
                 <> CASE WHEN a.state IN ('valid', 'unpaid', 'unapproved') THEN 1 ELSE 0 END",
            )
            .await;
        assert_eq!(wrong, 0, "attendees without the use of their voucher, or with one they should not have");
        let wrong = self
            .count(
                "SELECT count(*) FROM code_use u WHERE u.holder_kind = 'attendee' AND u.freed_at IS NULL AND NOT EXISTS \
                 (SELECT 1 FROM attendee a WHERE a.id = u.holder_id AND a.voucher_id = u.code_id)",
            )
            .await;
        assert_eq!(wrong, 0, "uses of vouchers by nobody");
        let wrong = self
            .count(
                "SELECT count(*) FROM (SELECT k.holder_id, k.capacity_id, sum(k.n) AS held FROM claim k \
                 WHERE k.holder_kind = 'voucher' AND k.freed_at IS NULL GROUP BY k.holder_id, k.capacity_id) h \
                 LEFT JOIN code c ON c.id = h.holder_id LEFT JOIN voucher v ON v.id = h.holder_id \
                 WHERE v.id IS NULL OR NOT v.blocks OR c.ended_at IS NOT NULL OR h.held > c.max_uses - c.used",
            )
            .await;
        assert_eq!(wrong, 0, "vouchers that hold more places than they have uses left");
    }
}
