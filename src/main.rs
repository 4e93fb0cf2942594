//! The command line.

mod command;

use base::config::Config;
use base::{Actor, Chance, Clock, Language, Permission, Text};
use chrono::{NaiveDate, TimeZone};
use clap::{Args, Parser, Subcommand};
use command::export::ExportCommand;
use command::import::ImportCommand;
use identity::service::account::{NewAccount, add_account};
use identity::{Password, Role};
use kongress::{DATABASE, LISTEN, Program, StartError};
use std::fmt::Display;
use std::io::{IsTerminal, Read, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;
use store::Store;
use tokio_util::sync::CancellationToken;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::EnvFilter;

/// A congress and event management system.
///
/// Settings come from KONGRESS_* in the environment over kongress.toml: DATABASE_URL, LISTEN, PUBLIC_URL, SECRET_KEY,
/// SMTP_URL, SMTP_CA_FILE, SMTP_RATE, MAIL_FROM, BOUNCE_ADDRESS, BOUNCE_IMAP_URL, DKIM_DOMAIN, DKIM_SELECTOR,
/// DKIM_KEY_FILE, TRUSTED_PROXIES, METRICS_TOKEN. With none set, everything is in kongress.sqlite.
#[derive(Parser)]
#[command(name = "kongress", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fill a fresh database with the OWL congress and serve it. Serves it again if it is the demo's.
    Demo {
        #[arg(long, default_value_t = demo::ATTENDEES)]
        attendees: usize,
        /// The day of the congress.
        #[arg(long, default_value = "2027-03-11")]
        date: NaiveDate,
        #[command(flatten)]
        listen: Listen,
    },
    /// Serve the web, and run the jobs.
    Serve {
        #[command(flatten)]
        listen: Listen,
        /// Leave the jobs to `kongress jobs`.
        #[arg(long)]
        no_jobs: bool,
    },
    /// Run the jobs.
    Jobs {
        /// Serve /health and /metrics of this process there.
        #[arg(long)]
        listen: Option<String>,
    },
    /// Take the missing steps of the database's schema.
    Migrate,
    /// Congresses.
    #[command(subcommand)]
    Congress(CongressCommand),
    /// Staff.
    #[command(subcommand)]
    User(UserCommand),
    /// Tokens for programs.
    #[command(subcommand)]
    Token(TokenCommand),
    /// Look whether everything is well, and say what to do. Changes nothing.
    Doctor(command::doctor::Doctor),
    /// Copy the database to a file, also while it is used.
    Backup(command::backup::Backup),
    /// Put a copy back into an empty database.
    Restore(command::backup::Restore),
    /// Take in lists from spreadsheets, and schedules of other programs.
    #[command(subcommand)]
    Import(ImportCommand),
    /// Write lists as xlsx or csv, the programme as xml or json.
    #[command(subcommand)]
    Export(ExportCommand),
    /// Take in a mail that came back, or an answer to an invitation, from standard input: for the mail server's alias. Exit
    /// code 75: try again later.
    Bounce,
    /// Print every route, and who may use it.
    Routes,
}

#[derive(Args)]
struct Listen {
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long)]
    listen: Option<String>,
}

#[derive(Subcommand)]
enum CongressCommand {
    /// Add a congress. It is open at once.
    Add {
        /// Its short name in addresses: lower-case letters, digits, dashes.
        slug: String,
        #[arg(long)]
        name: String,
        /// The first day.
        #[arg(long)]
        from: NaiveDate,
        /// The last day.
        #[arg(long)]
        to: NaiveDate,
        #[arg(long, default_value = "Europe/Berlin")]
        zone: String,
        /// Seen by staff only until it is opened.
        #[arg(long)]
        draft: bool,
    },
    /// Add the next edition of a congress, as that one is: a draft. Orders and people are never copied.
    Copy(command::edition::Edition),
}

#[derive(Subcommand)]
enum UserCommand {
    /// Add a member of staff, or a role to one. The password comes from standard input if that is piped; else a
    /// log-in link is printed.
    Add {
        email: String,
        #[arg(long)]
        role: Role,
        /// In this congress only.
        #[arg(long)]
        congress: Option<String>,
        #[arg(long)]
        name: Option<String>,
    },
}

#[derive(Subcommand)]
enum TokenCommand {
    /// Make a token and print it, once.
    Add {
        name: String,
        /// For this congress only.
        #[arg(long)]
        congress: Option<String>,
        #[arg(long = "permission", required = true, num_args = 1..)]
        permissions: Vec<Permission>,
    },
}

/// What is told on stderr before exit code 1.
struct Failed(String);

impl<E: Display> From<E> for Failed {
    fn from(e: E) -> Self {
        Self(e.to_string())
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => return fail(&Failed::from(e)),
    };
    runtime.block_on(Box::pin(run(cli.command))).unwrap_or_else(|e| fail(&e))
}

fn fail(e: &Failed) -> ExitCode {
    // Nobody may be listening on stderr; the exit code says it all the same.
    let _ = writeln!(std::io::stderr(), "kongress: {}", e.0);
    ExitCode::from(1)
}

