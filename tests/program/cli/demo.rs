//! `demo`: fills its own fresh database, serves it again, and leaves any other alone.

use super::database::dump;
use super::fresh;
use crate::kit::database::is_postgres;
use crate::program::process::{Place, Process};
use payment::entity::invoice;
use payment::rules::Standing;
use registration::entity::order::{self, State};
use sea_orm::{
    ColumnTrait, ConnectOptions, ConnectionTrait, Database as Connect, DbBackend, EntityTrait, QueryFilter, QueryOrder,
    Statement,
};
use std::collections::BTreeMap;
use store::Store;

const DEMO: [&str; 3] = ["demo", "--attendees", "30"];

async fn demo(place: &Place) -> Process {
    place.serve(&DEMO).await
}

/// What must stay as it is: everything but sessions and jobs.
async fn content(store: &Store) -> Vec<String> {
    let all = dump(store).await;
    all.into_iter()
        .filter(|line| !line.starts_with("job") && !line.starts_with("session") && !line.starts_with("sqlite_"))
        .collect()
}

fn logins(process: &Process) -> Vec<Vec<String>> {
    let out = process.out();
    let lines = out.lines().filter(|line| line.starts_with("LOGIN "));
    lines.map(|line| line.split(' ').skip(1).map(str::to_owned).collect()).collect()
}

#[tokio::test]
async fn the_demo_serves_the_owl_congress_and_prints_who_can_log_in() {
    let (database, place) = fresh().await;
    let process = demo(&place).await;
    let logins = logins(&process);
    let roles: Vec<&str> = logins.iter().map(|login| login[0].as_str()).collect();
    assert_eq!(roles, ["admin", "organiser", "programme", "reviewer", "door", "finance", "privacy"]);
    for login in &logins {
        let [_, email, password] = login.as_slice() else { panic!("LOGIN role email password: {login:?}") };
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a browser");
        let fields = [("email", email), ("password", password)];
        let answer = http.post(format!("{}/login", process.url)).form(&fields).send().await.expect("an answer");
        assert_eq!(answer.status(), 303, "{login:?} logs in");
    }
    let page = reqwest::get(format!("{}/owl", process.url)).await.expect("an answer");
    assert_eq!(page.status(), 200);
    let people = content(&database.store).await.iter().filter(|line| line.starts_with("attendee: ")).count();
    // And a group of five, somebody twice, three of a partner, one who tries something out, six with vouchers; six of the
    // press, seven guests of honour with two companions.
    assert_eq!(people, 30 + 5 + 1 + 3 + 1 + 6 + 6 + 9);
}

#[tokio::test]
async fn the_demo_a_second_time_is_the_same() {
    let (database, place) = fresh().await;
    let first = demo(&place).await;
    let (logins_before, before) = (logins(&first), content(&database.store).await);
    first.kill().await;
    let second = place.serve(&["demo", "--attendees", "999", "--date", "2028-01-01"]).await;
    assert_eq!(logins(&second), logins_before);
    assert_eq!(content(&database.store).await, before, "nothing is added to it");
}

#[tokio::test]
async fn the_demo_looks_like_weeks_of_selling_and_sends_nothing() {
    let (database, place) = fresh().await;
    let process = demo(&place).await;
    let conn = database.store.read();
    let owl = congress::query::by_slug(conn, "owl").await.expect("reads").expect("the congress");
    let counts = post::query::counts(conn, owl.id).await.expect("counts");
    assert_eq!(
        (counts.held, counts.waiting, counts.failed, counts.in_doubt),
        (3, 1, 3, 1),
        "two of those that failed came back"
    );
    assert!(counts.sent > 20, "{counts:?}");
    let failed = post::query::list(conn, owl.id, Some(post::State::Failed), 9, 0).await.expect("reads");
    let refused = failed.into_iter().find(|mail| mail.answer.as_deref().is_some_and(|a| a.contains("User unknown")));
    let failed = refused.expect("one that was refused at once");
    assert_eq!(failed.trouble, Some(post::Trouble::Recipient));
    assert!(failed.answer.is_some_and(|answer| answer.starts_with("550 5.1.1 User unknown")));
    assert!(failed.subject.is_some_and(|subject| subject.contains("DigitaleZukunft@OWL")));
    assert!(content(&database.store).await.iter().any(|line| line.contains("Rollstuhl")), "the office wrote notes");
    let jobs = dump(&database.store).await.into_iter().filter(|line| line.starts_with("job: "));
    assert!(!jobs.into_iter().any(|job| job.contains("post.deliver")), "nothing waits to be sent");
    let invited = calendar::entity::invitation::Entity::find().all(conn).await.expect("reads");
    assert!(invited.len() >= 9, "{}", invited.len());
    assert!(invited.iter().any(|row| row.answered_at.is_some()));
    drop(process);
}

