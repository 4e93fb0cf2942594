//! What nobody can do without: a commit, an answer.

use crate::Outcome;
use crate::server::Place;
use sea_orm::{ConnectionTrait, TransactionTrait};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Commits a second of one inserted row each, on so many connections.
pub async fn commits(place: &Place, connections: usize, span: Duration) -> Outcome<f64> {
    let pool = place.connect("floor", connections).await?;
    pool.execute_unprepared("CREATE TABLE IF NOT EXISTS floor (id TEXT NOT NULL, text TEXT NOT NULL)").await?;
    let begun = Instant::now();
    let mut loops = JoinSet::new();
    for _ in 0..connections {
        let pool = pool.clone();
        loops.spawn(async move {
            let mut n = 0_u32;
            while begun.elapsed() < span {
                let tx = pool.begin().await?;
                tx.execute_unprepared("INSERT INTO floor VALUES ('7H4KQ2', 'as much as one small row holds')").await?;
                tx.commit().await?;
                n += 1;
            }
            Ok::<u32, sea_orm::DbErr>(n)
        });
    }
    let mut all = 0;
    while let Some(n) = loops.join_next().await {
        all += n??;
    }
    let rate = f64::from(all) / begun.elapsed().as_secs_f64();
    pool.close().await?;
    Ok(rate)
}

/// Answers "hello" until it is killed. Says where on stdout.
pub async fn serve_hello() -> Outcome<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    let router = axum::Router::new().route("/", axum::routing::get(|| async { "hello" }));
    Ok(axum::serve(listener, router).await?)
}