fn say(line: impl Display) -> Result<(), Failed> {
    let mut out = std::io::stdout();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

async fn run(command: Command) -> Result<ExitCode, Failed> {
    let _writing = log(match command {
        Command::Demo { .. } | Command::Serve { .. } | Command::Jobs { .. } | Command::Bounce => "info",
        // It tells what is wrong itself.
        Command::Doctor(_) => "off",
        _ => "error",
    });
    let config = Config::load();
    match command {
        Command::Routes => routes(),
        Command::Bounce => return Ok(Box::pin(command::bounce::run(config)).await),
        Command::Doctor(args) => return Box::pin(command::doctor::run(config, args)).await,
        Command::Demo { attendees, date, listen } => demo(config?, attendees, date, listen).await,
        Command::Serve { listen, no_jobs } => {
            let config = with_listen(config?, listen);
            let store = open(&config).await?;
            let at = config.listen.as_deref().unwrap_or(LISTEN);
            serve(store, &config, at, Program::router, !no_jobs).await
        }
        Command::Jobs { listen: Some(listen) } => {
            let config = config?;
            let store = open(&config).await?;
            tracing::info!("running jobs");
            // Where its figures are is not where people go: links in mails lead to what `serve` listens on.
            serve(store, &config, &listen, Program::figures, true).await
        }
        Command::Jobs { listen: None } => {
            let config = config?;
            let store = open(&config).await?;
            let program = Program::new(store, &config).await?;
            let stop = stop_by_signal();
            tracing::info!("running jobs");
            kongress::work(&program, stop).await;
            Ok(program.state.store.close().await?)
        }
        Command::Migrate => {
            let store = open_as_is(&config?).await?;
            store.migrate().await?;
            Ok(store.close().await?)
        }
        Command::Congress(CongressCommand::Add { slug, name, from, to, zone, draft }) => {
            let store = open(&config?).await?;
            add_congress(&store, slug, name, (from, to), zone, draft).await
        }
        Command::Congress(CongressCommand::Copy(args)) => {
            let store = open(&config?).await?;
            command::edition::run(&store, args).await?;
            Ok(store.close().await?)
        }
        Command::User(UserCommand::Add { email, role, congress, name }) => {
            let config = config?;
            let store = open(&config).await?;
            add_user(&store, &config, &email, role, congress, name).await
        }
        Command::Token(TokenCommand::Add { name, congress, permissions }) => {
            let store = open(&config?).await?;
            let congress = congress_id(&store, congress).await?;
            let token =
                identity::service::api_token::add_api_token(&store, &Actor::system(), &name, congress, &permissions)
                    .await?;
            say(token.secret)
        }
        Command::Backup(args) => Box::pin(command::backup::backup(&config?, args)).await,
        Command::Restore(args) => Box::pin(command::backup::put_back(&config?, args)).await,
        Command::Export(export) => {
            let config = config?;
            let store = open(&config).await?;
            command::export::run(&store, &kongress::public_url(&config), export).await?;
            Ok(store.close().await?)
        }
        Command::Import(import) => {
            let store = open(&config?).await?;
            Box::pin(command::import::run(&store, import)).await?;
            Ok(store.close().await?)
        }
    }
    .map(|()| ExitCode::SUCCESS)
}

/// JSON lines to a file or a collector, words to a terminal. A thread of its own writes them: where nobody takes them any
/// more, or only slowly, lines are lost, and nobody who orders a ticket waits. The rest is written when the guard drops.
fn log(level: &str) -> WorkerGuard {
    let quiet = "sqlx=error,sea_orm_migration=warn,tower_sessions=warn,tower_sessions_core=error";
    let filter = EnvFilter::try_from_env("KONGRESS_LOG").unwrap_or_else(|_| EnvFilter::new(format!("{level},{quiet}")));
    let (writer, writing) = tracing_appender::non_blocking(std::io::stderr());
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(writer);
    if std::io::stderr().is_terminal() {
        log.init()
    } else {
        log.json().flatten_event(true).with_span_list(false).init()
    }
    writing
}

async fn open(config: &Config) -> Result<Store, StartError> {
    kongress::open(config, Clock::system(), Chance::system()).await
}

async fn open_as_is(config: &Config) -> Result<Store, store::OpenError> {
    let url = config.database_url.as_deref().unwrap_or(DATABASE);
    store::open(url, config.secret_key.as_deref(), Clock::system(), Chance::system(), kongress::reactions).await
}

fn with_listen(mut config: Config, listen: Listen) -> Config {
    config.listen = listen.listen.or(config.listen);
    config
}

fn routes() -> Result<(), Failed> {
    for route in kongress::routes().merge(web::server::routes()).infos() {
        say(format!("{:<5} {:<70} {}", route.method, route.pattern, route.access))?;
    }
    Ok(())
}

async fn demo(config: Config, attendees: usize, date: NaiveDate, listen: Listen) -> Result<(), Failed> {
    let mut config = with_listen(config, listen);
    config.database_url.get_or_insert_with(|| "sqlite://kongress-demo.sqlite".into());
    let store = open(&config).await?;
    demo::fill(&store, date, attendees).await?;
    for login in demo::LOGINS {
        say(format!("LOGIN {} {} {}", login.role, login.email, login.password))?;
    }
    let listen = config.listen.clone().unwrap_or_else(|| LISTEN.into());
    let base = config.public_url.clone().unwrap_or_else(|| format!("http://{listen}"));
    for (what, path) in [("Congress", "/owl"), ("Office", "/owl/desk"), ("Door", "/owl/door")] {
        say(format!("{what:<9} {base}{path}"))?;
    }
    serve(store, &config, &listen, Program::router, true).await
}

/// Serves until a signal says to stop; then finishes what it has begun.
async fn serve(
    store: Store,
    config: &Config,
    listen: &str,
    router: fn(&Program) -> axum::Router,
    jobs: bool,
) -> Result<(), Failed> {
    let program = Program::new(store, config).await?;
    let listener = tokio::net::TcpListener::bind(listen).await.map_err(|e| format!("{listen}: {e}"))?;
    let stop = stop_by_signal();
    ops::metric::start(stop.clone())?;
    tracing::info!("listening on {}", listener.local_addr()?);
    let router = router(&program).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, router).with_graceful_shutdown(stop.clone().cancelled_owned());
    let web = {
        let stop = stop.clone();
        async move {
            let serving = std::pin::pin!(std::future::IntoFuture::into_future(serving));
            // Who keeps a connection open does not keep the program from ending.
            let patience = async {
                stop.cancelled().await;
                tokio::time::sleep(Duration::from_secs(20)).await;
            };
            tokio::select! { ended = serving => ended, () = patience => Ok(()) }
        }
    };
    let work = async {
        if jobs {
            kongress::work(&program, stop.clone()).await;
        }
    };
    let (ended, ()) = tokio::join!(web, work);
    ended?;
    Ok(program.state.store.close().await?)
}

