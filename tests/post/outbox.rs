//! Putting in, sending again, holding and releasing; what the desk reads.

use super::{Outcome, congress, database, jobs, new_message, outbox, put, row, run};
use crate::kit::smtp::Server;
use base::Actor;
use post::{NewMessage, PostError, State, query};
use store::event::timeline;

#[tokio::test]
async fn one_message_for_each_cause() -> Outcome {
    let (store, _database) = database().await?;
    let tx = store.begin().await?;
    let first = post::enqueue(&tx, new_message("order:1:a")).await?;
    let again = post::enqueue(&tx, new_message("order:1:a")).await?;
    let other = post::enqueue(&tx, new_message("order:1:b")).await?;
    tx.commit().await?;
    let tx = store.begin().await?;
    let later = post::enqueue(&tx, new_message("order:1:a")).await?;
    tx.commit().await?;
    assert!(first.is_some() && other.is_some());
    assert_eq!((again, later), (None, None));
    assert_eq!(jobs(&store, first.ok_or("none")?).await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn what_is_rolled_back_is_never_sent() -> Outcome {
    let (store, _database) = database().await?;
    let tx = store.begin().await?;
    let id = post::enqueue(&tx, new_message("order:1:a")).await?.ok_or("none")?;
    tx.rollback().await?;
    assert!(row(&store, id).await.is_err());
    assert!(jobs(&store, id).await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn without_a_server_mails_are_held_and_stay_held_when_one_is_set() -> Outcome {
    let (store, _database) = database().await?;
    let id = put(&store, new_message("order:1:a")).await?;
    run(&outbox(&store, None)?, id).await?;
    let held = row(&store, id).await?;
    assert_eq!(held.state, State::Held);
    assert_eq!(held.subject.as_deref(), Some("Ihr Ticket für DigitaleZukunft@OWL am 11. März 2027"));
    assert!(held.html.is_some_and(|html| html.contains("7H4KQ2-1K")), "the desk shows what is held");

    let server = Server::start().await?;
    run(&outbox(&store, Some(&server.url()))?, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Held);
    assert!(server.mails().is_empty());
    Ok(())
}

#[tokio::test]
async fn all_that_is_held_is_released_at_once() -> Outcome {
    let (store, _database) = database().await?;
    let (owl, other) = (congress(&store, "owl").await?, congress(&store, "other").await?);
    let held = outbox(&store, None)?;
    for (n, congress) in [owl, owl, other].into_iter().enumerate() {
        let id = put(&store, NewMessage { congress_id: Some(congress), ..new_message(&format!("order:{n}")) }).await?;
        run(&held, id).await?;
    }
    assert_eq!(post::release_all(&store, &Actor::system(), owl).await?, 2);
    assert_eq!(post::release_all(&store, &Actor::system(), owl).await?, 0);
    assert_eq!(query::counts(store.read(), owl).await?, query::Counts { waiting: 2, ..Default::default() });
    assert_eq!(query::counts(store.read(), other).await?, query::Counts { held: 1, ..Default::default() });
    Ok(())
}

#[tokio::test]
async fn hundreds_that_are_held_are_released_in_several_transactions() -> Outcome {
    let (store, _database) = database().await?;
    let owl = congress(&store, "owl").await?;
    let tx = store.begin().await?;
    for n in 0..450 {
        let new = NewMessage { congress_id: Some(owl), ..new_message(&format!("order:{n}")) };
        let id = post::enqueue(&tx, new).await?.ok_or("there is a message of this cause")?;
        post::hold(&tx, &Actor::system(), owl, id).await?;
    }
    tx.commit().await?;
    assert_eq!(post::release_all(&store, &Actor::system(), owl).await?, 450);
    assert_eq!(query::counts(store.read(), owl).await?, query::Counts { waiting: 450, ..Default::default() });
    let batches: Vec<_> =
        timeline(store.read(), &[owl]).await?.iter().map(|line| line.detail["messages"].clone()).collect();
    assert_eq!(batches.len(), 3);
    assert_eq!(batches.iter().filter_map(|n| n.as_u64()).sum::<u64>(), 450);
    Ok(())
}

#[tokio::test]
async fn a_sent_mail_goes_again_as_a_new_one() -> Outcome {
    let (store, _database) = database().await?;
    let owl = congress(&store, "owl").await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let id = put(&store, NewMessage { congress_id: Some(owl), ..new_message("order:1:a") }).await?;
    run(&outbox, id).await?;
    let mut last = id;
    for _ in 0..2 {
        let tx = store.begin().await?;
        let request = tx.id();
        assert!(matches!(post::again(&tx, &Actor::system(), owl, last).await, Err(PostError::Sent)));
        let copy = post::send_copy(&tx, &Actor::system(), owl, last, request).await?;
        assert_eq!(post::send_copy(&tx, &Actor::system(), owl, last, request).await?, copy, "a double click");
        assert_eq!(post::again(&tx, &Actor::system(), owl, copy).await?, copy, "on its way already");
        tx.commit().await?;
        assert_ne!(copy, last);
        assert_eq!(row(&store, copy).await?.cause, format!("order:1:a:again:{request}"));
        run(&outbox, copy).await?;
        last = copy;
    }
    let ids: std::collections::BTreeSet<_> = server.mails().iter().filter_map(|m| m.header("Message-ID")).collect();
    assert_eq!(ids.len(), 3);
    assert_eq!(query::counts(store.read(), owl).await?.sent, 3);
    Ok(())
}

#[tokio::test]
async fn another_congress_does_not_know_the_message() -> Outcome {
    let (store, _database) = database().await?;
    let (owl, other) = (congress(&store, "owl").await?, congress(&store, "other").await?);
    let id = put(&store, NewMessage { congress_id: Some(owl), ..new_message("order:1:a") }).await?;
    let tx = store.begin().await?;
    assert!(matches!(post::hold(&tx, &Actor::system(), other, id).await, Err(PostError::Unknown)));
    assert!(matches!(post::again(&tx, &Actor::system(), other, id).await, Err(PostError::Unknown)));
    tx.rollback().await?;
    assert!(query::one(store.read(), other, id).await?.is_none());
    assert!(query::one(store.read(), owl, id).await?.is_some());
    Ok(())
}

#[tokio::test]
async fn the_desk_lists_newest_first_with_one_statement_however_many() -> Outcome {
    let (store, _database) = database().await?;
    let owl = congress(&store, "owl").await?;
    for n in 0..30 {
        let id = put(&store, NewMessage { congress_id: Some(owl), ..new_message(&format!("order:{n}")) }).await?;
        if n == 7 {
            run(&outbox(&store, None)?, id).await?;
        }
    }
    let before = store.statements();
    let all = query::list(store.read(), owl, None, 20, 0).await?;
    assert_eq!(store.statements() - before, 1);
    assert_eq!(all.len(), 20);
    assert!(all.is_sorted_by(|a, b| a.created_at >= b.created_at));
    assert_eq!(query::list(store.read(), owl, None, 20, 20).await?.len(), 10);
    assert_eq!(query::list(store.read(), owl, Some(State::Held), 20, 0).await?.len(), 1);
    let counts = query::counts(store.read(), owl).await?;
    assert_eq!((counts.held, counts.waiting, counts.all()), (1, 29, 30));
    Ok(())
}
