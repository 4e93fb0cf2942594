//! The load behind `infra/bench`; how to read its table stands there.

mod floor;
mod load;
mod server;
mod table;

use load::{Shop, many};
use std::error::Error;
use std::time::Duration;
use table::Table;

/// Whatever goes wrong ends the run.
pub type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Clients at once.
const CLIENTS: usize = 8;
/// How long each thing is measured.
const SPAN: Duration = Duration::from_secs(6);

#[tokio::main]
async fn main() -> Outcome<()> {
    let mut args = std::env::args().skip(1);
    match (args.next().as_deref(), args.next()) {
        (Some("hello"), _) => floor::serve_hello().await,
        (Some(kongress), database) => measure(kongress, database.as_deref()).await,
        (None, _) => Err("usage: bench KONGRESS [postgres://…]".into()),
    }
}

async fn measure(kongress: &str, database: Option<&str>) -> Outcome<()> {
    let place = server::Place::make(kongress, database).await?;
    let mut table = Table::default();

    // The first second goes to caches that are still empty.
    floor::commits(&place, 1, Duration::from_secs(1)).await?;
    let one = floor::commits(&place, 1, SPAN).await?;
    table.rate("bare commits, 1 connection", one, None);
    if place.is_postgres() {
        let more = floor::commits(&place, CLIENTS, SPAN).await?;
        table.rate(&format!("bare commits, {CLIENTS} connections"), more, Some(one));
    }

    let server = place.serve().await?;
    let shop = Shop::open(&server).await?;
    let buyers = shop.clone();
    let orders = many(CLIENTS, SPAN, move |n| buyers.order(n)).await?;
    table.rate("orders", orders.rate(), Some(one));
    table.time("  one order", &orders, None);
    let door = shop.clone();
    let scans = many(CLIENTS, SPAN, move |_| door.scan()).await?;
    table.rate("scans", scans.rate(), Some(one));
    table.time("  one scan", &scans, None);
    shop.check(orders.count(), scans.count()).await?;

    let hello = server::Hello::start()?;
    for clients in [1, CLIENTS] {
        let floor = load::get(hello.url(), clients, SPAN).await?;
        table.time(&format!("hello, clients: {clients}"), &floor, None);
        let page = load::get(&format!("{}/{}", server.url(), load::SLUG), clients, SPAN).await?;
        table.time(&format!("public page, clients: {clients}"), &page, Some(&floor));
    }
    table.memory(&server.memory()?);
    println!("{table}");
    drop(server);
    place.remove().await
}
