//! The server under load, its database, and the one that only says hello.

use crate::Outcome;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A database for this run.
pub struct Place {
    kongress: String,
    folder: PathBuf,
    /// The PostgreSQL server, and the database on it.
    postgres: Option<(String, String)>,
}

impl Place {
    pub async fn make(kongress: &str, server: Option<&str>) -> Outcome<Self> {
        // Beside the build, not in /tmp, which may be memory.
        let folder = PathBuf::from("target/bench").join(std::process::id().to_string());
        std::fs::create_dir_all(&folder)?;
        let folder = folder.canonicalize()?;
        let kongress = PathBuf::from(kongress).canonicalize()?.display().to_string();
        let mut postgres = None;
        if let Some(server) = server {
            let name = format!("bench_{}", std::process::id());
            let admin = Database::connect(format!("{server}/postgres")).await?;
            admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
            admin.close().await?;
            postgres = Some((server.to_owned(), name));
        }
        let place = Self { kongress, folder, postgres };
        place.run(&["migrate"])?;
        Ok(place)
    }

    pub fn is_postgres(&self) -> bool {
        self.postgres.is_some()
    }

    fn url(&self, file: &str) -> String {
        match &self.postgres {
            Some((server, name)) => format!("{server}/{name}"),
            None => format!("sqlite://{}", self.folder.join(file).display()),
        }
    }

    /// To the same server, or to a file of its own in the same folder, with the durability that kongress asks for.
    pub async fn connect(&self, file: &str, connections: usize) -> Outcome<DatabaseConnection> {
        let mut options = ConnectOptions::new(self.url(&format!("{file}.sqlite")));
        options.max_connections(u32::try_from(connections)?).test_before_acquire(false).sqlx_logging(false);
        options.map_sqlx_sqlite_opts(|o| {
            use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
            o.create_if_missing(true).journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
        });
        Ok(Database::connect(options).await?)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(&self.kongress);
        command.args(args).current_dir(&self.folder).stdin(Stdio::null());
        command.env("KONGRESS_DATABASE_URL", self.url("kongress.sqlite"));
        command.env("KONGRESS_SECRET_KEY", "a secret for measuring").env("KONGRESS_LOG", "warn,kongress=info");
        command
    }

    /// What a command prints.
    fn run(&self, args: &[&str]) -> Outcome<String> {
        let ended = self.command(args).output()?;
        if !ended.status.success() {
            return Err(format!("kongress {args:?}: {}", String::from_utf8_lossy(&ended.stderr)).into());
        }
        Ok(String::from_utf8(ended.stdout)?.trim_end().to_owned())
    }

    /// A congress, a token, and the server.
    pub async fn serve(&self) -> Outcome<Server> {
        let (from, to) = ("2040-03-11", "2040-03-12");
        self.run(&["congress", "add", crate::load::SLUG, "--name", "Messkongress", "--from", from, "--to", to])?;
        let permissions = ["orders.read", "orders.write", "congress.read", "congress.write", "check-ins.write"];
        let token = self.run(&[&["token", "add", "bench", "--permission"][..], &permissions].concat())?;
        let mut child =
            self.command(&["serve", "--no-jobs", "--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).spawn()?;
        let log = child.stderr.take().ok_or("no log")?;
        let mut lines = BufReader::new(log).lines();
        let url = loop {
            let line = lines.next().ok_or("the server ended")??;
            if let Some((_, address)) = line.split_once("listening on ") {
                break format!("http://{}", address.split('"').next().unwrap_or_default());
            }
        };
        // Read on, so that the server never waits for its log.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Server { child, url, token })
    }

    /// Takes everything away again.
    pub async fn remove(self) -> Outcome<()> {
        if let Some((server, name)) = self.postgres {
            let admin = Database::connect(format!("{server}/postgres")).await?;
            tokio::time::sleep(Duration::from_millis(200)).await;
            admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await?;
        }
        Ok(std::fs::remove_dir_all(self.folder)?)
    }
}

/// `kongress serve`. Killed when dropped.
pub struct Server {
    child: Child,
    url: String,
    pub token: String,
}

impl Server {
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Memory now and at its peak, in MiB, as Linux tells it.
    pub fn memory(&self) -> Outcome<[(&'static str, f64); 2]> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let of = |name: &str| -> Outcome<f64> {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line")?;
            let kib: f64 = line.trim_matches([':', ' ', '\t', 'k', 'B']).parse()?;
            Ok(kib / 1024.0)
        };
        Ok([("RSS", of("VmRSS")?), ("RSS, peak", of("VmHWM")?)])
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The floor of an answer. Killed when dropped.
pub struct Hello {
    child: Child,
    url: String,
}

impl Hello {
    pub fn start() -> Outcome<Self> {
        let mut child = Command::new(std::env::current_exe()?).arg("hello").stdout(Stdio::piped()).spawn()?;
        let mut url = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut url)?;
        Ok(Self { child, url: url.trim_end().to_owned() })
    }

    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
