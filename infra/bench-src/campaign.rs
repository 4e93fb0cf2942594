//! A letter to everybody: how fast it goes out, what the site is like meanwhile, and what a kill leaves in doubt.

use crate::client::{Client, Manner};
use crate::floor::{Bare, Value};
use crate::server::{Place, SLUG};
use crate::shop::Shop;
use crate::sink::Sink;
use crate::{Bench, Outcome};
use base::Uuid;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// How often the process is killed while it sends.
const KILLS: usize = 5;
/// Mails that it sends at once: `post::bulk::CONNECTIONS`.
const CONNECTIONS: i64 = 5;
/// The longest that a campaign may take.
const PATIENCE: Duration = Duration::from_secs(900);
/// What a congress has of a letter to many, as `campaign::entity` has it.
const SEGMENT: &str = r#"{"any":[{"all":[{"not":false,"is":"ticket"}]}]}"#;
const SUBJECT: &str = r#"{"de":"Anreise","en":"Getting there"}"#;
const BLOCKS: &str = r#"[{"is":"text","text":{"de":"Guten Tag {{ name }}, **bis morgen**.","en":"Hello {{ name }}."}},{"is":"button","label":{"de":"Mein Kongress","en":"My congress"},"url":"{{ my_link }}"}]"#;

impl Bench {
    /// One to all who were laid in; then one whose process is killed again and again.
    pub(crate) async fn campaign(&self, shop: &mut Shop) -> Outcome<()> {
        let mut bare = self.place.bare().await?;
        let sink = Sink::open().await?;
        let server = self.place.serve(Some(sink.url())).await?;
        shop.url.clone_from(&server.url);
        let (before, cpu) = (server.memory("VmRSS")?, server.cpu()?);
        let (campaign, all) = begin(&self.place, &mut bare).await?;
        let begun = Instant::now();
        let over = Arc::new(AtomicBool::new(false));
        let site = tokio::spawn(visit(shop.url.clone(), Arc::clone(&over)));
        ended(&mut bare).await?;
        let took = begun.elapsed().as_secs_f64();
        over.store(true, Ordering::Relaxed);
        let mut pages = site.await??;
        pages.sort_unstable();
        let at = |percent: usize| pages.get(pages.len() * percent / 100).map(|t| t.as_secs_f64() * 1000.0);
        let most = server.memory("VmHWM")?;
        let told = format!(
            "{all} recipients, {CONNECTIONS} connections to a local mail server; p50 and p99 of the public page meanwhile; memory \
             {before:.0} MiB before, {most:.0} at most"
        );
        let each = server.cpu()?.saturating_sub(cpu).as_secs_f64() * 1000.0 / all as f64;
        let figure = self.figure("campaign", all as f64 / took, "/s", &told);
        crate::figure::Figure { p50_ms: at(50), p99_ms: at(99), cpu_ms: Some(each), ..figure }.tell()?;
        check(&mut bare, &sink, campaign, all, 0).await?;
        drop(server);
        self.killed(&mut bare).await
    }

    /// Nobody may have two, and at most as many are in doubt as were being sent.
    async fn killed(&self, bare: &mut Bare) -> Outcome<()> {
        let sink = Sink::open().await?;
        let (campaign, all) = begin(&self.place, bare).await?;
        let chance = base::Chance::system();
        for _ in 0..KILLS {
            let server = self.place.serve(Some(sink.url())).await?;
            sleep(Duration::from_millis(500 + chance.below(1500))).await;
            // Killed when dropped, with SIGKILL.
            drop(server);
            // As if the lease of the lost worker had ended.
            bare.run("UPDATE job SET due_at = 0 WHERE kind = 'campaign.send' AND state = 'running'", &[]).await?;
        }
        let server = self.place.serve(Some(sink.url())).await?;
        ended(bare).await?;
        drop(server);
        let kills = i64::try_from(KILLS)?;
        let doubtful = check(bare, &sink, campaign, all, kills * CONNECTIONS).await?;
        let told = format!("of {all}, the process killed {KILLS} times while it sent; no Message-ID came twice");
        Ok(self.figure("campaign_in_doubt", doubtful as f64, "", &told).tell()?)
    }
}