/// Twelve of the thirty have a ticket that costs something, each with another course of its money.
#[tokio::test]
async fn the_demo_has_orders_in_every_state_of_money_with_invoices_without_a_gap() {
    let (database, place) = fresh().await;
    let process = demo(&place).await;
    let conn = database.store.read();
    let owl = congress::query::by_slug(conn, "owl").await.expect("reads").expect("the congress");
    let orders = order::Entity::find()
        .filter(order::Column::CongressId.eq(owl.id))
        .filter(order::Column::Street.ne(""))
        .all(conn)
        .await
        .expect("orders");
    let now = database.store.now();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for order in &orders {
        let account = payment::query::account(conn, order).await.expect("an account");
        let overdue = order.payment_due_at.is_some_and(|due| due < now);
        let told = match (order.state, account.balance.standing()) {
            (State::Confirmed, Standing::Paid) => "paid",
            (State::Confirmed, Standing::Over) => "overpaid",
            (State::AwaitingPayment, Standing::Part) => "part paid",
            (State::AwaitingPayment, Standing::Open) if overdue => "overdue",
            (State::AwaitingPayment, Standing::Open) => "open",
            (State::Expired, Standing::Free) => "expired",
            (State::Cancelled, Standing::Free) => "refunded",
            (State::Cancelled, Standing::Over) => "to be refunded",
            (state, standing) => panic!("{state:?}, {standing:?}"),
        };
        *seen.entry(told).or_default() += 1;
        assert!(order.notify && order.placed_at < now, "as any order");
        assert!(!account.invoices.is_empty(), "{told}: it has an invoice");
        assert_eq!(account.stands(), order.total_cents > 0, "{told}: what is left has an invoice that stands");
        assert_eq!(order.leitweg_id.is_empty(), order.cost_centre.is_empty() || order.country != "DE");
    }
    let all = ["expired", "open", "overdue", "overpaid", "paid", "part paid", "refunded", "to be refunded"];
    assert_eq!(seen.keys().copied().collect::<Vec<_>>(), all);
    assert_eq!(seen.values().sum::<usize>(), 12);
    let invoices = invoice::Entity::find().order_by_asc(invoice::Column::IssuedAt).order_by_asc(invoice::Column::Id);
    let invoices = invoices.all(conn).await.expect("invoices");
    let mut next: BTreeMap<String, i32> = BTreeMap::new();
    for invoice in &invoices {
        let (series, number) = invoice.number.rsplit_once('-').expect("a number");
        let n = next.entry(series.to_owned()).or_insert(1);
        assert_eq!(number, format!("{n:04}"), "in the order of time, without a gap");
        assert!(invoice.issued_at < now);
        *n += 1;
    }
    let invoice_mails = post::query::counts(conn, owl.id).await.expect("counts");
    assert_eq!(invoice_mails.waiting, 1, "nothing waits to be sent but what the season left");
    drop(process);
}

/// Makes a database another one's by this command; then the demo must refuse it and change nothing.
async fn left_alone_after(foreign: &[&str]) {
    let (database, place) = fresh().await;
    place.run(foreign).await.done();
    let before = dump(&database.store).await;
    place.run(&DEMO).await.refused();
    assert_eq!(dump(&database.store).await, before, "after {foreign:?} it is as it was");
}

#[tokio::test]
async fn the_demo_leaves_a_database_alone_that_holds_a_congress() {
    left_alone_after(&["congress", "add", "mine", "--name", "Mine", "--from", "2027-03-11", "--to", "2027-03-11"])
        .await;
}

#[tokio::test]
async fn the_demo_leaves_a_database_alone_that_holds_a_user() {
    left_alone_after(&["user", "add", "lea@owl.example", "--role", "door"]).await;
}

#[tokio::test]
async fn the_demo_leaves_a_database_alone_that_holds_a_token() {
    left_alone_after(&["token", "add", "box office", "--permission", "orders.read"]).await;
}

/// Made on SQLite: PostgreSQL is never migrated by itself.
#[tokio::test]
async fn the_demo_leaves_another_programs_file_alone() {
    if is_postgres() {
        return;
    }
    let folder = Place::bare();
    let path = folder.folder().join("kongress-demo.sqlite");
    let other =
        Connect::connect(ConnectOptions::new(format!("sqlite://{}?mode=rwc", path.display()))).await.expect("a file");
    other.execute_unprepared("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('milk')").await.expect("a note");
    for command in [&DEMO[..], &["serve"]] {
        let place = Place::on(&format!("sqlite://{}", path.display()));
        place.run(command).await.refused();
    }
    let sql = "SELECT group_concat(name) || (SELECT text FROM note) FROM sqlite_master";
    let row = other.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.expect("reads").expect("a row");
    assert_eq!(row.try_get_by_index::<String>(0).expect("a text"), "notemilk", "it holds what it held");
}
