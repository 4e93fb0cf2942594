//! The load behind `infra/bench`; how to read what it tells stands there.

mod campaign;
mod client;
mod desk;
mod figure;
mod floor;
mod list;
mod load;
mod office;
mod programme;
mod scale;
mod server;
mod shop;
mod sink;

use client::{Client, Manner};
use figure::Figure;
use floor::{CheckInRows, CheckIns, OrderRows, Orders};
use load::{Times, Work, many};
use office::Office;
use scale::Scale;
use server::{Place, SLUG, Server};
use shop::Shop;
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Whatever goes wrong ends the run.
pub type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Clients at once.
const CLIENTS: usize = 8;
/// How often floor and figure are measured in turn: a busy machine is busy for both.
const ROUNDS: usize = 3;
/// How often it is started.
const STARTS: usize = 5;
/// What can be measured by itself, with all that it needs laid in before.
const PARTS: [&str; 3] = ["sales", "campaign", "programme"];
/// By how many connections the rush comes.
const CROWD: usize = 100;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let mut args = std::env::args().skip(1);
    let kongress = args.next().ok_or("usage: bench KONGRESS [sales] [campaign] [programme] [postgres://…]")?;
    let (parts, urls): (Vec<String>, Vec<String>) = args.partition(|arg| PARTS.contains(&arg.as_str()));
    let place = Place::make(&kongress, urls.first().map(String::as_str)).await?;
    let durability = place.bare().await?.durability().await?;
    let bench = Bench { durability, place, scale: Scale::chosen(), parts };
    figure::heading(bench.place.name(), &bench.durability);
    let measured = bench.run().await;
    // Whatever became of it: the database may lie on somebody's server.
    let removed = bench.place.remove().await;
    measured.and(removed)
}

struct Bench {
    place: Place,
    durability: String,
    scale: Scale,
    /// What is measured; none: everything.
    parts: Vec<String>,
}