/// Writes a campaign that has begun, with a row for everybody who has a ticket, as its service does; gives how many.
async fn begin(place: &Place, bare: &mut Bare) -> Outcome<(Uuid, i64)> {
    let id = base::Chance::system().opaque_id();
    let (now, json) = match place.is_postgres() {
        true => ("now()", "::jsonb"),
        false => ("strftime('%Y-%m-%d %H:%M:%f+00:00', 'now')", ""),
    };
    let insert = format!(
        "INSERT INTO campaign (id, congress_id, name, kind, segment, subject, blocks, state, at_night, started_at, progressed_at, \
         version, created_at, changed_at) SELECT $1, id, 'Anreise', 'service', $2{json}, $3{json}, $4{json}, 'running', true, \
         {now}, {now}, 1, {now}, {now} FROM congress WHERE slug = '{SLUG}'"
    );
    let texts = [SEGMENT, SUBJECT, BLOCKS].map(|text| Value::Text(text.to_owned()));
    bare.run(&insert, &[&[Value::Id(id)][..], &texts].concat()).await?;
    let rows = format!(
        "INSERT INTO recipient (campaign_id, mailbox_id, state) SELECT DISTINCT CAST($1 AS {}), a.mailbox_id, 'queued' FROM \
         attendee a JOIN congress c ON c.id = a.congress_id WHERE c.slug = '{SLUG}' AND a.state = 'valid'",
        if place.is_postgres() { "uuid" } else { "blob" }
    );
    let all = bare.run(&rows, &[Value::Id(id)]).await?;
    let payload = format!("{{\"campaign\":\"{id}\"}}");
    let job = format!(
        "INSERT INTO job (kind, payload, state, attempts, max_attempts, due_at, created_at, rank) VALUES ('campaign.send', \
         $1{json}, 'ready', 0, 30, 0, 0, 1)"
    );
    bare.run(&job, &[Value::Text(payload)]).await?;
    Ok((id, i64::try_from(all)?))
}

/// Waits until none is being sent.
async fn ended(bare: &mut Bare) -> Outcome<()> {
    let begun = Instant::now();
    while bare.numbers("SELECT CAST(count(*) AS BIGINT) FROM campaign WHERE state <> 'done'").await? != [0] {
        if begun.elapsed() > PATIENCE {
            return Err("a campaign does not end".into());
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// Somebody reads the public page, fifty times a second, until it is over. Gives how long each answer took.
async fn visit(url: String, over: Arc<AtomicBool>) -> Outcome<Vec<Duration>> {
    let mut client = Client::connect(&url).await?;
    let mut took = vec![];
    while !over.load(Ordering::Relaxed) {
        let begun = Instant::now();
        client.get(&format!("/{SLUG}"), &Manner::default()).await?;
        took.push(begun.elapsed());
        sleep(Duration::from_millis(20)).await;
    }
    Ok(took)
}

/// Everybody has it or is in doubt, and the mail server has each once. Gives how many are in doubt.
async fn check(bare: &mut Bare, sink: &Sink, campaign: Uuid, all: i64, most: i64) -> Outcome<i64> {
    let doubtful = count(bare, campaign, "in_doubt").await?;
    let sent = count(bare, campaign, "sent").await?;
    let (taken, twice) = sink.letters();
    // What is in doubt may be there.
    let there = i64::try_from(taken)?;
    if sent + doubtful != all || twice > 0 || there < sent || there > all || doubtful > most {
        let told =
            format!("{sent} sent and {doubtful} in doubt of {all}; the server has {taken}, {twice} of them twice");
        return Err(told.into());
    }
    Ok(doubtful)
}

async fn count(bare: &mut Bare, campaign: Uuid, state: &str) -> Outcome<i64> {
    let cause = format!("campaign.letter:{campaign}:%");
    let sql = format!("SELECT CAST(count(*) AS BIGINT) FROM message WHERE state = '{state}' AND cause LIKE '{cause}'");
    Ok(bare.numbers(&sql).await?.first().copied().unwrap_or_default())
}
