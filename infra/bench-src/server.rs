//! The program under load and its database.

use crate::Outcome;
use crate::client::{Client, Manner};
use crate::floor::Bare;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The congress that is measured.
pub const SLUG: &str = "bench";
/// The congress to come whose waiting list is measured.
pub const LIST: &str = "bench-list";
/// Their organiser.
pub const EMAIL: &str = "office@bench.example";
pub const PASSWORD: &str = "eight ducks on the Lippe";

/// A database for this run.
pub struct Place {
    kongress: String,
    folder: PathBuf,
    /// The PostgreSQL server, and the database on it.
    postgres: Option<(String, String)>,
}

impl Place {
    /// An empty one with all steps of the schema.
    pub async fn make(kongress: &str, server: Option<&str>) -> Outcome<Self> {
        // Beside the build, not in /tmp, which may be memory.
        let folder = PathBuf::from("target/bench").join(std::process::id().to_string());
        std::fs::create_dir_all(&folder)?;
        let folder = folder.canonicalize()?;
        let kongress = PathBuf::from(kongress).canonicalize()?.display().to_string();
        let mut postgres = None;
        if let Some(server) = server {
            let name = format!("bench_{}", std::process::id());
            Bare::postgres(&format!("{server}/postgres")).await?.run(&format!("CREATE DATABASE {name}"), &[]).await?;
            postgres = Some((server.to_owned(), name));
        }
        let place = Self { kongress, folder, postgres };
        place.run(&["migrate"], "")?;
        Ok(place)
    }

    pub fn name(&self) -> &'static str {
        if self.postgres.is_some() { "PostgreSQL" } else { "SQLite" }
    }

    pub fn is_postgres(&self) -> bool {
        self.postgres.is_some()
    }

    fn file(&self) -> PathBuf {
        self.folder.join("kongress.sqlite")
    }

    fn url(&self) -> String {
        match &self.postgres {
            Some((server, name)) => format!("{server}/{name}"),
            None => format!("sqlite://{}", self.file().display()),
        }
    }

    /// A connection of our own, with the durability that kongress asks for.
    pub async fn bare(&self) -> Outcome<Bare> {
        match &self.postgres {
            Some(_) => Bare::postgres(&self.url()).await,
            None => Bare::sqlite(&self.file()).await,
        }
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(&self.kongress);
        command.args(args).current_dir(&self.folder).stdin(Stdio::null());
        command.env("KONGRESS_DATABASE_URL", self.url());
        command.env("KONGRESS_SECRET_KEY", "a secret for measuring");
        // As the unit and the image set it.
        command.env("MALLOC_ARENA_MAX", "2");
        command
    }

    /// What a command prints when it is told something.
    pub fn run(&self, args: &[&str], told: &str) -> Outcome<String> {
        let mut child = self.command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        child.stdin.take().ok_or("no input")?.write_all(told.as_bytes())?;
        let ended = child.wait_with_output()?;
        if !ended.status.success() {
            return Err(format!("kongress {args:?}: {}", ended.status).into());
        }
        Ok(String::from_utf8(ended.stdout)?.trim_end().to_owned())
    }

    /// A congress that is under way, so that its tickets let in; somebody in its office; a token, which is given.
    pub fn found(&self) -> Outcome<String> {
        let today = base::Clock::system().now().date_naive();
        let day = |n| (today + chrono::Days::new(n)).to_string();
        let yesterday = (today - chrono::Days::new(1)).to_string();
        self.run(&["congress", "add", SLUG, "--name", "Messkongress", "--from", &yesterday, "--to", &day(2)], "")?;
        self.run(&["congress", "add", LIST, "--name", "Warteliste", "--from", &day(60), "--to", &day(61)], "")?;
        self.run(&["user", "add", EMAIL, "--role", "organiser"], PASSWORD)?;
        let permissions = ["orders.read", "orders.write", "congress.read", "congress.write", "check-ins.write"];
        self.run(&[&["token", "add", "bench", "--permission"][..], &permissions].concat(), "")
    }

    /// The server, with jobs if there is a mail server to send to.
    pub async fn serve(&self, smtp: Option<&str>) -> Outcome<Server> {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        match smtp {
            Some(smtp) => drop(command.env("KONGRESS_SMTP_URL", smtp)),
            None => drop(command.arg("--no-jobs")),
        }
        Self::begin(command).await
    }

    /// The server with jobs; mails are held.
    pub async fn serve_with_jobs(&self) -> Outcome<Server> {
        Self::begin(self.command(&["serve", "--listen", "127.0.0.1:0"])).await
    }

    async fn begin(mut command: Command) -> Outcome<Server> {
        let begun = Instant::now();
        let mut child = command.stderr(Stdio::piped()).spawn()?;
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
        Client::connect(&url).await?.get("/health", &Manner::default()).await?;
        Ok(Server { child, url, began_in: begun.elapsed() })
    }

    /// Takes everything away again.
    pub async fn remove(self) -> Outcome<()> {
        if let Some((server, name)) = self.postgres {
            let mut admin = Bare::postgres(&format!("{server}/postgres")).await?;
            admin.run(&format!("DROP DATABASE {name} WITH (FORCE)"), &[]).await?;
        }
        Ok(std::fs::remove_dir_all(self.folder)?)
    }
}

/// `kongress serve`. Killed when dropped.
pub struct Server {
    child: Child,
    pub url: String,
    /// From its start to its first answer.
    pub began_in: Duration,
}

impl Server {
    /// A field of Linux's status of the process, in MiB: `VmRSS`, `VmHWM`.
    pub fn memory(&self, field: &str) -> Outcome<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(field)).ok_or("no such line")?;
        let kib: f64 = line.trim_matches([':', ' ', '\t', 'k', 'B']).parse()?;
        Ok(kib / 1024.0)
    }

    pub fn cpu(&self) -> Outcome<Duration> {
        cpu(self.child.id())
    }
}

/// The processor time that a process has used, as Linux tells it: in hundredths of a second.
pub fn cpu(process: u32) -> Outcome<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // Behind the name, which may hold anything: user and system time are the 12th and 13th.
    let (_, fields) = stat.rsplit_once(')').ok_or("no name")?;
    let hundredths: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum();
    Ok(Duration::from_millis(hundredths * 10))
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
