//! The programme at FOSDEM's size: taken in, written out, read by everybody, moved by somebody.

use crate::client::{Client, Manner};
use crate::figure::Figure;
use crate::floor::Bare;
use crate::load::Work;
use crate::server::Server;
use crate::shop::{Shop, asset_of};
use crate::{Bench, CLIENTS, Outcome, ROUNDS, Run};
use http::StatusCode;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const SLUG: &str = "fosdem";
const FILE: &str = "tests/data/schedules/fosdem-2025.xml";
/// The slot that is moved.
const FIRST: &str = "FROM slot s JOIN congress c ON c.id = s.congress_id WHERE c.slug = 'fosdem' AND \
                     s.starts_at IS NOT NULL ORDER BY s.starts_at, s.id LIMIT 1";
/// It is that long, and five minutes less.
const MINUTES: i64 = 20;

impl Bench {
    /// All of it on a congress of its own.
    pub(crate) async fn programme(&self, shop: &mut Shop) -> Outcome<()> {
        let file = Path::new(FILE).canonicalize()?.display().to_string();
        let take_in = || self.place.run(&["import", "schedule", &file, "--congress", SLUG, "--create"], "");
        let took = timed(take_in)?;
        let mut bare = self.place.bare().await?;
        let of = "FROM slot s JOIN congress c ON c.id = s.congress_id WHERE c.slug = 'fosdem'";
        let sessions = count(&mut bare, &format!("SELECT count(*) {of}")).await?;
        let told = format!("{sessions} sessions of schedule.xml, the whole command");
        self.took("programme_import", took, &told)?;
        self.took("programme_import_again", timed(take_in)?, &format!("{told}, the same file: nothing changes"))?;
        let write_out = || self.place.run(&["export", "schedule", "--congress", SLUG], "");
        self.took("programme_export", timed(write_out)?, &told)?;

        let server = self.place.serve(None).await?;
        shop.url.clone_from(&server.url);
        self.programme_pages(&server, shop, &mut bare).await?;
        self.programme_moves(&server, shop, &mut bare).await?;
        self.programme_placing(shop, &mut bare).await
    }

    /// Two hundred sessions lose their place, and the solver looks for others.
    async fn programme_placing(&self, shop: &Shop, bare: &mut Bare) -> Outcome<()> {
        let park = "UPDATE slot SET starts_at = NULL, ends_at = NULL, room_id = NULL WHERE id IN \
                    (SELECT s.id FROM slot s JOIN congress c ON c.id = s.congress_id WHERE c.slug = 'fosdem' AND \
                     s.kind = 'session' AND s.starts_at IS NOT NULL ORDER BY s.id LIMIT 200)";
        bare.run(park, &[]).await?;
        let office = Manner { plain: true, ..shop.log_in().await? };
        let mut client = Client::connect(&shop.url).await?;
        let (path, begun) = (format!("/{SLUG}/desk/placing"), Instant::now());
        let page = client.ask(&path, &office, &[("seed", "1")]).await?.expect(StatusCode::OK, &path)?;
        let took = begun.elapsed();
        let placed = String::from_utf8_lossy(&page.body).matches("name=\"spot\"").count();
        self.took("programme_placing", took, &format!("200 sessions of FOSDEM without a place, {placed} proposed"))
    }

    /// A day of the programme: as it is kept, and as it is made when something has changed.
    async fn programme_pages(&self, server: &Server, shop: &Shop, bare: &mut Bare) -> Outcome<()> {
        let (browser, path) = (Manner::default(), format!("/{SLUG}/programme"));
        let mut client = Client::connect(&shop.url).await?;
        let page = client.get_plain(&path, &browser).await?;
        let asset = asset_of(&page).ok_or("no stylesheet")?.to_owned();
        let sent = client.get(&path, &browser).await?.body.len();
        let [mut file, mut kept] = [Run::default(), Run::default()];
        for _ in 0..ROUNDS {
            for (run, path) in [(&mut file, &asset), (&mut kept, &path)] {
                let mut readers = vec![];
                for _ in 0..CLIENTS {
                    readers.push(shop.reader(vec![path.clone()], &browser).await?);
                }
                run.measure(server, readers, self.scale.span / 2, &Arc::default()).await?;
            }
        }
        let told = format!("8 connections, a day of FOSDEM, {:.0} kB as sent; floor: static_file", sent as f64 / 1e3);
        self.rate("programme_pages", &kept, Some(&file.times), &told)?;
        let mut alone = Run::default();
        let reader = shop.reader(vec![path.clone()], &browser).await?;
        alone.measure(server, vec![reader], self.scale.span / 2, &Arc::default()).await?;
        self.rate("programme_page", &alone, None, "1 connection, the same, kept")?;
        drop(client);
        let others = [("programme_xml_fresh", "schedule.xml"), ("programme_json_fresh", "schedule.json")];
        let others = others.map(|(name, file)| (name, format!("/{SLUG}/{file}")));
        for (name, path) in [("programme_page_fresh", path)].into_iter().chain(others) {
            let client = Client::connect(&shop.url).await?;
            let changed = Changed { client, bare: self.place.bare().await?, path, manner: browser.clone() };
            let mut fresh = Run::default();
            fresh.measure(server, vec![changed], self.scale.span / 2, &Arc::default()).await?;
            self.rate(name, &fresh, None, "1 connection, after a change each; with the change itself")?;
        }
        let office = shop.log_in().await?;
        let all = count(bare, "SELECT count(*) FROM slot WHERE starts_at IS NOT NULL").await?;
        let mut board = Run::default();
        let reader = shop.reader(vec![format!("/{SLUG}/desk/schedule")], &office).await?;
        board.measure(server, vec![reader], self.scale.span / 2, &Arc::default()).await?;
        self.rate("programme_editor", &board, None, &format!("1 connection, the editor's page, {all} slots in all"))
    }

