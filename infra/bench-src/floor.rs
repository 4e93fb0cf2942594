//! What nobody can do without: the rows. They are written again as kongress wrote them, by prepared statements of bare
//! sqlx, in one transaction with the conditional UPDATE of the capacity, with the same durability.
//!
//! A row is written by copying one that kongress wrote, with other identifiers; so the floor always writes what the
//! schema has.

use crate::Outcome;
use crate::load::Work;
use base::{Chance, Uuid};
use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// A connection to either database, and nothing around it.
pub enum Bare {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// What is bound to a statement.
#[derive(Clone)]
pub enum Value {
    Id(Uuid),
    Text(String),
    Number(i64),
}

/// The same words for both types of connection.
macro_rules! either {
    ($self:ident, $sql:expr, $values:expr, $with:ident, $query:ident => $then:expr) => {
        match $self {
            Bare::Sqlite($with) => {
                let $query = bind!($sql, $values);
                $then
            }
            Bare::Postgres($with) => {
                let $query = bind!($sql, $values);
                $then
            }
        }
    };
}

macro_rules! bind {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query(AssertSqlSafe($sql));
        for value in $values {
            query = match value {
                Value::Id(id) => query.bind(*id),
                Value::Text(text) => query.bind(text.clone()),
                Value::Number(n) => query.bind(*n),
            };
        }
        query
    }};
}

impl Bare {
    pub async fn sqlite(file: &Path) -> Outcome<Self> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(std::time::Duration::from_secs(15))
            .pragma("cache_size", "-8000")
            .disable_statement_logging();
        Ok(Self::Sqlite(options.connect().await?))
    }

    pub async fn postgres(url: &str) -> Outcome<Self> {
        Ok(Self::Postgres(PgConnection::connect(url).await?))
    }

    /// Runs a statement; gives how many rows it changed.
    pub async fn run(&mut self, sql: &str, values: &[Value]) -> Outcome<u64> {
        Ok(either!(self, sql, values, conn, query => query.execute(conn).await?.rows_affected()))
    }

    /// The first column of each row, numbers as they are.
    pub async fn numbers(&mut self, sql: &str) -> Outcome<Vec<i64>> {
        let none: [Value; 0] = [];
        Ok(either!(self, sql, &none, conn, query => {
            let rows = query.fetch_all(conn).await?;
            rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?
        }))
    }

    /// The first column of each row, which are identifiers.
    pub async fn ids(&mut self, sql: &str) -> Outcome<Vec<Uuid>> {
        let none: [Value; 0] = [];
        Ok(either!(self, sql, &none, conn, query => {
            let rows = query.fetch_all(conn).await?;
            rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?
        }))
    }

    async fn id(&mut self, sql: &str) -> Outcome<Uuid> {
        self.ids(sql).await?.first().copied().ok_or_else(|| format!("no row: {sql}").into())
    }

    async fn texts(&mut self, sql: &str) -> Outcome<Vec<String>> {
        let none: [Value; 0] = [];
        Ok(either!(self, sql, &none, conn, query => {
            let rows = query.fetch_all(conn).await?;
            rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?
        }))
    }

    /// The settings of durability, as the database tells them.
    pub async fn durability(&mut self) -> Outcome<String> {
        match self {
            Self::Sqlite(_) => {
                let mode = self.texts("PRAGMA journal_mode").await?.concat();
                let level = self.numbers("PRAGMA synchronous").await?;
                Ok(format!("journal_mode={mode} synchronous={}", if level == [2] { "FULL" } else { "less" }))
            }
            Self::Postgres(_) => {
                let mut told = vec![];
                for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
                    let is = self.texts(&format!("SELECT current_setting('{setting}')")).await?.concat();
                    told.push(format!("{setting}={is}"));
                }
                Ok(told.join(" "))
            }
        }
    }

    fn begin(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "BEGIN IMMEDIATE",
            Self::Postgres(_) => "BEGIN",
        }
    }

    /// `INSERT INTO table SELECT …` of one row, in which these columns get other values and `left_out` what they get by
    /// themselves. The values come in the order of the columns, then the row's id.
    async fn copy(&mut self, table: &str, other: &[&str], left_out: &[&str]) -> Outcome<Arc<str>> {
        let all = match self {
            Self::Sqlite(_) => self.texts(&format!("SELECT name FROM pragma_table_info('{table}')")).await?,
            Self::Postgres(_) => {
                let of = "FROM information_schema.columns WHERE table_schema = 'public' AND table_name";
                self.texts(&format!("SELECT column_name::text {of} = '{table}'")).await?
            }
        };
        let quoted = |name: &String| format!("\"{name}\"");
        let kept: Vec<&String> = all.iter().filter(|name| !left_out.contains(&name.as_str())).collect();
        let columns = kept.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
        let value = |name: &&String| match other.iter().position(|o| o == name) {
            Some(at) => format!("${}", at + 1),
            None => quoted(name),
        };
        let values = kept.iter().map(value).collect::<Vec<_>>().join(", ");
        let row = format!("WHERE id = ${}", other.len() + 1);
        Ok(format!("INSERT INTO \"{table}\" ({columns}) SELECT {values} FROM \"{table}\" {row}").into())
    }
}

/// The rows of one order that kongress has placed, and how they are written again.
#[derive(Clone)]
pub struct OrderRows {
    order: Uuid,
    mailbox: Uuid,
    attendee: Uuid,
    claim: Uuid,
    event: Uuid,
    job: i64,
    capacity: Uuid,
    /// How each is copied.
    copies: [Arc<str>; 6],
}

