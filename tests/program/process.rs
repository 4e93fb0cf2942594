//! `kongress` as a process, as the operator starts it.

use crate::kit::app::PUBLIC_URL;
use crate::kit::database::SECRET_KEY;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

/// How long anything may take before a test says what is missing. Far more than it takes.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until `ready` gives something; after [`PATIENCE`] it fails, naming what did not come.
pub async fn until<T>(what: &str, mut ready: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(it) = ready().await {
            return it;
        }
        assert!(Instant::now() < end, "not within {PATIENCE:?}: {what}");
        sleep(Duration::from_millis(10)).await;
    }
}

/// Settings, and a working directory with nothing in it.
pub struct Place {
    folder: TempDir,
    settings: Vec<(String, String)>,
}

/// What a command left behind.
#[derive(Debug)]
pub struct Ended {
    /// None: ended by a signal.
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Place {
    /// With nothing set.
    pub fn bare() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), settings: vec![] }
    }

    /// On this database, as a test's own program has it.
    pub fn on(database: &str) -> Self {
        Self::bare().with("DATABASE_URL", database).with("SECRET_KEY", SECRET_KEY).with("PUBLIC_URL", PUBLIC_URL)
    }

    /// With mails going to this server.
    pub fn mailing(self, smtp: &str) -> Self {
        self.with("SMTP_URL", smtp).with("MAIL_FROM", "Kongress <kongress@owl.example>")
    }

    /// With one more setting, or another one.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.into(), value.into()));
        self
    }

    /// Without a setting.
    pub fn without(mut self, name: &str) -> Self {
        self.settings.retain(|(known, _)| known != name);
        self
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kongress"));
        command.args(args).env_clear().current_dir(self.folder.path()).kill_on_drop(true);
        command.envs(self.settings.iter().map(|(name, value)| (format!("KONGRESS_{name}"), value)));
        command
    }

    /// Runs a command to its end, with nothing to read.
    pub async fn run(&self, args: &[&str]) -> Ended {
        self.run_with(args, "").await
    }

    /// Runs a command to its end, with this piped in.
    pub async fn run_with(&self, args: &[&str], input: &str) -> Ended {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // Who does not read its input may have closed it.
        let _ = stdin.write_all(input.as_bytes()).await;
        drop(stdin);
        let ended = tokio::time::timeout(PATIENCE, child.wait_with_output()).await;
        let ended = ended.unwrap_or_else(|_| panic!("{args:?} does not end")).expect("it ends");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Ended { code: ended.status.code(), out: text(ended.stdout), err: text(ended.stderr) }
    }

    /// Starts a command and does not wait for anything.
    pub fn start(&self, args: &[&str]) -> Process {
        Process::start(self.command(args))
    }

    /// Starts what serves until it is stopped, on a free port, and waits for `/health`.
    pub async fn serve(&self, args: &[&str]) -> Process {
        let args = [args, &["--listen", "127.0.0.1:0"]].concat();
        let mut process = self.start(&args);
        let address = process.says("listening on ").await;
        process.url = format!("http://{address}");
        let health = format!("{}/health", process.url);
        until("an answer of /health", async || {
            Some(reqwest::get(&health).await.ok()?.status().is_success()).filter(|ok| *ok)
        })
        .await;
        process
    }

    /// Starts `kongress jobs` and waits until it works.
    pub async fn jobs(&self) -> Process {
        let process = self.start(&["jobs"]);
        process.says("running jobs").await;
        process
    }
}

/// A program that runs. Killed when dropped.
pub struct Process {
    child: Child,
    log: Arc<Mutex<Vec<String>>>,
    out: Arc<Mutex<Vec<String>>>,
    readers: [JoinHandle<()>; 2],
    /// Where it listens.
    pub url: String,
}

impl Process {
    fn start(mut command: Command) -> Self {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let (log, of_log) = keep(child.stderr.take().expect("a pipe"));
        let (out, of_out) = keep(child.stdout.take().expect("a pipe"));
        Self { child, log, out, readers: [of_log, of_out], url: String::new() }
    }

    /// Closes what it writes to, as when who started it has ended.
    pub async fn unheard(&mut self) {
        for reader in &mut self.readers {
            reader.abort();
            assert!(reader.await.is_err_and(|e| e.is_cancelled()), "it wrote until now");
        }
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        self.log.lock().expect("the log").join("\n")
    }

    /// What it has printed so far.
    pub fn out(&self) -> String {
        self.out.lock().expect("the output").join("\n")
    }

    /// How many lines of the log have all of these in them.
    pub fn logged(&self, parts: &[&str]) -> usize {
        self.log.lock().expect("the log").iter().filter(|line| parts.iter().all(|part| line.contains(part))).count()
    }

    /// Waits until the log says so; gives what follows, to the end of that message.
    pub async fn says(&self, words: &str) -> String {
        let quoted = format!("\"message\":\"{words}");
        let found = async || {
            let log = self.log();
            let (_, rest) = log.split_once(&quoted)?;
            Some(rest.split('"').next().unwrap_or_default().to_owned())
        };
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(rest) = found().await {
                return rest;
            }
            assert!(Instant::now() < end, "it does not say {words:?}:\n{}", self.log());
            sleep(Duration::from_millis(10)).await;
        }
    }

    /// `kill -9`.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it can be killed");
    }

    /// SIGTERM, as systemd and containers send it.
    pub async fn terminate(&self) {
        let id = self.child.id().expect("it runs").to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().await.expect("kill runs");
        assert!(sent.success(), "the signal arrives");
    }

    /// Waits for its end; gives the exit code.
    pub async fn ended(&mut self) -> Option<i32> {
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await;
        ended.unwrap_or_else(|_| panic!("it does not end:\n{}", self.log())).expect("it ends").code()
    }
}

/// Keeps what comes, so that nobody who writes has to wait.
fn keep(pipe: impl AsyncRead + Unpin + Send + 'static) -> (Arc<Mutex<Vec<String>>>, JoinHandle<()>) {
    let kept = Arc::<Mutex<Vec<String>>>::default();
    let lines = Arc::clone(&kept);
    let reader = tokio::spawn(async move {
        let mut read = BufReader::new(pipe).lines();
        while let Ok(Some(line)) = read.next_line().await {
            lines.lock().expect("the lines").push(line);
        }
    });
    (kept, reader)
}