    /// A slot of the editor, made longer and shorter.
    async fn programme_moves(&self, server: &Server, shop: &Shop, bare: &mut Bare) -> Outcome<()> {
        let only = |ids: Vec<base::Uuid>| ids.first().copied().ok_or("no slot");
        let slot = only(bare.ids(&format!("SELECT s.id {FIRST}")).await?)?;
        let room = only(bare.ids(&format!("SELECT s.room_id {FIRST}")).await?)?;
        let office = shop.log_in().await?;
        let mut client = Client::connect(&shop.url).await?;
        let page = client.get_plain(&format!("/{SLUG}/desk/schedule?slot={slot}"), &office).await?;
        let value = |id: &str| {
            let field = page.split("<input").find(|field| field.contains(&format!("id=\"{id}\"")))?;
            field.split("value=\"").nth(1)?.split('"').next().map(str::to_owned)
        };
        let from = value("from").ok_or("the form has no time")?;
        let day = page.split("name=\"day\"").nth(1).and_then(|rest| {
            let chosen = rest.split("<option").find(|option| option.contains("selected"))?;
            chosen.split("value=\"").nth(1)?.split('"').next().map(str::to_owned)
        });
        let day = day.ok_or("the form has no day")?;
        let move_ = Move { client, bare: self.place.bare().await?, slot, room, day, from, manner: office };
        let mut run = Run::default();
        run.measure(server, vec![move_], self.scale.span / 2, &Arc::default()).await?;
        self.rate("programme_moves", &run, None, "1 connection, the editor's form, all rules of the day looked at")
    }

    fn took(&self, name: &'static str, took: Duration, conditions: &str) -> Outcome<()> {
        let figure: Figure = self.figure(name, took.as_secs_f64(), "s", conditions);
        Ok(figure.tell()?)
    }
}

fn timed<T>(mut deed: impl FnMut() -> Outcome<T>) -> Outcome<Duration> {
    let begun = Instant::now();
    deed()?;
    Ok(begun.elapsed())
}

/// What a statement counts.
async fn count(bare: &mut Bare, sql: &str) -> Outcome<i64> {
    bare.numbers(sql).await?.first().copied().ok_or_else(|| format!("nothing: {sql}").into())
}

/// Reads the programme after something of the congress has changed: nothing that was kept holds.
struct Changed {
    client: Client,
    bare: Bare,
    path: String,
    manner: Manner,
}

impl Work for Changed {
    async fn once(&mut self, _: usize) -> Outcome<bool> {
        self.bare.run("UPDATE congress SET revision = revision + 1 WHERE slug = 'fosdem'", &[]).await?;
        self.client.get(&self.path, &self.manner).await?;
        Ok(true)
    }
}

/// Makes a slot five minutes shorter, or longer again.
struct Move {
    client: Client,
    bare: Bare,
    slot: base::Uuid,
    room: base::Uuid,
    day: String,
    from: String,
    manner: Manner,
}

impl Work for Move {
    async fn once(&mut self, number: usize) -> Outcome<bool> {
        let version = count(&mut self.bare, &format!("SELECT CAST(s.version AS BIGINT) {FIRST}")).await?.to_string();
        let minutes = if number.is_multiple_of(2) { MINUTES - 5 } else { MINUTES };
        let path = format!("/{SLUG}/desk/schedule/slots/{}", self.slot);
        let (room, minutes) = (self.room.to_string(), minutes.to_string());
        let fields = [
            ("version", &*version),
            ("day", &*self.day),
            ("room", &*room),
            ("from", &*self.from),
            ("minutes", &*minutes),
        ];
        self.client.submit(&path, &self.manner, &fields).await?;
        Ok(true)
    }
}