impl Bench {
    fn wants(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|wanted| wanted == part)
    }

    async fn run(&self) -> Outcome<()> {
        let token = self.place.found()?;
        let server = self.place.serve(None).await?;
        let program = Manner { token: Some(token), ..Manner::default() };
        let mut shop = Shop { url: server.url.clone(), program, tickets: Arc::default() };
        shop.open().await?;
        self.lay_in(&server, &shop).await?;
        drop(server);
        if self.wants("sales") {
            self.start().await?;
            self.checkouts(&mut shop).await?;
            self.sales(&mut shop).await?;
            self.list(&mut shop).await?;
        }
        if self.wants("campaign") {
            self.campaign(&mut shop).await?;
        }
        if self.wants("programme") {
            self.programme(&mut shop).await?;
        }
        self.check().await
    }

    /// Orders, the door, pages, the desk; and the rush, last, so that what is sold in it is in no other figure.
    async fn sales(&self, shop: &mut Shop) -> Outcome<()> {
        let server = self.place.serve(None).await?;
        shop.url.clone_from(&server.url);
        self.orders(&server, shop).await?;
        self.check_ins(&server, shop).await?;
        self.pages(&server, shop).await?;
        self.searches(&server, shop).await?;
        self.desk(&server, shop).await?;
        self.figure("rss", server.memory("VmRSS")?, "MiB", "serve --no-jobs, after all that").tell()?;
        self.figure("rss_peak", server.memory("VmHWM")?, "MiB", "serve --no-jobs").tell()?;
        self.rush(&server, shop).await
    }

    fn figure(&self, name: &'static str, value: f64, unit: &'static str, conditions: &str) -> Figure {
        Figure {
            database: self.place.name(),
            name,
            value,
            unit,
            floor: None,
            ratio: None,
            p50_ms: None,
            p99_ms: None,
            cpu_ms: None,
            client_cpu_ms: None,
            conditions: format!("{conditions}; {}; {} attendees laid in", self.durability, self.scale.attendees()),
        }
    }

    /// A rate beside its floor.
    fn rate(&self, name: &'static str, run: &Run, floor: Option<&Times>, conditions: &str) -> Outcome<()> {
        let floor = floor.map(Times::rate);
        let rate = run.times.rate();
        let each = |cpu: Duration| cpu.as_secs_f64() * 1000.0 / run.times.count() as f64;
        Ok(Figure {
            floor,
            ratio: floor.map(|floor| rate / floor),
            p50_ms: Some(run.times.percentile(50)),
            p99_ms: Some(run.times.percentile(99)),
            cpu_ms: Some(each(run.cpu)),
            client_cpu_ms: Some(each(run.client_cpu)),
            ..self.figure(name, rate, "/s", conditions)
        }
        .tell()?)
    }

    /// Places 20,000 orders by the API.
    async fn lay_in(&self, server: &Server, shop: &Shop) -> Outcome<()> {
        let mut run = Run::default();
        let mut buyers = vec![];
        for _ in 0..CLIENTS {
            let mut buyer = shop.buyer("laid", |number| 2 + number % 2, false).await?;
            buyer.until = self.scale.laid_in;
            buyers.push(buyer);
        }
        run.measure(server, buyers, Duration::from_secs(600), &Arc::default()).await?;
        let laid_in = self.scale.laid_in;
        if run.times.count() < laid_in {
            return Err(format!("only {} of {laid_in} orders were laid in", run.times.count()).into());
        }
        self.rate("orders_laid_in", &run, None, "8 connections, API, for 2 or 3 people each, without mail")
    }

    /// From the start of the process to its first answer, with everything laid in.
    async fn start(&self) -> Outcome<()> {
        let mut took = vec![];
        for _ in 0..STARTS {
            took.push(self.place.serve(None).await?.began_in);
        }
        took.sort_unstable();
        let median = took[STARTS / 2].as_secs_f64();
        Ok(self.figure("cold_start", median, "s", "median of 5, to the first answer").tell()?)
    }

    /// Registrations on the page, until the last mail has been taken.
    async fn checkouts(&self, shop: &mut Shop) -> Outcome<()> {
        let sink = sink::Sink::open().await?;
        let server = self.place.serve(Some(sink.url())).await?;
        shop.url.clone_from(&server.url);
        let mut run = Run::default();
        let mut guests = vec![];
        for _ in 0..CLIENTS {
            guests.push(shop.guest().await?);
        }
        let before = server.cpu()?;
        run.measure(&server, guests, self.scale.span * 2, &Arc::default()).await?;
        let (answered, waiting) = (run.times.rate(), Instant::now());
        while sink.taken() < run.times.count() {
            tokio::time::sleep(Duration::from_millis(5)).await;
            if waiting.elapsed() > Duration::from_secs(120) {
                return Err(format!("{} of {} mails", sink.taken(), run.times.count()).into());
            }
        }
        run.cpu = server.cpu()?.saturating_sub(before);
        run.times = run.times.and_then(waiting.elapsed());
        let conditions = format!(
            "8 browsers: form, answers, consent; until all {} mails with their PDF are taken; answered {answered:.0} /s",
            run.times.count()
        );
        self.rate("checkouts", &run, None, &conditions)
    }

    /// Orders by the API, beside the same rows by bare sqlx.
    async fn orders(&self, server: &Server, shop: &Shop) -> Outcome<()> {
        let [ours, theirs] = [(); 2].map(|()| Arc::<AtomicUsize>::default());
        let mut first = shop.buyer("first", |_| 1, true).await?;
        first.once(0).await?;
        let rows = OrderRows::read(&mut self.place.bare().await?).await?;
        let buyers = async || shop.buyer("order", |_| 1, true).await;
        let (run, floor) = self.in_turn(server, &rows, buyers, &theirs, &ours).await?;
        let conditions = format!("8 connections, API, one person each; floor: the same rows, {}", self.floor());
        self.rate("orders", &run, Some(&floor), &conditions)?;
        Office::enter(shop).await?.open_full().await?;
        let (run, floor) = self.in_turn(server, &rows, async || shop.full_buyer().await, &theirs, &ours).await?;
        let conditions = format!(
            "8 connections, API, one person each, with a price, one voucher for all that lowers it and answers to two \
             questions; floor: the rows of an order without all that, {}",
            self.floor()
        );
        self.rate("orders_full", &run, Some(&floor), &conditions)
    }

    /// Rows of orders and orders in turn. Numbers go on, so that no address is there twice.
    async fn in_turn<W: Work>(
        &self,
        server: &Server,
        rows: &OrderRows,
        buyer: impl AsyncFn() -> Outcome<W>,
        theirs: &Arc<AtomicUsize>,
        ours: &Arc<AtomicUsize>,
    ) -> Outcome<(Run, Times)> {
        let (mut run, mut floor) = (Run::default(), Times::default());
        for _ in 0..ROUNDS {
            let mut writers = vec![];
            for _ in 0..self.writers() {
                let (chance, clock) = (base::Chance::system(), base::Clock::system());
                writers.push(Orders { bare: self.place.bare().await?, rows: rows.clone(), chance, clock });
            }
            floor = floor.and(many(writers, self.scale.span, theirs).await?);
            let mut buyers = vec![];
            for _ in 0..CLIENTS {
                buyers.push(buyer().await?);
            }
            run.measure(server, buyers, self.scale.span, ours).await?;
        }
        Ok((run, floor))
    }

    /// Check-ins by the API, beside the same rows by bare sqlx.
    async fn check_ins(&self, server: &Server, shop: &Shop) -> Outcome<()> {
        let numbers = Arc::<AtomicUsize>::default();
        shop.door().await?.once(0).await?;
        let mut bare = self.place.bare().await?;
        let rows = CheckInRows::read(&mut bare).await?;
        // Those of the floor, who have no tickets among ours.
        let absent = "SELECT a.id FROM attendee a JOIN \"order\" o ON o.id = a.order_id WHERE o.code LIKE '#%'";
        let attendees = Arc::new(Mutex::new(bare.ids(absent).await?));
        let (mut run, mut floor) = (Run::default(), Times::default());
        for _ in 0..ROUNDS {
            let mut writers = vec![];
            for _ in 0..self.writers() {
                let (chance, clock) = (base::Chance::system(), base::Clock::system());
                let (bare, rows, attendees) = (self.place.bare().await?, rows.clone(), Arc::clone(&attendees));
                writers.push(CheckIns { bare, rows, attendees, chance, clock });
            }
            floor = floor.and(many(writers, self.scale.span, &numbers).await?);
            let mut doors = vec![];
            for _ in 0..CLIENTS {
                doors.push(shop.door().await?);
            }
            run.measure(server, doors, self.scale.span, &numbers).await?;
        }
        let conditions = format!("8 connections, API, all let in; floor: the same rows, {}", self.floor());
        self.rate("check_ins", &run, Some(&floor), &conditions)
    }

    /// The sale opens, and many more come than there are seats: each is answered, each seat is sold once.
    async fn rush(&self, server: &Server, shop: &Shop) -> Outcome<()> {
        let (people, seats) = (self.scale.rushers, self.scale.seats);
        shop.open_rush(seats).await?;
        let sold = Arc::<AtomicUsize>::default();
        let mut rushers = vec![];
        for _ in 0..CROWD {
            rushers.push(shop.rusher(people, &sold).await?);
        }
        let mut run = Run::default();
        run.measure(server, rushers, Duration::from_secs(600), &Arc::default()).await?;
        let (sold, answered) = (sold.load(Ordering::Relaxed), run.times.count());
        if (sold, answered) != (seats, people) {
            return Err(format!("{sold} of {seats} seats were sold, {answered} of {people} answered").into());
        }
        let conditions = format!(
            "{people} people by the form over {CROWD} connections, {seats} seats: {sold} sold, no error, the last answer \
             after {:.1} s",
            run.times.span().as_secs_f64()
        );
        self.rate("rush", &run, None, &conditions)
    }

    /// The public page, beside a file of the same server.
    async fn pages(&self, server: &Server, shop: &Shop) -> Outcome<()> {
        let browser = Manner::default();
        let path = format!("/{SLUG}");
        let page = Client::connect(&shop.url).await?.get_plain(&path, &browser).await?;
        let asset = shop::asset_of(&page).ok_or("no stylesheet")?.to_owned();
        let mut runs = [Run::default(), Run::default(), Run::default()];
        let paths = [asset, path, format!("/{SLUG}/tickets")];
        for _ in 0..ROUNDS {
            for (run, path) in runs.iter_mut().zip(&paths) {
                let mut readers = vec![];
                for _ in 0..CLIENTS {
                    readers.push(shop.reader(vec![path.clone()], &browser).await?);
                }
                run.measure(server, readers, self.scale.span / 2, &Arc::default()).await?;
            }
        }
        let [file, page, form] = runs;
        self.rate("static_file", &file, None, "8 connections, the stylesheet, through the same layers")?;
        self.rate("pages", &page, Some(&file.times), "8 connections, public page, compressed; floor: static_file")?;
        self.rate("form_pages", &form, Some(&file.times), "8 connections, registration form; floor: static_file")
    }

    /// "Wo ist mein Ticket?", one after the other: nobody waits for anybody else.
    async fn searches(&self, server: &Server, shop: &Shop) -> Outcome<()> {
        let office = shop.log_in().await?;
        let conditions = "1 connection; names, parts, umlauts, organisation, address, nobody";
        for (name, path, field, rest, manner) in [
            ("search_desk", format!("/{SLUG}/desk/orders"), "q", "", &office),
            ("search_api", shop.path("orders"), "query", "&limit=25", &shop.program),
        ] {
            let reader = shop.reader(shop::searches(&path, field, rest), manner).await?;
            let mut run = Run::default();
            run.measure(server, vec![reader], self.scale.span, &Arc::default()).await?;
            self.rate(name, &run, None, conditions)?;
        }
        Ok(())
    }

    /// PostgreSQL lets several write at once; SQLite has one writer.
    fn writers(&self) -> usize {
        if self.place.is_postgres() { CLIENTS } else { 1 }
    }

    fn floor(&self) -> &'static str {
        if self.place.is_postgres() { "8 connections" } else { "the one writer" }
    }

    /// What was fast was also right.
    async fn check(&self) -> Outcome<()> {
        let mut bare = self.place.bare().await?;
        let taken = bare.numbers("SELECT CAST(sum(taken) AS BIGINT) FROM capacity").await?;
        let held = bare.numbers("SELECT CAST(sum(n) AS BIGINT) FROM claim WHERE freed_at IS NULL").await?;
        // Who has an offer holds a place too.
        let holders = "SELECT (SELECT count(*) FROM attendee) + \
                       (SELECT count(*) FROM waiting_offer WHERE state = 'open')";
        let attendees = bare.numbers(holders).await?;
        if taken == held && held == attendees {
            return Ok(());
        }
        Err(format!("{attendees:?} attendees and offers hold {held:?} places, and {taken:?} are taken").into())
    }
}

/// What clients did, and what it cost.
#[derive(Default)]
struct Run {
    times: Times,
    cpu: Duration,
    client_cpu: Duration,
}

impl Run {
    async fn measure<W: Work>(
        &mut self,
        server: &Server,
        workers: Vec<W>,
        span: Duration,
        numbers: &Arc<AtomicUsize>,
    ) -> Outcome<()> {
        let own = std::process::id();
        let before = (server.cpu()?, server::cpu(own)?);
        let times = many(workers, span, numbers).await?;
        self.times = std::mem::take(&mut self.times).and(times);
        self.cpu += server.cpu()?.saturating_sub(before.0);
        self.client_cpu += server::cpu(own)?.saturating_sub(before.1);
        Ok(())
    }
}
