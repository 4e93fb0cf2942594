//! Rounds: however often a mail is held, released or sent again, it goes once.

use super::{Outcome, attendee_draft, congress, database_at, jobs, new_message, outbox, put, row, run};
use crate::kit::database::reopened;
use crate::kit::smtp::{Server, Step};
use base::{Actor, Clock, Uuid};
use chrono::TimeDelta;
use post::{Composers, NewMessage, State, compose};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::Store;
use store::event::timeline;

async fn hold_and_release(store: &Store, congress: Uuid, id: Uuid) -> Result<(), post::PostError> {
    let tx = store.begin().await?;
    post::hold(&tx, &Actor::system(), congress, id).await?;
    tx.commit().await?;
    let tx = store.begin().await?;
    post::release(&tx, &Actor::system(), congress, id).await?;
    Ok(tx.commit().await?)
}

#[tokio::test]
async fn what_is_released_goes_once_however_often_it_was_held() -> Outcome {
    let (store, _database) = database_at(Clock::system()).await?;
    let owl = congress(&store, "owl").await?;
    let id = put(&store, NewMessage { congress_id: Some(owl), ..new_message("order:1:a") }).await?;
    for _ in 0..2 {
        hold_and_release(&store, owl, id).await?;
    }
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let all = jobs(&store, id).await?;
    assert_eq!(all.len(), 3);
    for payload in all {
        post::deliver(&outbox, payload).await?;
    }
    assert_eq!(row(&store, id).await?.state, State::Sent);
    assert_eq!(server.mails().len(), 1);
    let verbs: Vec<String> = timeline(store.read(), &[id]).await?.into_iter().rev().map(|line| line.verb).collect();
    assert_eq!(verbs.last().map(String::as_str), Some("message.sent"));
    assert_eq!(verbs.iter().filter(|v| *v == "message.released").count(), 2);
    Ok(())
}

#[tokio::test]
async fn held_and_released_while_it_is_written_it_goes_once() -> Outcome {
    let (store, _database) = database_at(Clock::system()).await?;
    let owl = congress(&store, "owl").await?;
    let server = Server::start().await?;
    let mut outbox = outbox(&store, Some(&server.url()))?;
    // The desk holds and releases it after the first round has read it and before it says that it sends.
    let written = Arc::<AtomicUsize>::default();
    let writes = Arc::clone(&written);
    let meddling = compose(move |store, due| {
        let first = writes.fetch_add(1, Ordering::SeqCst) == 0;
        async move {
            if first {
                hold_and_release(&store, owl, due.id).await.map_err(|e| post::ComposeError::GiveUp(e.to_string()))?;
            }
            Ok(attendee_draft())
        }
    });
    outbox.composers = Composers::new().with("registration.order", meddling);
    let id = put(&store, NewMessage { congress_id: Some(owl), ..new_message("order:1:a") }).await?;
    let first = jobs(&store, id).await?.remove(0);
    post::deliver(&outbox, first.clone()).await?;
    assert_eq!((server.mails().len(), written.load(Ordering::SeqCst)), (0, 1), "the round is over");
    let waiting = row(&store, id).await?;
    assert_eq!((waiting.state, waiting.round, waiting.attempts), (State::Waiting, 2, 0));
    run(&outbox, id).await?;
    post::deliver(&outbox, first).await?;
    assert_eq!(row(&store, id).await?.state, State::Sent);
    assert_eq!(server.mails().len(), 1);
    Ok(())
}

#[tokio::test]
async fn sent_again_by_a_host_whose_clock_is_behind_it_goes() -> Outcome {
    let ahead = Clock::system();
    ahead.advance(TimeDelta::minutes(10));
    let (store, database) = database_at(ahead).await?;
    let owl = congress(&store, "owl").await?;
    let server = Server::start().await?;
    server.script(&[Step::RefuseRecipient]);
    let outbox = outbox(&store, Some(&server.url()))?;
    let id = put(&store, NewMessage { congress_id: Some(owl), ..new_message("order:1:a") }).await?;
    run(&outbox, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Failed);
    let behind = reopened(&database, TimeDelta::zero()).await;
    let tx = behind.begin().await?;
    assert_eq!(post::again(&tx, &Actor::system(), owl, id).await?, id);
    tx.commit().await?;
    run(&outbox, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Sent);
    Ok(())
}