/// Ends with SIGINT or SIGTERM.
fn stop_by_signal() -> CancellationToken {
    let stop = CancellationToken::new();
    let token = stop.clone();
    tokio::spawn(async move {
        let interrupt = tokio::signal::ctrl_c();
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} },
            Err(_) => drop(interrupt.await),
        }
        token.cancel();
        tracing::info!("stopping");
    });
    stop
}

async fn add_congress(
    store: &Store,
    slug: String,
    name: String,
    (from, to): (NaiveDate, NaiveDate),
    zone: String,
    draft: bool,
) -> Result<(), Failed> {
    let tz = congress::rules::check_zone(&zone)?;
    let at = |day: NaiveDate, hour| {
        let local = day.and_hms_opt(hour, 0, 0).ok_or("no such day")?;
        tz.from_local_datetime(&local).earliest().map(|t| t.to_utc()).ok_or("no such hour in that zone")
    };
    let phase = if draft { congress::entity::congress::Phase::Draft } else { congress::entity::congress::Phase::Open };
    let (starts_at, ends_at) = (at(from, 9)?, at(to, 18)?);
    let new =
        congress::service::congress::NewCongress { slug, name: Text::same(name), starts_at, ends_at, zone, phase };
    let tx = store.begin().await?;
    let row = congress::service::congress::add(&tx, &Actor::system(), new).await?;
    tx.commit().await?;
    say(format!("congress {} from {from} to {to}", row.slug))
}

async fn congress_id(store: &Store, slug: Option<String>) -> Result<Option<uuid::Uuid>, Failed> {
    let Some(slug) = slug else { return Ok(None) };
    let row = congress::query::by_slug(store.read(), &slug).await?;
    Ok(Some(row.ok_or(format!("there is no congress {slug}"))?.id))
}

async fn add_user(
    store: &Store,
    config: &Config,
    email: &str,
    role: Role,
    congress: Option<String>,
    name: Option<String>,
) -> Result<(), Failed> {
    let congress = congress_id(store, congress).await?;
    let password = piped_password()?;
    let by_link = password.is_none();
    let new = NewAccount { email, name: name.as_deref(), language: Language::De, role, congress, password };
    let account = add_account(store, &Actor::system(), new).await?;
    if !by_link {
        return say(format!("{role} {}", account.address));
    }
    let token = identity::service::login_link::invite(store, &Actor::system(), account.id).await?;
    let base =
        config.public_url.clone().unwrap_or_else(|| format!("http://{}", config.listen.as_deref().unwrap_or(LISTEN)));
    say(format!("{}{}", base.trim_end_matches('/'), address::LoginToken::new(token).path()))
}

/// The first line of standard input, if that is a pipe or a file with something in it.
fn piped_password() -> Result<Option<Password>, Failed> {
    let mut input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut all = String::new();
    input.read_to_string(&mut all)?;
    let line = all.lines().next().unwrap_or_default();
    Ok((!line.is_empty()).then(|| Password::new(line)))
}