impl OrderRows {
    /// Of the order that was placed last.
    pub async fn read(bare: &mut Bare) -> Outcome<Self> {
        // UUIDv7: the last one is the greatest.
        let last = |table: &str| format!("SELECT id FROM \"{table}\" ORDER BY id DESC LIMIT 1");
        let order = bare.id(&last("order")).await?;
        Ok(Self {
            order,
            mailbox: bare.id("SELECT mailbox_id FROM \"order\" ORDER BY id DESC LIMIT 1").await?,
            attendee: bare.id(&last("attendee")).await?,
            claim: bare.id(&last("claim")).await?,
            event: bare.id("SELECT id FROM event WHERE verb = 'order.placed' ORDER BY id DESC LIMIT 1").await?,
            job: *bare.numbers("SELECT max(id) FROM job").await?.first().ok_or("no job")?,
            capacity: bare.id("SELECT capacity_id FROM claim ORDER BY id DESC LIMIT 1").await?,
            copies: [
                bare.copy("mailbox", &["id", "address"], &[]).await?,
                bare.copy("order", &["id", "code", "mailbox_id", "placement"], &[]).await?,
                bare.copy("attendee", &["id", "order_id", "mailbox_id", "ticket_serial"], &[]).await?,
                bare.copy("claim", &["id", "holder_id"], &[]).await?,
                bare.copy("event", &["id", "object_id"], &[]).await?,
                bare.copy("job", &[], &["id"]).await?,
            ],
        })
    }
}

/// Writes the rows of orders.
pub struct Orders {
    pub bare: Bare,
    pub rows: OrderRows,
    pub chance: Chance,
    pub clock: base::Clock,
}

impl Work for Orders {
    async fn once(&mut self, number: usize) -> Outcome<bool> {
        let Self { bare, rows, chance, clock } = self;
        let now = clock.now();
        let id = || Value::Id(chance.id(now));
        let (order, mailbox, attendee) = (id(), id(), id());
        let [other_claim, other_event, placement] = [id(), id(), id()];
        let serial = Value::Number(i64::from_be_bytes(chance.bytes()) & i64::MAX);
        let address =
            Value::Text(format!("floor-{number}-{}@bare.example", Uuid::from_u128(u128::from(number as u64))));
        let code = Value::Text(format!("#{number}-{}", chance.opaque_id()));
        let [mailboxes, orders, attendees, claims, events, jobs] = &rows.copies;
        bare.run(bare.begin(), &[]).await?;
        bare.run(mailboxes, &[mailbox.clone(), address, Value::Id(rows.mailbox)]).await?;
        bare.run(orders, &[order.clone(), code, mailbox.clone(), placement, Value::Id(rows.order)]).await?;
        bare.run(attendees, &[attendee.clone(), order.clone(), mailbox, serial, Value::Id(rows.attendee)]).await?;
        let take = "UPDATE capacity SET taken = taken + 1 WHERE id = $1 AND (size IS NULL OR taken + 1 <= size)";
        if bare.run(take, &[Value::Id(rows.capacity)]).await? != 1 {
            return Err("the floor is full".into());
        }
        bare.run(claims, &[other_claim, attendee, Value::Id(rows.claim)]).await?;
        bare.run(events, &[other_event, order, Value::Id(rows.event)]).await?;
        bare.run(jobs, &[Value::Number(rows.job)]).await?;
        bare.run("COMMIT", &[]).await?;
        Ok(true)
    }
}

/// The rows of one check-in that kongress has made, and how they are written again.
#[derive(Clone)]
pub struct CheckInRows {
    scan: Uuid,
    event: Uuid,
    copies: [Arc<str>; 3],
}

impl CheckInRows {
    /// Of the last one that let somebody in.
    pub async fn read(bare: &mut Bare) -> Outcome<Self> {
        Ok(Self {
            // An admission bears the id of the scan that opened it.
            scan: bare.id("SELECT id FROM admission ORDER BY id DESC LIMIT 1").await?,
            event: bare.id("SELECT id FROM event WHERE verb = 'check-in.admitted' ORDER BY id DESC LIMIT 1").await?,
            copies: [
                bare.copy("admission", &["id", "attendee_id"], &[]).await?,
                bare.copy("scan", &["id", "nonce", "attendee_id", "admission_id"], &[]).await?,
                bare.copy("event", &["id", "object_id"], &[]).await?,
            ],
        })
    }
}

/// Writes the rows of check-ins, each for one of these attendees.
pub struct CheckIns {
    pub bare: Bare,
    pub rows: CheckInRows,
    pub attendees: Arc<Mutex<Vec<Uuid>>>,
    pub chance: Chance,
    pub clock: base::Clock,
}

impl Work for CheckIns {
    async fn once(&mut self, _: usize) -> Outcome<bool> {
        let next = self.attendees.lock().map_err(|_| "the attendees")?.pop();
        let Some(attendee) = next.map(Value::Id) else { return Ok(false) };
        let Self { bare, rows, chance, clock, .. } = self;
        let now = clock.now();
        let [id, nonce, event] = [0; 3].map(|_| Value::Id(chance.id(now)));
        let [admissions, scans, events] = &rows.copies;
        bare.run(bare.begin(), &[]).await?;
        bare.run(admissions, &[id.clone(), attendee.clone(), Value::Id(rows.scan)]).await?;
        bare.run(scans, &[id.clone(), nonce, attendee.clone(), id, Value::Id(rows.scan)]).await?;
        bare.run(events, &[event, attendee, Value::Id(rows.event)]).await?;
        bare.run("COMMIT", &[]).await?;
        Ok(true)
    }
}
