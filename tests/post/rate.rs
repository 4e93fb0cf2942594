//! As many mails a minute as the provider takes.

use super::{Outcome, database, new_message, outbox, put, row, run};
use crate::kit::smtp::Server;
use post::{NewMessage, State};
use std::time::Duration;
use store::job::JobError;
use tokio::time::Instant;

#[tokio::test]
async fn mails_go_no_faster_than_is_set_and_bulk_comes_last() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let quick = outbox(&store, Some(&server.url()))?.with_rate(Some("400"))?;
    let began = Instant::now();
    let mut sending = tokio::task::JoinSet::new();
    for n in 0..4 {
        let (id, outbox) = (put(&store, new_message(&format!("quick:{n}"))).await?, quick.clone());
        sending.spawn(async move { run(&outbox, id).await.is_ok() });
    }
    assert_eq!(sending.join_all().await, [true; 4]);
    assert!(began.elapsed() >= Duration::from_millis(450), "150 ms between each two: {:?}", began.elapsed());

    // One every six seconds: one of many does not wait for that, and is not even written.
    let slow = outbox(&store, Some(&server.url()))?.with_rate(Some("10"))?;
    let ids = [put(&store, new_message("slow:0")).await?, {
        let bulk = NewMessage { bulk: true, ..new_message("slow:1") };
        put(&store, bulk).await?
    }];
    run(&slow, ids[0]).await?;
    let Err(JobError::NotYet(pause)) = run(&slow, ids[1]).await else { return Err("it went at once".into()) };
    assert!(pause >= Duration::from_secs(10), "{pause:?}");
    let waits = row(&store, ids[1]).await?;
    assert_eq!((waits.state, waits.attempts, waits.subject), (State::Waiting, 0, None));
    // One that somebody waits for takes the next moment.
    let awaited = put(&store, new_message("slow:2")).await?;
    let early = tokio::time::timeout(Duration::from_millis(300), run(&slow, awaited)).await;
    assert!(early.is_err(), "it waits in the line");
    assert_eq!(server.mails().len(), 5);
    for wrong in ["0", "-1", "viele", "1.5"] {
        let error = outbox(&store, None)?.with_rate(Some(wrong)).err().ok_or(wrong)?;
        assert!(error.to_string().starts_with("KONGRESS_SMTP_RATE"), "{error}");
    }
    Ok(())
}
